"""Yes-or-no questions that doubt one word: “Moskova Antlaşması'nı Lenin mi imzaladı?” – false premises come in this form."""

import re
from dataclasses import replace

from mmbot.answering.decision import Decision, Known
from mmbot.answering.judging import judge
from mmbot.matching.question_type import Asked
from mmbot.matching.ranking import rank
from mmbot.matching.reading import Reading
from mmbot.matching.words import Word
from mmbot.model import Answered, Fact
from mmbot.texts import NOT_SAID_OF

_LOCATIVE = re.compile("(?:^|.{3})[dt][ae]$")


def doubted(known: Known, reading: Reading, within: tuple[str, ...]) -> Decision | None:
    """“Moskova Antlaşması'nı Lenin mi imzaladı?”: who did, and that the sources do not say it of Lenin."""
    want = reading.asked
    if not want.polar or want.focus is None:
        return None
    focus = _focus(reading)
    kind = _kind_of(known, reading, focus)
    if kind is None:
        return None
    without = _without(reading, focus, kind)
    ranked = rank(known.index, without, within=within)
    decision = judge(known, without, ranked, within)
    if not isinstance(decision.answer, Answered):
        return None
    fact = decision.answer.facts[0]
    if _tells(known, reading, fact, focus):
        return decision
    typed = " ".join(word.typed for word in focus)
    return replace(decision, answer=replace(decision.answer, remark=NOT_SAID_OF.format(words=typed)))


def _focus(reading: Reading) -> tuple[Word, ...]:
    """The doubted words: the whole name or date that stands before the particle."""
    place = reading.asked.focus
    for found in reading.named:
        if place in found.places and len(found.places) < len(reading.telling):
            return tuple(word for word in reading.words if word.place in found.places)
    focus = [word for word in reading.words if word.place == place]
    for word in reversed(reading.words[: place or 0]):
        if word.folded.isdigit() and focus and (focus[0].folded.isdigit() or reading.dates):
            focus.insert(0, word)
        else:
            break
    return tuple(focus)


def _kind_of(known: Known, reading: Reading, focus: tuple[Word, ...]) -> str | None:
    """What is asked when the doubted words are left open; None where they are no name, date or number."""
    places = {word.place for word in focus}
    if any(word.folded.isdigit() for word in focus):
        return "when" if reading.dates else "how-many"
    if _LOCATIVE.search(focus[-1].tail or focus[-1].folded):
        return "where"
    kinds = {known.library.entries[found.entry].kind for found in reading.named if found.places & places}
    return "who" if "person" in kinds else "any" if kinds else None


def _without(reading: Reading, focus: tuple[Word, ...], kind: str) -> Reading:
    places = {word.place for word in focus}
    telling = tuple(word for word in reading.telling if word.place not in places)
    named = tuple(found for found in reading.named if not found.places <= places)
    dates = () if kind == "when" else reading.dates
    return replace(reading, telling=telling, named=named, dates=dates, asked=Asked(kind, polar=True))


def _tells(known: Known, reading: Reading, fact: Fact, focus: tuple[Word, ...]) -> bool:
    number = known.index.number_of(fact)
    if reading.dates and fact.date and any(word.folded.isdigit() for word in focus):
        return any(typed.matches(fact.date) for typed in reading.dates)
    return all(any(known.index.tells(number, term) for term, _ in known.index.lexicon.resolve(word)) for word in focus)
