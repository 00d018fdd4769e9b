# One command each; every target sets up what it needs in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES ?= ../shared/sources
Q ?= Moskova Antlaşması ne zaman imzalandı?
export Q

.PHONY: ask chat test check bench lock clean

ask: $(VENV)/.installed
	@$(BIN)/mmbot ask "$$Q"

chat: $(VENV)/.installed
	@$(BIN)/mmbot chat

test: $(VENV)/.tools
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

check: $(VENV)/.installed
	$(BIN)/mmbot check $(if $(wildcard $(SOURCES)),--sources $(SOURCES))

bench: $(VENV)/.tools
	$(BIN)/python bench/quality.py
	$(BIN)/python bench/answers.py
	$(BIN)/python bench/startup.py

# Pins every dependency with its hashes, for every Python from 3.11 on (discord.py wants one more on 3.13); run it after a change in
# pyproject.toml. What PostgreSQL needs goes on top of requirements.lock. pip itself is wanted by sqlite-utils, and is there.
PIN := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-package pip --custom-compile-command "make lock" --upgrade
lock: $(VENV)/.tools
	$(BIN)/pip install --quiet uv
	$(PIN) pyproject.toml -o requirements.lock
	$(PIN) --extra dev pyproject.toml -o requirements-dev.lock
	echo 'psycopg[binary]>=3.3' | $(PIN) -c requirements.lock - -o requirements-postgres.lock

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache

# Python ≥ 3.11 with its own pip; the lock files carry hashes, so what is installed is what was tested.
$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "mmbot needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.tools: $(VENV)/.installed requirements-dev.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
