"""What people type behind “/bugün” and “/kronoloji”: days, months, years, seasons and spans, in Turkish and English."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mmbot.dates import parse_edtf
from mmbot.dates.periods import period_between, read_period

TODAY = date(2026, 3, 1)  # a Sunday; yesterday is in another month


@pytest.mark.parametrize(
    ("typed", "ends"),
    [
        # a day of every year
        ("16 Mart", "03-16"), ("16 mart", "03-16"), ("16 MART", "03-16"), ("16. Mart", "03-16"), ("16 Mart'ta", "03-16"),
        ("16 martta ne oldu?", "03-16"), ("16 Mart günü neler oldu", "03-16"), ("mart 16", "03-16"), ("16.03", "03-16"), ("16/3", "03-16"),
        ("16-03", "03-16"), ("16 March", "03-16"), ("March 16th", "03-16"), ("the 16th of March", "03-16"), ("29 Şubat", "02-29"),
        ("5 Ağu", "08-05"), ("5 Aug", "08-05"), ("5 Agustus", "08-05"), ("\uff11\uff16 Mart", "03-16"), ("12 Kânun-ı Sani", "01-12"),
        # a day
        ("16 Mart 1921", "1921-03-16"), ("16.03.1921", "1921-03-16"), ("16/3/1921", "1921-03-16"), ("1921-03-16", "1921-03-16"),
        ("March 16, 1921", "1921-03-16"), ("16 Mart 1921 Çarşamba", "1921-03-16"), ("1921 yılının 16 Mart'ı", "1921-03-16"),
        ("16 Mart 1337", "1921-03-16"), ("12 Kânun-ı Sani 1338", "1922-01-12"), ("3 Teşrinievvel 1336", "1920-10-03"),
        # a month, a year, a decade
        ("mart 1921", "1921-03"), ("Mart 1921'de neler oldu?", "1921-03"), ("1921 Mart", "1921-03"), ("1921 yılının mart ayı", "1921-03"),
        ("Şubat 1921'in sonunda", "1921-02-21 1921-02-28"), ("Eylül 1920 başı", "1920-09-01 1920-09-10"), ("mart ortası", "03-11 03-20"),
        ("1921 ortalarında", "1921-05 1921-08"), ("early 1921", "1921-01 1921-04"), ("end of February 1920", "1920-02-21 1920-02-29"),
        ("03.1921", "1921-03"), ("1921-03", "1921-03"), ("March 1921", "1921-03"), ("mart", "03"), ("Mayıs ayında", "05"), ("may", "05"),
        ("1921", "1921"), ("1921'de", "1921"), ("1921 yılı", "1921"), ("1921 yılında ne oldu?", "1921"), ("the year 1921", "1921"),
        ("1920'ler", "1920 1929"), ("1920'lerde", "1920 1929"), ("the 1920s", "1920 1929"),
        # a season
        ("1920 yazı", "1920-06 1920-08"), ("yaz 1920", "1920-06 1920-08"), ("1920 yazında", "1920-06 1920-08"), ("summer 1920", "1920-06 1920-08"),
        ("1920 ilkbaharı", "1920-03 1920-05"), ("Sonbahar 1920", "1920-09 1920-11"), ("1920 kışı", "1920-12 1921-02"),
        ("1920-1921 kışı", "1920-12 1921-02"), ("winter of 1920", "1920-12 1921-02"), ("1920-1922 kışı", "1920 1923-02"), ("yaz", "06 08"),
        # a span
        ("18-26 Nisan 1920", "1920-04-18 1920-04-26"), ("18–26 Nisan", "04-18 04-26"), ("18.-26. Nisan 1920", "1920-04-18 1920-04-26"),
        ("18-26.04.1920", "1920-04-18 1920-04-26"), ("2/3 Aralık 1920", "1920-12-02 1920-12-03"), ("16 Mart – 20 Mart", "03-16 03-20"),
        ("16.03-20.03", "03-16 03-20"), ("16 Mart - 20", "03-16 03-20"), ("18 ile 26 Nisan 1920 arasında", "1920-04-18 1920-04-26"),
        ("16 Mart'tan 20 Mart'a kadar", "03-16 03-20"), ("1919'dan 1922'ye", "1919 1922"), ("28 Aralık – 2 Ocak", "12-28 01-02"),
        ("28 Aralık 1920 – 2 Ocak", "1920-12-28 1921-01-02"), ("28 Aralık – 2 Ocak 1921", "1920-12-28 1921-01-02"),
        ("Mart 1920 – Mayıs 1921", "1920-03 1921-05"), ("Mart-Mayıs 1921", "1921-03 1921-05"), ("1921 Mart – Mayıs", "1921-03 1921-05"),
        ("Aralık – Ocak 1921", "1920-12 1921-01"), ("1919-1922", "1919 1922"), ("1919-22", "1919 1922"), ("1922-1919", "1919 1922"),
        ("from March to May 1921", "1921-03 1921-05"), ("between 16 March and 20 March 1921", "1921-03-16 1921-03-20"),
        ("1921-03-16/1921-03-20", "1921-03-16 1921-03-20"), ("16 Mart 1921..20 Mart 1921", "1921-03-16 1921-03-20"),
        ("Mart 1921 – 1922", "1921-03 1922"), ("16 Mart – Mart", "03-16 03"), ("Mart – 16 Mart", "03 03-16"),
        # counted from today
        ("bugün", "03-01"), ("Bugün", "03-01"), ("bu gün", "03-01"), ("/bugün", "03-01"), ("today", "03-01"), ("dün", "02-28"), ("DÜN", "02-28"),
        ("yarın", "03-02"), ("yesterday", "02-28"), ("tomorrow", "03-02"), ("evvelsi gün", "02-27"), ("öbür gün", "03-03"),
        ("bu ay", "03"), ("this month", "03"), ("bu hafta", "02-23 03-01"),
    ],
)  # fmt: skip
def test_a_period_is_read(typed: str, ends: str | None) -> None:
    period = read_period(typed, TODAY)
    found = " ".join(dict.fromkeys(period.ends)) if period else None
    assert found == ends


@pytest.mark.parametrize(
    "typed",
    ["", " ", "31 Nisan", "29 Şubat 1921", "31.04.1921", "32 Mart", "0 Mart", "16", "99", "0000", "1.1.0000", "13.1921", "16.3.21", "12345",
     "Kars", "Kars 1921", "16 Mart Kars", "ne oldu", "–", "- -", "1921 16", "20-30", "16 Mart Nisan", "x" * 200, "1" * 200, "16 Mart" + " " * 200,
     "'; DROP TABLE x;--", "\x00", "\u202e16", "İ" * 50, "%s {0}"],
)  # fmt: skip
def test_what_is_no_date_is_none(typed: str) -> None:
    assert read_period(typed, TODAY) is None


@pytest.mark.parametrize(
    ("ends", "turkish", "english"),
    [
        (("03-16", "03-16"), "16 Mart", "16 March"),
        (("1921-03-16", "1921-03-16"), "16 Mart 1921", "16 March 1921"),
        (("1920-04-18", "1920-04-26"), "18–26 Nisan 1920", "18–26 April 1920"),
        (("1920-12-28", "1921-01-02"), "28 Aralık 1920–2 Ocak 1921", "28 December 1920–2 January 1921"),
        (("12-28", "01-02"), "28 Aralık–2 Ocak", "28 December–2 January"),
        (("1921-03", "1921-05"), "Mart–Mayıs 1921", "March–May 1921"),
        (("1921-03", "1922"), "Mart 1921–1922", "March 1921–1922"),
        (("1919", "1922"), "1919–1922", "1919–1922"),
    ],
)
def test_a_period_is_written(ends: tuple[str, str], turkish: str, english: str) -> None:
    period = period_between(*ends)
    assert period
    assert (period.written(), period.written("en"), period.ends) == (turkish, english, ends)


@pytest.mark.parametrize(
    ("ends", "edtf", "holds"),
    [
        (("03-16", "03-16"), "1921-03-16", True),
        (("03-16", "03-16"), "1921-03-17", False),
        (("12-28", "01-02"), "1921-01-01", True),
        (("12-28", "01-02"), "1920-12-31", True),
        (("12-28", "01-02"), "1920-12-27", False),
        (("02-29", "02-29"), "1920-02-29", True),
        (("02-29", "02-29"), "1921-02-28", False),
        (("03", "03"), "1921-03-31", True),
        (("1920-12", "1921-02"), "1921-02-28", True),
        (("1920-12", "1921-02"), "1921-03-01", False),
        (("03-16", "03"), "1921-03-31", True),
        (("03", "03-16"), "1921-03-17", False),
    ],
)
def test_a_period_holds_days(ends: tuple[str, str], edtf: str, *, holds: bool) -> None:
    period, when = period_between(*ends), parse_edtf(edtf)
    assert period
    assert any(first <= when.first <= last for first, last in period.spans(when)) is holds


@pytest.mark.parametrize(
    "ends",
    [("", ""), ("1921", ""), ("1921-13", "1921-13"), ("1921-02-30", "1921-02-30"), ("13", "13"), ("02-30", "02-30"), ("1921", "03-16"), ("0000", "0001"),
     ("1921-03-16x", "1921"), ("\uff11\uff19\uff12\uff11", "\uff11\uff19\uff12\uff11"), ("9999", "9999")],
)  # fmt: skip
def test_forged_ends_are_no_period(ends: tuple[str, str]) -> None:
    assert period_between(*ends) is None


WORDS = [
    "16", "31", "02", "29", "9", "30", "0000", "9999", "1921", "1337", "99999", "mart", "may", "şubat", "Ocak", "yaz", "kış", "-",
    "–", "/", "..", ".", "ile", "to", "'de", "'den", "den", "bugün", "dün", "ne", "I", "İ", "ı", "st", "1920s",
]  # fmt: skip


@given(
    st.text(max_size=120) | st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), st.dates(date(1900, 1, 1), date(2200, 1, 1))
)
def test_any_text_is_read_without_an_error(text: str, today: date) -> None:
    period = read_period(text, today)
    if period:
        assert period_between(*period.ends) == period
        assert period.written()
        assert period.written("en")
        assert all(first <= last for first, last in period.spans(parse_edtf("1921-03-16")))


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_button_is_read_without_an_error(first: str, last: str) -> None:
    period_between(first, last)
