"""What a proposal would make wrong, what it repeats, what it contradicts."""

from dataclasses import replace
from pathlib import Path

import pytest

from mmbot.app import prepare
from mmbot.knowledge.evidence import SourceTexts
from mmbot.knowledge.library import Library
from mmbot.model import Citation, Entry
from mmbot.moderation.applying import apply
from mmbot.moderation.checks import changed_facts, check_entry, contradicting, same, stamped
from mmbot.moderation.proposals import Draft
from moderated import CONGRESS, PAGE_1, PAGE_2, TREATY, fact


@pytest.fixture
def library(folder: Path) -> Library:
    (folder / "conference").mkdir()
    (folder / "conference" / "ornek-kongresi.yaml").write_text(CONGRESS, encoding="utf-8")
    return prepare(folder)[0]


def flaws(library: Library, after: Entry, articles: Path | None = None) -> list[str]:
    found = check_entry(after, library, SourceTexts(articles) if articles else None)
    return [f"{flaw.name} {flaw.field}: {flaw.wrong.tr}. {flaw.remedy.tr}" for flaw in found.flaws]


def with_fact(library: Library, **fields: str) -> Entry:
    return apply(fact(**fields), library.entries[TREATY])


def test_a_faultless_proposal_has_no_flaws(library: Library, articles: Path) -> None:
    assert flaws(library, with_fact(library)) == flaws(library, with_fact(library), articles) == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"says": "x" * 500 + "."}, "501 karakter uzunluğunda. 420 karakterle söyleyin"),
        ({"people": "kimse"}, "“kimse” diye bir madde yok"),
        ({"date": "1921-03-17"}, "17 Mart 1921 cümlede geçmiyor"),
        ({"rank": "preferred"}, "gerekçesi yok"),
        ({"disputes": "yok", "reason": "X."}, "“ornek-antlasmasi/yok” diye bir bilgi yok"),
        ({"disputes": "tanim", "reason": "X."}, "öne çıkan bilgi değil"),
        ({"says": "Antlaşma'sı Kars'ta imzalandı."}, "iyelik ekinden önce kesme"),
        ({"says": "Örnek Antlaşması Kars’ta imzalandı."}, "kıvrık kesme işareti"),
        ({"says": "Sovyetler Birliği 16 Mart 1921'de imzaladı.", "date": "1921-03-16"}, "Sovyet Rusya yazın"),
        (
            {"says": "Örnek Antlaşması 18 Mart 1921'de imzalandı.", "date": "1921-03-18", "answers": "when"},
            "ile çelişiyor (16 Mart 1921 / 18 Mart 1921)",
        ),
    ],
)
def test_each_flaw_is_told_in_turkish_with_its_remedy(library: Library, fields: dict[str, str], told: str) -> None:
    assert any(told in flaw for flaw in flaws(library, with_fact(library, **fields))), flaws(library, with_fact(library, **fields))


def test_a_name_of_another_entry(library: Library) -> None:
    entry = library.entries[TREATY]
    assert "adı" in flaws(library, replace(entry, aliases=(*entry.aliases, "Örnek Kongresi")))[0]


def test_only_what_is_new_is_told(library: Library) -> None:
    """An entry that has had a flaw for long can be changed elsewhere."""
    faulty = replace(library.entries[TREATY].facts[1], says="Kars’ta 16 Mart 1921.")
    entry = replace(library.entries[TREATY], facts=(library.entries[TREATY].facts[0], faulty))
    standing = Library(dict(library.entries) | {TREATY: entry}, library.sources)
    assert check_entry(apply(fact(), entry), standing, None).fine


def test_taking_away_what_others_lean_on(library: Library) -> None:
    assert flaws(library, replace(library.entries[TREATY], facts=()))[0].startswith(
        "ornek-kongresi/tanim about: “ornek-antlasmasi” diye bir madde yok"
    )


@pytest.mark.parametrize(
    ("citation", "found", "unseen", "told"),
    [
        pytest.param(PAGE_1, 1, 0, "", id="found"),
        pytest.param(Citation("ornek-2000", "1", ("yok böyle söz",)), 0, 0, "sayfasında geçmiyor", id="not-found"),
        pytest.param(Citation("ornek-2000", "9", ("örnek",)), 0, 0, "Sayfaları: 1–2", id="no-page"),
        pytest.param(Citation("baska-1999", "1", ("örnek",)), 0, 1, "“baska-1999” diye bir kaynak yok", id="text-not-at-hand"),
    ],
)
def test_evidence_is_looked_up(library: Library, articles: Path, citation: Citation, found: int, unseen: int, told: str) -> None:
    entry = library.entries[TREATY]
    after = apply(replace(fact(), citations=(citation,)), entry)
    checks = check_entry(after, library, SourceTexts(articles))
    assert (len(checks.found), len(checks.unseen)) == (found, unseen)
    assert (told in " ".join(flaw.wrong.tr + flaw.remedy.tr for flaw in checks.flaws)) if told else checks.fine
    marked = stamped(entry, after, checks)
    assert [one.verified for one in changed_facts(entry, marked)[-1].citations] == [bool(found)]
    assert marked.facts[:2] == entry.facts


def test_without_texts_nothing_is_taken_for_found(library: Library) -> None:
    checks = check_entry(with_fact(library), library, None)
    assert (checks.fine, checks.found, len(checks.unseen)) == (True, (), 1)


def test_nine_words_of_an_article_are_a_copy(library: Library, articles: Path) -> None:
    copied = "İmzalanmış ve uzun bir cümleyle okurlara böylece duyurulmuştur, örnek olarak."
    assert "aynen geçiyor" in flaws(library, with_fact(library, says=f"1921'de {copied}", answers="how"), articles)[0]


@pytest.mark.parametrize(
    ("says", "repeats", "contradicts"),
    [
        pytest.param("16 Mart 1921'de Örnek Antlaşması imzalandı.", True, False, id="same-words"),
        pytest.param("Örnek Antlaşması 18 Mart 1921'de imzalandı.", False, True, id="another-day"),
        pytest.param("Örnek Antlaşması Kars'ta törenle imzalandı.", False, False, id="another-matter"),
    ],
)
def test_same_and_contradicting(library: Library, says: str, repeats: bool, contradicts: bool) -> None:
    date = {"date": "1921-03-18"} if contradicts else {"date": "1921-03-16"} if repeats else {}
    new = apply(Draft("fact", TREATY, "", {"says": says, "answers": "when", **date}, (PAGE_2,)), library.entries[TREATY]).facts[-1]
    assert [one.id for one in same(library, new)] == (["imza-tarihi"] if repeats else [])
    assert [(one.id, what) for one, what in contradicting(library, new)] == (
        [("imza-tarihi", "16 Mart 1921 / 18 Mart 1921")] if contradicts else []
    )
