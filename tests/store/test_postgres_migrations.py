"""How a PostgreSQL database comes to the form that the program knows, and when the program leaves it alone."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlite_utils import Database
from test_migrations import names_of

from mmbot.store.broken import StoreBroken
from mmbot.store.opening import open_records
from mmbot.store.postgres.connection import Connection
from mmbot.store.postgres.migrations import STEPS, migrate
from mmbot.store.postgres.statements import Statements
from mmbot.store.sqlite.migrations import MIGRATIONS
from mmbot.store.tables.carrying import NUMBERED, TABLES
from postgres_server import PostgresServer

FIRST = STEPS[0]


@pytest.fixture
def url(postgres: PostgresServer) -> str:
    return postgres.empty()


def add_column(database: Statements) -> None:
    database.define("ALTER TABLE misses ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")


def test_the_steps_are_those_of_sqlite() -> None:
    assert [name for name, _ in STEPS] == names_of(MIGRATIONS)


def columns_on_sqlite() -> dict[str, list[str]]:
    with Database(memory=True) as database:
        MIGRATIONS.apply(database)
        return {
            table.name: [column.name for column in table.columns]
            for table in database.tables
            if not table.name.startswith(("_", "sqlite_"))
        }


def test_the_tables_are_those_of_sqlite_and_all_of_them_are_carried(postgres: PostgresServer, url: str) -> None:
    open_records(url).close()
    found: dict[str, list[str]] = {}
    query = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY ordinal_position"
    for table, column in postgres.do(query, url):
        found.setdefault(table, []).append(column)
    del found["mmbot_migrations"]
    assert found == columns_on_sqlite()
    assert set(TABLES) == set(found)
    assert set(NUMBERED) == {table for table, columns in found.items() if columns[0] == "id"}


def test_a_new_database_gets_every_step_once(postgres: PostgresServer, url: str) -> None:
    for _ in range(2):
        open_records(url).close()
        assert postgres.do("SELECT name FROM mmbot_migrations ORDER BY name", url) == [(name,) for name, _ in STEPS]


def test_a_later_step_is_done_on_a_database_in_use(postgres: PostgresServer, url: str) -> None:
    records = open_records(url)
    records.notebook.write("a", "b")
    migrate(connection := Connection(url), (*STEPS, ("999_mood", add_column)))
    connection.close()
    assert records.notebook.read("a") == "b"
    assert records.misses.open() == []
    assert postgres.do("SELECT count(mood) FROM misses", url) == [(0,)]
    records.close()


def test_of_steps_that_fail_nothing_stays(postgres: PostgresServer, url: str) -> None:
    def fails(_: Statements) -> None:
        raise RuntimeError("mended tomorrow")

    connection = Connection(url)
    with pytest.raises(RuntimeError, match="mended"):
        migrate(connection, (FIRST, ("002_mood", add_column), ("003_fails", fails)))
    assert postgres.do("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()", url) == []
    migrate(connection, (FIRST, ("002_mood", add_column)))
    connection.close()


def test_connections_that_start_together_do_a_step_once(url: str) -> None:
    done = []

    def counted(database: Statements) -> None:
        done.append(database)
        add_column(database)

    def start(_: int) -> None:
        connection = Connection(url)
        migrate(connection, (FIRST, ("002_mood", counted)))
        connection.close()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(start, range(8)))
    assert len(done) == 1


def test_a_newer_database_is_refused_and_left_as_it_is(postgres: PostgresServer, url: str) -> None:
    migrate(newer := Connection(url), (*STEPS, ("998_mood", add_column)))
    newer.close()
    with pytest.raises(
        StoreBroken, match=r"mmbot”: a newer mmbot has used it \(it knows 998_mood\)\. Install that version again, or restore"
    ):
        open_records(url)
    assert len(postgres.do("SELECT * FROM mmbot_migrations", url)) == len(STEPS) + 1


def test_the_database_of_another_program_is_refused_and_left_as_it_is(postgres: PostgresServer, url: str) -> None:
    postgres.do("CREATE TABLE bookmarks (url TEXT)", url)
    with pytest.raises(StoreBroken, match=r"mmbot”: it belongs to another program\. Give an empty database \(createdb mmbot\)"):
        open_records(url)
    assert postgres.do("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()", url) == [("bookmarks",)]
