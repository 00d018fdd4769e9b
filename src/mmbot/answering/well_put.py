"""Whether a question reads well where it stands alone, on a button: short, whole, in written Turkish, naming what it is about.

Most of the questions of a fact are how people really ask – “hocam … mıydı acaba” –, and there to be recognised, not to be shown.
"""

import re
from collections.abc import Iterable

from mmbot.turkish import fold, split_words

LONGEST = 72  # characters; a button shows no more
SHORT_NAME = 3  # letters of a first word that may be the beginning of any other

_ENGLISH = frozenset({
    "the", "who", "what", "when", "where", "which", "why", "how", "did", "was", "were", "of", "is", "does",
})  # fmt: skip
_CHATTY = frozenset({
    "hocam", "hoca", "hocalar", "arkadaslar", "kanka", "abi", "abla", "kardesim", "yaa", "ya", "ulan", "lan", "acaba", "bi",
    "bide", "hani", "peki", "sey", "falan", "filan", "valla", "vallahi", "yani", "galiba", "aslinda", "iste", "lutfen", "merak",
    "ediyorum", "biri", "birisi", "odev", "odevim", "odevde", "sinav", "sinavda", "yarin", "bana", "bize", "bizim",
    "bizimkiler", "bizimki", "biz", "ben", "duydum", "sanirim", "emin", "misin", "misiniz", "soyler", "soylesene", "anlatsana",
    "anlatir", "anlatsaniz", "demisti", "yahu", "haa", "he", "hah", "cok",
})  # fmt: skip
_HEARSAY = re.compile(r"\w+m[iu]s(?:l[ae]r)?")  # “… ne yazmış?”
_WORD = re.compile(r"[^\W_]+")


def is_well_put(question: str, beside: Iterable[str] = ()) -> bool:
    """Whether *question* can be offered as it stands. *beside*: texts about the same, by which lost Turkish letters are known.

    >>> is_well_put("Kars Antlaşması nerede imzalandı?"), is_well_put("Kars antlasmasi nerede?", ["Kars Antlaşması"])
    (True, False)
    >>> is_well_put("ya şu elçinin adı Budi mi Budu mu"), is_well_put("Stalin'in asıl adı neymiş peki?")
    (False, False)
    """
    words = split_words(question)
    if not words or len(question) > LONGEST or not question.endswith("?") or "," in question:
        return False
    if question[0].islower() or _HEARSAY.fullmatch(words[-1]):
        return False
    if has_english_words(question):
        return False
    return _CHATTY.isdisjoint(words) and not _lost_letters(question, beside)


def is_in_english(question: str) -> bool:
    """Whether *question* is an English one that can be offered.

    >>> is_in_english("Where was the Treaty of Kars signed?"), is_in_english("Kars nerede?")
    (True, False)
    """
    whole = question.endswith("?") and question[:1].isupper() and len(question) <= LONGEST
    return whole and has_english_words(question)


def has_english_words(question: str) -> bool:
    """Whether one of the words that English questions are made of stands in *question*; “iş” is none.

    >>> has_english_words("when was kars signed"), has_english_words("iş nedir")
    (True, False)
    """
    return any(word.isascii() and fold(word) in _ENGLISH for word in _WORD.findall(question))


def names_something(question: str, names: Iterable[str]) -> bool:
    """Whether *question* says what it is about: by the first word of one of *names*, or by another name in its midst.

    >>> names_something("Kars'ta kim imzaladı?", ["Kars Antlaşması"]), names_something("Kim imzaladı?", ["Kars Antlaşması"])
    (True, False)
    """
    if any(match[0][0].isupper() for match in list(_WORD.finditer(question))[1:]):
        return True
    first = [words[0] for words in map(split_words, names) if words]
    said = split_words(question)
    return any(word == name or (len(name) > SHORT_NAME and word.startswith(name)) for name in first for word in said)


def _lost_letters(question: str, beside: Iterable[str]) -> bool:
    """Whether a word stands there in ASCII that is written otherwise *beside* it."""
    plain = {fold(word) for word in _WORD.findall(question) if word.isascii()}
    right = {fold(word) for text in beside for word in _WORD.findall(text) if not word.isascii()}
    written = {fold(word) for text in beside for word in _WORD.findall(text) if word.isascii()}
    return not plain.isdisjoint(right - written)
