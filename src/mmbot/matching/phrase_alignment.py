"""Lay the words of a query beside the words of a phrase, and judge how well the phrase fits."""

from collections.abc import Sequence
from operator import mul

from mmbot.matching.phrase_lexicon import NEAR, Lexicon, word_similarity

# How much the weight that only the query has, and that only the phrase has, counts beside what both share.
# People leave words out more often than they add some, so a surplus is worse.
SURPLUS, MISSING = 0.7, 0.15
_READ = 20_000  # places in the index that one query may read, so that common words cost no more than rare ones
_EXCHANGED = 0.55  # punishes a rare word of the query that stands where the phrase has another rare word
_RARE = 0.6  # from this weight on, a word is rare enough to be punished in full
_TURNED = 0.02  # decides between “from A to B” and “from B to A”, no more
_UNHEARD = 0.4  # punishes a rare word of the query by itself
_TELLING = 0.15  # a query word of less weight is not worth a closer look


class Asked:
    """The words of a query, and what each may stand for in an index."""

    def __init__(self, words: Sequence[str], lexicon: Lexicon) -> None:
        self.words = words
        self.lexicon = lexicon
        near = lexicon.near(words)
        self.weights = [some.weight for some in near]
        self.total = sum(self.weights)
        self.near = near
        self._similar: dict[int, float] = {}  # words of the index that are explained, and how well,
        self._places: dict[int, int] = {}  # by which word of the query
        for place, some in enumerate(near):
            self._similar.update(some.similar)
            self._places.update(dict.fromkeys(some.similar, place))
        for place, word in enumerate(words):
            if word in lexicon.numbers:  # the same word explains better than a similar one
                self._similar[lexicon.numbers[word]] = 1.0
                self._places[lexicon.numbers[word]] = place
        self._compared: dict[tuple[int, int], float] = {}

    def spans(self, bounds: Sequence[int]) -> list[tuple[float, int, int]]:
        """Where in the index to look, rarest words first, as far as one query may read; and what a phrase there is worth."""
        spans: list[tuple[float, int, int]] = []
        read = 0
        for near in sorted(self.near, key=lambda near: -near.weight):
            here = [(value, bounds[number], bounds[number + 1]) for number, value in zip(near.similar, near.values, strict=True)]
            cost = sum(end - start for _, start, end in here)
            if not spans or read + cost <= _READ:
                spans += here
                read += cost
        return spans

    def align(self, numbers: Sequence[int], weights: Sequence[float]) -> "Alignment":
        """Which words of a phrase are explained by which words of the query."""
        best = [0.0] * len(self.words)
        similar = []
        turns = last = 0
        for number in numbers:
            found = self._similar.get(number, 0.0)
            if found:
                at = self._places[number]
                if best[at]:  # a word of the query explains one word of the phrase
                    found, at = self._free(number, best)
                best[at] = max(found, best[at])
                turns += at < last
                last = at
            similar.append(found)
        return Alignment(self, numbers, weights, similar, best, turns)

    def _free(self, number: int, best: list[float]) -> tuple[float, int]:
        """The word of the query, among those that explain nothing yet, that explains this word best."""
        free = [(near.similar.get(number, 0.0), -place) for place, near in enumerate(self.near) if not best[place]]
        similarity, place = max(free, default=(0.0, 0))
        return similarity, -place

    def compare(self, place: int, number: int) -> float:
        """Compare a word of the query with any word of the index, letter by letter."""
        similarity = self._compared.get((place, number))
        if similarity is None:
            word = self.words[place]
            similarity = word_similarity(word, self.lexicon.words[number], self.lexicon.trust(word))
            self._compared[place, number] = similarity
        return similarity


class Alignment:
    """A phrase beside the query: how far each word of either is explained by the other."""

    __slots__ = ("_asked", "_best", "_numbers", "_order", "_similar", "_weights", "score")

    def __init__(
        self, asked: Asked, numbers: Sequence[int], weights: Sequence[float], similar: list[float], best: list[float], turns: int
    ) -> None:
        self._asked, self._numbers, self._weights, self._similar, self._best = asked, numbers, weights, similar, best
        self._order = 1 - _TURNED * turns / len(numbers)
        self.score = self._judge()

    def _judge(self) -> float:
        """Shared weight against what either side leaves unexplained, 0 to 1."""
        shared = sum(map(mul, self._weights, self._similar))
        if not shared:
            return 0.0
        missing = [weight * (1 - similarity) for weight, similarity in zip(self._weights, self._similar, strict=True)]
        surplus = [weight * (1 - similarity) for weight, similarity in zip(self._asked.weights, self._best, strict=True)]
        fit = shared / (shared + SURPLUS * sum(surplus) + MISSING * sum(missing))
        worst = max(surplus)
        exchanged = min(1.0, min(worst, max(missing)) / _RARE)
        score: float = self._order * fit * (1 - _EXCHANGED * exchanged) * (1 - _UNHEARD * worst)
        return score

    def look_closely(self) -> None:
        """Compare what is unexplained on both sides, letter by letter, and judge again."""
        asked, similar = self._asked, self._similar
        open_places = [i for i, known in enumerate(self._best) if known < NEAR and asked.weights[i] > _TELLING]
        if not open_places:
            return
        for at, number in enumerate(self._numbers):
            if similar[at] < NEAR:
                similarity, place = max((asked.compare(place, number), place) for place in open_places)
                similar[at] = max(similar[at], similarity)
                self._best[place] = max(self._best[place], similarity)
        self.score = self._judge()
