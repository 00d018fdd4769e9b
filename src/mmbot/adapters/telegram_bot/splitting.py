"""Cutting a text to Telegram's limit, where a reader would cut it."""

import re
import unicodedata
from collections.abc import Iterator

LIMIT = 4096  # UTF-16 code units of a message, without its tags: https://core.telegram.org/bots/api#sendmessage
_ENDS = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"(?<=[.!?…])[”\"’')\]]*\s+(?=[A-ZÇĞİÖŞÜ“\"•(])"),
    re.compile(r"\s+"),
)
_JOINS = "\u200d\ufe0f"  # they hold one visible character together


def units(text: str) -> int:
    """The length of *text* as Telegram counts it.

    >>> units("ı"), units("🏛")
    (1, 2)
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def sendable(text: str) -> str:
    """*text* without halves of surrogate pairs, which cannot be sent at all."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def cut(text: str, limit: int = LIMIT) -> Iterator[str]:
    """Pieces of *text* of at most *limit* (≥ 2) units each: cut at a paragraph's end, a line's, a sentence's, a word's, or anywhere."""
    rest = text.strip()
    while units(rest) > limit:
        end = _end(rest, limit)
        yield rest[:end].rstrip()
        rest = rest[end:].lstrip()
    if rest:
        yield rest


def _end(text: str, limit: int) -> int:
    fitting = len(text.encode("utf-16-le", "replace")[: 2 * limit].decode("utf-16-le", "ignore"))
    for end in _ENDS:
        found = [match.start() for match in end.finditer(text, 0, fitting + 1) if match.start() <= fitting]
        if found and found[-1] >= fitting // 2:  # else the pieces would become many and small
            return _behind_marks(text, found[-1], fitting)
    return _whole_character(text, fitting)


def _behind_marks(text: str, start: int, fitting: int) -> int:
    """A sentence's end is found before its closing quotation marks, which belong to it."""
    while start < fitting and not text[start].isspace():
        start += 1
    return start


def _whole_character(text: str, end: int) -> int:
    """*end*, or a little before it where a letter would lose its marks or an emoji be torn apart."""
    for earlier in range(end, max(end - 32, 0), -1):
        torn = unicodedata.combining(text[earlier]) or text[earlier] in _JOINS or text[earlier - 1] == _JOINS[0]
        if not torn:
            return earlier
    return end
