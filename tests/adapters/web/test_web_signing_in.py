"""A link that works once, a session that ends, and nobody else's."""

import pytest
from web_world import MODERATOR, PROPOSER, READER, World, serving

from mmbot.adapters.web.sessions import MOST, Sessions
from mmbot.model import Person
from mmbot.moderation.roles import Policy


async def test_a_link_signs_its_owner_in(world: World) -> None:
    guest = world.guest()
    answer = await guest.sign_in(await world.code(MODERATOR))
    assert answer.status == 303
    assert answer.headers["Location"] == "/?oldu=signed-in"
    shown = await guest.get(answer.headers["Location"])
    assert shown.status == 200
    assert "Telegram 7, moderatör" in shown.words
    assert "Oturum açıldı." in shown.words


async def test_a_preview_of_the_link_does_not_use_it_up(world: World) -> None:
    code = await world.code(MODERATOR)
    for _ in range(3):
        assert (await world.guest().get(f"/giris/{code}")).status == 200
    assert (await world.guest().sign_in(code)).status == 303


async def test_a_link_works_once(world: World) -> None:
    code = await world.code(MODERATOR)
    await world.guest().sign_in(code)
    second = world.guest()
    answer = await second.sign_in(code)
    assert answer.status == 403
    assert "Bağlantı geçerli değil" in answer.words
    assert (await second.get("/")).status == 401


@pytest.mark.parametrize("minutes", [pytest.param(9, id="in-time"), pytest.param(11, id="too-late")])
async def test_a_link_is_valid_for_ten_minutes(world: World, minutes: int) -> None:
    code = await world.code(MODERATOR)
    world.clock.advance(minutes=minutes)
    assert (await world.guest().sign_in(code)).status == (303 if minutes < 10 else 403)


@pytest.mark.parametrize("code", ["aaaa-bbbb-cccc", "x", "%00", "..%2F..", "a" * 300, "<script>", "İĞÜŞÖÇ"])
async def test_a_guessed_link_signs_nobody_in(world: World, code: str) -> None:
    guest = world.guest()
    answer = await guest.sign_in(code)
    assert answer.status == 403
    assert (await guest.get("/")).status == 401


async def test_the_code_of_another_purpose_signs_nobody_in(world: World) -> None:
    code = await world.call(world.desk.moderation.records.accounts.new_code, MODERATOR, "link", world.clock())
    assert (await world.guest().sign_in(code)).status == 403


@pytest.mark.parametrize("person", [PROPOSER, READER])
async def test_who_does_not_moderate_is_not_signed_in(world: World, person: Person) -> None:
    guest = world.guest()
    answer = await guest.sign_in(await world.code(person))
    assert answer.status == 403
    assert "moderatörler içindir" in answer.words
    assert "Set-Cookie" not in answer.headers or "mmbot=;" in answer.headers["Set-Cookie"]


async def test_the_button_of_the_link_is_pressed_on_our_own_page(world: World) -> None:
    """Without the cookie and the token of the page another site could sign a moderator in as somebody else."""
    code = await world.code(MODERATOR)
    guest = world.guest()
    assert (await guest.post(f"/giris/{code}", of="")).status == 403
    assert (await guest.post(f"/giris/{code}", {"form_token": "0" * 64}, of="")).status == 403
    assert (await guest.sign_in(code)).status == 303


async def test_trying_codes_is_slowed_down(world: World) -> None:
    guest = world.guest()
    tried = [await guest.sign_in(f"aaaa-bbbb-ccc{n}") for n in range(7)]
    assert [answer.status for answer in tried] == [403] * 6 + [429]
    assert int(tried[-1].headers["Retry-After"]) >= 1
    code = await world.code(MODERATOR)
    assert (await guest.sign_in(code)).status == 429  # and the good code is not used up by it
    world.clock.advance(seconds=30)
    assert (await guest.sign_in(code)).status == 303


async def test_addresses_behind_the_proxy_are_told_apart(world: World) -> None:
    one, other = world.guest(**{"X-Forwarded-For": "203.0.113.5"}), world.guest(**{"X-Forwarded-For": "6.6.6.6, 203.0.113.6"})
    for n in range(8):
        last = await one.sign_in(f"aaaa-bbbb-ccc{n}")
    assert last.status == 429
    assert (await other.sign_in(await world.code(MODERATOR))).status == 303


async def test_a_session_ends_after_twelve_hours(world: World) -> None:
    guest = await world.signed_in()
    world.clock.advance(hours=11, minutes=59)
    assert (await guest.get("/")).status == 200
    world.clock.advance(minutes=2)
    assert (await guest.get("/")).status == 401


async def test_signing_out_ends_the_session_also_for_a_copied_cookie(world: World) -> None:
    guest = await world.signed_in()
    cookie = _cookie(guest.session)
    answer = await guest.post("/cikis")
    assert (answer.status, answer.headers["Location"]) == (303, "/giris?oldu=signed-out")
    assert (await guest.get("/")).status == 401
    assert (await world.guest(Cookie=f"mmbot={cookie}").get("/")).status == 401


async def test_a_session_ends_when_the_role_is_lost(world: World) -> None:
    guest = await world.signed_in()
    moderation = world.desk.moderation
    moderation.policy = Policy()
    answer = await guest.get("/")
    assert answer.status == 403
    assert "Rolünüz yok ya da artık yok" in answer.words
    moderation.policy = Policy(moderators=frozenset({"telegram:7"}))
    assert (await guest.get("/")).status == 401  # given back, he signs in anew


async def test_a_role_given_in_chat_counts(world: World) -> None:
    await world.call(world.desk.moderation.records.accounts.give, READER, "moderator", MODERATOR, world.clock())
    guest = await world.signed_in(READER)
    assert (await guest.get("/")).status == 200
    await world.call(world.desk.moderation.records.accounts.give, READER, None, MODERATOR, world.clock())
    assert (await guest.get("/")).status == 403


async def test_sessions_outlive_a_restart(world: World) -> None:
    guest = await world.signed_in()
    async with serving(world.desk, world.worker, world.clock) as again:
        assert (await again.guest(Cookie=f"mmbot={_cookie(guest.session)}").get("/")).status == 200


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda c: c.replace(".telegram.7", ".discord.99"), id="another-person"),
        pytest.param(lambda c: "x" + c[1:], id="another-number"),
        pytest.param(lambda c: c + "0", id="longer"),
        pytest.param(lambda _: "", id="empty"),
        pytest.param(lambda _: "a.telegram.7", id="made-up"),
        pytest.param(lambda _: "....", id="dots"),
        pytest.param(lambda _: "a" * 4000, id="long"),
    ],
)
async def test_a_forged_session_is_nobody(world: World, change: object) -> None:
    guest = await world.signed_in()
    forged = change(_cookie(guest.session))  # type: ignore[operator]
    assert (await world.guest(Cookie=f"mmbot={forged}").get("/")).status == 401


async def test_the_database_knows_neither_the_cookie_nor_the_person(world: World) -> None:
    guest = await world.signed_in()
    kept = await world.call(world.desk.records.notebook.read, "web-sessions")
    assert kept
    assert _cookie(guest.session).split(".")[0] not in kept
    assert "telegram" not in kept


async def test_old_sessions_make_room(world: World) -> None:
    sessions = Sessions(world.desk.records.notebook, world.desk.moderation.records.together)
    begun = []
    for _ in range(MOST + 1):
        world.clock.advance(seconds=1)
        begun.append(await world.call(sessions.begin, MODERATOR, world.clock()))
    people = [await world.call(sessions.person, cookie, world.clock()) for cookie in (begun[0], begun[1], begun[-1])]
    assert people == [None, MODERATOR, MODERATOR]


async def test_the_cookie_is_out_of_reach_for_others(world: World) -> None:
    cookie = (await world.guest().sign_in(await world.code(MODERATOR))).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Path=/" in cookie
    assert "Max-Age=43200" in cookie
    assert "Secure" not in cookie


async def test_behind_https_the_cookie_is_secure_and_links_have_the_prefix(world: World) -> None:
    async with serving(world.desk, world.worker, world.clock, url="https://example.org/masa") as secure:
        guest = secure.guest(Host="example.org")
        answer = await guest.get(f"/masa/giris/{await world.code(MODERATOR)}")
        cookie = answer.headers["Set-Cookie"]
        assert cookie.startswith("__Host-mmbot-giris=")
        assert "Secure" in cookie
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
        assert 'href="/masa/stil.css"' in answer.text
        assert (await guest.get("/giris/x")).status == 404


def _cookie(session: object) -> str:
    return next(cookie.value for cookie in session.cookie_jar if cookie.key == "mmbot")  # type: ignore[attr-defined]
