"""Each update once."""

import asyncio
import logging
from collections.abc import Sequence

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from mmbot.adapters.telegram_bot.shared import Shared

log = logging.getLogger(__name__)


class Once:
    """Telegram sends an update again when it was not told in time that it had arrived: after a crash, or a slow webhook.

    Each is written down before it is handled. Those that come while others are written down are written together: one way to the worker
    and one transaction for all of them.
    """

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._waiting: dict[int, asyncio.Future[bool]] = {}
        self._noting: asyncio.Task[None] | None = None

    async def handle(self, update: Update, _context: object) -> None:
        """Stop here when *update* was handled before, by this process or another."""
        if not await self._is_new(update.update_id):
            raise ApplicationHandlerStop

    async def _is_new(self, number: int) -> bool:
        if number in self._waiting:
            return False
        found: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting[number] = found
        if self._noting is None or self._noting.done():
            self._noting = asyncio.create_task(self._note())
        return await found

    async def _note(self) -> None:
        while self._waiting:
            waiting, self._waiting = self._waiting, {}
            for found, new in zip(waiting.values(), await self._noted(list(waiting)), strict=True):
                if not found.done():  # given up, when the bot stops
                    found.set_result(new)

    async def _noted(self, numbers: Sequence[int]) -> list[bool]:
        desk = self._shared.desk
        updates = list(map(str, numbers))
        try:
            return await self._shared.call(desk.outage.first_times, desk.records.notebook, "telegram", updates, desk.clock())
        except Exception:  # a fault of ours: whoever asks is answered, rather than left waiting for ever
            log.exception("Updates could not be noted as handled")
            return [True] * len(updates)
