"""Answers a second through the whole Telegram path, beside an echo bot on the same library and the same server, in one run.

A strict Bot API server (tests/bot_api) runs in this process; each bot is a process of its own and polls it. Many people ask at once, each the
next question as soon as the last one was answered. Both bots are measured in turn, several times; the best run of each counts, and the ratio
is what to look at. Afterwards the memory of the mmbot process: at rest, and after --most questions.

    python bench/telegram_path.py [--messages 600] [--rounds 3] [--most 10000]
"""

import argparse
import asyncio
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from bot_api import BotApi  # noqa: E402  the tests are no package that is installed

PEOPLE = 150
ECHO = """
import sys
from telegram.ext import Application, MessageHandler, filters
async def echo(update, context):
    await update.message.reply_text(update.message.text)
app = Application.builder().token(sys.argv[2]).base_url(sys.argv[1] + "/bot").build()
app.add_handler(MessageHandler(filters.TEXT, echo))
app.run_polling()
"""


def questions() -> list[str]:
    lines = [
        line for path in sorted((ROOT / "tests" / "questions").glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]
    texts = [json.loads(line)["q"] for line in lines]
    random.Random(7).shuffle(texts)
    return texts


def start(bot: str, api: BotApi, folder: str) -> subprocess.Popen[bytes]:
    log = (Path(folder) / f"{bot}.log").open("wb")
    if bot == "echo":
        return subprocess.Popen([sys.executable, "-c", ECHO, api.url, api.token], stdout=log, stderr=log)
    environ = os.environ | {
        "MMBOT_TELEGRAM_TOKEN": api.token,
        "MMBOT_TELEGRAM_API_URL": api.url,
        "MMBOT_DATABASE_URL": f"sqlite:///{folder}/{time.monotonic_ns()}.db",
        "MMBOT_MODERATORS": "telegram:1",
    }
    return subprocess.Popen([sys.executable, "-m", "mmbot", "run"], env=environ, stdout=log, stderr=log)


def megabytes(process: subprocess.Popen[bytes]) -> float:
    status = Path(f"/proc/{process.pid}/status").read_text("ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


async def ask(api: BotApi, texts: list[str], people: range) -> float:
    """Have *people* ask *texts*, one question each at a time; returns answers a second."""
    waiting = list(texts)

    async def one(number: int) -> None:
        user = api.user(number, "Ayşe")
        chat = api.private(user)
        while waiting:
            api.say(user, chat, waiting.pop())
            await api.next_message(chat, timeout=120)

    begun = time.perf_counter()
    await asyncio.gather(*(one(number) for number in people))
    return len(texts) / (time.perf_counter() - begun)


async def measured(bot: str, texts: list[str], folder: str, most: int) -> tuple[float, list[float]]:
    """Answers a second, and for mmbot the megabytes at rest and after *most* questions."""
    async with BotApi() as api:
        process = start(bot, api, folder)
        try:
            await ask(api, ["Kars Antlaşması nedir?"], range(1, 2))  # it is up
            await asyncio.sleep(1)
            memory = [megabytes(process)]
            rate = await ask(api, texts, range(10, 10 + PEOPLE))
            if most:
                more = [text for _ in range(most // len(texts) + 1) for text in texts][:most]
                await ask(api, more, range(1000, 1000 + PEOPLE * 20))
                memory.append(megabytes(process))
            return rate, memory
        finally:
            process.terminate()
            process.wait(15)


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--messages", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--most", type=int, default=10_000)
    options = parser.parse_args()
    texts = questions()[: options.messages]
    best: dict[str, float] = {}
    memory: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.rounds):
            for bot in ("echo", "mmbot"):
                most = options.most if bot == "mmbot" and number == options.rounds - 1 else 0
                rate, found = await measured(bot, texts, folder, most)
                best[bot] = max(best.get(bot, 0.0), rate)
                memory = found if bot == "mmbot" else memory
                print(f"round {number + 1}: {bot} {rate:.0f} answers/s", flush=True)
    print(
        f"best: echo {best['echo']:.0f}, mmbot {best['mmbot']:.0f} answers/s; ratio {best['mmbot'] / best['echo']:.2f} (goal 0.85)"
    )
    print(
        "memory of the mmbot process: "
        + ", ".join(f"{size:.0f} MB" for size in memory)
        + f" (at rest, after {options.most} questions)"
    )


if __name__ == "__main__":
    asyncio.run(main())
