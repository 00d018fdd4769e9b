"""Which entry somebody means who types its name: in any spelling, shortened, mistyped."""

from dataclasses import dataclass
from functools import cached_property

from mmbot.answering.special import surest
from mmbot.desk.per_library import PerLibrary
from mmbot.knowledge.library import Library
from mmbot.matching import PhraseIndex
from mmbot.matching.index import Index
from mmbot.matching.reading import read
from mmbot.model import Entry
from mmbot.turkish import fold

LONGEST = 120  # characters that are looked at; no name has more
MOST = 6  # entries offered
_MISTYPED = 0.8  # likeness of a name from which it is taken for a mistyped one …
_LEAD = 0.1  # … where the next entry is that much less like


@dataclass(frozen=True, slots=True)
class Found:
    """*entries* are meant: one, or several that one name fits. Where there is none, *near* are like it, best first."""

    entries: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def find_entries(library: Library, index: Index, typed: str) -> Found:
    """The entry called *typed*, which may also be an entry's id or a fact's name."""
    text = typed.strip()[:LONGEST]
    if text in library.entries:
        return Found((text,))
    if text in library.facts:
        return Found((library.facts[text].entry,))
    names = _names(library)
    called = names.exactly(text) or _linked(index, text)
    if called:
        return Found(called[:MOST])
    hits = names.index.search(text, MOST)
    scores = [hit.score for hit in hits] + [0.0, 0.0]
    ids = tuple(str(hit.id) for hit in hits)
    if scores[0] >= _MISTYPED and scores[0] - scores[1] >= _LEAD:
        return Found(ids[:1])
    return Found(near=tuple(dict.fromkeys((*names.beginning(text), *ids)))[:MOST])


def importance(entry: Entry) -> tuple[int, int]:
    """How much *entry* matters, for an order: the significance of its most significant fact, the number of its facts."""
    return max((fact.significance for fact in entry.facts), default=0), len(entry.facts)


def plain(text: str) -> str:
    """*text* folded, without apostrophes, so that “Kars'ın” and “karsin” are equal.

    >>> plain("Kars'ın")
    'karsin'
    """
    return "".join(sign for sign in fold(text) if sign.isalnum() or sign == " ")


def legible(typed: str) -> str:
    """What somebody typed, to be quoted back: one line, no signs that a screen obeys, not long."""
    shown = "".join(sign for sign in " ".join(typed.split()) if sign.isprintable())
    return shown if len(shown) <= 60 else f"{shown[:59]}…"


def _linked(index: Index, text: str) -> tuple[str, ...]:
    """The entries that every telling word of *text* belongs to."""
    reading = read(index, text)
    telling = {word.place for word in reading.telling}
    meant = [found for found in reading.named if telling and telling <= found.places]
    return tuple(found.entry for found in surest(meant))


class _Names:
    """The titles and aliases of a library, to be searched."""

    def __init__(self, library: Library) -> None:
        entries = sorted(library.entries.values(), key=importance, reverse=True)
        self._pairs = [(entry.id, name) for entry in entries for name in entry.names]
        self._written = [(plain(name), entry) for entry, name in self._pairs]

    @cached_property
    def index(self) -> PhraseIndex:
        return PhraseIndex.build(self._pairs)

    def exactly(self, text: str) -> tuple[str, ...]:
        wanted = plain(text)
        return tuple(dict.fromkeys(entry for name, entry in self._written if name == wanted))

    def beginning(self, text: str) -> tuple[str, ...]:
        wanted = plain(text)
        return tuple(dict.fromkeys(entry for name, entry in self._written if wanted and name.startswith(wanted)))


_names = PerLibrary(_Names)
