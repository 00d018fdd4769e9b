"""A part of the records with its own tables, and what every part is asked for."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from mmbot.model import Person
from mmbot.store.tables.database import Connection, Database


class Concern:
    """One part. Where all parts are asked, it answers for its tables inside the transaction *database* that the asker opened."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def about_person(self, database: Database, person: Person) -> Mapping[str, Sequence[str]]:  # noqa: ARG002 - nothing, unless a part says so
        """What it keeps about *person*, by kind: a line for each thing; kinds without a thing may be left out."""
        return {}

    def forget_person(self, database: Database, person: Person) -> int:  # noqa: ARG002
        """Delete that; how many things it was."""
        return 0

    def move_place(self, database: Database, old: str, new: str) -> None:
        """Carry over what it keeps about the place *old* to *new*."""

    def purge_old(self, database: Database, now: datetime) -> None:
        """Delete what has become too old."""
