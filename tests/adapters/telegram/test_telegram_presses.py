"""Buttons under the bot's messages, real ones and forged ones, and inline mode."""

import logging
import random
from dataclasses import replace

import pytest
from telegram_stage import MOSCOW, MOSCOW_DAY, Noted, Stage

from fakes import serve
from mmbot.desk.asking_texts import EXPIRED
from mmbot.desk.desk import Desk
from mmbot.desk.limits import Repeats
from mmbot.desk.presses import pressed
from mmbot.desk.reply import Button, Reply
from mmbot.rendering import Block
from mmbot.texts import BROKEN

RANDOM = random.Random(7)  # noqa: S311  not for secrets
FORGED = [
    "", ":", "fact", "fact:", "fact::", "fact:ABCDEFGHIJ", "source:AAAAAAAAAA", "clauses:1", "forward:", "forward:0", "forward:-1",
    "wait:99999999999999999999999999999999", "forward:²", "wait:0x10", "entry:A:99999999999999", "day:9999-99-99", "chron:" + "9" * 50, "sub:x",
    "fill:0:0", "report:", "complain:x:y", "nosuch:x", "\x00\x01\x02", "ş" * 32, "👍" * 16, "'; DROP TABLE x;--", "<b>", "%s{0}",
    *("".join(chr(RANDOM.randrange(256)) for _ in range(32)) for _ in range(8)),
]  # fmt: skip


class Broken(Repeats):
    """Fails outside of everything that the desk guards."""

    def again(self, *_: object, **__: object) -> bool:
        raise ZeroDivisionError(MOSCOW)


@pytest.fixture
def lively(desk: Desk) -> Noted:
    """A service behind a button, whose reply each test chooses."""
    service = Noted()
    serve(desk, presses={"try": service})
    return service


async def test_a_button_leads_on_and_is_confirmed(stage: Stage) -> None:
    answer = await stage.ask(MOSCOW)
    query = stage.api.press(stage.ayse, answer, "Kaynak")
    assert (await query.answer()).text == ""
    assert "Topal, C. (2018)" in (await stage.api.next_message(stage.private)).text
    await stage.ask("kim imzaladı?")
    assert not stage.api.refusals()


async def test_in_a_group_what_a_button_brings_replies_to_its_message(stage: Stage) -> None:
    stage.api.say(stage.ayse, stage.group, f"/sor@mmtestbot {MOSCOW}")
    answer = await stage.api.next_message(stage.group)
    stage.api.press(stage.ali, answer, "Kim?")
    assert (await stage.api.next_message(stage.group)).reply_to == answer.message_id


@pytest.mark.parametrize("start", range(0, len(FORGED), 9))
async def test_forged_data_are_answered_and_never_a_traceback(stage: Stage, start: int, caplog: pytest.LogCaptureFixture) -> None:
    answer = await stage.ask(MOSCOW)
    for data in FORGED[start : start + 9]:
        for who in (stage.ayse, stage.ali):
            await stage.api.press(who, answer, data=data).answer()
    assert all(sent.text != BROKEN.to("tr") for sent in stage.api.read())
    assert "Traceback" not in caplog.text
    assert not stage.api.refusals()


async def test_an_unknown_button_says_so_in_a_toast_alone(stage: Stage) -> None:
    answer = await stage.ask(MOSCOW)
    assert (await stage.api.press(stage.ayse, answer, data="nosuch:1").answer()).text == EXPIRED.to("tr")
    await stage.api.quiet()


async def test_a_press_that_came_too_late_for_a_toast_gets_a_message(stage: Stage) -> None:
    answer = await stage.ask(MOSCOW)
    stage.api.query_age = -1.0
    stage.api.press(stage.ayse, answer, data="nosuch:1")
    assert (await stage.api.next_message(stage.private)).text == EXPIRED.to("tr")
    assert await stage.ask(MOSCOW)


async def test_a_press_under_a_deleted_message_is_answered(stage: Stage, lively: Noted) -> None:
    answer = await stage.ask(MOSCOW)
    del stage.private.messages[answer.message_id]
    lively._reply = Reply((Block("answer", "yeni"),), replaces=True)
    await stage.api.press(stage.ayse, answer, data="try:1").answer()
    assert (await stage.api.next_message(stage.private)).text == "yeni"  # it cannot be rewritten, so it is sent anew


async def test_a_message_is_rewritten_in_place_and_once_is_enough(stage: Stage, lively: Noted) -> None:
    answer = await stage.ask(MOSCOW)
    lively._reply = Reply((Block("answer", "ikinci <sayfa>"),), ((Button("Geri", "try:0"),),), toast="2/3", replaces=True)
    for _ in range(2):
        assert (await stage.api.press(stage.ayse, answer, data="try:2").answer()).text == "2/3"
        stage.clock.advance(seconds=3)
    rewritten = await stage.api.next_message(stage.private)
    assert (rewritten.method, rewritten.message_id, rewritten.labels) == ("editMessageText", answer.message_id, ["Geri"])
    await stage.api.quiet()  # the second press changes nothing: “message is not modified” is no fault


async def test_a_button_pressed_twice_in_impatience_is_confirmed_twice_and_answered_once(stage: Stage) -> None:
    answer = await stage.ask(MOSCOW)
    for press in [stage.api.press(stage.ayse, answer, "Kim?") for _ in range(2)]:
        assert (await press.answer()).text == ""
    assert "Çiçerin" in (await stage.api.next_message(stage.private)).text
    await stage.api.quiet()


async def test_what_does_not_fit_one_message_is_rewritten_and_continued(stage: Stage, lively: Noted) -> None:
    answer = await stage.ask(MOSCOW)
    lively._reply = Reply((Block("answer", "Uzun bir cümle. " * 500),), ((Button("Geri", "try:0"),),), replaces=True)
    stage.api.press(stage.ayse, answer, data="try:2")
    first, second = await stage.api.next_message(stage.private), await stage.api.next_message(stage.private)
    assert (first.method, first.labels, second.method, second.labels) == ("editMessageText", [], "sendMessage", ["Geri"])


async def test_a_long_toast_is_cut(stage: Stage, lively: Noted) -> None:
    answer = await stage.ask(MOSCOW)
    lively._reply = Reply((Block("answer", "tamam"),), toast="🏛 ş" * 100)
    assert (await stage.api.press(stage.ayse, answer, data="try:2").answer()).text.startswith("🏛 ş")
    assert not stage.api.refusals()


async def test_a_press_that_breaks_the_desk_is_confirmed_and_apologised_for(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    answer = await stage.ask(MOSCOW)
    stage.desk.repeats = Broken()
    await stage.api.press(stage.ayse, answer, "Kaynak").answer()
    assert (await stage.api.next_message(stage.private)).text == BROKEN.to("tr")
    assert "ZeroDivisionError" in caplog.text  # and the fixture sees that its words are not there
    await stage.api.quiet()


async def test_buttons_that_telegram_would_refuse_do_not_cost_the_message(stage: Stage) -> None:
    rows = ((Button("", "a"), Button("çok", "ş" * 33), Button("boş", "")), tuple(Button(str(n), "x") for n in range(20)))
    service = Noted(Reply((Block("answer", "tamam"),), rows))
    serve(stage.desk, commands={"sor": service}, presses=dict.fromkeys(("a", "ş" * 33, "", "x"), service))
    assert (await stage.ask(MOSCOW)).labels == [str(n) for n in range(20)]


async def test_rights_are_looked_up_for_buttons_of_moderators_only(stage: Stage, lively: Noted) -> None:
    serve(stage.desk, presses={"approve": lively})
    stage.api.say(stage.ayse, stage.group, f"/sor@mmtestbot {MOSCOW}")
    answer = await stage.api.next_message(stage.group)
    await stage.api.press(stage.ali, answer, "Kaynak").answer()
    assert stage.api.count("getChatMember") == 0
    await stage.api.press(stage.ali, answer, data="approve:1:x").answer()
    await stage.api.press(stage.ayse, answer, data="approve:1:x").answer()
    assert [set(visitor.roles) for visitor in lively.visitors] == [{"admin"}, set()]


# inline mode


async def test_inline_mode_answers_with_citation_and_for_this_person_only(stage: Stage) -> None:
    answer = await stage.api.inline(stage.ayse, MOSCOW).answer()
    assert answer.is_personal
    assert answer.cache_time == 10
    assert MOSCOW_DAY in answer.results[0]["description"]
    stage.api.choose(stage.ayse, stage.private, answer)
    text = stage.private.messages[max(stage.private.messages)]["text"]
    assert MOSCOW_DAY in text
    assert "Kaynak: " in text
    await stage.api.quiet()  # the bot does not answer its own result


async def test_the_button_under_an_inline_result_leads_to_the_same_in_private(stage: Stage) -> None:
    answer = await stage.api.inline(stage.ayse, MOSCOW).answer()
    (button,) = answer.results[0]["reply_markup"]["inline_keyboard"][0]
    link, _, payload = button["url"].partition("?start=")
    assert link == "https://t.me/mmtestbot"
    sent = await stage.ask(f"/start {payload}")
    assert MOSCOW_DAY in sent.text
    assert "Kaynak" in sent.labels
    assert answer.button is not None
    assert "Sorunuzu olduğu gibi yazın" in (await stage.ask(f"/start {answer.button['start_parameter']}")).text


async def test_the_days_of_the_results_lead_to_the_day(stage: Stage) -> None:
    answer = await stage.api.inline(stage.ayse, "").answer()  # the clock stands on 16 March
    payload = answer.results[0]["reply_markup"]["inline_keyboard"][0][0]["url"].partition("?start=")[2]
    assert (await stage.ask(f"/start {payload}")).text.startswith("16 Mart")


@pytest.mark.parametrize("payload", ["forget-yes-AAAA", "approve-1", "fact", "fact-", "fact-%s", "day-99", "-", "x" * 64, "mine"])
async def test_a_forged_link_shows_no_more_than_help(stage: Stage, payload: str) -> None:
    text = (await stage.ask(f"/start {payload}")).text
    assert "artık geçerli değil" in text or "Sorunuzu olduğu gibi yazın" in text


@pytest.mark.parametrize("text", ["", " ", "<b>", "zzzz", "ı" * 256, "🏛" * 100, "%s{0}"])
async def test_inline_mode_takes_anything(stage: Stage, text: str) -> None:
    for offset in ("", "10", "-1", "abc", "9" * 30):
        await stage.api.inline(stage.ayse, text, offset).answer(30)  # the first one builds what is searched in
    assert not stage.api.refusals()


async def test_inline_results_come_in_pages_and_what_is_too_long_for_a_message_is_cut(stage: Stage) -> None:
    answering = stage.desk.answering
    long = {
        name: replace(entry, facts=tuple(replace(fact, says="Uzun & <geniş>. " * 600) for fact in entry.facts))
        for name, entry in answering.library.entries.items()
    }
    answering.learn(replace(answering.library, entries=long), answering.index)
    titles, offset = [], "0"
    while offset:
        answer = await stage.api.inline(stage.ayse, "mosk", offset).answer(30)
        assert all(len(result["input_message_content"]["message_text"]) > 3000 for result in answer.results)
        titles += answer.titles
        offset = answer.next_offset
    assert len(set(titles)) == len(titles) > 20
    assert not stage.api.refusals()


async def test_an_inline_query_that_is_too_old_is_no_fault(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    stage.api.query_age = -1.0
    stage.api.inline(stage.ayse, MOSCOW)
    await stage.ask(MOSCOW)
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_a_forged_press_under_an_inline_message_is_confirmed(stage: Stage) -> None:
    stage.api.inline_messages["inline1"] = {"text": "x"}
    said = stage.api.say(stage.ayse, stage.private, "x")
    await stage.api.next_message(stage.private)
    forged = type(said)(said.message, said.update, "inline1")
    assert (await stage.api.press(stage.ayse, forged, data=pressed("fact", "A")).answer()).text == EXPIRED.to("tr")
