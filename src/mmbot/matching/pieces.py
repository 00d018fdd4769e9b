"""How like a question is to all that is written of a fact, by pieces of four letters.

Terms need to be understood; pieces do not: “sokulmayışlarının” and “sokulmadı” share most of theirs, whatever the suffixes between. Every
text of a fact is a vector over its pieces (rarer ones weigh more); a question is compared with the nearest text of each fact and with
the mean of all its texts. Built from the texts alone in less than half a second, so nothing of it is stored.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mmbot.turkish import fold

_LENGTH = 4
_SPACE, _END = 0, 37  # letters are 1 to 26, digits 27 to 36; texts end with a character of their own
_BASE = 37
_NUMBERS = np.full(256, _SPACE, dtype=np.int64)
_NUMBERS[97:123] = np.arange(1, 27)
_NUMBERS[48:58] = np.arange(27, 37)
_NUMBERS[10] = _END
_TAIL = re.compile("['’‘`´ʼ＇][a-z0-9]*")  # noqa: RUF001  suffixes behind an apostrophe are no part of the name

Numbers = NDArray[np.int64]
Weights = NDArray[np.float32]


class Likeness(NamedTuple):
    """For each fact, in order: likeness to the nearest of its texts and to all of them, 0 to 1."""

    nearest: Weights
    whole: Weights


class _Postings(NamedTuple):
    """Which of *size* texts (or facts) hold each piece, and how much of them it is; those of piece *n* from ``bounds[n]`` to ``bounds[n + 1]``."""

    size: int
    bounds: Numbers
    holders: NDArray[np.int32]
    weights: Weights

    def sums(self, pieces: Numbers, worth: Weights) -> Weights:
        """What each holder has of *pieces*."""
        spans = [slice(begin, end) for begin, end in zip(self.bounds[pieces], self.bounds[pieces + 1], strict=True)]
        holders = np.concatenate([self.holders[span] for span in spans])
        weights = np.concatenate([self.weights[span] * value for span, value in zip(spans, worth, strict=True)])
        return np.bincount(holders, weights, minlength=self.size).astype(np.float32)


class Pieces:
    """The texts of all facts, in pieces. Immutable."""

    def __init__(self, texts_of_facts: Iterable[Sequence[str]]) -> None:
        texts: list[str] = []
        firsts: list[int] = []
        for of_fact in texts_of_facts:
            firsts.append(len(texts))
            texts += of_fact
        self._firsts = np.array(firsts)
        owners, codes = _pieces(texts)
        held, counts = np.unique(codes * len(texts) + owners, return_counts=True)
        codes, owners = np.divmod(held, len(texts))
        self._known, places, frequency = np.unique(codes, return_inverse=True, return_counts=True)
        # A piece of one text alone finds nothing but that text's own slips and names; it only lengthens the vector.
        self._rarity = np.where(frequency > 1, np.log((1 + len(texts)) / (1 + frequency)) + 1, 0.0)
        weights = _unit(owners, (1 + np.log(counts)) * self._rarity[places], len(texts))
        self._texts = _postings(len(texts), places, owners, weights)
        facts: Numbers = np.asarray(np.searchsorted(self._firsts, owners, side="right")) - 1
        begins = np.flatnonzero(np.diff(places * len(firsts) + facts, prepend=-1))  # texts of one fact stand together
        together = np.add.reduceat(weights, begins)
        places, facts = places[begins], facts[begins]
        self._facts = _postings(len(firsts), places, facts, _unit(facts, together, len(firsts)))

    def likeness(self, text: str) -> Likeness:
        """How like *text* is to each fact."""
        codes, counts = np.unique(_pieces([text])[1], return_counts=True)
        places = np.minimum(np.searchsorted(self._known, codes), len(self._known) - 1)
        worth = np.where(self._known[places] == codes, (1 + np.log(counts)) * self._rarity[places], 0.0)
        places, worth = places[worth > 0], worth[worth > 0]
        if not len(places):
            nothing = np.zeros(len(self._firsts), dtype=np.float32)
            return Likeness(nothing, nothing)
        worth = (worth / np.sqrt(worth @ worth)).astype(np.float32)
        return Likeness(np.maximum.reduceat(self._texts.sums(places, worth), self._firsts), self._facts.sums(places, worth))


def _pieces(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Every piece of *texts*, none across a space: the text it is of, and its number."""
    whole = _TAIL.sub("", " " + " \n ".join(map(fold, texts)) + " \n")
    letters = _NUMBERS[np.frombuffer(whole.encode("ascii", "replace"), dtype=np.uint8)]
    if len(letters) < _LENGTH:
        return letters[:0], letters[:0]
    owners = np.cumsum(letters == _END)
    windows = [letters[offset : len(letters) - _LENGTH + 1 + offset] for offset in range(_LENGTH)]
    first, *middle, last = windows
    whole_ones = (first != _END) & (last != _END)
    codes = first.copy()
    for window in middle:
        whole_ones &= (window != _SPACE) & (window != _END)
        codes = codes * _BASE + window
    codes = codes * _BASE + last
    return owners[: len(first)][whole_ones], codes[whole_ones]


def _unit(owners: Numbers, weights: NDArray[np.floating], size: int) -> Weights:
    """*weights* with those of each owner brought to length 1."""
    lengths = np.sqrt(np.bincount(owners, weights.astype(np.float64) ** 2, minlength=size))
    return (weights / np.maximum(lengths, 1e-9)[owners]).astype(np.float32)


def _postings(size: int, places: Numbers, holders: Numbers, weights: Weights) -> _Postings:
    """Postings of pieces that stand in order."""
    bounds = np.concatenate(([0], np.cumsum(np.bincount(places))))
    return _Postings(size, bounds, holders.astype(np.int32), weights)
