"""Rank the facts that can answer a question.

No single cut-off on the likeness of texts works here (see DESIGN, section 4): every question about a treaty looks like every other.
So a fact must pass gates – it answers this kind of question, and it explains every name and date – and then counts how much speaks
for it, with weights that were fitted on questions with known answers.
"""

import math
from collections.abc import Mapping
from operator import mul
from typing import NamedTuple

from mmbot.matching.candidates import candidates
from mmbot.matching.features import NAMES, Seen, look
from mmbot.matching.index import Index
from mmbot.matching.reading import Reading
from mmbot.matching.sought import sought
from mmbot.matching.terms import FactTerms
from mmbot.matching.weights import ANSWERS, BIAS, WEIGHTS
from mmbot.matching.words import Word
from mmbot.model import Fact

WRITTEN = 0.97  # so like a question written for it, a fact goes before all others
LIKE_WRITTEN, NEARLY_WRITTEN = 0.65, 12.0  # from which likeness to a written question on, and how much, it counts beyond its weight
GAP = 3.0  # a lead in score beyond which the next fact does not matter

_COVER, _SAME = NAMES.index("cover"), NAMES.index("same")


class Ranked(NamedTuple):
    """A fact with its score (for ordering; see ``confidence``), the features that made it, and the words that stand against it.

    *left* are words that it does not explain, though nothing speaks against it.
    """

    fact: Fact
    score: float
    values: tuple[float, ...] = ()
    unexplained: tuple[Word, ...] = ()
    left: tuple[Word, ...] = ()

    @property
    def parts(self) -> Mapping[str, float]:
        """The features by name."""
        return dict(zip(NAMES, self.values, strict=False))

    @property
    def same(self) -> float:
        """How much the question is like the nearest of its kind that is written for the fact."""
        return self.values[_SAME] if self.values else 0.0

    @property
    def cover(self) -> float:
        """How much of the question the fact explains."""
        return self.values[_COVER] if self.values else 0.0


def rank(index: Index, reading: Reading) -> list[Ranked]:
    """The facts that fit the kind of question, best first."""
    asked_for = sought(index, reading)
    found = [
        _ranked(terms, seen) for number in candidates(index, reading) if (seen := look(asked_for, terms := index.fact(number)))
    ]
    return sorted(found, key=lambda ranked: (len(ranked.unexplained) > 0, ranked.same < WRITTEN, -ranked.score, ranked.fact.name))


def confidence(ranked: list[Ranked]) -> float:
    """How probably the best of *ranked* is the answer, 0 to 1: what speaks for it, and how far the next other one is.

    Other readings of a disputed matter are shown together, so they are no rivals.
    """
    able = [candidate for candidate in ranked if not candidate.unexplained]
    if not able:
        return 0.0
    best, rivals = able[0], [other for other in able[1:] if not same_matter(able[0].fact, other.fact)]
    gap = min(1.0, (best.score - rivals[0].score) / GAP) if rivals else 1.0
    values = (*best.values, best.score / 10, gap)
    return 1 / (1 + math.exp(-sum(map(mul, ANSWERS, values)) - BIAS))


def same_matter(one: Fact, other: Fact) -> bool:
    """Whether both tell one matter: the same fact, or readings of a disputed one."""
    return (
        one.name in (other.name, other.disputes)
        or other.name == one.disputes
        or (one.disputes is not None and one.disputes == other.disputes)
    )


def _ranked(terms: FactTerms, seen: Seen) -> Ranked:
    score = sum(map(mul, WEIGHTS, seen.values)) + NEARLY_WRITTEN * max(0.0, seen.values[_SAME] - LIKE_WRITTEN)
    left = tuple([word.word for word in seen.cover.left + seen.cover.unknown])
    return Ranked(terms.fact, score, seen.values, seen.against, left)
