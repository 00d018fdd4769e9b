"""The forms of “/öner”: what stands in them, what is shown while they are filled in, and what becomes of them."""

from collections.abc import Mapping
from dataclasses import replace

from mmbot.desk import noticing_texts as notice_texts
from mmbot.desk import permission_texts
from mmbot.desk import proposing_texts as texts
from mmbot.desk.asked_before import with_question
from mmbot.desk.desk import Desk, Noticed
from mmbot.desk.filling import HELD, KEPT, SHOWN, hold
from mmbot.desk.forms import having_seen, present, seen
from mmbot.desk.noticing import notice_blocks, notice_rows
from mmbot.desk.permission import moderation_of, visitor_may
from mmbot.desk.presses import pressed
from mmbot.desk.proposal_forms import again, proposal_form
from mmbot.desk.records import Draft
from mmbot.desk.reply import Button, Form, Reply, line
from mmbot.desk.wanted import NONE, Wanted, read_wanted, target_of
from mmbot.knowledge.flaws import SAYS_LENGTH
from mmbot.model import Visitor
from mmbot.moderation.beside import TELLING, Beside, beside, told_beside
from mmbot.moderation.clusters import cluster_of
from mmbot.moderation.drafting import FIELDS, Target, draft_from
from mmbot.moderation.handing_in import HandedIn, becomes_dispute, hand_in
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.proposals import Draft as Proposed
from mmbot.moderation.refusals import Refusal, told
from mmbot.rendering import Block
from mmbot.texts import spoken

STATEMENT = 4  # words from which a text may be a statement
CARRIED = frozenset({"says", "source", "evidence", "questions"})  # what is carried over from one form to another


def build(desk: Desk, form_id: str, visitor: Visitor) -> Form | None:
    """The form with this id; None where what it is about is gone."""
    wanted = read_wanted(form_id.partition(":")[2])
    target = target_of(desk, wanted) if wanted.kind in FIELDS else None
    if target is None:
        return None
    form = proposal_form(form_id, wanted.kind, target, desk.answering.library, visitor.language)
    text = _missed_text(desk, wanted, visitor) if wanted.kind in {"phrasing", "fact"} else ""
    return with_question(desk, form, text, visitor.language) if text else form


def submit(desk: Desk, form_id: str, values: Mapping[str, str], visitor: Visitor) -> Reply:
    """Hand in what the *values* propose, unless there is something that he should see first."""
    wanted = read_wanted(form_id.partition(":")[2])
    form, target = build(desk, form_id, visitor), target_of(desk, wanted)
    if form is None or target is None:
        return line(permission_texts.GONE.to(visitor.language)).said_to_one()
    moderation = moderation_of(desk)
    try:
        draft = draft_from(wanted.kind, target, values, desk.answering.library)
        if found := _unseen(moderation, wanted, target, values, draft):
            return _held(desk, form_id, wanted, values, found, visitor)
        handed = hand_in(moderation, draft, visitor, desk.clock(), _misses(desk, wanted, visitor))
    except Refusal as error:
        return again(form, values, error, visitor.language)
    return _thanks(desk, handed, visitor)


def keep_statement(desk: Desk, typed: str, visitor: Visitor) -> Beside:
    """Keep a statement that was typed with the command for the form that is chosen next; what it should be held against."""
    text = typed.strip()
    is_one = len(text.split()) >= STATEMENT and len(text) <= SAYS_LENGTH and not text.endswith("?") and "/" not in text
    if not is_one or any(fact.says == text for fact in desk.answering.library.facts.values()):
        return Beside()
    desk.records.drafts.put(visitor.person, Draft("propose:any", {"says": text}, HELD, desk.clock() + KEPT))
    return told_beside(moderation_of(desk), text)


def with_given(desk: Desk, form: Form, visitor: Visitor) -> Form:
    """*form* with what he has just typed into another one, which was held against what is there: nothing is typed twice."""
    draft = desk.records.drafts.get(visitor.person)
    if draft is None or not draft.form.startswith("propose:") or not (draft.step == HELD or SHOWN in draft.values):
        return form
    given = {one.name: value for one in form.fields if (value := draft.values.get(one.name)) and one.name in CARRIED}
    values = {one.name: present(form, one) for one in form.fields} | given
    begins = next((one.name for one in form.fields if one.required and not values[one.name]), "")
    return replace(form, values=values, begins=begins) if given else form


def _unseen(moderation: Moderation, wanted: Wanted, target: Target, values: Mapping[str, str], draft: Proposed) -> Beside | None:
    """What *values* should be held against and was not shown yet. A correction that rests on the fact's own page is meant to differ."""
    found = beside(moderation, wanted.kind, target, values).without(seen(values))
    if wanted.kind == "change" and not becomes_dispute(moderation, draft):
        return None
    return found if found.marks else None


def look(desk: Desk, form_id: str, field: str, values: Mapping[str, str], visitor: Visitor) -> Noticed | None:
    """What is shown after *field* was given, while the others are still to come."""
    wanted = read_wanted(form_id.partition(":")[2])
    target = target_of(desk, wanted) if field in TELLING and wanted.kind in FIELDS else None
    if target is None:
        return None
    found = beside(moderation_of(desk), wanted.kind, target, values).without(seen(values))
    if not found.marks:
        return None
    rows = notice_rows(desk, wanted.kind, found, visitor, wanted.miss)
    return Noticed(found.marks, notice_blocks(desk, found, visitor), rows)


def _held(desk: Desk, form_id: str, wanted: Wanted, values: Mapping[str, str], found: Beside, visitor: Visitor) -> Reply:
    """Nothing is handed in before he has chosen: what he gave is kept meanwhile."""
    language = visitor.language
    then = notice_texts.SENT_AS_DISPUTE if found.otherwise and wanted.kind in {"fact", "change"} else notice_texts.THEN
    rows = hold(desk, form_id, having_seen(values, found.marks), visitor)
    blocks = (*notice_blocks(desk, found, visitor), Block("hint", then.to(language)))
    return Reply(blocks, (*notice_rows(desk, wanted.kind, found, visitor, wanted.miss), *rows), only_you=True)


def _thanks(desk: Desk, handed: HandedIn, visitor: Visitor) -> Reply:
    language, proposal = visitor.language, handed.proposal
    kind = texts.KINDS[proposal.draft.kind].to(language)
    blocks = [Block("answer", texts.THANKS.to(language, number=proposal.id, kind=kind, title=handed.entry.title))]
    if handed.disputes:
        blocks.append(Block("note", texts.BECAME_DISPUTE.to(language, says=handed.disputes.says)))
    if handed.checks.flaws:
        flaws = (f"– {spoken(told(flaw), language)}" for flaw in handed.checks.flaws)
        blocks.append(Block("note", "\n".join((texts.FLAWS.to(language), *flaws))))
    buttons = [Button(texts.WITHDRAW.to(language), pressed("withdraw", proposal.id))]
    if visitor_may(desk, visitor, "moderator"):
        buttons.append(Button(texts.REVIEW.to(language), pressed("review", proposal.id)))
    return Reply(tuple(blocks), (tuple(buttons),), only_you=True)


def _misses(desk: Desk, wanted: Wanted, visitor: Visitor) -> tuple[int, ...]:
    """The unanswered questions that the proposal answers; only moderators look at those."""
    if wanted.miss == NONE or not visitor_may(desk, visitor, "moderator"):
        return ()
    found = cluster_of(desk.records.misses.open(), int(wanted.miss))
    return found.ids if found else ()


def _missed_text(desk: Desk, wanted: Wanted, visitor: Visitor) -> str:
    if wanted.miss == NONE or not visitor_may(desk, visitor, "moderator"):
        return ""
    return found.folded if (found := desk.records.misses.get(int(wanted.miss))) else ""
