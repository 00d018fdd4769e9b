"""Making people and chats, and what happens to the bot's membership in them."""

import time
from collections.abc import Iterable
from typing import Any

from .chats import Chat, User, member_json
from .people import People, Said

Json = dict[str, Any]


class Membership(People):
    """People, chats and memberships, mixed into `BotApi`."""

    def user(self, id: int, first_name: str = "", language_code: str = "tr", *, username: str = "", is_bot: bool = False) -> User:  # noqa: A002
        """A person (or another bot) whom Telegram knows. The bot cannot write to them before `private` or `say`."""
        user = User(id, first_name or f"Kişi {id}", language_code, username, is_bot=is_bot)
        self.users[id] = user
        return user

    def private(self, user: User, *, started: bool = True) -> Chat:
        """The chat of *user* with the bot; *started*: they have pressed Start."""
        chat = self.chats.get(user.id) or Chat(user.id, "private", user=user, bot_status="new")
        if started and chat.bot_status == "new":
            chat.bot_status = "member"
        self.chats[chat.id] = chat
        return chat

    def group(self, id: int = 0, title: str = "Tarih", *, members: Iterable[User] = (), admins: Iterable[User] = ()) -> Chat:  # noqa: A002
        """A basic group with the bot in it; *id* is negative."""
        return self._with(Chat(id or -self.number(), "group", title), members, admins)

    def supergroup(
        self,
        id: int = 0,  # noqa: A002
        title: str = "Tarih",
        *,
        members: Iterable[User] = (),
        admins: Iterable[User] = (),
        username: str = "",
        is_forum: bool = False,
    ) -> Chat:
        """A supergroup with the bot in it, with topics if *is_forum*; *id* begins with -100."""
        chat_id = id or -1_000_000_000_000 - self.number()
        return self._with(Chat(chat_id, "supergroup", title, username, is_forum=is_forum), members, admins)

    def channel(self, id: int = 0, title: str = "Duyurular", *, admins: Iterable[User] = (), username: str = "") -> Chat:  # noqa: A002
        """A channel with the bot as an administrator."""
        chat_id = id or -1_000_000_000_000 - self.number()
        return self._with(Chat(chat_id, "channel", title, username, bot_status="administrator"), (), admins)

    def topic(self, chat: Chat, name: str) -> int:
        """A new topic in a forum: its `message_thread_id`."""
        assert chat.is_forum
        creation = {"name": name, "icon_color": 7322096}
        message = self.new_message(chat, None, is_topic_message=True, forum_topic_created=creation)
        thread = int(message["message_id"])
        message["message_thread_id"] = thread
        chat.topics[thread] = name
        return thread

    def close_topic(self, chat: Chat, thread: int) -> None:
        """The topic is deleted, with the id that some people still have."""
        del chat.topics[thread]

    def block(self, user: User) -> Json | None:
        """*user* blocks the bot."""
        return self.bot_becomes(self.private(user), "kicked", by=user)

    def unblock(self, user: User) -> Json | None:
        """*user* lets the bot write again."""
        return self.bot_becomes(self.private(user), "member", by=user)

    def kick(self, chat: Chat, by: User) -> Json | None:
        """The bot is thrown out."""
        return self.bot_becomes(chat, "kicked", by=by)

    def add(self, chat: Chat, by: User, *, administrator: bool = False) -> Said | None:
        """The bot is put into *chat*: an update of its membership, then the service message (groups)."""
        assert self.can_join_groups, "the bot cannot join groups"
        self.bot_becomes(chat, "administrator" if administrator else "member", by=by)
        return self.service(by, chat, new_chat_members=[self.bot]) if chat.is_group else None

    def promote(self, chat: Chat, by: User) -> Json | None:
        """The bot becomes an administrator, which ends privacy mode there."""
        return self.bot_becomes(chat, "administrator", by=by)

    def demote(self, chat: Chat, by: User) -> Json | None:
        """The bot is a plain member again."""
        return self.bot_becomes(chat, "member", by=by)

    def join(self, chat: Chat, user: User) -> Said:
        """*user* comes."""
        chat.join([user], "member")
        return self.service(user, chat, new_chat_members=[user])

    def leave(self, chat: Chat, user: User) -> Said:
        """*user* goes."""
        chat.join([user], "left")
        return self.service(user, chat, left_chat_member=user)

    def migrate(self, chat: Chat, by: User) -> Chat:
        """The group becomes a supergroup with another id: a service message in each, and the old id refuses from now on."""
        new = self._with(Chat(-1_000_000_000_000 - self.number(), "supergroup", chat.title, bot_status=chat.bot_status), (), ())
        new.statuses = dict(chat.statuses)
        self.service(by, chat, migrate_to_chat_id=new.id)
        chat.migrated_to = new.id
        self.service(by, new, migrate_from_chat_id=chat.id)
        return new

    def bot_becomes(self, chat: Chat, status: str, by: User) -> Json | None:
        """Another status of the bot in *chat*: the `my_chat_member` update, None if the bot does not ask for them."""
        old, chat.bot_status = chat.bot_status, status
        before = member_json(self.bot, "left" if old == "new" else old)
        change = {"date": int(time.time()), "old_chat_member": before, "new_chat_member": member_json(self.bot, status)}
        return self.updates.add("my_chat_member", {"chat": chat.as_json(), "from": by.as_json()} | change)

    def _with(self, chat: Chat, members: Iterable[User], admins: Iterable[User]) -> Chat:
        assert (chat.id < -1_000_000_000_000) == (chat.type != "group"), f"no id for a {chat.type}: {chat.id}"
        assert chat.id < 0
        chat.join(members, "member")
        chat.join(admins, "administrator")
        self.chats[chat.id] = chat
        return chat
