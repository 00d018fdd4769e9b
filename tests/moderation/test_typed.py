"""What people type into forms is understood, or refused with an example."""

import pytest

from mmbot.app import Prepared
from mmbot.model import Citation
from mmbot.moderation.refusals import Unreadable
from mmbot.moderation.typed import lines, read_asked, read_date, read_kind, sentence, tidy, written_asked
from mmbot.moderation.typed_sources import read_citations, read_evidence, read_source, written_citations


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("16 Mart 1921", "1921-03-16"),
        ("16.03.1921", "1921-03-16"),
        ("1921-03-16", "1921-03-16"),
        ("Mart 1921", "1921-03"),
        ("1921", "1921"),
        ("18–26 Nisan 1920", "1920-04-18/1920-04-26"),
        ("18-26 Nisan 1920", "1920-04-18/1920-04-26"),
        ("28 Şubat 1921 – 2 Mart 1921", "1921-02-28/1921-03-02"),
        ("1922-01~", "1922-01~"),
        ("16 Mart 1337", "1921-03-16"),
        ("31 Nisan 1921", None),
        ("dün", None),
        ("16 Mart", None),
        ("16 Mart 1921'de imzalanan antlaşma", None),
        ("", None),
    ],
)
def test_date(typed: str, edtf: str | None) -> None:
    found = read_date(typed)
    assert (found.edtf if found else None) == edtf


@pytest.mark.parametrize(
    ("typed", "answers", "date", "number"),
    [
        ("ne zaman, 16 Mart 1921", ("when",), "1921-03-16", None),
        ("16 Mart 1921", ("when",), "1921-03-16", None),
        ("kim; nerede", ("who", "where"), None, None),
        ("kaç, 71 gün", ("how-many",), None, 71.0),
        ("1,5 milyon", ("how-many",), None, 1.5),
        ("7 madde", ("how-many",), None, 7.0),
        ("3. madde", ("clause-3",), None, None),
        ("madde 3, ne", ("clause-3", "what"), None, None),
        ("Neden?", ("why",), None, None),
        ("WHEN", ("when",), None, None),
    ],
)
def test_asked(typed: str, answers: tuple[str, ...], date: str | None, number: float | None) -> None:
    found = read_asked(typed)
    assert (found.answers, found.date and found.date.edtf, found.number and found.number.value) == (answers, date, number)


def test_what_is_no_kind_of_question_is_refused_with_examples() -> None:
    with pytest.raises(Unreadable, match=r"“elma”.*ne zaman, 16 Mart 1921") as refused:
        read_asked("elma")
    assert refused.value.field == "asked"


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("  Kars’ta   “iki” ", "Kars'ta “iki”"),
        ('"iki"', "“iki”"),
        ("4 - 11 Eylül", "4–11 Eylül"),
        ("1921-03-16", "1921-03-16"),
        ("a\u202eb\u200bc\x00d", "abcd"),
        ("bir\niki", "bir iki"),
        ("\u200b \n", ""),
    ],
)
def test_tidy(typed: str, tidied: str) -> None:
    assert tidy(typed) == tidied


def test_a_sentence_ends_and_lines_come_once() -> None:
    assert (sentence("Bitti"), sentence("Bitti mi?"), sentence("  ")) == ("Bitti.", "Bitti mi?", "")
    assert lines("a\n\n b \na") == ("a", "b")


@pytest.mark.parametrize(
    ("typed", "kind"), [("antlaşma", "treaty"), ("KİŞİ", "person"), ("event", "event"), ("Kuruluş", "organisation")]
)
def test_kind(typed: str, kind: str) -> None:
    assert read_kind(typed) == kind


def test_no_kind_names_those_there_are() -> None:
    with pytest.raises(Unreadable, match="antlaşma, kişi, olay"):
        read_kind("masa")


@pytest.mark.parametrize(
    ("typed", "source", "page", "note"),
    [
        ("Topal 2018, s. 322", "topal-2018", "322", ""),
        ("topal 2018 s 322", "topal-2018", "322", ""),
        ("topal-2018 322", "topal-2018", "322", ""),
        ("TOPAL, sayfa 322, dipnot 58", "topal-2018", "322", "58"),
        ("Topal 2018 s.322-323 dn. 58", "topal-2018", "322", "58"),
        ("benhur 285", "benhur-2008", "285", ""),
        ("Kafkas Seddi s. 10", "kafkas-seddi", "pdf-10", ""),
        ("Kafkas Seddi Meselesi, PDF s. 10", "kafkas-seddi", "pdf-10", ""),
        ("ders notu pdf-4", "ders-notu", "pdf-4", ""),
    ],
)
def test_source(typed: str, source: str, page: str, note: str, embedded: Prepared) -> None:
    assert read_source(typed, embedded[0]) == Citation(source, page, (), note)


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("Topal 2018", "sayfa yok"),
        ("Topal", "sayfa yok"),
        ("Yılmaz 1999 s. 3", "Benhür 2008"),
        ("322", "Şunlardan birini"),
        ("", "Şunlardan birini"),
        ("%s {0} s. 4", "Şunlardan birini"),
    ],
)
def test_source_that_is_not_understood(typed: str, advice: str, embedded: Prepared) -> None:
    with pytest.raises(Unreadable, match=advice) as refused:
        read_source(typed, embedded[0])
    assert refused.value.field == "source"


@pytest.mark.parametrize(
    ("typed", "fragments"),
    [
        ("16 Mart 1921; “törenle imzalandı”", ("16 Mart 1921", "törenle imzalandı")),
        ("16 Mart 1921’de\ntörenle.", ("16 Mart 1921’de", "törenle")),
    ],
)
def test_evidence(typed: str, fragments: tuple[str, ...]) -> None:
    assert read_evidence(typed) == fragments


@pytest.mark.parametrize(
    ("typed", "advice"), [("", "Dayanak yok"), (" ; ", "Dayanak yok"), ("bir iki üç dört beş altı yedi", "7 sözcük")]
)
def test_evidence_that_cannot_be_taken(typed: str, advice: str) -> None:
    with pytest.raises(Unreadable, match=advice):
        read_evidence(typed)


def test_every_fact_of_the_knowledge_survives_a_form_that_nobody_changes(embedded: Prepared) -> None:
    library, _ = embedded
    for fact in library.facts.values():
        assert read_citations(written_citations(fact.citations, library), library, fact.citations) == fact.citations
        asked = read_asked(written_asked(fact))
        assert (asked.answers, asked.date, asked.number) == (fact.answers, fact.date, fact.number), fact.name
        assert sentence(fact.says) == fact.says
