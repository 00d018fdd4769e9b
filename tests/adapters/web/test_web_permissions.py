"""Every address for everybody; and no form that is not ours."""

import pytest
from web_world import ADMINISTRATOR, MODERATOR, OTHER, PROPOSER, READER, Guest, World

from mmbot.adapters.web import ModeratorsPage
from mmbot.adapters.web.routes import OPEN, ROUTES
from mmbot.moderation.proposals import Proposal

ADDRESSES = [(method, route.name) for route in ROUTES for method in route.pages]


OPEN_ADDRESSES = {("GET", "/giris/{code}"), ("POST", "/giris/{code}"), ("GET", "/giris"), ("POST", "/cikis"), ("GET", "/stil.css")}


@pytest.fixture
async def proposal(world: World) -> Proposal:
    return await world.correction()


async def address(world: World, name: str, proposal: Proposal) -> str:
    """An address of *name* behind which there is something."""
    path = next(route.path for route in ROUTES if route.name == name)
    miss = await world.miss("ornek nerede imzalandi", "ornek-antlasmasi")
    number = miss if name in {"cluster", "ignore"} else proposal.id
    filled = path.format(id=number, entry="ornek-antlasmasi", kind="fact")
    return f"{filled}?konu=ornek-antlasmasi" if name == "propose" else filled


@pytest.mark.parametrize(("method", "name"), ADDRESSES)
async def test_who_does_not_moderate_sees_and_does_nothing(world: World, proposal: Proposal, method: str, name: str) -> None:
    path = await address(world, name, proposal)
    for who in ("nobody", "reader", "proposer"):
        guest = await somebody(world, who)
        answer = await (guest.get(path) if method == "GET" else guest.post(path, of="/"))
        assert answer.status == 401, who
        assert "Örnek Antlaşması" not in answer.text
    assert (await world.state(proposal)).state == "open"


@pytest.mark.parametrize(("method", "name"), ADDRESSES)
@pytest.mark.parametrize("who", ["moderator", "administrator"])
async def test_who_moderates_gets_in(world: World, proposal: Proposal, method: str, name: str, who: str) -> None:
    path = await address(world, name, proposal)
    guest = await somebody(world, who)
    answer = await (guest.get(path) if method == "GET" else guest.post(path, of="/"))
    assert answer.status in {200, 303, 409, 422, 404}, answer.words
    assert (answer.status == 404) == (method == "POST" and name == "undo")  # there is nothing to undo yet


async def test_every_address_of_the_server_is_in_these_tables(world: World) -> None:
    """By program: a new one fails here until it is in ROUTES, which the tests above go through, or among those that are open."""
    page = ModeratorsPage(world.desk, world.worker, listen="127.0.0.1:0", url="")
    served = {(route.method, str(route.resource and route.resource.canonical)) for route in page._application().router.routes()}
    paths = {route.name: route.path for route in ROUTES}
    tried = {(method, paths[name]) for method, name in ADDRESSES}
    assert {one for one in served if one[0] != "HEAD"} == tried | OPEN_ADDRESSES
    assert {path for method, path in served if method == "HEAD"} <= {
        path for method, path in tried | OPEN_ADDRESSES if method == "GET"
    }


async def somebody(world: World, who: str) -> Guest:
    """Readers and proposers have no way to sign in: what they have is a link that does not let them in."""
    people = {"moderator": MODERATOR, "administrator": ADMINISTRATOR, "proposer": PROPOSER, "reader": READER}
    guest = world.guest()
    if who == "reader":
        await world.call(world.desk.moderation.records.accounts.give, READER, "reader", MODERATOR, world.clock())
    if who in people:
        await guest.sign_in(await world.code(people[who]))
    return guest


@pytest.mark.parametrize("name", [route.name for route in ROUTES if route.post])
async def test_a_form_without_the_token_of_the_session_does_nothing(world: World, proposal: Proposal, name: str) -> None:
    path = await address(world, name, proposal)
    guest = await world.signed_in()
    other = await world.signed_in(OTHER)
    for token in ({}, {"form_token": ""}, {"form_token": "0" * 64}, {"form_token": await other.token()}):
        answer = await guest.post(path, {"reason": "Neden", **token}, of="")
        assert answer.status == 403, token
        assert "Form kabul edilmedi" in answer.words
    assert (await world.state(proposal)).state == "open"
    assert len(await world.call(world.desk.records.misses.open)) == 1


async def test_signing_out_needs_the_token_too(world: World) -> None:
    guest = await world.signed_in()
    assert (await guest.post("/cikis", of="")).status == 403
    assert (await guest.get("/")).status == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Origin": "https://evil.example"}, 403, id="origin-of-another"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, 403, id="cross-site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, 403, id="neighbour"),
        pytest.param({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 303, id="what-browsers-send-from-our-pages"),
    ],
)
async def test_what_the_browser_calls_foreign_is_refused_even_with_a_token(
    world: World, proposal: Proposal, headers: dict[str, str], status: int
) -> None:
    guest = await world.signed_in()
    answer = await guest.post(f"/oneri/{proposal.id}/beklet", headers=headers)
    assert answer.status == status
    assert (await world.state(proposal)).state == ("postponed" if status == 303 else "open")


async def test_the_open_addresses_are_these(world: World) -> None:
    """Whoever adds one looks at this test."""
    assert set(OPEN.values()) == {"/giris/{code}", "/giris", "/cikis", "/stil.css"}
    for path in ("/giris/aaaa", "/giris", "/stil.css"):
        assert (await world.guest().get(path)).status == 200


async def test_what_was_typed_outlives_the_end_of_the_session(world: World, proposal: Proposal) -> None:
    guest = await world.signed_in()
    token = await guest.token()
    world.clock.advance(hours=13)
    form = {"form_token": token, "reason": "Uzun uzun yazılmış bir gerekçe."}
    answer = await guest.post(f"/oneri/{proposal.id}/reddet", form, of="", headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status == 401
    assert "Uzun uzun yazılmış bir gerekçe." in answer.words
    assert token not in answer.text


async def test_nobody_else_can_put_words_on_the_page(world: World) -> None:
    answer = await world.guest().post("/oneri/1/reddet", {"reason": "Parolanızı yazın"}, of="")
    assert answer.status == 401
    assert "Parolanızı" not in answer.text
