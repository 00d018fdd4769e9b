"""Mend a misspelt month between a day and a year (“15 myıs 1919”), where nothing but a month stands."""

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from mmbot.dates.months import MONTH_NUMBERS, SHORT_MONTHS
from mmbot.matching.words import Word

_DAY = re.compile(r"[0-2]?\d|3[01]")
_YEAR = re.compile(r"(?:1[89]\d\d|13[2-4]\d)\w{0,4}")  # “1919da”
_LONG = 6  # letters of a month in which two slips may be


def mend_months(words: Sequence[Word]) -> Sequence[Word]:
    """*words* with each misspelt month between a day and a year spelt out; a word that is like no month, or like two, stays."""
    if not any(_YEAR.fullmatch(word.folded) for word in words):
        return words
    mended = list(words)
    for word, year in pairwise(words[1:]):
        if _YEAR.fullmatch(year.folded) and _DAY.fullmatch(words[word.place - 1].folded) and _is_no_month(word.folded):
            month = _month(word.folded)
            if month:
                mended[word.place] = word._replace(typed=month, plain=month, folded=month, tail="")
    return mended


def _is_no_month(folded: str) -> bool:
    return folded.isalpha() and folded not in MONTH_NUMBERS and folded not in SHORT_MONTHS


def _month(folded: str) -> str | None:
    """The one month that *folded* is a slip of."""
    near = sorted((OSA.distance(folded, month), month) for month in MONTH_NUMBERS)
    (slips, month), (others, _) = near[:2]
    return month if slips < others and slips <= (2 if len(month) >= _LONG else 1) else None
