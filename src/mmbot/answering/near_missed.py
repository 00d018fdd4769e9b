"""What fits best tells the deed of another: then what fits hardly better, or less, is mostly no answer either."""

from mmbot.answering.decision import Known
from mmbot.answering.judging import CLOSE, NEARLY_WRITTEN
from mmbot.matching import doers
from mmbot.matching.ranking import in_order
from mmbot.matching.reading import Reading
from mmbot.model import Fact


def is_near_miss(known: Known, reading: Reading, fact: Fact) -> bool:
    """Whether another fact fits *reading* nearly as well as *fact*, but for telling the deed of somebody else, or as done to somebody else."""
    index = known.index
    gates, number = tuple(doers.gates(index, reading)), index.number_of(fact)
    if not gates or known.looks(reading).at(number).likeness.same >= NEARLY_WRITTEN:
        return False
    if number in index.written.get(reading.key):
        return False
    mine = _score(known, reading, number)
    if mine is None:
        return False
    looks, verb = known.looks(reading), {reading.telling[-1]} if reading.telling else set()

    def is_of_another(other: int) -> bool:
        seen = looks.at(other)  # a gate of these is one of all its gates, so most facts are out before their words are looked at
        return bool(seen.closed) and verb.issuperset(seen.against) and any(gate(seen.terms) for gate in gates)

    missed = in_order(looks, filter(is_of_another, known.ranked(reading).barred))
    return bool(missed) and missed[0].score + CLOSE > mine


def _score(known: Known, reading: Reading, number: int) -> float | None:
    """The score of the fact with *number*; None where it is not ranked."""
    ranked, fact = known.ranked(reading), known.index.fact(number).fact
    found = in_order(known.looks(reading), [number]) if number in ranked.barred else ranked.good
    return next((one.score for one in found if one.fact == fact), None)
