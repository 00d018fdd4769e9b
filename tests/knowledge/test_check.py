"""Every kind of fault is named with file, line, field and remedy."""

from pathlib import Path

import pytest

from mmbot.knowledge.check import check
from mmbot.knowledge.evidence import SourceTexts
from mmbot.knowledge.faults import Fault

FILE = "treaty/ornek-antlasmasi.yaml"


def faults(folder: Path, articles: Path | None = None) -> list[Fault]:
    return check(folder, SourceTexts(articles) if articles else None).faults


def rewrite(folder: Path, old: str, new: str) -> None:
    path = folder / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_faultless_knowledge_has_no_faults(folder: Path, articles: Path) -> None:
    report = check(folder, SourceTexts(articles))
    assert report.faults == []
    assert report.figures["evidence"] == "2 fragments; 2 of 2 citations verified"


SECOND = """\
  - id: ikinci
    answers: [when]
    date: 1921-03-18
    says: Örnek Antlaşması 18 Mart 1921'de imzalandı.
    citations:
      - {source: ornek-2000, page: "2", evidence: [16 Mart 1921]}
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        pytest.param("    answers: [when]", "    anwers: [when]", 12, ["unknown key “anwers”", "“answers”"], id="unknown-key"),
        pytest.param("title: Örnek Antlaşması\n", "", 1, ["title: is missing"], id="missing-title"),
        pytest.param("    answers: [when]", "    answers: [wen]", 12, ["“wen” is no kind of question", "“when”"], id="bad-answer"),
        pytest.param("date: 1921-03-16", "date: 1921-02-30", 13, ["1921-02-30", "EDTF"], id="bad-date"),
        pytest.param("date: 1921-03-16", "date: 1921-03-17", 13, ["17 Mart 1921 is not told"], id="date-not-told"),
        pytest.param("source: ornek-2000, page: \"2\"", "source: ornek-200, page: \"2\"", 16, ["no source", "“ornek-2000”"], id="dead-source"),
        pytest.param("    says: Örnek Antlaşması 16", "    people: [kimse]\n    says: Örnek Antlaşması 16", 14, ["“kimse” is no entry"], id="dead-reference"),
        pytest.param("evidence: [16 Mart 1921]", "evidence: [bir iki üç dört beş altı yedi]", 16, ["has 7 words", "at most 6"], id="long-evidence"),
        pytest.param("evidence: [16 Mart 1921]", "evidence: []", 16, ["evidence: is missing"], id="no-evidence"),
        pytest.param("    citations:\n      - {source: ornek-2000, page: \"2\", evidence: [16 Mart 1921]}\n", "", 11, ["citations: is missing"], id="no-citation"),
        pytest.param("imzalandı.", "imzalandı.\n    disputes: tanim", 15, ["a dispute without a reason"], id="dispute-without-reason"),
        pytest.param("imzalandı.", "imzalandı.\n    disputes: yok\n    reason: x.", 15, ["“ornek-antlasmasi/yok” is no fact"], id="dead-dispute"),
        pytest.param("imzalandı.", "imzalandı.\n    rank: preferred", 15, ["preferred without a reason"], id="rank-without-reason"),
        pytest.param("imzalandı.", "imzalandı.\n    rank: best", 15, ["“best” is no rank"], id="bad-rank"),
        pytest.param("Örnek Antlaşması 16 Mart 1921'de", "Örnek Antlaşma'sı 16 Mart 1921'de", 14, ["apostrophe before a possessive"], id="style-suffix"),
        pytest.param("16 Mart 1921'de", "16 Mart 1921’de", 14, ["curly apostrophe"], id="style-apostrophe"),
        pytest.param("16 Mart 1921'de", "16 Mart 1921'de Sovyetler Birliği ile", 14, ["before 30 December 1922"], id="anachronism"),
        pytest.param("id: tanim", "id: Tanım", 6, ["“Tanım” is no id"], id="bad-id"),
        pytest.param("id: imza-tarihi", "id: tanim", 11, ["stands twice"], id="double-id"),
        pytest.param("id: tanim", "id: nedir", 1, ["no fact “tanim”"], id="no-definition"),
        pytest.param("kind: treaty", "kind: traety", 2, ["“traety” is no kind", "“treaty”"], id="bad-kind"),
        pytest.param("kind: treaty", "kind: event", 2, ["not the folder's name"], id="wrong-folder"),
        pytest.param("id: ornek-antlasmasi", "id: baska", 1, ["not the file's name"], id="wrong-file-name"),
        pytest.param("aliases: [Örnek Muahedesi]", "aliases: Örnek", 4, ["is no list"], id="no-list"),
        pytest.param("aliases: [Örnek Muahedesi]", "aliases: [Örnek: [", 6, ["is no YAML"], id="no-yaml"),
    ],
)  # fmt: skip
def test_each_fault_names_file_line_and_remedy(folder: Path, old: str, new: str, line: int, said: list[str]) -> None:
    rewrite(folder, old, new)
    found = faults(folder)
    matching = [fault for fault in found if all(part in str(fault) for part in said)]
    assert matching, [str(fault) for fault in found]
    assert matching[0].file == FILE
    assert matching[0].line == line, str(matching[0])
    assert matching[0].remedy


def test_contradiction_without_declared_dispute(folder: Path) -> None:
    path = folder / FILE
    path.write_text(path.read_text(encoding="utf-8") + SECOND, encoding="utf-8")
    assert any("without a declared dispute" in fault.wrong for fault in faults(folder))
    declared = SECOND + "    disputes: imza-tarihi\n    reason: Başka bir anlatım.\n"
    text = (
        path
        .read_text(encoding="utf-8")
        .replace(SECOND, declared)
        .replace("    date: 1921-03-16", "    rank: preferred\n    reason: Asıl tarih.\n    date: 1921-03-16")
    )
    path.write_text(text, encoding="utf-8")
    assert faults(folder) == []


def test_alias_of_another_entry(folder: Path) -> None:
    text = (
        (folder / FILE)
        .read_text(encoding="utf-8")
        .replace("id: ornek-antlasmasi", "id: ikinci")
        .replace("title: Örnek Antlaşması", "title: İkinci")
    )
    (folder / "treaty" / "ikinci.yaml").write_text(text, encoding="utf-8")
    assert any("is also a name of" in fault.wrong and fault.field == "ornek-antlasmasi.aliases" for fault in faults(folder))


def test_evidence_is_looked_up_on_its_page(folder: Path, articles: Path) -> None:
    rewrite(folder, "evidence: [16 Mart 1921]", "evidence: [17 Mart 1921]")
    assert [fault.wrong for fault in faults(folder, articles)] == ["evidence “17 Mart 1921” does not stand on ornek-2000, page 2"]


def test_evidence_may_run_over_to_the_next_page_but_not_back(folder: Path, articles: Path) -> None:
    rewrite(folder, "evidence: [örnek antlaşması]", "evidence: [bir sonraki sayfaya taşar]")
    assert faults(folder, articles) == []
    rewrite(folder, "evidence: [16 Mart 1921]", "evidence: [örnek antlaşması]")
    assert len(faults(folder, articles)) == 1


def test_page_that_is_not_there(folder: Path, articles: Path) -> None:
    rewrite(folder, 'page: "2"', 'page: "7"')
    assert any("Its pages are 1 to 2." in str(fault) for fault in faults(folder, articles))


def test_nine_words_of_an_article_are_a_copy(folder: Path, articles: Path) -> None:
    rewrite(folder, "imzalandı.", "imzalanmış ve uzun bir cümleyle okurlara böylece duyurulmuştur.")
    assert any("words run as in an article" in fault.wrong for fault in faults(folder, articles))


def test_fragments_that_make_up_a_sentence_again_are_a_copy(folder: Path, articles: Path) -> None:
    rewrite(folder, "evidence: [16 Mart 1921]", "evidence: [16 Mart 1921, okurlara böylece duyurulmuştur]")
    assert faults(folder, articles) == []
    rewrite(folder, "1921, okurlara", "1921’de imzalanmış, ve uzun bir cümleyle, okurlara")
    assert ["of the evidence run as in an article" in fault.wrong for fault in faults(folder, articles)] == [True]


def test_uncovered_day_is_reported(folder: Path, articles: Path) -> None:
    article = articles / "ornek-2000.txt"
    article.write_text(article.read_text(encoding="utf-8") + "\n=== 3\nSonra 5 Mayıs 1922 geldi.\n=== 4\nSon.\n", encoding="utf-8")
    report = check(folder, SourceTexts(articles))
    assert report.coverage is not None
    assert report.coverage.missing == (("ornek-2000", "3", "1922-05-05"),)


def test_sources_that_are_no_csl_json(folder: Path) -> None:
    (folder / "sources.json").write_text("[{]", encoding="utf-8")
    assert any(fault.file == "sources.json" and "CSL-JSON" in fault.remedy for fault in faults(folder))
