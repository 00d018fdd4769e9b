"""What nobody has just asked for: daily posts, notices."""

import pytest
from discord_world import World, labels

from mmbot.desk.reply import Button, Document, Reply, line
from mmbot.rendering import Block

POST = Reply(line("16 Mart").blocks, ((Button("Kaynak", "source:A"),),))


async def test_a_post_to_a_channel_with_its_buttons(world: World) -> None:
    assert await world.bot.send(f"discord:{world.channel.id}", POST) == "sent"
    assert world.replies[-1].content == "16 Mart"
    assert labels(world.replies[-1]) == ["Kaynak"]


async def test_a_notice_to_a_person(world: World) -> None:
    assert await world.bot.send(f"discord:@{world.ayse.id}", line("Öneriniz onaylandı.")) == "sent"
    assert world.ayse.user.dm_channel.last_message.content == "Öneriniz onaylandı."


async def test_a_person_can_be_answered_where_he_wrote_in_private(world: World) -> None:
    await world.ayse.send_dm("Moskova?")
    assert await world.bot.send(f"discord:{world.ayse.user.dm_channel.id}", line("a")) == "sent"


@pytest.mark.parametrize(
    ("status", "code", "delivered"),
    [
        pytest.param(403, 50001, "gone", id="no-access"),
        pytest.param(403, 50013, "gone", id="may-not-write"),
        pytest.param(404, 10003, "gone", id="no-such-channel"),
        pytest.param(403, 0, "later", id="blocked-on-the-way"),
        pytest.param(404, 0, "later", id="not-found-on-the-way"),
        pytest.param(500, 0, "later", id="server-error"),
        pytest.param(503, 0, "later", id="unavailable"),
        pytest.param(504, 0, "sent", id="perhaps-it-is-there"),
        pytest.param(429, 0, "later", id="too-many"),
        pytest.param(400, 50035, "sent", id="refused-for-ever"),
    ],
)
async def test_what_became_of_it(world: World, caplog: pytest.LogCaptureFixture, status: int, code: int, delivered: str) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=status, code=code)
    assert await world.bot.send(f"discord:{world.channel.id}", POST) == delivered
    assert "16 Mart" not in caplog.text


async def test_a_person_who_takes_no_messages(world: World) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50007, message="Cannot send messages to this user")
    assert await world.bot.send(f"discord:@{world.ayse.id}", POST) == "gone"


@pytest.mark.parametrize("place", ["discord:999", "discord:@999", "discord:x", "telegram:7", ""])
async def test_a_place_that_is_not_there(world: World, place: str) -> None:
    assert await world.bot.send(place, POST) == "gone"


async def test_what_was_sent_in_part_is_not_sent_again(world: World) -> None:
    emit = world.env.backend.emit

    def second_fails(event: str, payload: dict[str, object]) -> None:
        emit(event, payload)
        world.env.inject_error("POST", "/channels/*/messages", status=500)

    world.env.backend.emit = second_fails
    assert await world.bot.send(f"discord:{world.channel.id}", Reply((Block("answer", "Bir cümle. " * 400),))) == "sent"
    assert len(world.replies) == 1


async def test_a_file_and_nothing(world: World) -> None:
    assert await world.bot.send(f"discord:{world.channel.id}", Reply(document=Document("a.ris", "TY"))) == "sent"
    assert world.replies[-1].attachments[0].filename == "a.ris"
    assert await world.bot.send(f"discord:{world.channel.id}", Reply()) == "sent"


async def test_before_it_is_connected_it_is_to_be_tried_later(world: World) -> None:
    assert await world.new_bot().send(f"discord:{world.channel.id}", POST) == "later"


async def test_a_message_that_is_sent_anew_carries_the_same_nonce(world: World) -> None:
    """So that Discord keeps it single; another message, or the same to another place, has another one."""
    other = world.guild.create_text_channel("okul")
    for place, reply in [(world.channel, POST), (world.channel, POST), (world.channel, line("17 Mart")), (other, POST)]:
        await world.bot.send(f"discord:{place.id}", reply)
    sent = [request.json for request in world.requests("POST", "/messages")]
    assert all(one["enforce_nonce"] is True for one in sent)
    assert sent[0]["nonce"] == sent[1]["nonce"]
    assert len({one["nonce"] for one in sent}) == 3
