"""Whose doing is asked for: what the British promised does not tell what the Soviets promised, nor Ankara's assent that of Moscow."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from mmbot.matching.index import Index
from mmbot.matching.reading import NATIONS, Reading
from mmbot.matching.terms import FactTerms, Terms
from mmbot.matching.words import Word, read_words

# Words by which a side is known beside those of its nation.
_SIDES = {"tbmm": "=turk", "=meclis": "=turk", "ankara": "=turk", "sscb": "=sovyet", "sscbnin": "=sovyet", "moskova": "=sovyet"}
_STATES = NATIONS | {"=ukrayna", "=polonya", "=iran", "=afgan", "=japon", "=amerika"}
_TWO = frozenset({"=turk", "=sovyet"})
_ALLIANCES = dict.fromkeys(("=ingiliz", "=fransiz", "=italyan", "=amerika"), ("=itilaf", "=bati", "=emperyalist"))
_OURS = frozenset({"biz", "bize", "bizi", "bizim", "bizden", "bizimkiler", "bizimkilerin", "ulkemiz", "ulkemize", "ulkemizin"})
_ASKS_FOR_IT = re.compile(r"(?:soyle|anlat|acikla|yardim|ver|yaz|goster|ogret|lazim|hatirlat|ozetle)\w*")  # “bize anlatır mısın?”
_BARE = frozenset({"turkiye", "rusya", "sovyet", "turk", "rus", "italya", "almanya", "fransa", "ingiltere"})
_ADJECTIVES = frozenset({"sovyet", "turk", "rus", "ermeni", "gurcu", "yunan"})
_PREPOSITIONS = frozenset({"from", "with", "to", "against", "the"})
_OBLIQUE = re.compile(r".+(?:y?l[ae]|[dt][ae]n?|[yn][ae]|l[ae]r[aeiu])")  # “İngilizlerle”, “Rusya'dan”: with or from whom, not who
_OBLIQUE_TAIL = re.compile(r"y?l[ae]|n?[dt][ae]n?|[yn]?[aeiu]|[dt][ae]ki\w*")
_OBJECT_TAIL = re.compile(r"n?[dt][ae]n|[yn]?[ae]|[yn]?[iu]")
_OBJECT = re.compile(r".+l[ae]r(?:[dt][ae]n|[aeiu])")  # “Ermenilere”, “Türkleri”
_BEHALF = frozenset({"adina", "namina"})
_SUFFERS = frozenset({"=kaybet", "=kabul"})  # of one's own: “Ermeniler Kars'ı ne zaman kaybetti?”
_NOBODY: Terms = frozenset()
_FOR = re.compile(r"adina|namina|icin|temsil\w*|imzaci\w*|heyet\w*|taraf\w*|imza\w*|delege\w*|murahhas\w*")
_FOR_WHOM = re.compile(r"\W+")
_NEAR = 4  # words before “adına” in which it stands for whom
# What one side does for itself, so that another side's doing is no answer even where nothing is told of it.
_OWN_DEED = frozenset({"=onay", "=katil", "=kaldir", "=nota"})


def gates(index: Index, reading: Reading) -> Iterator[Callable[[FactTerms], bool]]:
    """What can tell that a fact is of somebody else's doing than is asked."""
    doers, principals = acting(index, reading), on_behalf_of(reading)
    if doers:
        what = reading.asked.kind in ("what", "list")
        yield partial(of_the_other_side, index, doers, what)
    if doers and reading.asked.kind == "when" and reading.predicate.isdisjoint(_SUFFERS):
        yield partial(only_suffered, index, doers)
    if principals and reading.asked.kind == "who":
        yield partial(for_somebody_else, index, principals)
    strangers = frozenset() if reading.asked.polar else _strangers(reading)
    if strangers:
        yield partial(never_mentions, index, strangers)
    people = frozenset() if reading.asked.polar else persons(index, reading)
    if people:
        yield partial(of_another_person, index, people, reading.said)


def _strangers(reading: Reading) -> Terms:
    """The states that are named beside Türkiye and Russia, which everything is about: what leaves them out is about others."""
    return frozenset(
        term for word in reading.telling for term, sure in reading.meanings[word.place] if term in _STATES - _TWO and sure == 1.0
    )


def never_mentions(index: Index, states: Terms, terms: FactTerms) -> bool:
    """Whether neither the fact, nor a question written for it, nor the name of what it is about has one of *states* or an alliance it was of."""
    names = frozenset[str]().union(*(index.entry_terms.get(entry, _NOBODY) for entry in (terms.fact.entry, *terms.links)))
    for state in states:
        meant = {state, *_ALLIANCES.get(state, ())}
        if names.isdisjoint(meant) and not any(index.tells(terms.number, term) for term in meant):
            return True
    return False


def acting(index: Index, reading: Reading) -> Terms:
    """The sides whose doing or having is asked for: named bare or in the genitive, and not within a name; “biz” is Türkiye."""
    events = [found for found in reading.named if index.entries[found.entry].kind not in ("person", "organisation", "place")]
    within = {place for found in events if len(found.places) > 1 for place in found.places}
    found = {
        term
        for word in reading.telling
        if word.place not in within and not _is_oblique(reading, word)
        for term, sure in reading.meanings[word.place]
        if term in _STATES and sure == 1.0
    }
    return frozenset(found | {"=turk"} if any(_is_ours(reading, word) for word in reading.words) else found)


def _is_ours(reading: Reading, word: Word) -> bool:
    """Whether *word* is the “bize” of “bize ne kazandırdı”, not that of “bize anlatır mısın”."""
    behind = reading.words[word.place + 1 : word.place + 3]
    return word.folded in _OURS and not any(_ASKS_FOR_IT.fullmatch(other.folded) for other in behind)


def _is_oblique(reading: Reading, word: Word) -> bool:
    """Whether *word* is with, from or to whom it was done; “Rus hükümetine” is told by the noun."""
    before = reading.words[word.place - 1].folded if word.place else ""
    after = reading.words[word.place + 1] if word.place + 1 < len(reading.words) else word
    if before in _PREPOSITIONS or after.folded == "ile":
        return True
    if word.tail or word.folded not in _BARE:
        return (_OBLIQUE_TAIL if word.tail else _OBLIQUE).fullmatch(word.tail or word.folded) is not None
    return word.folded in _ADJECTIVES and after != word and _OBLIQUE.fullmatch(after.folded) is not None


def of_the_other_side(index: Index, sides: Terms, mentioned: bool, terms: FactTerms) -> bool:
    """Whether the fact is by its id what another side did, has or got than *sides*.

    Its entry tells each of them by itself, or such a thing is only done for oneself, or those who must be *mentioned* are not.
    """
    matter = _beside_sides(terms.topic)
    told = _sides(terms.topic) or (_sides(terms.said) if matter & _OWN_DEED else frozenset())
    if not told or not told.isdisjoint(sides):
        return False
    if matter & _OWN_DEED or (mentioned and sides.isdisjoint(terms.said | index.entry_terms[terms.fact.entry])):
        return True
    others = (index.fact(number).topic for number in index.facts_of[terms.fact.entry])
    return any(_sides(other) & sides and _is_alike(_beside_sides(other), matter) for other in others)


def _is_alike(one: Terms, other: Terms) -> bool:
    """Whether two ids tell one matter, be it of one of several days: “turk-notasi”, “sovyet-notasi-9-aralik”."""
    return bool(one) and bool(other) and (one <= other or other <= one)


def _sides(topic: Terms) -> Terms:
    return (topic & NATIONS) | {_SIDES[term] for term in topic if term in _SIDES}


def _beside_sides(topic: Terms) -> Terms:
    return topic - NATIONS - _SIDES.keys()


def persons(index: Index, reading: Reading) -> frozenset[str]:
    """The people who are named as those who do something: bare, not as whose or to whom."""
    people = [found for found in reading.named if index.entries[found.entry].kind == "person"]
    tails = {word.place for word in reading.words if word.tail}
    return frozenset(found.entry for found in people if tails.isdisjoint(found.places))


def of_another_person(index: Index, persons: frozenset[str], said: Terms, terms: FactTerms) -> bool:
    """Whether the fact is by its id about somebody else than *persons*: Surits's letter, not Aralov's.

    Its entry tells the same matter, which is *said* in the question, of others.
    """
    if terms.fact.entry in persons:
        return False
    names = {person: index.entry_terms.get(person, _NOBODY) & terms.topic for person in terms.fact.people}
    if not any(names.values()) or any(names.get(person) for person in persons):
        return False
    matter = terms.topic - frozenset().union(*names.values())
    others = (index.fact(number) for number in index.facts_of[terms.fact.entry])
    return bool(matter & said) and any(matter < other.topic and other.number != terms.number for other in others)


def only_suffered(index: Index, sides: Terms, terms: FactTerms) -> bool:
    """Whether every one of *sides* that the sentence mentions is told of only as that to which, from which or with which it was done."""
    roles = [(side, word) for word in read_words(terms.fact.says) for side in index.vocabulary.meanings(word) if side in sides]
    return bool(roles) and all(_is_object(word) for _, word in roles)


def _is_object(word: Word) -> bool:
    if word.tail:
        return _OBJECT_TAIL.fullmatch(word.tail) is not None
    return _OBJECT.fullmatch(word.folded) is not None


def on_behalf_of(reading: Reading) -> Terms:
    """The nation on whose behalf something was done (“Bolşevikler adına”)."""
    for word in reading.words:
        if word.folded in _BEHALF and word.place:
            return frozenset(term for term, _ in reading.meanings.get(word.place - 1, ()) if term in NATIONS)
    return frozenset()


def for_somebody_else(index: Index, sides: Terms, terms: FactTerms) -> bool:
    """Whether the fact does not say that it was done for one of *sides*: it says for whom else, or for nobody."""
    words = _FOR_WHOM.split(terms.plain)
    places = [place for place, word in enumerate(words) if _FOR.fullmatch(word)]
    near = (" ".join(words[max(0, place - _NEAR) : place]) for place in places)
    return terms.topic.isdisjoint(sides) and not any(sides & index.terms(text) for text in near)
