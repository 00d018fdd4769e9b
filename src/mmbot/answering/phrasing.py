"""Questions that mmbot can answer, written out, to offer when it could not answer another."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice

from mmbot.answering.well_put import is_in_english, is_well_put, names_something
from mmbot.knowledge.library import Library
from mmbot.matching.ranking import Ranked
from mmbot.model import DEFINITION, Choice, Fact, Language
from mmbot.texts import QUESTION_FORMS
from mmbot.turkish import fold, split_words

_POLAR = re.compile(r"\bm[iu](?:yd[iu]|d[iu]r)?\b")
CURATED = 8  # the questions of a fact that its editor wrote come first; how people put them comes after


def question_for(library: Library, fact: Fact) -> str:
    """A Turkish question to which *fact* is the answer: a well-put one written for it, best one that names its entry.

    A fact without one is offered by its title and a question word.
    """
    title = library.title(fact.entry)
    if fact.id == DEFINITION:
        person = library.entries[fact.entry].kind == "person"
        return f"{title} {'kimdir' if person else 'nedir'}?"
    names = (title, *library.entries[fact.entry].aliases, *(library.title(name) for name in fact.people + fact.places))
    return _best(names, fact.says, fact.questions) or f"{title}: {QUESTION_FORMS[fact.answers[0].split('-')[0]]}?"


def spoken(library: Library, offered: Sequence[Choice], language: Language) -> tuple[Choice, ...]:
    """What is *offered* to somebody who speaks *language*: in English where an English question is written for the fact."""
    return tuple(_in_english(library, choice) for choice in offered) if language == "en" else tuple(offered)


def _in_english(library: Library, choice: Choice) -> Choice:
    written = library.facts[choice.fact].questions if choice.fact in library.facts else ()
    return replace(choice, text=next(filter(is_in_english, written), choice.text))


@lru_cache(maxsize=4096)  # a question that is not answered is offered several
def _best(names: tuple[str, ...], says: str, questions: tuple[str, ...]) -> str:
    """The first well-put one of *questions* that names the title, which leads *names*; else one that names anything; else none.

    One that is open is offered before one that can be answered by yes or no.
    """
    title = split_words(names[0])[0]
    for offered in (questions[:CURATED], questions):
        named = [question for question in offered if names_something(question, names)]
        leading = [question for question in named if any(word.startswith(title) for word in split_words(question))]
        open_ = (question for question in leading if not _POLAR.search(fold(question)))
        found = next((question for question in chain(open_, leading, named) if is_well_put(question, beside=(names[0], says))), "")
        if found:
            return found
    return ""


def choices(library: Library, ranked: Iterable[Ranked], *, count: int, of_one_entry: bool = False) -> tuple[Choice, ...]:
    """The questions of the *count* best facts, each wording once and one for each entry, unless they may be *of_one_entry*."""
    return tuple(islice(_take(library, ranked, of_one_entry=of_one_entry), count))


def _take(library: Library, ranked: Iterable[Ranked], *, of_one_entry: bool) -> Iterator[Choice]:
    seen: set[str] = set()
    for candidate in ranked:
        text, entry = question_for(library, candidate.fact), candidate.fact.entry
        if text in seen or (entry in seen and not of_one_entry):
            continue
        seen |= {text, entry}
        yield Choice(text, candidate.fact.name)
