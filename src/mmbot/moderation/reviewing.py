"""What a moderator looks at before deciding: the queue, and a card for each proposal."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mmbot.knowledge.library import Library
from mmbot.model import Answered, Entry, Fact, Language
from mmbot.moderation.applying import apply
from mmbot.moderation.checks import Checks, changed_facts, check_entry, stamped
from mmbot.moderation.deciding import find, mark
from mmbot.moderation.differences import Difference, differences
from mmbot.moderation.golden import Changed, Knowledge, changed, questions_about
from mmbot.moderation.history import content
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.proposals import Proposal
from mmbot.moderation.refusals import CannotApply
from mmbot.rendering import Block, blocks

MOST_PREVIEWS = 3


@dataclass(frozen=True, slots=True)
class Queued:
    """A proposal in the queue: the *title* of what it is about, and how long it has waited."""

    proposal: Proposal
    title: str
    age: timedelta


@dataclass(frozen=True, slots=True)
class Preview:
    """A fact as a chat will show it."""

    fact: Fact
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Stale:
    """The entry has changed since the proposal was made: the numbers of the revisions, and what was changed *meanwhile*."""

    seen: int
    now: int
    meanwhile: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """All about one proposal. *mark* goes with every decision; *after* is None, and *refusal* says why, where it cannot be applied (any more)."""

    proposal: Proposal
    mark: str
    title: str
    before: Entry | None
    after: Entry | None = None
    refusal: str = ""
    differences: tuple[Difference, ...] = ()
    checks: Checks = field(default_factory=Checks)
    previews: tuple[Preview, ...] = ()
    stale: Stale | None = None


def queue(moderation: Moderation, now: datetime) -> list[Queued]:
    """What waits for a decision: open ones, oldest first, then postponed ones."""
    moderation.living.catch_up()
    return [Queued(one, title_of(moderation, one), now - one.at) for one in moderation.records.proposals.queue()]


def following(moderation: Moderation, number: int) -> Proposal | None:
    """The one behind the proposal *number* in the queue, the first where that is the last or gone; None where no other waits."""
    waiting = moderation.records.proposals.queue()
    ids = [proposal.id for proposal in waiting]
    place = ids.index(number) + 1 if number in ids else 0
    others = [*waiting[place:], *waiting[:place]]
    return next((proposal for proposal in others if proposal.id != number), None)


def title_of(moderation: Moderation, proposal: Proposal) -> str:
    """What *proposal* is about, for people."""
    entry = moderation.living.entry(proposal.draft.entry)
    return entry.title if entry else proposal.draft.fields.get("title", proposal.draft.entry)


def card(moderation: Moderation, number: int, language: Language = "tr") -> Card:
    """The card of a proposal, decided or not. Raises NoSuchProposal."""
    moderation.living.catch_up()
    proposal = find(moderation, number)
    before = moderation.living.entry(proposal.draft.entry)
    title, seal = title_of(moderation, proposal), mark(proposal)
    stale = _stale(moderation, proposal, before)
    try:
        after = apply(proposal.draft, before)
    except CannotApply as error:
        return Card(proposal, seal, title, before, refusal=error.to(language), stale=stale)
    checks = check_entry(after, moderation.library, moderation.articles)
    after = stamped(before, after, checks)
    shown = tuple(_previews(_trial_library(moderation, after), before, after, language))
    return Card(proposal, seal, title, before, after, "", differences(before, after), checks, shown, stale)


def golden_changes(moderation: Moderation, shown: Card, most: int) -> list[Changed]:
    """Which questions – of its facts, of facts that lean on them, of the golden set, *most* at most – would be answered otherwise.

    It asks all of them of both: it takes its time, and is for a thread that answers nobody.
    """
    after = shown.after
    if after is None:
        return []
    now = moderation.living.now()
    return moderation.foreseen.work_out(now[0], after, most, lambda: _golden_changes(moderation, now, shown.before, after, most))


def golden_known(moderation: Moderation, shown: Card, most: int) -> list[Changed] | None:
    """The same where it was worked out before, else None: this takes no time."""
    return moderation.foreseen.known(moderation.living.library, shown.after, most) if shown.after else []


def _golden_changes(moderation: Moderation, now: Knowledge, before: Entry | None, after: Entry, most: int) -> list[Changed]:
    questions = questions_about(now[0], after, moderation.golden)
    # Those of what changes come first: there is most to see.
    touched = {question for fact in changed_facts(before, after) for question in fact.questions}
    questions.sort(key=lambda question: question not in touched)
    return changed(now, moderation.living.trial(after), questions[:most], moderation.foreseen.standing(now[0]))


def _stale(moderation: Moderation, proposal: Proposal, before: Entry | None) -> Stale | None:
    now = moderation.living.number(proposal.draft.entry)
    if now == proposal.revision or before is None or proposal.state not in {"open", "postponed"}:
        return None
    seen = content(moderation, proposal.draft.entry, proposal.revision)
    return Stale(proposal.revision, now, differences(seen, before))


def _trial_library(moderation: Moderation, entry: Entry) -> Library:
    """What a preview needs of the knowledge as it would be; no index."""
    library = moderation.library
    return Library(dict(library.entries) | {entry.id: entry}, library.sources)


def _previews(trial: Library, before: Entry | None, after: Entry, language: Language) -> Iterator[Preview]:
    new = changed_facts(before, after) or after.facts[:1]
    new = tuple(sorted(new, key=lambda fact: fact.id in {old.id for old in before.facts} if before else False))
    # Nobody is told what disputes a fact without the fact that leads: what comes of it stands in one answer.
    told = {leading.name: leading for fact in new if (leading := trial.facts.get(fact.disputes or "", fact))}
    for fact in list(told.values())[:MOST_PREVIEWS]:
        yield Preview(fact, blocks(trial, Answered((fact,), trial.siblings(fact)), language))
