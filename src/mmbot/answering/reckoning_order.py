"""“Hangisi önce, Gümrü mü Moskova mı?”: two or more dated things put in order."""

import re
from collections.abc import Iterator
from itertools import pairwise

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.judging import judge
from mmbot.answering.reckoning_between import disputed
from mmbot.answering.reckoning_sides import Moment, Words, pair, splits
from mmbot.answering.reckoning_sums import written
from mmbot.matching.reading import Reading
from mmbot.matching.words import read_words
from mmbot.model import Answered, Fact
from mmbot.texts import Told

_PARTICLE = re.compile("m[iu](?:d[iu]r|yd[iu])?")
_RELATIVE = frozenset({"once", "oncedir", "onceydi", "evvel", "sonra", "sonradir", "sonraydi", "sonraki", "onceki"})
_MARKS = _RELATIVE | {"ilk", "erken", "eski", "gec", "yeni", "first", "earlier", "before", "later", "older"}
_FRAME = _MARKS | {
    "hangisi",
    "hangisiydi",
    "hangi",
    "hangisidir",
    "daha",
    "en",
    "yoksa",
    "which",
    "came",
    "come",
    "was",
    "is",
    "the",
    "olan",
    "acaba",
    "peki",
    "oldu",
}
_JOINS = frozenset({"ile", "ve", "veya", "yoksa", "or", "and"})
_ABLATIVE = re.compile("[dt][ae]n")
_MOST = 4


def ordered(known: Known, reading: Reading, within: tuple[str, ...]) -> Decision | None:
    """Which of the things came first, with the fact of each; None where that is not asked or one of them is not clear."""
    if reading.asked.kind.startswith("clause-") or not any(word.folded in _MARKS for word in reading.words):
        return None
    ways = list(_compared(reading))
    if not ways or _order_told(known, reading, within):
        return None
    for cores, verbs in ways:
        found = pair(known, cores, verbs) if all(cores) and 2 <= len(cores) <= _MOST else None
        if found and all(one.fact for one in found) and len({one.name for one in found}) == len(found):
            return _decision(known, reading, found)
    return None


def _order_told(known: Known, reading: Reading, within: tuple[str, ...]) -> bool:
    """Whether a fact was written to answer such a question."""
    answer = judge(known, reading, known.ranked(reading, within), within).answer
    if not isinstance(answer, Answered):
        return False
    fact = answer.facts[0]
    return _tells_all(known, reading, fact) and any(_asks_the_same(known, reading, question) for question in fact.questions)


def _tells_all(known: Known, reading: Reading, fact: Fact) -> bool:
    """Whether the sentence of *fact* speaks of all that is named: the date of one thing alone is no order."""
    terms = known.index.terms(fact.says) | known.index.entry_terms[fact.entry]
    names = [word for word in reading.telling if reading.is_name(word)]
    return all(any(term in terms for term, _ in reading.meanings[word.place]) for word in names)


def _asks_the_same(known: Known, reading: Reading, question: str) -> bool:
    """Whether *question* asks for an order too, and of the same names."""
    words = {word.folded for word in read_words(question)}
    if not words & _RELATIVE or not any(_PARTICLE.fullmatch(word) or word.startswith("hangi") for word in words):
        return False
    terms = known.index.terms(question)
    return all(any(term in terms for term, _ in reading.meanings[word.place]) for word in reading.telling if reading.is_name(word))


def _compared(reading: Reading) -> Iterator[tuple[tuple[Words, ...], Words]]:
    """The things set beside each other, and what is said of all of them, in every way to read the question."""
    pieces = _pieces(reading.words)
    if len(pieces) == 2 and any(word.folded == "yoksa" for word in reading.words):
        pieces = [tuple(word for piece in pieces for word in piece)]
    if len(pieces) > 1 and all(piece[-1:] and piece[-1].folded in _RELATIVE for piece in pieces[:-1]):
        content = tuple(word for word in pieces[0] if word.folded not in _FRAME)  # “A B'den önce mi (sonra mı)”
        for one, other in splits(reading, content):
            if _ABLATIVE.search((other[-1].tail or other[-1].folded)[-3:]) and _names(reading, one) and _names(reading, other):
                verbs = _content(pieces[-1])
                yield (one, other), verbs
                yield ((*one, *verbs), other), ()
    elif len(pieces) > 2:
        yield tuple(_content(piece) for piece in pieces[:-1]), _content(pieces[-1])
    elif len(pieces) == 1 and any(word.folded in ("hangisi", "hangisiydi", "hangisidir", "which") for word in reading.words):
        yield from _joined(pieces[0])


def _names(reading: Reading, words: Words) -> bool:
    """Whether a name is said among the *words*."""
    places = {word.place for word in words}
    return any(found.places & places for found in reading.named)


def _pieces(words: Words) -> list[Words]:
    """The words before each “mi”, and those behind the last."""
    pieces: list[Words] = [()]
    for word in words:
        if _PARTICLE.fullmatch(word.folded):
            pieces.append(())
        else:
            pieces[-1] = (*pieces[-1], word)
    return pieces


def _joined(words: Words) -> Iterator[tuple[tuple[Words, ...], Words]]:
    """“Mondros ile Mudanya'dan hangisi önce imzalandı?”, “Hangisi önce: Mondros yoksa Mudanya?”."""
    asks = next(number for number, word in enumerate(words) if word.folded.startswith(("hangisi", "which")))
    for place, word in enumerate(words):
        if word.folded not in _JOINS or not 0 < place < len(words) - 1:
            continue
        if place < asks:
            yield (_content(words[:place]), _content(words[place + 1 : asks])), _content(words[asks:])
        elif place > asks:
            yield (_content(words[asks:place]), _content(words[place + 1 :])), ()


def _content(words: Words) -> Words:
    return tuple(word for word in words if word.folded not in _FRAME)


def _decision(known: Known, reading: Reading, moments: tuple[Moment, ...]) -> Decision:
    chronological = tuple(sorted(moments, key=lambda one: one.days))
    facts = tuple(one.fact for one in chronological if one.fact)
    answer = Answered(facts, disputed(known, facts), result=_result(chronological))
    return Decision(answer, reading, entries=tuple(dict.fromkeys(fact.entry for fact in facts)))


def _result(moments: tuple[Moment, ...]) -> Told:
    listed = [texts.DATED.format(title=one.name, date=_date(one)) for one in moments]
    overlapping = any(one.days[1] >= other.days[0] for one, other in pairwise(moments))
    if not overlapping and len(moments) == 2:
        first, second = moments
        return texts.FIRST_THEN.format(first=first.name, first_date=_date(first), second=second.name, second_date=_date(second))
    if not overlapping:
        return texts.IN_ORDER.format(listed=texts.SEMICOLON.join(listed))
    if len(moments) == 2 and all(one.when.is_day and not one.rivals for one in moments):
        return texts.BOTH_SAME_DAY.format(first=moments[0].name, second=moments[1].name, date=moments[0].when)
    return texts.ORDER_UNKNOWN.format(listed=texts.SEMICOLON.join(listed))


def _date(one: Moment) -> Told:
    return texts.BY_NOTE.format(day=one.when) if one.noted else written(one.when)
