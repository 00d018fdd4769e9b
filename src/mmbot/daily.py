"""What happened on a day of the year, or in a longer time, for “/bugün”, “/kronoloji” and the daily post."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import lru_cache

from mmbot.dates import HistoricDate, Period
from mmbot.dates.moments import Moment
from mmbot.knowledge.library import Library
from mmbot.model import DEFINITION, Day, Fact

DayOfYear = tuple[int, int]
MOST = 6
IMPORTANT = 3  # of 5
LONGEST_SPAN = 60  # days: a conference lasts weeks; what lasts longer is no event of one of its days
LONGEST_MONTHS = 100  # days: “Haziran–Ağustos 1920” belongs to July 1920, half a year does not


class Calendar:
    """The dated facts of a library, found by day of the year and by time. It is made once for a library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.days: Mapping[DayOfYear, tuple[Fact, ...]] = day_table(library)
        self._dated = sorted((fact for fact in library.facts.values() if fact.date), key=_in_order)
        self._remembered = lru_cache(maxsize=256)(self._within)  # everybody asks for today
        certain = {fact.date.first for facts in self.days.values() for fact in facts if fact.date}
        self._certain = [Moment(day.year, day.month, day.day) for day in sorted(certain)]

    def day(self, month: int, day_of_month: int) -> Day:
        """The facts of one day of the year; where there are none, those of the nearest days."""
        asked = (month, day_of_month)
        if asked in self.days:
            return Day(asked, self.days[asked][:MOST])
        near = nearest_days(self.days, month, day_of_month)
        return Day(asked, tuple(self.days[other][0] for other in near), nearest=True)

    def within(self, period: Period) -> tuple[Fact, ...]:
        """Every fact of *period*, in order of date; what is known by its month or year only stands behind that month or year.

        Readings that lie within a span that tells of them all are told by that span; what an entry is, is left out where the
        entry has something else to tell.
        """
        return self._remembered(period)

    def _within(self, period: Period) -> tuple[Fact, ...]:
        found = [fact for fact in self._dated if fact.date and _is_of(fact.date, period)]
        entries = {fact.entry for fact in found if fact.id != DEFINITION}
        names = {fact.name: fact.date for fact in found}
        return tuple(
            fact for fact in found if not (fact.id == DEFINITION and fact.entry in entries) and not _is_told_by(fact, names)
        )

    def spans_over(self, period: Period) -> tuple[Fact, ...]:
        """What lasted longer than the day *period*, or happened in a night of it; the most significant first."""
        return self._uncertain(period, lambda fact: fact.disputes is None and fact.rank != "deprecated")

    def doubtful(self, period: Period) -> tuple[Fact, ...]:
        """Disputed readings and slips of the sources that place something on the day *period*."""
        return self._uncertain(period, lambda fact: fact.disputes is not None or fact.rank == "deprecated")

    def _uncertain(self, period: Period, wanted: Callable[[Fact], bool]) -> tuple[Fact, ...]:
        facts = [fact for fact in self.within(period) if not fact.is_day_event and fact.id != DEFINITION and wanted(fact)]
        return tuple(sorted(facts, key=lambda fact: -fact.significance))

    def on(self, day: Moment) -> tuple[Fact, ...]:
        """The facts of one certain day, of that year or of every year, the most significant first."""
        facts = self.days.get((day.month or 0, day.day or 0), ())
        return tuple(fact for fact in facts if fact.date and day.year in {None, fact.date.first.year})

    def around(self, day: Moment) -> list[Moment]:
        """The last day with an event before *day* and the first one after it; without a year, over New Year too."""
        if day.year is not None:
            return [*self._certain[: bisect_left(self._certain, day)][-1:], *self._certain[bisect_right(self._certain, day) :][:1]]
        known, here = sorted(self.days), day[1:]
        turned = [*known[bisect_right(known, here) :], *known[: bisect_left(known, here)]]  # the year from *day* on
        return [Moment(None, *other) for other in dict.fromkeys((*turned[-1:], *turned[:1]))]

    def known_by_year(self) -> tuple[Fact, ...]:
        """What is known to have happened in one year, and not when."""
        coarse = [(fact, fact.date) for fact in self._dated if fact.date and fact.date.precision == "year"]
        return tuple(fact for fact, when in coarse if when.first.year == when.last.year)

    def undated(self) -> tuple[Fact, ...]:
        """What has no date, but is important enough to be told unasked."""
        return tuple(fact for fact in self.library.facts.values() if fact.date is None and fact.significance >= IMPORTANT)

    def years(self) -> list[int]:
        """The years that have an event known by its day or month, in order."""
        return sorted({fact.date.first.year for fact in self._dated if fact.date and fact.date.precision != "year"})


def day_table(library: Library) -> dict[DayOfYear, tuple[Fact, ...]]:
    """The facts of every day of the year (month, day) that has one, the most significant first.

    Only facts of one certain day count; what an entry is, is told only on a day of which it has nothing else.
    """
    table: dict[DayOfYear, list[Fact]] = defaultdict(list)
    for fact in library.facts.values():
        if fact.is_day_event and fact.date:
            table[fact.date.first.month, fact.date.first.day].append(fact)
    for facts in table.values():
        told = {(fact.entry, fact.date) for fact in facts if fact.id != DEFINITION}
        facts[:] = [fact for fact in facts if fact.id != DEFINITION or (fact.entry, fact.date) not in told]
        facts.sort(key=lambda fact: (-fact.significance, fact.date.first if fact.date else None, fact.name))
    return {when: tuple(facts) for when, facts in table.items()}


def day(library: Library, month: int, day_of_month: int) -> Day:
    """The facts of one day of the year; where there are none, those of the nearest days."""
    return Calendar(library).day(month, day_of_month)


def nearest_days(days: Collection[DayOfYear], month: int, day: int, *, count: int = 2) -> list[DayOfYear]:
    """The *count* days of the year (month, day) among *days* that lie nearest to the given one, over New Year too."""
    leap = 2000  # a leap year, so that 29 February has its place
    origin = date(leap, month, day)

    def distance(other: DayOfYear) -> int:
        apart = abs((date(leap, *other) - origin).days)
        return min(apart, 366 - apart)

    return sorted(days, key=lambda other: (distance(other), other))[:count]


def _in_order(fact: Fact) -> tuple[date, int, date, bool, int, str]:
    when = fact.date
    if when is None:
        raise ValueError(f"{fact.name} has no date")
    coarseness = {"month": 1, "year": 2}.get(when.precision, 0)
    return (when.last if coarseness else when.first, coarseness, when.first, fact.id == DEFINITION, -fact.significance, fact.name)


def _is_of(when: HistoricDate, period: Period) -> bool:
    """Whether *when* is known finely enough to be told of *period*, and falls into it."""
    fine = _is_fine(when, period)
    if not fine and period.every_year and when.precision == "year":
        return False
    spans = ((first, last) for first, last in period.spans(when) if when.first <= last and first <= when.last)
    return any(fine or (first <= when.first and when.last <= last) for first, last in spans)


def _is_fine(when: HistoricDate, period: Period) -> bool:
    days = (when.last - when.first).days
    if when.precision in {"day", "span"}:
        return days <= LONGEST_SPAN
    return when.precision == "month" and not period.is_fine and days <= LONGEST_MONTHS


def _is_told_by(fact: Fact, found: Mapping[str, HistoricDate | None]) -> bool:
    """Whether *fact* is one reading of a span that is told anyway: 2 Aralık of 2–3 Aralık."""
    preferred = found.get(fact.disputes) if fact.disputes else None
    if preferred is None or fact.date is None or preferred.precision != "span":
        return False
    return preferred.first <= fact.date.first and fact.date.last <= preferred.last
