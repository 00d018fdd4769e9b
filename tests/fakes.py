"""What stands in for the outer world in tests: a clock, and what a desk can do."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from threading import Event

from mmbot.desk.desk import Desk, FormService, Service, Services

_NO_SERVICES: Mapping[str, Service] = {}
_NO_FORMS: Mapping[str, FormService] = {}


class FakeClock:
    """A clock that moves only when told to."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> None:
        self.now += timedelta(**by)


class Held:
    """Golden questions that nobody can read before *come* is set; there are none."""

    def __init__(self, come: Event) -> None:
        self.come = come

    def __iter__(self) -> Iterator[str]:
        assert self.come.wait(20)
        return iter(())


def serve(
    desk: Desk,
    *,
    commands: Mapping[str, Service] = _NO_SERVICES,
    presses: Mapping[str, Service] = _NO_SERVICES,
    forms: Mapping[str, FormService] = _NO_FORMS,
) -> None:
    """From now on *desk* does this, in place of what it has done under the same names."""
    old = desk.services
    desk.services = Services({**old.commands, **commands}, {**old.presses, **presses}, {**old.forms, **forms})
