"""What happened on a day, in a month, a season or a year that a question names."""

import functools
import re
from collections.abc import Callable, Collection, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from weakref import WeakKeyDictionary

from mmbot.dates import HistoricDate, Period, TypedDate, as_edtf, day_and_month, parse_edtf, read_period
from mmbot.dates.period_words import PARTS
from mmbot.matching.index import Index
from mmbot.matching.reading import Reading
from mmbot.matching.sought import SOFT
from mmbot.matching.words import Word
from mmbot.model import DEFINITION, Fact
from mmbot.texts import Told

LONGEST_EVENT = 60  # days: a conference lasts weeks
LONGEST_OF_ALL = 366  # days: a war of four years is no event of a day
LONGEST_IN_A_MONTH = 92  # days: what lasted longer than a season is no event of a month
MOST = 8  # facts of one answer; a month of 1921 has more
_NO_DAYS = (date(2000, 1, 1), date(2001, 5, 20))  # stand for “today”, of which no period of a year may depend
_TWO_DAYS = re.compile(r"\b(\d{1,2}) (\d{1,2}) (?=[a-z])")  # “1–15 Mart”: words have lost the dash
_ASKING = frozenset({
    "ne", "neler", "nelerdir", "oldu", "olmus", "olmustu", "oluyor", "oluyordu", "yasandi", "yasaniyordu", "gerceklesti", "hangi", "olaylar",
    "olay", "gelismeler", "what", "happened", "was", "happening", "events", "bana", "anlat", "say", "listele", "goster",
})  # fmt: skip


Event = tuple[int, HistoricDate, Fact]  # the fact's number, when it was, and itself

# An index is replaced whole, and this with it: what is agreed on, and what others put on another day.
_prepared: "WeakKeyDictionary[Index, tuple[list[Event], list[Event]]]" = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Happened:
    """The facts of the time *when* (in words) that are told first; *others* are that many more, *years* those that all fall in.

    *worked_out*: which time is meant had to be worked out (a season, a span), so it has to be said.
    """

    facts: tuple[Fact, ...]
    when: Told
    worked_out: bool = False
    others: int = 0
    years: tuple[int, ...] = ()


def on_date(index: Index, reading: Reading) -> Happened | None:
    """The facts of the time that the question names that tell every other telling word of it; None where there are none."""
    period = None if _is_plain(reading) else _period(index, reading)
    if period:
        found = _told(
            index,
            reading,
            functools.partial(_within, period),
            Told(period.written(), period.written("en")),
            every_year=period.every_year,
        )
        return replace(found, worked_out=True) if found else None
    if not reading.dates:
        return None
    one_day = len(reading.dates) == 1 and reading.dates[0].day is not None and reading.dates[0].year is None
    for fine in (_as_fine, _goes_on):
        found = _told(index, reading, functools.partial(_is_of, reading.dates, fine), _written(reading.dates), every_year=one_day)
        if found and any(_went_on(index, fact, reading) for fact in found.facts):
            kept = tuple(fact for fact in found.facts if _went_on(index, fact, reading))
            return replace(found, facts=kept, years=_years(kept) if found.years else ())
    return _only_disputed(index, reading)


def _is_of(dates: Sequence[TypedDate], fine: Callable[[HistoricDate, TypedDate], bool], when: HistoricDate) -> bool:
    return all(typed.matches(when) and fine(when, typed) for typed in dates)


def _told(index: Index, reading: Reading, fits: Callable[[HistoricDate], bool], when: Told, *, every_year: bool) -> Happened | None:
    tell = _telling(index, reading)
    if not tell:
        return None
    found = [fact for number, when, fact in _events(index) if number in tell and fits(when)]
    told = {fact.entry for fact in found if fact.id != DEFINITION}
    found = [fact for fact in found if fact.id != DEFINITION or fact.entry not in told]
    events = [fact for fact in found if fact.id != DEFINITION or index.entries[fact.entry].kind != "person"]
    found = sorted(events or found, key=lambda fact: (not _is_of_the_day(fact, reading.dates), -fact.significance))
    if not found:
        return None
    chosen = list(_of_each_year(found))[:MOST] if every_year else found[:MOST]
    years = _years(found) if every_year else ()
    in_time = sorted(sorted(chosen, key=_in_time), key=lambda fact: not _is_of_the_day(fact, reading.dates))
    return Happened(tuple(in_time), when, others=len(found) - len(chosen), years=years)


def _only_disputed(index: Index, reading: Reading) -> Happened | None:
    """What a source puts on the very day that is asked for, others on another one; it is told together with what they say."""
    if not all(typed.as_date() for typed in reading.dates):
        return None
    tell, day = _telling(index, reading), functools.partial(_is_of, reading.dates, _as_fine)
    facts = [fact for number, when, fact in _events(index, disputed=True) if number in tell and day(when)]
    return Happened((max(facts, key=lambda fact: fact.significance),), _written(reading.dates)) if facts else None


def _of_each_year(found: Sequence[Fact]) -> Iterator[Fact]:
    """The most significant of each year first, then the next of each: no year is left out for another's sake."""
    by_year: dict[int, list[Fact]] = {}
    for fact in found:
        by_year.setdefault(fact.date.first.year if fact.date else 0, []).append(fact)
    for row in zip_longest(*by_year.values()):
        yield from (fact for fact in row if fact)


def _is_of_the_day(fact: Fact, dates: Sequence[TypedDate]) -> bool:
    """Whether *fact* began or ended on the day that is asked for; what only went on then is told after it. Always, where no day is."""
    days = [typed for typed in dates if typed.day is not None]
    return not days or (
        fact.date is not None and any(typed.holds(day) for typed in days for day in (fact.date.first, fact.date.last))
    )


def _years(facts: Sequence[Fact]) -> tuple[int, ...]:
    return tuple(sorted({fact.date.first.year for fact in facts if fact.date}))


def _went_on(index: Index, fact: Fact, reading: Reading) -> bool:
    """Whether *fact* is of the days asked for if it began before and ended after: a congress went on, an appointment is only not known to the day."""
    return index.entries[fact.entry].kind in ("conference", "event") or _is_of_the_day(fact, reading.dates)


def _in_time(fact: Fact) -> tuple[object, ...]:
    return (fact.date.first, fact.date.last, -fact.significance) if fact.date else ()


def _events(index: Index, *, disputed: bool = False) -> Sequence[Event]:
    """The facts that tell of an event, or those that say otherwise than the preferred one; a war of four years is no event of a day."""
    found = _prepared.get(index)
    if found is None:
        numbered = [each for entry in index.entries.values() for each in zip(index.facts_of[entry.id], entry.facts, strict=True)]
        dated = [(number, fact.date, fact) for number, fact in numbered if fact.date]
        found = _prepared[index] = ([], [])
        for event in dated:
            if (event[1].last - event[1].first).days <= LONGEST_OF_ALL:
                found[event[2].rank == "deprecated" or bool(event[2].disputes)].append(event)
    return found[disputed]


def _telling(index: Index, reading: Reading) -> Collection[int]:
    """The numbers of the facts that tell every telling word but those of the time."""
    found: Set[int] | None = None
    for word in reading.telling:
        terms = [term for term, _ in reading.meanings[word.place]]
        if not _is_of_time(word) and SOFT.isdisjoint(terms):
            told = frozenset().union(*map(index.told.get, terms))
            found = told if found is None else found & told
            if not found:
                break
    return range(len(index.facts)) if found is None else found


def _as_fine(when: HistoricDate, typed: TypedDate) -> bool:
    """Whether *when* is known as finely as was asked, and begins or ends in that time.

    What happened “in 1922” did not happen on 9 September 1922, and what went on from December to October is no event of March.
    """
    days = (when.last - when.first).days
    if typed.day is not None:
        return when.precision in ("day", "span") and days <= LONGEST_EVENT
    if typed.month is None and typed.months is None:
        return True
    return when.precision != "year" and days <= LONGEST_IN_A_MONTH and any(map(typed.holds, (when.first, when.last)))


def _goes_on(when: HistoricDate, typed: TypedDate) -> bool:
    """Whether *when* lasts through the month that is asked for, where nothing began or ended in it."""
    return typed.day is None and when.precision != "year" and (when.last - when.first).days <= LONGEST_IN_A_MONTH


def _within(period: Period, when: HistoricDate) -> bool:
    """Whether *when* begins or ends in *period*."""
    if (when.precision == "year" and period.last.month is not None) or (when.precision == "month" and period.is_fine):
        return False
    short = when.precision == "year" or (when.last - when.first).days <= LONGEST_IN_A_MONTH
    return short and any(first <= end <= last for first, last in period.spans(when) for end in (when.first, when.last))


def _is_plain(reading: Reading) -> bool:
    """Whether the date is one that is read in every question: a day, a month, a year."""
    words = {word.folded for word in reading.words}
    odd = any(word.startswith(("kis", "winter", "summer", "spring", "autumn", "aras", "between")) for word in words)
    decade = any(word.tail.startswith(("ler", "lar")) or word.folded.endswith(("0ler", "0lar")) for word in reading.words)
    days = _TWO_DAYS.search(" ".join(word.folded for word in reading.words))
    return len(reading.dates) == 1 and not odd and not decade and not days and words.isdisjoint(PARTS)


def _period(index: Index, reading: Reading) -> Period | None:
    """The span, season, decade or bare month that the question names, where it names nothing else but places."""
    places = {place for found in reading.named if index.entries[found.entry].kind == "place" for place in found.places}
    words = [word for word in reading.words if word.place not in places and word.folded not in _ASKING]
    text = _TWO_DAYS.sub(r"\1-\2 ", " ".join(word.folded + word.tail for word in words))
    today, another_day = _NO_DAYS
    found = read_period(text, today)
    # “bugün” is asked elsewhere, where it is known which day it is.
    return found if found and found == read_period(text, another_day) else None


def _is_of_time(word: Word) -> bool:
    return word.folded in PARTS or word.folded.startswith((
        "kis",
        "rumi",
        "aras",
        "ay",
        "winter",
        "summer",
        "spring",
        "autumn",
        "yaz",
        "mevsim",
    ))


def _written(dates: Sequence[TypedDate]) -> Told:
    """The dates that were typed, in words."""
    return Told(", ").join(_one_written(typed) for typed in dates)


def _one_written(typed: TypedDate) -> Told:
    edtf = as_edtf(typed)
    if edtf is not None:
        when = parse_edtf(edtf)
        return Told(when.written(), when.written("en"))
    return Told(day_and_month(typed.month or 1, typed.day or 1), day_and_month(typed.month or 1, typed.day or 1, "en"))
