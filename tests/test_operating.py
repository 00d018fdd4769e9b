"""``mmbot run`` and ``mmbot doctor`` as an operator meets them: real processes, a Bot API server on loopback."""

import asyncio
import logging
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot_api import BotApi
from mmbot.config import Settings, load
from mmbot.operating import set_up_logging
from mmbot.store.broken import StoreBroken
from postgres_server import PostgresServer

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


async def caught(process: Process, number: signal.Signals) -> None:
    """Wait until *process* has a handler for *number*."""
    async with asyncio.timeout(MOST):
        while True:
            status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
            if int(status.split("SigCgt:")[1].split()[0], 16) >> (number - 1) & 1:
                return
            await asyncio.sleep(0.01)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
async def test_it_ends_well_when_asked_to_before_it_serves(tmp_path: Path) -> None:
    process = await start("run", tmp_path, MMBOT_TELEGRAM_TOKEN="1:a", XDG_CACHE_HOME=str(tmp_path / "cold"))
    await caught(process, signal.SIGTERM)
    process.send_signal(signal.SIGTERM)
    assert await finished(process, 10) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="systemd")
async def test_systemd_is_told_that_it_serves_goes_on_and_stops(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.setblocking(False)

        async def told(*wanted: str) -> None:
            words: set[str] = set()
            async with asyncio.timeout(MOST):
                while not words.issuperset(wanted):
                    words.add((await asyncio.get_running_loop().sock_recv(systemd, 100)).decode())

        async with BotApi() as api:
            process = await start("run", tmp_path, **served(api), NOTIFY_SOCKET=str(tmp_path / "notify"))
            await told("READY=1", "WATCHDOG=1")
            process.terminate()
            await told("STOPPING=1")
            assert (await finished(process, 10))[0] == 0


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


PASSWORD = "ge%40heim"


def on_postgres(port: int, password: str = PASSWORD) -> dict[str, str]:
    return {"MMBOT_DATABASE_URL": f"postgresql://keeper:{password}@127.0.0.1:{port}/kept"}


async def test_doctor_looks_at_a_postgresql_database_and_tells_no_password(tmp_path: Path, postgres: PostgresServer) -> None:
    postgres.do("CREATE ROLE keeper LOGIN PASSWORD 'ge@heim'")
    postgres.do("CREATE DATABASE kept OWNER keeper")
    async with BotApi() as api:
        status, said = await finished(await start("doctor", tmp_path, **served(api), **on_postgres(postgres.port)))
        assert (status, "BAD" in said) == (0, False), said
        assert f"ok   database: PostgreSQL, 127.0.0.1:{postgres.port}/kept, can be opened and written" in said
        assert postgres.do("SELECT * FROM notes", postgres.url("kept")) == [], "looking leaves nothing"
        status, wrong = await finished(await start("doctor", tmp_path, **served(api), **on_postgres(postgres.port, "falsch")))
    assert status == 1
    assert 'password authentication failed for user "keeper"' in wrong
    assert "heim" not in said + wrong
    assert "falsch" not in wrong


async def test_without_its_database_server_it_ends_so_that_a_supervisor_tries_again(tmp_path: Path) -> None:
    status, said = await finished(await start("run", tmp_path, MMBOT_TELEGRAM_TOKEN="1:a", **on_postgres(1)))
    assert status == 1, "2 would mean that another try is useless"
    assert said.startswith("mmbot: Database “127.0.0.1:1/kept”: it cannot be connected to (")
    assert said.count("\n") == 1
    assert "heim" not in said


@pytest.fixture
def logged(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[Exception], str]]:
    """What is written of an error."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level

    def write(error: Exception) -> str:
        settings: Settings = load(on_postgres(1) | {"MMBOT_TELEGRAM_TOKEN": "42:a-b"}, "")
        set_up_logging(settings)
        try:
            raise error
        except Exception:
            logging.getLogger("mmbot").exception("failed")
        return capsys.readouterr().err

    yield write
    root.handlers[:] = before
    root.setLevel(level)


def test_a_database_that_fails_is_logged_as_one_line_without_traceback(logged: Callable[[Exception], str]) -> None:
    assert logged(StoreBroken("Database “x”: away.")).splitlines()[1:] == ["Database “x”: away."]
    assert "Traceback" in logged(ValueError("a bug"))


def test_neither_token_nor_password_is_logged(logged: Callable[[Exception], str]) -> None:
    said = logged(ValueError(f"42:a-b {on_postgres(1)['MMBOT_DATABASE_URL']}"))
    assert "42:a-b" not in said
    assert "heim" not in said
    assert "postgresql://keeper[secret]127.0.0.1" in said
