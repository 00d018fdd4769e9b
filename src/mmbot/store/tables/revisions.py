"""Every state of every entry that was ever approved or imported."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from mmbot.knowledge.files import read_text
from mmbot.knowledge.loading import fingerprint, mark_verified
from mmbot.knowledge.writing import to_yaml
from mmbot.model import Entry, Person
from mmbot.moderation.proposals import Revision, StaleRevision
from mmbot.store.tables.concern import Concern
from mmbot.store.tables.database import Database
from mmbot.store.tables.moments import moment_of, stored


class StoredRevisions(Concern):
    """See the port. Triggers keep what is written here from being changed (see ``tables_moderation``)."""

    def latest(self) -> dict[str, Revision]:
        """In the order of the entries' ids."""
        newest = "SELECT entry, max(number) FROM revisions GROUP BY entry"
        found = self._found(f"WHERE (entry, number) IN ({newest}) ORDER BY entry")
        return {revision.entry.id: revision for revision in found}

    def since(self, revision: int) -> list[Revision]:
        """An id is given inside the transaction that writes it, so none appears later below one that was seen."""
        return self._found("WHERE id > ? ORDER BY id", revision)

    def of(self, entry: str) -> list[Revision]:
        """All of them."""
        return self._found("WHERE entry = ? ORDER BY number DESC", entry)

    def number(self, entry: str) -> int:
        """0 where it has none."""
        with self._connection.reading() as database:
            return newest_number(database, entry)

    def append(self, entry: Entry, seen: int, by: Person | None, at: datetime, why: str) -> Revision:
        """On top of *seen*, or not at all."""
        with self._connection.writing() as database:
            return add_revision(database, Revision(0, seen + 1, entry, by, at, why))

    def about_person(self, database: Database, person: Person) -> Mapping[str, Sequence[str]]:
        """Which revisions he made."""
        query = "SELECT entry, number, at, why FROM revisions WHERE by_platform = ? AND by_person = ? ORDER BY id"
        rows = database.execute(query, (person.platform, person.id))
        return {"revisions": [f"{entry} {number} ({at}): {why}" for entry, number, at, why in rows]}

    def forget_person(self, database: Database, person: Person) -> int:
        """The revisions stay, without him."""
        statement = "UPDATE revisions SET by_platform = NULL, by_person = NULL WHERE by_platform = ? AND by_person = ?"
        return database.execute(statement, (person.platform, person.id)).rowcount

    def _found(self, where: str, *values: object) -> list[Revision]:
        with self._connection.reading() as database:
            rows = list(database.query(f"SELECT * FROM revisions {where}", values))  # noqa: S608 - our own constants
        return [_revision(row) for row in rows]


def newest_number(database: Database, entry: str) -> int:
    """The number of the newest revision of *entry*; 0 where it has none."""
    found = database.execute("SELECT max(number) FROM revisions WHERE entry = ?", (entry,)).fetchone()
    return int(found[0] or 0)


def add_revision(database: Database, revision: Revision) -> Revision:
    """Write *revision* inside the transaction *database*; it comes back with its id. Raises StaleRevision."""
    entry, seen = revision.entry, revision.number - 1
    now = newest_number(database, entry.id)
    if now != seen:
        raise StaleRevision(entry.id, seen, now)
    verified = {fingerprint(citation) for fact in entry.facts for citation in fact.citations if citation.verified}
    row = {
        "entry": entry.id,
        "number": revision.number,
        "content": to_yaml(entry),
        "verified": json.dumps(sorted(verified)),
        "by_platform": revision.by and revision.by.platform,
        "by_person": revision.by and revision.by.id,
        "at": stored(revision.at),
        "why": revision.why,
        "proposal": revision.proposal,
    }
    names = ", ".join(row)
    statement = f"INSERT INTO revisions ({names}) VALUES ({', '.join('?' * len(row))}) RETURNING *"  # noqa: S608 - our own names
    made = list(database.query(statement, tuple(row.values())))
    return _revision(made[0])


def _revision(row: Mapping[str, Any]) -> Revision:
    by = Person(row["by_platform"], row["by_person"]) if row["by_platform"] else None
    entry = mark_verified(read_text(row["content"]), json.loads(row["verified"]))
    return Revision(row["id"], row["number"], entry, by, moment_of(row["at"]), row["why"], row["proposal"])
