"""Questions that mmbot can answer, written out, to offer when it could not answer another."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from mmbot.knowledge.library import Library
from mmbot.matching.ranking import Ranked
from mmbot.model import DEFINITION, Choice, Fact
from mmbot.texts import QUESTION_FORMS
from mmbot.turkish import split_words

_ENGLISH = frozenset({
    "the",
    "who",
    "what",
    "when",
    "where",
    "which",
    "why",
    "how",
    "did",
    "was",
    "were",
    "of",
    "is",
    "does",
    "on",
    "in",
})


def question_for(library: Library, fact: Fact) -> str:
    """A Turkish question to which *fact* is the answer: one written for it, best one that names its entry.

    A fact without one is offered by its title and a question word.
    """
    title = library.title(fact.entry)
    if fact.id == DEFINITION:
        person = library.entries[fact.entry].kind == "person"
        return f"{title} {'kimdir' if person else 'nedir'}?"
    return _best(title, fact.questions) or f"{title}: {QUESTION_FORMS[fact.answers[0].split('-')[0]]}?"


@lru_cache(maxsize=4096)  # a question that is not answered is offered several
def _best(title: str, questions: tuple[str, ...]) -> str:
    """The first Turkish one of *questions* that names *title*, else the first Turkish one; the empty text where there is none."""
    first, turkish = split_words(title)[0], ""
    for question in questions:
        words = split_words(question)
        if _ENGLISH.isdisjoint(words):
            turkish = turkish or question
            if any(word.startswith(first) for word in words):
                return question
    return turkish


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
