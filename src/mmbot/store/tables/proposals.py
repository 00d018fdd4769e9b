"""What people propose, and what became of it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import Any

from mmbot.model import Citation, Entry, Language, Person
from mmbot.moderation.proposals import AlreadyDecided, Draft, Proposal, Revision, State
from mmbot.store.tables.concern import Concern
from mmbot.store.tables.database import Database
from mmbot.store.tables.moments import moment_of, stored
from mmbot.store.tables.revisions import add_revision

_WAITING = ("open", "postponed")


class StoredProposals(Concern):
    """See the port. Raises KeyError where there is no proposal with that number."""

    def add(
        self, draft: Draft, revision: int, by: Person, at: datetime, misses: Sequence[int] = (), language: Language = "tr"
    ) -> Proposal:
        """It is open."""
        values = (_written(draft), revision, by.platform, by.id, stored(at), json.dumps(list(misses)), language)
        columns = "draft, revision, by_platform, by_person, at, misses, language"
        with self._connection.writing() as database:
            rows = list(database.query(f"INSERT INTO proposals ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING *", values))  # noqa: S608
            return _proposal(rows[0])

    def get(self, proposal: int) -> Proposal | None:
        """None where there is no such number."""
        with self._connection.reading() as database:
            return next(_found(database, "WHERE id = ?", proposal), None)

    def queue(self) -> list[Proposal]:
        """Open ones first."""
        with self._connection.reading() as database:
            return list(_found(database, "WHERE state IN ('open', 'postponed') ORDER BY state, id"))

    def by(self, person: Person) -> list[Proposal]:
        """Whatever became of them."""
        with self._connection.reading() as database:
            return list(_found(database, "WHERE by_platform = ? AND by_person = ? ORDER BY id DESC", person.platform, person.id))

    def approve(self, proposal: int, entry: Entry, seen: int, by: Person, at: datetime, why: str) -> Revision:
        """Both or neither."""
        with self._undecided(proposal) as database:
            _decide(database, proposal, "approved", by, at)
            return add_revision(database, Revision(0, seen + 1, entry, by, at, why, proposal))

    def decide(self, proposal: int, state: State, by: Person, at: datetime, note: str) -> Proposal:
        """A postponed one may be decided later. Raises ValueError for an approval, which needs a revision."""
        if state in ("approved", "open"):
            raise ValueError(f"{state!r} is no decision without a revision")
        with self._undecided(proposal) as database:
            _decide(database, proposal, state, by, at, note)
            return next(_found(database, "WHERE id = ?", proposal))

    def amend(self, proposal: int, draft: Draft, revision: int) -> Proposal:
        """It waits as before."""
        with self._undecided(proposal) as database:
            database.execute("UPDATE proposals SET draft = ?, revision = ? WHERE id = ?", (_written(draft), revision, proposal))
            return next(_found(database, "WHERE id = ?", proposal))

    @contextmanager
    def _undecided(self, proposal: int) -> Iterator[Database]:
        """The database in a transaction in which nobody else decides *proposal*. Raises AlreadyDecided."""
        with self._connection.writing() as database:
            found = next(_found(database, "WHERE id = ?", proposal), None)
            if found is None:
                raise KeyError(proposal)
            if found.state not in _WAITING:
                raise AlreadyDecided(found)
            yield database

    def about_person(self, database: Database, person: Person) -> Mapping[str, Sequence[str]]:
        """What he proposed and what he decided."""
        own = _found(database, "WHERE by_platform = ? AND by_person = ? ORDER BY id", person.platform, person.id)
        decided = _found(database, "WHERE decided_platform = ? AND decided_person = ? ORDER BY id", person.platform, person.id)
        return {
            "proposals": [f"{each.id} {each.draft.entry}/{each.draft.fact} ({each.state}): {_said(each.draft)}" for each in own],
            "decisions": [f"{each.id} {each.state}: {each.note}" for each in decided],
        }

    def forget_person(self, database: Database, person: Person) -> int:
        """What was proposed and decided stays, without him."""
        count = 0
        for platform, id_ in (("by_platform", "by_person"), ("decided_platform", "decided_person")):
            statement = f"UPDATE proposals SET {platform} = NULL, {id_} = NULL WHERE {platform} = ? AND {id_} = ?"  # noqa: S608
            count += database.execute(statement, (person.platform, person.id)).rowcount
        return count


def _decide(database: Database, proposal: int, state: State, by: Person, at: datetime, note: str = "") -> None:
    statement = "UPDATE proposals SET state = ?, decided_platform = ?, decided_person = ?, decided_at = ?, note = ? WHERE id = ?"
    database.execute(statement, (state, by.platform, by.id, stored(at), note, proposal))


def _found(database: Database, where: str, *values: object) -> Iterator[Proposal]:
    rows = list(database.query(f"SELECT * FROM proposals {where}", values))  # noqa: S608 - our own constants
    return map(_proposal, rows)


def _proposal(row: Mapping[str, Any]) -> Proposal:
    return Proposal(
        row["id"],
        _read(row["draft"]),
        row["revision"],
        Person(row["by_platform"], row["by_person"]) if row["by_person"] else None,
        moment_of(row["at"]),
        row["state"],
        Person(row["decided_platform"], row["decided_person"]) if row["decided_person"] else None,
        moment_of(row["decided_at"]) if row["decided_at"] else None,
        row["note"],
        tuple(json.loads(row["misses"])),
        row["language"],
    )


def _written(draft: Draft) -> str:
    values = {
        "kind": draft.kind,
        "entry": draft.entry,
        "fact": draft.fact,
        "fields": dict(draft.fields),
        "citations": [asdict(citation) for citation in draft.citations],
        "reason": draft.reason,
    }
    return json.dumps(values, ensure_ascii=False)


def _read(text: str) -> Draft:
    values = json.loads(text)
    values["citations"] = tuple(Citation(**{**each, "evidence": tuple(each["evidence"])}) for each in values["citations"])
    return Draft(**values)


def _said(draft: Draft) -> str:
    return "; ".join((*(f"{name}={value}" for name, value in draft.fields.items()), draft.reason))
