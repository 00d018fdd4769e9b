"""“Moskova Antlaşması'ndan Kars'a kaç gün geçti?”: the time between two things, and how long one of them lasted."""

import re

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.judging import NEARLY_WRITTEN, judge, untold
from mmbot.answering.reckoning_counted import Counted, counted
from mmbot.answering.reckoning_lasting import journey, length
from mmbot.answering.reckoning_moments import Moment
from mmbot.answering.reckoning_pairs import AFTER, BETWEEN, pairs, title_words
from mmbot.answering.reckoning_sides import Words
from mmbot.answering.reckoning_sums import in_order, sum_of
from mmbot.matching.reading import Reading
from mmbot.matching.words import read_words
from mmbot.model import Answered, Fact, Sibling

_LOCATIVE = re.compile("[dt][ae]")
_UNITS_TOLD = {"day": "gün", "week": "hafta", "month": "ay", "year": "yıl"}
_TIMES = frozenset({"saat", "gün", "hafta", "ay", "yıl"})
_DECLINES = 2.0  # no confidence reaches it


def between(known: Known, reading: Reading) -> Decision | None:
    """The time between two dated things, or how long one lasted, with both dates' facts; None where it is another question."""
    asked = counted(reading.words)
    if asked is None or (_stays(reading.words) and not asked.travels):
        return _declined_stay(known, reading, asked)
    if asked.travels:
        way = journey(known, asked.matter) or journey(known, _meant(known, reading))
        if way:
            return _decision(known, reading, way, asked.unit, follows=True)
    if not _known_number(known, reading, asked):
        for first, second, follows in pairs(known, reading, asked):
            if first.fact is None or second.fact is None or first.fact.name != second.fact.name:
                return _decision(known, reading, (first, second), asked.unit, follows)
        lasted = length(known, reading, asked)
        if lasted:
            return lasted
    return _without_another_number(known, reading, asked)


def _meant(known: Known, reading: Reading) -> Words:
    """The title of what the question is about, as far as a number that the sources dispute answers it."""
    answer = judge(known, reading, known.ranked(reading)).answer
    disputed = isinstance(answer, Answered) and answer.facts[0].number and answer.facts[0].disputes
    return title_words(known, answer.facts[0].entry) if isinstance(answer, Answered) and disputed else ()


def _stays(words: Words) -> bool:
    """“Moskova'da kaç yıl kaldı?” is about one person's stay, of which no two dates tell."""
    return words[-1].folded.startswith("kal") and any(_LOCATIVE.fullmatch(word.tail) for word in words)


def _declined_stay(known: Known, reading: Reading, asked: Counted | None) -> Decision | None:
    return _without_another_number(known, reading, asked) if asked else None


def _without_another_number(known: Known, reading: Reading, asked: Counted) -> Decision | None:
    """Decline what would be answered with a number of something else: of people, or of hours where days are asked for."""
    ranked = known.ranked(reading)
    answer = judge(known, reading, ranked).answer
    if not isinstance(answer, Answered) or "how-many" not in answer.facts[0].answers:
        return None
    another = any(word.folded in BETWEEN for word in reading.words) and ranked[0].same < NEARLY_WRITTEN
    if asked.travels and _tells_a_stay(answer.facts[0]):
        return Decision(untold(known.library, reading, answer.facts[0].entry), reading)
    if _tells_time(answer.facts[0], asked.unit) and not another:
        return None
    return judge(known, reading, ranked, enough=_DECLINES)


def _tells_a_stay(fact: Fact) -> bool:
    """Whether *fact* counts how long somebody stayed, “Trabzon'da dört gün kaldı”, which is no way that he went."""
    told = [word.folded for word in read_words(fact.says)]
    return any(word.startswith("kald") for word in told) and not any(word.startswith(("yolda", "yolcul")) for word in told)


def _tells_time(fact: Fact, unit: str) -> bool:
    """Whether *fact* holds a length of time in the *unit* that is asked for, or one said in words."""
    if fact.number is not None:
        return fact.number.unit.split()[0] == _UNITS_TOLD.get(unit) or (unit == "any" and fact.number.unit.split()[0] in _TIMES)
    told = {word.folded for word in read_words(fact.says)}
    return bool(told & {"gun", "hafta", "ay", "yil", "bucuk", "gunde"}) or fact.date is not None


def _known_number(known: Known, reading: Reading, asked: Counted) -> bool:
    """Whether a fact holds the time that is asked for; then nothing needs working out.

    A number of people or clauses is another matter, and so is one that the sources dispute or that only the dates of a span give.
    """
    ranked = known.ranked(reading)
    answer = judge(known, reading, ranked).answer
    if not isinstance(answer, Answered) or "how-many" not in answer.facts[0].answers:
        return False
    fact = answer.facts[0]
    if any(word.folded in BETWEEN for word in reading.words) and ranked[0].same < NEARLY_WRITTEN:
        return False
    if asked.after and asked.after[0].folded in AFTER and not known.index.tells(known.index.number_of(fact), "=sonra"):
        return False  # how long he stayed is not how long after he went on
    if fact.number is None:
        return not (asked.lasts and fact.date and fact.date.precision == "span") and _tells_time(fact, asked.unit)
    return fact.number.unit.split()[0] in _TIMES and not fact.disputes


def _decision(known: Known, reading: Reading, both: tuple[Moment, Moment], unit: str, follows: bool | None) -> Decision:
    first, second = in_order(*both)
    result = sum_of(first, second, unit)
    turned = follows is not None and both != ((first, second) if follows else (second, first))
    if turned and first.days != second.days:
        result += texts.NOT_IN_THIS_ORDER.format(second=second.name, later=second.when, first=first.name, earlier=first.when)
    facts = tuple(found.fact for found in (first, second) if found.fact)
    return Decision(Answered(facts, disputed(known, facts), result=result), reading, entries=_entries(facts))


def disputed(known: Known, facts: tuple[Fact, ...]) -> tuple[Sibling, ...]:
    """What says otherwise than any of *facts*, each once."""
    found = {sibling.fact.name: sibling for fact in facts for sibling in known.library.siblings(fact)}
    return tuple(sibling for name, sibling in found.items() if name not in {fact.name for fact in facts})


def _entries(facts: tuple[Fact, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.entry for fact in facts))
