"""Decide what to answer: the facts, a question back, or an open “not in my sources”.

A confident wrong answer is the worst outcome, so every step prefers to decline.
"""

from collections.abc import Sequence

from mmbot.answering.decision import Decision, Known
from mmbot.answering.doubted import doubted
from mmbot.answering.judging import judge
from mmbot.answering.special import by_date, clause, clauses, definition
from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.matching.ranking import rank
from mmbot.matching.reading import Reading, read
from mmbot.model import Answered, Unknown

LONGEST = 600  # characters of a question; whoever pastes more is not asking one thing


def decide(library: Library, index: Index, text: str, within: Sequence[str] = ()) -> Decision:
    """Answer *text*. *within* are entries that the conversation is about: a question that names none may mean them."""
    if len(text) > LONGEST:
        return Decision(Unknown(reason="too-long"))
    known = Known(library, index)
    reading = read(index, text)
    if not reading.words:
        return Decision(Unknown(reason="empty"))
    if within and not reading.named:
        followed = _decide(known, reading, tuple(within))
        if isinstance(followed.answer, Answered):
            return followed
    return _decide(known, reading, ())


def _decide(known: Known, reading: Reading, within: tuple[str, ...]) -> Decision:
    for attempt in (by_date, clause, definition, doubted, clauses):
        decision = attempt(known, reading, within)
        if decision:
            return decision
    return judge(known, reading, rank(known.index, reading, within=within), within)
