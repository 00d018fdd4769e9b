"""Which facts are worth a closer look: those that explain most of what a question says, found among all without looking at each.

A set of facts is one number, whose bit *n* stands for fact *n*, so a few operations on numbers take in thousands of facts. Weights are
added up digit by digit: one number holds the lowest binary digit of every sum, the next one the second, and so on.
"""

from mmbot.matching.fact_sets import numbers, union
from mmbot.matching.index import Index
from mmbot.matching.reading import Reading

MOST_CANDIDATES = 26
FROM_NAMED = 60  # facts of a named entry that are looked at beside those found by words
NAMED = 0.3  # the weight that they get
WHOLE_QUESTION = 10.0  # weight that puts the facts with just this question among those looked at
COMMON = 0.12  # a word less telling than this finds no candidates of its own
_STEPS = 4096  # in which a weight of 1 is counted


def candidates(index: Index, reading: Reading) -> list[int]:
    """The numbers of the facts that explain most of the question's weight; of equal ones, those before come first."""
    sums = Sums()
    for word in reading.telling:
        terms = [term for term, _ in reading.meanings[word.place]]
        weight = max(map(index.weights.__getitem__, terms), default=0.0)
        if weight > COMMON or len(reading.telling) < 3:
            sums.add(union(map(index.explained, terms)), weight)
    for found in reading.named:
        facts = index.facts_of[found.entry][:FROM_NAMED]
        sums.add((1 << len(facts)) - 1 << facts[0] if facts else 0, NAMED)
    sums.add(union(1 << number for number in index.written.get(reading.key)), WHOLE_QUESTION)
    return list(numbers(sums.heaviest(MOST_CANDIDATES)))


class Sums:
    """The weights that every fact has been given, added up."""

    def __init__(self) -> None:
        self._digits: list[int] = []  # the lowest first

    def add(self, facts: int, weight: float) -> None:
        """Give *weight* to each of *facts*."""
        steps = round(weight * _STEPS)
        for place in range(steps.bit_length() if facts else 0):
            if steps >> place & 1:
                self._carry(facts, place)

    def _carry(self, facts: int, place: int) -> None:
        digits = self._digits
        digits += [0] * (place + 1 - len(digits))
        for number in range(place, len(digits)):
            held = digits[number]
            digits[number] = held ^ facts
            facts &= held
            if not facts:
                return
        digits.append(facts)

    def heaviest(self, count: int) -> int:
        """The *count* facts with the greatest sums, or all that have any; of equal ones, those with the lowest numbers."""
        chosen, others = 0, union(self._digits)
        for digit in reversed(self._digits):
            heavier = others & digit
            if (chosen | heavier).bit_count() > count:
                others = heavier
            else:
                chosen |= heavier
                others ^= heavier
        left = count - chosen.bit_count()
        return chosen | sum(1 << number for number, _ in zip(numbers(others), range(left), strict=False))
