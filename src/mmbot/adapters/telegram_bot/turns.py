"""The way from the event loop to the desk's thread and back, for many calls at once."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple, TypeVar

log = logging.getLogger(__name__)

_T = TypeVar("_T")
LONGEST = 0.02  # seconds after which a trip makes no further call: what it has found so far waits for it


class _Done(NamedTuple):
    found: Any = None
    error: BaseException | None = None


class _Call(NamedTuple):
    told: "asyncio.Future[_Done]"
    function: Callable[..., object]
    arguments: tuple[object, ...]

    def made(self) -> _Done:
        """What it gives or raises, whatever that is: somebody waits for it."""
        try:
            return _Done(self.function(*self.arguments))
        except BaseException as error:
            return _Done(error=error)


class Turns:
    """Calls made in *worker*, those that come together in one trip, in their order; *around* is entered for each trip.

    With a trip for each call the two threads took the interpreter from each other six times for every answer, which was a fifth of an
    answer's processor time. For the same reason the next trip begins once the event loop has sent what the last one has found.
    """

    def __init__(self, worker: Executor, around: Callable[[], AbstractContextManager[None]] = nullcontext) -> None:
        self._worker = worker
        self._around = around
        self._waiting: deque[_Call] = deque()
        self._under_way = False

    async def call(self, function: Callable[..., _T], *arguments: object) -> _T:
        """What *function* gives or raises in the worker. Raises RuntimeError where that has finished."""
        loop = asyncio.get_running_loop()
        told: asyncio.Future[_Done] = loop.create_future()
        self._waiting.append(_Call(told, function, arguments))
        if not self._under_way:
            self._under_way = True
            loop.call_soon(self._set_out, loop)
        done = await told
        if done.error is not None:
            raise done.error
        found: _T = done.found
        return found

    def _set_out(self, loop: asyncio.AbstractEventLoop) -> None:
        try:
            self._worker.submit(self._trip, loop)
        except RuntimeError as error:
            calls, self._waiting = self._waiting, deque()
            self._come_back(loop, [(call.told, _Done(error=error)) for call in calls])

    def _trip(self, loop: asyncio.AbstractEventLoop) -> None:
        """In the worker, while the event loop may add to what waits."""
        end = time.monotonic() + LONGEST
        all_done: list[tuple[asyncio.Future[_Done], _Done]] = []
        try:
            with self._around():
                while self._waiting and (not all_done or time.monotonic() < end):
                    call = self._waiting.popleft()
                    if not call.told.cancelled():
                        all_done.append((call.told, call.made()))
        except Exception:
            log.exception("What is done after calls into the desk failed")
        loop.call_soon_threadsafe(self._come_back, loop, all_done)

    def _come_back(self, loop: asyncio.AbstractEventLoop, all_done: list[tuple["asyncio.Future[_Done]", _Done]]) -> None:
        for told, done in all_done:
            if not told.done():  # given up meanwhile
                told.set_result(done)
        self._under_way = bool(self._waiting)
        if self._under_way:
            loop.call_soon(loop.call_soon, self._set_out, loop)  # behind those who were told now
