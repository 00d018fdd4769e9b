"""What all parts keep about a person."""

from collections.abc import Mapping, Sequence

from mmbot.model import Person
from mmbot.store.tables.concern import Concern
from mmbot.store.tables.database import Connection


class StoredPeople:
    """See the port. Every concern answers for itself, so a new one is covered by being among *concerns*."""

    def __init__(self, connection: Connection, concerns: Sequence[Concern]) -> None:
        self._connection = connection
        self._concerns = concerns

    def data_of(self, person: Person) -> Mapping[str, Sequence[str]]:
        """By kind; kinds without anything are left out."""
        found: dict[str, list[str]] = {}
        with self._connection.reading() as database:
            for concern in self._concerns:
                for kind, things in concern.about_person(database, person).items():
                    if things:
                        found.setdefault(kind, []).extend(things)
        return found

    def forget(self, person: Person) -> int:
        """All of it or, where that fails, nothing."""
        with self._connection.writing() as database:
            return sum(concern.forget_person(database, person) for concern in self._concerns)
