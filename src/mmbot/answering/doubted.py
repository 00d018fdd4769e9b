"""Yes-or-no questions: “Moskova Antlaşması'nı Lenin mi imzaladı?” – false premises come in this form.

A question that doubts a name, a place, a date or a number is asked again without it, for the kind of answer that the doubted word
would have been. The answer then says who or when it was, and that the sources do not say it of the one doubted.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from mmbot.answering.decision import Decision, Known
from mmbot.answering.judging import ENOUGH, SURE, judge
from mmbot.answering.written import as_written
from mmbot.matching.question_type import Asked
from mmbot.matching.ranking import Ranked
from mmbot.matching.reading import NATIONS, Reading, read
from mmbot.matching.words import Word
from mmbot.model import Answered, Fact
from mmbot.texts import NOT_SAID_OF

_LOCATIVE = re.compile("(?:^|.{3})[dt][ae]$")
_THINGS = ("treaty", "conference", "event", "document", "organisation")
_OPENLY = {"who": "kim", "when": "ne zaman", "where": "nerede"}
MOST_DOUBTS = 3  # sets of words tried; more would be guessing


def doubted(known: Known, reading: Reading) -> Decision | None:
    """Answer a yes-or-no question whose doubted words the sources do not confirm; None where they do, or where it is none."""
    if not reading.asked.polar:
        return None
    plain = judge(known, reading, known.ranked(reading))
    if isinstance(plain.answer, Answered) and (reading.asked.focus is None or (plain.sure >= SURE and not plain.ranked[0].left)):
        return plain
    open_to_doubt = reading.asked.focus is not None or reading.asked.statement  # “X geldi mi?” doubts the coming, not X
    for words in _doubts(known, reading, plain) if open_to_doubt else ():
        decision = _without(known, reading, words)
        if decision:
            return decision
    return plain if isinstance(plain.answer, Answered) else None


def asked_openly(known: Known, reading: Reading) -> Decision | None:
    """The answer to the question that asks openly what is doubted (“… Yusuf Kemal mi yazdı?”: “… kim yazdı?”), where just that is written."""
    words = _focus(reading) if _is_focused(reading) else ()
    asking = _OPENLY.get(_kind_of(known, reading, words) or "") if words else None
    if asking is None:
        return None
    places = {word.place for word in words}
    kept = [
        asking if word.place == words[0].place else f"{word.typed}'{word.tail}" if word.tail else word.typed
        for word in reading.words
        if word.place == words[0].place or (word.place not in places and word.place != max(places) + 1)  # the particle
    ]
    decision = as_written(known, read(known.index, " ".join(kept)), ())
    if decision is None or not isinstance(decision.answer, Answered) or _tells(known, reading, decision.answer.facts[0], words):
        return decision
    return replace(decision, answer=replace(decision.answer, remark=_not_said_of(words)))


def _not_said_of(words: tuple[Word, ...]) -> str:
    return NOT_SAID_OF.format(words=" ".join(word.typed for word in words))


def _doubts(known: Known, reading: Reading, plain: Decision) -> Iterator[tuple[Word, ...]]:
    """The words that may be doubted: those before the particle, then names and dates that the best facts leave unexplained."""
    seen: set[tuple[Word, ...]] = set()
    candidates = [_focus(reading)] if _is_focused(reading) else []
    candidates += [ranked.unexplained for ranked in plain.ranked[:8] if not _names_a_thing_left_out(known, reading, ranked)]
    for candidate in candidates:
        words = _whole_names(reading, candidate)
        if words and words not in seen and all(_can_be_doubted(reading, word) for word in words):
            seen.add(words)
            yield words
        if len(seen) == MOST_DOUBTS:
            return


def _names_a_thing_left_out(known: Known, reading: Reading, ranked: Ranked) -> bool:
    """Whether the question is about a treaty, a congress … and doubts another word: what happened at another one is no answer."""
    left = {word.place for word in ranked.unexplained}
    return (_is_focused(reading) or reading.asked.statement) and any(
        known.library.entries[found.entry].kind in _THINGS and found.places & left and reading.asked.focus not in found.places
        for found in reading.named
    )


def _is_focused(reading: Reading) -> bool:
    """Whether the word before the particle says something (“sonunda mı” does not)."""
    return reading.asked.focus in {word.place for word in reading.telling} or any(word.folded.isdigit() for word in _focus(reading))


def _whole_names(reading: Reading, words: tuple[Word, ...]) -> tuple[Word, ...]:
    places = {word.place for word in words}
    for found in reading.named:
        if found.places & places and len(found.places) < len(reading.telling):
            places |= found.places
    return tuple(word for word in reading.words if word.place in places)


def _can_be_doubted(reading: Reading, word: Word) -> bool:
    """A name, a nation or a number can be doubted; what is asked of it cannot."""
    if word.folded.isdigit() or reading.is_name(word) or _LOCATIVE.search(word.tail):
        return True
    terms = {term for term, _ in reading.meanings.get(word.place, ())}
    return (
        bool(terms & NATIONS)
        or any(word.place in found.places for found in reading.links.values() if found.full)
        or _is_date(reading, word)
    )


def _is_date(reading: Reading, word: Word) -> bool:
    return bool(reading.dates) and word.place not in reading.meanings


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


def _without(known: Known, reading: Reading, words: tuple[Word, ...]) -> Decision | None:
    kind = _kind_of(known, reading, words)
    if kind is None:
        return None
    places = {word.place for word in words}
    rest = replace(
        reading,
        telling=tuple(word for word in reading.telling if word.place not in places),
        named=tuple(found for found in reading.named if not found.places & places),
        name_places=reading.name_places - places,
        heads=tuple(pair for pair in reading.heads if not {pair[0].place, pair[1].place} & places),
        dates=() if any(word.folded.isdigit() for word in words) else reading.dates,
        asked=Asked(kind, polar=kind == "any"),
    )
    if (kind == "any" and all(rest.is_name(word) for word in rest.telling)) or rest.unknown:
        return None  # of a deed that is told of nobody it cannot be asked whose it was
    if reading.asked.statement and not rest.named:  # then it would be asked who ever did so, wherever
        return None
    enough = SURE if kind == "any" else ENOUGH
    decision = judge(known, rest, known.ranked(rest), enough=enough)
    if not isinstance(decision.answer, Answered):
        return None
    if _tells(known, reading, decision.answer.facts[0], words):
        return decision
    return replace(decision, answer=replace(decision.answer, remark=_not_said_of(words)))


def _kind_of(known: Known, reading: Reading, words: tuple[Word, ...]) -> str | None:
    """What is asked when the doubted words are left open; None where they are no name, date or number."""
    if any(word.folded.isdigit() for word in words):
        return "when" if reading.dates else "how-many"
    if _LOCATIVE.search(words[-1].tail or words[-1].folded):
        return "where"
    places = {word.place for word in words}
    kinds = {known.library.entries[found.entry].kind for found in reading.links.values() if found.full and found.places <= places}
    if "person" in kinds:
        return "who"
    nation = any(term in NATIONS for word in words for term, _ in reading.meanings.get(word.place, ()))
    return "any" if kinds or nation else None


def _tells(known: Known, reading: Reading, fact: Fact, words: tuple[Word, ...]) -> bool:
    number = known.index.number_of(fact)
    if reading.dates and fact.date and any(word.folded.isdigit() for word in words):
        return any(typed.matches(fact.date) for typed in reading.dates)
    return all(any(known.index.tells(number, term) for term, _ in known.index.lexicon.resolve(word)) for word in words)
