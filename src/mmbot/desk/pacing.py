"""Not too fast: the kind word for whoever asks, orders or presses more than one person does who reads the answers."""

from mmbot.desk import asking_texts
from mmbot.desk.desk import Desk
from mmbot.desk.limits import Limits
from mmbot.desk.permission import visitor_may
from mmbot.desk.reply import Reply
from mmbot.model import TooSoon, Visitor
from mmbot.rendering import Block, blocks


def asks_too_soon(desk: Desk, visitor: Visitor) -> Reply | None:
    """The kind word for a question too many, which only he needs to see; None where it may be answered."""
    seconds = _wait(desk.limits, desk, visitor)
    return Reply(blocks(desk.answering.library, TooSoon(seconds), visitor.language), only_you=True) if seconds else None


def orders_too_soon(desk: Desk, visitor: Visitor) -> Reply | None:
    """The same for a command that asks nothing: it takes from the same measure, person and place."""
    return _too_fast(_wait(desk.limits, desk, visitor), visitor)


def presses_too_soon(desk: Desk, visitor: Visitor) -> Reply | None:
    """The same for buttons, which may be pressed faster; who moderates may press as he likes."""
    seconds = _wait(desk.press_limits, desk, visitor)
    return _too_fast(seconds, visitor) if seconds and not visitor_may(desk, visitor, "moderator") else None


def _wait(limits: Limits, desk: Desk, visitor: Visitor) -> int:
    return limits.wait(f"{visitor.person.platform}:{visitor.person.id}", visitor.place, desk.clock())


def _too_fast(seconds: int, visitor: Visitor) -> Reply | None:
    if not seconds:
        return None
    said = asking_texts.TOO_FAST.to(visitor.language, seconds=seconds)
    return Reply((Block("hint", said),), toast=said, only_you=True)
