"""A year, a month or a day, of one year or of every year: what the ends of a date are made of."""

import calendar
from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple

from mmbot.dates.months import months_in

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Moment(NamedTuple):
    """A year, a month of it or a day of that. Without *year* it is meant of every year; what is not given is None."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def exists(self) -> bool:
        """Whether the calendar has it: 29 February is a day of every year, but not of 1921."""
        if self.year is not None and not MINYEAR < self.year < MAXYEAR:
            return False
        if self.month is None:
            return self.day is None and self.year is not None
        return 1 <= self.month <= 12 and (self.day is None or 1 <= self.day <= self._last_day(self.year or 2000))

    def begins(self, year: int) -> date:
        """Its first day; of *year* where it has none of its own. 29 February begins on the 28th where the year has none."""
        year = self.year or year
        return date(year, self.month or 1, min(self.day or 1, self._last_day(year)))

    def ends(self, year: int) -> date:
        """Its last day; of *year* where it has none of its own."""
        year = self.year or year
        return date(year, self.month or 12, min(self.day or 31, self._last_day(year)))

    def _last_day(self, year: int) -> int:
        month = self.month or 12
        return 29 if month == 2 and calendar.isleap(year) else _DAYS[month - 1]

    def written(self, language: str = "tr", *, with_year: bool = True) -> str:
        """In words: 16 Mart 1921, Mart 1921, 1921, 16 Mart.

        >>> Moment(1921, 3, 16).written(), Moment(None, 3).written("en")
        ('16 Mart 1921', 'March')
        """
        parts = (self.day, months_in(language)[self.month - 1] if self.month else None, self.year if with_year else None)
        return " ".join(str(part) for part in parts if part is not None)


def written_span(first: Moment, last: Moment, language: str = "tr") -> str:
    """From *first* to *last* in words, what both share said once.

    >>> written_span(Moment(1920, 4, 18), Moment(1920, 4, 26)), written_span(Moment(1920, 6), Moment(1920, 8))
    ('18–26 Nisan 1920', 'Haziran–Ağustos 1920')
    """
    if first == last:
        return first.written(language)
    if first.year != last.year or first.month is None:
        return f"{first.written(language)}–{last.written(language)}"
    if first.month == last.month and first.day and last.day:
        return f"{first.day}–{last.written(language)}"
    return f"{first.written(language, with_year=False)}–{last.written(language)}"
