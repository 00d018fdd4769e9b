"""What is live: the files, with the revisions of the database over them, in every process that shares it."""

import asyncio
import logging
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mmbot.answering.conversation import Answering
from mmbot.app import Prepared, prepare
from mmbot.desk.delivery import Delivered
from mmbot.desk.desk import Desk
from mmbot.desk.reply import Reply
from mmbot.desk.services import SERVICES
from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.model import Entry, Fact, Person
from mmbot.moderation.living import Living
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.roles import Policy
from mmbot.running import Serving, Timing
from mmbot.store.sqlite import SqliteRecords

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
AYSE = Person("telegram", "7")


class World:
    """A small knowledge, a database, and as many processes on it as are asked for."""

    def __init__(self, folder: Path, database: Path) -> None:
        self.library, self.index = prepare(folder)
        self.records = SqliteRecords(str(database))
        self.learnt: list[tuple[Library, Index]] = []

    def living(self, index: Index | None = None) -> Living:
        return Living(
            self.library, self.index.vocabulary, self.records.revisions, lambda *made: self.learnt.append(made), index or self.index
        )

    @property
    def entry(self) -> Entry:
        return self.library.entries["ornek-antlasmasi"]

    def saying(self, text: str, entry: Entry | None = None) -> Entry:
        entry = entry or self.entry
        return replace(entry, facts=(replace(entry.facts[0], says=text), *entry.facts[1:]))

    def revise(self, entry: Entry, why: str = "") -> None:
        self.records.revisions.append(entry, self.records.revisions.number(entry.id), AYSE, NOW, why)


@pytest.fixture
def world(folder: Path, tmp_path: Path) -> Iterator[World]:
    made = World(folder, tmp_path / "mmbot.db")
    yield made
    made.records.close()


def said(living: Living, entry: str = "ornek-antlasmasi") -> str:
    return living.library.entries[entry].facts[0].says


def test_nobody_waits_for_what_is_being_built(world: World) -> None:
    """A trial is built in one thread; the thread that answers goes on learning, and what it learns is not lost."""
    building, go_on = threading.Event(), threading.Event()

    class Slow(tuple[Fact, ...]):
        def __iter__(self) -> Iterator[Fact]:
            building.set()
            assert go_on.wait(20)
            return super().__iter__()

    living = world.living()
    entry = world.library.entries["ornek-antlasmasi"]
    with ThreadPoolExecutor(1) as other:
        trying = other.submit(living.trial, replace(entry, title="Deneme Antlaşması", facts=Slow(entry.facts)))
        assert building.wait(20)
        assert living.catch_up() is False
        go_on.set()
        library, _ = trying.result(20)
    assert library.title(entry.id) == "Deneme Antlaşması"
    assert living.library.title(entry.id) == "Örnek Antlaşması"


def test_without_revisions_it_is_what_the_files_say_and_nothing_is_built(world: World) -> None:
    living = world.living()
    assert living.library is world.library
    assert living.index is world.index
    assert not living.catch_up()
    assert (living.entry("ornek-antlasmasi"), living.number("ornek-antlasmasi")) == (world.entry, 0)
    assert (living.entry("yok"), living.base("yok"), living.number("yok")) == (None, None, 0)
    assert world.learnt == []


def test_without_an_index_one_is_built(world: World) -> None:
    made = Living(world.library, world.index.vocabulary, world.records.revisions, lambda *_: None)
    assert made.index.entries == world.index.entries


def test_what_was_revised_is_learnt_once(world: World) -> None:
    living = world.living()
    for text in ("Bir.", "İki.", "Üç."):
        world.revise(world.saying(text))
    assert living.catch_up()
    assert said(living) == "Üç."
    assert living.number("ornek-antlasmasi") == 3
    assert living.base("ornek-antlasmasi") == world.entry
    assert not living.catch_up()
    assert world.learnt == [(living.library, living.index)]
    assert living.index.entries == dict(living.library.entries)


def test_at_the_start_the_database_counts(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.revise(world.saying("Başka."))
    world.revise(replace(world.saying("Yeni."), id="yeni", title="Yeni Antlaşma"))
    with caplog.at_level(logging.INFO):
        living = world.living()
    assert (said(living), said(living, "yeni")) == ("Başka.", "Yeni.")
    assert [record.getMessage() for record in caplog.records] == [
        "entries that the database has otherwise than the program's files; the database counts: ornek-antlasmasi"
    ]
    assert not living.catch_up()


def test_a_start_with_revisions_that_say_what_the_files_say_builds_nothing(world: World) -> None:
    world.revise(world.saying("Başka."))
    world.revise(world.entry)
    living = world.living()
    assert living.number("ornek-antlasmasi") == 2
    assert living.library is world.library
    assert living.index is world.index


def test_a_new_entry_stands_where_its_file_would(world: World) -> None:
    living = world.living()
    for kind, id_ in (("treaty", "zzz"), ("event", "olay"), ("treaty", "ornek")):
        facts = tuple(replace(fact, entry=id_) for fact in world.entry.facts)
        world.revise(Entry(id_, kind, f"Başlık {id_}", (), facts))
    living.catch_up()
    assert list(living.library.entries) == ["olay", "ornek-antlasmasi", "ornek", "zzz"]  # “ornek-…” < “ornek.yaml”


def test_an_entry_whose_making_was_undone_is_not_live(world: World) -> None:
    living = world.living()
    new = replace(world.saying("Yeni."), id="yeni", title="Yeni Antlaşma")
    world.revise(new)
    world.revise(replace(new, facts=()))
    assert living.catch_up()
    assert "yeni" not in living.library.entries
    assert (living.entry("yeni"), living.number("yeni")) == (replace(new, facts=()), 2)
    assert "yeni" not in world.living().library.entries


def test_a_trial_changes_nothing_and_is_kept(world: World) -> None:
    living = world.living()
    tried = world.saying("Deneme.")
    library, index = living.trial(tried)
    assert library.entries["ornek-antlasmasi"] == index.entries["ornek-antlasmasi"] == tried
    again = living.trial(world.saying("Deneme."))
    assert again[0] is library
    assert again[1] is index
    assert living.library is world.library


def test_only_the_last_trials_are_kept(world: World) -> None:
    living = world.living()
    first, *_, last = [living.trial(world.saying(text)) for text in ("Bir.", "İki.", "Üç.")]
    assert living.trial(world.saying("Üç."))[1] is last[1]
    assert living.trial(world.saying("Bir."))[1] is not first[1]


def test_what_was_tried_goes_live_without_being_built_again(world: World) -> None:
    living = world.living()
    tried = living.trial(world.saying("Deneme."))
    world.revise(world.saying("Deneme."))
    assert living.catch_up()
    assert living.library is tried[0]
    assert living.index is tried[1]


def test_a_trial_on_older_knowledge_does_not_go_live(world: World) -> None:
    living = world.living()
    living.trial(world.saying("Deneme."))
    world.revise(replace(world.saying("Yeni."), id="yeni", title="Yeni Antlaşma"))
    world.revise(world.saying("Deneme."))
    living.catch_up()
    assert (said(living), said(living, "yeni")) == ("Deneme.", "Yeni.")


def test_what_is_prepared_is_live_only_when_it_is_taken_over(world: World) -> None:
    living = world.living()
    assert not living.prepare()
    world.revise(world.saying("Bir."))
    assert living.prepare()
    assert living.prepare()
    assert (said(living), world.learnt) == (world.entry.facts[0].says, [])
    assert living.catch_up()
    assert (said(living), len(world.learnt)) == ("Bir.", 1)


def test_what_comes_after_preparing_is_not_left_out(world: World) -> None:
    living = world.living()
    world.revise(world.saying("Bir."))
    living.prepare()
    world.revise(world.saying("İki."))
    assert living.catch_up()
    assert said(living) == "İki."
    assert not living.catch_up()


def test_two_processes_on_one_database_come_to_the_same(world: World, tmp_path: Path) -> None:
    here, other = world.living(), SqliteRecords(str(tmp_path / "mmbot.db"))
    there = Living(world.library, world.index.vocabulary, other.revisions, lambda *_: None, world.index)
    other.revisions.append(world.saying("Orada."), 0, AYSE, NOW, "")
    world.revise(world.saying("Burada."))
    assert here.catch_up()
    assert there.catch_up()
    assert here.library == there.library
    assert said(here) == "Burada."
    other.close()


def test_threads_may_try_and_catch_up_at_once(world: World) -> None:
    living = world.living()

    def work(number: int) -> str:
        if number % 5 == 0:
            world.records.revisions.append(replace(world.saying(f"{number}."), id=f"yeni-{number}"), 0, AYSE, NOW, "")
        living.catch_up()
        return living.trial(world.saying(f"{number}."))[0].entries["ornek-antlasmasi"].facts[0].says

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(work, range(30))) == [f"{number}." for number in range(30)]
    assert len(living.library.entries) == 7


def test_a_trial_on_the_whole_knowledge_answers_from_it(embedded: Prepared, tmp_path: Path) -> None:
    library, index = embedded
    records = SqliteRecords(str(tmp_path / "mmbot.db"))
    living = Living(library, index.vocabulary, records.revisions, lambda *_: None, index)
    entry = library.entries["moskova-antlasmasi"]
    made, tried = living.trial(replace(entry, title="Moskova Antlaşması (1921)"))
    assert len(made.facts) == len(library.facts)
    assert list(made.entries) == list(library.entries)
    assert made.title("moskova-antlasmasi") == "Moskova Antlaşması (1921)"
    assert tried.entries["moskova-antlasmasi"] is made.entries["moskova-antlasmasi"]
    records.close()


async def test_a_process_that_serves_learns_what_another_approved(world: World, tmp_path: Path) -> None:
    def learn(library: Library, index: Index) -> None:
        answering.learn(library, index)

    living = Living(world.library, world.index.vocabulary, world.records.revisions, learn, world.index)
    answering = Answering(living.library, living.index, lambda: NOW)
    moderation = Moderation(world.records, living, Policy())
    desk = Desk(answering, world.records, lambda: NOW, ZoneInfo("Europe/Istanbul"), SERVICES, moderation=moderation)
    stop, elsewhere = asyncio.Event(), SqliteRecords(str(tmp_path / "mmbot.db"))
    with ThreadPoolExecutor(1) as worker:
        serving = asyncio.create_task(Serving(desk, worker, {"telegram": Waiting()}, timing=Timing(revision=0.01)).run(stop))
        elsewhere.revisions.append(world.saying("Orada onaylandı."), 0, AYSE, NOW, "")
        async with asyncio.timeout(10):
            while answering.library is world.library:
                await asyncio.sleep(0.01)
        stop.set()
        await serving
    assert answering.library.entries["ornek-antlasmasi"].facts[0].says == "Orada onaylandı."
    assert answering.index is living.index
    elsewhere.close()


class Waiting:
    """A platform on which nothing happens."""

    async def run(self, stop: asyncio.Event) -> None:
        await stop.wait()

    async def send(self, place: str, reply: Reply) -> Delivered:
        raise AssertionError((place, reply))
