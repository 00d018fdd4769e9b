"""Buttons that are pressed."""

from telegram import MaybeInaccessibleMessage, Message, Update

from mmbot.adapters.telegram_bot.filling import fill_in
from mmbot.adapters.telegram_bot.places import Address, address_of, is_private, visitor_of
from mmbot.adapters.telegram_bot.sending import only_toast
from mmbot.adapters.telegram_bot.shared import Shared
from mmbot.desk import asking_texts as texts
from mmbot.desk import dispatch
from mmbot.desk.reply import Reply
from mmbot.model import Visitor


class Presses:
    """Answers presses: each is confirmed to Telegram, forged and old ones too."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    async def handle(self, update: Update, _context: object) -> None:
        """Do what the button of *update* stands for."""
        query = update.callback_query
        if query is None:
            return
        if query.message is None or query.data is None:  # under a message sent through inline mode; mmbot puts none there
            visitor = visitor_of(query.from_user, Address(query.from_user.id), private=False)
            await self._shared.outgoing.confirm(query, texts.EXPIRED.to(visitor.language))
            return
        message: MaybeInaccessibleMessage = query.message
        address = _address(message)
        visitor = visitor_of(query.from_user, address, private=is_private(message.chat))
        try:
            reply = await self._reply(query.data, visitor, address, message.message_id)
        except Exception:
            await self._shared.outgoing.confirm(query, "")
            raise
        seen = await self._shared.outgoing.confirm(query, reply.toast)
        if (only_toast(reply) and (seen or not reply.blocks)) or reply == Reply():
            return
        if reply.replaces:
            await self._shared.outgoing.rewrite(address, message.message_id, reply)
        else:
            await self._shared.outgoing.say(address, reply)
        self._shared.later.send(address, reply, visitor)

    async def _reply(self, data: str, visitor: Visitor, address: Address, message: int) -> Reply:
        shared = self._shared
        visitor = await shared.with_roles(visitor, address, press=data)
        reply = await shared.call(dispatch.press, shared.desk, data, visitor, str(message))
        return await fill_in(shared, reply, visitor)


def _address(message: MaybeInaccessibleMessage) -> Address:
    """A message that is too old comes without its topic."""
    return address_of(message) if isinstance(message, Message) else Address(message.chat.id)
