"""Mend a misspelt ordinal before “madde” (“altıcnı maddesi”), where little but an ordinal stands."""

from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from mmbot.matching.words import Word

_UNITS = ("birinci", "ikinci", "ucuncu", "dorduncu", "besinci", "altinci", "yedinci", "sekizinci", "dokuzuncu", "onuncu")
_SLIPS = 2


def mend_ordinals(words: Sequence[Word]) -> Sequence[Word]:
    """*words* with each misspelt ordinal before “madde” spelt out; a word that is like none, or like two, stays."""
    if not any(word.folded.startswith("madde") for word in words[1:]):
        return words
    mended = list(words)
    for word, clause in pairwise(words):
        alone = not word.place or words[word.place - 1].folded != "o"  # “o nüçüncü” is more than three
        ordinal = _ordinal(word.folded) if alone and clause.folded.startswith("madde") else None
        if ordinal:
            mended[word.place] = word._replace(typed=ordinal, plain=ordinal, folded=ordinal)
    return mended


def _ordinal(folded: str) -> str | None:
    """The one ordinal that *folded* is a slip of."""
    if folded in _UNITS or not folded.isalpha():
        return None
    near = sorted((OSA.distance(folded, ordinal), ordinal) for ordinal in _UNITS)
    (slips, ordinal), (others, _) = near[:2]
    return ordinal if slips < others and slips <= _SLIPS else None
