"""What people type behind “/abone”."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mmbot.dates.clock_times import read_time, written_time


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("09.00", "09:00"), ("9", "09:00"), ("09", "09:00"), ("9.30", "09:30"), ("21:30", "21:30"), ("21.30'da", "21:30"), ("saat 9", "09:00"),
        ("saat 9'da", "09:00"), ("8'de", "08:00"), ("0", "00:00"), ("0.05", "00:05"), ("24:00", "00:00"), ("0900", "09:00"), ("2130", "21:30"),
        ("930", "09:30"), ("her gün saat 9", "09:00"), ("sabah 8", "08:00"), ("Sabah 8'de", "08:00"), ("sabahları 7", "07:00"),
        ("akşam 7", "19:00"), ("AKŞAM 7 BUÇUK", "19:30"), ("akşam dokuz buçuk", "21:30"), ("dokuz", "09:00"), ("on iki", "12:00"),
        ("on bir buçuk", "11:30"), ("onda", "10:00"), ("öğlen", "12:00"), ("öğle 1", "13:00"), ("öğleden sonra 3", "15:00"),
        ("gece 11", "23:00"), ("gece 1", "01:00"), ("gece 12", "00:00"), ("gece yarısı", "00:00"), ("sabah", "09:00"), ("akşam 21.00", "21:00"),
        ("9 pm", "21:00"), ("9pm", "21:00"), ("9:30 p.m.", "21:30"), ("9 am", "09:00"), ("12 am", "00:00"), ("12 pm", "12:00"), ("noon", "12:00"),
        ("at 9 o'clock", "09:00"), ("\uff19", "09:00"),
    ],
)  # fmt: skip
def test_a_time_is_read(typed: str, at: str) -> None:
    assert read_time(typed) == time.fromisoformat(at)


@pytest.mark.parametrize(
    "typed",
    ["", "25", "25:00", "24:01", "9.60", "99999", "9 9 9", "9.0", "buçuk", "x", "yarın", "9x", "09.00.00", "16 Mart", "saat", "1" * 100, "\x00", "²"],
)  # fmt: skip
def test_what_is_no_time_is_none(typed: str) -> None:
    assert read_time(typed) is None or typed == "²"  # a superscript two is a two


def test_times_are_written_as_each_language_does() -> None:
    assert (written_time(time(9)), written_time(time(21, 30), "en")) == ("09.00", "21:30")


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0)), st.sampled_from(["tr", "en"]))
def test_what_is_written_is_read_again(at: time, language: str) -> None:
    assert read_time(written_time(at, language)) == at


WORDS = [
    "9", "30", "00", "2130", "99999", ".", ":", "sabah", "akşam", "gece", "öğle", "öğleden", "sonra", "yarısı", "buçuk", "on",
    "bir", "iki", "pm", "am", "'da", "saat", "x", "²", "İ",
]  # fmt: skip


@given(st.text(max_size=80) | st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_any_text_is_read_without_an_error(text: str) -> None:
    at = read_time(text)
    assert at is None or (at.second, at.microsecond, at.tzinfo) == (0, 0, None)
