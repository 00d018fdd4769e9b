"""A strict Bot API server (tests/bot_api) with people who ask, in a process of its own: it takes no processor time from the bot that is measured."""

import asyncio
import multiprocessing
import sys
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from bot_api import BotApi
from bot_api.records import Sent

AT_ONCE = 150
EACH = 6  # questions of one person, who would be asked for patience after more of them
PATIENCE = 120.0  # seconds for all answers


@dataclass(frozen=True)
class Answered:
    """How long *count* answers took, by the clock, and how much of its processor the server spent on them."""

    count: int
    seconds: float
    processor: float


class Town:
    """The process, seen from outside: *url* and *token* are what a bot needs."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._orders, theirs = context.Pipe()
        self._process = context.Process(target=_live, args=(theirs,), daemon=True)
        self._process.start()
        self.url, self.token = self._orders.recv()

    def ask(self, texts: Sequence[str]) -> Answered:
        """Have AT_ONCE people ask *texts*, the next one as soon as one was answered. Raises RuntimeError where an answer stays away."""
        self._orders.send(list(texts))
        found = self._orders.recv()
        if isinstance(found, str):
            raise RuntimeError(found)
        assert isinstance(found, Answered)
        return found

    def end(self) -> None:
        """End the process."""
        self._orders.send(None)
        self._process.join(10)


class _Server(BotApi):
    """Whoever gets an answer asks on."""

    def __init__(self) -> None:
        super().__init__()
        self._left: list[str] = []
        self._open = 0
        self._idle: deque[int] = deque()  # people who may ask again
        self._asked: dict[int, int] = {}
        self._done = asyncio.Event()

    async def answers(self, texts: Sequence[str]) -> Answered:
        """Let people ask *texts*. Raises TimeoutError where an answer stays away."""
        self._left, self._open = list(reversed(texts)), len(texts)
        self._done.clear()
        processor, begun = time.process_time(), time.perf_counter()
        for _ in range(min(AT_ONCE, len(texts))):
            self._ask()
        await asyncio.wait_for(self._done.wait(), PATIENCE)
        self.calls.clear()
        return Answered(len(texts), time.perf_counter() - begun, time.process_time() - processor)

    def record(self, sent: Sent) -> None:
        """Nobody reads it: what matters is that it came."""
        self._open -= 1
        if self._asked[sent.chat_id] < EACH:
            self._idle.append(sent.chat_id)
        if self._left:
            self._ask()
        elif not self._open:
            self._done.set()

    def _ask(self) -> None:
        person = self._idle.popleft() if len(self._asked) >= AT_ONCE and self._idle else self._newcomer()
        self._asked[person] += 1
        self.say(self.users[person], self.chats[person], self._left.pop())

    def _newcomer(self) -> int:
        person = 1000 + len(self._asked)
        self._asked[person] = 0
        self.private(self.user(person, "Ayşe"))
        return person


def _live(orders: Connection) -> None:
    asyncio.run(_serve(orders))


async def _serve(orders: Connection) -> None:
    async with _Server() as server:
        orders.send((server.url, server.token))
        while (texts := await asyncio.to_thread(orders.recv)) is not None:
            try:
                orders.send(await server.answers(texts))
            except TimeoutError:
                refused = "; ".join(server.refusals()[-3:]) or "nothing was refused"
                orders.send(f"no answer within {PATIENCE:.0f} s ({refused})")
