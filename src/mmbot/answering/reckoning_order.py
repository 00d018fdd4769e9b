"""“Hangisi önce, Gümrü mü Moskova mı?”, “… aynı gün mü imzalandı?”: two or more dated things put in order."""

import re
from itertools import pairwise
from typing import TypeGuard

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.judging import judge, untold
from mmbot.answering.reckoning_beside import MARKS, PARTICLE, RELATIVE, beside, same_day
from mmbot.answering.reckoning_between import disputed
from mmbot.answering.reckoning_counted import counted
from mmbot.answering.reckoning_moments import Moment
from mmbot.answering.reckoning_sides import moment, pair
from mmbot.answering.reckoning_sums import written
from mmbot.matching.question_type import is_verb
from mmbot.matching.reading import Reading
from mmbot.matching.words import read_words
from mmbot.model import DEFINITION, Answered, Fact
from mmbot.texts import Told

_MOST = 6
_ABLATIVE = re.compile("[dt][ae]n")
_OFFICES = frozenset({"=elci", "=elcilik"})
_TAKING_OFFICE = ("geldi", "güven mektubunu sundu", "elçi atandı")
_SORTS = re.compile("sirala[a-z]*|sirasi(?:yla|ni)?|sirayla|siraya|kronolojik")


def ordered(known: Known, reading: Reading) -> Decision | None:
    """Which of the things came first, with the fact of each; None where that is not asked or one of them is not clear."""
    sorts = any(_SORTS.fullmatch(word.folded) for word in reading.words)
    if (
        reading.asked.kind.startswith("clause-")
        or counted(reading.words)
        or not (sorts or any(word.folded in MARKS for word in reading.words))
    ):
        return None
    ways = list(beside(reading, sorts=sorts))
    if not ways or _order_told(known, reading):
        return None
    for cores, verbs in ways:
        found = pair(known, cores, verbs) if all(cores) and 2 <= len(cores) <= _MOST else None
        if _are_told_apart(found):
            return _decision(known, reading, found)
    found = _in_office(known, reading)
    return _decision(known, reading, found) if found else None


def _are_told_apart(found: tuple[Moment, ...] | None) -> TypeGuard[tuple[Moment, ...]]:
    return found is not None and all(one.fact for one in found) and len({one.name for one in found}) == len(found)


def _in_office(known: Known, reading: Reading) -> tuple[Moment, ...] | None:
    """When the envoys took office who are named (“Natsarenus mu önce elçiydi Aralov mu?”).

    By the first of the deeds that is told of all of them; else by what is told of each, for years lie between most of them.
    """
    people = [found for found in reading.named if known.library.entries[found.entry].kind == "person"]
    after_one = any(_ABLATIVE.fullmatch(reading.words[place].tail) for found in people for place in found.places)
    if after_one or not 2 <= len(people) <= _MOST or reading.said.isdisjoint(_OFFICES):
        return None  # “Mdivani'den sonra …” asks for one of the others
    cores = [tuple(reading.words[place] for place in sorted(found.places)) for found in people]
    deeds = [tuple(read_words(deed)) for deed in _TAKING_OFFICE]
    together = next(filter(_are_told_apart, (pair(known, cores, deed) for deed in deeds)), None)
    if together:
        return together
    each = [next(filter(None, (moment(known, core, deed) for deed in deeds)), None) for core in cores]
    found = tuple(one for one in each if one)
    return found if len(found) == len(cores) and _are_told_apart(found) else None


def undecided(known: Known, reading: Reading) -> Decision | None:
    """An open “not in my sources” where it is asked which of two came first, and what would be answered dates but one of them."""
    pieces = sum(PARTICLE.fullmatch(word.folded) is not None for word in reading.words)
    if pieces < 2 or not any(word.folded in RELATIVE for word in reading.words):
        return None
    answer = judge(known, reading, known.ranked(reading)).answer
    if not isinstance(answer, Answered):
        return None
    fact = answer.facts[0]
    if fact.id != DEFINITION and _tells_all(known, reading, fact):
        return None
    in_office = _in_office(known, reading)
    if in_office:
        return _decision(known, reading, in_office)
    return Decision(untold(known.library, reading, fact.entry), reading)


def _order_told(known: Known, reading: Reading) -> bool:
    """Whether a fact was written to answer such a question."""
    answer = judge(known, reading, known.ranked(reading)).answer
    if not isinstance(answer, Answered):
        return False
    fact = answer.facts[0]
    return _tells_all(known, reading, fact) and any(_asks_the_same(known, reading, question) for question in fact.questions)


def _tells_all(known: Known, reading: Reading, fact: Fact) -> bool:
    """Whether the sentence of *fact* speaks of all that is named: the date of one thing alone is no order."""
    terms = known.index.told_of(fact)
    names = [word for word in reading.telling if reading.is_name(word) or word.capital or not is_verb(word)]
    return all(any(term in terms for term, _ in reading.meanings[word.place]) for word in names)


def _asks_the_same(known: Known, reading: Reading, question: str) -> bool:
    """Whether *question* asks for an order too, and of the same names."""
    words = {word.folded for word in read_words(question)}
    if not words & RELATIVE or not any(PARTICLE.fullmatch(word) or word.startswith("hangi") for word in words):
        return False
    terms = known.index.terms(question)
    return all(any(term in terms for term, _ in reading.meanings[word.place]) for word in reading.telling if reading.is_name(word))


def _decision(known: Known, reading: Reading, moments: tuple[Moment, ...]) -> Decision:
    chronological = tuple(sorted(moments, key=lambda one: one.days))
    facts = tuple(one.fact for one in chronological if one.fact)
    result = _result(chronological)
    if same_day(reading.words) and len(moments) == 2 and not all(one.when == moments[0].when for one in moments):
        result = texts.NOT_THE_SAME_DAY.format(result=result)
    answer = Answered(facts, disputed(known, facts), result=result)
    return Decision(answer, reading, entries=tuple(dict.fromkeys(fact.entry for fact in facts)))


def _result(moments: tuple[Moment, ...]) -> Told:
    listed = [texts.DATED.format(title=one.name, date=_date(one)) for one in moments]
    overlapping = any(one.days[1] >= other.days[0] for one, other in pairwise(moments))
    if not overlapping and len(moments) == 2:
        first, second = moments
        return texts.FIRST_THEN.format(first=first.name, first_date=_date(first), second=second.name, second_date=_date(second))
    if not overlapping:
        return texts.IN_ORDER.format(listed=texts.SEMICOLON.join(listed))
    if len(moments) == 2 and all(one.when.is_day for one in moments) and moments[0].when == moments[1].when:
        same = texts.BOTH_SAME_DAY.format(first=moments[0].name, second=moments[1].name, date=moments[0].when)
        return same + texts.DISPUTED_DAY if any(one.rivals for one in moments) else same
    return texts.ORDER_UNKNOWN.format(listed=texts.SEMICOLON.join(listed))


def _date(one: Moment) -> Told:
    return texts.BY_NOTE.format(day=one.when) if one.noted else written(one.when)
