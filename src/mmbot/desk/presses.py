"""What a button carries: a verb and its arguments in ASCII, short enough for both platforms, valid after every restart.

Names of facts and entries are too long for 64 bytes together with a verb, so a short fingerprint stands for them.
"""

import hashlib
from base64 import b32encode
from collections.abc import Iterable, Mapping
from functools import lru_cache

from mmbot.desk.per_library import PerLibrary
from mmbot.desk.reply import BUTTON_BYTES
from mmbot.knowledge.library import Library

LABEL = 72  # characters of a button's label: Discord takes 80, a telephone shows fewer
_SEPARATOR = ":"


@lru_cache(maxsize=65536)
def token(name: str) -> str:
    """Ten letters that stand for the fact, entry or source *name*; the same in every process."""
    digest = hashlib.blake2b(name.encode(), digest_size=8).digest()
    return b32encode(digest).decode("ascii")[:10]


def pressed(verb: str, *arguments: object) -> str:
    """The data of a button.  Raises ValueError where it would not fit.

    >>> pressed("fact", "ABCDEFGHIJ")
    'fact:ABCDEFGHIJ'
    """
    data = _SEPARATOR.join((verb, *map(str, arguments)))
    if not data.isascii() or len(data) > BUTTON_BYTES:
        raise ValueError(f"“{data}” does not fit into a button. Use ASCII, {BUTTON_BYTES} bytes at most.")
    return data


def shortened(label: str) -> str:
    """*label* as a button shows it."""
    return label if len(label) <= LABEL else label[: LABEL - 1].rstrip() + "…"


def read_press(data: str) -> tuple[str, list[str]]:
    """Verb and arguments of a button's data, whatever it is: it may be forged."""
    verb, *arguments = data[:BUTTON_BYTES].split(_SEPARATOR)
    return verb, arguments


def number_in(typed: str, *, digits: int = 18) -> int | None:
    """The number that *typed* is, of so many *digits* at most; None for anything else, for it may be forged.

    >>> number_in("12"), number_in("٣"), number_in("-1"), number_in("1234", digits=3)
    (12, None, None, None)
    """
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= digits else None


class Tokens:
    """Finds the fact, entry or source that a token stands for in one library."""

    def __init__(self, library: Library) -> None:
        self._facts = _table(library.facts)
        self._entries = _table(library.entries)
        self._sources = _table(library.sources)

    def fact(self, short: str) -> str | None:
        """The name of the fact; None where there is none (any more)."""
        return self._facts.get(short)

    def entry(self, short: str) -> str | None:
        """The id of the entry; None where there is none (any more)."""
        return self._entries.get(short)

    def source(self, short: str) -> str | None:
        """The id of the source; None where there is none."""
        return self._sources.get(short)


def _table(names: Iterable[str]) -> Mapping[str, str]:
    return {token(name): name for name in names}


tokens = PerLibrary(Tokens)
