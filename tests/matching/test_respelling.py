"""Words typed with slips of the finger are spelled anew, likeliest way first; what is a word stays."""

import pytest

from mmbot.app import Prepared
from mmbot.matching.respelling import spelled_anew


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("Ankaar hükûmeti", "Ankara hükûmeti", id="swapped"),
        pytest.param("Çiçerin'in notsaı", "Çiçerin'in notası", id="behind-a-name"),
        pytest.param("litvinof protokplü", "litvinof protokolü", id="key-beside"),
        pytest.param("Meclsi nerede tooplandı", "Meclis nerede toplandı", id="doubled"),
        pytest.param("Lodnra Konferansı", "Londra Konferansı", id="misspelt-in-a-phrasing"),
        pytest.param("antlaşmanın o nüçüncü maddesi", "antlaşmanın on üçüncü maddesi", id="letter-over-a-space"),
        pytest.param("Batum Türkiye'ye mip verildi", "Batum Türkiye'ye mi verildi", id="particle"),
    ],
)
def test_a_word_that_occurs_nowhere_is_spelled_anew(embedded: Prepared, typed: str, meant: str) -> None:
    assert meant in [way.text for way in spelled_anew(embedded[1], typed)]


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("1921 2O", id="numbers"),
        pytest.param("kim", id="short"),
        pytest.param("Moskova Antlaşması ne zaman imzalandı?", id="all-words"),
        pytest.param("Mustafa Kemal vurmuştu", id="known-by-its-beginning"),
        pytest.param("1920'deki heyet", id="suffix-of-a-number"),
        pytest.param("", id="nothing"),
        pytest.param("🤷 \u200f ??", id="no-word"),
    ],
)
def test_what_is_no_slip_stays(embedded: Prepared, typed: str) -> None:
    assert not list(spelled_anew(embedded[1], typed))


def test_one_wrong_letter_in_a_long_word_is_likely_and_in_a_short_one_is_not(embedded: Prepared) -> None:
    assert next(spelled_anew(embedded[1], "cumhuruyet gazetesi")).likely
    assert not next(spelled_anew(embedded[1], "Ksrs Antlaşması")).likely


def test_a_letter_that_only_turkish_has_was_hardly_a_slip(embedded: Prepared) -> None:
    assert not any(way.likely for way in spelled_anew(embedded[1], "kars kaşarı"))


def test_a_question_word_is_a_guess(embedded: Prepared) -> None:
    assert all(way.guessed for way in spelled_anew(embedded[1], "Enver Paşa nge yaptı"))
