"""What the tables need of a database, whichever it is."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol


class Rows(Protocol):
    """What a statement found or did."""

    @property
    def rowcount(self) -> int:
        """How many rows it wrote."""

    def fetchone(self) -> Any:  # noqa: ANN401 - a tuple, or None
        """The next row."""

    def fetchall(self) -> Sequence[Any]:
        """The other rows."""

    def __iter__(self) -> Iterator[Any]:
        """Row by row."""


class Database(Protocol):
    """Somewhere to send SQL to. A value's place is ``?``, or ``:name`` where the values have names; a text in SQL contains neither."""

    def execute(self, sql: str, parameters: Any = ..., /) -> Rows:  # noqa: ANN401 - a sequence, or a mapping
        """Carry out one statement."""

    def query(self, sql: str, parameters: Any = ..., /) -> Iterator[dict[str, Any]]:  # noqa: ANN401
        """The rows that it finds, by the names of their columns."""


class Connection(Protocol):
    """One connection, which all threads of a process share, one after the other. Every method raises StoreBroken."""

    def reading(self) -> AbstractContextManager[Database]:
        """The database, to look into. Fetch all rows before leaving."""

    def writing(self, *, swift: bool = False) -> AbstractContextManager[Database]:
        """The database in a transaction that nobody else writes beside, in any process; kept whole when the block ends, not at all when it raises.

        What is kept outlives the process and a power cut, unless it is *swift*: then the disk is not waited for. Inside another such
        block it is a part of that one: kept with it, or undone alone when it raises.
        """

    def snapshot(self) -> AbstractContextManager[Database]:
        """The database as it is at one moment, to look into, whatever others write meanwhile."""

    def last_id(self, database: Database, table: str) -> int:
        """The greatest id that *table* has ever given a row; 0 where it has given none."""

    def give_ids_after(self, database: Database, table: str, last: int) -> None:
        """From now on *table* gives its rows ids greater than *last*."""

    def close(self) -> None:
        """Close it; a second time does nothing."""
