"""A running TelegramBot before the strict Bot API server: the real library over real HTTP, the real desk, the embedded knowledge."""

import logging
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import Executor
from zoneinfo import ZoneInfo

import pytest
from telegram_stage import MOSCOW, Noted, Stage, running, until

from bot_api import BotApi
from fakes import FakeClock, serve
from mmbot.adapters.telegram_bot import TelegramBot
from mmbot.adapters.telegram_bot.pace import Pace
from mmbot.answering.conversation import Answering
from mmbot.app import Prepared
from mmbot.desk.commands import COMMANDS
from mmbot.desk.desk import Desk
from mmbot.desk.services import SERVICES
from mmbot.store.sqlite import SqliteRecords


@pytest.fixture
def desk(embedded: Prepared, clock: FakeClock) -> Iterator[Desk]:
    records = SqliteRecords(":memory:")
    yield Desk(Answering(*embedded, clock), records, clock, ZoneInfo("Europe/Istanbul"), SERVICES)
    records.close()


@pytest.fixture
def pace() -> Pace:
    """How fast the bot sends; a test may have another."""
    return Pace()


@pytest.fixture
async def idle(
    desk: Desk, clock: FakeClock, worker: Executor, pace: Pace, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[Stage]:
    """Everything there, the bot not started yet. The token must reach no log and nothing but the address of a request."""
    caplog.set_level(logging.DEBUG)
    async with BotApi() as api:
        ayse, ali = api.user(11, "Ayşe"), api.user(12, "Ali")
        group = api.supergroup(title="Tarih", members=[ayse], admins=[ali])
        bot = TelegramBot(desk, worker, api.token, api_url=api.url, pace=pace)
        yield Stage(api, bot, desk, clock, worker, ayse, ali, api.private(ayse), group)
        assert not api.leaks()
        assert api.token not in caplog.text
        assert MOSCOW not in caplog.text


@pytest.fixture
async def stage(idle: Stage) -> AsyncIterator[Stage]:
    """The bot is running; nothing that it sent was refused but what a test has ordered."""
    async with running(idle.bot):
        await until(lambda: idle.api.count("getUpdates") > 0)
        yield idle


@pytest.fixture
def noted(desk: Desk) -> Noted:
    """Stands in for every command."""
    service = Noted()
    serve(desk, commands={command.id: service for command in COMMANDS})
    return service
