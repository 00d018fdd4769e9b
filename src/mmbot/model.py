"""The nouns of mmbot: what is known, what is asked, what is answered.

Plain immutable values without behaviour of their own library, so that every other module can use them.
What is kept between two runs has no slots: with them, Python loads a frozen dataclass field by field, three times as slowly.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from mmbot.dates import HistoricDate

Clock = Callable[[], datetime]
Rank = Literal["preferred", "normal", "deprecated"]
Platform = Literal["telegram", "discord", "terminal"]
Courtesy = Literal["greeting", "thanks", "good-bye", "about-me"]  # said without asking anything about history
Language = Literal["tr", "en"]  # of what is said to a person; everybody who is not English gets Turkish

KINDS = ("treaty", "person", "event", "organisation", "concept", "place", "conference", "document")
ANSWER_TYPES = ("what", "when", "where", "who", "why", "how", "how-many", "list")  # and clause-N
DEFINITION = "tanim"  # the fact of every entry that says what it is


@dataclass(frozen=True)
class Citation:
    """Where a statement stands: source id, page label, footnote number, and fragments that stand on that page.

    *verified* is true when a program found every fragment on the page.
    """

    source: str
    page: str
    evidence: tuple[str, ...]
    note: str = ""
    verified: bool = False


@dataclass(frozen=True)
class EditorNote:
    """What the editors add from outside the sources; *reference* says on what it rests."""

    says: str
    reference: str
    date: HistoricDate | None = None


@dataclass(frozen=True)
class Number:
    """A counted value with its unit in Turkish, such as 71 gün."""

    value: float
    unit: str


@dataclass(frozen=True)
class Fact:
    """One statement about an entry, with at least one citation. ``entry`` and the ids in ``people`` etc. are entry ids."""

    id: str
    entry: str
    answers: tuple[str, ...]
    says: str
    citations: tuple[Citation, ...]
    says_en: str = ""
    date: HistoricDate | None = None
    number: Number | None = None
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    significance: int = 2
    rank: Rank = "normal"
    disputes: str | None = None  # the full name of the sibling that is preferred
    reason: str = ""
    editor_note: EditorNote | None = None

    @property
    def name(self) -> str:
        """The name under which the whole knowledge knows it: ``entry-id/fact-id``."""
        return f"{self.entry}/{self.id}"

    @property
    def is_day_event(self) -> bool:
        """Whether it tells of one certain day and may be posted on it: disputed readings are told with the one preferred."""
        return self.date is not None and self.date.is_day and self.rank != "deprecated" and self.disputes is None

    @property
    def links(self) -> tuple[str, ...]:
        """Ids of the other entries it is about."""
        return self.people + self.places + self.about


@dataclass(frozen=True)
class Entry:
    """A thing one can ask about."""

    id: str
    kind: str
    title: str
    aliases: tuple[str, ...]
    facts: tuple[Fact, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Title and aliases."""
        return (self.title, *self.aliases)


@dataclass(frozen=True)
class Source:
    """An article: its id, the short form for a citation line, and the full reference (APA)."""

    id: str
    short: str
    reference: str
    csl: Mapping[str, object] = field(default_factory=dict, hash=False, compare=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who talks with the bot, as his platform knows him."""

    platform: Platform
    id: str


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who talks with the bot somewhere, and what the platform says of him there.

    *place* is the chat, channel or topic, such as ``telegram:-100123:7``. *private* is a conversation with the bot alone.
    *roles* are what the platform grants him in this place: ids of Discord roles, ``admin`` for an administrator of a Telegram group.
    *elsewhere*: such roles of his other accounts, each with the account; only where they were asked for.
    *anonymous* marks an administrator who writes in the name of his group, so that nobody can tell who it is.
    *name* is what his platform calls him, which proves nothing and is never written down.
    """

    person: Person
    place: str
    language: Language = "tr"
    private: bool = False
    roles: frozenset[str] = frozenset()
    anonymous: bool = False
    elsewhere: "frozenset[tuple[Person, str]]" = frozenset()
    name: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks, where. *place* names the chat, so that a follow-up finds its context."""

    text: str
    asker: Person = Person("terminal", "local")
    place: str = "local"


@dataclass(frozen=True, slots=True)
class Sibling:
    """A fact that says otherwise than the one answered with."""

    fact: Fact
    deprecated: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """The facts that answer, the first one leading; what says otherwise; a correction of what the question took for granted.

    *result* is what was worked out from the facts (so many days from … to …): it is said first, and the facts show the sum.
    """

    facts: tuple[Fact, ...]
    disputed: tuple[Sibling, ...] = ()
    remark: str = ""
    result: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """A question that the knowledge answers, with the name of the fact that does."""

    text: str
    fact: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several entries or facts could be meant; each choice leads to one answer."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Not in the sources. *nearest* are known questions; *words* what of the question is unknown, as it was typed.

    *about* is the title of the entry that was understood though it has no such fact. *unsure*: the nearest may well be what was meant.
    After a courtesy, and where nothing is near ("far", "no-subject", perhaps "no-entry"), the nearest are examples of what can be asked.
    """

    nearest: tuple[Choice, ...] = ()
    words: tuple[str, ...] = ()
    reason: Literal["words", "empty", "too-long", "no-fact", "no-clause", "unsure", "far", "no-subject", "no-entry"] | Courtesy = (
        "no-fact"
    )
    about: str = ""


@dataclass(frozen=True, slots=True)
class TooSoon:
    """Asked too often; *seconds* until the next question is taken."""

    seconds: int


Answer = Answered | Ambiguous | Unknown | TooSoon


@dataclass(frozen=True, slots=True)
class Day:
    """What happened on a day of the year. *asked* is month and day; *facts* may be of the *nearest* days instead."""

    asked: tuple[int, int]
    facts: tuple[Fact, ...]
    nearest: bool = False
    on: date | None = None
