"""Checks of `reply_markup`: inline keyboards button by button, the other kinds by their shape."""

import re
from typing import Any

from .params import Params
from .refusals import bad
from .texts import cleaned

ROW_LIMIT = 8
BUTTON_LIMIT = 100
DATA_LIMIT = 64  # bytes

_ACTIONS = (
    "callback_data", "url", "switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat",
    "web_app", "login_url", "callback_game", "pay", "copy_text",
)  # fmt: skip
_ADDRESS = re.compile(r"(?:https?|tg|ton)://\S+|(?:[\w-]+\.)+[\w-]{2,}(?:[/?#:]\S*)?", re.IGNORECASE)


def read_markup(params: Params, *, only_inline: bool = False) -> dict[str, Any] | None:
    """The keyboard of a request, None where there is none (an inline keyboard without buttons is none).

    Raises:
        Refused: 400, with Telegram's text for what is wrong.
    """
    return check_markup(params.table("reply_markup", "reply keyboard markup"), only_inline=only_inline)


def check_markup(markup: dict[str, Any] | None, *, only_inline: bool = False) -> dict[str, Any] | None:
    """*markup* itself if Telegram would take it, None for a keyboard without buttons."""
    if not markup:
        return None
    if "inline_keyboard" in markup:
        return _checked_inline(markup["inline_keyboard"])
    if only_inline:
        raise bad("inline keyboard expected")
    if not {"keyboard", "remove_keyboard", "force_reply"} & markup.keys():
        raise bad("can't parse reply keyboard markup: unknown kind of markup")
    return markup


def _checked_inline(rows: object) -> dict[str, Any] | None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad("can't parse inline keyboard: expected an Array of Arrays")
    for button in (button for row in rows for button in row):
        _check_button(button)
    if any(len(row) > ROW_LIMIT for row in rows) or sum(len(row) for row in rows) > BUTTON_LIMIT:
        raise bad("REPLY_MARKUP_TOO_LONG")
    filled = [row for row in rows if row]
    return {"inline_keyboard": filled} if filled else None


def _check_button(button: object) -> None:
    if not isinstance(button, dict):
        raise bad("can't parse inline keyboard button: expected an Object")
    if not isinstance(button.get("text"), str):
        raise bad("can't parse inline keyboard button: Can't find field \"text\"")
    if not cleaned(button["text"]).strip():
        raise bad("inline keyboard button text must be non-empty")
    actions = [name for name in _ACTIONS if name in button]
    if not actions:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad("BUTTON_TYPE_INVALID")
    _check_action(actions[0], button[actions[0]])


def _check_action(action: str, value: object) -> None:
    if action == "callback_data" and not (isinstance(value, str) and 1 <= len(value.encode()) <= DATA_LIMIT):
        raise bad("BUTTON_DATA_INVALID")
    if action == "url" and not (isinstance(value, str) and _ADDRESS.fullmatch(value)):
        raise bad("BUTTON_URL_INVALID")
    if action == "copy_text" and not (isinstance(value, dict) and 1 <= len(str(value.get("text", ""))) <= 256):
        raise bad("BUTTON_COPY_TEXT_INVALID")
    if action in {"switch_inline_query", "switch_inline_query_current_chat"} and not isinstance(value, str):
        raise bad("can't parse inline keyboard button: expected a String")
