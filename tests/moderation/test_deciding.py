"""From a draft to what is live, and back: who may, who is quicker, what has changed meanwhile."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest

from fakes import FakeClock
from mmbot.model import Visitor
from mmbot.moderation import deciding, history, reviewing
from mmbot.moderation.golden import changed, questions_about
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.proposals import AlreadyDecided, Draft, StaleRevision
from mmbot.moderation.refusals import (
    CannotApply,
    Changed,
    Flawed,
    NoSuchProposal,
    NoSuchThing,
    NotAllowed,
    OwnProposal,
    ReasonMissing,
    Refusal,
    TooMany,
)
from mmbot.moderation.roles import Policy
from moderated import ANOTHER, MODERATOR, PAGE_1, PAGE_2, PROPOSER, SECOND, TREATY, World, change, fact, open_world, phrasing

NEW_ENTRY = Draft("entry", "yeni-yer", "", {"title": "Yeni Yer", "kind": "place", "says": "Yeni Yer bir yerdir."}, (PAGE_1,))


@pytest.fixture
def world(folder: Path, articles: Path, clock: FakeClock) -> Iterator[World]:
    yield from open_world(folder, articles, clock)


@pytest.fixture
def alone(folder: Path, articles: Path, clock: FakeClock) -> Iterator[World]:
    """Only one person moderates."""
    yield from open_world(folder, articles, clock, Policy(frozenset({"discord:42"})))


def approve(world: World, number: int, visitor: Visitor = MODERATOR, seen: str = "") -> deciding.Approved:
    made = deciding.approve(world.moderation, number, visitor, world.clock(), seen)
    world.moderation.living.catch_up()
    return made


def says(world: World, name: str = "imza-tarihi") -> str:
    return next(one.says for one in world.entry().facts if one.id == name)


# --- handing in


def test_what_is_handed_in_waits_and_changes_nothing(world: World) -> None:
    before = world.entry()
    handed = world.hand_in(fact())
    assert (handed.proposal.state, handed.proposal.revision, handed.checks.fine) == ("open", 0, True)
    assert world.entry() == before
    assert [one.proposal.id for one in reviewing.queue(world.moderation, world.clock())] == [handed.proposal.id]


def test_a_proposer_has_five_that_wait(world: World) -> None:
    handed = [world.hand_in(fact(f"Örnek Antlaşması {place}'ta imzalandı.")) for place in ("Kars", "Van", "Muş", "Bitlis", "Siirt")]
    with pytest.raises(TooMany, match="en çok 5"):
        world.hand_in(phrasing())
    deciding.withdraw(world.moderation, handed[0].proposal.id, PROPOSER, world.clock())
    world.hand_in(phrasing())


def test_a_proposer_has_ten_a_day_by_all_his_accounts(world: World) -> None:
    world.records.accounts.link(PROPOSER.person, ANOTHER.person)
    for number in range(10):
        visitor = PROPOSER if number % 2 else ANOTHER
        made = world.hand_in(phrasing(f"Soru {number} ne zaman?"), visitor)
        deciding.withdraw(world.moderation, made.proposal.id, visitor, world.clock())
    with pytest.raises(TooMany, match="Yarın"):
        world.hand_in(phrasing())
    world.clock.advance(days=1)
    world.hand_in(phrasing())


def test_moderators_are_not_counted(world: World) -> None:
    for number in range(12):
        world.hand_in(phrasing(f"Soru {number} ne zaman?"), MODERATOR)


ON_THE_18TH = {"says": "Örnek Antlaşması 18 Mart 1921'de imzalandı.", "answers": "when", "date": "1921-03-18"}


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        pytest.param(Draft("fact", TREATY, "", ON_THE_18TH, (PAGE_1,)), "dispute", id="fact-of-another-day"),
        pytest.param(
            Draft("change", TREATY, "imza-tarihi", ON_THE_18TH, (PAGE_1,)), "dispute", id="change-of-day-from-another-page"
        ),
        pytest.param(Draft("change", TREATY, "imza-tarihi", ON_THE_18TH), "change", id="change-of-day-on-the-page-that-was-cited"),
        pytest.param(replace(change("Örnek Antlaşması 16 Mart 1921'de bağıtlandı."), citations=(PAGE_1,)), "change", id="words"),
    ],
)
def test_what_contradicts_becomes_a_dispute_and_overwrites_nothing(world: World, draft: Draft, kind: str) -> None:
    handed = world.hand_in(draft)
    assert handed.proposal.draft.kind == kind
    if kind == "dispute":
        assert handed.disputes is not None
        assert handed.disputes.id == "imza-tarihi"
        assert "16 Mart 1921" in next(one.says for one in handed.entry.facts if one.id == "imza-tarihi")


# --- deciding


def test_an_approval_is_live_at_once_and_noted(world: World) -> None:
    number = world.hand_in(fact()).proposal.id
    approved = approve(world, number)
    assert says(world, "kars-imzalandi") == "Örnek Antlaşması Kars'ta imzalandı."
    assert world.desk.answering.library is world.moderation.library
    assert (approved.revision.number, approved.revision.by, approved.revision.why, approved.revision.proposal) == (
        1,
        MODERATOR.person,
        "Eksikti.",
        number,
    )
    decided = world.records.proposals.get(number)
    assert decided is not None
    assert (decided.state, decided.decided_by) == ("approved", MODERATOR.person)


def test_evidence_that_was_found_is_marked(world: World) -> None:
    approve(world, world.hand_in(fact()).proposal.id)
    assert world.entry().facts[-1].citations[0].verified


def test_what_has_a_flaw_is_not_approved_and_waits(world: World) -> None:
    number = world.hand_in(
        Draft(
            "fact",
            TREATY,
            "",
            {"says": "Sovyetler Birliği 16 Mart 1921'de imzaladı.", "answers": "when", "date": "1921-03-16"},
            (PAGE_2,),
        )
    ).proposal.id
    with pytest.raises(Flawed, match="Sovyet Rusya yazın"):
        approve(world, number)
    assert [one.proposal.id for one in reviewing.queue(world.moderation, world.clock())] == [number]
    assert world.moderation.living.number(TREATY) == 0


@pytest.mark.parametrize("linked", [False, True], ids=["same-account", "linked-account"])
def test_nobody_approves_his_own(world: World, linked: bool) -> None:
    visitor = ANOTHER if linked else MODERATOR
    number = world.hand_in(fact(), visitor).proposal.id
    if linked:
        world.records.accounts.link(ANOTHER.person, MODERATOR.person)
    with pytest.raises(OwnProposal, match="başka bir moderatör"):
        approve(world, number)
    approve(world, number, SECOND)


def test_who_moderates_alone_approves_his_own(alone: World) -> None:
    approve(alone, alone.hand_in(fact(), MODERATOR).proposal.id)


def test_rejecting_takes_a_reason(world: World) -> None:
    number = world.hand_in(fact()).proposal.id
    with pytest.raises(ReasonMissing):
        deciding.reject(world.moderation, number, MODERATOR, world.clock(), "  ")
    rejected = deciding.reject(world.moderation, number, MODERATOR, world.clock(), "Kaynakta yok.")
    assert (rejected.state, rejected.note) == ("rejected", "Kaynakta yok.")
    assert world.moderation.living.number(TREATY) == 0


def test_a_postponed_one_goes_to_the_end_and_can_be_approved(world: World) -> None:
    first, second = world.hand_in(fact()).proposal.id, world.hand_in(phrasing()).proposal.id
    deciding.postpone(world.moderation, first, MODERATOR, world.clock(), "Kaynağa bakılacak.")
    assert [one.proposal.id for one in reviewing.queue(world.moderation, world.clock())] == [second, first]
    approve(world, first)


def test_only_the_proposer_withdraws(world: World) -> None:
    number = world.hand_in(fact()).proposal.id
    with pytest.raises(Refusal, match="yalnız veren"):
        deciding.withdraw(world.moderation, number, ANOTHER, world.clock())
    assert deciding.withdraw(world.moderation, number, PROPOSER, world.clock()).state == "withdrawn"
    with pytest.raises(AlreadyDecided):
        deciding.withdraw(world.moderation, number, PROPOSER, world.clock())


DECISIONS: dict[str, Callable[[World, int, Visitor], object]] = {
    "approve": lambda world, number, visitor: deciding.approve(world.moderation, number, visitor, world.clock()),
    "reject": lambda world, number, visitor: deciding.reject(world.moderation, number, visitor, world.clock(), "Hayır."),
    "postpone": lambda world, number, visitor: deciding.postpone(world.moderation, number, visitor, world.clock()),
    "amend": lambda world, number, visitor: deciding.amend(world.moderation, number, fact(), visitor),
    "rebase": lambda world, number, visitor: deciding.rebase(world.moderation, number, visitor),
}


@pytest.mark.parametrize("decision", DECISIONS)
def test_only_moderators_decide_what_is_there_and_waits(world: World, decision: str) -> None:
    number = world.hand_in(fact()).proposal.id
    with pytest.raises(NotAllowed):
        DECISIONS[decision](world, number, PROPOSER)
    with pytest.raises(NotAllowed, match="özel mesajla"):
        DECISIONS[decision](world, number, replace(MODERATOR, anonymous=True))
    with pytest.raises(NoSuchProposal, match="/inceleme"):
        DECISIONS[decision](world, 99, MODERATOR)
    deciding.reject(world.moderation, number, SECOND, world.clock(), "Olmaz.")
    with pytest.raises(AlreadyDecided) as told:
        DECISIONS[decision](world, number, MODERATOR)
    assert (told.value.proposal.decided_by, told.value.proposal.note) == (SECOND.person, "Olmaz.")


def test_what_was_edited_meanwhile_is_not_approved_unseen(world: World) -> None:
    proposal = world.hand_in(fact()).proposal
    seen = deciding.mark(proposal)
    amended = deciding.amend(world.moderation, proposal.id, fact("Örnek Antlaşması Van'da imzalandı."), SECOND)
    assert deciding.mark(amended) != seen
    with pytest.raises(Changed, match="siz bakarken"):
        approve(world, proposal.id, seen=seen)
    approve(world, proposal.id, seen=deciding.mark(amended))
    assert says(world, "van-imzalandi")


def test_a_stale_proposal_is_shown_with_both_states_and_carried_over(world: World) -> None:
    mine, other = (
        world.hand_in(change("Örnek Antlaşması tam 16 Mart 1921'de imzalandı.")).proposal,
        world.hand_in(phrasing()).proposal,
    )
    approve(world, other.id)
    with pytest.raises(StaleRevision) as stale:
        approve(world, mine.id)
    assert (stale.value.seen, stale.value.now) == (0, 1)
    shown = reviewing.card(world.moderation, mine.id)
    assert shown.stale is not None
    assert (shown.stale.seen, shown.stale.now) == (0, 1)
    assert [field.field for one in shown.stale.meanwhile for field in one.fields] == ["questions"]
    assert [field.field for one in shown.differences for field in one.fields] == ["says"]
    deciding.rebase(world.moderation, mine.id, MODERATOR)
    approve(world, mine.id)
    found = next(one for one in world.entry().facts if one.id == "imza-tarihi")
    assert "tam 16 Mart" in found.says
    assert len(found.questions) == 2, "the other's work is still there"


def test_what_does_not_apply_any_more_says_so_and_is_kept(world: World) -> None:
    again = world.hand_in(phrasing("Hangi gün bağıtlandı?")).proposal
    approve(world, world.hand_in(phrasing("Hangi gün bağıtlandı?"), ANOTHER).proposal.id)
    with pytest.raises(CannotApply, match="zaten var"):
        deciding.rebase(world.moderation, again.id, MODERATOR)
    assert "zaten var" in reviewing.card(world.moderation, again.id).refusal
    assert world.records.proposals.get(again.id) == again


def test_two_moderators_at_once(folder: Path, articles: Path, clock: FakeClock) -> None:
    """Two processes on one database: one wins, the other is told who and what."""
    (one, two) = (next(open_world(folder, articles, clock)) for _ in range(2))
    barrier = Barrier(2)

    def press(world: World, number: int, visitor: Visitor) -> str:
        ready = deciding.ready(world.moderation, number, visitor)
        barrier.wait()
        try:
            deciding.carry_out(world.moderation, ready, visitor, clock())
        except (AlreadyDecided, StaleRevision) as error:
            return type(error).__name__
        return "approved"

    with ThreadPoolExecutor(2) as pool:
        for round_ in range(5):
            clock.advance(days=2)
            same = one.hand_in(phrasing(f"Aynı {round_} ne zaman?"), ANOTHER).proposal.id
            assert sorted(pool.map(press, (one, two), (same, same), (MODERATOR, SECOND))) == ["AlreadyDecided", "approved"]
            left, right = (one.hand_in(phrasing(f"{name} {round_} ne zaman?"), ANOTHER).proposal.id for name in ("Sol", "Sağ"))
            assert sorted(pool.map(press, (one, two), (left, right), (MODERATOR, SECOND))) == ["StaleRevision", "approved"]
            waiting = [proposal.id for proposal in one.records.proposals.queue()]
            assert len(waiting) == 1
            deciding.rebase(one.moderation, waiting[0], MODERATOR)
            deciding.approve(one.moderation, waiting[0], MODERATOR, clock())
    for world in (one, two):
        world.moderation.living.catch_up()
        assert world.moderation.living.number(TREATY) == 15
        world.records.close()


# --- undoing


def test_undo_is_a_new_revision_and_can_be_undone(world: World) -> None:
    before = world.entry()
    approve(world, world.hand_in(fact()).proposal.id)
    after = world.entry()
    for number, state in ((2, before), (3, after), (4, before)):
        made = history.undo(world.moderation, TREATY, MODERATOR, world.clock(), seen=number - 1)
        world.moderation.living.catch_up()
        assert (made.number, made.why, world.entry()) == (number, f"{number - 1}. sürüm geri alındı.", state)
    steps = history.history(world.moderation, TREATY)
    assert [step.revision.number for step in steps] == [4, 3, 2, 1]
    assert [step.differences[0].kind for step in steps] == ["removed", "added", "removed", "added"]


def test_back_to_any_state(world: World) -> None:
    before = world.entry()
    for question in ("Bir mi?", "İki mi?", "Üç mü?"):
        approve(world, world.hand_in(phrasing(question)).proposal.id)
    history.undo(world.moderation, TREATY, MODERATOR, world.clock(), seen=3, to=1)
    world.moderation.living.catch_up()
    assert world.entry().facts[1].questions[-1] == "Bir mi?"
    history.undo(world.moderation, TREATY, MODERATOR, world.clock(), seen=4, to=0)
    world.moderation.living.catch_up()
    assert world.entry() == before


def test_undoing_the_making_of_an_entry_takes_it_out_and_loses_nothing(world: World) -> None:
    approve(world, world.hand_in(NEW_ENTRY).proposal.id)
    assert "yeni-yer" in world.moderation.library.entries
    history.undo(world.moderation, "yeni-yer", MODERATOR, world.clock(), seen=1)
    world.moderation.living.catch_up()
    assert "yeni-yer" not in world.moderation.library.entries
    assert [step.revision.number for step in history.history(world.moderation, "yeni-yer")] == [2, 1]
    history.undo(world.moderation, "yeni-yer", MODERATOR, world.clock(), seen=2)
    world.moderation.living.catch_up()
    assert "yeni-yer" in world.moderation.library.entries


def test_what_others_lean_on_is_not_taken_out(world: World) -> None:
    approve(world, world.hand_in(NEW_ENTRY).proposal.id)
    approve(world, world.hand_in(fact(about="yeni-yer")).proposal.id)
    with pytest.raises(Flawed, match="“yeni-yer” diye bir madde yok"):
        history.undo(world.moderation, "yeni-yer", MODERATOR, world.clock(), seen=1)


def test_undo_is_refused_where_there_is_nothing_or_something_newer(world: World) -> None:
    with pytest.raises(NoSuchThing, match="ilk hâlinde"):
        history.undo(world.moderation, TREATY, MODERATOR, world.clock(), seen=0)
    approve(world, world.hand_in(phrasing()).proposal.id)
    approve(world, world.hand_in(fact()).proposal.id)
    with pytest.raises(StaleRevision):
        history.undo(world.moderation, TREATY, MODERATOR, world.clock(), seen=1)
    with pytest.raises(NotAllowed):
        history.undo(world.moderation, TREATY, PROPOSER, world.clock(), seen=2)
    with pytest.raises(NoSuchThing, match=r"9\. sürümü yok"):
        history.undo(world.moderation, TREATY, MODERATOR, world.clock(), seen=2, to=9)
    with pytest.raises(Refusal, match="zaten şimdiki"):
        history.undo(world.moderation, TREATY, MODERATOR, world.clock(), seen=2, to=2)


# --- what a card tells


def test_a_card_shows_what_a_chat_will_show(world: World) -> None:
    number = world.hand_in(fact()).proposal.id
    world.clock.advance(hours=3)
    shown = reviewing.card(world.moderation, number)
    assert reviewing.queue(world.moderation, world.clock())[0].age == timedelta(hours=3)
    (preview,) = shown.previews
    assert [(block.role, block.text) for block in preview.blocks] == [
        ("answer", "Örnek Antlaşması Kars'ta imzalandı."),
        ("citation", "Kaynak: Örnek 2000, s. 1 ✔"),
    ]
    assert (shown.title, shown.refusal, shown.stale, shown.checks.fine) == ("Örnek Antlaşması", "", None, True)


def test_what_disputes_is_shown_as_it_will_be_told_behind_what_leads(world: World) -> None:
    world.hand_in(Draft("fact", TREATY, "", ON_THE_18TH, (PAGE_1,)))
    (preview,) = reviewing.card(world.moderation, 1).previews
    assert preview.fact.id == "imza-tarihi"
    assert preview.blocks[0].text == "Örnek Antlaşması 16 Mart 1921'de imzalandı."
    assert "18 Mart 1921" in preview.blocks[1].text


def test_what_is_answered_now_is_asked_once_for_all_proposals(world: World) -> None:
    for draft in (
        change("Örnek Antlaşması tam 16 Mart 1921'de imzalandı."),
        change("Örnek Antlaşması 16 Mart 1921 günü imzalandı."),
    ):
        world.hand_in(draft)
    first, second = (reviewing.card(world.moderation, number) for number in (1, 2))
    found = reviewing.golden_changes(world.moderation, first, 50)
    question = "Örnek Antlaşması ne zaman imzalandı?"
    assert question in {one.question for one in found}
    world.moderation.foreseen.standing(world.moderation.library)[question] = ((), "as remembered")
    again = {one.question: one.before for one in reviewing.golden_changes(world.moderation, second, 50)}
    assert again[question] == "as remembered"
    assert reviewing.golden_changes(world.moderation, first, 50) is found, "and what was worked out is remembered"


def test_golden_questions_tell_which_answers_change(world: World, moderation_questions: tuple[str, ...]) -> None:
    world.moderation.golden = moderation_questions
    shown = reviewing.card(world.moderation, world.hand_in(fact()).proposal.id)
    found = reviewing.golden_changes(world.moderation, shown, 50)
    (only,) = [one for one in found if not one.reworded]
    assert only.question == "Örnek Antlaşması nerede imzalandı?"
    assert "yanıtını bulamadım" in only.before
    assert "Kars'ta imzalandı" in only.after
    reworded = reviewing.card(
        world.moderation, world.hand_in(change("Örnek Antlaşması tam 16 Mart 1921'de imzalandı."), ANOTHER).proposal.id
    )
    assert [(one.question, one.reworded) for one in reviewing.golden_changes(world.moderation, reworded, 50)] == [
        ("Örnek Antlaşması ne zaman imzalandı?", True)
    ]


@pytest.fixture
def moderation_questions() -> tuple[str, ...]:
    return ("Örnek Kongresi kaç gün sürdü?", "Sevr ne zaman imzalandı?")


def test_golden_work_is_bounded(world: World) -> None:
    now = (world.moderation.library, world.moderation.living.index)
    assert changed(now, now, (f"Soru {number} nedir?" for number in range(400))) == []
    assert "Örnek Kongresi nedir?" in questions_about(world.moderation.library, world.entry())


def test_a_moderator_far_away_sees_it_after_catching_up(world: World, folder: Path, articles: Path, clock: FakeClock) -> None:
    elsewhere: Moderation = next(opened := open_world(folder, articles, clock)).moderation
    approve(world, world.hand_in(fact()).proposal.id)
    assert elsewhere.living.number(TREATY) == 0
    assert elsewhere.living.catch_up()
    assert elsewhere.living.entry(TREATY) == world.entry()
    opened.close()
