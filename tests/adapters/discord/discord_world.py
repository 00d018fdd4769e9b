"""A server in simcord's Discord with the bot in it, and people who write there."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Executor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import discord
import simcord

from fakes import serve
from mmbot.adapters.discord_bot import DiscordBot
from mmbot.desk.desk import Desk, Service
from mmbot.desk.reply import Reply
from mmbot.model import Visitor

Sent = discord.Message | simcord.ResponseMessage


@dataclass
class World:
    """*ayse* is an ordinary member, *murat* may manage messages. *locale* is what everybody's Discord is set to."""

    env: simcord.Env
    bot: DiscordBot
    desk: Desk
    worker: Executor
    locale: str = "tr"
    guild: simcord.GuildHandle = field(init=False)
    channel: simcord.ChannelHandle = field(init=False)
    ayse: simcord.MemberActor = field(init=False)
    murat: simcord.MemberActor = field(init=False)

    def __post_init__(self) -> None:
        self.guild = self.env.create_guild()
        self.channel = self.guild.create_text_channel("tarih")
        moderators = self.guild.create_role("Moderatör", permissions=discord.Permissions(manage_messages=True))
        self.ayse = self.guild.add_member(self.env.create_user("ayse"))
        self.murat = self.guild.add_member(self.env.create_user("murat"), roles=[moderators])
        self._set_locale()

    @property
    def mention(self) -> str:
        return f"<@{self.env.backend.bot_user.id}>"

    @property
    def replies(self) -> list[discord.Message]:
        """What the bot wrote into the channel and everybody sees, the oldest first."""
        return [message for message in self.channel.history(viewer=self.murat) if message.author.id == self.env.backend.bot_user.id]

    def new_bot(self) -> DiscordBot:
        """The bot after a restart of the process, with the same records."""
        return DiscordBot(self.desk, self.worker, "a.b.c", patience=self.bot.client.patience)

    async def restart(self) -> None:
        self.bot = self.new_bot()
        await self.env.restart_bot(self.bot.client)

    def hold(self) -> asyncio.Event:
        """From now on the desk answers only once the event returned is set; simcord's clock goes on meanwhile. Patience is short."""
        self.bot.client.patience = 0.05
        gate, call_at_once = asyncio.Event(), self.bot.client.in_worker

        async def held(call: Callable[[], object]) -> object:
            await self.env.external_wait(gate.wait(), reason="a slow desk")
            return await call_at_once(call)

        self.bot.client.in_worker = lambda call: asyncio.ensure_future(held(call))
        return gate

    def requests(self, method: str, ending: str) -> list[Any]:
        """What the bot sent to the addresses that end in *ending*."""
        return [one for one in self.env.http_requests if one.method == method and one.path.endswith(ending)]

    def _set_locale(self) -> None:
        """In simcord everybody has English; Discord tells what each has chosen."""
        emit = self.env.backend.emit

        def emitted(event: str, payload: dict[str, object]) -> None:
            if event == "INTERACTION_CREATE":
                payload = {**payload, "locale": self.locale}
            emit(event, payload)

        self.env.backend.emit = emitted


@asynccontextmanager
async def connected(bot: DiscordBot) -> AsyncIterator[simcord.Env]:
    """*bot* in simcord's Discord; an error that no test has looked at fails it."""
    env = simcord.Env(bot.client, shard_count=1, settle_timeout=30)  # the first question costs seconds on a busy machine
    await env.start()
    try:
        yield env
    finally:
        await env.shutdown()
        unseen = env.errors_since(env._errors_acknowledged)
        assert not unseen, unseen


def buttons(message: Sent) -> list[tuple[str, str]]:
    """Label and id of every button of a message or response, in order."""
    return [(button["label"], button.get("custom_id", button.get("url", ""))) for row in rows(message) for button in row]


def rows(message: Sent) -> Iterator[list[dict[str, Any]]]:
    components = message.components
    for row in components:
        if isinstance(row, dict):
            yield row["components"]
        else:
            yield [child.to_dict() for child in row.children]


def labels(message: Sent) -> list[str]:
    return [label for label, _ in buttons(message)]


def replying(at: Desk, reply: Reply | Service) -> list[tuple[str, Visitor]]:
    """Let “/gizlilik” and every button ``probe:…`` of the desk give *reply*; returns what it was asked, and by whom."""
    asked: list[tuple[str, Visitor]] = []

    def service(desk: Desk, typed: str, visitor: Visitor) -> Reply:
        asked.append((typed, visitor))
        return reply if isinstance(reply, Reply) else reply(desk, typed, visitor)

    serve(at, commands={"gizlilik": service}, presses={"probe": service})
    return asked
