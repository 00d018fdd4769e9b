"""All records in one SQLite database."""

from mmbot.store.sqlite.connection import PATIENCE, Connection
from mmbot.store.sqlite.migrations import migrate
from mmbot.store.tables.everything import StoredRecords


class SqliteRecords(StoredRecords):
    """The records in the file *path* (or ``:memory:``), made or brought up to date where that is needed. Raises StoreBroken.

    *patience* is how many seconds to wait for a lock that another process holds.
    """

    def __init__(self, path: str, *, patience: float = PATIENCE) -> None:
        super().__init__(Connection(path, patience=patience), migrate)
