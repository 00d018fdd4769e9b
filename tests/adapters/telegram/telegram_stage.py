"""A TelegramBot before the strict Bot API server, and the people around it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Executor
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot_api import BotApi, Chat, Sent, User
from fakes import FakeClock
from mmbot.adapters.telegram_bot import TelegramBot, Webhook
from mmbot.desk.desk import Desk
from mmbot.desk.reply import Reply, line
from mmbot.model import Visitor

MOSCOW = "Moskova Antlaşması ne zaman imzalandı?"
MOSCOW_DAY = "16 Mart 1921"


@dataclass
class Stage:
    """A bot that runs, and the people around it: Ayşe alone with it and in a group with Ali, who administers it."""

    api: BotApi
    bot: TelegramBot
    desk: Desk
    clock: FakeClock
    worker: Executor
    ayse: User
    ali: User
    private: Chat
    group: Chat

    async def ask(self, text: str, **fields: object) -> Sent:
        """Ayşe writes *text* to the bot alone; its answer."""
        said = self.api.say(self.ayse, self.private, text, **fields)  # type: ignore[arg-type]
        assert said
        return await self.api.next_message(self.private)

    def another(self, webhook: Webhook | None = None) -> TelegramBot:
        """A bot with the same desk."""
        return TelegramBot(self.desk, self.worker, self.api.token, api_url=self.api.url, webhook=webhook)


@asynccontextmanager
async def running(bot: TelegramBot) -> AsyncIterator[asyncio.Event]:
    """*bot* at work; what it raises fails the test."""
    stop = asyncio.Event()
    task = asyncio.create_task(bot.run(stop))
    try:
        yield stop
    finally:
        stop.set()
        await asyncio.wait_for(task, 8)


class Noted:
    """A service of the desk that answers with what it was given, and keeps the visitors."""

    def __init__(self, reply: Reply | None = None) -> None:
        self.visitors: list[Visitor] = []
        self.typed: list[str] = []
        self._reply = reply

    def __call__(self, _desk: Desk, typed: str, visitor: Visitor) -> Reply:
        self.visitors.append(visitor)
        self.typed.append(typed)
        return self._reply or line(f"buyurun: {typed}")


async def until(true: Callable[[], bool]) -> None:
    """Wait until something has become so; five seconds at most."""
    for _ in range(250):
        if true():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not become so")
