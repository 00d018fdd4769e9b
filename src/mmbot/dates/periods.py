"""A day, a month, a year or a span that somebody asks for, as it is typed behind a command."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from mmbot.dates.historic import HistoricDate
from mmbot.dates.moments import Moment, written_span
from mmbot.dates.period_words import Word, read_words
from mmbot.turkish import fold

LONGEST_TEXT = 100  # characters; no date is longer
_SHORT = re.compile(r"(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|(\d{2})(?:-(\d{2}))?)", re.ASCII)
# Words of one date in every order that people write, and the order of year, month and day in it.
_ORDERS = {
    "number month year": "dmy", "number month": "dm", "month number year": "mdy", "month number": "md",
    "number number year": "dmy", "year number number": "ymd", "number number": "dm", "year month number": "ymd",
    "year number month": "ydm", "month year": "my", "year month": "ym", "number year": "my", "year number": "ym",
    "month": "m", "year": "y", "number": "d",
}  # fmt: skip
_DAYS_AWAY = (
    (-2, re.compile(r"(evvelsi|evvelki|onceki) gun[a-z]*|(the )?day before yesterday")),
    (2, re.compile(r"(obur|ertesi) gun[a-z]*|(the )?day after tomorrow")),
    (-1, re.compile(r"dun(ku|un|de)?|yesterday")),
    (1, re.compile(r"yarin(ki|in)?|tomorrow")),
    (0, re.compile(r"bu ?gun(ku|un|de)?|today")),
)
_THIS_MONTH = re.compile(r"bu ay(ki|in|da)?|this month")
_THIS_WEEK = re.compile(r"bu hafta(ki|nin|da)?|this week")


@dataclass(frozen=True, slots=True)
class Period:
    """From *first* to *last*, both included; where neither has a year, these days of every year, over New Year too."""

    first: Moment
    last: Moment

    @property
    def day(self) -> Moment | None:
        """The one day that it is, or None where it is longer."""
        return self.first if self.first == self.last and self.first.day else None

    @property
    def every_year(self) -> bool:
        """Whether it is meant of every year."""
        return self.first.year is None

    @property
    def is_fine(self) -> bool:
        """Whether it begins or ends on a certain day."""
        return bool(self.first.day or self.last.day)

    def spans(self, near: HistoricDate) -> list[tuple[date, date]]:
        """First and last day of it; where it is of every year, once for each year about *near*."""
        if not self.every_year:
            return [(self.first.begins(1), self.last.ends(1))]
        over = self.last.ends(2000) < self.first.begins(2000)  # over New Year
        years = range(max(1, near.first.year - over), min(MAXYEAR - 1, near.last.year) + 1)
        in_calendar = [year for year in years if not self.day or self.day._replace(year=year).exists]  # 29 February
        return [(self.first.begins(year), self.last.ends(year + over)) for year in in_calendar]

    def written(self, language: str = "tr") -> str:
        """In words, for somebody who speaks *language*."""
        return written_span(self.first, self.last, language)

    @property
    def ends(self) -> tuple[str, str]:
        """Both ends in short: 1921-03-16, 1921-03, 1921; 03-16 or 03 where they are of every year.

        >>> Period(Moment(1921, 3), Moment(1922)).ends, Period(Moment(None, 3, 16), Moment(None, 3, 16)).ends
        (('1921-03', '1922'), ('03-16', '03-16'))
        """
        return _short(self.first), _short(self.last)


def period_between(first: str, last: str) -> Period | None:
    """The period with these *ends* in short, or None where they are none: they may come from a forged button.

    >>> period_between("1921-03", "1921-03").written()
    'Mart 1921'
    """
    ends = [Moment(*_parts(match)) for match in (_SHORT.fullmatch(first), _SHORT.fullmatch(last)) if match]
    return _ordered(*ends) if len(ends) == 2 else None


def read_period(text: str, today: date) -> Period | None:
    """The period that *text* names, whatever else it says of it; None where it names none.

    Understood are days (16 Mart 1921, 16.03, dün), months, years, decades, seasons and spans of them, in Turkish and English.
    A day, month or week counted from *today* is meant of every year.

    >>> read_period("18-26 Nisan 1920", date(2026, 3, 16)).written(), read_period("yarın", date(2026, 3, 16)).written()
    ('18–26 Nisan 1920', '17 Mart')
    """
    if len(text) > LONGEST_TEXT:
        return None
    counted = _counted_from(today, fold(text).removeprefix("/"))
    if counted:
        return counted
    words = read_words(text)
    if not words:
        return None
    whole = _one([word for word in words if word.kind != "cut"])
    if whole and not _is_lone_day(whole.first):
        return whole
    cuts = [number for number, word in enumerate(words) if word.kind == "cut"]
    return next((found for cut in cuts if (found := _span(words[:cut], words[cut + 1 :]))), None)


def period_of(moment: Moment) -> Period:
    """The whole of one year, month or day."""
    return Period(moment, moment)


def every_year(day: date) -> Period:
    """The day and month of *day*, in every year."""
    return period_of(Moment(None, day.month, day.day))


def _counted_from(today: date, folded: str) -> Period | None:
    for days, pattern in _DAYS_AWAY:
        if pattern.fullmatch(folded):
            return every_year(today + timedelta(days=days))
    if _THIS_MONTH.fullmatch(folded):
        return period_of(Moment(None, today.month))
    if _THIS_WEEK.fullmatch(folded):
        monday = today - timedelta(days=today.weekday())
        return Period(every_year(monday).first, every_year(monday + timedelta(days=6)).last)
    return None


def _one(words: Sequence[Word]) -> Period | None:
    """The one date or season that all *words* name."""
    kinds = [word.kind for word in words]
    if kinds == ["decade"]:
        return _ordered(Moment(words[0].value), Moment(words[0].value + 9))
    if "season" in kinds:
        return _season(words)
    if "part" in kinds:
        return _part(words)
    order = _ORDERS.get(" ".join(kinds))
    if order is None:
        return None
    parts = dict(zip(order, (word.value for word in words), strict=True))
    moment = Moment(parts.get("y"), parts.get("m"), parts.get("d"))
    return period_of(moment) if moment.exists or _is_lone_day(moment) else None


def _part(words: Sequence[Word]) -> Period | None:
    """The first, second or last third of a month or of a year."""
    third = [word.value for word in words if word.kind == "part"]
    whole = _one([word for word in words if word.kind != "part"])
    if whole is None or len(third) != 1 or whole.first != whole.last or whole.first.day:
        return None
    moment, number = whole.first, third[0]
    if moment.month is None:
        return _ordered(moment._replace(month=1 + 4 * number), moment._replace(month=4 + 4 * number))
    last = moment.ends(2000).day if number == 2 else 10 + 10 * number
    return _ordered(moment._replace(day=1 + 10 * number), moment._replace(day=last))


def _season(words: Sequence[Word]) -> Period | None:
    seasons = [word for word in words if word.kind == "season"]
    years = [word.value for word in words if word.kind == "year"]
    if len(seasons) != 1 or len(words) != len(years) + 1 or len(years) > 2:
        return None
    (begin, finish), over = seasons[0].months, seasons[0].months[0] > seasons[0].months[1]
    if not years:
        return _ordered(Moment(None, begin), Moment(None, finish))
    if years[1:] and not (over and years[1] == years[0] + 1):  # 1920–1921 kışı
        return None
    return _ordered(Moment(years[0], begin), Moment(years[0] + over, finish))


def _span(left: Sequence[Word], right: Sequence[Word]) -> Period | None:
    ends = [_one([word for word in side if word.kind != "cut"]) for side in (left, right)]
    if ends[0] is None or ends[1] is None:
        return None
    first, last = ends[0].first, ends[1].last
    if _is_lone_day(last) and first.month is None and first.year is not None:  # 1919-22
        last = Moment(first.year // 100 * 100 + (last.day or 0))
    return _filled(first, last)


def _filled(first: Moment, last: Moment) -> Period | None:
    """The span between two ends, either of which may leave out what the other says."""
    if _is_lone_day(first):
        first = first._replace(month=last.month)
    if _is_lone_day(last):
        last = last._replace(month=first.month)
    if first.year is None and last.year is not None:
        filled = first._replace(year=last.year)
        first = filled._replace(year=last.year - (_begin(filled) > _begin(last)))
    elif last.year is None and first.year is not None:
        filled = last._replace(year=first.year)
        last = filled._replace(year=first.year + (_begin(first) > _begin(filled)))
    return _ordered(first, last)


def _begin(moment: Moment) -> tuple[int, int, int]:
    return moment.year or 0, moment.month or 1, moment.day or 1


def _ordered(first: Moment, last: Moment) -> Period | None:
    """The period between both, in order; None where the calendar has not both, or only one has a year."""
    if not (first.exists and last.exists) or (first.year is None) != (last.year is None):
        return None
    if first.year is not None and first.begins(1) > last.ends(1):
        first, last = last, first
    return Period(first, last)


def _is_lone_day(moment: Moment) -> bool:
    return moment.year is None and moment.month is None and 1 <= (moment.day or 0) <= 31


def _short(moment: Moment) -> str:
    year = [f"{moment.year:04}"] if moment.year is not None else []
    return "-".join(year + [f"{part:02}" for part in (moment.month, moment.day) if part is not None])


def _parts(match: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    year, month, day, only_month, only_day = (int(part) if part else None for part in match.groups())
    return (year, month, day) if year is not None else (None, only_month, only_day)
