"""The things that a question for an order sets beside each other, in every way to read it: cores, and what is said of all of them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mmbot.answering.reckoning_doers import whither
from mmbot.answering.reckoning_sides import HEAD_NOUN, Words, splits
from mmbot.matching.reading import Reading
from mmbot.matching.words import Word

PARTICLE = re.compile("m[iu](?:d[iu]r|yd[iu])?")
RELATIVE = frozenset({"once", "oncedir", "onceydi", "evvel", "sonra", "sonradir", "sonraydi", "sonraki", "onceki"})
MARKS = RELATIVE | {
    "ilk", "erken", "eski", "gec", "yeni", "first", "earlier", "before", "later", "older", "after", "ayni", "same",
}  # fmt: skip
_FRAME = MARKS | {
    "hangisi", "hangisiydi", "hangi", "hangisidir", "daha", "en", "yoksa", "which", "came", "come", "was", "is", "were", "the", "olan",
    "acaba", "peki", "oldu", "gun", "gunde", "day", "on", "tarih", "tarihte", "tarihe", "gore", "nedir", "bana", "lutfen", "kronolojik",
    "olarak", "sirala", "siralar", "siralayin", "sirasi", "sirasini", "sirasina", "sirada", "sirasiyla", "sirayla", "misin", "eder", "siraya", "koy", "koyar",
    "dogru", "sirayi",
}  # fmt: skip
_JOINS = frozenset({"ile", "ve", "veya", "yoksa", "or", "and"})
_PLURAL = re.compile("(antlasma|anlasma|mutareke|kongre|konferans)l?l[ae]r[a-z]*")
_OBJECT = re.compile("y?[iu]")
_CASE = re.compile("n?[dt][ae]n?|[yn]?[ae]")
_ABLATIVE = re.compile("[dt][ae]n")

Way = tuple[tuple[Words, ...], Words]


def beside(reading: Reading, *, sorts: bool) -> Iterator[Way]:
    """Every way to read the question; *sorts*: it wants a list in order (“Gümrü, Moskova ve Kars'ı sırala”)."""
    pieces = _pieces(reading.words)
    if sorts:
        yield _listed(reading, reading.words), ()
    elif same_day(reading.words):
        yield from _joined_before(reading.words)
    elif len(pieces) == 2 and any(word.folded == "yoksa" for word in reading.words):
        yield from _of_pieces(reading, [tuple(word for piece in pieces for word in piece)])
    else:
        yield from _of_pieces(reading, pieces)
    if len(pieces) == 1 and not sorts:
        yield from _english(reading)
        yield _listed(reading, reading.words), ()


def same_day(words: Sequence[Word]) -> bool:
    """Whether it is asked if things happened on the same day."""
    folded = [word.folded for word in words]
    return any(one in ("ayni", "same") and other in ("gun", "gunde", "gunu", "day", "tarihte") for one, other in pairwise(folded))


def _of_pieces(reading: Reading, pieces: list[Words]) -> Iterator[Way]:
    if len(pieces) > 1 and all(piece[-1:] and piece[-1].folded in RELATIVE for piece in pieces[:-1]):
        yield from _before_or_after(reading, pieces)
    elif len(pieces) > 2:
        yield tuple(_content(piece) for piece in pieces[:-1]), _content(pieces[-1])
        if len(pieces) == 3:
            yield from _verbs_between(pieces)
    elif len(pieces) == 1 and any(word.folded in ("hangisi", "hangisiydi", "hangisidir", "which") for word in reading.words):
        yield from _joined(pieces[0])


def _before_or_after(reading: Reading, pieces: list[Words]) -> Iterator[Way]:
    """“A B'den önce mi (sonra mı)?”, “B'den önce mi sonra mı A?”."""
    content, rest = _content(pieces[0]), _content(pieces[-1])
    for one, other in splits(reading, content):
        if _is_from(other) and _is_telling(reading, one) and _is_telling(reading, other):
            goal = _goal(one)
            if goal and _goes_from(other):  # “Bakü'ye Moskova'dan önce mi gitti?” is of two towns, not of a treaty
                continue
            if goal:  # “Enver Paşa Moskova'ya Bekir Sami'den önce mi geldi?” is asked of both men's coming to Moscow
                yield (one[: -len(goal)], other), (*goal, *rest)
                yield ((*one, *rest), other), ()
                continue
            yield (one, other), rest
            yield ((*one, *rest), other), ()
    if rest and _is_from(content):
        yield (rest, content), ()


def _goal(words: Words) -> Words:
    """The words behind the first thing that say where to, where or whence: of “Enver Paşa Moskova'ya”, the last."""
    cut = next((number for number, word in enumerate(words) if number and _CASE.fullmatch(word.tail)), len(words))
    return words[cut:] if all(_CASE.fullmatch(word.tail) for word in words[cut:]) else ()


def _goes_from(words: Words) -> bool:
    return len(words) == 1 and bool(whither(words))


def _verbs_between(pieces: list[Words]) -> Iterator[Way]:
    """“A mı daha önce imzalandı B mi?”, “A mı önce kaldırıldı B mi önce ilan edildi?”."""
    one, middle, last = (_content(piece) for piece in pieces)
    for cut in range(1, len(middle)):
        yield (one, middle[cut:]), last or middle[:cut]
        yield ((*one, *middle[:cut]), (*middle[cut:], *last)), ()


def _pieces(words: Words) -> list[Words]:
    """The words before each “mi”, and those behind the last."""
    pieces: list[Words] = [()]
    for word in words:
        if PARTICLE.fullmatch(word.folded):
            pieces.append(())
        else:
            pieces[-1] = (*pieces[-1], word)
    return pieces


def _joined(words: Words) -> Iterator[Way]:
    """“Mondros ile Mudanya'dan hangisi önce imzalandı?”, “Hangisi önce: Mondros yoksa Mudanya?”."""
    asks = next(number for number, word in enumerate(words) if word.folded.startswith(("hangisi", "which")))
    for place, word in enumerate(words):
        if word.folded not in _JOINS or not 0 < place < len(words) - 1:
            continue
        if place < asks:
            yield (_content(words[:place]), _content(words[place + 1 : asks])), _content(words[asks:])
        elif place > asks:
            yield (_content(words[asks:place]), _content(words[place + 1 :])), ()


def _joined_before(words: Words) -> Iterator[Way]:
    """“A ile B aynı gün mü imzalandı?”."""
    mark = next(number for number, word in enumerate(words) if word.folded in ("ayni", "same"))
    verbs = tuple(word for word in _content(words[mark:]) if not PARTICLE.fullmatch(word.folded))
    for place, word in enumerate(words[:mark]):
        if word.folded in _JOINS and place:
            one, other = _content(words[:place]), _content(words[place + 1 : mark])
            yield (one, other), verbs
            yield (one, other), ()
            yield (one, other[:-1]), ()  # “… signed on the same day”: the verb stands before


def _english(reading: Reading) -> Iterator[Way]:
    """“Was A before or after B?”."""
    for place, word in enumerate(reading.words):
        if word.folded in ("before", "after", "earlier", "later") and place:
            rest = tuple(word for word in _content(reading.words[place + 1 :]) if word.folded not in ("or", "than"))
            yield (_content(reading.words[:place]), rest), ()


def _listed(reading: Reading, words: Words) -> tuple[Words, ...]:
    """The things of a list, each a name said as a whole or a word of its own; a noun in the plural at the end is of all of them."""
    kept = tuple(word for word in _content(words) if word.folded not in _JOINS and not _PLURAL.fullmatch(word.folded))
    kept = tuple(word for word in kept if word.place not in reading.asked.words or word.capital)
    kept = tuple(word for word in kept if not word.folded.startswith("imza"))
    cores: list[Words] = []
    for typed in kept:
        word = typed._replace(tail="") if _OBJECT.fullmatch(typed.tail) else typed  # “Lozan'ı sırala”
        if cores and HEAD_NOUN.fullmatch(word.folded) and not HEAD_NOUN.fullmatch(cores[-1][-1].folded):
            cores[-1] = (*cores[-1], word)
            continue
        name = next(
            (found.places for found in reading.named if found.joined and word.place in found.places), frozenset({word.place})
        )
        if cores and cores[-1][-1].place in name:
            cores[-1] = (*cores[-1], word)
        else:
            cores.append((word,))
    return tuple(cores) if all(_is_telling(reading, core) for core in cores) else ()


def _is_telling(reading: Reading, core: Words) -> bool:
    telling = {word.place for word in reading.telling}
    return any(word.place in telling for word in core)


def _is_from(words: Words) -> bool:
    return bool(words) and _ABLATIVE.search((words[-1].tail or words[-1].folded)[-3:]) is not None


def _content(words: Words) -> Words:
    return tuple(word for word in words if word.folded not in _FRAME or word.plain.startswith("öl"))  # folded, öldü is oldu
