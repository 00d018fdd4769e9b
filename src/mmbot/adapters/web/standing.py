"""What those who are signed in are in servers and groups: their platforms are asked, and for a while it is remembered."""

import asyncio
from collections.abc import Mapping

from mmbot.desk.standing import CannotTell, Standing
from mmbot.model import Person, Platform

REMEMBERED = 60.0  # seconds for which looking at pages asks nobody
PATIENCE = 8.0  # seconds that a platform may take
_MOST = 1000


class Standings:
    """The roles that people have on *platforms*, those that this process serves."""

    def __init__(self, platforms: Mapping[Platform, Standing]) -> None:
        self._platforms = platforms
        self._known: dict[Person, tuple[float, frozenset[str]]] = {}

    async def of(self, person: Person, *, anew: bool) -> frozenset[str]:
        """The roles of *person*; *anew*: as of now, whatever is remembered. Raises CannotTell."""
        now = asyncio.get_running_loop().time()
        until, known = self._known.get(person, (0.0, frozenset[str]()))
        if not anew and now < until:
            return known
        roles = await self._asked(person)
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[person] = (now + REMEMBERED, roles)
        return roles

    async def _asked(self, person: Person) -> frozenset[str]:
        platform = self._platforms.get(person.platform)
        if platform is None:
            raise CannotTell
        try:
            return await asyncio.wait_for(platform.roles_of(person), PATIENCE)
        except TimeoutError:
            raise CannotTell from None
