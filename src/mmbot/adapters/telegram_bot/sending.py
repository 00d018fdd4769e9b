"""Replies on their way to Telegram."""

import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Bot, CallbackQuery, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError, TimedOut

from mmbot.adapters.telegram_bot.cards import keyboard, messages, told
from mmbot.adapters.telegram_bot.pace import unasked
from mmbot.adapters.telegram_bot.places import Address, read_place
from mmbot.adapters.telegram_bot.splitting import cut, sendable
from mmbot.adapters.telegram_bot.transport import Uncertain
from mmbot.desk.delivery import Delivered
from mmbot.desk.reply import Document, Reply, Rows

log = logging.getLogger(__name__)

TOAST = 190  # UTF-16 units; Telegram takes 200
_NO_PREVIEW = {"is_disabled": True}
_UNCHANGED = re.compile("message is not modified", re.IGNORECASE)
_TOO_LATE = re.compile("query is too old|query_id_invalid", re.IGNORECASE)
_CANNOT_EDIT = re.compile(
    "message to edit not found|message can't be edited|message_id_invalid|no text in the message", re.IGNORECASE
)
# What Telegram says where the bot can write no more; a 403 says it anyway.
_GONE = re.compile(
    "(?:chat|user|thread) not found|peer_id_invalid|topic_(?:closed|deleted)|not enough rights|have no rights|administrator rights"
    "|chat_(?:write_forbidden|restricted|admin_required)|deactivated|bot was kicked|not a member",
    re.IGNORECASE,
)


class Outgoing:
    """Sends through *bot*; *moved* is told of a group that has become a supergroup: old and new chat."""

    def __init__(self, bot: Bot, moved: Callable[[int, int], Awaitable[None]]) -> None:
        self._bot = bot
        self.moved = moved

    async def say(self, address: Address, reply: Reply) -> None:
        """Send all of *reply*. Raises TelegramError where nothing of it went out; what is lost later is logged."""
        try:
            await self._say(address, reply)
        except ChatMigrated as error:
            await self.moved(address.chat, error.new_chat_id)
            await self._say(address.moved(error.new_chat_id), reply)

    async def rewrite(self, address: Address, message: int, reply: Reply) -> None:
        """Put *reply* in place of the bot's *message*, or send it anew where that cannot be changed any more."""
        first, *rest = messages(reply.blocks) or [""]
        if not first or reply.document:
            await self.say(address, reply)
            return
        try:
            await self._bot.edit_message_text(
                first,
                chat_id=address.chat,
                message_id=message,
                parse_mode=ParseMode.HTML,
                api_kwargs=_shown_with(() if rest else reply.buttons),
            )
        except BadRequest as error:
            if _UNCHANGED.search(error.message):
                return
            if not _CANNOT_EDIT.search(error.message):
                raise
            await self.say(address, reply)
            return
        await self._texts(address, rest, reply, sent=1)

    async def confirm(self, query: CallbackQuery, toast: str) -> bool:
        """End the waiting of whoever has pressed a button; False where he did not see *toast*, because it came too late."""
        text = next(cut(sendable(toast), TOAST), "")
        try:
            await query.answer(text or None)
        except BadRequest as error:
            if not _TOO_LATE.search(error.message):
                raise
            return False
        return True

    async def post(self, place: str, reply: Reply) -> Delivered:
        """Send *reply* to somebody who has not asked just now."""
        address = read_place(place)
        if address is None:
            log.error("%s is no place in Telegram", place)
            return "gone"
        try:
            with unasked():
                await self.say(address, reply)
        except Forbidden:
            return "gone"
        except BadRequest as error:
            return _refused(place, error)
        except TelegramError as error:
            return _not_answered(place, error)
        return "sent"

    async def _say(self, address: Address, reply: Reply) -> None:
        sent = await self._texts(address, messages(reply.blocks), reply)
        if reply.document:
            await self._file(address, reply.document, sent=sent)

    async def _texts(self, address: Address, texts: list[str], reply: Reply, *, sent: int = 0) -> int:
        """Send *texts* one after the other, the buttons under the last; returns how many messages are there now."""
        for number, text in enumerate(texts, 1):
            last = number == len(texts)
            request = self._bot.send_message(
                address.chat,
                text,
                parse_mode=ParseMode.HTML,
                message_thread_id=address.topic,
                reply_parameters=None if sent else _replying(address),
                api_kwargs=_shown_with(reply.buttons if last else ()),
            )
            if not await _lenient(request, sent):
                break
            sent += 1
        return sent

    async def _file(self, address: Address, document: Document, *, sent: int) -> None:
        request = self._bot.send_document(
            address.chat,
            document.text.encode(),
            filename=document.name,
            message_thread_id=address.topic,
            reply_parameters=None if sent else _replying(address),
        )
        await _lenient(request, sent)


def only_toast(reply: Reply) -> bool:
    """Whether all that *reply* says fits over the button, so that no message is needed."""
    return bool(reply.toast) and told(reply.blocks) in {"", reply.toast} and not reply.buttons and not reply.document


def _shown_with(buttons: Rows) -> dict[str, Any]:
    return {"reply_markup": keyboard(buttons) or None, "link_preview_options": _NO_PREVIEW}


async def _lenient(request: Awaitable[object], sent: int) -> bool:
    """Await *request*; once a part has been *sent* a failure is logged only, because a second try would send that part twice."""
    try:
        await request
    except TelegramError as error:
        if not sent:
            raise
        log.warning("The rest of a message was not delivered: %s", type(error).__name__)
        return False
    return True


def _replying(address: Address) -> ReplyParameters | None:
    return ReplyParameters(address.reply_to, allow_sending_without_reply=True) if address.reply_to else None


def _not_answered(place: str, error: TelegramError) -> Delivered:
    """Once a request has left, nobody can tell whether it was carried out: a message too few is better than one twice."""
    if isinstance(error, TimedOut | Uncertain):
        log.warning("%s: nobody can tell whether a message has arrived (%s); it is not sent again", place, type(error).__name__)
        return "sent"
    log.warning("%s cannot be reached now (%s)", place, type(error).__name__)
    return "later"


def _refused(place: str, error: BadRequest) -> Delivered:
    if _GONE.search(error.message):
        return "gone"
    log.error("Telegram refuses a message to %s: %s", place, error.message)
    return "sent"  # it would be refused again for ever; the subscription is not at fault
