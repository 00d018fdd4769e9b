"""A message that replies to an older answer is about what that answer was about, whoever had asked for it."""

from collections.abc import Iterable, Sequence

from mmbot.desk.desk import Desk
from mmbot.desk.presses import Tokens, read_press, tokens
from mmbot.model import Question, Visitor

_OF_ONE_FACT = frozenset({"source", "report"})  # buttons about the fact that was told; “fact” leads to another one


def follow(desk: Desk, under: Iterable[str], visitor: Visitor) -> None:
    """Take the next question of *visitor* to be about the answer *under* which there are buttons with these data (they may be forged)."""
    known = tokens(desk.answering.library)
    carried = [read_press(data) for data in under]
    fact = next((found for verb, rest in carried if verb in _OF_ONE_FACT and rest and (found := known.fact(rest[0]))), "")
    entry = fact.partition("/")[0] or next((found for verb, rest in carried if (found := _entry(known, verb, rest))), None)
    if entry is not None:
        desk.answering.about(entry, Question("", visitor.person, visitor.place), fact)


def _entry(known: Tokens, verb: str, arguments: Sequence[str]) -> str | None:
    return known.entry(arguments[0]) if verb in {"clauses", "entry"} and arguments else None
