"""What somebody is on his platform – a role in a server, an administrator of a group –, asked for without his having written there."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from mmbot.model import Person, Platform, Visitor

REMEMBERED = 60.0  # seconds for which looking at something asks nobody
_MOST = 1000


class CannotTell(Exception):
    """The platform does not answer, or is not served by this process."""


class Standing(Protocol):
    """An adapter, as those see it who must know whether somebody still has the role that lets him in."""

    async def roles_of(self, person: Person) -> frozenset[str]:
        """Those roles of *person*, as of now, by which the settings make moderators: ids of Discord roles, or ``admin_of`` groups.

        Raises CannotTell.
        """


class Standings:
    """The roles that people have on the platforms that this process serves; *seconds* is the clock by which they are remembered."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._platforms: Mapping[Platform, Standing] = {}
        self._known: dict[Person, tuple[float, frozenset[str]]] = {}

    def serve(self, platforms: Mapping[Platform, Standing]) -> None:
        """From now on these *platforms* are asked."""
        self._platforms = platforms

    async def of(self, person: Person, *, anew: bool) -> frozenset[str]:
        """The roles of *person*; *anew*: as of now, whatever is remembered. Raises CannotTell."""
        now = self._seconds()
        until, known = self._known.get(person, (0.0, frozenset[str]()))
        if not anew and now < until:
            return known
        roles = await self._asked(person)
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[person] = (now + REMEMBERED, roles)
        return roles

    async def of_all(self, people: Iterable[Person], *, anew: bool) -> dict[Person, frozenset[str]]:
        """The roles of each of *people* whose platform this process serves. Raises CannotTell, also where there is none."""
        served = [person for person in people if person.platform in self._platforms]
        if not served:
            raise CannotTell
        return {person: await self.of(person, anew=anew) for person in served}

    async def with_linked(self, visitor: Visitor, linked: Iterable[Person]) -> Visitor:
        """*visitor* with the roles that the accounts *linked* with his have now; a platform that does not answer grants none."""
        elsewhere = set[tuple[Person, str]]()
        for person in linked:
            try:
                elsewhere |= {(person, role) for role in await self.of(person, anew=True)}
            except CannotTell:
                continue
        return replace(visitor, elsewhere=frozenset(elsewhere)) if elsewhere else visitor

    async def _asked(self, person: Person) -> frozenset[str]:
        platform = self._platforms.get(person.platform)
        if platform is None:
            raise CannotTell
        return await platform.roles_of(person)
