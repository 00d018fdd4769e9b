"""Folded questions get their letters back, as far as the knowledge has their words."""

import re

import pytest

from mmbot.app import Prepared
from mmbot.moderation.spelling import Spelling
from mmbot.turkish import fold, upper_first


@pytest.fixture(scope="module")
def spelling(embedded: Prepared) -> Spelling:
    return Spelling(embedded[0])


@pytest.mark.parametrize(
    ("folded", "text", "unknown"),
    [
        pytest.param("moskova antlasmasinin sartlari nelerdir", "Moskova Antlaşması'nın şartları nelerdir?", (), id="a-name-with-a-suffix"),
        pytest.param("kazim karabekir'in babasi kim", "Kâzım Karabekir'in babası kim?", (), id="an-apostrophe-was-typed"),
        pytest.param("sivas kongresinde kac kisi vardi", "Sivas Kongresi'nde kaç kişi vardı?", (), id="suffixes-in-harmony"),
        pytest.param("sovyetler turkiyeye ne kadar altin verdi", "Sovyetler Türkiye'ye ne kadar altın verdi?", (), id="a-name-of-one-word"),
        pytest.param("batumdaki gorevi", "Batum'daki görevi?", (), id="ki-keeps-its-vowel"),
        pytest.param("ankara sordu mu imzaladi mi", "Ankara sordu mu imzaladı mı?", (), id="the-particle-follows-the-word-before"),
        pytest.param("adnan adivarin yeri", "Adnan Adıvar'ın yeri?", (), id="a-name-with-brackets"),
        pytest.param("1921'de ne oldu", "1921'de ne oldu?", (), id="a-year"),
        pytest.param("ankara qwxzde mi", "Ankara qwxzde mi?", ("qwxzde",), id="an-unknown-word-stays-and-is-named"),
        pytest.param("", "", (), id="nothing"),
    ],
)  # fmt: skip
def test_a_question_gets_its_letters_back(spelling: Spelling, folded: str, text: str, unknown: tuple[str, ...]) -> None:
    spelled = spelling.spell(folded)
    assert (spelled.text, spelled.unknown) == (text, unknown)


def test_what_comes_back_is_what_was_asked(spelling: Spelling, embedded: Prepared) -> None:
    """Whatever is made of it, it folds to what it was made of; and most questions of the knowledge are written again as they were."""
    asked = [question for fact in embedded[0].facts.values() for question in fact.questions][::40]
    found = [spelling.spell(fold(question)).text for question in asked]
    for question, text in zip(asked, found, strict=True):
        assert fold(text).replace("'", "") == fold(question).replace("'", "")
    alike = [words(text) == words(question) for question, text in zip(asked, found, strict=True)]
    assert sum(alike) / len(alike) > 0.7


def words(text: str) -> str:
    """Without punctuation, which is not kept; a large letter at the beginning."""
    return upper_first(" ".join(re.findall(r"[\w']+", text.replace("’", "'"))))
