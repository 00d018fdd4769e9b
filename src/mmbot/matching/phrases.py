"""A general index of Turkish phrases that finds one again from a misspelt, inflected or shortened wording."""

from array import array
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self

import numpy as np

from mmbot.matching.phrase_alignment import MISSING, SURPLUS, Asked
from mmbot.matching.phrase_lexicon import Lexicon, Numbers
from mmbot.matching.phrase_words import phrase_words, words_of_each

_LONGEST_QUERY = 48  # words; nobody asks a longer question
_CANDIDATES = 12  # phrases that are compared word by word
_FAIR = 0.6  # of the best one's share, for a phrase to be compared
_SECOND_LOOK = 6  # phrases whose unexplained words are compared letter by letter
_WORTH_IT = 0.5  # of the best score, for a second look
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
        self._ids = ids
        self._lexicon = lexicon
        self._bounds, self._words = bounds, words
        phrases = np.repeat(np.arange(len(ids), dtype=np.int32), np.diff(bounds))
        self._places = phrases[np.argsort(words, kind="stable")]
        counts = np.bincount(words, minlength=len(lexicon.words))
        self._place_bounds = array("i", np.concatenate(([0], np.cumsum(counts))).astype(np.int32).tobytes())
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
        words = self._lexicon.mended(phrase_words(query)[:_LONGEST_QUERY])
        if not words or limit < 1 or not self._ids:
            return []
        best: dict[Hashable, float] = {}
        for phrase, score in self._scored(Asked(words, self._lexicon), max(limit, _CANDIDATES)):
            if score > best.get(self._ids[phrase], _WORST):
                best[self._ids[phrase]] = score
        ranked = sorted(best.items(), key=lambda item: -item[1])
        return [Hit(id_, score) for id_, score in ranked[:limit]]

    def _scored(self, asked: Asked, count: int) -> list[tuple[int, float]]:
        bounds, words, weights = self._bounds, self._words, self._lexicon.weights
        aligned = []
        for phrase in self._candidates(asked, count):
            numbers = words[bounds[phrase] : bounds[phrase + 1]].tolist()
            aligned.append((phrase, asked.align(numbers, [weights[number] for number in numbers])))
        aligned.sort(key=lambda item: -item[1].score)
        for _, alignment in aligned[:_SECOND_LOOK]:
            if alignment.score >= _WORTH_IT * aligned[0][1].score:
                alignment.look_closely()
        return [(phrase, alignment.score) for phrase, alignment in aligned]

    def _candidates(self, asked: Asked, count: int) -> list[int]:
        """The phrases that share the most weight with the question, judged by its rarest words."""
        spans = asked.spans(self._place_bounds)
        if not spans:
            return []
        places = self._places
        phrases = np.concatenate([places[start:end] for _, start, end in spans])
        values = np.array([value for value, _, _ in spans], dtype=np.float32).repeat([end - start for _, start, end in spans])
        sums = np.zeros(len(self._ids), dtype=np.float32)
        np.add.at(sums, phrases, values)
        fit = sums[phrases] / (MISSING * self._totals[phrases] + SURPLUS * asked.total)
        fair = (fit >= _FAIR * fit.max()).nonzero()[0]
        if len(fair) > 8 * count:
            fair = fit.argpartition(-8 * count)[-8 * count :]
        ranked = dict.fromkeys(phrases[fair[(-fit[fair]).argsort(kind="stable")]].tolist())
        return list(ranked)[:count]
