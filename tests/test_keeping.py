"""Backups of a running bot, and the way back: never over something in use, never without a way back again."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mmbot import keeping
from mmbot.alive import HEARTBEAT
from mmbot.cli import main
from mmbot.config import Settings, load
from mmbot.model import Citation, Entry, Fact, Person
from mmbot.store.broken import StoreBroken
from mmbot.store.sqlite import SqliteRecords

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
FACT = Fact("tanim", "ornek", ("what",), "Söz.", (Citation("s", "1", ("söz",)),))
ENTRY = Entry("ornek", "treaty", "Örnek", (), (FACT,))
RUNNING = """
import sys
from mmbot.store.sqlite import SqliteRecords
records = SqliteRecords(sys.argv[1])
records.notebook.write("a", "b")
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "mmbot.db"


@pytest.fixture
def configured(database: Path) -> Settings:
    return load({"MMBOT_DATABASE_URL": f"sqlite:///{database}"}, "")


def revise(database: Path) -> None:
    records = SqliteRecords(str(database))
    records.revisions.append(ENTRY, records.revisions.number("ornek"), Person("telegram", "7"), NOW, "")
    records.close()


def revisions(database: Path) -> int:
    records = SqliteRecords(str(database))
    try:
        return records.revisions.number("ornek")
    finally:
        records.close()


def running(database: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", RUNNING, str(database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def ended(process: "subprocess.Popen[str]") -> None:
    process.communicate("")


def beat(database: Path, at: datetime) -> None:
    records = SqliteRecords(str(database))
    records.notebook.write(HEARTBEAT, at.isoformat())
    records.close()


def test_what_was_backed_up_while_mmbot_runs_is_restored(configured: Settings, database: Path, tmp_path: Path) -> None:
    revise(database)
    bot = running(database)
    keeping.backup(configured, tmp_path / "saved.db")
    ended(bot)
    revise(database)
    keeping.restore(configured, lambda: NOW, tmp_path / "saved.db", replace=True)
    assert revisions(database) == 1
    assert revisions(tmp_path / "mmbot.db.20260316T090000Z") == 2


def test_where_there_is_no_database_one_is_made(configured: Settings, database: Path, tmp_path: Path) -> None:
    revise(database)
    keeping.backup(configured, tmp_path / "saved.db")
    database.unlink()
    keeping.restore(configured, lambda: NOW, tmp_path / "saved.db", replace=False)
    assert revisions(database) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mmbot.db", "saved.db"]


def test_a_database_is_replaced_only_when_asked(configured: Settings, database: Path, tmp_path: Path) -> None:
    revise(database)
    keeping.backup(configured, tmp_path / "saved.db")
    revise(database)
    with pytest.raises(StoreBroken, match=r"it is there already\. With --replace"):
        keeping.restore(configured, lambda: NOW, tmp_path / "saved.db", replace=False)
    assert revisions(database) == 2


@pytest.mark.parametrize("stopped", [False, True], ids=["running", "suspended"])
def test_nothing_is_restored_under_a_running_bot(configured: Settings, database: Path, tmp_path: Path, stopped: bool) -> None:
    revise(database)
    keeping.backup(configured, tmp_path / "saved.db")
    bot = running(database)
    if stopped:
        os.kill(bot.pid, signal.SIGSTOP)
    try:
        with pytest.raises(StoreBroken, match="mmbot is running on it"):
            keeping.restore(configured, lambda: NOW, tmp_path / "saved.db", replace=True)
    finally:
        os.kill(bot.pid, signal.SIGCONT)
        ended(bot)
    keeping.restore(configured, lambda: NOW, tmp_path / "saved.db", replace=True)


@pytest.mark.parametrize(("silence", "refused"), [(119, True), (121, False)])
def test_a_sign_of_life_counts_for_two_minutes(
    configured: Settings, database: Path, tmp_path: Path, silence: int, refused: bool
) -> None:
    revise(database)
    keeping.backup(configured, tmp_path / "saved.db")
    beat(database, NOW - timedelta(seconds=silence))
    if refused:
        with pytest.raises(StoreBroken, match=rf"mmbot gave a sign of life {silence} s ago"):
            keeping.restore(configured, lambda: NOW, tmp_path / "saved.db", replace=True)
    else:
        keeping.restore(configured, lambda: NOW, tmp_path / "saved.db", replace=True)


def test_after_a_kill_the_log_is_kept_with_its_database(configured: Settings, database: Path, tmp_path: Path) -> None:
    revise(database)
    keeping.backup(configured, tmp_path / "saved.db")
    bot = running(database)
    bot.kill()
    bot.communicate()
    assert database.with_name("mmbot.db-wal").exists()
    keeping.restore(configured, lambda: NOW, tmp_path / "saved.db", replace=True)
    kept = SqliteRecords(str(tmp_path / "mmbot.db.20260316T090000Z"))
    assert kept.notebook.read("a") == "b"
    kept.close()
    assert revisions(database) == 1


@pytest.mark.parametrize("content", [None, b"", b"text" * 500], ids=["missing", "empty", "no database"])
def test_a_bad_backup_leaves_the_database_as_it_is(
    configured: Settings, database: Path, tmp_path: Path, content: bytes | None
) -> None:
    revise(database)
    if content is not None:
        (tmp_path / "saved.db").write_bytes(content)
    with pytest.raises(StoreBroken, match=r"saved\.db"):
        keeping.restore(configured, lambda: NOW, tmp_path / "saved.db", replace=True)
    assert revisions(database) == 1


def test_a_damaged_database_can_be_replaced(configured: Settings, database: Path, tmp_path: Path) -> None:
    revise(database)
    keeping.backup(configured, tmp_path / "saved.db")
    database.write_bytes(b"rubbish" * 1000)
    keeping.restore(configured, lambda: NOW, tmp_path / "saved.db", replace=True)
    assert revisions(database) == 1


def test_a_database_in_memory_is_not_copied(tmp_path: Path) -> None:
    with pytest.raises(StoreBroken, match="in memory cannot be copied"):
        keeping.backup(load({"MMBOT_DATABASE_URL": "sqlite:///:memory:"}, ""), tmp_path / "saved.db")


def test_backup_and_restore_work_from_the_command_line(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MMBOT_DATABASE_URL", f"sqlite:///{database}")
    saved = str(tmp_path / "saved.db")
    assert main(["backup", saved]) == 2
    revise(database)
    assert main(["backup", saved]) == 0
    assert main(["backup", saved]) == 2
    assert main(["restore", saved]) == 2
    assert main(["restore", "--replace", saved]) == 0
    told = capsys.readouterr()
    assert "a backup overwrites nothing" in told.err
    assert f"{database}: restored from {saved}; what was there is kept as {database}." in told.out
