"""How the bot begins, ends, and comes back."""

import asyncio
import io
import logging
import signal
import socket
import sys
import threading
import time
from pathlib import Path

import aiohttp
import pytest
from telegram_stage import MOSCOW, MOSCOW_DAY, Stage, running, until

from fakes import serve
from mmbot.adapters.telegram_bot import TelegramBot, Webhook
from mmbot.desk.commands import COMMANDS
from mmbot.desk.delivery import BadToken
from mmbot.desk.desk import Desk
from mmbot.desk.reply import Reply, line
from mmbot.model import Visitor

WITHIN = 8.0  # seconds in which the bot has to have left


async def stopped(bot: TelegramBot, stop: asyncio.Event, task: "asyncio.Task[None]") -> float:
    begun = time.monotonic()
    stop.set()
    await asyncio.wait_for(task, WITHIN)
    assert await bot.send("telegram:1", line("x")) == "later"
    return time.monotonic() - begun


async def test_the_api_may_be_down_at_the_start(idle: Stage, caplog: pytest.LogCaptureFixture) -> None:
    await idle.api.down()
    async with running(idle.bot):
        await until(lambda: "cannot be reached (NotDone). Next try in 2 s" in caplog.text)
        await idle.api.up()
        assert MOSCOW_DAY in (await idle.ask(MOSCOW)).text
    assert "Traceback" not in caplog.text


async def test_it_can_be_stopped_while_it_waits_for_the_api(idle: Stage) -> None:
    await idle.api.down()
    stop = asyncio.Event()
    task = asyncio.create_task(idle.bot.run(stop))
    await asyncio.sleep(0.2)
    assert await stopped(idle.bot, stop, task) < 2
    await idle.api.up()


@pytest.mark.parametrize("token", ["7000001:AAF-of-another-bot", "7000001:x"])
async def test_a_token_that_telegram_refuses_is_named_by_its_setting_and_not_repeated(
    idle: Stage, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    bot = TelegramBot(idle.desk, idle.worker, token, api_url=idle.api.url)
    with pytest.raises(BadToken, match="MMBOT_TELEGRAM_TOKEN") as error:
        await bot.run(asyncio.Event())
    told: BaseException | None = error.value
    while told is not None:
        assert token not in str(told)
        told = told.__cause__ or (None if told.__suppress_context__ else told.__context__)
    assert token not in caplog.text


async def test_a_token_that_is_revoked_while_the_bot_runs_ends_it(idle: Stage) -> None:
    task = asyncio.create_task(idle.bot.run(asyncio.Event()))
    await idle.ask(MOSCOW)
    idle.api.fail("getUpdates", status=401, times=9)
    idle.api.say(idle.ayse, idle.private, MOSCOW)
    with pytest.raises(BadToken):
        await asyncio.wait_for(task, WITHIN)


async def test_of_two_processes_with_one_token_each_says_so_and_what_is_asked_is_answered_once(
    idle: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(idle.bot), running(idle.another()):
        await until(lambda: "Another process fetches updates with the same token; stop one of them" in caplog.text)
        assert MOSCOW_DAY in (await idle.ask(MOSCOW)).text
        await idle.api.quiet(0.3)
    assert "Traceback" not in caplog.text


async def test_it_can_run_again_after_it_has_stopped(idle: Stage) -> None:
    for _ in range(2):
        async with running(idle.bot):
            assert MOSCOW_DAY in (await idle.ask(MOSCOW)).text


async def test_what_has_come_in_is_answered_before_it_leaves(idle: Stage) -> None:
    begun = threading.Event()

    def slow(_desk: Desk, text: str, _visitor: Visitor) -> Reply:
        begun.set()
        time.sleep(0.3)
        return line(text)

    serve(idle.desk, commands={"sor": slow})
    stop = asyncio.Event()
    task = asyncio.create_task(idle.bot.run(stop))
    for text in ("bir", "iki"):
        idle.api.say(idle.ayse, idle.private, text)
    await until(begun.is_set)
    await stopped(idle.bot, stop, task)
    assert [sent.text for sent in idle.api.read()] == ["bir", "iki"]
    async with running(idle.bot):  # and Telegram was told
        await idle.api.quiet(0.3)


async def test_it_leaves_in_time_though_the_desk_and_the_api_hang(idle: Stage, caplog: pytest.LogCaptureFixture) -> None:
    free, begun = threading.Event(), threading.Event()

    def hangs(*_: object) -> Reply:
        begun.set()
        free.wait(20)
        return line("x")

    serve(idle.desk, commands={"sor": hangs})
    stop = asyncio.Event()
    task = asyncio.create_task(idle.bot.run(stop))
    idle.api.say(idle.ayse, idle.private, "bir")
    await until(begun.is_set)
    idle.api.fail("*", slow=30, times=99)
    try:
        await stopped(idle.bot, stop, task)
    finally:
        free.set()
    assert "given up" in caplog.text


async def test_menus_are_set_for_each_scope_and_language_and_only_when_they_change(
    idle: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(idle.bot):
        await until(lambda: "The menus of commands were set" in caplog.text)
    everybody = [command.id for command in COMMANDS if not command.moderators]
    menus = {key: [one["command"] for one in menu] for key, menu in idle.api.commands.items()}
    for language in ("", "tr", "en"):
        assert menus["all_private_chats", language] == menus["all_group_chats", language] == everybody
        assert menus["all_chat_administrators", language] == [command.id for command in COMMANDS]
    assert idle.api.commands["all_private_chats", ""] == idle.api.commands["all_private_chats", "tr"]
    assert idle.api.commands["all_private_chats", "en"][0]["description"] == COMMANDS[0].description.en
    async with running(idle.bot):
        await idle.ask(MOSCOW)
    assert idle.api.count("setMyCommands") == 9


async def test_menus_that_cannot_be_set_keep_nobody_from_asking(idle: Stage, caplog: pytest.LogCaptureFixture) -> None:
    idle.api.fail("setMyCommands", status=400)
    async with running(idle.bot):
        assert MOSCOW_DAY in (await idle.ask(MOSCOW)).text
        await until(lambda: "could not be set" in caplog.text)
    async with running(idle.bot):
        await until(lambda: len(idle.api.commands) == 9)


# by webhook


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


async def test_updates_come_by_webhook_and_only_from_telegram(idle: Stage) -> None:
    listen = f"127.0.0.1:{free_port()}"
    url = f"http://{listen}/telegram/hook"
    bot = idle.another(Webhook(url, listen, "s3cret-of-the-webhook"))
    async with running(bot):
        await until(lambda: idle.api.updates.webhook.url == url)
        assert MOSCOW_DAY in (await idle.ask(MOSCOW)).text
        await idle.api.press(idle.ayse, idle.api.sent[-1], "Kaynak").answer()
        await idle.api.next_message()
        known = {"X-Telegram-Bot-Api-Secret-Token": idle.api.updates.webhook.secret}
        said = idle.api.say(idle.ayse, idle.private, MOSCOW)
        await idle.api.next_message()
        forged = {**(said.update or {}), "update_id": 5}
        async with aiohttp.ClientSession() as session:
            statuses = []
            for headers, body in [
                ({}, forged),
                ({"X-Telegram-Bot-Api-Secret-Token": "x"}, forged),
                (known, [1]),
                (known, {"update_id": {}}),
            ]:
                async with session.post(url, json=body, headers=headers) as response:
                    statuses.append(response.status)
            async with session.post(url, data=io.BytesIO(b"x" * 2_000_000), headers=known) as response:
                statuses.append(response.status)
            async with session.post(url, data=b"{", headers=known) as response:
                statuses.append(response.status)
            async with session.get(url) as response:
                statuses.append(response.status)
        assert statuses[:2] == [403, 403]
        assert statuses[4:] == [413, 400, 405]
        assert all(400 <= status < 500 or status == 200 for status in statuses)
        await idle.api.quiet()
        idle.api.redeliver(said)
        await idle.api.quiet(0.3)
    assert idle.api.updates.webhook.url == url  # another process may go on
    async with running(idle.bot):  # polling takes the webhook off
        assert MOSCOW_DAY in (await idle.ask(MOSCOW)).text


# a process that is killed


async def started(idle: Stage, database: Path) -> asyncio.subprocess.Process:
    script = Path(__file__).with_name("run_bot.py")
    return await asyncio.create_subprocess_exec(sys.executable, str(script), idle.api.url, idle.api.token, str(database))


async def test_a_killed_process_answers_nothing_twice(idle: Stage, tmp_path: Path) -> None:
    process = await started(idle, tmp_path / "a.db")
    said = idle.api.say(idle.ayse, idle.private, MOSCOW)
    await idle.api.next_message(idle.private, timeout=90)
    process.kill()
    await process.wait()
    waiting = idle.api.say(idle.ayse, idle.private, "Kars Antlaşması ne zaman imzalandı?")
    idle.api.redeliver(said)
    again = await started(idle, tmp_path / "a.db")
    try:
        assert "13 Ekim 1921" in (await idle.api.next_message(idle.private, timeout=90)).text
        assert waiting
        await idle.api.quiet(0.5)
    finally:
        again.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(again.wait(), WITHIN) == 0


async def test_nothing_is_logged_of_what_people_write(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    secret = "Gizli bir soru 123456"
    await stage.ask(secret)
    stage.api.fail("sendMessage", status=400)
    stage.api.say(stage.ayse, stage.private, secret)
    await until(lambda: "could not be handled" in caplog.text)
    assert secret not in caplog.text
    assert logging.getLogger("httpx").level >= logging.WARNING
