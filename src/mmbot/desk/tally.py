"""How many answers there were, on its way to the records."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from mmbot.desk.outage import Outage
from mmbot.desk.records import Counts


class Tally:
    """Has answers counted: each at once, or those of a block together, which costs hardly more than one.

    What cannot be written is not counted: an answer can do without. Used in the desk's thread only.
    """

    def __init__(self) -> None:
        self._waiting: Counter[tuple[date, str, str]] | None = None

    def count(self, counts: Counts, outage: Outage, day: date, outcome: str, entry: str) -> None:
        """Count an answer, as ``Counts.add`` describes it."""
        if self._waiting is None:
            _write(counts, outage, {(day, outcome, entry): 1})
        else:
            self._waiting[day, outcome, entry] += 1

    @contextmanager
    def together(self, counts: Counts, outage: Outage) -> Iterator[None]:
        """What is counted inside is written when the block ends."""
        self._waiting = Counter()
        try:
            yield
        finally:
            waiting, self._waiting = self._waiting, None
            if waiting:
                _write(counts, outage, waiting)


def _write(counts: Counts, outage: Outage, answers: Mapping[tuple[date, str, str], int]) -> None:
    outage.spare(lambda: counts.add(answers), None)
