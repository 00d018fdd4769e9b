"""The page on a real server on loopback, and people who come to it with aiohttp's client."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import Executor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import aiohttp

from fakes import FakeClock
from mmbot.adapters.web import ModeratorsPage
from mmbot.desk.desk import Desk
from mmbot.desk.standing import Standing
from mmbot.model import Citation, Person, Visitor
from mmbot.moderation.deciding import mark
from mmbot.moderation.handing_in import hand_in
from mmbot.moderation.proposals import Draft, Proposal

PROPOSER, READER = Person("telegram", "1"), Person("telegram", "2")
MODERATOR, OTHER, ADMINISTRATOR = Person("telegram", "7"), Person("discord", "42"), Person("discord", "99")
CITATION = Citation("ornek-2000", "2", ("16 Mart 1921",))
NOWHERE: Mapping[Any, Standing] = {}
_TOKEN = re.compile(r'name="form_token" value="([0-9a-f]{64})"')


@dataclass
class Answer:
    """What came back."""

    status: int
    text: str
    headers: Mapping[str, str]

    @property
    def words(self) -> str:
        """The text of the page without its tags."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.text)).split())


@dataclass
class Guest:
    """Somebody with a browser of his own."""

    session: aiohttp.ClientSession
    url: str

    async def get(self, path: str, **more: object) -> Answer:
        return await self._send("GET", path, **more)

    async def post(self, path: str, form: Mapping[str, str] | None = None, *, of: str | None = None, **more: object) -> Answer:
        """Send *form* with the token of the page *of* ("" for none at all)."""
        token = {"form_token": await self.token(of or "/")} if of != "" else {}
        return await self._send("POST", path, data={**token, **(form or {})}, **more)

    async def token(self, path: str = "/") -> str:
        found = _TOKEN.search((await self.get(path)).text)
        return found[1] if found else ""

    async def sign_in(self, code: str) -> Answer:
        return await self.post(f"/giris/{code}", of=f"/giris/{code}")

    async def _send(self, method: str, path: str, **more: object) -> Answer:
        options: Any = {"allow_redirects": False, **more}
        async with self.session.request(method, self.url + path, **options) as response:
            return Answer(response.status, await response.text(), response.headers)


@dataclass
class World:
    """A desk with its page being served."""

    desk: Desk
    worker: Executor
    clock: FakeClock
    url: str
    guests: list[aiohttp.ClientSession] = field(default_factory=list)

    async def call(self, function: Callable[..., Any], *arguments: object, **more: object) -> Any:  # noqa: ANN401  whatever the function gives
        return await asyncio.get_running_loop().run_in_executor(self.worker, lambda: function(*arguments, **more))

    def guest(self, **headers: str) -> Guest:
        session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True), headers=headers)
        self.guests.append(session)
        return Guest(session, self.url)

    async def code(self, person: Person) -> str:
        code: str = await self.call(self.desk.moderation.records.accounts.new_code, person, "web", self.clock())
        return code

    async def signed_in(self, person: Person = MODERATOR) -> Guest:
        guest = self.guest()
        answer = await guest.sign_in(await self.code(person))
        assert answer.status == 303, answer.text
        return guest

    async def propose(self, draft: Draft, by: Person = PROPOSER) -> Proposal:
        handed = await self.call(hand_in, self.desk.moderation, draft, Visitor(by, "telegram:1", private=True), self.clock())
        proposal: Proposal = handed.proposal
        return proposal

    async def correction(
        self, says: str = "Örnek Antlaşması 16 Mart 1921 günü Ankara'da imzalandı.", by: Person = PROPOSER
    ) -> Proposal:
        """Somebody wants another sentence."""
        draft = Draft("change", "ornek-antlasmasi", "imza-tarihi", {"says": says}, reason="Yeri de yazılsın.")
        return await self.propose(draft, by)

    async def state(self, proposal: Proposal) -> Proposal:
        found: Proposal = await self.call(self.desk.moderation.records.proposals.get, proposal.id)
        return found

    async def mark(self, proposal: Proposal) -> str:
        """What goes with a decision about *proposal*."""
        return mark(await self.state(proposal))

    async def miss(self, folded: str, entry: str = "", times: int = 1) -> int:
        number = 0
        for _ in range(times):
            number = await self.call(self.desk.records.misses.note, folded, entry, self.clock())
        return number


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@asynccontextmanager
async def serving(
    desk: Desk, worker: Executor, clock: FakeClock, *, url: str = "", platforms: Mapping[Any, Standing] = NOWHERE
) -> AsyncIterator[World]:
    """Serve the page of *desk*; *url*: what the operator has set; *platforms* tell who has which role there."""
    listen = f"127.0.0.1:{free_port()}"
    stop = asyncio.Event()
    page = ModeratorsPage(desk, worker, listen=listen, url=url)
    desk.standings.serve(platforms)
    task = asyncio.create_task(page.run(stop))
    world = World(desk, worker, clock, f"http://{listen}")
    try:
        await _reachable(listen)
        yield world
    finally:
        for session in world.guests:
            await session.close()
        stop.set()
        await asyncio.wait_for(task, 10)


async def _reachable(listen: str) -> None:
    host, port = listen.split(":")
    async with asyncio.timeout(5):
        while True:
            try:
                _, writer = await asyncio.open_connection(host, int(port))
            except OSError:
                await asyncio.sleep(0.01)
            else:
                writer.close()
                await writer.wait_closed()
                return


def fields_of(page: str) -> dict[str, str]:
    """What a browser would send of the form with the fields."""
    form = next(part for part in page.split("<form")[1:] if 'id="alan-' in part)
    found = dict(re.findall(r'<input type="(?:text|hidden)"[^>]*?name="(\w+)"[^>]*?value="([^"]*)"', form))
    found |= dict(re.findall(r'<textarea[^>]*?name="(\w+)"[^>]*>\n(.*?)</textarea>', form, re.DOTALL))
    for name, options in re.findall(r'<select[^>]*?name="(\w+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        found[name] = re.findall(r'value="([^"]*)" selected', options)[0]
    return {name: text.replace("&#39;", "'").replace("&#34;", '"') for name, text in found.items() if name != "form_token"}
