"""What is about the last answer, or about nothing: understood; one word of matter makes it a question."""

import pytest
from desk_replies import is_sendable, said

from mmbot.desk import dispatch
from mmbot.desk import small_talk_texts as texts
from mmbot.desk.desk import Desk
from mmbot.desk.small_talk import kind_of
from mmbot.model import Visitor

WHO = "Kâzım Karabekir kimdir?"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("evet", "agreed"), ("hmm", "agreed"), ("o zaman olur", "agreed"), ("yes", "agreed"), ("hayır", "agreed"),
        ("iptal", "cancelled"), ("vazgeçtim", "cancelled"),
        ("kaynak?", "source"), ("Bunu nereden biliyorsun?", "source"), ("emin misin", "source"), ("doğru mu bu", "source"),
        ("yanlış bu", "wrong"), ("lan yanlış", "wrong"), ("you are wrong", "wrong"), ("aptal bot", "rude"), ("bu ne saçmalık ya", "rude"),
    ],
)  # fmt: skip
def test_small_talk_is_known_by_all_its_words(typed: str, kind: str) -> None:
    assert kind_of(typed) == kind


@pytest.mark.parametrize(
    "typed",
    [
        "Merhaba, Kars Antlaşması ne zaman imzalandı?", "peki kim imzaladı?", "neden?", "başka?", "nerede?", "kim?", "iyi niyet mektubu",
        "Doğu Cephesi", "hangi kaynak 18 Mart der?", "yanlış tarih veren makale", "ne", "nasıl?", "ne zaman?", "ne kadar", "insan", "Lenin kimdir",
        "selam " * 20, "", "👍", "/", "\u200b",
    ],
)  # fmt: skip
def test_what_may_ask_something_is_no_small_talk(typed: str) -> None:
    assert kind_of(typed) is None


def test_the_written_questions_are_no_small_talk(desk: Desk) -> None:
    questions = [question for fact in desk.answering.library.facts.values() for question in fact.questions]
    assert len(questions) > 1000
    assert [question for question in questions if kind_of(question)] == []


def test_whoever_doubts_sees_where_it_is_written_and_may_complain(desk: Desk, visitor: Visitor) -> None:
    assert said(dispatch.ask(desk, "kaynak?", visitor)).startswith("Kaynaklar")
    assert said(dispatch.ask(desk, "yanlış", visitor)) == texts.SORRY.tr
    dispatch.ask(desk, WHO, visitor)
    dispatch.ask(desk, "teşekkürler", visitor)
    assert "Dayanak" in said(dispatch.ask(desk, "nereden biliyorsun?", visitor))
    complaint = dispatch.ask(desk, "bu yanlış", visitor)
    assert "Doğu Cephesi Komutanı" in said(complaint)
    assert is_sendable(complaint)


def test_a_yes_takes_the_one_question_offered_and_asks_back_among_several(desk: Desk, visitor: Visitor) -> None:
    several = dispatch.ask(desk, "Kâzım kimdir?", visitor)
    assert len(several.buttons) > 1
    assert said(dispatch.ask(desk, "evet", visitor)) == texts.WHICH_ONE.tr
    taken = dispatch.ask(desk, "ikincisi", visitor)
    assert said(taken) == said(dispatch.press(desk, several.buttons[1][0].press, visitor))
    one = dispatch.ask(desk, "Fuat Carım nerede oturuyordu?", visitor)
    assert said(one).count("\n  ") == 1
    assert "Kaynak: " in said(dispatch.ask(desk, "Evet!", visitor))
    assert said(dispatch.ask(desk, "hayır", visitor)) == texts.FINE.tr


def test_small_talk_is_measured_like_a_question(desk: Desk, visitor: Visitor) -> None:
    told = [said(dispatch.ask(desk, "evet", visitor)) for _ in range(desk.limits.person[0] + 1)]
    assert "yavaşlayalım" in told[-1]
    assert "yavaşlayalım" not in told[-2]
