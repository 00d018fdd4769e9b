"""Which entry or fact somebody means to change: by name, by a question that it answers, or by a button."""

from collections.abc import Iterable
from dataclasses import dataclass

from mmbot.answering.decide import decide
from mmbot.desk.desk import Desk
from mmbot.desk.finding import find_entries
from mmbot.desk.permission import moderation_of
from mmbot.desk.presses import pressed, read_press, shortened, token, tokens
from mmbot.desk.reply import Button, Rows
from mmbot.model import Answered, Entry, Fact

FACTS_OF_A_PAGE = 8
_OF_ONE_FACT = frozenset({"report", "source"})  # buttons under an answer that carry its fact
TEXT = 600  # characters of a message that are looked at


@dataclass(frozen=True, slots=True)
class Meant:
    """What was meant: one *fact*, one *entry*, or several of either; *near* entries where nothing was."""

    facts: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def meant_by(desk: Desk, typed: str) -> Meant:
    """What *typed* names, or is a question about."""
    library, index, text = desk.answering.library, desk.answering.index, typed.strip()[:TEXT]
    if text in library.facts:
        return Meant(facts=(text,))
    found = find_entries(library, index, text)
    if found.entries:
        return Meant(entries=found.entries)
    answer = decide(library, index, text).answer
    if isinstance(answer, Answered):
        return Meant(
            facts=tuple(dict.fromkeys(fact.name for fact in (*answer.facts, *(other.fact for other in answer.disputed))))[
                :FACTS_OF_A_PAGE
            ]
        )
    return Meant(near=found.near)


def about_message(desk: Desk, text: str, under: Iterable[str]) -> str:
    """What a message is about that says *text*, to be typed: the fact that its buttons carry (*under*), else its first line."""
    for verb, arguments in map(read_press, under):
        found = fact_behind(desk, arguments[0]) if verb in _OF_ONE_FACT and arguments else None
        if found:
            return found.name
    return text.strip().partition("\n")[0]


def fact_behind(desk: Desk, short: str) -> Fact | None:
    """The fact that a token stands for; None where there is none (any more)."""
    name = tokens(desk.answering.library).fact(short)
    return desk.answering.library.facts[name] if name else None


def entry_behind(desk: Desk, short: str) -> str | None:
    """The id of the entry that a token stands for, also of one that is not live any more."""
    found = tokens(desk.answering.library).entry(short)
    if found or desk.moderation is None:
        return found
    return next((name for name in moderation_of(desk).records.revisions.latest() if token(name) == short), None)


def fact_rows(entry: Entry, verb: str, *before: str, page: int = 0) -> Rows:
    """A button for each fact of a page of *entry*: ``<verb>:<before>:<token>``."""
    shown = entry.facts[page * FACTS_OF_A_PAGE : (page + 1) * FACTS_OF_A_PAGE]
    return tuple((Button(shortened(fact.says), pressed(verb, *before, token(fact.name))),) for fact in shown)
