"""How a database comes to the form that the program knows, and when the program leaves it alone."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from mmbot.desk.records import Waiting
from mmbot.model import Person
from mmbot.store.broken import StoreBroken
from mmbot.store.sqlite import SqliteRecords
from mmbot.store.sqlite.connection import Connection
from mmbot.store.sqlite.migrations import MIGRATIONS, migrate
from mmbot.store.sqlite.tables_desk import desk

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


def steps(*more: tuple[str, Callable[[Database], None]]) -> Migrations:
    """What a later program might bring: the first step, and *more*."""
    made = Migrations("mmbot")
    for name, step in (("001_desk", desk), *more):
        made(name=name)(step)
    return made


def add_column(database: Database) -> None:
    database.execute("ALTER TABLE misses ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")


def applied(path: str) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [
            name for (name,) in connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'mmbot' ORDER BY id")
        ]


def names_of(migrations: Migrations) -> list[str]:
    with Database(memory=True) as empty:
        return [migration.name for migration in migrations.pending(empty)]


def test_steps_are_numbered_without_a_gap() -> None:
    names = names_of(MIGRATIONS)
    assert [int(name[:3]) for name in names] == list(range(1, len(names) + 1))


def test_a_new_database_gets_every_step_once(path: str) -> None:
    for _ in range(2):
        SqliteRecords(path).close()
        assert applied(path) == names_of(MIGRATIONS)


def test_a_database_of_the_first_version_keeps_what_is_in_it(path: str) -> None:
    old = Connection(path)
    migrate(old, steps())
    with old.writing() as database:
        database.execute(
            "INSERT INTO misses (folded, entry, count, last) VALUES ('soru', '', 3, '2026-03-16T09:00:00.000000+00:00')"
        )
        database.execute("INSERT INTO waiting VALUES (1, 'telegram', '7', 'telegram:7')")
    old.close()
    records = SqliteRecords(path)
    assert applied(path) == names_of(MIGRATIONS)
    assert [(miss.folded, miss.count, miss.last) for miss in records.misses.open()] == [("soru", 3, NOW)]
    assert records.misses.settle([1], fact="a/b") == [Waiting(Person("telegram", "7"), "telegram:7")]
    records.close()


def test_a_later_step_is_done_on_a_database_in_use(path: str) -> None:
    records = SqliteRecords(path)
    records.misses.note("soru", "", NOW)
    connection = Connection(path)
    migrate(connection, steps(*[(name, lambda _: None) for name in names_of(MIGRATIONS)[1:]], ("999_mood", add_column)))
    with connection.reading() as database:
        assert list(database.query("SELECT folded, mood FROM misses")) == [{"folded": "soru", "mood": "calm"}]
    connection.close()
    assert len(records.misses.open()) == 1
    records.close()


def test_of_steps_that_fail_nothing_stays(path: str) -> None:
    def fails(_: Database) -> None:
        raise RuntimeError("mended tomorrow")

    connection = Connection(path)
    with pytest.raises(RuntimeError, match="mended"):
        migrate(connection, steps(("002_mood", add_column), ("003_fails", fails)))
    with connection.reading() as database:
        assert database.table_names() == []
    migrate(connection, steps(("002_mood", add_column)))
    connection.close()
    assert applied(path) == ["001_desk", "002_mood"]


def test_connections_that_start_together_do_a_step_once(path: str) -> None:
    done = []

    def counted(database: Database) -> None:
        done.append(database)
        add_column(database)

    def start(_: int) -> None:
        connection = Connection(path)
        migrate(connection, steps(("002_mood", counted)))
        connection.close()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(start, range(8)))
    assert len(done) == 1
    assert applied(path) == ["001_desk", "002_mood"]


def test_a_newer_database_is_refused_and_left_as_it_is(path: str) -> None:
    newer = Connection(path)
    migrate(newer, steps(("998_mood", add_column)))
    newer.close()
    before = Path(path).read_bytes()
    with pytest.raises(
        StoreBroken, match=r"mmbot\.db”: a newer mmbot has used it \(it knows 998_mood\)\. Install that version again, or restore"
    ):
        SqliteRecords(path)
    assert Path(path).read_bytes() == before


def test_the_database_of_another_program_is_refused_and_left_as_it_is(path: str) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(StoreBroken, match=r"mmbot\.db”: it belongs to another program\. Give the path of another file"):
        SqliteRecords(path)
    with closing(sqlite3.connect(path)) as other:
        assert [name for (name,) in other.execute("SELECT name FROM sqlite_master")] == ["bookmarks"]
        assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)
