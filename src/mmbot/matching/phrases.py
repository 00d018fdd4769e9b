"""A general index of Turkish phrases that finds one again from a misspelt, inflected or shortened wording."""

from array import array
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Self

import numpy as np

from mmbot.matching.phrase_alignment import Asked, Judged
from mmbot.matching.phrase_keys import Numbers
from mmbot.matching.phrase_lexicon import Lexicon
from mmbot.matching.phrase_words import phrase_words, words_of_each

_LONGEST_QUERY = 48  # words; nobody asks a longer question
_CANDIDATES = 12  # phrases that are compared word by word, if no more hits are wanted
_FAIR = 0.6  # of the best one's share, for a phrase to be compared
_ANY = 0.5  # the same where no phrase fits well
_FOREIGN = 3.5  # how much more a word that only the query has counts than one that only the phrase has, roughly
_FAIREST = 300  # places of which the phrases are looked at, at most
_SPOILT = 0.65  # words that are less like any are sought in all phrases that fit
_LOOKED_AT = 20  # phrases that hold the rarest words, of which is seen what else they hold
_LEVEL = 0.7  # of the best one's share: where more phrases have that much than are compared, a word that is like none chooses
_STRONG = 0.5  # of what the same words would fit
_ALL = 4_000  # places of the index that are read; of a large one
_SHARE, _LARGER = 25, 8  # one for so many phrases, or for so many where the rarest words are not rare
_LITTLE, _MOST = 100, 250  # places that are read for the words as typed, and for the first of them
_CLEAR = 0.85  # of the weight of the query, for phrases that hold it to be all that are compared
_STRANGE = 0.6  # what a word that no phrase has weighs by then
_HELD = 0.7  # of the weight of the rarest words, for a phrase to hold nearly all
_FAR = 2**63  # a whole number that is further from 0 takes more than eight bytes
_WORST = 0.03  # below this, nothing fits


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found: the id it was built with, and 0–1, where 1 is the same words."""

    id: Hashable
    score: float


class PhraseIndex:
    """Phrases with their ids, searchable; immutable once built.

    >>> index = PhraseIndex.build([("kars", "Kars Antlaşması nerede imzalandı?"), ("sevr", "Sevr'i kim imzaladı?")])
    >>> [hit.id for hit in index.search("KARS ANTLASMSINI nerde imzaladılar")]
    ['kars']
    """

    def __init__(self, ids: Sequence[Hashable], lexicon: Lexicon, bounds: Numbers, words: Numbers) -> None:
        """Keep the ids of the phrases, and their words: phrase *n* has ``words[bounds[n]:bounds[n + 1]]``."""
        self._ids = _compact(ids)
        self._lexicon = lexicon
        self._bounds, self._words = bounds, words
        order = np.argsort(words, kind="stable")
        phrases, sorted_words = np.repeat(np.arange(len(ids), dtype=np.int32), np.diff(bounds))[order], words[order]
        once = np.ones(len(words), dtype=bool)  # a word that a phrase has twice tells no more of it
        once[1:] = (sorted_words[1:] != sorted_words[:-1]) | (phrases[1:] != phrases[:-1])
        self._places = phrases[once]
        self._counts = np.bincount(sorted_words[once], minlength=len(lexicon.words)).astype(np.int32)
        self._starts = (self._counts.cumsum() - self._counts).astype(np.int32)
        totals = np.concatenate(([0], np.cumsum(np.frombuffer(lexicon.weights, dtype=np.float32)[words], dtype=np.float64)))
        self._totals = (totals[bounds[1:]] - totals[bounds[:-1]]).astype(np.float32)

    @classmethod
    def build(cls, pairs: Iterable[tuple[Hashable, str]]) -> Self:
        """Index `(id, text)` pairs; an id may come as often as it has phrasings."""
        listed = list(pairs)
        spelled = [text.split() for _, text in listed]
        spellings = list(dict.fromkeys(chain.from_iterable(spelled)))  # each is folded once, however often it comes
        numbers: dict[str, int] = {}
        cut = words_of_each(spellings)
        known = {
            spelling: [numbers.setdefault(word, len(numbers)) for word in some]
            for spelling, some in zip(spellings, cut, strict=True)
        }
        words: list[int] = []
        bounds = [0]
        for some in spelled:
            words += [number for spelling in some for number in known[spelling]]
            bounds.append(len(words))
        ids = [id_ for id_, _ in listed]
        flat = np.array(words, dtype=np.int32)
        lexicon = Lexicon(list(numbers), np.bincount(flat, minlength=len(numbers)), len(ids))
        return cls(ids, lexicon, np.array(bounds, dtype=np.int32), flat)

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """The ids whose phrases fit *query* best, each once, best first."""
        words = phrase_words(query)[:_LONGEST_QUERY]
        if not words or limit < 1 or not len(self._words):
            return []
        hits: dict[Hashable, Hit] = {}
        for phrase, score in self._scored(words, max(limit, _CANDIDATES)):
            id_ = self._ids[phrase]
            if id_ not in hits and score > _WORST:
                hits[id_] = Hit(id_, score)
                if len(hits) == limit:
                    break
        return list(hits.values())

    def _scored(self, query: Sequence[str], count: int) -> list[tuple[int, float]]:
        """The phrases that fit, best first, and how surely each does."""
        asked, rows, sure = self._typed(query, count)
        if not sure:
            words = self._lexicon.mended(query)
            asked = Asked(words, self._lexicon.near(words), self._lexicon)
            rows = rows or self._rows(self._candidates(asked, count))
        asked.explain(rows.values())
        judged = {phrase: asked.judge(row) for phrase, row in rows.items()}
        return _ordered(asked, rows, judged)

    def _typed(self, query: Sequence[str], count: int) -> tuple[Asked, dict[int, list[int]], bool]:
        """The query taken as it is typed but for slips, the phrases that are like it so, and whether one has all of it: mostly no more need be looked at."""
        asked = Asked(query, self._lexicon.plain(query), self._lexicon)
        rows = self._rows(self._holders(asked, count))
        understood = asked.taken(rows.values())
        if understood:
            return understood, rows, True
        clear = rows and max(asked.told(rows).values()) >= _CLEAR * (
            asked.total + _STRANGE * sum(not near.best for near in asked.near)
        )
        return asked, rows if clear else {}, False

    def _rows(self, phrases: Iterable[int]) -> dict[int, list[int]]:
        words, bounds = self._words, self._bounds
        return {phrase: words[bounds[phrase] : bounds[phrase + 1]].tolist() for phrase in phrases}

    def _holders(self, asked: Asked, count: int) -> list[int]:
        """The phrases that hold the rarest words asked for, best first; none if there is none that holds nearly all of those."""
        sums: dict[int, float] = {}
        read, told, most = 0, 0.0, _MOST
        places, starts, counts = self._places, self._starts, self._counts
        for near in sorted(asked.near, key=lambda near: near.read):  # as typed, a rare form tells more than its stem
            if read + near.read > most:
                break
            read, told, most = read + near.read, told + near.weight, _LITTLE
            for number, similarity in near.similar.items():
                worth, start = near.weight * similarity * similarity, starts[number]
                for phrase in places[start : start + counts[number]].tolist():
                    sums[phrase] = sums.get(phrase, 0.0) + worth
        best = max(sums.values(), default=0.0)
        if best < _HELD * told or not best:
            return []
        fair = [phrase for phrase, value in sums.items() if value >= _FAIR * best]
        totals = dict(zip(fair, self._totals[np.array(fair)].tolist(), strict=True))
        fair.sort(key=lambda phrase: totals[phrase] - _FOREIGN * sums[phrase])
        if len(fair) > count:
            told_by = asked.told(self._rows(fair[:_LOOKED_AT]))
            fair = sorted(told_by, key=lambda phrase: totals[phrase] - _FOREIGN * told_by[phrase])
        return fair[:count]

    def _candidates(self, asked: Asked, count: int) -> list[int]:
        """The phrases that share the most weight with the question, judged by its rarest words first."""
        found = self._fairest(asked)
        first = list(found)
        level = len(first) > count and found[first[count]] >= _LEVEL * found[first[0]]
        doubtful = asked.doubtful(_SPOILT) if level else []
        if doubtful:  # words that are like none may tell which of so many it is
            phrases = np.array(first)
            lengths = self._bounds[phrases + 1] - self._bounds[phrases]
            ends = lengths.cumsum()
            words = self._words[np.arange(ends[-1]) + (self._bounds[phrases] - ends + lengths).repeat(lengths)]
            told = asked.overhear(doubtful, words, ends - lengths) / (self._totals[phrases] + _FOREIGN * asked.total)
            for phrase, more in zip(phrases.tolist(), told.tolist(), strict=True):
                found[phrase] += more
        return sorted(found, key=lambda phrase: -found[phrase])[:count]

    def _fairest(self, asked: Asked) -> dict[int, float]:
        """The phrases that fit about as well as the best one, best first, and how well, roughly."""
        places, values = asked.spans(
            self._starts, self._counts, *(max(_ALL, len(self._ids) // share) for share in (_SHARE, _LARGER))
        )
        if not len(places):
            return {}
        phrases = self._places[places]
        sums = np.bincount(phrases, values, len(self._ids))
        found = sums[phrases]
        most = int(found.argmax())
        foreign = _FOREIGN * asked.total
        likely = (found >= _ANY * found[most] * foreign / (foreign + self._totals[phrases[most]])).nonzero()[0]
        phrases = phrases[likely]
        fit = found[likely] / (self._totals[phrases] + foreign)
        best = fit.max()
        fair = (fit >= best * (_FAIR if best * (1 + _FOREIGN) >= _STRONG else _ANY)).nonzero()[0]
        if len(fair) > _FAIREST:
            fair = fair[fit[fair].argpartition(-_FAIREST)[-_FAIREST:]]
        fair = fair[(-fit[fair]).argsort(kind="stable")]
        return dict(zip(phrases[fair].tolist(), fit[fair].tolist(), strict=True))


def _compact(ids: Sequence[Hashable]) -> Sequence[Hashable]:
    """*ids*, whole numbers in a quarter of the memory."""
    whole = [id_ for id_ in ids if type(id_) is int and -_FAR < id_ < _FAR]  # True is no 1
    return array("q", whole) if len(whole) == len(ids) else ids


def _ordered(asked: Asked, rows: Mapping[int, Sequence[int]], judged: dict[int, Judged]) -> list[tuple[int, float]]:
    """The phrases judged, best first, and how surely each fits."""
    heard = asked.look_closely(rows.values())
    if heard:
        judged.update((phrase, asked.judge(row)) for phrase, row in rows.items() if not heard.isdisjoint(row))
    first = list(rows)
    ranks = asked.spelled([(judged[phrase].rank, rows[phrase]) for phrase in first])
    order = sorted(range(len(first)), key=lambda at: -ranks[at])
    falling = accumulate((judged[first[at]].sure for at in order), min)  # who ranks lower is no surer
    return [(first[at], sure) for at, sure in zip(order, falling, strict=True)]
