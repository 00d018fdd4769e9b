"""mmbot is killed beside Discord: what was handled is not handled again by the next process, and buttons of before still work."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from loopback import Loopback, command, message, press
from processes import process, started

from bot_api import BotApi

TOKEN = "MTk4.geheim.wort-123"
QUESTION = "Örnek Antlaşması nedir?"


@pytest.fixture
async def discord() -> AsyncIterator[Loopback]:
    server = Loopback(TOKEN)
    async with server.serving():
        yield server


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.01)


async def test_a_killed_process_answers_nothing_twice_and_its_buttons_live_on(
    discord: Loopback, folder: Path, tmp_path: Path
) -> None:
    database, settings = tmp_path / "mmbot.db", {"discord_token": TOKEN, "discord_api_url": discord.url}
    asked, said = command("sor", soru=QUESTION), message(QUESTION)
    killed = await started(folder, database, **settings)
    await until(discord.identified.is_set)
    await discord.emit("INTERACTION_CREATE", asked)
    await discord.emit("MESSAGE_CREATE", said)
    await until(lambda: discord.calls("interactions/11/") and discord.calls("channels/12/messages"))
    await discord.emit("INTERACTION_CREATE", asked | {"id": "14"})  # whatever becomes of it, it is answered once at most
    killed.kill()
    await killed.wait()
    discord.identified.clear()
    async with process(folder, database, **settings):
        await until(discord.identified.is_set)
        for event in (asked, asked | {"id": "14"}):
            await discord.emit("INTERACTION_CREATE", event)
        await discord.emit("MESSAGE_CREATE", said)
        (answer,) = discord.calls("interactions/11/")
        rows = answer["data"]["components"]
        buttons = {one["label"]: one["custom_id"] for row in rows for one in row["components"]}
        await discord.emit("INTERACTION_CREATE", press(buttons["Ne zaman?"], rows, "15"))
        await until(lambda: discord.calls("interactions/15/"))
    assert "1921" in discord.calls("interactions/15/")[0]["data"]["content"]
    assert len(discord.calls("interactions/11/")) == 1
    assert len(discord.calls("interactions/14/")) <= 1
    assert len(discord.calls("channels/12/messages")) == 1


async def test_a_wrong_token_of_one_platform_leaves_the_other_at_work_and_is_status_2_in_the_end(
    discord: Loopback, folder: Path, tmp_path: Path
) -> None:
    database, wrong = tmp_path / "mmbot.db", "MTk4.nicht.das-richtige"
    async with BotApi() as api:
        settings = {
            "telegram_token": api.token,
            "telegram_api_url": api.url,
            "discord_token": wrong,
            "discord_api_url": discord.url,
        }
        process = await started(folder, database, **settings)
        ayse = api.user(1, "Ayşe")
        api.say(ayse, api.private(ayse), QUESTION)
        assert (await api.next_message(ayse, timeout=30)).text
        await until(lambda: "MMBOT_DISCORD_TOKEN" in log(database))
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 10) == 2
    assert wrong not in log(database)
    assert api.token not in log(database)


def log(database: Path) -> str:
    return database.with_name("log.txt").read_text(encoding="utf-8")
