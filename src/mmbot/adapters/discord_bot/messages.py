"""Answers to messages that are meant for the bot: in a private conversation, where it is mentioned, where it is replied to."""

import asyncio
import logging
import re
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import discord

from mmbot.adapters.discord_bot import components, places
from mmbot.adapters.discord_bot.cards import Card, cards
from mmbot.adapters.discord_bot.forms import Opened
from mmbot.adapters.discord_bot.interactions import with_opener
from mmbot.adapters.discord_bot.standing import with_roles
from mmbot.desk import dispatch
from mmbot.desk.commands import find_command
from mmbot.desk.desk import Desk
from mmbot.desk.reply import Reply
from mmbot.desk.rights import depends_on_role
from mmbot.model import Visitor

if TYPE_CHECKING:
    from mmbot.adapters.discord_bot.client import Client

log = logging.getLogger(__name__)

_MAY_NOT_REPLY = 160002  # Discord's code where the bot may not read the history of a channel
_COMMAND = re.compile(r"/(\S+)\s*(.*)", re.DOTALL)
_BY_PEOPLE = frozenset({discord.MessageType.default, discord.MessageType.reply})


def meant_for_bot(message: discord.Message, bot: int) -> str | None:
    """What *message* says to the bot with the number *bot*, without its mention; None where it is not meant for it.

    In a server Discord hands out the text only where the bot is mentioned, which a reply to it does unless that is switched off.
    """
    if message.author.bot or message.webhook_id is not None or message.type not in _BY_PEOPLE:
        return None
    text = re.sub(rf"<@!?{bot}>", " ", message.content).strip()
    mentioned = any(user.id == bot for user in message.mentions)
    if message.guild is None or mentioned:
        return text
    return text if text and answered_message(message, bot) else None


def answered_message(message: discord.Message, bot: int) -> discord.Message | None:
    """The message of the bot that *message* replies to."""
    resolved = message.reference.resolved if message.reference else None
    return resolved if isinstance(resolved, discord.Message) and resolved.author.id == bot else None


async def answer(client: "Client", message: discord.Message, bot: int) -> None:
    """Answer *message* if it is meant for the bot."""
    text = meant_for_bot(message, bot)
    if text is None:
        return
    before = answered_message(message, bot)
    earlier = components.presses(before.components) if before else []
    visitor = places.author(message)
    with client.answering():
        try:
            if _orders_by_role(text):
                visitor = await with_roles(client, visitor)
            replying = client.at_desk(f"message {message.id}", partial(_reply, client.desk, text, earlier, visitor))
            done, _ = await asyncio.wait({replying}, timeout=client.patience)
            if not done:
                with suppress(discord.HTTPException):
                    await message.channel.typing()
            reply = await replying
            if reply is not None:
                await _send(client, message, reply, visitor)
        except discord.HTTPException as error:
            log.warning("Discord refused an answer to a message: %s, code %s", error.status, error.code)
        except Exception:
            log.exception("A message could not be answered")


async def _send(client: "Client", message: discord.Message, reply: Reply, visitor: Visitor) -> None:
    if reply.form is not None:
        reply = with_opener(reply, Opened(reply.form, visitor.person.id), client, visitor)
    told = cards(reply)
    for card in told[:1]:
        await _send_under(message, card)
    for card in told[1:]:
        await message.channel.send(**card.for_sending(), suppress_embeds=True)


async def _send_under(message: discord.Message, card: Card) -> None:
    """Send *card* as a reply to *message*, where it still exists and the bot may read what it replies to."""
    reference = message.to_reference(fail_if_not_exists=False)
    try:
        await message.channel.send(**card.for_sending(), reference=reference, suppress_embeds=True)
    except discord.HTTPException as error:
        if error.code != _MAY_NOT_REPLY:
            raise
        await message.channel.send(**card.for_sending(), suppress_embeds=True)


def _orders_by_role(text: str) -> bool:
    command = _COMMAND.match(text)
    return command is not None and depends_on_role(command=find_command(command[1]) or "")


def _reply(desk: Desk, text: str, earlier: Sequence[str], visitor: Visitor) -> Reply:
    """What the desk says to *text*, written after a message whose buttons carry *earlier*. Runs in the worker."""
    command = _COMMAND.match(text)
    if command and (find_command(command[1]) or visitor.private):
        known = find_command(command[1])
        return dispatch.run(desk, known, command[2], visitor) if known else dispatch.run(desk, "yardim", f"/{command[1]}", visitor)
    if not text and not visitor.private:
        return dispatch.run(desk, "yardim", "", visitor)
    return dispatch.ask(desk, text, visitor, earlier)
