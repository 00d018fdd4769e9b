"""What an entry has been: who changed what, when and why; and back to an earlier state, as a new revision."""

from dataclasses import dataclass, replace
from datetime import datetime

from mmbot.knowledge.faults import Flaw
from mmbot.model import Entry, Person, Visitor
from mmbot.moderation import refusal_texts as texts
from mmbot.moderation.checks import check_entry
from mmbot.moderation.differences import Difference, differences
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.proposals import Revision, StaleRevision
from mmbot.moderation.refusals import Flawed, NoSuchThing, Refusal
from mmbot.moderation.roles import require


@dataclass(frozen=True, slots=True)
class Step:
    """A revision, what it has changed, and who had proposed that; None where nobody had, or he has had himself forgotten."""

    revision: Revision
    differences: tuple[Difference, ...]
    proposer: Person | None = None


def history(moderation: Moderation, entry: str, fact: str = "") -> list[Step]:
    """The steps of *entry*, newest first; with *fact* (an id) those that touched it."""
    revisions = moderation.records.revisions.of(entry)
    base = moderation.living.base(entry)
    if not revisions:
        return []
    older = [*(revision.entry for revision in revisions[1:]), base]
    steps = [
        Step(one, differences(before, one.entry), _proposer(moderation, one)) for one, before in zip(revisions, older, strict=True)
    ]
    return [step for step in steps if not fact or any(difference.fact == fact for difference in step.differences)]


def _proposer(moderation: Moderation, revision: Revision) -> Person | None:
    proposal = moderation.records.proposals.get(revision.proposal) if revision.proposal else None
    return proposal.by if proposal else None


def content(moderation: Moderation, entry: str, number: int) -> Entry | None:
    """The state of *entry* in its revision *number*; 0 is as the files have it. Raises NoSuchThing."""
    if number == 0:
        return moderation.living.base(entry)
    for revision in moderation.records.revisions.of(entry):
        if revision.number == number:
            return revision.entry
    raise NoSuchThing(texts.NO_REVISION.format(entry=entry, number=number))


def undo(moderation: Moderation, entry: str, visitor: Visitor, now: datetime, *, seen: int, to: int | None = None) -> Revision:
    """Back to the revision *to* – the one before the newest unless given –, as a new one on top of the number *seen*.

    An entry whose making is undone has no facts from then on: it is not live, and nothing of it is lost.
    Raises NotAllowed, NoSuchThing, StaleRevision, Refusal where nothing would change, Flawed where others lean on what would go.
    """
    require(visitor, "moderator", moderation.policy, moderation.records.accounts)
    moderation.living.catch_up()
    number, current = moderation.living.number(entry), moderation.living.entry(entry)
    if number == 0 or current is None:
        raise NoSuchThing(texts.NOTHING_TO_UNDO.format(entry=entry))
    if seen != number:
        raise StaleRevision(entry, seen, number)
    target = number - 1 if to is None else to
    former = content(moderation, entry, target) or replace(current, facts=())
    if former == current:
        raise Refusal(texts.IS_SO_ALREADY.format(title=current.title, number=target))
    broken = [flaw for flaw in check_entry(former, moderation.library, None).flaws if _breaks(flaw, entry)]
    if broken:
        raise Flawed(broken)
    why = f"{number}. sürüm geri alındı." if to is None or to == number - 1 else f"{target}. sürüme dönüldü."
    return moderation.records.revisions.append(former, seen, visitor.person, now, why)


def _breaks(flaw: Flaw, entry: str) -> bool:
    """Whether *flaw* is more than what the former state of *entry* had wrong itself: something elsewhere leans on it, or it on what is gone."""
    return flaw.name.partition("/")[0] != entry or flaw.field in {"people", "places", "about", "disputes", "aliases"}
