"""Questions that mmbot can answer, written out, to offer when it could not answer another."""

from collections.abc import Iterable, Iterator

from mmbot.knowledge.library import Library
from mmbot.matching.ranking import Ranked
from mmbot.model import DEFINITION, Choice, Fact
from mmbot.texts import QUESTION_FORMS
from mmbot.turkish import fold


def question_for(library: Library, fact: Fact) -> str:
    """A question to which *fact* is the answer, with the name of its entry in it.

    One of its written questions where one names the entry; else its title with a question word.
    """
    title = library.title(fact.entry)
    if fact.id == DEFINITION:
        person = library.entries[fact.entry].kind == "person"
        return f"{title} {'kimdir' if person else 'nedir'}?"
    first = fold(title).split()[0]
    for question in fact.questions:
        if first in fold(question) and any(c in "çğıöşüÇĞİÖŞÜ" for c in question + title):
            return question
    return f"{title}: {fact.id.replace('-', ' ')} – {QUESTION_FORMS[fact.answers[0].split('-')[0]]}?"


def choices(library: Library, ranked: Iterable[Ranked], *, count: int) -> tuple[Choice, ...]:
    """The questions of the *count* best facts, one for each entry and wording."""
    return tuple(_take(library, ranked, count))


def _take(library: Library, ranked: Iterable[Ranked], count: int) -> Iterator[Choice]:
    seen: set[str] = set()
    for candidate in ranked:
        text = question_for(library, candidate.fact)
        if text in seen or candidate.fact.entry in seen:
            continue
        seen |= {text, candidate.fact.entry}
        yield Choice(text, candidate.fact.name)
        if len(seen) >= 2 * count:
            return
