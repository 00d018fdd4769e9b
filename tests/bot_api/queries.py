"""Methods that answer button presses and inline queries."""

import re
from typing import Any
from urllib.parse import urlsplit

from .keyboards import check_markup
from .methods import method
from .params import Params
from .records import CallbackAnswer, InlineAnswer
from .refusals import bad
from .rich_text import units
from .texts import compose
from .world import World

Json = dict[str, Any]

NOTICE_LIMIT = 200
RESULT_LIMIT = 50
RESULT_ID_LIMIT = 64  # bytes
NEXT_OFFSET_LIMIT = 64  # bytes
DEFAULT_CACHE = 300  # seconds

_TYPES = frozenset({
    "article", "photo", "gif", "mpeg4_gif", "video", "audio", "voice", "document", "location", "venue", "contact", "game", "sticker",
})  # fmt: skip
_START = re.compile(r"[A-Za-z0-9_-]{1,64}")


@method("answerCallbackQuery")
def answer_callback_query(world: World, params: Params) -> bool:
    """Once for each press, within `query_age` seconds."""
    text = params.text("text")
    if units(text) > NOTICE_LIMIT:
        raise bad("MESSAGE_TOO_LONG")
    url = params.text("url")
    if url and urlsplit(url).netloc not in {"t.me", "telegram.me"}:
        raise bad("URL_INVALID")
    answer = CallbackAnswer(text, params.flag("show_alert"), url, params.number("cache_time"))
    world.answer_query(params.text("callback_query_id"), answer)
    return True


@method("answerInlineQuery")
def answer_inline_query(world: World, params: Params) -> bool:
    """At most fifty results with different ids."""
    results = params.rows("results", "inline query results") or []
    if len(results) > RESULT_LIMIT:
        raise bad("RESULTS_TOO_MUCH")
    for result in results:
        _check_result(result)
    if len({result["id"] for result in results}) < len(results):
        raise bad("RESULT_ID_DUPLICATE")
    next_offset = params.text("next_offset")
    if len(next_offset.encode()) > NEXT_OFFSET_LIMIT:
        raise bad("NEXT_OFFSET_INVALID")
    cache = params.number("cache_time", DEFAULT_CACHE)
    answer = InlineAnswer(results, cache, params.flag("is_personal"), next_offset, _button(params))
    world.answer_query(params.text("inline_query_id"), answer)
    return True


def _check_result(result: object) -> None:
    if not isinstance(result, dict):
        raise bad("can't parse inline query result: expected an Object")
    if result.get("type") not in _TYPES:
        raise bad("can't parse inline query result: unsupported type of the result")
    if not isinstance(result.get("id"), str) or not 1 <= len(result["id"].encode()) <= RESULT_ID_LIMIT:
        raise bad("RESULT_ID_INVALID")
    if result["type"] == "article":
        _check_article(result)
    check_markup(result.get("reply_markup"), only_inline=True)


def _check_article(result: Json) -> None:
    if not result.get("title"):
        raise bad("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content")
    if not isinstance(content, dict):
        raise bad("can't parse inline query result: Can't find field \"input_message_content\"")
    if "message_text" not in content and not {"latitude", "phone_number", "prices"} & content.keys():
        raise bad("can't parse inline query result: input_message_content has no message_text")
    if "message_text" in content:
        content_text(content)


def content_text(content: Json) -> tuple[str, list[Json]]:
    """The text of an `InputTextMessageContent` and its entities, checked like a message's."""
    return compose(content["message_text"], parse_mode=content.get("parse_mode", ""), entities=content.get("entities"))


def _button(params: Params) -> Json | None:
    button = params.table("button", "inline query results button")
    if button is None:
        return None
    if not button.get("text"):
        raise bad("SWITCH_PM_TEXT_EMPTY")
    if ("start_parameter" in button) == ("web_app" in button):
        raise bad("exactly one of start_parameter and web_app must be specified in the button")
    if "start_parameter" in button and not _START.fullmatch(str(button["start_parameter"])):
        raise bad("START_PARAM_INVALID")
    return button
