"""What all handlers share: the way to the desk, the way out, who is an administrator."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from telegram import Bot, User
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden, TelegramError

from mmbot.adapters.telegram_bot.later import Later
from mmbot.adapters.telegram_bot.places import Address
from mmbot.adapters.telegram_bot.sending import Outgoing
from mmbot.adapters.telegram_bot.turns import Turns
from mmbot.desk.commands import COMMANDS
from mmbot.desk.desk import Desk
from mmbot.desk.presses import read_press
from mmbot.desk.rights import depends_on_role, linked_elsewhere
from mmbot.desk.standing import CannotTell
from mmbot.model import Person, Visitor
from mmbot.moderation.roles import TELEGRAM_ADMIN, admin_of

_T = TypeVar("_T")
REMEMBERED = 60.0  # seconds
_MOST = 10_000
_BY_RIGHT = {"abone", "abonelik"} | {command.id for command in COMMANDS if command.moderators}
_SUBSCRIBES, _FILLS = "sub", "fill"  # verbs of buttons: the subscription of a group is its administrators' matter


class Administrators:
    """Who administers which group, as Telegram says; asked at most once a minute where nothing is decided."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._known: dict[tuple[int, int], tuple[float, bool]] = {}

    async def has(self, chat: int, user: int) -> bool:
        """Whether *user* is an administrator of *chat*, as far as is remembered, else asked now."""
        now = asyncio.get_running_loop().time()
        until, known = self._known.get((chat, user), (0.0, False))
        return known if now < until else await self.ask_or_deny(chat, user)

    async def ask_or_deny(self, chat: int, user: int) -> bool:
        """The same, asked now whatever is remembered; nobody is one while Telegram does not answer."""
        try:
            return await self.ask(chat, user)
        except CannotTell:
            return False

    async def ask(self, chat: int, user: int) -> bool:
        """The same. Raises CannotTell."""
        try:
            member = await self._bot.get_chat_member(chat, user)
            found = member.status in {ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR}
        except (BadRequest, Forbidden):  # the bot is not in that group, or nobody there has ever seen him
            found = False
        except TelegramError as error:
            raise CannotTell from error
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[chat, user] = (asyncio.get_running_loop().time() + REMEMBERED, found)
        return found


@dataclass(frozen=True, slots=True)
class Shared:
    """*me* is the bot as Telegram knows it."""

    desk: Desk
    turns: Turns
    outgoing: Outgoing
    administrators: Administrators
    me: User
    later: Later

    async def call(self, function: Callable[..., _T], *arguments: object) -> _T:
        """Run *function* in the worker: the desk waits for the disk, the event loop must not."""
        return await self.turns.call(function, *arguments)

    async def first_time(self, update: str) -> bool:
        """Whether *update* was not handled before; it is from now on."""
        desk = self.desk
        return await self.call(desk.outage.first_time, desk.records.notebook, "telegram", update, desk.clock())

    async def with_roles(self, visitor: Visitor, address: Address, *, command: str = "", press: str = "") -> Visitor:
        """*visitor* with what his group grants him, where *command* or *press* depends on it; for a press Telegram is asked anew."""
        verb = read_press(press)[0]
        if visitor.anonymous or not (command in _BY_RIGHT if command else verb == _SUBSCRIBES or depends_on_role(press=press)):
            return visitor
        if verb == _FILLS:
            return await self.filling_in(visitor)
        give = self._privately(visitor, anew=bool(press)) if visitor.private else self._here(visitor, address, anew=bool(press))
        return await self._linked(await give)

    async def filling_in(self, visitor: Visitor) -> Visitor:
        """*visitor* with what his groups grant him, where he is filling in a form, which is done in private."""
        drafts = self.desk.records.drafts
        if not visitor.private or not self._by_place:
            return visitor
        if await self.call(self.desk.outage.spare, partial(drafts.get, visitor.person), None) is None:
            return visitor
        return await self._linked(await self._privately(visitor, anew=True))

    async def groups_of(self, person: Person) -> frozenset[str]:
        """As roles, the groups that moderate which *person* administers; asked now. Raises CannotTell."""
        return await self._administered(person, self.administrators.ask)

    @property
    def _groups(self) -> frozenset[str]:
        return self.desk.moderation.policy.telegram_groups if self.desk.moderation else frozenset()

    @property
    def _by_place(self) -> bool:
        """Whether anybody moderates by what he is in a group or server."""
        policy = self.desk.moderation.policy if self.desk.moderation else None
        return policy is not None and bool(policy.telegram_groups or policy.discord_roles)

    async def _linked(self, visitor: Visitor) -> Visitor:
        """*visitor* with what other platforms grant the accounts that are linked with his, as of now."""
        linked = await self.call(linked_elsewhere, self.desk, visitor) if self._by_place else ()
        return await self.desk.standings.with_linked(visitor, linked) if linked else visitor

    async def _here(self, visitor: Visitor, address: Address, *, anew: bool) -> Visitor:
        ask = self.administrators.ask_or_deny if anew else self.administrators.has
        return replace(visitor, roles=frozenset({TELEGRAM_ADMIN})) if await ask(address.chat, int(visitor.person.id)) else visitor

    async def _privately(self, visitor: Visitor, *, anew: bool) -> Visitor:
        """Who administers a group that moderates does so in private too: there he is asked to come who is anonymous in the group."""
        roles = await self._administered(visitor.person, self.administrators.ask_or_deny if anew else self.administrators.has)
        return replace(visitor, roles=roles) if roles else visitor

    async def _administered(self, person: Person, ask: Callable[[int, int], Awaitable[bool]]) -> frozenset[str]:
        return frozenset([admin_of(group) for group in sorted(self._groups) if await ask(int(group), int(person.id))])
