"""Fetching updates by long polling."""

import asyncio
import contextlib
import logging
from datetime import timedelta

from telegram import Bot
from telegram.constants import UpdateType
from telegram.error import TelegramError

from mmbot.adapters.telegram_bot.patience import Pauses

log = logging.getLogger(__name__)

WANTED = [UpdateType.MESSAGE, UpdateType.CALLBACK_QUERY, UpdateType.INLINE_QUERY, UpdateType.MY_CHAT_MEMBER]
POLL = timedelta(seconds=25)
LAST_CALL = 1.0  # seconds for telling Telegram, at the end, what was taken


async def poll(bot: Bot, queue: "asyncio.Queue[object]") -> None:
    """Put updates into *queue* until cancelled. Raises BadToken when the token was revoked."""
    pauses, offset = Pauses(), 0
    try:
        while True:
            try:
                updates = await bot.get_updates(offset=offset or None, timeout=POLL, allowed_updates=WANTED)
            except TelegramError as error:
                await pauses.wait(error)
                continue
            if pauses.over():
                log.info("Telegram can be reached again")
            for update in updates:
                queue.put_nowait(update)
                offset = update.update_id + 1
    finally:
        if offset:
            await _confirm(bot, offset)


async def _confirm(bot: Bot, offset: int) -> None:
    """Without this Telegram would send the last updates again at the next start."""
    last_call = bot.get_updates(offset=offset, limit=1, timeout=timedelta(0), allowed_updates=WANTED)
    with contextlib.suppress(TelegramError, TimeoutError):
        await asyncio.wait_for(last_call, LAST_CALL)
