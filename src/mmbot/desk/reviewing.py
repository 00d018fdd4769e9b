"""“/inceleme”: the queue, a card for each proposal, and what a moderator can do with it."""

from collections.abc import Mapping
from dataclasses import replace

from mmbot.desk import permission_texts, verdicts
from mmbot.desk import reviewing_texts as texts
from mmbot.desk.cards import GOLDEN_ASKED, card_blocks, golden_block, kind_name
from mmbot.desk.desk import Desk, FormService
from mmbot.desk.permission import for_role, guarded_form, moderation_of, refused
from mmbot.desk.permission_texts import STATES, age
from mmbot.desk.presses import number_in, pressed, shortened, token
from mmbot.desk.proposal_forms import again, proposal_form
from mmbot.desk.reply import Button, Field, Form, Reply, Rows, line
from mmbot.model import Visitor
from mmbot.moderation import deciding
from mmbot.moderation.drafting import Target, draft_from, form_of, values_of
from mmbot.moderation.handing_in import WAITING
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.proposals import AlreadyDecided, Proposal, StaleRevision
from mmbot.moderation.refusals import Changed, NoSuchProposal, Refusal
from mmbot.moderation.reviewing import Card, Queued, card, following, golden_changes, golden_known, queue
from mmbot.rendering import Block

MOST_LISTED = 8
REASON = 400


@for_role("moderator")
def review(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """The queue; with the number of a proposal, its card."""
    if typed.strip():
        return _card(desk, _number(typed.partition(":")[0]), visitor)
    found = queue(moderation_of(desk), desk.clock())
    if not found:
        return line(texts.NOTHING.to(visitor.language)).said_to_one()
    lines = [texts.QUEUE.to(visitor.language, count=len(found)), *(_listed(one, visitor) for one in found[:MOST_LISTED])]
    if len(found) > MOST_LISTED:
        lines.append(texts.MORE.to(visitor.language, count=len(found) - MOST_LISTED))
    rows = tuple((Button(shortened(_named(one, visitor)), pressed("review", one.proposal.id)),) for one in found[:MOST_LISTED])
    return Reply((Block("answer", "\n".join(lines)),), rows, only_you=True)


@for_role("moderator")
def approve(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """“Onayla” was pressed: ``<number>:<mark>``."""
    number, seen = _numbered(typed)
    try:
        approved = verdicts.approve(desk, number, visitor, seen)
    except (StaleRevision, Changed) as error:  # both states, and nothing lost: the card shows what there is now
        return _after(error.to(visitor.language), _card(desk, number, visitor))
    entry = approved.revision.entry
    said = texts.APPROVED.to(visitor.language, number=number, title=entry.title, revision=approved.revision.number)
    undo = Button(texts.UNDO.to(visitor.language), pressed("undo", token(entry.id), approved.revision.number))
    return Reply(
        (Block("answer", said),), ((undo, *_next_button(desk, number, visitor)),), toast=said[:190], replaces=True, only_you=True
    )


@for_role("moderator")
def reject(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """“Reddet” was pressed: the reason is asked for."""
    return _opened(desk, "reject", typed, visitor)


@for_role("moderator")
def revise(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """“Düzenle ve onayla” was pressed: the form of the proposal, filled in."""
    return _opened(desk, "edit", typed, visitor)


@for_role("moderator")
def postpone(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """“Beklet” was pressed."""
    number, _ = _numbered(typed)
    deciding.postpone(moderation_of(desk), number, visitor, desk.clock())
    said = texts.POSTPONED.to(visitor.language, number=number)
    return Reply((Block("answer", said),), (_next_button(desk, number, visitor),), toast=said, replaces=True, only_you=True)


@for_role("moderator")
def rebase(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """“Yeni sürüme uygula” was pressed."""
    number, seen = _numbered(typed)
    deciding.rebase(moderation_of(desk), number, visitor, seen)
    return _after(texts.REBASED.to(visitor.language, number=number), _card(desk, number, visitor))


@for_role("moderator")
def next_one(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """“Sonraki” was pressed."""
    behind = following(moderation_of(desk), _number(typed))
    if behind is None:
        return line(texts.LAST.to(visitor.language)).said_to_one()
    return replace(_card(desk, behind.id, visitor), replaces=True)


def _opened(desk: Desk, what: str, typed: str, visitor: Visitor) -> Reply:
    number, seen = _numbered(typed)
    proposal = deciding.find(moderation_of(desk), number)
    if proposal.state not in WAITING:
        raise AlreadyDecided(proposal)
    if seen != deciding.mark(proposal):
        return _after(Changed(proposal).to(visitor.language), _card(desk, number, visitor))
    form = _build(desk, pressed("review", what, number, seen), visitor)
    return Reply(form=form, only_you=True) if form else line(permission_texts.GONE.to(visitor.language)).said_to_one()


def _card(desk: Desk, number: int, visitor: Visitor) -> Reply:
    """The card of a proposal; the questions whose answer would change come below when they are worked out, unless they are known."""
    moderation = moderation_of(desk)
    shown = card(moderation, number, visitor.language)
    own = deciding.is_for_others(moderation, shown.proposal, visitor)
    told, buttons = card_blocks(desk, shown, visitor, own=own), _buttons(desk, shown, visitor, own=own)
    if shown.refusal or shown.proposal.state not in WAITING:
        return Reply(told, buttons, only_you=True)
    known = golden_known(moderation, shown, GOLDEN_ASKED)
    if known is not None:
        return Reply((*told, golden_block(known, visitor)), buttons, only_you=True)

    def golden() -> Reply:
        found = golden_block(golden_changes(moderation, shown, GOLDEN_ASKED), visitor)
        return Reply((Block("heading", texts.GOLDEN_OF.to(visitor.language, number=number)), found), only_you=True)

    soon = Block("hint", texts.GOLDEN_SOON.to(visitor.language))
    return Reply((*told, soon), buttons, only_you=True, later=golden)


def _buttons(desk: Desk, shown: Card, visitor: Visitor, *, own: bool) -> Rows:
    """*own*: somebody else has to approve it."""
    language, key = visitor.language, (shown.proposal.id, shown.mark)
    onward = (*_next_button(desk, shown.proposal.id, visitor), Button(texts.BACK.to(language), pressed("review")))
    if shown.proposal.state not in WAITING:
        return (onward,)
    first = [Button(texts.REBASE.to(language), pressed("rebase", *key))] if shown.stale and not shown.refusal else []
    if not shown.stale and not shown.refusal and shown.checks.fine and not own:
        first.append(Button(texts.APPROVE.to(language), pressed("approve", *key)))
    first.append(Button((texts.EDIT_OWN if own else texts.EDIT).to(language), pressed("revise", *key)))
    second = (
        Button(texts.REJECT.to(language), pressed("reject", *key)),
        Button(texts.POSTPONE.to(language), pressed("postpone", *key)),
    )
    return (tuple(first), second, onward)


def _next_button(desk: Desk, number: int, visitor: Visitor) -> tuple[Button, ...]:
    if following(moderation_of(desk), number) is None:
        return ()
    return (Button(texts.NEXT.to(visitor.language), pressed("review_next", number)),)


def _after(said: str, reply: Reply) -> Reply:
    return replace(reply, blocks=(Block("note", said), *reply.blocks), toast=said[:190], replaces=True)


def _listed(one: Queued, visitor: Visitor) -> str:
    state = f" · {STATES['postponed'].to(visitor.language)}" if one.proposal.state == "postponed" else ""
    values = {"number": one.proposal.id, "kind": kind_name(one.proposal, visitor), "title": one.title}
    return texts.QUEUED.to(visitor.language, **values, age=age(one.age, visitor.language), state=state)


def _named(one: Queued, visitor: Visitor) -> str:
    return texts.OPEN.to(visitor.language, number=one.proposal.id, kind=kind_name(one.proposal, visitor), title=one.title)


def _number(typed: str) -> int:
    """The number of a proposal in a button or command, which may be forged. Raises NoSuchProposal."""
    number = number_in(typed.strip())
    if number is None:
        raise NoSuchProposal(typed.strip()[:20])
    return number


def _numbered(typed: str) -> tuple[int, str]:
    """Number and mark. A button always carries the mark: what has none is forged, and its mark fits nothing."""
    number, _, seen = typed.partition(":")
    return _number(number), seen or "-"


def _build(desk: Desk, form_id: str, visitor: Visitor) -> Form | None:
    _, what, number, seen = [*form_id.split(":"), "", "", ""][:4]
    moderation, known = moderation_of(desk), number_in(number)
    proposal = None if known is None else moderation.records.proposals.get(known)
    if proposal is None or what not in {"edit", "reject"}:
        return None
    if what == "reject":
        label, hint = texts.REJECT_REASON.to(visitor.language), texts.REJECT_HINT.to(visitor.language)
        fields = (Field("reason", label, hint, long=True, most=REASON),)
        return Form(pressed("review", what, number, seen), texts.REJECT_TITLE.to(visitor.language, number=number), fields)
    target = _target(moderation, proposal)
    if target is None:
        return None
    library = moderation.library
    values = values_of(proposal.draft, target, library)
    return proposal_form(pressed("review", what, number, seen), form_of(proposal.draft), target, library, visitor.language, values)


def _target(moderation: Moderation, proposal: Proposal) -> Target | None:
    draft = proposal.draft
    entry = moderation.living.entry(draft.entry)
    fact = next((one for one in entry.facts if one.id == draft.fact), None) if entry else None
    if draft.fact and draft.kind != "fact":
        return Target(entry, fact) if fact else None
    return Target(entry)


def _submit(desk: Desk, form_id: str, values: Mapping[str, str], visitor: Visitor) -> Reply:
    _, what, typed, seen = [*form_id.split(":"), "", "", ""][:4]
    number = _number(typed)
    if what == "reject":
        verdicts.reject(desk, number, visitor, values.get("reason", ""), seen or "-")
        said = texts.REJECTED.to(visitor.language, number=number)
        return Reply((Block("answer", said),), (_next_button(desk, number, visitor),), only_you=True)
    form, moderation = _build(desk, form_id, visitor), moderation_of(desk)
    proposal = deciding.find(moderation, number)
    target = _target(moderation, proposal)
    if form is None or target is None:
        return line(permission_texts.GONE.to(visitor.language)).said_to_one()
    try:
        draft = draft_from(form_of(proposal.draft), target, values, moderation.library)
        if draft.kind == "entry":  # its id stays what it was
            draft = replace(draft, entry=proposal.draft.entry)
        deciding.amend(moderation, number, draft, visitor, seen or "-")
    except AlreadyDecided as error:
        return refused(desk, error, visitor)
    except Refusal as error:
        return again(form, values, error, visitor.language)
    own = deciding.is_for_others(moderation, proposal, visitor)
    return _after((texts.AMENDED_OWN if own else texts.AMENDED).to(visitor.language, number=number), _card(desk, number, visitor))


FORM = guarded_form("moderator", FormService(_build, _submit))
