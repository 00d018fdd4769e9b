"""The queue of updates: who gets them (long polling or a webhook), which kinds, and until when they are kept."""

from dataclasses import dataclass, field
from typing import Any

from .refusals import Refused, conflict
from .waiting import Bell

Json = dict[str, Any]

KINDS = frozenset({
    "message", "edited_message", "channel_post", "edited_channel_post", "inline_query", "chosen_inline_result", "callback_query",
    "my_chat_member", "chat_member", "message_reaction", "message_reaction_count", "poll", "poll_answer", "chat_join_request",
})  # fmt: skip
_ONLY_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass
class Webhook:
    """Where updates are sent to; *url* is empty while there is no webhook."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    error: str = ""
    error_date: int = 0


@dataclass
class Updates:
    """Updates that are not confirmed yet.

    As at Telegram: kinds that nobody asked for are not kept; an update stays until a later `offset` (or a 2xx of the
    webhook) confirms it; a second poller ends the first one's request with 409.
    """

    bell: Bell
    pending: list[Json] = field(default_factory=list)
    allowed: frozenset[str] = KINDS - _ONLY_ON_REQUEST
    webhook: Webhook = field(default_factory=Webhook)
    last_id: int = 410_000_000
    _again: set[int] = field(default_factory=set)
    _poll: int = 0
    _polling: int = 0
    _ended_by: str = ""

    def allow(self, kinds: list[Any] | None) -> None:
        """Keep only these *kinds* from now on; an empty list means the usual ones, None leaves it as it was."""
        if kinds is not None:
            self.allowed = frozenset(map(str, kinds)) & KINDS or KINDS - _ONLY_ON_REQUEST

    def add(self, kind: str, payload: Json) -> Json | None:
        """The new update, or None if its kind is not asked for."""
        if kind not in self.allowed:
            return None
        self.last_id += 1
        update = {"update_id": self.last_id, kind: payload}
        self.pending.append(update)
        self.bell.ring()
        return update

    def redeliver(self, update: Json) -> None:
        """Send *update* once more although it may have been confirmed, as after a crash."""
        if update not in self.pending:
            self.pending.insert(0, update)
        self._again.add(update["update_id"])
        self.bell.ring()

    def forget(self) -> None:
        """Drop everything that waits (`drop_pending_updates`)."""
        self.pending.clear()

    def done(self, update: Json) -> None:
        """The webhook took *update*."""
        self._again.discard(update["update_id"])
        if update in self.pending:
            self.pending.remove(update)

    def end_poll(self, ended_by: str) -> None:
        """End a long poll under way with 409."""
        if self._polling:
            self._ended_by = ended_by
            self._poll += 1
            self.bell.ring()

    async def poll(self, *, offset: int, limit: int, timeout: float) -> list[Json]:
        """One getUpdates: waits at most *timeout* seconds for something to give."""
        if self.webhook.url:
            raise conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
        self.end_poll("other getUpdates request; make sure that only one bot instance is running")
        self._poll += 1
        mine = self._poll
        self._confirm(offset)
        self._polling += 1
        try:
            return await self.bell.until(lambda: self._batch(mine, limit), timeout)
        except TimeoutError:
            return []
        finally:
            self._polling -= 1

    def _batch(self, mine: int, limit: int) -> list[Json] | None:
        if mine != self._poll:
            raise self._conflict()
        batch = self.pending[:limit]
        for update in batch:
            if update["update_id"] in self._again:
                self.done(update)
        return batch or None

    def _conflict(self) -> Refused:
        return conflict(f"terminated by {self._ended_by}")

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self.pending = self.pending[offset:]
        elif offset > 0:
            self.pending = [one for one in self.pending if one["update_id"] >= offset or one["update_id"] in self._again]
