"""How like a question is to all that is written of a fact, by pieces of four letters.

Terms need to be understood; pieces do not: “sokulmayışlarının” and “sokulmadı” share most of theirs, whatever the suffixes between. Every
text of a fact is a vector over its pieces (rarer ones weigh more); a question is compared with the nearest text of each fact and with
the mean of all its texts. Built from the texts alone, in about a second.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mmbot.matching.index import Index
from mmbot.matching.worked_out import WorkedOut
from mmbot.model import Entry, Fact
from mmbot.turkish import fold

_LENGTH = 4
_SPACE, _END = 0, 37  # letters are 1 to 26, digits 27 to 36; texts end with a character of their own
_BASE = 37
_NUMBERS = np.full(256, _SPACE, dtype=np.int64)
_NUMBERS[97:123] = np.arange(1, 27)
_NUMBERS[48:58] = np.arange(27, 37)
_NUMBERS[10] = _END
_TRANSLATED = _NUMBERS.astype(np.uint8).tobytes()
_TAIL = re.compile("['’‘`´ʼ＇][a-z0-9]*")  # noqa: RUF001  suffixes behind an apostrophe are no part of the name

Numbers = NDArray[np.int64]
Weights = NDArray[np.float32]


class Likeness(NamedTuple):
    """For each fact, in order: likeness to the nearest of its texts and to all of them, 0 to 1."""

    nearest: Weights
    whole: Weights


class Pieces:
    """The texts of all facts, in pieces. Immutable.

    Which texts hold each piece, and how much of them it is: those of piece *n* from ``_bounds[n]`` to ``_bounds[n + 1]``. Texts stand in
    a table of a column for each fact, whose rows are added and compared whole.
    """

    def __init__(self, texts_of_facts: Iterable[Sequence[str]]) -> None:
        texts: list[str] = []
        firsts: list[int] = []
        for of_fact in texts_of_facts:
            firsts.append(len(texts))
            texts += of_fact
        owners, codes = _pieces(texts)
        held, counts = np.unique(codes * len(texts) + owners, return_counts=True)
        codes, owners = np.divmod(held, len(texts))
        self._known, places, frequency = np.unique(codes, return_inverse=True, return_counts=True)
        # A piece of one text alone finds nothing but that text's own slips and names; it only lengthens the vector.
        self._rarity = np.where(frequency > 1, np.log((1 + len(texts)) / (1 + frequency)) + 1, 0.0)
        self._bounds = np.concatenate(([0], np.cumsum(frequency)))
        weights = _unit(owners, (1 + np.log(counts)) * self._rarity[places], len(texts))
        facts: Numbers = np.asarray(np.searchsorted(firsts, owners, side="right")) - 1
        rows = owners - np.array(firsts)[facts]
        self._shape = int(rows.max(initial=0)) + 1, len(firsts)
        self._holders = (rows * len(firsts) + facts).astype(np.int32)
        begins = np.flatnonzero(np.diff(places * len(firsts) + facts, prepend=-1))  # texts of one fact stand together
        together = np.add.reduceat(weights, begins)
        self._lengths = _lengths(facts[begins], together, len(firsts))
        self._weights = weights * self._rarity[places].astype(np.float32)  # as much as the piece counts in a question

    def likeness(self, text: str) -> Likeness:
        """How like *text* is to each fact."""
        counts = sorted(Counter(_pieces_of_one(text)).items())
        codes, often = np.array(counts, dtype=np.int64).reshape(-1, 2).T
        places = np.minimum(np.searchsorted(self._known, codes), len(self._known) - 1)
        known = (self._known[places] == codes) & (self._rarity[places] > 0)
        places, times = places[known], 1 + np.log(often[known])
        if not len(places):
            nothing = np.zeros(self._shape[1], dtype=np.float32)
            return Likeness(nothing, nothing)
        worth = times * self._rarity[places]
        like = self._sums(places, times) / np.sqrt(worth @ worth)
        # The mean of a fact's texts need not be kept: what the question shares with it is what it shares with each of them.
        return Likeness(like.max(axis=0).astype(np.float32), (like.sum(axis=0) / self._lengths).astype(np.float32))

    def _sums(self, pieces: Numbers, times: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each text has of *pieces*, each of which counts so many *times*, in a column for each fact."""
        spans = list(map(slice, self._bounds[pieces].tolist(), self._bounds[pieces + 1].tolist()))
        holders = np.concatenate([self._holders[span] for span in spans])
        weights = np.concatenate([
            self._weights[span] if one == 1 else self._weights[span] * one for span, one in zip(spans, times.tolist(), strict=True)
        ])
        sums = np.bincount(holders, weights, minlength=self._shape[0] * self._shape[1])
        return sums.astype(np.float64, copy=False).reshape(self._shape)


def _pieces_of_one(text: str) -> list[int]:
    """The numbers of the pieces of *text*, the same as `_pieces`, which is slower where there is so little to do."""
    letters = _TAIL.sub("", f" {fold(text)} ").encode("ascii", "replace").translate(_TRANSLATED)
    rows = zip(letters, letters[1:], letters[2:], letters[3:], strict=False)
    return [((a * _BASE + b) * _BASE + c) * _BASE + d for a, b, c, d in rows if b and c]


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
    return (weights / _lengths(owners, weights, size)[owners]).astype(np.float32)


def _lengths(owners: Numbers, weights: NDArray[np.floating], size: int) -> NDArray[np.float64]:
    """How long the vector of each of *size* owners is, never 0."""
    return np.maximum(np.sqrt(np.bincount(owners, weights.astype(np.float64) ** 2, minlength=size)), 1e-9)


def _of_index(index: Index) -> Pieces:
    return Pieces(_texts(entry, fact) for entry in index.entries.values() for fact in entry.facts)


def _texts(entry: Entry, fact: Fact) -> list[str]:
    """All that is written of *fact*, its subject among it."""
    return [*fact.questions, fact.says, fact.says_en, f"{' '.join(entry.names[:3])} {fact.id.replace('-', ' ')}"]


pieces_of = WorkedOut("pieces", _of_index)
