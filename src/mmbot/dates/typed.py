"""Dates that stand somewhere in a text: 16 Mart 1921, 16.03.1921, March 1921, 12 Kânunusani 1338, 1920 yazı."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from mmbot.dates.historic import HistoricDate
from mmbot.dates.months import MONTH_NUMBERS, SEASONS, join_months

RUMI_OFFSET = 584  # between 1 March 1917 and the end of 1925 only the year differs (law of 8 February 1332/1917)
RUMI_YEARS = range(1333, 1342)
_ENDING = r"(?:(?:'|’)?[a-z]{1,8})?"
_MONTH = "(" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + ")" + _ENDING
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})\s+(?:\d{{1,2}}\s+)?{_MONTH}\b(?:\s+(\d{{4}}))?")
_MONTH_DAY = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:\s+(\d{{4}}))?")
_NUMERIC = re.compile(r"\b(\d{1,2}) (\d{1,2}) (\d{4})\b")
_ISO = re.compile(r"\b(1\d{3}) (\d{2})(?: (\d{2}))?\b")
_YEAR_MONTH = re.compile(rf"\b(\d{{4}})\s*(?:{_ENDING})?\s*(?:yili|senesi)?[a-z]{{0,4}}\s+{_MONTH}\b")
_MONTH_YEAR = re.compile(rf"\b{_MONTH}\s+(\d{{4}})\b")
# Each way of writing a date, with the groups of its day, month and year (0: not there); the first that matches takes the place.
_FORMS = (
    (_ISO, 3, 2, 1),
    (_NUMERIC, 1, 2, 3),
    (_DAY_MONTH, 1, 2, 3),
    (_MONTH_DAY, 2, 1, 3),
    (_YEAR_MONTH, 0, 2, 1),
    (_MONTH_YEAR, 0, 1, 2),
)
_SEASON = re.compile(r"\b(\d{4})\s+(?:yili\s+)?(ilkbahar|sonbahar|bahar|yaz|guz)[a-z]{0,4}\b")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(1[2-9]\d\d)\b")


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A date found in what a person typed. Whichever part was not typed is None.

    *start* and *end* are the positions in the folded text; *months* is set for a season (first and last month).
    """

    day: int | None
    month: int | None
    year: int | None
    start: int
    end: int
    months: tuple[int, int] | None = None

    def matches(self, when: HistoricDate) -> bool:
        """Whether *when* can be meant: every typed part agrees with some day of it."""
        if self.year is not None and not when.first.year <= self.year <= when.last.year:
            return False
        if self.month is None and self.months is None:
            return True
        low, high = self.months or (self.month or 1, self.month or 12)
        years = range(when.first.year, when.last.year + 1) if self.year is None else (self.year,)
        return any(self._falls(when, year, low, high) for year in list(years)[:60])

    def _falls(self, when: HistoricDate, year: int, low: int, high: int) -> bool:
        last_day = calendar.monthrange(year, high)[1]
        if self.day is not None and self.day > last_day:
            return False
        begin, finish = date(year, low, self.day or 1), date(year, high, self.day or last_day)
        return when.first <= finish and begin <= when.last

    def holds(self, day: date) -> bool:
        """Whether *day* lies in the day, month, season or year that was typed."""
        low, high = self.months or (self.month or 1, self.month or 12)
        return (self.year in (None, day.year)) and low <= day.month <= high and self.day in (None, day.day)

    def as_date(self) -> date | None:
        """The calendar day, where day, month and year were typed."""
        if self.day is None or self.month is None or self.year is None:
            return None
        return date(self.year, self.month, self.day)


def gregorian(year: int) -> int:
    """The year that is meant by *year*: the Rumi years of 1917–1925 are converted.

    >>> gregorian(1337), gregorian(1921)
    (1921, 1921)
    """
    return year + RUMI_OFFSET if year in RUMI_YEARS else year


def _make(day: str | None, month: int | None, year: str | None, span: tuple[int, int]) -> TypedDate | None:
    number = gregorian(int(year)) if year else None
    if number == 0:
        return None
    typed_day = int(day) if day else None
    if month is not None and not 1 <= month <= 12:
        return None
    if typed_day is not None and not 1 <= typed_day <= calendar.monthrange(number or 2000, month or 1)[1]:
        return None
    return TypedDate(typed_day, month, number, *span)


def find_dates(folded: str) -> list[TypedDate]:
    """Every date in a *folded* text, in reading order: 16 mart 1921, 16.03.1921, mart 1921, 1921, 16 mart, 1920 yazi.

    Rumi years of 1917–1925 (1333–1341) are converted. What is no date of the calendar (31 nisan) is left out.

    >>> [(d.day, d.month, d.year) for d in find_dates("16 mart 1337 ve ekim 1921")]
    [(16, 3, 1921), (None, 10, 1921)]
    """
    text = join_months(folded) if _DIGIT.search(folded) else ""  # none of the forms does without
    found: list[TypedDate] = []
    taken: list[tuple[int, int]] = []  # also of what is no date: “31 nisan 1921” must not be read as “nisan 1921”

    def take(match: re.Match[str], day: str | None, month: int | None, year: str | None) -> None:
        if any(match.start() < end and begin < match.end() for begin, end in taken):
            return
        taken.append(match.span())
        made = _make(day, month, year, match.span())
        if made:
            found.append(made)

    for pattern, day, month, year in _FORMS:
        for m in pattern.finditer(text):
            number = int(m[month]) if m[month].isdigit() else MONTH_NUMBERS[m[month]]
            take(m, m[day] if day else None, number, m[year] if year else None)
    for m in _SEASON.finditer(text):
        taken.append(m.span())
        found.append(TypedDate(None, None, int(m[1]), *m.span(), months=SEASONS[m[2]]))
    for m in _YEAR.finditer(text):
        take(m, None, None, m[1])
    return sorted(found, key=lambda typed: typed.start)


def as_edtf(typed: TypedDate) -> str | None:
    """The EDTF notation of a typed date that has a year; None where it has not."""
    if typed.year is None:
        return None
    if typed.months:
        return f"{typed.year}-{typed.months[0]:02}/{typed.year}-{typed.months[1]:02}"
    parts = [f"{typed.year:04}"] + [f"{part:02}" for part in (typed.month, typed.day) if part is not None]
    return "-".join(parts)
