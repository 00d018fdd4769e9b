"""What goes wrong on purpose: failures of single requests, and Telegram's limits on how often one may send."""

import math
from collections import deque
from dataclasses import dataclass, field

from .chats import Chat
from .refusals import Refused, too_many

DROPS = ("", "before", "after")


@dataclass
class Fault:
    """How the next *times* requests of *method* (`*`: of any) go wrong; see `BotApi.fail`."""

    method: str
    refusal: Refused | None = None
    drop: str = ""
    slow: float = 0.0
    times: int = 1


@dataclass
class Faults:
    """The faults that are still to happen, in the order in which they were ordered."""

    waiting: list[Fault] = field(default_factory=list)

    def take(self, method: str) -> Fault | None:
        """The fault for this request, used up by it; None for a request that goes well."""
        for fault in self.waiting:
            if fault.method in {"*", method}:
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None


@dataclass
class Rates:
    """At most so many messages in a window; 0 means no limit (the default)."""

    group_minute: int = 0
    chat_second: int = 0
    total_second: int = 0
    _times: dict[object, deque[float]] = field(default_factory=dict)

    def check(self, chat: Chat, now: float) -> None:
        """Count a message to *chat* at *now* (seconds), or refuse it with 429 without counting it."""
        windows: list[tuple[object, int, float]] = [("total", self.total_second, 1.0), (chat.id, self.chat_second, 1.0)]
        if chat.is_group:
            windows.append((("group", chat.id), self.group_minute, 60.0))
        used = [self._window(key, now, seconds) for key, limit, seconds in windows if limit]
        limits = [(limit, seconds) for _, limit, seconds in windows if limit]
        waits = [times[0] + seconds - now for times, (limit, seconds) in zip(used, limits, strict=True) if len(times) >= limit]
        if waits:
            raise too_many(max(1, math.ceil(max(waits))))
        for times in used:
            times.append(now)

    def _window(self, key: object, now: float, seconds: float) -> deque[float]:
        times = self._times.setdefault(key, deque())
        while times and times[0] <= now - seconds:
            times.popleft()
        return times
