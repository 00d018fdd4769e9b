"""Gates that a fact must pass before its likeness counts: the right person, the right pair of words, the right order of events."""

import re
from collections.abc import Callable, Iterator, Set
from functools import partial
from typing import NamedTuple

from mmbot.matching import attributes, definitions, doers, movements, particulars, sides, wanted, years
from mmbot.matching.index import Index
from mmbot.matching.reading import NATIONS, Reading
from mmbot.matching.terms import FactTerms, Terms
from mmbot.matching.words import Word
from mmbot.model import Fact

_OF_ONE_PERSON = frozenset({"=gelis", "=gidis", "=donus", "=ata"})
_LOCATIVE = re.compile("n?[dt][ae]")
_ON_BEHALF = frozenset({"adina", "namina", "behalf", "for"})
_SIGNER = frozenset({"imzalayan", "imzaci", "imzacisi", "murahhasi", "delegesi"})
_SUFFERED = frozenset({"=oldur", "=olum", "=dogum"})  # the fact must be about it, not only mention it
_ORDER = frozenset({"=sonra", "=once"})
_NO_TERMS: Terms = frozenset()

# What was asked for is not what was given: whoever asks about the one is not answered by the other.
_OPPOSED = (
    ("=ver", "=iste"),
    ("=iste", "=ver"),
    ("=kabul", "=reddet"),
    ("=reddet", "=kabul"),
    ("=basla", "=bit"),
    ("=bit", "=basla"),
)


Gate = Callable[[FactTerms], bool]
# Whether a fact leaves open just what is asked: of whose doing, which noun, which deed, whose words, in which year.
_MORE = (
    sides.gates,
    attributes.gates,
    movements.gates,
    definitions.gates,
    years.gates,
    doers.gates,
    wanted.gates,
    particulars.gates,
)


def gates(index: Index, reading: Reading, places: tuple[frozenset[str], ...]) -> tuple[Gate, ...]:
    """What can tell that a fact is of another matter than the question; most questions have few words that can."""
    who, predicate = reading.asked.kind == "who", reading.predicate
    able = (
        (not predicate.isdisjoint(_SUFFERED | _OF_ONE_PERSON), partial(of_another_person, index, reading)),
        (who and not reading.said.isdisjoint(_ORDER), partial(of_the_one_before, index, reading)),
        (bool(places), partial(happened_elsewhere, index, reading, places)),
        (any(asked_for in predicate for asked_for, _ in _OPPOSED), partial(tells_the_opposite, reading)),
        (who, partial(leaves_unnamed, reading)),
        (who and not reading.said.isdisjoint(NATIONS), partial(of_another_nation, reading)),
    )
    return (*(gate for can, gate in able if can), *(gate for more in _MORE for gate in more(index, reading)))


def tells_the_opposite(reading: Reading, terms: FactTerms) -> bool:
    """Whether what the question says happened stands against what the fact says: given, but the fact tells what was asked for."""
    if reading.asked.kind != "how-many" and "=ver" in reading.predicate:  # “cevap verdi”, “söz verdi”: nothing was given
        return False
    return any(
        asked_for in reading.predicate and asked_for not in terms.predicates and told in terms.predicates
        for asked_for, told in _OPPOSED
    )


def leaves_unnamed(reading: Reading, terms: FactTerms) -> bool:
    """Whether it is asked who they were, and the fact says no more than that there were some (“bazı görevliler”).

    Who did something “Fransa adına” is a person: the names of states do not tell it.
    """
    if reading.asked.kind != "who":
        return False
    on_behalf = any(word.folded in _ON_BEHALF for word in reading.words)
    person = reading.asked.person or any(word.folded in _SIGNER for word in reading.words)
    return bool(reading.said & terms.unnamed) or (on_behalf and person and not terms.fact.people)


def of_the_one_before(index: Index, reading: Reading, terms: FactTerms) -> bool:
    """Whether it is asked who came before (or after) somebody, and the fact tells of that somebody without telling an order."""
    order = reading.said & _ORDER
    if reading.asked.kind != "who" or not order or any(index.tells(terms.number, term) for term in order):
        return False
    return any(found.entry == terms.subject for found in reading.named)


def whereabouts(reading: Reading) -> tuple[frozenset[str], ...]:
    """The places where it is asked how many, who or when (“Ankara'da”, “Türkiye'de”): the terms of each."""
    # An apostrophe tells a name, also where all letters are large or small.
    places = [
        word for word in reading.telling if _LOCATIVE.fullmatch(word.tail) and word.folded.isalpha() and _is_place(reading, word)
    ]
    return tuple(frozenset(term for term, _ in reading.meanings[word.place]) for word in places)


def happened_elsewhere(index: Index, reading: Reading, places: tuple[frozenset[str], ...], terms: FactTerms) -> bool:
    """Whether neither the fact's sentence nor what it names is at one of the *places*.

    A question written for the fact may name a place beside the one that is meant, so that is not enough.
    """
    if not places:
        return False
    named = {found.entry for found in reading.named}
    names = [index.entry_terms[entry] for entry in (terms.fact.entry, *terms.links) if entry in named or entry in terms.fact.places]
    told = terms.said.union(*names)
    return any(told.isdisjoint(place) for place in places)


def _is_place(reading: Reading, word: Word) -> bool:
    """Whether *word* may be a place of which the kind of question makes a difference: a country always, a name where a fact is counted or dated."""
    terms = {term for term, _ in reading.meanings[word.place]}
    if any(term.startswith("=") for term in terms):
        return bool(terms & NATIONS) and reading.asked.kind in ("what", "how-many", "when", "who")
    return reading.asked.kind in ("how-many", "who", "when") and not reading.is_name(word)


def of_another_nation(reading: Reading, terms: FactTerms) -> bool:
    """Whether the Armenian signatories are asked for, and the topic of the fact is the Turkish ones, be they named in the treaty's name or not."""
    told = terms.topic & NATIONS
    asked_for = reading.said & NATIONS
    return reading.asked.kind == "who" and bool(told) and bool(asked_for) and told.isdisjoint(asked_for)


def of_another_person(index: Index, reading: Reading, terms: FactTerms) -> bool:
    """Whether something that one person does or suffers is asked for, and the fact tells it of another than the one named."""
    people = {found.entry for found in reading.named if index.entries[found.entry].kind == "person"}
    if not people:
        return False
    names = index.entry_terms[terms.fact.entry]
    said = {term for word in reading.telling if reading.is_name(word) for term, _ in reading.meanings[word.place]}
    if reading.predicate & _SUFFERED:
        return not (terms.topic | names) & _SUFFERED or not said & (names | terms.topic)
    if not reading.predicate & _OF_ONE_PERSON or terms.subject in people:
        return False
    return not said & names


class Head(NamedTuple):
    """The “Fransız” of “Fransız ihtilali” and what it stands before: the terms of both, and the facts in whose texts they stand together."""

    before: Word
    ones: Terms
    others: Terms
    together: Set[int]


def heads(index: Index, reading: Reading) -> Iterator[Head]:
    """Every two words of the question that name a thing together."""
    for before, head in reading.heads:
        ones, others = (frozenset(term for term, _ in reading.meanings[word.place]) for word in (before, head))
        yield Head(before, ones, others, index.side_by_side(ones, others))


def names_both(index: Index, terms: FactTerms, head: Head) -> bool:
    """Whether both words stand together: in the names of the fact's entry or of one that it is about, or in its texts."""
    if terms.number in head.together:
        return True
    names = (index.entry_terms.get(entry, _NO_TERMS) for entry in (terms.fact.entry, *terms.fact.links))
    return any(not (head.ones.isdisjoint(of_entry) or head.others.isdisjoint(of_entry)) for of_entry in names)


def is_the_predecessor(reading: Reading, fact: Fact) -> bool:
    """Whether it is asked who came after (or before) somebody, and the fact is about that somebody."""
    if reading.asked.kind != "who" or not reading.said & _ORDER:
        return False
    return any(found.entry in (fact.entry, *fact.people[:1]) for found in reading.named)
