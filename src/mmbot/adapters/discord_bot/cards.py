"""A Reply as messages for Discord: plain text, which people can copy, quote and read in a notification; embeds they can switch off.

The answer stands as it is, what is said against it and notes are set in as quotations with their label in bold, the citation is small
print. The words are those of the Reply and of no platform.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import discord

from mmbot.adapters.discord_bot import components
from mmbot.adapters.discord_bot.markdown import clean, escape, split
from mmbot.desk.reply import Document, Reply, Rows
from mmbot.rendering import Block

MOST = 2000  # code points of a message; discord.py exports no constant for it
_BOLD = 4  # code points of two pairs of asterisks
_LABEL = re.compile(r"[^:(]{1,40}?(?= \(|:)")
_PREFIX = {"dispute": "> ", "note": "> ", "citation": "-# "}
_CONTINUED = "…"  # what a message says that only carries more buttons: Discord refuses an empty one
_FENCE = "```"


@dataclass(frozen=True, slots=True)
class Card:
    """One message: its text (at most 2000 code points), its buttons (at most 25), a file."""

    text: str
    rows: Rows = ()
    document: Document | None = None

    def for_sending(self) -> dict[str, Any]:
        """Arguments for ``send``; made anew for every try, for a file is read once."""
        arguments: dict[str, Any] = {"content": self.text}
        if self.rows:
            arguments["view"] = components.view(self.rows)
        if self.document:
            arguments["file"] = _file(self.document)
        return arguments

    def for_editing(self) -> dict[str, Any]:
        """Arguments for editing: what the message had before is gone."""
        return {
            "content": self.text,
            "view": components.view(self.rows) if self.rows else None,
            "attachments": [_file(self.document)] if self.document else [],
        }


def cards(reply: Reply) -> list[Card]:
    """The messages that say *reply*, in order; none where it says nothing. Buttons and file come with the last text."""
    texts = list(_packed(_pieces(reply.blocks)))
    groups = components.groups(reply.buttons)
    if not texts and (groups or reply.document):
        texts = [_CONTINUED]
    last = len(texts) - 1
    told = [
        Card(text, groups[0] if groups and number == last else (), reply.document if number == last else None)
        for number, text in enumerate(texts)
    ]
    return [*told, *(Card(_CONTINUED, group) for group in groups[1:])]


def _packed(pieces: Iterable[str]) -> Iterator[str]:
    """Pieces one below the other, as many as a message takes."""
    text = ""
    for piece in pieces:
        if text and len(text) + 1 + len(piece) > MOST:
            yield text
            text = ""
        text = f"{text}\n{piece}" if text else piece
    if text.strip():
        yield text


def _pieces(blocks: Iterable[Block]) -> Iterator[str]:
    shown, choices = list(blocks), 0
    small = any(block.role != "citation" for block in shown)  # a reply of sources alone is read, not glanced at
    for block in shown:
        text = clean(block.text)
        if block.role == "code":
            yield from _code(text)
            continue
        if block.role == "choice":
            choices += 1
            text = f"{choices}. {text}"
        for number, line in enumerate(text.split("\n")):
            yield from _line(line, block.role if small else "", first=number == 0)


def _line(line: str, role: str, *, first: bool) -> Iterator[str]:
    prefix = _PREFIX.get(role, "")
    for number, piece in enumerate(split(line, MOST - len(prefix) - _BOLD)):
        if role == "heading":
            yield f"**{piece}**"
        elif prefix == "> " and first and number == 0:
            yield prefix + _labelled(line.strip(), piece)
        else:
            yield prefix + piece


def _labelled(line: str, escaped: str) -> str:
    """The *escaped* line with the label that it begins with in bold."""
    found = _LABEL.match(line)
    label = escape(found[0]) if found else ""
    return f"**{label}**{escaped[len(label) :]}" if label and escaped.startswith(label) else escaped


def _code(text: str) -> Iterator[str]:
    """Text as it stands, in a fence of its own; a fence inside it is parted by a zero-width space."""
    room = MOST - 2 * len(_FENCE) - 2
    gathered = ""
    for line in text.replace(_FENCE, "`\u200b`\u200b`").split("\n"):
        for start in range(0, max(len(line), 1), room):
            piece = line[start : start + room]
            if gathered and len(gathered) + 1 + len(piece) > room:
                yield f"{_FENCE}\n{gathered}\n{_FENCE}"
                gathered = ""
            gathered = f"{gathered}\n{piece}" if gathered else piece
    yield f"{_FENCE}\n{gathered}\n{_FENCE}"


def _file(document: Document) -> discord.File:
    return discord.File(BytesIO(document.text.encode()), filename=document.name)
