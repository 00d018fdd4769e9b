"""mmbot as it is served, and people who talk to it in Telegram: the real client over HTTP. What is said is written down, for reading."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot_api import BotApi, CallbackAnswer, Chat, Pressed, Sent, User
from fakes import FakeClock
from mmbot.adapters.telegram_bot import TelegramBot
from mmbot.adapters.telegram_bot.pace import Pace
from mmbot.adapters.web import ModeratorsPage
from mmbot.desk.desk import Desk
from mmbot.desk.reviewing_texts import GOLDEN_SOON
from mmbot.moderation.roles import Policy
from mmbot.running import Adapter, Serving, Timing
from moderated import World, open_world

SOON = GOLDEN_SOON.tr
QUESTION = "Örnek Antlaşması nerede imzalandı?"
ANSWER = "Örnek Antlaşması Kars'ta imzalandı."
HURRIED = Timing(outbox=0.05)  # letters are looked for at once
GROUP = -1_000_000_000_001  # its administrators moderate
OTHER_GROUP = -1_000_000_000_002  # its administrators do not
POLICY = Policy(
    frozenset({"telegram:8", "telegram:9", "discord:42"}), frozenset({"telegram:1"}), frozenset({"700"}), frozenset({str(GROUP)})
)
# What Can answers when he is asked for the fields of a new fact, in order.
FACT = (ANSWER, "nerede", "Örnek 2000, s. 1", "örnek antlaşması", QUESTION)


@dataclass
class Somebody:
    """A person with his private chat. *heard*: the last message of mmbot that he got in any chat he acted in."""

    api: BotApi
    user: User
    chat: Chat
    script: list[str]
    clock: FakeClock | None = None
    heard: Sent | None = None
    below: Sent | None = None  # what came below a card: the questions whose answer would change

    async def say(self, text: str, chat: Chat | None = None, reply_to: Sent | int | None = None) -> Sent:
        """Write *text*; the answer."""
        if self.clock:
            self.clock.advance(seconds=20)  # nobody asks too often here
        place = chat or self.chat
        self.script.append(f"{self.user.first_name}: {text}")
        assert self.api.say(self.user, place, text, reply_to=reply_to), f"{text!r} is not delivered"
        return await self.hear(place)

    async def press(self, label: str, message: Sent | None = None) -> Sent:
        """Press the button *label* of the last message; what comes of it: a new message, or the old one rewritten."""
        found = message or self.heard
        assert found is not None
        pressed = self._press(label, found)
        answer = await pressed.answer()
        return await self.hear(self.api.chats[found.chat_id], answer)

    async def tap(self, label: str, message: Sent | None = None) -> str:
        """Press a button that leads to no more than a short line over it."""
        found = message or self.heard
        assert found is not None
        toast = (await self._press(label, found).answer()).text
        self.script.append(f"mmbot (over the button): {toast}")
        return toast

    def _press(self, label: str, message: Sent) -> Pressed:
        exact = next((one for one in message.labels if one == label or one.startswith(label)), label)
        self.script.append(f"{self.user.first_name} presses [{exact}]")
        return self.api.press(self.user, message, exact)

    async def hear(self, chat: Chat | None = None, answer: CallbackAnswer | None = None) -> Sent:
        """The next message of mmbot in *chat*, his own unless given; and what it says will come in a moment."""
        place = chat or self.chat
        sent = await self.api.next_message(place, timeout=20)
        self.heard = sent
        self._write(sent, place, answer)
        if SOON in sent.text:
            self.below = await self.api.next_message(place, timeout=20)
            self._write(self.below, place)
        return sent

    def _write(self, sent: Sent, place: Chat, answer: CallbackAnswer | None = None) -> None:
        toast = f" ({answer.text})" if answer and answer.text else ""
        how = "rewrites" if sent.method == "editMessageText" else "answers"
        buttons = f"\n    {' '.join(f'[{label}]' for label in sent.labels)}" if sent.labels else ""
        self.script.append(f"mmbot {how}{'' if place is self.chat else ' in the group'}{toast}: {sent.text}{buttons}")

    async def propose(self, *values: str) -> Sent:
        """Propose a fact of the treaty step by step."""
        await self.say("/oner")
        await self.press("Yeni bilgi")
        await self.say("Örnek Antlaşması")
        for value in values or FACT:
            await self.say(value)
        assert self.heard is not None
        return self.heard


@dataclass
class Town:
    """Ayşe asks, Can proposes, Defne and Emre moderate, Filiz administers; all but Can are in the group, which Emre administers."""

    api: BotApi
    folder: Path
    articles: Path
    clock: FakeClock
    database: Path
    script: list[str] = field(default_factory=list)
    refused: bool = False  # whether requests are refused on purpose
    pace: Pace | None = None  # another than the bot's own

    def __post_init__(self) -> None:
        self.ayse, self.can = self.person(5, "Ayşe"), self.person(7, "Can")
        self.defne, self.emre, self.filiz = self.person(8, "Defne"), self.person(9, "Emre"), self.person(1, "Filiz")
        self.gul = self.person(10, "Gül")  # administers both groups, and is nothing else
        members = [self.ayse.user, self.defne.user, self.filiz.user]
        self.group = self.api.supergroup(GROUP, "Tarih", members=members, admins=[self.emre.user, self.gul.user])
        self.other_group = self.api.supergroup(OTHER_GROUP, "Başka", members=members, admins=[self.gul.user])

    def person(self, number: int, name: str) -> Somebody:
        user = self.api.user(number, name)
        return Somebody(self.api, user, self.api.private(user), self.script, self.clock)

    def closed(self) -> Iterator[World]:
        """The town's database in other hands than the bot's."""
        return open_world(self.folder, self.articles, self.clock, POLICY, self.database)

    @asynccontextmanager
    async def served(self, *, page: bool = False, **others: Callable[[Desk, Executor], Adapter]) -> AsyncIterator[World]:
        """The bot at work on the town's database, beside other platforms if given; a second time it is mmbot after a restart.

        *page*: the moderators' page is served too.
        """
        before = self.api.count("getUpdates")
        for world in self.closed():
            with ThreadPoolExecutor(1) as worker:
                telegram = TelegramBot(world.desk, worker, self.api.token, api_url=self.api.url, pace=self.pace)
                adapters = {"telegram": telegram} | {name: made(world.desk, worker) for name, made in others.items()}
                pages = {"page": _page(world.desk, worker)} if page else {}
                async with at_work(Serving(world.desk, worker, adapters, pages, HURRIED)):
                    async with asyncio.timeout(20):
                        while self.api.count("getUpdates") == before:
                            await asyncio.sleep(0.01)
                    yield world


def _page(desk: Desk, worker: Executor) -> ModeratorsPage:
    """The page, at an address that the desk tells moderators."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        listen = f"127.0.0.1:{found.getsockname()[1]}"
    desk.page_url = f"http://{listen}"
    return ModeratorsPage(desk, worker, listen=listen, url="")


@asynccontextmanager
async def at_work(serving: Serving) -> AsyncIterator[None]:
    """*serving* while the block runs."""
    stop = asyncio.Event()
    task = asyncio.create_task(serving.run(stop))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(task, 15)
