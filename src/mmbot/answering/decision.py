"""What a decision is made on and what it consists of."""

from dataclasses import dataclass, field

from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.matching.ranking import Ranked, rank
from mmbot.matching.reading import Reading
from mmbot.model import Answer


@dataclass(frozen=True, slots=True)
class Known:
    """The knowledge and its index, which belong together, for answering one question."""

    library: Library
    index: Index
    _ranked: dict[int, tuple[Reading, list[Ranked]]] = field(default_factory=dict, compare=False, repr=False)

    def ranked(self, reading: Reading) -> list[Ranked]:
        """The facts that fit *reading*, best first; ranked once, however many ways to answer ask for them."""
        if id(reading) not in self._ranked:  # the reading is kept so that its id stays its own
            self._ranked[id(reading)] = reading, rank(self.index, reading)
        return self._ranked[id(reading)][1]


@dataclass(frozen=True, slots=True)
class Decision:
    """An answer with how it came about, for ``--why``.

    *entries* are what it is about, for a follow-up; *sure* is the confidence of the answer (0 to 1).
    """

    answer: Answer
    reading: Reading | None = None
    ranked: tuple[Ranked, ...] = ()
    entries: tuple[str, ...] = field(default=())
    sure: float = 1.0
