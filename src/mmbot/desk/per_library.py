"""What is worked out from a library once and kept until other knowledge takes its place."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from mmbot.knowledge.library import Library

Made = TypeVar("Made")


class PerLibrary(Generic[Made]):
    """A function of a library that remembers its last result; safe to call from any thread.

    Only the last library is remembered: one process answers from one at a time.
    """

    def __init__(self, make: Callable[[Library], Made]) -> None:
        self._make = make
        self._lock = Lock()
        self._kept: tuple[Library, Made] | None = None

    def __call__(self, library: Library) -> Made:
        """What was made of *library*."""
        kept = self._kept
        if kept is None or kept[0] is not library:
            with self._lock:
                kept = self._kept
                if kept is None or kept[0] is not library:
                    kept = self._kept = (library, self._make(library))
        return kept[1]
