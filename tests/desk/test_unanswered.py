"""“/yanıtsız”: what people asked in vain becomes a phrasing, a new fact, or is ignored for good."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fakes import FakeClock
from mmbot.desk import dispatch, verdicts
from mmbot.desk.presses import pressed, token
from moderated import ANOTHER, MODERATOR, PROPOSER, SECOND, TREATY, World, button, fact, labels, open_world, said


@pytest.fixture
def world(folder: Path, articles: Path, clock: FakeClock) -> Iterator[World]:
    yield from open_world(folder, articles, clock)


def test_where_nothing_is_unanswered_that_is_said(world: World) -> None:
    assert said(world.run("yanıtsız")) == "Yanıtsız soru yok."


def test_clusters_with_counts_the_most_wanted_first(world: World) -> None:
    for text in ("Sevr ne zaman imzalandı?", "sevr ne zaman imzalandi", "Sevr ne zaman imzalandı acaba?", "Lozan nerede?"):
        asked = world.ask(text)
    world.press(asked, "Moderatörlere ilet", PROPOSER)
    told = said(world.run("yanıtsız")).splitlines()
    assert told[0].startswith("Yanıtsız sorular (2 küme)")
    assert told[1] == "• “lozan nerede” – 1 kez · 1 kez iletildi"
    assert told[2] == "• “sevr ne zaman imzalandi” – 3 kez"
    card = world.press(world.run("yanıtsız"), "sevr")
    assert "Öbür soruluşları: “sevr ne zaman imzalandi acaba”" in said(card)
    assert "lozan" in said(world.press(card, "Sonraki"))


def test_what_was_ignored_does_not_come_again(world: World) -> None:
    world.ask("Sevr ne zaman imzalandı?")
    card = world.press(world.run("yanıtsız"), "sevr")
    assert "bir daha gösterilmeyecek" in said(world.press(card, "Yok say"))
    world.ask("Sevr ne zaman imzalandı?")
    assert said(world.run("yanıtsız")) == "Yanıtsız soru yok."
    for label in ("Soru biçimi", "Yok say"):
        assert "artık listede yok" in said(world.press(card, label))


def test_made_a_phrasing_and_those_who_wait_are_told_once(world: World) -> None:
    world.press(world.ask("Misak ne vakit bağıtlandı?", ANOTHER), "Yanıtlanınca", ANOTHER)
    near = world.press(world.press(world.run("yanıtsız"), "misak"), "Soru biçimi")
    form = dispatch.press(world.desk, pressed("propose", "phrasing", token(f"{TREATY}/imza-tarihi"), 1), MODERATOR)
    assert button(near, "Başka bir bilgi")
    assert form.form is not None
    assert form.form.values == {"questions": "Misak ne vakit bagitlandi?"}
    hint = form.form.fields[0].hint
    assert "yazımı denetleyin" in hint
    assert "misak, vakit, bagitlandi" in hint, "which words nobody could spell"
    world.submit(form, {"questions": "Misak ne vakit bağıtlandı?"}, MODERATOR)
    proposal = world.records.proposals.get(1)
    assert proposal is not None
    assert proposal.misses == (1,)
    world.press(world.run("inceleme", "1", SECOND), "Onayla", SECOND)
    assert ("discord:5", True) in [(place, "16 Mart 1921'de imzalandı" in text) for place, text in world.letters()]
    assert world.records.misses.open() == []


def test_made_a_new_fact(world: World) -> None:
    world.ask("Sevr ne zaman imzalandı?")
    found = world.press(world.press(world.run("yanıtsız"), "sevr"), "Yeni bilgi")
    form = world.submit(found, {"about": "Örnek Antlaşması"}, MODERATOR)
    assert form.form is not None
    assert form.form.values == {"questions": "Sevr ne zaman imzalandı?"}
    values = {"says": "Örnek Antlaşması Kars'ta imzalandı", "asked": "nerede", "source": "Örnek, s. 1", "evidence": "örnek"}
    world.submit(form, values, MODERATOR)
    proposal = world.records.proposals.get(1)
    assert proposal is not None
    assert (proposal.misses, proposal.draft.kind) == ((1,), "fact")


def test_another_fact_than_those_near(world: World) -> None:
    world.ask("Sevr ne zaman imzalandı?")
    near = world.press(world.press(world.run("yanıtsız"), "sevr"), "Soru biçimi")
    assert len(labels(near)) <= 6
    form = world.submit(world.press(near, "Başka bir bilgi"), {"about": f"{TREATY}/imza-tarihi"}, MODERATOR)
    assert form.form is not None
    assert form.form.id == f"propose:phrasing:{token(f'{TREATY}/imza-tarihi')}:1"


def test_of_many_unanswered_questions_only_those_are_asked_again_that_are_about_what_is_new(world: World) -> None:
    """An approval is made where everybody is answered: it may not ask thousands of questions."""
    for number in range(300):
        world.records.misses.note(f"sevr {number} nerede imzalandi", "", world.clock())
    wanted = world.records.misses.note("ornek antlasmasi nerede imzalandi", "", world.clock())
    misses = world.records.misses.open()
    verdicts.approve(world.desk, world.hand_in(fact()).proposal.id, MODERATOR)
    asked = verdicts.perhaps_answered(misses, world.entry(), world.entry().facts[-1:])
    assert asked[0].id == wanted
    assert len(asked) <= verdicts.MOST_MISSES
    assert wanted not in {miss.id for miss in world.records.misses.open()}
    assert len(world.records.misses.open()) == 300


def test_what_others_asked_is_not_shown_to_proposers(world: World) -> None:
    world.ask("Sevr ne zaman imzalandı?", ANOTHER)
    forged = dispatch.press(world.desk, pressed("propose", "phrasing", token(f"{TREATY}/imza-tarihi"), 1), PROPOSER)
    assert forged.form is not None
    assert not forged.form.values
    world.submit(forged, {"questions": "Hangi gün?"}, PROPOSER)
    proposal = world.records.proposals.get(1)
    assert proposal is not None
    assert proposal.misses == ()
