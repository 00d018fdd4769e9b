"""A reply: the answer first, what is said against it in the same breath, the citation last."""

import pytest

from mmbot.dates import parse_edtf
from mmbot.knowledge.library import Library, make_library
from mmbot.model import (
    Ambiguous,
    Answer,
    Answered,
    Choice,
    Citation,
    EditorNote,
    Entry,
    Fact,
    Rank,
    Sibling,
    Source,
    TooSoon,
    Unknown,
)
from mmbot.rendering import Block, blocks, plain

SOURCES = {
    "topal-2018": Source("topal-2018", "Topal 2018", "Topal, C. (2018)."),
    "ders-notu": Source("ders-notu", "Ders notu", "Ders notu. (t.y.)."),
}
LIBRARY: Library = make_library([Entry("olay", "event", "Olay", (), ())], SOURCES)
NOTE = EditorNote("Taarruz 26 Ağustos 1922'de başladı.", "genel kabul")


def cited(page: str, note: str = "", source: str = "topal-2018", *, verified: bool = True) -> Citation:
    return Citation(source, page, ("dayanak",), note, verified)


def fact(
    says: str = "Böyle oldu.",
    *citations: Citation,
    rank: Rank = "normal",
    reason: str = "",
    note: EditorNote | None = None,
    edtf: str = "",
) -> Fact:
    when = parse_edtf(edtf) if edtf else None
    cites = citations or (cited("322"),)
    return Fact("f", "olay", ("what",), says, cites, date=when, rank=rank, reason=reason, editor_note=note)


def text(answer: Answer) -> str:
    return plain(blocks(LIBRARY, answer))


@pytest.mark.parametrize(
    ("citations", "line"),
    [
        pytest.param([cited("322")], "Topal 2018, s. 322 ✔", id="one-page"),
        pytest.param([cited("321"), cited("322")], "Topal 2018, s. 321, 322 ✔", id="pages-of-one-source-together"),
        pytest.param([cited("322"), cited("321")], "Topal 2018, s. 321, 322 ✔", id="pages-in-order"),
        pytest.param([cited("100"), cited("99")], "Topal 2018, s. 99, 100 ✔", id="pages-in-order-of-number"),
        pytest.param([cited("322"), cited("322")], "Topal 2018, s. 322 ✔", id="a-page-once"),
        pytest.param([cited("322", "58")], "Topal 2018, s. 322 (dn. 58) ✔", id="footnote"),
        pytest.param([cited("321"), cited("322", "58")], "Topal 2018, s. 321, 322 (dn. 58) ✔", id="footnote-at-its-page"),
        pytest.param([cited("322", "58"), cited("322", "59")], "Topal 2018, s. 322 (dn. 58, 59) ✔", id="two-footnotes-of-a-page"),
        pytest.param([cited("322", "58"), cited("322", "58")], "Topal 2018, s. 322 (dn. 58) ✔", id="a-footnote-once"),
        pytest.param([cited("pdf-4", source="ders-notu")], "Ders notu, PDF s. 4 ✔", id="page-of-the-file"),
        pytest.param(
            [cited("pdf-10", source="ders-notu"), cited("pdf-9", source="ders-notu")],
            "Ders notu, PDF s. 9, 10 ✔",
            id="pages-of-the-file",
        ),
        pytest.param(
            [cited("322"), cited("pdf-4", source="ders-notu"), cited("323")],
            "Topal 2018, s. 322, 323 ✔; Ders notu, PDF s. 4 ✔",
            id="each-source-once",
        ),
        pytest.param([cited("322", verified=False)], "Topal 2018, s. 322", id="unverified-without-mark"),
        pytest.param([cited("322"), cited("323", verified=False)], "Topal 2018, s. 322, 323", id="one-unverified-page"),
        pytest.param(
            [cited("322"), cited("pdf-4", source="ders-notu", verified=False)],
            "Topal 2018, s. 322 ✔; Ders notu, PDF s. 4",
            id="one-unverified-source",
        ),
    ],
)
def test_citation_line(citations: list[Citation], line: str) -> None:
    assert text(Answered((fact("Böyle oldu.", *citations),))) == f"Böyle oldu.\nKaynak: {line}"


def test_a_dispute_stands_between_answer_and_citation() -> None:
    other = fact("Başkası 18 Mart der.", cited("323", "58"), reason="Anısıdır.")
    reply = blocks(LIBRARY, Answered((fact("16 Mart'tır."),), (Sibling(other, deprecated=False),)))
    assert reply == (
        Block("answer", "16 Mart'tır."),
        Block("dispute", "Başka anlatım: Başkası 18 Mart der. (Topal 2018, s. 323 (dn. 58) ✔) Gerekçe: Anısıdır."),
        Block("citation", "Kaynak: Topal 2018, s. 322 ✔"),
    )


def test_a_slip_of_a_source_is_called_one() -> None:
    wrong = fact("Kaynak 20 Ağustos der.", cited("119", verified=False), rank="deprecated")
    reply = text(Answered((fact("10 Ağustos'tur."),), (Sibling(wrong, deprecated=True),)))
    assert reply.splitlines()[1] == "Kaynaktaki yanlış: Kaynak 20 Ağustos der. (Topal 2018, s. 119)"


def test_every_sibling_has_its_line() -> None:
    others = tuple(Sibling(fact(f"{day} Mayıs."), deprecated=False) for day in (2, 3))
    lines = text(Answered((fact("29 Mart."),), others)).splitlines()
    assert [line.split(" (", maxsplit=1)[0] for line in lines[1:3]] == ["Başka anlatım: 2 Mayıs.", "Başka anlatım: 3 Mayıs."]
    assert len(lines) == 4


def test_what_a_source_has_wrong_is_led_by_the_editors_note() -> None:
    wrong = fact("Kaynak 26 Temmuz der.", rank="deprecated", reason="Dizgi yanlışıdır.", note=NOTE)
    assert text(Answered((wrong,))) == (
        "Editör notu (genel kabul): Taarruz 26 Ağustos 1922'de başladı.\n"
        "Kaynaktaki yanlış: Kaynak 26 Temmuz der. Gerekçe: Dizgi yanlışıdır.\n"
        "Kaynak: Topal 2018, s. 322 ✔"
    )


def test_a_note_on_a_right_fact_follows_it() -> None:
    roles = [block.role for block in blocks(LIBRARY, Answered((fact(note=NOTE),), (Sibling(fact(), deprecated=False),)))]
    assert roles == ["answer", "dispute", "note", "citation"]


@pytest.mark.parametrize("rank", ["normal", "deprecated"])
def test_the_editors_note_is_told_in_a_list_of_facts_too(rank: Rank) -> None:
    noted = fact("Kaynak 26 Temmuz der.", rank=rank, reason="Dizgi yanlışıdır.", note=NOTE)
    assert NOTE.says in text(Answered((noted, fact())))


def test_several_facts_are_a_list_each_with_its_date_and_citation() -> None:
    listed = Answered((fact("Antlaşma imzalandı.", edtf="1921-03-16"), fact("Mart 1921'de döndü.", cited("330"), edtf="1921-03")))
    assert text(listed) == (
        "• 16 Mart 1921: Antlaşma imzalandı. (Topal 2018, s. 322 ✔)\n• Mart 1921'de döndü. (Topal 2018, s. 330 ✔)"
    )


def test_a_remark_and_what_was_worked_out_come_first() -> None:
    lines = text(Answered((fact(),), remark="Soruyu şöyle anladım.", result="71 gün.")).splitlines()
    assert lines == ["Soruyu şöyle anladım.", "71 gün.", "• Böyle oldu. (Topal 2018, s. 322 ✔)"]


CHOICES = (Choice("Kars Antlaşması nedir?", "kars-antlasmasi/tanim"), Choice("Gümrü Antlaşması nedir?", "gumru-antlasmasi/tanim"))
NUMBERED = "  1. Kars Antlaşması nedir?\n  2. Gümrü Antlaşması nedir?"


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        pytest.param(Ambiguous(CHOICES), f"Hangisini soruyorsunuz?\n{NUMBERED}", id="asked-back"),
        pytest.param(
            Unknown(CHOICES, ("Varşova", "Paktı"), "words"),
            "“Varşova”, “Paktı” kaynaklarımda geçmiyor; bu soruya dayanaklı bir yanıt veremiyorum.\n"
            f"Şunları sorabilirsiniz:\n{NUMBERED}",
            id="unknown-words-are-named",
        ),
        pytest.param(
            Unknown(CHOICES, ("Fatih Sultan Mehmet",), "no-entry"),
            f"“Fatih Sultan Mehmet” üzerine kaynaklarımda bilgi yok.\nŞunları sorabilirsiniz:\n{NUMBERED}",
            id="unknown-name",
        ),
        pytest.param(
            Unknown(CHOICES, reason="no-subject"),
            "Neyi ya da kimi sorduğunuzu anlayamadım. Soruya bir ad ekleyin: bir antlaşma, kişi, yer ya da olay.\n"
            f"Şunları sorabilirsiniz:\n{NUMBERED}",
            id="names-nothing",
        ),
        pytest.param(
            Unknown(CHOICES, reason="far"),
            "Bu sorunun yanıtını kaynaklarımda bulamadım. Konum Millî Mücadele ve Türk-Sovyet ilişkileridir (1917–1930).\n"
            f"Şunları sorabilirsiniz:\n{NUMBERED}",
            id="another-subject",
        ),
        pytest.param(Unknown(), "Bu sorunun yanıtını kaynaklarımda bulamadım.", id="unknown"),
        pytest.param(Unknown(about="Kars"), "“Kars” kaynaklarımda var, ama bu sorunun yanıtını bulamadım.", id="no-such-fact"),
        pytest.param(
            Unknown(reason="no-clause", about="Kars"), "“Kars” için bu maddenin ne dediği kaynaklarımda yok.", id="no-such-clause"
        ),
        pytest.param(
            Unknown(CHOICES, reason="empty"), "Bir soru yazın; örneğin: Moskova Antlaşması ne zaman imzalandı?", id="nothing-asked"
        ),
        pytest.param(
            Unknown(CHOICES, reason="too-long"), "Bu metin bir soru için çok uzun. Sorunuzu bir iki cümleyle yazın.", id="too-long"
        ),
        pytest.param(TooSoon(7), "Biraz yavaşlayalım; 7 saniye sonra yeniden sorabilirsiniz.", id="too-soon"),
    ],
)
def test_what_is_not_answered(answer: Answer, reply: str) -> None:
    assert text(answer) == reply


@pytest.mark.parametrize("word", ["{words}", "%s", "{0}", "<b>", "*", "\\"])
def test_typed_signs_stay_as_they_were_typed(word: str) -> None:
    assert text(Unknown(words=(word,), reason="words")).startswith(f"“{word}” kaynaklarımda geçmiyor")
