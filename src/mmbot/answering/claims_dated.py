"""Whether a clause of a fact gives a date of a statement, for what its verb says."""

from mmbot.answering.claims_clauses import Clause, Dated
from mmbot.answering.claims_statement import Statement
from mmbot.answering.claims_told import Told
from mmbot.dates import TypedDate
from mmbot.matching.index import Index

_YEAR = 4  # digits


def gives(index: Index, statement: Statement, told: Told, dated: Dated) -> bool:
    """Whether the date is told; one that is part of the name of the fact's entry need not be where none is."""
    if told.when and told.when.is_day and dated.typed.as_date() == told.when.first and _was_its_day(index, statement, told):
        return True
    others = any(
        not other.places <= statement.absorbed for other in statement.dates
    )  # “1925 antlaşması 11 Şubat 1926'da onaylandı”
    own = dated.places <= statement.absorbed and statement.names(told.fact.entry) and (others or not told.clause.dates)
    return own or (tells_date(told, dated.typed) and _days_of(statement.clause, dated) <= _all_days(told))


def _was_its_day(index: Index, statement: Statement, told: Told) -> bool:
    """Whether the fact was written to date this very deed: the day “belgeler … verilince” is that of “yürürlüğe girdi”."""
    deed = {term for word in statement.clause.words[-2:] for term in index.vocabulary.meanings(word)}
    return "when" in told.fact.answers and not deed.isdisjoint(index.facts[index.number_of(told.fact)].topic)


def _days_of(clause: Clause, dated: Dated) -> set[str]:
    """The numbers that are typed in a date: of “18–27 Nisan”, both."""
    return {
        word.folded for word in clause.words if word.place in dated.places and word.folded.isdigit() and len(word.folded) < _YEAR
    }


def _all_days(told: Told) -> set[str]:
    return set().union(*(_days_of(told.clause, dated) for dated in told.clause.dates))


def tells_date(told: Told, typed: TypedDate) -> bool:
    """Whether the clause gives the date *typed*, or a finer one that lies in it, for what its verb says."""
    if typed.months is not None:
        return any(dated.typed.months == typed.months and dated.typed.year == typed.year for dated in told.clause.dates)
    return any(agrees(typed, dated.typed) and not told.clause.unfinished_after(max(dated.places)) for dated in told.clause.dates)


def agrees(typed: TypedDate, told: TypedDate) -> bool:
    """Whether every part that was typed is told, and the same."""
    pairs = ((typed.day, told.day), (typed.month, told.month), (typed.year, told.year))
    return all(asked_for is None or asked_for == given for asked_for, given in pairs)
