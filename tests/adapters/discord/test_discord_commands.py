"""Slash commands, their autocompletion, the menu of a message; and when Discord is told of them."""

from typing import Any

import discord
import pytest
from discord import app_commands
from discord_world import World, labels, replying

from fakes import serve
from mmbot.adapters.discord_bot import sentences
from mmbot.adapters.discord_bot.markdown import unescaped
from mmbot.desk.commands import COMMANDS, Command
from mmbot.desk.desk import Desk
from mmbot.desk.reply import Button, Reply, line
from mmbot.model import Visitor

WITH_ARGUMENT = [command for command in COMMANDS if command.argument]
SUGGESTING = [
    command for command in WITH_ARGUMENT if command.argument and command.argument.takes in {"question", "entry", "source", "fact"}
]


def name(command: Command) -> str:
    return command.id


def published(world: World) -> dict[str, dict[str, Any]]:
    """What Discord was told of the commands, by name."""
    (request,) = world.requests("PUT", "/commands")
    return {command["name"]: command for command in request.json}


async def test_everybody_sees_what_is_for_everybody_and_moderators_the_rest(world: World) -> None:
    for_all = {command.name for command in COMMANDS if not command.moderators}
    assert set(world.ayse.available_commands(world.channel)) == for_all
    assert set(world.murat.available_commands(world.channel)) == {command.name for command in COMMANDS}
    assert set(world.ayse.user.available_commands()) >= for_all


@pytest.mark.parametrize("command", COMMANDS, ids=name)
async def test_a_command_reaches_the_desk_with_what_was_typed(world: World, command: Command) -> None:
    asked: list[tuple[str, Visitor]] = []
    serve(world.desk, commands={command.id: lambda _desk, typed, visitor: asked.append((typed, visitor)) or line("evet")})
    typed = {command.argument.name: "16 Mart"} if command.argument else {}
    result = await world.murat.slash(world.channel, command.name, **typed)
    ((said, visitor),) = asked
    assert said == ("16 Mart" if typed else "")
    assert (visitor.person.id, visitor.place) == (str(world.murat.id), f"discord:{world.channel.id}")
    assert result.response.content == "evet"


@pytest.mark.parametrize(
    "command", [command for command in COMMANDS if command.argument and not command.argument.required], ids=name
)
async def test_an_argument_that_need_not_be_there_may_be_left_out(world: World, command: Command) -> None:
    serve(world.desk, commands={command.id: lambda _desk, typed, _visitor: line(f"“{typed}”")})
    assert (await world.murat.slash(world.channel, command.name)).response.content == "“”"


@pytest.mark.parametrize("command", COMMANDS, ids=name)
async def test_every_command_is_answered_by_the_desk_as_it_is(world: World, command: Command) -> None:
    typed = {command.argument.name: "moskova-antlasmasi"} if command.argument else {}
    for person in (world.murat, world.ayse) if not command.moderators else (world.murat,):
        result = await person.slash(world.channel, command.name, **typed)
        assert result.acknowledged
        assert result.modal or result.response.content


async def test_names_are_turkish_and_descriptions_in_both_languages(world: World) -> None:
    told = published(world)
    for command in COMMANDS:
        payload = told[command.name]
        assert payload["description"] == payload["description_localizations"]["tr"] == command.description.tr
        assert (
            payload["description_localizations"]["en-US"] == payload["description_localizations"]["en-GB"] == command.description.en
        )
        assert payload["contexts"] == [0, 1]
        assert payload["default_member_permissions"] == (8192 if command.moderators else None)
        for option in payload.get("options", ()):
            assert option["name"] == command.argument.name
            assert option["description_localizations"]["en-US"] == command.argument.description.en
    assert told[sentences.ASK_MESSAGE.tr]["name_localizations"]["en-US"] == sentences.ASK_MESSAGE.en
    assert told[sentences.PROPOSE_FROM.tr]["name_localizations"]["en-US"] == sentences.PROPOSE_FROM.en


async def test_an_answer_with_its_citation_and_buttons(world: World) -> None:
    result = await world.ayse.slash(world.channel, "sor", soru="Gümrü Antlaşması ne zaman imzalandı?")
    assert "1920" in result.response.content.splitlines()[0]
    assert result.response.content.splitlines()[-1].startswith("-# Kaynak: ")
    assert {"Kaynak", "Hata bildir"} <= set(labels(result.response))
    assert not result.ephemeral
    assert not result.deferred


async def test_who_has_set_discord_to_english_is_spoken_to_in_english(world: World) -> None:
    world.locale = "en-GB"
    result = await world.ayse.slash(world.channel, "sor", soru="Zxqw Antlaşması ne zaman imzalandı?")
    assert "does not occur in my sources" in result.response.content


async def test_roles_and_administrators_are_told_to_the_desk(world: World) -> None:
    asked = replying(world.desk, line("a"))
    owner = world.guild.add_member(
        world.env.create_user("admin"),
        roles=[world.guild.create_role("Yönetici", permissions=discord.Permissions(manage_guild=True))],
    )
    for person in (world.ayse, world.murat, owner):
        await person.slash(world.channel, "gizlilik")
    roles = {role.name: str(role.id) for role in world.guild._guild.roles.values()}
    assert [visitor.roles for _, visitor in asked] == [frozenset(), {roles["Moderatör"]}, {roles["Yönetici"], "admin"}]


async def test_in_a_private_conversation(world: World) -> None:
    asked = replying(world.desk, line("a").said_to_one())
    result = await world.ayse.user.slash("gizlilik")
    ((_, visitor),) = asked
    assert visitor.private
    assert visitor.place == f"discord:@{world.ayse.id}"
    assert visitor.roles == frozenset()
    assert not result.ephemeral


@pytest.mark.parametrize("command", SUGGESTING, ids=name)
@pytest.mark.parametrize("typed", ["", "mosk", "zzzzzz", "@everyone <b>", "ı" * 500])
async def test_what_is_suggested_keeps_to_the_limits(world: World, command: Command, typed: str) -> None:
    found = await world.murat.autocomplete(world.channel, command.name, command.argument.name, typed)
    assert len(found) <= 25
    assert all(0 < len(choice["name"]) <= 100 and 0 < len(choice["value"]) <= 100 for choice in found)
    if typed in {"", "mosk"}:
        assert found or command.argument.takes == "source"


async def test_a_suggestion_leads_to_its_answer_and_other_words_are_taken_as_typed(world: World) -> None:
    (first, *_) = await world.ayse.autocomplete(world.channel, "madde", "madde", "moskova antlaşması")
    chosen = await world.ayse.slash(world.channel, "madde", madde=first["value"])
    typed = await world.ayse.slash(world.channel, "madde", madde="Moskova Antlaşması")
    assert chosen.response.content == typed.response.content


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        pytest.param("gumru antlasmasi ne zaman", "gumru-antlasmasi/imza-tarihi", id="question-without-turkish-letters"),
        pytest.param("KARS MUAHEDESİ", "kars-antlasmasi/tanim", id="alias-in-capitals"),
        pytest.param("aleksandropol ant", "gumru-antlasmasi/tanim", id="alias-half-typed"),
    ],
)
async def test_a_suggested_question_carries_its_fact_which_is_answered_and_words_of_ones_own_are_too(
    world: World, typed: str, fact: str
) -> None:
    (first, *_) = await world.ayse.autocomplete(world.channel, "sor", "soru", typed)
    assert first["value"] == fact
    chosen = await world.ayse.slash(world.channel, "sor", soru=first["value"])
    told = world.desk.answering.library.facts[fact].says
    assert unescaped(chosen.response.content).startswith(told.split(";")[0][:40])
    free = await world.ayse.slash(world.channel, "sor", soru="Gümrü Antlaşması hangi gün imzalandı acaba?")
    assert "1920" in free.response.content


async def test_where_the_desk_breaks_nothing_is_suggested(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.desk.answering = None  # type: ignore[assignment]
    assert await world.ayse.autocomplete(world.channel, "sor", "soru", "a") == []
    assert "A service of the desk failed" in caplog.text


async def test_what_is_not_found_in_time_is_not_suggested(world: World) -> None:
    world.hold()
    assert await world.ayse.autocomplete(world.channel, "sor", "soru", "moskova") == []
    await world.env.advance_time(2.5)
    (answered,) = world.requests("POST", "/callback")
    assert answered.json["data"]["choices"] == []


async def test_a_message_is_asked_through_its_menu(world: World) -> None:
    message = await world.murat.send(world.channel, "Gümrü Antlaşması ne zaman imzalandı?")
    result = await world.ayse.context_menu(world.channel, "Bu mesajı sor", message)
    assert "1920" in result.response.content


async def test_something_is_proposed_from_a_message_through_its_menu(world: World) -> None:
    """About the fact whose buttons it has, about the first line of what somebody wrote; it is nobody else's business."""
    asked = proposing(world.desk)
    await world.ayse.slash(world.channel, "sor", soru="Gümrü Antlaşması ne zaman imzalandı?")
    about_answer = await world.ayse.context_menu(world.channel, "Düzeltme öner", world.replies[-1])
    by_murat = await world.murat.send(world.channel, "Kars Antlaşması\nne zamandı?")
    await world.ayse.context_menu(world.channel, "Düzeltme öner", by_murat)
    assert asked == ["gumru-antlasmasi/imza-tarihi", "Kars Antlaşması"]
    assert about_answer.ephemeral


def proposing(desk: Desk) -> list[str]:
    """What “/öner” is given."""
    asked: list[str] = []

    def start(_desk: object, typed: str, _visitor: object) -> Reply:
        asked.append(typed)
        return line("Öneri").said_to_one()

    serve(desk, commands={"oner": start})
    return asked


async def test_commands_are_told_once_and_again_only_when_they_have_changed(world: World) -> None:
    await world.restart()
    assert len(world.requests("PUT", "/commands")) == 1
    world.bot = world.new_bot()
    world.bot.client.tree.remove_command("gizlilik")
    await world.env.restart_bot(world.bot.client)
    assert len(world.requests("PUT", "/commands")) == 2
    assert "gizlilik" not in world.ayse.available_commands(world.channel)


async def test_where_discord_does_not_take_the_commands_it_is_tried_at_the_next_start(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.bot = world.new_bot()
    world.bot.client.tree.remove_command("gizlilik")
    world.env.inject_error("PUT", "/applications/*/commands", status=500)
    await world.env.restart_bot(world.bot.client)
    assert "did not take the commands: 500" in caplog.text
    result = await world.ayse.slash(world.channel, "sor", soru="Gümrü Antlaşması nedir?")
    assert result.response
    await world.restart()
    assert len(world.requests("PUT", "/commands")) == 2


async def test_a_command_that_discord_still_shows_but_is_gone(world: World) -> None:
    world.bot.client.tree.remove_command("gizlilik")
    result = await world.ayse.slash(world.channel, "gizlilik")
    assert result.response.content == sentences.OUTDATED.tr
    assert result.ephemeral
    assert isinstance(world.env.errors[0], app_commands.CommandNotFound)


async def test_a_text_option_takes_anything(world: World) -> None:
    for odd in (
        "<b> *_[]()~`>#+-=|{}.!\\",
        "@everyone <@&1>",
        "x" * 4096,
        "ı" * 4096,
        "\u202eabc",
        "'; DROP TABLE x;--",
        "%s {0}",
        "\x00",
        "👨‍👩‍👧‍👦" * 50,
        "```",
    ):
        for command, option in (
            ("sor", "soru"),
            ("bugün", "tarih"),
            ("kronoloji", "tarih"),
            ("madde", "madde"),
            ("kaynak", "kaynak"),
            ("abone", "saat"),
            ("öner", "bilgi"),
        ):
            result = await world.ayse.slash(world.channel, command, **{option: odd})
            assert result.modal or 0 < len(result.response.content) <= 2000, (command, odd)


async def test_a_button_of_a_command_that_only_one_sees(world: World) -> None:
    replying(world.desk, Reply(line("yalnız sana").blocks, ((Button("Devam", "probe:1"),),), only_you=True))
    result = await world.ayse.slash(world.channel, "gizlilik")
    assert result.ephemeral
    assert result.response.ephemeral
