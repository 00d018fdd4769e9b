"""Answers a second through the whole Telegram path, beside an echo bot on the same library and the same kind of server, in one run.

A strict Bot API server for each bot (tests/bot_api) runs in this process; each bot is a process of its own and polls its server. Many people
ask at once, each the next question as soon as the last one was answered. The bots take turns, a hundred messages each, so that what else the
machine does meets both; the ratio is what to look at. Two ways of asking are measured: every question new to the process (asked once), and
questions as a group asks them, the same ones again and again (the n-th with a share of 1/n). Processor time is that of the bot's process alone.
Afterwards the memory of the mmbot process: at rest, and after --most questions.

    python bench/telegram_path.py [--messages 1200] [--most 10000]
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
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from bot_api import BotApi  # noqa: E402  the tests are no package that is installed

PEOPLE = 150
SLICE = 100
GOAL = 0.85
ECHO = """
import sys
from telegram.ext import Application, MessageHandler, filters
async def echo(update, context):
    await update.message.reply_text(update.message.text)
app = Application.builder().token(sys.argv[2]).base_url(sys.argv[1] + "/bot").build()
app.add_handler(MessageHandler(filters.TEXT, echo))
app.run_polling()
"""


@dataclass
class Bot:
    """A bot that runs, and what it took to answer."""

    api: BotApi
    process: subprocess.Popen[bytes]
    answers: int = 0
    seconds: float = 0.0
    processor: float = 0.0
    people: int = field(default=10)

    async def answer(self, texts: Sequence[str]) -> None:
        """Have PEOPLE, who have asked before, ask *texts*."""
        cpu, begun = processor_time(self.process), time.perf_counter()
        await ask(self.api, texts, range(self.people, self.people + PEOPLE))
        self.seconds += time.perf_counter() - begun
        self.processor += processor_time(self.process) - cpu
        self.answers += len(texts)

    def measured(self) -> tuple[float, float]:
        """Answers a second and milliseconds of processor time for one, since the last call."""
        found = self.answers / self.seconds, 1000 * self.processor / self.answers
        self.answers, self.seconds, self.processor = 0, 0.0, 0.0
        self.people += PEOPLE
        return found


def questions() -> list[str]:
    """What people ask in the tests, each once, shuffled."""
    files = sorted((ROOT / "tests" / "questions").glob("*.jsonl"))
    texts = list(dict.fromkeys(json.loads(line)["q"] for path in files for line in path.read_text("utf-8").splitlines()))
    random.Random(7).shuffle(texts)
    return texts


def repeated(texts: Sequence[str], count: int) -> list[str]:
    """*count* of them, the n-th with a share of 1/n."""
    return random.Random(7).choices(texts, [1 / number for number in range(1, len(texts) + 1)], k=count)


@asynccontextmanager
async def running(name: str, folder: str) -> AsyncIterator[Bot]:
    """The bot *name* with its server, up and at rest."""
    async with BotApi() as api:
        process = start(name, api, folder)
        try:
            await ask(api, ["Kars Antlaşması nedir?"], range(1, 2))
            await asyncio.sleep(10)  # what is prepared after the start, also on a busy machine
            yield Bot(api, process)
        finally:
            process.terminate()
            process.wait(15)


def start(bot: str, api: BotApi, folder: str) -> subprocess.Popen[bytes]:
    log = (Path(folder) / f"{bot}.log").open("wb")
    if bot == "echo":
        return subprocess.Popen([sys.executable, "-c", ECHO, api.url, api.token], stdout=log, stderr=log)
    environ = os.environ | {
        "MMBOT_TELEGRAM_TOKEN": api.token,
        "MMBOT_TELEGRAM_API_URL": api.url,
        "MMBOT_DATABASE_URL": f"sqlite:///{folder}/mmbot.db",
        "MMBOT_MODERATORS": "telegram:1",
    }
    return subprocess.Popen([sys.executable, "-m", "mmbot", "run"], env=environ, stdout=log, stderr=log)


def megabytes(process: subprocess.Popen[bytes]) -> float:
    status = Path(f"/proc/{process.pid}/status").read_text("ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def processor_time(process: subprocess.Popen[bytes]) -> float:
    """Seconds, in user space and in the kernel, of all threads."""
    fields = Path(f"/proc/{process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def ask(api: BotApi, texts: Sequence[str], people: range) -> None:
    """Have *people* ask *texts*, one question each at a time."""
    waiting = list(reversed(texts))

    async def one(number: int) -> None:
        user = api.user(number, "Ayşe")
        chat = api.private(user)
        while waiting:
            api.say(user, chat, waiting.pop())
            await api.next_message(chat, timeout=120)

    await asyncio.gather(*(one(number) for number in people))


async def beside(echo: Bot, mmbot: Bot, texts: Sequence[str], what: str) -> None:
    """Measure both with *texts* and print it."""
    for begin in range(0, len(texts), SLICE):
        for bot in (echo, mmbot):
            await bot.answer(texts[begin : begin + SLICE])
    (echo_rate, echo_cpu), (rate, cpu) = echo.measured(), mmbot.measured()
    print(
        f"{what}: echo {echo_rate:.0f}, mmbot {rate:.0f} answers/s, ratio {rate / echo_rate:.2f} (goal {GOAL}); "
        f"processor time echo {echo_cpu:.2f}, mmbot {cpu:.2f} ms, ratio {echo_cpu / cpu:.2f}",
        flush=True,
    )


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--messages", type=int, default=1200)
    parser.add_argument("--most", type=int, default=10_000)
    options = parser.parse_args()
    texts = questions()
    with tempfile.TemporaryDirectory() as folder:
        async with running("echo", folder) as echo, running("mmbot", folder) as mmbot:
            at_rest = megabytes(mmbot.process)
            await beside(echo, mmbot, texts[: options.messages], "every question new")
            await beside(echo, mmbot, repeated(texts, options.messages), "questions as they repeat")
            memory = f"memory of the mmbot process: {at_rest:.0f} MB at rest"
            if options.most:
                more = [text for _ in range(options.most // len(texts) + 1) for text in texts][: options.most]
                await ask(mmbot.api, more, range(10_000, 10_000 + PEOPLE * 20))
                memory += f", {megabytes(mmbot.process):.0f} MB after {options.most} questions"
            print(memory)


if __name__ == "__main__":
    asyncio.run(main())
