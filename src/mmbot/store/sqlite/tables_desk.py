"""The tables of the desk, as the first migration makes them. A migration that was released is never changed: add another."""

from sqlite_utils import Database

_TABLES = (
    """
    CREATE TABLE subscriptions (
        place TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        zone TEXT NOT NULL,
        language TEXT NOT NULL,
        by_platform TEXT,
        by_person TEXT
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE posts (
        place TEXT NOT NULL,
        day TEXT NOT NULL,
        claimed TEXT,
        sent INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (place, day)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE told (
        place TEXT NOT NULL,
        day TEXT NOT NULL,
        fact TEXT NOT NULL,
        PRIMARY KEY (place, day, fact),
        FOREIGN KEY (place, day) REFERENCES posts (place, day) ON DELETE CASCADE ON UPDATE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    # AUTOINCREMENT: buttons in old messages hold the id, which must never come to mean another question.
    """
    CREATE TABLE misses (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        folded TEXT NOT NULL UNIQUE,
        entry TEXT NOT NULL,
        count INTEGER NOT NULL,
        last TEXT NOT NULL,
        forwarded INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'settled', 'ignored')),
        fact TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE waiting (
        miss INTEGER NOT NULL REFERENCES misses (id) ON DELETE CASCADE,
        platform TEXT NOT NULL,
        person TEXT NOT NULL,
        place TEXT NOT NULL,
        PRIMARY KEY (miss, platform, person, place)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE outcomes (
        day TEXT NOT NULL,
        outcome TEXT NOT NULL,
        entry TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (day, outcome, entry)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE complaints (
        fact TEXT NOT NULL,
        kind TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (fact, kind)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE drafts (
        platform TEXT NOT NULL,
        person TEXT NOT NULL,
        form TEXT NOT NULL,
        given TEXT NOT NULL,
        step INTEGER NOT NULL,
        until TEXT,
        PRIMARY KEY (platform, person)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        platform TEXT NOT NULL,
        place TEXT NOT NULL,
        body TEXT NOT NULL,
        left_at TEXT NOT NULL,
        due TEXT NOT NULL,
        taken TEXT,
        attempts INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    "CREATE INDEX outbox_due ON outbox (platform, due, id) WHERE taken IS NULL",
    """
    CREATE TABLE handled (
        platform TEXT NOT NULL,
        update_id TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (platform, update_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX handled_at ON handled (at)",
    """
    CREATE TABLE notes (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)


def desk(database: Database) -> None:
    """Subscriptions, posts, unanswered questions, counts, drafts, the outbox, the notebook."""
    for table in _TABLES:
        database.execute(table)
