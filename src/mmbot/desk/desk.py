"""The desk: what its services share. They are functions of a Desk and a Visitor that give a Reply."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from mmbot.answering.conversation import Answering
from mmbot.desk.limits import Limits, Repeats
from mmbot.desk.records import Records
from mmbot.desk.reply import Reply
from mmbot.model import Clock, Visitor
from mmbot.moderation.moderating import Moderation


@dataclass
class Desk:
    """Everything that a service needs. *answering* learns new knowledge while the desk is open.

    *clock* gives aware datetimes; *zone* is the operator's time zone, in which “today” is meant.
    *limits* are for what is written, *press_limits* for buttons, *repeats* for those pressed twice. Without *moderation* nothing is
    proposed or reviewed here; its records and the desk's are the same object. *page_url*: where moderators reach their page.
    """

    answering: Answering
    records: Records
    clock: Clock
    zone: ZoneInfo
    limits: Limits = field(default_factory=Limits)
    press_limits: Limits = field(default_factory=lambda: Limits((20, 0.5), (100, 0.1)))
    repeats: Repeats = field(default_factory=Repeats)
    moderation: Moderation | None = None
    page_url: str = ""

    def now(self) -> datetime:
        """The time, in the operator's zone."""
        return self.clock().astimezone(self.zone)


Service = Callable[[Desk, str, Visitor], Reply]  # what was typed behind the command, or what the pressed button carries
