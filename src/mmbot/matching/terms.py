"""What the index holds: names and facts as sets of terms, packed so that they are loaded quickly."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mmbot.model import Fact

Terms = frozenset[str]


# No slots here: thousands of these are loaded at every start, and frozen ones with slots are loaded field by field.
@dataclass(frozen=True)
class Name:
    """A title or alias of an entry: its terms, in the order in which they stand. *written* is how people should see it."""

    entry: str
    terms: Terms
    order: tuple[str, ...]
    weight: float
    written: str


@dataclass(frozen=True)
class FactTerms:
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
    packed: bytes  # the terms of its questions, see Index.questions
    kinds: tuple[str, ...]  # the kind of each of its questions
    pairs: bytes  # the terms that stand side by side in its texts, see Index.pairs


@dataclass(frozen=True, slots=True)
class Written:
    """The questions written for a fact: the weight of each, and which of them hold a term."""

    weights: list[float]
    holding: Mapping[str, list[int]]


class TermTable:
    """Terms by number. Ten thousand sets of words take long to load and few are looked at, so they are kept as bytes of numbers."""

    def __init__(self, terms: Iterable[str] = ()) -> None:
        self._terms = list(terms)
        self._numbers = {term: number for number, term in enumerate(self._terms)}

    def __getstate__(self) -> list[str]:
        """The terms alone: their numbers follow."""
        return self._terms

    def __setstate__(self, terms: list[str]) -> None:
        """Number the *terms* again."""
        self.__init__(terms)  # type: ignore[misc]

    def _number(self, term: str) -> int:
        if term not in self._numbers:
            self._numbers[term] = len(self._terms)
            self._terms.append(term)
        return self._numbers[term]

    def pack(self, sets: Iterable[Terms]) -> bytes:
        """*sets* of terms as bytes, for `unpack`."""
        numbers = array("H")
        for terms in sets:
            numbers.append(len(terms))
            numbers.extend(self._number(term) for term in sorted(terms))
        return numbers.tobytes()

    def unpack(self, packed: bytes) -> Iterator[list[str]]:
        """The sets of terms that were packed."""
        numbers, place = array("H", packed), 0
        while place < len(numbers):
            end = place + 1 + numbers[place]
            yield [self._terms[term] for term in numbers[place + 1 : end]]
            place = end

    def pack_pairs(self, pairs: Iterable[tuple[str, str]]) -> bytes:
        """*pairs* of terms as bytes of four, each as `pair` numbers it."""
        numbers = {self._number(one) << 16 | self._number(other) for one, other in pairs}
        return array("I", sorted(numbers)).tobytes()

    def pair(self, one: str, other: str) -> int | None:
        """The number of a pair of terms; None where the knowledge lacks one of them."""
        first, second = self._numbers.get(one), self._numbers.get(other)
        return None if first is None or second is None else first << 16 | second
