"""How a question that was put together or mended is shown: with its names as the knowledge writes them."""

import re
from collections.abc import Sequence

from mmbot.answering.phrasing import question_for
from mmbot.answering.well_put import has_english_words, is_in_english, is_well_put
from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.matching.reading import read
from mmbot.matching.words import read_words
from mmbot.model import Fact
from mmbot.turkish import upper_first

_STEM = 3  # letters that forms of one word begin with: kim, kimler


def as_spelt(index: Index, question: str) -> str:
    """*question*, or a part of one, with every name that it says in full written as the knowledge does: “kars antlasmasi” – “Kars Antlaşması”."""
    reading = read(index, question)
    for found in reading.named:
        written = {
            word.folded: word.typed for name in (index.entries[found.entry].title, found.written) for word in read_words(name)
        }
        for word in reading.words:
            meant = written.get(word.folded) or (upper_first(word.typed) if found.full else word.typed)
            if word.place in found.places and meant != word.typed:
                question = re.sub(rf"(?<!\w){re.escape(word.typed)}(?!\w)", meant, question, count=1)
    return question


def as_understood(index: Index, question: str, facts: Sequence[Fact]) -> str:
    """*question*, put together of parts that were typed, as somebody would write it: as it is written for the first of *facts*, if it is.

    What was put together has the case endings of other names: “Gümrü Antlaşması kim imzaladı” – “Gümrü Antlaşması'nı kim imzaladı?”.
    """
    written = index.asked_by(index.number_of(facts[0]), index.key(read_words(question))) if facts else ()
    found = next((one for one in written if (is_well_put(one) or is_in_english(one)) and _says_the_same(one, question)), "")
    return found or as_a_sentence(as_spelt(index, question))


def _says_the_same(written: str, question: str) -> bool:
    """Whether the two differ only in the endings of words."""
    if is_in_english(written):
        return has_english_words(question)
    words = [[word.folded for word in read_words(text)] for text in (written, question)]
    return len(words[0]) == len(words[1]) and all(one[:_STEM] == other[:_STEM] for one, other in zip(*words, strict=True))


def as_offered(library: Library, question: str, fact: Fact) -> str:
    """*question*, which was written for *fact*, where it reads well; else the one by which *fact* is offered."""
    return question if is_well_put(question) else question_for(library, fact)


def as_a_sentence(question: str) -> str:
    """*question* with a capital at its beginning and a mark at its end, however hastily it was typed.

    >>> as_a_sentence("peki kim imzaladı ")
    'Peki kim imzaladı?'
    """
    said = question.strip().rstrip("?!.,;: ")
    return f"{upper_first(said)}?" if said else question
