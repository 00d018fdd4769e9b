"""Trying again while Telegram cannot be reached."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from mmbot.desk.delivery import BadToken

log = logging.getLogger(__name__)

_SHORTEST, _LONGEST = 1.0, 30.0  # seconds


class Pauses:
    """Grow from 1 to 30 seconds while something keeps failing."""

    def __init__(self) -> None:
        self._next = _SHORTEST

    def over(self) -> bool:
        """It works; True where it had not before."""
        failed, self._next = self._next > _SHORTEST, _SHORTEST
        return failed

    async def wait(self, error: TelegramError) -> None:
        """Log one line, and wait. Raises BadToken where waiting does not help."""
        if isinstance(error, InvalidToken):  # its text holds the token: none of it is kept
            raise BadToken(
                "Telegram does not accept MMBOT_TELEGRAM_TOKEN. Copy it again from @BotFather, or ask there for a new one."
            ) from None
        pause, self._next = self._next, min(2 * self._next, _LONGEST)
        if isinstance(error, RetryAfter) and isinstance(error.retry_after, timedelta):
            pause = max(pause, error.retry_after.total_seconds())
        log.warning("%s. Next try in %.0f s", _told(error), pause)
        await asyncio.sleep(pause)


async def until_it_works(step: Callable[[], Awaitable[object]]) -> None:
    """Do *step* until Telegram lets it succeed. Raises BadToken."""
    pauses = Pauses()
    while True:
        try:
            await step()
        except TelegramError as error:
            await pauses.wait(error)
        else:
            return


def _told(error: TelegramError) -> str:
    if isinstance(error, Conflict):
        return "Another process fetches updates with the same token; stop one of them"
    if isinstance(error, BadRequest):
        return f"Telegram refuses: {error.message}"
    return f"Telegram cannot be reached ({type(error).__name__})"
