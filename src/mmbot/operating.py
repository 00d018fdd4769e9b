"""``mmbot run``."""

import asyncio
import logging
import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from mmbot import memory
from mmbot.alive import HEARTBEAT
from mmbot.app import make_desk, prepare_aside
from mmbot.config import Settings
from mmbot.desk.desk import Desk
from mmbot.desk.records import NotKept
from mmbot.model import Clock, Platform
from mmbot.running import Adapter, Service, Serving, Timing, stop_on_signals
from mmbot.store.address import password_of
from mmbot.store.broken import StoreBroken

_TIMING = Timing()
LAST_SECONDS = 3.0  # that the records may take to be closed: an orchestrator kills ten seconds after it has asked
WRONG_TOKEN = 2  # the exit status after which a supervisor does not start it again
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]  # what logging hands on
log = logging.getLogger(__name__)


class NothingToServe(Exception):
    """No platform is configured; the message says what to set."""


def run(settings: Settings, clock: Clock, folder: Path | None = None, timing: Timing = _TIMING) -> bool:
    """Serve every platform whose token is set until SIGTERM or SIGINT; False where a platform has refused its token.

    *folder*: the knowledge, the embedded one unless given.
    Raises NothingToServe, and what opening the knowledge or the database raises.
    """
    if not settings.telegram_token and not settings.discord_token:
        raise NothingToServe(
            "no platform is configured. Set MMBOT_TELEGRAM_TOKEN, MMBOT_DISCORD_TOKEN or both; “mmbot doctor” checks them."
        )
    set_up_logging(settings)
    prepare_aside(folder)
    memory.look_seldom()
    with ThreadPoolExecutor(1, thread_name_prefix="desk") as worker:
        desk = make_desk(settings, clock, folder)
        status = 1
        try:
            adapters = _adapters(settings, desk, worker)
            refused = asyncio.run(_serve(Serving(desk, worker, adapters, _pages(settings, desk, worker), timing)))
            status = WRONG_TOKEN if refused else 0
        finally:
            last = worker.submit(_finish, desk)
            if wait([last], LAST_SECONDS).not_done:
                # The worker is still getting ready for the first question. Nothing of that is worth being killed for: a thread cannot be ended.
                os._exit(status)
            last.result()
    return status == 0


def _finish(desk: Desk) -> None:
    """Close the records, and note that it is over: a restore need not wait to be sure of it."""
    try:
        with suppress(NotKept):
            desk.records.notebook.write(HEARTBEAT, "")
    finally:
        desk.records.close()


def _adapters(settings: Settings, desk: Desk, worker: ThreadPoolExecutor) -> Mapping[Platform, Adapter]:
    """Only the libraries of platforms that are served are loaded: each costs memory."""
    adapters: dict[Platform, Adapter] = {}
    if settings.telegram_token:
        from mmbot.adapters.telegram_bot import TelegramBot, Webhook  # noqa: PLC0415

        url, listen, secret = settings.telegram_webhook_url, settings.telegram_webhook_listen, settings.telegram_webhook_secret
        webhook = Webhook(url, listen, secret) if url else None
        adapters["telegram"] = TelegramBot(
            desk, worker, settings.telegram_token, api_url=settings.telegram_api_url, webhook=webhook
        )
    if settings.discord_token:
        from mmbot.adapters.discord_bot import DiscordBot  # noqa: PLC0415

        adapters["discord"] = DiscordBot(desk, worker, settings.discord_token, api_url=settings.discord_api_url)
    return adapters


def _pages(settings: Settings, desk: Desk, worker: ThreadPoolExecutor) -> Mapping[str, Service]:
    if not settings.web_listen:
        return {}
    from mmbot.adapters.web import ModeratorsPage  # noqa: PLC0415

    page = ModeratorsPage(desk, worker, listen=settings.web_listen, url=settings.web_url)
    return {"the moderators' page": page}


async def _serve(serving: Serving) -> bool:
    stop = asyncio.Event()
    stop_on_signals(stop)
    refused = await serving.run(stop)
    log.info("finished")
    return bool(refused)


def set_up_logging(settings: Settings) -> None:
    """Log to standard error, without tokens: what a library might write of them is blanked out."""
    handler = logging.StreamHandler()
    secrets = (
        settings.telegram_token,
        settings.discord_token,
        settings.telegram_webhook_secret,
        *_in_address(settings.database_url),
    )
    handler.setFormatter(_Blanking(tuple(filter(None, secrets))))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for chatty in ("httpx", "httpcore", "discord", "telegram", "aiohttp.access", "uvicorn.access"):
        logging.getLogger(chatty).setLevel(logging.WARNING)  # httpx writes every address, and with it the token, at INFO


def _in_address(url: str) -> tuple[str, ...]:
    """The password as it stands in the address *url*: alone it may be a word that the log is full of."""
    password = password_of(url)
    return (f":{password}@",) if password else ()


class _Blanking(logging.Formatter):
    """Formats a record and blanks every secret in it, tracebacks included. A database that fails is one line: it is no fault of the program."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """The line as it is written."""
        text = super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, "[secret]")
        return text

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - its name in logging
        """A traceback, unless the database says itself what is wrong with it."""
        return str(ei[1]) if isinstance(ei[1], StoreBroken) else super().formatException(ei)
