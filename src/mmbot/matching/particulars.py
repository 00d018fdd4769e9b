"""What few sentences tell of anybody or anything: where one is from, how old, his wife, her grave, the captain of the ship, its architect.

A sentence that fits in all else is about the man, and the question about his wife.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from mmbot.matching.index import Index
from mmbot.matching.reading import Reading
from mmbot.matching.terms import FactTerms
from mmbot.turkish import fold

_ORIGIN = re.compile(r"\bnereli(?:di|ydi|dir|ymis|mis|ler)?\b|\bmemleketi n")
_TELLS_ORIGIN = re.compile(r"\b[A-ZÇĞİÖŞÜ]\w+l[ıiuü]\b|\bdoğ(?:du|um|an)|\basıllı\b|\bkökenli\b")
_AGE = re.compile(r"\bkac yas\w*|\bhow old\b")
_TELLS_AGE = re.compile(r"\byas|\bdog(?:du|um)")
_CASE = r"(?:n[iu]n|n[iu]|n[ae]|n[dt][ae]n?|yl[ae]|yd[iu]|ym[iu]s|d[iu]r)?"
# Whoever asks by a form of the first is answered by a sentence that has the second, both folded.
_POSSESSED = tuple(
    (re.compile(rf"(?:{asked}){_CASE}"), re.compile(rf"\b(?:{told})"))
    for asked, told in (
        ("esi|esleri|karisi|hanimi", "kari|es[iy]|hanim|evli"),
        ("cocugu|cocuklari|oglu|ogullari|kizi|kizlari", "cocu|og[lu]|kiz"),
        ("babasi|annesi|torunu|kardesi|kardesleri|ailesi", "baba|anne|torun|kardes|aile"),
        ("mezari|kabri", "mezar|kabir|kabri|gom"),
        ("kaptan(?:i|in)?|suvarisi", "kaptan|suvari|komutan"),
        ("mimar(?:i|in)", "mimar"),
        ("(?:tercuman|cevirmen)(?:i|in)", "tercuman|cevir"),
        ("heykeli|fotografi", "heykel|fotograf"),
    )
)


def gates(_index: Index, reading: Reading) -> Iterator[Callable[[FactTerms], bool]]:
    """What can tell that a fact leaves out the particular that is asked for."""
    text = " ".join(word.folded for word in reading.words)
    if _ORIGIN.search(text):
        yield tells_no_origin
    if _AGE.search(text):
        yield partial(_lacks, _TELLS_AGE)
    for asked, told in _POSSESSED:
        if any(asked.fullmatch(word.folded) for word in reading.words if not word.capital):
            yield partial(_lacks, told)


def tells_no_origin(terms: FactTerms) -> bool:
    """Whether the fact says of nobody where he was from or born."""
    return _TELLS_ORIGIN.search(terms.fact.says) is None


def _lacks(told: re.Pattern[str], terms: FactTerms) -> bool:
    return told.search(fold(f"{terms.fact.says} {terms.fact.id}")) is None
