"""Inline results: a sure answer stands alone, what is not known is said, and nothing of it is kept."""

import pytest
from desk_replies import said

from fakes import FakeClock
from mmbot.desk import dispatch
from mmbot.desk.desk import Desk
from mmbot.desk.inline import ITEMS_OF_A_PAGE, InlinePage
from mmbot.model import Visitor

WHEN = "Moskova Antlaşması ne zaman imzalandı?"
ODD = ["???", "x" * 4000, "\u202e", "%s {0}", "🙂" * 50, "'; DROP TABLE x;--", "\u200b"]


def is_sound(page: InlinePage) -> bool:
    ids = [item.id for item in page.items]
    short = all(item.id.isascii() and 0 < len(item.id.encode()) <= 64 and item.title and item.reply.blocks for item in page.items)
    return len(set(ids)) == len(ids) <= ITEMS_OF_A_PAGE and short


def test_a_sure_answer_stands_alone_with_its_citation(desk: Desk, visitor: Visitor) -> None:
    page = dispatch.inline(desk, WHEN, "", visitor)
    assert len(page.items) == 1
    assert "16 Mart 1921" in page.items[0].description
    assert "Kaynak: " in said(page.items[0].reply)
    assert is_sound(page)


def test_nothing_is_counted_noted_limited_or_remembered(desk: Desk, visitor: Visitor) -> None:
    for _ in range(30):
        for typed in (WHEN, "Fenerbahçe ne zaman kuruldu?", "kazım kimdir"):
            assert dispatch.inline(desk, typed, "", visitor).items
    assert desk.records.counts.outcomes(desk.now().date()) == []
    assert desk.records.misses.open() == []
    assert "Kaynak" not in said(dispatch.ask(desk, "peki kim imzaladı?", visitor))


def test_several_that_could_be_meant_are_all_results(desk: Desk, visitor: Visitor) -> None:
    page = dispatch.inline(desk, "Kâzım kimdir?", "", visitor)
    assert len(page.items) > 1
    assert any("Karabekir" in item.title for item in page.items)
    assert all("Kaynak: " in said(item.reply) for item in page.items)


def test_an_unfinished_question_is_completed(desk: Desk, visitor: Visitor) -> None:
    assert any("Moskova Antlaşması" in item.title for item in dispatch.inline(desk, "mosk", "", visitor).items)


def test_what_is_not_known_is_said_first(desk: Desk, visitor: Visitor, english: Visitor) -> None:
    first = dispatch.inline(desk, "Fenerbahçe ne zaman kuruldu?", "", visitor).items[0]
    assert first.title == "Yanıt bulunamadı"
    assert "Fenerbahçe" in said(first.reply)
    assert dispatch.inline(desk, "qwxz", "", english).items[0].title == "No answer found"


def test_nothing_typed_gives_the_day(desk: Desk, visitor: Visitor) -> None:
    page = dispatch.inline(desk, " ", "", visitor)  # the clock stands on 16 March
    assert page.items[0].title == "Bugün: 16 Mart"
    assert said(page.items[0].reply).count("• ") >= len(page.items) - 1 > 1
    assert is_sound(page)


def test_a_day_without_events_is_answered_too(desk: Desk, visitor: Visitor, clock: FakeClock) -> None:
    for _ in range(366):
        clock.advance(days=1)
        assert dispatch.inline(desk, "", "", visitor).items


def test_the_pages_come_one_after_the_other_and_end(desk: Desk, visitor: Visitor) -> None:
    offset, ids = "", []
    for _ in range(20):
        page = dispatch.inline(desk, "mosk", offset, visitor)
        assert is_sound(page)
        ids += [item.id for item in page.items]
        offset = page.offset
        if not offset:
            break
    assert not offset
    assert len(set(ids)) == len(ids) > ITEMS_OF_A_PAGE


@pytest.mark.parametrize("offset", ["-1", "x", "²", "9" * 30, "10:3", " 10"])
def test_a_forged_offset_does_no_harm(desk: Desk, visitor: Visitor, offset: str) -> None:
    assert is_sound(dispatch.inline(desk, "mosk", offset, visitor))


@pytest.mark.parametrize("typed", ODD)
def test_odd_input_gets_one_line_that_says_so(desk: Desk, visitor: Visitor, typed: str) -> None:
    page = dispatch.inline(desk, typed, "", visitor)
    assert page.items
    assert is_sound(page)
    assert "\u202e" not in said(page.items[0].reply)
