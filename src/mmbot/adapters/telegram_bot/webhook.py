"""Being sent updates: a small HTTP server, which a proxy with a certificate stands in front of."""

import asyncio
import contextlib
import hmac
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot, Update

log = logging.getLogger(__name__)

LARGEST = 1024 * 1024  # bytes; an update has a few thousand
_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  a header's name


@dataclass(frozen=True, slots=True)
class Webhook:
    """Telegram posts the updates to *url*, whose path is served at *listen* (host:port); *secret* is what it proves itself with."""

    url: str
    listen: str
    secret: str = field(repr=False)


@contextlib.asynccontextmanager
async def listening(bot: Bot, queue: "asyncio.Queue[object]", webhook: Webhook) -> AsyncIterator[None]:
    """Put the updates that are posted to *webhook* into *queue*. Raises OSError where the port is taken."""

    async def receive(request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(_SECRET, "").encode(), webhook.secret.encode()):
            raise web.HTTPForbidden
        queue.put_nowait(_update(await request.read(), bot))
        return web.Response()

    host, _, port = webhook.listen.rpartition(":")
    server = web.Application(client_max_size=LARGEST)
    server.router.add_post(urlsplit(webhook.url).path or "/", receive)
    runner = web.AppRunner(server, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, host.strip("[]"), int(port)).start()
        log.info("Listening for Telegram on %s", webhook.listen)
        yield
    finally:
        await runner.cleanup()


def _update(body: bytes, bot: Bot) -> Update:
    """Raises HTTPBadRequest for what is no update."""
    try:
        return Update.de_json(json.loads(body), bot)
    except (ValueError, TypeError, KeyError, AttributeError):
        log.warning("Something that is no update was posted to the webhook")
        raise web.HTTPBadRequest from None
