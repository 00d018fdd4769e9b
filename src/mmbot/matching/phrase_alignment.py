"""Lay the words of a query beside the words of many phrases at once, and judge how well each phrase fits."""

from collections.abc import Sequence
from math import log

import numpy as np
from rapidfuzz import fuzz

from mmbot.matching.phrase_keys import Numbers
from mmbot.matching.phrase_lexicon import Lexicon
from mmbot.matching.phrase_likeness import FAINT, slip_similarity

# How much the weight that only the query has, and that only the phrase has, counts beside what both share.
# People leave words out more often than they add some, so a surplus is worse; to say how sure a match is, and to rank.
SURPLUS, MISSING = 0.7, 0.2
_RANK_SURPLUS, _RANK_MISSING = 3.0, 0.2
_RANK_EXCHANGED = 0.1
_RANK_SPELLING = 0.5  # what the likeness of all letters counts in the ranking, beside the logarithm of the fit
_DOUBTFUL = 0.9  # a word of which the likest is less like may be still another one
_TOLD = 0.6  # share of the weight of a query that is looked up, however often the words come
_READ = 12_000  # places in the index that one query may read, so that common words cost no more than rare ones
_EXCHANGED = 0.7  # punishes a rare word of the query that stands where the phrase has another rare word
_RARE = 0.6  # from this weight on, a word is rare enough to be punished in full
_TELLING = 0.15  # a query word of less weight is not worth a closer look
_DOUBT = 0.4  # how much less sure it is that another word means the same than that it ranks high
_UNHEARD = 0.4  # punishes a rare word of the query by itself


class Asked:
    """The words of a query, and what each may stand for in an index."""

    def __init__(self, words: Sequence[str], lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon
        self.near = lexicon.near(words)
        self.weights = [near.weight for near in self.near]
        self.total = sum(self.weights)
        self._likest: dict[
            int, tuple[float, int, float, bool]
        ] = {}  # what explains a word of the index best, as far as that was wanted

    def spans(self, starts: Numbers, counts: Numbers, most: int) -> tuple[Numbers, Numbers]:
        """The places of the index to look at, rarest words first, till *most* are read; and what each is worth."""
        numbers: list[int] = []
        values: list[float] = []
        read = told = 0.0
        for near in sorted(self.near, key=lambda near: -near.weight):
            if near.read and (not read or read + near.read <= most or told < _TOLD * self.total) and read + near.read <= _READ:
                numbers += near.similar
                values += [near.weight * value * value for value in near.similar.values()]
                read += near.read
            told += near.weight
        chosen = np.array(numbers, dtype=np.int32)
        lengths = counts[chosen]
        ends = lengths.cumsum()
        places = np.arange(ends[-1] if len(ends) else 0) + (starts[chosen] - ends + lengths).repeat(lengths)
        return places, np.array(values, dtype=np.float32).repeat(lengths)

    def judge(self, numbers: Sequence[int]) -> tuple[float, float]:
        """How a phrase of the words *numbers* ranks, any number, and how surely it fits, 0 to 1."""
        weights, best = self.lexicon.weights, [0.0] * len(self.words)
        shared, under, most, doubt, doubted = 1e-9, 0.0, 0.0, 0.0, 0.0
        for number in numbers:
            weight = weights[number]
            similarity, place, share, meant = self._likest.get(number) or self._explain(number)
            shared += weight * similarity
            left = weight - weight * similarity
            under += left
            most = max(most, left)
            if meant:
                doubt += _DOUBT * weight
                doubted = max(doubted, _DOUBT * weight)
            if share:
                best[place] = min(1.0, best[place] + share)
            elif similarity > best[place]:
                best[place] = similarity
        surplus = [weight - weight * value for weight, value in zip(self.weights, best, strict=True)]
        over, worst = sum(surplus), max(surplus)
        rank = shared / (shared + _RANK_SURPLUS * over + _RANK_MISSING * under)
        exchanged = min(1.0, min(worst, most) / _RARE)
        ranked = log(rank + 0.005) - _RANK_EXCHANGED * exchanged
        certain = max(shared - doubt, 0.0)
        sure = certain / (certain + SURPLUS * (over + doubt) + MISSING * (under + doubt))
        worst = max(worst, doubted)
        exchanged = min(1.0, min(worst, max(most, doubted)) / _RARE)
        return ranked, sure * (1 - _EXCHANGED * exchanged) * (1 - _UNHEARD * worst)

    def _explain(self, number: int) -> tuple[float, int, float, bool]:
        """What explains a word of the index best.

        How similar the likest word of the query is, its place, its share if it may be several words, whether it is another word.
        """
        likest, at = 0.0, 0
        for place, near in enumerate(self.near):
            similarity = near.similar.get(number)
            if similarity is not None and similarity > likest:
                likest, at = similarity, place
        found = self._likest[number] = (
            likest,
            at,
            self.near[at].shares.get(number, 0.0),
            likest > 0 and number in self.near[at].meant,
        )
        return found

    def look_closely(self, phrases: Sequence[Sequence[int]]) -> bool:
        """Compare letter by letter with *phrases* what is like nothing; remember what is found; whether it is anything."""
        strange = [place for place, near in enumerate(self.near) if near.best < _DOUBTFUL and near.weight > _TELLING]
        strange = [place for place in strange if self.words[place][0] >= "a"]
        known, heard = self.lexicon.words, False
        numbers = dict.fromkeys(number for row in phrases for number in row if known[number][0] >= "a") if strange else ()
        for place in strange:
            word, near = self.words[place], self.near[place]
            more = {number: slip_similarity(word, known[number]) for number in numbers}
            more = {number: value for number, value in more.items() if value >= FAINT and value > near.similar.get(number, 0.0)}
            if more:
                heard = True
                self.near[place] = near._replace(
                    similar={**near.similar, **more}, shares={**near.shares, **dict.fromkeys(more, 0.0)}
                )
                for number in more:
                    self._likest.pop(number, None)
        return heard

    def spelled(self, ranked: Sequence[tuple[float, Sequence[int]]]) -> list[float]:
        """The ranks of phrases (the first of each pair), raised by how alike the letters of query and phrase are as a row."""
        known, mine, least = (
            self.lexicon.words,
            " ".join(self.words),
            max((rank for rank, _ in ranked), default=0.0) - _RANK_SPELLING,
        )
        return [
            rank + _RANK_SPELLING * fuzz.ratio(mine, " ".join([known[number] for number in numbers])) / 100
            if rank > least
            else rank
            for rank, numbers in ranked
        ]
