"""What “mmbot doctor” finds, and that each fault comes with what to do; it changes and makes nothing."""

import asyncio
import socket
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web

from mmbot.config import Settings, load
from mmbot.doctor.kept import Unwell, look_at_database
from mmbot.doctor.listening import listening
from mmbot.doctor.platforms import PERMISSIONS, platforms
from mmbot.store.sqlite import SqliteRecords

TELEGRAM, DISCORD = {"MMBOT_TELEGRAM_TOKEN": "42:geheim"}, {"MMBOT_DISCORD_TOKEN": "geheim"}
ME = {"ok": True, "result": {"username": "mmtestbot", "supports_inline_queries": True, "can_join_groups": True}}


@asynccontextmanager
async def answering(answer: Callable[[], web.Response]) -> AsyncIterator[str]:
    """The address of a server that gives every request this answer."""

    async def handle(_request: web.BaseRequest) -> web.StreamResponse:
        return answer()

    runner = web.ServerRunner(web.Server(handle), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def said(settings: Settings) -> list[str]:
    return await asyncio.to_thread(lambda: [str(finding) for finding in platforms(settings)])


def hours_ago(hours: int) -> dict[str, str]:
    return {"Date": format_datetime(datetime.now(UTC) - timedelta(hours=hours), usegmt=True)}


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        pytest.param(
            lambda: web.json_response(ME),
            ["ok   Telegram: the token is that of @mmtestbot", "ok   clock: agrees with Telegram's"],
            id="well",
        ),
        pytest.param(
            lambda: web.json_response(ME, headers=hours_ago(1)),
            ["ok   Telegram", "BAD  clock: 36"],
            id="clock",
        ),
        pytest.param(
            lambda: web.json_response({}, status=401),
            [
                "BAD  Telegram: the token is refused (HTTP 401). Copy it again into MMBOT_TELEGRAM_TOKEN. Or: Correct MMBOT_TELEGRAM_API_URL (http://",
                "ok   clock",
            ],
            id="refused",
        ),
        pytest.param(
            lambda: web.Response(status=502),
            ["BAD  Telegram: answers HTTP 502. Try again in some minutes.", "ok   clock"],
            id="its-own-fault",
        ),
        pytest.param(
            lambda: web.Response(text="<html>"),
            ["BAD  Telegram: what answers is not Telegram's API. Correct MMBOT_TELEGRAM_API_URL (http://"],
            id="something-else",
        ),
        pytest.param(
            lambda: web.json_response({"result": {"username": "b", "can_join_groups": False, "can_read_all_group_messages": True}}),
            [
                "ok   Telegram: the token is that of @b; inline mode is off (BotFather: /setinline); it cannot be added to groups (BotFather: "
                "/setjoingroups); privacy mode is off",
                "ok   clock",
            ],
            id="set-up-otherwise",
        ),
    ],
)
async def test_what_a_platform_answers(answer: Callable[[], web.Response], lines: list[str]) -> None:
    async with answering(answer) as url:
        found = await said(load(TELEGRAM | {"MMBOT_TELEGRAM_API_URL": url}, ""))
    assert [line[: len(start)] for line, start in zip(found, lines, strict=True)] == lines
    assert "geheim" not in "".join(found)


@pytest.mark.parametrize(
    ("url", "reason"),
    [("http://127.0.0.1:1", "nothing listens there"), ("http://nowhere.invalid", "its name is not found")],
    ids=["closed", "no-such-name"],
)
async def test_what_cannot_be_reached(url: str, reason: str) -> None:
    assert await said(load(TELEGRAM | {"MMBOT_TELEGRAM_API_URL": url}, "")) == [
        f"BAD  Telegram: cannot be reached ({reason}). Correct MMBOT_TELEGRAM_API_URL ({url})."
    ]


async def test_discords_invitation_has_the_permissions_of_the_guide() -> None:
    async with answering(lambda: web.json_response({"username": "mmbot", "id": "8"})) as url:
        first, _ = await said(load(DISCORD | {"MMBOT_DISCORD_API_URL": url}, ""))
    assert f"client_id=8&scope=bot+applications.commands&permissions={PERMISSIONS}" in first
    discord = pytest.importorskip("discord")
    needed = discord.Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        embed_links=True,
        attach_files=True,
        read_message_history=True,
    )
    assert needed.value == PERMISSIONS


async def test_without_a_token_there_is_nothing_to_serve() -> None:
    assert await said(load({}, "")) == ["BAD  platforms: no token is set. Set MMBOT_TELEGRAM_TOKEN, MMBOT_DISCORD_TOKEN or both."]


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert look_at_database(f"sqlite:///{tmp_path}/mmbot.db") == f"“{tmp_path}/mmbot.db” is made at the first start"
    assert list(tmp_path.iterdir()) == []


def test_an_older_versions_database_is_not_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "mmbot.db"
    SqliteRecords(str(path)).close()
    with sqlite3.connect(path) as database:
        database.execute("DELETE FROM _sqlite_migrations WHERE name = '003_languages'")
    database.close()
    before = path.read_bytes()
    assert "before that: mmbot backup FILE" in look_at_database(f"sqlite:///{path}")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        pytest.param("sqlite:////nowhere/at/all/mmbot.db", "Make it (mkdir -p)", id="no-folder"),
        pytest.param("sqlite:///:memory:", "Set MMBOT_DATABASE_URL to a file", id="in-memory"),
        pytest.param("sqlite:////proc/mmbot.db", "Let the user that runs mmbot write it", id="read-only"),
    ],
)
def test_a_database_that_cannot_be_kept(url: str, advice: str) -> None:
    with pytest.raises(Unwell) as caught:
        look_at_database(url)
    assert advice in str(caught.value)


@pytest.mark.parametrize(
    ("environ", "line"),
    [
        pytest.param(
            {"MMBOT_WEB_URL": "https://a.example"}, "ok   page: https://a.example, by a proxy that passes it on to", id="page"
        ),
        pytest.param({}, "ok   page: http://127.0.0.1:0, for browsers on this machine; for others, set web_url", id="page-here"),
        pytest.param(
            {"MMBOT_WEB_URL": "http://a.example"}, "BAD  page: http://a.example is not encrypted. Put a proxy", id="not-encrypted"
        ),
        pytest.param(
            {"MMBOT_WEB_LISTEN": "192.0.2.1:8080"}, "BAD  page: mmbot cannot listen on 192.0.2.1:8080 (", id="no-such-address"
        ),
        pytest.param(
            {"MMBOT_WEB_LISTEN": "", "MMBOT_TELEGRAM_WEBHOOK_URL": "http://a.example/t"},
            "BAD  webhook: Telegram calls https://",
            id="webhook",
        ),
    ],
)
def test_where_it_listens(environ: dict[str, str], line: str) -> None:
    given = {
        "MMBOT_WEB_LISTEN": "127.0.0.1:0",
        "MMBOT_TELEGRAM_WEBHOOK_LISTEN": "127.0.0.1:0",
        "MMBOT_TELEGRAM_WEBHOOK_SECRET": "a",
    }
    (finding,) = listening(load(given | environ, ""), lambda: False)
    assert str(finding).startswith(line)


@pytest.mark.parametrize("lives", [False, True], ids=["stopped", "running"])
def test_a_port_is_taken_rightly_by_the_bot_that_runs(lives: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings = load({"MMBOT_WEB_LISTEN": f"127.0.0.1:{taken.getsockname()[1]}"}, "")
        (finding,) = listening(settings, lambda: lives)
    assert finding.well is lives
    assert lives or "Set web_listen to another address or port" in finding.says
