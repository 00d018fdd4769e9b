"""Replies that are to be filled in: step by step in the private chat, by a link to it elsewhere."""

import re
from dataclasses import replace

from mmbot.adapters.telegram_bot.shared import Shared
from mmbot.desk import dispatch
from mmbot.desk.place_texts import OPEN_PRIVATE
from mmbot.desk.presses import pressed
from mmbot.desk.reply import Button, Reply
from mmbot.model import Visitor

BEGUN = "form"  # what “/start” carries when somebody comes to fill in what he has begun in a group
_SHOWING = frozenset({"fact", "day"})
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,60}", re.ASCII)
GO_ON = pressed("fill", "again")  # asks for the present field; the draft is the visitor's own, so the link needs no secret


async def fill_in(shared: Shared, reply: Reply, visitor: Visitor) -> Reply:
    """*reply* itself, or what begins to fill in its form."""
    if reply.form is None:
        return reply
    begun = await shared.call(dispatch.begin, shared.desk, reply.form, visitor)
    both = (*reply.buttons, *begun.buttons)
    begun = replace(begun, blocks=(*reply.blocks, *begun.blocks), buttons=both, toast=reply.toast, replaces=False)
    if visitor.private:
        return begun
    button = Button(OPEN_PRIVATE.to(visitor.language), url=private_link(shared.me.username or "", BEGUN))
    return replace(begun, buttons=((button,),))


def payload_of(press: str) -> str:
    """What a link carries that does in private what a button does; its colons are none of the characters that Telegram takes."""
    return press.replace(":", "-")


def press_in(payload: str) -> str | None:
    """The press that a link carries, of those that only show something: anybody may have written the link.

    >>> press_in("fact-ABCDEFGHIJ"), press_in("day-03-16"), press_in("forget-yes-X")
    ('fact:ABCDEFGHIJ', 'day:03-16', None)
    """
    verb, _, argument = payload.partition("-")
    return pressed(verb, argument) if verb in _SHOWING and _PAYLOAD.fullmatch(payload) else None


def private_link(username: str, payload: str) -> str:
    """An address that opens the private chat with the bot and lets “Start” send *payload* (``[A-Za-z0-9_-]{1,64}``).

    >>> private_link("mmbot", "form")
    'https://t.me/mmbot?start=form'
    """
    return f"https://t.me/{username}?start={payload}"
