"""What the desk needs written down, as ports: a store implements them (see ``mmbot.store``).

Every method is synchronous, safe to call from any thread, and has happened for good when it returns. Times are aware datetimes;
they are stored as UTC. No text of a message is ever kept, but for unanswered questions: folded, without the person, for 90 days.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, Protocol

from mmbot.model import Language, Person, Platform

MISS_KEPT = timedelta(days=90)


class NotKept(Exception):
    """What was to be written is not written, or what is kept cannot be looked into: the message says why, to the operator.

    Every method of every part may raise it, those of moderation's records too.
    """


@dataclass(frozen=True, slots=True)
class Subscription:
    """A daily post: where, at which local time, in which language, ordered by whom."""

    place: str
    at: time
    zone: str = "Europe/Istanbul"
    language: Language = "tr"
    by: Person | None = None


class Subscriptions(Protocol):
    """Who gets the day's events, one subscription a place."""

    def put(self, subscription: Subscription) -> None:
        """Order it, in place of the one that this place had."""

    def get(self, place: str) -> Subscription | None:
        """The subscription of *place*."""

    def all(self) -> list[Subscription]:
        """Every subscription, by place."""

    def end(self, place: str) -> bool:
        """End the subscription of *place*; False where there was none."""

    def move(self, old: str, new: str) -> None:
        """Carry everything that is noted about the place *old* over to *new* (a group that became a supergroup)."""


class Posts(Protocol):
    """Which daily posts were sent."""

    def claim(self, place: str, day: date, now: datetime) -> bool:
        """Write down that the post of *day* is about to be sent; False where somebody, here or elsewhere, has done so."""

    def release(self, place: str, day: date) -> None:
        """Take a claim back: nothing was sent, and it may be tried again."""

    def sent(self, place: str, day: date, facts: Sequence[str]) -> None:
        """Note that the post went out, and which facts it told."""

    def claimed(self, place: str, day: date) -> bool:
        """Whether the post of *day* was claimed (and perhaps sent)."""

    def told_since(self, place: str, day: date) -> frozenset[str]:
        """Names of the facts posted there on *day* or later."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A question that could not be answered: folded, how often, when last, and what of it was understood."""

    id: int
    folded: str
    entry: str
    count: int
    last: datetime
    forwarded: int = 0


class Waiting(NamedTuple):
    """Somebody who waits for an answer: to be told in *place*, in *language*."""

    person: Person
    place: str
    language: Language = "tr"


class Misses(Protocol):
    """Unanswered questions, each folded text once."""

    def note(self, folded: str, entry: str, now: datetime, *, apart: bool = False) -> int:
        """Count the unanswered question *folded* (about *entry*, or "") once more; returns its id.

        One that was only ever noted *apart* is not open until somebody passes it on, or waits for an answer to it.
        """

    def get(self, miss: int) -> Miss | None:
        """One of them; None where it was purged or never was."""

    def forward(self, miss: int) -> bool:
        """Somebody asks the moderators to look at it; False where it is gone."""

    def wait(self, miss: int, person: Person, place: str, language: Language = "tr") -> bool:
        """*person*, who reads *language*, wants to be told in *place* when it is answered; False where it is gone or nobody will answer it. Twice is once."""

    def open(self) -> list[Miss]:
        """All that are neither settled nor ignored nor apart, the most frequent first."""

    def settle(self, misses: Sequence[int], *, fact: str = "") -> list[Waiting]:
        """They are answered by *fact*, or ignored for good where it is empty; returns who is to be told and where, each once."""


class Counts(Protocol):
    """Numbers without people."""

    def add(self, answers: Mapping[tuple[date, str, str], int]) -> None:
        """Count answers, all or none: so many of each day, outcome (answered, ambiguous or unknown) and entry (its id, or "")."""

    def outcomes(self, since: date) -> list[tuple[date, str, str, int]]:
        """(day, outcome, entry, count) since *since*."""

    def feedback(self, fact: str, kind: str) -> None:
        """Count a complaint about *fact*: date, missing, source or unrelated."""

    def complaints(self) -> list[tuple[str, str, int]]:
        """(fact, kind, count), the most frequent first."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that somebody fills in step by step: which, what he has given so far, which field is asked now."""

    form: str
    values: Mapping[str, str] = field(default_factory=dict)
    step: int = 0
    until: datetime | None = None


class Drafts(Protocol):
    """Half-filled forms, one a person; they survive a restart."""

    def get(self, person: Person) -> Draft | None:
        """The draft of *person*."""

    def put(self, person: Person, draft: Draft) -> None:
        """Keep *draft* in place of the one he had."""

    def drop(self, person: Person) -> bool:
        """Throw it away; False where there was none."""


def private_place(person: Person) -> str:
    """Where only *person* reads what is sent, as a Sender takes it.

    >>> private_place(Person("telegram", "7")), private_place(Person("discord", "42"))
    ('telegram:7', 'discord:@42')
    """
    return f"{person.platform}:{'@' if person.platform == 'discord' else ''}{person.id}"


@dataclass(frozen=True, slots=True)
class Parcel:
    """Something to be delivered to a person or place by whoever runs that platform: blocks and buttons as JSON."""

    id: int
    platform: Platform
    place: str
    body: str


class Outbox(Protocol):
    """What is to be said to people who have not asked just now; delivered once, by any process that runs the platform."""

    def put(self, platform: Platform, place: str, body: str, now: datetime) -> None:
        """Leave *body* for *place*."""

    def take(self, platform: Platform, now: datetime) -> Parcel | None:
        """The next parcel of *platform*, handed out to nobody else any more; None where there is none."""

    def give_back(self, parcel: Parcel) -> None:
        """It could not be delivered now: hand it out again later."""


class People(Protocol):
    """What is kept about persons, for “/verilerim” and “/unut”."""

    def data_of(self, person: Person) -> Mapping[str, Sequence[str]]:
        """Everything kept about *person*, by kind: subscriptions, waiting, drafts, proposals, link, …; empty where there is nothing."""

    def forget(self, person: Person) -> int:
        """Delete it; what must stay (history of the knowledge) loses the person. Returns how many things that were."""


class Notebook(Protocol):
    """Small things that must outlive a restart: handled updates, hashes of menus."""

    def first_times(self, platform: Platform, updates: Sequence[str], now: datetime) -> list[bool]:
        """Whether each of *updates* was not handled before; it counts as handled from now on, in every process.

        All of them cost no more than one; where it raises, none of them counts as handled.
        """

    def read(self, key: str) -> str:
        """What was last written under *key*, or the empty text."""

    def write(self, key: str, value: str) -> None:
        """Keep *value* under *key*."""


class Records(Protocol):
    """All of it, and the clean-up."""

    subscriptions: Subscriptions
    posts: Posts
    misses: Misses
    counts: Counts
    drafts: Drafts
    outbox: Outbox
    people: People
    notebook: Notebook

    def purge(self, now: datetime) -> None:
        """Delete what is older than it may become: misses after 90 days, handled updates after 3, drafts past their time, old claims."""

    def close(self) -> None:
        """Finish."""
