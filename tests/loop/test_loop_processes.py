"""What is approved on one platform is live on the other: at once in the same process, within seconds in another one."""

import asyncio
import json
import os
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest_asyncio
from aiohttp import web
from loopback import BOT, Loopback, command
from processes import process, proposed, question, says
from town import ANSWER, QUESTION, Town

from mmbot.adapters.discord_bot import DiscordBot
from mmbot.app import knowledge_folder
from mmbot.knowledge.loading import load_library
from moderated import PAGE_1, fact

MESSAGE = {
    "id": "1", "channel_id": "1", "author": BOT, "content": "", "timestamp": "2026-03-16T09:00:00+00:00", "edited_timestamp": None, "tts": False,
    "mention_everyone": False, "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "pinned": False, "type": 0, "components": [],
}  # fmt: skip
TOKEN = "MTk4.geheim.wort-123"
WITHIN = 5.0  # seconds in which an approval is live everywhere
EMBEDDED = bool(os.environ.get("MMBOT_LOOP_LONG"))  # on the whole knowledge, of which an index takes seconds to build


@pytest_asyncio.fixture
async def discord() -> AsyncIterator["AtDiscord"]:
    server = AtDiscord()
    async with server.serving():
        yield server


class AtDiscord(Loopback):
    """A Discord on loopback, where each question is asked by somebody else in another place: nobody asks too often."""

    def __init__(self) -> None:
        super().__init__(TOKEN)
        self._numbers = count(1000)

    async def ask(self, text: str) -> str:
        """The answer to “/sor”."""
        await asyncio.wait_for(self.identified.wait(), 30)
        number = str(next(self._numbers))
        asked = command("sor", soru=text)
        asked |= {"id": number, "channel_id": number, "user": asked["user"] | {"id": number}, "token": f"tok{number}"}
        await self.emit("INTERACTION_CREATE", asked | {"channel": asked["channel"] | {"id": number}})
        async with asyncio.timeout(20):
            while not (
                said := [body for body in self.calls(f"/tok{number}") if "content" in body or "content" in body.get("data", {})]
            ):
                await asyncio.sleep(0.01)
        return str(said[-1].get("data", said[-1])["content"])

    async def _rest(self, request: web.Request) -> web.Response:
        answer = await super()._rest(request)
        # What comes after “thinking …” goes this way; it needs no more than the interaction's token.
        if "webhooks/" not in request.path:
            return answer
        return web.Response(body=json.dumps(MESSAGE).encode(), headers={"Content-Type": "application/json"})


async def test_an_approval_on_telegram_is_live_on_discord_at_once(town: Town, discord: AtDiscord) -> None:
    async with town.served(discord=lambda desk, worker: DiscordBot(desk, worker, TOKEN, api_url=discord.url, pause=0.05)) as world:
        assert ANSWER not in await discord.ask(QUESTION)
        world.hand_in(fact())
        await town.defne.say("/inceleme 1")
        await town.defne.press("Onayla")
        assert (await discord.ask(QUESTION)).startswith(ANSWER)
        await town.defne.press("Geri al")
        assert ANSWER not in await discord.ask(QUESTION)


async def test_an_approval_is_live_in_another_process_within_seconds(
    town: Town, discord: AtDiscord, url: str, tmp_path: Path
) -> None:
    folder = knowledge_folder() if EMBEDDED else town.folder
    citation = replace(next(iter(load_library(folder).facts.values())).citations[0], verified=False) if EMBEDDED else PAGE_1
    database, number = tmp_path / "mmbot.db", 4
    on_telegram = {"telegram_token": town.api.token, "telegram_api_url": town.api.url, "moderators": "telegram:8"}
    async with (
        process(folder, database, cached=EMBEDDED, database_url=url, **on_telegram),
        process(folder, database, cached=EMBEDDED, database_url=url, discord_token=TOKEN, discord_api_url=discord.url),
    ):
        assert says(number) not in await discord.ask(question(number))
        made = proposed(url, number, citation)
        await town.defne.say(f"/inceleme {made}")
        await town.defne.press("Onayla")
        begun = time.monotonic()
        while says(number) not in await discord.ask(question(number)):
            assert time.monotonic() - begun < 3 * WITHIN
            await asyncio.sleep(0.05)
        print(f"\nlive in the other process after {time.monotonic() - begun:.2f} s{' (the whole knowledge)' if EMBEDDED else ''}")
        assert (await town.ayse.hear()).text.startswith("Daha önce yanıtlayamadığım")
        assert (await town.can.hear()).text.startswith(f"{made}. öneriniz onaylandı")
