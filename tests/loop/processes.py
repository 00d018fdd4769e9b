"""Processes of their own that serve mmbot, and new entries to propose: as many as are needed, each with its question and its answer."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from mmbot.model import Citation, Person
from mmbot.moderation.proposals import NEW, Draft
from mmbot.store.opening import open_records

PROPOSER = Person("telegram", "7")
WAITER = Person("telegram", "5")
SCRIPT = Path(__file__).with_name("run_mmbot.py")


async def started(folder: Path, database: Path, *, cached: bool = False, **settings: str) -> asyncio.subprocess.Process:
    """Mmbot in a process of its own; *settings* are environment variables without their prefix. *cached*: use the user's cache folder."""
    given = {f"MMBOT_{name.upper()}": value for name, value in settings.items()}
    given |= {} if cached else {"XDG_CACHE_HOME": str(database.parent / "cache")}
    environment = {**os.environ, "PTB_TIMEDELTA": "true", "MMBOT_DATABASE_URL": f"sqlite:///{database}", **given}
    with database.with_name("log.txt").open("ab") as log:
        return await asyncio.create_subprocess_exec(sys.executable, str(SCRIPT), str(folder), env=environment, stderr=log)


@asynccontextmanager
async def process(
    folder: Path, database: Path, *, cached: bool = False, **settings: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The same, asked to end when the block ends; what it does in peace."""
    made = await started(folder, database, cached=cached, **settings)
    try:
        yield made
    except BaseException:
        if made.returncode is None:
            made.kill()
        await made.wait()
        raise
    made.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(made.wait(), 20) == 0, database.with_name("log.txt").read_text(encoding="utf-8")[-3000:]


def title(number: int) -> str:
    """No two are alike: a name is mistaken for one that differs in a letter only."""
    syllables = ("ba", "de", "ki", "lo", "mu", "na", "re", "si", "to", "vu")
    return "".join(syllables[int(digit)] for digit in f"{number * 7919 + 101:05}").capitalize()


def says(number: int) -> str:
    return f"{title(number)}, {number}. sınama köyüdür."


def question(number: int) -> str:
    return f"{title(number)} nedir?"


def proposed(url: str, number: int, citation: Citation) -> int:
    """A new entry is proposed, for a question that somebody waits for; the number of the proposal."""
    records, now = open_records(url), datetime.now(UTC)
    try:
        miss = records.misses.note(f"{title(number)} ne".lower(), "", now)
        records.misses.wait(miss, WAITER, "telegram:5")
        fields = {"title": title(number), "kind": "place", "says": says(number), "questions": question(number)}
        draft = Draft("entry", title(number).lower(), "", fields, (citation,), "Eksikti.")
        return records.proposals.add(draft, NEW, PROPOSER, now, [miss]).id
    finally:
        records.close()
