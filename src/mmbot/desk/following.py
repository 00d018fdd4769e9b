"""A message that replies to an older answer is about what that answer was about, whoever had asked for it."""

from collections.abc import Iterable

from mmbot.desk.desk import Desk
from mmbot.desk.presses import Tokens, read_press, tokens
from mmbot.model import Question, Visitor


def follow(desk: Desk, under: Iterable[str], visitor: Visitor) -> None:
    """Take the next question of *visitor* to be about the answer *under* which there are buttons with these data (they may be forged)."""
    known = tokens(desk.answering.library)
    entry = next((found for data in under if (found := _entry(known, data))), None)
    if entry is not None:
        desk.answering.about(entry, Question("", visitor.person, visitor.place))


def _entry(known: Tokens, data: str) -> str | None:
    verb, arguments = read_press(data)
    if not arguments:
        return None
    if verb in {"source", "report"}:  # buttons about the fact that was told; “fact” leads to another one
        name = known.fact(arguments[0])
        return name.partition("/")[0] if name else None
    return known.entry(arguments[0]) if verb in {"clauses", "entry"} else None
