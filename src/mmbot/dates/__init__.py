"""Dates of the period: EDTF in the knowledge, Turkish or English in what people type and read, Rumi as printed."""

from mmbot.dates.historic import BadDate, HistoricDate, day_and_month, days_between, parse_edtf, written_day
from mmbot.dates.months import MONTHS
from mmbot.dates.periods import Period, read_period
from mmbot.dates.typed import TypedDate, as_edtf, find_dates

__all__ = [
    "MONTHS",
    "BadDate",
    "HistoricDate",
    "Period",
    "TypedDate",
    "as_edtf",
    "day_and_month",
    "days_between",
    "find_dates",
    "parse_edtf",
    "read_period",
    "written_day",
]
