"""Checks of the knowledge as a whole: every fault names file, line, field, what is wrong and what to do."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from mmbot.knowledge.citations import read_sources
from mmbot.knowledge.coverage import EXCEPTIONS, Coverage, coverage
from mmbot.knowledge.evidence import SourceTexts
from mmbot.knowledge.faults import BadKnowledge, Fault, Flaw
from mmbot.knowledge.files import Reading, read_folder
from mmbot.knowledge.flaws import copy_flaws, evidence_flaws, flaws
from mmbot.knowledge.loading import fingerprint, read_verified
from mmbot.knowledge.vocabulary_file import read_vocabulary
from mmbot.model import Citation, Entry, Fact, Source

_T = TypeVar("_T")


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
    facts = [fact for entry in reading.entries for fact in entry.facts]
    report.faults += [_fault(reading, flaw) for flaw in flaws(reading.entries, sources)]
    nobody: frozenset[str] = frozenset()
    verified = _read(lambda: read_verified(folder), nobody, report)
    if texts:
        _look_up(reading, facts, texts, report)
        report.coverage = coverage(folder, facts, texts, report.faults)
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


def _fault(reading: Reading, flaw: Flaw) -> Fault:
    """*flaw*, with the file and line where it stands."""
    return reading.at(flaw.name, flaw.field, flaw.wrong.en, flaw.remedy.en)


def _look_up(reading: Reading, facts: Iterable[Fact], texts: SourceTexts, report: Report) -> None:
    for fact in facts:
        for citation in fact.citations:
            wrong = list(evidence_flaws(fact, citation, texts))
            report.faults += [_fault(reading, flaw) for flaw in wrong]
            if not wrong and texts.pages(citation.source):
                report.found.append(citation)
        report.faults += [_fault(reading, flaw) for flaw in copy_flaws(fact, texts)]


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
