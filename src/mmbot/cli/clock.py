"""The clock that the commands turn by."""

from datetime import datetime


def now() -> datetime:
    """The time, in the machine's zone."""
    return datetime.now().astimezone()
