"""Dates of the period: EDTF in the knowledge, Turkish in what people type and read, Rumi and Hicrî as printed.

The only user of the ``edtf`` library. It is imported on first use, for its grammar takes longer to build than an answer
takes to find.
"""

import calendar
import functools
import re
from dataclasses import dataclass
from datetime import date, timedelta

from mmbot.turkish import fold

MONTHS = ("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık")
RUMI_OFFSET = 584  # between 1 March 1917 and the end of 1925 only the year differs (law of 8 February 1332/1917)
RUMI_YEARS = range(1333, 1342)
_MONTH_NAMES = {fold(name): number for number, name in enumerate(MONTHS, 1)} | {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
    "kanunusani": 1, "kanunisani": 1, "tesrinievvel": 10, "tesrinisani": 11, "kanunuevvel": 12, "kanunievvel": 12,
}  # fmt: skip
_SEASONS = {"ilkbahar": (3, 5), "bahar": (3, 5), "yaz": (6, 8), "sonbahar": (9, 11), "guz": (9, 11)}
_ENDING = r"(?:(?:'|’)?[a-z]{1,8})?"
_MONTH = "(" + "|".join(sorted(_MONTH_NAMES, key=len, reverse=True)) + ")" + _ENDING
_TWO_WORD_MONTHS = re.compile(r"\b(kanun|tesrin)[iu]?\s?-?(sani|evvel)")
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
_YEAR = re.compile(r"\b(1[2-9]\d\d)\b")


class BadDate(ValueError):
    """A text that is no date in the notation asked for; the message names the text and the notation."""


@dataclass(frozen=True, slots=True)
class HistoricDate:
    """A date as sources give it: a day, a month, a year or a span between two of them.

    *edtf* is the notation it came from, *first* and *last* its outer days, *precision* ``day``, ``month``, ``year`` or
    ``span`` (a span whose ends are days, such as a night between two days or a conference).
    """

    edtf: str
    first: date
    last: date
    precision: str
    approximate: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it falls on one certain day."""
        return self.precision == "day" and not self.approximate

    def overlaps(self, other: "HistoricDate") -> bool:
        """Whether both have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        """Write it in Turkish.

        >>> str(parse_edtf("1921-03-16")), str(parse_edtf("1920-04-18/1920-04-26")), str(parse_edtf("1921-03"))
        ('16 Mart 1921', '18–26 Nisan 1920', 'Mart 1921')
        """
        text = _written(self)
        return f"{text} dolayları" if self.approximate else text


@functools.lru_cache(maxsize=8192)  # the same days occur again and again, and the grammar is slow
def parse_edtf(text: str) -> HistoricDate:
    """Read an EDTF string (level 1) such as ``1921-03-16`` or ``1920-12-02/1920-12-03``.

    Raises BadDate with the text in its message. Notation: https://www.loc.gov/standards/datetime/
    """
    import edtf  # noqa: PLC0415  see the module's docstring

    try:
        parsed = edtf.parse_edtf(text)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
        first, last = date(*lower[:3]), date(*upper[:3])
    except (edtf.EDTFParseException, ValueError, TypeError, AttributeError) as error:
        raise BadDate(f"“{text}” is no EDTF date; write 1921-03-16, 1921-03, 1921 or 1920-04-18/1920-04-26") from error
    if first > last:
        raise BadDate(f"“{text}” ends before it begins")
    return HistoricDate(text, first, last, _precision(text), approximate="~" in text or "?" in text)


def _precision(text: str) -> str:
    ends = [end.strip("~?%") for end in text.split("/")]
    lengths = {len(end) for end in ends}
    if len(ends) == 1:
        return {10: "day", 7: "month"}.get(len(ends[0]), "year")
    return "span" if lengths == {10} else "month" if 7 in lengths else "year"


_DAY_ONLY = re.compile(r"(\d{1,2}) (\d{1,2})")


def find_day(text: str) -> tuple[int, int] | None:
    """Month and day of the first day that *text* names – 16 Mart, 16.03, 1921-03-16 – or None.

    >>> find_day("16 Mart"), find_day("16.03"), find_day("1921-03-16"), find_day("Mart")
    ((3, 16), (3, 16), (3, 16), None)
    """
    folded = fold(text)
    for typed in find_dates(folded):
        if typed.day and typed.month:
            return typed.month, typed.day
    short = _DAY_ONLY.fullmatch(folded)
    if short and _make(short[1], int(short[2]), None, (0, 0)):
        return int(short[2]), int(short[1])
    return None


def _written(when: HistoricDate) -> str:
    first, last = when.first, when.last
    if when.precision == "day":
        return written_day(first)
    if when.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if when.precision == "month":
        begin = MONTHS[first.month - 1] + ("" if first.year == last.year else f" {first.year}")
        return f"{begin}–{MONTHS[last.month - 1]} {last.year}"
    if when.precision == "year":
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[first.month - 1]} {first.year}"
    begin = f"{first.day} {MONTHS[first.month - 1]}" + ("" if first.year == last.year else f" {first.year}")
    return f"{begin}–{written_day(last)}"


def written_day(day: date) -> str:
    """A day in Turkish: “16 Mart 1921”."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_and_month(month: int, day: int) -> str:
    """A day of any year in Turkish: “16 Mart”."""
    return f"{day} {MONTHS[month - 1]}"


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

    def as_date(self) -> date | None:
        """The calendar day, where day, month and year were typed."""
        if self.day is None or self.month is None or self.year is None:
            return None
        return date(self.year, self.month, self.day)


def _make(day: str | None, month: int | None, year: str | None, span: tuple[int, int]) -> TypedDate | None:
    number = int(year) if year else None
    if number is not None and number in RUMI_YEARS:
        number += RUMI_OFFSET
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
    text = _TWO_WORD_MONTHS.sub(lambda m: m[1] + "u" + m[2] if m[1] == "kanun" else m[1] + "i" + m[2], folded)
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
            number = int(m[month]) if m[month].isdigit() else _MONTH_NAMES[m[month]]
            take(m, m[day] if day else None, number, m[year] if year else None)
    for m in _SEASON.finditer(text):
        taken.append(m.span())
        found.append(TypedDate(None, None, int(m[1]), *m.span(), months=_SEASONS[m[2]]))
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


def nearest_days(days: set[tuple[int, int]], month: int, day: int, *, count: int = 2) -> list[tuple[int, int]]:
    """The *count* days of the year (month, day) among *days* that lie nearest to the given one, over New Year too."""
    leap = 2000  # a leap year, so that 29 February has its place
    origin = date(leap, month, day)

    def distance(other: tuple[int, int]) -> int:
        apart = abs((date(leap, *other) - origin).days)
        return min(apart, 366 - apart)

    return sorted(days, key=lambda other: (distance(other), other))[:count]


def days_between(first: date, second: date) -> int:
    """Whole days from *first* to *second*."""
    return (second - first) // timedelta(days=1)
