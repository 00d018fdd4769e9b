"""Slips of the finger that leave nothing to look up: the written question that was meant is answered, and it is said which."""

from collections.abc import Callable

import pytest

from mmbot.answering.decide import decide
from mmbot.app import Prepared
from mmbot.matching.mending import mended, respelled_by
from mmbot.model import Answer, Answered, Unknown

Asking = Callable[[str], Answer]


@pytest.fixture(scope="module")
def written(embedded: Prepared) -> str:
    """A question that is written down word for word."""
    return next(q for q in embedded[0].facts["moskova-antlasmasi/tanim"].questions if q.startswith("Türkiye'nin doğu sınırını"))


def test_a_space_in_the_wrong_place_is_mended(embedded: Prepared, written: str) -> None:
    first, second, rest = written.split(" ", 2)
    typed = f"{first}{second[0]} {second[1:]} {rest}"
    assert mended(embedded[1], typed) == written


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("Türkiye'nin batı sınırını belirleyen 1921 antlaşması hangisi?", id="another-word"),
        pytest.param("Türkiye'nin doğu sınırını belirleyen 1922 antlaşması hangisi?", id="another-year"),
        pytest.param("Bugün hava nasıl olacak?", id="another-question"),
        pytest.param("", id="nothing"),
        pytest.param("x" * 600, id="long"),
    ],
)
def test_what_is_no_slip_is_not_mended(embedded: Prepared, typed: str) -> None:
    assert mended(embedded[1], typed) is None


def test_the_same_question_needs_no_mending(embedded: Prepared, written: str) -> None:
    assert mended(embedded[1], written) is None


@pytest.mark.parametrize(
    "question",
    [
        "Enver Paşa'nın karısı kimdi?",
        "Envr Paşa'nın kjarısı kimdi?",
        "hocam karabekirin çocukları kimler",
        "Yusuf Kemal Bey nerede doğdu?",
    ],
)
def test_a_right_word_that_the_knowledge_lacks_is_not_mended_into_an_answer(answer: Asking, question: str) -> None:
    assert not isinstance(answer(question), Answered)


def test_how_it_was_understood_is_said(embedded: Prepared, written: str) -> None:
    typed = written.replace("sınırını", "sın ırını").replace("hangisi", "hnagisi")
    answer = decide(*embedded, typed).answer
    assert isinstance(answer, Answered)
    assert answer.facts[0].entry == "moskova-antlasmasi"


def test_what_is_only_probably_meant_is_offered_and_not_told(answer: Asking) -> None:
    found = answer("Atatürk, Sovyet elçiliği yanarken oraya gitti mi?")
    if isinstance(found, Answered):  # it may become sure some day
        assert found.facts[0].name == "elcilik-yangini-1922/mustafa-kemalin-gelisi"
        return
    assert isinstance(found, Unknown)
    assert found.reason == "unsure"
    assert found.nearest[0].fact == "elcilik-yangini-1922/mustafa-kemalin-gelisi"


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        pytest.param("mdivani anlraya hangi gün vradı", "sovyet-elcileri/mdivani-varis", id="two-words"),
        pytest.param(
            "Kars Antlaşması'nxa Rusya adına Çiçerin mi imza ttı?", "kars-antlasmasi/imzacilar", id="short-word-and-suffix"
        ),
        pytest.param("Denge politikasını Ankara için öümkün kılan neyd?", "denge-politikasi/nasil-mumkun-oldu", id="first-letter"),
        pytest.param("Whgat did Ankara expect to get from the Soviets?", "tbmm-dis-politikasi/turk-beklentisi", id="english"),
    ],
)
def test_a_misspelt_question_is_read_by_the_words_of_what_it_is_likest_to(answer: Asking, typed: str, fact: str) -> None:
    found = answer(typed)
    assert isinstance(found, Answered)
    assert fact in [one.name for one in (*found.facts, *(sibling.fact for sibling in found.disputed))]
    assert found.remark.startswith("Sorunuzu şöyle anladım")


def test_letters_that_changed_places_keep_their_dots(embedded: Prepared) -> None:
    library, index = embedded
    assert respelled_by(index, "Lenin nerede ödlü", library.facts["leninin-hastaligi-ve-olumu/olum-yeri"]) == "Lenin nerede öldü"


@pytest.mark.parametrize(
    "typed", ["Lenin'in ei kmdi", "Lenin yl kaç", "Zsazsa 1921"], ids=["two-letters", "a-year", "a-strange-name"]
)
def test_what_may_be_anything_is_not_respelled_by_a_fact(embedded: Prepared, typed: str) -> None:
    library, index = embedded
    spelled = respelled_by(index, typed, library.facts["lenin/tanim"]) or typed
    assert spelled.split()[-2] == typed.split()[-2]
