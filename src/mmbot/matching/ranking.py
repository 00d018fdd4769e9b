"""Rank the facts that can answer a question.

No single cut-off on the likeness of texts works here (see DESIGN, section 4): every question about a treaty looks like every other.
So a fact must pass gates – it answers this kind of question, and it explains every name and date – and then counts how much speaks
for it, with weights that were fitted on questions with known answers.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import mul
from typing import NamedTuple, overload

from mmbot.matching.candidates import candidates
from mmbot.matching.features import NAMES, Looks, Seen
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


class Ranking(Sequence[Ranked]):
    """Facts, best first: *good* ones, then the *others*, which have something against them and are only scored when somebody looks so far.

    *barred* are the numbers of the facts of which those others are that fit.
    """

    def __init__(self, good: Iterable[Ranked], others: Callable[[], Iterable[Ranked]] = tuple, barred: Sequence[int] = ()) -> None:
        self.good = tuple(good)
        self.barred = barred
        self._others = others

    @cached_property
    def _all(self) -> tuple[Ranked, ...]:
        return (*self.good, *self._others())

    def __len__(self) -> int:
        return len(self._all)

    def __bool__(self) -> bool:
        return bool(self.good or self._all)

    def __iter__(self) -> Iterator[Ranked]:
        yield from self.good
        yield from self._all[len(self.good) :]

    @overload
    def __getitem__(self, place: int) -> Ranked: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Ranked, ...]: ...
    def __getitem__(self, place: int | slice) -> Ranked | tuple[Ranked, ...]:
        end = place.stop if isinstance(place, slice) else place + 1
        return (self.good if end is not None and 0 < end <= len(self.good) else self._all)[place]


def rank(looks: Looks) -> Ranking:
    """The facts that fit the kind of question, best first."""
    numbers = candidates(looks.index, looks.reading)
    free = {number for number in numbers if looks.is_free(number)}
    others = [number for number in numbers if number not in free]
    return Ranking(in_order(looks, free), lambda: in_order(looks, others), others)


def in_order(looks: Looks, numbers: Iterable[int]) -> list[Ranked]:
    """Those of the facts with these *numbers* that fit the kind of question, best first."""
    fitting = filter(None, map(looks.fitting, numbers))
    return sorted(map(_ranked, fitting), key=lambda ranked: (ranked.same < WRITTEN, -ranked.score, ranked.fact.name))


def confidence(good: Sequence[Ranked]) -> float:
    """How probably the best of the *good* facts is the answer, 0 to 1: what speaks for it, and how far the next other one is.

    Other readings of a disputed matter are shown together, so they are no rivals.
    """
    if not good:
        return 0.0
    best = good[0]
    rival = next((other for other in good if not same_matter(best.fact, other.fact)), None)
    gap = min(1.0, (best.score - rival.score) / GAP) if rival else 1.0
    values = (*best.values, best.score / 10, gap)
    return 1 / (1 + math.exp(-sum(map(mul, ANSWERS, values)) - BIAS))


def same_matter(one: Fact, other: Fact) -> bool:
    """Whether both tell one matter: the same fact, or readings of a disputed one."""
    if one.id == other.id and one.entry == other.entry:
        return True
    if one.disputes is None and other.disputes is None:  # mostly so
        return False
    return one.name == other.disputes or one.disputes in (other.name, other.disputes)


def _ranked(seen: Seen) -> Ranked:
    values, found = seen.values, seen.cover
    score = sum(map(mul, WEIGHTS, values)) + NEARLY_WRITTEN * max(0.0, values[_SAME] - LIKE_WRITTEN)
    left = tuple([word.word for word in found.left + found.unknown])
    return Ranked(seen.terms.fact, score, values, seen.against, left)
