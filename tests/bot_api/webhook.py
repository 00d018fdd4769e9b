"""Sending updates to the bot's webhook, in order, again and again until it answers with 2xx."""

import asyncio
import time
from typing import Any

import aiohttp

from .updates import Updates

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class WebhookSender:
    """Posts what waits in *updates* while a webhook is set. *retry*: seconds between two attempts (Telegram: growing)."""

    def __init__(self, updates: Updates, *, retry: float = 0.05) -> None:
        self.retry = retry
        self.attempts = 0
        self._updates = updates

    async def run(self) -> None:
        """Until cancelled."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
            while True:
                update = await self._next()
                if await self._post(session, update):
                    self._updates.done(update)
                else:
                    await asyncio.sleep(self.retry)

    async def _next(self) -> dict[str, Any]:
        updates = self._updates
        return await updates.bell.until(lambda: updates.pending[0] if updates.webhook.url and updates.pending else None, 1e9)

    async def _post(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> bool:
        hook = self._updates.webhook
        headers = {SECRET_HEADER: hook.secret} if hook.secret else {}
        self.attempts += 1
        try:
            async with session.post(hook.url, json=update, headers=headers) as response:
                error = "" if response.ok else f"Wrong response from the webhook: {response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError):
            error = "Connection failed"
        if error:
            hook.error, hook.error_date = error, int(time.time())
        return not error
