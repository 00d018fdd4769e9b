"""How fast requests go out, and which are made again.

Telegram asks for one message a second to a chat, twenty a minute to a group, about thirty a second in all, and lets short bursts pass
(https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). So what nobody has asked for just now – daily posts,
letters – keeps to all three beforehand; an answer, for which somebody waits, leaves at once as long as its chat has not had BURST of them,
and only makes the others wait. Once Telegram has said “too many”, answers keep to the thirty as well, for a minute.

python-telegram-bot's own AIORateLimiter lets every chat wait when one has to, and holds all of them to 30 requests a second.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from mmbot.adapters.telegram_bot.transport import NotDone

log = logging.getLogger(__name__)

TRIES = 3
LONGEST = 60.0  # seconds that an answer may be held back; after that nobody waits for it any more
LONGEST_UNASKED = 2.0  # seconds for what nobody has asked for: others wait behind it, and it is tried again later
GROUP_MESSAGES, GROUP_SECONDS = 20, 60.0
CHAT_SECONDS = 1.05  # with something for the way: what leaves later may arrive sooner
BURST = 20  # the desk lets the people of a place ask twenty times at once
IN_ALL = 1 / 25  # seconds: of the thirty a second, five are left for answers
WARNED = 60.0  # seconds for which a “too many” counts
_TO_PEOPLE = ("send", "edit", "answer")  # what else is asked of Telegram is asked again by whoever asks
_MOST_CHATS = 10_000
_Answer = bool | dict[str, Any] | list[dict[str, Any]]
_unasked: ContextVar[bool] = ContextVar("unasked", default=False)


@contextmanager
def unasked() -> Iterator[None]:
    """What is sent inside was asked for by nobody just now: it gives way to answers, and waits for no chat that has to be left alone."""
    token = _unasked.set(True)
    try:
        yield
    finally:
        _unasked.reset(token)


class Pace(BaseRateLimiter[int]):
    """See the module. Waits as long as Telegram says, for that chat alone. Repeats what surely was not done.

    A chat gets a message every *chat_seconds*; what nobody has asked for is held back for *longest_unasked* seconds at most.
    """

    def __init__(self, chat_seconds: float = CHAT_SECONDS, longest_unasked: float = LONGEST_UNASKED) -> None:
        self._chat_seconds = chat_seconds
        self._longest_unasked = longest_unasked
        self._sent: dict[object, deque[float]] = {}  # to groups, in the last minute
        self._due: dict[object, float] = {}  # when a chat has had its messages, at one a second
        self._unasked_due: dict[object, float] = {}  # the same without answers
        self._all_due = 0.0  # the same for all of them together
        self._not_before: dict[object, float] = {}
        self._warned = float("-inf")

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
                pause = self._pause(error, tries, chat)
                if pause is None or tries == TRIES:
                    raise
                log.info("%s: %s; try %d of %d in %.1f s", endpoint, type(error).__name__, tries + 1, TRIES, pause)
                if not isinstance(error, RetryAfter) or chat is None:
                    await asyncio.sleep(pause)
        raise AssertionError  # the last try returns or raises

    async def _turn(self, chat: object, *, counted: bool) -> None:
        """Wait until *chat* may get another message, and count it. Raises RetryAfter where that would take too long."""
        while (wait := self._wait(chat, counted=counted)) > 0:
            if wait > (self._longest_unasked if _unasked.get() else LONGEST):
                raise RetryAfter(timedelta(seconds=wait))
            await asyncio.sleep(wait)
        if counted:
            now = _now()
            self._due[chat] = max(self._due.get(chat, 0.0), now) + self._chat_seconds
            if _unasked.get():
                self._unasked_due[chat] = now + self._chat_seconds
            self._all_due = max(self._all_due, now) + IN_ALL
            if _is_group(chat):
                self._sent.setdefault(chat, deque()).append(now)

    def _wait(self, chat: object, *, counted: bool) -> float:
        now, unasked = _now(), _unasked.get()
        if len(self._due) + len(self._not_before) > _MOST_CHATS:
            self._forget(now)
        wait = self._not_before.get(chat, 0.0) - now
        if counted:
            wait = max(wait, self._due.get(chat, 0.0) - now - (BURST - 1) * self._chat_seconds)
            if unasked:
                wait = max(wait, self._unasked_due.get(chat, 0.0) - now)
            if unasked or now < self._warned + WARNED:
                wait = max(wait, self._all_due - now)
        sent = self._sent.get(chat)
        if sent:
            while sent and sent[0] <= now - GROUP_SECONDS:
                sent.popleft()
            if len(sent) >= GROUP_MESSAGES:
                wait = max(wait, sent[0] + GROUP_SECONDS - now)
        return wait

    def _forget(self, now: float) -> None:
        self._sent = {chat: sent for chat, sent in self._sent.items() if sent and sent[-1] > now - GROUP_SECONDS}
        self._due = {chat: due for chat, due in self._due.items() if due > now}
        self._unasked_due = {chat: due for chat, due in self._unasked_due.items() if due > now}
        self._not_before = {chat: until for chat, until in self._not_before.items() if until > now}

    def _pause(self, error: TelegramError, tries: int, chat: object) -> float | None:
        """Seconds until the next try; None where there must be none. Where Telegram says how long, *chat* is left alone meanwhile."""
        if isinstance(error, RetryAfter):
            seconds = error.retry_after.total_seconds() if isinstance(error.retry_after, timedelta) else error.retry_after
            self._warned = _now()
            if chat is not None:
                self._not_before[chat] = _now() + seconds + 0.1
            return seconds + 0.1 if seconds <= LONGEST else None
        return 0.5 * 2**tries if isinstance(error, NotDone) else None


def _is_group(chat: object) -> bool:
    return isinstance(chat, int) and chat < 0


def _now() -> float:
    return asyncio.get_running_loop().time()
