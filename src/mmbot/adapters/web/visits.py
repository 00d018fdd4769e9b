"""What a page gets and what it gives back, without anything of the web library."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from mmbot.adapters.web.addresses import Addresses
from mmbot.desk.desk import Desk
from mmbot.desk.permission import moderation_of
from mmbot.model import Person, Visitor
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.proposals import Role

Method = Literal["GET", "POST"]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A request as it came in: nothing of it is to be trusted. *address* is where it seems to come from.

    *roles* alone is ours: what the platforms say of the accounts of whoever is signed in; None where they were not asked.
    """

    method: Method
    path: str
    parts: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    same_site: bool = False  # the browser says that one of our own pages has sent it
    roles: Mapping[Person, frozenset[str]] | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """A request of somebody who may make it: *parts* of the path, *query*, what was filled into the *form*."""

    desk: Desk
    to: Addresses
    visitor: Visitor
    role: Role
    parts: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, str]

    @property
    def moderation(self) -> Moderation:
        """What moderates at the desk."""
        return moderation_of(self.desk)

    def typed(self, name: str) -> str:
        """What was typed into the field *name*, trimmed."""
        return self.form.get(name, "").strip()

    def number(self, name: str) -> int:
        """The number in the path. Raises Missing for anything else."""
        return whole(self.parts[name])

    def page(self) -> int:
        """Which page of a long list is wanted, from 1."""
        text = self.query.get("sayfa", "1")
        return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1


@dataclass(frozen=True, slots=True)
class Shown:
    """A page: its *template* with its *values*.

    *slow* are values that take seconds to work out and touch nothing but snapshots of the knowledge: another thread does it, so that
    nobody in a chat waits for it. The template pauses before it calls them; what stands before can be read meanwhile.
    """

    template: str
    values: Mapping[str, object]
    status: int = 200
    slow: Mapping[str, Callable[[], object]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Go:
    """It is done: look at this address now."""

    to: str


Outcome = Shown | Go
Page = Callable[[Visit], Outcome]


class Missing(Exception):
    """There is no such thing (any more); the text says which, in Turkish."""


def whole(text: str) -> int:
    """*text* as a whole number that a database takes. Raises Missing."""
    if text.isascii() and text.isdigit() and len(text) <= 15:
        return int(text)
    raise Missing("Bu adreste bir sayı bekleniyordu.")
