"""A strict Telegram Bot API server for tests: in process, on loopback, for python-telegram-bot as it is.

It refuses what Telegram refuses, with Telegram's HTTP status and text, and delivers only what Telegram would deliver.

    from bot_api import BotApi

    async def test_a_question_in_a_group_is_answered_with_buttons() -> None:
        async with BotApi() as api:
            ayse = api.user(1, "Ayşe")
            group = api.group(-5, "Tarih", members=[ayse])
            application = Application.builder().token(api.token).base_url(f"{api.url}/bot").build()
            ...  # initialize, start, updater.start_polling()

            assert not api.say(ayse, group, "Moskova Antlaşması ne zaman?")  # privacy mode: the bot is not told
            said = api.say(ayse, group, "/sor@mmtestbot Moskova Antlaşması ne zaman?")
            assert said  # delivered
            answer = await api.next_message(group)  # the oldest unread message or edit there
            assert answer.text.startswith("16 Mart 1921")
            assert answer.reply_to == said.message_id
            assert answer.marked("bold") == ["16 Mart 1921"]

            pressed = api.press(ayse, answer, "Kaynak")  # by label; data="…" forges
            assert (await pressed.answer()).text == ""
            assert (await api.next_message(group)).method == "editMessageText"

            inquiry = api.inline(ayse, "moskova")
            assert "Moskova Antlaşması" in (await inquiry.answer()).titles

            api.fail("sendMessage", status=502)  # or retry_after=1, drop="after", slow=3, times=2 …
            api.redeliver(said)  # the same update once more
            await api.quiet()  # no message that next_message has not returned
            assert not api.refusals()
            assert not api.leaks()  # the token stood in no header, body or query

Making things: `user`, `private`, `group`, `supergroup(is_forum=True)`, `topic`, `channel`; `chat.join(users, status)`; `api.bot`, `api.privacy`,
`api.supports_inline_queries`, `api.can_join_groups`, `api.query_age`, `chat.muted`, `user.deactivated`.
What people do: `say`, `edit`, `press`, `inline`, `choose`, `service`, `redeliver`; `api.anonymous` is the anonymous administrator.
What happens to the bot: `block`, `unblock`, `kick`, `add`, `promote`, `demote`, `migrate`, `bot_becomes`; to others: `join`, `leave`.
What goes wrong: `fail`, `await down()`, `await up()`, `limit_rates`, `expire_queries`, `close_topic`.
What is recorded: `sent`, `calls`, `count`, `actions`, `commands`, `about`, `refusals`, `leaks`; `next_message`, `unread`, `read`, `quiet` wait and read.

Not imitated: MarkdownV2 (refused), file downloads, payments, stories, business, reactions, caching of inline answers; edits do not count for
`limit_rates`. Too long keyboards and descriptions are refused as at Telegram, but the text may be another. A plain http webhook is
taken on loopback. Set `PTB_TIMEDELTA=true` in tests: else RetryAfter warns while it is made, and a warning is an error here.
"""

from .chats import ANONYMOUS, Chat, User
from .params import Upload
from .people import Inquiry, Pressed, Said
from .records import Call, CallbackAnswer, InlineAnswer, Query, Sent
from .server import BotApi

__all__ = [
    "ANONYMOUS",
    "BotApi",
    "Call",
    "CallbackAnswer",
    "Chat",
    "InlineAnswer",
    "Inquiry",
    "Pressed",
    "Query",
    "Said",
    "Sent",
    "Upload",
    "User",
]
