"""What happened on a day, in a month, in a year that a question names."""

from mmbot.dates import HistoricDate, TypedDate
from mmbot.matching.index import Index
from mmbot.matching.reading import Reading
from mmbot.matching.sought import SOFT
from mmbot.matching.terms import FactTerms
from mmbot.model import DEFINITION, Fact

LONGEST_EVENT = 60  # days: a conference lasts weeks
MOST = 8  # facts of one answer; a month of 1921 has more


def on_date(index: Index, reading: Reading) -> tuple[Fact, ...]:
    """The facts of the time that the question names, in order of time, that tell every other telling word of it."""
    found = [terms.fact for terms in index.facts if _is_of(index, terms, reading)]
    told = {fact.entry for fact in found if fact.id != DEFINITION}
    found = [fact for fact in found if fact.id != DEFINITION or fact.entry not in told]
    chosen = sorted(found, key=lambda fact: -fact.significance)[:MOST]
    return tuple(sorted(chosen, key=lambda fact: (fact.date.first, fact.date.last, -fact.significance) if fact.date else ()))


def _is_of(index: Index, terms: FactTerms, reading: Reading) -> bool:
    fact = terms.fact
    if fact.date is None or fact.rank == "deprecated" or fact.disputes:
        return False
    if (fact.date.last - fact.date.first).days > 366:  # a war of four years is no event of a day
        return False
    if not all(typed.matches(fact.date) and _as_fine(fact.date, typed) for typed in reading.dates):
        return False
    return all(
        any(term in SOFT or index.tells(terms.number, term) for term, _ in reading.meanings[word.place]) for word in reading.telling
    )


def _as_fine(when: HistoricDate, typed: TypedDate) -> bool:
    """Whether *when* is known as finely as was asked: what happened “in 1922” did not happen on 9 September 1922."""
    days = (when.last - when.first).days
    if typed.day is not None:
        return when.precision in ("day", "span") and days <= LONGEST_EVENT
    return when.precision != "year" or (typed.month is None and typed.months is None)
