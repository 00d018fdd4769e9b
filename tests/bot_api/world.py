"""Everything that the server remembers, and the looking-up that all methods share."""

import asyncio
import time
from typing import Any

from .chats import ANONYMOUS, Chat, User
from .faults import Faults, Rates
from .params import Upload
from .records import Call, CallbackAnswer, InlineAnswer, Query, Sent
from .refusals import bad
from .updates import Updates
from .waiting import Bell

Json = dict[str, Any]


class World:
    """One bot, the people and chats around it, and the record of what it did."""

    def __init__(self) -> None:
        self.bot = User(7_000_001, "Millî Mücadele", username="mmtestbot", is_bot=True)
        self.can_join_groups = True
        self.supports_inline_queries = True
        self.privacy = True
        self.query_age = 15.0  # seconds after which a query is too old to be answered
        self.users: dict[int, User] = {self.bot.id: self.bot, ANONYMOUS.id: ANONYMOUS}
        self.chats: dict[int, Chat] = {}
        self.sent: list[Sent] = []
        self.calls: list[Call] = []
        self.actions: list[tuple[int, str]] = []
        self.files: dict[str, Upload] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.about: dict[tuple[str, str], str] = {}
        self.inline_messages: dict[str, Json] = {}
        self.bell = Bell()
        self.updates = Updates(self.bell)
        self.faults = Faults()
        self.rates = Rates()
        self.queries: dict[str, Query] = {}
        self._unread: list[Sent] = []
        self._message_id = 0
        self._next = 1000

    # looking up

    def chat_of(self, chat_id: str) -> Chat:
        """The chat of a `chat_id` parameter: a number or a public @name."""
        if not chat_id:
            raise bad("chat_id is empty")
        if chat_id.removeprefix("-").isdecimal() and int(chat_id) in self.chats:
            return self.chats[int(chat_id)]
        for chat in self.chats.values():
            if chat.username and chat.type != "private" and chat_id == f"@{chat.username}":
                return chat
        user = self.users.get(int(chat_id)) if chat_id.isdecimal() else None
        if user is None:
            raise bad("chat not found")
        return Chat(user.id, "private", user=user, bot_status="new")

    def number(self) -> int:
        """A fresh number for ids."""
        self._next += 1
        return self._next

    def new_query(self) -> Query:
        """A query that waits for its answer from now on."""
        query = Query(str(4_000_000_000_000_000_000 + self.number()), asyncio.get_running_loop().time())
        self.queries[query.id] = query
        return query

    def answer_query(self, query_id: str, answer: CallbackAnswer | InlineAnswer) -> None:
        """Answer once and in time, else 400."""
        query = self.queries.get(query_id)
        age = asyncio.get_running_loop().time() - query.since if query else 0.0
        if query is None or query.answer is not None or age > self.query_age:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        query.answer = answer
        self.bell.ring()

    def expire_queries(self) -> None:
        """Make every query so far too old to be answered."""
        self.queries.clear()

    # messages

    def new_message(self, chat: Chat, sender: User | None, **content: object) -> Json:
        """A message that now exists in *chat*. Ids count per supergroup and channel, and over all other chats together."""
        if chat.type in {"supergroup", "channel"}:
            chat.last_message_id += 1
            message_id = chat.last_message_id
        else:
            self._message_id += 1
            message_id = self._message_id
        message: Json = {"message_id": message_id, "date": int(time.time()), "chat": chat.as_json()}
        message |= {"from": sender.as_json()} if sender else {}
        message |= content
        chat.messages[message_id] = message
        if sender is self.bot:
            chat.own.add(message_id)
        if sender is not None and sender.is_bot and sender is not ANONYMOUS:
            chat.last_bot = sender.id
        return message

    def record(self, sent: Sent) -> None:
        """People see a message: tell those who wait for it."""
        self.sent.append(sent)
        self._unread.append(sent)
        self.bell.ring()

    # waiting

    async def next_message(self, chat: "Chat | User | int | None" = None, timeout: float = 5.0) -> Sent:
        """The oldest message or edit in *chat* (None: anywhere) that was not returned before; AssertionError after *timeout* s."""
        wanted = chat.id if isinstance(chat, Chat | User) else chat
        try:
            return await self.bell.until(lambda: self._take(wanted), timeout)
        except TimeoutError:
            failed = [f"{call.method}: {call.status} {call.description}" for call in self.calls if call.status != 200]
            raise AssertionError(f"no message in {wanted} within {timeout} s; refused so far: {failed}") from None

    def unread(self) -> list[Sent]:
        """What `next_message` has not returned yet."""
        return list(self._unread)

    def read(self) -> list[Sent]:
        """All that is unread, which from now on counts as read."""
        unread, self._unread = self._unread, []
        return unread

    async def quiet(self, seconds: float = 0.2) -> None:
        """Nothing unread, now and for *seconds*; AssertionError with the texts otherwise."""
        await asyncio.sleep(seconds)
        assert not self._unread, [sent.text for sent in self._unread]

    def _take(self, chat_id: int | None) -> Sent | None:
        for sent in self._unread:
            if chat_id in {None, sent.chat_id}:
                self._unread.remove(sent)
                return sent
        return None
