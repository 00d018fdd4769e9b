"""Who did what a fact dates: whether a moment is of the very people that a question names."""

import re
from itertools import pairwise

from mmbot.answering.claims_statement import TITLES
from mmbot.answering.decision import Known
from mmbot.matching.question_type import asked, is_verb
from mmbot.matching.reading import Reading
from mmbot.matching.words import read_words
from mmbot.model import Fact

THINGS = ("treaty", "conference", "event", "document")
_GENITIVE = re.compile("n?[iu]n")
_SIGNED_BY = re.compile(".+l[iu]")  # “X imzalı nota”


def lists(fact: Fact) -> bool:
    """Whether *fact* lists what happened over the years, which is no moment."""
    return "list" in fact.answers and fact.date is not None and fact.date.first.year < fact.date.last.year


def is_of_the_person(known: Known, reading: Reading, fact: Fact) -> bool:
    """Whether *fact* tells of the people who are named what is asked of them; true where a thing is named, or no deed.

    The note that a minister signed was sent, not he: his name has to be the subject, or to stand in the genitive before what he did.
    """
    kinds = {known.library.entries[found.entry].kind for found in reading.named}
    if "person" not in kinds or kinds & set(THINGS) or not is_verb(reading.words[-1]):
        return True
    ends = [words[-1] for question in fact.questions if asked(words := read_words(question)).kind == "when"]
    does = any(not reading.predicate.isdisjoint(known.index.vocabulary.meanings(word)) for word in ends)
    does = does or not reading.predicate.isdisjoint(known.index.terms(fact.says))
    return does and all(
        _acts(known, found.entry, fact) for found in reading.named if known.library.entries[found.entry].kind == "person"
    )


def _acts(known: Known, person: str, fact: Fact) -> bool:
    """Whether the sentence of *fact* says that *person* did something: “X …”, “X'in geldiği …”, not “X imzalı nota”, “X'e …”."""
    words = read_words(fact.says)
    names = {word.folded for name in known.library.entries[person].names for word in read_words(name)}
    for word, following in pairwise(words):
        if (
            not (word.capital or word.place == 0)
            or word.folded not in names
            or following.folded in names
            or following.folded in TITLES
        ):
            continue
        style = next((other for other in words[word.place :] if other.folded not in names | TITLES), None)
        ending = words[style.place - 1] if style else word
        if (not ending.tail or _GENITIVE.fullmatch(ending.tail)) and not (style and _SIGNED_BY.fullmatch(style.folded)):
            return True
    return False
