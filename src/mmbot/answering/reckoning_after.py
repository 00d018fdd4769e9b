"""“Moskova Antlaşması'ndan sonra neler oldu?”: the next dated facts that belong to it, within one year."""

import re
from datetime import timedelta

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.judging import judge
from mmbot.answering.reckoning_sides import Moment, Words, entry_of, leading, text_of
from mmbot.matching.reading import Reading, read
from mmbot.matching.terms import FactTerms
from mmbot.model import DEFINITION, Answered, Fact

LEAST, MOST = 2, 4  # one fact alone is no course of events
_WITHIN = timedelta(days=365)
_AFTER, _BEFORE = frozenset({"sonra", "sonrasinda", "ardindan"}), frozenset({"once", "oncesinde"})
_ASKS = re.compile("ne|neler|nelerdir|hangi|olaylar|gelismeler")
_HAPPENED = re.compile(
    "ne|neler|nelerdir|hangi|oldu|olmus(?:tu|tur)?|oluyor(?:du)?|olay(?:lar)?|yapti|yapmis(?:ti|tir)?|yapildi|yasandi|gelismeler|seyler"
)
_FROM = re.compile("[dt][ae]n")


def afterwards(known: Known, reading: Reading, within: tuple[str, ...]) -> Decision | None:
    """What followed (or came before) a thing of a certain day; None unless only that is asked and no fact already tells it."""
    if reading.asked.polar or reading.asked.kind not in ("what", "list", "any"):
        return None
    place = next((number for number, word in enumerate(reading.words) if word.folded in _AFTER | _BEFORE and number), None)
    if place is None or not any(_ASKS.fullmatch(word.folded) for word in reading.words[place:]):
        return None
    anchor, rest = reading.words[:place], reading.words[place + 1 :]
    if reading.words[place].folded in ("sonra", "once") and not _FROM.search((anchor[-1].tail or anchor[-1].folded)[-3:]):
        return None
    entry = entry_of(known, anchor)
    found = leading(known, entry) if entry else None
    if found is None or not found.has_day or _told(known, reading, within):
        return None
    return _decision(known, reading, found, rest, after=reading.words[place].folded in _AFTER)


def _told(known: Known, reading: Reading, within: tuple[str, ...]) -> bool:
    """Whether a fact says itself what came after or before."""
    answer = judge(known, reading, known.ranked(reading, within), within).answer
    if not isinstance(answer, Answered) or answer.facts[0].id == DEFINITION:
        return False
    number = known.index.number_of(answer.facts[0])
    return known.index.tells(number, "=sonra") or known.index.tells(number, "=once")


def _decision(known: Known, reading: Reading, anchor: Moment, rest: Words, *, after: bool) -> Decision | None:
    if anchor.fact is None:
        return None
    asked = tuple(word for word in rest if not _HAPPENED.fullmatch(word.folded))
    telling = read(known.index, text_of(asked))
    if telling.unknown or telling.dates or len(telling.telling) < len(asked):  # a word that is passed over may be what matters
        return None
    facts = [
        terms.fact
        for terms in known.index.facts
        if _belongs(known, terms, anchor, telling) and _follows(terms.fact, anchor, after=after)
    ]
    facts.sort(key=lambda fact: (fact.date.first, -fact.significance, fact.name) if fact.date else ())
    chosen = tuple(facts[:MOST] if after else facts[-MOST:])
    if len(chosen) < LEAST:
        return None
    text = texts.AFTERWARDS if after else texts.BEFOREHAND
    result = text.format(title=anchor.name, date=anchor.when)
    return Decision(Answered(chosen, result=result), reading, entries=(anchor.fact.entry,))


def _follows(fact: Fact, anchor: Moment, *, after: bool) -> bool:
    if fact.date is None or fact.date.precision == "year" or fact.date.approximate:
        return False
    if after:
        return anchor.when.last < fact.date.first <= anchor.when.last + _WITHIN and anchor.days[1] < fact.date.first
    return anchor.when.first - _WITHIN <= fact.date.last < anchor.when.first


def _belongs(known: Known, terms: FactTerms, anchor: Moment, telling: Reading) -> bool:
    """Whether a fact tells all that is asked besides the anchor; where that is nothing, whether it is about the anchor."""
    fact = terms.fact
    if fact.rank == "deprecated" or fact.disputes or fact.id == DEFINITION or anchor.fact is None:
        return False
    if not telling.telling:
        return anchor.fact.entry in (fact.entry, *fact.links)
    if anchor.fact.entry not in (fact.entry, *fact.links):
        return False
    return all(any(known.index.tells(terms.number, term) for term, _ in telling.meanings[word.place]) for word in telling.telling)
