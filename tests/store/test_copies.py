"""Backups: sound, whole, made beside a running mmbot, and never over something else."""

import os
import sqlite3
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from test_migrations import add_column, steps

from mmbot.store.broken import StoreBroken
from mmbot.store.sqlite import SqliteRecords, backup, restore
from mmbot.store.sqlite.connection import Connection
from mmbot.store.sqlite.migrations import migrate

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


def one_miss(path: Path) -> None:
    records = SqliteRecords(str(path))
    records.misses.note("soru", "", NOW)
    records.close()


def misses_in(path: Path) -> list[str]:
    records = SqliteRecords(str(path))
    try:
        return [miss.folded for miss in records.misses.open()]
    finally:
        records.close()


def test_a_backup_made_while_mmbot_writes_is_sound_and_of_one_moment(tmp_path: Path) -> None:
    records, stop = SqliteRecords(str(tmp_path / "mmbot.db")), Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            records.posts.sent("telegram:1", NOW.date() + timedelta(number), [f"a/{fact}" for fact in range(20)])

    with ThreadPoolExecutor(1) as thread:
        writing = thread.submit(write)
        try:
            for number in range(5):
                backup(tmp_path / "mmbot.db", tmp_path / f"{number}.db")
        finally:
            stop.set()
        writing.result()
    records.close()
    for number in range(5):
        with closing(sqlite3.connect(tmp_path / f"{number}.db")) as copy:
            assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert (
                copy.execute("SELECT count(*) * 20 FROM posts").fetchone() == copy.execute("SELECT count(*) FROM told").fetchone()
            )


def test_a_backup_is_one_file_for_its_owner_alone(tmp_path: Path) -> None:
    one_miss(tmp_path / "mmbot.db")
    (tmp_path / "safe").mkdir()
    backup(tmp_path / "mmbot.db", tmp_path / "safe" / "copy.db")
    assert [file.name for file in (tmp_path / "safe").iterdir()] == ["copy.db"]
    assert stat.S_IMODE((tmp_path / "safe" / "copy.db").stat().st_mode) == 0o600
    assert (tmp_path / "safe" / "copy.db").read_bytes()[18:20] == b"\1\1", "it could not be read from a disk that is read-only"


def test_what_was_restored_is_what_was_saved(tmp_path: Path) -> None:
    one_miss(tmp_path / "mmbot.db")
    backup(tmp_path / "mmbot.db", tmp_path / "copy.db")
    restore(tmp_path / "copy.db", tmp_path / "again.db")
    assert misses_in(tmp_path / "again.db") == ["soru"]


@pytest.mark.parametrize("copy", [backup, restore])
def test_nothing_is_overwritten(tmp_path: Path, copy: Callable[[Path, Path], None]) -> None:
    one_miss(tmp_path / "mmbot.db")
    (tmp_path / "target.db").write_text("precious", encoding="utf-8")
    with pytest.raises(StoreBroken, match=r"target\.db”.*overwr"):
        copy(tmp_path / "mmbot.db", tmp_path / "target.db")
    assert (tmp_path / "target.db").read_text(encoding="utf-8") == "precious"


def test_a_left_over_log_is_not_mixed_with_what_is_restored(tmp_path: Path) -> None:
    one_miss(tmp_path / "copy.db")
    (tmp_path / "mmbot.db-wal").write_bytes(b"of the old one")
    with pytest.raises(StoreBroken, match=r"Stop mmbot and move “.*mmbot\.db-wal” away first"):
        restore(tmp_path / "copy.db", tmp_path / "mmbot.db")


def test_a_target_that_comes_into_being_meanwhile_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one_miss(tmp_path / "mmbot.db")

    def quicker(_: object, target: Path) -> None:  # a file system without hard links, and somebody who is quicker
        target.write_text("precious", encoding="utf-8")
        raise PermissionError

    monkeypatch.setattr(os, "link", quicker)
    with pytest.raises(StoreBroken, match=r"copy\.db”: it cannot be written \(File exists\)\. Give a file that is free"):
        backup(tmp_path / "mmbot.db", tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text(encoding="utf-8") == "precious"


def test_a_file_system_without_hard_links_holds_a_backup_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_source: object, _target: object) -> None:
        raise PermissionError

    one_miss(tmp_path / "mmbot.db")
    monkeypatch.setattr(os, "link", refuse)
    backup(tmp_path / "mmbot.db", tmp_path / "copy.db")
    assert misses_in(tmp_path / "copy.db") == ["soru"]


def test_no_backup_is_made_of_a_damaged_database(tmp_path: Path) -> None:
    one_miss(tmp_path / "mmbot.db")
    content = (tmp_path / "mmbot.db").read_bytes()
    assert content.count(b"soru") == 2, "in the table and in its index, which shall contradict each other"
    (tmp_path / "mmbot.db").write_bytes(content.replace(b"soru", b"sara", 1))
    with pytest.raises(StoreBroken, match=r"mmbot\.db”: it is damaged .* restore an older backup"):
        backup(tmp_path / "mmbot.db", tmp_path / "copy.db")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["mmbot.db"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "there is no such file"),
        (b"", "it holds no records of mmbot"),
        (b"text" * 500, "the file is no SQLite database"),
    ],
    ids=["missing", "empty", "no database"],
)
def test_what_is_no_backup_is_not_restored(tmp_path: Path, content: bytes | None, told: str) -> None:
    if content is not None:
        (tmp_path / "copy.db").write_bytes(content)
    with pytest.raises(StoreBroken, match=rf"copy\.db”: {told}"):
        restore(tmp_path / "copy.db", tmp_path / "mmbot.db")
    assert not (tmp_path / "mmbot.db").exists()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    one_miss(tmp_path / "mmbot.db")
    with pytest.raises(StoreBroken, match=r"missing/copy\.db”: it cannot be written \(No such file or directory\)"):
        backup(tmp_path / "mmbot.db", tmp_path / "missing" / "copy.db")


def test_a_backup_of_a_newer_mmbot_is_not_restored(tmp_path: Path) -> None:
    newer = Connection(str(tmp_path / "copy.db"))
    migrate(newer, steps(("998_mood", add_column)))
    newer.close()
    with pytest.raises(StoreBroken, match="a newer mmbot has used it"):
        restore(tmp_path / "copy.db", tmp_path / "mmbot.db")
    assert not (tmp_path / "mmbot.db").exists()
