"""A fragment is looked up on its page: joined with the next one, blind to hyphens, apostrophes and Turkish case."""

from pathlib import Path

import pytest

from mmbot.knowledge.evidence import RUN, SourceTexts, running_words
from mmbot.model import Citation

TEXT = """\
Başlıktan önceki satır hiçbir sayfada değildir.
=== 1
İlk sayfada MİLLÎ MÜCADELE ve ISPARTA’nın adı geçer; an-
laşma taslağı, görüşme-
ler sürerken ya
=== 2
zıldı ve 16 Mart 1921’de imza
edildi.
--- notes
58 Ali Fuat, Moskova Hatıraları, s. 12.
=== pdf-3
Son sayfa “Türk–Sovyet” dostluğunu uzun uzun anlatan bir cümle ile sona erer.
"""


@pytest.fixture
def texts(tmp_path: Path) -> SourceTexts:
    (tmp_path / "makale.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "notlar.md").write_text("=== 1\nBaşka bir dosya.\n", encoding="utf-8")
    return SourceTexts(tmp_path)


@pytest.mark.parametrize(
    ("page", "fragment"),
    [
        pytest.param("1", "millî mücadele", id="case"),
        pytest.param("1", "İLK SAYFADA", id="capital-dotted-i"),
        pytest.param("1", "ısparta", id="capital-dotless-i"),
        pytest.param("1", "Isparta'nın adı", id="straight-apostrophe-for-curly"),
        pytest.param("1", "anlaşma taslağı", id="word-divided-by-line"),
        pytest.param("1", "an-laşma", id="hyphen-in-the-fragment"),
        pytest.param("1", "sürerken yazıldı", id="word-divided-by-page-without-hyphen"),
        pytest.param("1", "16 Mart 1921’de imza", id="on-the-following-page"),
        pytest.param("2", "imza edildi", id="over-a-line"),
        pytest.param("2", "Ali Fuat, Moskova Hatıraları", id="footnote"),
        pytest.param("2", "s. 12. Son sayfa", id="footnote-and-following-page"),
        pytest.param("pdf-3", "Türk-Sovyet", id="hyphen-for-dash"),
        pytest.param("pdf-3", "sona   erer", id="spaces"),
    ],
)
def test_fragment_stands_on_its_page(texts: SourceTexts, page: str, fragment: str) -> None:
    assert texts.missing(Citation("makale", page, (fragment,))) == []


@pytest.mark.parametrize(
    ("page", "fragment"),
    [
        pytest.param("1", "ıspartalı", id="not-there"),
        pytest.param("1", "İsparta", id="dotted-is-not-dotless"),
        pytest.param("1", "mılli", id="dotless-is-not-dotted"),
        pytest.param("1", "Milli Mücadele", id="circumflex-is-a-letter"),
        pytest.param("2", "taslağı", id="not-on-the-page-before"),
        pytest.param("1", "Türk–Sovyet", id="not-two-pages-on"),
        pytest.param("1", "hiçbir sayfada", id="before-the-first-page"),
        pytest.param("2", "17 Mart 1921", id="another-day"),
        pytest.param("2", "notes", id="mark-of-the-footnotes"),
    ],
)
def test_fragment_does_not_stand_there(texts: SourceTexts, page: str, fragment: str) -> None:
    assert texts.missing(Citation("makale", page, (fragment,))) == [fragment]


def test_only_the_missing_fragments_are_named(texts: SourceTexts) -> None:
    assert texts.missing(Citation("makale", "2", ("16 Mart 1921", "yok", "edildi", "hiç"))) == ["yok", "hiç"]


@pytest.mark.parametrize("page", ["3", "0", "pdf-1", "1 "])
def test_page_that_is_not_there(texts: SourceTexts, page: str) -> None:
    with pytest.raises(KeyError, match=page):
        texts.missing(Citation("makale", page, ("ilk",)))


def test_pages_in_order_and_none_of_what_is_not_at_hand(texts: SourceTexts) -> None:
    assert texts.pages("makale") == ["1", "2", "pdf-3"]
    assert texts.pages("notlar") == []


def test_folder_without_texts_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=str(tmp_path)):
        SourceTexts(tmp_path)


NINE = "Sovyet dostluğunu uzun uzun anlatan bir cümle ile sona"


@pytest.mark.parametrize(
    ("said", "copied"),
    [
        pytest.param(NINE, True, id="nine-words"),
        pytest.param("Burada " + NINE + " varır.", True, id="within-a-sentence"),
        pytest.param("Türk-SOVYET DOSTLUĞUNU" + NINE[17:], True, id="case-and-hyphen"),
        pytest.param(NINE.replace(" uzun uzun ", " uzun, uzun; "), True, id="other-punctuation"),
        pytest.param(NINE.split(" ", 1)[1], False, id="eight-words"),
        pytest.param(NINE.replace("bir cümle", "bir tek cümle"), False, id="interrupted"),
        pytest.param("", False, id="nothing"),
        pytest.param("imza edildi 58 Ali Fuat Moskova Hatıraları s 12", True, id="from-text-into-footnote"),
    ],
)
def test_nine_words_running_as_in_an_article_are_a_copy(texts: SourceTexts, said: str, copied: bool) -> None:
    assert bool(texts.copied(said)) is copied


def test_the_copied_words_are_shown(texts: SourceTexts) -> None:
    found = texts.copied("Sonunda " + NINE + " erer.")
    assert found == "sovyet dostluğunu uzun uzun anlatan bir cümle ile sona"
    assert len(found.split()) == RUN


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("IŞIK İzmir'de", ["ışık", "izmirde"], id="turkish-case"),
        pytest.param("“Türk-Sovyet” (1921)", ["türk", "sovyet", "1921"], id="punctuation"),
        pytest.param("Mu\u0308cadele", ["mücadele"], id="letter-with-combining-mark"),
        pytest.param(" \n ", [], id="nothing"),
    ],
)
def test_running_words(text: str, words: list[str]) -> None:
    assert running_words(text) == words
