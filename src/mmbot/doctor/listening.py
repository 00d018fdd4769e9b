"""Where mmbot listens: the moderators' page, and the webhook."""

import errno
import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from urllib.parse import urlsplit

from mmbot.config import Settings
from mmbot.doctor.finding import Finding

_HERE = {"localhost", "127.0.0.1", "::1"}
_TELEGRAMS_PORTS = {443, 80, 88, 8443}  # https://core.telegram.org/bots/api#setwebhook


def listening(settings: Settings, lives: Callable[[], bool]) -> Iterator[Finding]:
    """Look at each address; *lives* says whether the bot runs already, and so has taken its ports itself."""
    if settings.web_listen:
        yield _of("page", _page(settings), settings.web_listen, "web_listen", lives)
    if settings.telegram_webhook_url:
        yield _of("webhook", _webhook(settings), settings.telegram_webhook_listen, "telegram_webhook_listen", lives)


def _of(about: str, found: Finding, listen: str, setting: str, lives: Callable[[], bool]) -> Finding:
    trouble = _trouble(listen)
    if not found.well or trouble is None or (trouble.errno == errno.EADDRINUSE and lives()):
        return found
    reason = str(trouble.strerror).partition(" (")[0]  # what follows repeats the address
    return Finding(about, False, f"mmbot cannot listen on {listen} ({reason}). Set {setting} to another address or port.")


def _trouble(listen: str) -> OSError | None:
    host, _, port = listen.rpartition(":")
    try:
        with closing(
            socket.create_server((host.strip("[]"), int(port)), family=socket.AF_INET6 if "[" in host else socket.AF_INET)
        ):
            return None
    except OSError as error:
        return error


def _page(settings: Settings) -> Finding:
    url = urlsplit(settings.web_url)
    if not settings.web_url:
        return Finding("page", True, f"http://{settings.web_listen}, for browsers on this machine; for others, set web_url")
    if url.scheme == "http" and url.hostname not in _HERE:
        return Finding(
            "page", False, f"{settings.web_url} is not encrypted. Put a proxy with TLS before it, and write https:// in web_url."
        )
    return Finding("page", True, f"{settings.web_url}, by a proxy that passes it on to {settings.web_listen}")


def _webhook(settings: Settings) -> Finding:
    url = urlsplit(settings.telegram_webhook_url)
    if settings.telegram_api_url or (url.scheme == "https" and (url.port or 443) in _TELEGRAMS_PORTS):
        return Finding(
            "webhook", True, f"{settings.telegram_webhook_url}, by a proxy that passes it on to {settings.telegram_webhook_listen}"
        )
    return Finding("webhook", False, "Telegram calls https:// on port 443, 80, 88 or 8443 only. Correct telegram_webhook_url.")
