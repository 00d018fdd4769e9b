"""“/bugün”: the day's events, of today or of a day that is named; a longer time is a chronology; without an event the nearest days."""

from datetime import UTC, datetime

import pytest
from desk_replies import button, buttons, is_sendable, said
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fakes import FakeClock
from mmbot.desk import dispatch
from mmbot.desk.chronology import LENGTH_OF_A_PAGE
from mmbot.desk.days import asks_for_today
from mmbot.desk.desk import Desk
from mmbot.desk.limits import Limits, unlimited
from mmbot.model import Visitor
from mmbot.texts import BROKEN

ODD = [
    "",
    " ",
    "<b>",
    "İ" * 300,
    "%s {0}",
    "\x00",
    "\u202eKars",
    "'; DROP TABLE x;--",
    "👨‍👩‍👧‍👦" * 50,
    "@everyone",
    "16 Mart" * 50,
]


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """One that does not mind how often it is asked."""
    desk.limits, desk.press_limits = unlimited(), unlimited()
    return desk


def test_nothing_typed_is_today_in_the_zone_of_the_desk(desk: Desk, visitor: Visitor, clock: FakeClock) -> None:
    clock.now = datetime(2026, 3, 15, 21, 30, tzinfo=UTC)  # 00.30 of 16 March in Istanbul
    text = said(dispatch.run(desk, "bugün", "", visitor))
    assert text.startswith("16 Mart\n• 16 Mart 1921 (tarihi tartışmalı): Moskova Antlaşması")
    assert "Kaynak: " in text


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("bugün", "16 Mart"), ("dün", "15 Mart"), ("yarın", "17 Mart"), ("23 Nisan", "23 Nisan"), ("16.03.1921", "16 Mart 1921"),
        ("23 April", "23 Nisan"), ("mart 1921", "Mart 1921 – "), ("1921", "1921 – "), ("18-26 Nisan 1920", "18–26 Nisan 1920 – "),
        ("29 Şubat", "29 Şubat gününe ait kayıtlı olay yok. En yakın günler:"),
    ],
)  # fmt: skip
def test_any_day_or_time_can_be_named(desk: Desk, visitor: Visitor, typed: str, heading: str) -> None:
    reply = dispatch.run(desk, "bugun", typed, visitor)
    assert said(reply).startswith(heading)
    assert is_sendable(reply)


def test_a_day_of_one_year_tells_that_year_only(desk: Desk, visitor: Visitor) -> None:
    text = said(dispatch.run(desk, "bugun", "16 Mart 1922", visitor))
    assert "• 16 Mart 1922: " in text
    assert "• 16 Mart 1921" not in text


def test_a_day_of_a_year_without_events_tells_the_same_day_of_others_or_the_nearest(desk: Desk, visitor: Visitor) -> None:
    same = said(dispatch.run(desk, "bugun", "16 Mart 2026", visitor))
    assert same.startswith("16 Mart 2026 gününe ait kayıtlı olay yok.\nAynı gün, başka yıllarda:\n• 16 Mart 1921")
    near = said(dispatch.run(desk, "bugun", "5 Aralık 1920", visitor))
    assert near.startswith("5 Aralık 1920 gününe ait kayıtlı olay yok.\nEn yakın günler:\n• ")
    assert "Aralık 1920" in near.splitlines()[2]


def test_what_is_disputed_or_wrong_is_marked_and_put_right(desk: Desk, visitor: Visitor) -> None:
    disputed = said(dispatch.run(desk, "bugun", "18 Mart", visitor))
    assert "Bu güne konan, ama tartışmalı ya da yanlış olanlar:\n• 18 Mart 1921 (tarihi tartışmalı): " in disputed
    assert "\nBaşka anlatım: Moskova Antlaşması'nın resmî tarihi 16 Mart 1921" in disputed
    wrong = said(dispatch.run(desk, "bugun", "26 Temmuz", visitor))
    assert "• 26 Temmuz 1922 (Kaynaktaki yanlış): " in wrong
    assert "26 Ağustos 1922" in wrong


def test_a_night_of_two_days_is_told_on_both(desk: Desk, visitor: Visitor) -> None:
    for day in ("2 Aralık", "3 Aralık 1920"):
        assert "• 2–3 Aralık 1920 (tarihi tartışmalı): Gümrü Antlaşması" in said(dispatch.run(desk, "bugun", day, visitor))


@pytest.mark.parametrize("typed", ["Kars", "31 Nisan", "29 Şubat 1921", "dünya", *(odd for odd in ODD if odd.strip())])
def test_what_is_no_date_is_answered_with_examples(desk: Desk, visitor: Visitor, english: Visitor, typed: str) -> None:
    assert said(dispatch.run(desk, "bugun", typed, visitor)).startswith(
        "Bunu bir tarih olarak okuyamadım. Şöyle yazabilirsiniz: 16 Mart"
    )
    assert said(dispatch.run(desk, "bugun", typed, english)).startswith("I cannot read this as a date. You can write: 16 March")


def test_english_visitors_are_answered_in_english(desk: Desk, english: Visitor) -> None:
    reply = dispatch.run(desk, "bugun", "16 March", english)
    assert reply.blocks[0].text == "16 March"
    assert "(date disputed): The official date of the Treaty of Moscow is 16 March 1921" in said(reply)
    assert said(dispatch.run(desk, "bugun", "29 February", english)).startswith(
        "No event is recorded for 29 February. The nearest days:"
    )


@pytest.mark.parametrize(
    "text",
    ["bugün ne oldu", "/bugün", "Bugün tarihte ne oldu?", "dün ne oldu", "DÜN NE OLDU??", "bu gün neler oldu", "tarihte bugün", "bugün", "yarın ne olmuştu",
     "bugünün olayları", "what happened today?", "What happened on this day today", "bugun ne oldu", "dünkü olaylar neler"],
)  # fmt: skip
def test_a_question_for_the_day_is_one(text: str) -> None:
    assert asks_for_today(text)


@pytest.mark.parametrize(
    "text",
    ["ne oldu", "bugün hava nasıl", "Bugün Kars'ta ne oldu?", "dünya savaşı ne zaman oldu", "Dün Moskova Antlaşması imzalandı mı?", "16 Mart'ta ne oldu",
     "yarın", "bugün " * 40, *ODD],
)  # fmt: skip
def test_other_questions_are_none(text: str) -> None:
    assert asks_for_today(text) is (text == "yarın")


@pytest.mark.parametrize(
    ("text", "heading"),
    [("bugün ne oldu?", "16 Mart\n"), ("/bugün", "16 Mart\n"), ("dün ne oldu", "15 Mart"), ("bu gün ne oldu", "16 Mart\n"), ("tarihte dünkü olaylar", "15 Mart")],
)  # fmt: skip
def test_a_question_for_the_day_leads_to_it(desk: Desk, visitor: Visitor, text: str, heading: str) -> None:
    assert said(dispatch.ask(desk, text, visitor)).startswith(heading)
    assert said(dispatch.run(desk, "sor", text, visitor)).startswith(heading)


def test_other_questions_are_still_answered(desk: Desk, visitor: Visitor) -> None:
    assert "16 Mart 1921" in said(dispatch.ask(desk, "Moskova Antlaşması ne zaman imzalandı?", visitor))


def test_buttons_lead_to_the_days_before_and_after_and_replace_the_message(desk: Desk, visitor: Visitor) -> None:
    reply = dispatch.run(desk, "bugun", "16 Mart", visitor)
    following = dispatch.press(desk, button(reply, "18 Mart ▶").press, visitor)
    assert following.replaces
    assert following.blocks[0].text == "18 Mart"
    back = dispatch.press(desk, button(following, "◀ 16 Mart").press, visitor)
    assert (back.blocks, back.buttons) == (reply.blocks, reply.buttons)


def test_around_the_year_every_day_is_one_sendable_message_and_the_buttons_go_round(desk: Desk, visitor: Visitor) -> None:
    reply = dispatch.run(desk, "bugun", "1 Ocak", visitor)
    seen = []
    while reply.blocks[0].text not in seen:
        seen.append(reply.blocks[0].text)
        assert is_sendable(reply)
        assert len(said(reply)) <= LENGTH_OF_A_PAGE + 250  # a heading, and the marks of the doubtful
        reply = dispatch.press(desk, next(one for one in buttons(reply) if one.label.endswith("▶")).press, visitor)
    assert len(seen) >= 150
    assert seen[1] == reply.blocks[0].text  # New Year's Day has no event itself


def test_a_day_with_more_than_a_message_holds_leads_to_all(desk: Desk, visitor: Visitor) -> None:
    reply = dispatch.run(desk, "bugun", "16 Mart", visitor)
    whole = next(one for one in buttons(reply) if one.label.startswith("Hepsi ("))
    assert said(dispatch.press(desk, whole.press, visitor)).startswith(f"16 Mart – {whole.label[7:-1]} kayıt (sayfa 1/")


@pytest.mark.parametrize(
    "data",
    ["day", "day:", "day:1921", "day:02-30", "day:03-16:x", "day:" + "9" * 60, "day:1921-02-29", "day:\x00", "day:ı", "day:03"],
)
def test_a_forged_button_is_answered(desk: Desk, visitor: Visitor, data: str) -> None:
    assert said(dispatch.press(desk, data, visitor)).startswith("Bu düğme artık geçerli değil.")


def test_who_asks_too_fast_is_told_to_wait_by_command_and_by_question(desk: Desk, visitor: Visitor) -> None:
    desk.limits = Limits((1, 3.0), (9, 1.0))
    dispatch.run(desk, "bugun", "", visitor)
    for reply in (dispatch.run(desk, "bugun", "", visitor), dispatch.ask(desk, "bugün ne oldu", visitor)):
        assert said(reply).startswith("Biraz yavaşlayalım; 3 saniye")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_is_answered_without_an_error(desk: Desk, visitor: Visitor, text: str) -> None:
    assert said(dispatch.run(desk, "bugun", text, visitor)) not in {"", BROKEN.tr}
    assert said(dispatch.press(desk, f"day:{text}", visitor)) not in {"", BROKEN.tr}
