"""The health check: right about a bot that lives, hangs or never was, and cheap enough to be asked every minute."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mmbot.alive import HEARTBEAT, alive
from mmbot.config import Settings, load
from mmbot.store.sqlite import SqliteRecords

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
CHECK = """
import sys
from mmbot.cli import main
main(["doctor", "--alive"])
print(*sorted({"numpy", "sqlite_utils", "yaml", "telegram", "discord", "aiohttp"} & set(sys.modules)))
"""


def on(path: Path) -> Settings:
    return load({"MMBOT_DATABASE_URL": f"sqlite:///{path}"}, "")


@pytest.mark.parametrize(("silence", "lives"), [(0, True), (119, True), (121, False)])
def test_a_sign_of_life_holds_for_two_minutes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], silence: int, lives: bool
) -> None:
    records = SqliteRecords(str(tmp_path / "mmbot.db"))
    records.notebook.write(HEARTBEAT, (NOW - timedelta(seconds=silence)).isoformat())
    assert alive(on(tmp_path / "mmbot.db"), lambda: NOW) is lives
    records.close()
    printed = capsys.readouterr()
    assert f"heartbeat: {silence} s ago" in (printed.out if lives else printed.err)


@pytest.mark.parametrize("content", [None, b"", b"rubbish" * 1000], ids=["missing", "empty", "no-database"])
def test_where_nothing_ran_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None) -> None:
    path = tmp_path / "mmbot.db"
    if content is not None:
        path.write_bytes(content)
    assert not alive(on(path), lambda: NOW)
    assert f"none in “{path}”. Is “mmbot run” started" in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ([] if content is None else ["mmbot.db"])


def test_it_loads_no_library(tmp_path: Path) -> None:
    environ = {"MMBOT_DATABASE_URL": f"sqlite:///{tmp_path}/mmbot.db"}
    done = subprocess.run([sys.executable, "-c", CHECK], env=environ, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "\n"
