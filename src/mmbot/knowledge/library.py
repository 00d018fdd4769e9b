"""The library: one immutable snapshot of everything known, which answers read.

It is replaced whole when the knowledge changes, so that a reader never sees half an edit.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from mmbot.model import Entry, Fact, Sibling, Source


@dataclass(frozen=True)
class Library:
    """All entries and sources. Facts are found by their names (``entry-id/fact-id``)."""

    entries: Mapping[str, Entry]
    sources: Mapping[str, Source]

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact by name, in the order of the files."""
        return {fact.name: fact for entry in self.entries.values() for fact in entry.facts}

    @cached_property
    def _siblings(self) -> Mapping[str, tuple[Fact, ...]]:
        found: dict[str, tuple[Fact, ...]] = {}
        for fact in self.facts.values():
            if fact.disputes:
                found[fact.disputes] = (*found.get(fact.disputes, ()), fact)
        return found

    def siblings(self, fact: Fact) -> tuple[Sibling, ...]:
        """What says otherwise than *fact*: those that dispute it, or the one that it disputes and that one's others."""
        preferred = self.facts.get(fact.disputes) if fact.disputes else None
        others = self._siblings.get(preferred.name if preferred else fact.name, ())
        found = ((preferred,) if preferred else ()) + tuple(other for other in others if other.name != fact.name)
        return tuple(Sibling(other, other.rank == "deprecated") for other in found)

    def title(self, entry_id: str) -> str:
        """What a person sees as the name of an entry."""
        return self.entries[entry_id].title


def make_library(entries: Iterable[Entry], sources: Mapping[str, Source]) -> Library:
    """A library of *entries* and *sources*."""
    return Library({entry.id: entry for entry in entries}, dict(sources))
