"""Databases that fail while mmbot runs on them: each way for real, and mended again."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime

from mmbot.desk.records import NotKept
from mmbot.store.sqlite import SqliteRecords
from postgres_server import PostgresServer

NOW = datetime(2026, 3, 16, 9, tzinfo=UTC)


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Another program keeps the SQLite file locked."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def full(records: SqliteRecords) -> Iterator[None]:
    """The disk is full, and so are the pages that the file has: of updates that were handled, of answers that were counted."""
    database = records._connection._database
    database.execute(f"PRAGMA max_page_count={database.execute('PRAGMA page_count').fetchone()[0]}")
    with suppress(NotKept):
        for number in range(100_000):
            records.notebook.first_times("telegram", [f"filler {number}"], NOW)
    with suppress(NotKept):
        for number in range(100_000):
            records.counts.add({(date(2026, 1, 1), f"filler {number}", ""): 1})
    yield
    database.execute("PRAGMA max_page_count=1000000")


@contextmanager
def unwritable(records: SqliteRecords) -> Iterator[None]:
    """The file cannot be written."""
    database = records._connection._database
    database.execute("PRAGMA query_only=1")
    yield
    database.execute("PRAGMA query_only=0")


@contextmanager
def missing(records: SqliteRecords, table: str) -> Iterator[None]:
    """*table* is not there: a fault that is neither the operator's nor anybody else's who could mend it."""
    database = records._connection._database
    database.execute(f"ALTER TABLE {table} RENAME TO elsewhere")
    yield
    database.execute(f"ALTER TABLE elsewhere RENAME TO {table}")


@contextmanager
def refusing(records: SqliteRecords, table: str, when: str) -> Iterator[None]:
    """*table* takes no row (NEW) that is so."""
    database = records._connection._database
    database.execute(f"CREATE TRIGGER refusing BEFORE INSERT ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, 'refused'); END")
    yield
    database.execute("DROP TRIGGER refusing")


@contextmanager
def stopped(server: PostgresServer) -> Iterator[None]:
    """The PostgreSQL server is down."""
    server.stop()
    try:
        yield
    finally:
        server.start()
