"""The database fails while people ask: they are answered from memory, at once, and the log says it once."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from telegram_stage import MOSCOW, MOSCOW_DAY, Stage, until

from bot_api import BotApi
from fakes import FakeClock
from mmbot.adapters.telegram_bot import TelegramBot
from mmbot.answering.conversation import Answering
from mmbot.app import Prepared
from mmbot.desk.asking_texts import AWAY
from mmbot.desk.desk import Desk
from mmbot.desk.limits import unlimited
from mmbot.desk.outage import Outage
from mmbot.desk.services import SERVICES
from mmbot.running import Serving, Timing
from mmbot.store.opening import open_records
from mmbot.store.tables.everything import StoredRecords
from outages import full, locked, stopped
from postgres_server import PostgresServer

UNKNOWN = "Napolyon kimdir?"
Failing = Callable[[], AbstractContextManager[None]]


@pytest.fixture(params=["locked", "full", "server-down"])
def failing(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[StoredRecords, Failing]]:
    """Records, and what lets them fail."""
    path = str(tmp_path / "mmbot.db")
    server: PostgresServer | None = request.getfixturevalue("postgres") if request.param == "server-down" else None
    records = open_records(server.emptied() if server else f"sqlite:///{path}")
    ways: dict[str, Failing] = {
        "locked": lambda: locked(path),
        "full": lambda: full(records),  # type: ignore[arg-type]
        "server-down": lambda: stopped(server),  # type: ignore[arg-type]
    }
    yield records, ways[request.param]
    records.close()


@pytest.fixture
def desk(embedded: Prepared, clock: FakeClock, failing: tuple[StoredRecords, Failing]) -> Desk:
    by_the_clock = Outage(lambda: clock().timestamp())
    return Desk(
        Answering(*embedded, clock),
        failing[0],
        clock,
        ZoneInfo("Europe/Istanbul"),
        SERVICES,
        unlimited(),
        unlimited(),
        outage=by_the_clock,
    )


@pytest.fixture
async def stage(desk: Desk, clock: FakeClock, worker: Executor, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Stage]:
    """The bot as it is served, with all that goes on beside it."""
    caplog.set_level(logging.INFO)
    timing = Timing(outbox=0.2, posting=0.2, beat=0.2)
    async with BotApi() as api:
        ayse = api.user(11, "Ayşe")
        group = api.supergroup(members=[ayse])
        bot = TelegramBot(desk, worker, api.token, api_url=api.url)
        stop = asyncio.Event()
        task = asyncio.create_task(Serving(desk, worker, {"telegram": bot}, timing=timing).run(stop))
        await until(lambda: api.count("getUpdates") > 0)
        yield Stage(api, bot, desk, clock, worker, ayse, ayse, api.private(ayse), group)
        stop.set()
        await asyncio.wait_for(task, 15)


async def test_people_are_answered_while_the_database_fails(
    stage: Stage, failing: tuple[StoredRecords, Failing], caplog: pytest.LogCaptureFixture
) -> None:
    stage.api.say(stage.ayse, stage.private, UNKNOWN)  # what is built for the first of its kind is built
    await stage.api.next_message(stage.private, timeout=30)
    before = await stage.ask(MOSCOW)
    caplog.clear()
    with failing[1]():
        begun = time.monotonic()
        for _ in range(4):
            assert (await stage.ask(MOSCOW)).text == before.text
        assert time.monotonic() - begun < 5, "nobody waits for a lock again and again"
        unknown = await stage.ask(UNKNOWN)
        assert "yanıt veremiyorum" in unknown.text
        pressed = await stage.api.press(stage.ayse, before, before.labels[0]).answer()
        assert pressed is not None
        assert (await stage.api.next_message(stage.private)).text
        if "disk is full" not in caplog.text:  # there, a page may have room
            assert (await stage.ask("/abone 09.00")).text == AWAY.tr
        told = [record for record in caplog.records if record.levelno >= logging.WARNING]
        assert [record.levelname for record in told] == ["ERROR"], [record.getMessage() for record in told]
        assert "Questions are answered meanwhile" in told[0].getMessage()
        assert told[0].exc_info is None
    stage.clock.advance(minutes=1)
    assert (await stage.ask(MOSCOW)).text == before.text
    await until(lambda: "The records can be written again" in caplog.text)
    assert "Traceback" not in caplog.text
    assert (await stage.ask("/abone 09.00")).text != AWAY.tr


async def test_an_update_that_comes_twice_meanwhile_is_answered_once(stage: Stage, failing: tuple[StoredRecords, Failing]) -> None:
    with failing[1]():
        said = stage.api.say(stage.ayse, stage.private, MOSCOW)
        assert MOSCOW_DAY in (await stage.api.next_message(stage.private)).text
        stage.api.redeliver(said)
        await stage.api.quiet(0.5)
