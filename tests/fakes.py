"""What stands in for the outer world in tests: a clock, and what a desk can do."""

from collections.abc import Mapping
from datetime import datetime, timedelta

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
