"""What is written to the bot, and its answer."""

from telegram import Message, Update, User
from telegram.constants import ChatID

from mmbot.adapters.telegram_bot.filling import BEGUN, GO_ON, fill_in, press_in
from mmbot.adapters.telegram_bot.places import Address, address_of, writer_of
from mmbot.adapters.telegram_bot.reading import Asked, Meant, Ordered, Proposed, Started, Unreadable, meant
from mmbot.adapters.telegram_bot.shared import Shared
from mmbot.desk import dispatch
from mmbot.desk.place_texts import ONLY_WRITTEN
from mmbot.desk.reply import Reply, line
from mmbot.model import Visitor

_WRITTEN_BY_TELEGRAM = {ChatID.SERVICE_CHAT}


class Messages:
    """Answers messages."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    async def handle(self, update: Update, _context: object) -> None:
        """Answer the message of *update* where it is meant for the bot."""
        message, user = update.message, update.effective_user
        if message is None:
            return
        if message.migrate_to_chat_id:
            await self._shared.outgoing.moved(message.chat.id, message.migrate_to_chat_id)
        elif user is not None and user.id not in _WRITTEN_BY_TELEGRAM:
            wanted = meant(message, self._shared.me)
            if wanted is not None:
                await self._answer(message, user, wanted)

    async def _answer(self, message: Message, user: User, wanted: Meant) -> None:
        address, visitor = address_of(message), writer_of(message, user)
        match wanted:
            case Asked(text, under):
                visitor = await self._shared.filling_in(visitor)
                reply: Reply | None = await self._shared.call(dispatch.ask, self._shared.desk, text, visitor, under)
            case Ordered():
                reply = await self._order(wanted, visitor, address)
            case Proposed(text, under):
                reply = await self._shared.call(dispatch.propose, self._shared.desk, text, visitor, under)
            case Started(payload):
                reply = await self._start(payload, visitor, address)
            case Unreadable():
                reply = line(ONLY_WRITTEN.to(visitor.language)) if await self._first_of_album(message) else None
        if reply is not None:
            await self._shared.outgoing.say(address, await fill_in(self._shared, reply, visitor))
            self._shared.later.send(address, reply, visitor)

    async def _order(self, wanted: Ordered, visitor: Visitor, address: Address) -> Reply:
        visitor = await self._shared.with_roles(visitor, address, command=wanted.command)
        return await self._shared.call(dispatch.run, self._shared.desk, wanted.command, wanted.typed, visitor)

    async def _start(self, payload: str, visitor: Visitor, address: Address) -> Reply:
        """The bot was opened from a link: the form that was begun in a group, an answer that was sent inline, else help."""
        if payload == BEGUN and visitor.private:
            visitor = await self._shared.filling_in(visitor)
            return await self._shared.call(dispatch.press, self._shared.desk, GO_ON, visitor)
        press = press_in(payload)
        if press:
            return await self._shared.call(dispatch.press, self._shared.desk, press, visitor)
        return await self._order(Ordered("yardim"), visitor, address)

    async def _first_of_album(self, message: Message) -> bool:
        """An album comes as one message for each picture, and is to be answered once."""
        if message.media_group_id is None:
            return True
        return await self._shared.first_time(f"album {message.media_group_id}")
