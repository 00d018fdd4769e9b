"""A doubted statement asked openly: “Gümrü Antlaşması Kars'ta imzalanmadı mı?” asks what “Gümrü Antlaşması nerede imzalandı?” asks.

What happened is named with what was done; the part that is doubted – who, where, when, how many, why – is left open in its place, and the
question that comes of it is asked like any other. Its answer counts only where a fact of the thing named was written to tell just that part.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from mmbot.answering.claims_words import same_deed
from mmbot.answering.decision import Decision, Known
from mmbot.answering.opened_parts import BESIDE, Part, doubts_why, parts_of
from mmbot.answering.opened_words import ALONE, as_done, open_question, stated_in
from mmbot.matching.question_type import is_verb
from mmbot.matching.reading import NATIONS, Reading, read
from mmbot.matching.words import Word, read_words
from mmbot.model import ANSWER_TYPES, DEFINITION, Answered, Fact
from mmbot.texts import NOT_SAID_OF

ENOUGH = 0.8  # sureness from which an open question is taken for answered
ENOUGH_INSTEAD = 0.95  # the same, where something was found already that is less sure, or tells no reason where one is doubted
MOST_WAYS = 8  # open questions tried
SHORT = 3  # letters of a word that is like too many others to tell a deed
# For each kind of part, the kinds of answer that a fact which tells it gives.
_TELLS: Mapping[str, frozenset[str]] = {
    "who": frozenset({"who", "list"}),
    "when": frozenset({"when"}),
    "order": frozenset({"when"}),
    "where": frozenset({"where"}),
    "how-many": frozenset({"how-many"}),
    "how-long": frozenset({"how-many"}),
    "why": frozenset({"why", "how"}),
    "how": frozenset({"how"}),
    "what": frozenset({"what"}),
    "done": frozenset(ANSWER_TYPES),
}
_NAMED_TOO = (
    "who",
    "when",
    "where",
    "how-many",
    "how-long",
)  # the kinds of part of which it is said that the sources do not tell it
_MEANWHILE = re.compile(r"(?:[dt][iu]g[iu]nd[ae]|[iu]nc[ae]|m[ae]d[ae]n|ken|[dt][iu]kt[ae]n)$")
_LIGHT = re.compile(r"(?:at|koy|et|ed|yap)[dtim]")
_OF_SO_MANY = re.compile(r"l[iu]k(?:[dt][iu])?$")
_PARTICLE = re.compile(r"m[iu](?:d[iu]r|yd[iu]|ym[iu]s)?")
_EITHER = 2  # particles from which on it is asked which of two: “Aralov muydu yoksa Natsarenus mu?”


def opened(known: Known, reading: Reading, decided: Decision, ask: Callable[[Reading], Decision]) -> Decision:
    """The answer to what *reading* doubts, asked openly; what was *decided* where that is sure, or nothing better is found.

    *ask* answers a reading as if it had been asked by itself.
    """
    enough = _enough(reading, decided)
    if not reading.asked.polar or enough is None or _asks_which(reading):
        return decided
    stated = stated_in(reading)
    seen: set[str] = set()
    for parts in _ways(known, reading, stated):
        text = open_question(known.index.lexicon, stated, parts) if parts else as_done(known.index.lexicon, stated) + " mi?"
        if len(seen) == MOST_WAYS:
            break
        if text in seen:
            continue
        seen.add(text)
        asked_so = read(known.index, text)
        if asked_so.unknown or not asked_so.named:  # nothing sure can come of it
            continue
        decision = ask(asked_so)
        if decision.sure >= enough and _tells_it(known, reading, asked_so, decision, parts[0].kind if parts else "done"):
            return _with_remark(known, decision, parts)
    return decided


def _enough(reading: Reading, decided: Decision) -> float | None:
    """How sure another answer has to be than what was *decided*; None where none is wanted."""
    answer = decided.answer
    if not isinstance(answer, Answered):
        return ENOUGH
    if answer.result or not answer.facts:
        return None
    missed = doubts_why(reading) and _TELLS["why"].isdisjoint(answer.facts[0].answers)
    return ENOUGH_INSTEAD if missed or decided.sure < ENOUGH_INSTEAD else None


def _asks_which(reading: Reading) -> bool:
    particles = sum(_PARTICLE.fullmatch(word.folded) is not None for word in reading.words)
    return particles >= _EITHER or any(word.folded == "yoksa" for word in reading.words)


def _ways(known: Known, reading: Reading, stated: Sequence[Word]) -> Iterator[tuple[Part, ...]]:
    """What may be left open, the first of each being asked for; nothing, where only the form of the verb is in the way."""
    focus = reading.asked.focus
    if focus is None and not reading.asked.statement:  # “X gelebildi mi?” doubts the coming, not X
        yield from ((),) if as_done(known.index.lexicon, stated) else ()
        return
    parts = list(parts_of(known, reading, stated))
    if focus is not None and not reading.asked.statement:
        parts = [part for part in parts if focus in part.places]
    can_be_asked = [part for part in parts if part.kind != BESIDE]
    yield from ((part,) for part in can_be_asked)
    for part in can_be_asked if len(parts) > 1 else ():
        yield (part, *(other for other in parts if other.places.isdisjoint(part.places)))


def _tells_it(known: Known, doubted: Reading, reading: Reading, decision: Decision, kind: str) -> bool:
    """Whether *decision* answers *reading* with a fact that was written to tell who, where, when …, of what *doubted* named too."""
    answer = decision.answer
    if not isinstance(answer, Answered) or not answer.facts or answer.remark or not (kind == "what" or _tells_of_more(reading)):
        return False
    fact = answer.facts[0]
    if not _TELLS[kind].intersection(fact.answers) or (kind == "what" and fact.id != DEFINITION):
        return False
    if kind != "why" and not _is_about(known, {found.entry for found in doubted.named or reading.named}, fact):
        return False
    return _tells_the_deed(known, reading, fact) and _tells_the_names(known, reading, fact)


def _tells_of_more(reading: Reading) -> bool:
    """Whether something is named, and something said of it: “Çiçerin kimdi?” is all that is left of “Çiçerin Türk'tü, değil mi?”."""
    named = frozenset[int]().union(*(found.places for found in reading.named))
    return bool(named) and (any(word.place not in named for word in reading.telling) or reading.words[-1].folded != ALONE)


def _is_about(known: Known, entries: Set[str], fact: Fact) -> bool:
    number = known.index.number_of(fact)
    return fact.entry in entries or any(number in known.index.facts_about.get(entry, ()) for entry in entries)


def _tells_the_deed(known: Known, reading: Reading, fact: Fact) -> bool:
    """Whether *fact* says that what *reading* asks about was done, and not only when something else was (“vardığında kimse karşılamadı”)."""
    index, deed = known.index, reading.words[-1]
    if not is_verb(deed) or _OF_SO_MANY.search(deed.folded) or deed.place not in {word.place for word in reading.telling}:
        return True
    said = [word for word in read_words(fact.says) if not _MEANWHILE.search(word.folded) and not word.capital]
    deeds = [
        deed,
        *(word for word in reading.words[-2:-1] if _LIGHT.match(deed.folded)),
    ]  # “imza attı”: the noun tells what was done
    meant = {term for word in deeds for term in index.vocabulary.meanings(word)}
    return any(
        meant.intersection(index.vocabulary.meanings(word)) or (len(word.folded) > SHORT and same_deed(index, deed, word))
        for word in said
    )


def _tells_the_names(known: Known, reading: Reading, fact: Fact) -> bool:
    """Whether *fact* says of whom it tells, where *reading* asks of one beside the thing that it names: Ankara's approval is not Moscow's."""
    said = known.index.terms(fact.says)
    return all(
        said & {term for term, _ in reading.meanings[word.place]}
        for word in reading.telling
        if NATIONS.intersection(term for term, _ in reading.meanings[word.place])
    )


def _with_remark(known: Known, decision: Decision, parts: Sequence[Part]) -> Decision:
    """*decision* with a word on the names, dates and numbers that its fact does not tell of."""
    if not isinstance(decision.answer, Answered):
        return decision
    number = known.index.number_of(decision.answer.facts[0])

    def is_told(word: Word) -> bool:
        return any(known.index.tells(number, term) for term, _ in known.index.lexicon.resolve(word))

    unsaid = [part for part in parts if part.kind in _NAMED_TOO and not all(map(is_told, part.words))]
    if not unsaid:
        return decision
    remark = NOT_SAID_OF.format(words=" ".join(word.typed for part in unsaid for word in part.words))
    return replace(decision, answer=replace(decision.answer, remark=remark))
