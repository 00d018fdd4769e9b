"""Telegram: the only part that knows python-telegram-bot.

An update comes in (``polling`` or ``webhook``), is handled once and in the order of its chat (``order``, ``handlers``), is read
(``reading``), taken to the desk in the worker's thread (``shared``), and the Reply goes out (``cards``, ``splitting``, ``sending``).
"""

import os

# python-telegram-bot warns, even when it makes the error itself, until one opts in to timedeltas.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from mmbot.adapters.telegram_bot.bot import TelegramBot
from mmbot.adapters.telegram_bot.webhook import Webhook

__all__ = ["TelegramBot", "Webhook"]
