"""Days, months and years from one moment to another, and the sentence that shows the sum."""

import calendar
from collections.abc import Iterable
from datetime import date

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.reckoning_moments import Moment
from mmbot.dates import HistoricDate, days_between
from mmbot.texts import Told

_DAYS_ALONE = 60  # fewer are not counted in months unless that is asked
Unit = str  # day, week, month, year or any
_NEEDS = {"day": ("day", "span"), "week": ("day", "span"), "any": ("day", "span"), "month": ("day", "span", "month")}


def sum_of(one: Moment, other: Moment, unit: Unit) -> Told:
    """The time between two moments in a sentence, or why it cannot be given."""
    first, second = in_order(one, other)
    coarse = [moment for moment in (first, second) if moment.when.precision not in _NEEDS.get(unit, (moment.when.precision,))]
    coarse += [moment for moment in (first, second) if moment.when.approximate and moment not in coarse]
    if coarse:
        refusal = texts.TOO_COARSE_FOR_MONTHS if unit == "month" else texts.TOO_COARSE
        return refusal.format(reasons=texts.AND.join(_only_known(moment) for moment in coarse))
    if not (first.has_day and second.has_day):
        return texts.ARROW.format(first=_day(first), second=_day(second), sum=_roughly(first, second))
    return _by_days(first, second, unit)


def in_order(one: Moment, other: Moment) -> tuple[Moment, Moment]:
    """Both, the earlier first."""
    return (other, one) if other.days < one.days else (one, other)


def _by_days(first: Moment, second: Moment, unit: Unit) -> Told:
    begin, end = _usual(first), _usual(second)
    least = max(0, days_between(first.days[1], second.days[0]))
    most = days_between(first.days[0], second.days[1])
    shown = {"first": _day(first), "second": _day(second), "least": least, "most": most}
    reasons = texts.AND.join(_unsure(moment) for moment in (first, second) if moment.uncertain)
    if (begin is None or end is None) and (unit in ("day", "any") or most < _DAYS_ALONE):
        return texts.ARROW_SPAN.format(reasons=reasons, **shown)
    if begin is None or end is None:
        sums = {"low": written_sum(first.days[1], second.days[0], unit), "high": written_sum(first.days[0], second.days[1], unit)}
        return texts.ARROW_SPAN_OF_SUMS.format(reasons=reasons, **sums, **shown)
    if begin == end and least == most:
        return texts.SAME_DAY.format(first=_day(first))
    counted = written_sum(begin, end, unit)
    return (texts.ARROW if least == most else texts.ARROW_USUAL).format(sum=counted, reasons=reasons, **shown)


def written_sum(begin: date, end: date, unit: Unit) -> Told:
    """The time from *begin* to *end*: days, or years, months and days with the days behind.

    >>> written_sum(date(1918, 10, 30), date(1922, 10, 11), "year")
    '3 yıl 11 ay 11 gün (1442 gün)'
    >>> written_sum(date(1921, 3, 16), date(1921, 10, 13), "day")
    '211 gün'
    """
    days = texts.counted(days_between(begin, end), "day")
    if unit == "week":
        weeks, rest = divmod(days_between(begin, end), 7)
        return texts.WITH_DAYS.format(sum=_listed((weeks, "week"), (rest, "day")), days=days)
    years, months, rest = calendar_steps(begin, end)
    if unit == "day" or (unit == "any" and days_between(begin, end) < _DAYS_ALONE) or not (years or months):
        return days
    if unit == "month":
        years, months = 0, 12 * years + months
    return texts.WITH_DAYS.format(sum=_listed((years, "year"), (months, "month"), (rest, "day")), days=days)


def _listed(*parts: tuple[int, str]) -> Told:
    return texts.SPACE.join(texts.counted(number, unit) for number, unit in parts if number)


def calendar_steps(begin: date, end: date) -> tuple[int, int, int]:
    """Whole years, then whole months, then days from *begin* to *end*.

    >>> calendar_steps(date(1920, 1, 31), date(1920, 3, 1))
    (0, 1, 1)
    """
    months = 12 * (end.year - begin.year) + end.month - begin.month
    if later(begin, months) > end:
        months -= 1
    return months // 12, months % 12, days_between(later(begin, months), end)


def later(day: date, months: int) -> date:
    """*day* so many *months* later; the last of a month that has not so many days."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _usual(moment: Moment) -> date | None:
    """The day that is usually given; None where the sources leave several."""
    if moment.when.is_day or not moment.uncertain:
        return moment.when.first
    return None


def _roughly(first: Moment, second: Moment) -> Told:
    """The time between moments of which one is known by month or year."""
    months = 12 * (second.when.first.year - first.when.first.year) + second.when.first.month - first.when.first.month
    if "year" in (first.when.precision, second.when.precision):
        return texts.ABOUT.format(sum=texts.counted(second.when.first.year - first.when.first.year, "year"))
    years, rest = divmod(months, 12)
    return texts.ABOUT.format(sum=_listed((years, "year"), (rest, "month")) or texts.counted(0, "month"))


def _day(moment: Moment) -> Told:
    lasted = moment.when.precision == "span" and not moment.uncertain
    shown = texts.STARTS.format(day=texts.day_of(moment.when.first)) if lasted else written(moment.when)
    return texts.BY_NOTE.format(day=shown) if moment.noted else shown


def _unsure(moment: Moment) -> Told:
    text = texts.UNSURE_DAY if moment.rivals else texts.UNCERTAIN_DAY
    return text.format(title=moment.name, days=texts.OR.join(_possible(moment)))


def _possible(moment: Moment) -> Iterable[Told]:
    dates = [rival.date for rival in moment.rivals if rival.date]
    dates += [moment.when] if moment.when.is_day or not dates else []
    return [written(when) for when in sorted(set(dates), key=lambda when: (when.first, when.last))]


def _only_known(moment: Moment) -> Told:
    return texts.ONLY_KNOWN.format(title=moment.name, date=moment.when)


def written(when: HistoricDate) -> Told:
    """A date in words, in both languages."""
    return Told(when.written(), when.written("en"))
