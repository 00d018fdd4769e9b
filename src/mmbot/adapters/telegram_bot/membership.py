"""The bot comes into a group, is thrown out, is blocked."""

from telegram import ChatMemberUpdated, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError

from mmbot.adapters.telegram_bot.places import Address, language_of
from mmbot.adapters.telegram_bot.shared import Shared
from mmbot.desk.place_texts import HELLO
from mmbot.desk.records import Records
from mmbot.desk.reply import line

_OUT = {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED}
_GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}


class Membership:
    """Notices where the bot is."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    async def handle(self, update: Update, _context: object) -> None:
        """Greet a group that has taken the bot in; post no more where it is gone."""
        change = update.my_chat_member
        if change is None:
            return
        if change.new_chat_member.status in _OUT:
            await self._shared.call(_end_all, self._shared.desk.records, Address(change.chat.id).place)
        elif _has_come(change):
            await self._greet(change)

    async def _greet(self, change: ChatMemberUpdated) -> None:
        try:
            await self._shared.outgoing.say(Address(change.chat.id), line(HELLO.to(language_of(change.from_user))))
        except TelegramError:
            return  # a group where only some may write; nobody has asked for anything yet


def _has_come(change: ChatMemberUpdated) -> bool:
    return change.chat.type in _GROUPS and change.old_chat_member.status in _OUT


def _end_all(records: Records, place: str) -> None:
    """End the subscriptions of *place* and of its topics."""
    for subscription in records.subscriptions.all():
        if subscription.place == place or subscription.place.startswith(f"{place}:"):
            records.subscriptions.end(subscription.place)
