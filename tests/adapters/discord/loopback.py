"""As much of Discord's REST interface and gateway, on a real socket, as a bot needs to come up, answer and go."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import WSCloseCode, web

BOT = {"id": "7", "username": "mmbot", "discriminator": "0", "global_name": None, "avatar": None, "bot": True}
APPLICATION = {
    "id": "8", "name": "mmbot", "description": "", "icon": None, "rpc_origins": None, "bot_public": True, "bot_require_code_grant": False,
    "verify_key": "", "summary": "", "team": None, "owner": BOT, "flags": 0,
}  # fmt: skip


class Loopback:
    """*token* is the one accepted. *status*: what every request gets instead of its answer; *gateway_status*: what the gateway's does.

    *drops*: whether messages are read and the connection is then closed without an answer.
    *close_code*: with which the gateway ends the conversation when the bot has identified itself.
    """

    def __init__(self, token: str) -> None:
        self.token = token
        self.status = 200
        self.gateway_status = 200
        self.close_code = 0
        self.drops = False
        self.requests: list[tuple[str, str, Any]] = []
        self.identified = asyncio.Event()
        self.port = 0
        self._sockets: list[web.WebSocketResponse] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v10/"

    def calls(self, path: str) -> list[Any]:
        """The bodies sent to addresses that hold *path*."""
        return [body for _, sent_to, body in self.requests if path in sent_to]

    async def emit(self, event: str, data: dict[str, Any]) -> None:
        for socket in (one for one in self._sockets if not one.closed):
            await socket.send_str(json.dumps({"op": 0, "t": event, "s": 2, "d": data}))

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        app = web.Application()
        app.router.add_get("/gateway/", self._gateway)
        app.router.add_route("*", "/api/v10/{path:.*}", self._rest)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self.port)
        await site.start()
        self.port, self._site = runner.addresses[0][1], site
        try:
            yield
        finally:
            for socket in self._sockets:
                await socket.close(code=WSCloseCode.GOING_AWAY)
            await runner.cleanup()

    async def unreachable(self) -> None:
        """Listen no more; who is connected to the gateway stays so."""
        await self._site.stop()

    async def _rest(self, request: web.Request) -> web.Response:
        path, body = request.match_info["path"], await request.text()
        self.requests.append((request.method, path, json.loads(body) if body.startswith(("{", "[")) else body))
        if self.drops and path.endswith(("/messages", "@me/channels")) and request.transport:
            request.transport.close()
        if self.status != 200:
            return _json({"message": "no", "code": 0}, status=self.status)
        if "interactions/" in path:
            return _json({
                "interaction": {"id": "11", "type": 2, "response_message_ephemeral": False, "response_message_loading": False}
            })
        if request.headers.get("Authorization") != f"Bot {self.token}":
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        if request.method == "POST" and path.endswith("/messages"):
            return _json(message("", path.split("/")[1]) | {"author": BOT})
        answers: dict[str, Any] = {"users/@me": BOT, "oauth2/applications/@me": APPLICATION, "gateway/bot": self._gateway_bot()}
        return _json(answers.get(path, []))

    def _gateway_bot(self) -> dict[str, Any]:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return {"url": f"ws://127.0.0.1:{self.port}/gateway/", "shards": 1, "session_start_limit": limit}

    async def _gateway(self, request: web.Request) -> web.StreamResponse:
        if self.gateway_status != 200:
            return web.Response(status=self.gateway_status)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._sockets.append(socket)
        await socket.send_str(json.dumps({"op": 10, "d": {"heartbeat_interval": 41250}}))
        async for message in socket:
            await self._hear(socket, json.loads(message.data))
        return socket

    async def _hear(self, socket: web.WebSocketResponse, message: dict[str, Any]) -> None:
        if message["op"] == 1:
            await socket.send_str(json.dumps({"op": 11}))
        elif message["op"] == 2 and self.close_code:
            await socket.close(code=self.close_code)
        elif message["op"] == 2:
            ready = {
                "v": 10, "user": BOT, "guilds": [], "session_id": "s", "resume_gateway_url": f"ws://127.0.0.1:{self.port}/gateway/",
                "shard": [0, 1], "application": {"id": "8", "flags": 0},
            }  # fmt: skip
            await socket.send_str(json.dumps({"op": 0, "t": "READY", "s": 1, "d": ready}))
            self.identified.set()


def message(text: str, channel: str = "12", number: str = "21") -> dict[str, Any]:
    """MESSAGE_CREATE of a message in a private conversation."""
    ayse = {"id": "13", "username": "ayse", "discriminator": "0", "global_name": None, "avatar": None}
    empty: dict[str, Any] = {name: [] for name in ("attachments", "embeds", "mentions", "mention_roles", "components")}
    return empty | {
        "id": number, "channel_id": channel, "author": ayse, "content": text, "type": 0, "timestamp": "2026-03-16T09:00:00+00:00",
        "edited_timestamp": None, "tts": False, "mention_everyone": False, "pinned": False, "flags": 0,
    }  # fmt: skip


def press(custom_id: str, components: list[dict[str, Any]], number: str) -> dict[str, Any]:
    """INTERACTION_CREATE of a button under a message of the bot that has these *components*."""
    below = message("", number="22") | {"author": BOT, "components": components}
    return command("") | {"id": number, "type": 3, "message": below, "data": {"custom_id": custom_id, "component_type": 2}}


def command(name: str, **options: str) -> dict[str, Any]:
    """INTERACTION_CREATE of a slash command in a private conversation."""
    return {
        "id": "11", "application_id": "8", "type": 2, "token": "tok", "version": 1, "locale": "tr", "entitlements": [], "context": 1,
        "authorizing_integration_owners": {}, "app_permissions": "0", "attachment_size_limit": 1, "channel_id": "12",
        "channel": {"id": "12", "type": 1, "last_message_id": None, "recipients": [BOT]},
        "user": {"id": "13", "username": "ayse", "discriminator": "0", "global_name": None, "avatar": None},
        "data": {"id": "1", "name": name, "type": 1, "options": [{"name": key, "type": 3, "value": value} for key, value in options.items()]},
    }  # fmt: skip


def _json(value: object, status: int = 200) -> web.Response:
    """Exactly “application/json”: with a character set discord.py takes it for text."""
    return web.Response(body=json.dumps(value).encode(), status=status, headers={"Content-Type": "application/json"})
