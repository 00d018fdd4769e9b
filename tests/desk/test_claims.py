"""“/dogru” at the desk: verdicts with their facts and citations, in a person's language, within the limits."""

import pytest
from desk_replies import buttons, is_sendable, said

from mmbot.answering.claims import LONGEST
from mmbot.desk import dispatch
from mmbot.desk.desk import Desk
from mmbot.desk.limits import Limits
from mmbot.model import Language, Person, Platform, Visitor
from mmbot.texts import BROKEN

TWO = "Mudanya Mütarekesi 11 Ekim 1922'de imzalandı. Gümrü Antlaşması Moskova'da imzalandı."


@pytest.mark.parametrize("command", ["dogru", "doğru-mu", "DOĞRU-MU"])
def test_a_supported_statement_is_shown_with_its_fact_and_citation(desk: Desk, visitor: Visitor, command: str) -> None:
    lines = said(dispatch.run(desk, command, "Mudanya Mütarekesi 11 Ekim 1922'de imzalandı.", visitor)).splitlines()
    assert lines[:2] == ["“Mudanya Mütarekesi 11 Ekim 1922'de imzalandı”", "Destekleniyor. Kaynaklarım bunu söylüyor:"]
    assert lines[2].startswith("• Mudanya Mütarekesi 11 Ekim 1922'de imzalandı. (Benhür 2008, s. 290")


def test_what_the_sources_say_instead_is_told_with_the_disputed_reading(desk: Desk, visitor: Visitor) -> None:
    text = said(dispatch.run(desk, "dogru", "Moskova Antlaşması 18 Mart 1921'de imzalandı.", visitor))
    assert "Kaynaklar ayrılıyor." in text
    assert "• Moskova Antlaşması'nın resmî tarihi 16 Mart 1921'dir" in text
    assert "Başka anlatım: Yusuf Kemal Bey anılarında" in text


def test_a_right_day_in_the_wrong_town_is_told_apart(desk: Desk, visitor: Visitor) -> None:
    text = said(dispatch.run(desk, "dogru", "Moskova Antlaşması 16 Mart 1921'de Ankara'da imzalandı.", visitor))
    wrong, right = text.index("Çelişiyor (yer)"), text.index("Gerisi destekleniyor (tarih):")
    assert "Moskova'da, Sovyet Dışişleri Komiserliği binasında" in text[wrong:right]
    assert "resmî tarihi 16 Mart 1921'dir" in text[right:]


def test_several_statements_are_counted_and_each_has_its_source(desk: Desk, visitor: Visitor) -> None:
    reply = dispatch.run(desk, "dogru", TWO, visitor)
    assert said(reply).startswith("2 cümle: 1 destekleniyor, 1 çelişiyor")
    assert [button.label for button in buttons(reply)] == ["Kaynak 1", "Kaynak 2"]
    assert is_sendable(reply)
    shown = dispatch.press(desk, next(buttons(reply)).press, visitor)
    assert "Dayanak" in said(shown)


def test_what_is_not_told_is_said_openly_and_without_a_button(desk: Desk, visitor: Visitor) -> None:
    reply = dispatch.run(desk, "dogru", "Türkiye 1952'de NATO'ya girdi.", visitor)
    assert "“NATO” hiç geçmiyor" in said(reply)
    assert reply.buttons == ()


def test_the_verdict_is_told_in_english_to_whoever_speaks_it(desk: Desk, english: Visitor) -> None:
    text = said(dispatch.run(desk, "dogru", TWO, english))
    assert text.startswith("2 statements: 1 supported, 1 contradicted")
    assert "Contradicted (place). My sources say otherwise:" in text


@pytest.mark.parametrize(
    "typed", ["", " ", "…", "\u200b", "x" * (LONGEST + 1), "%s {0}", "<b>", "@everyone", "İ" * 300, "Kars. " * 100]
)
def test_odd_texts_are_answered(desk: Desk, visitor: Visitor, typed: str) -> None:
    reply = dispatch.run(desk, "dogru", typed, visitor)
    assert is_sendable(reply)
    assert said(reply) not in {"", BROKEN.tr}


@pytest.mark.parametrize(("platform", "name"), [("telegram", "/dogru "), ("discord", "/doğru-mu "), ("terminal", "/doğru-mu ")])
@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_example_is_typed_as_the_platform_takes_it(desk: Desk, platform: Platform, name: str, language: Language) -> None:
    assert name in said(dispatch.run(desk, "dogru", "", Visitor(Person(platform, "7"), f"{platform}:7", language)))


def test_checking_counts_as_asking(desk: Desk, visitor: Visitor) -> None:
    desk.limits = Limits((1, 60.0), (100, 0.01))
    dispatch.run(desk, "dogru", "Kars Antlaşması Kars'ta imzalandı.", visitor)
    assert "saniye sonra" in said(dispatch.run(desk, "dogru", "Kars Antlaşması Kars'ta imzalandı.", visitor))


def test_nothing_that_was_pasted_is_kept(desk: Desk, visitor: Visitor) -> None:
    """A claim is no unanswered question: moderators do not read what somebody had checked."""
    dispatch.run(desk, "dogru", "Komşum 1999'da taşındı.", visitor)
    assert desk.records.misses.open() == []
