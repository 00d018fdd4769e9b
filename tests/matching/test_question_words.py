"""Slips of the finger in the short words of every question."""

import pytest

from mmbot.matching.question_words import mend
from mmbot.matching.words import Word, read_words

KNOWN = {"imzaladi", "vardi", "gorustu", "old", "sat", "kurdu", "siir", "neden", "kimler", "karsi"}


def _mended(text: str, *, loosely: str = "") -> str:
    def surely(word: Word) -> bool:
        return word.folded in KNOWN

    def known(word: Word) -> bool:
        return surely(word) or word.folded == loosely

    return " ".join(word.folded for word in mend(read_words(text), known, surely))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("kimelr imzaladı", "kimler imzaladi", id="swapped"),
        pytest.param("kimer imzaladı", "kimler imzaladi", id="lost"),
        pytest.param("kimlerr imzaladı", "kimler imzaladi", id="doubled"),
        pytest.param("ne zamn", "ne zaman", id="lost-in-zaman"),
        pytest.param("kadsr", "kadar", id="the-key-beside"),
        pytest.param("kaç kşi vardı", "kac kisi vardi", id="counted"),
        pytest.param("kaç sat görüştü", "kac saat gorustu", id="counted-though-it-is-a-word"),
        pytest.param("neler old", "neler oldu", id="happened-though-it-is-a-word"),
        pytest.param("kkarşı", "karsi", id="doubled-in-any-word"),
        pytest.param("kimler kurdı", "kimler kurdu", id="ending-not-rounded"),
    ],
)
def test_a_likely_slip_is_mended(typed: str, meant: str) -> None:
    assert _mended(typed) == meant


@pytest.mark.parametrize("typed", ["sat", "old", "şiir", "maaş", "nesil", "beden", "Kadir geldi", "kin", "kaç yol"])
def test_a_word_of_its_own_is_left_alone(typed: str) -> None:
    assert _mended(typed, loosely=read_words(typed)[0].folded) == " ".join(word.folded for word in read_words(typed))


def test_what_only_begins_like_a_known_word_is_a_slip() -> None:
    assert _mended("kimelr", loosely="kimelr") == "kimler"
