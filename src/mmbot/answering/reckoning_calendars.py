"""Rumi and Hicrî dates to Gregorian ones and back: arithmetic only, no question is read here.

Rumi: the Ottoman civil calendar counted Julian months from 1 March 1256 = 13 March 1840 and began its years on 1 March (year + 584,
in January and February + 585; 12 days behind the Gregorian calendar until February 1900, 13 after). 15 February 1332 was followed
by 1 March 1333 = 1 March 1917; 1333 had ten months, and from 1 January 1334 = 1 January 1918 until 31 December 1341 = 31 December 1925
day and month equal the Gregorian ones. Law no. 698 of 26 December 1925 gave the calendar up. See
https://en.wikipedia.org/wiki/Rumi_calendar and DESIGN, section 1.

Hicrî: the tabular (“civil”) Islamic calendar – months of 30 and 29 days in turn, eleven leap years in thirty (2, 5, 7, 10, 13, 16,
18, 21, 24, 26, 29), counted from 16 July 622 Julian. Real months began when the crescent was seen, so a day may differ by one. See
https://en.wikipedia.org/wiki/Tabular_Islamic_calendar and Reingold and Dershowitz, “Calendrical Calculations”.
"""

from datetime import date, timedelta

_DAY_ZERO = 1_721_425  # Julian day number of the day before 1 January of the year 1
_HICRI_EPOCH = 1_948_440  # 1 Muharrem 1, as a Julian day number
FIRST_RUMI, LAST_RUMI = 1256, 1341
REFORM = 1333  # the first Rumi year whose days equal the Gregorian ones
OFFSET = 584
_LAST_OLD_DAY = date(1917, 2, 28)  # 15 February 1332

Typed = tuple[int, int, int]  # day, month, year of a calendar that is not Gregorian


def rumi_day(day: int, month: int, year: int) -> date | None:
    """The Gregorian day of a Rumi one; None where there was no such day.

    >>> rumi_day(16, 3, 1337), rumi_day(31, 3, 1325)
    (datetime.date(1921, 3, 16), datetime.date(1909, 4, 13))
    """
    if not FIRST_RUMI <= year <= LAST_RUMI:
        return None
    if year >= REFORM:
        return None if year == REFORM and month < 3 else _gregorian(day, month, year + OFFSET)
    found = _from_julian(day, month, year + OFFSET + (month < 3))
    return found if found and found <= _LAST_OLD_DAY else None


def rumi_year(year: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Rumi year; None for a year that was not counted.

    >>> rumi_year(1337)
    (datetime.date(1921, 1, 1), datetime.date(1921, 12, 31))
    """
    if not FIRST_RUMI <= year <= LAST_RUMI:
        return None
    if year > REFORM:
        return date(year + OFFSET, 1, 1), date(year + OFFSET, 12, 31)
    if year == REFORM:
        return date(1917, 3, 1), date(1917, 12, 31)
    first, following = rumi_day(1, 3, year), rumi_day(1, 3, year + 1)  # 1332 ends before the 1 March of 1333
    return (first, following - timedelta(days=1)) if first and following else None


def to_rumi(day: date) -> Typed | None:
    """Day, month and year of a Gregorian day in the Rumi calendar; None outside 1840–1925.

    >>> to_rumi(date(1921, 3, 16)), to_rumi(date(1909, 4, 13))
    ((16, 3, 1337), (31, 3, 1325))
    """
    if day > date(1925, 12, 31) or day < date(1840, 3, 13):
        return None
    if day > _LAST_OLD_DAY:
        return day.day, day.month, day.year - OFFSET
    behind = 13 if day >= date(1900, 3, 14) else 12
    if day == date(1900, 3, 13):  # 29 February 1900 of the Julian calendar, which the Gregorian one does not have
        return 29, 2, 1315
    julian = day - timedelta(days=behind)
    return julian.day, julian.month, julian.year - OFFSET - (julian.month < 3)


def hicri_day(day: int, month: int, year: int) -> date | None:
    """The Gregorian day of a tabular Hicrî one; None where the table has no such day.

    >>> hicri_day(1, 1, 1339), hicri_day(30, 2, 1339)
    (datetime.date(1920, 9, 15), None)
    """
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= _hicri_length(month, year):
        return None
    before = (59 * (month - 1) + 1) // 2 + 354 * (year - 1) + (3 + 11 * year) // 30
    return date.fromordinal(_HICRI_EPOCH + before + day - 1 - _DAY_ZERO)


def hicri_year(year: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hicrî year."""
    first, following = hicri_day(1, 1, year), hicri_day(1, 1, year + 1)
    return (first, following - timedelta(days=1)) if first and following else None


def to_hicri(day: date) -> Typed:
    """Day, month and year of a Gregorian day in the tabular Hicrî calendar.

    >>> to_hicri(date(1920, 9, 15))
    (1, 1, 1339)
    """
    year = (30 * (day.toordinal() + _DAY_ZERO - _HICRI_EPOCH) + 10_646) // 10_631
    month = next(number for number in range(12, 0, -1) if (hicri_day(1, number, year) or day) <= day)
    first = hicri_day(1, month, year)
    assert first  # noqa: S101  the first of every month exists
    return (day - first).days + 1, month, year


def _hicri_length(month: int, year: int) -> int:
    return 30 if month % 2 or (month == 12 and (14 + 11 * year) % 30 < 11) else 29


def _gregorian(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _from_julian(day: int, month: int, year: int) -> date | None:
    leap = year % 4 == 0
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not 1 <= month <= 12 or not 1 <= day <= lengths[month - 1]:
        return None
    shift = (14 - month) // 12
    number = day + (153 * (month + 12 * shift - 3) + 2) // 5 + 365 * (year + 4800 - shift) + (year + 4800 - shift) // 4 - 32_083
    return date.fromordinal(number - _DAY_ZERO)
