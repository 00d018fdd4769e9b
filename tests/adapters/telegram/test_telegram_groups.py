"""The bot among people: commands, replies and mentions in groups, topics, rights, coming and going."""

import asyncio
from datetime import time

import pytest
from telegram_stage import MOSCOW, MOSCOW_DAY, Noted, Stage, until

from bot_api import Chat
from fakes import serve
from mmbot.desk.desk import FormService
from mmbot.desk.place_texts import HELLO
from mmbot.desk.records import Subscription
from mmbot.desk.reply import Field, Form, Reply, line
from mmbot.model import Person
from mmbot.rendering import Block

NINE = time(9)


async def test_an_unknown_command_in_a_group_is_ignored(stage: Stage) -> None:
    stage.api.privacy = False
    assert stage.api.say(stage.ayse, stage.group, "/ban@mmtestbot Ali")
    assert stage.api.say(stage.ayse, stage.group, "Bugün hava güzel")
    assert stage.api.say(stage.ayse, stage.group, "/bugun@other_bot")
    await stage.api.quiet(0.4)


async def test_in_a_group_the_answer_replies_to_the_command(stage: Stage) -> None:
    said = stage.api.say(stage.ayse, stage.group, f"/sor@mmtestbot {MOSCOW}")
    answer = await stage.api.next_message(stage.group)
    assert answer.reply_to == said.message_id
    assert MOSCOW_DAY in answer.text


async def test_the_answer_comes_also_when_the_question_was_deleted(stage: Stage) -> None:
    said = stage.api.say(stage.ayse, stage.group, f"/sor@mmtestbot {MOSCOW}")
    del stage.group.messages[said.message_id]
    assert (await stage.api.next_message(stage.group)).reply_to is None


@pytest.mark.parametrize("text", ["@mmtestbot {}", "Merhaba 🏛 @MMTestBot, {}"])
async def test_a_mention_that_arrives_is_answered(stage: Stage, text: str) -> None:
    stage.api.privacy = False
    stage.api.say(stage.ayse, stage.group, text.format(MOSCOW))
    assert MOSCOW_DAY in (await stage.api.next_message(stage.group)).text


async def test_whoever_replies_to_an_answer_in_a_group_asks_about_its_entry(stage: Stage) -> None:
    stage.api.say(stage.ayse, stage.group, f"/sor@mmtestbot {MOSCOW}")
    answer = await stage.api.next_message(stage.group)
    assert stage.api.say(stage.ali, stage.group, "kim imzaladı?", reply_to=answer)  # somebody else, who had asked nothing
    assert "Yusuf Kemal" in (await stage.api.next_message(stage.group)).text


async def test_topics_are_kept_and_general_is_left_out(stage: Stage) -> None:
    forum = stage.api.supergroup(title="Forum", members=[stage.ayse], is_forum=True)
    topic = stage.api.topic(forum, "Antlaşmalar")
    stage.api.say(stage.ayse, forum, f"/sor@mmtestbot {MOSCOW}", thread=topic)
    assert (await stage.api.next_message(forum)).thread_id == topic
    stage.api.say(stage.ayse, forum, f"/sor@mmtestbot {MOSCOW}")
    assert (await stage.api.next_message(forum)).thread_id is None
    assert await stage.bot.send(f"telegram:{forum.id}:{topic}", line("Bugün")) == "sent"
    assert (await stage.api.next_message(forum)).thread_id == topic


async def test_places_and_persons_are_named_for_the_desk(stage: Stage, noted: Noted) -> None:
    forum = stage.api.supergroup(title="Forum", members=[stage.ayse], is_forum=True)
    topic = stage.api.topic(forum, "Antlaşmalar")
    said = stage.api.say(stage.ayse, stage.group, "/sor@mmtestbot a")
    stage.api.say(stage.ayse, stage.group, "/sor@mmtestbot b", reply_to=said)  # a thread, but no topic
    stage.api.say(stage.ayse, forum, "/sor@mmtestbot c", thread=topic)
    await stage.ask("/sor d")
    while len(noted.visitors) < 4:
        await asyncio.sleep(0.02)
    places = {typed: (visitor.place, visitor.private) for typed, visitor in zip(noted.typed, noted.visitors, strict=True)}
    group = (f"telegram:{stage.group.id}", False)
    assert places == {"a": group, "b": group, "c": (f"telegram:{forum.id}:{topic}", False), "d": ("telegram:11", True)}
    assert {visitor.person.id for visitor in noted.visitors} == {"11"}


async def test_administrators_are_looked_up_where_it_matters_and_only_once(stage: Stage, noted: Noted) -> None:
    for text in ("/abone@mmtestbot 9", "/inceleme@mmtestbot", "/sor@mmtestbot x"):
        stage.api.say(stage.ali, stage.group, text)
        await stage.api.next_message(stage.group)
    stage.api.say(stage.ayse, stage.group, "/abone@mmtestbot 9")
    await stage.api.next_message(stage.group)
    assert [set(visitor.roles) for visitor in noted.visitors] == [{"admin"}, {"admin"}, set(), set()]
    assert stage.api.count("getChatMember") == 2


async def test_an_anonymous_administrator_orders_the_post_by_a_button_that_shows_who_he_is(stage: Stage) -> None:
    stage.api.say(stage.api.anonymous, stage.group, "/abone@mmtestbot 10.30")
    offered = await stage.api.next_message(stage.group)
    assert "anonim" in offered.text
    assert stage.desk.records.subscriptions.all() == []
    assert "yalnızca yöneticiler" in (await stage.api.press(stage.ayse, offered, "10.30").answer()).text
    await stage.api.press(stage.ali, offered, "10.30").answer()
    (ordered,) = stage.desk.records.subscriptions.all()
    assert (ordered.at, ordered.by) == (time(10, 30), Person("telegram", str(stage.ali.id)))


async def test_something_is_proposed_from_a_message_by_replying_to_it(stage: Stage) -> None:
    proposed = Noted(line("Öneri"))
    serve(stage.desk, commands={"oner": proposed})
    answer = await stage.ask(MOSCOW)
    await stage.ask("/oner", reply_to=answer)
    await stage.ask("/öner", reply_to=stage.api.say(stage.ayse, stage.private, "/oner Kars"))
    assert proposed.typed[0] == "moskova-antlasmasi/imza-tarihi"


async def test_an_anonymous_administrator_has_no_rights(stage: Stage, noted: Noted) -> None:
    stage.api.say(stage.api.anonymous, stage.group, "/abone@mmtestbot 9")
    await stage.api.next_message(stage.group)
    (visitor,) = noted.visitors
    assert visitor.anonymous
    assert not visitor.roles
    assert stage.api.count("getChatMember") == 0


FORM = Form("try:x", "Öneri", (Field("text", "Bilgi"),))


async def test_a_form_asked_for_in_a_group_goes_on_in_private(stage: Stage) -> None:
    form = FormService(lambda *_: FORM, lambda *_: line("Alındı."))
    serve(stage.desk, commands={"oner": Noted(Reply((Block("answer", "Önce bu."),), form=FORM))}, forms={"try": form})
    stage.api.say(stage.ayse, stage.group, "/oner@mmtestbot")
    asked = await stage.api.next_message(stage.group)
    assert [button.get("url") for button in asked.buttons] == ["https://t.me/mmtestbot?start=form"]
    assert (await stage.ask("/start form")).text.startswith("Öneri (1/1)\n\nBilgi")
    assert (await stage.ask("/oner")).text.startswith("Önce bu.\n\nÖneri (1/1)\n\nBilgi")
    assert (await stage.ask("Van'da imzalandı.")).text == "Alındı."


async def test_a_group_that_takes_the_bot_in_is_greeted_once(stage: Stage) -> None:
    group = Chat(-55, "group", "Yeni", bot_status="left")
    stage.api.chats[-55] = group
    stage.api.add(group, stage.ayse)
    assert (await stage.api.next_message(group)).text == HELLO.to("tr")
    stage.api.promote(group, stage.ayse)
    await stage.api.quiet(0.3)


@pytest.mark.parametrize("how", ["block", "kick"])
async def test_subscriptions_end_where_the_bot_is_put_out(stage: Stage, how: str) -> None:
    kept, ended = (
        ["telegram:4"],
        [f"telegram:{stage.private.id}"] if how == "block" else [f"telegram:{stage.group.id}", f"telegram:{stage.group.id}:5"],
    )
    for place in kept + ended:
        stage.desk.records.subscriptions.put(Subscription(place, NINE))
    await stage.ask(MOSCOW)
    if how == "block":
        stage.api.block(stage.ayse)
    else:
        stage.api.kick(stage.group, stage.ali)
    await until(lambda: [one.place for one in stage.desk.records.subscriptions.all()] == kept)


async def test_a_group_that_becomes_a_supergroup_takes_its_subscription_along(stage: Stage) -> None:
    group = stage.api.group(-5, members=[stage.ayse])
    stage.desk.records.subscriptions.put(Subscription("telegram:-5", NINE))
    new = stage.api.migrate(group, stage.ali)
    await until(lambda: [one.place for one in stage.desk.records.subscriptions.all()] == [f"telegram:{new.id}"])
    await stage.api.quiet()
