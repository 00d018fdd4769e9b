"""All platforms in one event loop: one that fails does not take the others down, and stopping finishes what was begun."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import time
from zoneinfo import ZoneInfo

import pytest

from fakes import FakeClock
from mmbot.alive import HEARTBEAT
from mmbot.answering.conversation import Answering
from mmbot.desk.delivery import BadToken, Delivered, pack
from mmbot.desk.desk import Desk
from mmbot.desk.records import Subscription
from mmbot.desk.reply import Reply, line
from mmbot.desk.services import SERVICES
from mmbot.desk.standing import CannotTell
from mmbot.model import Person, Platform
from mmbot.running import Adapter, Serving, Timing
from mmbot.store.sqlite import SqliteRecords


class FakePlatform:
    """An adapter without a platform. *fails* are raised, one at each start; *delivers* is what becomes of what is sent."""

    def __init__(self, *fails: Exception, delivers: Delivered = "sent", drains: float = 0.0) -> None:
        self.fails = list(fails)
        self.delivers: Delivered = delivers
        self.drains = drains
        self.started = 0
        self.finished = False
        self.ready = True
        self.sent: list[tuple[str, Reply]] = []

    async def run(self, stop: asyncio.Event) -> None:
        self.started += 1
        if self.fails:
            raise self.fails.pop(0)
        await stop.wait()
        await asyncio.sleep(self.drains)
        self.finished = True

    async def send(self, place: str, reply: Reply) -> Delivered:
        self.sent.append((place, reply))
        return self.delivers


@pytest.fixture
def desk(answering: Answering, clock: FakeClock) -> Iterator[Desk]:
    records = SqliteRecords(":memory:")
    yield Desk(answering, records, clock, ZoneInfo("Europe/Istanbul"), SERVICES)
    records.close()


HURRIED = Timing(outbox=0.02, posting=0.02, beat=0.02, first_pause=0.01)


@asynccontextmanager
async def served(
    desk: Desk, worker: Executor, adapters: Mapping[Platform, Adapter], timing: Timing = HURRIED
) -> AsyncIterator[asyncio.Event]:
    stop = asyncio.Event()
    task = asyncio.create_task(Serving(desk, worker, adapters, timing=timing).run(stop))
    yield stop
    stop.set()
    await asyncio.wait_for(task, 15)


async def until(condition: "object", *, seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # type: ignore[operator]  # a function without arguments
            await asyncio.sleep(0.01)


async def test_a_refused_token_ends_one_platform_and_is_told_at_the_end(desk: Desk, worker: ThreadPoolExecutor) -> None:
    refused, well = FakePlatform(BadToken("MMBOT_TELEGRAM_TOKEN is refused.")), FakePlatform()
    serving = Serving(desk, worker, {"telegram": refused, "discord": well})
    stop = asyncio.Event()
    task = asyncio.create_task(serving.run(stop))
    await until(lambda: refused.started and well.started)
    await asyncio.sleep(0.05)
    assert not task.done()
    stop.set()
    assert [str(error) for error in await task] == ["MMBOT_TELEGRAM_TOKEN is refused."]
    assert well.finished


async def test_when_every_token_is_refused_it_ends_by_itself(desk: Desk, worker: ThreadPoolExecutor) -> None:
    serving = Serving(desk, worker, {"telegram": FakePlatform(BadToken("no"))})
    assert len(await asyncio.wait_for(serving.run(asyncio.Event()), 5)) == 1


async def test_a_platform_that_breaks_down_is_started_again(
    desk: Desk, worker: ThreadPoolExecutor, caplog: pytest.LogCaptureFixture
) -> None:
    broken, well = FakePlatform(RuntimeError("gone wrong"), RuntimeError("again")), FakePlatform()
    async with served(desk, worker, {"telegram": broken, "discord": well}):
        await until(lambda: broken.started == 3)
    assert well.started == 1
    assert "gone wrong" in caplog.text


async def test_stopping_waits_for_what_was_begun(desk: Desk, worker: ThreadPoolExecutor) -> None:
    slow = FakePlatform(drains=0.3)
    async with served(desk, worker, {"telegram": slow}):
        await until(lambda: slow.started)
    assert slow.finished


async def test_stopping_does_not_wait_for_ever(desk: Desk, worker: ThreadPoolExecutor) -> None:
    stuck = FakePlatform(drains=60)
    async with asyncio.timeout(5), served(desk, worker, {"telegram": stuck}, Timing(stop=0.1)):
        await until(lambda: stuck.started)
    assert not stuck.finished


async def test_a_parcel_is_delivered_once_by_its_platform(desk: Desk, worker: ThreadPoolExecutor, clock: FakeClock) -> None:
    telegram, discord = FakePlatform(), FakePlatform()
    desk.records.outbox.put("telegram", "telegram:7", pack(line("Öneriniz onaylandı.")), clock())
    async with served(desk, worker, {"telegram": telegram, "discord": discord}):
        await until(lambda: telegram.sent)
        await asyncio.sleep(0.1)
    assert telegram.sent == [("telegram:7", line("Öneriniz onaylandı."))]
    assert discord.sent == []


async def test_a_parcel_that_cannot_be_delivered_now_is_kept(desk: Desk, worker: ThreadPoolExecutor, clock: FakeClock) -> None:
    telegram = FakePlatform(delivers="later")
    desk.records.outbox.put("telegram", "telegram:7", pack(line("Öneriniz onaylandı.")), clock())
    async with served(desk, worker, {"telegram": telegram}):
        await until(lambda: telegram.sent)
        telegram.delivers = "sent"
        await asyncio.sleep(0.1)
        assert len(telegram.sent) == 1  # not again and again at once
        clock.advance(hours=1)
        await until(lambda: len(telegram.sent) == 2)


async def test_nothing_is_taken_for_a_platform_that_is_not_connected(
    desk: Desk, worker: ThreadPoolExecutor, clock: FakeClock
) -> None:
    """A try in vain would count: the letter would wait a minute, the post would be claimed and let go again and again."""
    telegram = FakePlatform()
    telegram.ready = False
    desk.records.outbox.put("telegram", "telegram:7", pack(line("Öneriniz onaylandı.")), clock())
    desk.records.subscriptions.put(Subscription("telegram:7", time(11, 30)))
    async with served(desk, worker, {"telegram": telegram}):
        await asyncio.sleep(0.1)
        assert telegram.sent == []
        assert not desk.records.posts.claimed("telegram:7", clock().date())
        telegram.ready = True
        await until(lambda: len(telegram.sent) == 2)  # at once: the clock stands


async def test_the_daily_post_goes_out_once(desk: Desk, worker: ThreadPoolExecutor) -> None:
    discord = FakePlatform()
    desk.records.subscriptions.put(Subscription("discord:5", time(11, 30)))  # the fake clock says noon in Istanbul
    async with served(desk, worker, {"discord": discord}):
        await until(lambda: discord.sent)
        await asyncio.sleep(0.1)
    assert [place for place, _ in discord.sent] == ["discord:5"]


async def test_a_chat_that_is_gone_is_not_posted_to_again(desk: Desk, worker: ThreadPoolExecutor) -> None:
    discord = FakePlatform(delivers="gone")
    desk.records.subscriptions.put(Subscription("discord:5", time(11, 30)))
    async with served(desk, worker, {"discord": discord}):
        await until(lambda: not desk.records.subscriptions.all())
    assert len(discord.sent) == 1


async def test_there_is_a_sign_of_life(desk: Desk, worker: ThreadPoolExecutor, clock: FakeClock) -> None:
    async with served(desk, worker, {"telegram": FakePlatform()}):
        await until(lambda: desk.records.notebook.read(HEARTBEAT))
    assert desk.records.notebook.read(HEARTBEAT) == clock().isoformat()


async def test_what_fails_beside_the_platforms_is_logged_and_tried_again(
    desk: Desk, worker: ThreadPoolExecutor, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    class Breaking(FakePlatform):
        async def send(self, place: str, reply: Reply) -> Delivered:
            raise OSError(f"no way to {place} for {reply}")

    for place in ("telegram:7", "telegram:8"):
        desk.records.outbox.put("telegram", place, pack(line("Öneriniz onaylandı.")), clock())
    caplog.set_level(logging.ERROR)
    async with served(desk, worker, {"telegram": Breaking()}):
        await until(lambda: "no way to telegram:8" in caplog.text)
    assert "no way to telegram:7" in caplog.text


async def test_who_asks_what_somebody_is_on_a_platform_does_not_wait_for_ever(desk: Desk, worker: ThreadPoolExecutor) -> None:
    class Slow(FakePlatform):
        async def roles_of(self, person: Person) -> frozenset[str]:
            await asyncio.sleep(60)
            return frozenset({person.id})

    async with served(desk, worker, {"telegram": Slow()}, Timing(standing=0.05)):
        with pytest.raises(CannotTell):
            await desk.standings.of(Person("telegram", "7"), anew=True)
