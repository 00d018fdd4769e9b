"""Letters about decisions: once, whatever happens on their way."""

import asyncio

import pytest
from town import ANSWER, QUESTION, Town

from mmbot.adapters.telegram_bot.pace import Pace
from mmbot.desk import verdicts
from moderated import SECOND, fact


async def later(town: Town) -> None:
    """Whatever is to be tried again is tried again."""
    for _ in range(4):
        town.clock.advance(hours=2)
        await asyncio.sleep(0.4)


@pytest.mark.parametrize(
    ("fault", "letters"),
    [
        pytest.param({"drop": "after"}, 1, id="it-is-there-and-nobody-says-so"),
        pytest.param({"drop": "before"}, 0, id="it-is-not-there-and-nobody-says-so"),
        pytest.param({"retry_after": 1}, 1, id="not-now"),
    ],
)
async def test_a_letter_never_comes_twice(town: Town, fault: dict[str, object], letters: int) -> None:
    """Where Telegram says that it did not take it, it is tried again; where nobody can tell, one too few is better than one twice."""
    town.refused, town.pace = True, Pace(longest_unasked=0.5)
    async with town.served() as world:
        world.hand_in(fact())
        town.api.fail("sendMessage", **fault)  # type: ignore[arg-type]
        verdicts.approve(world.desk, 1, SECOND)
        async with asyncio.timeout(10):
            while town.api.count("sendMessage") == 0:
                await asyncio.sleep(0.01)
        await later(town)
        assert len([sent for sent in town.api.sent if "onaylandı ve yayında" in sent.text]) == letters


async def test_letters_wait_for_a_bot_that_does_not_run(town: Town) -> None:
    async with town.served() as world:
        await town.ayse.say(QUESTION)
        await town.ayse.tap("Yanıtlanınca haber ver")
        world.hand_in(fact())
    for world in town.closed():
        verdicts.approve(world.desk, 1, SECOND)  # as on the moderators' page of another process
    async with town.served():
        town.clock.advance(minutes=2)
        assert ANSWER in (await town.ayse.hear()).text
        assert "onaylandı" in (await town.can.hear()).text
        await town.api.quiet(0.3)


async def test_a_letter_that_waits_is_delivered_as_soon_as_the_bot_is_there(town: Town) -> None:
    async with town.served() as world:
        world.hand_in(fact())
    for world in town.closed():
        verdicts.approve(world.desk, 1, SECOND)
    town.api.fail("getMe", slow=0.3)
    async with town.served():
        assert "onaylandı" in (await town.api.next_message(town.can.chat, timeout=2)).text
