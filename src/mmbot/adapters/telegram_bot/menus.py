"""The menus of commands that Telegram shows, set anew only when they have changed. A menu hides commands; it protects none."""

import hashlib
import json
import logging
from collections.abc import Iterator

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import TelegramError

from mmbot.adapters.telegram_bot.shared import Shared
from mmbot.desk.commands import COMMANDS
from mmbot.model import Language

log = logging.getLogger(__name__)

_LANGUAGES: tuple[tuple[str, Language], ...] = (("", "tr"), ("tr", "tr"), ("en", "en"))  # "": of whoever speaks another one


async def set_menus(bot: Bot, shared: Shared) -> None:
    """Tell Telegram the commands. A failure is logged: people can type them all the same."""
    menus = list(_menus())
    key, wanted = f"telegram menus {bot.id}", _hash(menus)
    notebook = shared.desk.records.notebook
    if await shared.call(notebook.read, key) == wanted:
        return
    try:
        for scope, language, commands in menus:
            await bot.set_my_commands(commands, scope=scope, language_code=language or None)
    except TelegramError as error:
        log.warning("The menus of commands could not be set (%s); it is tried again at the next start", type(error).__name__)
        return
    await shared.call(notebook.write, key, wanted)
    log.info("The menus of commands were set")


def _menus() -> Iterator[tuple[BotCommandScope, str, list[BotCommand]]]:
    for scope, moderators in (
        (BotCommandScopeAllPrivateChats(), False),
        (BotCommandScopeAllGroupChats(), False),
        (BotCommandScopeAllChatAdministrators(), True),
    ):
        for code, language in _LANGUAGES:
            shown = [command for command in COMMANDS if moderators or not command.moderators]
            yield scope, code, [BotCommand(command.id, command.description.to(language)) for command in shown]


def _hash(menus: list[tuple[BotCommandScope, str, list[BotCommand]]]) -> str:
    written = [[scope.type, language, [[one.command, one.description] for one in commands]] for scope, language, commands in menus]
    return hashlib.sha256(json.dumps(written).encode()).hexdigest()
