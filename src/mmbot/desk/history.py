"""“/geçmiş” and “/geri-al”: who changed what, when and why; one tap takes it back."""

from collections.abc import Sequence
from dataclasses import replace

from mmbot.desk import history_texts as texts
from mmbot.desk import permission_texts, verdicts
from mmbot.desk.desk import Desk
from mmbot.desk.permission import for_role, moderation_of
from mmbot.desk.permission_texts import moment, who
from mmbot.desk.presses import number_in, pressed, shortened, token
from mmbot.desk.reply import Button, Reply, Rows, line
from mmbot.desk.targets import entry_behind, meant_by
from mmbot.model import Visitor
from mmbot.moderation.differences import as_lines, differences
from mmbot.moderation.history import Step, content
from mmbot.moderation.history import history as steps_of
from mmbot.moderation.refusals import NoSuchThing
from mmbot.rendering import Block

STEPS_OF_A_PAGE = 4
MOST_LINES = 10  # of the differences of one step


@for_role("moderator")
def history(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """The history of the entry or fact that *typed* names."""
    found = _entry(desk, typed, "history", visitor)
    if isinstance(found, Reply):
        return found
    fact = typed.strip().partition("/")[2] if typed.strip() in desk.answering.library.facts else ""
    return _page(desk, found, 0, visitor, fact)


@for_role("moderator")
def turn(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """A page of a history: ``<token of the entry>:<page>``."""
    short, _, number = typed.partition(":")
    entry = entry_behind(desk, short)
    page = number_in(number, digits=4) or 0
    return _page(desk, entry, page, visitor) if entry else line(permission_texts.GONE.to(visitor.language)).said_to_one()


@for_role("moderator")
def ask_to_undo(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """What undoing the last change of an entry would do, with the button that does it."""
    found = _entry(desk, typed, "unsure", visitor)
    return found if isinstance(found, Reply) else _would_undo(desk, found, visitor)


@for_role("moderator")
def ask_again(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """The same, for the entry whose button was pressed."""
    entry = entry_behind(desk, typed.partition(":")[0])
    return _would_undo(desk, entry, visitor) if entry else line(permission_texts.GONE.to(visitor.language)).said_to_one()


@for_role("moderator")
def undo(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """“Geri al” was pressed: ``<token of the entry>:<revision that was seen>``, or with the one to go back to: ``…:<seen>:<to>``."""
    short, typed_seen, typed_to = [*typed.split(":"), "", "", ""][:3]
    entry = entry_behind(desk, short)
    seen, to = (number_in(number, digits=9) for number in (typed_seen, typed_to))
    if entry is None or seen is None or (typed_to and to is None):
        return line(permission_texts.GONE.to(visitor.language)).said_to_one()
    revision = verdicts.undo(desk, entry, visitor, seen=seen, to=to)
    said = texts.UNDONE.to(visitor.language, title=revision.entry.title, why=revision.why, number=revision.number)
    redo = Button(texts.REDO.to(visitor.language), pressed("undo", token(entry), revision.number))
    return Reply((Block("answer", said),), ((redo,),), toast=said[:190], replaces=True, only_you=True)


def _entry(desk: Desk, typed: str, verb: str, visitor: Visitor) -> str | Reply:
    """The id of the entry that *typed* names, also of one that is not live any more; a question back where it is not clear."""
    moderation, text = moderation_of(desk), typed.strip()
    if not text:
        return line(texts.NAME_ONE.to(visitor.language)).said_to_one()
    moderation.living.catch_up()
    if moderation.living.entry(text):
        return text
    meant, library = meant_by(desk, text), desk.answering.library
    entries = meant.entries or tuple(dict.fromkeys(name.partition("/")[0] for name in meant.facts))
    if len(entries) == 1:
        return entries[0]
    rows = tuple((Button(shortened(library.title(name)), pressed(verb, token(name))),) for name in entries or meant.near)
    said = texts.WHICH.to(visitor.language) if entries else texts.NO_ENTRY.to(visitor.language, typed=shortened(text))
    return Reply((Block("answer", said),), rows, only_you=True)


def _page(desk: Desk, entry: str, page: int, visitor: Visitor, fact: str = "") -> Reply:
    moderation, language = moderation_of(desk), visitor.language
    moderation.living.catch_up()
    state = moderation.living.entry(entry)
    title = state.title if state else entry
    steps = steps_of(moderation, entry, fact)
    if not steps:
        return line(texts.UNTOUCHED.to(language, title=title)).said_to_one()
    shown = steps[page * STEPS_OF_A_PAGE : (page + 1) * STEPS_OF_A_PAGE]
    told = [Block("heading", texts.HISTORY.to(language, title=title, count=len(steps)))]
    told += [Block("answer", _told(desk, step, visitor)) for step in shown]
    more = not fact and (page + 1) * STEPS_OF_A_PAGE < len(steps)
    return Reply(tuple(told), _buttons(desk, entry, shown, page + 1 if more else 0, visitor), only_you=True)


def _told(desk: Desk, step: Step, visitor: Visitor) -> str:
    language, revision = visitor.language, step.revision
    person = who(revision.by, language, desk.names) if revision.by or revision.proposal else texts.OF_FILES.to(language)
    # Who had proposed it is nobody's business in a group, as on the cards.
    if step.proposer and (visitor.private or visitor.person.platform == "discord"):
        person = texts.PROPOSED_BY.to(language, who=person, proposer=who(step.proposer, language, desk.names))
    values = {"number": revision.number, "when": moment(revision.at, desk.zone), "who": person, "why": revision.why}
    lines = as_lines(step.differences)
    cut = [texts.CUT.to(language, count=len(lines) - MOST_LINES)] if len(lines) > MOST_LINES else []
    return "\n".join([texts.STEP.to(language, **values), *lines[:MOST_LINES], *cut])


def _buttons(desk: Desk, entry: str, shown: Sequence[Step], older: int, visitor: Visitor) -> Rows:
    """Back to each state that is shown, all on top of the one that is newest now."""
    language, now, short = visitor.language, moderation_of(desk).living.number(entry), token(entry)
    rows: list[tuple[Button, ...]] = []
    for step in shown:
        number = step.revision.number
        label = texts.UNDO.to(language) if number == now else texts.RESTORE.to(language, number=number)
        rows.append((Button(label, pressed("undo", short, now) if number == now else pressed("undo", short, now, number)),))
    if shown and shown[-1].revision.number == 1 and now > 1:
        rows.append((Button(texts.FIRST_STATE.to(language), pressed("undo", short, now, 0)),))
    if older:
        rows.append((Button(texts.OLDER.to(language), pressed("history", short, older)),))
    return tuple(rows)


def _would_undo(desk: Desk, entry: str, visitor: Visitor) -> Reply:
    moderation, language = moderation_of(desk), visitor.language
    moderation.living.catch_up()
    state, number = moderation.living.entry(entry), moderation.living.number(entry)
    if state is None or number == 0:
        raise NoSuchThing(texts.UNTOUCHED.to(language, title=state.title if state else entry))
    former = content(moderation, entry, number - 1) or replace(state, facts=())
    lines = as_lines(differences(state, former))
    cut = [texts.CUT.to(language, count=len(lines) - 3 * MOST_LINES)] if len(lines) > 3 * MOST_LINES else []
    said = "\n".join([texts.WOULD_UNDO.to(language, title=state.title, number=number), *lines[: 3 * MOST_LINES], *cut])
    return Reply(
        (Block("answer", said),), ((Button(texts.UNDO.to(language), pressed("undo", token(entry), number)),),), only_you=True
    )
