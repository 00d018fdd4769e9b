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
_OFTENEST = 16  # a piece that comes more often in a text counts as if it came once less than this
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

    A list for each piece and how often it comes in a text: list *n* is that of ``_known[n]``, a piece with that number, and has the texts from
    ``_bounds[n]`` to ``_bounds[n + 1]``. What a piece is worth there hangs on the list and on how long the text is alone, so nothing else is kept.
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
        _, places, frequency = np.unique(codes, return_inverse=True, return_counts=True)
        # A piece of one text alone finds nothing but that text's own slips and names; it only lengthens the vector.
        rarity = np.where(frequency > 1, np.log((1 + len(texts)) / (1 + frequency)) + 1, 0.0)[places]
        weights, self._firsts = (1 + np.log(counts)) * rarity, np.array(firsts, dtype=np.int64)
        lengths = _lengths(owners, weights, len(texts))
        self._share = 1 / lengths
        facts: Numbers = np.asarray(np.searchsorted(firsts, owners, side="right")) - 1
        begins = np.flatnonzero(np.diff(places * len(firsts) + facts, prepend=-1))  # texts of one fact stand together
        together = np.add.reduceat((weights / lengths[owners]).astype(np.float32), begins)
        self._lengths = _lengths(facts[begins], together, len(firsts))
        keys = codes * _OFTENEST + np.minimum(counts, _OFTENEST - 1)
        order = np.argsort(keys, kind="stable")
        self._known, starts = np.unique(keys[order], return_index=True)
        self._bounds = np.append(starts, len(keys))
        self._holders = owners[order].astype(np.min_scalar_type(len(texts)))
        self._rarity, self._worth = rarity[order][starts], weights[order][starts]

    def likeness(self, text: str) -> Likeness:
        """How like *text* is to each fact."""
        counts = sorted(Counter(_pieces_of_one(text)).items())
        codes, often = np.array(counts, dtype=np.int64).reshape(-1, 2).T
        begins, ends = self._known.searchsorted((codes * _OFTENEST, (codes + 1) * _OFTENEST))
        known = ends > begins
        rarity = self._rarity[begins[known]]
        asked = (1 + np.log(often[known])) * rarity
        if not asked.any():
            nothing = np.zeros(len(self._firsts), dtype=np.float32)
            return Likeness(nothing, nothing)
        like = self._sums(begins[known], ends[known], asked)
        like *= self._share  # in place: to get memory for another array of this size takes as long as to fill it
        # The mean of a fact's texts need not be kept: what the question shares with it is what it shares with each of them.
        length = np.sqrt(asked @ asked)
        nearest = np.maximum.reduceat(like, self._firsts) / length
        whole = np.add.reduceat(like, self._firsts) / length / self._lengths
        return Likeness(nearest.astype(np.float32), whole.astype(np.float32))

    def _sums(self, begins: Numbers, ends: Numbers, asked: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each text has of the pieces whose lists are those from *begins* to *ends*, each *asked* for so much."""
        spans = ends - begins
        lists = np.arange(spans.sum()) + (begins - spans.cumsum() + spans).repeat(spans)
        worth = self._worth[lists] * asked.repeat(spans)
        bounds = zip(self._bounds[begins].tolist(), self._bounds[ends].tolist(), strict=True)
        holders = np.concatenate([self._holders[start:end] for start, end in bounds], dtype=np.intp)
        sums = np.bincount(holders, worth.repeat(self._bounds[lists + 1] - self._bounds[lists]), minlength=len(self._share))
        return np.asarray(sums, dtype=np.float64)


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


def _lengths(owners: Numbers, weights: NDArray[np.floating], size: int) -> NDArray[np.float64]:
    """How long the vector of each of *size* owners is, never 0."""
    return np.maximum(np.sqrt(np.bincount(owners, weights.astype(np.float64) ** 2, minlength=size)), 1e-9)


def _of_index(index: Index) -> Pieces:
    return Pieces(_texts(entry, fact) for entry in index.entries.values() for fact in entry.facts)


def _texts(entry: Entry, fact: Fact) -> list[str]:
    """All that is written of *fact*, its subject among it."""
    return [*fact.questions, fact.says, fact.says_en, f"{' '.join(entry.names[:3])} {fact.id.replace('-', ' ')}"]


pieces_of = WorkedOut("pieces", _of_index)
