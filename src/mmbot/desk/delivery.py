"""What is sent to somebody who has not asked just now, and how an adapter tells what became of it."""

import json
from typing import Literal, Protocol

from mmbot.desk.reply import Button, Reply
from mmbot.rendering import Block

# sent: it is there. gone: the chat exists no more, or the bot may not write there. later: try again.
Delivered = Literal["sent", "gone", "later"]


class BadToken(Exception):
    """The platform does not accept the token; the message names the setting, never the token."""


class Sender(Protocol):
    """An adapter, as those see it who have something to send."""

    async def send(self, place: str, reply: Reply) -> Delivered:
        """Send *reply* to *place* (``telegram:<chat>[:<topic>]``, ``discord:<channel>``, or a person: ``telegram:<user>``, ``discord:@<user>``)."""


def pack(reply: Reply) -> str:
    """The paragraphs and buttons of *reply* as JSON, for the outbox."""
    rows = [[[button.label, button.press, button.url] for button in row] for row in reply.buttons]
    return json.dumps({"blocks": [[block.role, block.text] for block in reply.blocks], "buttons": rows}, ensure_ascii=False)


def unpack(body: str) -> Reply:
    """What was packed."""
    found = json.loads(body)
    blocks = tuple(Block(role, text) for role, text in found["blocks"])
    return Reply(blocks, tuple(tuple(Button(*button) for button in row) for row in found["buttons"]))
