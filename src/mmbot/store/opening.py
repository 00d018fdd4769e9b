"""Opens the database that an address names, of whichever kind; only what that kind needs is loaded."""

from mmbot.store.address import is_postgres, sqlite_path
from mmbot.store.broken import StoreBroken
from mmbot.store.tables.everything import StoredRecords


def open_records(url: str) -> StoredRecords:
    """The records in the database at *url*: ``sqlite:///path`` or ``postgresql://…``. Raises StoreBroken."""
    if is_postgres(url):
        return _postgres(url)
    from mmbot.store.sqlite import SqliteRecords  # noqa: PLC0415  each is loaded where it is used

    return SqliteRecords(sqlite_path(url))


def _postgres(url: str) -> StoredRecords:
    try:
        from mmbot.store.postgres import PostgresRecords  # noqa: PLC0415
    except ImportError as error:  # it is not there, or finds no libpq
        raise StoreBroken(
            f"MMBOT_DATABASE_URL: the driver for PostgreSQL cannot be loaded ({error}). Install it: pip install 'psycopg[binary]'"
        ) from error
    return PostgresRecords(url)
