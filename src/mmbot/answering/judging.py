"""Apply the gates to ranked facts: every telling word explained, enough likeness, a margin to other entries."""

from mmbot.answering.decision import Decision, Known
from mmbot.answering.phrasing import choices
from mmbot.matching.ranking import Ranked
from mmbot.matching.reading import Reading
from mmbot.model import Ambiguous, Answered, Unknown

ENOUGH = 0.42  # score below which nothing is answered
CLOSE = 0.05  # two entries nearer than this are asked back about
SURE = 0.6
SURELY_TYPED = 0.8  # two slips in one word, or a wrong key far from the right one, are a guess


def judge(known: Known, reading: Reading, ranked: list[Ranked], within: tuple[str, ...]) -> Decision:
    """Answer with the best of the *ranked* facts, ask back between near ones, or decline."""
    surest = min((reading.meanings[word.place][0][1] for word in reading.telling if reading.meanings[word.place]), default=1.0)
    enough = ENOUGH if surest > SURELY_TYPED else SURE
    good = [candidate for candidate in ranked if not candidate.unexplained and candidate.score >= enough]
    if not good or not (reading.telling or within):
        return Decision(_unknown(known, reading, ranked), reading, tuple(ranked))
    rivals = _rivals(reading, good)
    if rivals and not within:
        offered = choices(known.library, [good[0], *rivals], count=4)
        return Decision(Ambiguous(offered), reading, tuple(ranked))
    best = _preferred(good)
    return Decision(_answered(known, reading, best), reading, tuple(ranked), (best.fact.entry,))


def _answered(known: Known, reading: Reading, best: Ranked) -> Answered:
    surest = min((reading.meanings[word.place][0][1] for word in reading.telling), default=1.0)
    return Answered((best.fact,), known.library.siblings(best.fact), sure=best.score >= SURE and surest > SURELY_TYPED)


def _preferred(good: list[Ranked]) -> Ranked:
    """The best fact; where it is disputed and the preferred one answers as well, that one."""
    best = good[0]
    return next((other for other in good if other.fact.name == best.fact.disputes), best)


def _rivals(reading: Reading, good: list[Ranked]) -> list[Ranked]:
    """Facts of other entries that fit as well as the best: then it is not clear what is meant."""
    best = good[0]
    leading = {found.entry for found in reading.named}
    if best.fact.entry in leading or leading & set(best.fact.links):
        return []
    near = [other for other in good[1:] if best.score - other.score < CLOSE and other.fact.entry != best.fact.entry]
    return [other for other in near if best.fact.entry not in other.fact.links and other.fact.entry not in best.fact.links]


def _unknown(known: Known, reading: Reading, ranked: list[Ranked]) -> Unknown:
    words = reading.unknown or (ranked[0].unexplained if ranked else ())
    about = known.library.title(reading.named[0].entry) if reading.named else ""
    nearest = choices(known.library, _nearest(known, reading, ranked), count=3)
    if reading.asked.kind.startswith("clause-"):
        return Unknown(nearest, reason="no-clause", about=about)
    typed = tuple(word.typed for word in words)
    return Unknown(nearest, typed, "words" if reading.unknown else "no-fact", about)


def _nearest(known: Known, reading: Reading, ranked: list[Ranked]) -> list[Ranked]:
    """What can be answered instead: about the entry that was named, else what scored best."""
    index = known.index
    named = [Ranked(index.facts[number].fact, 0.0) for found in reading.named[:1] for number in index.facts_of[found.entry]]
    named.sort(key=lambda candidate: (candidate.fact.rank == "deprecated", -candidate.fact.significance))
    return [*named[:1], *ranked[:8]]
