"""How much of the articles' dated matter the knowledge holds.

Every full day (day, month, year) printed in an article's text is a triple (article, page, day). It is covered when a fact that cites
that page or its neighbour has the day as its date, as an end of its range, or tells it in its sentence. What is no event –
archive numbers, newspaper dates in footnotes of other works – stands with its reason in ``coverage-exceptions.yaml``.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from mmbot.dates import find_dates
from mmbot.knowledge.evidence import SourceTexts
from mmbot.knowledge.faults import Fault
from mmbot.model import Fact
from mmbot.turkish import fold

EXCEPTIONS = "coverage-exceptions.yaml"
Triple = tuple[str, str, str]  # source, page, ISO day


@dataclass(frozen=True, slots=True)
class Coverage:
    """The triples found, those not covered, and the exceptions with their reasons."""

    found: int
    missing: tuple[Triple, ...]
    exceptions: dict[Triple, str]


def coverage(folder: Path, facts: Iterable[Fact], texts: SourceTexts, faults: list[Fault]) -> Coverage:
    """Compare the days printed in *texts* with the *facts*; an exception without a reason or use is put into *faults*."""
    told: dict[str, set[tuple[str, date]]] = defaultdict(set)
    for fact in facts:
        days = _days_told(fact)
        for citation in fact.citations:
            told[citation.source] |= {(citation.page, day) for day in days}
    exceptions = _read_exceptions(folder, faults)
    found, missing = 0, []
    for source in sorted(told):
        pages = texts.pages(source)
        for number, page in enumerate(pages):
            around = pages[max(0, number - 1) : number + 2]
            for day in sorted(_full_days(texts.page(source, page))):
                found += 1
                triple = (source, page, day.isoformat())
                if triple not in exceptions and not any((label, day) in told[source] for label in around):
                    missing.append(triple)
    return Coverage(found, tuple(missing), exceptions)


def _full_days(text: str) -> set[date]:
    return {day for typed in find_dates(fold(text)) if (day := typed.as_date()) is not None}


def _days_told(fact: Fact) -> set[date]:
    days = _full_days(fact.says)
    if fact.date:
        days |= {fact.date.first, fact.date.last}
        # “4–11 Eylül 1919”: the first day stands without its month
        days |= {
            day
            for typed in find_dates(fold(fact.says))
            if typed.year is None and (day := _in_year(typed.day, typed.month, fact.date.first.year))
        }
    return days


def _in_year(day: int | None, month: int | None, year: int) -> date | None:
    return date(year, month, day) if day and month and not (month == 2 and day == 29) else None


def _read_exceptions(folder: Path, faults: list[Fault]) -> dict[Triple, str]:
    path = folder / EXCEPTIONS
    if not path.exists():
        return {}
    exceptions: dict[Triple, str] = {}
    for item in yaml.safe_load(path.read_text(encoding="utf-8")) or []:
        triple = (str(item.get("source")), str(item.get("page")), str(item.get("day")))
        if not item.get("reason"):
            faults.append(Fault(EXCEPTIONS, 1, " ".join(triple), "has no reason", "Say why this day is no event"))
        exceptions[triple] = str(item.get("reason"))
    return exceptions
