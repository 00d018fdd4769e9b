"""Methods about the bot itself: who it is, its menus of commands, its descriptions, how it gets its updates."""

import re
from typing import Any
from urllib.parse import urlsplit

from .methods import method
from .params import Params
from .refusals import bad
from .updates import Webhook
from .world import World

Json = dict[str, Any]

_NAME = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_SCOPES = frozenset({
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators", "chat_member",
})  # fmt: skip
_PORTS = frozenset({80, 88, 443, 8443})
_ABOUT = {"Description": 512, "ShortDescription": 120, "Name": 64}
_KEYS = {"Description": "description", "ShortDescription": "short_description", "Name": "name"}


@method("getMe")
def get_me(world: World, _params: Params) -> Json:
    """The bot."""
    return world.bot.as_json() | {
        "can_join_groups": world.can_join_groups,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": world.supports_inline_queries,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("setMyCommands")
def set_my_commands(world: World, params: Params) -> bool:
    """The menu of one scope and language."""
    commands = params.rows("commands", "BotCommand array")
    if commands is None:
        raise bad("can't parse commands: expected an Array")
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check_command(command)
    world.commands[_scope(world, params)] = commands
    return True


@method("getMyCommands")
def get_my_commands(world: World, params: Params) -> list[Json]:
    """The menu of exactly this scope and language."""
    return world.commands.get(_scope(world, params), [])


@method("deleteMyCommands")
def delete_my_commands(world: World, params: Params) -> bool:
    """No menu in this scope and language."""
    world.commands.pop(_scope(world, params), None)
    return True


def _check_command(command: object) -> None:
    if not isinstance(command, dict):
        raise bad("can't parse BotCommand: expected an Object")
    if not _NAME.fullmatch(str(command.get("command", ""))):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(str(command.get("description", "")).strip()) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")


def _scope(world: World, params: Params) -> tuple[str, str]:
    scope = params.table("scope", "BotCommandScope") or {"type": "default"}
    if scope.get("type") not in _SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    key = scope["type"]
    if key in {"chat", "chat_administrators", "chat_member"}:
        key += f":{world.chat_of(str(scope.get('chat_id', ''))).id}"
    if scope["type"] == "chat_member":
        key += f":{scope.get('user_id')}"
    return key, _language(params)


def _language(params: Params) -> str:
    language = params.text("language_code")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad("invalid language code specified")
    return language


def _set_about(what: str, world: World, params: Params) -> bool:
    text = params.text(_KEYS[what])
    if len(text) > _ABOUT[what]:
        raise bad(f"bot {_KEYS[what].replace('_', ' ')} is too long")
    world.about[what, _language(params)] = text
    return True


def _get_about(what: str, world: World, params: Params) -> Json:
    default = world.bot.first_name if what == "Name" else ""
    return {_KEYS[what]: world.about.get((what, _language(params)), world.about.get((what, ""), default))}


def _register_about(what: str) -> None:
    method(f"setMy{what}")(lambda world, params: _set_about(what, world, params))
    method(f"getMy{what}")(lambda world, params: _get_about(what, world, params))


for _what in _ABOUT:
    _register_about(_what)


@method("getUpdates")
async def get_updates(world: World, params: Params) -> list[Json]:
    """A long poll."""
    world.updates.allow(params.rows("allowed_updates", "allowed_updates"))
    limit = params.number("limit", 100)
    if not 1 <= limit <= 100:
        limit = 100
    return await world.updates.poll(offset=params.number("offset"), limit=limit, timeout=min(max(params.number("timeout"), 0), 50))


@method("setWebhook")
def set_webhook(world: World, params: Params) -> bool:
    """Updates go to `url` from now on; an empty one means no webhook. Plain http is taken for loopback only."""
    url, secret = params.text("url"), params.text("secret_token")
    if not url:
        return delete_webhook(world, params) is True
    _check_address(url)
    if secret and not _SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters" if len(secret) <= 256 else "secret token is too long")
    world.updates.allow(params.rows("allowed_updates", "allowed_updates"))
    if params.flag("drop_pending_updates"):
        world.updates.forget()
    world.updates.end_poll("setWebhook request")
    world.updates.webhook = Webhook(url, secret, min(max(params.number("max_connections", 40), 1), 100))
    world.bell.ring()
    return True


@method("deleteWebhook")
def delete_webhook(world: World, params: Params) -> bool:
    """Back to long polling."""
    world.updates.webhook = Webhook()
    if params.flag("drop_pending_updates"):
        world.updates.forget()
    return True


@method("getWebhookInfo")
def get_webhook_info(world: World, _params: Params) -> Json:
    """The webhook and how it does."""
    hook = world.updates.webhook
    info: Json = {"url": hook.url, "has_custom_certificate": False, "pending_update_count": len(world.updates.pending)}
    if hook.url:
        info |= {"max_connections": hook.max_connections, "allowed_updates": sorted(world.updates.allowed)}
    return info | ({"last_error_date": hook.error_date, "last_error_message": hook.error} if hook.error else {})


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    if parts.hostname in {"127.0.0.1", "localhost", "::1"}:
        return
    if parts.scheme != "https":
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in _PORTS:
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
