"""Backups of a database in use, and the way back."""

import errno
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from mmbot.store.broken import StoreBroken
from mmbot.store.sqlite.connection import PATIENCE
from mmbot.store.sqlite.migrations import check
from mmbot.store.sqlite.troubles import told


def backup(database: Path, target: Path) -> None:
    """Copy *database*, which may be in use, to the new file *target*: sound, complete as of one moment, and there whole or not at all.

    Raises StoreBroken where the database cannot be read, is damaged, or *target* exists.
    """
    if target.exists():
        raise StoreBroken(f"Backup “{target}”: the file exists, and a backup overwrites nothing. Give a name that is free.")
    _copy(database, target)


def restore(saved: Path, database: Path) -> None:
    """Make *database* from the backup *saved*; mmbot must be stopped. What is there is not overwritten. Raises StoreBroken."""
    there = [path for path in (database, *(database.with_name(database.name + tail) for tail in ("-wal", "-shm"))) if path.exists()]
    if there:  # a -wal that is left over would be taken for the new file's
        names = ", ".join(f"“{path}”" for path in there)
        raise StoreBroken(
            f"Database “{database}”: it is there already, and nothing is overwritten. Stop mmbot and move {names} away first."
        )
    _copy(saved, database)


def _copy(source: Path, target: Path) -> None:
    if not source.is_file():
        raise StoreBroken(f"Database “{source}”: there is no such file. Give the path of a database of mmbot.")
    with _clear_errors(source), closing(_opened(source)) as connection:
        database = Database(connection, execute_plugins=False)
        check(database, str(source))
        if not database.table_names():
            raise StoreBroken(f"Database “{source}”: it holds no records of mmbot, it is empty. Give the path of another file.")
        with _unfinished(target) as draft, closing(sqlite3.connect(draft)) as copy:
            with _clear_errors(target):
                connection.backup(copy)  # in one step: a snapshot, for which in WAL mode no writer waits
                copy.execute("PRAGMA journal_mode=DELETE")  # one file, without -wal and -shm beside it
            _check_sound(copy, source)


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=PATIENCE)


def _check_sound(copy: sqlite3.Connection, source: Path) -> None:
    faults = [fault for (fault,) in copy.execute("PRAGMA integrity_check(3)")]
    if faults != ["ok"]:
        advice = "Stop mmbot, move the file away (with -wal and -shm) and restore an older backup"
        raise StoreBroken(f"Database “{source}”: it is damaged ({'; '.join(faults)}), so the copy was thrown away. {advice}.")


@contextmanager
def _unfinished(target: Path) -> Iterator[Path]:
    """A new file beside *target*, which gets that name when the block has ended well, and goes otherwise."""
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        os.close(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            yield draft
            _on_disk(draft)
            _name(draft, target)
            _on_disk(target.parent)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        advice = "Give a file that is free, in a folder that the user may write"
        raise StoreBroken(f"Copy “{target}”: it cannot be written ({error.strerror}). {advice}.") from error


def _name(draft: Path, target: Path) -> None:
    """Give *draft* the name *target*, unless a file of that name has come into being meanwhile."""
    try:
        os.link(draft, target)
    except FileExistsError:
        raise
    except OSError as error:  # network drives and memory sticks have no hard links; a renaming would replace a file
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from error
        draft.rename(target)


def _on_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


@contextmanager
def _clear_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        trouble = told(str(path), error)
        if trouble is None:
            raise
        raise trouble from error
