"""Dates as the knowledge has them: EDTF in, Turkish or English out.

The only user of the ``edtf`` library. It is imported on first use, for its grammar takes longer to build than an answer
takes to find, and ten megabytes. What is plain enough for the standard library is read without it.
"""

import calendar
import functools
import re
from dataclasses import dataclass
from datetime import date, timedelta

from mmbot.dates.moments import Moment, written_span

_PLAIN = re.compile(r"([1-9]\d{3})(?:-(\d\d)(?:-(\d\d))?)?")


class BadDate(ValueError):
    """A text that is no date in the notation asked for; the message names the text and the notation."""


@dataclass(frozen=True)  # without slots, as in the model
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
        return self.written()

    def written(self, language: str = "tr") -> str:
        """Write it for somebody who speaks *language*.

        >>> parse_edtf("1920-12-02/1920-12-03").written("en"), parse_edtf("1921-06~").written("en")
        ('2–3 December 1920', 'about June 1921')
        """
        text = written_span(self._moment(self.first), self._moment(self.last), language)
        if not self.approximate:
            return text
        return f"about {text}" if language == "en" else f"{text} dolayları"

    def _moment(self, end: date) -> Moment:
        parts = {"year": 1, "month": 2}.get(self.precision, 3)
        return Moment(*(end.year, end.month, end.day)[:parts])


@functools.lru_cache(maxsize=8192)  # the same days occur again and again, and the grammar is slow
def parse_edtf(text: str) -> HistoricDate:
    """Read an EDTF string (level 1) such as ``1921-03-16`` or ``1920-12-02/1920-12-03``.

    Raises BadDate with the text in its message. Notation: https://www.loc.gov/standards/datetime/
    """
    first, last = _plain_days(text) or _days(text)
    if first > last:
        raise BadDate(f"“{text}” ends before it begins")
    return HistoricDate(text, first, last, _precision(text), approximate="~" in text or "?" in text)


def _plain_days(text: str) -> tuple[date, date] | None:
    """The outer days of a day, a month, a year or a span of them, where nothing in the calendar speaks against it; else None.

    >>> _plain_days("1920-02/1921")
    (datetime.date(1920, 2, 1), datetime.date(1921, 12, 31))
    """
    ends = [_PLAIN.fullmatch(end) for end in text.split("/")]
    if len(ends) > 2 or ends[0] is None or ends[-1] is None:
        return None
    try:
        first = date(int(ends[0][1]), int(ends[0][2] or 1), int(ends[0][3] or 1))
        year, month = int(ends[-1][1]), int(ends[-1][2] or 12)
        return first, date(year, month, int(ends[-1][3] or calendar.monthrange(year, month)[1]))
    except ValueError:  # 31 June, month 13: the library says what it is
        return None


def _days(text: str) -> tuple[date, date]:
    import edtf  # noqa: PLC0415  see the module's docstring

    try:
        parsed = edtf.parse_edtf(text)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
        return date(*lower[:3]), date(*upper[:3])
    except (edtf.EDTFParseException, ValueError, TypeError, AttributeError) as error:
        raise BadDate(f"“{text}” is no EDTF date; write 1921-03-16, 1921-03, 1921 or 1920-04-18/1920-04-26") from error


def _precision(text: str) -> str:
    ends = [end.strip("~?%") for end in text.split("/")]
    lengths = {len(end) for end in ends}
    if len(ends) == 1:
        return {10: "day", 7: "month"}.get(len(ends[0]), "year")
    return "span" if lengths == {10} else "month" if 7 in lengths else "year"


def written_day(day: date, language: str = "tr") -> str:
    """A day in words: “16 Mart 1921”."""
    return Moment(day.year, day.month, day.day).written(language)


def day_and_month(month: int, day: int, language: str = "tr") -> str:
    """A day of any year in words: “16 Mart”."""
    return Moment(None, month, day).written(language)


def days_between(first: date, second: date) -> int:
    """Whole days from *first* to *second*."""
    return (second - first) // timedelta(days=1)
