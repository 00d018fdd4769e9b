"""The year of a question held against a fact: what was so in 1920 does not tell what was so in 1921."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from mmbot.dates import TypedDate
from mmbot.matching.index import Index
from mmbot.matching.reading import Reading
from mmbot.matching.terms import FactTerms

_IN = re.compile("[dt][ae]")  # “1921'de”; “1921 Moskova Antlaşması” is a name
_PART = 1 / 3  # of an entry's dated facts that are of a year, for its undated ones to be of it as well


def gates(index: Index, reading: Reading) -> Iterator[Callable[[FactTerms], bool]]:
    """The test whether a fact is of another time, where the question says in which year."""
    numbers = {word.folded for word in reading.words if _IN.fullmatch(word.tail)}
    said = tuple(typed for typed in reading.dates if typed.day is None and typed.month is None and str(typed.year) in numbers)
    if said and not (reading.asked.polar and reading.asked.focus is not None):  # a doubted year is another one
        yield partial(is_of_another_year, index, reading.dates, said)


def is_of_another_year(index: Index, dates: tuple[TypedDate, ...], said: tuple[TypedDate, ...], terms: FactTerms) -> bool:
    """Whether neither the fact nor what it says is of one of the *dates*, whose years were *said*; without a date, it is of its entry's time."""
    fact, number = terms.fact, terms.number
    years = {typed.year for typed in dates}
    if any(told.year in years for told in index.dates(number)) or any(index.tells(number, str(typed.year)) for typed in said):
        return False
    if fact.date:
        return not any(typed.matches(fact.date) for typed in dates)
    dated = [other.date for other in index.entries[fact.entry].facts if other.date and other.rank != "deprecated"]
    return sum(any(typed.matches(date) for typed in said) for date in dated) < _PART * len(dated)
