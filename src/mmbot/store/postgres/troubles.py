"""What PostgreSQL complains of, in words that tell an operator what to do."""

import psycopg

from mmbot.store.broken import StoreAway, StoreBroken

# By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html): what is about the server and not about our statements.
_TOLD = {
    "53100": "the server's disk is full, and nothing was written. Make room; mmbot goes on by itself.",
    "53200": "the server is out of memory, and nothing was written. See to the server; mmbot goes on by itself.",
    "53300": "the server has too many connections. End some, or raise max_connections.",
    "25006": "it cannot be written: this server is a standby, or the user may only read. Give the address of the primary, and a user who may write.",
    "42501": "the user has too few rights. Let him own the database (ALTER DATABASE … OWNER TO …).",
    "3F000": "there is no schema to put the tables into. Create the one that the search path names.",
    "55P03": "another process has been writing for too long. See whether an mmbot hangs, or an open psql holds a lock; mmbot goes on by itself.",
    "57014": "a statement was cancelled, and nothing was written. Somebody did so, or statement_timeout is set too low.",
    "XX001": "the data on the server is damaged. Stop mmbot and restore a backup into an empty database.",
    "XX002": "an index on the server is damaged. Stop mmbot and rebuild it (REINDEX DATABASE).",
}
_LOST = ("08", "57P")  # classes of codes with which a server ends a connection, or does not begin one


def told(name: str, error: psycopg.Error, *, lost: bool) -> StoreBroken | None:
    """The trouble with the database *name* that *error* tells of, after which the connection may be *lost*; None where it is a fault of ours."""
    code = error.sqlstate or ""
    if lost or code.startswith(_LOST):
        return StoreAway(
            f"Database “{name}”: the connection was lost ({reason(error)}). See that the server runs; mmbot connects again by itself."
        )
    return StoreBroken(f"Database “{name}”: {_TOLD[code]} ({code})") if code in _TOLD else None


def not_connected(name: str, error: psycopg.Error) -> StoreAway:
    """What to raise where no connection to the database *name* comes about. The server tells no client why in a code."""
    advice = "See that the server runs and that MMBOT_DATABASE_URL has the right host, database, user and password"
    return StoreAway(f"Database “{name}”: it cannot be connected to ({reason(error)}). {advice}.")


def reason(error: psycopg.Error) -> str:
    """What the server or the driver says, in one line; neither repeats a password."""
    return " ".join((error.diag.message_primary or str(error)).split()).removeprefix("connection failed: ") or type(error).__name__
