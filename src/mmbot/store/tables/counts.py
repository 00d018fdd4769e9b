"""Numbers without people."""

from collections.abc import Mapping
from datetime import date

from mmbot.store.tables.concern import Concern

_ADD = """
    INSERT INTO outcomes VALUES (?, ?, ?, ?)
    ON CONFLICT (day, outcome, entry) DO UPDATE SET count = outcomes.count + excluded.count
"""


class StoredCounts(Concern):
    """See the port. They are never purged."""

    def add(self, answers: Mapping[tuple[date, str, str], int]) -> None:
        """In one transaction."""
        with self._connection.writing(swift=True) as database:
            for (day, outcome, entry), count in answers.items():
                database.execute(_ADD, (day.isoformat(), outcome, entry, count))

    def outcomes(self, since: date) -> list[tuple[date, str, str, int]]:
        """By day, outcome and entry."""
        with self._connection.reading() as database:
            rows = database.execute("SELECT * FROM outcomes WHERE day >= ? ORDER BY day, outcome, entry", (since.isoformat(),))
            return [(date.fromisoformat(day), outcome, entry, count) for day, outcome, entry, count in rows]

    def feedback(self, fact: str, kind: str) -> None:
        """One more."""
        with self._connection.writing() as database:
            database.execute(
                "INSERT INTO complaints VALUES (?, ?, 1) ON CONFLICT (fact, kind) DO UPDATE SET count = complaints.count + 1",
                (fact, kind),
            )

    def complaints(self) -> list[tuple[str, str, int]]:
        """The most frequent first."""
        with self._connection.reading() as database:
            rows = database.execute("SELECT fact, kind, count FROM complaints ORDER BY count DESC, fact, kind")
            return [(fact, kind, count) for fact, kind, count in rows]
