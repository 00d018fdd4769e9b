"""Settings: one frozen object, read once from the environment and one TOML file."""

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mmbot.store.address import password_of
from mmbot.turkish import lower

_SECRET = ("token", "password", "secret")
_PERSON = re.compile(r"(?:telegram|discord):[1-9]\d{0,19}")
_GROUP = re.compile(r"-[1-9]\d{0,19}")
_ROLE = re.compile(r"[1-9]\d{0,19}")
_LISTEN = re.compile(r"(?P<host>[^\s:/]+|\[[0-9a-f:]+\]):(?P<port>\d{1,5})")
_TELEGRAM_TOKEN = re.compile(r"\d+:[\w-]+")
_WEBHOOK_SECRET = re.compile(r"[\w-]{1,256}", re.ASCII)


class BadSettings(Exception):
    """Settings that cannot be used; the message says which, what is wrong and what to do, and repeats no secret."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can set. Times of day are those of *timezone*; people are written ``telegram:7`` or ``discord:42``.

    An empty token: that platform is not served. *…_listen* are ``host:port``; empty: not opened.
    """

    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Istanbul"))
    telegram_token: str = field(default="", repr=False)
    telegram_api_url: str = ""
    telegram_webhook_url: str = ""
    telegram_webhook_listen: str = "127.0.0.1:8443"
    telegram_webhook_secret: str = field(default="", repr=False)
    telegram_moderator_groups: frozenset[str] = frozenset()
    discord_token: str = field(default="", repr=False)
    discord_api_url: str = ""
    discord_moderator_roles: frozenset[str] = frozenset()
    database_url: str = field(default="sqlite:///mmbot.db", repr=False)  # may carry a password
    moderators: frozenset[str] = frozenset()
    administrators: frozenset[str] = frozenset()
    articles: str = ""  # folder with the articles' texts, where they are at hand: evidence is looked up there
    web_listen: str = ""
    web_url: str = ""


_NAMES = tuple(one.name for one in fields(Settings))
_SETS = {"moderators": _PERSON, "administrators": _PERSON, "discord_moderator_roles": _ROLE, "telegram_moderator_groups": _GROUP}
_URLS = ("telegram_api_url", "telegram_webhook_url", "discord_api_url", "web_url")
_ENVIRONMENT_ONLY = ("telegram_token", "discord_token", "telegram_webhook_secret")


def load(environ: Mapping[str, str], toml_text: str) -> Settings:
    """Settings from *environ* (``MMBOT_…``) and, below it, the text of the TOML file. Raises BadSettings.

    A variable that is set to nothing counts as not set. Lists are separated by commas in the environment.
    """
    try:
        table: dict[str, object] = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(f"The configuration file is no TOML: {error}.") from error
    for key in table:
        _refuse_unknown(key)
    given = table | {name: environ[_variable(name)] for name in _NAMES if environ.get(_variable(name))}
    if password_of(str(table.get("database_url", ""))):
        raise BadSettings("database_url: an address with a password does not belong into the file. Set MMBOT_DATABASE_URL.")
    values = {name: _read(name, value) for name, value in given.items()}
    settings = Settings(**values)  # type: ignore[arg-type]  # each value was read by the rule of its field
    if settings.web_listen.startswith(("0.0.0.0:", "[::]:")) and not settings.web_url:
        raise BadSettings(
            "web_listen is open to everybody, but web_url is not set. Set web_url to the address at which people reach the page."
        )
    if settings.telegram_webhook_url and not settings.telegram_webhook_secret:
        raise BadSettings(
            "telegram_webhook_url is set without a secret. Set MMBOT_TELEGRAM_WEBHOOK_SECRET to a random text (openssl rand -hex 32)."
        )
    return settings


def strays(environ: Mapping[str, str]) -> list[str]:
    """What to say of each variable in *environ* that is named like a setting and is none: a slip of the pen, most likely."""
    known = {_variable(name) for name in _NAMES} | {"MMBOT_CONFIG"}
    found = sorted(name for name in environ if name.startswith("MMBOT_") and name not in known)
    near = {name: difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.8) for name in found}
    return [f"{name} is no setting. " + (f"Did you mean {near[name][0]}?" if near[name] else "Take it out.") for name in found]


def _variable(name: str) -> str:
    return "MMBOT_" + name.translate(_UPPER)


_UPPER = str.maketrans({chr(code): chr(code - 32) for code in range(ord("a"), ord("z") + 1)})  # names of variables are ASCII


def _refuse_unknown(key: str) -> None:
    if key in _ENVIRONMENT_ONLY or (key not in _NAMES and any(word in lower(key) for word in _SECRET)):
        raise BadSettings(f"“{key}”: secrets do not belong into the file. Set it in the environment (MMBOT_…).")
    if key not in _NAMES:
        known = [name for name in _NAMES if name not in _ENVIRONMENT_ONLY]
        near = difflib.get_close_matches(key, known, n=1, cutoff=0.4)
        raise BadSettings(f"“{key}” is no setting. " + (f"Did you mean “{near[0]}”?" if near else f"Known: {', '.join(known)}."))


def _read(name: str, value: object) -> object:
    if name == "timezone":
        return _zone(str(value))
    if name in _SETS:
        return _set(name, value)
    if not isinstance(value, str):
        raise BadSettings(f"{name}: “{value}” is no text. Write it in quotation marks.")
    _refuse_malformed(name, value.strip())
    return value.strip()


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadSettings(f"timezone: “{name}” is no time zone. Use a name such as Europe/Istanbul.") from error


def _set(name: str, value: object) -> frozenset[str]:
    parts = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else [value]
    found = frozenset(str(part).strip() for part in parts if str(part).strip())
    example = {_PERSON: "telegram:7,discord:42", _GROUP: "-1001234567890"}.get(_SETS[name], "1012345678901234567")
    for part in sorted(found):
        if not _SETS[name].fullmatch(part):
            raise BadSettings(f"{name}: “{part}” is not understood. Write it like {example}.")
    return found


def _refuse_malformed(name: str, value: str) -> None:
    if name == "telegram_token" and not _TELEGRAM_TOKEN.fullmatch(value):
        raise BadSettings(
            "MMBOT_TELEGRAM_TOKEN is no Telegram token (digits, a colon, letters). Copy it again from BotFather; nothing was shown of it here."
        )
    if name in _ENVIRONMENT_ONLY and (not value.isascii() or any(c.isspace() for c in value)):
        raise BadSettings(f"{_variable(name)} contains characters that no token has. Copy it again; nothing was shown of it here.")
    if name == "telegram_webhook_secret" and not _WEBHOOK_SECRET.fullmatch(value):
        raise BadSettings(
            "MMBOT_TELEGRAM_WEBHOOK_SECRET has to be 1 to 256 letters, digits, - or _. Make one with: openssl rand -hex 32"
        )
    if name in _URLS and value and (urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).netloc):
        raise BadSettings(f"{name}: “{value}” is no address. Write it like https://example.org.")
    if name.endswith("_listen") and value:
        match = _LISTEN.fullmatch(value)
        if not match or not 0 <= int(match["port"]) <= 65535:
            raise BadSettings(f"{name}: “{value}” is no address to listen on. Write host:port, such as 127.0.0.1:8080.")
    if name == "database_url" and not value.startswith(("sqlite:///", "postgresql://")):
        raise BadSettings(
            "database_url is neither sqlite:///PATH nor postgresql://USER:PASSWORD@HOST/DATABASE. Write it like sqlite:///mmbot.db."
        )
