"""What SQLite complains of, in words that tell an operator what to do."""

import sqlite3

from mmbot.store.broken import StoreBroken

# The primary result codes (https://www.sqlite.org/rescode.html) that are about the file and not about our statements.
_TOLD = {
    sqlite3.SQLITE_FULL: "the disk is full, and nothing was written. Make room; mmbot goes on by itself.",
    sqlite3.SQLITE_READONLY: "it cannot be written. Mount its file system writable, and let the user that runs mmbot write the file and its folder.",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened. Let the user that runs mmbot read and write the file and its folder.",
    sqlite3.SQLITE_PERM: "it may not be opened. Let the user that runs mmbot read and write the file and its folder.",
    sqlite3.SQLITE_NOTADB: "the file is no SQLite database. Give the path of another file, or move this one away and restore a backup.",
    sqlite3.SQLITE_CORRUPT: "the file is damaged. Stop mmbot, move the file away (with -wal and -shm) and restore a backup.",
    sqlite3.SQLITE_BUSY: "another program keeps it locked. End that program (a backup or an open sqlite3 shell), and try again.",
    sqlite3.SQLITE_LOCKED: "another program keeps it locked. End that program (a backup or an open sqlite3 shell), and try again.",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written. See whether it is full, failing or a network drive; the system's log says more.",
}


def told(path: str, error: sqlite3.Error) -> StoreBroken | None:
    """The trouble with the database at *path* that *error* tells of; None where it is a fault of ours, which nobody can mend by hand."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None or (advice := _TOLD.get(code & 0xFF)) is None:
        return None
    return StoreBroken(f"Database “{path}”: {advice} ({error.sqlite_errorname})")
