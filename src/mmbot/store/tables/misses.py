"""Unanswered questions, and who waits for an answer."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from mmbot.desk.records import MISS_KEPT, Miss, Waiting
from mmbot.model import Language, Person
from mmbot.store.tables.concern import Concern
from mmbot.store.tables.database import Database
from mmbot.store.tables.moments import moment_of, stored

_NOTE = """
    INSERT INTO misses (folded, entry, count, last, apart) VALUES (:folded, :entry, 1, :now, :apart)
    ON CONFLICT (folded) DO UPDATE SET
        count = misses.count + 1,
        last = CASE WHEN misses.last > excluded.last THEN misses.last ELSE excluded.last END,
        apart = CASE excluded.apart WHEN 0 THEN 0 ELSE misses.apart END,
        entry = CASE excluded.entry WHEN '' THEN misses.entry ELSE excluded.entry END,
        forwarded = CASE misses.state WHEN 'settled' THEN 0 ELSE misses.forwarded END,
        fact = CASE misses.state WHEN 'settled' THEN '' ELSE misses.fact END,
        state = CASE misses.state WHEN 'settled' THEN 'open' ELSE misses.state END
    RETURNING id
"""
_OPEN = """
    SELECT * FROM misses
    WHERE state = 'open' AND (apart = 0 OR forwarded > 0 OR EXISTS (SELECT 1 FROM waiting WHERE miss = misses.id))
    ORDER BY count DESC, last DESC, id
"""
_MOVE = """
    UPDATE waiting SET place = :new WHERE place = :old AND NOT EXISTS (
        SELECT 1 FROM waiting AS there
        WHERE there.miss = waiting.miss AND there.platform = waiting.platform AND there.person = waiting.person AND there.place = :new
    )
"""


class StoredMisses(Concern):
    """See the port."""

    def note(self, folded: str, entry: str, now: datetime, *, apart: bool = False) -> int:
        """An ignored one stays ignored; a settled one is open again: what answered it does so no more."""
        with self._connection.writing(swift=True) as database:
            found = database.execute(_NOTE, {"folded": folded, "entry": entry, "now": stored(now), "apart": int(apart)}).fetchone()
            return int(found[0])

    def get(self, miss: int) -> Miss | None:
        """In whatever state."""
        with self._connection.reading() as database:
            rows = list(database.query("SELECT * FROM misses WHERE id = ?", (miss,)))
        return _miss(rows[0]) if rows else None

    def forward(self, miss: int) -> bool:
        """Count it."""
        with self._connection.writing() as database:
            return database.execute("UPDATE misses SET forwarded = forwarded + 1 WHERE id = ?", (miss,)).rowcount == 1

    def wait(self, miss: int, person: Person, place: str, language: Language = "tr") -> bool:
        """Not for one that nobody will answer any more: the promise would not be kept."""
        with self._connection.writing() as database:
            if database.execute("SELECT 1 FROM misses WHERE id = ? AND state = 'open'", (miss,)).fetchone() is None:
                return False
            waits = "INSERT INTO waiting (miss, platform, person, place, language) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
            database.execute(waits, (miss, person.platform, person.id, place, language))
            return True

    def open(self) -> list[Miss]:
        """Of equally frequent ones the latest first."""
        with self._connection.reading() as database:
            return [_miss(row) for row in database.query(_OPEN)]

    def settle(self, misses: Sequence[int], *, fact: str = "") -> list[Waiting]:
        """Who waited waits no more. Of an ignored question nobody is told."""
        waited: dict[tuple[Person, str], Waiting] = {}
        with self._connection.writing() as database:
            for miss in misses:
                database.execute(
                    "UPDATE misses SET state = ?, fact = ? WHERE id = ?", ("settled" if fact else "ignored", fact, miss)
                )
                rows = database.query("DELETE FROM waiting WHERE miss = ? RETURNING platform, person, place, language", (miss,))
                told = [Waiting(Person(row["platform"], row["person"]), row["place"], row["language"]) for row in rows]
                waited |= {(one.person, one.place): one for one in told}
        return list(waited.values()) if fact else []

    def move_place(self, database: Database, old: str, new: str) -> None:
        """Who waits there is told in the new place."""
        database.execute(_MOVE, {"old": old, "new": new})
        database.execute("DELETE FROM waiting WHERE place = ?", (old,))

    def about_person(self, database: Database, person: Person) -> Mapping[str, Sequence[str]]:
        """What he waits for, and where."""
        query = "SELECT folded, place FROM waiting JOIN misses ON id = miss WHERE platform = ? AND person = ? ORDER BY id, place"
        return {"waiting": [f"{folded} ({place})" for folded, place in database.execute(query, (person.platform, person.id))]}

    def forget_person(self, database: Database, person: Person) -> int:
        """He waits no more; the question stays, it does not know who asked."""
        return database.execute("DELETE FROM waiting WHERE platform = ? AND person = ?", (person.platform, person.id)).rowcount

    def purge_old(self, database: Database, now: datetime) -> None:
        """Not asked for MISS_KEPT, in whatever state."""
        database.execute("DELETE FROM misses WHERE last < ?", (stored(now - MISS_KEPT),))


def _miss(row: dict[str, Any]) -> Miss:
    return Miss(row["id"], row["folded"], row["entry"], row["count"], moment_of(row["last"]), row["forwarded"])
