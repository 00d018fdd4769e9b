"""A decision that was made once is not made again: not for other knowledge, and not for a follow-up to something else."""

from dataclasses import replace
from datetime import date

import pytest

from fakes import FakeClock
from mmbot.answering.conversation import Answering
from mmbot.answering.decide import decide
from mmbot.answering.decided import MOST, Decided, Kept
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


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_is_kept_is_what_would_be_decided_anew(embedded: Prepared, text: str) -> None:
    kept, new = Decided(*embedded, lambda: TODAY), decide(*embedded, text, TODAY)
    found = kept(text)
    assert (found.answer, found.entries, found.sure, found.about) == (new.answer, new.entries, new.sure, new.about)
    assert kept(text) is found


def test_texts_that_differ_in_anything_are_not_mixed_up(embedded: Prepared) -> None:
    kept = Decided(*embedded, lambda: TODAY)
    texts = [WHEN, WHEN.removesuffix("?"), WHEN.replace("Moskova", "moskova"), f"{WHEN} ", "\ud800", "\ud801"]
    assert len({id(found) for found in [kept(text) for text in texts]}) == len(texts)


def test_another_day_is_another_question(embedded: Prepared) -> None:
    days = [TODAY, TODAY, TODAY.replace(year=2027)]
    kept = Decided(*embedded, lambda: days.pop(0))
    first, second, third = [kept("Kars Antlaşması'nın üzerinden kaç yıl geçti?") for _ in range(3)]
    assert first is second
    assert first.answer != third.answer


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


def test_only_the_last_ones_are_kept() -> None:
    found: list[str] = []
    kept = Kept(lambda text: found.append(text) or text)
    texts = [str(number) for number in range(MOST)]
    for text in (*texts, "0", "one more", "0", "1"):
        assert kept(text) == text
    assert found == [*texts, "one more", "1"], "“1” had to go; “0” was asked again meanwhile"


def test_nothing_that_was_asked_is_in_it_and_nobody_who_asked(answering: Answering) -> None:
    secret, person = "Zübeyde halanın tarifi Kars'ta", Person("telegram", "987654321")
    answering.answer(Question(secret, person, "telegram:-100987"))
    written = repr([kept._kept for kept in (answering._decided._decisions, answering._decided._names)])
    assert "Decision(" in written
    assert not [each for each in ("987", secret, "halanın tarifi") if each in written]


def _says(decision: Decision) -> str:
    assert isinstance(decision.answer, Answered)
    return decision.answer.facts[0].says
