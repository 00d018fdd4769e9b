"""How much of a question a fact explains, word by word and date by date."""

from collections.abc import Iterable

from mmbot.dates import TypedDate
from mmbot.matching.gates import names_both
from mmbot.matching.index import Index
from mmbot.matching.sought import IN_TOLD, Sought, SoughtWord
from mmbot.matching.terms import NOWHERE, FactTerms
from mmbot.matching.words import Word
from mmbot.model import Fact

# How well a word is explained by where it stands; IN_TOLD is between the first two.
IN_NAMED = 1.0  # in the name by which the fact's own entry is called
IN_LINKED = 0.88  # in the name of an entry that the fact is about
IN_TOLD_ONLY = 0.8  # the name of an entry that the fact mentions but is not about
IN_PARTLY_NAMED = 0.7  # in a name of its entry that is said in part
IN_ENTRY_DATE = 0.8  # a year by which the entry is known though this fact tells another matter
DATE_WEIGHT = 0.8
MONTH = 31  # days


class Cover:
    """How much of a question a fact explains. Weights are those of the index, summed.

    *content* is the weight of the words that are no names, *left* are known words that are not explained and *soft* the common ones among
    them, *unknown* words that the knowledge does not have, *against* names and dates that are not explained, and what speaks for another
    matter; *doubt* is how uncertain the least certain of the explained words is.
    """

    __slots__ = ("against", "content", "content_explained", "doubt", "explained", "left", "soft", "unknown", "weight")

    def __init__(self) -> None:
        self.weight = self.explained = self.content = self.content_explained = self.doubt = 0.0
        self.left: list[SoughtWord] = []
        self.soft: list[SoughtWord] = []
        self.unknown: list[SoughtWord] = []
        self.against: list[Word] = []

    @property
    def share(self) -> float:
        """The part of the question that is explained, 0 to 1; 1 where nothing was to explain."""
        return self.explained / self.weight if self.weight else 1.0

    @property
    def content_share(self) -> float:
        """The same of the words that are no names."""
        return self.content_explained / self.content if self.content else 1.0


def cover(sought: Sought, terms: FactTerms, dated: Iterable[float], closed: Iterable[Word]) -> Cover:
    """What *terms* explains of the question, and what stands against it; *dated* and *closed* are what the functions of these names find."""
    found = Cover()
    _explain(sought, terms, found)
    for (_, words), worth in zip(sought.dates, dated, strict=True):
        found.weight += DATE_WEIGHT
        found.explained += DATE_WEIGHT * worth
        if not worth:
            found.against += words
    found.against += closed
    return found


def dated(sought: Sought, terms: FactTerms) -> tuple[float, ...]:
    """How well *terms* explains each date of the question, 0 to 1."""
    return tuple([_date_worth(sought.index, terms, typed) for typed, _ in sought.dates])


def _names_said(sought: Sought, terms: FactTerms) -> tuple[frozenset[int], frozenset[int]]:
    """Where a name of the fact's entry stands in the question, and where one of an entry that the fact is about."""
    full = sought.full
    if not full:
        return NOWHERE, NOWHERE
    about = NOWHERE
    for entry in terms.links:
        if entry in full:
            about |= full[entry]
    return full.get(terms.fact.entry, NOWHERE), about


def _explain(sought: Sought, terms: FactTerms, found: Cover) -> None:
    number = terms.number
    own, about = _names_said(sought, terms)
    weight = explained = content = content_explained = doubt = 0.0  # locals, for this is done ten times for a question
    for word in sought.words:
        if number in word.told and not word.name and word.place not in own:
            worth = word.worth  # the commonest case
        else:
            worth = _worth(word, terms, sought.index, own, about)
        part = word.weight if worth else word.weight_left
        weight += part
        explained += part * worth
        if not word.name:
            content += part
            content_explained += part * worth
        if not worth:
            _leave(found, word)
        elif word.doubt > doubt:
            doubt = word.doubt
    found.weight, found.explained, found.doubt = weight, explained, doubt
    found.content, found.content_explained = content, content_explained


def _worth(word: SoughtWord, terms: FactTerms, index: Index, own: frozenset[int], about: frozenset[int]) -> float:
    """How well the fact explains *word*, 0 to 1."""
    if word.misread or not word.meanings:
        return 0.0
    if word.place in own:
        return IN_NAMED * word.sure
    best = IN_LINKED * word.sure if word.place in about else 0.0
    if word.name:
        return best or next((sure * IN_TOLD_ONLY for _, sure, told in word.meanings if terms.number in told), 0.0)
    names = index.entry_terms[terms.fact.entry]
    for term, sure, told in word.meanings:
        if sure * IN_TOLD <= best:
            break
        if terms.number in told:
            return sure * IN_TOLD
        if term in names:
            best = max(best, sure * IN_PARTLY_NAMED)
    return best


def _leave(found: Cover, word: SoughtWord) -> None:
    """Note that *word* is not explained."""
    if word.demanded:
        found.against.append(word.word)
    else:
        (found.unknown if not word.meanings else found.soft if word.soft else found.left).append(word)


def closed(sought: Sought, terms: FactTerms) -> list[Word]:
    """Words of the question for which *terms* meets a closed gate, that no likeness opens."""
    reading = sought.reading
    against = [head.before for head in sought.heads if not names_both(sought.index, terms, head)]
    if sought.decisive and reading.predicate.isdisjoint(terms.predicates):
        against.append(reading.telling[-1])
    for gate in sought.gates:
        if gate(terms):
            against.append(reading.telling[-1])
            break
    return against


def _date_worth(index: Index, terms: FactTerms, typed: TypedDate) -> float:
    if _is_when(terms.fact, typed):
        return IN_NAMED
    if any(_agrees(typed, told) for told in index.dates(terms.number)):
        return IN_TOLD
    if typed.day is None and typed.month is None and index.tells(terms.number, str(typed.year)):
        return IN_TOLD
    facts = index.entries[terms.fact.entry].facts
    if any(fact.rank != "deprecated" and _is_when(fact, typed) for fact in facts):
        return IN_ENTRY_DATE
    return 0.0


def _is_when(fact: Fact, typed: TypedDate) -> bool:
    """Whether *fact* is of the time *typed*: what took months is not what is asked of one day of them."""
    if not fact.date or not typed.matches(fact.date):
        return False
    return not typed.day or (fact.date.last - fact.date.first).days <= MONTH


def _agrees(typed: TypedDate, told: TypedDate) -> bool:
    pairs = ((typed.day, told.day), (typed.month, told.month), (typed.year, told.year))
    return all(asked_for is None or asked_for == given for asked_for, given in pairs) and typed.months is None
