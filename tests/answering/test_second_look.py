"""What the second look answers, and what it leaves as it is."""

from collections.abc import Callable

import pytest

from mmbot.model import Answer, Answered


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        pytest.param(
            "Sovyet elçiliğini mahveden yangının kundaklama olduğu konuşulmuş muydu?",
            "elcilik-yangini-1922/kundaklama-suphesi",
            id="declined-by-the-gates",
        ),
        pytest.param(
            "Moskova Antlaşması'nı Türkiye adına İsmet Paşa mı imzalamıştı?",
            "moskova-antlasmasi/imzacilar-turk",
            id="a-doubt-stays",
        ),
    ],
)
def test_answered(answer: Callable[[str], Answer], question: str, fact: str) -> None:
    found = answer(question)
    assert isinstance(found, Answered)
    assert found.facts[0].name == fact


def test_what_only_the_second_look_finds_is_not_certain(answer: Callable[[str], Answer]) -> None:
    found = answer("23 Şubat 1921 tarihi Ardahan için neden önemli?")
    assert isinstance(found, Answered)
    assert not found.sure


def test_a_doubted_name_is_said_not_to_be_told(answer: Callable[[str], Answer]) -> None:
    found = answer("Moskova Antlaşması'nı Türkiye adına İsmet Paşa mı imzalamıştı?")
    assert isinstance(found, Answered)
    assert "İsmet Paşa" in found.remark
