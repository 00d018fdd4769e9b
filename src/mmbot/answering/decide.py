"""Decide what to answer: the facts, a question back, or an open “not in my sources”.

A confident wrong answer is the worst outcome, so every step prefers to decline.
"""

import re
from collections.abc import Sequence

from mmbot.answering.decision import Decision, Known
from mmbot.answering.doubted import doubted
from mmbot.answering.judging import is_written, judge
from mmbot.answering.namesakes import namesakes, stands_for
from mmbot.answering.special import by_date, clause, clauses, definition
from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
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


# What every question has that is answered by reckoning: a count of time, an order, a comparison, a calendar.
_RECKONS = re.compile(r"\b(?:kac|how (?:many|long)|once|onceki|sonra\w*|first|earlier|before|after|\w*fark\w*|karsilas\w*|kiyas\w*|differ\w*|compar\w*|"
                      r"benzer\w*|rumi|hicri|miladi|takvim\w*|1[23]\d\d)\b")  # fmt: skip


def _reckoned(known: Known, reading: Reading, within: tuple[str, ...]) -> Decision | None:
    if not _RECKONS.search(" ".join(word.folded for word in reading.words)):
        return None
    from mmbot.answering.reckoning import reckoned  # noqa: PLC0415  ten modules that most questions do not need

    return reckoned(known, reading, within)


def _decide(known: Known, reading: Reading, within: tuple[str, ...]) -> Decision:
    borne_by_several = namesakes(known, reading, within)
    if borne_by_several:
        return borne_by_several
    ranked = known.ranked(reading, within)
    if is_written(ranked):
        return judge(known, reading, ranked, within)
    for attempt in (_reckoned, by_date, clause, stands_for, definition, doubted, clauses):
        decision = attempt(known, reading, within)
        if decision:
            return decision
    return judge(known, reading, ranked, within)
