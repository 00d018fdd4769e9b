"""Two questions in one message: “Sevr ne zaman imzalandı, bi de Mondros”, “Lenin kimdir? Stalin kimdir?”."""

import re
from collections.abc import Callable
from dataclasses import replace

from mmbot.answering.decision import Decision, Known
from mmbot.answering.following import about_the_same, likewise
from mmbot.matching.reading import read
from mmbot.model import Answered
from mmbot.texts import ONLY_THE_FIRST
from mmbot.turkish import fold

Deciding = Callable[[str], Decision]
_APART = re.compile(r"\s*(?:(?:[,;?]|\bve\b)?\s*\b(?:bir de|bi de|bide|birde|ayrıca)\b|\?)\s*(?=\w)", re.IGNORECASE)
# A comma may also stand within one question, so both parts must be answered.
COMMA = re.compile(r",\s*(?=(?:ne|neler|kim|kimler|neden|niye|niçin|nasıl|kaç|hangi|nere\w*)\b)", re.IGNORECASE)


def both(known: Known, text: str, decide: Deciding, apart: re.Pattern[str] = _APART, *, all_of_it: bool = False) -> Decision | None:
    """The answers to both questions of *text*, or to the first with a word on the other; None where it is one question.

    *decide* answers each of them; *apart* is what stands between them. What is written down as it stands is one question.
    With *all_of_it* also None where one of them cannot be answered.
    """
    parts = apart.split(text.strip())
    if len(parts) != 2 or _is_written(known, text) or (all_of_it and read(known.index, parts[0]).asked.kind == "any"):
        return None
    first = decide(parts[0])
    if not isinstance(first.answer, Answered) or not read(known.index, parts[0]).named:
        return None
    second = _second(known, parts, first, decide)
    if second is None:
        return None
    if isinstance(second.answer, Answered):
        return _together(first, second)
    return None if all_of_it else _first_only(first, first.answer)


def _is_written(known: Known, text: str) -> bool:
    """Whether just this text is a question of a fact."""
    asked = fold(text)
    numbers = known.index.written.get(known.index.key(read(known.index, text).words)) or ()
    facts = [known.index.fact(number).fact for number in numbers]
    return any(asked == fold(question) for fact in facts for question in fact.questions)


def _second(known: Known, parts: list[str], first: Decision, decide: Deciding) -> Decision | None:
    """The decision on the second question: of the same thing, or like the first where it is only another name; None where it is no question."""
    reading = read(known.index, parts[1])
    meant = [*likewise(known.index, f"peki {parts[1]}", parts[0], first.entries), *([parts[1]] if reading.links else [])]
    if not meant:
        meant = (
            []
            if reading.asked.kind == "any"
            else list(about_the_same(known.library, known.index, reading, parts[0], first.entries))
        )
    if not meant:
        return None
    decisions = [decide(one) for one in meant]
    answered = (decision for decision in decisions if isinstance(decision.answer, Answered))
    return next(answered, decisions[-1])


def _first_only(first: Decision, answer: Answered) -> Decision:
    return replace(first, answer=replace(answer, remark=answer.remark or ONLY_THE_FIRST))


def _together(first: Decision, second: Decision) -> Decision | None:
    one, other = first.answer, second.answer
    if not isinstance(one, Answered) or not isinstance(other, Answered) or one.result or other.result:
        return None
    if one.facts == other.facts:
        return first
    answer = replace(one, facts=one.facts + other.facts, disputed=one.disputed + other.disputed, sure=one.sure and other.sure)
    return replace(
        first, answer=answer, entries=tuple(dict.fromkeys(first.entries + second.entries)), sure=min(first.sure, second.sure)
    )
