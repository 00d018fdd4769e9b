"""The words of a doubted statement, and of the question that asks openly what is doubted in it."""

import re
from collections.abc import Sequence

from mmbot.answering.opened_parts import Part
from mmbot.matching.lexicon import Lexicon
from mmbot.matching.reading import Reading
from mmbot.matching.words import Word, read_words

_ASKS = {
    "who": "kim", "when": "ne zaman", "order": "ne zaman", "where": "nerede", "how-many": "kaç", "how-long": "ne kadar", "why": "neden", "how": "nasıl",
    "what": "nedir",
}  # fmt: skip
ALONE = "kimdi"  # how it is asked who somebody was, where no verb follows
# What only stresses a doubt, and what says “our side” where the thing named has only one such.
_STRESS = frozenset({
    "bizzat", "kendisi", "kendi", "gidip", "gelip", "hic", "da", "de", "sadece", "yalniz", "yalnizca", "sirf", "tamamen", "yani", "sanki", "aslinda",
    "gercekten", "resmen", "bile", "taraftan", "adimiza", "bizim", "biz", "bizden", "mi", "mu", "miydi", "muydu", "ise", "ki", "tek", "basina",
})  # fmt: skip
_BELIEVED = re.compile(
    r"diye|(?:bil|hatirl|san|zanned)\w*[iu]yor(?:d[iu])?(?:u?[mkz])|(?:duy|oku|ogren|san)(?:m[iu]s)?[td][iu][km]"
)
_BETWEEN = frozenset({"ile", "ve", "veya"})
_PAST = r"(?:d[iu]|m[iu]s(?:t[iu])?)(?:l[ae]r|k|m)?"
_NEGATED, _ABLE = re.compile(rf"(\w{{2,}})m[ae]{_PAST}"), re.compile(rf"(\w{{2,}}?)y?[ae]bil{_PAST}")
_WHOM = tuple(
    (re.compile(tail), asking)
    for tail, asking in (("n?[iu]n", "kimin"), ("[ny]?[ae]", "kime"), ("[ny]?[iu]", "kimi"), ("yl[ae]|l[ae]", "kiminle"))
)
_BACK = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
_VOICELESS = "fstkçşhp"


def stated_in(reading: Reading) -> list[Word]:
    """The words of the statement that is doubted, without “… diye biliyorum” behind it and without what only stresses it."""
    words = [word for word in reading.words if word.place not in reading.asked.words]
    while words and _BELIEVED.fullmatch(words[-1].folded):
        words.pop()
    return [word for word in words if word.folded not in _STRESS]


def as_done(lexicon: Lexicon, stated: Sequence[Word]) -> str:
    """The statement that the thing was done, where *stated* doubts or denies it (“gelmemiş”, “ulaşabildi”); empty where it only tells it."""
    last = stated[-1] if stated else None
    done = _positive(lexicon, last) if last else ""
    return " ".join((*map(_typed, stated[:-1]), done)) if last and done != _typed(last) else ""


def open_question(lexicon: Lexicon, stated: Sequence[Word], parts: Sequence[Part]) -> str:
    """What asks for the first of *parts*, in its place, and says nothing of the others."""
    gone = frozenset[int]().union(*(part.places for part in parts))
    said: list[str] = []
    for number, word in enumerate(stated):
        if word == parts[0].words[-1]:
            said.append(_asking(parts[0].kind, word, stated[number + 1 :]))
        elif word.place not in gone and not (word.folded in _BETWEEN and _beside(stated, number, gone)):
            said.append(_positive(lexicon, word) if number == len(stated) - 1 else _typed(word))
    return " ".join(said) + "?"


def _asking(kind: str, instead: Word, after: Sequence[Word]) -> str:
    """The words that ask for *kind* *instead* of a word, before what comes *after*."""
    if kind != "who":
        return _ASKS[kind]
    if not after:
        return ALONE
    if after[0].folded == "adina":
        return "kimin"
    return next((asking for tail, asking in _WHOM if tail.fullmatch(instead.tail)), "kim")


def _beside(stated: Sequence[Word], number: int, gone: frozenset[int]) -> bool:
    return any(other.place in gone for other in stated[max(0, number - 1) : number + 2])


def _typed(word: Word) -> str:
    return f"{word.typed}'{word.tail}" if word.tail else word.typed


def _positive(lexicon: Lexicon, word: Word) -> str:
    """The verb *word* as it tells that something was done: “imzalamamış” as “imzaladı”, “gelemedi” as “geldi”, “ulaşabildi” as “ulaştı”."""
    found = None if word.tail or word.capital else _NEGATED.fullmatch(word.folded) or _ABLE.fullmatch(word.folded)
    if not found or len(word.plain) != len(word.folded):
        return _typed(word)
    stem = word.plain[: len(found[1])]
    done = [
        _done(one)
        for one in (stem, stem[:-1] if stem[-1] in "ae" else "")
        if len(one) > 1 and any(letter in _BACK for letter in one)
    ]
    return next((one for one in done if lexicon.knows_surely(read_words(one)[0])), done[0] if done else _typed(word))


def _done(stem: str) -> str:
    vowel = next(letter for letter in reversed(stem) if letter in _BACK)
    return stem + ("t" if stem[-1] in _VOICELESS else "d") + _BACK[vowel]
