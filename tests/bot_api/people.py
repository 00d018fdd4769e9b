"""What people do in a chat: write, edit, press buttons, ask inline. Each makes the update that Telegram would send, or none."""

import re
import time
from dataclasses import dataclass
from typing import Any

from .chats import ANONYMOUS, Chat, User
from .queries import content_text
from .records import CallbackAnswer, InlineAnswer, Query, Sent, shown
from .rich_text import units
from .texts import TEXT_LIMIT, cleaned, find_entities
from .world import World

Json = dict[str, Any]

_FILE = {"file_id": "file1", "file_unique_id": "ufile1"}
_OPTIONS = [{"text": "Moskova", "voter_count": 0, "persistent_id": "1"}, {"text": "Kars", "voter_count": 0, "persistent_id": "2"}]
_SIZE = {"width": 512, "height": 512}
_KINDS: dict[str, Json] = {
    "sticker": {"sticker": _FILE | _SIZE | {"type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"}},
    "location": {"location": {"latitude": 39.92, "longitude": 32.85}},
    "contact": {"contact": {"phone_number": "+900000000000", "first_name": "Ali"}},
    "dice": {"dice": {"emoji": "🎲", "value": 4}},
    "poll": {
        "poll": {"id": "1", "question": "Hangisi?", "options": _OPTIONS, "total_voter_count": 0, "is_closed": False}
        | {
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": False,
            "members_only": False,
        }
    },
    "photo": {"photo": [_FILE | _SIZE]},
    "document": {"document": _FILE | {"file_name": "not.txt"}},
    "voice": {"voice": _FILE | {"duration": 3}},
}


@dataclass(frozen=True)
class Said:
    """A message of a person; true if the bot was told of it. *update* is the update, None where there was none."""

    message: Json
    update: Json | None
    inline_message_id: str = ""

    def __bool__(self) -> bool:
        return self.update is not None

    @property
    def message_id(self) -> int:
        """The id of the message in its chat, 0 for one that Telegram would not let a person send."""
        return int(self.message.get("message_id", 0))


@dataclass(frozen=True)
class Pressed:
    """A button press that waits for its answer."""

    world: World
    query: Query
    update: Json | None

    async def answer(self, timeout: float = 5.0) -> CallbackAnswer:
        """The bot's answer; TimeoutError if there is none within *timeout* seconds."""
        answer = await self.world.bell.until(lambda: self.query.answer, timeout)
        assert isinstance(answer, CallbackAnswer)
        return answer


@dataclass(frozen=True)
class Inquiry:
    """An inline query that waits for its answer."""

    world: World
    query: Query
    update: Json | None

    async def answer(self, timeout: float = 5.0) -> InlineAnswer:
        """The bot's results; TimeoutError if there are none within *timeout* seconds."""
        answer = await self.world.bell.until(lambda: self.query.answer, timeout)
        assert isinstance(answer, InlineAnswer)
        return answer


class People(World):
    """The doings of people, mixed into `BotApi`."""

    anonymous = ANONYMOUS
    inline_feedback = False  # whether chosen inline results are reported, as set with @BotFather

    def say(  # noqa: PLR0913 - one message has many sides, all but three by keyword
        self,
        user: User | None,
        chat: Chat,
        text: str = "",
        *,
        kind: str = "text",
        reply_to: "Said | Sent | int | None" = None,
        thread: int = 0,
        forwarded: bool = False,
        via_bot: bool = False,
        **fields: object,
    ) -> Said:
        """A message of *user* (None: a channel's post); true if it was delivered to the bot.

        *kind* is `text`, `sticker`, `location`, `contact`, `dice`, `poll`, `photo`, `document` or `voice`; with the last three *text*
        is the caption. *thread* is a topic's id. *fields* are added to the message as they are. White space alone is not
        sent, as no client sends it.
        """
        if kind == "text" and not cleaned(text).strip():
            return Said({}, None)
        content = (
            self._content(kind, text) | self._origin(forwarded=forwarded, via_bot=via_bot) | self._thread(chat, reply_to, thread)
        )
        if user is ANONYMOUS or user is None:
            content |= {"sender_chat": chat.as_json()}
        message = self.new_message(chat, user, **(content | fields))
        return Said(message, self._deliver(chat, "channel_post" if chat.type == "channel" else "message", message))

    def edit(self, said: Said, text: str) -> Said:
        """The person writes *text* over an earlier message."""
        chat = self.chats[said.message["chat"]["id"]]
        message = chat.messages[said.message_id]
        message.pop("entities", None)
        message |= self._content("text", text) | {"edit_date": int(time.time())}
        kind = "edited_channel_post" if chat.type == "channel" else "edited_message"
        return Said(message, self._deliver(chat, kind, message))

    def service(self, user: User, chat: Chat, **fields: object) -> Said:
        """A service message such as `new_chat_members=[user]`, `left_chat_member=user`, `pinned_message=said`, `new_chat_title="…"`."""
        message = self.new_message(chat, user, **{name: _as_json(value) for name, value in fields.items()})
        return Said(message, self._deliver(chat, "message", message, service=True))

    def press(self, user: User, message: "Sent | Said", label: str = "", *, data: str | None = None) -> Pressed:
        """Press the button with this *label* as it stands there now, or send raw *data* as a forger would."""
        current, place = self._pressable(message)
        found = data if data is not None else _data(current, label)
        query = self.new_query()
        payload = {"id": query.id, "from": user.as_json(), "chat_instance": f"-{user.id}00{self.bot.id}", "data": found} | place
        return Pressed(self, query, self.updates.add("callback_query", payload))

    def inline(self, user: User, text: str, offset: str = "", chat_type: str = "sender") -> Inquiry:
        """Type `@bot text` somewhere; *offset* is what the last answer gave as `next_offset`."""
        assert self.supports_inline_queries, "the bot has no inline mode"
        query = self.new_query()
        payload = {"id": query.id, "from": user.as_json(), "query": text[:256], "offset": offset, "chat_type": chat_type}
        return Inquiry(self, query, self.updates.add("inline_query", payload))

    def choose(self, user: User, chat: Chat, answer: InlineAnswer, number: int = 0) -> Said:
        """Send an inline result into *chat*; with a keyboard it has an inline message id and its buttons can be pressed."""
        result = answer.results[number]
        text, entities = content_text(result["input_message_content"])
        content: Json = {"text": text, "entities": entities, "via_bot": self.bot.as_json()}
        markup = {"reply_markup": result["reply_markup"]} if result.get("reply_markup") else {}
        message = self.new_message(chat, user, **content, **markup)
        inline_id = f"inline{self.number()}" if markup else ""
        if inline_id:
            self.inline_messages[inline_id] = {"text": text, "entities": entities, **markup}
        if self.inline_feedback:
            chosen = {"result_id": result["id"], "from": user.as_json(), "query": "", "inline_message_id": inline_id}
            self.updates.add("chosen_inline_result", {key: value for key, value in chosen.items() if value or key == "query"})
        return Said(message, self._deliver(chat, "message", message), inline_id)

    def redeliver(self, event: "Said | Pressed | Inquiry | Json") -> None:
        """Send an update once more, with the same id, confirmed or not."""
        update = event if isinstance(event, dict) else event.update
        assert update is not None, "it was never delivered"
        self.updates.redeliver(update)

    def _deliver(self, chat: Chat, kind: str, message: Json, *, service: bool = False) -> Json | None:
        if chat.user is not None and chat.bot_status == "new":
            chat.bot_status = "member"
        present = chat.bot_status in {"member", "administrator", "restricted"} and not chat.migrated_to
        return self.updates.add(kind, dict(message)) if present and (service or self._told(chat, message)) else None

    def _told(self, chat: Chat, message: Json) -> bool:
        """Privacy mode, and that bots do not see each other."""
        sender = message.get("from", {})
        if sender.get("is_bot") and sender["id"] != ANONYMOUS.id:
            return False
        if not chat.is_group or not self.privacy or chat.bot_status == "administrator":
            return True
        replied = message.get("reply_to_message", {})
        mine = replied.get("from", {}).get("id") == self.bot.id or message.get("via_bot", {}).get("id") == self.bot.id
        return mine or self._commanded(chat, message)

    def _commanded(self, chat: Chat, message: Json) -> bool:
        text, entities = shown(message)
        first = next((one for one in entities if one["type"] == "bot_command" and one["offset"] == 0), None)
        if first is None:
            return False
        _, at, name = text[: first["length"]].partition("@")
        return name.lower() == self.bot.username.lower() if at else chat.last_bot == self.bot.id

    def _content(self, kind: str, text: str) -> Json:
        text = cleaned(text).strip()
        if units(text) > TEXT_LIMIT:
            raise ValueError(f"a client cuts what is longer than {TEXT_LIMIT}: {units(text)}")
        entities = find_entities(text)
        if kind == "text":
            return {"text": text} | ({"entities": entities} if entities else {})
        return _KINDS[kind] | ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})

    def _origin(self, *, forwarded: bool, via_bot: bool) -> Json:
        origin = {"type": "hidden_user", "date": int(time.time()) - 60, "sender_user_name": "Biri"}
        return ({"forward_origin": origin} if forwarded else {}) | ({"via_bot": self.bot.as_json()} if via_bot else {})

    def _thread(self, chat: Chat, reply_to: "Said | Sent | int | None", thread: int) -> Json:
        """The fields of a reply or a topic. As at Telegram, a message in a topic “replies” to the topic's first message."""
        replied_id = reply_to if isinstance(reply_to, int) else reply_to.message_id if reply_to else 0
        replied = chat.messages[replied_id] if replied_id else None
        if chat.is_forum:
            thread = thread or (replied or {}).get("message_thread_id", 0)
            replied = replied or chat.messages.get(thread)
        elif replied and chat.type == "supergroup":
            thread = replied.get("message_thread_id", replied_id)  # replies form threads that are no topics
        place: Json = {"message_thread_id": thread} if thread else {}
        place |= {"is_topic_message": True} if thread and chat.is_forum else {}
        return place | ({"reply_to_message": {k: v for k, v in replied.items() if k != "reply_to_message"}} if replied else {})

    def _pressable(self, message: "Sent | Said") -> tuple[Json, Json]:
        if message.inline_message_id:
            return self.inline_messages[message.inline_message_id], {"inline_message_id": message.inline_message_id}
        chat = self.chats[message.message["chat"]["id"]]
        current = chat.messages.get(message.message_id)
        if current is None:  # deleted: the button may still be on somebody's screen
            return message.message, {"message": {"chat": chat.as_json(), "message_id": message.message_id, "date": 0}}
        return current, {"message": dict(current)}


def _data(message: Json, label: str) -> str:
    buttons = [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]
    for button in buttons:
        if button["text"] == label or (label and re.search(rf"(?:^|\W){re.escape(label)}(?:\W|$)", button["text"])):
            return str(button["callback_data"])
    raise LookupError(f"no button {label!r}, there are {[button['text'] for button in buttons]}")


def _as_json(value: object) -> object:
    if isinstance(value, list):
        return [_as_json(one) for one in value]
    if isinstance(value, User | Chat):
        return value.as_json()
    return value.message if isinstance(value, Said | Sent) else value
