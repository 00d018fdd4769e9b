"""A misspelt ordinal before “madde” is spelt out; what is like none, or like two, stays."""

import pytest

from mmbot.matching.ordinal_words import mend_ordinals
from mmbot.matching.words import read_words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("talimatnamenin altıcnı maddesinde", "altinci", id="swapped"),
        pytest.param("antlaşmanın bişrinci maddesi", "birinci", id="added"),
        pytest.param("sekzinci madde", "sekizinci", id="lost"),
        pytest.param("antlaşmanın üçüncü maddesi", "ucuncu", id="right"),
    ],
)
def test_a_misspelt_ordinal_is_spelt_out(typed: str, meant: str) -> None:
    words = mend_ordinals(read_words(typed))
    assert words[-2].folded == meant


@pytest.mark.parametrize("typed", ["o nüçüncü madde", "antlaşmanın gizli maddesi", "bir madde", "altıcnı gün", "madde"])
def test_what_is_no_ordinal_stays(typed: str) -> None:
    words = read_words(typed)
    assert [word.folded for word in mend_ordinals(words)] == [word.folded for word in words]
