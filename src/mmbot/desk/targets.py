"""Which entry or fact somebody means to change: by name, by a question that it answers, or by a button."""

from dataclasses import dataclass

from mmbot.answering.decide import decide
from mmbot.desk.desk import Desk
from mmbot.desk.finding import find_entries
from mmbot.desk.permission import moderation_of
from mmbot.desk.presses import pressed, shortened, token, tokens
from mmbot.desk.reply import Button, Rows
from mmbot.model import Answered, Entry, Fact

FACTS_OF_A_PAGE = 8
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
