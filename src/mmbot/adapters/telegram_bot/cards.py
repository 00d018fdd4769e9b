"""A Reply as Telegram shows it: messages in its HTML, the keyboard, the file."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from typing import Any

from mmbot.adapters.telegram_bot.splitting import LIMIT, cut, sendable, units
from mmbot.desk.reply import BUTTON_BYTES, Button, Rows
from mmbot.rendering import Block

ROW = 8  # buttons; Telegram refuses more
_TAGS = {"heading": "b", "citation": "i", "code": "pre"}
_CLOSE = {"choice"}  # roles whose paragraphs stand without a blank line between them
_Part = tuple[Block, ...]


def messages(blocks: Iterable[Block]) -> list[str]:
    """The paragraphs as the HTML of one message or several, none longer than Telegram takes; no message where nothing is said."""
    return [_html(part) for part in parts(blocks)]


def parts(blocks: Iterable[Block], limit: int = LIMIT) -> list[_Part]:
    """The paragraphs dealt out to messages of at most *limit* UTF-16 units; a paragraph is cut only where no message could hold it."""
    found: list[list[Block]] = []
    left = 0
    for block in _pieces(_numbered(blocks), limit):
        before = _gap(found[-1][-1], block) if found else ""
        needed = len(before) + units(block.text)
        if found and needed <= left:
            found[-1].append(block)
            left -= needed
        else:
            found.append([block])
            left = limit - units(block.text)
    return [tuple(part) for part in found]


def keyboard(rows: Rows) -> dict[str, Any]:
    """The buttons as Telegram reads them: to make the library's objects and these of them takes as long as all else that is done to send.

    Rows that are too long are broken. What Telegram would refuse, and the message with it, is left out; empty where nothing is left.
    """
    shown = [[_button(button) for button in row if _is_possible(button)] for row in rows]
    broken = [row[start : start + ROW] for row in shown for start in range(0, len(row), ROW)]
    return {"inline_keyboard": broken} if broken else {}


def told(blocks: Iterable[Block]) -> str:
    """The paragraphs without any markup."""
    return "\n".join(block.text for block in blocks).strip()


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    number = 0
    for block in blocks:
        if block.role == "choice":
            number += 1
            yield Block(block.role, f"{number}. {block.text}")
        else:
            yield block


def _pieces(blocks: Iterable[Block], limit: int) -> Iterator[Block]:
    for block in blocks:
        yield from (Block(block.role, piece) for piece in cut(sendable(block.text), limit))


def _gap(one: Block, other: Block) -> str:
    listed = one.text.startswith("•") and other.text.startswith("•")
    return "\n" if listed or (one.role == other.role and other.role in _CLOSE) else "\n\n"


def _html(part: _Part) -> str:
    text = _set(part[0])
    for one, other in pairwise(part):
        text += _gap(one, other) + _set(other)
    return text


def _set(block: Block) -> str:
    text, tag = escape(block.text, quote=False), _TAGS.get(block.role)
    return f"<{tag}>{text}</{tag}>" if tag else text


def _is_possible(button: Button) -> bool:
    return bool(button.label.strip()) and bool(button.url or 0 < len(button.press.encode()) <= BUTTON_BYTES)


def _button(button: Button) -> dict[str, str]:
    does = {"url": button.url} if button.url else {"callback_data": button.press}
    return {"text": sendable(button.label), **does}
