"""Gates that a fact must pass before its likeness counts: the right person, the right pair of words, the right order of events."""

from mmbot.matching.index import FactTerms, Index
from mmbot.matching.reading import Reading
from mmbot.matching.words import Word
from mmbot.model import Fact

_OF_ONE_PERSON = frozenset({"=gelis", "=gidis", "=donus", "=ata"})
_SUFFERED = frozenset({"=oldur", "=olum", "=dogum"})  # the fact must be about it, not only mention it

# What was asked for is not what was given: whoever asks about the one is not answered by the other.
_OPPOSED = (("=ver", "=iste"), ("=iste", "=ver"), ("=kabul", "=reddet"), ("=reddet", "=kabul"), ("=basla", "=bit"), ("=bit", "=basla"))


def tells_the_opposite(reading: Reading, terms: FactTerms) -> bool:
    """Whether what the question says happened stands against what the fact says: given, but the fact tells what was asked for."""
    return any(
        asked_for in reading.predicate and asked_for not in terms.predicates and told in terms.predicates
        for asked_for, told in _OPPOSED
    )


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


def names_both(index: Index, reading: Reading, terms: FactTerms, before: Word, head: Word) -> bool:
    """Whether “Fransız” and “ihtilali” stand together: in the names of the fact's entry or of one that it is about, or in its texts."""
    one = {term for term, _ in reading.meanings[before.place]}
    other = {term for term, _ in reading.meanings[head.place]}
    for entry in (terms.fact.entry, *terms.fact.links):
        names = index.entry_terms.get(entry, frozenset())
        if one & names and other & names:
            return True
    pairs = index.pairs(terms.number)
    return any((a, b) in pairs for a in one for b in other)


def is_the_predecessor(reading: Reading, fact: Fact) -> bool:
    """Whether it is asked who came after (or before) somebody, and the fact is about that somebody."""
    if reading.asked.kind != "who" or not reading.said & {"=sonra", "=once"}:
        return False
    return any(found.entry in (fact.entry, *fact.people[:1]) for found in reading.named)
