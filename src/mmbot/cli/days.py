"""``mmbot today``: a day of the year, or a span."""

import argparse
from datetime import datetime

from mmbot.cli.embedded import open_answering
from mmbot.cli.outcome import NOT_ANSWERED, OK, WrongUse
from mmbot.cli.settings import read_settings
from mmbot.daily import Calendar
from mmbot.dates import Period
from mmbot.dates.periods import every_year, read_period
from mmbot.desk.chronology import tell
from mmbot.desk.days import tell_day
from mmbot.desk.days_texts import NOTHING
from mmbot.rendering import plain


def today(options: argparse.Namespace) -> int:
    """Print what happened on the day, or in the span, that was typed."""
    period = _period(" ".join(options.date))
    calendar = Calendar(open_answering().library)
    if period.day:
        told = tell_day(calendar, period, "tr", whole=True)
        print(plain(told.blocks))
        return OK if told.found else NOT_ANSWERED
    events = tell(calendar, period, "tr")
    print(plain(events) if events else NOTHING.to(period=period.written()))
    return OK if events else NOT_ANSWERED


def _period(typed: str) -> Period:
    this_day = datetime.now(read_settings().timezone).date()
    period = read_period(typed, this_day) if typed.strip() else every_year(this_day)
    if period is None:
        raise WrongUse(f"“{typed}” is no date. Write 16 Mart, 16.03.1921, dün, Mart 1921, 1921 or 18-26 Nisan 1920.")
    return period
