"""What moderation needs written down, as ports. Each method has happened for good, and whole, when it returns."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from mmbot.model import Entry, Language, Person
from mmbot.moderation.proposals import Draft, Proposal, Revision, Role, State


class Revisions(Protocol):
    """Every state that an entry has had in this database. An entry without revisions is as the files have it.

    A state without facts is that of an entry whose making was undone: it is not live, and export leaves it out.
    """

    def latest(self) -> dict[str, Revision]:
        """The newest revision of every entry that has one, by entry id."""

    def since(self, revision: int) -> list[Revision]:
        """All with a greater id, in order: what another process has done in the meantime."""

    def of(self, entry: str) -> list[Revision]:
        """The revisions of *entry*, newest first."""

    def number(self, entry: str) -> int:
        """The number of its newest revision; 0 where it has none."""

    def append(self, entry: Entry, seen: int, by: Person | None, at: datetime, why: str) -> Revision:
        """A new state of *entry*, on top of the revision number *seen*. Raises StaleRevision where another one is there now."""


class Proposals(Protocol):
    """What was handed in."""

    def add(
        self, draft: Draft, revision: int, by: Person, at: datetime, misses: Sequence[int] = (), language: Language = "tr"
    ) -> Proposal:
        """Hand in *draft*; *language* is that in which *by* reads what becomes of it."""

    def get(self, proposal: int) -> Proposal | None:
        """One of them."""

    def queue(self) -> list[Proposal]:
        """Those that wait for a decision: open ones, oldest first, then postponed ones."""

    def by(self, person: Person) -> list[Proposal]:
        """Those of *person*, newest first."""

    def approve(self, proposal: int, entry: Entry, seen: int, by: Person, at: datetime, why: str) -> Revision:
        """In one transaction: the proposal is approved and *entry* becomes the newest revision, on top of the number *seen*.

        Raises AlreadyDecided or StaleRevision, and then nothing has changed.
        """

    def decide(self, proposal: int, state: State, by: Person, at: datetime, note: str) -> Proposal:
        """Reject, postpone or withdraw it, with the reason. Raises AlreadyDecided."""

    def amend(self, proposal: int, draft: Draft, revision: int) -> Proposal:
        """Replace what an undecided proposal says (edit, then approve). Raises AlreadyDecided."""


class Accounts(Protocol):
    """Who is who: roles given in chat, and two accounts of one person."""

    def role(self, person: Person) -> Role | None:
        """The role that was given to *person* in chat; None where none was."""

    def given(self) -> dict[Person, Role]:
        """Every role that was given in chat."""

    def give(self, person: Person, role: Role | None, by: Person, at: datetime) -> None:
        """Give *person* a role, or take it with None; who did it is noted."""

    def new_code(self, person: Person, purpose: str, at: datetime) -> str:
        """A code that only *person* is shown, for *purpose* (link, web); valid ten minutes, once."""

    def redeem(self, code: str, purpose: str, at: datetime) -> Person | None:
        """Who was shown *code*; None where it is wrong, used or too old."""

    def link(self, one: Person, other: Person) -> None:
        """Both accounts are one human being's: what one may, the other may."""

    def linked(self, person: Person) -> tuple[Person, ...]:
        """*person* and the accounts linked with him, himself first."""

    def unlink(self, person: Person) -> bool:
        """Loosen the link; False where there was none."""


class ModerationRecords(Protocol):
    """All of it; the same object keeps the desk's records."""

    revisions: Revisions
    proposals: Proposals
    accounts: Accounts

    def together(self) -> AbstractContextManager[None]:
        """Whatever this thread writes inside – here and to the desk's records – has happened when it ends, or none of it when it raises.

        An approval, the settling of the questions that it answers and the letters about it are one thing: no kill may part them.
        """
