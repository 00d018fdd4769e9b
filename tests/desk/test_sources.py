"""“/kaynak”: every source with its reference, how much rests on it, and files for reference managers."""

import json

import pytest
from desk_replies import button, buttons, is_sendable, said

from mmbot.desk import dispatch
from mmbot.desk.desk import Desk
from mmbot.desk.presses import token
from mmbot.model import Visitor


def test_all_sources_are_listed_and_lead_to_their_references(desk: Desk, visitor: Visitor) -> None:
    reply = dispatch.run(desk, "kaynak", "", visitor)
    sources = desk.answering.library.sources
    assert len(list(buttons(reply))) == len(sources) == 5
    for one, source in zip(buttons(reply), sources.values(), strict=True):
        assert source.reference in said(dispatch.press(desk, one.press, visitor))


@pytest.mark.parametrize("typed", ["topal-2018", "topal", "TOPAL 2018", "coskun", "moskova anlaşması karen"])
def test_a_source_is_found_by_id_author_year_or_title(desk: Desk, visitor: Visitor, typed: str) -> None:
    reply = dispatch.run(desk, "kaynak", typed, visitor)
    facts = desk.answering.library.facts.values()
    count = sum(any(citation.source == "topal-2018" for citation in fact.citations) for fact in facts)
    assert f"{count} bilgi bu kaynağı gösteriyor." in said(reply)


def test_a_source_without_author_is_said_to_have_none(desk: Desk, visitor: Visitor, english: Visitor) -> None:
    assert "Yazarı bilinmiyor." in said(dispatch.run(desk, "kaynak", "ders-notu", visitor))
    assert "Its author is not known." in said(dispatch.run(desk, "kaynak", "ders-notu", english))
    assert "Yazarı" not in said(dispatch.run(desk, "kaynak", "topal", visitor))


@pytest.mark.parametrize("typed", ["Nutuk", "x" * 4000, "<b>", "2018 2008"])
def test_an_unknown_source_is_answered_with_those_there_are(desk: Desk, visitor: Visitor, typed: str) -> None:
    reply = dispatch.run(desk, "kaynak", typed, visitor)
    assert len(list(buttons(reply))) == 5
    assert len(said(reply)) < 500


def test_several_that_fit_are_all_offered(desk: Desk, visitor: Visitor) -> None:
    assert len(list(buttons(dispatch.run(desk, "kaynak", "türk", visitor)))) > 1


@pytest.mark.parametrize(
    ("label", "name", "begins"),
    [("BibTeX", "topal-2018.bib", "@article{topal-2018,"), ("RIS", "topal-2018.ris", "TY  - JOUR"), ("CSL-JSON", "topal-2018.json", "[\n"),
     ("APA", "topal-2018.txt", "Topal, C. (2018).")],
)  # fmt: skip
def test_each_format_comes_as_a_file(desk: Desk, visitor: Visitor, label: str, name: str, begins: str) -> None:
    one = dispatch.run(desk, "kaynak", "topal", visitor)
    reply = dispatch.press(desk, button(one, label).press, visitor)
    assert reply.document
    assert reply.document.name == name
    assert reply.document.text.startswith(begins)
    assert is_sendable(reply)
    if label == "CSL-JSON":
        assert json.loads(reply.document.text)[0]["id"] == "topal-2018"
    assert [block.role for block in reply.blocks] == ["code"]


def test_the_source_button_of_an_answer_leads_on_to_the_formats(desk: Desk, visitor: Visitor) -> None:
    answer = dispatch.ask(desk, "Moskova Antlaşması ne zaman imzalandı?", visitor)
    shown = dispatch.press(desk, button(answer, "Kaynak").press, visitor)
    reference = desk.answering.library.sources["topal-2018"].reference
    assert said(shown).count(reference) == 1
    assert "s. 322: “16 Mart 1921'de törenle imzalandı” (sayfada bulundu ✔)" in said(shown)
    assert button(dispatch.press(desk, button(shown, "Topal 2018").press, visitor), "BibTeX")


@pytest.mark.parametrize(
    "data",
    ["format:", "format:x", f"format:{token('topal-2018')}", f"format:{token('topal-2018')}:exe", "reference:x", "reference"],
)
def test_forged_buttons_are_said_to_have_expired(desk: Desk, visitor: Visitor, data: str) -> None:
    assert "artık geçerli değil" in said(dispatch.press(desk, data, visitor))


def test_back_to_all_sources(desk: Desk, visitor: Visitor) -> None:
    one = dispatch.run(desk, "kaynak", "topal", visitor)
    assert len(list(buttons(dispatch.press(desk, button(one, "Bütün kaynaklar").press, visitor)))) == 5
