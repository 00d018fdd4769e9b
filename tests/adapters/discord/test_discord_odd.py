"""Odd input wherever Discord lets people type: in every option of every command, while it is being typed, in every field of every form."""

from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest
import simcord
from discord_world import World, buttons

from fakes import FakeClock
from mmbot.adapters.discord_bot import DiscordBot
from mmbot.desk.commands import COMMANDS, Command
from mmbot.desk.desk import Desk
from mmbot.desk.limits import unlimited
from mmbot.moderation.roles import Policy
from mmbot.texts import BROKEN
from moderated import open_world
from odd import ODD

TAKING = [command for command in COMMANDS if command.argument]
TYPED = 4  # the number of a text field
FORMS = ["Yeni bilgi", "Düzeltme", "Soru biçimi", "İhtilaf", "Kaynak yanlışı", "Yeni madde"]


@pytest.fixture
def desk(folder: Path, articles: Path, clock: FakeClock) -> Iterator[Desk]:
    for world in open_world(folder, articles, clock, Policy()):
        world.desk.limits = world.desk.press_limits = unlimited()
        yield world.desk


@pytest.fixture
def world(env: simcord.Env, bot: DiscordBot, desk: Desk, worker: Executor) -> World:
    """Murat administers: every command and every form is his."""
    made = World(env, bot, desk, worker)
    assert desk.moderation is not None
    desk.moderation.policy = Policy(administrators=frozenset({f"discord:{made.murat.id}"}))
    return made


def said(result: simcord.InteractionResult) -> list[str]:
    return [message.content for message in (result.response, *result.followups) if message is not None]


def is_well(result: simcord.InteractionResult) -> bool:
    """Whether it was answered, with nothing that Discord would not take, that mentions somebody or that says that something broke."""
    told = said(result)
    fits = all(0 < len(text) <= 2000 and text != BROKEN.tr and "\u202e" not in text for text in told)
    return bool(told or result.modal) and fits


@pytest.mark.parametrize("command", TAKING, ids=lambda command: command.id)
async def test_in_the_option_of_a_command_and_while_it_is_typed(
    world: World, command: Command, caplog: pytest.LogCaptureFixture
) -> None:
    assert command.argument
    for odd in ODD:
        assert is_well(await world.murat.slash(world.channel, command.name, **{command.argument.name: odd})), odd
        if command.argument.takes in {"question", "entry", "source", "fact"}:
            found = await world.murat.autocomplete(world.channel, command.name, command.argument.name, odd)
            assert len(found) <= 25
            assert all(0 < len(choice["name"]) <= 100 and 0 < len(choice["value"]) <= 100 for choice in found)
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("form", FORMS)
async def test_in_every_field_of_a_form(world: World, form: str, caplog: pytest.LogCaptureFixture) -> None:
    for odd in ODD:
        opened = await _opened(world, form)
        fields = [one["component"] for one in opened.modal["components"]]
        given = {one["custom_id"]: odd.strip()[: one["max_length"]] or "x" for one in fields if one["type"] == TYPED}
        assert given
        given |= {one["custom_id"]: [one["options"][0]["value"]] for one in fields if one["type"] != TYPED}
        assert is_well(await world.murat.submit_modal(opened, given)), odd
    assert "Traceback" not in caplog.text


async def _opened(world: World, form: str) -> simcord.InteractionResult:
    offered = await world.murat.slash(world.channel, "öner", bilgi="" if form == "Yeni madde" else "ornek-antlasmasi/imza-tarihi")
    custom_id = next(found for label, found in buttons(offered.response) if label.startswith(form))
    return await world.murat.click(offered.response, custom_id=custom_id)
