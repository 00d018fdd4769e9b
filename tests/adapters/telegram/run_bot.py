"""A bot in a process of its own, to be killed: ``run_bot.py URL TOKEN DATABASE``; SIGTERM stops it."""

import asyncio
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from mmbot.adapters.telegram_bot import TelegramBot
from mmbot.answering.conversation import Answering
from mmbot.app import knowledge_folder, prepared
from mmbot.desk.desk import Desk
from mmbot.desk.services import SERVICES
from mmbot.store.sqlite import SqliteRecords


def now() -> datetime:
    return datetime.now(UTC)


async def main(url: str, token: str, database: str) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    desk = Desk(Answering(*prepared(knowledge_folder()), now), SqliteRecords(database), now, ZoneInfo("Europe/Istanbul"), SERVICES)
    with ThreadPoolExecutor(1) as worker:
        await TelegramBot(desk, worker, token, api_url=url).run(stop)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:4]))
