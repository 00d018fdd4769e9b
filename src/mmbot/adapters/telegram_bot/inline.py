"""“@bot …” typed in any chat: answers with their citations, to be sent there."""

from collections.abc import Iterable, Iterator

from telegram import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from mmbot.adapters.telegram_bot.cards import keyboard, messages
from mmbot.adapters.telegram_bot.filling import payload_of, private_link
from mmbot.adapters.telegram_bot.places import Address, visitor_of
from mmbot.adapters.telegram_bot.shared import Shared
from mmbot.adapters.telegram_bot.splitting import sendable
from mmbot.desk import dispatch
from mmbot.desk.inline import InlineItem
from mmbot.desk.place_texts import ASK_ALONE, MORE
from mmbot.desk.reply import Button
from mmbot.model import Language

CACHED = 10  # seconds; Telegram's default of 300 would show corrections late
ALONE = "sor"  # what “/start” carries when somebody comes from the results; it gives help
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
        alone = InlineQueryResultsButton(ASK_ALONE.to(visitor.language), start_parameter=ALONE)
        results = list(_results(page.items, self._shared.me.username or "", visitor.language))
        try:
            await query.answer(results, cache_time=CACHED, is_personal=True, next_offset=page.offset, button=alone)
        except BadRequest as error:
            if "query is too old" not in error.message and "Query is too old" not in error.message:
                raise


def _results(items: Iterable[InlineItem], username: str, language: Language) -> Iterator[InlineQueryResultArticle]:
    """A result for each of *items*. Only one message can be sent, so what is longer than one is cut.

    The desk's buttons would come back without a chat to answer in; so one leads to the private chat, where the same is shown with them.
    """
    for item in list(items)[:MOST]:
        texts = messages(item.reply.blocks)
        if texts:
            content = InputTextMessageContent(
                texts[0], parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
            )
            more = Button(MORE.to(language), url=private_link(username, payload_of(item.leads_to)))
            yield InlineQueryResultArticle(
                item.id,
                sendable(item.title) or "…",
                content,
                description=sendable(item.description) or None,
                reply_markup=InlineKeyboardMarkup.de_json(keyboard(((more,),)), None) if item.leads_to else None,
            )
