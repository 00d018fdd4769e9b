"""What the desk hands to an adapter: paragraphs, buttons, a file, a form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from mmbot.rendering import Block

BUTTON_BYTES = 64  # Telegram's limit of callback_data, the smaller of the two platforms


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what it says, and what comes back when it is pressed (ASCII, at most 64 bytes, valid for ever).

    With *url* it opens a page instead, and nothing comes back.
    """

    label: str
    press: str = ""
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file to send: its name and its text (UTF-8)."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a form asks for. *most* is the number of characters taken; *choices* are (value, label), where only these count.

    *label* has at most 45 characters (Discord's limit), *hint* 100. *value* stands in the field beforehand.
    """

    name: str
    label: str
    hint: str = ""
    required: bool = True
    long: bool = False
    most: int = 400
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """What a person is to fill in: a modal in Discord (at most five fields), one step after the other elsewhere.

    *id* says which form and what it is about (ASCII, at most 64 bytes) and comes back with the values. *begins* names the field to begin
    with where they are asked for one after the other.
    """

    id: str
    title: str
    fields: tuple[Field, ...]
    values: Mapping[str, str] | None = None
    begins: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a person gets back.

    *toast* is a short line over the button that was pressed (at most 190 characters); *replaces*: the message whose button was pressed
    is rewritten; *only_you*: nobody else needs to see it; *form*: to be filled in, in place of or after the paragraphs. *later* takes
    seconds, and gives what belongs below: it is called once this is shown, in a thread that answers nobody (see ``dispatch.rest``).
    """

    blocks: tuple[Block, ...] = ()
    buttons: Rows = ()
    document: Document | None = None
    form: Form | None = None
    toast: str = ""
    replaces: bool = False
    only_you: bool = False
    later: "Callable[[], Reply] | None" = None

    def said_to_one(self) -> "Reply":
        """The same, seen by nobody else where the platform can do that."""
        return replace(self, only_you=True)


def line(text: str, *, role: str = "answer", toast: str = "") -> Reply:
    """A reply of one paragraph."""
    return Reply((Block(role, text),), toast=toast)
