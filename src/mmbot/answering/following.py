"""What a short question means after another: “nerede?”, “peki kim imzaladı?”, “ya Gümrü?”.

It is written out in full, and then answered like any other question: all gates hold for it.
"""

import re
from collections.abc import Iterator, Sequence

from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.matching.question_type import asked
from mmbot.matching.reading import Reading, read
from mmbot.matching.words import Word, read_words
from mmbot.turkish import split_words

LONGEST = 5  # words that name something else
_BEFORE = re.compile(r"(?:(?:e|ee|hmm|tamam|ya) )?peki(?: ya)?|ya|(?:and )?(?:what|how) about|and")
_AFTER = re.compile(r"peki(?: ya)?|icin|ya")
# What an entry is, said after its name: “Kars” alone is a town.
_KIND = re.compile(
    r"(?:an[td]lasma|anlasma|baris|muahede|mutareke|konferans|kongre|kurultay|savas|muharebe|zafer|heyet|olay|nota|mektup|protokol|"
    r"treaty|agreement|armistice|conference|congress|war|battle|delegation)\w*"
)
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")


def likewise(index: Index, text: str, before: str, entries: Sequence[str]) -> Iterator[str]:
    """“Peki ya Gümrü?”: the question *before*, which was about *entries*, asked of what *text* names; nothing where it is no such follow-up."""
    words = _another(read_words(text))
    said = " ".join(word.typed for word in words)
    if not said or not before:
        return
    asked_before = read(index, before)
    mention = next((found for found in asked_before.named if found.entry in entries[:1]), next(iter(asked_before.named), None))
    if mention is None:
        return
    kinds = [word.typed for word in asked_before.words if word.place in mention.places and _KIND.match(word.folded)]
    alike = f"{said} {kinds[-1]}" if kinds and not any(_KIND.match(word.folded) for word in words) else ""
    named = bool(read(index, said).links)
    if alike and (named or any(found.full for found in read(index, alike).named)):  # “Moskova” alone is no entry, its treaty is
        yield _put(asked_before.words, mention.places, alike)
    if named:
        yield _put(asked_before.words, mention.places, said)


def asks_likewise(text: str) -> bool:
    """Whether *text* is “peki ya …?” with something that it may ask about; else ``likewise`` finds nothing."""
    return bool(_another(read_words(text)))


def about_the_same(library: Library, index: Index, reading: Reading, before: str, entries: Sequence[str]) -> Iterator[str]:
    """A question that names nothing else, asked of the *entries* that the question *before* was about.

    Nothing where it has a word that is not known at all: that would not be answered, whatever it is asked of.
    """
    own = own_words(library, entries)
    if reading.unknown or not named_words(reading) <= own:
        return
    said = " ".join(_spelled(word) for word in _unmarked(reading.words) if word.folded not in own)
    if not reading.telling and before:  # a question word alone takes the place of the former one
        former = read(index, before)
        if former.named and former.asked.words:
            kept = [_spelled(word) for word in former.words if word.place not in former.asked.words]
            yield " ".join([*kept, said])
    yield from (f"{_IN_BRACKETS.sub('', library.title(entry))} {said}" for entry in entries[:1])


def named_words(reading: Reading) -> frozenset[str]:
    """The words, folded, by which *reading* names entries."""
    return frozenset(reading.words[place].folded for found in reading.named for place in found.places)


def own_words(library: Library, entries: Sequence[str]) -> frozenset[str]:
    """The words of the title of what was asked about: who goes on about the Treaty of Kars with “Kars ne zaman?” does not mean the town."""
    return frozenset(split_words(library.title(entries[0]))) if entries else frozenset()


def _another(words: Sequence[Word]) -> Sequence[Word]:
    """What stands beside “peki ya …?” where that is all there is."""
    rest = _unmarked(words)
    return rest if len(rest) < len(words) and 0 < len(rest) <= LONGEST and asked(rest).kind == "any" else ()


def _unmarked(words: Sequence[Word]) -> Sequence[Word]:
    """*words* without what only says that they go on from the last answer."""
    for count in (3, 2, 1):
        if _BEFORE.fullmatch(" ".join(word.folded for word in words[:count])):
            words = words[count:]
        if _AFTER.fullmatch(" ".join(word.folded for word in words[-count:])):
            words = words[:-count]
    return words


def _put(words: Sequence[Word], places: frozenset[int], name: str) -> str:
    """The question *words* with *name* in the *places* of another."""
    first = min(places)
    return " ".join(name if word.place == first else _spelled(word) for word in words if word.place not in places - {first})


def _spelled(word: Word) -> str:
    return f"{word.typed}'{word.tail}" if word.tail else word.typed
