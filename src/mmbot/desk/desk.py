"""The desk: what its services share, and what a service is: a function of a Desk and a Visitor that gives a Reply."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from mmbot.answering.conversation import Answering
from mmbot.desk.limits import Limits, Repeats
from mmbot.desk.names import Names
from mmbot.desk.outage import Outage
from mmbot.desk.records import Records
from mmbot.desk.reply import Form, Reply, Rows
from mmbot.desk.standing import Standings
from mmbot.desk.tally import Tally
from mmbot.model import Clock, Visitor
from mmbot.moderation.moderating import Moderation
from mmbot.rendering import Block

Service = Callable[["Desk", str, Visitor], Reply]  # gets what was typed behind the command, or what the pressed button carries


@dataclass(frozen=True, slots=True)
class Noticed:
    """What is to be shown before the next field of a form is asked for: *marks* stand for it, *buttons* lead elsewhere."""

    marks: frozenset[str]
    blocks: tuple[Block, ...]
    buttons: Rows = ()


def _nothing(_desk: "Desk", _form_id: str, _field: str, _values: Mapping[str, str], _visitor: Visitor) -> Noticed | None:
    return None


class FormService(NamedTuple):
    """What stands behind a kind of form.

    *build* makes the form of an id again, None where what it was about is gone; *submit* takes its values. Both check what the visitor may do.
    *look* tells what the values so far, the last of them in the field that is named, should be held against; None where there is nothing.
    """

    build: Callable[["Desk", str, Visitor], Form | None]
    submit: Callable[["Desk", str, Mapping[str, str], Visitor], Reply]
    look: Callable[["Desk", str, str, Mapping[str, str], Visitor], Noticed | None] = _nothing


@dataclass(frozen=True, slots=True)
class Services:
    """What a desk can do: *commands* by their ids, *presses* by the verbs of the buttons, *forms* by their names."""

    commands: Mapping[str, Service]
    presses: Mapping[str, Service]
    forms: Mapping[str, FormService]

    def form(self, form_id: str) -> FormService | None:
        """What stands behind the form *form_id*, which begins with the form's name: ``name`` or ``name:about``."""
        return self.forms.get(form_id.partition(":")[0])


@dataclass
class Desk:
    """Everything that a service needs. *answering* learns new knowledge while the desk is open.

    *clock* gives aware datetimes; *zone* is the operator's time zone, in which “today” is meant.
    *limits* are for what is written, *press_limits* for buttons, *repeats* for those pressed twice. Without *moderation* nothing is
    proposed or reviewed here; its records and the desk's are the same object. *page_url*: where moderators reach their page.
    *outage* knows whether the records fail; *standings* asks what people are on the platforms that are served;
    *names* knows what those are called who propose and moderate; *tally* counts what is answered.
    """

    answering: Answering
    records: Records
    clock: Clock
    zone: ZoneInfo
    services: Services
    limits: Limits = field(default_factory=Limits)
    press_limits: Limits = field(default_factory=lambda: Limits((20, 0.5), (100, 0.1)))
    repeats: Repeats = field(default_factory=Repeats)
    moderation: Moderation | None = None
    page_url: str = ""
    outage: Outage = field(default_factory=Outage)
    standings: Standings = field(default_factory=Standings)
    names: Names = field(default_factory=Names)
    tally: Tally = field(default_factory=Tally)

    def now(self) -> datetime:
        """The time, in the operator's zone."""
        return self.clock().astimezone(self.zone)
