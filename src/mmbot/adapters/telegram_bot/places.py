"""Where something was said and by whom, in mmbot's words."""

import re
from dataclasses import dataclass, replace

from telegram import Chat, Message, User
from telegram.constants import ChatType

from mmbot.model import Language, Person, Visitor

_PLACE = re.compile(r"telegram:(-?\d{1,19})(?::(\d{1,19}))?")


@dataclass(frozen=True, slots=True)
class Address:
    """A chat, the topic in it (None: none, or “General”, which Telegram wants left out), the message that is replied to."""

    chat: int
    topic: int | None = None
    reply_to: int | None = None

    @property
    def place(self) -> str:
        """As the desk knows it: ``telegram:-100123:7``."""
        return f"telegram:{self.chat}" + (f":{self.topic}" if self.topic else "")

    def moved(self, chat: int) -> "Address":
        """The same in the supergroup *chat* that the group has become; the messages have other numbers there."""
        return replace(self, chat=chat, reply_to=None)


def read_place(place: str) -> Address | None:
    """The address of *place*; None where it is none of Telegram's."""
    found = _PLACE.fullmatch(place)
    return Address(int(found[1]), int(found[2]) if found[2] else None) if found else None


def address_of(message: Message, *, replying: bool = True) -> Address:
    """Where an answer to *message* belongs: into its topic and, in a group, as a reply to it."""
    topic = message.message_thread_id if message.is_topic_message else None  # replies form threads too that are no topics
    return Address(message.chat.id, topic, message.message_id if replying and not is_private(message.chat) else None)


def is_private(chat: Chat) -> bool:
    """Whether *chat* is a conversation with the bot alone."""
    return chat.type == ChatType.PRIVATE


def language_of(user: User | None) -> Language:
    """English for people whose Telegram speaks it, Turkish for all others."""
    return "en" if user and (user.language_code or "").startswith("en") else "tr"


def visitor_of(user: User, address: Address, *, private: bool, in_another_name: bool = False) -> Visitor:
    """*user* at *address*, without any rights yet; *in_another_name*: he writes as the group or as a channel."""
    person = Person("telegram", str(user.id))
    name = "" if in_another_name else user.full_name
    return Visitor(person, address.place, language_of(user), private=private, anonymous=in_another_name, name=name)


def writer_of(message: Message, user: User) -> Visitor:
    """Who has written *message*. Whoever writes as his group or channel has the id of a bot of Telegram's, which proves nothing."""
    other_name = message.sender_chat is not None
    return visitor_of(user, address_of(message), private=is_private(message.chat), in_another_name=other_name)
