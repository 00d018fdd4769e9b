"""Answers a second through the whole Telegram path, beside an echo bot on the same library and the same kind of server, in one run.

A strict Bot API server with people who ask (bench/telegram_town.py) runs in a process of its own for each bot, and so does the bot: none shares
an interpreter with another. Many people ask at once, six questions each. The bots take turns, a hundred messages each, so that what else the
machine does meets both; the ratio is what to look at. The echo bot is as python-telegram-bot's documentation shows it: with concurrent updates
it needs half as much processor time again. Three ways of asking are measured: every question new to the process (asked once); questions as
a group asks them, the same ones again and again (the n-th with a share of 1/n), none of them asked before; and the same once more, when all of
them were. Follow-ups of the last answer are among them where they read like one.
Processor time is that of the bot's process alone; that of its server is printed to show that nobody waits for it. Afterwards the memory of
the mmbot process: at rest, and after --most questions.

    python bench/telegram_path.py [--messages 1200] [--most 10000]
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from telegram_town import Town

ROOT = Path(__file__).parents[1]
SLICE = 100
GOAL = 0.85
WARMING = 10.0  # seconds for what is prepared after the start, also on a busy machine
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

    town: Town
    process: subprocess.Popen[bytes]
    answers: int = 0
    seconds: float = 0.0
    processor: float = 0.0
    of_server: float = 0.0

    def answer(self, texts: Sequence[str]) -> None:
        """Have people ask *texts*."""
        before = processor_time(self.process)
        found = self.town.ask(texts)
        self.processor += processor_time(self.process) - before
        self.of_server += found.processor
        self.seconds += found.seconds
        self.answers += found.count

    def measured(self) -> "Measured":
        """What it took since the last call."""
        found = Measured(self.answers / self.seconds, *(1000 * spent / self.answers for spent in (self.processor, self.of_server)))
        self.answers, self.seconds, self.processor, self.of_server = 0, 0.0, 0.0, 0.0
        return found


@dataclass(frozen=True)
class Measured:
    """Answers a second; milliseconds of processor time for one answer, of the bot and of its server."""

    rate: float
    bot: float
    server: float

    def __str__(self) -> str:
        return f"{self.rate:.0f} answers/s, {self.bot:.2f} ms (its server {self.server:.2f})"


def questions() -> list[str]:
    """What people ask in the tests, each once, shuffled."""
    files = sorted((ROOT / "tests" / "questions").glob("*.jsonl"))
    texts = list(dict.fromkeys(json.loads(line)["q"] for path in files for line in path.read_text("utf-8").splitlines()))
    random.Random(7).shuffle(texts)
    return texts


def repeated(texts: Sequence[str], count: int) -> list[str]:
    """*count* of them, the n-th with a share of 1/n."""
    return random.Random(7).choices(texts, [1 / number for number in range(1, len(texts) + 1)], k=count)


@contextmanager
def running(name: str, folder: str) -> Iterator[Bot]:
    """The bot *name* with its server, up and at rest."""
    town = Town()
    process = start(name, town, folder)
    try:
        town.ask(["Kars Antlaşması nedir?"])
        time.sleep(WARMING)
        yield Bot(town, process)
    finally:
        process.terminate()
        process.wait(15)
        town.end()


def start(bot: str, town: Town, folder: str) -> subprocess.Popen[bytes]:
    log = (Path(folder) / f"{bot}.log").open("wb")
    if bot == "echo":
        return subprocess.Popen([sys.executable, "-c", ECHO, town.url, town.token], stdout=log, stderr=log)
    environ = os.environ | {
        "MMBOT_TELEGRAM_TOKEN": town.token,
        "MMBOT_TELEGRAM_API_URL": town.url,
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


def beside(echo: Bot, mmbot: Bot, texts: Sequence[str], what: str) -> None:
    """Measure both with *texts* and print it."""
    for begin in range(0, len(texts), SLICE):
        for bot in (echo, mmbot):
            bot.answer(texts[begin : begin + SLICE])
    one, other = echo.measured(), mmbot.measured()
    print(
        f"{what}: echo {one}, mmbot {other}; ratio by the clock {other.rate / one.rate:.2f}, "
        f"of processor time {one.bot / other.bot:.2f} (goal {GOAL})",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--messages", type=int, default=1200)
    parser.add_argument("--most", type=int, default=10_000)
    options = parser.parse_args()
    texts = questions()
    with tempfile.TemporaryDirectory() as folder, running("echo", folder) as echo, running("mmbot", folder) as mmbot:
        at_rest = megabytes(mmbot.process)
        new, others = texts[::2], texts[1::2]
        beside(echo, mmbot, new[: options.messages], "every question new")
        again = repeated(others, options.messages)
        beside(echo, mmbot, again, f"questions as they repeat ({100 * len(set(again)) / len(again):.0f} % of them new)")
        beside(echo, mmbot, again, "all asked before")
        memory = f"memory of the mmbot process: {at_rest:.0f} MB at rest"
        if options.most:
            more = [text for _ in range(options.most // len(texts) + 1) for text in texts][: options.most]
            for begin in range(0, options.most, 1000):
                mmbot.answer(more[begin : begin + 1000])
            memory += f", {megabytes(mmbot.process):.0f} MB after {options.most} questions"
        print(memory)


if __name__ == "__main__":
    main()
