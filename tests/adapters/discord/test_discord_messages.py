"""What people write: to the bot, beside it, and everything else that Discord calls a message."""

import discord
import pytest
from discord_world import World, labels, replying
from simcord.enums import MessageType
from test_discord_forms import SHORT

from fakes import serve
from mmbot.adapters.discord_bot import places
from mmbot.adapters.discord_bot.components import PressButton
from mmbot.desk.asking_texts import EXPIRED
from mmbot.desk.desk import Desk
from mmbot.desk.presses import token
from mmbot.desk.reply import Reply, line
from mmbot.model import Visitor
from mmbot.texts import EMPTY

ODD = [
    "<b>", "a < b & c > d", "*_[]()~`>#+-=|{}.!\\", "İIıi ŞşĞğÇçÖöÜü", "\u202eters", "👨‍👩‍👧‍👦" * 50, "x" * 1900, "ı" * 1900, "   ", "/", "//", "/@",
    "/bugun@", "/bugün@mmbot 16 Mart", "%s %n {0} {x}", "'; DROP TABLE x;--", "\u2400", "@everyone @here <@&1>", "```açık", "https://a_b.c/*d*", "a" + "\u0301" * 100,
    "\u200b", "ne zaman\nimzalandı?\n\n", "<@1> <#2> </bugün:3> <t:0:R>",
]  # fmt: skip


@pytest.fixture
def asked(desk: Desk) -> list[tuple[str, Visitor]]:
    """What the desk is asked, and by whom."""
    found: list[tuple[str, Visitor]] = []

    def ask(_desk: Desk, text: str, visitor: Visitor) -> Reply:
        found.append((text, visitor))
        return line("tamam")

    serve(desk, commands={"sor": ask})
    return found


async def test_a_mention_is_answered_under_the_message(world: World) -> None:
    message = await world.ayse.send(world.channel, f"{world.mention} Gümrü Antlaşması ne zaman imzalandı?")
    (reply,) = world.replies
    assert "1920" in reply.content
    assert "Kaynak" in labels(reply)
    assert reply.reference.message_id == message.id
    assert reply.mentions == []


@pytest.mark.parametrize("written", ["{0} Moskova?", "Moskova? {0}", "{0}\nMoskova?", "{1} Moskova?", "{0} {0} Moskova?"])
async def test_the_mention_is_no_part_of_the_question(world: World, asked: list[tuple[str, Visitor]], written: str) -> None:
    await world.ayse.send(world.channel, written.format(world.mention, world.mention.replace("@", "@!")))
    assert asked[0][0] == "Moskova?"


async def test_who_wrote_where(world: World, asked: list[tuple[str, Visitor]]) -> None:
    await world.murat.send(world.channel, f"{world.mention} a")
    visitor = asked[0][1]
    assert (visitor.person.id, visitor.place, visitor.private, visitor.language) == (
        str(world.murat.id),
        f"discord:{world.channel.id}",
        False,
        "tr",
    )
    assert len(visitor.roles) == 1


async def test_a_mention_alone_gets_the_help(world: World) -> None:
    serve(world.desk, commands={"yardim": lambda *_: line("yardım")})
    await world.ayse.send(world.channel, world.mention)
    assert world.replies[-1].content == "yardım"


async def test_what_is_not_meant_for_the_bot_is_left_alone(world: World, asked: list[tuple[str, Visitor]]) -> None:
    await world.ayse.send(world.channel, "Moskova Antlaşması ne zaman imzalandı?")
    await world.ayse.send(world.channel, f"{world.murat.mention} merhaba")
    await world.ayse.send(world.channel, "@everyone merhaba")
    assert asked == []
    assert world.replies == []


async def test_bots_webhooks_edits_and_service_messages_are_left_alone(world: World, asked: list[tuple[str, Visitor]]) -> None:
    other_bot = world.guild.add_member(world.env.create_user("robot", bot=True))
    await other_bot.send(world.channel, f"{world.mention} Moskova?")
    await world.guild.create_webhook(world.channel).send(f"{world.mention} Moskova?")
    message = await world.ayse.send(world.channel, "Moskova?")
    await world.ayse.edit(message, f"{world.mention} Moskova?")
    await world.ayse.delete(message)
    world.guild.create_system_message(world.channel, MessageType.NEW_MEMBER, author=world.ayse)
    await world.env.settle()
    assert asked == []


async def test_in_private_everything_is_meant_for_the_bot(world: World, asked: list[tuple[str, Visitor]]) -> None:
    await world.ayse.send_dm("Moskova?")
    text, visitor = asked[0]
    assert (text, visitor.private, visitor.roles) == ("Moskova?", True, frozenset())
    assert visitor.place == f"discord:@{world.ayse.id}"
    assert world.ayse.user.dm_channel.last_message.content == "tamam"


async def test_a_sticker_or_picture_in_private_is_answered_with_what_to_do(world: World) -> None:
    pictures = world.env.backend.store_attachments(world.ayse.user.dm_channel.id, [("harita.png", b"x")])
    await world.ayse.send_dm("", attachments=pictures)
    assert world.ayse.user.dm_channel.last_message.content == EMPTY.tr


@pytest.mark.parametrize(("typed", "rest"), [("/bugün 16 Mart", "16 Mart"), ("/bugun", ""), ("/BUGÜN", ""), ("/geri-al x", "x")])
async def test_a_command_typed_as_text_is_carried_out(world: World, typed: str, rest: str) -> None:
    def echo(_desk: Desk, said: str, _visitor: Visitor) -> Reply:
        return line(f"“{said}”")

    serve(world.desk, commands={"bugun": echo, "geri_al": echo})
    await world.ayse.send_dm(typed)
    assert world.ayse.user.dm_channel.last_message.content == f"“{rest}”"


async def test_a_reply_to_an_answer_is_about_what_that_was_about(world: World) -> None:
    await world.ayse.send(world.channel, f"{world.mention} Gümrü Antlaşması ne zaman imzalandı?")
    await world.murat.send(world.channel, f"{world.mention} kim imzaladı?", reply_to=world.replies[-1])
    assert "Gümrü" in world.replies[-1].content
    assert "Kaynak: " in world.replies[-1].content


async def test_a_reply_is_about_the_first_of_our_buttons_that_tells_of_an_entry(world: World) -> None:
    view = discord.ui.View(timeout=None).add_item(PressButton("a", "wait:1"))
    view.add_item(PressButton("b", f"clauses:{token('moskova-antlasmasi')}"))
    answer = await world.bot.client.get_partial_messageable(world.channel.id).send("yanıt", view=view)
    await world.ayse.send(world.channel, f"{world.mention} kim imzaladı?", reply_to=answer)
    assert "Moskova" in world.replies[-1].content


async def test_a_reply_to_somebody_else_is_about_nothing_in_particular(world: World) -> None:
    await world.ayse.send(world.channel, f"{world.mention} kim imzaladı?", reply_to=await world.murat.send(world.channel, "başka"))
    assert "Kaynak: " not in world.replies[-1].content


@pytest.mark.parametrize("text", ODD)
async def test_odd_text_does_no_harm(world: World, caplog: pytest.LogCaptureFixture, text: str) -> None:
    await world.ayse.send(world.channel, f"{world.mention} {text}")
    await world.ayse.send_dm(text if text.strip() else "\u200b")  # Discord takes no message of white space
    reply, private = world.replies[-1], world.ayse.user.dm_channel.last_message
    assert reply.content.strip()
    assert private.content.strip()
    assert private.author.id == world.env.backend.bot_user.id
    assert not reply.mention_everyone
    assert reply.mentions == reply.role_mentions == []
    assert "\u202e" not in reply.content
    assert "Traceback" not in caplog.text


async def test_a_form_asked_for_in_a_message_waits_behind_a_button(world: World) -> None:
    replying(world.desk, Reply(form=SHORT))
    await world.ayse.send_dm("/gizlilik")
    message = world.ayse.user.dm_channel.last_message
    opened = await world.ayse.user.click(message, label="Formu aç")
    assert opened.modal["title"] == SHORT.title


@pytest.mark.parametrize("refused", [False, True])
async def test_a_slow_desk_is_seen_to_type(world: World, *, refused: bool) -> None:
    gate = world.hold()
    if refused:
        world.env.inject_error("POST", "/channels/*/typing", status=403, code=50013)
    await world.ayse.send(world.channel, f"{world.mention} Gümrü Antlaşması ne zaman imzalandı?")
    assert world.requests("POST", "/typing")
    assert world.replies == []
    gate.set()
    await world.env.settle()
    assert "1920" in world.replies[-1].content


async def test_an_answer_to_a_deleted_message_is_still_given(world: World) -> None:
    gate = world.hold()
    message = await world.ayse.send(world.channel, f"{world.mention} Gümrü Antlaşması nedir?")
    await world.ayse.delete(message)
    gate.set()
    await world.env.settle()
    assert world.replies


async def test_where_the_bot_may_not_write_there_is_a_line_in_the_log(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, message="Missing Permissions")
    await world.ayse.send(world.channel, f"{world.mention} Moskova?")
    assert "Discord refused an answer to a message: 403, code 50013" in caplog.text
    assert "Traceback" not in caplog.text


async def test_where_the_bot_may_not_read_the_history_it_answers_without_replying(world: World) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=160002)
    await world.ayse.send(world.channel, f"{world.mention} Gümrü Antlaşması nedir?")
    assert world.replies[-1].reference is None


async def test_a_message_that_comes_twice_is_answered_once(world: World) -> None:
    message = await world.ayse.send(world.channel, f"{world.mention} Gümrü Antlaşması nedir?")
    await world.bot.client.on_message(message)
    assert len(world.replies) == 1


@pytest.mark.parametrize(
    ("locale", "features", "language"),
    [("en-US", [], "tr"), ("en-US", ["COMMUNITY"], "en"), ("tr", ["COMMUNITY"], "tr"), ("de", ["COMMUNITY"], "tr")],
)
async def test_only_a_community_that_chose_english_is_spoken_to_in_english(
    world: World, locale: str, features: list[str], language: str
) -> None:
    message = await world.ayse.send(world.channel, "a")
    message.guild.preferred_locale, message.guild.features = discord.Locale(locale), features
    assert places.author(message).language == language


async def test_buttons_under_a_reply_work(world: World) -> None:
    await world.ayse.send(world.channel, f"{world.mention} Gümrü Antlaşması ne zaman imzalandı?")
    await world.restart()
    pressed = await world.murat.click(world.replies[-1], label="Kim?")
    assert EXPIRED.tr not in pressed.response.content
