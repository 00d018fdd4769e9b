"""The words of a text, each with what its spelling tells: capital letters, an apostrophe, its place."""

import functools
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from mmbot.turkish import fold, is_suffix, lower

_TOKEN = re.compile(r"[^\W_]+(?:['’‘`´ʼ][^\W_]+)*")  # noqa: RUF001


_NUMBER = re.compile(r"(\d+)([^\W\d_]{1,8})")
# The characters of category Cf (a test compares; to collect them at every start takes a tenth of a second).
INVISIBLE = (
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
# What is left of marks once letters are composed: other programs make “i̇” (two characters) of İ, and it would fall apart.
_MARKS = re.compile("[\u0300-\u036f]")
ALL = 0.8  # share of words with a capital from which capitals tell nothing
_NAME, _SPOILT = (
    4,
    5,
)  # letters of a name before an apostrophe (Kur'an, Sa'dabad have less), and at most of a misspelt suffix behind it
_SPOKEN = re.compile("(?<=[iu]yo)(?=d[iu]|m[iu][sy]|lar|s[au]n|[mz]?$)")  # “benimsiyodu, çalışıyo”: as one says it
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")


class Word(NamedTuple):  # a question is cut again and again, and a frozen data class takes three times as long to make
    """A word of a question.

    *typed* is how it stands there (without suffixes behind an apostrophe), *plain* the same in small Turkish letters, *folded* its
    form for comparing. *tail* is what stood behind the apostrophe, folded. *place* counts from 0. *parts* are the words of an idiom.
    """

    typed: str
    plain: str
    folded: str
    place: int
    capital: bool = False
    tail: str = ""
    parts: tuple["Word", ...] = ()


_Forms = tuple[str, str, str, bool, str]
_memory: dict[str, list[Word]] | None = None


@contextmanager
def remembered() -> Iterator[None]:
    """While an index is built, every text is cut once: the same texts are read five times. Afterwards the memory is given back."""
    global _memory  # noqa: PLW0603  a cache that lives as long as the with-block; other threads only gain by it
    _memory = {}
    try:
        yield
    finally:
        _memory = None


def read_words(text: str) -> list[Word]:
    """Cut *text* into words. Invisible characters and symbols divide or vanish; nothing is looked up."""
    memory = _memory
    if memory is None:
        return _cut(text)
    found = memory.get(text)
    if found is None:
        found = memory[text] = _cut(text)
    return found


def count_words(text: str) -> int:
    """How many words `read_words` finds in *text*; to count them takes half as long."""
    return len(_forms_of(text))


def _cut(text: str) -> list[Word]:
    forms = enumerate(_forms_of(text))
    words = [Word(typed, plain, folded, place, capital, tail) for place, (typed, plain, folded, capital, tail) in forms]
    return [word._replace(capital=False) for word in words] if _all_capital(words) else words


def _forms_of(text: str) -> list[_Forms]:
    visible = text if text.isprintable() else _INVISIBLE.sub("", text)
    # NFKC, not only NFC: full-width and ligature letters come from copied text. Turkish letters are unchanged by it.
    composed = unicodedata.normalize("NFKC", visible)
    cleaned = composed if composed.isascii() else _MARKS.sub("", composed)
    return [forms for forms in map(_forms, _TOKEN.findall(cleaned)) if forms[2]]


def _all_capital(words: list[Word]) -> bool:
    """Whether capitals tell nothing here: everything is typed large, or every word begins so."""
    capitals = [word.capital for word in words].count(True)
    return (len(words) >= 4 and capitals >= ALL * len(words)) or (capitals > 0 and all(word.typed.isupper() for word in words))


@functools.lru_cache(maxsize=16384)
def _forms(token: str) -> _Forms:
    """The forms of one word, in the order of Word but for the place; *folded* is empty where nothing is left of it."""
    token = _DRAWN_OUT.sub(r"\1", token)  # “hocaaam”
    typed, tail = (token, "") if token.isalpha() else _split_tail(token)
    folded = _SPOKEN.sub("r", fold(typed).replace(" ", ""))
    return typed, lower(typed), folded, typed[:1].isupper(), tail


def _split_tail(token: str) -> tuple[str, str]:
    number = _NUMBER.fullmatch(token)
    if number:  # “1921de”: people leave the apostrophe out
        return number[1], fold(number[2])
    parts = re.split("['’‘`´ʼ]", token)  # noqa: RUF001
    kept = parts[0]
    for part in parts[1:]:
        if (len(kept) >= 2 or kept.isdigit()) and is_suffix(fold(part)):
            return kept, fold(part)
        if part == "s" and len(kept) > 1:  # “Lenin's”
            return kept, ""
        if len(kept) >= _NAME and kept[0].isupper() and len(part) <= _SPOILT:  # “Moskova'dai”: a slip is in the suffix
            return kept, ""
        kept += part
    return kept, ""
