"""Decisions that need not be made twice: in a group the same things are asked again and again."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Generic, TypeVar

from mmbot.answering.decide import decide
from mmbot.answering.decision import Decision
from mmbot.answering.following import asks_likewise, named_words
from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.matching.reading import read

_DAY = len("2026-11-21")
MOST = 4096  # about a thousand bytes each
Found = TypeVar("Found")


class Decided:
    """What was decided on texts from one library, each as long as it is among the last MOST that were asked.

    A decision hangs on the text, the knowledge and the day (“… kaç yıl oldu?”) alone (a follow-up was written out in full before), so what
    is kept says what working it out anew would say. It goes with the knowledge: whoever learns another library makes another Decided. It is in memory only and knows no
    person and no place. A text is known by its fingerprint; of its words only those stay that the answer itself says back, and names.
    """

    def __init__(self, library: Library, index: Index, today: Callable[[], date]) -> None:
        self._today = today
        self._decisions = Kept(lambda dated: _outcome(decide(library, index, dated[_DAY:], date.fromisoformat(dated[:_DAY]))))
        self._names = Kept(lambda text: named_words(read(index, text)))
        self._likewise = Kept(asks_likewise)

    def __call__(self, text: str) -> Decision:
        """The decision on *text*, which stands by itself; without what it was made on, which is a hundred times as large."""
        return self._decisions(self._today().isoformat() + text)

    def named(self, text: str) -> frozenset[str]:
        """The words, folded, by which *text* names entries."""
        return self._names(text)

    def asks_likewise(self, text: str) -> bool:
        """Whether *text* may ask of something else what was asked before; see ``following.asks_likewise``."""
        return self._likewise(text)


class Kept(Generic[Found]):
    """What *find* has found for the last MOST texts, each found once."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        self._find = find
        self._kept: OrderedDict[bytes, Found] = OrderedDict()

    def __call__(self, text: str) -> Found:
        """What was found for *text*, or is now."""
        key = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        if key not in self._kept:
            self._kept[key] = self._find(text)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


def _outcome(decision: Decision) -> Decision:
    return replace(decision, reading=None, ranked=(), named=decision.about)
