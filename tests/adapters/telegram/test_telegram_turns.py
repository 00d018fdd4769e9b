"""The way to the desk's thread and back."""

import asyncio
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import get_ident

import pytest

from mmbot.adapters.telegram_bot.turns import LONGEST, Turns


class CountingWorker(ThreadPoolExecutor):
    """Counts what it was given to do."""

    trips = 0

    def submit(self, *arguments, **more) -> "Future[object]":  # noqa: ANN002, ANN003
        self.trips += 1
        return super().submit(*arguments, **more)


@pytest.fixture
def worker() -> Iterator[CountingWorker]:
    with CountingWorker(1) as worker:
        yield worker


def test_calls_that_come_together_are_made_in_one_trip_in_their_order(worker: CountingWorker) -> None:
    made: list[int] = []

    async def all_of_them() -> list[None]:
        turns = Turns(worker)
        return await asyncio.gather(*(turns.call(made.append, number) for number in range(5)))

    asyncio.run(all_of_them())

    assert made == [0, 1, 2, 3, 4]
    assert worker.trips == 1


async def test_a_call_is_made_in_the_worker_and_gives_back_what_it_found(worker: CountingWorker) -> None:
    turns = Turns(worker)

    assert await turns.call(lambda: (get_ident(), 7)) == (worker.submit(get_ident).result(), 7)
    assert await turns.call(divmod, 7, 2) == (3, 1)


async def test_what_a_call_raises_reaches_only_whoever_made_it(worker: CountingWorker) -> None:
    turns = Turns(worker)

    found = await asyncio.gather(turns.call(int, "x"), turns.call(next, iter(())), turns.call(int, "7"), return_exceptions=True)

    assert [type(one) for one in found] == [ValueError, RuntimeError, int]
    assert await turns.call(int, "8") == 8


async def test_a_trip_that_takes_long_brings_back_what_it_has(worker: CountingWorker) -> None:
    turns, told = Turns(worker), []

    async def slow(number: int) -> None:
        await turns.call(time.sleep, 2 * LONGEST)
        told.append((number, worker.trips))

    await asyncio.gather(*map(slow, range(3)))

    assert [number for number, _ in told] == [0, 1, 2]
    assert told[0][1] == 1, "the first waited for the others"
    assert worker.trips == 3


async def test_a_call_that_was_given_up_is_not_made(worker: CountingWorker) -> None:
    turns, made = Turns(worker), []

    def occupied() -> Callable[[], None]:
        release: Future[None] = Future()
        worker.submit(release.result)
        return lambda: release.set_result(None)

    release = occupied()
    first, other = (asyncio.ensure_future(turns.call(made.append, name)) for name in ("first", "other"))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.sleep(0)
    release()
    await other

    assert made == ["other"]


async def test_once_the_worker_has_finished_whoever_calls_is_told(worker: CountingWorker) -> None:
    turns = Turns(worker)
    worker.shutdown()

    for _ in range(2):
        with pytest.raises(RuntimeError):
            await turns.call(int, "7")


async def test_what_is_around_a_trip_ends_before_anybody_is_told_even_if_it_fails(
    worker: CountingWorker, caplog: pytest.LogCaptureFixture
) -> None:
    happened: list[str] = []

    @contextmanager
    def around() -> Iterator[None]:
        yield
        happened.append("ended")
        raise OSError

    assert await Turns(worker, around).call(happened.append, "called") is None
    assert happened == ["called", "ended"]
    assert "OSError" in caplog.text
