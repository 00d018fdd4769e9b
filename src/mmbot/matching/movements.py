"""Deeds that are each other's opposite though one word may stand for both: leaving and arriving, losing and getting."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from mmbot.matching.index import Index
from mmbot.matching.reading import Reading
from mmbot.matching.terms import FactTerms
from mmbot.matching.words import Word

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
_OFFER = re.compile("teklif|oneri|cagri|istegi|taleb|talep")  # “teklifi kabul edildi mi?”
_TELLS_REPLY = re.compile(
    r"\b(?:kabul|redd|ret|onay|cev[ir]|benimse|razi|uygun|katil|olumlu|tani|imza|yanit|cevap|karsi c|diren|istemedi|uzlas|anlas|veril|atan|secil)"
)
_ARRIVED = re.compile(r"(?:ulas|var)(?:[dt]i|mis)(?:t?[iu]|l[ae]r)?")
_TELLS_ARRIVAL = re.compile(r"\b(?:var|ulas|gel|in(?:di|mis|er)|ayak|gir|yet|muvasalat|kavus|cik)")
_WENT = re.compile(r"(?:git|gel)(?:[dt]i|mis)(?:ti)?")
_TELLS_GOING = re.compile(
    r"\b(?:git|gide|gidip|yol|hareket|ayril|var|gel|ulas|cik|ziyaret|don|gonder|in(?:di|mis|er)|gec|ayak|bindi|kac|tasi)"
)
_LEFT = re.compile(r"(?:ayril|cik|alin|uzaklas|git|don)(?:[dt][iu]|m[iu]s)(?:t?[iu]|l[ae]r)?")
_FROM, _FROM_OFFICE = re.compile("n?[dt][ae]n"), re.compile(r"\w*(?:gorev|elcili|vekil|bakan|baskan)\w*n[dt][ae]n")
_LEFT_OFFICE = r"\b(?:ayril|istifa|cekil|azl|geri cagr|alindi|yerine)"
_FROM_END = re.compile(r"g?in[dt][ae]n$")
_INTO = frozenset({"ikiye", "uce", "gruplara", "kollara"})  # “ikiye ayrıldı” left nothing
_ASKED = tuple(
    (re.compile(asked), rf"\b(?:{told})") for asked, told in _ANSWERED_BY
)  # few are asked for: the rest is compiled then


def gates(_index: Index, reading: Reading) -> Iterator[Callable[[FactTerms], bool]]:
    """What can tell that a fact does not tell the deed that is asked for."""
    for told in deeds(reading):
        yield partial(tells_not, told)


def deeds(reading: Reading) -> Iterator[re.Pattern[str]]:
    """What a sentence must have to tell of the deed that is asked for; mostly nothing."""
    last = reading.telling[-1] if reading.telling else None
    if last is None or any(word.folded in _INTO for word in reading.words):
        return
    for asked, told in _ASKED:
        if asked.fullmatch(last.folded):
            yield re.compile(told)
    if reading.asked.polar and last.folded == "kabul" and any(_OFFER.match(word.folded) for word in reading.words):
        yield _TELLS_REPLY
    if reading.asked.kind == "when":
        yield from _moved(reading, reading.words[-1])


def _moved(reading: Reading, last: Word) -> Iterator[re.Pattern[str]]:
    """That somebody arrived, where it is asked when he did; that he left from there, where it is asked when he left a place or an office."""
    if _ARRIVED.fullmatch(last.folded):
        yield _TELLS_ARRIVAL
    if _WENT.fullmatch(last.folded):
        yield _TELLS_GOING
    if not _LEFT.fullmatch(last.folded):
        return
    places = [word for word in reading.words[: last.place] if _FROM.fullmatch(word.tail) or _FROM_OFFICE.fullmatch(word.folded)]
    if len(places) == 1:
        stem = _FROM_END.sub("", places[0].folded)
        yield re.compile(rf"\b{stem}\w*\W?[dt][ae]n\b" if places[0].tail else _LEFT_OFFICE)


def tells_not(told: re.Pattern[str], terms: FactTerms) -> bool:
    """Whether neither the fact's sentence nor its id has what must be *told*."""
    return told.search(f"{terms.plain} {terms.fact.id.replace('-', ' ')}") is None
