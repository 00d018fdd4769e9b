"""What fits best tells the deed of another: then what fits hardly better, or less, is mostly no answer either."""

from mmbot.answering.decision import Known
from mmbot.answering.judging import CLOSE, NEARLY_WRITTEN
from mmbot.matching import doers
from mmbot.matching.ranking import Ranked
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
    ranked = known.ranked(reading)
    mine = next((one.score for one in ranked if one.fact == fact), None)
    verb = {reading.telling[-1]} if reading.telling else set()

    def is_of_another(one: Ranked) -> bool:
        terms = index.fact(index.number_of(one.fact))
        return verb.issuperset(known.looks(reading).at(terms.number).against) and any(gate(terms) for gate in gates)

    missed = next((one.score for one in ranked[len(ranked.good) :] if is_of_another(one)), None)
    return mine is not None and missed is not None and missed + CLOSE > mine
