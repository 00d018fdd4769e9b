"""“Hata bildir”: counted by fact and kind, without the person."""

from dataclasses import replace

import pytest
from desk_replies import button, buttons, is_sendable, said

from fakes import serve
from mmbot.desk import dispatch
from mmbot.desk.desk import Desk
from mmbot.desk.presses import token
from mmbot.desk.reply import line
from mmbot.model import Visitor

FACT = "moskova-antlasmasi/imza-tarihi"


@pytest.mark.parametrize(
    ("label", "kind"),
    [("Tarih yanlış", "date"), ("Bilgi eksik", "missing"), ("Kaynak sorunlu", "source"), ("Soruyla ilgisi yok", "unrelated")],
)
def test_a_complaint_is_counted_without_the_person(desk: Desk, visitor: Visitor, label: str, kind: str) -> None:
    answer = dispatch.ask(desk, "Moskova Antlaşması ne zaman imzalandı?", visitor)
    asked = dispatch.press(desk, button(answer, "Hata bildir").press, visitor)
    assert is_sendable(asked)
    thanks = dispatch.press(desk, button(asked, label).press, visitor)
    assert desk.records.counts.complaints() == [(FACT, kind, 1)]
    assert desk.records.people.data_of(visitor.person) == {}
    assert "Teşekkürler" in said(thanks)
    assert (thanks.replaces, thanks.only_you, thanks.toast != "") == (True, True, True)


def test_a_correction_is_offered_only_where_somebody_takes_it(desk: Desk, visitor: Visitor) -> None:
    data = f"complain:date:{token(FACT)}"
    desk.services = replace(desk.services, presses={"complain": desk.services.presses["complain"]})
    assert list(buttons(dispatch.press(desk, data, visitor))) == []
    serve(desk, presses={"propose": lambda _desk, typed, _visitor: line(typed)})
    offered = button(dispatch.press(desk, data, visitor), "Düzeltme öner")
    assert said(dispatch.press(desk, offered.press, visitor)) == token(FACT)


@pytest.mark.parametrize(
    "data", ["report:", "report:x", "complain", "complain:date", f"complain:x:{token(FACT)}", "complain:date:gone", "complain:::"]
)
def test_forged_complaints_are_not_counted(desk: Desk, visitor: Visitor, data: str) -> None:
    assert "artık geçerli değil" in said(dispatch.press(desk, data, visitor))
    assert desk.records.counts.complaints() == []


def test_one_person_cannot_flood_the_counts(desk: Desk, visitor: Visitor) -> None:
    for _ in range(50):
        reply = dispatch.press(desk, f"complain:date:{token(FACT)}", visitor)
    assert "yavaşlayalım" in said(reply)
    assert desk.records.counts.complaints() == [(FACT, "date", desk.limits.person[0])]
