"""Moderators by what they are in a server or a group: their platform is asked, for looking now and then, for deciding each time."""

from collections.abc import AsyncIterator
from concurrent.futures import Executor
from dataclasses import dataclass, field

import pytest
import pytest_asyncio
from web_world import MODERATOR, World, serving

from fakes import FakeClock
from mmbot.adapters.web.routes import ROUTES
from mmbot.desk.desk import Desk
from mmbot.desk.standing import CannotTell
from mmbot.model import Person
from mmbot.moderation.roles import Policy, admin_of

IN_A_SERVER, IN_A_GROUP = Person("discord", "5"), Person("telegram", "5")


@dataclass
class Platform:
    """Says what everybody is there; *away*: says nothing."""

    roles: dict[Person, frozenset[str]] = field(default_factory=dict)
    asked: int = 0
    away: bool = False

    async def roles_of(self, person: Person) -> frozenset[str]:
        self.asked += 1
        if self.away:
            raise CannotTell
        return self.roles.get(person, frozenset())


@pytest.fixture
def policy() -> Policy:
    return Policy(moderators=frozenset({"telegram:7"}), discord_roles=frozenset({"500"}), telegram_groups=frozenset({"-100"}))


@pytest.fixture
def platform() -> Platform:
    return Platform({IN_A_SERVER: frozenset({"500"}), IN_A_GROUP: frozenset({admin_of("-100")})})


@pytest_asyncio.fixture
async def world(moderated: Desk, worker: Executor, clock: FakeClock, platform: Platform) -> AsyncIterator[World]:
    async with serving(moderated, worker, clock, platforms={"telegram": platform, "discord": platform}) as served:
        yield served


@pytest.mark.parametrize("person", [IN_A_SERVER, IN_A_GROUP], ids=["by-a-role-in-discord", "by-administering-a-group"])
async def test_such_a_moderator_signs_in_looks_and_decides(world: World, person: Person) -> None:
    proposal = await world.correction()
    guest = await world.signed_in(person)
    shown = await guest.get(f"/oneri/{proposal.id}")
    assert shown.status == 200
    assert "5, moderatör" in shown.words
    mark = await world.mark(proposal)
    assert (await guest.post(f"/oneri/{proposal.id}/onayla", {"mark": mark})).status == 303
    assert (await world.state(proposal)).decided_by == person


@pytest.mark.parametrize("person", [IN_A_SERVER, IN_A_GROUP], ids=["by-a-role-in-discord", "by-administering-a-group"])
async def test_every_address_asks_for_the_role(world: World, platform: Platform, person: Person) -> None:
    proposal = await world.correction()
    guest, held = world.guest(), platform.roles
    for method, name in [(method, route.name) for route in ROUTES for method in route.pages]:
        path = next(route.path for route in ROUTES if route.name == name)
        path = path.format(id=proposal.id, entry="ornek-antlasmasi", kind="fact")
        platform.roles = held
        world.clock.advance(minutes=1)
        await guest.sign_in(await world.code(person))
        token = await guest.token()
        platform.roles = {}
        world.clock.advance(minutes=1)
        answer = await (guest.get(path) if method == "GET" else guest.post(path, {"form_token": token}, of=""))
        assert answer.status == 403, (method, name)
        assert "Örnek Antlaşması" not in answer.text
    assert (await world.state(proposal)).state == "open"


async def test_looking_asks_once_a_minute_and_deciding_each_time(world: World, platform: Platform) -> None:
    proposal = await world.correction()
    guest = await world.signed_in(IN_A_SERVER)
    platform.asked = 0
    for _ in range(3):
        assert (await guest.get("/")).status == 200
    assert platform.asked == 0, "signing in has asked"
    assert (await guest.post(f"/oneri/{proposal.id}/beklet")).status == 303
    assert platform.asked == 1
    await guest.post(f"/oneri/{proposal.id}/beklet")
    world.clock.advance(minutes=1)
    assert (await guest.get("/")).status == 200
    assert platform.asked == 3


async def test_a_role_that_was_lost_decides_nothing_any_more(world: World, platform: Platform) -> None:
    proposal = await world.correction()
    guest = await world.signed_in(IN_A_SERVER)
    token = await guest.token()
    platform.roles.clear()
    answer = await guest.post(f"/oneri/{proposal.id}/reddet", {"form_token": token, "reason": "Olmaz."}, of="")
    assert answer.status == 403
    assert "Rolünüz yok ya da artık yok" in answer.words
    assert (await world.state(proposal)).state == "open"
    platform.roles[IN_A_SERVER] = frozenset({"500"})
    assert (await guest.get("/")).status == 401, "the session is over"


@pytest.mark.parametrize("roles", [frozenset(), frozenset({"501"}), frozenset({"admin"}), frozenset({admin_of("-101")})])
@pytest.mark.parametrize("person", [IN_A_SERVER, IN_A_GROUP])
async def test_other_roles_let_nobody_in(world: World, platform: Platform, person: Person, roles: frozenset[str]) -> None:
    platform.roles[person] = roles
    guest = world.guest()
    assert (await guest.sign_in(await world.code(person))).status == 403
    assert (await guest.get("/")).status == 401


async def test_while_the_platform_does_not_tell_nothing_happens_and_nothing_is_lost(world: World, platform: Platform) -> None:
    proposal = await world.correction()
    guest = await world.signed_in(IN_A_SERVER)
    form = {"form_token": await guest.token(), "mark": await world.mark(proposal), "reason": "Uzun uzun yazılmış bir gerekçe."}
    platform.away = True
    answer = await guest.post(f"/oneri/{proposal.id}/reddet", form, of="", headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status == 503
    assert "Rolünüz şu an denetlenemiyor" in answer.words
    assert "Uzun uzun yazılmış bir gerekçe." in answer.words
    assert (await world.state(proposal)).state == "open"
    platform.away = False
    assert (await guest.post(f"/oneri/{proposal.id}/reddet", form, of="")).status == 303, "he is still signed in"


async def test_a_platform_that_is_served_elsewhere_cannot_be_asked(moderated: Desk, worker: Executor, clock: FakeClock) -> None:
    async with serving(moderated, worker, clock) as world:
        guest = world.guest()
        assert (await guest.sign_in(await world.code(IN_A_SERVER))).status == 503
        assert (await (await world.signed_in(MODERATOR)).get("/")).status == 200, "who moderates by himself needs no platform"


async def test_who_moderates_by_himself_is_never_asked_about(world: World, platform: Platform) -> None:
    guest = await world.signed_in(MODERATOR)
    await guest.get("/")
    assert platform.asked == 0


async def test_signing_out_needs_no_platform(world: World, platform: Platform) -> None:
    guest = await world.signed_in(IN_A_SERVER)
    token = await guest.token()
    platform.away = True
    assert (await guest.post("/cikis", {"form_token": token}, of="")).status == 303
    platform.away = False
    assert (await guest.get("/")).status == 401
