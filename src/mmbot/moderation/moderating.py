"""What the functions of moderation share: the records, the live knowledge, who may what, the articles where they are at hand."""

from dataclasses import dataclass, field
from typing import Protocol

from mmbot.knowledge.evidence import SourceTexts
from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.model import Entry
from mmbot.moderation.golden import Foreseen
from mmbot.moderation.records import ModerationRecords
from mmbot.moderation.roles import Policy


class Live(Protocol):
    """The knowledge as the files and the revisions make it; see ``mmbot.moderation.living``."""

    @property
    def library(self) -> Library:
        """What is answered from now."""

    @property
    def index(self) -> Index:
        """Its index."""

    def now(self) -> tuple[Library, Index]:
        """Both, of the same moment: for other threads than the one that exchanges them."""

    def catch_up(self) -> bool:
        """Learn what was revised since, here or in another process; whether there was anything."""

    def prepare(self) -> bool:
        """Build what :meth:`catch_up` will learn, in a thread that answers nobody; whether there is anything."""

    def entry(self, entry: str) -> Entry | None:
        """The newest state of an entry, also one without facts; None where there never was one."""

    def base(self, entry: str) -> Entry | None:
        """The entry as the files have it."""

    def number(self, entry: str) -> int:
        """The number of its newest revision; 0 where it is as in the files, or new."""

    def trial(self, entry: Entry) -> tuple[Library, Index]:
        """The knowledge as it would be with *entry*; the last ones are kept, for the card that is approved next."""


@dataclass
class Moderation:
    """*articles*: the texts of the sources, for looking evidence up; *golden*: questions that are always asked before something goes live."""

    records: ModerationRecords
    living: Live
    policy: Policy
    articles: SourceTexts | None = None
    golden: tuple[str, ...] = ()
    foreseen: Foreseen = field(default_factory=Foreseen)

    @property
    def library(self) -> Library:
        """What is answered from now."""
        return self.living.library
