"""``mmbot run`` and ``mmbot doctor`` as an operator meets them: real processes, a Bot API server on loopback."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

import pytest

from bot_api import BotApi

MOST = 60.0  # seconds: the first start in a fresh clone prepares the knowledge


def environ(tmp_path: Path, **settings: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MMBOT")}
    return kept | {"MMBOT_DATABASE_URL": f"sqlite:///{tmp_path}/mmbot.db", "MMBOT_MODERATORS": "telegram:7"} | settings


async def start(command: str, tmp_path: Path, **settings: str) -> Process:
    arguments = [sys.executable, "-m", "mmbot", *command.split()]
    return await asyncio.create_subprocess_exec(*arguments, env=environ(tmp_path, **settings), stdout=PIPE, stderr=PIPE)


async def finished(process: Process, seconds: float = MOST) -> tuple[int | None, str]:
    """Exit status and everything that was printed."""
    out, err = await asyncio.wait_for(process.communicate(), seconds)
    return process.returncode, out.decode() + err.decode()


def served(api: BotApi) -> dict[str, str]:
    return {"MMBOT_TELEGRAM_TOKEN": api.token, "MMBOT_TELEGRAM_API_URL": api.url}


async def test_nothing_to_serve_is_one_clear_line(tmp_path: Path) -> None:
    status, said = await finished(await start("run", tmp_path))
    assert status == 2
    assert "MMBOT_TELEGRAM_TOKEN" in said
    assert said.count("\n") == 1


async def test_a_wrong_token_ends_with_status_2_and_is_not_repeated(tmp_path: Path) -> None:
    async with BotApi() as api:
        wrong = "4242:not-the-right-one"
        status, said = await finished(await start("run", tmp_path, **(served(api) | {"MMBOT_TELEGRAM_TOKEN": wrong})))
    assert status == 2
    assert "MMBOT_TELEGRAM_TOKEN" in said
    assert wrong not in said
    assert "not-the-right-one" not in said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_answers_and_stops_when_asked_to(tmp_path: Path, number: signal.Signals) -> None:
    async with BotApi() as api:
        process = await start("run", tmp_path, **served(api))
        ayse = api.user(1, "Ayşe")
        api.say(ayse, api.private(ayse), "Kars Antlaşması ne zaman imzalandı?")
        answer = await api.next_message(ayse, timeout=MOST)
        assert "13 Ekim 1921" in answer.text
        process.send_signal(number)
        status, said = await finished(process, 10)
        assert not api.leaks()
    assert status == 0
    assert api.token not in said
    assert "Kars" not in said  # no message is logged


async def test_it_waits_for_an_api_that_is_down_and_says_so(tmp_path: Path) -> None:
    async with BotApi() as api:
        await api.down()
        process = await start("run", tmp_path, **served(api))
        assert process.stderr is not None
        line = await asyncio.wait_for(process.stderr.readline(), MOST)
        assert "Telegram" in line.decode()
        await api.up()
        ayse = api.user(1, "Ayşe")
        api.say(ayse, api.private(ayse), "Kars Antlaşması nedir?")
        await api.next_message(ayse, timeout=MOST)
        process.terminate()
        assert (await finished(process, 10))[0] == 0


async def test_doctor_asks_the_platform_and_names_what_is_missing(tmp_path: Path) -> None:
    async with BotApi() as api:
        status, said = await finished(await start("doctor", tmp_path, **served(api)))
        assert (status, "BAD" in said) == (0, False), said
        assert "mmtestbot" in said
        status, said = await finished(await start("doctor", tmp_path, **(served(api) | {"MMBOT_TELEGRAM_TOKEN": "1:wrong"})))
    assert status == 1
    assert "BAD  Telegram: the token is refused" in said
    assert "1:wrong" not in said


async def test_doctor_tells_whether_the_bot_is_alive(tmp_path: Path) -> None:
    assert (await finished(await start("doctor --alive", tmp_path)))[0] == 1
    async with BotApi() as api:
        process = await start("run", tmp_path, **served(api))
        ayse = api.user(1, "Ayşe")
        api.say(ayse, api.private(ayse), "Kars Antlaşması nedir?")
        await api.next_message(ayse, timeout=MOST)
        status, said = await finished(await start("doctor --alive", tmp_path))
        assert (status, "heartbeat" in said) == (0, True), said
        process.terminate()
        await finished(process, 10)


async def test_a_database_that_is_none_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "mmbot.db").write_bytes(b"this is no database, but a letter to my aunt" * 100)
    status, said = await finished(await start("run", tmp_path, MMBOT_TELEGRAM_TOKEN="1:a"))
    assert status == 2
    assert "Traceback" not in said
    assert "mmbot.db" in said
