import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mmbot.adapters.discord_bot.cards import MOST, cards
from mmbot.desk.reply import Button, Document, Reply
from mmbot.rendering import Block

ROLES = ("heading", "answer", "dispute", "note", "citation", "hint", "choice", "code")


def said(*blocks: Block) -> str:
    (card,) = cards(Reply(blocks))
    return card.text


def test_the_answer_comes_first_then_what_is_said_against_it_then_the_citation() -> None:
    assert said(
        Block("answer", "16 Mart 1921'de imzalandı."),
        Block("dispute", "Başka anlatım: 18 Mart. (Topal 2018, s. 322 ✔)"),
        Block("note", "Editör notu (genel kabul): 16 Mart."),
        Block("citation", "Kaynak: Topal 2018, s. 321 ✔"),
    ).split("\n") == [
        "16 Mart 1921'de imzalandı.",
        "> **Başka anlatım**: 18 Mart. (Topal 2018, s. 322 ✔)",
        "> **Editör notu** (genel kabul): 16 Mart.",
        "-# Kaynak: Topal 2018, s. 321 ✔",
    ]


@pytest.mark.parametrize(
    ("block", "text"),
    [
        pytest.param(Block("heading", "16 *Mart*"), "**16 \\*Mart\\***", id="heading"),
        pytest.param(Block("choice", "Moskova"), "1\\. Moskova", id="choices-are-numbered-and-no-list"),
        pytest.param(Block("code", "a_b\n```"), "```\na_b\n`\u200b`\u200b`\n```", id="code-stays-in-its-fence"),
        pytest.param(Block("citation", "Topal\nDayanak"), "Topal\nDayanak", id="sources-alone-are-no-small-print"),
        pytest.param(Block("dispute", "etiketsiz"), "> etiketsiz", id="no-label-nothing-bold"),
        pytest.param(Block("unheard-of", "a"), "a", id="unknown-role-is-plain"),
    ],
)
def test_roles(block: Block, text: str) -> None:
    assert said(block) == text


def test_a_reply_without_words_is_no_message() -> None:
    assert cards(Reply()) == []
    assert cards(Reply((Block("answer", " \n\t"),))) == []


def test_buttons_and_file_come_with_the_last_of_several_messages() -> None:
    reply = Reply((Block("answer", "Cümle. " * 600),), ((Button("Kaynak", "source:A"),),), Document("a.bib", "x"))
    told = cards(reply)
    assert len(told) == 3
    assert [bool(card.rows) for card in told] == [bool(card.document) for card in told] == [False, False, True]


def test_buttons_without_words_still_make_a_message() -> None:
    (card,) = cards(Reply(buttons=((Button("a", "b:1"),),)))
    assert card.text


def test_more_buttons_than_a_message_takes_go_on_in_another() -> None:
    rows = tuple((Button(f"{number}", f"b:{number}"),) for number in range(60))
    told = cards(Reply((Block("answer", "a"),), rows))
    assert [sum(len(row) for row in card.rows) for card in told] == [25, 25, 10]


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.builds(Block, st.sampled_from(ROLES), st.text(max_size=3000)), max_size=6))
def test_no_message_is_over_the_limit_or_empty(blocks: list[Block]) -> None:
    for card in cards(Reply(tuple(blocks))):
        assert 0 < len(card.text.strip()) <= len(card.text) <= MOST


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.text("abcçğıİöşü .,!", min_size=1, max_size=3000), min_size=1, max_size=5))
def test_nothing_of_the_answer_is_lost(texts: list[str]) -> None:
    told = "".join(card.text for card in cards(Reply(tuple(Block("answer", text) for text in texts))))
    assert "".join(told.split()) == "".join("".join(texts).split())
