"""What all handlers share: the way to the desk, the way out, who is an administrator."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import TypeVar

from telegram import Bot, User
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from mmbot.adapters.telegram_bot.places import Address
from mmbot.adapters.telegram_bot.sending import Outgoing
from mmbot.desk.commands import COMMANDS
from mmbot.desk.desk import Desk
from mmbot.desk.presses import read_press
from mmbot.model import Visitor

_T = TypeVar("_T")
REMEMBERED = 60.0  # seconds
_MOST = 10_000
_BY_RIGHT = {"abone", "abonelik"} | {command.id for command in COMMANDS if command.moderators}
# Buttons that do the same for everybody; for all others Telegram is asked who presses.
_FOR_ALL = frozenset({
    "fact", "clauses", "source", "reference", "format", "entry", "day", "chron", "forward", "wait", "report", "complain", "propose", "withdraw", "fill",
    "mine", "unremember", "forget", "unlink",
})  # fmt: skip


class Administrators:
    """Who administers which group, as Telegram says; asked at most once a minute."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._known: dict[tuple[int, int], tuple[float, bool]] = {}

    async def has(self, chat: int, user: int) -> bool:
        """Whether *user* is an administrator of *chat*; nobody is while Telegram does not answer."""
        now = asyncio.get_running_loop().time()
        until, known = self._known.get((chat, user), (0.0, False))
        if now < until:
            return known
        try:
            member = await self._bot.get_chat_member(chat, user)
        except TelegramError:
            return False
        found = member.status in {ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR}
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[chat, user] = (now + REMEMBERED, found)
        return found


@dataclass(frozen=True, slots=True)
class Shared:
    """*me* is the bot as Telegram knows it."""

    desk: Desk
    worker: Executor
    outgoing: Outgoing
    administrators: Administrators
    me: User

    async def call(self, function: Callable[..., _T], *arguments: object) -> _T:
        """Run *function* in the worker: the desk waits for the disk, the event loop must not."""
        return await asyncio.get_running_loop().run_in_executor(self.worker, function, *arguments)

    async def with_roles(self, visitor: Visitor, address: Address, *, command: str = "", press: str = "") -> Visitor:
        """*visitor* with what his group grants him, where *command* or *press* depends on it."""
        needed = command in _BY_RIGHT if command else read_press(press)[0] not in _FOR_ALL
        if visitor.private or visitor.anonymous or not needed:
            return visitor
        if not await self.administrators.has(address.chat, int(visitor.person.id)):
            return visitor
        return replace(visitor, roles=frozenset({"admin"}))
