"""“Moskova Antlaşması'ndan sonra neler oldu?”, “what happened after …?”: the next dated facts that belong to it, within one year."""

import re
from collections.abc import Sequence
from datetime import timedelta

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.judging import judge, untold
from mmbot.answering.reckoning_moments import Moment, leading
from mmbot.answering.reckoning_sides import Words, called_after, date_of, entry_of, text_of
from mmbot.answering.spelt import as_spelt
from mmbot.matching.reading import NATIONS, Reading, read
from mmbot.matching.terms import FactTerms
from mmbot.matching.words import Word, read_words
from mmbot.model import DEFINITION, Answered, Fact, Unknown
from mmbot.texts import Told

LEAST, MOST = 2, 4  # one fact alone is no course of events
_IMPORTANT, _FIRST_WORDS = 3, 3  # what a state did is looked for where it stands first, among what matters
_WITHIN = timedelta(days=365)
_AFTER, _BEFORE = frozenset({"sonra", "sonrasinda", "ardindan"}), frozenset({"once", "oncesinde"})
_ENGLISH_AFTER, _ENGLISH_BEFORE = frozenset({"after", "following"}), frozenset({"before"})
_ASKS = re.compile("ne|neler|nelerdir|hangi|olaylar|gelismeler|what|which|events")
_HAPPENED = re.compile(
    "ne|neler|nelerdir|hangi|oldu|olmus(?:tu|tur)?|oluyor(?:du)?|olay(?:lar)?|yapti|yapmis(?:ti|tir)?|yapildi|yasandi|gelismeler|seyler|"
    "what|which|happened|did|do|events|were|was|done|the|in|happen"
)
_FROM = re.compile("[dt][ae]n")
_GENITIVE = re.compile("n?[iu]n")


def afterwards(known: Known, reading: Reading) -> Decision | None:
    """What followed (or came before) a thing of a certain day; None unless only that is asked and no fact already tells it."""
    if reading.asked.polar or reading.asked.kind not in ("what", "list", "any"):
        return None
    sides = _sides(reading.words)
    if sides is None:
        return None
    anchor, rest, after = sides
    entry = _anchor(known, anchor)
    found = leading(known, entry) if entry else date_of(read(known.index, text_of(anchor)))
    if found is None or (found.fact and (not found.has_day or _told(known, reading))):
        return None
    return _decision(known, reading, found, rest, after=after) or _untold(known, reading, found, rest)


def _sides(words: Words) -> tuple[Words, Words, bool] | None:
    """The thing that the time is counted from, what is asked besides, and whether of the time after it."""
    for place, word in enumerate(words):
        english = word.folded in _ENGLISH_AFTER | _ENGLISH_BEFORE
        if not (place or english) or (word.folded not in _AFTER | _BEFORE and not english):
            continue
        anchor, rest = (words[place + 1 :], words[:place]) if english else (words[:place], words[place + 1 :])
        if not place:  # “After the Treaty of Kars, what happened?”
            cut = next((number for number, other in enumerate(anchor) if _ASKS.fullmatch(other.folded)), len(anchor))
            anchor, rest = anchor[:cut], anchor[cut:]
        from_it = english or word.folded not in ("sonra", "once") or _FROM.search((anchor[-1].tail or anchor[-1].folded)[-3:])
        if anchor and from_it and any(_ASKS.fullmatch(other.folded) for other in rest):
            return anchor, rest, word.folded in _AFTER | _ENGLISH_AFTER
        return None
    return None


def _anchor(known: Known, words: Words) -> str | None:
    """What *words* name; where that is a place, what is called after it, a treaty first (“Sakarya'dan sonra”, “Lozan'dan sonra”)."""
    entry = entry_of(known, words)
    if entry and known.library.entries[entry].kind != "place":
        return entry
    return next(iter(called_after(known, words)), entry)


def _told(known: Known, reading: Reading) -> bool:
    """Whether a fact says itself what came after or before."""
    answer = judge(known, reading, known.ranked(reading)).answer
    if not isinstance(answer, Answered) or answer.facts[0].id == DEFINITION:
        return False
    number = known.index.number_of(answer.facts[0])
    return known.index.tells(number, "=sonra") or known.index.tells(number, "=once")


def _decision(known: Known, reading: Reading, anchor: Moment, rest: Words, *, after: bool) -> Decision | None:
    asked = tuple(word for word in rest if not _HAPPENED.fullmatch(word.folded))
    telling = read(known.index, text_of(asked))
    if telling.unknown or telling.dates or len(telling.telling) < len(asked):  # a word that is passed over may be what matters
        return None
    found = [terms for terms in known.index.facts if _stands(terms.fact) and _follows(terms.fact, anchor, after=after)]
    own = sorted((terms.fact for terms in found if _belongs(known, terms, anchor, telling)), key=_in_time)
    if len(own) >= LEAST:
        return _answer(reading, anchor, own[:MOST] if after else own[-MOST:], "", after=after)
    others = [terms.fact for terms in found if terms.fact not in own]
    if not asked:
        return _answer(reading, anchor, _most_important(own, others, after=after), "", after=after)
    done = sorted((fact for fact in others if _does(known, fact, telling)), key=lambda fact: (-fact.significance, fact.name))
    chosen = sorted([*own, *done][:MOST], key=_in_time)
    if not chosen and anchor.fact and all(_states(telling, word) for word in telling.telling):  # its definition would be no answer
        return Decision(untold(known.library, reading, anchor.fact.entry), reading)
    return _answer(reading, anchor, chosen, as_spelt(known.index, text_of(asked)), after=after)


def _untold(known: Known, reading: Reading, anchor: Moment, rest: Words) -> Decision | None:
    """An open “not in my sources” where it is asked what became of somebody, and only something else of the anchor would be told."""
    if anchor.fact is None:  # what happened at that time is not what came after it
        return Decision(Unknown(reason="no-fact"), reading)
    if all(_HAPPENED.fullmatch(word.folded) for word in rest):
        return None
    asked = read(known.index, text_of(tuple(word for word in rest if not _HAPPENED.fullmatch(word.folded))))
    somebody = any(known.library.entries[found.entry].kind == "person" for found in asked.named)
    answer = judge(known, reading, known.ranked(reading)).answer
    if not isinstance(answer, Answered):
        return Decision(untold(known.library, reading, anchor.fact.entry), reading) if somebody else None
    fact, terms = answer.facts[0], known.index.terms(answer.facts[0].says)
    if fact.entry != anchor.fact.entry:
        return None
    told = all(any(term in terms for term, _ in asked.meanings[word.place]) for word in asked.telling)
    return None if told and fact.id != DEFINITION else Decision(untold(known.library, reading, fact.entry), reading)


def _states(telling: Reading, word: Word) -> frozenset[str]:
    """The states that *word* can name."""
    return NATIONS & {term for term, _ in telling.meanings[word.place]}


def _most_important(own: Sequence[Fact], others: Sequence[Fact], *, after: bool) -> Sequence[Fact]:
    """What is told of the anchor, and what matters most of all else that lies nearest to it, in order of time."""
    weighty = [fact for fact in others if fact.significance > _IMPORTANT and fact.id != DEFINITION and fact.date]
    weighty = [fact for fact in weighty if fact.entry not in {one.entry for one in own}]
    weighty.sort(key=_in_time, reverse=not after)
    firsts = {fact.entry: fact for fact in reversed(weighty)}  # one of each entry, the nearest
    nearest = sorted(firsts.values(), key=_in_time, reverse=not after)
    return sorted([*own, *nearest][:MOST], key=_in_time)


def _answer(reading: Reading, anchor: Moment, chosen: Sequence[Fact], whose: str, *, after: bool) -> Decision | None:
    """The facts in order of time; the date that they are counted from is cited first."""
    if not chosen or (len(chosen) < LEAST and not whose):
        return None
    own = texts.AFTERWARDS if after else texts.BEFOREHAND
    text = (texts.DONE_AFTERWARDS if after else texts.DONE_BEFOREHAND) if whose else own
    when = Told(anchor.when.written(), anchor.when.written("en"))
    shown = texts.BY_NOTE.format(day=when) if anchor.noted else when
    since = texts.TITLE_AND_DATE.format(title=anchor.name, date=shown) if anchor.fact else shown
    facts = ((anchor.fact,) if anchor.fact else ()) + tuple(chosen)
    result = text.format(since=since, whose=whose)
    return Decision(Answered(facts, result=result), reading, entries=(facts[0].entry,) if anchor.fact else ())


def _in_time(fact: Fact) -> tuple[object, ...]:
    return (fact.date.first, -fact.significance, fact.name) if fact.date else ()


def _stands(fact: Fact) -> bool:
    """Whether *fact* tells what happened; a definition does where it is dated."""
    return fact.rank != "deprecated" and not fact.disputes and (fact.id != DEFINITION or "when" in fact.answers)


def _does(known: Known, fact: Fact, telling: Reading) -> bool:
    """Whether *fact* begins with the state that is asked about (“Sovyet elçisi …”), and not with something of its (“Rusya'nın …”)."""
    words = read_words(fact.says)[:_FIRST_WORDS]
    if fact.significance < _IMPORTANT or any(_GENITIVE.fullmatch(word.tail) for word in words):
        return False
    states = [_states(telling, word) for word in telling.telling]
    return bool(states) and all(state & known.index.terms(words[0].typed) for state in states)


def _follows(fact: Fact, anchor: Moment, *, after: bool) -> bool:
    if fact.date is None or fact.date.precision == "year" or fact.date.approximate:
        return False
    if after:
        return anchor.when.last < fact.date.first <= anchor.when.last + _WITHIN and anchor.days[1] < fact.date.first
    return anchor.when.first - _WITHIN <= fact.date.last < anchor.when.first


def _belongs(known: Known, terms: FactTerms, anchor: Moment, telling: Reading) -> bool:
    """Whether a fact tells all that is asked besides the anchor; where that is nothing, whether it is about the anchor."""
    fact = terms.fact
    if anchor.fact is None or fact.name == anchor.fact.name or anchor.fact.entry not in (fact.entry, *fact.links):
        return False
    return all(any(known.index.tells(terms.number, term) for term, _ in telling.meanings[word.place]) for word in telling.telling)
