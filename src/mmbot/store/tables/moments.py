"""Times as the database keeps them: UTC, ISO, always of the same length, so that texts sort as the times do."""

from datetime import UTC, datetime


def stored(moment: datetime) -> str:
    """*moment* as text. Raises ValueError where it does not know its time zone.

    >>> stored(datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC))
    '2030-01-02T03:04:05.000000+00:00'
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no time zone: it could be any of 26 times")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_of(text: str) -> datetime:
    """The moment that was stored as *text*, in UTC."""
    return datetime.fromisoformat(text)
