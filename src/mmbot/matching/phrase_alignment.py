"""Lay the words of a query beside the words of many phrases at once, and judge how well each phrase fits."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, repeat
from math import log
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from mmbot.matching.phrase_keys import Numbers
from mmbot.matching.phrase_lexicon import Lexicon, Near
from mmbot.matching.phrase_likeness import FAINT, perhaps, slip_similarity

# How much the weight that only the query has, and that only the phrase has, counts beside what both share.
# People leave words out more often than they add some, so a surplus is worse; to say how sure a match is, and to rank.
_SURPLUS, _MISSING = 0.7, 0.2
_RANK_SURPLUS, _RANK_MISSING = 1.5, 0.2
_RANK_EXCHANGED = 0.1
_LITTLE = 1e-9  # where there is nothing to divide by
_RANK_SPELLING = 0.6  # what the likeness of all letters counts in the ranking, beside the logarithm of the fit
_DOUBTFUL = 0.9  # a word of which the likest is less like may be still another one
_HEARD = 0.85  # a word of the index that is explained so well needs no other explanation
_GUESSED = 0.8  # a strange word that is so like one of a phrase that holds the others is taken for it
_GUESSED_AMONG = 6  # phrases, the words of which are tried
_SETTLED = 0.1  # weight of a word left over that is not worth a thought about what else it may be
_TOLD = 0.6  # share of the weight of a query from which on little more need be looked up
_EXCHANGED = 0.7  # punishes a rare word of the query that stands where the phrase has another rare word
_RARE = 0.6  # from this weight on, a word is rare enough to be punished in full
_TELLING = 0.15  # a query word of less weight is not worth a closer look
_DOUBT = 0.4  # how much less sure it is that another word means the same than that it ranks high
_UNHEARD = 0.4  # punishes a rare word of the query by itself


# What explains a word of the index best, of the words of a query: how much of its weight, and how much not; which word of the query;
# how similar that is; its share of that word, where that may be several words; weight that is in doubt, where that is another word for it.
_Likest = tuple[float, float, int, float, float, float]
_SIMILARITY = 3
_NOTHING: _Likest = (0.0, 0.0, 0, 0.0, 0.0, 0.0)


class Judged(NamedTuple):
    """How a phrase fits a query."""

    rank: float  # any number, the higher the better
    sure: float  # 0 to 1
    unheard: float  # weight of the word of the query that the phrase lacks most


class Asked:
    """The words of a query, and what each may stand for in an index."""

    def __init__(self, words: Sequence[str], near: Sequence[Near], lexicon: Lexicon) -> None:
        self.words, self.near, self.lexicon = words, near, lexicon
        self.weights = [near.weight for near in near]
        self.total = sum(self.weights)
        self._likest: dict[int, _Likest] = {}  # what explains a word of the index best, if any does

    def taken(self, phrases: Iterable[Sequence[int]]) -> "Asked | None":
        """The same query if one of *phrases* has every word of it that tells anything, strange ones with slips; None if none has."""
        holding = self._holding(phrases)
        if not holding or all(near.best for near in self.near):
            return self if holding else None
        left = dict.fromkeys(chain.from_iterable(holding[:_GUESSED_AMONG]))
        for near in self.near:
            for number in near.similar:
                left.pop(number, None)
        strange = [word for word, near in zip(self.words, self.near, strict=True) if not near.best]
        found = iter(self.lexicon.among(strange, list(left)))
        guessed = [near if near.best else next(found) for near in self.near]
        asked = Asked(self.words, guessed, self.lexicon)
        return asked if all(near.best >= _GUESSED for near in guessed) and asked._holding(holding) else None

    def _holding(self, phrases: Iterable[Sequence[int]]) -> list[Sequence[int]]:
        telling = [near.similar.keys() for near in self.near if near.weight > _SETTLED]
        return [row for row in phrases if not any(similar.isdisjoint(row) for similar in telling)]

    def told(self, rows: Mapping[int, Sequence[int]]) -> dict[int, float]:
        """The weight of the words of the query that each of the phrases *rows* holds, roughly."""
        weights = {number: near.weight for near in self.near for number in near.similar}
        return {phrase: sum(map(weights.get, set(row), repeat(0.0))) for phrase, row in rows.items()}

    def doubtful(self, least: float = _DOUBTFUL) -> list[int]:
        """The places of the words that may be something else than what they are likest, if that is less than *least*."""
        return [
            place
            for place, near in enumerate(self.near)
            if near.best < least and near.weight > _TELLING and self.words[place][0] >= "a"
        ]

    def overhear(self, doubtful: Sequence[int], words: Numbers, begins: Numbers) -> Numbers:
        """What the words in the *doubtful* places may share with phrases beyond what is known, letter by letter.

        *words* has the words of all phrases in a row, and *begins* where each phrase begins.
        """
        known, there = self.lexicon.words, np.zeros(len(self.lexicon.words), dtype=bool)
        there[words] = True
        numbers = there.nonzero()[0]
        others = [known[number] for number in numbers.tolist()]
        mine = [self.words[place] for place in doubtful]
        likeness = process.cdist(mine, others, scorer=OSA.normalized_similarity, score_cutoff=FAINT, dtype=np.float32)
        heard = np.zeros(len(begins), dtype=np.float32)
        at = numbers.searchsorted(words)
        for row, place in zip(likeness, doubtful, strict=True):
            row[row < self.near[place].best] = 0.0
            heard += self.near[place].weight * np.maximum.reduceat(row[at], begins) ** 2
        return heard

    def spans(self, starts: Numbers, counts: Numbers, enough: int, most: int) -> tuple[Numbers, Numbers]:
        """The places of the index to look at, of the rarest words first; and what each is worth.

        They are *enough*, or *most* as long as little of the query is told.
        """
        chosen: list[Near] = []
        read = told = 0.0
        for near in sorted(self.near, key=lambda near: near.read):
            if near.read and (not chosen or read + near.read <= enough or (told < _TOLD * self.total and read + near.read <= most)):
                chosen.append(near)
                read += near.read
            told += near.weight
        if not chosen:
            return _NOWHERE, _NOWHERE
        numbers = np.concatenate([near.numbers for near in chosen])
        lengths = counts[numbers]
        ends = lengths.cumsum()
        places = np.arange(ends[-1]) + (starts[numbers] - ends + lengths).repeat(lengths)
        return places, np.concatenate([near.worth for near in chosen]).repeat(lengths)

    def judge(self, numbers: Sequence[int]) -> Judged:
        """How a phrase of the words *numbers* fits."""
        best = [0.0] * len(self.words)
        shared, under, most, doubt, doubted = 1e-9, 0.0, 0.0, 0.0, 0.0
        likest, weights = self._likest, self.lexicon.weights
        for number in numbers:
            found = likest.get(number)
            if not found:
                left = weights[number]
            else:
                explained, left, place, value, share, unsure = found
                shared += explained
                if unsure:
                    doubt += unsure
                    doubted = max(doubted, unsure)
                if share:
                    best[place] = min(1.0, best[place] + share)
                elif value > best[place]:
                    best[place] = value
            under += left
            if left > most:  # noqa: PLR1730  three times as quick as max, and this is done for every word of every phrase
                most = left
        surplus = [weight - weight * value for weight, value in zip(self.weights, best, strict=True)]
        over, worst = sum(surplus), max(surplus)
        told = self.total - over  # by the words of the query: one of them that explains two of the phrase counts once
        ranked = log(told / (told + _RANK_SURPLUS * over + _RANK_MISSING * under + _LITTLE) + 0.005)
        ranked -= _RANK_EXCHANGED * min(1.0, min(worst, most) / _RARE)
        certain = max(shared - doubt, 0.0)
        sure = certain / (certain + _SURPLUS * (over + doubt) + _MISSING * (under + doubt))
        unheard = max(worst, doubted)
        exchanged = min(1.0, min(unheard, max(most, doubted)) / _RARE)
        return Judged(ranked, sure * (1 - _EXCHANGED * exchanged) * (1 - _UNHEARD * unheard), worst)

    def explain(self, phrases: Iterable[Sequence[int]]) -> None:
        """Find for the words of *phrases*, before they are judged, which word of the query explains each best."""
        weights, likest = self.lexicon.weights, self._likest
        numbers = set(chain.from_iterable(phrases))
        for place, near in enumerate(self.near):
            for number in near.similar.keys() & numbers:
                similarity, found = near.similar[number], likest.get(number)
                if not found or similarity > found[_SIMILARITY]:
                    weight = weights[number]
                    unsure = 0.0 if number in near.own else _DOUBT * weight
                    share = near.shares.get(number, 0.0)
                    likest[number] = (weight * similarity, weight - weight * similarity, place, similarity, share, unsure)

    def look_closely(self, phrases: Iterable[Sequence[int]]) -> set[int]:
        """Compare letter by letter with *phrases* what is like nothing; remember what is found; the words that it was found in."""
        strange = self.doubtful()
        heard: set[int] = set()
        if not strange:
            return heard
        known, likest = self.lexicon.words, self._likest
        numbers = [
            number for number in dict.fromkeys(chain.from_iterable(phrases)) if likest.get(number, _NOTHING)[_SIMILARITY] < _HEARD
        ]
        likely = perhaps([self.words[place] for place in strange], numbers, known)
        for place, some in zip(strange, likely, strict=True):
            for number in some:
                similarity = slip_similarity(self.words[place], known[number])
                if similarity >= FAINT and similarity > likest.get(number, _NOTHING)[_SIMILARITY]:
                    heard.add(number)
                    weight = self.lexicon.weights[number]
                    explained = weight * similarity
                    likest[number] = (explained, weight - explained, place, similarity, 0.0, 0.0)
        return heard

    def spelled(self, ranked: Sequence[tuple[float, Sequence[int]]]) -> list[float]:
        """The ranks of phrases (the first of each pair), raised by how alike the letters of query and phrase are as a row."""
        known, mine = self.lexicon.words, " ".join(self.words)
        least = max((rank for rank, _ in ranked), default=0.0) - _RANK_SPELLING
        return [
            rank + _RANK_SPELLING * fuzz.ratio(mine, " ".join([known[number] for number in numbers])) / 100
            if rank > least
            else rank
            for rank, numbers in ranked
        ]


_NOWHERE = np.zeros(0, dtype=np.int32)
