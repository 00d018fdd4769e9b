"""Coming up, staying up and going, over real sockets: the client of discord.py against a Discord on loopback."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Executor

import discord
import pytest
import pytest_asyncio
from discord.http import Route
from discord_world import replying
from loopback import Loopback, command

from mmbot.adapters.discord_bot import DiscordBot
from mmbot.desk.delivery import BadToken
from mmbot.desk.desk import Desk
from mmbot.desk.reply import Reply, line

TOKEN = "MTk4.geheim.wort-123"


@pytest_asyncio.fixture
async def loopback() -> AsyncIterator[Loopback]:
    server = Loopback(TOKEN)
    async with server.serving():
        yield server


@pytest.fixture
def started(desk: Desk, worker: Executor, loopback: Loopback) -> Callable[..., DiscordBot]:
    def start(token: str = TOKEN, **seconds: float) -> DiscordBot:
        return DiscordBot(desk, worker, token, api_url=loopback.url, pause=0.05, **seconds)

    return start


async def until(condition: Callable[[], bool], seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


async def finished(serving: "asyncio.Task[None]", stop: asyncio.Event) -> None:
    stop.set()
    async with asyncio.timeout(8.0):
        await serving


async def test_it_answers_until_it_is_asked_to_stop(started: Callable[..., DiscordBot], loopback: Loopback) -> None:
    bot, stop, before = started(), asyncio.Event(), Route.BASE
    serving = asyncio.create_task(bot.run(stop))
    await until(loopback.identified.is_set)
    await loopback.emit("INTERACTION_CREATE", command("sor", soru="Gümrü Antlaşması ne zaman imzalandı?"))
    await until(lambda: bool(loopback.calls("/callback")))
    assert "1920" in loopback.calls("/callback")[0]["data"]["content"]
    await asyncio.wait_for(bot.client.all_answered(), 1.0)
    await finished(serving, stop)
    assert before == Route.BASE
    assert bot.client.is_closed()


@pytest.mark.parametrize("token", ["MTk4.falsch.wort", "zwei\nzeilen", "şifre", " "])
async def test_a_wrong_token_ends_it_and_is_not_repeated(
    started: Callable[..., DiscordBot], caplog: pytest.LogCaptureFixture, token: str
) -> None:
    with pytest.raises(BadToken, match="MMBOT_DISCORD_TOKEN") as refused:
        await asyncio.wait_for(started(token).run(asyncio.Event()), 5.0)
    assert token.strip() not in str(refused.value) or not token.strip()
    assert refused.value.__cause__ is None
    assert "falsch" not in caplog.text


async def test_a_token_that_the_gateway_refuses(started: Callable[..., DiscordBot], loopback: Loopback) -> None:
    loopback.close_code = 4004
    with pytest.raises(BadToken):
        await asyncio.wait_for(started().run(asyncio.Event()), 5.0)


async def test_it_waits_for_an_interface_that_is_down(
    started: Callable[..., DiscordBot], loopback: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    loopback.status = 503
    bot, stop = started(), asyncio.Event()
    serving = asyncio.create_task(bot.run(stop))
    await until(lambda: caplog.text.count("Discord cannot be reached (DiscordServerError 503)") >= 2)
    loopback.status = 200
    await until(loopback.identified.is_set)
    assert "Traceback" not in caplog.text
    assert TOKEN not in caplog.text
    await finished(serving, stop)


async def test_it_waits_where_nobody_listens(
    desk: Desk, worker: Executor, unused_tcp_port: int, caplog: pytest.LogCaptureFixture
) -> None:
    bot, stop = DiscordBot(desk, worker, TOKEN, api_url=f"http://127.0.0.1:{unused_tcp_port}/api/v10", pause=0.05), asyncio.Event()
    serving = asyncio.create_task(bot.run(stop))
    await until(lambda: caplog.text.count("Discord cannot be reached (ClientConnectorError)") >= 2)
    assert await bot.send("discord:1", line("a")) == "later"
    await finished(serving, stop)


async def test_it_stops_while_the_gateway_is_down(
    started: Callable[..., DiscordBot], loopback: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    loopback.gateway_status = 503
    stop = asyncio.Event()
    serving = asyncio.create_task(started().run(stop))
    await until(lambda: "Failed to connect for shard_id: 0" in caplog.text)
    assert "Traceback" not in caplog.text
    await finished(serving, stop)


async def test_it_begins_anew_when_the_gateway_turns_it_away(
    started: Callable[..., DiscordBot], loopback: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    loopback.close_code = 4013
    bot, stop = started(), asyncio.Event()
    serving = asyncio.create_task(bot.run(stop))
    await until(lambda: "next try" in caplog.text)
    loopback.close_code = 0
    await until(loopback.identified.is_set)
    await finished(serving, stop)


async def test_who_is_being_answered_is_answered_before_it_goes(
    started: Callable[..., DiscordBot], loopback: Loopback, desk: Desk
) -> None:
    begun: list[float] = []

    def slow(*_: object) -> Reply:
        begun.append(time.monotonic())
        time.sleep(0.3)
        return line("noch da")

    replying(desk, slow)
    bot, stop = started(), asyncio.Event()
    serving = asyncio.create_task(bot.run(stop))
    await until(loopback.identified.is_set)
    await loopback.emit("INTERACTION_CREATE", command("gizlilik"))
    await until(lambda: bool(begun))
    await finished(serving, stop)
    assert loopback.calls("/callback")[0]["data"]["content"] == "noch da"


async def test_an_event_that_comes_twice_is_answered_once(
    started: Callable[..., DiscordBot], loopback: Loopback, desk: Desk
) -> None:
    asked = replying(desk, line("a"))
    bot, stop = started(), asyncio.Event()
    serving = asyncio.create_task(bot.run(stop))
    await until(loopback.identified.is_set)
    for _ in range(2):
        await loopback.emit("INTERACTION_CREATE", command("gizlilik"))
    await until(lambda: bool(loopback.calls("/callback")))
    await finished(serving, stop)
    assert (len(asked), len(loopback.calls("/callback"))) == (1, 1)


async def test_it_does_not_wait_for_ever(started: Callable[..., DiscordBot], loopback: Loopback, desk: Desk) -> None:
    replying(desk, lambda *_: time.sleep(0.6) or line("zu spät"))
    bot, stop = started(drain=0.1), asyncio.Event()
    serving = asyncio.create_task(bot.run(stop))
    await until(loopback.identified.is_set)
    await loopback.emit("INTERACTION_CREATE", command("gizlilik"))
    await until(lambda: not bot.client._idle.is_set())
    await finished(serving, stop)
    assert loopback.calls("/callback") == []


async def test_asked_to_stop_before_it_began(started: Callable[..., DiscordBot]) -> None:
    stop = asyncio.Event()
    stop.set()
    await started().run(stop)


async def test_the_commands_are_told_over_the_wire_once(started: Callable[..., DiscordBot], loopback: Loopback) -> None:
    for _ in range(2):
        bot, stop = started(), asyncio.Event()
        loopback.identified.clear()
        serving = asyncio.create_task(bot.run(stop))
        await until(loopback.identified.is_set)
        await finished(serving, stop)
    assert len(loopback.calls("applications/8/commands")) == 1


async def test_no_token_in_the_log_of_a_whole_run(
    started: Callable[..., DiscordBot], loopback: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.WARNING, "discord")
    bot, stop = started(), asyncio.Event()
    serving = asyncio.create_task(bot.run(stop))
    await until(loopback.identified.is_set)
    loopback.status = 429
    await loopback.emit("INTERACTION_CREATE", command("gizlilik"))
    await until(lambda: "Discord refused" in caplog.text)
    loopback.status = 200
    await finished(serving, stop)
    assert TOKEN not in caplog.text
    assert "/tok/" not in caplog.text


def test_no_privileged_intent_is_asked_for(desk: Desk, worker: Executor) -> None:
    intents = DiscordBot(desk, worker, TOKEN).client.intents
    assert not intents.message_content
    assert not intents.members
    assert not intents.presences
    assert DiscordBot(desk, worker, TOKEN).client.allowed_mentions.to_dict() == discord.AllowedMentions.none().to_dict()


async def test_a_message_that_is_perhaps_there_is_not_sent_again(started: Callable[..., DiscordBot], loopback: Loopback) -> None:
    """Discord has read it and the connection breaks before its answer; where there is no connection at all, nothing has left."""
    bot, stop = started(), asyncio.Event()
    serving = asyncio.create_task(bot.run(stop))
    await until(loopback.identified.is_set)
    loopback.drops = True
    assert await bot.send("discord:5", line("16 Mart")) == "sent"
    assert len(loopback.calls("channels/5/messages")) == 1
    assert await bot.send("discord:@5", line("16 Mart")) == "later", "the private channel could not be opened"
    await loopback.unreachable()
    assert await bot.send("discord:5", line("17 Mart")) == "later"
    await finished(serving, stop)
