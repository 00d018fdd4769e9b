"""Look at everything that mmbot needs to run, and say what to do where something is missing."""

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from mmbot import __version__
from mmbot.config import Settings

TELEGRAM, DISCORD = "https://api.telegram.org", "https://discord.com/api/v10"
SECONDS = 10.0
SKEW = 30.0  # seconds that a clock may be wrong before daily posts and sign-in links suffer


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well, and what was found or what to do."""

    about: str
    well: bool
    says: str

    def __str__(self) -> str:
        """One line for a terminal."""
        return f"{'ok ' if self.well else 'BAD'}  {self.about}: {self.says}"


def examine(settings: Settings, *, knowledge: Callable[[], str], database: Callable[[], str]) -> Iterator[Finding]:
    """Look at each thing in turn. *knowledge* and *database* say what they found, or raise with what is wrong."""
    yield Finding("mmbot", True, __version__)
    yield _tried("knowledge", knowledge)
    yield _tried("database", database)
    if not settings.telegram_token and not settings.discord_token:
        yield Finding("platforms", False, "no token is set. Set MMBOT_TELEGRAM_TOKEN, MMBOT_DISCORD_TOKEN or both.")
    if settings.telegram_token:
        base = (settings.telegram_api_url or TELEGRAM).rstrip("/")
        yield from _ask("Telegram", f"{base}/bot{settings.telegram_token}/getMe", {}, _telegram_name)
    if settings.discord_token:
        base = (settings.discord_api_url or DISCORD).rstrip("/")
        headers = {"Authorization": f"Bot {settings.discord_token}", "User-Agent": f"DiscordBot (mmbot, {__version__})"}
        yield from _ask("Discord", f"{base}/users/@me", headers, _discord_name)
    yield _moderators(settings)


def _tried(about: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(about, True, look())
    except Exception as error:  #  whatever is wrong with it is what we are asked for
        return Finding(about, False, " ".join(str(error).split()) or type(error).__name__)


def _ask(platform: str, url: str, headers: Mapping[str, str], name: Callable[[object], str]) -> Iterator[Finding]:
    """Ask *platform* who the token belongs to; its answer also tells the time. The token stands in no finding."""
    variable = f"MMBOT_{'TELEGRAM' if platform == 'Telegram' else 'DISCORD'}_TOKEN"
    try:
        request = urllib.request.Request(url, headers=dict(headers))  # noqa: S310  the settings allow http and https only
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            yield Finding(platform, True, f"the token is that of {name(json.load(answer))}")
            yield from _clock(platform, answer.headers.get("Date"))
    except urllib.error.HTTPError as error:
        refused = error.code in {401, 403, 404}
        remedy = f"the token is refused (HTTP {error.code}). Copy it again into {variable}."
        yield Finding(platform, False, remedy if refused else f"answers HTTP {error.code}. Try again later.")
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = getattr(error, "reason", error)
        yield Finding(platform, False, f"cannot be reached ({type(reason).__name__}). Check the network and MMBOT_…_API_URL.")


def _clock(platform: str, date: str | None) -> Iterator[Finding]:
    if not date:
        return
    apart = abs((datetime.now(UTC) - parsedate_to_datetime(date)).total_seconds())
    if apart > SKEW:
        yield Finding(
            "clock", False, f"{apart:.0f} s apart from {platform}'s. Switch time synchronisation on (timedatectl set-ntp true)."
        )
    else:
        yield Finding("clock", True, f"agrees with {platform}'s")


def _telegram_name(answer: object) -> str:
    found = answer["result"]  # type: ignore[index]  # what is no answer of the API is caught by the caller
    notes = "" if found.get("supports_inline_queries") else "; inline mode is off (BotFather: /setinline)"
    return f"@{found['username']}{notes}"


def _discord_name(answer: object) -> str:
    return f"{answer['username']} (application {answer['id']})"  # type: ignore[index]  # as above


def _moderators(settings: Settings) -> Finding:
    count = len(settings.moderators | settings.administrators)
    if count or settings.discord_moderator_roles or settings.telegram_moderator_groups:
        return Finding("moderators", True, f"{count} by name" + (", others by role" if settings.discord_moderator_roles else ""))
    return Finding("moderators", False, "nobody can review proposals. Set MMBOT_MODERATORS, such as telegram:7,discord:42.")
