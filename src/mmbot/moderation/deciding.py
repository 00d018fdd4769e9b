"""What becomes of a proposal: approved, rejected, postponed, withdrawn; edited or carried over to a newer revision before that.

Every function checks who may; each decision has happened for good and whole when it returns.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from mmbot.model import Entry, Visitor
from mmbot.moderation import refusal_texts as texts
from mmbot.moderation.applying import apply
from mmbot.moderation.checks import check_entry, stamped
from mmbot.moderation.handing_in import WAITING
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.proposals import AlreadyDecided, Draft, Proposal, Revision, StaleRevision
from mmbot.moderation.refusals import Changed, Flawed, NoSuchProposal, OwnProposal, ReasonMissing, Refusal
from mmbot.moderation.roles import moderates_alone, require

KIND_NAMES = {
    "entry": "yeni madde", "fact": "yeni bilgi", "change": "düzeltme", "phrasing": "soru biçimi", "dispute": "ihtilaf",
    "deprecation": "kaynak yanlışı", "undo": "geri alma",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Approved:
    """An approval: the proposal as it was, the revision that it made, the entry before it."""

    proposal: Proposal
    revision: Revision
    before: Entry | None


@dataclass(frozen=True, slots=True)
class Ready:
    """What an approval would do: the entry *before* and *after* it. Nothing has happened yet."""

    proposal: Proposal
    before: Entry | None
    after: Entry


def mark(proposal: Proposal) -> str:
    """Eight letters that change when what is proposed does: a button carries them, so that nobody approves what he has not seen."""
    draft = proposal.draft
    cited = [(c.source, c.page, c.note, c.evidence) for c in draft.citations]
    said = repr((draft.kind, draft.entry, draft.fact, sorted(draft.fields.items()), cited, draft.reason, proposal.revision))
    return hashlib.blake2b(said.encode(), digest_size=4).hexdigest()


def find(moderation: Moderation, number: int) -> Proposal:
    """The proposal with *number*. Raises NoSuchProposal."""
    found = moderation.records.proposals.get(number)
    if found is None:
        raise NoSuchProposal(number)
    return found


def ready(moderation: Moderation, number: int, visitor: Visitor, seen: str = "") -> Ready:
    """Whether *visitor* may approve the proposal now, and what that would do; *seen* is the mark of what he has looked at.

    Raises NotAllowed, NoSuchProposal, AlreadyDecided, Changed, OwnProposal, StaleRevision, CannotApply, Flawed.
    """
    moderation.living.catch_up()
    proposal = _undecided(moderation, number, visitor, seen)
    if is_for_others(moderation, proposal, visitor):
        raise OwnProposal(proposal)
    entry = proposal.draft.entry
    now = moderation.living.number(entry)
    if now != proposal.revision:
        raise StaleRevision(entry, proposal.revision, now)
    before = moderation.living.entry(entry)
    after = apply(proposal.draft, before)
    checks = check_entry(after, moderation.library, moderation.articles)
    if not checks.fine:
        raise Flawed(checks.flaws)
    return Ready(proposal, before, stamped(before, after, checks))


def is_for_others(moderation: Moderation, proposal: Proposal, visitor: Visitor) -> bool:
    """Whether somebody else has to approve it: it is *visitor*'s own, by any of his accounts, and he does not moderate alone."""
    accounts = moderation.records.accounts
    return proposal.by in accounts.linked(visitor.person) and not moderates_alone(visitor, moderation.policy, accounts)


def approve(moderation: Moderation, number: int, visitor: Visitor, now: datetime, seen: str = "") -> Approved:
    """Approve it; it is live when ``moderation.living.catch_up()`` was called next. Raises what :func:`ready` raises."""
    return carry_out(moderation, ready(moderation, number, visitor, seen), visitor, now)


def carry_out(moderation: Moderation, made: Ready, visitor: Visitor, now: datetime) -> Approved:
    """Do what is :func:`ready`. Raises AlreadyDecided or StaleRevision where somebody was quicker; then nothing has changed."""
    proposal, seen = made.proposal, made.proposal.revision
    why = proposal.draft.reason or f"{KIND_NAMES[proposal.draft.kind]}."
    revision = moderation.records.proposals.approve(proposal.id, made.after, seen, visitor.person, now, why)
    return Approved(proposal, revision, made.before)


def reject(moderation: Moderation, number: int, visitor: Visitor, now: datetime, reason: str, seen: str = "") -> Proposal:
    """Reject it. Raises ReasonMissing, NotAllowed, NoSuchProposal, AlreadyDecided, Changed."""
    _undecided(moderation, number, visitor, seen)
    if not reason.strip():
        raise ReasonMissing
    return moderation.records.proposals.decide(number, "rejected", visitor.person, now, reason.strip())


def postpone(moderation: Moderation, number: int, visitor: Visitor, now: datetime, note: str = "") -> Proposal:
    """Put it at the end of the queue. Raises NotAllowed, NoSuchProposal, AlreadyDecided."""
    _undecided(moderation, number, visitor)
    return moderation.records.proposals.decide(number, "postponed", visitor.person, now, note.strip())


def withdraw(moderation: Moderation, number: int, visitor: Visitor, now: datetime) -> Proposal:
    """The proposer takes it back. Raises Refusal for anybody else, NoSuchProposal, AlreadyDecided."""
    require(visitor, "proposer", moderation.policy, moderation.records.accounts)
    proposal = find(moderation, number)
    if proposal.by is None or proposal.by not in moderation.records.accounts.linked(visitor.person):
        raise Refusal(texts.NOT_YOURS)
    if proposal.state not in WAITING:
        raise AlreadyDecided(proposal)
    return moderation.records.proposals.decide(number, "withdrawn", visitor.person, now, "")


def amend(moderation: Moderation, number: int, draft: Draft, visitor: Visitor, seen: str = "") -> Proposal:
    """A moderator edits what it says; it rests on the newest revision then. Raises CannotApply and what :func:`reject` raises."""
    moderation.living.catch_up()
    _undecided(moderation, number, visitor, seen)
    apply(draft, moderation.living.entry(draft.entry))
    return moderation.records.proposals.amend(number, draft, moderation.living.number(draft.entry))


def rebase(moderation: Moderation, number: int, visitor: Visitor, seen: str = "") -> Proposal:
    """Carry it over to the newest revision of its entry, where it still applies. Raises CannotApply and what :func:`reject` raises."""
    return amend(moderation, number, find(moderation, number).draft, visitor, seen)


def _undecided(moderation: Moderation, number: int, visitor: Visitor, seen: str = "") -> Proposal:
    require(visitor, "moderator", moderation.policy, moderation.records.accounts)
    proposal = find(moderation, number)
    if proposal.state not in WAITING:
        raise AlreadyDecided(proposal)
    if seen and seen != mark(proposal):
        raise Changed(proposal)
    return proposal
