"""A small knowledge that is moderated: a real database, the live knowledge over it, the desk, and who comes there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from fakes import FakeClock
from mmbot.answering.conversation import Answering
from mmbot.app import prepare
from mmbot.desk import dispatch
from mmbot.desk.delivery import unpack
from mmbot.desk.desk import Desk
from mmbot.desk.reply import Button, Reply
from mmbot.desk.services import SERVICES
from mmbot.knowledge.evidence import SourceTexts
from mmbot.model import Citation, Entry, Person, Visitor
from mmbot.moderation.handing_in import HandedIn, hand_in
from mmbot.moderation.living import Living
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.proposals import Draft
from mmbot.moderation.roles import Policy
from mmbot.store.sqlite import SqliteRecords

TREATY = "ornek-antlasmasi"
CONGRESS = """\
id: ornek-kongresi
kind: conference
title: Örnek Kongresi
aliases: [Birinci Örnek Kongresi]
facts:
  - id: tanim
    answers: [what]
    says: Örnek Kongresi, Örnek Antlaşması'nı hazırlayan toplantıdır.
    about: [ornek-antlasmasi]
    questions: [Örnek Kongresi nedir?]
    citations:
      - {source: ornek-2000, page: "1", evidence: [örnek antlaşması]}
  - id: suresi
    answers: [how-many]
    number: {value: 12, unit: gün}
    says: Örnek Kongresi 12 gün sürdü.
    questions: [Örnek Kongresi kaç gün sürdü?]
    citations:
      - {source: ornek-2000, page: "2", evidence: [duyurulmuştur]}
"""
PROPOSER = Visitor(Person("telegram", "7"), "telegram:7", private=True)
ANOTHER = Visitor(Person("discord", "77"), "discord:5", private=True)
MODERATOR = Visitor(Person("discord", "42"), "discord:1", private=True)
SECOND = Visitor(Person("telegram", "8"), "telegram:8", private=True)
CHIEF = Visitor(Person("telegram", "1"), "telegram:1", private=True)
POLICY = Policy(frozenset({"discord:42", "telegram:8"}), frozenset({"telegram:1"}))
PAGE_1 = Citation("ornek-2000", "1", ("örnek antlaşması",))
PAGE_2 = Citation("ornek-2000", "2", ("16 Mart 1921",))


@dataclass
class World:
    """Everything, and short ways to it."""

    desk: Desk
    moderation: Moderation
    records: SqliteRecords
    clock: FakeClock

    def hand_in(self, draft: Draft, visitor: Visitor = PROPOSER) -> HandedIn:
        return hand_in(self.moderation, draft, visitor, self.clock())

    def entry(self, name: str = TREATY) -> Entry:
        found = self.moderation.living.entry(name)
        assert found is not None
        return found

    def letters(self) -> list[tuple[str, str]]:
        """What is left for people: place and text."""
        found = []
        for platform in ("telegram", "discord"):
            while parcel := self.records.outbox.take(platform, self.clock()):
                found.append((parcel.place, said(unpack(parcel.body))))
        return found

    def run(self, command: str, typed: str = "", visitor: Visitor = MODERATOR) -> Reply:
        return dispatch.run(self.desk, command, typed, visitor)

    def ask(self, text: str, visitor: Visitor = PROPOSER) -> Reply:
        self.clock.advance(minutes=1)  # nobody asks too often here
        return dispatch.ask(self.desk, text, visitor)

    def press(self, reply: Reply, label: str, visitor: Visitor = MODERATOR) -> Reply:
        return dispatch.press(self.desk, button(reply, label).press, visitor)

    def submit(self, reply: Reply, values: Mapping[str, str], visitor: Visitor = PROPOSER) -> Reply:
        form = reply.form
        assert form is not None, said(reply)
        present = {field.name: (form.values or {}).get(field.name, field.value) for field in form.fields}
        return dispatch.submit(self.desk, form.id, present | values, visitor)


def open_world(
    folder: Path, articles: Path | None, clock: FakeClock, policy: Policy = POLICY, database: Path | None = None
) -> Iterator[World]:
    """A world on the small knowledge in *folder* with a second entry; its database is a file beside it."""
    treaty = folder / "treaty" / f"{TREATY}.yaml"
    text = treaty.read_text(encoding="utf-8")
    if "questions" not in text:
        asked = "    date: 1921-03-16\n"
        treaty.write_text(text.replace(asked, f"{asked}    questions: [Örnek Antlaşması ne zaman imzalandı?]\n"), encoding="utf-8")
        (folder / "conference").mkdir()
        (folder / "conference" / "ornek-kongresi.yaml").write_text(CONGRESS, encoding="utf-8")
    library, index = prepare(folder)
    records = SqliteRecords(str(database or folder.parent / "mmbot.db"))
    answering = Answering(library, index, clock)
    living = Living(library, index.vocabulary, records.revisions, answering.learn, index)
    moderation = Moderation(records, living, policy, SourceTexts(articles) if articles else None)
    desk = Desk(answering, records, clock, ZoneInfo("Europe/Istanbul"), SERVICES, moderation=moderation)
    yield World(desk, moderation, records, clock)
    records.close()


def said(reply: Reply) -> str:
    return "\n".join(block.text for block in reply.blocks)


def labels(reply: Reply) -> list[str]:
    return [one.label for row in reply.buttons for one in row]


def button(reply: Reply, label: str) -> Button:
    found = [one for row in reply.buttons for one in row if one.label.startswith(label)]
    assert found, (label, labels(reply), said(reply))
    return found[0]


def fact(says: str = "Örnek Antlaşması Kars'ta imzalandı.", **fields: str) -> Draft:
    """A new fact of the treaty."""
    given = {"says": says, "answers": "where", "questions": "Örnek Antlaşması nerede imzalandı?"} | fields
    return Draft("fact", TREATY, "", given, (PAGE_1,), "Eksikti.")


def phrasing(question: str = "Örnek Antlaşması hangi gün bağıtlandı?") -> Draft:
    return Draft("phrasing", TREATY, "imza-tarihi", {"questions": question})


def change(says: str, **fields: str) -> Draft:
    return Draft("change", TREATY, "imza-tarihi", {"says": says} | fields, (), "Böyle daha açık.")


def in_group(visitor: Visitor, *roles: str) -> Visitor:
    return replace(visitor, place=f"{visitor.person.platform}:-100", private=False, roles=frozenset(roles))
