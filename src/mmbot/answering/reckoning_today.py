"""“Cumhuriyet ilan edileli kaç yıl oldu?”, “… üzerinden kaç yıl geçti?”, “… 100. yılı ne zaman?”: the time from a dated thing until today."""

import re
from collections.abc import Iterator
from datetime import date

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.reckoning_between import disputed
from mmbot.answering.reckoning_counted import UNITS
from mmbot.answering.reckoning_moments import Moment
from mmbot.answering.reckoning_sides import Words, moment, signed
from mmbot.answering.reckoning_sums import later, sum_of
from mmbot.dates import parse_edtf
from mmbot.matching.reading import Reading
from mmbot.matching.words import Word
from mmbot.model import Answered
from mmbot.texts import Told

_UNTIL_TODAY = re.compile(
    r"\buzerinden\b.*\b(?:kac|ne kadar)\b|\b(?:bugune|gunumuze|simdiye) (?:kadar |dek )?(?:kac|ne kadar)\b|\b(?:yana|beri) (?:kac|ne kadar)\b|"
    r"\b\w{2,}[ae]l[iu] (?:kac|ne kadar)\b|\bkac(?:inci)? (?:yil|sene)\w* once\b|\bhow (?:many (?:years|months|days)|long) ago\b|"
    r"\bkacinci (?:yil|yildonum)\w*"
)
_ABLATIVE_BEFORE = re.compile(r"[dt][ae]n$")
_SINCE = re.compile(r"(.{2,})[aeAE]l[ıi]")
_ASKING = re.compile(
    "uzerinden|kac|kacinci|ne|kadar|dek|(?:yil|sene|gun|ay|hafta)(?:i|ini|indayiz|inda|dir|donumu|donumudur|donumunde)?|zaman|sure|vakit|gec(?:ti|mis|iyor|er|mistir)|"
    "bugun|oldu|olmus(?:tur)?|oluyor|olur|bugune?|gunumuze|simdiye|bu|su|yana|beri|once|donumu|how|many|years?|months?|days?|long|ago|was|were|is|did|the|"
    "kutlandi|kutlaniyor|icindeyiz|hocam|acaba|peki|ya|tam|tamtamina|beri|itibariyla"
)
_ANNIVERSARY = re.compile(r"\b(\d{1,3}) (?:(?:u?nc[iu]|inci|yuzuncu) )?(?:yil|yildonum|yil donum)\w* (?:ne zaman|hangi)\w*")


def until_today(known: Known, reading: Reading) -> Decision | None:
    """How long ago a dated thing happened, counted until today; None where that is not asked, or where today is not known."""
    text = " ".join(word.folded for word in reading.words)
    anniversary = _ANNIVERSARY.search(text)
    if anniversary:
        return _anniversary(known, reading, int(anniversary[1]))
    if known.today is None or not _UNTIL_TODAY.search(text) or _from_another(reading.words):
        return None
    found = next(_meant(known, reading), None)
    if found is None or found.fact is None or found.days[1] > known.today:
        return None
    unit = next((UNITS[word.folded] for word in reading.words if word.folded in UNITS), "year")
    now = Moment(str(known.today), parse_edtf(known.today.isoformat()))
    result = sum_of(found, now, unit) + texts.TODAY.format(day=texts.day_of(known.today))
    return _answer(known, reading, found, result)


def _from_another(words: Words) -> bool:
    """“Kars Antlaşması Moskova'dan kaç yıl önce imzalandı?” counts from another thing, not from today."""
    place = next((word.place for word in words if word.folded in ("once", "ago")), 0)
    counted = next((word.place for word in words if word.folded.startswith("kac")), 0)
    return bool(place and counted) and any(
        _ABLATIVE_BEFORE.search(word.tail or word.folded) and word.folded not in ("uzerinden", "neden")
        for word in words[counted - 1 : counted]
    )


def _answer(known: Known, reading: Reading, found: Moment, result: Told) -> Decision:
    facts = (found.fact,) if found.fact else ()
    return Decision(Answered(facts, disputed(known, facts), result=result), reading, entries=tuple(fact.entry for fact in facts))


def _meant(known: Known, reading: Reading) -> Iterator[Moment]:
    words = tuple(_finite(word) for word in reading.words if not _ASKING.fullmatch(word.folded))
    ways = [(words, ())] + ([(words[:-1], words[-1:]), (words[:-2], words[-2:])] if len(words) > 1 else [])
    for core, verbs in ways:
        found = moment(known, core, verbs) or (signed(known, core, verbs) if core and verbs else None)
        if found:
            yield found


def _finite(word: Word) -> Word:
    """“öleli” as “öldü”: since it happened, it did."""
    since = _SINCE.fullmatch(word.plain)
    if since is None or word.tail or word.capital:
        return word
    vowel = next((letter for letter in reversed(since[1]) if letter in "aıoueiöü"), "i")
    ending = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}.get(vowel, "i")
    plain = since[1] + ("t" if since[1][-1] in "pçtkfhsş" else "d") + ending
    return word._replace(typed=plain, plain=plain)


def _anniversary(known: Known, reading: Reading, number: int) -> Decision | None:
    core = tuple(word for word in reading.words if not _ASKING.fullmatch(word.folded) and not word.folded.isdigit())
    core = tuple(word for word in core if word.folded not in ("zamandi", "hangi", "gun", "tarihte", "nci", "inci", "uncu"))
    found = moment(known, core)
    if found is None or found.fact is None:
        return None
    if not found.has_day:
        return _answer(known, reading, found, texts.NO_ANNIVERSARY.format(title=found.name, date=found.when))
    days = sorted({found.days[0], found.days[1]})
    listed = texts.OR.join(texts.day_of(_years_later(day, number)) for day in days)
    return _answer(known, reading, found, texts.ANNIVERSARY.format(title=found.name, number=number, days=listed))


def _years_later(day: date, years: int) -> date:
    return later(day, 12 * years)
