"""The desk's forms as Discord's modals.

A modal has at most five fields and can only be the first response to a command or a button. So a longer form is asked in parts, with a
button between them; and a form that comes too late, or after a message or another form, waits behind a button that opens it. What was
given so far and what waits is kept here, in memory, for half an hour; a form of one part keeps nothing: its id stands in the modal's
id, so that it can be sent off even after a restart.
"""

import secrets
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import discord
from discord.ui import Label, Modal, Select, TextInput, View

from mmbot.adapters.discord_bot import sentences
from mmbot.desk.reply import Button, Field, Form, Rows
from mmbot.model import Clock, Language

FIELDS = 5  # of a modal
TITLE = LABEL = 45
HINT = OPTION = 100
OPTIONS = 25
LONGEST = 4000  # characters that a field can take
OPENS = "~"  # begins the press of a button that opens a form; no verb of the desk does
KEPT = timedelta(minutes=30)
MOST_KEPT = 500
_WHOLE, _PART = "mf:", "mp:"


@dataclass(frozen=True, slots=True)
class Opened:
    """A form that *person* (his number) has still to open or to finish: what he has given so far, and which part comes next."""

    form: Form
    person: str
    given: Mapping[str, str] = field(default_factory=dict)
    part: int = 0

    @property
    def parts(self) -> int:
        """How many modals it takes."""
        return max(1, -(-len(self.form.fields) // FIELDS))

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of the part that comes next."""
        return self.form.fields[self.part * FIELDS : (self.part + 1) * FIELDS]


class Forms:
    """The forms that wait to be opened or finished."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: OrderedDict[str, tuple[datetime, Opened]] = OrderedDict()

    def keep(self, opened: Opened) -> str:
        """Keep *opened*; returns the name under which it is found."""
        now, name = self._clock(), secrets.token_urlsafe(9)
        self._kept[name] = (now + KEPT, opened)
        while len(self._kept) > MOST_KEPT or next(iter(self._kept.values()))[0] <= now:
            self._kept.popitem(last=False)
        return name

    def find(self, name: str, person: str) -> Opened | None:
        """What was kept under *name*, if it is for *person*."""
        until, opened = self._kept.get(name, (None, None))
        return opened if until and opened and until > self._clock() and opened.person == person else None

    def opener(self, opened: Opened, language: Language) -> Rows:
        """A button that opens the part that comes next."""
        label = sentences.CONTINUE if opened.part else sentences.OPEN_FORM
        return ((Button(label.to(language), OPENS + self.keep(opened)),),)

    def modal(self, opened: Opened) -> Modal:
        """The part that comes next. discord.py keeps nothing of it: what is sent off is read by its id."""
        custom_id = _WHOLE + opened.form.id if opened.parts == 1 else _PART + self.keep(opened)
        modal = Modal(title=opened.form.title[:TITLE], custom_id=custom_id)
        for one in opened.fields:
            value = (opened.form.values or {}).get(one.name, one.value)
            modal.add_item(Label(text=one.label[:LABEL], description=one.hint[:HINT] or None, component=_control(one, value)))
        modal.stop()
        return modal


def sent_off(custom_id: str) -> tuple[str, str]:
    """The form's id where a whole form was sent off (and ""), or "" and the name under which its part is kept."""
    if custom_id.startswith(_PART):
        return "", custom_id.removeprefix(_PART)
    return custom_id.removeprefix(_WHOLE) if custom_id.startswith(_WHOLE) else "", ""


def values_of(components: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """What was filled in, by the names of the fields; *components* as Discord sends them."""
    return {control["custom_id"]: _value(control) for control in _controls(components)}


def _control(one: Field, value: str) -> TextInput[View] | Select[View]:
    if 0 < len(one.choices) <= OPTIONS:
        options = [
            discord.SelectOption(label=label[:OPTION], value=given[:OPTION], default=given == value) for given, label in one.choices
        ]
        return Select(custom_id=one.name, options=options, required=one.required)
    most = min(max(one.most, len(value), 1), LONGEST)
    return TextInput(
        custom_id=one.name,
        style=discord.TextStyle.paragraph if one.long else discord.TextStyle.short,
        required=one.required,
        max_length=most,
        default=value[:most] or None,
    )


def _controls(components: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for component in components:
        if "component" in component:
            yield from _controls([component["component"]])
        elif "components" in component:
            yield from _controls(component["components"])
        elif "custom_id" in component:
            yield component


def _value(control: Mapping[str, Any]) -> str:
    chosen = control.get("values") or [""]
    return str(control.get("value") or chosen[0])
