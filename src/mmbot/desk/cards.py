"""A proposal's card, in paragraphs: who, why, what it would look like, what differs, what the checks say, which answers would change."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mmbot.desk import reviewing_texts as texts
from mmbot.desk.desk import Desk
from mmbot.desk.permission_texts import STATES, age, already_decided, who
from mmbot.desk.proposing_texts import KINDS
from mmbot.model import Citation, Visitor
from mmbot.moderation.differences import Difference, as_lines
from mmbot.moderation.golden import Changed
from mmbot.moderation.handing_in import WAITING
from mmbot.moderation.proposals import Proposal
from mmbot.moderation.refusals import told
from mmbot.moderation.reviewing import Card
from mmbot.rendering import Block
from mmbot.texts import spoken

MOST_LINES = 40  # of differences
MOST_GOLDEN = 6
GOLDEN_ASKED = 120  # questions that are asked of both; each takes some milliseconds
_ANSWER = 160  # characters of an answer that are shown


def card_blocks(desk: Desk, card: Card, visitor: Visitor, *, own: bool = False) -> tuple[Block, ...]:
    """All about a proposal; *own*: it is the visitor's, and why he cannot approve it is said last."""
    waits = own and card.proposal.state in WAITING
    return (*_blocks(desk, card, visitor), *((Block("note", texts.OWN.to(visitor.language)),) if waits else ()))


def golden_block(found: Sequence[Changed], visitor: Visitor) -> Block:
    """The questions whose answer would change."""
    return Block("hint", "\n".join(_golden(found, visitor)))


def kind_name(proposal: Proposal, visitor: Visitor) -> str:
    """What kind of proposal it is, for people."""
    return KINDS[proposal.draft.kind].to(visitor.language)


def difference_lines(found: Sequence[Difference], visitor: Visitor) -> str:
    """Differences as text, no more than fit."""
    lines = as_lines(found)
    rest = len(lines) - MOST_LINES
    return "\n".join([*lines[:MOST_LINES], *([texts.CUT.to(visitor.language, count=rest)] if rest > 0 else [])])


def _blocks(desk: Desk, card: Card, visitor: Visitor) -> Iterator[Block]:
    language, proposal = visitor.language, card.proposal
    yield Block("heading", texts.HEADING.to(language, number=proposal.id, kind=kind_name(proposal, visitor), title=card.title))
    waited = age(desk.clock() - proposal.at, language)
    # Who it was is nobody's business in a group.
    named = visitor.private or visitor.person.platform == "discord"
    by = texts.BY.to(language, who=who(proposal.by, language, desk.names), age=waited)
    yield Block("hint", by if named else texts.BY_NOBODY.to(language, age=waited))
    if proposal.state not in {"open", "postponed"}:
        yield Block("note", already_decided(proposal, desk.zone, language, desk.names))
    elif proposal.note:
        yield Block("note", f"{STATES[proposal.state].to(language)}: {proposal.note}")
    if proposal.draft.reason:
        yield Block("hint", texts.WHY.to(language, reason=proposal.draft.reason))
    if card.stale:
        changed = difference_lines(card.stale.meanwhile, visitor)
        yield Block("note", f"{texts.STALE.to(language, seen=card.stale.seen, now=card.stale.now)}\n{changed}")
    if card.refusal:
        yield Block("note", texts.NOT_APPLICABLE.to(language, why=card.refusal))
        return
    yield from _content(card, visitor)


def _content(card: Card, visitor: Visitor) -> Iterator[Block]:
    yield Block("hint", texts.PREVIEW.to(visitor.language))
    for preview in card.previews:
        yield from preview.blocks
    yield Block("hint", f"{texts.DIFFERENCES.to(visitor.language)}\n{difference_lines(card.differences, visitor)}")
    yield Block("hint", "\n".join(_checks(card, visitor)))


def _checks(card: Card, visitor: Visitor) -> Iterator[str]:
    language, checks = visitor.language, card.checks
    yield texts.CHECKS.to(language)
    yield from (f"✖ {spoken(told(flaw), language)}" for flaw in checks.flaws)
    if checks.fine:
        yield texts.FINE.to(language)
    if checks.found:
        yield texts.FOUND.to(language, where=_where(checks.found))
    if checks.unseen:
        yield texts.UNSEEN.to(language, where=_where(checks.unseen))


def _where(citations: Sequence[Citation]) -> str:
    return "; ".join(
        f"{one.source} {one.page}" for one in dict.fromkeys(replace(c, evidence=(), verified=False, note="") for c in citations)
    )


def _golden(found: Sequence[Changed], visitor: Visitor) -> Iterator[str]:
    language = visitor.language
    others = [one for one in found if not one.reworded]
    if not found:
        yield texts.GOLDEN_NONE.to(language)
        return
    yield texts.GOLDEN.to(language, count=len(found))
    for one in others[:MOST_GOLDEN]:
        yield texts.GOLDEN_LINE.to(language, question=one.question, before=_short(one.before), after=_short(one.after))
    if len(others) > MOST_GOLDEN:
        yield texts.CUT.to(language, count=len(others) - MOST_GOLDEN)
    if len(found) > len(others):
        yield texts.REWORDED.to(language, count=len(found) - len(others))


def _short(answer: str) -> str:
    line = " ".join(answer.split())
    return line if len(line) <= _ANSWER else f"{line[:_ANSWER].rstrip()}…"
