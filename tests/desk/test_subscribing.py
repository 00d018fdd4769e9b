"""“/abone” and “/abonelik”: who may order the daily post, for what time, and what is said about the next one."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from desk_replies import button, buttons, is_sendable, said
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fakes import FakeClock
from mmbot.desk import dispatch, posting
from mmbot.desk.desk import Desk
from mmbot.desk.records import Subscription
from mmbot.model import Visitor
from mmbot.texts import BROKEN

REFUSED = "Günlük gönderiyi burada yalnızca yöneticiler başlatabilir"


@pytest.fixture(autouse=True)
def morning(clock: FakeClock) -> None:
    clock.now = datetime(2026, 3, 16, 5, 0, tzinfo=UTC)  # 08.00 in Istanbul


@pytest.mark.parametrize(
    ("typed", "at"),
    [("", time(9)), ("9", time(9)), ("09.00", time(9)), ("21:30", time(21, 30)), ("sabah 8", time(8)), ("akşam 9", time(21))],
)
def test_a_place_orders_the_post_for_a_time(desk: Desk, visitor: Visitor, typed: str, at: time) -> None:
    reply = dispatch.run(desk, "abone", typed, visitor)
    assert desk.records.subscriptions.get(visitor.place) == Subscription(visitor.place, at, "Europe/Istanbul", "tr", visitor.person)
    assert said(reply).startswith(f"Abonelik başladı: bu sohbet, her gün saat {at:%H.%M}.")
    assert is_sendable(reply)


@pytest.mark.parametrize("typed", ["25:00", "16 Mart", "x", "<b>", "9" * 300, "\x00", "%s {0}"])
def test_what_is_no_time_is_answered_with_examples(desk: Desk, visitor: Visitor, typed: str) -> None:
    assert said(dispatch.run(desk, "abone", typed, visitor)).startswith(
        "Bunu bir saat olarak okuyamadım. Şöyle yazabilirsiniz: /abone 09.00"
    )
    assert desk.records.subscriptions.all() == []


@pytest.mark.parametrize(
    ("now", "typed", "following"),
    [
        pytest.param("2026-03-16T05:00", "9", "bugün, 16 Mart 2026, saat 09.00", id="still-to-come"),
        pytest.param("2026-03-16T06:00", "9", "yarın, 17 Mart 2026, saat 09.00", id="this-minute"),
        pytest.param("2026-03-16T07:00", "9", "yarın, 17 Mart 2026, saat 09.00", id="an-hour-ago"),
        pytest.param("2026-03-16T20:59", "9", "yarın, 17 Mart 2026, saat 09.00", id="long-ago"),
        pytest.param("2026-03-16T21:30", "23.00", "bugün, 17 Mart 2026, saat 23.00", id="just-after-midnight"),
        pytest.param("2025-12-31T20:30", "0.05", "yarın, 1 Ocak 2026, saat 00.05", id="new-year"),
    ],
)
def test_the_first_post_is_the_next_one(
    desk: Desk, visitor: Visitor, clock: FakeClock, now: str, typed: str, following: str
) -> None:
    clock.now = datetime.fromisoformat(f"{now}:00+00:00")
    assert f"Sonraki gönderi: {following} (Europe/Istanbul)." in said(dispatch.run(desk, "abone", typed, visitor))
    assert posting.due(desk) == []


def test_the_first_post_comes_when_it_was_promised(desk: Desk, visitor: Visitor, clock: FakeClock) -> None:
    clock.now = datetime(2026, 3, 16, 21, 30, tzinfo=UTC)
    dispatch.run(desk, "abone", "23.00", visitor)
    hours = [hour for hour in range(1, 49) if not clock.advance(hours=1) and posting.due(desk)]
    assert hours[0] == 23  # 23.30 of 17 March: the post of 16 March is not caught up


def test_ordering_twice_says_so_and_another_time_changes_it(desk: Desk, visitor: Visitor) -> None:
    dispatch.run(desk, "abone", "9", visitor)
    assert said(dispatch.run(desk, "abone", "09.00", visitor)).startswith("Abonelik zaten böyle: ")
    assert said(dispatch.run(desk, "abone", "10", visitor)).startswith("Saat değişti: bu sohbet, her gün saat 10.00.")
    assert [one.at for one in desk.records.subscriptions.all()] == [time(10)]


def test_another_time_does_not_bring_a_second_post_on_one_day(desk: Desk, visitor: Visitor, clock: FakeClock) -> None:
    dispatch.run(desk, "abone", "9", visitor)
    clock.advance(hours=1)
    (due,) = posting.due(desk)
    assert posting.prepare(desk, due)
    posting.confirm(desk, due, "sent")
    assert "Sonraki gönderi: yarın, 17 Mart 2026, saat 21.00" in said(dispatch.run(desk, "abone", "21", visitor))
    clock.advance(hours=12)
    assert posting.due(desk) == []


def test_ended_and_ordered_again_there_is_still_one_post_a_day(desk: Desk, visitor: Visitor, clock: FakeClock) -> None:
    dispatch.run(desk, "abone", "9", visitor)
    clock.advance(hours=1)
    (due,) = posting.due(desk)
    posting.prepare(desk, due)
    posting.confirm(desk, due, "sent")
    dispatch.press(desk, "sub:end", visitor)
    dispatch.run(desk, "abone", "10", visitor)
    clock.advance(hours=1)
    assert posting.due(desk) == []


def test_the_subscription_is_shown_with_buttons_that_change_and_end_it(desk: Desk, visitor: Visitor) -> None:
    assert said(dispatch.run(desk, "abonelik", "", visitor)).startswith("Burada abonelik yok.")
    dispatch.run(desk, "abone", "9", visitor)
    shown = dispatch.run(desk, "abonelik", "", visitor)
    assert said(shown) == (
        "Abonelik: bu sohbet, her gün saat 09.00.\nSonraki gönderi: bugün, 16 Mart 2026, saat 09.00 (Europe/Istanbul)."
    )
    assert "09.00" not in {one.label for one in buttons(shown)}
    changed = dispatch.press(desk, button(shown, "18.00").press, visitor)
    assert changed.replaces
    assert said(changed).startswith("Saat değişti: bu sohbet, her gün saat 18.00.")
    ended = dispatch.press(desk, button(changed, "Aboneliği bitir").press, visitor)
    assert ended.replaces
    assert is_sendable(ended)
    assert desk.records.subscriptions.all() == []
    again = dispatch.press(desk, button(ended, "09.00").press, visitor)
    assert said(again).startswith("Abonelik başladı: ")


def test_in_a_group_only_administrators_order_change_and_end(desk: Desk, other: Visitor) -> None:
    for reply in (
        dispatch.run(desk, "abone", "9", other),
        dispatch.press(desk, "sub:0900", other),
        dispatch.press(desk, "sub:end", other),
    ):
        assert said(reply).startswith(REFUSED)
        assert reply.only_you
        assert is_sendable(reply)
    assert desk.records.subscriptions.all() == []
    admin = replace(other, roles=frozenset({"admin"}))
    assert said(dispatch.run(desk, "abone", "9", admin)).startswith("Abonelik başladı: bu grup ya da kanal, her gün saat 09.00.")
    assert dispatch.press(desk, "sub:end", other).toast
    assert len(desk.records.subscriptions.all()) == 1
    shown = dispatch.run(desk, "abonelik", "", other)
    assert said(shown).startswith("Abonelik: bu grup ya da kanal, her gün saat 09.00.")
    assert shown.buttons == ()
    dispatch.press(desk, "sub:end", admin)
    assert desk.records.subscriptions.all() == []


def test_who_writes_in_the_name_of_his_group_is_not_noted(desk: Desk, other: Visitor) -> None:
    dispatch.run(desk, "abone", "9", replace(other, roles=frozenset({"admin"}), anonymous=True))
    (ordered,) = desk.records.subscriptions.all()
    assert ordered.by is None


def test_who_speaks_english_is_told_of_the_post_in_english(desk: Desk, english: Visitor) -> None:
    admin = replace(english, roles=frozenset({"admin"}))
    text = said(dispatch.run(desk, "abone", "9 pm", admin))
    assert text.startswith("Subscribed: this group or channel, every day at 21:00.\nNext post: today, 16 March 2026 at 21:00")
    assert desk.records.subscriptions.all()[0].language == "en"
    assert said(dispatch.run(desk, "abone", "9", english)).startswith("Only administrators may start, change or end")


@pytest.mark.parametrize(
    "data", ["sub", "sub:", "sub:9999", "sub:2460", "sub:9", "sub:ends", "sub:0900:1", "sub:²²²²", "sub:\x00", "sub:" + "0" * 60]
)
def test_a_forged_button_is_answered(desk: Desk, visitor: Visitor, data: str) -> None:
    assert said(dispatch.press(desk, data, visitor)).startswith("Bu düğme artık geçerli değil.")
    assert desk.records.subscriptions.all() == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_is_answered_without_an_error(desk: Desk, visitor: Visitor, text: str) -> None:
    assert said(dispatch.run(desk, "abone", text, visitor)) not in {"", BROKEN.tr}
    assert said(dispatch.press(desk, f"sub:{text}", visitor)) not in {"", BROKEN.tr}
