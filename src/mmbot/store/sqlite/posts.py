"""Which daily posts went out, and what they told."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from mmbot.desk.records import private_place
from mmbot.model import Person
from mmbot.store.sqlite.concern import Concern
from mmbot.store.sqlite.moments import stored

KEPT = timedelta(days=2 * 365)  # two rounds of the year, so that a post need not repeat the last one's facts


class SqlitePosts(Concern):
    """See the port."""

    def claim(self, place: str, day: date, now: datetime) -> bool:
        """Won by one."""
        with self._connection.writing() as database:
            claimed = (place, day.isoformat(), stored(now))
            return database.execute("INSERT OR IGNORE INTO posts (place, day, claimed) VALUES (?, ?, ?)", claimed).rowcount == 1

    def release(self, place: str, day: date) -> None:
        """Not where it was sent after all."""
        with self._connection.writing() as database:
            database.execute("DELETE FROM posts WHERE place = ? AND day = ? AND NOT sent", (place, day.isoformat()))

    def sent(self, place: str, day: date, facts: Sequence[str]) -> None:
        """It counts as claimed, too."""
        key = (place, day.isoformat())
        with self._connection.writing() as database:
            database.execute("INSERT INTO posts (place, day, sent) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET sent = 1", key)
            for fact in facts:
                database.execute("INSERT OR IGNORE INTO told VALUES (?, ?, ?)", (*key, fact))

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
        database.execute(
            "UPDATE posts SET sent = 1 WHERE place = ? AND day IN (SELECT day FROM posts WHERE place = ? AND sent)", (new, old)
        )
        database.execute("UPDATE OR IGNORE posts SET place = ? WHERE place = ?", (new, old))
        database.execute("UPDATE OR IGNORE told SET place = ? WHERE place = ?", (new, old))
        database.execute("DELETE FROM posts WHERE place = ?", (old,))

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
