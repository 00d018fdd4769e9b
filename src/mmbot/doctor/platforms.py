"""What the platforms say: whom a token belongs to, how that bot is set up, and what time it is."""

import json
import socket
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from mmbot import __version__
from mmbot.config import Settings
from mmbot.doctor.finding import Finding

TELEGRAM, DISCORD = "https://api.telegram.org", "https://discord.com/api/v10"
SECONDS = 10.0
SKEW = 30.0  # seconds that a clock may be wrong before daily posts and sign-in links suffer
# View Channels, Send Messages, Embed Links, Attach Files, Read Message History, Send Messages in Threads
PERMISSIONS = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 38
_INVITATION = f"https://discord.com/oauth2/authorize?client_id={{}}&scope=bot+applications.commands&permissions={PERMISSIONS}"


@dataclass(frozen=True, slots=True)
class _Platform:
    """Where to ask, and how to read the answer; *elsewhere* is what the settings say of its address."""

    name: str
    variable: str
    elsewhere: str
    url: str
    headers: Mapping[str, str]
    read: Callable[[object], str]


def platforms(settings: Settings) -> Iterator[Finding]:
    """Ask each platform whose token is set; a token stands in no finding."""
    if not settings.telegram_token and not settings.discord_token:
        yield Finding("platforms", False, "no token is set. Set MMBOT_TELEGRAM_TOKEN, MMBOT_DISCORD_TOKEN or both.")
    if settings.telegram_token:
        base = (settings.telegram_api_url or TELEGRAM).rstrip("/")
        url = f"{base}/bot{settings.telegram_token}/getMe"
        yield from _ask(_Platform("Telegram", "MMBOT_TELEGRAM", settings.telegram_api_url, url, {}, _telegram))
    if settings.discord_token:
        base = (settings.discord_api_url or DISCORD).rstrip("/")
        headers = {"Authorization": f"Bot {settings.discord_token}", "User-Agent": f"DiscordBot (mmbot, {__version__})"}
        yield from _ask(_Platform("Discord", "MMBOT_DISCORD", settings.discord_api_url, f"{base}/users/@me", headers, _discord))


def _ask(platform: _Platform) -> Iterator[Finding]:
    try:
        request = urllib.request.Request(platform.url, headers=dict(platform.headers))  # noqa: S310  the settings allow http and https only
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            yield Finding(platform.name, True, f"the token is that of {platform.read(json.load(answer))}")
            yield from _clock(platform.name, answer.headers.get("Date"))
    except urllib.error.HTTPError as error:
        yield Finding(platform.name, False, _refusal(platform, error.code))
        yield from _clock(platform.name, error.headers.get("Date"))
        error.close()
    except OSError as error:
        yield Finding(platform.name, False, _silence(platform, getattr(error, "reason", error)))
    except (ValueError, KeyError, TypeError):
        remedy = _correct(platform) or "Something between, such as a proxy, answers in its place."
        yield Finding(platform.name, False, f"what answers is not {platform.name}'s API. {remedy}")


def _correct(platform: _Platform) -> str:
    return f"Correct {platform.variable}_API_URL ({platform.elsewhere})." if platform.elsewhere else ""


def _refusal(platform: _Platform, status: int) -> str:
    if status in {401, 403, 404}:
        copied = f"the token is refused (HTTP {status}). Copy it again into {platform.variable}_TOKEN."
        return f"{copied} Or: {_correct(platform)}" if platform.elsewhere else copied
    return f"answers HTTP {status}. Try again in some minutes."


def _silence(platform: _Platform, error: object) -> str:
    """What to do where no answer came; *error* is an exception, or a text of urllib's."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return "its certificate is not accepted. See that the clock is right and that the package ca-certificates is installed."
    match error:
        case socket.gaierror():
            reason = "its name is not found"
        case ConnectionRefusedError():
            reason = "nothing listens there"
        case TimeoutError():
            reason = f"no answer in {SECONDS:.0f} s"
        case _:
            reason = type(error).__name__
    remedy = _correct(platform) or "See that this machine reaches the Internet (name server, firewall, HTTPS_PROXY)."
    return f"cannot be reached ({reason}). {remedy}"


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


def _telegram(answer: object) -> str:
    found = answer["result"]  # type: ignore[index]  # what is no answer of the API is caught by the caller
    notes = (
        ("inline mode is off (BotFather: /setinline)", not found.get("supports_inline_queries")),
        ("it cannot be added to groups (BotFather: /setjoingroups)", not found.get("can_join_groups", True)),
        ("privacy mode is off, it need not be (BotFather: /setprivacy → Enable)", found.get("can_read_all_group_messages")),
    )
    return "; ".join((f"@{found['username']}", *(note for note, holds in notes if holds)))


def _discord(answer: object) -> str:
    name, number = answer["username"], answer["id"]  # type: ignore[index]  # as above; a bot's id is its application's
    return f"{name}; add it to a server: {_INVITATION.format(number)}"
