"""What a decision is made on and what it consists of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from mmbot.knowledge.library import Library
from mmbot.matching.features import Looks
from mmbot.matching.index import Index
from mmbot.matching.ranking import Ranked, Ranking, rank
from mmbot.matching.reading import Reading
from mmbot.model import Answer


@dataclass(frozen=True, slots=True)
class Known:
    """The knowledge and its index, which belong together, for answering one question; *today* where it is known which day it is."""

    library: Library
    index: Index
    today: date | None = None
    _looks: dict[int, Looks] = field(default_factory=dict, compare=False, repr=False)
    _ranked: dict[int, Ranking] = field(default_factory=dict, compare=False, repr=False)

    def ranked(self, reading: Reading) -> Ranking:
        """The facts that fit *reading*, best first; ranked once, however many ways to answer ask for them."""
        if id(reading) not in self._ranked:
            self._ranked[id(reading)] = rank(self.looks(reading))
        return self._ranked[id(reading)]

    def looks(self, reading: Reading) -> Looks:
        """*reading* held against facts."""
        if id(reading) not in self._looks:  # the reading is kept there, so its id stays its own
            self._looks[id(reading)] = Looks(self.index, reading)
        return self._looks[id(reading)]


@dataclass(frozen=True, slots=True)
class Decision:
    """An answer with how it came about, for ``--why``.

    *entries* are what it is about, for a follow-up; *sure* is the confidence of the answer (0 to 1). *named* is the entry that was
    named, perhaps in vain, where the reading is not at hand any more.
    """

    answer: Answer
    reading: Reading | None = None
    ranked: Sequence[Ranked] = ()
    entries: tuple[str, ...] = field(default=())
    sure: float = 1.0
    named: str = ""

    @property
    def about(self) -> str:
        """The entry that was answered about, or the one that was named in vain; the empty text where there is neither."""
        links = self.reading.named if self.reading else ()
        return next(iter((*self.entries, *(found.entry for found in links))), self.named)
