"""How the questions came out, and what people complain about: numbers without people."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

OUTCOMES = ("answered", "ambiguous", "unknown")
MOST = 10  # entries and facts that are listed

Outcome = tuple[date, str, str, int]  # day, outcome, entry or "", count
Complaint = tuple[str, str, int]  # fact, kind, count


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts by outcome: in all, by day (newest first), by entry (most asked first); complaints by fact and kind (most first)."""

    total: dict[str, int]
    days: tuple[tuple[date, dict[str, int]], ...]
    entries: tuple[tuple[str, dict[str, int]], ...]
    complaints: tuple[tuple[str, dict[str, int]], ...]

    @property
    def asked(self) -> int:
        """Every question."""
        return sum(self.total.values())


def figures(outcomes: Iterable[Outcome], complaints: Iterable[Complaint]) -> Figures:
    """Add up what was counted."""
    days: dict[date, Counter[str]] = {}
    entries: dict[str, Counter[str]] = {}
    facts: dict[str, Counter[str]] = {}
    for day, outcome, entry, count in outcomes:
        days.setdefault(day, Counter())[outcome] += count
        if entry:
            entries.setdefault(entry, Counter())[outcome] += count
    for fact, kind, count in complaints:
        facts.setdefault(fact, Counter())[kind] += count
    total: Counter[str] = sum(days.values(), Counter())
    return Figures(
        {outcome: total[outcome] for outcome in OUTCOMES},
        tuple((day, _by_outcome(count)) for day, count in sorted(days.items(), reverse=True)),
        tuple((entry, _by_outcome(count)) for entry, count in _most(entries)),
        tuple((fact, dict(count.most_common())) for fact, count in _most(facts)),
    )


def _by_outcome(count: Counter[str]) -> dict[str, int]:
    return {outcome: count[outcome] for outcome in OUTCOMES}


def _most(found: dict[str, Counter[str]]) -> list[tuple[str, Counter[str]]]:
    return sorted(found.items(), key=lambda item: (-item[1].total(), item[0]))[:MOST]
