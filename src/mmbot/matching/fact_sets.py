"""Sets of facts, each as one number whose bit *n* stands for fact *n*: a few operations on numbers take in thousands of facts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import reduce
from operator import or_

from mmbot.matching.terms import Postings

_DIGITS = bytes.maketrans(b"\0\1", b"01")


class FactSets:
    """The facts that have to do with a term or an entry; each set is made when it is asked for, and kept."""

    def __init__(
        self,
        told: Postings,
        entries_with: Mapping[str, Set[str]],
        own: Mapping[str, Sequence[int]],
        about: Mapping[str, Sequence[int]],
    ) -> None:
        """Take which facts have *told* a term, the *entries_with* it in a name, an entry's *own* facts and those *about* it."""
        self._told, self._entries_with, self._own, self._about = told, entries_with, own, about
        self._size = max((facts[-1] for facts in own.values() if facts), default=-1) + 1
        self._telling: dict[str, int] = {}
        self._explaining: dict[str, int] = {}
        self._concerning: dict[str, int] = {}

    @property
    def all(self) -> int:
        """Every fact."""
        return (1 << self._size) - 1

    def telling(self, term: str) -> int:
        """Those that tell *term*."""
        found = self._telling.get(term)
        if found is None:
            found = self._telling[term] = self._set(self._told.get(term))
        return found

    def of(self, entry: str) -> int:
        """The entry's own."""
        facts = self._own.get(entry)
        return (1 << len(facts)) - 1 << facts[0] if facts else 0

    def concerning(self, entry: str) -> int:
        """The entry's own and those that are about it."""
        found = self._concerning.get(entry)
        if found is None:
            found = self._concerning[entry] = self.of(entry) | self._set(self._about.get(entry, ()))
        return found

    def called(self, term: str) -> int:
        """Those whose entry has *term* in a name."""
        return union(map(self.of, self._entries_with.get(term, ())))

    def explaining(self, term: str) -> int:
        """Those that tell *term*, or whose entry or one that they are about is called so."""
        found = self._explaining.get(term)
        if found is None:
            called = union(map(self.concerning, self._entries_with.get(term, ())))
            found = self._explaining[term] = self.telling(term) | called
        return found

    def _set(self, numbers: Iterable[int]) -> int:
        facts = bytearray(self._size)
        for number in numbers:
            facts[number] = 1
        return int(facts[::-1].translate(_DIGITS) or b"0", 2)


def union(sets: Iterable[int]) -> int:
    """What is in any of *sets*."""
    return reduce(or_, sets, 0)


def numbers(facts: int) -> Iterator[int]:
    """The numbers of *facts*, the lowest first."""
    while facts:
        lowest = facts & -facts
        yield lowest.bit_length() - 1
        facts ^= lowest
