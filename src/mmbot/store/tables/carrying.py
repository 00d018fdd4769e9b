"""Everything from one database into another, of whichever kind: how a PostgreSQL database is saved, and how one moves to the other kind."""

from mmbot.store.broken import StoreBroken
from mmbot.store.tables.database import Connection, Database

# Parents before their children. A table that a migration adds has to be added here: a test compares.
TABLES = (
    "subscriptions",
    "posts",
    "told",
    "misses",
    "waiting",
    "outcomes",
    "complaints",
    "drafts",
    "outbox",
    "handled",
    "notes",
    "proposals",
    "revisions",
    "roles",
    "links",
    "codes",
)
NUMBERED = ("misses", "outbox", "proposals", "revisions")  # an id that was given once is never given again, in the copy neither


def carry(source: Connection, target: Connection, name: str) -> int:
    """Copy all rows of *source*, as of one moment, into *target*, called *name*, in one transaction; how many they were.

    Raises StoreBroken where *target* holds something already: then nothing is written.
    """
    with source.snapshot() as here, target.writing() as there:
        if held := [table for table in TABLES if there.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()]:  # noqa: S608
            raise StoreBroken(f"Database “{name}”: it holds records already ({', '.join(held)}), and nothing is overwritten.")
        count = sum(_copy(here, there, table) for table in TABLES)
        for table in NUMBERED:
            target.give_ids_after(there, table, source.last_id(here, table))
    return count


def _copy(here: Database, there: Database, table: str) -> int:
    rows = list(here.query(f"SELECT * FROM {table} ORDER BY 1"))  # noqa: S608 - revisions follow each other by their ids
    for row in rows:
        names, places = ", ".join(row), ", ".join("?" * len(row))
        there.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", tuple(row.values()))  # noqa: S608
    return len(rows)
