"""One visit with everything in it, on both platforms through their real clients: what is said is the same in both, word for word.

With MMBOT_SHOW_SCRIPT the visit is printed.
"""

import asyncio
import os
import re
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import Executor
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
import simcord
from discord_world import World, buttons, connected
from town import Somebody, at_work

from bot_api import BotApi
from fakes import FakeClock
from mmbot.adapters.discord_bot import DiscordBot
from mmbot.adapters.discord_bot.markdown import unescaped
from mmbot.adapters.telegram_bot import TelegramBot
from mmbot.answering.conversation import Answering
from mmbot.app import Prepared
from mmbot.desk import dispatch
from mmbot.desk.commands import COMMANDS
from mmbot.desk.desk import Desk
from mmbot.desk.services import SERVICES
from mmbot.running import Serving
from mmbot.store.sqlite import SqliteRecords

# A command and what is typed behind it, or [a button] of the last message, or (one) that brings no more than a line over it.
VISIT = [
    "sor Moskova Antlaşması ne zaman imzalandı?", "[Kim?]", "sor peki nerede imzalandı?", "sor ya Gümrü", "[Kaynak]", "[Topal 2018]",
    "[BibTeX]",
    "sor Türk Komünist Fırkası nedir?", "[Türk", "sor Fenerbahçe ne zaman kuruldu?", "(Moderatörlere ilet)", "bugün 16 Mart",
    "kronoloji Mart 1921", "kronoloji 1919-1921", "madde Kars Antlaşması", "kaynak", "doğru-mu Kars Antlaşması 1922'de imzalandı.", "abone 09.30",
    "abonelik", "gizlilik", "verilerim", "unut", "[Evet, sil]", "yardım", "sor Kars Antlaşması'nı kim imzaladı?", "[Hata bildir]",
]  # fmt: skip

HELP = "yardım"  # tells of each platform what only it has
OPTIONS = {command.name: command.argument.name for command in COMMANDS if command.argument}


@pytest.fixture
def desks(embedded: Prepared, clock: FakeClock, tmp_path: Path) -> Iterator[list[Desk]]:
    """One for each platform, so that neither knows what was said to the other."""
    kept = [SqliteRecords(f"{tmp_path}/{name}.db") for name in ("telegram", "discord")]
    yield [Desk(Answering(*embedded, clock), records, clock, ZoneInfo("Europe/Istanbul"), SERVICES) for records in kept]
    for records in kept:
        records.close()


@pytest.fixture
def bot(desks: list[Desk], worker: Executor) -> DiscordBot:
    return DiscordBot(desks[1], worker, "a.b.c", patience=2.9)


@pytest_asyncio.fixture
async def env(bot: DiscordBot) -> AsyncIterator[simcord.Env]:
    async with connected(bot) as env:
        yield env


async def test_both_platforms_say_the_same(
    desks: list[Desk], env: simcord.Env, bot: DiscordBot, worker: Executor, clock: FakeClock
) -> None:
    for desk in desks:  # what the first question builds takes long on a busy machine
        dispatch.warm(desk)
    on_telegram = await telegram_visit(desks[0], worker, clock)
    on_discord = await discord_visit(World(env, bot, desks[1], worker), clock)
    for step, one, other in zip(VISIT, on_telegram, on_discord, strict=True):
        if step != HELP:
            assert words(one) == words(other), step


async def telegram_visit(desk: Desk, worker: Executor, clock: FakeClock) -> list[str]:
    script: list[str] = []
    said: list[str] = []
    async with BotApi() as api:
        user = api.user(5, "Ayşe")
        ayse = Somebody(api, user, api.private(user), script, clock)
        telegram = TelegramBot(desk, worker, api.token, api_url=api.url)
        async with at_work(Serving(desk, worker, {"telegram": telegram})):
            for step in VISIT:
                if step.startswith("("):
                    said.append(await ayse.tap(step.strip("()")))
                    continue
                sent = await (ayse.press(step.strip("[]")) if step.startswith("[") else ayse.say(f"/{step}"))
                said.append("\n".join([sent.text, *await rest(api)]))
        assert not api.refusals()
    show("Telegram", script)
    return said


async def rest(api: BotApi) -> list[str]:
    """What is said in further messages; a file holds what the first one says."""
    await asyncio.sleep(0.05)
    return [one.text for one in api.read()]


async def discord_visit(world: World, clock: FakeClock) -> list[str]:
    script: list[str] = []
    said: list[str] = []
    last = None
    for step in VISIT:
        clock.advance(seconds=20)
        if step.startswith(("[", "(")):
            wanted = step.strip("[]()")
            custom_id = next(found for label, found in buttons(last) if label.startswith(wanted))
            result = await world.ayse.user.click(last, custom_id=custom_id)
        else:
            name, _, typed = step.partition(" ")
            option = {OPTIONS[name]: typed} if typed else {}
            result = await world.ayse.user.slash(name, **option)
        told = [one for one in (result.response, *result.followups) if one is not None]
        last = told[-1]
        said.append("\n".join(one.content for one in told))
        labels = " ".join(f"[{label}]" for label, _ in buttons(last))
        script += [f"Ayşe: {step if step.startswith('[') else '/' + step}", f"mmbot: {said[-1]}", f"    {labels}"]
    show("Discord", script)
    return said


def words(text: str) -> list[str]:
    """What is read, without how it is set, how commands are named, and where messages are divided."""
    return re.findall(r"\w+", re.sub(r"(?:telegram|discord):@?\d+", "", unescaped(text).replace("**", "")))


def show(platform: str, script: list[str]) -> None:
    if os.environ.get("MMBOT_SHOW_SCRIPT"):
        print("", f"== {platform} ==", *script, sep="\n")
