"""Checks of the knowledge as a whole: every fault names file, line, field, what is wrong and what to do."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from mmbot.knowledge.citations import read_sources
from mmbot.knowledge.contradictions import contradictions
from mmbot.knowledge.coverage import EXCEPTIONS, Coverage, coverage
from mmbot.knowledge.evidence import RUN, SourceTexts
from mmbot.knowledge.faults import BadKnowledge, Fault, nearest
from mmbot.knowledge.files import Reading, read_folder
from mmbot.knowledge.loading import fingerprint, read_verified
from mmbot.knowledge.style import style_faults
from mmbot.knowledge.vocabulary_file import read_vocabulary
from mmbot.model import Citation, Entry, Fact, Source
from mmbot.turkish import split_words

_T = TypeVar("_T")
EVIDENCE_WORDS = 6
SAYS_LENGTH = 420


@dataclass(slots=True)
class Report:
    """What a check found: the faults, the citations whose evidence was found, and the figures."""

    faults: list[Fault]
    found: list[Citation] = field(default_factory=list)
    figures: dict[str, str] = field(default_factory=dict)
    coverage: Coverage | None = None


def check(folder: Path, texts: SourceTexts | None = None) -> Report:
    """Check the knowledge in *folder*; with the articles' *texts*, look every fragment up as well."""
    reading = read_folder(folder)
    report = Report(list(reading.faults))
    nothing: dict[str, Source] = {}
    sources = _read(lambda: read_sources(folder / "sources.json"), nothing, report)
    _read(lambda: bool(read_vocabulary(folder)), otherwise=False, report=report)
    facts = {fact.name: fact for entry in reading.entries for fact in entry.facts}
    report.faults += _entry_faults(reading)
    report.faults += _alias_faults(reading)
    for fact in facts.values():
        report.faults += _fact_faults(reading, fact, facts, sources)
    report.faults += contradictions(reading, facts)
    nobody: frozenset[str] = frozenset()
    verified = _read(lambda: read_verified(folder), nobody, report)
    if texts:
        _look_up(reading, facts.values(), texts, report)
        report.coverage = coverage(folder, facts.values(), texts, report.faults)
        report.faults += _uncovered(report.coverage)
        verified = frozenset(map(fingerprint, report.found))
    report.faults.sort()
    report.figures = _figures(reading.entries, verified)
    if report.coverage:
        covered = report.coverage
        share = 100 * (covered.found - len(covered.missing)) / max(1, covered.found)
        report.figures["coverage"] = (
            f"{covered.found} days printed in the articles, {share:.1f} % covered; exceptions {len(covered.exceptions)}"
        )
    return report


def _read(read: Callable[[], _T], otherwise: _T, report: Report) -> _T:
    """What *read* returns; where it cannot, its faults are noted and *otherwise* stands in."""
    try:
        return read()
    except BadKnowledge as error:
        report.faults += error.faults
        return otherwise


def _entry_faults(reading: Reading) -> Iterator[Fault]:
    for one, other in combinations(reading.entries, 2):
        if one.id == other.id:
            yield reading.at(other.id, "id", f"“{one.id}” is also {one.kind}/{one.id}.yaml", "Give one of the two another id")


def _alias_faults(reading: Reading) -> Iterator[Fault]:
    owners: dict[tuple[str, ...], Entry] = {}
    for entry in reading.entries:
        for alias in entry.names:
            words = tuple(split_words(alias))
            owner = owners.setdefault(words, entry)
            if owner.id != entry.id:
                remedy = f"Keep it in one of them, or tell them apart (“{alias} (…)”)"
                yield reading.at(entry.id, "aliases", f"“{alias}” is also a name of {owner.kind}/{owner.id}.yaml", remedy)


def _fact_faults(reading: Reading, fact: Fact, facts: Mapping[str, Fact], sources: Mapping[str, Source]) -> Iterator[Fault]:
    entries = {entry.id for entry in reading.entries}
    for name in ("people", "places", "about"):
        for link in getattr(fact, name):
            if link not in entries:
                yield reading.at(fact.name, name, f"“{link}” is no entry", nearest(link, entries))
    for citation in fact.citations:
        if sources and citation.source not in sources:
            yield reading.at(fact.name, "citations", f"“{citation.source}” is no source", nearest(citation.source, sources))
        for fragment in citation.evidence:
            if len(fragment.split()) > EVIDENCE_WORDS:
                remedy = f"Keep at most {EVIDENCE_WORDS} words of it"
                yield reading.at(fact.name, "citations", f"evidence “{fragment}” has {len(fragment.split())} words", remedy)
    if len(fact.says) > SAYS_LENGTH:
        yield reading.at(
            fact.name, "says", f"is {len(fact.says)} characters long", f"Say it in {SAYS_LENGTH}, or make two facts of it"
        )
    yield from _date_faults(reading, fact)
    yield from _dispute_faults(reading, fact, facts)
    for name, wrong, remedy in style_faults(fact):
        yield reading.at(fact.name, name, wrong, remedy)


def _date_faults(reading: Reading, fact: Fact) -> Iterator[Fault]:
    """A day that the fact claims must be readable in its sentence: a slip of the pen shows here."""
    if fact.date is None or fact.date.precision != "day":
        return
    day = fact.date.first.day
    if not re.search(rf"(?<!\d){day}(?!\d)", fact.says):
        yield reading.at(
            fact.name, "date", f"{fact.date} is not told in the sentence", "Write the day into says, or correct the date"
        )


def _dispute_faults(reading: Reading, fact: Fact, facts: Mapping[str, Fact]) -> Iterator[Fault]:
    if fact.rank != "normal" and not fact.reason:
        yield reading.at(fact.name, "rank", f"is {fact.rank} without a reason", "Add reason: why this rank")
    if fact.disputes is None:
        return
    if not fact.reason:
        yield reading.at(fact.name, "disputes", "a dispute without a reason", "Add reason: what speaks for or against it")
    other = facts.get(fact.disputes)
    if other is None:
        yield reading.at(fact.name, "disputes", f"“{fact.disputes}” is no fact", nearest(fact.disputes, facts))
    elif other.rank != "preferred":
        remedy = f"Give {other.name} rank: preferred and a reason, or let this one dispute the preferred fact"
        yield reading.at(fact.name, "disputes", f"{other.name} is not preferred", remedy)
    if fact.rank == "preferred":
        yield reading.at(fact.name, "disputes", "a preferred fact disputes another", "Let the other one dispute this one")


def _look_up(reading: Reading, facts: Iterable[Fact], texts: SourceTexts, report: Report) -> None:
    for fact in facts:
        for citation in fact.citations:
            wrong = list(_evidence_faults(reading, fact, citation, texts))
            report.faults += wrong
            if not wrong and texts.pages(citation.source):
                report.found.append(citation)
        for name, text in _sentences(fact):
            copied = texts.copied(text)
            if copied:
                wrong_words = f"{RUN} words run as in an article: “{copied}”"
                report.faults.append(reading.at(fact.name, name, wrong_words, "Say it in your own words"))


def _sentences(fact: Fact) -> Iterator[tuple[str, str]]:
    yield from (("says", fact.says), ("says_en", fact.says_en), ("reason", fact.reason))
    yield from (("questions", question) for question in fact.questions)
    if fact.editor_note:
        yield "editor_note", fact.editor_note.says


def _evidence_faults(reading: Reading, fact: Fact, citation: Citation, texts: SourceTexts) -> Iterator[Fault]:
    if not texts.pages(citation.source):
        return
    try:
        for fragment in texts.missing(citation):
            wrong = f"evidence “{fragment}” does not stand on {citation.source}, page {citation.page}"
            yield reading.at(fact.name, "citations", wrong, "Copy a fragment from that page, or correct the page")
    except KeyError:
        pages = texts.pages(citation.source)
        remedy = f"Its pages are {pages[0]} to {pages[-1]}"
        yield reading.at(fact.name, "citations", f"{citation.source} has no page {citation.page}", remedy)
    copied = texts.copied(" ".join(citation.evidence))  # fragments that follow each other on the page are a sentence again
    if copied:
        wrong = f"{RUN} words of the evidence run as in an article: “{copied}”"
        yield reading.at(fact.name, "citations", wrong, "Keep fewer or shorter fragments, from places apart")


def _uncovered(found: Coverage) -> Iterator[Fault]:
    for source, page, day in found.missing:
        remedy = f"Write the fact, or list the day in {EXCEPTIONS} with its reason"
        yield Fault(EXCEPTIONS, 1, f"{source} {page}", f"{day} is printed there and no fact that cites the page tells it", remedy)


def _figures(entries: list[Entry], verified: frozenset[str]) -> dict[str, str]:
    facts = [fact for entry in entries for fact in entry.facts]
    citations = [citation for fact in facts for citation in fact.citations]
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for entry in entries:
        kinds[entry.kind][0] += 1
        kinds[entry.kind][1] += len(entry.facts)
    ranks = Counter(fact.rank for fact in facts)
    notes = sum(fact.editor_note is not None for fact in facts)
    days = {(fact.date.first.month, fact.date.first.day) for fact in facts if fact.date and fact.is_day_event}
    found = sum(fingerprint(citation) in verified for citation in citations)
    return {
        "entries": f"{len(entries)} (" + ", ".join(f"{kind} {count[0]}" for kind, count in sorted(kinds.items())) + ")",
        "facts": f"{len(facts)} (" + ", ".join(f"{kind} {count[1]}" for kind, count in sorted(kinds.items())) + ")",
        "ranks": ", ".join(f"{rank} {count}" for rank, count in sorted(ranks.items())) + f"; editor's notes {notes}",
        "disputes": str(sum(fact.disputes is not None for fact in facts)),
        "dated": f"{sum(fact.date is not None for fact in facts)}; days of the year with an event: {len(days)} of 366",
        "phrasings": f"{sum(len(fact.questions) for fact in facts)}; English texts: {sum(bool(fact.says_en) for fact in facts)}",
        "citations": f"{len(citations)} ("
        + ", ".join(f"{source} {count}" for source, count in sorted(Counter(c.source for c in citations).items()))
        + ")",
        "evidence": f"{sum(len(c.evidence) for c in citations)} fragments; {found} of {len(citations)} citations verified",
    }
