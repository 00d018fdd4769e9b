"""What waits to be delivered: handed out once, and again only when it was given back."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from mmbot.desk.records import Parcel, private_place
from mmbot.model import Person, Platform
from mmbot.store.tables.concern import Concern
from mmbot.store.tables.database import Database
from mmbot.store.tables.moments import moment_of, stored

KEPT = timedelta(days=3)
# After the first, second, … attempt that failed; after the one that follows the last of them it is dropped.
PAUSES = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6))

_NEXT = """
    SELECT id, platform, place, body FROM outbox
    WHERE platform = :platform AND taken IS NULL AND due <= :now AND left_at >= :oldest
    ORDER BY due, id LIMIT 1
"""


class StoredOutbox(Concern):
    """See the port. Who takes a parcel and dies has it with him: it is better lost than delivered twice."""

    def put(self, platform: Platform, place: str, body: str, now: datetime) -> None:
        """Due at once."""
        with self._connection.writing() as database:
            database.execute(
                "INSERT INTO outbox (platform, place, body, left_at, due) VALUES (?, ?, ?, ?, ?)",
                (platform, place, body, stored(now), stored(now)),
            )

    def take(self, platform: Platform, now: datetime) -> Parcel | None:
        """The one due longest. The text goes with the parcel: the box keeps the empty row, to count attempts."""
        look = {"platform": platform, "now": stored(now), "oldest": stored(now - KEPT)}
        with self._connection.reading() as database:  # asked every few seconds: an empty box costs no lock
            if database.execute(_NEXT, look).fetchone() is None:
                return None
        with self._connection.writing() as database:
            found = database.execute(_NEXT, look).fetchone()
            if found is None:
                return None
            database.execute(
                "UPDATE outbox SET taken = ?, attempts = attempts + 1, body = '' WHERE id = ?", (look["now"], found[0])
            )
        return Parcel(*found)

    def give_back(self, parcel: Parcel) -> None:
        """Due again after a pause that grows with the attempts; dropped after the last."""
        with self._connection.writing() as database:
            row = database.execute("SELECT taken, attempts FROM outbox WHERE id = ? AND taken IS NOT NULL", (parcel.id,)).fetchone()
            if row is None:
                return
            taken, attempts = row
            if attempts > len(PAUSES):
                database.execute("DELETE FROM outbox WHERE id = ?", (parcel.id,))
                return
            due = stored(moment_of(taken) + PAUSES[attempts - 1])
            database.execute("UPDATE outbox SET taken = NULL, due = ?, body = ? WHERE id = ?", (due, parcel.body, parcel.id))

    def move_place(self, database: Database, old: str, new: str) -> None:
        """What is left for the old place goes to the new one."""
        database.execute("UPDATE outbox SET place = ? WHERE place = ?", (new, old))

    def about_person(self, database: Database, person: Person) -> Mapping[str, Sequence[str]]:
        """When something was left for him alone."""
        rows = database.execute("SELECT left_at FROM outbox WHERE place = ? ORDER BY id", (private_place(person),))
        return {"outbox": [left for (left,) in rows]}

    def forget_person(self, database: Database, person: Person) -> int:
        """It is not delivered any more."""
        return database.execute("DELETE FROM outbox WHERE place = ?", (private_place(person),)).rowcount

    def purge_old(self, database: Database, now: datetime) -> None:
        """Delivered, lost or undeliverable for KEPT."""
        database.execute("DELETE FROM outbox WHERE left_at < ?", (stored(now - KEPT),))
