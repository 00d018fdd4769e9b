"""Who has the role that moderates has it in a private conversation, too: Discord is asked at every press, and without a privileged intent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import simcord
from discord_world import Sent, World, buttons

from fakes import FakeClock
from mmbot.desk.desk import Desk
from mmbot.desk.standing import CannotTell
from mmbot.model import Person, Visitor
from mmbot.moderation.handing_in import hand_in
from mmbot.moderation.roles import Policy, admin_of
from moderated import fact, open_world, phrasing

DENIED = "> Bu, yalnız moderatörlerin işidir."
GROUP = "-1001"


class Telegram:
    """As much of the other adapter as is asked here: who administers the group."""

    def __init__(self) -> None:
        self.administrators: set[str] = set()
        self.away = False

    async def roles_of(self, person: Person) -> frozenset[str]:
        if self.away:
            raise CannotTell
        return frozenset({admin_of(GROUP)}) if person.id in self.administrators else frozenset()


@pytest.fixture
def desk(folder: Path, articles: Path, clock: FakeClock) -> Iterator[Desk]:
    for opened in open_world(folder, articles, clock, Policy()):
        yield opened.desk


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
def moderated(world: World, telegram: Telegram) -> World:
    role = next(role.id for role in world.guild._guild.roles.values() if role.name == "Moderatör")
    assert world.desk.moderation is not None
    world.desk.moderation.policy = Policy(discord_roles=frozenset({str(role)}), telegram_groups=frozenset({GROUP}))
    world.desk.standings.serve({"telegram": telegram, "discord": world.bot})
    for draft in (fact(), phrasing()):
        hand_in(world.desk.moderation, draft, Visitor(Person("telegram", "7"), "telegram:7", private=True), world.desk.clock())
    return world


def of(message: Sent, label: str) -> str:
    return next(custom_id for shown, custom_id in buttons(message) if shown.startswith(label))


def text(result: simcord.InteractionResult) -> str:
    return result.response.content.replace("\\", "")


async def test_a_moderator_by_role_moderates_in_private_until_the_role_is_gone(moderated: World) -> None:
    world, murat = moderated, moderated.murat.user
    assert text(await world.ayse.user.slash("inceleme")).startswith(DENIED)
    queue = await murat.slash("inceleme")
    card = await murat.click(queue.response, custom_id=of(queue.response, "1 · "))
    assert "Kars'ta" in card.response.content
    approved = await murat.click(card.response, custom_id=of(card.response, "Onayla"))
    assert "1. öneri onaylandı" in text(approved)
    second = await murat.click(queue.response, custom_id=of(queue.response, "2 · "))
    world.guild.remove_member(world.murat)
    denied = await murat.click(second.response, custom_id=of(second.response, "Beklet"))
    assert text(denied).startswith(DENIED), "Discord is asked at every press"
    assert len(world.desk.moderation.records.proposals.queue()) == 1  # type: ignore[union-attr]


async def test_what_is_written_in_private_is_an_order_of_a_moderator_too(moderated: World) -> None:
    for who, told in ((moderated.murat, "öneri karar bekliyor"), (moderated.ayse, DENIED[2:])):
        await who.send_dm("/inceleme")
        assert told in who.user.dm_channel.last_message.content


async def test_nobody_is_asked_for_what_anybody_may(moderated: World) -> None:
    asked = len(moderated.requests("GET", f"/members/{moderated.murat.id}"))
    await moderated.murat.user.slash("sor", soru="Örnek Antlaşması ne zaman imzalandı?")
    await moderated.murat.user.slash("öner")
    assert len(moderated.requests("GET", f"/members/{moderated.murat.id}")) == asked


async def test_a_role_of_a_linked_account_is_carried_over(moderated: World, telegram: Telegram, clock: FakeClock) -> None:
    """Ayşe administers the group in Telegram that moderates; in Discord she is nobody."""
    world, ayse = moderated, moderated.ayse.user
    assert world.desk.moderation is not None
    world.desk.moderation.records.accounts.link(Person("discord", str(ayse.id)), Person("telegram", "55"))
    assert text(await ayse.slash("inceleme")).startswith(DENIED)
    telegram.administrators.add("55")
    queue = await ayse.slash("inceleme")
    card = await ayse.click(queue.response, custom_id=of(queue.response, "1 · "))
    telegram.away = True
    assert text(await ayse.click(card.response, custom_id=of(card.response, "Onayla"))).startswith(DENIED)
    telegram.away = False
    clock.advance(seconds=3)
    shown = await ayse.click(queue.response, custom_id=of(queue.response, "1 · "))
    assert "1. öneri onaylandı" in text(await ayse.click(shown.response, custom_id=of(shown.response, "Onayla")))
    telegram.administrators.clear()
    assert text(await ayse.slash("inceleme")).startswith(DENIED)
