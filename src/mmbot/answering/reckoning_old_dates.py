"""“Kars Antlaşması Rumi takvimle hangi gün imzalandı?”, “Teşrinievvel hangi ay?”: a dated thing, or a month, in the old calendars."""

import re

from mmbot.answering import reckoning_calendar_texts as calendar_texts
from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.reckoning_between import disputed
from mmbot.answering.reckoning_calendars import to_hicri, to_rumi
from mmbot.answering.reckoning_moments import Moment
from mmbot.answering.reckoning_sides import moment, signed
from mmbot.dates import MONTHS
from mmbot.dates.months import ENGLISH_MONTHS, MONTH_NUMBERS, join_months
from mmbot.matching.reading import Reading
from mmbot.model import Answered
from mmbot.texts import Told
from mmbot.turkish import fold

_RUMI, _HICRI = re.compile("rumi[a-z]{0,6}"), re.compile("hicri[a-z]{0,6}")
_ASKING = re.compile(
    "rumi[a-z]{0,6}|hicri[a-z]{0,6}|takvim[a-z]{0,8}|gore|olarak|ile|hangi|gun[a-z]{0,5}|tarih[a-z]{0,6}|ne|nedir|neydi|kac|zaman|denk|gelir|"
    "geliyor|dusuyor|duser|karsiligi|eski|acaba|bana|soyle|yil[a-z]{0,4}|senesi"
)
_OLD_MONTHS = tuple(name for name in MONTH_NUMBERS if name.startswith(("kanun", "tesrin")))
_ASKS_FOR_MONTH = re.compile(
    "hangi|ay|aydir|aydi|ayi|ayina|ne|nedir|demek|demektir|bugunku|takvimde|takvimle|karsiligi|denk|gelir|geliyor|acaba|hangisi|gunumuzde|rumi"
)


def in_old_calendar(known: Known, reading: Reading) -> Decision | None:
    """A thing's date in the calendar that is named, with its fact; or which month an old name means; None for every other question."""
    folded = [word.folded for word in reading.words]
    month = _month(" ".join(folded))
    if month:
        return Decision(Answered((), result=month), reading)
    rumi, hicri = (any(calendar.fullmatch(word) for word in folded) for calendar in (_RUMI, _HICRI))
    if rumi == hicri or reading.dates:
        return None
    core = tuple(word for word in reading.words if not _ASKING.fullmatch(word.folded))
    found = (moment(known, core) or moment(known, core[:-1], core[-1:]) or signed(known, core[:-1], core[-1:])) if core else None
    if found is None or found.fact is None:
        return None
    return _told(known, reading, found, rumi=rumi)


def _told(known: Known, reading: Reading, found: Moment, *, rumi: bool) -> Decision | None:
    facts = (found.fact,) if found.fact else ()
    if not found.has_day:
        result = calendar_texts.NO_OLD_DAY.format(title=found.name, date=found.when)
    else:
        days = sorted({found.days[0], found.days[1]})
        old = [to_rumi(day) if rumi else to_hicri(day) for day in days]
        if not all(old):
            return None
        listed = texts.OR.join(calendar_texts.old_day(typed, rumi=rumi) for typed in old if typed)
        calendar = calendar_texts.RUMI_NAME if rumi else calendar_texts.HICRI_NAME
        result = calendar_texts.IN_OLD_CALENDAR.format(title=found.name, day=found.when, calendar=calendar, days=listed)
    return Decision(Answered(facts, disputed(known, facts), result=result), reading, entries=tuple(fact.entry for fact in facts))


def _month(text: str) -> Told | None:
    """What an old name of a month means, where nothing else is asked."""
    words = join_months(text).split()
    named = [word for word in words if any(word == name or word.startswith(name) for name in _OLD_MONTHS)]
    if len(named) != 1 or len(words) < 2 or not all(_ASKS_FOR_MONTH.fullmatch(word) for word in words if word not in named):
        return None
    number = next(MONTH_NUMBERS[name] for name in _OLD_MONTHS if named[0].startswith(name))
    name = next(
        written for written in calendar_texts.RUMI_MONTHS if fold(written) in _OLD_MONTHS and MONTH_NUMBERS[fold(written)] == number
    )
    return calendar_texts.OLD_MONTH.format(old=name, month=Told(MONTHS[number - 1], ENGLISH_MONTHS[number - 1]))
