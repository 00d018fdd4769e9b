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

    def __getstate__(self) -> dict[str, object]:
        """What is worked out on demand is left behind, but for what needs every entry."""
        return {"entries": self.entries, "sources": self.sources, "disputing": self.disputing}

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact by name, in the order of the files."""
        return {fact.name: fact for entry in self.entries.values() for fact in entry.facts}

    @cached_property
    def disputing(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the facts that dispute a fact, by its name."""
        found: dict[str, tuple[str, ...]] = {}
        for fact in self.facts.values():
            if fact.disputes:
                found[fact.disputes] = (*found.get(fact.disputes, ()), fact.name)
        return found

    def fact(self, name: str) -> Fact | None:
        """The fact *name*, without a look at other entries; None where there is none."""
        entry = self.entries.get(name.partition("/")[0])
        return next((fact for fact in entry.facts if fact.name == name), None) if entry else None

    def siblings(self, fact: Fact) -> tuple[Sibling, ...]:
        """What says otherwise than *fact*: those that dispute it, or the one that it disputes and that one's others."""
        preferred = self.fact(fact.disputes) if fact.disputes else None
        others = self.disputing.get(preferred.name if preferred else fact.name, ())
        names = ((preferred.name,) if preferred else ()) + tuple(other for other in others if other != fact.name)
        found = filter(None, map(self.fact, names))
        return tuple(Sibling(other, other.rank == "deprecated") for other in found)

    def title(self, entry_id: str) -> str:
        """What a person sees as the name of an entry."""
        return self.entries[entry_id].title


def make_library(entries: Iterable[Entry], sources: Mapping[str, Source]) -> Library:
    """A library of *entries* and *sources*."""
    return Library({entry.id: entry for entry in entries}, dict(sources))
