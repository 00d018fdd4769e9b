"""A second look at what the gates decided: it answers some of what they declined, and takes back what it finds otherwise."""

from dataclasses import replace

from mmbot.answering.decision import Decision, Known
from mmbot.answering.judging import SURE, WRITTEN
from mmbot.answering.phrasing import choices
from mmbot.matching.opinion import Opinion, opinion
from mmbot.matching.ranking import Ranked, Ranking, same_matter
from mmbot.matching.reading import Reading
from mmbot.model import DEFINITION, Ambiguous, Answered, Fact, Unknown
from mmbot.texts import NOT_SAID_OF

ENOUGH = 0.7  # sureness from which what the gates declined is answered
ENOUGH_AGAINST = 0.75  # sureness from which another fact is given than the gates let through
ALMOST_WRITTEN = 0.88
AT_LEAST = 0.45  # sureness below which not even what both looks find is answered: of those, asked anew, more were wrong than right
WITHOUT_RESERVE = 0.85  # sureness from which what both looks find is given as certain
PERHAPS = 0.3  # sureness from which the fact is offered
_ONLY_EXAMPLES = ("far", "no-subject", "no-entry")  # what is offered with these has nothing to do with the question
OFFERED = 3  # facts
CERTAIN = 1.0  # the sureness of decisions that no likeness was needed for


def looked_at_again(known: Known, reading: Reading, decision: Decision) -> Decision:
    """*decision*, or what the second look finds better. Only what was judged by likeness is looked at again, and nothing that is written."""
    if (
        decision.sure == CERTAIN
        or not reading.telling
        or reading.asked.kind.startswith("clause-")
        or _is_written(known, reading, decision)
    ):
        return decision
    found = opinion(known.looks(reading), known.ranked(reading).good)
    if found is None:
        return decision
    if not isinstance(decision.answer, Answered):
        return _answered(known, reading, decision, found) if found.sure >= ENOUGH else _offered(known, decision, found)
    if not found.sure:
        return decision
    if any(same_matter(fact, found.best.fact) for fact in decision.answer.facts):
        return _agreed(known, reading, decision, found)
    if found.sure >= ENOUGH_AGAINST:
        return _answered(known, reading, decision, found)
    if decision.answer.remark:  # a doubted name was left out to find it, which the second look does not do
        return decision
    offered = [Ranked(fact, 0.0) for fact in decision.answer.facts[:1]]
    asked_back = choices(known.library, [*offered, found.best], count=2, of_one_entry=True)
    return replace(decision, answer=Ambiguous(asked_back), entries=())


def _agreed(known: Known, reading: Reading, decision: Decision, found: Opinion) -> Decision:
    """*decision*, whose answer was *found* again; where the second look has its doubts, it is only offered."""
    answer = decision.answer
    if not isinstance(answer, Answered):
        return decision
    trusted = found.sure >= AT_LEAST and not _only_says_who(known, reading, decision)
    if trusted or answer.remark or _is_asked_for_itself(reading, found.best.fact):
        return replace(decision, answer=replace(answer, sure=answer.sure and found.sure >= WITHOUT_RESERVE))
    near = choices(known.library, [found.best, *decision.ranked[:8]], count=3)
    return replace(decision, answer=Unknown(near, reason="unsure"), entries=())


def _only_says_who(known: Known, reading: Reading, decision: Decision) -> bool:
    """Whether more is asked of somebody than who he was, and what would be answered says just that: “hapisten çıkınca ne yaptı?”."""
    best = decision.ranked[0]
    is_person = known.library.entries[best.fact.entry].kind == "person"
    return is_person and best.fact.id == DEFINITION and bool(best.left) and not reading.asked.polar


def _is_asked_for_itself(reading: Reading, fact: Fact) -> bool:
    """Whether *fact* defines what it is asked of, or is a clause: by its words alone such a question is like many."""
    return (reading.asked.definition and fact.id == DEFINITION) or fact.answers[0].startswith("clause-")


def _is_written(known: Known, reading: Reading, decision: Decision) -> bool:
    """Whether the question is written down, or so nearly that a sure answer needs no second look (it takes a quarter of the time)."""
    if known.index.written.get(reading.key):
        return True
    best = known.ranked(reading).good[:1]
    return any(one.same >= WRITTEN or (one.same >= ALMOST_WRITTEN and decision.sure >= SURE) for one in best)


def _offered(known: Known, decision: Decision, found: Opinion) -> Decision:
    """What was declined, with what was *found* before all else that can be answered instead."""
    too_little = decision.reading and len(decision.reading.telling) < 2 and not decision.reading.named  # “hava nasıl?”
    if too_little or not isinstance(decision.answer, Unknown):
        return decision
    far = decision.answer.reason in _ONLY_EXAMPLES
    if found.sure < PERHAPS and far:
        return decision
    likely = choices(known.library, found.likely, count=OFFERED, of_one_entry=True)
    near = () if far else decision.answer.nearest  # those were only examples
    others = (choice for choice in near if choice not in likely)
    reason = "unsure" if found.sure >= PERHAPS and decision.answer.reason in ("no-fact", "far") else decision.answer.reason
    return replace(decision, answer=replace(decision.answer, nearest=(*likely, *others)[:OFFERED], reason=reason))


def _answered(known: Known, reading: Reading, decision: Decision, found: Opinion) -> Decision:
    """The fact that was *found*, with a word on the names and numbers of the question that its sources do not mention."""
    fact = found.best.fact
    unsaid = " ".join(word.typed for word in found.best.unexplained if reading.is_name(word) or word.folded.isdigit())
    remark = NOT_SAID_OF.format(words=unsaid) if unsaid else ""
    answer = Answered((fact,), known.library.siblings(fact), sure=found.sure >= SURE, remark=remark)
    ranked = Ranking((found.best,), lambda: decision.ranked)
    return replace(decision, answer=answer, ranked=ranked, entries=(fact.entry,), sure=found.sure)
