"""All records in one PostgreSQL database."""

from mmbot.store.postgres.connection import PATIENCE, Connection
from mmbot.store.postgres.migrations import migrate
from mmbot.store.tables.everything import StoredRecords


class PostgresRecords(StoredRecords):
    """The records in the database at *url*, its tables made or brought up to date where that is needed. Raises StoreBroken.

    *patience* is how many seconds to wait while another process writes.
    """

    def __init__(self, url: str, *, patience: float = PATIENCE) -> None:
        super().__init__(Connection(url, patience=patience), migrate)
