"""Escaping and splitting, against a reader that reads Discord's markdown as Discord does: addresses, escapes, the rest."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mmbot.adapters.discord_bot.markdown import clean, escape, split

ODD = [
    "<b>", "a < b & c > d", "*_[]()~`>#+-=|{}.!\\", "İIıi ŞşĞğÇçÖöÜü", "👨‍👩‍👧‍👦" * 50, "x" * 4096, "ı" * 4096, "/", "//", "/@", "/bugun@",
    "%s %n {0} {x}", "'; DROP TABLE x;--", "@everyone @here <@&1>", "```açık", "https://a_b.c/*d*_e_", "a" + "\u0301" * 100, "a\u200bb",
]  # fmt: skip
SIGNS = st.sampled_from([
    *"*_~`|<>[]()#-+\\@.:!? \t0129abİış“”",
    "@everyone",
    "https://a_b.c/*d",
    "\u0301",
    "👍🏽",
    "\u200d",
    ". ",
    "! ",
])
LINES = st.lists(SIGNS, max_size=400).map("".join)

# What Discord's client does at each place of a text, its first match first (the rules of its markdown parser).
TOKEN = re.compile(r"(?P<address>https?://[^\s<]+[^<.,:;\"'\]\s])|\\(?P<escaped>[^0-9A-Za-z\s])|(?P<other>.)", re.DOTALL)


def shown(text: str) -> str:
    """What a person sees where nothing is formatted."""
    return "".join(found["escaped"] or found[0] for found in TOKEN.finditer(text))


def formatted(text: str) -> list[str]:
    """Signs that Discord would read as formatting or as a mention."""
    bare = [found["other"] for found in TOKEN.finditer(text) if found["other"]]
    return [sign for sign in bare if sign in "*_~`|<["]


def without_space(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_shown_as_it_was_given(text: str) -> None:
    assert shown(escape(text)) == text
    assert formatted(escape(text)) == []


@pytest.mark.parametrize("text", ["# a", "> a", ">>> a", "- a", "-# a", "+ a", "3. a", "  - a"])
def test_nothing_begins_a_heading_quotation_or_list(text: str) -> None:
    assert re.match(r"\s*([#>+-]|\d+\.)", escape(text)) is None
    assert shown(escape(text)) == text


def test_everyone_is_no_mention() -> None:
    assert "@everyone" not in re.sub(r"\\@", "", escape("@everyone"))


def test_control_characters_and_turned_writing_are_left_out() -> None:
    assert clean("a\x00\u202eb\u2067c\x1b\r\ud800") == "abc"


@settings(deadline=None)  # the machine may be busy
@given(LINES, st.integers(100, 300))
def test_no_piece_is_over_the_limit_and_together_they_are_the_text(line: str, most: int) -> None:
    pieces = split(line, most)
    assert all(0 < len(piece) <= most for piece in pieces)
    # A cut escape would show a backslash that was not there, or lose one.
    assert without_space("".join(map(shown, pieces))) == without_space(line)
    assert all(formatted(piece) == [] for piece in pieces)


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_split_without_loss(text: str) -> None:
    pieces = split(text, 100)
    assert all(len(piece) <= 100 for piece in pieces)
    assert without_space("".join(map(shown, pieces))) == without_space(text)


def test_a_long_line_is_cut_after_a_sentence() -> None:
    line = "Birinci cümle burada biter (Topal 2018, s. 322 ✔). " * 5
    assert all(piece.endswith("✔).") for piece in split(line, 120))


def test_an_abbreviation_or_number_ends_no_sentence() -> None:
    line = "İlk cümle burada biter. Topal bkz. ekler ve s. 322 ve 16. gün der. " * 5
    for most in range(100, 140):
        assert all(piece.endswith(("biter.", "der.")) for piece in split(line, most))


def test_without_a_sentence_it_is_cut_at_a_space() -> None:
    assert all(piece in {"kelime " * n + "kelime" for n in range(20)} for piece in split("kelime " * 40, 100))


def test_joined_emoji_stay_together() -> None:
    family = "👨‍👩‍👧‍👦"
    assert all(set(piece.split(family)) == {""} for piece in split(family * 50, 100))


def test_an_address_stays_whole() -> None:
    address = "https://doi.org/10.31765/karen_505956"
    assert any(address in piece for piece in split("x" * 90 + " " + address, 100))
