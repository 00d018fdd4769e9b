"""“/öner”: what anybody may propose – the kind by buttons, then the entry or fact, then a form – and what becomes of the form."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from mmbot.desk import permission_texts, proposed
from mmbot.desk import proposing_texts as texts
from mmbot.desk.desk import Desk, FormService
from mmbot.desk.noticing import notice_blocks
from mmbot.desk.permission import for_role, guarded_form, moderation_of
from mmbot.desk.presses import number_in, pressed, shortened, token
from mmbot.desk.proposal_forms import find_form
from mmbot.desk.reply import Button, Form, Reply, Rows, line
from mmbot.desk.targets import FACTS_OF_A_PAGE, Meant, entry_behind, fact_behind, fact_rows, meant_by
from mmbot.desk.wanted import ANY, NONE, OF_A_FACT, OF_AN_ENTRY, Wanted, read_wanted
from mmbot.model import Language, Visitor
from mmbot.moderation.deciding import withdraw
from mmbot.moderation.drafting import FIELDS
from mmbot.rendering import Block


@for_role("proposer")
def start(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """What to propose; *typed* may name an entry or fact, or be a message that is replied to."""
    if not typed.strip():
        told_first = (Block("answer", texts.WHAT.to(visitor.language)), Block("hint", texts.EXPLAINED.to(visitor.language)))
        return Reply(told_first, _kind_rows(("fact", *OF_A_FACT, "entry"), "", visitor.language), only_you=True)
    found = proposed.keep_statement(desk, typed, visitor)
    facts = tuple(fact.name for fact in (*found.same, *(fact for fact, _ in found.otherwise)))
    if not facts:
        return offer(desk, ANY, typed, visitor)
    offered = _offered(desk, ANY, Meant(facts), typed, visitor, NONE)
    return replace(offered, blocks=(*notice_blocks(desk, found, visitor), *offered.blocks))


@for_role("proposer")
def choose(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """A button that leads to a proposal was pressed: a token, a kind, or a kind with a token (and an unanswered question, and a page)."""
    wanted = read_wanted(typed)
    if wanted.kind == ANY or wanted.kind not in FIELDS:
        return _about(desk, wanted if wanted.kind == ANY else Wanted(ANY, typed.partition(":")[0]), visitor)
    if wanted.kind != "entry" and not wanted.short:
        return Reply(form=find_form(pressed("propose", "find", wanted.kind, wanted.miss), visitor.language), only_you=True)
    return _form_or_facts(desk, wanted, visitor)


@for_role("proposer")
def take_back(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """“Geri çek” was pressed."""
    number = number_in(typed)
    proposal = withdraw(moderation_of(desk), -1 if number is None else number, visitor, desk.clock())
    return replace(line(texts.WITHDRAWN.to(visitor.language, number=proposal.id)), replaces=True, only_you=True)


def offer(desk: Desk, kind: str, typed: str, visitor: Visitor, miss: str = NONE) -> Reply:
    """Buttons for what *typed* may mean, for a proposal of *kind* (ANY: it is chosen after that)."""
    return _offered(desk, kind, meant_by(desk, typed), typed, visitor, miss)


def _offered(desk: Desk, kind: str, meant: Meant, typed: str, visitor: Visitor, miss: str) -> Reply:
    library, language = desk.answering.library, visitor.language
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
    # The name can be typed again at once; in a group a form would lead away from the buttons.
    again = find_form(pressed("propose", "find", kind, miss), language) if visitor.private else None
    return Reply((Block("answer", said),), (*rows, *_kind_rows(("entry",), "", language, miss)), form=again, only_you=True)


def _press(kind: str, name: str, miss: str) -> str:
    return pressed("propose", token(name)) if kind == ANY else pressed("propose", kind, token(name), miss)


def _pointed(desk: Desk, kind: str, name: str, miss: str, visitor: Visitor) -> Reply:
    wanted = Wanted(kind, token(name), miss)
    return _about(desk, wanted, visitor) if kind == ANY else _form_or_facts(desk, wanted, visitor)


def _about(desk: Desk, wanted: Wanted, visitor: Visitor) -> Reply:
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


def _form_or_facts(desk: Desk, wanted: Wanted, visitor: Visitor) -> Reply:
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
    form = proposed.build(desk, wanted.form_id(), visitor)
    if form is None:
        return line(permission_texts.GONE.to(visitor.language)).said_to_one()
    return Reply(form=proposed.with_given(desk, form, visitor), only_you=True)


def _more(desk: Desk, wanted: Wanted, entry: str, language: Language) -> Rows:
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


def _build(desk: Desk, form_id: str, visitor: Visitor) -> Form | None:
    wanted = read_wanted(form_id.partition(":")[2])
    return find_form(form_id, visitor.language) if wanted.kind == "find" else proposed.build(desk, form_id, visitor)


def _submit(desk: Desk, form_id: str, values: Mapping[str, str], visitor: Visitor) -> Reply:
    wanted = read_wanted(form_id.partition(":")[2])
    if wanted.kind != "find":
        return proposed.submit(desk, form_id, values, visitor)
    kind = wanted.short if wanted.short in FIELDS else ANY
    return offer(desk, kind, values.get("about", ""), visitor, wanted.miss)


FORM = guarded_form("proposer", FormService(_build, _submit, proposed.look))
