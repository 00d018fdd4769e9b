"""Each way in which a database can fail is told: which, what is wrong, what to do. Then it goes on, or nothing was changed."""

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mmbot.store.address import sqlite_path
from mmbot.store.broken import StoreBroken
from mmbot.store.sqlite import SqliteRecords

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)

AS_NOBODY = """
import os, sys
from mmbot.store.broken import StoreBroken
from mmbot.store.sqlite import SqliteRecords
if os.geteuid() == 0:
    os.setuid(65534)  # what a file's rights forbid is not forbidden to root
try:
    records = SqliteRecords(sys.argv[1])
    records.notebook.write("a", "b")
except StoreBroken as error:
    print(error)
else:
    print("written")
"""


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///mmbot.db", "mmbot.db"),
        ("sqlite:///data/my bot.db", "data/my bot.db"),
        ("sqlite:////var/lib/mmbot/mmbot.db", "/var/lib/mmbot/mmbot.db"),
        ("sqlite:///:memory:", ":memory:"),
    ],
)
def test_an_address_gives_a_path(url: str, path: str) -> None:
    assert sqlite_path(url) == path


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("", "no address of an SQLite database. Write sqlite:///mmbot.db"),
        ("mmbot.db", "no address of an SQLite database. Write sqlite:///mmbot.db"),
        ("sqlite://mmbot.db", "no address of an SQLite database. Write sqlite:///mmbot.db"),
        ("sqlite:///", "no address of an SQLite database. Write sqlite:///mmbot.db"),
        ("mysql://bot:geheim@db/mmbot", "no address of an SQLite database"),
        ("sqlite:///mmbot.db?mode=ro", "has no options. Leave out everything from “?”"),
        ("sqlite:////var/lib/", "“/var/lib/” is a folder. Add the name of a file, such as /var/lib/mmbot.db"),
    ],
)
def test_a_wrong_address_is_told_without_its_password(url: str, told: str) -> None:
    with pytest.raises(StoreBroken) as caught:
        sqlite_path(url)
    assert str(caught.value).startswith("MMBOT_DATABASE_URL: ")
    assert told in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_the_file_is_made_for_its_owner_alone(path: str) -> None:
    before = os.umask(0)
    try:
        records = SqliteRecords(path)
        records.notebook.write("a", "b")
        files = sorted(Path(path).parent.iterdir())
        assert [(file.name, stat.S_IMODE(file.stat().st_mode)) for file in files] == [
            ("mmbot.db", 0o600), ("mmbot.db-shm", 0o600), ("mmbot.db-wal", 0o600),
        ]  # fmt: skip
        records.close()
    finally:
        os.umask(before)


def test_a_missing_folder_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreBroken, match=r"missing/mmbot\.db”: there is no folder “.*missing”\. Make it \(mkdir -p\)"):
        SqliteRecords(str(tmp_path / "missing" / "mmbot.db"))
    assert not list(tmp_path.iterdir())


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(StoreBroken, match=r"this is a folder\. Give the path of a file in it, such as “.*mmbot\.db”"):
        SqliteRecords(str(tmp_path))


@pytest.mark.parametrize(
    "content", [b"id: moskova-antlasmasi\n" * 100, b"SQLite format 3\0" + b"\xff" * 4096], ids=["text", "only the head"]
)
def test_a_file_that_is_no_database(path: str, content: bytes) -> None:
    Path(path).write_bytes(content)
    with pytest.raises(StoreBroken, match=r"mmbot\.db”: the file is no SQLite database\. Give the path of another file"):
        SqliteRecords(path)
    assert Path(path).read_bytes() == content


def test_a_damaged_file_is_named_with_what_to_do(path: str) -> None:
    records = SqliteRecords(path)
    for number in range(2000):
        records.misses.note(f"soru {number}", "", NOW)
    records.close()
    content = Path(path).read_bytes()
    Path(path).write_bytes(content[:8192] + b"\x05" * (len(content) - 8192))
    with pytest.raises(
        StoreBroken, match=r"the file is damaged\. Stop mmbot, move the file away \(with -wal and -shm\) and restore a backup"
    ):
        SqliteRecords(path)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user can reach, unlike pytest's."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def _as_nobody(path: Path) -> str:
    done = subprocess.run([sys.executable, "-c", AS_NOBODY, str(path)], capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.stdout.strip()


def test_a_folder_that_cannot_be_written(open_folder: Path) -> None:
    (open_folder / "closed").mkdir(mode=0o500)
    (open_folder / "closed").chmod(0o555)
    told = _as_nobody(open_folder / "closed" / "mmbot.db")
    assert "mmbot.db”: it cannot be opened for writing (Permission denied). Let the user that runs mmbot write the file" in told


def test_a_file_that_cannot_be_written(open_folder: Path) -> None:
    SqliteRecords(str(open_folder / "mmbot.db")).close()
    (open_folder / "mmbot.db").chmod(0o444)
    assert "mmbot.db”: it cannot be opened for writing (no right to it, or read-only)" in _as_nobody(open_folder / "mmbot.db")


def test_a_database_that_becomes_read_only(path: str) -> None:
    records = SqliteRecords(path)
    records._connection._database.execute("PRAGMA query_only=ON")
    with pytest.raises(StoreBroken, match=r"mmbot\.db”: it cannot be written\. Mount its file system writable"):
        records.notebook.write("a", "b")
    assert records.notebook.read("a") == ""
    records.close()


def test_a_full_disk_loses_only_what_did_not_fit(path: str) -> None:
    records = SqliteRecords(path)
    records.notebook.write("a", "before")
    database = records._connection._database
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(
        StoreBroken, match=r"mmbot\.db”: the disk is full, and nothing was written\. Make room; mmbot goes on by itself"
    ):
        records.notebook.write("a", "x" * 100_000)
    assert records.notebook.read("a") == "before"
    database.execute("PRAGMA max_page_count=100000")
    records.notebook.write("a", "after")
    assert records.notebook.read("a") == "after"
    records.close()


def test_a_database_that_somebody_keeps_locked(path: str) -> None:
    records = SqliteRecords(path, patience=0.05)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBroken, match=r"mmbot\.db”: another program keeps it locked\. End that program"):
            records.notebook.write("a", "b")
        assert records.notebook.read("a") == "", "reading goes on"
    records.notebook.write("a", "b")
    records.close()


def test_a_fault_of_ours_is_not_told_as_the_operators(path: str) -> None:
    records = SqliteRecords(path)
    with pytest.raises(sqlite3.OperationalError, match="no such table"), records._connection.reading() as database:
        database.execute("SELECT * FROM nowhere")
    records.close()
