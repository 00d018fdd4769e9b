"""“Moskova Antlaşması haftanın hangi günü imzalandı?”: the day of the week of a dated thing, or of a date that was typed."""

import re
from datetime import date

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.reckoning_between import disputed
from mmbot.answering.reckoning_moments import Moment
from mmbot.answering.reckoning_sides import Words, moment, signed
from mmbot.matching.reading import Reading
from mmbot.model import Answered
from mmbot.texts import Told

_ASKS = re.compile(
    r"\bhaftanin (?:hangi|kacinci) gun\w*|\bgunlerden (?:ne|hangi)\w*|\bhangi gune (?:denk|rast|dus|gel)\w*|\bhangi gun\w* haftanin\b|"
    r"\bwhat (?:day of the week|weekday)\b|\bwhich (?:day of the week|weekday)\b"
)
_ASKING = re.compile(
    "haftanin|hangi|kacinci|gun(?:u|ud[iu]r|uydu|du|dur|e|de)?|gunlerden|ne|neydi|nedir|denk|gel(?:iyor|ir|di|mis)(?:du|di)?|"
    "dus(?:uyor|er|tu)|rastl\\w+|olarak|what|which|weekday|day|of|the|week|was|is|on|did|tarihi(?:nde)?|acaba|peki|mi|bana|hocam"
)


def weekday(known: Known, reading: Reading) -> Decision | None:
    """The weekday of every day that is possible, with the fact of the date; None where no weekday is asked or of nothing clear."""
    if not _ASKS.search(" ".join(word.folded for word in reading.words)):
        return None
    found = _meant(known, tuple(word for word in reading.words if not _ASKING.fullmatch(word.folded)))
    if found is None:
        return None
    facts = (found.fact,) if found.fact else ()
    entries = tuple(fact.entry for fact in facts)
    return Decision(Answered(facts, disputed(known, facts), result=_result(found)), reading, entries=entries)


def _meant(known: Known, words: Words) -> Moment | None:
    """The dated thing that *words* name, with or without what happened to it at their end."""
    if not words:
        return None
    return moment(known, words) or moment(known, words[:-1], words[-1:]) or signed(known, words[:-1], words[-1:])


def _result(found: Moment) -> Told:
    if not found.has_day:
        return texts.NO_WEEKDAY.format(title=found.name, date=found.when)
    if not found.uncertain and found.when.first != found.when.last:
        ends = texts.TO.join(_with_weekday(day) for day in (found.when.first, found.when.last))
        return texts.WEEKDAY.format(title=found.name, days=ends, noted=_noted(found))
    days = sorted({
        day for when in (found.when, *(rival.date for rival in found.rivals)) if when for day in (when.first, when.last)
    })
    listed = texts.OR.join(_with_weekday(day) for day in days)
    if found.fact is None:
        return texts.WEEKDAY_OF_DATE.format(days=listed)
    return texts.WEEKDAY.format(title=found.name, days=listed, noted=_noted(found))


def _noted(found: Moment) -> Told:
    return texts.NOTED if found.noted else Told("")


def _with_weekday(day: date) -> Told:
    return texts.DAY_AND_WEEKDAY.format(day=texts.day_of(day), weekday=texts.WEEKDAYS[day.weekday()])
