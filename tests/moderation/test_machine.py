"""Whatever people do in whatever order, what is live is what replaying the history gives."""

import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from fakes import FakeClock
from mmbot.model import Entry, Visitor
from mmbot.moderation import deciding, history
from mmbot.moderation.proposals import AlreadyDecided, Draft, StaleRevision
from mmbot.moderation.refusals import CannotApply, Flawed, NoSuchThing, Refusal, TooMany
from moderated import ANOTHER, MODERATOR, PAGE_1, PAGE_2, PROPOSER, SECOND, TREATY, World, fact, open_world, phrasing

PLACES = ("Kars", "Van", "Muş")
VISITORS = st.sampled_from((PROPOSER, ANOTHER, MODERATOR, SECOND))
MODERATORS = st.sampled_from((MODERATOR, SECOND))
DRAFTS = st.one_of(
    st.sampled_from(PLACES).map(lambda place: fact(f"Örnek Antlaşması {place}'ta imzalandı.", questions="")),
    st.integers(1, 5).map(lambda number: phrasing(f"Soru {number} ne zaman?")),
    st.integers(1, 9).map(
        lambda day: Draft(
            "fact",
            TREATY,
            "",
            {"says": f"Örnek Antlaşması {day} Mart 1921'de imzalandı.", "answers": "when", "date": f"1921-03-0{day}"},
            (PAGE_2,),
        )
    ),
    st.sampled_from(("tanim", "imza-tarihi", "kars-imzalandi")).map(
        lambda name: Draft("change", TREATY, name, {"says_en": f"In English: {name}."})
    ),
    st.sampled_from(("tanim", "imza-tarihi", "kars-imzalandi")).map(
        lambda name: Draft(
            "deprecation", TREATY, name, {"note_says": "Doğrusu başka.", "note_reference": "genel kabul"}, (), "Yanlış."
        )
    ),
    st.sampled_from(PLACES).map(
        lambda place: Draft(
            "entry", f"yer-{len(place)}", "", {"title": place, "kind": "place", "says": f"{place} bir yerdir."}, (PAGE_1,)
        )
    ),
)


class Moderating(RuleBasedStateMachine):
    """Two processes on one database: *world* acts, *mirror* only looks."""

    template: ClassVar[Path]

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        knowledge = self.folder / "knowledge"
        shutil.copytree(self.template, knowledge)
        clock = FakeClock(datetime(2026, 3, 16, 9, tzinfo=UTC))
        self.world: World = next(open_world(knowledge, None, clock))
        self.mirror: World = next(open_world(knowledge, None, clock))
        self.base = dict(self.world.moderation.library.entries)
        self.replayed: dict[str, list[Entry]] = {}

    def teardown(self) -> None:
        if hasattr(self, "world"):
            self.world.records.close()
            self.mirror.records.close()
            shutil.rmtree(self.folder)

    def note(self, entry: Entry) -> None:
        self.replayed.setdefault(entry.id, []).append(entry)
        self.world.moderation.living.catch_up()

    @rule(draft=DRAFTS, visitor=VISITORS)
    def propose(self, draft: Draft, visitor: Visitor) -> None:
        self.world.clock.advance(hours=3)
        with suppress(CannotApply, TooMany):
            self.world.hand_in(draft, visitor)

    @precondition(lambda self: self.world.records.proposals.queue())
    @rule(data=st.data(), visitor=MODERATORS)
    def approve(self, data: st.DataObject, visitor: Visitor) -> None:
        number = data.draw(st.sampled_from([one.id for one in self.world.records.proposals.queue()]))
        before = dict(self.world.moderation.library.entries)
        try:
            made = deciding.approve(self.world.moderation, number, visitor, self.world.clock())
        except StaleRevision:
            with suppress(CannotApply):
                deciding.rebase(self.world.moderation, number, visitor)
            assert dict(self.world.moderation.library.entries) == before
        except Refusal:
            assert dict(self.world.moderation.library.entries) == before
        else:
            self.note(made.revision.entry)

    @precondition(lambda self: self.world.records.proposals.queue())
    @rule(data=st.data(), how=st.sampled_from(("reject", "postpone")))
    def refuse(self, data: st.DataObject, how: str) -> None:
        number = data.draw(st.sampled_from([one.id for one in self.world.records.proposals.queue()]))
        if how == "reject":
            deciding.reject(self.world.moderation, number, MODERATOR, self.world.clock(), "Hayır.")
            assert deciding.find(self.world.moderation, number).state == "rejected"
        else:
            with suppress(AlreadyDecided):
                deciding.postpone(self.world.moderation, number, MODERATOR, self.world.clock())

    @precondition(lambda self: self.replayed)
    @rule(data=st.data(), visitor=MODERATORS)
    def undo(self, data: st.DataObject, visitor: Visitor) -> None:
        entry = data.draw(st.sampled_from(sorted(self.replayed)))
        number = self.world.moderation.living.number(entry)
        to = data.draw(st.integers(0, number))
        former = self.replayed[entry][to - 1] if to else self.base.get(entry) or replace(self.replayed[entry][-1], facts=())
        with suppress(Flawed, NoSuchThing, Refusal):
            made = history.undo(self.world.moderation, entry, visitor, self.world.clock(), seen=number, to=to)
            assert made.entry == former
            self.note(made.entry)

    @invariant()
    def what_is_live_is_the_replayed_history(self) -> None:
        if not hasattr(self, "world"):
            return
        wanted = dict(self.base) | {entry: states[-1] for entry, states in self.replayed.items()}
        wanted = {name: entry for name, entry in wanted.items() if entry.facts}
        self.mirror.moderation.living.catch_up()
        assert dict(self.world.moderation.library.entries) == wanted
        assert dict(self.mirror.moderation.library.entries) == wanted

    @invariant()
    def no_state_is_ever_lost(self) -> None:
        if not hasattr(self, "world"):
            return
        for entry, states in self.replayed.items():
            kept = self.world.records.revisions.of(entry)
            assert [revision.entry for revision in reversed(kept)] == states
            assert [revision.number for revision in reversed(kept)] == list(range(1, len(states) + 1))

    @invariant()
    def every_statement_that_is_live_has_a_citation(self) -> None:
        if hasattr(self, "world"):
            assert all(one.citations and one.answers for one in self.world.moderation.library.facts.values())


def test_what_is_live_is_always_the_replayed_history(folder: Path) -> None:
    Moderating.template = folder
    bounds = settings(
        max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
    )
    run_state_machine_as_test(Moderating, settings=bounds)
