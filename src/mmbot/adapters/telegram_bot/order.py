"""Updates of one chat one after the other, so that a follow-up never overtakes its question; those of different chats at once."""

import asyncio
from collections.abc import Awaitable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 4096  # updates under way, most of them waiting for the network or for their turn
MOST_WAITING = 40  # of one chat; who writes more without waiting for an answer floods, and the rest is dropped


@dataclass(slots=True)
class _Line:
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


class InOrder(BaseUpdateProcessor):
    """Handles many chats at once, and each of them in its order."""

    __slots__ = ("_lines",)

    def __init__(self) -> None:
        super().__init__(AT_ONCE)
        self._lines: dict[int, _Line] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the turn of *update*, then handle it."""
        key = _key(update)
        line = self._lines.setdefault(key, _Line())
        if line.waiting >= MOST_WAITING:
            _drop(coroutine)
            return
        line.waiting += 1
        try:
            async with line.turn:
                await coroutine
        finally:
            line.waiting -= 1
            if not line.waiting:
                del self._lines[key]

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""


def _key(update: object) -> int:
    if not isinstance(update, Update):
        return 0
    chat, user = update.effective_chat, update.effective_user
    return chat.id if chat else user.id if user else 0


def _drop(coroutine: Awaitable[Any]) -> None:
    if isinstance(coroutine, Coroutine):
        coroutine.close()
