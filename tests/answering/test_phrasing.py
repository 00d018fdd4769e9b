"""What is offered reads well: short, whole questions in written Turkish that say what they are about."""

from pathlib import Path

import pytest

from fakes import FakeClock
from mmbot.answering.conversation import Answering
from mmbot.answering.decide import decide
from mmbot.answering.phrasing import choices, question_for
from mmbot.answering.well_put import is_well_put, names_something
from mmbot.app import Prepared, prepare
from mmbot.matching.ranking import Ranked
from mmbot.model import DEFINITION, Ambiguous, Answered, Person, Question, Unknown


@pytest.mark.parametrize(
    ("question", "well"),
    [
        pytest.param("Kars Antlaşması nerede imzalandı?", True, id="plain"),
        pytest.param("26 Nisan 1920 mektubu kime yazıldı?", True, id="begins-with-a-date"),
        pytest.param("Çiçerin iş birliği için ne yazdı?", True, id="is-that-is-no-english"),
        pytest.param("hocam Kars Antlaşması nerede imzalandı?", False, id="small-letter"),
        pytest.param("Kars Antlaşması nerede imzalandı", False, id="no-mark"),
        pytest.param("Kars Antlaşması Kars'ta mıydı acaba?", False, id="chatty"),
        pytest.param("Stalin'in asıl adı neymiş?", False, id="hearsay"),
        pytest.param("Where was the Treaty of Kars signed?", False, id="english"),
        pytest.param("Kars Antlasmasi nerede imzalandi?", False, id="lost-letters"),
        pytest.param("Kars Antlaşması nerede, ne zaman?", False, id="two-at-once"),
        pytest.param("Kars Antlaşması " + "uzun uzun " * 6 + "nerede?", False, id="long"),
    ],
)
def test_what_can_be_offered(question: str, well: bool) -> None:
    assert is_well_put(question, beside=["Kars Antlaşması", "Kars Antlaşması Kars'ta imzalandı."]) is well


def test_every_fact_is_offered_by_a_question_that_reads_well(embedded: Prepared) -> None:
    library, _ = embedded
    facts = [fact for fact in library.facts.values() if fact.id != DEFINITION]
    offered = {fact.name: question_for(library, fact) for fact in facts}
    assert [name for name, question in offered.items() if not is_well_put(question)] == []
    nameless = [
        name for name, question in offered.items() if not names_something(question, library.entries[name.split("/")[0]].names)
    ]
    assert len(nameless) <= len(facts) // 50, nameless


def test_an_open_question_is_offered_before_one_of_yes_or_no(embedded: Prepared) -> None:
    library, _ = embedded
    assert question_for(library, library.facts["moskova-antlasmasi/imza-tarihi"]) == "Moskova Antlaşması ne zaman imzalandı?"


def test_two_facts_of_one_entry_are_offered_only_where_that_is_wanted(embedded: Prepared) -> None:
    library, _ = embedded
    both = [Ranked(library.facts[f"kars-antlasmasi/{name}"], 1.0) for name in ("imza-tarihi", "yer")]
    assert len(choices(library, both, count=2)) == 1
    assert len(choices(library, both, count=2, of_one_entry=True)) == 2


@pytest.mark.parametrize(
    ("question", "reason", "words"),
    [
        pytest.param("hava nasıl", "far", (), id="the-weather"),
        pytest.param("ödevimi yap", "far", (), id="homework"),
        pytest.param("Fatih Sultan Mehmet kimdir?", "no-entry", ("Fatih Sultan Mehmet",), id="somebody-unknown"),
        pytest.param("kim imzaladı", "no-subject", (), id="who-signed-what"),
        pytest.param("neden?", "no-subject", (), id="why-what"),
        pytest.param("Galatasaray kaç gol attı", "words", ("Galatasaray", "gol"), id="words"),
    ],
)
def test_a_refusal_says_what_is_missing(embedded: Prepared, question: str, reason: str, words: tuple[str, ...]) -> None:
    declined = decide(*embedded, question).answer
    assert isinstance(declined, Unknown)
    assert (declined.reason, declined.words) == (reason, words)
    if reason != "words":
        assert declined.nearest[0].text == "Moskova Antlaşması ne zaman imzalandı?", "nothing is near, so examples"


def test_of_what_is_named_its_own_facts_are_offered(embedded: Prepared) -> None:
    declined = decide(*embedded, "Atatürk'ün annesi kimdi?").answer
    assert isinstance(declined, Unknown)
    assert {choice.fact.split("/")[0] for choice in declined.nearest} == {"mustafa-kemal-ataturk"}


def test_nobody_is_asked_back_with_one_choice(embedded: Prepared) -> None:
    asked = decide(*embedded, "şu moskovadaki antlaşmaya hangi kişiler imza atmıştı").answer
    assert not isinstance(asked, Ambiguous) or len(asked.choices) > 1


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("peki kars", "Sorunuzu şöyle anladım: Kars Antlaşması ne zaman imzalandı?", id="a-name"),
        pytest.param("peki ya kars andlaşması", "Sorunuzu şöyle anladım: Kars Andlaşması ne zaman imzalandı?", id="another-noun"),
        pytest.param("ya gümrü'nün", "Sorunuzu şöyle anladım: Gümrü Antlaşması ne zaman imzalandı?", id="a-suffix"),
        pytest.param("peki lozan barışı", "Sorunuzu şöyle anladım: Lozan Barışı ne zaman imzalandı?", id="a-peace"),
    ],
)
def test_a_follow_up_is_shown_as_one_writes_it(embedded: Prepared, clock: FakeClock, typed: str, shown: str) -> None:
    answering = Answering(*embedded, clock)
    ayse = Person("telegram", "7")
    answering.answer(Question("Moskova Antlaşması ne zaman imzalandı?", ayse, "sohbet"))
    answer = answering.answer(Question(typed, ayse, "sohbet")).answer
    assert isinstance(answer, Answered)
    assert answer.remark == shown


def test_a_mended_question_is_shown_as_it_is_offered(embedded: Prepared) -> None:
    answer = decide(*embedded, "hocam gumrü antlaşmasna kimlr imza atmşti").answer
    assert isinstance(answer, Answered)
    assert is_well_put(answer.remark.removeprefix("Sorunuzu şöyle anladım: "))


def test_what_is_offered_is_answered_when_asked_however_often(folder: Path, clock: FakeClock) -> None:
    answering, ayse = Answering(*prepare(folder), clock), Person("telegram", "7")
    answers = [answering.answer(Question("Örnek Antlaşması nedir?", ayse, "sohbet")).answer for _ in range(3)]
    assert isinstance(answers[0], Answered)
    assert answers[1:] == answers[:2]
