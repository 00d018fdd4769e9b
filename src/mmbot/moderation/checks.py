"""What would be wrong with an entry if a proposal were live – by the same rules as ``mmbot check`` –, and what it repeats or contradicts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mmbot.knowledge.contradictions import contradictions, contradicts, differs, same_matter
from mmbot.knowledge.evidence import SourceTexts
from mmbot.knowledge.faults import Flaw
from mmbot.knowledge.flaws import copy_flaws, evidence_flaws, fact_flaws, name_flaws
from mmbot.knowledge.library import Library
from mmbot.model import Citation, Entry, Fact, Source
from mmbot.turkish import split_words

MOST_ALIKE = 3


@dataclass(frozen=True, slots=True)
class Checks:
    """What was found: *flaws* that were not there before.

    Of the new citations, those *found* on their page, and those *unseen*: the text of their source is not at hand.
    """

    flaws: tuple[Flaw, ...] = ()
    found: tuple[Citation, ...] = ()
    unseen: tuple[Citation, ...] = ()

    @property
    def fine(self) -> bool:
        """Whether it may go live."""
        return not self.flaws


def check_entry(after: Entry, library: Library, articles: SourceTexts | None) -> Checks:
    """Check *after*, which would take the place of the entry with its id in *library*; one without facts would take it away."""
    before = library.entries.get(after.id)
    known = set(_flaws(dict(library.entries), after.id, library.sources))
    new = [flaw for flaw in _flaws(_with(library, after), after.id, library.sources) if flaw not in known]
    found: list[Citation] = []
    unseen: list[Citation] = []
    for fact in changed_facts(before, after):
        if articles:
            new += copy_flaws(fact, articles)
        for citation in fact.citations:
            wrong = list(evidence_flaws(fact, citation, articles)) if articles else []
            new += wrong
            if articles and articles.pages(citation.source):
                found += [] if wrong else [citation]
            elif not citation.verified:
                unseen.append(citation)
    return Checks(tuple(dict.fromkeys(new)), tuple(found), tuple(unseen))


def stamped(before: Entry | None, after: Entry, checks: Checks) -> Entry:
    """*after* with those new citations marked that were found on their page."""
    new = changed_facts(before, after)
    facts = tuple(_stamped(fact, checks) if fact in new else fact for fact in after.facts)
    return replace(after, facts=facts)


def changed_facts(before: Entry | None, after: Entry) -> tuple[Fact, ...]:
    """The facts of *after* that *before* does not have just so."""
    old = set(before.facts) if before else set()
    return tuple(fact for fact in after.facts if fact not in old)


def same(library: Library, fact: Fact) -> list[Fact]:
    """Standing facts that say what *fact* says, in this or other words; at most three."""
    return [other for other in _alike(library, fact) if not differs(fact, other) and _figures(fact) == _figures(other)][:MOST_ALIKE]


def contradicting(library: Library, fact: Fact) -> list[tuple[Fact, str]]:
    """Standing facts of its entry that tell the matter of *fact* otherwise, each with wherein (“16 Mart 1921 / 18 Mart 1921”)."""
    entry = library.entries.get(fact.entry)
    standing = [other for other in entry.facts if other.id != fact.id] if entry else []
    return [(other, what) for other in standing if (what := contradicts(other, fact))]


def _stamped(fact: Fact, checks: Checks) -> Fact:
    return replace(fact, citations=tuple(replace(one, verified=True) if one in checks.found else one for one in fact.citations))


def _with(library: Library, entry: Entry) -> dict[str, Entry]:
    entries = dict(library.entries) | {entry.id: entry}
    return {name: one for name, one in entries.items() if one.facts}


def _flaws(entries: Mapping[str, Entry], about: str, sources: Mapping[str, Source]) -> Iterator[Flaw]:
    """The flaws that a change of the entry *about* can make: its own, those of facts that lean on it, names that clash."""
    facts = {fact.name: fact for entry in entries.values() for fact in entry.facts}
    own: Iterable[Fact] = entries[about].facts if about in entries else ()
    leaning = (
        fact for fact in facts.values() if fact.entry != about and (about in fact.links or _entry_of(fact.disputes) == about)
    )
    for fact in (*own, *leaning):
        yield from fact_flaws(fact, facts, entries, sources)
    yield from contradictions(own)
    yield from name_flaws(entries.values())


def _entry_of(name: str | None) -> str:
    return name.partition("/")[0] if name else ""


def _alike(library: Library, fact: Fact) -> Iterator[Fact]:
    own = library.entries.get(fact.entry)
    yield from (other for other in (own.facts if own else ()) if other.id != fact.id and same_matter(fact, other))
    yield from (other for other in library.facts.values() if other.entry != fact.entry and same_matter(fact, other))


def _figures(fact: Fact) -> frozenset[str]:
    return frozenset(word for word in split_words(fact.says) if word.isdigit())
