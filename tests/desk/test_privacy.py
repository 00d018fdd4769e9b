"""What is kept of a person is told, shown to nobody else, and deleted only by him."""

from datetime import time

import pytest
from desk_replies import button, buttons, is_sendable, said

from mmbot.desk import dispatch
from mmbot.desk.desk import Desk
from mmbot.desk.records import Draft, Subscription
from mmbot.model import Person, Visitor


@pytest.fixture
def known(desk: Desk, visitor: Visitor) -> Visitor:
    """A visitor of whom things are kept."""
    desk.records.subscriptions.put(Subscription("telegram:-5", time(9), by=visitor.person))
    miss = desk.records.misses.note("fenerbahce ne zaman kuruldu", "", desk.clock())
    desk.records.misses.wait(miss, visitor.person, visitor.place)
    desk.records.drafts.put(visitor.person, Draft("form", {"a": "b"}))
    return visitor


def test_privacy_tells_what_why_how_long_who_and_which_rights(desk: Desk, visitor: Visitor, english: Visitor) -> None:
    told = said(dispatch.run(desk, "gizlilik", "", visitor))
    for word in ("90 gün", "30 dakika", "3 gün", "Veri sorumlusu", "KVKK", "/unut", "abone", "haber ver", "Öneriler"):
        assert word in told
    assert len(told) < 2000
    assert "90 days" in said(dispatch.run(desk, "gizlilik", "", english))


def test_my_data_names_everything_that_is_kept(desk: Desk, known: Visitor) -> None:
    reply = dispatch.run(desk, "verilerim", "", known)
    for words in ("Abonelik:", "telegram:-5", "fenerbahce ne zaman kuruldu", "Yarım kalan form:", "a=b"):
        assert words in said(reply)
    assert is_sendable(reply)


def test_my_data_is_not_shown_in_a_group(desk: Desk, known: Visitor, other: Visitor) -> None:
    there = Visitor(known.person, other.place)
    reply = dispatch.run(desk, "verilerim", "", there)
    assert "özel" in said(reply)
    assert "fenerbahce" not in said(reply)
    assert reply.only_you


def test_nothing_is_kept_of_somebody_new(desk: Desk, visitor: Visitor) -> None:
    dispatch.ask(desk, "Fenerbahçe ne zaman kuruldu?", visitor)
    dispatch.ask(desk, "Moskova Antlaşması ne zaman imzalandı?", visitor)
    assert said(dispatch.run(desk, "verilerim", "", visitor)) == "Hakkınızda hiçbir kayıt yok."


def test_forgetting_is_asked_for_twice_and_then_complete(desk: Desk, known: Visitor) -> None:
    asked = dispatch.run(desk, "unut", "", known)
    assert desk.records.people.data_of(known.person)
    done = dispatch.press(desk, button(asked, "Evet, sil").press, known)
    assert said(done) == "Silindi: 3 kayıt."
    assert desk.records.people.data_of(known.person) == {}
    assert said(dispatch.press(desk, button(asked, "Evet, sil").press, known)) == "Silinecek bir kayıt yoktu."


def test_no_deletes_nothing(desk: Desk, known: Visitor) -> None:
    asked = dispatch.run(desk, "unut", "", known)
    assert said(dispatch.press(desk, button(asked, "Hayır, kalsın").press, known)) == "Hiçbir şey silinmedi."
    assert len(desk.records.people.data_of(known.person)) == 3


@pytest.mark.parametrize("data", ["forget", "forget:yes", "forget:yes:", "forget:no", "forget:x:y", None])
def test_another_person_or_a_forged_button_deletes_nothing(desk: Desk, known: Visitor, data: str | None) -> None:
    pressed = data or button(dispatch.run(desk, "unut", "", known), "Evet, sil").press
    stranger = Visitor(Person("telegram", "8"), known.place)
    desk.records.drafts.put(stranger.person, Draft("form", {}))
    reply = dispatch.press(desk, pressed, stranger)
    assert "başkasının" in said(reply)
    assert reply.toast
    assert len(desk.records.people.data_of(known.person)) == 3
    assert desk.records.people.data_of(stranger.person)


def test_the_buttons_under_privacy_lead_to_both(desk: Desk, known: Visitor) -> None:
    reply = dispatch.run(desk, "gizlilik", "", known)
    assert "telegram:-5" in said(dispatch.press(desk, button(reply, "Verilerim").press, known))
    assert len(list(buttons(dispatch.press(desk, button(reply, "Verilerimi sil").press, known)))) == 2
