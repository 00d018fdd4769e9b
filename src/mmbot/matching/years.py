"""The year of a question held against a fact: what was so in 1920 does not tell what was so in 1921."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from mmbot.dates import HistoricDate, TypedDate
from mmbot.matching.index import Index
from mmbot.matching.reading import Reading
from mmbot.matching.terms import FactTerms, Terms

_IN = re.compile("[dt][ae]")  # “1921'de”; “1921 Moskova Antlaşması” is a name
_PART = 1 / 3  # of an entry's dated facts that are of a year, for its undated ones to be of it as well


def gates(index: Index, reading: Reading) -> Iterator[Callable[[FactTerms], bool]]:
    """The test whether a fact is of another time, where the question says in which year."""
    numbers = {word.folded for word in reading.words if _IN.fullmatch(word.tail)}
    said = tuple(typed for typed in reading.dates if typed.day is None and typed.month is None and str(typed.year) in numbers)
    if said and not (
        reading.asked.polar and (reading.asked.focus is not None or reading.asked.statement)
    ):  # a doubted year is another one
        yield partial(is_of_another_year, index, reading.dates, reading.predicate)


def is_of_another_year(index: Index, dates: tuple[TypedDate, ...], predicate: Terms, terms: FactTerms) -> bool:
    """Whether neither the fact nor what it says is of one of the *dates*.

    Without a date of its own it is of the time at which its entry tells the same deed (*predicate*), or else most of what it tells.
    """
    fact, years = terms.fact, {typed.year for typed in dates}
    told = {typed.year for typed in index.dates(terms.number)}
    if told & years:
        return False
    if fact.date:
        return not _match(dates, fact.date)
    if told - {None}:  # of other years
        return True
    dated = _dated(index, terms)
    alike = [date for date, topic in dated if topic & predicate]
    if alike:
        return not any(_match(dates, date) for date in alike)
    return sum(_match(dates, date) for date, _ in dated) < _PART * len(dated)


def _dated(index: Index, terms: FactTerms) -> list[tuple[HistoricDate, Terms]]:
    """The dates that the entry of the fact tells, each with what it is the date of."""
    entry = terms.fact.entry
    facts = zip(index.facts_of[entry], index.entries[entry].facts, strict=True)
    return [(fact.date, index.fact(number).topic) for number, fact in facts if fact.date and fact.rank != "deprecated"]


def _match(dates: tuple[TypedDate, ...], date: HistoricDate) -> bool:
    return any(typed.matches(date) for typed in dates)
