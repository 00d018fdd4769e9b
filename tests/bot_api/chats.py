"""People, chats and memberships, as the server knows them and as it writes them in JSON."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .refusals import Refused, bad, forbidden, upgraded

Json = dict[str, Any]

ANONYMOUS_ID = 1087968824
_NO_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
)  # fmt: skip


@dataclass(eq=False)
class User:
    """A person or a bot. *deactivated*: a deleted account, to which nothing can be sent."""

    id: int
    first_name: str
    language_code: str = "tr"
    username: str = ""
    last_name: str = ""
    is_bot: bool = False
    deactivated: bool = False

    def as_json(self) -> Json:
        """A Bot API `User`."""
        optional = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": "" if self.is_bot else self.language_code,
        }
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name} | {k: v for k, v in optional.items() if v}


ANONYMOUS = User(ANONYMOUS_ID, "Group", username="GroupAnonymousBot", is_bot=True)


@dataclass(eq=False)
class Chat:
    """A chat and what the bot is in it.

    *bot_status* is `member`, `administrator`, `left`, `kicked` (in a private chat: blocked) or `new` (never started).
    *muted*: the bot may read but not write. *messages* and *topics* are those that exist now, by their ids; *own* are the
    ids of the bot's messages; *last_bot* is the bot that spoke last.
    """

    id: int
    type: str
    title: str = ""
    username: str = ""
    user: User | None = None
    is_forum: bool = False
    bot_status: str = "member"
    muted: bool = False
    statuses: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    own: set[int] = field(default_factory=set)
    last_message_id: int = 0
    migrated_to: int = 0
    last_bot: int = 0

    @property
    def kind(self) -> str:
        """The words for it in refusals."""
        return f"{self.type} chat"

    @property
    def is_group(self) -> bool:
        """A group or a supergroup."""
        return self.type in {"group", "supergroup"}

    def as_json(self) -> Json:
        """A Bot API `Chat`."""
        if self.user is not None:
            names = {key: value for key, value in self.user.as_json().items() if key in {"first_name", "last_name", "username"}}
            return {"id": self.id, "type": "private"} | names
        return {"id": self.id, "type": self.type, "title": self.title} | self._optional()

    def _optional(self) -> Json:
        return ({"username": self.username} if self.username else {}) | ({"is_forum": True} if self.is_forum else {})

    def join(self, users: Iterable[User], status: str) -> None:
        """Give *users* a *status*: creator, administrator, member, restricted, left or kicked."""
        self.statuses |= {user.id: status for user in users}

    def check_open(self) -> None:
        """Refuse what the bot may not reach: 400 or 403 with Telegram's text."""
        refusal = self._shut()
        if refusal is not None:
            raise refusal

    def _shut(self) -> Refused | None:
        if self.migrated_to:
            return upgraded(self.migrated_to)
        if self.user is not None:
            return _unreachable(self.user, self.bot_status)
        match self.bot_status:
            case "kicked":
                return forbidden(f"bot was kicked from the {self.kind}")
            case "left" | "new":
                return forbidden(f"bot is not a member of the {self.kind}")
            case _:
                return None

    def check_writable(self) -> None:
        """Refuse a message where the bot may not write."""
        self.check_open()
        if self.type == "channel" and self.bot_status != "administrator":
            raise bad("need administrator rights in the channel chat")
        if self.muted:
            raise bad("not enough rights to send text messages to the chat")


def _unreachable(user: User, bot_status: str) -> Refused | None:
    if user.deactivated:
        return forbidden("user is deactivated")
    if user.is_bot:
        return forbidden("bot can't send messages to bots")
    if bot_status == "kicked":
        return forbidden("bot was blocked by the user")
    return forbidden("bot can't initiate conversation with a user") if bot_status == "new" else None


def member_json(user: User, status: str) -> Json:
    """A Bot API `ChatMember` with every field that its status demands."""
    member: Json = {"status": status, "user": user.as_json()}
    match status:
        case "creator":
            return member | {"is_anonymous": False}
        case "administrator":
            rights = {"can_manage_chat", "can_delete_messages", "can_invite_users"}
            return member | {right: right in rights for right in _NO_RIGHTS}
        case "kicked":
            return member | {"until_date": 0}
        case _:
            return member
