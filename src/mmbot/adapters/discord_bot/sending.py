"""Replies to places where nobody has asked just now: daily posts, letters."""

import hashlib
import logging

import aiohttp
import discord

from mmbot.adapters.discord_bot.cards import cards
from mmbot.adapters.discord_bot.client import Client
from mmbot.adapters.discord_bot.places import read_place
from mmbot.desk.delivery import Delivered
from mmbot.desk.reply import Reply

log = logging.getLogger(__name__)

AWAY = (aiohttp.ClientError, OSError, TimeoutError, discord.DiscordException)  # what it looks like when Discord is away or says no
_NOT_CONNECTED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)  # nothing has left yet
_BLOCKED = frozenset({0, 40333})  # a 403 or 404 of what stands in front of Discord, which says nothing of the channel
_WAITED_IN_VAIN = frozenset({504, 524})  # the answer of what stands in front; the request itself may have been carried out
_BAD_REQUEST = 400


async def post(client: Client, place: str, reply: Reply) -> Delivered:
    """Send *reply* to ``discord:<channel>`` or ``discord:@<user>``. What has been sent in part counts as sent: never the same twice."""
    to = read_place(place)
    if to is None:
        log.error("%s is no place in Discord", place)
        return "gone"
    try:
        channel = await _channel(client, *to)
    except AWAY as error:
        return _not_sent(place, error)
    for number, card in enumerate(cards(reply)):
        try:
            await channel.send(**card.for_sending(), suppress_embeds=True, nonce=_nonce(place, number, card.text))
        except AWAY as error:
            delivered = _not_sent(place, error) if not _is_uncertain(error) else _lost(place, error)
            return "sent" if number else delivered
    return "sent"


def named(error: Exception) -> str:
    """*error* for the log: its kind and number, for its text may repeat what was sent."""
    status = getattr(error, "status", None) or getattr(error, "code", None)
    return f"{type(error).__name__} {status}" if status else type(error).__name__


async def _channel(client: Client, number: int, is_user: bool) -> discord.abc.Messageable:
    return await client.create_dm(discord.Object(number)) if is_user else client.get_partial_messageable(number)


def _nonce(place: str, number: int, text: str) -> int:
    """The same for the same message: Discord then keeps it single for some minutes, however often it is sent anew."""
    return int.from_bytes(hashlib.sha256(f"{place} {number} {text}".encode()).digest()[:8]) >> 2


def _is_uncertain(error: Exception) -> bool:
    """Whether nobody can tell if the message is there: the connection broke, or the wait ended, after the request had left."""
    if isinstance(error, discord.DiscordException):
        return isinstance(error, discord.HTTPException) and error.status in _WAITED_IN_VAIN
    return not isinstance(error, _NOT_CONNECTED)


def _lost(place: str, error: Exception) -> Delivered:
    log.warning("%s: nobody can tell whether a message has arrived (%s); it is not sent again", place, named(error))
    return "sent"


def _not_sent(place: str, error: Exception) -> Delivered:
    if isinstance(error, discord.Forbidden | discord.NotFound) and error.code not in _BLOCKED:
        log.info("Discord: %s does not take messages any more (code %s)", place, error.code)
        return "gone"
    if isinstance(error, discord.HTTPException) and error.status == _BAD_REQUEST:
        log.error("Discord refuses a message to %s: code %s", place, error.code)
        return "sent"  # it would be refused again for ever; the subscription is not at fault
    log.warning("%s cannot be reached now (%s)", place, named(error))
    return "later"
