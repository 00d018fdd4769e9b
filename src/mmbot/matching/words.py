"""The words of a text, each with what its spelling tells: capital letters, an apostrophe, its place."""

import functools
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Word:
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


def _cut(text: str) -> list[Word]:
    # NFKC, not only NFC: full-width and ligature letters come from copied text. Turkish letters are unchanged by it.
    cleaned = _MARKS.sub("", unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)))
    words: list[Word] = []
    for token in _TOKEN.findall(_DRAWN_OUT.sub(r"\1", cleaned)):  # “hocaaam”
        typed, plain, folded, capital, tail = _forms(token)
        if folded:
            words.append(Word(typed, plain, folded, len(words), capital, tail))
    return [replace(word, capital=False) for word in words] if _all_capital(words) else words


def _all_capital(words: list[Word]) -> bool:
    """Whether capitals tell nothing here: everything is typed large, or every word begins so."""
    capitals = sum(word.capital for word in words)
    return (len(words) >= 4 and capitals >= ALL * len(words)) or (capitals > 0 and all(word.typed.isupper() for word in words))


@functools.lru_cache(maxsize=16384)
def _forms(token: str) -> tuple[str, str, str, bool, str]:
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
