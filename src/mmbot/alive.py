"""Whether ``mmbot run`` lives. A container engine asks every minute, so next to nothing is loaded for it, and nothing is made."""

import sys
from datetime import datetime
from pathlib import Path

from mmbot.config import Settings
from mmbot.model import Clock
from mmbot.store.address import is_postgres, postgres_name, sqlite_path
from mmbot.store.usage import read_note

HEARTBEAT = "heartbeat"  # where the notebook keeps the time of the last sign of life
LONGEST_SILENCE = 120.0  # seconds; “run” gives a sign of life every twenty


def alive(settings: Settings, clock: Clock) -> bool:
    """Print whether ``mmbot run`` on this database has given a sign of life in the last two minutes, and return it. Raises StoreBroken."""
    beat = _last_beat(settings.database_url)
    if not beat:
        print(
            f"BAD  heartbeat: none in {_name(settings.database_url)}. Is “mmbot run” started, with this database?", file=sys.stderr
        )
        return False
    age = (clock() - datetime.fromisoformat(beat)).total_seconds()
    if age < LONGEST_SILENCE:
        print(f"ok   heartbeat: {age:.0f} s ago")
        return True
    print(f"BAD  heartbeat: {age:.0f} s ago. See the log of “mmbot run”, and start it again.", file=sys.stderr)
    return False


def lives(settings: Settings, clock: Clock) -> bool:
    """Whether ``mmbot run`` on this database has given a sign of life in the last two minutes. Raises StoreBroken."""
    beat = _last_beat(settings.database_url)
    return bool(beat) and (clock() - datetime.fromisoformat(beat)).total_seconds() < LONGEST_SILENCE


def _last_beat(url: str) -> str:
    if not is_postgres(url):
        return read_note(Path(sqlite_path(url)), HEARTBEAT)
    from mmbot.store.opening import open_records  # noqa: PLC0415  a second of processor time, which SQLite does without

    records = open_records(url)
    try:
        return records.notebook.read(HEARTBEAT)
    finally:
        records.close()


def _name(url: str) -> str:
    return postgres_name(url) if is_postgres(url) else f"“{sqlite_path(url)}”"
