"""Waiting until something has become so, without polling."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Bell:
    """Wakes whoever waits; each of them looks for itself whether its time has come."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Let everybody who waits look again."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def until(self, ready: Callable[[], T | None], timeout: float) -> T:
        """The first value of *ready* that is not None; TimeoutError after *timeout* seconds."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while (value := ready()) is None:
            left = deadline - loop.time()
            if left <= 0:
                raise TimeoutError
            future: asyncio.Future[None] = loop.create_future()
            self._waiting.add(future)
            try:
                await asyncio.wait([future], timeout=left)
            finally:
                self._waiting.discard(future)
        return value
