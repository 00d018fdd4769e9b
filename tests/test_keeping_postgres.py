"""Backups of a PostgreSQL database are SQLite files: the way back, and the way from one kind of database to the other."""

import stat
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from mmbot import keeping, publishing
from mmbot.config import Settings, load
from mmbot.desk.records import Draft, Subscription
from mmbot.model import Citation, Entry, Fact, Person
from mmbot.moderation import proposals
from mmbot.store import sqlite
from mmbot.store.broken import StoreBroken
from mmbot.store.opening import open_records
from mmbot.store.tables.carrying import NUMBERED, TABLES
from mmbot.store.tables.everything import StoredRecords
from postgres_server import PostgresServer

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
AYSE, ANN = Person("telegram", "7"), Person("discord", "42")
FACT = Fact("tanim", "ornek", ("what",), "Söz: “Kâzım’ın”.", (Citation("s", "1", ("söz",)),))
ENTRY = Entry("ornek", "treaty", "Örnek", (), (FACT,))


@pytest.fixture
def url(postgres: PostgresServer) -> str:
    return postgres.emptied()


@pytest.fixture
def filled(url: str) -> Iterator[StoredRecords]:
    """A row in every table."""
    records = open_records(url)
    fill(records)
    yield records
    records.close()


def fill(records: StoredRecords) -> None:
    records.subscriptions.put(Subscription("telegram:7", time(9), by=AYSE))
    records.posts.sent("telegram:7", NOW.date(), ["a/b"])
    for text in ("a", "b\0c"):
        records.misses.wait(records.misses.note(text, "", NOW), AYSE, "telegram:7")
    records.counts.add({(NOW.date(), "answered", "a"): 1})
    records.counts.feedback("a/b", "date")
    records.drafts.put(AYSE, Draft("propose", {"says": "öyle"}))
    records.outbox.put("telegram", "telegram:7", "x", NOW)
    records.notebook.first_times("telegram", ["1"], NOW)
    records.notebook.write("menu", "abc")
    proposal = records.proposals.add(proposals.Draft("change", "ornek", reason="çünkü"), 0, AYSE, NOW)
    records.proposals.approve(proposal.id, ENTRY, 0, ANN, NOW, "çünkü")
    records.revisions.append(ENTRY, 1, None, NOW, "import")
    records.accounts.give(ANN, "moderator", AYSE, NOW)
    records.accounts.link(AYSE, ANN)
    records.accounts.new_code(AYSE, "web", NOW)


def contents(records: StoredRecords) -> dict[str, list[tuple[object, ...]]]:
    with records._connection.reading() as database:
        return {table: [tuple(row) for row in database.execute(f"SELECT * FROM {table} ORDER BY 1, 2")] for table in TABLES}  # noqa: S608


def settings(url: str) -> Settings:
    return load({"MMBOT_DATABASE_URL": url}, "")


def clock() -> datetime:
    return NOW


def test_a_backup_holds_everything_and_is_restored_into_either_kind(
    filled: StoredRecords, url: str, postgres: PostgresServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved, expected = tmp_path / "saved.db", contents(filled)
    assert all(expected.values()), "a row in every table"
    keeping.backup(settings(url), saved)
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    for target in (postgres.empty(), f"sqlite:///{tmp_path}/other.db"):
        keeping.restore(settings(target), clock, saved, replace=False)
        again = open_records(target)
        assert contents(again) == expected
        fill_numbers(again, expected)
        again.close()
    told = capsys.readouterr().out
    assert f"{saved}: " in told
    assert f"mmbot: restored from {saved}, {sum(map(len, expected.values()))} records" in told


def fill_numbers(records: StoredRecords, before: dict[str, list[tuple[object, ...]]]) -> None:
    """Ids go on where they were, although what had the last ones may be gone."""
    assert records.misses.note("neu", "", NOW) == 1 + max(row[0] for row in before["misses"])  # type: ignore[operator, type-var]
    assert records.revisions.append(ENTRY, 2, None, NOW, "").id == 3
    assert set(NUMBERED) == {"misses", "outbox", "proposals", "revisions"}


def test_an_id_that_was_given_is_not_given_again_in_the_copy(
    filled: StoredRecords, url: str, postgres: PostgresServer, tmp_path: Path
) -> None:
    filled.purge(NOW + timedelta(days=999))
    assert filled.misses.open() == []
    keeping.backup(settings(url), tmp_path / "saved.db")
    for target in (postgres.empty(), f"sqlite:///{tmp_path}/other.db"):
        keeping.restore(settings(target), clock, tmp_path / "saved.db", replace=False)
        again = open_records(target)
        assert again.misses.note("neu", "", NOW) == 3, "an old button must not come to mean another question"
        again.close()


def test_what_begins_on_sqlite_moves_to_postgresql(tmp_path: Path, postgres: PostgresServer) -> None:
    first, target = f"sqlite:///{tmp_path}/mmbot.db", postgres.empty()
    records = open_records(first)
    fill(records)
    expected = contents(records)
    records.close()
    keeping.backup(settings(first), tmp_path / "saved.db")
    keeping.restore(settings(target), clock, tmp_path / "saved.db", replace=False)
    moved = open_records(target)
    assert contents(moved) == expected
    assert moved.revisions.latest()["ornek"].number == 2
    moved.close()


def test_a_database_that_holds_something_is_not_overwritten(filled: StoredRecords, url: str, tmp_path: Path) -> None:
    keeping.backup(settings(url), tmp_path / "saved.db")
    expected = contents(filled)
    with pytest.raises(StoreBroken, match=r"mmbot”: it holds records already \(subscriptions, .*\), and nothing is overwritten"):
        keeping.restore(settings(url), clock, tmp_path / "saved.db", replace=False)
    with pytest.raises(StoreBroken, match=r"is not replaced\. Make a new one \(createdb\), set MMBOT_DATABASE_URL to it"):
        keeping.restore(settings(url), clock, tmp_path / "saved.db", replace=True)
    assert contents(filled) == expected


def test_a_backup_overwrites_nothing(filled: StoredRecords, url: str, tmp_path: Path) -> None:
    assert filled.subscriptions.all()
    (tmp_path / "saved.db").write_text("precious", encoding="utf-8")
    with pytest.raises(StoreBroken, match=r"saved\.db”: the file exists, and a backup overwrites nothing"):
        keeping.backup(settings(url), tmp_path / "saved.db")
    assert (tmp_path / "saved.db").read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize("content", [b"", b"text" * 500], ids=["empty", "no database"])
def test_a_bad_backup_leaves_the_database_empty(url: str, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "saved.db").write_bytes(content)
    with pytest.raises(StoreBroken, match=r"saved\.db”"):
        keeping.restore(settings(url), clock, tmp_path / "saved.db", replace=False)
    records = open_records(url)
    assert not any(contents(records).values())
    records.close()


def test_a_backup_made_while_mmbot_writes_is_of_one_moment(filled: StoredRecords, url: str, tmp_path: Path) -> None:
    stop = Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            filled.posts.sent("telegram:1", NOW.date() + timedelta(number), [f"a/{fact}" for fact in range(20)])

    writing = Thread(target=write)
    writing.start()
    try:
        for number in range(3):
            keeping.backup(settings(url), tmp_path / f"{number}.db")
    finally:
        stop.set()
        writing.join()
    for number in range(3):
        copy = sqlite.SqliteRecords(str(tmp_path / f"{number}.db"))
        found = contents(copy)
        copy.close()
        assert len(found["told"]) == (len(found["posts"]) - 1) * 20 + 1


def test_what_was_approved_is_exported(
    filled: StoredRecords,
    url: str,
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert filled.revisions.latest()
    publishing.export(settings(url), tmp_path / "public", since=0, own=folder)
    assert "revision 2" in capsys.readouterr().out
    assert (tmp_path / "public" / "treaty" / "ornek.yaml").is_file()
