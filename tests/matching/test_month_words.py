"""A month with slips is read where only a month can stand."""

import pytest

from mmbot.matching.month_words import mend_months
from mmbot.matching.words import read_words


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("15 myıs 1919da ne oldu", "mayis"),
        ("16 Marft 1921'de ne oldu", "mart"),
        ("20 kim 1921", "ekim"),
        ("3 Eylülü 1922", "eylul"),
        ("5 augsut 1920", "august"),
        ("27 mrat 1337", "mart"),
    ],
)
def test_a_misspelt_month_is_mended(typed: str, month: str) -> None:
    assert mend_months(read_words(typed))[1].folded == month


@pytest.mark.parametrize(
    "typed", ["15 kişi 1919", "16 mart 1921", "5 mayhane 1920", "myıs 1919", "45 myıs 1919", "15 myıs", "1921", ""]
)
def test_what_is_no_month_or_no_day_of_one_stays(typed: str) -> None:
    words = read_words(typed)
    assert list(mend_months(words)) == list(words)
