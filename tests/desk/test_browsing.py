"""“/madde”: any spelling finds the entry; all that is known of it comes page by page, what is disputed marked."""

import re

import pytest
from desk_replies import button, buttons, is_sendable, said

from mmbot.desk import dispatch
from mmbot.desk.browsing import FACTS_OF_A_PAGE, in_order
from mmbot.desk.desk import Desk
from mmbot.desk.presses import pressed, token
from mmbot.model import DEFINITION, Visitor

TREATY = "moskova-antlasmasi"


@pytest.mark.parametrize(
    "typed",
    ["Moskova Antlaşması", "moskova antlasmasi", "MOSKOVA ANDLAŞMASI", "mosokva antlaşması", "Moskva antlşması", "Treaty of Moscow", TREATY,
     f"{TREATY}/imza-tarihi", "  Moskova Antlaşması'nın "],
)  # fmt: skip
def test_any_spelling_finds_the_entry(desk: Desk, visitor: Visitor, typed: str) -> None:
    reply = dispatch.run(desk, "madde", typed, visitor)
    assert [(block.role, block.text) for block in reply.blocks[:1]] == [("heading", "Moskova Antlaşması")]
    assert reply.blocks[1].text == desk.answering.library.facts[f"{TREATY}/{DEFINITION}"].says


@pytest.mark.parametrize("typed", ["kazım", "Kâzım Paşa", "Lozan", "mosk"])
def test_a_name_that_several_bear_is_asked_back_with_buttons_that_lead_there(desk: Desk, visitor: Visitor, typed: str) -> None:
    reply = dispatch.run(desk, "madde", typed, visitor)
    assert len(list(buttons(reply))) > 1
    for one in buttons(reply):
        assert said(dispatch.press(desk, one.press, visitor)).startswith(one.label.removesuffix("…"))


@pytest.mark.parametrize(
    "typed",
    [
        "Fenerbahçe",
        "Sakarya Antlaşması",
        "Kars Antlaşması Fenerbahçe",
        "x" * 4000,
        "%s {0}",
        "\u202eqwxz\u202c",
        "'; DROP TABLE x;--",
    ],
)
def test_what_is_no_entry_is_said_to_be_none(desk: Desk, visitor: Visitor, typed: str) -> None:
    reply = dispatch.run(desk, "madde", typed, visitor)
    assert re.match(r"“.*” adlı bir madde yok\.", said(reply))
    assert "\u202e" not in said(reply)
    assert len(said(reply)) < 200
    assert is_sendable(reply)


def test_without_a_name_some_are_offered(desk: Desk, visitor: Visitor) -> None:
    assert len(list(buttons(dispatch.run(desk, "madde", "", visitor)))) == 3


def test_the_pages_tell_every_fact_once_and_what_says_otherwise_right_behind(desk: Desk, visitor: Visitor) -> None:
    reply, pages = dispatch.run(desk, "madde", TREATY, visitor), []
    while True:
        pages.append(said(reply))
        assert is_sendable(reply)
        assert len(pages[-1]) <= 2000
        assert sum(block.text.startswith("• ") for block in reply.blocks) <= FACTS_OF_A_PAGE
        if not any(one.label == "Sonraki ▶" for one in buttons(reply)):
            break
        reply = dispatch.press(desk, button(reply, "Sonraki ▶").press, visitor)
        assert reply.replaces
    whole = "\n".join(pages)
    for fact in desk.answering.library.entries[TREATY].facts:
        assert whole.count(fact.says) == 1, fact.name
    assert re.search(r"16 Mart 1921'dir.*\nBaşka anlatım: Yusuf Kemal Bey.*18 Mart 1921.*Gerekçe: ", whole)
    assert len(pages) > 3


def test_dated_facts_come_by_date_then_clauses_by_number_then_the_rest(desk: Desk) -> None:
    library = desk.answering.library
    for entry in library.entries.values():
        facts = in_order(library, entry)
        clauses = [any(answer.startswith("clause-") for answer in fact.answers) for fact in facts]
        dated = [fact.date.first for fact, clause in zip(facts, clauses, strict=True) if fact.date and not clause]
        assert dated == sorted(dated)
        groups = [1 if clause else 0 if fact.date else 2 for fact, clause in zip(facts, clauses, strict=True)]
        assert groups == sorted(groups)


@pytest.mark.parametrize(
    ("page", "shown"), [("2", 2), ("0", 1), ("99999", None), ("999999999", 1), ("-1", 1), ("x", 1), ("", 1), ("²", 1), ("1:2", 1)]
)
def test_a_forged_page_shows_one_that_exists(desk: Desk, visitor: Visitor, page: str, shown: int | None) -> None:
    reply = dispatch.press(desk, f"entry:{token(TREATY)}:{page}", visitor)
    found = re.search(r"Sayfa (\d+)/(\d+)", said(reply))
    assert found
    assert found[1] == (str(shown) if shown else found[2])


def test_an_entry_that_is_gone_is_said_to_be(desk: Desk, visitor: Visitor) -> None:
    assert "artık geçerli değil" in said(dispatch.press(desk, pressed("entry", token("gone"), 1), visitor))


def test_a_question_follows_up_the_entry_that_is_shown(desk: Desk, visitor: Visitor) -> None:
    dispatch.run(desk, "madde", "Kars Antlaşması", visitor)
    assert "Kars Antlaşması" in said(dispatch.ask(desk, "kim imzaladı?", visitor))


def test_english_labels_for_who_speaks_english(desk: Desk, english: Visitor) -> None:
    reply = dispatch.run(desk, "madde", "Treaty of Moscow", english)
    assert "Kind: treaty" in said(reply)
    assert button(reply, "Next ▶")
