"""The words of a text."""

import re
import sys
import unicodedata

import pytest

from mmbot.matching.words import INVISIBLE, read_words, remembered


def test_every_invisible_character_is_listed() -> None:
    listed = re.compile(f"[{INVISIBLE}]")
    forms = {chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Cf"}
    assert {c for c in forms if not listed.fullmatch(c)} == set()


def test_invisible_characters_vanish_and_a_soft_hyphen_does_not_divide() -> None:
    assert [word.folded for word in read_words("Mos\u00adkova \u200eAnt\u200blaşması")] == ["moskova", "antlasmasi"]


def test_a_dot_that_another_program_put_over_an_i_does_not_divide() -> None:
    assert [word.folded for word in read_words("İmzaci ki̇mdi̇r".lower())] == ["imzaci", "kimdir"]


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("Kars Antlaşması'nı kim imzaladı?", ["Kars", "Antlaşması"]),
        ("KARS ANTLAŞMASI'NI KİM İMZALADI?", []),
        ("KARS", []),
        ("Kars Antlaşması'nı Kim İmzaladı?", []),
        ("Bekir Sami kimdir?", ["Bekir", "Sami"]),
    ],
)
def test_capitals_tell_something_only_where_not_everything_is_large(text: str, capitals: list[str]) -> None:
    assert [word.typed for word in read_words(text) if word.capital] == capitals


def test_what_is_remembered_is_cut_the_same() -> None:
    text = "Kars’ın 1921de imzalanan hocaaam antlaşması"
    with remembered():
        first, second = read_words(text), read_words(text)
    assert first is second
    assert read_words(text) == first
    assert read_words(text) is not first
