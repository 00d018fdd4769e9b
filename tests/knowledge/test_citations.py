"""Sources are named short in a citation line, in full in APA with Turkish terms, and given out as BibTeX, RIS and CSL."""

import json
import re
from pathlib import Path

import pytest

from mmbot.app import Prepared, knowledge_folder
from mmbot.knowledge.citations import read_sources, to_bibtex, to_csl_json, to_ris
from mmbot.knowledge.faults import BadKnowledge
from mmbot.knowledge.short_forms import Csl, locator, page_form, short_form
from mmbot.model import Citation, Source

FIVE = {"topal-2018", "benhur-2008", "girisim-2017", "kafkas-seddi", "ders-notu"}
AUTHORLESS = {
    "girisim-2017": "A Review of Atatürk's Foreign Policy Approach Over TGNA's First Foreign Policy Attempt",
    "kafkas-seddi": "Caucasus Frontier's Issue in Turkish-Soviet Relations During the Turkish War of Independence",
    "ders-notu": "Millî Mücadelenin Dış Politikası",
}


@pytest.fixture(scope="module")
def sources() -> dict[str, Source]:
    return read_sources(knowledge_folder() / "sources.json")


def plain_title(text: str) -> str:
    """A title as it may be compared: the style may set apostrophes and capitals otherwise."""
    return text.replace("’", "'").casefold()


def csl(year: int | None = None, *families: str, **more: object) -> Csl:
    issued = {"issued": {"date-parts": [[year]]}} if year else {}
    author = {"author": [{"family": family} for family in families]} if families else {}
    return {"title": "Uzun başlık"} | issued | author | more


@pytest.mark.parametrize(
    ("item", "short"),
    [
        pytest.param(csl(2018, "Topal"), "Topal 2018", id="one-author"),
        pytest.param(csl(1999, "Öz", "Işık"), "Öz & Işık 1999", id="two-authors"),
        pytest.param(csl(1921, author=[{"literal": "TBMM"}]), "TBMM 1921", id="institution"),
        pytest.param(csl(2017, **{"title-short": "Kısa"}), "Kısa 2017", id="short-title"),
        pytest.param(csl(2017), "Uzun başlık 2017", id="title-only"),
        pytest.param(csl(), "Uzun başlık", id="neither-author-nor-year"),
    ],
)
def test_short_form(item: Csl, short: str) -> None:
    assert short_form(item) == short


@pytest.mark.parametrize(
    ("page", "note", "written"),
    [
        pytest.param("322", "", "s. 322", id="page"),
        pytest.param("322", "58", "s. 322, dn. 58", id="footnote"),
        pytest.param("pdf-4", "", "PDF s. 4", id="page-of-the-file"),
        pytest.param("pdf-4", "15", "PDF s. 4, dn. 15", id="footnote-in-the-file"),
    ],
)
def test_locator(page: str, note: str, written: str) -> None:
    assert locator(Citation("x", page, ("y",), note)) == written
    assert page_form(page) == written.split(", dn.", maxsplit=1)[0]


def test_short_forms_of_the_five_articles_differ(sources: dict[str, Source]) -> None:
    assert set(sources) == FIVE
    assert len({source.short for source in sources.values()}) == len(FIVE)
    assert sources["topal-2018"].short == "Topal 2018"
    assert sources["benhur-2008"].short == "Benhür 2008"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        pytest.param(
            "topal-2018", ["Topal, C.", "2018", "(KAREN)", "4(6)", "313", "330", "10.31765/karen.505956"], id="topal-2018"
        ),
        pytest.param("benhur-2008", ["Benhür, Ç.", "(2008)", "Türkiyat Araştırmaları Dergisi", "277"], id="benhur-2008"),
        pytest.param("girisim-2017", ["(2017)", "Atatürk Haftası Özel Sayısı"], id="girisim-2017"),
        pytest.param("kafkas-seddi", ["(t.y.)"], id="kafkas-seddi"),
        pytest.param("ders-notu", ["(t.y.)"], id="ders-notu"),
    ],
)
def test_full_reference_is_apa_with_turkish_terms(sources: dict[str, Source], name: str, parts: list[str]) -> None:
    reference = sources[name].reference
    assert [part for part in parts if part not in reference] == [], reference
    assert not re.search(r"n\.d\.|November|December|Retrieved|\bet al\b", reference), reference
    assert not re.search(r"[<>]|\.\.|\s\s|&#", reference), reference


@pytest.mark.parametrize(("name", "title"), AUTHORLESS.items(), ids=AUTHORLESS)
def test_a_work_without_author_has_its_title_in_front_and_once(sources: dict[str, Source], name: str, title: str) -> None:
    reference, wanted = plain_title(sources[name].reference), plain_title(title)
    assert reference.startswith(wanted)
    assert reference.count(wanted) == 1


def test_a_bibtex_record_has_author_year_pages_and_doi(sources: dict[str, Source]) -> None:
    record = to_bibtex(sources["topal-2018"])
    assert record.startswith("@article{topal-2018,\n")
    for line in (
        "author = {Topal, Coşkun}",
        "year = {2018}",
        "pages = {313--330}",
        "number = {6}",
        "doi = {10.31765/karen.505956}",
    ):
        assert f"  {line}" in record
    assert record.count("{") == record.count("}")
    assert record.endswith("}\n}\n")


def test_bibtex_leaves_unknown_things_out(sources: dict[str, Source]) -> None:
    record = to_bibtex(sources["ders-notu"])
    assert record == "@misc{ders-notu,\n  title = {Millî Mücadelenin Dış Politikası}\n}\n"


def test_a_ris_record_has_author_year_pages_and_doi(sources: dict[str, Source]) -> None:
    lines = to_ris(sources["topal-2018"]).splitlines()
    assert lines[0] == "TY  - JOUR"
    assert lines[-1] == "ER  - "
    wanted = ["AU  - Topal, Coşkun", "PY  - 2018", "VL  - 4", "IS  - 6", "SP  - 313", "EP  - 330", "DO  - 10.31765/karen.505956"]
    assert [tag for tag in wanted if tag not in lines] == []


@pytest.mark.parametrize("name", sorted(FIVE))
def test_every_source_goes_out_well_formed_without_inventing(sources: dict[str, Source], name: str) -> None:
    lines = to_ris(sources[name]).splitlines()
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    assert all(line[6:].strip() for line in lines[:-1])
    assert (any(line.startswith("AU") for line in lines)) == (name not in AUTHORLESS)
    assert ("author =" in to_bibtex(sources[name])) == (name not in AUTHORLESS)
    assert "None" not in to_bibtex(sources[name]) + to_ris(sources[name])


def test_csl_goes_out_as_it_came_and_can_be_read_again(sources: dict[str, Source], tmp_path: Path) -> None:
    items = json.loads((knowledge_folder() / "sources.json").read_text(encoding="utf-8"))
    given_out = [item for source in sources.values() for item in json.loads(to_csl_json(source))]
    assert given_out == items
    path = tmp_path / "sources.json"
    path.write_text(json.dumps(given_out), encoding="utf-8")
    assert read_sources(path) == sources


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"[{]", id="no-json"),
        pytest.param(b'[{"title": "Kimliksiz"}]', id="no-id"),
        pytest.param(b'[{"id": "x", "type": "article"}]', id="no-title"),
        pytest.param(b'[{"id": "x", "title": "T"}]', id="no-type"),
        pytest.param(b"[1]", id="no-object"),
        pytest.param(b'{"a": 1}', id="no-list"),
        pytest.param(b"\xff", id="no-utf-8"),
    ],
)
def test_what_is_no_csl_json_is_a_fault_with_its_remedy(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "sources.json").write_bytes(content)
    with pytest.raises(BadKnowledge, match=r"sources\.json:1: file: .*CSL-JSON"):
        read_sources(tmp_path / "sources.json")


def test_every_citation_of_the_knowledge_has_its_source(embedded: Prepared, sources: dict[str, Source]) -> None:
    library, _ = embedded
    used = {citation.source for fact in library.facts.values() for citation in fact.citations}
    assert used == set(sources)
