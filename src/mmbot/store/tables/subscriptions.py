"""Who gets the daily post."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from mmbot.desk.records import Subscription, private_place
from mmbot.model import Person
from mmbot.store.tables.concern import Concern
from mmbot.store.tables.database import Connection, Database

_OF_PERSON = "(by_platform = :platform AND by_person = :person) OR place = :place"
_PUT = """
    INSERT INTO subscriptions VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (place)
    DO UPDATE SET at = excluded.at, zone = excluded.zone, language = excluded.language,
        by_platform = excluded.by_platform, by_person = excluded.by_person
"""


class StoredSubscriptions(Concern):
    """See the port. A place that moves, moves in *others* too."""

    def __init__(self, connection: Connection, others: Sequence[Concern]) -> None:
        super().__init__(connection)
        self._others = others

    def put(self, subscription: Subscription) -> None:
        """Order it."""
        by = subscription.by
        with self._connection.writing() as database:
            database.execute(
                _PUT,
                (
                    subscription.place,
                    subscription.at.isoformat(),
                    subscription.zone,
                    subscription.language,
                    by and by.platform,
                    by and by.id,
                ),
            )

    def get(self, place: str) -> Subscription | None:
        """The one of *place*."""
        with self._connection.reading() as database:
            rows = list(database.query("SELECT * FROM subscriptions WHERE place = ?", (place,)))
        return _subscription(rows[0]) if rows else None

    def all(self) -> list[Subscription]:
        """Every one."""
        with self._connection.reading() as database:
            return [_subscription(row) for row in database.query("SELECT * FROM subscriptions ORDER BY place")]

    def end(self, place: str) -> bool:
        """End it."""
        with self._connection.writing() as database:
            return database.execute("DELETE FROM subscriptions WHERE place = ?", (place,)).rowcount == 1

    def move(self, old: str, new: str) -> None:
        """Everything about *old* is about *new* from now on."""
        if old == new:
            return
        with self._connection.writing() as database:
            for concern in (self, *self._others):
                concern.move_place(database, old, new)

    def move_place(self, database: Database, old: str, new: str) -> None:
        """What the new place ordered itself stays."""
        taken = "SELECT 1 FROM subscriptions WHERE place = :new"
        names = {"old": old, "new": new}
        database.execute(f"UPDATE subscriptions SET place = :new WHERE place = :old AND NOT EXISTS ({taken})", names)  # noqa: S608
        database.execute("DELETE FROM subscriptions WHERE place = :old", {"old": old})

    def about_person(self, database: Database, person: Person) -> Mapping[str, Sequence[str]]:
        """Those that he ordered, and the one of his private place."""
        rows = database.query(f"SELECT * FROM subscriptions WHERE {_OF_PERSON} ORDER BY place", _names(person))  # noqa: S608 - a constant
        return {"subscriptions": [f"{row['place']} {row['at'][:5]} {row['zone']} {row['language']}" for row in rows]}

    def forget_person(self, database: Database, person: Person) -> int:
        """End them."""
        return database.execute(f"DELETE FROM subscriptions WHERE {_OF_PERSON}", _names(person)).rowcount  # noqa: S608 - a constant


def _names(person: Person) -> dict[str, str]:
    return {"platform": person.platform, "person": person.id, "place": private_place(person)}


def _subscription(row: dict[str, Any]) -> Subscription:
    by = Person(row["by_platform"], row["by_person"]) if row["by_platform"] else None
    return Subscription(row["place"], time.fromisoformat(row["at"]), row["zone"], row["language"], by)
