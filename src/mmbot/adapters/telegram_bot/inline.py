"""“@bot …” typed in any chat: answers with their citations, to be sent there."""

from collections.abc import Iterable, Iterator

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest

from mmbot.adapters.telegram_bot.cards import messages
from mmbot.adapters.telegram_bot.places import Address, visitor_of
from mmbot.adapters.telegram_bot.shared import Shared
from mmbot.adapters.telegram_bot.splitting import sendable
from mmbot.desk import dispatch
from mmbot.desk.inline import InlineItem

CACHED = 10  # seconds; Telegram's default of 300 would show corrections late
MOST = 50  # results; Telegram refuses more


class Inline:
    """Answers inline queries."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    async def handle(self, update: Update, _context: object) -> None:
        """Offer results for the query of *update*."""
        query = update.inline_query
        if query is None:
            return
        visitor = visitor_of(query.from_user, Address(query.from_user.id), private=True)
        page = await self._shared.call(dispatch.inline, self._shared.desk, query.query, query.offset, visitor)
        try:
            await query.answer(list(_results(page.items)), cache_time=CACHED, is_personal=True, next_offset=page.offset)
        except BadRequest as error:
            if "query is too old" not in error.message and "Query is too old" not in error.message:
                raise


def _results(items: Iterable[InlineItem]) -> Iterator[InlineQueryResultArticle]:
    """A result for each of *items*. Only one message can be sent, so what is longer than one is cut; buttons would work for nobody there."""
    for item in list(items)[:MOST]:
        texts = messages(item.reply.blocks)
        if texts:
            content = InputTextMessageContent(
                texts[0], parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
            )
            yield InlineQueryResultArticle(
                item.id, sendable(item.title) or "…", content, description=sendable(item.description) or None
            )
