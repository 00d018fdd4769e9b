"""The commands of whoever keeps the database: ``backup`` and ``restore``."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from mmbot.config import Settings
from mmbot.model import Clock
from mmbot.operating import LONGEST_SILENCE
from mmbot.running import HEARTBEAT
from mmbot.store import sqlite
from mmbot.store.address import MEMORY, sqlite_path
from mmbot.store.broken import StoreBroken


def backup(settings: Settings, target: Path) -> None:
    """Copy the database, which may be in use, to the new file *target*. Raises StoreBroken."""
    sqlite.backup(_database(settings), target)
    print(f"{target}: {target.stat().st_size:,} bytes, sound")


def restore(settings: Settings, clock: Clock, saved: Path, *, replace: bool) -> None:
    """Make the database from the backup *saved*; with *replace* in place of the one that is there, which is kept beside it.

    Raises StoreBroken where there is one and it is not to be replaced, where mmbot runs on it, and where *saved* is no sound backup.
    """
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


def _database(settings: Settings) -> Path:
    path = sqlite_path(settings.database_url)
    if path == MEMORY:
        raise StoreBroken("MMBOT_DATABASE_URL: a database in memory cannot be copied. Set the one that “mmbot run” uses.")
    return Path(path)


def _files(database: Path) -> list[Path]:
    """The files of *database* that are there: itself, and the log that a killed process has left."""
    return [path for tail in ("", "-wal", "-shm") if (path := database.with_name(database.name + tail)).exists()]


def _refuse_in_use(database: Path, now: datetime) -> None:
    beat = sqlite.read_note(database, HEARTBEAT)  # of an mmbot behind a file system that does not pass locks on
    if sqlite.in_use(database):
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
