"""Which daily posts went out, and what they told."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from mmbot.desk.records import private_place
from mmbot.model import Person
from mmbot.store.tables.concern import Concern
from mmbot.store.tables.database import Database
from mmbot.store.tables.moments import stored

KEPT = timedelta(days=2 * 365)  # two rounds of the year, so that a post need not repeat the last one's facts

# The facts of a day that only the old place has, go with it (ON UPDATE CASCADE).
_MOVE = (
    "UPDATE posts SET sent = 1 WHERE place = :new AND day IN (SELECT day FROM posts WHERE place = :old AND sent = 1)",
    "UPDATE posts SET place = :new WHERE place = :old AND day NOT IN (SELECT day FROM posts WHERE place = :new)",
    "INSERT INTO told SELECT :new, day, fact FROM told WHERE place = :old ON CONFLICT DO NOTHING",
    "DELETE FROM posts WHERE place = :old",
)


class StoredPosts(Concern):
    """See the port."""

    def claim(self, place: str, day: date, now: datetime) -> bool:
        """Won by one."""
        with self._connection.writing() as database:
            claims = "INSERT INTO posts (place, day, claimed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
            return database.execute(claims, (place, day.isoformat(), stored(now))).rowcount == 1

    def release(self, place: str, day: date) -> None:
        """Not where it was sent after all."""
        with self._connection.writing() as database:
            database.execute("DELETE FROM posts WHERE place = ? AND day = ? AND sent = 0", (place, day.isoformat()))

    def sent(self, place: str, day: date, facts: Sequence[str]) -> None:
        """It counts as claimed, too."""
        key = (place, day.isoformat())
        with self._connection.writing() as database:
            database.execute(
                "INSERT INTO posts (place, day, sent) VALUES (?, ?, 1) ON CONFLICT (place, day) DO UPDATE SET sent = 1", key
            )
            for fact in facts:
                database.execute("INSERT INTO told VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (*key, fact))

    def claimed(self, place: str, day: date) -> bool:
        """By whomever."""
        with self._connection.reading() as database:
            found = database.execute("SELECT 1 FROM posts WHERE place = ? AND day = ?", (place, day.isoformat()))
            return found.fetchone() is not None

    def told_since(self, place: str, day: date) -> frozenset[str]:
        """Without the facts of posts that were released."""
        with self._connection.reading() as database:
            rows = database.execute("SELECT fact FROM told WHERE place = ? AND day >= ?", (place, day.isoformat()))
            return frozenset(fact for (fact,) in rows)

    def move_place(self, database: Database, old: str, new: str) -> None:
        """Days that both places have are put together."""
        for statement in _MOVE:
            database.execute(statement, {"old": old, "new": new})

    def about_person(self, database: Database, person: Person) -> Mapping[str, Sequence[str]]:
        """The days of the posts that went to him alone."""
        rows = database.execute("SELECT day FROM posts WHERE place = ? ORDER BY day", (private_place(person),))
        return {"posts": [day for (day,) in rows]}

    def forget_person(self, database: Database, person: Person) -> int:
        """Delete them."""
        return database.execute("DELETE FROM posts WHERE place = ?", (private_place(person),)).rowcount

    def purge_old(self, database: Database, now: datetime) -> None:
        """Older than KEPT, with what they told."""
        database.execute("DELETE FROM posts WHERE day < ?", ((now - KEPT).date().isoformat(),))
