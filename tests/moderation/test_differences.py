"""What is different is told field by field and word by word, in text."""

from dataclasses import replace
from pathlib import Path

import pytest

from mmbot.app import prepare
from mmbot.model import Entry
from mmbot.moderation.applying import apply
from mmbot.moderation.differences import as_lines, differences, word_parts
from mmbot.moderation.proposals import Draft
from moderated import PAGE_1, TREATY, change, fact, phrasing


@pytest.fixture
def entry(folder: Path) -> Entry:
    return prepare(folder)[0].entries[TREATY]


def test_no_difference(entry: Entry) -> None:
    assert differences(entry, entry) == ()


@pytest.mark.parametrize(
    ("draft", "lines"),
    [
        pytest.param(
            change("Örnek Antlaşması 17 Mart 1921'de imzalandı.", date="1921-03-17"),
            ["■ değişen bilgi: imza-tarihi",
             "– bilgi: Örnek Antlaşması ⟦16⟧ Mart 1921'de imzalandı.", "+ bilgi: Örnek Antlaşması ⟦17⟧ Mart 1921'de imzalandı.",
             "– tarih: ⟦16⟧ Mart 1921", "+ tarih: ⟦17⟧ Mart 1921"],
            id="words",
        ),
        pytest.param(phrasing("Hangi gün?"), ["■ değişen bilgi: imza-tarihi", "+ soru biçimleri: Hangi gün?"], id="list"),
        pytest.param(
            Draft("change", TREATY, "imza-tarihi", {}, (PAGE_1,)),
            ["■ değişen bilgi: imza-tarihi", "– kaynaklar: ornek-2000, s. 2: “16 Mart 1921”", "+ kaynaklar: ornek-2000, s. 1: “örnek antlaşması”"],
            id="citations",
        ),
        pytest.param(
            fact(),
            ["■ yeni bilgi: kars-imzalandi", "+ bilgi: Örnek Antlaşması Kars'ta imzalandı.", "+ yanıtladığı: nerede",
             "+ soru biçimleri: Örnek Antlaşması nerede imzalandı?", "+ kaynaklar: ornek-2000, s. 1: “örnek antlaşması”"],
            id="new-fact",
        ),
        pytest.param(Draft("change", TREATY, "", {"aliases": "Başka"}), ["■ değişen madde", "– eş adlar: Örnek Muahedesi", "+ eş adlar: Başka"], id="names"),
    ],
)  # fmt: skip
def test_lines(entry: Entry, draft: Draft, lines: list[str]) -> None:
    assert as_lines(differences(entry, apply(draft, entry))) == lines


def test_what_is_gone_is_told_whole(entry: Entry) -> None:
    told = as_lines(differences(entry, replace(entry, facts=entry.facts[:1])))
    assert told[0] == "■ kalkan bilgi: imza-tarihi"
    assert all(line.startswith("– ") for line in told[1:])


def test_an_order_that_changed_is_a_difference(entry: Entry) -> None:
    two = apply(phrasing("Bir?\nİki?"), entry)
    turned = replace(two, facts=(two.facts[0], replace(two.facts[1], questions=two.facts[1].questions[::-1])))
    assert as_lines(differences(two, turned))[1:] == ["+ soru biçimleri: sırası değişti"]


@pytest.mark.parametrize(("old", "new"), [("", "a b"), ("a b", ""), ("a b c", "a x c"), ("bir  iki", "bir üç iki"), ("x", "x")])
def test_the_parts_make_up_both_texts(old: str, new: str) -> None:
    parts = word_parts(old, new)
    assert "".join(part.text for part in parts if part.kind != "new") == old
    assert "".join(part.text for part in parts if part.kind != "gone") == new
