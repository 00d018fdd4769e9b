"""The questions written for the facts: which are the same as one that is asked, and how like the others are to it.

A set of a fact's questions is one number, whose bit *n* stands for question *n*, so that all of them are compared at once.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

_NEAREST = 3  # questions of a fact whose likeness tells how many of its questions are like the one asked


class Written(NamedTuple):
    """The questions written for a fact, the lightest first: the weight of each, those that hold a term, and those that are of a kind."""

    weights: Sequence[float]
    holding: Mapping[str, int]
    of_kind: Mapping[str, int]


class Likeness(NamedTuple):
    """How much a question is like those written down for a fact, 0 to 1.

    Like the nearest of any kind, like the nearest of the same kind, and like the three nearest on average; then which is the nearest, and
    the weight of what it has in common with the question.
    """

    nearest: float
    same: float
    several: float
    question: int = 0
    shared: float = 0.0


UNLIKE = Likeness(0.0, 0.0, 0.0)


def written(questions: Iterable[Collection[str]], kinds: Iterable[str], weigh: Callable[[Iterable[str]], float]) -> Written:
    """*questions* as sets of terms, each with its kind, for comparing; *weigh* tells what some terms weigh together."""
    rows = sorted(((weigh(terms), terms, kind) for terms, kind in zip(questions, kinds, strict=True)), key=lambda row: row[0])
    holding: dict[str, int] = defaultdict(int)
    of_kind: dict[str, int] = defaultdict(int)
    for number, (_, terms, kind) in enumerate(rows):
        of_kind[kind] |= 1 << number
        for term in terms:
            holding[term] |= 1 << number
    return Written(array("d", [weight for weight, _, _ in rows]), dict(holding), dict(of_kind))


def likeness(questions: Written, said: Mapping[str, float], weight: float, kind: str) -> Likeness:
    """How like the *questions* are to one that says the terms *said*, each with its weight, weighs *weight*, and is of this *kind*.

    Two questions are as like as twice the weight of what they have in common is to the weight of both.
    """
    weights, alike = questions.weights, questions.of_kind.get(kind, 0)
    nearest: list[tuple[float, float, int]] = []
    same = least = 0.0  # a question less like than the third does not count
    for group, common in _by_common(questions, said):
        number = (group & -group).bit_length() - 1
        like = 2 * common / (weights[number] + weight)
        if like > same and group & alike:
            left = group & alike
            same = max(same, 2 * common / (weights[(left & -left).bit_length() - 1] + weight))
        left = group
        for _ in range(_NEAREST):  # of those that have as much in common the lightest is likest
            if like < least:
                break
            nearest.append((like, common, number))
            left &= left - 1
            if not left:
                break
            number = (left & -left).bit_length() - 1
            like = 2 * common / (weights[number] + weight)
        if len(nearest) > _NEAREST:
            nearest.sort(reverse=True)
            del nearest[_NEAREST:]
            least = nearest[-1][0]
    if not nearest:
        return UNLIKE
    nearest.sort(reverse=True)
    like, shared, number = nearest[0]
    several = sum(min(1.0, other) for other, _, _ in nearest) / _NEAREST
    return Likeness(min(1.0, like), min(1.0, same), several, number, shared)


def _by_common(questions: Written, said: Mapping[str, float]) -> list[tuple[int, float]]:
    """Those of *questions* that hold any of the terms *said*, by what they have in common with it, and how much that weighs."""
    groups: list[tuple[int, float]] = []
    none = (1 << len(questions.weights)) - 1
    holding = questions.holding
    for term in filter(holding.__contains__, said):
        held, worth = holding[term], said[term]
        parted: list[tuple[int, float]] = []
        for group, common in groups:
            inside = group & held
            if inside:
                parted.append((inside, common + worth))
                if inside != group:
                    parted.append((group ^ inside, common))
            else:
                parted.append((group, common))
        inside = none & held
        if inside:
            parted.append((inside, worth))
            none ^= inside
        groups = parted
    return groups


class QuestionTable:
    """Which facts have a question of just certain terms, by a checksum of them.

    Two questions in some billions have the same checksum; it only decides which facts are looked at.
    """

    def __init__(self, keys: Iterable[tuple[str, int]]) -> None:
        rows = sorted((crc32(key.encode()), number) for key, number in keys)
        self._sums = array("I", (checksum for checksum, _ in rows))
        self._numbers = array("I", (number for _, number in rows))

    def get(self, key: str) -> Sequence[int]:
        """The numbers of the facts that have a question with this *key*, one for each such question."""
        checksum = crc32(key.encode())
        first = last = bisect_left(self._sums, checksum)
        while last < len(self._sums) and self._sums[last] == checksum:
            last += 1
        return self._numbers[first:last]
