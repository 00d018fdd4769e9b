"""The words of a text, each with what its spelling tells: capital letters, an apostrophe, its place."""

import re
import unicodedata
from dataclasses import dataclass

from mmbot.turkish import fold, is_suffix, lower

_TOKEN = re.compile(r"[^\W_]+(?:['’‘`´ʼ][^\W_]+)*")  # noqa: RUF001


_NUMBER = re.compile(r"(\d+)([^\W\d_]{1,8})")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question.

    *typed* is how it stands there (without suffixes behind an apostrophe), *plain* the same in small Turkish letters, *folded* its
    form for comparing. *tail* is what stood behind the apostrophe, folded. *place* counts from 0.
    """

    typed: str
    plain: str
    folded: str
    place: int
    capital: bool = False
    tail: str = ""


def read_words(text: str) -> list[Word]:
    """Cut *text* into words. Invisible characters and symbols divide or vanish; nothing is looked up."""
    # NFKC, not only NFC: full-width and ligature letters come from copied text. Turkish letters are unchanged by it.
    cleaned = unicodedata.normalize("NFKC", "".join(c for c in text if unicodedata.category(c) != "Cf"))
    words: list[Word] = []
    for token in _TOKEN.findall(_DRAWN_OUT.sub(r"\1", cleaned)):  # “hocaaam”
        typed, tail = _split_tail(token)
        folded = fold(typed).replace(" ", "")
        if folded:
            words.append(Word(typed, lower(typed), folded, len(words), typed[:1].isupper(), tail))
    return words


def _split_tail(token: str) -> tuple[str, str]:
    number = _NUMBER.fullmatch(token)
    if number:  # “1921de”: people leave the apostrophe out
        return number[1], fold(number[2])
    parts = re.split("['’‘`´ʼ]", token)  # noqa: RUF001
    kept = parts[0]
    for part in parts[1:]:
        if (len(kept) >= 2 or kept.isdigit()) and is_suffix(fold(part)):
            return kept, fold(part)
        kept += part
    return kept, ""
