"""What goes wrong while an update is handled: into the log without anybody's words, and one sentence to whoever waits."""

import logging
import traceback
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.error import BadRequest, Forbidden, TelegramError

from mmbot.adapters.telegram_bot.places import address_of, language_of
from mmbot.adapters.telegram_bot.shared import Shared
from mmbot.desk.records import NotKept
from mmbot.desk.reply import line
from mmbot.texts import BROKEN

log = logging.getLogger(__name__)


def keep_quiet() -> None:
    """Keep the libraries from writing addresses, which hold the token, and messages into the log."""
    for name in ("httpx", "httpcore"):
        _raise_level(name, logging.WARNING)
    _raise_level("telegram", logging.INFO)  # at DEBUG it writes every update
    _raise_level("telegram.request.BaseRequest", logging.CRITICAL)  # a traceback for every “502 Bad Gateway” that is no JSON


def _raise_level(name: str, level: int) -> None:
    logger = logging.getLogger(name)
    logger.setLevel(max(logger.level, level))


def error_handler(shared: Shared) -> Callable[[object, object], Coroutine[Any, Any, None]]:
    """What python-telegram-bot calls with an update and a context that holds the error."""

    async def handle(update: object, context: object) -> None:
        error = getattr(context, "error", None)
        if isinstance(error, TelegramError) and not isinstance(error, BadRequest):
            what = "may not write there" if isinstance(error, Forbidden) else "an answer could not be sent"
            log.warning("%s (%s)", what, type(error).__name__)
            return
        if isinstance(error, NotKept):
            shared.desk.outage.notice(error)
            return
        log.error("An update could not be handled: %s", _where(error))
        if isinstance(update, Update):
            await _apologise(shared, update)

    return handle


def _where(error: BaseException | None) -> str:
    """The kind of *error* and the lines that it went through. Its own text may quote a message, so it is left out."""
    if error is None:
        return "unknown"
    return f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}"


async def _apologise(shared: Shared, update: Update) -> None:
    message = update.effective_message
    if message is None:
        return
    try:
        await shared.outgoing.say(address_of(message), line(BROKEN.to(language_of(update.effective_user))))
    except TelegramError as error:
        log.warning("nor could that be said (%s)", type(error).__name__)
