"""Who uses an SQLite database, and what its notebook says: looked at from outside, without making, changing or migrating anything."""

import sqlite3
from contextlib import closing
from pathlib import Path


def in_use(path: Path) -> bool:
    """Whether another process has the database at *path* open; False where it is not there, or is none.

    With a log beside the file, everybody who has it open holds a lock that only goes with a connection (https://www.sqlite.org/wal.html);
    exclusive access is then refused at once.
    """
    if not path.is_file():
        return False
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=0)) as connection:
        try:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            return error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
        return False


def read_note(path: Path, name: str) -> str:
    """What the notebook of the database at *path* holds, whichever version wrote it; empty where it cannot be read."""
    try:
        if not path.is_file():
            return ""
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            found = connection.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
    except (OSError, sqlite3.Error):  # no right to the folder; no right to the file, or no database of mmbot
        return ""
    return str(found[0]) if found else ""
