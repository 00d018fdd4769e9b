"""A decision that was made once is not made again: not for other knowledge, and not for a follow-up to something else."""

from dataclasses import replace
from datetime import date

import pytest

from fakes import FakeClock
from mmbot.answering import decided
from mmbot.answering.conversation import Answering
from mmbot.answering.decide import decide
from mmbot.answering.decided import Decided
from mmbot.answering.decision import Decision
from mmbot.app import Prepared
from mmbot.knowledge.library import Library
from mmbot.matching.index import Index
from mmbot.model import Answered, Person, Question

TODAY = date(2026, 11, 21)
WHEN = "Moskova Antlaşması ne zaman imzalandı?"
QUESTIONS = (
    WHEN,
    "moskova antlaşması nedir",
    "Fenerbahçe ne zaman kuruldu?",
    "Türk Komünist Fırkası nedir?",
    "merhaba",
    "",
    "Kars ile Moskova arası kaç gün?",
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are worked out, in their order."""
    texts: list[str] = []

    def noted(library: Library, index: Index, text: str, today: date) -> Decision:
        texts.append(text)
        return decide(library, index, text, today)

    monkeypatch.setattr(decided, "decide", noted)
    return texts


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_is_kept_is_what_would_be_decided_anew(embedded: Prepared, asked: list[str], text: str) -> None:
    kept, new = Decided(*embedded, lambda: TODAY), decide(*embedded, text, TODAY)
    for found in (kept(text), kept(text)):
        assert (found.answer, found.entries, found.sure, found.about) == (new.answer, new.entries, new.sure, new.about)
    assert asked == [text]


def test_texts_that_differ_in_anything_are_not_mixed_up(embedded: Prepared, asked: list[str]) -> None:
    kept = Decided(*embedded, lambda: TODAY)
    texts = [WHEN, WHEN.removesuffix("?"), WHEN.replace("Moskova", "moskova"), f"{WHEN} ", "\ud800", "\ud801"]
    for text in texts:
        kept(text)
    assert asked == texts


def test_another_day_is_another_question(embedded: Prepared, asked: list[str]) -> None:
    days = [TODAY, TODAY, TODAY.replace(year=2027)]
    kept = Decided(*embedded, lambda: days.pop(0))
    answers = [kept("Kars Antlaşması'nın üzerinden kaç yıl geçti?").answer for _ in range(3)]
    assert answers[0] == answers[1] != answers[2]
    assert len(asked) == 2


def test_it_goes_with_the_knowledge(embedded: Prepared, clock: FakeClock) -> None:
    library, index = embedded
    answering, question = Answering(library, index, clock), Question(WHEN)
    said = _says(answering.answer(question))
    entry = library.entries["moskova-antlasmasi"]
    facts = tuple(replace(fact, says="Başka türlü.") for fact in entry.facts)
    other = Library({**library.entries, entry.id: replace(entry, facts=facts)}, library.sources)
    answering.learn(other, Index(other.entries.values(), index.vocabulary, index))
    assert said != _says(answering.answer(question)) == "Başka türlü."


def test_a_follow_up_is_kept_apart_from_the_same_words_after_something_else(answering: Answering) -> None:
    def after(first: str, person: str) -> Decision:
        answering.answer(Question(first, Person("telegram", person), "sohbet"))
        return answering.answer(Question("peki nerede imzalandı?", Person("telegram", person), "sohbet"))

    moscow, kars = after(WHEN, "1"), after("Kars Antlaşması ne zaman imzalandı?", "2")
    again = after(WHEN, "3")
    alone = answering.answer(Question("peki nerede imzalandı?", Person("telegram", "4"), "sohbet"))
    assert moscow.entries == again.entries == ("moskova-antlasmasi",)
    assert kars.entries == ("kars-antlasmasi",)
    assert not isinstance(alone.answer, Answered)


def test_only_the_last_ones_are_kept(embedded: Prepared, asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decided, "MOST", 2)
    kept = Decided(*embedded, lambda: TODAY)
    for text in ("bir", "iki", "bir", "üç", "bir", "iki"):
        kept(text)
    assert asked == ["bir", "iki", "üç", "iki"]


def test_nothing_that_was_asked_is_in_it_and_nobody_who_asked(answering: Answering) -> None:
    secret, person = "Zübeyde halanın tarifi Kars'ta", Person("telegram", "987654321")
    answering.answer(Question(secret, person, "telegram:-100987"))
    written = repr([kept._kept for kept in (answering._decided._decisions, answering._decided._names)])
    assert "Decision(" in written
    assert not [each for each in ("987", secret, "halanın tarifi") if each in written]


def _says(decision: Decision) -> str:
    assert isinstance(decision.answer, Answered)
    return decision.answer.facts[0].says
