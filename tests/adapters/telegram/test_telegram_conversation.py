"""What people write to the bot alone, and what they see."""

from datetime import time

import pytest
from telegram_stage import MOSCOW, MOSCOW_DAY, Noted, Stage

from fakes import serve
from mmbot.desk.commands import COMMANDS
from mmbot.desk.place_texts import ONLY_WRITTEN
from mmbot.desk.reply import Button, Document, Reply
from mmbot.rendering import Block
from mmbot.texts import BROKEN

NINE = time(9)


async def test_a_question_in_private_is_answered_with_its_citation_and_buttons(stage: Stage) -> None:
    answer = await stage.ask(MOSCOW)
    assert MOSCOW_DAY in answer.text
    assert "Kaynak: " in answer.marked("italic")[-1]
    assert {"Kaynak", "Hata bildir"} <= set(answer.labels)
    assert answer.reply_to is None
    assert not stage.api.refusals()


async def test_a_follow_up_is_understood(stage: Stage) -> None:
    await stage.ask(MOSCOW)
    assert "Yusuf Kemal" in (await stage.ask("kim imzaladı?")).text


async def test_many_who_ask_at_once_are_answered_and_had_counted_before(stage: Stage) -> None:
    chats = [stage.api.private(stage.api.user(number)) for number in range(100, 130)]
    for chat in chats:
        stage.api.say(stage.api.users[chat.id], chat, MOSCOW)
    assert all([MOSCOW_DAY in (await stage.api.next_message(chat)).text for chat in chats])
    counts = stage.desk.records.counts.outcomes(stage.desk.now().date())
    assert sum(count for _, _, _, count in counts) == len(chats)


async def test_people_whose_telegram_speaks_english_are_spoken_to_in_english(stage: Stage) -> None:
    john = stage.api.user(77, "John", "en-GB")
    stage.api.say(john, stage.api.private(john), "When was the Treaty of Moscow signed?")
    answer = await stage.api.next_message(77)
    assert "Source" in answer.labels


@pytest.mark.parametrize(
    ("typed", "command", "argument"),
    [
        pytest.param("/bugun", "bugun", "", id="registered"),
        pytest.param("/bugün 16 Mart", "bugun", "16 Mart", id="turkish-letters"),
        pytest.param("/BUGÜN", "bugun", "", id="capitals"),
        pytest.param("/geri_al x", "geri_al", "x", id="underscore"),
        pytest.param("/geri-al x/y", "geri_al", "x/y", id="hyphen"),
        pytest.param("/yanıtsız", "yanitsiz", "", id="dotless"),
        pytest.param("/öner", "oner", "", id="umlaut"),
        pytest.param("/sor@mmtestbot Kars?", "sor", "Kars?", id="addressed"),
        pytest.param("/sor@MMTestBot\nKars?", "sor", "Kars?", id="addressed-in-capitals"),
        pytest.param("/start", "yardim", "", id="start"),
        pytest.param("/help", "yardim", "", id="help"),
        pytest.param("/nosuch", "yardim", "/nosuch", id="unknown"),
        *(pytest.param(f"/{command.id}", command.id, "", id=command.id) for command in COMMANDS),
        *(pytest.param(f"/{command.name} ş", command.id, "ş", id=f"typed-{command.name}") for command in COMMANDS),
    ],
)
async def test_commands_in_every_spelling(stage: Stage, typed: str, command: str, argument: str) -> None:
    service = Noted()
    serve(stage.desk, commands={command: service})
    await stage.ask(typed)
    assert service.typed == [argument]


async def test_a_command_for_another_bot_is_left_to_it(stage: Stage, noted: Noted) -> None:
    stage.api.say(stage.ayse, stage.private, "/bugun@other_bot")
    await stage.ask("/bugun")
    assert len(noted.typed) == 1


@pytest.mark.parametrize("kind", ["sticker", "location", "contact", "dice", "poll", "photo", "document", "voice"])
async def test_what_is_not_written_gets_a_kind_line_in_private_and_nothing_in_groups(stage: Stage, kind: str) -> None:
    stage.api.privacy = False
    stage.api.say(stage.ayse, stage.group, kind=kind)
    assert (await stage.ask("", kind=kind)).text == ONLY_WRITTEN.to("tr")
    assert not stage.api.unread()


async def test_an_album_is_answered_once(stage: Stage) -> None:
    for _ in range(3):
        stage.api.say(stage.ayse, stage.private, kind="photo", media_group_id="5")
    await stage.api.next_message(stage.private)
    await stage.api.quiet(0.3)


async def test_a_caption_is_a_question(stage: Stage) -> None:
    assert MOSCOW_DAY in (await stage.ask(MOSCOW, kind="photo")).text


async def test_edits_service_messages_and_own_inline_results_are_passed_over(stage: Stage) -> None:
    stage.api.edit(stage.api.say(stage.ayse, stage.private, MOSCOW), "Kars Antlaşması ne zaman imzalandı?")
    await stage.api.next_message(stage.private)
    stage.api.service(stage.ayse, stage.group, new_chat_title="Başka")
    stage.api.service(stage.ayse, stage.group, pinned_message=stage.api.say(stage.ayse, stage.group, "x"))
    stage.api.join(stage.group, stage.api.user(99))
    stage.api.say(stage.ayse, stage.private, MOSCOW, via_bot=True)
    stage.api.say(None, stage.api.channel(), f"/sor {MOSCOW}")
    await stage.api.quiet(0.4)


async def test_a_forwarded_command_is_not_obeyed(stage: Stage) -> None:
    forget = Noted()
    serve(stage.desk, commands={"unut": forget})
    assert MOSCOW_DAY in (await stage.ask(MOSCOW, forwarded=True)).text
    await stage.ask("/unut", forwarded=True)
    assert not forget.typed


ODD = [
    "<b>", "a < b & c > d", "*_[]()~`>#+-=|{}.!\\", "İIıi ŞşĞğÇçÖöÜü", "\u202eters", "👩‍👩‍👧‍👦" * 50, "x" * 4096, "ı" * 4096, "/", "//",
    "/@", "/bugun@", "%s %n {0} {x}", "'; DROP TABLE x;--", "\x00", "@everyone @here <@&1>", "```py", "[a](http://x_y*z)",
    "a" + "\u0301" * 100, "\u200b", "&lt;b&gt; &nosuch;", "<a href='tg://user?id=1'>", "/" + "x" * 60, "/sor", "1", "-" * 300,
]  # fmt: skip


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
async def test_odd_input_is_answered_and_nothing_is_refused(stage: Stage, text: str, caplog: pytest.LogCaptureFixture) -> None:
    for written in (text, f"/sor {text}"[:4096], f"{text[:2000]} {MOSCOW}"):
        if stage.api.say(stage.ayse, stage.private, written):
            assert (await stage.api.next_message(stage.private)).text != BROKEN.to("tr")
        if stage.api.say(stage.ayse, stage.group, f"/sor@mmtestbot {written}"[:4096]):
            await stage.api.next_message(stage.group)
        stage.clock.advance(minutes=1)
    assert not stage.api.refusals()
    assert "Traceback" not in caplog.text


async def test_long_replies_are_split_with_the_buttons_under_the_last_part(stage: Stage) -> None:
    told = tuple(Block("heading" if n == 0 else "answer", f"{n}. " + "Bir cümle & <iki> 🏛. " * 60) for n in range(8))
    reply = Reply(
        (*told, Block("code", "if a < b:\n    pass")), ((Button("Kaynak", "source:X"),),), Document("kaynak.bib", "@article{ş}")
    )
    serve(stage.desk, commands={"kaynak": Noted(reply)})
    said = stage.api.say(stage.ayse, stage.group, "/kaynak@mmtestbot")
    parts = [await stage.api.next_message(stage.group) for _ in range(4)]
    assert [part.method for part in parts] == ["sendMessage", "sendMessage", "sendMessage", "sendDocument"]
    assert [len(part.labels) for part in parts] == [0, 0, 1, 0]
    assert [part.reply_to for part in parts] == [said.message_id, None, None, None]
    assert "".join(part.text for part in parts[:3]).count("<iki> 🏛") == 480
    assert parts[2].marked("pre") == ["if a < b:\n    pass"]
    assert parts[3].document
    assert (parts[3].document.name, parts[3].document.content.decode()) == ("kaynak.bib", "@article{ş}")


async def test_an_unknown_deep_link_gives_help(stage: Stage, noted: Noted) -> None:
    await stage.ask("/start press_ZmFjdDpY")
    assert noted.typed == [""]


async def test_a_broken_service_is_told_and_logged(stage: Stage) -> None:
    def breaks(*_: object) -> Reply:
        raise ZeroDivisionError

    serve(stage.desk, commands={"sor": breaks})
    assert (await stage.ask(MOSCOW)).text == BROKEN.to("tr")
    await stage.api.quiet()
