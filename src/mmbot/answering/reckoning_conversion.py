"""“12 Kânunusani 1338 bugünkü takvimle?”: a date of one calendar in another. Nothing is cited, for it is only arithmetic."""

import re
from dataclasses import dataclass
from datetime import date

from mmbot.answering import reckoning_calendar_texts as calendar_texts
from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.reckoning_calendars import (
    FIRST_RUMI,
    LAST_RUMI,
    REFORM,
    Typed,
    hicri_day,
    hicri_year,
    rumi_day,
    rumi_year,
    to_hicri,
    to_rumi,
)
from mmbot.dates import MONTHS, find_dates
from mmbot.dates.months import ENGLISH_MONTHS, MONTH_NUMBERS
from mmbot.matching.reading import Reading
from mmbot.model import DEFINITION, Answered, Fact
from mmbot.texts import Told

MOST_FACTS = 3
_RUMI, _HICRI = re.compile("rumi[a-z]{0,6}|mali"), re.compile("hicri[a-z]{0,6}")
_OTHER = re.compile(
    "miladi[a-z]{0,6}|gregorian|takvim[a-z]{0,8}|gregoryen[a-z]{0,6}|karsilig[a-z]{0,4}|cevir[a-z]{0,6}|donustur[a-z]{0,6}|denk[a-z]{0,6}"
)
_FRAME = re.compile(
    "bugunku|bugun|gunumuz[a-z]{0,6}|eski|yeni|simdiki|olarak|hangi|hangisi|yil[a-z]{0,6}|sene[a-z]{0,6}|tarih[a-z]{0,6}|gun[a-z]{0,5}|ne|nedir|kac|kactir|kaca|kacinci|"
    "gelir|geliyor|eder|ediyor|olur|oluyor|demek|demektir|gore|ile|ve|mi|mu|veya|nin|in|yaz[a-z]{0,6}|olan|tarihli|zaman|acaba|ay|bu|bana|lutfen|what|is|the|calendar|which|day|year|date|to|cevirir|misin|karsilik|duser|dusuyor"
)
_CHANGED = re.compile("birak[a-z]*|kald[a-z]*|gecildi|gecti|gecis[a-z]*|degis[a-z]*|kabul|uyguland[a-z]*|kullanild[a-z]*")
_DIFFERS = re.compile(f"fark[a-z]*|{_CHANGED.pattern}")
_RULE_WORD = re.compile(
    f"{_DIFFERS.pattern}|{_RUMI.pattern}|{_OTHER.pattern}|{_FRAME.pattern}|arasinda|arasindaki|edildi|turkiye|turkiyede|var|vardi|kadar|artik"
)
_TWO_WORDS = re.compile(r"\b(kanun|tesrin) ?[iu]? ?(sani|evvel)")
_YEAR = re.compile("1[2-9][0-9]{2}")
_OLD_YEAR = re.compile("1[23][0-9]{2}")
_MODERN = 1500  # no year of the old calendars, as far as they are asked about, is later
_WHICH = re.compile(r"\bhangi (?:gun|yil|sene|tarih|ay)|\bkac yil|\bwhich (?:day|year|date)")
_DAY_TYPED = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})[a-z]{{0,4}} (1[23]\d\d)\b")
_HICRI_MONTHS = "|".join((
    "muharrem",
    "safer",
    "rebiu?levvel",
    "rebiu?la?hir",
    "cemaziy?u?e?levvel",
    "cemaziy?u?e?la?hir",
    "rece[pb]",
    "saban",
    "ramazan",
    "sevval",
    "zilka[di]e",
    "zilhicce",
))
_HICRI_DAY = re.compile(rf"\b(\d{{1,2}}) ({_HICRI_MONTHS})[a-z]{{0,4}} (\d{{4}})\b")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be converted: a year, with day and month where they were typed; from which calendars, or into which."""

    year: int
    day: int | None
    month: int | None
    rumi: bool
    hicri: bool
    hicri_month: bool = False

    @property
    def typed(self) -> Told:
        if not (self.day and self.month):
            return Told(str(self.year))
        if self.year > 1500 and not self.hicri_month:
            return Told(
                f"{self.day} {MONTHS[self.month - 1]} {self.year}", f"{self.day} {ENGLISH_MONTHS[self.month - 1]} {self.year}"
            )
        return calendar_texts.old_day((self.day, self.month, self.year), rumi=not self.hicri_month)


def converted(known: Known, reading: Reading) -> Decision | None:
    """A day or year in the other calendar, with up to three facts of that very day; None where no conversion is asked."""
    asked = _asked(reading)
    if asked is None:
        return Decision(Answered((), result=calendar_texts.RUMI_RULES), reading) if _asks_for_the_rules(reading) else None
    lines = _from_gregorian(asked) if asked.year > 1500 else _to_gregorian(asked)
    if not lines:
        return None
    facts = _of_that_day(known, asked)
    result = texts.SPACE.join((*lines, texts.THAT_DAY) if facts else lines)
    return Decision(Answered(facts, result=result), reading)


def _asks_for_the_rules(reading: Reading) -> bool:
    """“Rumi takvim ne zaman bırakıldı?”, “Rumi ile miladi takvim arasında kaç gün fark var?”, “Takvim ne zaman değişti?”."""
    folded = [word.folded for word in reading.words]
    if any(_YEAR.fullmatch(word) for word in folded) or not all(_RULE_WORD.fullmatch(word) for word in folded):
        return False
    rumi = any(_RUMI.fullmatch(word) for word in folded) and any(_DIFFERS.fullmatch(word) for word in folded)
    return rumi or ("takvim" in " ".join(folded) and any(_CHANGED.fullmatch(word) for word in folded))


def _asked(reading: Reading) -> _Asked | None:
    """The date to convert, where a calendar is named and nothing else is told."""
    folded = [word.folded for word in reading.words]
    text = _TWO_WORDS.sub(lambda m: f"{m[1]}{'u' if m[1] == 'kanun' else 'i'}{m[2]}", " ".join(folded))
    years = [int(word) for word in folded if _YEAR.fullmatch(word)]
    if len(years) != 1:
        return None
    no_day = _DAY_TYPED.search(text)
    if no_day and not find_dates(no_day[0]):  # 29 Şubat 1337
        return _Asked(years[0], int(no_day[1]), MONTH_NUMBERS[no_day[2]], rumi=True, hicri=False)
    found = _HICRI_DAY.search(text)
    typed = None if found else next((one for one in find_dates(text) if one.year), None)
    rest = text[: found.start()] + text[found.end() :] if found else text[: typed.start] + text[typed.end :] if typed else text
    words = rest.split()
    rumi, hicri = (any(calendar.fullmatch(word) for word in words) for calendar in (_RUMI, _HICRI))
    old = typed is not None or bool(_OLD_YEAR.fullmatch(str(years[0])))
    if not (rumi or hicri or any(_OTHER.fullmatch(word) for word in words) or (old and years[0] < _MODERN and _WHICH.search(rest))):
        return None
    if not all(any(known.fullmatch(word) for known in (_RUMI, _HICRI, _OTHER, _FRAME, _YEAR)) for word in words):
        return None
    if found:
        return _Asked(years[0], int(found[1]), _hicri_month(found[2]), rumi=False, hicri=True, hicri_month=True)
    day, month = (typed.day, typed.month) if typed else (None, None)
    if typed and typed.month and not typed.day:
        return None
    return _Asked(years[0], day, month, rumi=rumi, hicri=hicri)


def _hicri_month(folded: str) -> int:
    return 1 + next(number for number, pattern in enumerate(_HICRI_MONTHS.split("|")) if re.fullmatch(pattern, folded))


def _to_gregorian(asked: _Asked) -> list[Told]:
    """An old date in today's calendar. Solar months are Rumi ones; a bare year without a name can be either."""
    if asked.hicri_month:
        return [_hicri_day(asked)]
    if asked.day:
        return [] if asked.hicri else [_rumi_day(asked)]
    either = asked.rumi == asked.hicri
    lines = [_rumi_year(asked.year)] if asked.rumi or either else []
    return lines + ([_hicri_year(asked.year)] if asked.hicri or either else [])


def _rumi_day(asked: _Asked) -> Told:
    if not FIRST_RUMI <= asked.year <= LAST_RUMI:
        return calendar_texts.RUMI_OUT_OF_RANGE.format(typed=asked.typed)
    day = rumi_day(asked.day or 1, asked.month or 1, asked.year)
    if day is None:
        left_out = asked.year in (REFORM - 1, REFORM)
        return (calendar_texts.RUMI_NO_DAY if left_out else calendar_texts.RUMI_NO_SUCH_DAY).format(typed=asked.typed)
    return calendar_texts.RUMI_DAY.format(typed=asked.typed, day=texts.day_of(day), rule=_rule(asked.year))


def _rule(rumi: int) -> Told:
    return (
        calendar_texts.RUMI_SAME
        if rumi >= REFORM
        else calendar_texts.RUMI_EARLIER
        if rumi >= 1316
        else calendar_texts.RUMI_EARLIEST
    )


def _rumi_year(year: int) -> Told:
    span = rumi_year(year)
    if span is None:
        return calendar_texts.RUMI_OUT_OF_RANGE.format(typed=year)
    return calendar_texts.RUMI_YEAR.format(year=year, first=texts.day_of(span[0]), last=texts.day_of(span[1]), rule=_rule(year))


def _hicri_day(asked: _Asked) -> Told:
    day = hicri_day(asked.day or 1, asked.month or 1, asked.year)
    return (
        calendar_texts.HICRI_DAY.format(typed=asked.typed, day=texts.day_of(day))
        if day
        else calendar_texts.HICRI_NO_DAY.format(typed=asked.typed)
    )


def _hicri_year(year: int) -> Told:
    span = hicri_year(year)
    assert span  # noqa: S101  every year has a first of Muharrem
    years = texts.AND.join(str(number) for number in range(span[0].year, span[1].year + 1))
    text = calendar_texts.HICRI_YEAR if span[0].year < span[1].year else calendar_texts.HICRI_YEAR_WITHIN
    return text.format(year=year, first=texts.day_of(span[0]), last=texts.day_of(span[1]), years=years)


def _from_gregorian(asked: _Asked) -> list[Told]:
    """A date of today's calendar in the one that is named."""
    lines = []
    first, last = date(asked.year, asked.month or 1, asked.day or 1), date(asked.year, asked.month or 12, asked.day or 31)
    if asked.rumi:
        lines.append(_in_rumi(asked, to_rumi(first), to_rumi(last)))
    if asked.hicri:
        begin, end = to_hicri(first), to_hicri(last)
        if asked.day:
            lines.append(calendar_texts.TO_HICRI_DAY.format(day=asked.typed, typed=calendar_texts.old_day(begin, rumi=False)))
        else:
            years = texts.AND.join(str(year) for year in range(begin[2], end[2] + 1))
            lines.append(calendar_texts.TO_HICRI_YEAR.format(year=asked.year, years=years))
    return lines


def _in_rumi(asked: _Asked, first: Typed | None, last: Typed | None) -> Told:
    if first is None or last is None:
        return calendar_texts.TO_RUMI_OUT_OF_RANGE.format(typed=asked.typed)
    if asked.day:
        return calendar_texts.TO_RUMI_DAY.format(
            day=asked.typed, typed=calendar_texts.old_day(first, rumi=True), rule=_rule(first[2])
        )
    text = calendar_texts.TO_RUMI_YEAR if first[2] == last[2] else calendar_texts.TO_RUMI_TWO_YEARS
    return text.format(year=asked.year, years=texts.AND.join(dict.fromkeys((str(first[2]), str(last[2])))), rule=_rule(first[2]))


def _of_that_day(known: Known, asked: _Asked) -> tuple[Fact, ...]:
    """The most significant facts of the very day that was asked about."""
    if not asked.day or not asked.month or asked.hicri_month or asked.year > 1500:
        return ()
    day = rumi_day(asked.day, asked.month, asked.year)
    facts = [
        fact
        for fact in known.library.facts.values()
        if fact.date
        and fact.date.is_day
        and fact.date.first == day
        and fact.rank != "deprecated"
        and not fact.disputes
        and fact.id != DEFINITION
    ]
    return tuple(sorted(facts, key=lambda fact: (-fact.significance, fact.name))[:MOST_FACTS])
