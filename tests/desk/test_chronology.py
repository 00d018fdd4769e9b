"""“/kronoloji”: the events of a month, a year or a span, in order of date, a page at a time."""

import re

import pytest
from desk_replies import button, buttons, is_sendable, said
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mmbot.daily import Calendar
from mmbot.dates.periods import period_between
from mmbot.desk import dispatch
from mmbot.desk.chronology import FACTS_OF_A_PAGE, LENGTH_OF_A_PAGE
from mmbot.desk.desk import Desk
from mmbot.desk.limits import Limits
from mmbot.model import Visitor
from mmbot.texts import BROKEN


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """One that does not mind how often it is asked."""
    desk.limits = Limits((10**6, 0.001), (10**6, 0.001))
    return desk


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("Mart 1921", "Mart 1921"), ("mart 1921'de", "Mart 1921"), ("1921", "1921"), ("Mart 1920 – Mayıs 1921", "Mart 1920–Mayıs 1921"),
        ("1919-1922", "1919–1922"), ("1920 yazı", "Haziran–Ağustos 1920"), ("1920'ler", "1920–1929"), ("haziran", "Haziran"), ("16 Mart", "16 Mart"),
    ],
)  # fmt: skip
def test_a_month_a_year_a_span_a_season(desk: Desk, visitor: Visitor, typed: str, heading: str) -> None:
    reply = dispatch.run(desk, "kronoloji", typed, visitor)
    assert re.match(rf"{heading} – \d+ kayıt", reply.blocks[0].text)
    assert is_sendable(reply)
    assert all("(Kaynak: " in block.text for block in reply.blocks if block.role == "answer")


@pytest.mark.parametrize("ends", [("1921-03", "1921-03"), ("1921", "1921"), ("1920-06", "1920-08"), ("03", "03")])
def test_the_pages_tell_every_fact_once_in_order(desk: Desk, visitor: Visitor, ends: tuple[str, str]) -> None:
    period = period_between(*ends)
    assert period
    facts = [fact.says for fact in Calendar(desk.answering.library).within(period)]
    reply, told, page = dispatch.press(desk, f"chron:{ends[0]}:{ends[1]}:1", visitor), "", 0
    while True:
        page += 1
        assert reply.replaces
        assert is_sendable(reply)
        assert f"(sayfa {page}/" in reply.blocks[0].text
        assert 0 < sum(block.role == "answer" for block in reply.blocks) <= FACTS_OF_A_PAGE
        assert len(said(reply)) <= LENGTH_OF_A_PAGE + 300  # headings
        told += said(reply)
        following = [one for one in buttons(reply) if one.label == "Sonraki ▶"]
        if not following:
            break
        reply = dispatch.press(desk, following[0].press, visitor)
    positions = [told.find(says) for says in facts]
    assert -1 not in positions
    assert page > 2


def test_what_is_disputed_wrong_or_known_less_finely_is_marked(desk: Desk, visitor: Visitor) -> None:
    march = said(dispatch.press(desk, "chron:1921-03:1921-03:99", visitor))
    assert "\nYalnızca ayı bilinenler:\n• Mart–Mayıs 1921: " in march
    summer = "".join(said(dispatch.press(desk, f"chron:1922-06:1922-08:{page}", visitor)) for page in (1, 2))
    assert "• 26 Temmuz 1922 (Kaynaktaki yanlış): " in summer
    year = said(dispatch.press(desk, "chron:1929:1929:99", visitor))
    assert "\nYalnızca yılı bilinenler:\n• 1929" in year
    assert "(tarihi tartışmalı)" in said(dispatch.run(desk, "kronoloji", "16-20 Mart 1921", visitor))


def test_a_span_that_began_before_stands_under_the_first_month_asked_for(desk: Desk, visitor: Visitor) -> None:
    lines = said(dispatch.run(desk, "kronoloji", "Mart – Nisan 1921", visitor)).splitlines()
    assert lines[1] == "Mart 1921"
    assert lines[2].startswith("• 21 Şubat–12 Mart 1921: Londra Konferansı")


def test_without_a_period_it_says_how_and_offers_the_years(desk: Desk, visitor: Visitor, english: Visitor) -> None:
    reply = dispatch.run(desk, "kronoloji", " ", visitor)
    assert said(reply).startswith("Bir ay, yıl ya da dönem yazın: /kronoloji Mart 1921")
    assert {"1919", "1920", "1921"} <= {one.label for one in buttons(reply)} <= {str(year) for year in range(1917, 1931)}
    assert is_sendable(reply)
    for one in buttons(reply):
        assert said(dispatch.press(desk, one.press, visitor)).startswith(f"{one.label} – ")
    assert said(dispatch.run(desk, "kronoloji", "", english)).startswith("Write a month, a year or a span")


def test_a_year_leads_to_its_months_and_a_month_to_its_year(desk: Desk, visitor: Visitor) -> None:
    year = dispatch.run(desk, "kronoloji", "1921", visitor)
    month = dispatch.press(desk, button(year, "Mart").press, visitor)
    assert month.blocks[0].text.startswith("Mart 1921 – ")
    assert dispatch.press(desk, button(month, "1921").press, visitor).blocks == year.blocks


@pytest.mark.parametrize(("typed", "offered"), [("1850", "1921"), ("Kars", "1921"), ("31 Nisan 1921", "1921")])
def test_where_nothing_is_recorded_or_understood_the_years_are_offered(
    desk: Desk, visitor: Visitor, typed: str, offered: str
) -> None:
    reply = dispatch.run(desk, "kronoloji", typed, visitor)
    assert said(reply).startswith(("1850 için kayıtlı olay yok.", "Bunu bir tarih olarak okuyamadım."))
    assert button(reply, offered)


@pytest.mark.parametrize(
    ("data", "heading"),
    [("chron:1921:1921:0", "1921 – "), ("chron:1921:1921:99999", "1921 – "), ("chron:1922:1921:1:9", "1921–1922 – ")],
)
def test_a_page_that_is_not_there_is_the_nearest(desk: Desk, visitor: Visitor, data: str, heading: str) -> None:
    assert said(dispatch.press(desk, data, visitor)).startswith(heading)


@pytest.mark.parametrize(
    "data",
    ["chron", "chron:", "chron:1921", "chron:1921:1921", "chron:1921:1921:", "chron:1921:1921:-1", "chron:1921:1921:x", "chron:1921:03:1",
     "chron:1921:1921:" + "9" * 40, "chron:1921-13:1921-13:1", "chron:::", "chron:\x00:ı:²", "chron:1921:1921:²"],
)  # fmt: skip
def test_a_forged_button_is_answered(desk: Desk, visitor: Visitor, data: str) -> None:
    assert said(dispatch.press(desk, data, visitor)).startswith("Bu düğme artık geçerli değil.")


def test_who_speaks_english_reads_the_span_in_english(desk: Desk, english: Visitor) -> None:
    reply = dispatch.run(desk, "kronoloji", "summer 1920", english)
    assert re.match(r"June–August 1920 – recorded: \d+ \(page 1 of \d+\)\nJune 1920\n", said(reply))
    assert button(reply, "Next ▶")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_is_answered_without_an_error(desk: Desk, visitor: Visitor, text: str) -> None:
    assert said(dispatch.run(desk, "kronoloji", text, visitor)) not in {"", BROKEN.tr}
    assert said(dispatch.press(desk, f"chron:{text}", visitor)) not in {"", BROKEN.tr}
