"""A form filled in step by step: every field checked, backwards and out at any time, kept over a restart, gone after its time."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from desk_replies import button, buttons, is_sendable, said

from fakes import FakeClock, serve
from mmbot.desk import dispatch
from mmbot.desk.desk import Desk, FormService
from mmbot.desk.reply import Field, Form, Reply, line
from mmbot.model import Person, Visitor
from mmbot.store.sqlite import SqliteRecords

FORM = Form(
    "sample:x",
    "Örnek",
    (
        Field("day", "Gün", hint="16 Mart 1921", most=20),
        Field("kind", "Tür", choices=(("t", "Antlaşma"), ("p", "Kişi"))),
        Field("note", "Not", required=False, most=10, value="eski"),
    ),
)
Taken = list[tuple[str, Mapping[str, str], Visitor]]


@pytest.fixture
def taken(desk: Desk) -> Taken:
    """What was submitted."""
    found: Taken = []

    def submit(_desk: Desk, form_id: str, values: Mapping[str, str], visitor: Visitor) -> Reply:
        found.append((form_id, dict(values), visitor))
        return line("Alındı.")

    def build(_desk: Desk, form_id: str, _visitor: Visitor) -> Form | None:
        return FORM if form_id == FORM.id else None

    serve(desk, forms={"sample": FormService(build, submit)})
    return found


def test_every_field_is_asked_for_and_the_values_are_submitted(desk: Desk, visitor: Visitor, taken: Taken) -> None:
    first = dispatch.begin(desk, FORM, visitor)
    assert [block.text for block in first.blocks[:3]] == ["Örnek (1/3)", "Gün", "16 Mart 1921"]
    second = dispatch.ask(desk, " 16 Mart 1921 ", visitor)
    assert "(2/3)" in said(second)
    third = dispatch.press(desk, button(second, "Kişi").press, visitor)
    assert "Şimdiki: eski" in said(third)
    assert all(is_sendable(reply) for reply in (first, second, third))
    assert said(dispatch.ask(desk, "yeni", visitor)) == "Alındı."
    assert taken == [(FORM.id, {"day": "16 Mart 1921", "kind": "p", "note": "yeni"}, visitor)]
    assert desk.records.drafts.get(visitor.person) is None
    assert "16 Mart 1921" in said(dispatch.ask(desk, "Moskova Antlaşması ne zaman imzalandı?", visitor))


@pytest.mark.parametrize(("last", "note"), [("atla", "eski"), ("Skip", "eski"), ("ATLA", "eski"), ("-", ""), ("kısa", "kısa")])
def test_an_optional_field_can_be_skipped_kept_or_emptied(desk: Desk, visitor: Visitor, taken: Taken, last: str, note: str) -> None:
    dispatch.begin(desk, FORM, visitor)
    for text in ("1921", "antlasma", last):
        dispatch.ask(desk, text, visitor)
    assert [values["note"] for _, values, _ in taken] == [note]


@pytest.mark.parametrize(
    ("before", "text", "fault"),
    [
        pytest.param((), "  ", "boş bırakılamaz", id="required"),
        pytest.param((), "atla", "boş bırakılamaz", id="required-is-not-skipped"),
        pytest.param((), "-" * 21, "en çok 20 karakter", id="too-long"),
        pytest.param(("1921",), "olay", "seçeneklerden birini", id="no-choice"),
        pytest.param(("1921", "Kişi"), "x" * 4096, "yazdığınız 4096 karakter", id="far-too-long"),
    ],
)
def test_what_cannot_be_taken_is_said_and_asked_again(
    desk: Desk, visitor: Visitor, taken: Taken, before: tuple[str, ...], text: str, fault: str
) -> None:
    dispatch.begin(desk, FORM, visitor)
    for earlier in before:
        dispatch.ask(desk, earlier, visitor)
    reply = dispatch.ask(desk, text, visitor)
    assert fault in said(reply)
    assert f"({len(before) + 1}/3)" in said(reply)
    assert taken == []


@pytest.mark.parametrize("how", ["typed", "pressed"])
def test_back_shows_what_was_given_and_cancel_ends(desk: Desk, visitor: Visitor, taken: Taken, how: str) -> None:
    dispatch.begin(desk, FORM, visitor)
    reply = dispatch.ask(desk, "1921", visitor)

    def order(word: str, current: Reply) -> Reply:
        return dispatch.ask(desk, word, visitor) if how == "typed" else dispatch.press(desk, button(current, word).press, visitor)

    reply = order("Geri", reply)
    assert "Şimdiki: 1921" in said(reply)
    reply = order("Atla", reply)  # what was given stays
    reply = order("İptal", reply)
    assert "İptal edildi" in said(reply)
    assert desk.records.drafts.get(visitor.person) is None
    assert taken == []


@pytest.mark.parametrize(
    "data", ["fill:0:0", "fill:skip:0", "fill:99:1", "fill:²:1", "fill:-1:1", "fill:again", "fill:", "fill:x:y:z"]
)
def test_a_stale_or_forged_button_asks_for_the_present_field_again(desk: Desk, visitor: Visitor, taken: Taken, data: str) -> None:
    dispatch.begin(desk, FORM, visitor)
    dispatch.ask(desk, "1921", visitor)
    assert "(2/3)" in said(dispatch.press(desk, data, visitor))
    assert taken == []


def test_a_restart_in_between_loses_nothing(desk: Desk, visitor: Visitor, taken: Taken, tmp_path: Path) -> None:
    path = str(tmp_path / "mmbot.db")
    before = replace(desk, records=SqliteRecords(path))
    dispatch.begin(before, FORM, visitor)
    dispatch.ask(before, "1921", visitor)
    before.records.close()
    after = replace(desk, records=SqliteRecords(path))
    dispatch.ask(after, "Kişi", visitor)
    dispatch.ask(after, "atla", visitor)
    after.records.close()
    assert [values for _, values, _ in taken] == [{"day": "1921", "kind": "p", "note": "eski"}]


def test_after_half_an_hour_the_form_is_gone_and_that_is_said(desk: Desk, visitor: Visitor, clock: FakeClock, taken: Taken) -> None:
    dispatch.begin(desk, FORM, visitor)
    clock.advance(minutes=29)
    assert "(2/3)" in said(dispatch.ask(desk, "1921", visitor))
    clock.advance(minutes=30)
    assert "30 dakika" in said(dispatch.ask(desk, "gizli bir metin", visitor))
    assert desk.records.misses.open() == []  # what was meant for a form is noted nowhere
    assert "Kaynak" in said(dispatch.ask(desk, "Kars Antlaşması'nı kim imzaladı?", visitor))
    assert taken == []


def test_only_the_person_himself_and_only_in_private_fills_in(desk: Desk, visitor: Visitor, other: Visitor, taken: Taken) -> None:
    dispatch.begin(desk, FORM, visitor)
    in_group = replace(visitor, place=other.place, private=False)
    stranger = replace(other, private=True)
    for somebody in (in_group, stranger):
        assert "Kaynak" in said(dispatch.ask(desk, "Kars Antlaşması'nı kim imzaladı?", somebody))
    draft = desk.records.drafts.get(visitor.person)
    assert draft
    assert (draft.step, draft.values) == (0, {})
    assert taken == []


def test_begun_in_a_group_it_goes_on_in_private_with_the_first_question(
    desk: Desk, visitor: Visitor, other: Visitor, taken: Taken
) -> None:
    begun = dispatch.begin(desk, FORM, replace(visitor, place=other.place, private=False))
    assert "özel" in said(begun)
    assert begun.only_you
    assert "(1/3)" in said(dispatch.ask(desk, "merhaba", visitor))
    assert "(2/3)" in said(dispatch.ask(desk, "1921", visitor))
    assert taken == []


def test_the_link_from_a_group_asks_the_first_question(desk: Desk, visitor: Visitor, taken: Taken) -> None:
    dispatch.begin(desk, FORM, replace(visitor, private=False))
    assert "(1/3)" in said(dispatch.press(desk, "fill:again", visitor))
    assert taken == []


def test_a_submission_that_fails_can_be_repeated(desk: Desk, visitor: Visitor, taken: Taken) -> None:
    service = desk.services.forms["sample"]

    def fail(*_: object) -> Reply:
        raise RuntimeError("disk full")

    serve(desk, forms={"sample": service._replace(submit=fail)})
    dispatch.begin(desk, FORM, visitor)
    for text in ("1921", "Kişi"):
        dispatch.ask(desk, text, visitor)
    assert "Beklenmeyen bir hata" in said(dispatch.ask(desk, "son", visitor))
    serve(desk, forms={"sample": service})
    assert said(dispatch.ask(desk, "son", visitor)) == "Alındı."
    assert len(taken) == 1


def test_a_form_that_is_gone_is_said_to_be(desk: Desk, visitor: Visitor, taken: Taken) -> None:
    assert "artık yok" in said(dispatch.begin(desk, replace(FORM, id="nothing"), visitor))
    dispatch.begin(desk, replace(FORM, id="sample:gone"), visitor)
    assert "artık yok" in said(dispatch.ask(desk, "1921", visitor))
    assert taken == []


def test_a_command_is_no_value(desk: Desk, visitor: Visitor, taken: Taken) -> None:
    dispatch.begin(desk, FORM, visitor)
    assert "Topal" in said(dispatch.run(desk, "kaynak", "", visitor))
    assert "(2/3)" in said(dispatch.ask(desk, "1921", visitor))
    assert taken == []


@pytest.mark.parametrize(
    ("values", "said_"),
    [
        ({"day": "1921", "kind": "t"}, "Alındı."),
        ({"day": " 1921 ", "kind": "Antlaşma", "note": "n", "other": "forged"}, "Alındı."),
        ({"kind": "t"}, "boş bırakılamaz"),
        ({"day": "1921", "kind": "x"}, "seçeneklerden"),
        ({"day": "1" * 21, "kind": "t"}, "en çok 20"),
        ({}, "boş bırakılamaz"),
    ],
)
def test_values_that_come_at_once_are_checked_as_well(
    desk: Desk, visitor: Visitor, taken: Taken, values: dict[str, str], said_: str
) -> None:
    assert said_ in said(dispatch.submit(desk, FORM.id, values, visitor))
    assert all(set(got) == {"day", "kind", "note"} and got["kind"] == "t" for _, got, _ in taken)


@pytest.mark.parametrize("form_id", ["", "x", "sample:gone", "sample", ":", "x" * 100])
def test_an_unknown_form_is_not_taken(desk: Desk, visitor: Visitor, taken: Taken, form_id: str) -> None:
    assert said(dispatch.submit(desk, form_id, {"day": "1"}, visitor))
    assert taken == []


def test_in_the_terminal_a_number_may_be_a_value(desk: Desk, taken: Taken) -> None:
    local = Visitor(Person("terminal", "local"), "terminal:local", private=True)
    assert list(buttons(dispatch.begin(desk, FORM, local))) == []
    assert [one.label for one in buttons(dispatch.ask(desk, "2", local))] == ["Antlaşma", "Kişi"]
    assert taken == []
