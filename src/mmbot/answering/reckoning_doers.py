"""Who did what a fact dates: whether a moment is of the very people that a question names."""

import re
from collections.abc import Iterable
from itertools import pairwise

from mmbot.answering.claims_statement import TITLES, TOWNS
from mmbot.answering.claims_words import verb_stem
from mmbot.answering.decision import Known
from mmbot.matching.question_type import asked, is_verb
from mmbot.matching.reading import Reading
from mmbot.matching.words import Word, read_words
from mmbot.model import Fact

THINGS = ("treaty", "conference", "event", "document")
_GENITIVE = re.compile("n?[iu]n")
_WHITHER = re.compile("[yn]?[ae]|[dt][ae]n")
_MOVES = frozenset({"=gelis", "=gidis", "=donus"})
_STEM = 3  # letters with which two forms of one verb begin
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
    does = does or not reading.predicate.isdisjoint(known.index.terms(fact.says)) or _is_said_to(reading.words[-1], fact)
    return does and all(
        _acts(known, found.entry, fact) for found in reading.named if known.library.entries[found.entry].kind == "person"
    )


def _is_said_to(deed: Word, fact: Fact) -> bool:
    """Whether the sentence of *fact* has the verb *deed* in whatever form: “sunarak” tells of “sundu”."""
    stem = verb_stem(deed.folded)
    said = (word for word in read_words(fact.says) if not word.capital and word.folded[:_STEM] == deed.folded[:_STEM])
    return any(verb_stem(word.folded) == stem for word in said)


def goes_there(known: Known, reading: Reading, fact: Fact) -> bool:
    """Whether *fact* tells the coming or going that *reading* asks for, and to or from the very place; true where nobody moves.

    A delegate whose telegram came from Trabzon did not come to Moscow that day.
    """
    moves = reading.predicate & _MOVES
    if not moves:
        return True
    index = known.index
    terms = index.facts[index.number_of(fact)].topic | index.entry_terms[fact.entry]
    asking = [typed[-1] for question in fact.questions if asked(typed := read_words(question)).kind == "when"]
    words = read_words(f"{fact.says} {known.library.title(fact.entry)}")
    said = (word for before, word in pairwise(words) if _WHITHER.fullmatch(before.tail))  # “Ankara'ya geldi”, not “haberi vardı”
    told = terms | {term for word in (*asking, *said) for term in index.vocabulary.meanings(word)}
    return bool(moves & told) and whither(reading.words) <= whither(words)


def whither(words: Iterable[Word]) -> set[tuple[str, bool]]:
    """The towns among *words* to which somebody goes, and those from which (true): “Moskova'ya” is not “Moskova'dan”."""
    found = set()
    for word in words:
        town = word.folded if word.folded in TOWNS else next((town for town in TOWNS if word.folded.startswith(town)), "")
        ending = word.folded.removeprefix(town) + word.tail
        if town and _WHITHER.fullmatch(ending):
            found.add((town, ending.endswith("n")))
    return found


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
