"""What is proposed, and what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from mmbot.model import Citation, Entry, Language, Person
from mmbot.moderation import refusal_texts as texts
from mmbot.texts import spoken

# entry: a new entry with its definition. fact: a new fact. change: other fields of a fact. phrasing: one more question for it.
# dispute: a fact that says otherwise than another. deprecation: a fact is declared a slip of its source. undo: back to an earlier revision.
Kind = Literal["entry", "fact", "change", "phrasing", "dispute", "deprecation", "undo"]
State = Literal["open", "approved", "rejected", "postponed", "withdrawn"]
Role = Literal["reader", "proposer", "moderator", "administrator"]

NEW = 0  # the revision of an entry that does not exist yet


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody proposes: *kind*, for which *entry* and *fact* (an id; new or existing), with which fields.

    *fields* are texts by the names that the files use: ``says``, ``answers``, ``date``, ``questions``, ``rank``, ``reason``, ``disputes``,
    ``title``, ``kind``, ``aliases`` …; only those that change. Lists are written a thing a line, dates in EDTF, a number as “71 gün”,
    an editor's note as ``note_says``, ``note_reference``, ``note_date``. *citations* are those of what is new; in a change they take
    the place of the old ones. *reason* says why. In a dispute *fact* is the standing one, and the field ``preferred`` is ``new`` where
    the new one is to lead.
    """

    kind: Kind
    entry: str
    fact: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    citations: tuple[Citation, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft that was handed in. *revision* is that of the entry which the proposer saw (NEW where there was none)."""

    id: int
    draft: Draft
    revision: int
    by: Person | None  # None: he has had himself forgotten
    at: datetime
    state: State = "open"
    decided_by: Person | None = None
    decided_at: datetime | None = None
    note: str = ""  # why it was rejected or postponed
    misses: tuple[int, ...] = ()  # unanswered questions that it answers
    language: Language = "tr"  # in which the proposer reads what becomes of it


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of an entry: its whole content, who made it, when and why. Revisions are only ever added."""

    id: int  # counts through all entries, in the order in which they were made
    number: int  # counts within the entry, from 1
    entry: Entry
    by: Person | None
    at: datetime
    why: str
    proposal: int | None = None


class StaleRevision(Exception):
    """The entry has changed since; *seen* and *now* are the numbers of the revisions."""

    def __init__(self, entry: str, seen: int, now: int) -> None:
        super().__init__(texts.STALE.format(entry=entry, seen=seen, now=now))
        self.entry, self.seen, self.now = entry, seen, now

    def to(self, language: Language) -> str:
        """What is said to somebody who speaks *language*."""
        return spoken(self.args[0], language)


class AlreadyDecided(Exception):
    """Somebody else was quicker; *proposal* tells what he decided."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(f"{proposal.id}. öneriye bu arada karar verilmiş: {proposal.state}.")
        self.proposal = proposal
