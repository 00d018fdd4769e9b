"""What a definition does not tell: what somebody said, who all were there, on which day it was."""

import re
from collections.abc import Callable
from itertools import pairwise

from mmbot.matching.reading import Reading
from mmbot.matching.terms import FactTerms
from mmbot.model import DEFINITION

_SAYS = re.compile(
    r"(?:dedi|demis|diyor?|deniy?or?|denir|denmis|soyle(?:di|mis|r|niyor|nmis)|konus(?:tu|mus)|yaz(?:di|mis|iyor|ili))(?:d[iu]|t[iu])?(?:l[ae]r)?"
)
_TOLD = re.compile('[“”"]')  # its own words
_ALL_OF_THEM = re.compile(r"kimler(?:di|dir|den)?")
_SEVERAL = 2
_DAY = re.compile(r"\d{1,2} (?:Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık)")


def wants_words(reading: Reading) -> bool:
    """Whether it is asked what was said or written: “ne dedi?”, “neler yazıyor?”."""
    return reading.asked.kind in ("what", "list") and any(_SAYS.fullmatch(word.folded) for word in reading.words[-2:])


def gives_no_words(terms: FactTerms) -> bool:
    """Whether the fact only says what a thing is, without a word of what it says."""
    return terms.fact.id == DEFINITION and _TOLD.search(terms.fact.says) is None


def wants_all(reading: Reading) -> bool:
    """Whether it is asked who all they were."""
    return reading.asked.kind == "who" and any(_ALL_OF_THEM.fullmatch(word.folded) for word in reading.words)


def names_too_few(terms: FactTerms) -> bool:
    """Whether the fact only says what a thing is, and names its head at most."""
    return terms.fact.id == DEFINITION and 0 < len(terms.fact.people) < _SEVERAL


def wants_day(reading: Reading) -> bool:
    """Whether it is asked on which day."""
    return any(before.folded == "hangi" and word.folded in ("gun", "gunde", "gunu") for before, word in pairwise(reading.words))


def tells_no_day(terms: FactTerms) -> bool:
    """Whether the fact tells a month or a year at most."""
    return not (terms.fact.date and terms.fact.date.is_day) and _DAY.search(terms.fact.says) is None


# What is wanted, with the test of a fact that lacks it.
WANTS: tuple[tuple[Callable[[Reading], bool], Callable[[FactTerms], bool]], ...] = (
    (wants_words, gives_no_words),
    (wants_all, names_too_few),
    (wants_day, tells_no_day),
)
