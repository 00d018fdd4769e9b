"""Two facts of one entry that tell a statement together, and which of several facts is shown for it."""

from mmbot.answering.claims_fit import Fit
from mmbot.answering.claims_statement import Statement
from mmbot.model import DEFINITION, Fact


def leads(statement: Statement, fit: Fit) -> tuple[bool, bool, int]:
    """What makes one fact better to show than another: that it tells more than what the thing is, and of what was named."""
    fact = fit.told.fact
    return fact.id != DEFINITION, statement.names(fact.entry), fact.significance


def together(statement: Statement, fits: list[Fit]) -> tuple[Fact, ...]:
    """Two facts of one entry of which each explains what the other leaves, where that is no more than a date or a place."""
    dated = frozenset(place for held in statement.dates for place in held.places)
    fits = sorted(fits, key=lambda fit: leads(statement, fit), reverse=True)
    first = [fit for fit in fits if fit.left and fit.left <= dated and _may_join(fit)]
    second = [fit for fit in fits if fit.left and not fit.left & dated and _may_join(fit) and _is_place(statement, fit)]
    for one in first:
        for other in second:
            if one.told.fact.entry == other.told.fact.entry and statement.names(one.told.fact.entry):
                return (other.told.fact, one.told.fact)
    return ()


def _may_join(fit: Fit) -> bool:
    return not fit.opposed and not fit.told.fact.disputes and not fit.told.noted


def _is_place(statement: Statement, fit: Fit) -> bool:
    return all(word.capital and word.tail.startswith(("d", "t")) for word in statement.clause.words if word.place in fit.left)
