"""mmbot is killed while moderators press “Onayla”: whatever the moment, each proposal is open or approved, wholly, and nobody is told twice.

MMBOT_LOOP_KILLS says how often (2 unless given), MMBOT_LOOP_SEED with which delays, MMBOT_LOOP_LONGEST how late at most (seconds).
"""

import asyncio
import os
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

from processes import process, proposed, question, says, started
from town import Somebody, Town

from bot_api import Pressed, Sent
from mmbot.moderation.deciding import mark
from mmbot.store.opening import open_records
from moderated import PAGE_1

KILLS = int(os.environ.get("MMBOT_LOOP_KILLS", "2"))
SEED = os.environ.get("MMBOT_LOOP_SEED", "7")
AT_ONCE = 8  # presses that are waiting when the process is killed
LONGEST = float(
    os.environ.get("MMBOT_LOOP_LONGEST", "0.25")
)  # seconds after the presses; these take some 20 ms each, more with every entry
ANSWERED = "Daha önce yanıtlayamadığım"


@dataclass
class Figures:
    """What happened, to be printed."""

    kills: int = 0
    within: int = 0  # kills that came when some of the presses had been obeyed and some not
    approved_before: list[int] = field(default_factory=list)  # by each kill, of AT_ONCE


def inconsistencies(url: str) -> list[str]:
    """What is half done: looked for in the database alone, as the next process finds it."""
    records = open_records(url)
    with records._connection.reading() as found:
        sound = found.execute("PRAGMA integrity_check").fetchone()[0] if url.startswith("sqlite") else "ok"
        wrong = [] if sound == "ok" else [str(sound)]
        states = dict(found.execute("SELECT id, state FROM proposals").fetchall())
        settled = dict(found.execute("SELECT id, state FROM misses").fetchall())
        letters = Counter(place for (place,) in found.execute("SELECT place FROM outbox"))
        made = Counter(number for (number,) in found.execute("SELECT proposal FROM revisions"))
        waiting = {miss for (miss,) in found.execute("SELECT miss FROM waiting")}
    for number, state in states.items():
        proposal = records.proposals.get(number)
        assert proposal is not None
        approved = state == "approved"
        told = [settled[miss] == "settled" and miss not in waiting for miss in proposal.misses]
        if made[number] != approved or told != [approved] * len(told) or state not in {"open", "approved"}:
            wrong.append(f"{number}: {state}, {made[number]} revisions, questions settled: {told}")
    count = list(states.values()).count("approved")
    if letters["telegram:7"] != count or letters["telegram:5"] != count:
        wrong.append(f"{count} approvals, letters: {letters}")
    records.close()
    return wrong


def press_all(town: Town, url: str, message: Sent, numbers: list[int]) -> list[Pressed]:
    """Press “Onayla” for each that is open; nobody waits for an answer."""
    records, pressed = open_records(url), []
    for number in numbers:
        proposal = records.proposals.get(number)
        assert proposal is not None
        if proposal.state == "open":
            pressed.append(town.api.press(town.defne.user, message, data=f"approve:{number}:{mark(proposal)}"))
    records.close()
    return pressed


def approved(url: str) -> set[int]:
    records = open_records(url)
    with records._connection.reading() as found:  # without reading what they say, which takes longer than mmbot waits for an answer
        numbers = {number for (number,) in found.execute("SELECT proposal FROM revisions")}
    records.close()
    return numbers


def still_open(url: str, numbers: list[int]) -> list[int]:
    done = approved(url)
    return [number for number in numbers if number not in done]


async def killed_once(
    town: Town, url: str, message: Sent, numbers: list[int], delay: float, figures: Figures, **settings: str
) -> None:
    """Start mmbot, press, kill it after *delay*, look at what it left behind."""
    before, polls = approved(url), town.api.count("getUpdates")
    process = await started(town.folder, town.database, **settings)
    async with asyncio.timeout(60):
        while town.api.count("getUpdates") == polls:
            assert process.returncode is None, town.database.with_name("log.txt").read_text(encoding="utf-8")[-3000:]
            await asyncio.sleep(0.01)
    press_all(town, url, message, numbers)
    await asyncio.sleep(delay)
    process.kill()
    await process.wait()
    assert inconsistencies(url) == []
    now = approved(url)
    figures.kills += 1
    figures.approved_before.append(len(now - before))
    figures.within += bool(now - before) and bool(set(numbers) - now)


async def test_killed_at_any_moment_an_approval_is_whole_and_nobody_is_told_twice(town: Town, url: str) -> None:
    chance, figures = random.Random(SEED), Figures()  # noqa: S311  so that a failure can be seen again
    settings = {"telegram_token": town.api.token, "telegram_api_url": town.api.url, "moderators": "telegram:8", "database_url": url}
    every: list[int] = []
    town.api.query_age = 3600.0  # presses are delivered again when mmbot is there again
    async with process(town.folder, town.database, **settings):
        message = await town.defne.say("/inceleme")
    for round_ in range(KILLS):
        every += (numbers := [proposed(url, AT_ONCE * round_ + one, PAGE_1) for one in range(AT_ONCE)])
        await killed_once(town, url, message, numbers, chance.uniform(0, LONGEST), figures, **settings)
    left = still_open(url, every)
    async with process(town.folder, town.database, **settings):
        while open_now := still_open(url, every):
            await asyncio.gather(*(press.answer(30) for press in press_all(town, url, message, open_now[:AT_ONCE])))
        async with asyncio.timeout(30 + 2 * len(every)):  # letters leave one a second to each of the two
            while waiting(url, due=True):
                await asyncio.sleep(0.1)
        await asyncio.sleep(2.5)  # the last letter is taken, and may still wait for its second
        for number in range(len(every)):
            assert (await answer(town.can, question(number))).startswith(says(number))
    assert inconsistencies(url) == []
    assert approved(url) == set(every)
    told(town, url, every, left, figures)


async def answer(who: Somebody, text: str) -> str:
    """What is answered; other people's limits are not what this is about, so each question comes from a stranger."""
    stranger = who.api.user(100_000 + len(who.api.users), "Yabancı")
    chat = who.api.private(stranger)
    assert who.api.say(stranger, chat, text)
    return (await who.api.next_message(chat, timeout=20)).text


def waiting(url: str, *, due: bool = False) -> int:
    """Letters in the outbox; *due*: without those that are to be tried again in a minute, because Telegram was not connected yet."""
    records = open_records(url)
    with records._connection.reading() as found:
        rows = found.execute("SELECT due FROM outbox WHERE taken IS NULL").fetchall()
    records.close()
    return sum(not due or at <= datetime.now(UTC).isoformat() for (at,) in rows)


def told(town: Town, url: str, every: list[int], left: list[int], figures: Figures) -> None:
    """No letter came twice; those that never came are those that a killed process had in its hands."""
    to_proposer = Counter(sent.text for sent in town.api.sent if "onaylandı ve yayında" in sent.text)
    to_waiting = Counter(sent.text for sent in town.api.sent if sent.text.startswith(ANSWERED))
    presses = Counter(sent.text for sent in town.api.sent if sent.chat_id == 8 and "öneri onaylandı" in sent.text)
    later = waiting(url)
    lost = 2 * len(every) - len(to_proposer) - len(to_waiting) - later
    print(
        f"\n{figures.kills} kills (seed {SEED}, 0–{LONGEST} s after {AT_ONCE} presses); approvals before each: {figures.approved_before}; "
        f"in the middle of the presses: {figures.within}\n{len(every)} proposals: every one approved with exactly one revision in the end; "
        f"{len(left)} of them were still open, without any revision, after the last kill and approved by another press\n"
        f"letters: {2 * len(every)} written, {len(to_proposer) + len(to_waiting)} delivered, {later} to be tried again, {lost} lost with a killed process, "
        f"{sum(count > 1 for count in (to_proposer + to_waiting).values())} delivered twice; "
        f"approvals told to the moderator: {len(presses)}, told twice {sum(count > 1 for count in presses.values())}"
    )
    assert max((to_proposer + to_waiting + presses).values()) == 1
    assert lost <= figures.kills, "a process has one letter in its hands"
