"""The memory that the process holds and does not need."""

import gc
from contextlib import suppress

YOUNG = 20_000  # objects that have come and not gone; Python's own 700 are fewer than the updates under way hold


def give_back() -> None:
    """Give the system back what was needed to get ready, or to build another index: a fifth of the process, which glibc would keep.

    https://man7.org/linux/man-pages/man3/malloc_trim.3.html; where there is another C library, nothing happens.
    """
    import ctypes  # noqa: PLC0415  “mmbot ask” needs none of it

    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def look_seldom() -> None:
    """Look for garbage – objects that hold each other – among YOUNG new objects, no fewer: what answers make goes by itself.

    It took a tenth of an answer's processor time, and each time all objects were looked at, everybody waited for a tenth of a second.
    """
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
