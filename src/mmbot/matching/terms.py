"""What the index holds: names and facts as sets of terms, packed so that thousands of them are loaded and exchanged quickly."""

import functools
import math
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate
from typing import NamedTuple

from mmbot.model import Fact
from mmbot.turkish import fold

Terms = frozenset[str]
NOWHERE: frozenset[int] = frozenset()
_HALF, _MASK = 32, (1 << 32) - 1  # of a pair's number


# Named tuples, for thousands of each are loaded at every start, and an entry that is edited leaves those of all others as they are.
class Name(NamedTuple):
    """A title or alias of an entry: its terms, in the order in which they stand. *written* is how people should see it."""

    entry: str
    order: tuple[str, ...]
    written: str


class PackedFact(NamedTuple):
    """The terms of one fact as bytes, for the table that packed them. Nothing of it depends on other entries.

    *sets* are what becomes the topic, said, predicates, dated and unnamed of its FactTerms; *told* all of its terms; *questions* those of
    each of its questions, whose *kinds* are in the same order; *pairs* what stands side by side in its texts.
    """

    entry: str
    sets: bytes
    told: bytes
    questions: bytes
    kinds: tuple[str, ...]
    pairs: bytes


class FactTerms(NamedTuple):
    """The terms of one fact, by where they stand."""

    fact: Fact
    number: int  # its place among all facts
    subject: str | None  # the person whom its sentence names first
    links: tuple[str, ...]  # the entries that it is about
    topic: Terms  # in its id: what it is about, in one or two words
    matter: Terms  # of these, what is not in a name of its entry
    matter_weight: float
    said: Terms  # in its sentence alone, without the names of its entry
    said_weight: float
    predicates: Terms  # what its clauses, its id and its questions end with: in Turkish, what happened
    dated: Terms  # what happened at its date: the ends of its sentence, its id and its questions for a time
    unnamed: Terms  # people and things that its sentence mentions without telling which: “bazı görevliler”
    kinds: tuple[str, ...]  # the kind of each of its questions
    definition: bool  # whether it says what its entry is
    nature: tuple[
        float, ...
    ]  # what it is whatever is asked: whether it lists, is deprecated, is disputed or preferred; its significance, 0 to 1

    @property
    def plain(self) -> str:
        """Its sentence, folded."""
        return _plain(self.fact.says)


@functools.lru_cache(maxsize=2048)
def _plain(says: str) -> str:
    """A sentence of the knowledge folded; several gates look at it, and at the same ones again and again."""
    return fold(says)


class AllFacts:
    """The terms of *count* facts by their numbers, each made by *fact* when it is looked at."""

    def __init__(self, fact: Callable[[int], FactTerms], count: int) -> None:
        self._fact = fact
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> FactTerms:
        return self._fact(number)

    def __iter__(self) -> Iterator[FactTerms]:
        return map(self._fact, range(self._count))


class TermTable:
    """Terms by number. Ten thousand sets of words take long to load and few are looked at, so they are kept as bytes of numbers.

    A table only grows, so what it packed can be unpacked while another thread packs more. Two threads must not pack at once.
    """

    def __init__(self, terms: Iterable[str] = ()) -> None:
        self._terms = list(terms)
        self._numbers = {term: number for number, term in enumerate(self._terms)}

    def __getstate__(self) -> list[str]:
        """The terms alone: their numbers follow."""
        return self._terms

    def __setstate__(self, terms: list[str]) -> None:
        """Number the *terms* again."""
        self.__init__(terms)  # type: ignore[misc]

    def __len__(self) -> int:
        return len(self._terms)

    def _number(self, term: str) -> int:
        if term not in self._numbers:
            self._terms.append(term)
            self._numbers[term] = len(self._terms) - 1
        return self._numbers[term]

    def pack(self, sets: Iterable[Iterable[str]]) -> bytes:
        """*sets* of terms as bytes, for `unpack`."""
        numbers = array("I")
        for terms in sets:
            ordered = sorted(terms)
            numbers.append(len(ordered))
            numbers.extend(map(self._number, ordered))
        return numbers.tobytes()

    def unpack(self, packed: bytes) -> Iterator[list[str]]:
        """The sets of terms that were packed, each in alphabetical order."""
        numbers, place = array("I", packed), 0
        while place < len(numbers):
            end = place + 1 + numbers[place]
            yield [self._terms[term] for term in numbers[place + 1 : end]]
            place = end

    def pack_pairs(self, pairs: Iterable[tuple[str, str]]) -> bytes:
        """*pairs* of terms as bytes of eight, sorted: the number of the first term, then that of the second."""
        numbers = {self._number(one) << 32 | self._number(other) for one, other in pairs}
        return array("Q", sorted(numbers)).tobytes()

    def numbers(self, terms: Iterable[str]) -> list[int]:
        """The numbers of those of *terms* that the table has."""
        return [self._numbers[term] for term in terms if term in self._numbers]


class Postings:
    """The numbers of the facts that tell each term. Most terms are never asked for, so they are bytes until they are."""

    def __init__(self, told: Mapping[str, Sequence[int]]) -> None:
        self._packed = {term: array("I", numbers).tobytes() for term, numbers in told.items()}
        self._found: dict[str, frozenset[int]] = {}

    def __getstate__(self) -> dict[str, bytes]:
        """The bytes alone."""
        return self._packed

    def __setstate__(self, packed: dict[str, bytes]) -> None:
        """Take the bytes back."""
        self._packed, self._found = packed, {}

    def __contains__(self, term: str) -> bool:
        return term in self._packed

    def __len__(self) -> int:
        return len(self._packed)

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def get(self, term: str, default: Iterable[int] = NOWHERE) -> frozenset[int]:
        """The facts that tell *term*; those of *default* where it is unknown."""
        found = self._found.get(term)
        if found is None:
            packed = self._packed.get(term)
            if packed is None:
                return frozenset(default)
            found = self._found[term] = frozenset(array("I", packed))
        return found

    def count(self, term: str) -> int:
        """How many facts tell *term*."""
        return len(self._packed.get(term, b"")) // array("I").itemsize


class TermWeights(dict[str, float]):
    """How telling each term is, 0.05 to 1, worked out when it is first asked for: a word of one fact is, a word of every second is not.

    One that the knowledge lacks tells most. *count* tells of a term how many facts and names have it, where there are so many *facts*.
    """

    def __init__(self, count: Callable[[str], int], facts: int) -> None:
        self._count = count
        self._facts = facts + 2

    def __missing__(self, term: str) -> float:
        count = self._count(term)
        if not count:
            return 1.0
        found = self[term] = max(0.05, math.log(self._facts / (count + 0.5)) / math.log(self._facts))
        return found


class PairTable:
    """Which facts have a term behind another one, for a hundred thousand pairs: in a dictionary they would take ten times the memory.

    Row by row sorted: the numbers of the second terms and of the facts; those of the first term *n* from ``_starts[n]`` to ``_starts[n + 1]``.
    """

    def __init__(self, pairs: Iterable[bytes]) -> None:
        """Take the *pairs* of each fact, as a table of terms packed them."""
        rows = sorted([pair << _HALF | fact for fact, packed in enumerate(pairs) for pair in array("Q", packed)])
        self._others = array("I", [row >> _HALF & _MASK for row in rows])
        self._facts = array("I", [row & _MASK for row in rows])
        counts = Counter(row >> 2 * _HALF for row in rows)
        self._starts = array("I", accumulate((counts[one] for one in range(max(counts, default=-1) + 1)), initial=0))

    def get(self, ones: Iterable[int], others: Collection[int]) -> Set[int]:
        """The facts that have one of *others* behind one of *ones*."""
        found: set[int] = set()
        starts, behind, facts, last = self._starts, self._others, self._facts, len(self._starts) - 1
        for one in ones:
            begin, end = (starts[one], starts[one + 1]) if one < last else (0, 0)
            for other in others if begin < end else ():
                place = bisect_left(behind, other, begin, end)
                while place < end and behind[place] == other:
                    found.add(facts[place])
                    place += 1
        return found
