"""The tables of moderation, as the second migration makes them. A migration that was released is never changed: add another.

Revisions are only ever added. The triggers hold that against this program too: one that got it wrong would lose knowledge silently.
"""

from sqlite_utils import Database

_TABLES = (
    # AUTOINCREMENT: people and buttons name proposals by their ids, which must never come to mean another one.
    """
    CREATE TABLE proposals (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        draft TEXT NOT NULL,
        revision INTEGER NOT NULL,
        by_platform TEXT,
        by_person TEXT,
        at TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'approved', 'rejected', 'postponed', 'withdrawn')),
        decided_platform TEXT,
        decided_person TEXT,
        decided_at TEXT,
        note TEXT NOT NULL DEFAULT '',
        misses TEXT NOT NULL DEFAULT '[]'
    ) STRICT
    """,
    "CREATE INDEX proposals_waiting ON proposals (state, id) WHERE state IN ('open', 'postponed')",
    "CREATE INDEX proposals_by ON proposals (by_platform, by_person, id)",
    # content: the entry as its file would be; verified: the fingerprints of its citations that a program has found on their pages.
    """
    CREATE TABLE revisions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        entry TEXT NOT NULL,
        number INTEGER NOT NULL,
        content TEXT NOT NULL,
        verified TEXT NOT NULL,
        by_platform TEXT,
        by_person TEXT,
        at TEXT NOT NULL,
        why TEXT NOT NULL,
        proposal INTEGER UNIQUE REFERENCES proposals (id),
        UNIQUE (entry, number)
    ) STRICT
    """,
    """
    CREATE TRIGGER revisions_follow BEFORE INSERT ON revisions
    WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM revisions WHERE entry = NEW.entry)
        OR EXISTS (SELECT 1 FROM revisions WHERE id = NEW.id OR proposal = NEW.proposal)
    BEGIN SELECT RAISE(ABORT, 'a revision follows the newest one'); END
    """,
    """
    CREATE TRIGGER revisions_stay BEFORE DELETE ON revisions
    BEGIN SELECT RAISE(ABORT, 'revisions are never deleted'); END
    """,
    # Who made it may be forgotten; everything else stays as it is.
    """
    CREATE TRIGGER revisions_unchanged BEFORE UPDATE ON revisions
    WHEN NEW.by_platform IS NOT NULL OR NEW.by_person IS NOT NULL
        OR (NEW.id, NEW.entry, NEW.number, NEW.content, NEW.verified, NEW.at, NEW.why)
            IS NOT (OLD.id, OLD.entry, OLD.number, OLD.content, OLD.verified, OLD.at, OLD.why)
        OR NEW.proposal IS NOT OLD.proposal
    BEGIN SELECT RAISE(ABORT, 'revisions are never changed'); END
    """,
    # A role that was taken away is NULL, so that it is known who took it.
    """
    CREATE TABLE roles (
        platform TEXT NOT NULL,
        person TEXT NOT NULL,
        role TEXT CHECK (role IN ('reader', 'proposer', 'moderator', 'administrator')),
        by_platform TEXT,
        by_person TEXT,
        at TEXT NOT NULL,
        PRIMARY KEY (platform, person)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE links (
        platform TEXT NOT NULL,
        person TEXT NOT NULL,
        human INTEGER NOT NULL,
        PRIMARY KEY (platform, person)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX links_human ON links (human)",
    """
    CREATE TABLE codes (
        purpose TEXT NOT NULL,
        shown TEXT NOT NULL,
        hash TEXT NOT NULL,
        platform TEXT NOT NULL,
        person TEXT NOT NULL,
        until TEXT NOT NULL,
        wrong INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (purpose, shown),
        UNIQUE (purpose, platform, person)
    ) STRICT, WITHOUT ROWID
    """,
)


def moderation(database: Database) -> None:
    """Proposals, revisions, roles, linked accounts, codes."""
    for table in _TABLES:
        database.execute(table)
