"""The client of discord.py: what it listens to, and the way from the event loop to the desk's worker and back."""

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any, TypeVar, cast

import discord

from mmbot.adapters.discord_bot import interactions, messages, sentences
from mmbot.adapters.discord_bot.commands import Tree
from mmbot.adapters.discord_bot.components import TEMPLATE, PressButton
from mmbot.adapters.discord_bot.forms import Forms
from mmbot.desk.asking_texts import EXPIRED
from mmbot.desk.desk import Desk
from mmbot.desk.reply import Reply

log = logging.getLogger(__name__)

_T = TypeVar("_T")
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = (
    False  # it never speaks; that the libraries for it are missing is no news
)


class Client(discord.AutoShardedClient):
    """Listens to commands, buttons, forms and messages. The auto-sharded client, for the plain one breaks when the gateway is down at start.

    *patience* is how many seconds the desk may take until a person is asked to wait.
    """

    def __init__(self, desk: Desk, worker: Executor, patience: float) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),  # none of them privileged
            allowed_mentions=discord.AllowedMentions.none(),
            activity=discord.CustomActivity(sentences.PRESENCE),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )
        self.desk = desk
        self.patience = patience
        self.forms = Forms(desk.clock)
        self.tree = Tree(self)
        self._worker = worker
        self._answering = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def setup_hook(self) -> None:
        """Make buttons of every age work, and tell Discord the commands."""
        self.add_dynamic_items(PressButton)
        await self.tree.publish(self)

    async def on_ready(self) -> None:
        """Say that the bot is there."""
        log.info("Discord: ready in %d servers", len(self.guilds))

    async def on_message(self, message: discord.Message) -> None:
        """Somebody wrote something."""
        if self.user is not None:
            await messages.answer(self, message, self.user.id)

    async def on_press(self, interaction: "discord.Interaction[Client]", press: str) -> None:
        """One of our buttons was pressed."""
        await interactions.pressed(interaction, press)

    async def on_interaction(self, interaction: "discord.Interaction[Client]") -> None:
        """A form was sent off, or a button was pressed that is none of ours. discord.py itself sees to everything else."""
        custom_id = str(cast("Mapping[str, Any]", interaction.data or {}).get("custom_id", ""))
        if interaction.type is discord.InteractionType.modal_submit:
            await interactions.submitted(interaction)
        elif interaction.type is discord.InteractionType.component and not TEMPLATE.fullmatch(custom_id):
            await interactions.tell(interaction, EXPIRED)

    async def on_error(self, event_method: str, /, *_args: object, **_kwargs: object) -> None:
        """Log what broke; the arguments carry what people wrote, and stay out of the log."""
        log.exception("Discord: %s failed", event_method)

    def in_worker(self, call: Callable[[], _T]) -> "asyncio.Future[_T]":
        """Do *call* in the desk's worker, never on the event loop."""
        return asyncio.get_running_loop().run_in_executor(self._worker, call)

    def at_desk(self, event: str, call: Callable[[], Reply]) -> "asyncio.Future[Reply | None]":
        """What the desk replies to *event*, or None where that was seen to before, here or in another process."""

        def once() -> Reply | None:
            desk = self.desk
            return call() if desk.outage.first_time(desk.records.notebook, "discord", event, desk.clock()) else None

        return self.in_worker(once)

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Somebody is being answered meanwhile."""
        self._answering += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._answering -= 1
            if not self._answering:
                self._idle.set()

    async def all_answered(self) -> None:
        """Wait until nobody is being answered."""
        await self._idle.wait()
