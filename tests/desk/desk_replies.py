"""What a test wants to know of a reply."""

from collections.abc import Iterator

from mmbot.desk.reply import BUTTON_BYTES, Button, Reply
from mmbot.rendering import plain


def said(reply: Reply) -> str:
    return plain(reply.blocks)


def buttons(reply: Reply) -> Iterator[Button]:
    return (button for row in reply.buttons for button in row)


def button(reply: Reply, label: str) -> Button:
    """The button called *label*. Raises AssertionError where there is none."""
    found = [one for one in buttons(reply) if one.label == label]
    assert found, f"no button “{label}” among {[one.label for one in buttons(reply)]}"
    return found[0]


def is_sendable(reply: Reply) -> bool:
    """Whether both platforms take the reply's buttons and toast."""
    fits = all(one.url or (one.press.isascii() and 0 < len(one.press) <= BUTTON_BYTES) for one in buttons(reply))
    labels = all(0 < len(one.label) <= 80 for one in buttons(reply))
    rows = all(0 < len(row) <= 5 for row in reply.buttons)
    return fits and labels and rows and len(reply.toast) <= 190 and all(block.text.strip() for block in reply.blocks)
