"""Texts of any kind become messages that Telegram takes, with nothing lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot_api.keyboards import check_markup
from bot_api.rich_text import parse_html, units
from bot_api.texts import compose
from mmbot.adapters.telegram_bot.cards import keyboard, messages
from mmbot.adapters.telegram_bot.places import Address, read_place
from mmbot.adapters.telegram_bot.splitting import LIMIT, cut, sendable
from mmbot.desk.reply import Button
from mmbot.rendering import Block

ROLES = st.sampled_from(["heading", "answer", "dispute", "note", "citation", "hint", "choice", "code"])
LETTERS = st.sampled_from(list("abçğıİ <>&'\"/;\n.!?•-_*[]() 🏛👩\u200d\u0301\u202e\ufe0f"))
TEXTS = st.one_of(
    st.text(max_size=60), st.text(LETTERS, max_size=60), st.text(LETTERS, min_size=1, max_size=8).map(lambda text: text * 700)
)
BLOCKS = st.lists(st.builds(Block, ROLES, TEXTS), max_size=8).map(tuple)


def letters(text: str) -> str:
    return re.sub(r"\s", "", sendable(text))


@given(TEXTS, st.integers(2, 200))
def test_nothing_but_white_space_is_lost_and_no_piece_is_too_long(text: str, limit: int) -> None:
    pieces = list(cut(sendable(text), limit))
    assert letters("".join(pieces)) == letters(text)
    assert all(0 < units(piece) <= limit for piece in pieces)


@given(BLOCKS)
def test_every_message_is_html_that_telegram_takes_and_says_what_was_to_be_said(blocks: tuple[Block, ...]) -> None:
    told = ""
    for html in messages(blocks):
        plain, entities = parse_html(html)
        told += plain
        assert units(plain) <= LIMIT
        assert all(entity["offset"] + entity["length"] <= units(plain) for entity in entities)
        if letters(plain).isalnum():
            compose(html, parse_mode="HTML", entities=None)
    spoken = [block for block in blocks if block.role != "choice"]
    assert letters(told).endswith(letters(spoken[-1].text)) if spoken and blocks[-1] is spoken[-1] else True
    assert len(letters(told)) >= sum(len(letters(block.text)) for block in blocks)


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        pytest.param("Bir. İki.\n\nÜç. Dört.", 15, ["Bir. İki.", "Üç. Dört."], id="paragraph"),
        pytest.param("Bir gün oldu. İki gün oldu.", 20, ["Bir gün oldu.", "İki gün oldu."], id="sentence"),
        pytest.param("“Bir gün.” Sonra “iki”.", 14, ["“Bir gün.”", "Sonra “iki”."], id="quotation"),
        pytest.param("bkz. Topal 2018, s. 322 ve 323", 22, ["bkz. Topal 2018, s.", "322 ve 323"], id="word"),
        pytest.param("x" * 7, 3, ["xxx", "xxx", "x"], id="nowhere"),
        pytest.param("🏛🏛🏛", 3, ["🏛", "🏛", "🏛"], id="surrogates"),
        pytest.param("  \n ", 3, [], id="nothing"),
        pytest.param("aa" + "e\u0301", 3, ["aa", "e\u0301"], id="marks"),
    ],
)
def test_a_text_is_cut_where_a_reader_would(text: str, limit: int, pieces: list[str]) -> None:
    assert list(cut(text, limit)) == pieces


def test_roles_are_set_lightly_and_lists_stay_together() -> None:
    blocks = (
        Block("heading", "16 Mart <1921>"), Block("answer", "• bir"), Block("answer", "• iki"), Block("choice", "Kars?"),
        Block("choice", "Moskova?"), Block("citation", "Kaynak: A & B"), Block("code", "@article{x}"),
    )  # fmt: skip
    assert messages(blocks) == [
        "<b>16 Mart &lt;1921&gt;</b>\n\n• bir\n• iki\n\n1. Kars?\n2. Moskova?\n\n<i>Kaynak: A &amp; B</i>\n\n<pre>@article{x}</pre>"
    ]


def test_a_paragraph_is_not_cut_where_the_next_message_can_hold_it() -> None:
    first, second = "a" * 3000, "b" * 3000
    assert messages((Block("answer", first), Block("answer", second))) == [first, second]


@given(
    st.lists(st.lists(st.builds(Button, st.text(max_size=9), st.text(max_size=70)), max_size=20).map(tuple), max_size=4).map(tuple)
)
def test_every_keyboard_is_one_that_telegram_takes(rows: tuple[tuple[Button, ...], ...]) -> None:
    made = keyboard(tuple(tuple(Button("x" + button.label, button.press) for button in row) for row in rows))
    if made:
        assert check_markup(made)


@pytest.mark.parametrize("place", ["telegram:7", "telegram:-100123:7", "telegram:-5"])
def test_places_are_read_as_they_are_written(place: str) -> None:
    address = read_place(place)
    assert address is not None
    assert address.place == place


@pytest.mark.parametrize(
    "place", ["", "telegram:", "telegram:x", "discord:7", "telegram:7:", "telegram:7:8:9", "telegram:+7", " telegram:7"]
)
def test_what_is_no_place_is_none(place: str) -> None:
    assert read_place(place) is None


def test_a_place_moves_without_the_message_that_was_replied_to() -> None:
    assert Address(-5, None, 3).moved(-1005) == Address(-1005)
