"""A draft is handed in: who may, how many, what it repeats, what it contradicts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mmbot.knowledge.contradictions import differs
from mmbot.model import Entry, Fact, Visitor
from mmbot.moderation import refusal_texts as texts
from mmbot.moderation.applying import apply
from mmbot.moderation.checks import Checks, changed_facts, check_entry, contradicting
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.proposals import Draft, Proposal
from mmbot.moderation.refusals import TooMany
from mmbot.moderation.roles import may, require

MOST_OPEN = 5
MOST_A_DAY = 10
DAY = timedelta(days=1)
WAITING = frozenset({"open", "postponed"})


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The *proposal*, its *entry* as it would be, what the checks say; *disputes*: the fact that it contradicts, so that it became a dispute."""

    proposal: Proposal
    entry: Entry
    checks: Checks
    disputes: Fact | None = None


def becomes_dispute(moderation: Moderation, draft: Draft) -> bool:
    """Whether *draft* would be handed in as a dispute, for it contradicts a standing fact. Raises CannotApply."""
    return _contradicted(moderation, draft, moderation.living.entry(draft.entry)) is not None


def foreseen(moderation: Moderation, draft: Draft) -> Checks:
    """What the checks would say of *draft*, were it handed in. Raises CannotApply."""
    entry = moderation.living.entry(draft.entry)
    disputed = _contradicted(moderation, draft, entry)
    return check_entry(apply(_as_dispute(draft, *disputed) if disputed else draft, entry), moderation.library, moderation.articles)


def hand_in(moderation: Moderation, draft: Draft, visitor: Visitor, now: datetime, misses: Sequence[int] = ()) -> HandedIn:
    """Hand *draft* in for a second pair of eyes; *misses* are unanswered questions that it answers.

    What contradicts a standing fact becomes a dispute and never overwrites it. Raises NotAllowed, TooMany, CannotApply.
    """
    role = require(visitor, "proposer", moderation.policy, moderation.records.accounts)
    if not may(role, "moderator"):
        _demand_moderation(moderation, visitor, now)
    moderation.living.catch_up()
    entry = moderation.living.entry(draft.entry)
    disputed = _contradicted(moderation, draft, entry)
    if disputed:
        draft = _as_dispute(draft, *disputed)
    after = apply(draft, entry)
    checks = check_entry(after, moderation.library, moderation.articles)
    number = moderation.living.number(draft.entry)
    proposal = moderation.records.proposals.add(draft, number, visitor.person, now, misses, visitor.language)
    return HandedIn(proposal, after, checks, disputed[0] if disputed else None)


def _demand_moderation(moderation: Moderation, visitor: Visitor, now: datetime) -> None:
    people = moderation.records.accounts.linked(visitor.person)
    his = [proposal for person in people for proposal in moderation.records.proposals.by(person)]
    waiting = sum(proposal.state in WAITING for proposal in his)
    if waiting >= MOST_OPEN:
        raise TooMany(texts.TOO_MANY_OPEN.format(count=waiting, most=MOST_OPEN))
    of_today = sum(proposal.at > now - DAY for proposal in his)
    if of_today >= MOST_A_DAY:
        raise TooMany(texts.TOO_MANY_TODAY.format(count=of_today, most=MOST_A_DAY))


def _contradicted(moderation: Moderation, draft: Draft, entry: Entry | None) -> tuple[Fact, str, Fact] | None:
    """The standing fact that *draft* contradicts, wherein, and the fact that does; None where none is, or where that is meant.

    A change to another date or number is a correction where it rests on the very page that the fact has cited; from elsewhere, it is
    what another source says, and contradicts.
    """
    if entry is None or draft.kind not in {"fact", "change"} or (draft.kind == "change" and not draft.fact):
        return None
    (new,) = changed_facts(entry, apply(draft, entry))
    if draft.kind == "fact":
        found = contradicting(moderation.library, new)
        return (*found[0], new) if found else None
    old = next(fact for fact in entry.facts if fact.id == draft.fact)
    pages = {(citation.source, citation.page) for citation in old.citations}
    elsewhere = not any((citation.source, citation.page) in pages for citation in new.citations)
    what = differs(old, new)
    return (old, what, new) if what and elsewhere else None


def _as_dispute(draft: Draft, standing: Fact, what: str, new: Fact) -> Draft:
    fields = {"says": new.says, "answers": "\n".join(new.answers)} | {
        name: draft.fields[name] for name in ("date", "number") if draft.fields.get(name)
    }
    reason = draft.reason or f"Kaynaklar ayrılıyor: {what}."
    return replace(draft, kind="dispute", fact=standing.id, fields=fields, citations=new.citations, reason=reason)
