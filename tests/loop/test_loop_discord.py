"""The same in Discord, through discord.py as it is: the form is a modal, letters come as direct messages."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest
import pytest_asyncio
import simcord
from discord_world import Sent, buttons, connected
from discord_world import World as DiscordWorld
from town import ANSWER, FACT, QUESTION

from fakes import FakeClock
from mmbot.adapters.discord_bot import DiscordBot
from mmbot.desk.delivery import Delivered
from mmbot.desk.desk import Desk
from mmbot.desk.reply import Reply
from mmbot.model import Person, Visitor
from mmbot.moderation.handing_in import hand_in
from mmbot.moderation.roles import Policy
from mmbot.running import Serving
from moderated import fact, open_world

NAMES = ("says", "asked", "source", "evidence", "questions")


class World(DiscordWorld):
    """With one more: Can proposes."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.can = self.guild.add_member(self.env.create_user("can"))


class InSimcord:
    """*bot* for Serving: simcord has connected it already."""

    def __init__(self, bot: DiscordBot) -> None:
        self.bot = bot
        self.ready = True

    async def run(self, stop: asyncio.Event) -> None:
        await stop.wait()

    async def send(self, place: str, reply: Reply) -> Delivered:
        return await self.bot.send(place, reply)


@pytest.fixture(autouse=True)
def script(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """With MMBOT_SHOW_SCRIPT the talk is printed."""
    said: list[str] = []

    def heard(result: simcord.InteractionResult) -> Iterator[str]:
        if result.modal is not None:
            fields = ", ".join(one["label"] for one in result.modal["components"])
            yield f"mmbot opens the form “{result.modal['title']}”: {fields}"
        for message in (result.response, *result.followups):
            if message is not None:
                shown = " ".join(f"[{label}]" for label, _ in buttons(message))
                yield f"mmbot{' (only to him)' if result.ephemeral else ''}: {plain(message.content)}" + (
                    f"\n    {shown}" if shown else ""
                )

    def recorded(name: str) -> None:
        original = getattr(simcord.MemberActor, name)

        async def wrapped(actor: simcord.MemberActor, *arguments: object, **options: object) -> simcord.InteractionResult:
            given = " ".join(str(one) for one in (*arguments, *options.values()) if isinstance(one, str | dict))
            result: simcord.InteractionResult = await original(actor, *arguments, **options)
            said.extend((f"{actor.user.name} {name}: {given}", *heard(result)))
            return result

        monkeypatch.setattr(simcord.MemberActor, name, wrapped)

    for name in ("slash", "click", "submit_modal"):
        recorded(name)
    yield
    if os.environ.get("MMBOT_SHOW_SCRIPT"):
        print("", *said, sep="\n")


@pytest.fixture
def desk(folder: Path, articles: Path, clock: FakeClock) -> Iterator[Desk]:
    for opened in open_world(folder, articles, clock, Policy()):
        yield opened.desk


@pytest.fixture
def bot(desk: Desk, worker: Executor) -> DiscordBot:
    return DiscordBot(desk, worker, "a.b.c", patience=2.9)


@pytest_asyncio.fixture
async def env(bot: DiscordBot) -> AsyncIterator[simcord.Env]:
    async with connected(bot) as env:
        yield env


@pytest.fixture
def world(env: simcord.Env, bot: DiscordBot, desk: Desk, worker: Executor) -> World:
    made = World(env, bot, desk, worker)
    role = next(role.id for role in made.guild._guild.roles.values() if role.name == "Moderatör")
    assert desk.moderation is not None
    desk.moderation.policy = Policy(discord_roles=frozenset({str(role)}))
    return made


def of(message: Sent, label: str) -> str:
    """The id of the button whose label begins so."""
    return next(custom_id for shown, custom_id in buttons(message) if shown.startswith(label))


def plain(text: str) -> str:
    """As a person reads it, who does not see that the point of “1.” is escaped."""
    return text.replace("\\", "")


async def handed_out(world: World) -> None:
    """Deliver what lies in the outbox, as Serving does every second."""
    await Serving(world.desk, world.worker, {"discord": InSimcord(world.bot)})._deliver("discord")


async def test_the_loop_in_discord(world: World) -> None:
    asked = (await world.ayse.slash(world.channel, "sor", soru=QUESTION)).response
    assert ANSWER not in asked.content
    forwarded = await world.ayse.click(asked, custom_id=of(asked, "Moderatörlere ilet"))
    assert (forwarded.response.content, forwarded.ephemeral) == ("Moderatörlere iletildi. Teşekkürler.", True)
    await world.ayse.click(asked, custom_id=of(asked, "Yanıtlanınca haber ver"))

    chosen = await world.can.click((await world.can.slash(world.channel, "öner")).response, label="Yeni bilgi")
    found = await world.can.submit_modal(chosen, {"about": "Örnek Antlaşması"})
    opened = await world.can.click(found.response, label="Formu aç")
    thanks = await world.can.submit_modal(opened, dict(zip(NAMES, FACT, strict=True)))
    assert thanks.ephemeral
    assert plain(thanks.response.content).startswith("Teşekkürler. 1. öneri moderatörlere ulaştı (Yeni bilgi: Örnek Antlaşması)")

    queue = await world.murat.slash(world.channel, "inceleme")
    card = await world.murat.click(queue.response, custom_id=of(queue.response, "1 · "))
    assert card.ephemeral
    for part in (ANSWER, f"Öneren: can – discord:{world.can.id}", "Farklar", "+ bilgi: ", "✔ kusur yok"):
        assert part in plain(card.response.content)
    (below,) = card.followups
    assert below.ephemeral
    assert QUESTION in plain(below.content)
    approved = await world.murat.click(card.response, custom_id=of(card.response, "Onayla"))
    assert "1. öneri onaylandı: Örnek Antlaşması, 1. sürüm. Yayında." in plain(approved.response.content)

    for _ in range(2):  # the second time there is nothing left
        await handed_out(world)
    told = [plain(message.content) for message in world.can.user.dm_channel.history(viewer=world.can)]
    assert told == ["1. öneriniz onaylandı ve yayında: Örnek Antlaşması. Teşekkürler."]
    letters = [message.content for message in world.replies if message.content.startswith("Daha önce yanıtlayamadığım")]
    assert len(letters) == 1
    assert ANSWER in letters[0]
    live = await world.ayse.slash(world.channel, "sor", soru=QUESTION)
    assert live.response.content.startswith(ANSWER)

    undoing = await world.murat.slash(world.channel, "geri-al", bilgi="Örnek Antlaşması")
    undone = await world.murat.click(undoing.response, custom_id=of(undoing.response, "Son değişikliği geri al"))
    assert "Yeni sürüm 2, yayında." in plain(undone.response.content)
    assert ANSWER not in (await world.ayse.slash(world.channel, "sor", soru=QUESTION)).response.content
    history = await world.murat.slash(world.channel, "geçmiş", bilgi="Örnek Antlaşması")
    assert "2 sürüm" in plain(history.response.content)
    assert f"murat – discord:{world.murat.id}: 1. sürüm geri alındı." in plain(history.response.content)


async def test_a_rejection_by_a_modal_reaches_the_proposer(world: World) -> None:
    assert world.desk.moderation is not None
    hand_in(world.desk.moderation, fact(), Visitor(Person("discord", str(world.can.id)), "discord:1"), world.desk.clock())
    card = await world.murat.slash(world.channel, "inceleme")
    shown = await world.murat.click(card.response, custom_id=of(card.response, "1 · "))
    reason = await world.murat.click(shown.response, custom_id=of(shown.response, "Reddet"))
    assert reason.modal is not None
    rejected = await world.murat.submit_modal(reason, {"reason": "O sayfada yer adı geçmiyor."})
    assert "1. öneri reddedildi" in plain(rejected.response.content)
    await handed_out(world)
    assert "Gerekçe: O sayfada yer adı geçmiyor." in plain(world.can.user.dm_channel.last_message.content)


OTHER_DAY = "Örnek Antlaşması 18 Mart 1921'de imzalandı."
CONTRADICTING = {
    "says": OTHER_DAY,
    "asked": "ne zaman, 18 Mart 1921",
    "source": "Örnek 2000, s. 1",
    "evidence": "örnek antlaşması",
    "questions": "",
}


async def proposed(world: World, values: dict[str, str]) -> simcord.InteractionResult:
    """Can fills in the form of a new fact; what he is told."""
    chosen = await world.can.click(
        (await world.can.slash(world.channel, "öner", bilgi="Örnek Antlaşması")).response, label="Yeni bilgi"
    )
    return await world.can.submit_modal(chosen, values)


async def test_while_something_is_typed_behind_the_command_what_is_there_is_shown(world: World) -> None:
    """A modal tells nothing before it is sent off; the option of the command does."""
    shown = await world.can.autocomplete(world.channel, "öner", "bilgi", "Örnek Antlaşması 18 Mart 1921'de imzalandı")
    assert shown[0]["name"] == "Çelişiyor: Örnek Antlaşması 16 Mart 1921'de imzalandı."
    shown = await world.can.autocomplete(world.channel, "öner", "bilgi", "Örnek Antlaşması 16 Mart 1921'de imzalandı")
    assert shown[0]["name"] == "Zaten var: Örnek Antlaşması 16 Mart 1921'de imzalandı."


async def test_a_statement_typed_behind_the_command_is_held_against_what_is_there_and_stands_in_the_form(world: World) -> None:
    reply = await world.can.slash(world.channel, "öner", bilgi=OTHER_DAY)
    assert reply.ephemeral
    assert plain(reply.response.content).startswith("> **Bu, eldeki bir bilgiyle çelişiyor**:")
    opened = await world.can.click(reply.response, label="İhtilaf")
    assert opened.modal is not None
    values = {one["component"]["custom_id"]: one["component"].get("value") for one in opened.modal["components"]}
    assert values["says"] == OTHER_DAY


async def test_a_form_that_contradicts_waits_for_a_choice(world: World) -> None:
    assert world.desk.moderation is not None
    proposals = world.desk.moderation.records.proposals
    held = await proposed(world, CONTRADICTING)
    assert held.ephemeral
    assert "Bu, eldeki bir bilgiyle çelişiyor" in plain(held.response.content)
    assert [label for label, _ in buttons(held.response)] == ["İhtilaf olarak sürdür", "Yine de gönder", "Formu düzelt", "İptal"]
    assert proposals.queue() == []
    mending = await world.can.click(held.response, label="Formu düzelt")
    assert mending.modal is not None
    sent = await world.can.click(held.response, label="Yine de gönder")
    assert "ihtilaf olarak iletildi" in plain(sent.response.content)
    assert [one.draft.kind for one in proposals.queue()] == ["dispute"]


async def test_a_form_that_says_the_same_becomes_a_phrasing(world: World) -> None:
    assert world.desk.moderation is not None
    same = {
        **CONTRADICTING,
        "says": "16 Mart 1921'de Örnek Antlaşması imzalandı.",
        "asked": "ne zaman, 16 Mart 1921",
        "questions": "Ne vakit bağıtlandı?",
    }
    held = await proposed(world, same)
    assert "Bunu söyleyen bir bilgi zaten var" in plain(held.response.content)
    opened = await world.can.click(held.response, label="Soru biçimi yap")
    assert opened.modal is not None
    values = {one["component"]["custom_id"]: one["component"].get("value") for one in opened.modal["components"]}
    assert values["questions"] == "Ne vakit bağıtlandı?", "what he wanted asked is not typed twice"
    thanks = await world.can.submit_modal(opened, {"questions": "Ne vakit bağıtlandı?", "reason": ""})
    assert "1. öneri moderatörlere ulaştı (Soru biçimi" in plain(thanks.response.content)


async def test_what_is_held_in_private_hinders_no_question(world: World) -> None:
    held = await world.can.user.slash("öner", bilgi=OTHER_DAY)
    assert "çelişiyor" in held.response.content
    await world.can.send_dm("Örnek Antlaşması ne zaman imzalandı?")
    assert "16 Mart 1921" in world.can.user.dm_channel.last_message.content
