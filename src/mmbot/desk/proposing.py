"""“/öner”: what anybody may propose – the kind by buttons, then the entry or fact, then a form – and what becomes of the form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mmbot.desk import permission_texts
from mmbot.desk import proposing_texts as texts
from mmbot.desk.asked_before import with_question
from mmbot.desk.desk import Desk, FormService
from mmbot.desk.permission import for_role, guarded_form, moderation_of, visitor_may
from mmbot.desk.presses import pressed, shortened, token
from mmbot.desk.proposal_forms import again, find_form, proposal_form
from mmbot.desk.reply import Button, Form, Reply, Rows, line
from mmbot.desk.targets import FACTS_OF_A_PAGE, entry_behind, fact_behind, fact_rows, meant_by
from mmbot.model import Fact, Language, Visitor
from mmbot.moderation.clusters import cluster_of
from mmbot.moderation.deciding import withdraw
from mmbot.moderation.drafting import FIELDS, Target, draft_from
from mmbot.moderation.handing_in import HandedIn, already_said, hand_in
from mmbot.moderation.refusals import Refusal, told
from mmbot.rendering import Block
from mmbot.texts import spoken

ANY = "any"  # in place of a kind: it is chosen next
OF_A_FACT = ("change", "phrasing", "dispute", "deprecation")
OF_AN_ENTRY = ("fact", "names")
AGAIN = "again"
NONE = "0"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a button or a form's id carries: the kind, the token of an entry or fact, an unanswered question, a page, a flag."""

    kind: str
    short: str = ""
    miss: str = NONE
    page: int = 0
    again: bool = False

    def form_id(self, *, again: bool = False) -> str:
        return pressed("propose", self.kind, self.short or "-", self.miss, *((AGAIN,) if again else ()))


@for_role("proposer")
def start(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """What to propose; *typed* may name an entry or fact, or be a message that is replied to."""
    if not typed.strip():
        told_first = (Block("answer", texts.WHAT.to(visitor.language)), Block("hint", texts.EXPLAINED.to(visitor.language)))
        return Reply(told_first, _kind_rows(("fact", *OF_A_FACT, "entry"), "", visitor.language), only_you=True)
    return offer(desk, ANY, typed, visitor)


@for_role("proposer")
def choose(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """A button that leads to a proposal was pressed: a token, a kind, or a kind with a token (and an unanswered question, and a page)."""
    wanted = _read(typed)
    if wanted.kind == ANY or wanted.kind not in FIELDS:
        return _about(desk, wanted if wanted.kind == ANY else _Wanted(ANY, typed.partition(":")[0]), visitor)
    if wanted.kind != "entry" and not wanted.short:
        return Reply(form=find_form(pressed("propose", "find", wanted.kind, wanted.miss), visitor.language), only_you=True)
    return _form_or_facts(desk, wanted, visitor)


@for_role("proposer")
def take_back(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """“Geri çek” was pressed."""
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 18 else -1
    proposal = withdraw(moderation_of(desk), number, visitor, desk.clock())
    return replace(line(texts.WITHDRAWN.to(visitor.language, number=proposal.id)), replaces=True, only_you=True)


def offer(desk: Desk, kind: str, typed: str, visitor: Visitor, miss: str = NONE) -> Reply:
    """Buttons for what *typed* may mean, for a proposal of *kind* (ANY: it is chosen after that)."""
    language, meant = visitor.language, meant_by(desk, typed)
    library = desk.answering.library
    if len(meant.facts) == 1:
        return _pointed(desk, kind, meant.facts[0], miss, visitor)
    if meant.facts:
        rows = tuple((Button(shortened(library.facts[name].says), _press(kind, name, miss)),) for name in meant.facts)
        return Reply((Block("answer", texts.WHICH_FACT.to(language)),), rows, only_you=True)
    if len(meant.entries) == 1:
        return _pointed(desk, kind, meant.entries[0], miss, visitor)
    names = meant.entries or meant.near
    rows = tuple((Button(shortened(library.title(name)), _press(kind, name, miss)),) for name in names)
    if meant.entries:
        return Reply((Block("answer", texts.WHICH_ENTRY.to(language)),), rows, only_you=True)
    said = texts.NOT_FOUND.to(language, typed=shortened(" ".join(typed.split())))
    return Reply((Block("answer", said),), (*rows, *_kind_rows(("entry",), "", language, miss)), only_you=True)


def _press(kind: str, name: str, miss: str) -> str:
    return pressed("propose", token(name)) if kind == ANY else pressed("propose", kind, token(name), miss)


def _pointed(desk: Desk, kind: str, name: str, miss: str, visitor: Visitor) -> Reply:
    wanted = _Wanted(kind, token(name), miss)
    return _about(desk, wanted, visitor) if kind == ANY else _form_or_facts(desk, wanted, visitor)


def _about(desk: Desk, wanted: _Wanted, visitor: Visitor) -> Reply:
    """The kinds that suit a fact; the facts of an entry and the kinds that suit it."""
    language, fact, entry = visitor.language, fact_behind(desk, wanted.short), entry_behind(desk, wanted.short)
    if fact:
        kinds = _kind_rows((*OF_A_FACT,), token(fact.name), language)
        return Reply(
            (Block("answer", texts.ABOUT_FACT.to(language, says=fact.says)),),
            (*kinds, *_kind_rows(("fact",), token(fact.entry), language)),
            only_you=True,
        )
    if entry is None or entry not in desk.answering.library.entries:
        return line(permission_texts.GONE.to(language)).said_to_one()
    found = desk.answering.library.entries[entry]
    rows = (
        *fact_rows(found, "propose", page=wanted.page),
        *_more(desk, wanted, entry, language),
        *_kind_rows(OF_AN_ENTRY, token(entry), language),
    )
    return Reply((Block("answer", texts.ABOUT_ENTRY.to(language, title=found.title)),), rows, only_you=True)


def _form_or_facts(desk: Desk, wanted: _Wanted, visitor: Visitor) -> Reply:
    entry = entry_behind(desk, wanted.short)
    if wanted.kind in OF_A_FACT and entry in desk.answering.library.entries:
        found = desk.answering.library.entries[str(entry)]
        rows = [
            tuple(replace(button, press=f"{button.press}:{wanted.miss}") for button in row)
            for row in fact_rows(found, "propose", wanted.kind, page=wanted.page)
        ]
        return Reply(
            (Block("answer", texts.WHICH_FACT.to(visitor.language)),),
            (*rows, *_more(desk, wanted, found.id, visitor.language)),
            only_you=True,
        )
    form = _build(desk, wanted.form_id(), visitor)
    return Reply(form=form, only_you=True) if form else line(permission_texts.GONE.to(visitor.language)).said_to_one()


def _more(desk: Desk, wanted: _Wanted, entry: str, language: Language) -> Rows:
    if (wanted.page + 1) * FACTS_OF_A_PAGE >= len(desk.answering.library.entries[entry].facts):
        return ()
    return ((Button(texts.MORE.to(language), pressed("propose", wanted.kind, token(entry), wanted.miss, wanted.page + 1)),),)


def _kind_rows(kinds: Iterable[str], short: str, language: Language, miss: str = NONE) -> Rows:
    def press(kind: str) -> str:
        return (
            pressed("propose", kind, short, miss)
            if short
            else pressed("propose", kind, "", miss)
            if miss != NONE
            else pressed("propose", kind)
        )

    buttons = [Button(texts.KINDS[kind].to(language), press(kind)) for kind in kinds]
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


def _read(typed: str) -> _Wanted:
    """Whatever a button or form carried; it may be forged."""
    parts = [*typed.split(":"), "", "", "", ""]
    page = int(parts[3]) if parts[3].isascii() and parts[3].isdigit() and len(parts[3]) < 4 else 0
    miss = parts[2] if parts[2].isascii() and parts[2].isdigit() and len(parts[2]) <= 12 else NONE
    return _Wanted(parts[0], parts[1] if parts[1] != "-" else "", miss, page, parts[3] == AGAIN)


def _target(desk: Desk, wanted: _Wanted) -> Target | None:
    """What the form is about; None where that is gone."""
    if wanted.kind == "entry":
        return Target()
    entries, fact = desk.answering.library.entries, fact_behind(desk, wanted.short)
    if wanted.kind in OF_A_FACT:
        return Target(entries[fact.entry], fact) if fact else None
    entry = entry_behind(desk, wanted.short) or (fact.entry if fact else "")
    return Target(entries[entry]) if entry in entries else None


def _build(desk: Desk, form_id: str, visitor: Visitor) -> Form | None:
    wanted = _read(form_id.partition(":")[2])
    if wanted.kind == "find":
        return find_form(form_id, visitor.language)
    target = _target(desk, wanted) if wanted.kind in FIELDS else None
    if target is None:
        return None
    form = proposal_form(form_id, wanted.kind, target, desk.answering.library, visitor.language)
    text = _missed_text(desk, wanted, visitor) if wanted.kind in {"phrasing", "fact"} else ""
    return with_question(desk, form, text, visitor.language) if text else form


def _submit(desk: Desk, form_id: str, values: Mapping[str, str], visitor: Visitor) -> Reply:
    wanted = _read(form_id.partition(":")[2])
    if wanted.kind == "find":
        kind = wanted.short if wanted.short in FIELDS else ANY
        return offer(desk, kind, values.get("about", ""), visitor, wanted.miss)
    form = _build(desk, form_id, visitor)
    target = _target(desk, wanted)
    if form is None or target is None:
        return line(permission_texts.GONE.to(visitor.language)).said_to_one()
    moderation = moderation_of(desk)
    try:
        draft = draft_from(wanted.kind, target, values, desk.answering.library)
        said = [] if wanted.again else already_said(moderation, draft)
        if said:
            return _already(form, wanted, values, said[0], visitor)
        handed = hand_in(moderation, draft, visitor, desk.clock(), _misses(desk, wanted, visitor))
    except Refusal as error:
        return again(form, values, error, visitor.language)
    return _thanks(desk, handed, visitor)


def _already(form: Form, wanted: _Wanted, values: Mapping[str, str], fact: Fact, visitor: Visitor) -> Reply:
    language = visitor.language
    told_so = (
        Block("note", texts.ALREADY.to(language)),
        Block("answer", f"“{fact.says}”"),
        Block("hint", texts.ALREADY_THEN.to(language)),
    )
    buttons = _kind_rows(("phrasing",), token(fact.name), language, wanted.miss)
    return Reply(told_so, buttons, form=Form(wanted.form_id(again=True), form.title, form.fields, dict(values)), only_you=True)


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


def _misses(desk: Desk, wanted: _Wanted, visitor: Visitor) -> tuple[int, ...]:
    """The unanswered questions that the proposal answers; only moderators look at those."""
    if wanted.miss == NONE or not visitor_may(desk, visitor, "moderator"):
        return ()
    found = cluster_of(desk.records.misses.open(), int(wanted.miss))
    return found.ids if found else ()


def _missed_text(desk: Desk, wanted: _Wanted, visitor: Visitor) -> str:
    if wanted.miss == NONE or not visitor_may(desk, visitor, "moderator"):
        return ""
    return found.folded if (found := desk.records.misses.get(int(wanted.miss))) else ""


FORM = guarded_form("proposer", FormService(_build, _submit))
