import pytest

from mmbot.turkish import _folded_word, fold, likeness, lower, split_words


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        pytest.param("İSTANBUL", "istanbul", id="capital-dotted-i"),
        pytest.param("ISPARTA", "isparta", id="capital-dotless-i"),
        pytest.param("I\u0307stanbul", "istanbul", id="combining-dot"),
        pytest.param("Kâzım Karabekir", "kazim karabekir", id="circumflex"),
        pytest.param("ŞŞĞğÇçÖöÜü", "ssggccoouu", id="all-letters"),
        pytest.param("ﬁlm \uff21", "film a", id="compatibility-forms"),
        pytest.param("Mos\u200bkova\u202e", "moskova", id="invisible"),
        pytest.param("???", "", id="nothing-left"),
        pytest.param("\x00\ud800", "", id="no-text"),
    ],
)
def test_fold(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_lower_keeps_length_and_letters() -> None:
    assert lower("İSTANBUL IĞDIR") == "istanbul ığdır"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Kars'ın 1921’deki", ["kars", "1921"], id="tails"),
        pytest.param("Kur'an", ["kuran"], id="no-tail"),
        pytest.param("Lenin'e!", ["lenin"], id="dative"),
    ],
)
def test_split_words(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        pytest.param("moskova", "moskovadakilerin", 0.9, id="long-chain"),
        pytest.param("imzalandi", "imzalayan", 0.8, id="two-endings"),
        pytest.param("kitap", "kitabi", 0.9, id="softened"),
        pytest.param("heyet", "heyetinde", 0.9, id="possessive-locative"),
        pytest.param("antlasma", "antlasmasinin", 0.9, id="genitive"),
    ],
)
def test_forms_of_one_word_are_alike(one: str, other: str, least: float) -> None:
    assert likeness(one, other) >= least
    assert likeness(other, one) == likeness(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("baku", "bakan"), ("surits", "suriye"), ("sivas", "sivastopol"), ("milli", "millet"), ("1921", "192")]
)
def test_other_words_are_not_alike(one: str, other: str) -> None:
    assert likeness(one, other) == 0.0


def test_whole_sentences_are_not_held_in_memory() -> None:
    before = _folded_word.cache_info().currsize
    fold("Bunu kimseye söylemeyin: Moskova Antlaşması ne zaman imzalandı?")
    assert _folded_word.cache_info().currsize == before
