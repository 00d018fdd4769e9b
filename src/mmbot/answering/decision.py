"""What a decision is made on and what it consists of."""

from dataclasses import dataclass, field

from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.matching.ranking import Ranked
from mmbot.matching.reading import Reading
from mmbot.model import Answer


@dataclass(frozen=True, slots=True)
class Known:
    """The knowledge and its index, which belong together."""

    library: Library
    index: Index


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
