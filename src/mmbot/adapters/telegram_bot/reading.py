"""What a message wants: a command, a question, nothing."""

import re
from dataclasses import dataclass

from telegram import Message, MessageEntity, User

from mmbot.adapters.telegram_bot.places import is_private
from mmbot.desk.commands import find_command

# Telegram itself marks only ASCII commands; people type “/bugün” and “/geri-al” all the same.
_COMMAND = re.compile(r"/([^\s@/]{1,32})(?:@(\w{1,64}))?(?:\s+|$)", re.ASCII)
_HELP = "yardim"
_PROPOSE = "oner"
_ABOUT_A_MESSAGE = {"ekle", "duzenle"}  # without a word behind them they are about the message that they reply to, as is _PROPOSE
_MENTIONS: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]


@dataclass(frozen=True, slots=True)
class Ordered:
    """A command by its id, and what was typed behind it."""

    command: str
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Started:
    """The bot was opened with a link that carries *payload*."""

    payload: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """Something is to be proposed about a message that says *text* and whose buttons carry *under*."""

    text: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question. *under*: what the buttons carry of the answer that it replies to."""

    text: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A picture, a sticker, a place … without words, sent to the bot alone."""


Meant = Ordered | Started | Proposed | Asked | Unreadable


def meant(message: Message, bot: User) -> Meant | None:
    """What *message* wants of *bot*; None where it is not meant for it."""
    if message.is_automatic_forward or (message.via_bot and message.via_bot.id == bot.id):
        return None
    text = message.text or message.caption or ""
    private = is_private(message.chat)
    if not text:
        return Unreadable() if private and message.effective_attachment is not None else None
    command = None if message.forward_origin else _COMMAND.match(text)
    if command:
        return _ordered(command, text[command.end() :], bot, message)
    if private:
        return Asked(text, _under(message, bot))
    return None if message.forward_origin else _addressed(message, text, bot)


def _ordered(command: re.Match[str], typed: str, bot: User, message: Message) -> Meant | None:
    name, addressee = command.groups()
    if addressee and not _is_name(addressee, bot):
        return None
    found = find_command(name)
    if found == _HELP and name == "start" and typed:
        return Started(typed.strip())
    if found is None:
        return Ordered(_HELP, f"/{name}") if is_private(message.chat) else None
    if found == _PROPOSE and not typed.strip() and message.reply_to_message:
        return Proposed(_replied_to(message), _under(message, bot))
    return Ordered(found, typed.strip() or (_replied_to(message) if found in _ABOUT_A_MESSAGE else ""))


def _addressed(message: Message, text: str, bot: User) -> Asked | None:
    """In a group: only what names the bot or replies to it."""
    spoken_to = [entity for entity, name in _mentions(message).items() if _is_mention(entity, name, bot)]
    if spoken_to:
        return Asked(_without(text, spoken_to), _under(message, bot))
    return Asked(text, _under(message, bot)) if _replies_to(message, bot) else None


def _mentions(message: Message) -> dict[MessageEntity, str]:
    return message.parse_entities(_MENTIONS) if message.text else message.parse_caption_entities(_MENTIONS)


def _is_mention(entity: MessageEntity, name: str, bot: User) -> bool:
    return entity.user.id == bot.id if entity.user else _is_name(name.removeprefix("@"), bot)


def _is_name(name: str, bot: User) -> bool:
    return re.fullmatch(re.escape(bot.username or ""), name, re.IGNORECASE | re.ASCII) is not None


def _without(text: str, entities: list[MessageEntity]) -> str:
    """*text* without the *entities*, which count in UTF-16 units."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    for entity in sorted(entities, key=lambda one: one.offset, reverse=True):
        encoded = encoded[: 2 * entity.offset] + encoded[2 * (entity.offset + entity.length) :]
    return " ".join(encoded.decode("utf-16-le", "replace").split())


def _replies_to(message: Message, bot: User) -> bool:
    replied = message.reply_to_message
    return replied is not None and replied.from_user is not None and replied.from_user.id == bot.id


def _replied_to(message: Message) -> str:
    """The first paragraph of the message that is replied to: of an answer, that is the fact."""
    replied = message.reply_to_message
    text = (replied.text or replied.caption or "") if replied else ""
    return text.strip().partition("\n")[0]


def _under(message: Message, bot: User) -> tuple[str, ...]:
    replied = message.reply_to_message
    if replied is None or replied.reply_markup is None or not _replies_to(message, bot):
        return ()
    buttons = [button for row in replied.reply_markup.inline_keyboard for button in row]
    return tuple(button.callback_data for button in buttons if isinstance(button.callback_data, str))
