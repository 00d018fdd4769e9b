"""What belongs below a reply and takes seconds: worked out beside everything else, then sent."""

import asyncio
import logging

from mmbot.adapters.telegram_bot.places import Address
from mmbot.adapters.telegram_bot.sending import Outgoing
from mmbot.desk import dispatch
from mmbot.desk.reply import Reply
from mmbot.model import Visitor

log = logging.getLogger(__name__)


class Later:
    """Sends it through *outgoing*. The next update of the chat does not wait for it, nor does the end of the program."""

    def __init__(self, outgoing: Outgoing) -> None:
        self._outgoing = outgoing
        self._under_way: set[asyncio.Task[None]] = set()

    def send(self, address: Address, reply: Reply, visitor: Visitor) -> None:
        """Send what comes after *reply* to *address*, if there is anything."""
        if reply.later is None:
            return
        task = asyncio.create_task(self._send(address, reply, visitor))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    def end(self) -> None:
        """Give up what is under way."""
        for task in self._under_way:
            task.cancel()

    async def _send(self, address: Address, reply: Reply, visitor: Visitor) -> None:
        try:
            await self._outgoing.say(address, await asyncio.to_thread(dispatch.rest, reply, visitor))
        except Exception as error:
            log.warning("What belongs below an answer could not be sent (%s)", type(error).__name__)
