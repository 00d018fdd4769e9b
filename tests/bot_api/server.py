"""The HTTP side: `/bot<token>/<method>` on loopback, in the test's own event loop."""

import asyncio
import json
import re
from collections.abc import Awaitable
from http import HTTPStatus
from types import TracebackType
from typing import Self

from aiohttp import web

from . import members, messages, queries, settings  # noqa: F401 - they fill METHODS
from .faults import DROPS, Fault, Rates
from .membership import Membership
from .methods import METHODS
from .params import Params, read_params
from .records import Call
from .refusals import Refused, too_many
from .webhook import WebhookSender

_SECRET = "AAF-test-token-of-the-loopback-server"  # of no other bot in the world
_PATH = re.compile(r"/bot(?P<token>[^/]*)/(?P<method>\w+)/?")
_TOKEN = re.compile(r"\d+:[\w-]{3,}")
_DEFAULT_TEXTS = {400: "Bad Request: refused by the test", 403: "Forbidden: bot was blocked by the user", 401: "Unauthorized"}


class BotApi(Membership):
    """A Bot API server for one bot; see the package's docstring for how to use it."""

    def __init__(self) -> None:
        super().__init__()
        self.token = f"{self.bot.id}:{_SECRET}"
        self.webhook = WebhookSender(self.updates)
        self._port = 0
        self._runner: web.ServerRunner | None = None
        self._transports: set[asyncio.Transport] = set()
        self._bugs: list[Exception] = []
        self._sender: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """The address, such as `http://127.0.0.1:40000`; python-telegram-bot's `base_url` is this and `/bot`."""
        return f"http://127.0.0.1:{self._port}"

    async def __aenter__(self) -> Self:
        await self.up()
        self._sender = asyncio.create_task(self.webhook.run())
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None) -> None:
        assert self._sender is not None
        self._sender.cancel()
        (ended,) = await asyncio.gather(self._sender, return_exceptions=True)
        if isinstance(ended, Exception):
            self._bugs.append(ended)
        await self.down()
        if self._bugs and error is None:
            raise ExceptionGroup("the test server itself failed", self._bugs)

    async def up(self) -> None:
        """Listen, again on the same port after `down`."""
        self._runner = web.ServerRunner(web.Server(self._handle, handler_cancellation=True, access_log=None), shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]

    async def down(self) -> None:
        """Refuse connections and cut those that are open; what is remembered stays."""
        if self._runner is None:
            return
        for site in list(self._runner.sites):
            await site.stop()
        for transport in self._transports:
            transport.abort()
        self._transports.clear()
        await self._runner.cleanup()
        self._runner = None

    def fail(
        self,
        method: str = "*",
        *,
        status: int = 0,
        description: str = "",
        retry_after: int = 0,
        drop: str = "",
        slow: float = 0.0,
        times: int = 1,
    ) -> None:
        """Let the next *times* requests of *method* (`*`: any, getUpdates too) go wrong in one of these ways.

        *status* (502, 403, …) with *description*: refused without being done. *retry_after* seconds: 429, not done. *drop*: the
        connection is cut `before` the request is done or `after` it. *slow*: done at once, answered after so many seconds.
        """
        assert drop in DROPS, drop
        refusal = too_many(retry_after) if retry_after else None
        if status and not retry_after:
            refusal = Refused(status, description or _DEFAULT_TEXTS.get(status, HTTPStatus(status).phrase))
        self.faults.waiting.append(Fault(method, refusal, drop, slow, times))

    def limit_rates(self, *, group_minute: int = 20, chat_second: int = 1, total_second: int = 30) -> None:
        """Keep Telegram's limits on sending from now on; 0 takes a limit off."""
        self.rates = Rates(group_minute, chat_second, total_second)

    def count(self, method: str) -> int:
        """How many requests of *method* there have been, refused ones too."""
        return sum(call.method.lower() == method.lower() for call in self.calls)

    def refusals(self) -> list[str]:
        """The requests that were refused, as `sendMessage: Bad Request: …`; conflicts and faults of `fail` too."""
        return [f"{call.method}: {call.description}" for call in self.calls if call.status not in {0, 200}]

    def leaks(self) -> list[Call]:
        """The requests that carry the token anywhere but in the path."""
        return [call for call in self.calls if _SECRET in call.everything_but_the_path()]

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.transport is not None:
            self._transports = {one for one in self._transports if not one.is_closing()} | {request.transport}
        found = _PATH.fullmatch(request.path)
        call = Call(found["method"] if found else "", Params(), dict(request.headers), request.query_string)
        self.calls.append(call)
        try:
            self._authorize(found)
            call.params = await read_params(request)
            return await self._do(request, call)
        except Refused as refused:
            return _refusal(call, refused)
        except Exception as bug:
            self._bugs.append(bug)
            return _refusal(call, Refused(500, f"Internal Server Error: {bug!r}"))

    def _authorize(self, found: re.Match[str] | None) -> None:
        if found is None or not _TOKEN.fullmatch(found["token"]):
            raise Refused(404, "Not Found")
        if found["token"] != self.token:
            raise Refused(401, "Unauthorized")
        if found["method"].lower() not in METHODS:
            raise Refused(404, "Not Found: method not found")

    async def _do(self, request: web.BaseRequest, call: Call) -> web.StreamResponse:
        fault = self.faults.take(call.method) or Fault("")
        if fault.drop == "before":
            return _hang_up(request)
        if fault.refusal is not None:
            await asyncio.sleep(fault.slow)
            raise fault.refusal
        result = METHODS[call.method.lower()](self, call.params)
        if isinstance(result, Awaitable):
            result = await result
        body = json.dumps({"ok": True, "result": result})
        await asyncio.sleep(fault.slow)
        if fault.drop == "after":
            return _hang_up(request)
        call.status = 200
        return web.Response(text=body, content_type="application/json")


def _hang_up(request: web.BaseRequest) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _refusal(call: Call, refused: Refused) -> web.StreamResponse:
    call.status, call.description = refused.code, refused.description
    if refused.code == HTTPStatus.BAD_GATEWAY:  # it comes from the proxy in front of the Bot API, not as JSON
        return web.Response(status=502, text="<html><body><h1>502 Bad Gateway</h1></body></html>", content_type="text/html")
    answer = {"ok": False, "error_code": refused.code, "description": refused.description}
    answer |= {"parameters": refused.parameters} if refused.parameters else {}
    return web.json_response(answer, status=refused.code)
