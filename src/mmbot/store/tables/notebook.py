"""Small things that outlive a restart."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from mmbot.model import Platform
from mmbot.store.tables.concern import Concern
from mmbot.store.tables.database import Database
from mmbot.store.tables.moments import stored

HANDLED_KEPT = timedelta(days=3)  # Telegram keeps an update for a day


class StoredNotebook(Concern):
    """See the port."""

    def first_times(self, platform: Platform, updates: Sequence[str], now: datetime) -> list[bool]:
        """In one transaction; each update is won by one."""
        handled, at = "INSERT INTO handled VALUES (?, ?, ?) ON CONFLICT DO NOTHING", stored(now)
        with self._connection.writing(swift=True) as database:
            return [database.execute(handled, (platform, update, at)).rowcount == 1 for update in updates]

    def read(self, key: str) -> str:
        """Empty where there is nothing."""
        with self._connection.reading() as database:
            found = database.execute("SELECT value FROM notes WHERE name = ?", (key,)).fetchone()
        return str(found[0]) if found else ""

    def write(self, key: str, value: str) -> None:
        """In place of what was there."""
        with self._connection.writing() as database:
            database.execute(
                "INSERT INTO notes VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", (key, value)
            )

    def purge_old(self, database: Database, now: datetime) -> None:
        """Updates that no platform sends again."""
        database.execute("DELETE FROM handled WHERE at < ?", (stored(now - HANDLED_KEPT),))
