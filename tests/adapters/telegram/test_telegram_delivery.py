"""What becomes of messages when Telegram refuses, is slow, drops the connection, or delivers twice."""

import asyncio
import logging
from datetime import time

import pytest
from telegram_stage import MOSCOW, MOSCOW_DAY, Stage, until

from mmbot.adapters.telegram_bot.pace import BURST, TRIES, Pace
from mmbot.desk.limits import unlimited
from mmbot.desk.records import Subscription
from mmbot.desk.reply import Reply, line
from mmbot.rendering import Block
from outages import missing, unwritable

POST = line("Bugün: <16 Mart>")


async def test_a_post_arrives_and_its_buttons_and_text_are_kept(stage: Stage) -> None:
    assert await stage.bot.send(f"telegram:{stage.group.id}", POST) == "sent"
    assert (await stage.api.next_message(stage.group)).text == "Bugün: <16 Mart>"


async def test_where_the_bot_may_not_write_it_is_gone(stage: Stage) -> None:
    blocked, stranger = stage.api.user(21), stage.api.user(22)
    stage.api.private(blocked)
    stage.api.block(blocked)
    kicked, muted = stage.api.supergroup(), stage.api.supergroup()
    stage.api.kick(kicked, stage.ali)
    muted.muted = True
    forum = stage.api.supergroup(is_forum=True)
    places = [blocked.id, stranger.id, 999, kicked.id, muted.id, f"{forum.id}:77", "x", "1:2:3"]
    assert [await stage.bot.send(f"telegram:{place}", POST) for place in places] == ["gone"] * len(places)
    assert await stage.bot.send("discord:1", POST) == "gone"


async def test_a_post_to_a_group_that_has_moved_finds_it_and_its_subscription_follows(stage: Stage) -> None:
    group = stage.api.group(-5)
    stage.desk.records.subscriptions.put(Subscription("telegram:-5", time(9)))
    stage.api.updates.allowed = frozenset()  # the service message was lost
    new = stage.api.migrate(group, stage.ali)
    assert await stage.bot.send("telegram:-5", POST) == "sent"
    assert (await stage.api.next_message(new)).text == "Bugün: <16 Mart>"
    assert stage.desk.records.subscriptions.get(f"telegram:{new.id}")
    assert not stage.desk.records.subscriptions.get("telegram:-5")


@pytest.mark.parametrize("fault", [{"retry_after": 3600}, {"status": 502}, {"status": 429}], ids=str)
async def test_what_may_pass_is_tried_later(stage: Stage, fault: dict[str, int | str]) -> None:
    stage.api.fail("sendMessage", **fault, times=3)  # type: ignore[arg-type]
    assert await stage.bot.send(f"telegram:{stage.group.id}", POST) == "later"


@pytest.mark.parametrize("drop", ["before", "after"])
async def test_a_post_whose_arrival_is_uncertain_is_not_sent_again(stage: Stage, drop: str) -> None:
    stage.api.fail("sendMessage", drop=drop)
    assert await stage.bot.send(f"telegram:{stage.group.id}", POST) == "sent"
    assert len(stage.api.sent) == (drop == "after")


async def test_a_post_before_the_bot_runs_is_for_later(idle: Stage) -> None:
    assert await idle.bot.send(f"telegram:{idle.group.id}", POST) == "later"


async def test_a_post_that_telegram_will_never_take_is_not_tried_for_ever(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    stage.api.fail("sendMessage", status=400, description="Bad Request: something new")
    assert await stage.bot.send(f"telegram:{stage.group.id}", POST) == "sent"
    assert "omething new" in caplog.text


async def test_half_a_post_is_not_sent_again(stage: Stage) -> None:
    long = Reply((Block("answer", "Bir cümle. " * 600),))
    sending = asyncio.create_task(stage.bot.send(f"telegram:{stage.group.id}", long))
    await stage.api.next_message(stage.group)
    stage.api.fail("sendMessage", drop="before")
    assert await sending == "sent"


async def test_an_answer_waits_as_long_as_telegram_says_and_comes_once(stage: Stage) -> None:
    stage.api.fail("sendMessage", retry_after=1)
    assert MOSCOW_DAY in (await stage.ask(MOSCOW)).text
    await stage.api.quiet()


async def test_while_one_chat_waits_the_others_are_answered(stage: Stage) -> None:
    stage.api.fail("sendMessage", retry_after=3)
    stage.api.say(stage.ayse, stage.private, MOSCOW)
    await until(lambda: stage.api.count("sendMessage") == 1)
    stage.api.say(stage.ali, stage.api.private(stage.ali), MOSCOW)
    assert (await stage.api.next_message(timeout=2)).chat_id == stage.ali.id


async def test_after_three_tries_an_answer_is_dropped_with_a_line(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    stage.api.fail("sendMessage", status=502, times=3)
    stage.api.say(stage.ayse, stage.private, MOSCOW)
    await until(lambda: "could not be sent" in caplog.text)
    assert stage.api.count("sendMessage") == TRIES
    assert "Traceback" not in caplog.text
    assert MOSCOW_DAY in (await stage.ask(MOSCOW)).text


async def test_a_bad_gateway_is_overcome(stage: Stage) -> None:
    stage.api.fail("sendMessage", status=502)
    assert MOSCOW_DAY in (await stage.ask(MOSCOW)).text


async def test_an_answer_whose_arrival_is_uncertain_is_not_sent_twice(stage: Stage) -> None:
    stage.api.fail("sendMessage", drop="after")
    assert MOSCOW_DAY in (await stage.ask(MOSCOW)).text
    await stage.api.quiet(1.2)


@pytest.mark.parametrize(
    "fault", [{"status": 502}, {"drop": "before"}, {"drop": "after"}, {"status": 409}, {"retry_after": 1}], ids=str
)
async def test_a_failed_poll_loses_nothing(stage: Stage, fault: dict[str, int | str]) -> None:
    stage.api.fail("getUpdates", **fault)  # type: ignore[arg-type]
    assert MOSCOW_DAY in (await stage.ask(MOSCOW)).text
    assert MOSCOW_DAY in (await stage.ask(MOSCOW)).text
    await stage.api.quiet()


async def test_an_outage_is_survived_and_told_in_single_lines(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    await stage.ask(MOSCOW)
    await stage.api.down()
    await until(lambda: "cannot be reached" in caplog.text)
    await stage.api.up()
    assert MOSCOW_DAY in (await stage.ask(MOSCOW)).text
    assert "can be reached again" in caplog.text
    assert "Traceback" not in caplog.text
    assert "\n" not in "".join(record.getMessage() for record in caplog.records)


async def test_an_update_that_comes_twice_is_answered_once(stage: Stage) -> None:
    said = stage.api.say(stage.ayse, stage.private, MOSCOW)
    await stage.api.next_message(stage.private)
    stage.api.redeliver(said)
    await stage.api.quiet(0.4)


async def test_updates_that_come_together_are_noted_together_and_answered_once_each(stage: Stage) -> None:
    statements: list[str] = []
    stage.desk.records._connection._database.conn.set_trace_callback(statements.append)
    said = [stage.api.say(user, stage.api.private(user), MOSCOW) for user in map(stage.api.user, range(1000, 1030))]
    for each in said:
        assert each
        stage.api.redeliver(each)
    answered = {(await stage.api.next_message(timeout=30)).chat_id for _ in said}
    assert answered == set(range(1000, 1030))
    await stage.api.quiet(0.4)
    noted = [part.count("INSERT INTO handled") for part in "\n".join(statements).split("BEGIN IMMEDIATE")]
    assert sum(noted) >= len(said)
    assert len(list(filter(None, noted))) < len(said)


async def test_a_question_is_answered_although_it_cannot_be_noted(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    with unwritable(stage.desk.records):  # type: ignore[arg-type]
        assert MOSCOW_DAY in (await stage.ask(MOSCOW)).text
    assert "(SQLITE_READONLY) Questions are answered meanwhile" in caplog.text


async def test_a_fault_while_an_update_is_noted_leaves_nobody_without_a_word(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    with missing(stage.desk.records, "handled"):  # type: ignore[arg-type]
        assert MOSCOW_DAY in (await stage.ask(MOSCOW)).text
    assert "could not be noted as handled" in caplog.text
    assert MOSCOW_DAY in (await stage.ask(MOSCOW)).text


async def test_whoever_blocks_the_bot_before_the_answer_causes_no_error(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    stage.api.fail("sendMessage", status=403)
    stage.api.say(stage.ayse, stage.private, MOSCOW)
    await until(lambda: "may not write there" in caplog.text)
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_questions_of_one_person_are_answered_in_their_order(stage: Stage) -> None:
    stage.api.fail("sendMessage", status=502)  # the first answer is held up
    for text in (MOSCOW, "kim imzaladı?", "nerede?"):
        stage.api.say(stage.ayse, stage.private, text)
    answers = [await stage.api.next_message(stage.private) for _ in range(3)]
    assert MOSCOW_DAY in answers[0].text
    assert "Yusuf Kemal" in answers[1].text
    assert "Moskova" in answers[2].text


@pytest.mark.parametrize("pace", [Pace(chat_seconds=0.02)], ids=["fast"])
async def test_who_floods_is_not_answered_for_ever_and_hinders_nobody(stage: Stage) -> None:
    stage.api.fail("sendMessage", retry_after=2)
    stage.api.say(stage.ayse, stage.private, MOSCOW)
    await until(lambda: stage.api.count("sendMessage") == 1)
    for _ in range(200):
        stage.api.say(stage.ayse, stage.private, "x")
    stage.api.say(stage.ali, stage.api.private(stage.ali), MOSCOW)
    assert (await stage.api.next_message(timeout=1.5)).chat_id == stage.ali.id
    await until(lambda: len(stage.api.unread()) >= 30)
    await asyncio.sleep(0.3)
    assert len(stage.api.unread()) <= 42


# what is paced beforehand, before a server that keeps Telegram's limits: it has to refuse nothing


async def test_posts_to_many_chats_keep_to_thirty_a_second(stage: Stage) -> None:
    """And answers do not wait behind them."""
    stage.api.limit_rates()
    groups = [stage.api.supergroup() for _ in range(40)]
    posts = [asyncio.create_task(stage.bot.send(f"telegram:{group.id}", POST)) for group in groups]
    await until(lambda: len(stage.api.unread()) > 2)
    stage.api.say(stage.ayse, stage.private, MOSCOW)
    assert MOSCOW_DAY in (await stage.api.next_message(stage.private, timeout=1.0)).text
    assert not all(post.done() for post in posts)
    assert await asyncio.gather(*posts) == ["sent"] * len(groups)
    assert stage.api.refusals() == []


async def test_the_parts_of_a_post_leave_one_a_second(stage: Stage) -> None:
    stage.api.limit_rates()
    long = Reply((Block("answer", "Bir cümle. " * 900),))
    assert await stage.bot.send(f"telegram:{stage.group.id}", long) == "sent"
    assert len(stage.api.unread()) == 3
    assert stage.api.refusals() == []


@pytest.mark.parametrize("pace", [Pace(chat_seconds=0.0)], ids=["at-once"])
async def test_a_group_gets_twenty_messages_a_minute(stage: Stage) -> None:
    """The others are sent later, and nobody waits behind them."""
    stage.api.limit_rates(chat_second=0, total_second=0)
    posts = [await stage.bot.send(f"telegram:{stage.group.id}", POST) for _ in range(22)]
    assert posts == ["sent"] * 20 + ["later"] * 2
    assert await stage.bot.send(f"telegram:{stage.api.supergroup().id}", POST) == "sent"
    assert not stage.api.refusals()


@pytest.mark.usefixtures("noted")
async def test_a_chat_gets_some_answers_at_once_and_then_one_a_second(stage: Stage) -> None:
    stage.desk.limits = unlimited()
    for number in range(BURST + 2):
        stage.api.say(stage.ayse, stage.private, f"/gizlilik {number}")
    await until(lambda: len(stage.api.unread()) == BURST)
    await asyncio.sleep(0.3)
    assert len(stage.api.unread()) == BURST
    await until(lambda: len(stage.api.unread()) == BURST + 2)
    assert stage.api.refusals() == []


@pytest.mark.usefixtures("noted")
async def test_once_telegram_has_said_too_many_answers_keep_to_thirty_a_second_as_well(stage: Stage) -> None:
    stage.api.fail("sendMessage", retry_after=1)
    stage.api.say(stage.ayse, stage.private, "/gizlilik")
    await until(lambda: stage.api.count("sendMessage") == 1)
    stage.api.limit_rates(chat_second=0)
    for number in range(100, 140):
        user = stage.api.user(number)
        stage.api.say(user, stage.api.private(user), "/gizlilik")
    await until(lambda: len(stage.api.unread()) == 41)
    assert len(stage.api.refusals()) == 1, "the one that was ordered"
