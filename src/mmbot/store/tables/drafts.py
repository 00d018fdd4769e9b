"""Half-filled forms."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from mmbot.desk.records import Draft
from mmbot.model import Person
from mmbot.store.tables.concern import Concern
from mmbot.store.tables.database import Database
from mmbot.store.tables.moments import moment_of, stored

_PUT = """
    INSERT INTO drafts VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (platform, person)
    DO UPDATE SET form = excluded.form, given = excluded.given, step = excluded.step, until = excluded.until
"""


class StoredDrafts(Concern):
    """See the port."""

    def get(self, person: Person) -> Draft | None:
        """Also one whose time is over, until it is purged."""
        with self._connection.reading() as database:
            return _draft_of(database, person)

    def put(self, person: Person, draft: Draft) -> None:
        """One a person."""
        values = json.dumps(dict(draft.values), ensure_ascii=False)
        row = (person.platform, person.id, draft.form, values, draft.step, draft.until and stored(draft.until))
        with self._connection.writing() as database:
            database.execute(_PUT, row)

    def drop(self, person: Person) -> bool:
        """Throw it away."""
        with self._connection.writing() as database:
            return self.forget_person(database, person) == 1

    def about_person(self, database: Database, person: Person) -> Mapping[str, Sequence[str]]:
        """The form, and what he has given."""
        draft = _draft_of(database, person)
        return {
            "drafts": [f"{draft.form}: " + "; ".join(f"{name}={value}" for name, value in draft.values.items())] if draft else []
        }

    def forget_person(self, database: Database, person: Person) -> int:
        """Throw it away."""
        return database.execute("DELETE FROM drafts WHERE platform = ? AND person = ?", (person.platform, person.id)).rowcount

    def purge_old(self, database: Database, now: datetime) -> None:
        """Past their time."""
        database.execute("DELETE FROM drafts WHERE until < ?", (stored(now),))


def _draft_of(database: Database, person: Person) -> Draft | None:
    query = "SELECT form, given, step, until FROM drafts WHERE platform = ? AND person = ?"
    found = database.execute(query, (person.platform, person.id)).fetchone()
    if found is None:
        return None
    form, given, step, until = found
    return Draft(form, json.loads(given), step, until and moment_of(until))
