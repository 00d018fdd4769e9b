"""Runs the Discord bot: connects, waits while Discord is away, stops in time."""

import asyncio
import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress

import discord
from discord.http import Route

from mmbot.adapters.discord_bot.client import Client
from mmbot.adapters.discord_bot.sending import AWAY, named, post
from mmbot.adapters.discord_bot.standing import roles_of
from mmbot.desk.delivery import BadToken, Delivered
from mmbot.desk.desk import Desk
from mmbot.desk.reply import Reply
from mmbot.model import Person

log = logging.getLogger(__name__)

CLOSE_SECONDS = 2.5
LONGEST_WAIT = 60.0
_WRONG_TOKEN = 4004  # the gateway's close code: authentication failed
_REFUSED = "Discord does not accept the token in MMBOT_DISCORD_TOKEN. Copy it anew from the developer portal (Bot → Reset Token)."
_LOUD = ("discord.shard", "discord.client", "discord.gateway", "discord.http")


class DiscordBot:
    """The desk in Discord.

    Every call into *desk* is made in *worker*. *api_url* is the base of the REST interface where it is not Discord's own, such as
    ``http://127.0.0.1:8080/api/v10``; the gateway's address comes from there. *patience*: seconds until a person who waits for an answer is told
    to; *pause*: seconds until the first new try to connect, doubled up to a minute; *drain*: seconds for what is being answered when it is
    asked to stop.
    """

    def __init__(
        self,
        desk: Desk,
        worker: Executor,
        token: str,
        *,
        api_url: str = "",
        patience: float = 1.5,
        pause: float = 5.0,
        drain: float = 4.0,
    ) -> None:
        self._desk = desk
        self._worker = worker
        self._token = token
        self._api_url = api_url
        self._patience = patience
        self._pause = pause
        self._drain = drain
        self.client = self._new_client()

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until *stop* is set, then finish what is being answered. Outlasts outages. Raises BadToken."""
        pause = self._pause
        with _addressed(self._api_url), _in_one_line():
            while not stop.is_set():
                failure = await self._serve(stop)
                if failure is None:
                    return
                if self.client.is_ready():
                    pause = self._pause
                log.warning("Discord cannot be reached (%s); next try in %.0f s", named(failure), pause)
                self.client = self._new_client()
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), pause)
                pause = min(pause * 2, LONGEST_WAIT)

    @property
    def ready(self) -> bool:
        """Whether Discord has taken the token and something can be sent."""
        return self.client.user is not None and not self.client.is_closed()

    async def send(self, place: str, reply: Reply) -> Delivered:
        """Send *reply* to *place* (``discord:<channel>``, ``discord:@<user>``), which has not asked just now."""
        return await post(self.client, place, reply) if self.ready else "later"

    async def roles_of(self, person: Person) -> frozenset[str]:
        """Which of the roles that moderate *person* has now. Raises CannotTell."""
        moderation = self._desk.moderation
        return await roles_of(self.client, person, moderation.policy.discord_roles if moderation else ())

    def _new_client(self) -> Client:
        return Client(self._desk, self._worker, self._patience)

    async def _serve(self, stop: asyncio.Event) -> Exception | None:
        """Serve with one client; returns why Discord ended it, or None because it was asked to end. Raises BadToken."""
        serving = asyncio.create_task(self.client.start(self._token), name="discord")
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if stop.is_set() and not serving.done():
                await _within(self._drain, self.client.all_answered())
        finally:
            stopping.cancel()
            await self._close(serving)
        if serving.cancelled() or stop.is_set():
            return None
        error = serving.exception()
        if _refuses_token(error):
            raise BadToken(_REFUSED) from None
        if isinstance(error, AWAY) or error is None:
            return error or ConnectionError()
        raise error

    async def _close(self, serving: "asyncio.Task[None]") -> None:
        with suppress(Exception):
            await _within(CLOSE_SECONDS, self.client.close())
        with suppress(Exception):
            await _within(1.0, self.client.http.close())
        serving.cancel()
        await asyncio.wait({serving})


async def _within(seconds: float, waiting: "asyncio.Future[None] | object") -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(waiting, seconds)  # type: ignore[arg-type]


def _refuses_token(error: BaseException | None) -> bool:
    """A token with characters that no header takes is a wrong one too."""
    if isinstance(error, discord.ConnectionClosed):
        return error.code == _WRONG_TOKEN
    return isinstance(error, discord.LoginFailure | ValueError)


@contextmanager
def _addressed(url: str) -> Iterator[None]:
    """Discord's REST interface is at *url* meanwhile; discord.py knows only one address for all clients."""
    before = Route.BASE
    Route.BASE = url.rstrip("/") or before
    try:
        yield
    finally:
        Route.BASE = before


@contextmanager
def _in_one_line() -> Iterator[None]:
    """discord.py reports every try to connect with a traceback: one line does."""
    loggers = [logging.getLogger(name) for name in _LOUD]
    for logger in loggers:
        logger.addFilter(_shorten)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(_shorten)


def _shorten(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, AWAY):
        record.msg, record.args, record.exc_info = f"{record.getMessage()} ({type(error).__name__})", (), None
    return True
