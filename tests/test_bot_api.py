"""The strict Bot API server, tried by python-telegram-bot itself: what it gives, what it refuses, what it delivers."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    ReplyKeyboardRemove,
    ReplyParameters,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.ext import Application, BaseHandler, CallbackQueryHandler, ContextTypes, InlineQueryHandler, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot_api import ANONYMOUS, BotApi, Chat, User
from bot_api.rich_text import parse_html
from bot_api.texts import find_entities

SECRET, UNUSABLE = "gizli", "ö"


@dataclass
class Place:
    """A server with one person, one chat of each kind, and python-telegram-bot's Bot."""

    api: BotApi
    bot: Bot
    ayse: User
    private: Chat
    group: Chat
    supergroup: Chat
    forum: Chat
    topic: int


def bot_for(api: BotApi, token: str = "", timeout: float = 3.0) -> Bot:
    request = HTTPXRequest(read_timeout=timeout, connect_timeout=timeout)
    return Bot(
        token or api.token,
        base_url=f"{api.url}/bot",
        base_file_url=f"{api.url}/file/bot",
        request=request,
        get_updates_request=HTTPXRequest(),
    )


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as server:
        yield server
        assert not server.leaks()


@pytest.fixture
async def place(api: BotApi) -> AsyncIterator[Place]:
    ayse = api.user(1, "Ayşe", username="ayse")
    forum = api.supergroup(-1000000000007, "Meydan", is_forum=True)
    async with bot_for(api) as bot:
        groups = (api.group(-5, members=[ayse]), api.supergroup(-1000000000006, username="tarih", admins=[ayse]))
        yield Place(api, bot, ayse, api.private(ayse), *groups, forum, api.topic(forum, "Antlaşmalar"))


@asynccontextmanager
async def answering(api: BotApi, *handlers: BaseHandler[Any, Any, Any]) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    """A running application that polls."""
    application = Application.builder().token(api.token).base_url(f"{api.url}/bot").build()
    application.add_handlers(handlers)
    async with application:
        await application.start()
        await application.updater.start_polling(poll_interval=0, allowed_updates=Update.ALL_TYPES)
        yield application
        await application.updater.stop()
        await application.stop()


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.effective_message.reply_text(update.effective_message.text)


def keyboard(*rows: list[tuple[str, str]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows])


def article(result_id: str = "1", text: str = "x", title: str = "Başlık") -> InlineQueryResultArticle:
    return InlineQueryResultArticle(result_id, title, InputTextMessageContent(text))


@pytest.fixture(autouse=True)
def _times_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else python-telegram-bot warns about its own RetryAfter while it makes one, and pytest turns that into another error."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


# refusals


async def edit_same(place: Place) -> None:
    message = await place.bot.send_message(1, "aynı", reply_markup=keyboard([("a", "b")]))
    await message.edit_text("aynı", reply_markup=keyboard([("a", "b")]))


async def edit_others(place: Place) -> None:
    said = place.api.say(place.ayse, place.private, "benim")
    await place.bot.edit_message_text("senin", 1, said.message_id)


async def delete_others(place: Place) -> None:
    said = place.api.say(place.ayse, place.group, "benim")
    await place.bot.delete_message(-5, said.message_id)


async def answer_twice(place: Place) -> None:
    message = await place.bot.send_message(1, "x", reply_markup=keyboard([("a", "b")]))
    pressed = place.api.press(place.ayse, place.api.sent[-1], "a")
    assert message.message_id == place.api.sent[-1].message_id
    assert await place.bot.answer_callback_query(pressed.query.id)
    await place.bot.answer_callback_query(pressed.query.id)


async def answer_late(place: Place) -> None:
    place.api.query_age = 0
    await place.bot.answer_inline_query(place.api.inline(place.ayse, "x").query.id, [])


async def inline_answer(place: Place, results: list[InlineQueryResultArticle], **options: object) -> None:
    await place.bot.answer_inline_query(place.api.inline(place.ayse, "x").query.id, results, **options)


async def notice(place: Place, text: str) -> None:
    await place.bot.send_message(1, "x", reply_markup=keyboard([("a", "b")]))
    await place.bot.answer_callback_query(place.api.press(place.ayse, place.api.sent[-1], "a").query.id, text)


async def to_a_changed_chat(place: Place, change: Callable[[Place], object], chat_id: int | str) -> None:
    change(place)
    await place.bot.send_message(chat_id, "x")


def html(text: str) -> Callable[[Place], Awaitable[object]]:
    return lambda place: place.bot.send_message(1, text, parse_mode=ParseMode.HTML)


def text(text: str, **options: object) -> Callable[[Place], Awaitable[object]]:
    return lambda place: place.bot.send_message(1, text, **options)


def button(**action: object) -> Callable[[Place], Awaitable[object]]:
    raw = {"inline_keyboard": [[{"text": "a"} | action]]}
    return lambda place: place.bot.send_message(1, "x", api_kwargs={"reply_markup": raw})


def commands(*pairs: tuple[str, str], **options: object) -> Callable[[Place], Awaitable[object]]:
    listed = [{"command": name, "description": description} for name, description in pairs]
    return lambda place: place.bot.set_my_commands([], api_kwargs={"commands": listed} | options)


def changed(change: Callable[[Place], object], chat_id: int | str) -> Callable[[Place], Awaitable[object]]:
    return lambda place: to_a_changed_chat(place, change, chat_id)


def block_and(chat: str, status: str) -> Callable[[Place], object]:
    return lambda place: place.api.bot_becomes(getattr(place, chat), status, by=place.ayse)


REFUSALS = [
    # texts
    pytest.param(text(""), BadRequest, "Message text is empty", id="no-text"),
    pytest.param(text(" \n\u200b\t"), BadRequest, "Message text is empty", id="white-space"),
    pytest.param(html("<b> </b>"), BadRequest, "Message text is empty", id="tags-around-nothing"),
    pytest.param(text("ı" * 4097), BadRequest, "Message is too long", id="too-long"),
    pytest.param(text("😀" * 2049), BadRequest, "Message is too long", id="too-long-in-utf-16"),
    pytest.param(text("x", parse_mode="MarkdownV2"), BadRequest, "not supported by the test server", id="markdown"),
    pytest.param(html("a < b"), BadRequest, 'Unsupported start tag "" at byte offset 2', id="bare-less-than"),
    pytest.param(html("ı<x>"), BadRequest, 'Unsupported start tag "x" at byte offset 2', id="unknown-tag"),
    pytest.param(html("<b>x"), BadRequest, 'Can\'t find end tag corresponding to start tag "b"', id="unclosed"),
    pytest.param(html("<b>x</i>"), BadRequest, 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"', id="crossed"),
    pytest.param(html("x</i>"), BadRequest, "Unexpected end tag at byte offset 1", id="only-an-end"),
    pytest.param(html("<span>x</span>"), BadRequest, 'must have class "tg-spoiler"', id="span"),
    pytest.param(html("<a href>x</a>"), BadRequest, "Expected equal sign", id="attribute-without-value"),
    pytest.param(html('<a href="x>y</a>'), BadRequest, "Unclosed start tag", id="open-attribute"),
    pytest.param(html("<b"), BadRequest, "Unclosed start tag at byte offset 0", id="half-a-tag"),
    # keyboards
    pytest.param(button(callback_data="ğ" * 33), BadRequest, "Button_data_invalid", id="data-65-bytes"),
    pytest.param(button(callback_data=""), BadRequest, "Button_data_invalid", id="no-data"),
    pytest.param(button(), BadRequest, "Text buttons are unallowed", id="no-action"),
    pytest.param(button(callback_data="a", url="https://x.org"), BadRequest, "Button_type_invalid", id="two-actions"),
    pytest.param(button(url="javascript:x"), BadRequest, "Button_url_invalid", id="bad-url"),
    pytest.param(button(text=" ", callback_data="a"), BadRequest, "text must be non-empty", id="no-label"),
    pytest.param(text("x", reply_markup=keyboard([("a", "b")] * 9)), BadRequest, "Reply_markup_too_long", id="nine-in-a-row"),
    pytest.param(text("x", reply_markup=keyboard(*[[("a", "b")] * 4] * 26)), BadRequest, "Reply_markup_too_long", id="104-buttons"),
    # places
    pytest.param(lambda p: p.bot.send_message(999, "x"), BadRequest, "Chat not found", id="unknown-chat"),
    pytest.param(lambda p: p.bot.send_message("@yok", "x"), BadRequest, "Chat not found", id="unknown-name"),
    pytest.param(changed(lambda p: p.api.user(2), 2), Forbidden, "bot can't initiate conversation with a user", id="never-started"),
    pytest.param(changed(lambda p: p.api.block(p.ayse), 1), Forbidden, "bot was blocked by the user", id="blocked"),
    pytest.param(changed(lambda p: setattr(p.ayse, "deactivated", True), 1), Forbidden, "user is deactivated", id="deactivated"),
    pytest.param(changed(block_and("group", "kicked"), -5), Forbidden, "bot was kicked from the group chat", id="kicked"),
    pytest.param(
        changed(block_and("supergroup", "kicked"), "@tarih"), Forbidden, "kicked from the supergroup chat", id="kicked-supergroup"
    ),
    pytest.param(
        changed(block_and("supergroup", "left"), "@tarih"), Forbidden, "bot is not a member of the supergroup chat", id="left"
    ),
    pytest.param(changed(lambda p: setattr(p.group, "muted", True), -5), BadRequest, "Not enough rights to send", id="muted"),
    pytest.param(
        changed(lambda p: p.api.migrate(p.group, p.ayse), -5), ChatMigrated, "Group migrated to supergroup", id="migrated"
    ),
    pytest.param(
        lambda p: p.bot.send_message(p.forum.id, "x", message_thread_id=77), BadRequest, "Message thread not found", id="no-topic"
    ),
    pytest.param(lambda p: p.bot.send_message(1, "x", message_thread_id=1), BadRequest, "Message thread not found", id="no-forum"),
    pytest.param(
        text("x", reply_parameters=ReplyParameters(77)), BadRequest, "Message to be replied not found", id="reply-to-nothing"
    ),
    # changes
    pytest.param(edit_same, BadRequest, "Message is not modified: specified new message content", id="edit-to-the-same"),
    pytest.param(edit_others, BadRequest, "Message can't be edited", id="edit-of-others"),
    pytest.param(lambda p: p.bot.edit_message_text("x", 1, 77), BadRequest, "Message to edit not found", id="edit-nothing"),
    pytest.param(
        lambda p: p.bot.edit_message_text("x", inline_message_id="q"), BadRequest, "Message_id_invalid", id="edit-inline-nothing"
    ),
    pytest.param(lambda p: p.bot.delete_message(1, 77), BadRequest, "Message to delete not found", id="delete-nothing"),
    pytest.param(delete_others, BadRequest, "Message can't be deleted", id="delete-of-others"),
    pytest.param(
        lambda p: p.bot.send_document(1, b"x", caption="x" * 1025), BadRequest, "Message caption is too long", id="caption"
    ),
    pytest.param(lambda p: p.bot.send_document(1, "yok"), BadRequest, "Wrong file identifier", id="unknown-file"),
    pytest.param(lambda p: p.bot.send_chat_action(1, "dance"), BadRequest, "Wrong parameter action", id="unknown-action"),
    # queries
    pytest.param(
        answer_twice, BadRequest, "Query is too old and response timeout expired or query id is invalid", id="answered-twice"
    ),
    pytest.param(answer_late, BadRequest, "Query is too old", id="answered-late"),
    pytest.param(lambda p: p.bot.answer_callback_query("1"), BadRequest, "Query is too old", id="unknown-query"),
    pytest.param(lambda p: notice(p, "x" * 201), BadRequest, "Message_too_long", id="long-notice"),
    pytest.param(lambda p: inline_answer(p, [article(), article()]), BadRequest, "Result_id_duplicate", id="same-result-id"),
    pytest.param(lambda p: inline_answer(p, [article("ğ" * 33)]), BadRequest, "Result_id_invalid", id="result-id-66-bytes"),
    pytest.param(lambda p: inline_answer(p, [article(text="")]), BadRequest, "Message text is empty", id="empty-result"),
    pytest.param(
        lambda p: inline_answer(p, [article()], next_offset="ğ" * 33), BadRequest, "Next_offset_invalid", id="next-offset"
    ),
    pytest.param(
        lambda p: inline_answer(p, [], button=InlineQueryResultsButton("Başla", start_parameter="ö")),
        BadRequest,
        "Start_param_invalid",
        id="start",
    ),
    # the bot
    pytest.param(commands(("bugün", "x")), BadRequest, "Bot_command_invalid", id="turkish-command"),
    pytest.param(commands(("Bugun", "x")), BadRequest, "Bot_command_invalid", id="capital-command"),
    pytest.param(commands(("bugun", "")), BadRequest, "Bot_command_description_invalid", id="no-description"),
    pytest.param(commands(*[("bugun", "x")] * 101), BadRequest, "Bot_commands_too_much", id="101-commands"),
    pytest.param(commands(("a", "x"), scope={"type": "chat", "chat_id": 77}), BadRequest, "Chat not found", id="menu-of-no-chat"),
    pytest.param(commands(("a", "x"), language_code="tur"), BadRequest, "Invalid language code", id="menu-language"),
    pytest.param(lambda p: p.bot.set_my_short_description("x" * 121), BadRequest, "too long", id="short-description"),
    pytest.param(lambda p: p.bot.set_webhook("http://example.org"), BadRequest, "An https url must be provided", id="webhook-http"),
    pytest.param(
        lambda p: p.bot.set_webhook("http://127.0.0.1:9", secret_token=UNUSABLE),
        BadRequest,
        "Secret token contains unallowed characters",
        id="secret",
    ),
    pytest.param(lambda p: p.bot.get_chat_member(-5, 999), BadRequest, "Invalid user_id specified", id="unknown-member"),
    pytest.param(
        lambda p: p.bot.get_chat_administrators(1), BadRequest, "There are no administrators in the private chat", id="no-admins"
    ),
]


@pytest.mark.parametrize(("request_", "error", "says"), REFUSALS)
async def test_it_refuses_what_telegram_refuses(
    place: Place, request_: Callable[[Place], Awaitable[object]], error: type[Exception], says: str
) -> None:
    with pytest.raises(error) as raised:
        await request_(place)
    assert type(raised.value) is error
    assert says.lower() in str(raised.value).lower()


# what it takes and gives


async def test_get_me_is_the_bot(place: Place) -> None:
    me = await place.bot.get_me()
    assert (me.is_bot, me.username, me.can_read_all_group_messages) == (True, "mmtestbot", False)


@pytest.mark.parametrize(("token", "status"), [("1:wrong-token", 401), ("nonsense", 404)])
async def test_another_token_is_refused(api: BotApi, token: str, status: int) -> None:
    with pytest.raises(InvalidToken):
        async with bot_for(api, token):
            pass
    assert api.calls[-1].status == status


async def test_an_unknown_method_is_not_found(api: BotApi) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{api.url}/bot{api.token}/sendNothing") as response:
        assert (response.status, (await response.json())["error_code"]) == (404, 404)


@pytest.mark.parametrize("how", ["query", "form", "json", "multipart"])
async def test_parameters_come_in_four_ways(place: Place, how: str) -> None:
    values = {"chat_id": "1", "text": "ığ", "reply_markup": '{"force_reply": true}'}
    ways: dict[str, dict[str, Any]] = {"query": {"params": values}, "form": {"data": values}, "json": {"json": values}}
    ways["multipart"] = {"data": aiohttp.FormData(values, default_to_multipart=True)}
    async with aiohttp.ClientSession() as session:
        await session.post(f"{place.api.url}/bot{place.api.token}/sendmessage", **ways[how])
    assert [(sent.text, sent.markup) for sent in place.api.sent] == [("ığ", {"force_reply": True})]


async def test_what_is_no_utf_8_is_refused(api: BotApi) -> None:
    async with aiohttp.ClientSession() as session:
        address = f"{api.url}/bot{api.token}/sendMessage"
        async with session.post(
            address, data=b"chat_id=1&text=%ff", headers={"Content-Type": "application/x-www-form-urlencoded"}
        ) as response:
            assert "UTF-8" in (await response.json())["description"]


async def test_a_message_is_kept_as_people_see_it(place: Place) -> None:
    markup = keyboard([("Kaynak", "k:1")], [("Kim?", "q")])
    message = await place.bot.send_message(1, " <b>😀 16 Mart</b> &lt;1921&gt; \0\u202e", parse_mode="HTML", reply_markup=markup)
    sent = await place.api.next_message(place.private)
    assert (sent.text, message.text) == ("😀 16 Mart <1921>", "😀 16 Mart <1921>")
    assert (sent.marked("bold"), sent.labels, sent.html[:4]) == (["😀 16 Mart"], ["Kaynak", "Kim?"], " <b>")
    assert message.reply_markup.to_dict() == sent.markup


async def test_4096_units_pass_and_other_keyboards_too(place: Place) -> None:
    await place.bot.send_message(1, "<i>" + "ı" * 4096 + "</i>", parse_mode="HTML", reply_markup=ForceReply())
    await place.bot.send_message(1, "x", reply_markup=ReplyKeyboardRemove())
    await place.bot.send_message(1, "x", reply_parameters=ReplyParameters(77, allow_sending_without_reply=True))
    assert place.api.count("sendMessage") == len(place.api.sent) == 3


async def test_a_document_keeps_its_bytes_and_name(place: Place) -> None:
    message = await place.bot.send_document(1, b"a,b\n", caption="<b>dosya</b>", parse_mode="HTML", filename="veri.csv")
    sent = place.api.sent[-1]
    assert (sent.document.name, sent.document.content, sent.text, sent.marked("bold")) == ("veri.csv", b"a,b\n", "dosya", ["dosya"])
    await place.bot.send_document(1, message.document.file_id)
    assert place.api.sent[-1].document is sent.document


async def test_messages_are_edited_and_deleted(place: Place) -> None:
    message = await place.bot.send_message(1, "bir", reply_markup=keyboard([("a", "b")]))
    await message.edit_text("iki", reply_markup=keyboard([("a", "b")]))
    await message.edit_reply_markup(None)
    assert [(sent.method, sent.text, sent.labels) for sent in place.api.sent[1:]] == [
        ("editMessageText", "iki", ["a"]),
        ("editMessageReplyMarkup", "iki", []),
    ]
    await message.delete()
    assert message.message_id not in place.private.messages


async def test_a_reply_stays_in_its_topic(place: Place) -> None:
    said = place.api.say(place.ayse, place.forum, "/sor@mmtestbot x", thread=place.topic)
    assert said.message["reply_to_message"]["forum_topic_created"]["name"] == "Antlaşmalar"
    await place.bot.send_message(place.forum.id, "x", reply_parameters=ReplyParameters(said.message_id))
    await place.bot.send_message(place.forum.id, "x", message_thread_id=place.topic)
    await place.bot.send_message(place.forum.id, "x")
    assert [sent.thread_id for sent in place.api.sent] == [place.topic, place.topic, None]


async def test_menus_by_scope_and_language(place: Place) -> None:
    await place.bot.set_my_commands([BotCommand("bugun", "Günün olayları")], BotCommandScopeAllGroupChats(), "tr")
    await place.bot.set_my_commands([BotCommand("a", "b")], BotCommandScopeChat(1))
    assert [one.command for one in await place.bot.get_my_commands(BotCommandScopeAllGroupChats(), "tr")] == ["bugun"]
    assert await place.bot.get_my_commands() == ()
    assert set(place.api.commands) == {("all_group_chats", "tr"), ("chat:1", "")}
    await place.bot.delete_my_commands(BotCommandScopeChat(1))
    assert set(place.api.commands) == {("all_group_chats", "tr")}
    await place.bot.set_my_description("Yanıtlar", "tr")
    assert (await place.bot.get_my_description("tr")).description == "Yanıtlar"


async def test_who_is_a_member_is_told_until_the_bot_has_left(place: Place) -> None:
    assert (await place.bot.get_chat(-5)).title == "Tarih"
    assert (await place.bot.get_chat_member(-5, 1)).status == "member"
    assert (await place.bot.get_chat_member(-5, place.api.bot.id)).status == "member"
    assert [one.user.id for one in await place.bot.get_chat_administrators("@tarih")] == [1]
    await place.bot.leave_chat(-5)
    with pytest.raises(Forbidden):
        await place.bot.get_chat(-5)


# entities


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("/bugun@mmtestbot 5", [("bot_command", 0, 16)]),
        ("/bugün", []),
        ("/bugun@", []),
        ("//", []),
        ("😀 /bugun", [("bot_command", 3, 6)]),
        ("a/bugun", []),
        ("@mmtestbot /x", [("bot_command", 11, 2), ("mention", 0, 10)]),
        ("a@bcde.f", []),
        ("#tarih https://x.org/a.", [("hashtag", 0, 6), ("url", 7, 15)]),
    ],
)
def test_entities_of_a_typed_text(typed: str, found: list[tuple[str, int, int]]) -> None:
    assert [(one["type"], one["offset"], one["length"]) for one in find_entities(typed)] == found


@pytest.mark.parametrize(
    ("source", "plain", "entities"),
    [
        ("&lt;b&gt; &amp;amp; &quot; &#305; &#x131; &nbsp;", '<b> &amp; " ı ı &nbsp;', []),
        ("<B>ı<I>😀</I></B>", "ı😀", [("bold", 0, 3), ("italic", 1, 2)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>', "xy", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
        ('<a href="https://x.org/?a=1&amp;b=2">x</a>', "x", [("text_link", 0, 1)]),
        ('<a href="javascript:x">x</a><b></b>', "x", []),
        ("a > b", "a > b", []),
    ],
)
def test_html(source: str, plain: str, entities: list[tuple[str, int, int]]) -> None:
    text, found = parse_html(source)
    assert (text, [(one["type"], one["offset"], one["length"]) for one in found]) == (plain, entities)


# privacy


@pytest.mark.parametrize(
    ("say", "told"),
    [
        pytest.param(lambda p: p.api.say(p.ayse, p.private, "selam"), True, id="private"),
        pytest.param(lambda p: p.api.say(p.ayse, p.group, "selam"), False, id="plain"),
        pytest.param(lambda p: p.api.say(p.ayse, p.group, "@mmtestbot selam"), False, id="mention"),
        pytest.param(lambda p: p.api.say(p.ayse, p.group, "/sor@MMtestbot x"), True, id="command-to-it"),
        pytest.param(lambda p: p.api.say(p.ayse, p.group, "/sor@otherbot x"), False, id="command-to-another"),
        pytest.param(lambda p: p.api.say(p.ayse, p.group, "/bugün@mmtestbot"), False, id="no-command"),
        pytest.param(lambda p: p.api.say(p.ayse, p.group, "/sor x"), False, id="plain-command-before-it-spoke"),
        pytest.param(lambda p: p.api.say(p.ayse, p.supergroup, "/sor x"), True, id="plain-command-after-it-spoke"),
        pytest.param(lambda p: p.api.say(p.ayse, p.supergroup, "evet", reply_to=p.api.sent[0]), True, id="reply-to-it"),
        pytest.param(lambda p: p.api.say(p.ayse, p.group, "x", via_bot=True), True, id="via-it"),
        pytest.param(lambda p: p.api.say(ANONYMOUS, p.group, "/sor@mmtestbot x"), True, id="anonymous-administrator"),
        pytest.param(lambda p: p.api.say(p.api.user(9, is_bot=True), p.group, "/sor@mmtestbot x"), False, id="another-bot"),
        pytest.param(lambda p: p.api.join(p.group, p.ayse), True, id="service"),
        pytest.param(lambda p: p.api.say(p.ayse, p.private, kind="sticker"), True, id="sticker"),
        pytest.param(lambda p: p.api.say(p.ayse, p.group, kind="poll"), False, id="poll"),
        pytest.param(lambda p: p.api.say(p.ayse, p.private, " \n"), False, id="white-space"),
    ],
)
async def test_privacy_mode(place: Place, say: Callable[[Place], object], told: bool) -> None:
    await place.bot.send_message(place.supergroup.id, "ilk")
    assert bool(say(place)) is told
    assert len(await place.bot.get_updates(timeout=0)) == told


async def test_another_bot_takes_the_plain_commands_and_an_administrator_sees_all(place: Place) -> None:
    await place.bot.send_message(-5, "ilk")
    place.api.say(place.api.user(9, is_bot=True), place.group, "ben de")
    assert not place.api.say(place.ayse, place.group, "/sor x")
    place.api.promote(place.group, by=place.ayse)
    assert place.api.say(place.ayse, place.group, "selam")


@pytest.mark.parametrize("kind", ["sticker", "location", "contact", "dice", "poll", "photo", "document", "voice"])
async def test_every_kind_of_message_is_one_for_the_library(place: Place, kind: str) -> None:
    place.api.say(place.ayse, place.private, kind=kind, forwarded=True)
    (update,) = await place.bot.get_updates(timeout=0)
    assert getattr(update.message, kind)
    assert update.message.forward_origin.type == "hidden_user"


async def test_what_happens_to_the_bot_is_told(place: Place) -> None:
    api, ayse = place.api, place.ayse
    new = api.migrate(place.group, ayse)
    api.edit(api.say(ayse, place.private, "selam"), "merhaba")
    api.block(ayse)
    assert not api.say(ayse, place.private, "duyuyor musun")
    api.kick(new, by=ayse)
    api.add(new, by=ayse)
    api.service(ayse, place.supergroup, pinned_message=api.say(ayse, place.supergroup, "x"))
    updates = await place.bot.get_updates(timeout=0, allowed_updates=Update.ALL_TYPES)
    assert updates[0].message.migrate_to_chat_id == new.id
    assert updates[1].message.migrate_from_chat_id == place.group.id
    assert [update.edited_message.text for update in updates if update.edited_message] == ["merhaba"]
    assert [update.my_chat_member.new_chat_member.status for update in updates if update.my_chat_member] == [
        "kicked",
        "kicked",
        "member",
    ]
    assert updates[-2].message.new_chat_members[0].id == api.bot.id
    assert updates[-1].message.pinned_message.text == "x"


# getting updates


async def test_an_update_comes_until_it_is_confirmed_and_again_when_redelivered(place: Place) -> None:
    said = place.api.say(place.ayse, place.private, "bir")
    place.api.say(place.ayse, place.private, "iki")
    (first,) = await place.bot.get_updates(timeout=0, limit=1)
    assert [one.message.text for one in await place.bot.get_updates(timeout=0)] == ["bir", "iki"]
    assert [one.message.text for one in await place.bot.get_updates(first.update_id + 1, timeout=0)] == ["iki"]
    place.api.redeliver(said)
    assert [one.update_id for one in await place.bot.get_updates(first.update_id + 2, timeout=0)] == [first.update_id]
    assert await place.bot.get_updates(first.update_id + 2, timeout=0) == ()


async def test_a_long_poll_waits_and_a_second_poller_ends_it(place: Place) -> None:
    first = asyncio.create_task(place.bot.get_updates(timeout=5))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(place.bot.get_updates(timeout=5))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    place.api.say(place.ayse, place.private, "selam")
    assert [one.message.text for one in await second] == ["selam"]


async def test_a_poll_that_its_client_left_ends_nobody(place: Place) -> None:
    first = asyncio.create_task(place.bot.get_updates(timeout=5))
    await asyncio.sleep(0.05)
    first.cancel()
    await asyncio.sleep(0.05)
    place.api.say(place.ayse, place.private, "selam")
    assert len(await place.bot.get_updates(timeout=1)) == 1


async def test_kinds_that_nobody_asked_for_are_not_kept(place: Place) -> None:
    await place.bot.get_updates(timeout=0, allowed_updates=["inline_query"])
    assert not place.api.say(place.ayse, place.private, "selam")
    assert place.api.inline(place.ayse, "x").update
    assert len(await place.bot.get_updates(timeout=0)) == 1


async def test_an_application_answers_texts_buttons_and_inline_queries(api: BotApi) -> None:
    async def pressed(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        await update.callback_query.answer("oldu", show_alert=True)
        await update.callback_query.edit_message_text(f"bastınız: {update.callback_query.data}")

    async def asked(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        result = InlineQueryResultArticle(
            "1", update.inline_query.query, InputTextMessageContent("x"), reply_markup=keyboard([("düğme", "d")])
        )
        await update.inline_query.answer([result], cache_time=5, is_personal=True, next_offset="1")

    ayse = api.user(1, "Ayşe")
    chat, group = api.private(ayse), api.group()
    async with answering(
        api, MessageHandler(filters.TEXT, echo), CallbackQueryHandler(pressed), InlineQueryHandler(asked)
    ) as application:
        assert api.say(ayse, chat, "İIıi")
        assert (await api.next_message(chat)).text == "İIıi"
        await application.bot.send_message(1, "?", reply_markup=keyboard([("✔ Tamam", "t")]))
        question = await api.next_message(chat)
        assert (await api.press(ayse, question, "Tamam").answer()).show_alert
        assert (await api.next_message(chat)).text == "bastınız: t"
        with pytest.raises(LookupError, match="no button 'Tamam'"):
            api.press(ayse, question, "Tamam")
        api.press(ayse, question, data="sahte")
        assert (await api.next_message(chat)).text == "bastınız: sahte"
        found = await api.inline(ayse, "moskova").answer()
        assert (found.titles, found.cache_time, found.is_personal, found.next_offset) == (["moskova"], 5, True, "1")
        chosen = api.choose(ayse, group, found)
        assert chosen
        api.press(ayse, chosen, "düğme")
        texts = {(await api.next_message()).text for _ in range(2)}  # the message via the bot is echoed
        assert texts == {"x", "bastınız: d"}
        await api.quiet(0.05)
    assert not api.refusals()


async def test_a_webhook_gets_updates_with_its_secret_until_it_takes_them(place: Place) -> None:
    got: asyncio.Queue[tuple[str, Update]] = asyncio.Queue()
    statuses = [500, 200]

    async def receive(request: web.Request) -> web.Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        got.put_nowait((secret, Update.de_json(await request.json(), place.bot)))
        return web.Response(status=statuses.pop(0))

    receiver = web.Application()
    receiver.router.add_post("/hook", receive)
    runner = web.AppRunner(receiver)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    await place.bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token=SECRET, allowed_updates=["message"])
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await place.bot.get_updates()
    place.api.say(place.ayse, place.private, "selam")
    async with asyncio.timeout(5):
        twice = [await got.get(), await got.get()]
    assert [(secret, update.message.text) for secret, update in twice] == [(SECRET, "selam")] * 2
    await runner.cleanup()
    info = await place.bot.get_webhook_info()
    assert (info.pending_update_count, info.allowed_updates) == (0, ("message",))
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
    await place.bot.delete_webhook()
    assert await place.bot.get_updates(timeout=0) == ()


# faults


@pytest.mark.parametrize(
    ("fault", "error", "says", "done"),
    [
        pytest.param({"status": 502}, NetworkError, "Bad Gateway", 0, id="502"),
        pytest.param({"status": 500}, NetworkError, "Internal Server Error", 0, id="500"),
        pytest.param({"status": 403}, Forbidden, "blocked by the user", 0, id="403"),
        pytest.param({"retry_after": 3}, RetryAfter, "Retry in 0:00:03", 0, id="429"),
        pytest.param({"drop": "before"}, NetworkError, None, 0, id="cut-before"),
        pytest.param({"drop": "after"}, NetworkError, None, 1, id="cut-after"),
        pytest.param({"slow": 2}, TimedOut, "Timed out", 1, id="slow"),
    ],
)
async def test_a_fault_happens_once(
    place: Place, fault: dict[str, Any], error: type[Exception], says: str | None, done: int
) -> None:
    place.api.fail("sendMessage", **fault)
    async with bot_for(place.api, timeout=0.3) as bot:
        with pytest.raises(error, match=says):
            await bot.send_message(1, "bir")
        assert len(place.api.sent) == done
        await bot.send_message(1, "iki")
    assert place.api.count("sendMessage") == 2


async def test_a_server_that_is_down_comes_back_on_the_same_port(place: Place) -> None:
    poll = asyncio.create_task(place.bot.get_updates(timeout=5))
    await asyncio.sleep(0.05)
    await place.api.down()
    with pytest.raises(NetworkError):
        await poll
    with pytest.raises(NetworkError):
        await place.bot.send_message(1, "x")
    await place.api.up()
    await place.bot.send_message(1, "y")
    assert [sent.text for sent in place.api.sent] == ["y"]


@pytest.mark.parametrize(
    ("limits", "chat_ids", "passes"),
    [
        pytest.param({"chat_second": 1, "total_second": 0, "group_minute": 0}, [1, -5, 1], 2, id="one-a-second-a-chat"),
        pytest.param({"chat_second": 0, "total_second": 2, "group_minute": 0}, [1, -5, -5], 2, id="in-all"),
        pytest.param({"chat_second": 0, "total_second": 0, "group_minute": 2}, [-5, 1, -5, 1, -5], 4, id="a-group-a-minute"),
    ],
)
async def test_too_many_messages_are_refused(place: Place, limits: dict[str, int], chat_ids: list[int], passes: int) -> None:
    place.api.limit_rates(**limits)
    for chat_id in chat_ids[:-1]:
        await place.bot.send_message(chat_id, "x")
    with pytest.raises(RetryAfter):
        await place.bot.send_message(chat_ids[-1], "x")
    assert len(place.api.sent) == passes


# waiting and proof


async def test_waiting_for_nothing_fails_and_says_what_was_refused(place: Place) -> None:
    with pytest.raises(BadRequest):
        await place.bot.send_message(1, "")
    with pytest.raises(AssertionError, match="sendMessage: 400 Bad Request: message text is empty"):
        await place.api.next_message(place.private, timeout=0.05)
    await place.bot.send_message(1, "bir")
    with pytest.raises(AssertionError, match="bir"):
        await place.api.quiet(0.01)
    assert [sent.text for sent in place.api.read()] == ["bir"]
    await place.api.quiet(0.01)


async def test_a_token_outside_the_path_is_found() -> None:
    async with BotApi() as api, aiohttp.ClientSession() as session:
        await session.post(f"{api.url}/bot{api.token}/getMe", headers={"X-Note": api.token})
        await session.post(f"{api.url}/bot{api.token}/getMe")
        assert [call.method for call in api.leaks()] == ["getMe"]
