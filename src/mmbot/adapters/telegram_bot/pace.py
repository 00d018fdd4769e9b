"""How fast requests go out, and which are made again.

python-telegram-bot's own AIORateLimiter lets every chat wait when one has to, and holds all of them to 30 requests a second.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from mmbot.adapters.telegram_bot.transport import NotDone

log = logging.getLogger(__name__)

TRIES = 3
LONGEST = 60.0  # seconds that a message may be held back; after that nobody waits for it any more
GROUP_MESSAGES, GROUP_SECONDS = 20, 60.0  # https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
_TO_PEOPLE = ("send", "edit", "answer")  # what else is asked of Telegram is asked again by whoever asks
_MOST_CHATS = 10_000
_Answer = bool | dict[str, Any] | list[dict[str, Any]]


class Pace(BaseRateLimiter[int]):
    """Twenty messages a minute to a group. Waits as long as Telegram says, for that chat alone. Repeats what surely was not done."""

    def __init__(self) -> None:
        self._sent: dict[object, deque[float]] = {}
        self._not_before: dict[object, float] = {}

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, _Answer]],
        args: Any,  # noqa: ANN401
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,  # noqa: ARG002
    ) -> _Answer:
        """Make the request in its time. Raises what the last try raised."""
        if not endpoint.startswith(_TO_PEOPLE):
            return await callback(*args, **kwargs)
        chat = data.get("chat_id")
        for tries in range(1, TRIES + 1):
            await self._turn(chat, counted=endpoint.startswith("send"))
            try:
                return await callback(*args, **kwargs)
            except TelegramError as error:
                pause = _pause(error, tries)
                if pause is None or tries == TRIES:
                    raise
                log.info("%s: %s; try %d of %d in %.1f s", endpoint, type(error).__name__, tries + 1, TRIES, pause)
                if isinstance(error, RetryAfter) and chat is not None:
                    self._not_before[chat] = _now() + pause
                else:
                    await asyncio.sleep(pause)
        raise AssertionError  # the last try returns or raises

    async def _turn(self, chat: object, *, counted: bool) -> None:
        """Wait until *chat* may get another message, and count it."""
        while (wait := self._wait(chat)) > 0:
            await asyncio.sleep(wait)
        if counted and _is_group(chat):
            self._sent.setdefault(chat, deque()).append(_now())

    def _wait(self, chat: object) -> float:
        now = _now()
        if len(self._sent) + len(self._not_before) > _MOST_CHATS:
            self._forget(now)
        wait = self._not_before.get(chat, 0.0) - now
        sent = self._sent.get(chat)
        if sent:
            while sent and sent[0] <= now - GROUP_SECONDS:
                sent.popleft()
            if len(sent) >= GROUP_MESSAGES:
                wait = max(wait, sent[0] + GROUP_SECONDS - now)
        return wait

    def _forget(self, now: float) -> None:
        self._sent = {chat: sent for chat, sent in self._sent.items() if sent and sent[-1] > now - GROUP_SECONDS}
        self._not_before = {chat: until for chat, until in self._not_before.items() if until > now}


def _pause(error: TelegramError, tries: int) -> float | None:
    """Seconds until the next try; None where there must be none."""
    if isinstance(error, RetryAfter):
        seconds = error.retry_after.total_seconds() if isinstance(error.retry_after, timedelta) else error.retry_after
        return seconds + 0.1 if seconds <= LONGEST else None
    return 0.5 * 2**tries if isinstance(error, NotDone) else None


def _is_group(chat: object) -> bool:
    return isinstance(chat, int) and chat < 0


def _now() -> float:
    return asyncio.get_running_loop().time()
