"""Words by how they are spelt, to find those that are a slip or two of the finger away from what was typed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from mmbot.matching.fact_sets import numbers

_LIMIT = 8  # words of each length


class Spellings:
    """*words*, each with the others of its length, for an edit changes it by one.

    A slip takes no more than one letter out of a word, so what lacks more letters of the one typed than there may be slips need not be
    compared with it: of a hundred words, two or three are left. Which words lack a letter is one number, whose bit *n* stands for word *n*.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[int, list[str]] = defaultdict(list)
        for word in words:
            self._words[len(word)].append(word)
        self._lacking: dict[tuple[int, str], int] = {}

    def __getstate__(self) -> dict[str, object]:
        """Leave what was worked out on demand behind."""
        return self.__dict__ | {"_lacking": {}}

    def near(self, typed: str, slips: int) -> Iterator[tuple[str, int]]:
        """The words that are at most so many *slips* away from *typed*, and how many; those of one length together, the nearest first."""
        for length in range(len(typed) - slips, len(typed) + slips + 1):
            words = self._perhaps(typed, slips, length) if length in self._words else ()
            for word, distance, _ in process.extract(typed, words, scorer=OSA.distance, score_cutoff=slips, limit=_LIMIT):
                yield word, int(distance)

    def _perhaps(self, typed: str, slips: int, length: int) -> list[str]:
        """The words of this *length* that lack no more than so many letters of *typed*."""
        words = self._words[length]
        lacking = [0] * (slips + 1)  # more than none, more than one … of its letters
        for letter in set(typed):
            lacks = self._all_lacking(length, letter)
            for more in range(slips, 0, -1):
                lacking[more] |= lacking[more - 1] & lacks
            lacking[0] |= lacks
        return [words[number] for number in numbers((1 << len(words)) - 1 & ~lacking[slips])]

    def _all_lacking(self, length: int, letter: str) -> int:
        found = self._lacking.get((length, letter))
        if found is None:
            digits = "".join(["1" if letter not in word else "0" for word in reversed(self._words[length])])
            found = self._lacking[length, letter] = int(digits, 2)
        return found
