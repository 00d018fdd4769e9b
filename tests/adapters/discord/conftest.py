"""The bot of discord.py, unmodified, in simcord's Discord."""

from collections.abc import AsyncIterator, Iterator
from concurrent.futures import Executor
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
import simcord
from discord_world import World, connected

from fakes import FakeClock
from mmbot.adapters.discord_bot import DiscordBot
from mmbot.answering.conversation import Answering
from mmbot.app import Prepared
from mmbot.desk.desk import Desk
from mmbot.desk.limits import Limits
from mmbot.desk.services import SERVICES
from mmbot.store.sqlite import SqliteRecords

PATIENT_ENOUGH = Limits(person=(1000, 1.0), place=(1000, 1.0))


@pytest.fixture
def desk(embedded: Prepared, clock: FakeClock, tmp_path: object) -> Iterator[Desk]:
    records = SqliteRecords(f"{tmp_path}/mmbot.db")
    yield Desk(Answering(*embedded, clock), records, clock, ZoneInfo("Europe/Istanbul"), SERVICES, PATIENT_ENOUGH)
    records.close()


@pytest.fixture
def bot(desk: Desk, worker: Executor) -> DiscordBot:
    return DiscordBot(desk, worker, "a.b.c", patience=2.9)


@pytest_asyncio.fixture
async def env(bot: DiscordBot) -> AsyncIterator[simcord.Env]:
    """Under a fixture of its own simcord's plugin finds it and sets its clock for the test."""
    async with connected(bot) as env:
        yield env


@pytest.fixture
def world(env: simcord.Env, bot: DiscordBot, desk: Desk, worker: Executor) -> World:
    return World(env, bot, desk, worker)
