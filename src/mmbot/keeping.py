"""The commands of whoever keeps the database: ``backup`` and ``restore``."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from mmbot.alive import HEARTBEAT, LONGEST_SILENCE
from mmbot.config import Settings
from mmbot.model import Clock
from mmbot.store import sqlite
from mmbot.store.address import MEMORY, is_postgres, postgres_name, sqlite_path
from mmbot.store.broken import StoreBroken
from mmbot.store.opening import open_records
from mmbot.store.usage import in_use, read_note


def backup(settings: Settings, target: Path) -> None:
    """Copy the database, which may be in use, to the new file *target*: SQLite's format, wherever it comes from. Raises StoreBroken."""
    if is_postgres(settings.database_url):
        _save(settings.database_url, target)
    else:
        sqlite.backup(_database(settings), target)
    print(f"{target}: {target.stat().st_size:,} bytes, sound")


def restore(settings: Settings, clock: Clock, saved: Path, *, replace: bool) -> None:
    """Make the database from the backup *saved*; with *replace* in place of the one that is there, which is kept beside it.

    Raises StoreBroken where there is one and it is not to be replaced, where mmbot runs on it, and where *saved* is no sound backup.
    A PostgreSQL database has to be there and empty; it is never replaced.
    """
    if is_postgres(settings.database_url):
        _fill(settings.database_url, saved, replace=replace)
        return
    database = _database(settings)
    there = _files(database)
    if there and not replace:
        raise StoreBroken(
            f"Database “{database}”: it is there already. With --replace the backup takes its place, and it is kept beside it."
        )
    _refuse_in_use(database, clock())
    with _moved_away(database, clock()) as kept:
        sqlite.restore(saved, database)
    print(f"{database}: restored from {saved}" + (f"; what was there is kept as {kept}" if there else ""))


def _save(url: str, target: Path) -> None:
    """Copy the PostgreSQL database at *url*, as of one moment, to the new file *target*."""
    if target.exists():
        raise StoreBroken(f"Backup “{target}”: the file exists, and a backup overwrites nothing. Give a name that is free.")
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "mmbot.db"
        with closing(open_records(url)) as records, closing(sqlite.SqliteRecords(str(draft))) as copy:
            records.carry_into(copy, str(draft))
        sqlite.backup(draft, target)


def _fill(url: str, saved: Path, *, replace: bool) -> None:
    """Copy the backup *saved* into the PostgreSQL database at *url*, which has to be empty."""
    name = postgres_name(url)
    if replace:
        raise StoreBroken(
            f"Database “{name}”: a PostgreSQL database is not replaced. Make a new one (createdb), set MMBOT_DATABASE_URL to it, "
            "and restore without --replace; the old one stays as it is."
        )
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "mmbot.db"  # which may need to be brought up to date: the backup stays as it is
        sqlite.restore(saved, copy)
        with closing(sqlite.SqliteRecords(str(copy))) as source, closing(open_records(url)) as records:
            count = source.carry_into(records, name)
    print(f"{name}: restored from {saved}, {count:,} records")


def _database(settings: Settings) -> Path:
    path = sqlite_path(settings.database_url)
    if path == MEMORY:
        raise StoreBroken("MMBOT_DATABASE_URL: a database in memory cannot be copied. Set the one that “mmbot run” uses.")
    return Path(path)


def _files(database: Path) -> list[Path]:
    """The files of *database* that are there: itself, and the log that a killed process has left."""
    return [path for tail in ("", "-wal", "-shm") if (path := database.with_name(database.name + tail)).exists()]


def _refuse_in_use(database: Path, now: datetime) -> None:
    beat = read_note(database, HEARTBEAT)  # of an mmbot behind a file system that does not pass locks on
    if in_use(database):
        raise StoreBroken(
            f"Database “{database}”: mmbot is running on it, or something else has it open. Stop that, and try again."
        )
    if beat and (silence := (now - datetime.fromisoformat(beat)).total_seconds()) < LONGEST_SILENCE:
        raise StoreBroken(
            f"Database “{database}”: mmbot gave a sign of life {silence:.0f} s ago. Stop it; where it was killed, wait two minutes."
        )


@contextmanager
def _moved_away(database: Path, now: datetime) -> Iterator[Path]:
    """Give the files of *database* another name, which is yielded; the old one again where the block raises."""
    kept = database.with_name(f"{database.name}.{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    moved = [(path, kept.with_name(kept.name + path.name.removeprefix(database.name))) for path in _files(database)]
    for old, new in moved:
        if new.exists():
            raise StoreBroken(f"Database “{database}”: it cannot be kept as “{new}”, which exists. Move that away.")
        old.rename(new)
    try:
        yield kept
    except BaseException:
        for old, new in moved:
            new.rename(old)
        raise
