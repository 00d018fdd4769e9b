"""Dates of the period: EDTF in the knowledge, Turkish or English in what people type and read, Rumi as printed."""

from typing import TYPE_CHECKING

from mmbot.dates.historic import BadDate, HistoricDate, day_and_month, days_between, parse_edtf, written_day
from mmbot.dates.months import MONTHS
from mmbot.dates.typed import TypedDate, as_edtf, find_dates

if TYPE_CHECKING:
    from mmbot.dates.periods import Period, read_period

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


def __getattr__(name: str) -> object:
    """Import what reads periods only for those who use it: an answer does not."""
    if name in __all__:
        from mmbot.dates import periods  # noqa: PLC0415

        return getattr(periods, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
