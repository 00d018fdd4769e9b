"""Buttons, replies of every kind, and what goes wrong between a press and its answer."""

import logging
from dataclasses import replace

import discord
import pytest
from discord_world import World, buttons, labels, replying

from fakes import serve
from mmbot.desk.asking_texts import EXPIRED
from mmbot.desk.desk import Desk
from mmbot.desk.reply import Button, Document, Reply, line
from mmbot.model import Visitor
from mmbot.rendering import Block
from mmbot.texts import BROKEN

PROBE = ((Button("Dene", "probe:1"),),)
SAID = Reply(line("ilk").blocks, PROBE)


@pytest.fixture
async def probe(world: World) -> discord.Message:
    """A message with a button that the next reply set by a test answers."""
    replying(world.desk, SAID)
    return (await world.ayse.slash(world.channel, "gizlilik")).response.message


async def test_every_button_of_an_answer_leads_on(world: World) -> None:
    asked = await world.ayse.slash(world.channel, "sor", soru="Moskova Antlaşması ne zaman imzalandı?")
    assert len(labels(asked.response)) > 4
    for label in labels(asked.response):
        pressed = await world.murat.click(asked.response, label=label)
        assert EXPIRED.tr not in pressed.response.content, label
        assert pressed.response.content
        for deeper in [one for _, one in buttons(pressed.response) if one.startswith("mm")]:
            world.desk.clock.advance(seconds=3)  # type: ignore[attr-defined]  # pressed at once again, a button answers nothing more
            anew = await world.murat.click(asked.response, label=label)  # a button may rewrite the message that it stands under
            assert (await world.murat.click(anew.response, custom_id=deeper)).acknowledged


async def test_a_choice_leads_to_its_answer(world: World) -> None:
    asked = await world.ayse.slash(world.channel, "sor", soru="Antlaşma ne zaman imzalandı?")
    (first, custom_id), *_ = buttons(asked.response)
    assert f"1\\. {first}" in asked.response.content
    assert "Kaynak: " in (await world.ayse.click(asked.response, custom_id=custom_id)).response.content


async def test_an_unknown_question_can_be_passed_on_and_only_one_sees_it(world: World) -> None:
    asked = await world.ayse.slash(world.channel, "sor", soru="Zxqw Antlaşması ne zaman imzalandı?")
    pressed = await world.ayse.click(asked.response, label="Moderatörlere ilet")
    assert pressed.ephemeral
    assert pressed.followups == []
    assert world.desk.records.misses.open()[0].forwarded == 1


async def test_the_full_source_is_seen_by_one(world: World) -> None:
    asked = await world.ayse.slash(world.channel, "sor", soru="Gümrü Antlaşması ne zaman imzalandı?")
    pressed = await world.ayse.click(asked.response, label="Kaynak")
    assert pressed.ephemeral
    assert "Dayanak:" in pressed.response.content


async def test_buttons_work_after_a_restart(world: World) -> None:
    asked = await world.ayse.slash(world.channel, "sor", soru="Gümrü Antlaşması ne zaman imzalandı?")
    await world.restart()
    assert "Dayanak:" in (await world.ayse.click(asked.response, label="Kaynak")).response.content


@pytest.mark.parametrize(
    "custom_id",
    ["mm:", "mm", "x", "mm:fact:", "mm:fact:AAAAAAAAAA", "mm:nothing:1", "mm:wait:" + "9" * 60, "mm:forward:-1", "mm:wait:\u0667", "mm:~", "mm:~abc",
     "mm7:fact:x", "mf:", "mp:x", "mm:" + "ı" * 90, "mm:%s{0}<b>", "mm:entry:AAAAAAAAAA:999999999999", "mm:fact:A:B:C:::::", "mm:'; DROP TABLE x;--", "mm:\n\n"],
)  # fmt: skip
async def test_a_forged_or_stale_button_is_answered(world: World, caplog: pytest.LogCaptureFixture, custom_id: str) -> None:
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="x", custom_id=custom_id))
    view.stop()  # discord.py would look after the button itself
    message = await world.bot.client.get_partial_messageable(world.channel.id).send("eski", view=view)
    result = await world.ayse.click(message, custom_id=custom_id)
    assert result.response.content
    assert "Traceback" not in caplog.text
    assert world.env.errors == []


@pytest.mark.parametrize(
    ("reply", "seen_by_one", "edited"),
    [
        pytest.param(line("a"), False, False, id="for-all"),
        pytest.param(line("a").said_to_one(), True, False, id="for-one"),
        pytest.param(replace(line("a"), replaces=True), False, True, id="in-place-of-the-message"),
        pytest.param(Reply(toast="a"), True, False, id="over-the-button"),
        pytest.param(line("a", toast="a"), True, False, id="said-over-the-button-and-nowhere-else"),
        pytest.param(line("a", toast="b"), False, False, id="said-and-said-over-the-button"),
    ],
)
async def test_where_a_reply_appears(
    world: World, probe: discord.Message, reply: Reply, *, seen_by_one: bool, edited: bool
) -> None:
    replying(world.desk, reply)
    result = await world.murat.click(probe, label="Dene")
    assert result.response.content == "a"
    assert result.ephemeral is seen_by_one
    assert (result.response.id == probe.id) is edited
    assert [(one.content, one.ephemeral) for one in result.followups] == ([("b", True)] if reply.toast == "b" else [])


async def test_a_rewritten_message_loses_its_old_buttons(world: World, probe: discord.Message) -> None:
    replying(world.desk, Reply(line("iki").blocks, ((Button("Geri", "probe:2"),),), replaces=True))
    assert labels((await world.murat.click(probe, label="Dene")).response) == ["Geri"]
    replying(world.desk, replace(line("üç"), replaces=True))
    assert labels((await world.murat.click(world.replies[-1], label="Geri")).response) == []


async def test_what_follows_from_a_message_that_one_sees_is_seen_by_one(world: World) -> None:
    replying(world.desk, SAID.said_to_one())
    shown = await world.ayse.slash(world.channel, "gizlilik")
    replying(world.desk, line("sır"))
    assert (await world.ayse.click(shown.response, label="Dene")).ephemeral


async def test_a_long_reply_is_several_messages_in_order(world: World, probe: discord.Message) -> None:
    told = tuple(Block("answer", f"{number}. cümle. " * 90) for number in range(1, 6))
    replying(world.desk, Reply(told, PROBE))
    result = await world.ayse.click(probe, label="Dene")
    parts = [result.response, *result.followups]
    assert len(parts) == 3
    assert [bool(labels(part)) for part in parts] == [False, False, True]
    assert all(len(part.content) <= 2000 for part in parts)


async def test_a_file_is_attached(world: World, probe: discord.Message) -> None:
    replying(world.desk, Reply(line("Künye").blocks, document=Document("topal-2018.bib", "@article{ığ}")))
    (attached,) = (await world.ayse.click(probe, label="Dene")).response.attachments
    assert attached.filename == "topal-2018.bib"
    assert (await attached.read()).decode() == "@article{ığ}"


async def test_a_reply_without_anything_lets_the_button_go(world: World, probe: discord.Message) -> None:
    replying(world.desk, Reply())
    result = await world.ayse.click(probe, label="Dene")
    assert result.acknowledged
    assert len(world.replies) == 1


async def test_nobody_is_mentioned_and_nothing_formatted(world: World, probe: discord.Message) -> None:
    replying(world.desk, line(f"@everyone @here {world.ayse.mention} <@&1> *kalın*"))
    result = await world.murat.click(probe, label="Dene")
    assert result.response.content == f"\\@everyone \\@here \\<@{world.ayse.id}> \\<@&1> \\*kalın\\*"
    sent = world.requests("POST", "/callback")[-1].json["data"]["allowed_mentions"]
    assert sent == {"parse": []}


@pytest.mark.parametrize("from_a_button", [True, False])
async def test_a_slow_desk_is_waited_for(world: World, probe: discord.Message, *, from_a_button: bool) -> None:
    replying(world.desk, line("sonunda"))
    gate = world.hold()
    result = await (world.ayse.click(probe, label="Dene") if from_a_button else world.ayse.slash(world.channel, "gizlilik"))
    assert result.deferred
    await world.env.advance_time(60)
    gate.set()
    await world.env.settle()
    told = result.followups[0] if from_a_button else result.response
    assert told.content == "sonunda"
    assert told.ephemeral is not from_a_button
    assert probe.content == "ilk"


async def test_a_slow_answer_to_a_question_is_for_all(world: World) -> None:
    gate = world.hold()
    result = await world.ayse.slash(world.channel, "sor", soru="Gümrü Antlaşması ne zaman imzalandı?")
    gate.set()
    await world.env.settle()
    assert "1920" in result.response.content
    assert not result.ephemeral


async def test_a_slow_reply_still_rewrites_the_message(world: World, probe: discord.Message) -> None:
    replying(world.desk, replace(line("yeni"), replaces=True))
    gate = world.hold()
    await world.ayse.click(probe, label="Dene")
    gate.set()
    await world.env.settle()
    assert [message.content for message in world.replies] == ["yeni"]


async def test_an_interaction_that_has_run_out_is_let_go(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "mmbot")
    gate = world.hold()
    world.bot.client.patience = 10.0
    result = await world.ayse.slash(world.channel, "gizlilik")
    await world.env.advance_time(4.0)
    gate.set()
    await world.env.settle()
    assert not result.acknowledged
    assert "too late (10062)" in caplog.text
    assert "Traceback" not in caplog.text


async def test_an_interaction_that_somebody_else_has_answered_is_let_go(
    world: World, probe: discord.Message, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "mmbot")
    world.env.inject_error("POST", "/interactions/*/callback", status=400, code=40060, message="already acknowledged")
    await world.ayse.click(probe, label="Dene")
    assert "too late (40060)" in caplog.text
    assert len(world.replies) == 1


async def test_the_message_was_deleted_before_it_could_be_rewritten(world: World, probe: discord.Message) -> None:
    def delete(_desk: Desk, _typed: str, _visitor: Visitor) -> Reply:
        world.env.backend.messages[probe.channel.id].pop(probe.id)
        return replace(line("yeni"), replaces=True)

    replying(world.desk, delete)
    world.env.inject_error("POST", "/interactions/*/callback", status=404, code=10008, message="Unknown Message")
    result = await world.ayse.click(probe, label="Dene")
    assert result.response.content == "yeni"


@pytest.mark.parametrize("status", [400, 403, 500])
async def test_what_discord_refuses_is_apologised_for(
    world: World, probe: discord.Message, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    world.env.inject_error("POST", "/interactions/*/callback", status=status, code=50035, message="Invalid Form Body")
    result = await world.ayse.click(probe, label="Dene")
    assert result.response.content == BROKEN.tr
    assert result.ephemeral
    assert f"Discord refused an answer: {status}" in caplog.text
    assert "ilk" not in caplog.text


async def test_where_nothing_can_be_said_at_all_there_is_a_line_in_the_log(
    world: World, probe: discord.Message, caplog: pytest.LogCaptureFixture
) -> None:
    world.env.inject_error("POST", "/interactions/*/callback", status=500, times=None)
    result = await world.ayse.click(probe, label="Dene")
    assert not result.acknowledged
    assert "Traceback" not in caplog.text


async def test_a_fault_of_the_desk_or_its_records_is_apologised_for(world: World, probe: discord.Message) -> None:
    def broken(*_: object) -> Reply:
        raise RuntimeError("gizli söz")

    replying(world.desk, broken)
    assert (await world.ayse.click(probe, label="Dene")).response.content == BROKEN.tr
    world.desk.records.close()
    assert (await world.ayse.click(probe, label="Dene")).response.content == BROKEN.tr


async def test_no_word_and_no_token_is_logged(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "mmbot")
    caplog.set_level(logging.WARNING, "discord")
    await world.ayse.slash(world.channel, "sor", soru="gizlisöz nedir?")
    await world.ayse.send(world.channel, f"{world.mention} gizlisöz kimdir?")
    serve(world.desk, commands={"sor": lambda *_: 1 / 0})
    await world.ayse.send(world.channel, f"{world.mention} gizlisöz neden?")
    assert "ZeroDivisionError" in caplog.text
    assert "gizlisöz" not in caplog.text
    assert "a.b.c" not in caplog.text
