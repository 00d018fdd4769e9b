"""Which update is handled by what, and each only once."""

from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from mmbot.adapters.telegram_bot.errors import error_handler
from mmbot.adapters.telegram_bot.inline import Inline
from mmbot.adapters.telegram_bot.membership import Membership
from mmbot.adapters.telegram_bot.messages import Messages
from mmbot.adapters.telegram_bot.once import Once
from mmbot.adapters.telegram_bot.presses import Presses
from mmbot.adapters.telegram_bot.shared import Shared


def add_handlers(application: Application[Any, Any, Any, Any, Any, Any], shared: Shared) -> None:
    """Let *application* handle what mmbot understands."""
    application.add_handler(TypeHandler(Update, Once(shared).handle), group=-1)
    application.add_handler(MessageHandler(filters.UpdateType.MESSAGE, Messages(shared).handle))
    application.add_handler(CallbackQueryHandler(Presses(shared).handle))
    application.add_handler(InlineQueryHandler(Inline(shared).handle))
    application.add_handler(ChatMemberHandler(Membership(shared).handle, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_error_handler(error_handler(shared))
