"""What every response has, and what is refused before any page sees it."""

import asyncio
import logging

import pytest
from web_world import CITATION, MODERATOR, Guest, World

from mmbot.moderation.proposals import Draft
from outages import missing

POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 1234*1001 }}"


@pytest.fixture
async def guest(world: World) -> Guest:
    return await world.signed_in()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200), ("GET", "/giris", 200), ("GET", "/stil.css", 200), ("GET", "/yok", 404), ("GET", "/oneri/9", 404), ("GET", "/oneri/1/onayla", 405),
        ("POST", "/", 405), ("PUT", "/", 405), ("DELETE", "/oneri/1", 405), ("OPTIONS", "/", 405), ("POST", "/oneri/1/onayla", 415), ("HEAD", "/", 200),
        ("GET", "/../../etc/passwd", 404), ("GET", "/stil.css/../../server.py", 404), ("TRACE", "/", 405),
    ],
)  # fmt: skip
async def test_every_response_has_the_headers_and_is_a_page(guest: Guest, method: str, path: str, status: int) -> None:
    answer = await guest._send(method, path, **({"data": b"x", "headers": {"Content-Type": "text/plain"}} if status == 415 else {}))
    assert answer.status == (status if status != 415 else 400)
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Server"] == "mmbot"
    assert "Strict-Transport-Security" not in answer.headers  # over http it means nothing
    assert "Traceback" not in answer.text
    if status >= 400:
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "<h1>" in answer.text
    if status == 405:
        assert "GET" in answer.headers["Allow"] or "POST" in answer.headers["Allow"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:{port}", "127.0.0.1:{port}.evil.example", ""])
async def test_another_host_name_is_refused(world: World, host: str) -> None:
    """A name of somebody else that points to us would make us a part of his site."""
    port = world.url.rpartition(":")[2]
    answer = await world.guest().get("/giris", headers={"Host": host.format(port=port)})
    assert answer.status == 421
    assert "Yanlış adres" in answer.words


@pytest.mark.parametrize("length", [pytest.param(60_000, id="fits"), pytest.param(70_000, id="too-large")])
async def test_large_forms_are_refused(guest: Guest, length: int) -> None:
    answer = await guest.post("/oner/entry", {"says": "a" * length})
    assert answer.status == (422 if length < 65_536 else 413)
    if length > 65_536:
        assert "Gönderilen metin çok uzun" in answer.words


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("&".join(f"f{n}=1" for n in range(100)).encode(), id="many-fields"),
        pytest.param(b"says=%FF%FE", id="no-utf-8"),
        pytest.param("says=ğ".encode(), id="not-encoded"),
        pytest.param(b"\x00\x01", id="no-form"),
    ],
)
async def test_what_is_no_form_is_refused(guest: Guest, body: bytes) -> None:
    answer = await guest._send("POST", "/oner/entry", data=body, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status in {400, 403}


async def test_what_is_no_http_is_answered_without_a_traceback(world: World) -> None:
    host, port = world.url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(b"\x16\x03\x01 nonsense\r\n\r\n")
    answer = await asyncio.wait_for(reader.read(), 5)
    writer.close()
    await writer.wait_closed()
    assert b"Traceback" not in answer
    assert b"400" in answer.split(b"\r\n")[0]


async def test_our_own_mistakes_are_logged_and_told_without_details(
    world: World, guest: Guest, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    with missing(world.desk.records, "misses"):
        answer = await guest.get("/yanitsiz")
    assert answer.status == 500
    assert "Beklenmeyen bir hata oldu" in answer.words
    assert "no such table" not in answer.text
    assert "no such table" in caplog.text


async def test_nothing_that_people_write_becomes_markup(world: World, guest: Guest) -> None:
    fields = {"title": EVIL, "kind": "treaty", "says": EVIL, "answers": "what", "aliases": EVIL, "questions": EVIL, "says_en": EVIL}
    await world.propose(Draft("entry", "kotu", "", fields, (CITATION,), reason=EVIL))
    await world.propose(
        Draft("change", "ornek-antlasmasi", "tanim", {"says": EVIL, "note_says": EVIL, "note_reference": EVIL}, reason=EVIL)
    )
    await world.call(world.desk.moderation.records.proposals.decide, 2, "postponed", MODERATOR, world.clock(), EVIL)
    entry = world.desk.moderation.living.entry("ornek-antlasmasi")
    await world.call(world.desk.moderation.records.revisions.append, entry, 0, MODERATOR, world.clock(), EVIL)
    miss = await world.miss(EVIL, EVIL, 2)
    await world.call(world.desk.records.counts.feedback, EVIL, EVIL)
    await world.call(world.desk.records.counts.add, {(world.desk.now().date(), "answered", EVIL): 1})
    paths = ["/", "/oneri/1", "/oneri/2", "/oneri/1/duzenle", "/oneri/2/duzenle", "/gecmis", "/gecmis/ornek-antlasmasi", "/yanitsiz", f"/yanitsiz/{miss}",
             "/istatistik", f"/oner/phrasing?konu=ornek-antlasmasi/tanim&yanitsiz={miss}"]  # fmt: skip
    for path in paths:
        answer = await guest.get(path)
        assert answer.status == 200, path
        assert_harmless(answer.text)
        assert "alert(1)" in answer.text or path == "/istatistik", path


@pytest.mark.parametrize(
    "path",
    [
        "/madde",
        "/yanitsiz/{miss}",
        "/istatistik?gun=",
        "/?oldu=",
        "/gecmis?sayfa=",
        "/gecmis/ornek-antlasmasi?bilgi=",
        "/oner/fact?konu=",
    ],
)
async def test_nothing_in_an_address_becomes_markup(world: World, guest: Guest, path: str) -> None:
    miss = await world.miss("ornek nerede")
    answer = await guest.get(
        path.format(miss=miss), params={"ara": EVIL, **({path.rpartition("?")[2][:-1]: EVIL} if "?" in path else {})}
    )
    assert_harmless(answer.text)


@pytest.mark.parametrize("path", ["/oneri/1/reddet", "/oner/entry", "/gecmis/ornek-antlasmasi/geri-al", "/giris/x", "/yok"])
async def test_nothing_that_is_sent_becomes_markup(world: World, guest: Guest, path: str) -> None:
    await world.correction()
    names = ("reason", "says", "title", "kind", "mark", "seen", "target", "source", "evidence")
    answer = await guest.post(path, dict.fromkeys(names, EVIL), headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status >= 400
    assert_harmless(answer.text)


def assert_harmless(page: str) -> None:
    assert "<script" not in page
    assert "<img" not in page
    assert "1235234" not in page
