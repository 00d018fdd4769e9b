"""The Telegram bot: begins, serves, stops."""

import asyncio
import contextlib
import logging
from concurrent.futures import Executor
from functools import partial
from typing import Any

from telegram import Bot
from telegram.error import TelegramError
from telegram.ext import Application, ApplicationBuilder

from mmbot.adapters.telegram_bot.errors import keep_quiet
from mmbot.adapters.telegram_bot.handlers import add_handlers
from mmbot.adapters.telegram_bot.later import Later
from mmbot.adapters.telegram_bot.menus import set_menus
from mmbot.adapters.telegram_bot.order import InOrder
from mmbot.adapters.telegram_bot.pace import Pace
from mmbot.adapters.telegram_bot.patience import until_it_works
from mmbot.adapters.telegram_bot.places import Address
from mmbot.adapters.telegram_bot.polling import WANTED, poll
from mmbot.adapters.telegram_bot.sending import Outgoing
from mmbot.adapters.telegram_bot.shared import Administrators, Shared
from mmbot.adapters.telegram_bot.transport import AiohttpRequest
from mmbot.adapters.telegram_bot.turns import Turns
from mmbot.adapters.telegram_bot.webhook import Webhook, listening
from mmbot.desk import dispatch
from mmbot.desk.delivery import Delivered
from mmbot.desk.desk import Desk
from mmbot.desk.reply import Reply
from mmbot.desk.standing import CannotTell
from mmbot.model import Person

log = logging.getLogger(__name__)

FINISHING = 5.0  # seconds for what is being handled when the bot is asked to stop
LEAVING = 1.0  # seconds for closing connections
_App = Application[Any, Any, Any, Any, Any, Any]


class TelegramBot:
    """Serves *desk* in Telegram with *token*; every call into the desk is made in *worker*.

    *api_url*: another Bot API server (without ``/bot``). *webhook*: be sent the updates, in place of fetching them. *pace*: how fast
    requests go out; what it has learnt of Telegram's patience outlives a breakdown.
    """

    def __init__(
        self,
        desk: Desk,
        worker: Executor,
        token: str,
        *,
        api_url: str = "",
        webhook: Webhook | None = None,
        pace: Pace | None = None,
    ) -> None:
        self._desk = desk
        self._worker = worker
        self._token = token
        self._api_url = api_url.rstrip("/")
        self._webhook = webhook
        self._pace = pace or Pace()
        self._outgoing: Outgoing | None = None
        self._shared: Shared | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until *stop* is set, then answer what has come in and leave, in eight seconds at most.

        Raises BadToken where Telegram refuses the token, OSError where the webhook's port is taken.
        """
        keep_quiet()
        application = self._application()
        serving = asyncio.create_task(self._serve(application))
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._outgoing = self._shared = None
            stopping.cancel()
            serving.cancel()
            await asyncio.gather(serving, stopping, return_exceptions=True)
            await _finish(application)
        if not serving.cancelled():
            await serving  # raises what it has ended with

    @property
    def ready(self) -> bool:
        """Whether Telegram has taken the token and something can be sent."""
        return self._outgoing is not None

    async def send(self, place: str, reply: Reply) -> Delivered:
        """Send *reply* to *place* (``telegram:<chat>[:<topic>]``), which has not asked just now."""
        return await self._outgoing.post(place, reply) if self._outgoing else "later"

    async def roles_of(self, person: Person) -> frozenset[str]:
        """Which of the groups that moderate *person* administers now. Raises CannotTell."""
        if self._shared is None:
            raise CannotTell
        return await self._shared.groups_of(person)

    def _application(self) -> _App:
        builder = ApplicationBuilder().token(self._token).updater(None).job_queue(None)
        if self._api_url:
            builder = builder.base_url(f"{self._api_url}/bot").base_file_url(f"{self._api_url}/file/bot")
        builder = builder.request(AiohttpRequest()).get_updates_request(AiohttpRequest())
        return builder.concurrent_updates(InOrder()).rate_limiter(self._pace).build()

    async def _serve(self, application: _App) -> None:
        bot = application.bot
        await until_it_works(application.initialize)
        outgoing = Outgoing(bot, self._moved)
        turns = Turns(self._worker, partial(dispatch.together, self._desk))
        shared = Shared(self._desk, turns, outgoing, Administrators(bot), bot.bot, Later(outgoing))
        add_handlers(application, shared)
        await application.start()
        self._outgoing, self._shared = outgoing, shared
        menus = asyncio.create_task(set_menus(bot, shared))
        try:
            await self._receive(bot, application.update_queue)
        finally:
            menus.cancel()
            shared.later.end()
            await asyncio.gather(menus, return_exceptions=True)

    async def _receive(self, bot: Bot, queue: "asyncio.Queue[object]") -> None:
        webhook = self._webhook
        if webhook is None:
            await until_it_works(bot.delete_webhook)
            log.info("Fetching updates as @%s", bot.username)
            await poll(bot, queue)
            return
        async with listening(bot, queue, webhook):
            setting = partial(bot.set_webhook, webhook.url, allowed_updates=WANTED, secret_token=webhook.secret)
            await until_it_works(setting)
            await asyncio.Event().wait()

    async def _moved(self, old: int, new: int) -> None:
        move = partial(self._desk.records.subscriptions.move, Address(old).place, Address(new).place)
        await asyncio.get_running_loop().run_in_executor(self._worker, move)


async def _finish(application: _App) -> None:
    """Answer what is being handled, then close; what takes too long is given up."""
    if application.running:
        try:
            await asyncio.wait_for(application.stop(), FINISHING)
        except TimeoutError:
            log.warning("Some updates were still being handled after %.0f s; they are given up", FINISHING)
    with contextlib.suppress(TelegramError, TimeoutError):
        await asyncio.wait_for(asyncio.gather(application.shutdown(), application.bot.shutdown()), LEAVING)
