"""What somebody is on his platform – a role in a server, an administrator of a group –, asked for without his having written there."""

from typing import Protocol

from mmbot.model import Person


class CannotTell(Exception):
    """The platform does not answer, or is not served by this process."""


class Standing(Protocol):
    """An adapter, as those see it who must know whether somebody still has the role that lets him in."""

    async def roles_of(self, person: Person) -> frozenset[str]:
        """Those roles of *person*, as of now, by which the settings make moderators: ids of Discord roles, or ``admin_of`` groups.

        Raises CannotTell.
        """
