from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mmbot.dates import BadDate, as_edtf, find_dates, historic, parse_edtf
from mmbot.turkish import fold


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision", "written"),
    [
        ("1921-03-16", date(1921, 3, 16), date(1921, 3, 16), "day", "16 Mart 1921"),
        ("1921-02", date(1921, 2, 1), date(1921, 2, 28), "month", "Şubat 1921"),
        ("1921", date(1921, 1, 1), date(1921, 12, 31), "year", "1921"),
        ("1920-12-02/1920-12-03", date(1920, 12, 2), date(1920, 12, 3), "span", "2–3 Aralık 1920"),
        ("1920-12-28/1921-01-02", date(1920, 12, 28), date(1921, 1, 2), "span", "28 Aralık 1920–2 Ocak 1921"),
        ("1920-06/1920-08", date(1920, 6, 1), date(1920, 8, 31), "month", "Haziran–Ağustos 1920"),
        ("1922-01~", date(1922, 1, 1), date(1922, 1, 31), "month", "Ocak 1922 dolayları"),
    ],
)
def test_edtf(edtf: str, first: date, last: date, precision: str, written: str) -> None:
    read = parse_edtf(edtf)
    assert (read.first, read.last, read.precision, str(read)) == (first, last, precision, written)


@pytest.mark.parametrize("text", ["1921-03-16", "1920-02", "1921-12", "1917", "1920-12-28/1921-01-02", "1917/1921-03", "1921/1920"])
def test_what_is_read_without_the_library_is_what_the_library_reads(text: str) -> None:
    assert historic._plain_days(text) == historic._days(text)


@pytest.mark.parametrize(
    "text", ["1921-02-29", "1921-13", "1921-21", "0999", "1922-01~", "1920/", "/1920", "1919/1920/1921", "192x", ""]
)
def test_all_else_is_left_to_the_library(text: str) -> None:
    assert historic._plain_days(text) is None


@pytest.mark.parametrize("text", ["16 Mart 1921", "1921-13", "1921-02-30", "1922/1921", ""])
def test_what_is_no_edtf_is_refused_with_advice(text: str) -> None:
    with pytest.raises(BadDate, match=r"1921-03-16|before it begins"):
        parse_edtf(text)


def test_month_precision_is_no_day() -> None:
    assert not parse_edtf("1921-03").is_day
    assert not parse_edtf("1921-03-16~").is_day
    assert parse_edtf("1921-03-16").is_day


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("16 Mart 1921'de", [(16, 3, 1921)], id="full"),
        pytest.param("16.03.1921", [(16, 3, 1921)], id="dots"),
        pytest.param("1921-03-16", [(16, 3, 1921)], id="iso"),
        pytest.param("Mart 1921'de neler oldu", [(None, 3, 1921)], id="month"),
        pytest.param("1921 yılı Mart ayında", [(None, 3, 1921)], id="year-first"),
        pytest.param("16 Mart 1337", [(16, 3, 1921)], id="rumi"),
        pytest.param("12 Kânunusani 1338", [(12, 1, 1922)], id="rumi-month"),
        pytest.param("12 Kânun-ı Sani 1338", [(12, 1, 1922)], id="rumi-month-of-two-words"),
        pytest.param("2/3 Aralık 1920", [(2, 12, 1920)], id="night"),
        pytest.param("31 Nisan 1921", [], id="no-such-day"),
        pytest.param("March 16, 1921", [(16, 3, 1921)], id="english"),
        pytest.param("1921'de ve 1925'te", [(None, None, 1921), (None, None, 1925)], id="two-years"),
    ],
)
def test_find_dates(typed: str, found: list[tuple[int | None, int | None, int | None]]) -> None:
    assert [(d.day, d.month, d.year) for d in find_dates(fold(typed))] == found


def test_a_season_holds_the_days_of_its_months() -> None:
    (summer,) = find_dates(fold("1920 yazında"))
    assert summer.matches(parse_edtf("1920-07-19"))
    assert not summer.matches(parse_edtf("1920-09-01"))


def test_typed_date_matches_spans_that_hold_it() -> None:
    (typed,) = find_dates(fold("3 Aralık 1920"))
    assert typed.matches(parse_edtf("1920-12-02/1920-12-03"))
    assert not typed.matches(parse_edtf("1920-12-04"))


@pytest.mark.parametrize(
    ("edtf", "written"),
    [
        ("1921-03-16", "16 March 1921"),
        ("1920-12-28/1921-01-02", "28 December 1920–2 January 1921"),
        ("1920-06/1920-08", "June–August 1920"),
        ("1920/1922", "1920–1922"),
        ("1922-01~", "about January 1922"),
    ],
)
def test_edtf_in_english(edtf: str, written: str) -> None:
    assert parse_edtf(edtf).written("en") == written


@pytest.mark.parametrize("typed", ["1.1.0000", "0000", "1 ocak 0000"])
def test_the_year_0_is_no_year(typed: str) -> None:
    assert find_dates(fold(typed)) == []


WORDS = [
    "16", "31", "02", "29", "9", "30", "0000", "1921", "1337", "99999", "mart", "may", "şubat", "ocak", "yaz", "kış", "-", "–",
    "/", ".", "ile", "to", "'de", "'den", "bugün", "dün", "x", "ne", "I", "İ", "ı",
]  # fmt: skip
ANY_TEXT = st.text(max_size=120) | st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)


@given(ANY_TEXT)
def test_any_text_is_read_without_an_error(text: str) -> None:
    for typed in find_dates(fold(text)):
        typed.as_date()
        as_edtf(typed)
        assert typed.matches(parse_edtf("1921-03-16")) in {True, False}
