"""While the records fail – the database is away or locked, its disk is full – questions are answered all the same, from memory.

What is lost then: the answer is not counted, an unanswered question is not noted, and whether an update was handled before is known to this
process only. A platform that delivers an update again after the process was killed in such a time gets a second answer: better than none.
"""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from mmbot.desk.records import Notebook, NotKept
from mmbot.model import Platform

log = logging.getLogger(__name__)

MOST_SEEN = 10_000  # updates that are remembered meanwhile
STEADY = 60.0  # seconds without a failure after which it is over: on a full disk, some things still find room
_T = TypeVar("_T")


class Outage:
    """Whether the records fail, by the clock *seconds*. Told of every failure; the log is told of the first, and of the end.

    Used in the desk's thread only.
    """

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._failing = False
        self._last = 0.0
        self._seen: OrderedDict[tuple[Platform, str], None] = OrderedDict()

    def spare(self, what: Callable[[], _T], otherwise: _T) -> _T:
        """What *what* gives, which an answer can do without: *otherwise* where the records fail."""
        try:
            return what()
        except NotKept as error:
            self.notice(error)
            return otherwise

    def first_time(self, notebook: Notebook, platform: Platform, update: str, now: datetime) -> bool:
        """Whether *update* was not handled before, as far as can be known; it is from now on."""
        return self.first_times(notebook, platform, [update], now)[0]

    def first_times(self, notebook: Notebook, platform: Platform, updates: Sequence[str], now: datetime) -> list[bool]:
        """The same of several *updates*, in order."""
        fresh = [(platform, update) not in self._seen for update in updates]
        try:
            first = notebook.first_times(platform, updates, now)
        except NotKept as error:
            self.notice(error)
            self._seen |= dict.fromkeys((platform, update) for update in updates)
            while len(self._seen) > MOST_SEEN:
                self._seen.popitem(last=False)
            return fresh
        self.over()
        return [one and other for one, other in zip(first, fresh, strict=True)]

    def notice(self, error: NotKept) -> None:
        """The records have failed."""
        if not self._failing:
            log.error("%s Questions are answered meanwhile, from memory; nothing of them is counted or noted.", error)
        self._failing, self._last = True, self._seconds()

    def over(self) -> None:
        """Something was written."""
        if self._failing and self._seconds() >= self._last + STEADY:
            self._failing = False
            log.warning("The records can be written again")
