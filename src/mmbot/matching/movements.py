"""Deeds that are each other's opposite though one word may stand for both: leaving and arriving, losing and getting."""

import re
from collections.abc import Iterator

from mmbot.matching.reading import Reading
from mmbot.matching.terms import FactTerms
from mmbot.turkish import fold

# Whoever asks by one of the first is answered only by a sentence that has one of the second, both folded.
_ANSWERED_BY = (
    (
        r"ayril(?!ik)\w*|terk\w*|uzaklas\w*",
        r"ayril|terk|yola|hareket|don(?!em)|git|gid|cik|cek|ugurla|kac|sinir disi|geri cagr|kov|birak|kop|istifa|bosalt",
    ),
    (r"azled\w*|azlet\w*|gorevden|kovul\w*|istifa", r"azl|gorevden|kov|istifa|alin|cekil|ayril|yerine|geri cagr|dus|son"),
    (r"kapat\w*|kapan\w*|feshed\w*|fesh?i?", r"kapa|fes[hi]|dagi|tatil|son|yasak|kaldir|bastir|durdur|birles|donus|tahrip"),
    (r"yenil\w*|yitir\w*|kaybet\w*|kaybi\w*", r"yenil|kay[ip]|yitir|birak|terk|elden|veril|bozgun|ol|vazgec|sahip"),
)
_INTO = frozenset({"ikiye", "uce", "gruplara", "kollara"})  # “ikiye ayrıldı” left nothing
_COMPILED = tuple((re.compile(asked), re.compile(rf"\b(?:{told})")) for asked, told in _ANSWERED_BY)


def deeds(reading: Reading) -> tuple[re.Pattern[str], ...]:
    """What a sentence must have to tell of the deed that is asked for; mostly nothing."""
    return tuple(_deeds(reading))


def _deeds(reading: Reading) -> Iterator[re.Pattern[str]]:
    last = reading.telling[-1] if reading.telling else None
    for asked, told in _COMPILED:
        if last and asked.fullmatch(last.folded) and not any(word.folded in _INTO for word in reading.words):
            yield told


def tells_not(told: re.Pattern[str], terms: FactTerms) -> bool:
    """Whether neither the fact's sentence nor its id has what must be *told*."""
    return told.search(f"{fold(terms.fact.says)} {terms.fact.id.replace('-', ' ')}") is None
