"""What deploy/ tells people to copy, build and start: true of this program, without a container engine or systemd at hand."""

import configparser
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from mmbot.cli import main
from mmbot.config import Settings, load, strays
from mmbot.store.sqlite import SqliteRecords

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
NAMES = {one.name for one in fields(Settings)}
SECRET = {"telegram_token", "discord_token", "telegram_webhook_secret"}
_ASSIGNED = re.compile(r"^(?:# )?(MMBOT_[A-Z_]+)=(.*)$", re.MULTILINE)
_POSTGRES = "postgres|image|environment|POSTGRES_[A-Z_]+|secrets|volumes|healthcheck|test|interval|restart|file|- postgres"
_SWITCHED_OFF = re.compile(rf"^( *)# ((?:  )*(?:{_POSTGRES})\b.*)$", re.MULTILINE)
_KEY = re.compile(r"^(?:# )?([a-z_]+) = .+$", re.MULTILINE)


def text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def example() -> dict[str, str]:
    """Every variable of the example, with what is assigned to it, commented out or not."""
    return dict(_ASSIGNED.findall(text("mmbot.env.example")))


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions, each with what follows it."""
    whole = re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", text("Dockerfile"), flags=re.MULTILINE))
    return [
        (first, " ".join(rest.split())) for line in whole.splitlines() if line.strip() for first, _, rest in [line.partition(" ")]
    ]


def unit() -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # systemd's keys have capitals
    parser.read(DEPLOY / "mmbot.service", encoding="utf-8")
    return parser["Service"]


def test_the_example_environment_names_every_setting_and_nothing_else() -> None:
    assert {name.removeprefix("MMBOT_") for name in example()} == {
        re.sub("[a-z]+", lambda m: m[0].upper(), name) for name in NAMES
    } | {"CONFIG"}
    assert strays(example()) == []


def test_what_the_example_environment_shows_is_understood() -> None:
    assert load(example() | {"MMBOT_TELEGRAM_WEBHOOK_SECRET": "a"}, "").moderators == {"telegram:7", "discord:42"}


def test_the_example_configuration_shows_every_setting_that_is_no_secret() -> None:
    assert set(_KEY.findall(text("mmbot.toml"))) == NAMES - SECRET


def test_the_example_configuration_is_that_of_a_program_without_one() -> None:
    assert load({}, text("mmbot.toml")) == load({}, "")


def test_what_the_example_configuration_shows_is_understood() -> None:
    shown = "\n".join(found[0] for found in re.finditer(r"^(?:# )?[a-z_]+ = .+$", text("mmbot.toml"), re.MULTILINE))
    shown = re.sub("^# ", "", shown, flags=re.MULTILINE)
    assert load({"MMBOT_TELEGRAM_WEBHOOK_SECRET": "a"}, shown).web_url == tomllib.loads(shown)["web_url"]


@pytest.mark.parametrize(
    ("variable", "said"),
    [
        pytest.param("MMBOT_TELEGRAM_TOKN", "Did you mean MMBOT_TELEGRAM_TOKEN?", id="near"),
        pytest.param("MMBOT_COLOUR", "Take it out.", id="nothing-near"),
    ],
)
def test_a_variable_that_is_no_setting_is_named(variable: str, said: str) -> None:
    assert strays({variable: "geheim", "HOME": "x", "MMBOT_TIMEZONE": "UTC"}) == [f"{variable} is no setting. {said}"]


def test_the_container_runs_as_a_numbered_user_without_rights() -> None:
    users = [rest for first, rest in instructions() if first == "USER"]
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", users[-1])


def test_the_container_is_built_from_what_its_context_holds() -> None:
    held = {line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line.startswith("!")}
    copied = {name for first, rest in instructions() if first == "COPY" and "--from" not in rest for name in rest.split()[:-1]}
    assert copied == held
    assert sorted(name for name in copied if not (ROOT / name).exists()) == []


@pytest.mark.parametrize("instruction", ["HEALTHCHECK", "CMD"])
def test_the_container_starts_commands_that_exist(instruction: str, capsys: pytest.CaptureFixture[str]) -> None:
    (rest,) = [rest for first, rest in instructions() if first == instruction]
    arguments = [word for word in json.loads(rest[rest.index("[") :]) if word != "mmbot"]
    with pytest.raises(SystemExit) as stopped:
        main([*arguments, "--help"])
    assert (stopped.value.code, "usage: mmbot" in capsys.readouterr().out) == (0, True)


def test_the_compose_file_gives_a_hardened_service_what_it_needs() -> None:
    composed = yaml.safe_load(text("compose.yaml"))
    service = composed["services"]["mmbot"]
    assert (service["read_only"], service["cap_drop"], service["security_opt"]) == (True, ["ALL"], ["no-new-privileges:true"])
    assert [volume.split(":")[1] for volume in service["volumes"]] == ["/var/lib/mmbot", service["environment"]["MMBOT_CONFIG"]]
    assert set(composed["volumes"]) == {"data"}
    assert (DEPLOY / f"{service['env_file']}.example").exists()
    assert (DEPLOY / service["build"]["context"] / service["build"]["dockerfile"]).exists()
    assert {"max-size", "max-file"} <= set(service["logging"]["options"])


def test_the_compose_file_stays_sound_with_postgresql_switched_on() -> None:
    switched = _SWITCHED_OFF.sub(r"\1\2", text("compose.yaml"))
    composed = yaml.safe_load(switched)
    postgres = composed["services"]["postgres"]
    assert postgres["secrets"] == list(composed["secrets"])
    assert set(composed["volumes"]) == {"data", "postgres"}
    assert postgres["environment"]["POSTGRES_PASSWORD_FILE"] == "/run/secrets/postgres"


def test_the_unit_finds_the_command_that_make_installs() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "VENV := .venv\n" in makefile
    assert unit()["ExecStart"] == "/opt/mmbot/.venv/bin/mmbot run"
    assert "git clone … /opt/mmbot && make -C /opt/mmbot ask" in text("mmbot.service")


def test_the_unit_keeps_its_data_where_it_may_write() -> None:
    service = unit()
    assert service["DynamicUser"] == "yes"
    assert f"MMBOT_DATABASE_URL=sqlite:////var/lib/{service['StateDirectory']}/mmbot.db" in service["Environment"]
    assert f"XDG_CACHE_HOME=/var/cache/{service['CacheDirectory']}" in service["Environment"]


def test_a_wrong_token_does_not_start_the_unit_again() -> None:
    assert (unit()["Restart"], unit()["RestartPreventExitStatus"]) == ("on-failure", "2")


@pytest.fixture
def backed_up(tmp_path: Path) -> Callable[[], "subprocess.CompletedProcess[str]"]:
    """Run the backup script on an empty database, as cron would."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environ = os.environ | {"PATH": path, "MMBOT_DATABASE_URL": f"sqlite:///{tmp_path}/mmbot.db"}
    SqliteRecords(str(tmp_path / "mmbot.db")).close()

    def run() -> "subprocess.CompletedProcess[str]":
        command = ["sh", DEPLOY / "backup.sh", tmp_path / "saved"]
        return subprocess.run(command, env=environ, capture_output=True, encoding="utf-8", check=False)

    return run


def test_the_backup_script_keeps_the_last_fourteen(
    backed_up: Callable[[], "subprocess.CompletedProcess[str]"], tmp_path: Path
) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    for day in range(1, 16):
        (saved / f"mmbot-202001{day:02}T000000Z.db").touch()
    (saved / "letter.db").touch()
    done = backed_up()
    assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in saved.iterdir())
    assert len(names) == 15
    assert names[0] == "letter.db"
    assert names[1] == "mmbot-20200103T000000Z.db"
    assert re.fullmatch(r"mmbot-\d{8}T\d{6}Z\.db", names[-1])


def test_a_backup_that_fails_throws_no_other_away(
    backed_up: Callable[[], "subprocess.CompletedProcess[str]"], tmp_path: Path
) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    for day in range(1, 16):
        (saved / f"mmbot-202001{day:02}T000000Z.db").touch()
    (tmp_path / "mmbot.db").write_bytes(b"rubbish" * 1000)
    assert backed_up().returncode != 0
    assert len(list(saved.iterdir())) == 15
