"""What is worked out from a whole index, takes a second or more, and is not needed by every question."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from mmbot.matching.index import Index

Made = TypeVar("Made")
Keeper = Callable[[str, Callable[[], Any]], Any]  # gives what was kept under a name; else what the function makes, which it keeps


def unkept(_name: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401  whatever it makes
    """What *make* makes, which is kept nowhere."""
    return make()


class WorkedOut(Generic[Made]):
    """A function of an index that remembers its results, and asks the index's *keeper* for what was kept under *name*; safe to call from any thread."""

    def __init__(self, name: str, make: "Callable[[Index], Made]") -> None:
        self.name = name
        self._make = make
        self._making = Lock()  # it takes so long that nobody should do it twice
        self._found: WeakKeyDictionary[Index, Made] = WeakKeyDictionary()  # an index is replaced whole, and this with it

    def __call__(self, index: "Index") -> Made:
        """What was made of *index*."""
        found = self._found.get(index)
        if found is None:
            with self._making:
                found = self._found.get(index)
                if found is None:
                    found = self._found[index] = index.keeper(self.name, lambda: self._make(index))
        return found
