"""One connection to the database, which all threads of a process share, one after the other."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, RLock

from sqlite_utils import Database

from mmbot.store.address import MEMORY
from mmbot.store.broken import StoreBroken
from mmbot.store.sqlite.troubles import told
from mmbot.store.tables import database as tables

PATIENCE = 10.0  # seconds to wait for a lock that another process holds
SWIFT = 1.0  # the same for what happens with every question: somebody waits for his answer meanwhile
HARDLY = 0.1  # and once it was waited for in vain, until something can be written again: everybody waits behind who waits
_MAKING = Lock()


class Connection:
    """The database at *path* (a file, or MEMORY), opened; the file is made where there is none. Raises StoreBroken.

    A statement takes microseconds, so threads wait for each other instead of having a connection each; a database in memory
    could not be had otherwise.
    """

    def __init__(self, path: str, *, patience: float = PATIENCE) -> None:
        self.path = path
        self._lock = RLock()
        if path != MEMORY:
            _make_file(Path(path))
        self._patience = patience
        self._in_vain = False  # the last one that waited for a lock
        self._way: tuple[bool, float] | None = None  # how things are written just now: swiftly, and with how much patience
        with self._clear_errors():
            self._database = _opened(path, patience)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The database, to look into. Fetch all rows before leaving. Raises StoreBroken."""
        with self._lock, self._clear_errors():
            yield self._database

    @contextmanager
    def writing(self, *, swift: bool = False) -> Iterator[Database]:
        """The database in a transaction that nobody else can write beside; kept whole when the block ends, not at all when it raises.

        What is kept outlives the process, and a power cut too, unless it is *swift*: then the disk is not waited for, which suits
        what happens with every question. Inside another such block it is a part of that one: kept with it, or undone alone when it
        raises. Raises StoreBroken.
        """
        with self._lock, self._clear_errors():
            if self._database.conn.in_transaction:
                with self._part():
                    yield self._database
            else:
                self._go(swift)
                with self._whole():
                    yield self._database

    @contextmanager
    def snapshot(self) -> Iterator[Database]:
        """The database as it is at one moment, to look into, whatever others write meanwhile. Raises StoreBroken."""
        with self._lock, self._clear_errors():
            self._database.execute("BEGIN")
            try:
                yield self._database
            finally:
                self._database.rollback()

    def last_id(self, database: tables.Database, table: str) -> int:
        """The greatest id that *table* has ever given a row; 0 where it has given none."""
        found = database.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        return int(found[0]) if found else 0

    def give_ids_after(self, database: tables.Database, table: str, last: int) -> None:
        """From now on *table* gives its rows ids greater than *last*."""
        database.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        database.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, last))

    def _go(self, swift: bool) -> None:
        patience = min(self._patience, HARDLY if self._in_vain else SWIFT if swift else self._patience)
        if self._way != (swift, patience):
            self._database.execute(f"PRAGMA synchronous={'NORMAL' if swift else 'FULL'}")
            self._database.execute(f"PRAGMA busy_timeout={patience * 1000:.0f}")
            self._way = (swift, patience)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        database = self._database
        self._in_vain = True
        database.execute("BEGIN IMMEDIATE")
        self._in_vain = False
        try:
            yield
            database.execute("COMMIT")
        except BaseException:
            database.rollback()
            raise

    @contextmanager
    def _part(self) -> Iterator[None]:
        database = self._database
        database.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if database.conn.in_transaction:  # some errors, such as a full disk, have rolled everything back already
                database.execute("ROLLBACK TO part")
                database.execute("RELEASE part")
            raise
        database.execute("RELEASE part")

    def write_ahead(self) -> None:
        """Switch to WAL: from now on readers and the writer do not wait for each other. Raises StoreBroken.

        It is written in the file, so it is not done before it is known whose file this is.
        """
        with self._lock, self._clear_errors():
            _write_ahead(self._database, self._patience)

    def close(self) -> None:
        """Close it; a second time does nothing."""
        with self._lock:
            self._database.close()

    @contextmanager
    def _clear_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            trouble = told(self.path, error)
            if trouble is None:
                raise
            raise trouble from error


def _make_file(path: Path) -> None:
    """Make the file, for its owner alone; SQLite gives ``-wal`` and ``-shm`` the same rights."""
    if not path.parent.is_dir():
        raise StoreBroken(f"Database “{path}”: there is no folder “{path.parent}”. Make it (mkdir -p), or give another path.")
    if path.is_dir():
        raise StoreBroken(f"Database “{path}”: this is a folder. Give the path of a file in it, such as “{path / 'mmbot.db'}”.")
    # A file that is there is not opened: to close it again would take away the locks of every other connection of this process
    # (https://www.sqlite.org/howtocorrupt.html, 2.2).
    with _MAKING:
        trouble = _made(path)
    if trouble:
        advice = "Let the user that runs mmbot write the file and its folder, on a file system that is mounted writable"
        raise StoreBroken(f"Database “{path}”: it cannot be opened for writing ({trouble}). {advice}, or give another path.")


def _made(path: Path) -> str:
    """Empty where the file is there now and can be written, else the trouble."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    except FileExistsError:
        return "" if os.access(path, os.R_OK | os.W_OK) else "no right to it, or read-only"
    except OSError as error:
        return error.strerror or "no reason is given"
    return ""


def _opened(path: str, patience: float) -> Database:
    connection = sqlite3.connect(path, timeout=patience, check_same_thread=False)
    try:
        database = Database(connection, recursive_triggers=False, execute_plugins=False)
        database.execute("PRAGMA foreign_keys=ON")
        database.execute("PRAGMA secure_delete=ON")  # what a person had deleted is not to be found in the file's free pages
    except BaseException:
        connection.close()
        raise
    return database


def _write_ahead(database: Database, patience: float) -> None:
    """Try until it is done: the busy timeout does not hold for this statement (of 1,200 starts, eight at once, two failed)."""
    end = time.monotonic() + patience
    while True:
        try:
            database.execute("PRAGMA journal_mode=WAL").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return
