"""From a proposal to its live answer, in Discord: forms, cards, the press of somebody who may and of somebody who may not."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import discord
import pytest
import simcord
from discord_world import Sent, World, buttons, labels

from fakes import FakeClock
from mmbot.adapters.discord_bot.components import PressButton
from mmbot.desk.desk import Desk
from moderated import open_world

QUESTION = "Örnek Antlaşması nerede imzalandı?"
FACT = {
    "says": "Örnek Antlaşması Kars'ta imzalandı.",
    "asked": "nerede",
    "source": "Örnek 2000, s. 1",
    "evidence": "örnek antlaşması",
    "questions": QUESTION,
}


@pytest.fixture
def desk(folder: Path, articles: Path, clock: FakeClock) -> Iterator[Desk]:
    for opened in open_world(folder, articles, clock):
        yield opened.desk


@pytest.fixture
def moderated(world: World) -> World:
    role = next(role.id for role in world.guild._guild.roles.values() if role.name == "Moderatör")
    world.desk.moderation.policy = replace(world.desk.moderation.policy, discord_roles=frozenset({str(role)}))
    return world


def beginning(message: Sent, label: str) -> str:
    """The id of the button whose label begins so."""
    return next(custom_id for shown, custom_id in buttons(message) if shown.startswith(label))


async def proposed(world: World, **given: str) -> simcord.InteractionResult:
    """Ayşe proposes a fact; what she is told."""
    chosen = await world.ayse.click((await world.ayse.slash(world.channel, "öner")).response, label="Yeni bilgi")
    found = await world.ayse.submit_modal(chosen, {"about": "Örnek Antlaşması"})
    opened = await world.ayse.click(found.response, label="Formu aç")
    return await world.ayse.submit_modal(opened, FACT | given)


async def reviewed(world: World) -> simcord.InteractionResult:
    """The card of the first proposal that waits."""
    waiting = await world.murat.slash(world.channel, "inceleme")
    assert waiting.ephemeral
    return await world.murat.click(waiting.response, custom_id=buttons(waiting.response)[0][1])


async def test_a_proposal_becomes_an_answer(moderated: World) -> None:
    world = moderated
    before = await world.ayse.slash(world.channel, "sor", soru=QUESTION)
    assert "Kars'ta" not in before.response.content
    assert (await proposed(world)).ephemeral
    card = await reviewed(world)
    assert card.ephemeral
    assert "Kars'ta" in card.response.content
    await world.murat.click(card.response, custom_id=beginning(card.response, "Onayla"))
    after = await world.ayse.slash(world.channel, "sor", soru=QUESTION)
    assert after.response.content.splitlines()[0] == "Örnek Antlaşması Kars'ta imzalandı."


async def test_what_was_typed_stands_in_the_form_that_is_opened_again(moderated: World) -> None:
    refused = await proposed(moderated, asked="belki")
    assert "“belki”" in refused.response.content
    opened = await moderated.ayse.click(refused.response, label="Formu aç")
    values = {label["component"]["custom_id"]: label["component"].get("value") for label in opened.modal["components"]}
    assert values["says"] == FACT["says"]
    await moderated.ayse.submit_modal(opened, FACT)
    assert "Kars'ta" in (await reviewed(moderated)).response.content


async def test_a_server_that_shows_moderators_commands_to_all_opens_nothing(moderated: World) -> None:
    world = moderated
    await proposed(world)
    for name in ("inceleme", "ekle", "yanıtsız", "istatistik"):
        command = next(
            one
            for one in world.env.backend.visible_commands(user_id=world.murat.id, channel_id=world.channel.id)
            if one["name"] == name
        )
        world.guild.set_command_permissions(int(command["id"]), {world.guild.default_role: True})
        result = await world.ayse.slash(world.channel, name)
        assert result.modal is None
        assert "Kars'ta" not in result.response.content
        assert labels(result.response) == []


async def test_a_card_pressed_by_somebody_who_may_not(moderated: World) -> None:
    await proposed(moderated)
    card = await reviewed(moderated)
    shown = moderated.bot.client.get_partial_messageable(moderated.channel.id)
    view_message = await shown.send("kart", view=_with(beginning(card.response, "Onayla")))
    pressed = await moderated.ayse.click(view_message, label="Onayla")
    assert pressed.ephemeral
    after = await moderated.ayse.slash(moderated.channel, "sor", soru=QUESTION)
    assert "Kars'ta" not in after.response.content


def _with(custom_id: str) -> discord.ui.View:
    return discord.ui.View(timeout=None).add_item(PressButton("Onayla", custom_id.partition(":")[2]))
