"""The HTTP server of the moderators' page, in the event loop of the bot."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from functools import partial

from aiohttp import web

from mmbot.adapters.web import problems
from mmbot.adapters.web.addresses import Addresses
from mmbot.adapters.web.answers import Answers, Asking, Outgoing, Unfinished
from mmbot.adapters.web.doorman import Doorman
from mmbot.adapters.web.headers import headers
from mmbot.adapters.web.problems import Problem
from mmbot.adapters.web.reading import LARGEST, arrived, from_elsewhere
from mmbot.adapters.web.rendered import STYLE, Rendered
from mmbot.adapters.web.routes import OPEN, PATTERNS, ROUTES
from mmbot.adapters.web.sessions import KEPT, Sessions
from mmbot.adapters.web.sign_in import Entrance
from mmbot.adapters.web.visits import Arrived, Method
from mmbot.desk.desk import Desk
from mmbot.desk.permission import moderation_of
from mmbot.desk.standing import CannotTell

log = logging.getLogger(__name__)

LEAVING = 3.0  # seconds for requests that are being answered when the bot is asked to stop
_PROBLEMS = {400: problems.NOT_UNDERSTOOD, 404: problems.NOT_FOUND, 405: problems.NOT_THAT_WAY, 413: problems.TOO_LARGE}
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_Answer = Callable[[Arrived], Outgoing]


class ModeratorsPage:
    """Serves the page of *desk*, which moderates, at *listen* (host:port); every call into the desk is made in *worker*.

    *url* is the address under which browsers reach it, through a proxy with a certificate; nothing: ``http://`` and *listen*.
    The desk's ``standings`` tell whether those still moderate whom a role in a server or group lets in.
    """

    def __init__(self, desk: Desk, worker: Executor, *, listen: str, url: str) -> None:
        self._worker = worker
        self._host, _, self._port = listen.rpartition(":")
        self._to = Addresses(url or f"http://{listen}", PATTERNS)
        safe = "__Host-" if self._to.secure else ""  # then no other page under a neighbouring name can set it
        doorman = Doorman(desk, self._to, Sessions(desk.records.notebook, moderation_of(desk).records.together), f"{safe}mmbot")
        entrance = Entrance(doorman, f"{safe}mmbot-giris")
        self._answers = Answers(doorman, entrance, Rendered(self._to, desk.zone))
        self._standings = desk.standings
        self._headers = headers(secure=self._to.secure)
        self._beside: Executor | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until *stop* is set, then answer what has come in. Raises OSError where the port is taken."""
        runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=LEAVING)
        await runner.setup()
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="web")  # makes no thread before it is needed
        try:
            await web.TCPSite(runner, self._host.strip("[]"), int(self._port)).start()
            log.info("Serving the moderators' page at %s", self._to.origin + self._to.prefix)
            await stop.wait()
        finally:
            await runner.cleanup()
            self._beside.shutdown(wait=False, cancel_futures=True)

    def _application(self) -> web.Application:
        @web.middleware
        async def around(request: web.Request, handler: _Handler) -> web.StreamResponse:
            return await self._around(request, handler)

        application = web.Application(client_max_size=LARGEST, middlewares=[around])
        application.on_response_prepare.append(self._add_headers)
        for route in ROUTES:
            for method, page in route.pages.items():
                self._add(application, method, route.path, partial(self._answers.page, page))
        for method in ("GET", "POST"):
            self._add(application, method, OPEN["sign_in"], self._answers.link)
        self._add(application, "GET", OPEN["welcome"], self._answers.welcome)
        self._add(application, "POST", OPEN["sign_out"], self._answers.sign_out)
        application.router.add_get(self._to.prefix + OPEN["style"], _style)
        return application

    def _add(self, application: web.Application, method: Method, path: str, answer: _Answer) -> None:
        async def handle(request: web.Request) -> web.StreamResponse:
            return await self._reply(partial(answer, await arrived(request, method)), request)

        add = application.router.add_get if method == "GET" else application.router.add_post
        add(self._to.prefix + path, handle)

    async def _around(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """What is refused before any page sees it, and what went wrong, as a page."""
        if not self._to.is_host(request.host):
            return await self._problem(problems.WRONG_HOST, request)
        if request.method == "POST" and from_elsewhere(request, self._to.origin):
            return await self._problem(problems.FORGED, request)
        try:
            return await handler(request)
        except web.HTTPException as error:
            response = await self._problem(_PROBLEMS.get(error.status, problems.NOT_UNDERSTOOD), request)
            if "Allow" in error.headers:
                response.headers["Allow"] = error.headers["Allow"]
            return response
        except Exception:
            log.exception("A request to the moderators' page failed")
            return await self._problem(problems.BROKEN, request)

    async def _problem(self, problem: Problem, request: web.Request) -> web.StreamResponse:
        return await self._reply(partial(self._answers.problem, problem), request)

    async def _reply(self, answer: Callable[[], Outgoing], request: web.Request) -> web.StreamResponse:
        loop = asyncio.get_running_loop()
        given = await loop.run_in_executor(self._worker, answer)
        while isinstance(given, Asking):
            given = await loop.run_in_executor(self._worker, await self._roles_asked(given))
        if isinstance(given, Unfinished):
            return await self._streamed(given, request)
        response = web.Response(status=given.status, text=given.html, content_type="text/html", headers=dict(given.headers))
        if given.go:
            response.headers["Location"] = given.go
        for name, value in given.cookies.items():
            self._set_cookie(response, name, value)
        return response

    async def _streamed(self, given: Unfinished, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(status=given.status, headers={"Content-Type": "text/html; charset=utf-8"})
        await response.prepare(request)
        if request.method == "HEAD":  # aiohttp would write what is streamed all the same
            return response
        with suppress(ConnectionError):  # whoever has gone on to another page waits for nothing
            await response.write(given.begun.encode())
            await response.write(
                (await asyncio.get_running_loop().run_in_executor(self._beside, self._answers.finish, given)).encode()
            )
        return response

    async def _roles_asked(self, given: Asking) -> Callable[[], Outgoing]:
        try:
            return partial(given.go_on, await self._standings.of_all(given.people, anew=given.anew))
        except CannotTell:
            return given.in_vain

    def _set_cookie(self, response: web.Response, name: str, value: str) -> None:
        kept = int(KEPT.total_seconds()) if value else 0
        response.set_cookie(name, value, max_age=kept, path="/", secure=self._to.secure, httponly=True, samesite="Strict")

    async def _add_headers(self, _request: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(self._headers)


async def _style(_request: web.Request) -> web.Response:
    return web.Response(body=STYLE, content_type="text/css", charset="utf-8")
