"""Serve every platform at once, in one event loop, until somebody asks to stop."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar

from mmbot import memory, supervisor
from mmbot.alive import HEARTBEAT
from mmbot.desk import dispatch, posting
from mmbot.desk.delivery import BadToken, Sender, unpack
from mmbot.desk.desk import Desk
from mmbot.desk.records import NotKept
from mmbot.desk.standing import CannotTell, Standing
from mmbot.model import Person, Platform

log = logging.getLogger(__name__)

_T = TypeVar("_T")
_NONE: Mapping[str, "Service"] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Seconds: how often a thing beside the platforms is done, and how long something is waited for."""

    outbox: float = 1.0
    posting: float = 15.0
    purge: float = 3600.0
    beat: float = 20.0
    # How late the approval of another process is noticed, by one query; an index with it is made in a fraction of a second.
    revision: float = 1.0
    stop: float = 9.0  # an orchestrator kills ten seconds after it has asked
    longest_wait: float = 15.0  # before something beside them that failed is tried again; a database may be away for hours
    first_pause: float = 1.0  # before a platform that broke down is started again; each time it is twice as long
    longest_pause: float = 60.0
    standing: float = 8.0  # that a platform may take to say what somebody is there


_TIMING = Timing()


class Service(Protocol):
    """Something that is served, such as the moderators' page."""

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until *stop* is set, then finish what was begun. Raises BadToken."""


class Adapter(Service, Sender, Standing, Protocol):
    """A platform that is served."""

    @property
    def ready(self) -> bool:
        """Whether it is connected, so that something can be sent."""


class Serving:
    """The adapters and what goes on beside them: daily posts, parcels, clean-up.

    *worker* is the one thread in which the desk works, so that nothing waits for the disk on the event loop. *pages* are served
    as long as a platform is.
    """

    def __init__(
        self,
        desk: Desk,
        worker: Executor,
        adapters: Mapping[Platform, Adapter],
        pages: Mapping[str, Service] = _NONE,
        timing: Timing = _TIMING,
    ) -> None:
        self._desk = desk
        self._worker = worker
        self._adapters = adapters
        self._pages = pages
        self._timing = timing
        self._refused: list[BadToken] = []
        desk.standings.serve({name: _Patient(adapter, timing.standing) for name, adapter in adapters.items()})

    async def run(self, stop: asyncio.Event) -> list[BadToken]:
        """Serve until *stop* is set, or until no platform is left; returns the refusals of tokens."""
        timing = self._timing
        serving = [asyncio.create_task(self._serve(name, adapter, stop)) for name, adapter in self._adapters.items()]
        beside = [
            *(asyncio.create_task(self._again_and_again(partial(self._deliver, name), timing.outbox)) for name in self._adapters),
            asyncio.create_task(self._again_and_again(self._post, timing.posting)),
            asyncio.create_task(self._again_and_again(self._purge, timing.purge)),
            asyncio.create_task(self._again_and_again(self._beat, timing.beat)),
            asyncio.create_task(self._again_and_again(self._go_on, timing.beat)),
            asyncio.create_task(self._again_and_again(self._catch_up, timing.revision)),
        ]
        pages = [asyncio.create_task(self._serve(name, page, stop)) for name, page in self._pages.items()]
        warming = asyncio.create_task(self._warm())
        stopping = asyncio.create_task(stop.wait())
        all_served = asyncio.gather(*serving)
        supervisor.tell("READY=1")
        await asyncio.wait((stopping, all_served), return_when=asyncio.FIRST_COMPLETED)
        stop.set()
        supervisor.tell("STOPPING=1")
        _, late = await asyncio.wait((*serving, *pages), timeout=timing.stop)
        for task in (*late, *beside, warming, stopping):
            task.cancel()
        await asyncio.gather(*serving, *pages, *beside, warming, stopping, all_served, return_exceptions=True)
        return self._refused

    async def _warm(self) -> None:
        await self._call(dispatch.warm, self._desk)
        await asyncio.to_thread(memory.give_back)

    async def _serve(self, name: str, adapter: Service, stop: asyncio.Event) -> None:
        """Run one platform or page; where it breaks down, begin again after a while, without harm to the others."""
        pause = self._timing.first_pause
        while not stop.is_set():
            try:
                await adapter.run(stop)
            except BadToken as error:
                self._refused.append(error)
                log.error("%s", error)
                return
            except Exception:
                log.exception("%s broke down; it is started again in %.0f s", name, pause)
            else:
                return
            await _either(stop, pause)
            pause = min(pause * 2, self._timing.longest_pause)

    async def _again_and_again(self, step: Callable[[], Awaitable[None]], seconds: float) -> None:
        pause = seconds
        while True:
            try:
                await step()
            except NotKept as error:
                pause = min(2 * pause, max(seconds, self._timing.longest_wait))
                await self._call(self._desk.outage.notice, error)
            except Exception:
                pause = min(2 * pause, max(seconds, self._timing.longest_wait))
                log.exception("What goes on beside the platforms failed; it is tried again in %.0f s", pause)
            else:
                pause = seconds
            await asyncio.sleep(pause)

    async def _deliver(self, name: Platform) -> None:
        """Hand out what waits in the outbox for one platform, once it is connected: a try in vain would count, and cost a minute."""
        outbox, adapter = self._desk.records.outbox, self._adapters[name]
        while adapter.ready and (parcel := await self._call(outbox.take, name, self._desk.clock())) is not None:
            if await adapter.send(parcel.place, unpack(parcel.body)) == "later":
                await self._call(outbox.give_back, parcel)
                return

    async def _post(self) -> None:
        """Post what is due today. The claim is written before the message leaves, so that it leaves once."""
        for due in await self._call(posting.due, self._desk):
            adapter = self._adapters.get(_platform(due.subscription.place))
            if adapter is None or not adapter.ready:
                continue
            reply = await self._call(posting.prepare, self._desk, due)
            if reply:
                delivered = await adapter.send(due.subscription.place, reply)
                await self._call(posting.confirm, self._desk, due, delivered)

    async def _purge(self) -> None:
        await self._call(self._desk.records.purge, self._desk.clock())

    async def _beat(self) -> None:
        """Leave a sign of life: it needs the event loop, the desk and the database, and so tells of all three."""
        await self._call(self._desk.records.notebook.write, HEARTBEAT, self._desk.clock().isoformat())
        await self._call(self._desk.outage.over)

    async def _go_on(self) -> None:
        """Tell systemd's watchdog that event loop and desk go on. The database may fail: questions are answered all the same."""
        await self._call(self._desk.clock)
        supervisor.tell("WATCHDOG=1")

    async def _catch_up(self) -> None:
        """Learn what moderators of other processes have approved. The worker only exchanges the libraries."""
        moderation = self._desk.moderation
        if moderation is not None and await asyncio.to_thread(moderation.living.prepare):
            await self._call(moderation.living.catch_up)
            await asyncio.to_thread(memory.give_back)

    async def _call(self, function: Callable[..., _T], *arguments: object) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._worker, function, *arguments)


class _Patient:
    """*adapter*, as it is asked what somebody is there: for some *seconds*, for somebody else waits."""

    def __init__(self, adapter: Standing, seconds: float) -> None:
        self._adapter = adapter
        self._seconds = seconds

    async def roles_of(self, person: Person) -> frozenset[str]:
        """See the port."""
        try:
            return await asyncio.wait_for(self._adapter.roles_of(person), self._seconds)
        except TimeoutError:
            raise CannotTell from None


def _platform(place: str) -> Platform:
    return "discord" if place.startswith("discord:") else "telegram"


async def _either(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return


def stop_on_signals(stop: asyncio.Event) -> None:
    """SIGTERM and SIGINT set *stop*; a second one ends the process at once."""
    loop = asyncio.get_running_loop()

    def asked(number: signal.Signals) -> None:
        log.info("%s: finishing", number.name)
        stop.set()
        loop.remove_signal_handler(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, asked, number)
