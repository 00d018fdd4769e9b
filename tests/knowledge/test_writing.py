"""What is written is what was said, always in the same bytes, and no program mistakes a text for something else."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from mmbot.app import Prepared, knowledge_folder
from mmbot.dates import parse_edtf
from mmbot.knowledge.files import Reading, read_file, read_folder, read_text
from mmbot.knowledge.writing import to_yaml
from mmbot.model import Citation, EditorNote, Entry, Fact, Number

EXAMPLE = """\
id: gumru-antlasmasi
kind: treaty
title: Gümrü Antlaşması
aliases:
  - Gümrü Barış Antlaşması
  - "1920: Gümrü"
facts:
  - id: tanim
    answers: [what, clause-3]
    date: 1920-12-02/1920-12-03
    number: {value: 71, unit: gün}
    says: Gümrü Antlaşması 2/3 Aralık 1920 gecesi imzalandı.
    says_en: It was signed in the night.
    significance: 5
    people: [kazim-karabekir]
    places: [gumru]
    about: [tbmm, ermenistan]
    questions:
      - Ermenilerle barış ne zaman yapıldı?
    rank: preferred
    reason: Kaynaklar iki günü de verir.
    editor_note:
      says: Bir gün sonra da denir.
      reference: genel kabul
      date: "1920"
    citations:
      - {source: ders-notu, page: pdf-3, evidence: [2/3 Aralık 1920]}
  - id: imza-tarihi
    answers: [when]
    number: {value: 1.5, unit: ay}
    says: Topal 2 Aralık der.
    rank: normal
    disputes: tanim
    reason: Başka bir sayfada 3 Aralık der.
    citations:
      - {source: topal-2018, page: "324", note: "66", evidence: ["2 Aralık, perşembe", Gümrü'de]}
  - id: baska
    answers: [how]
    says: Başka bir maddeyle çelişir.
    rank: deprecated
    disputes: moskova-antlasmasi/tanim
    reason: Dizgi yanlışı.
    citations:
      - {source: topal-2018, page: "325", evidence: [Gümrü]}
"""

# A text as the reader gives it: never empty, single spaces.
TEXTS = st.text(min_size=1, max_size=60).map(lambda text: " ".join(text.split())).filter(bool)
IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)


def many(elements: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(elements, max_size=3).map(tuple)


CITATIONS = st.builds(Citation, TEXTS, TEXTS, st.lists(TEXTS, min_size=1, max_size=3).map(tuple), st.just("") | TEXTS)
DATES = st.sampled_from(["1921", "1921-03", "1921-03-16", "1920-12-02/1920-12-03", "1922-01~", "1919/1922", "1920~"]).map(
    parse_edtf
)
NUMBERS = st.builds(Number, st.floats(allow_nan=False) | st.integers(0, 10**6).map(float), TEXTS)
FACTS = st.builds(
    Fact,
    id=IDS,
    entry=st.just("bir-madde"),
    answers=st.just(("what", "clause-2")),
    says=TEXTS,
    citations=st.lists(CITATIONS, min_size=1, max_size=2).map(tuple),
    says_en=st.just("") | TEXTS,
    date=st.none() | DATES,
    number=st.none() | NUMBERS,
    people=many(IDS),
    places=many(IDS),
    about=many(IDS),
    questions=many(TEXTS),
    significance=st.integers(1, 5),
    rank=st.sampled_from(["preferred", "normal", "deprecated"]),
    disputes=st.none() | IDS.map(lambda fact: f"bir-madde/{fact}") | IDS.map(lambda fact: f"baska-madde/{fact}"),
    reason=st.just("") | TEXTS,
    editor_note=st.none() | st.builds(EditorNote, TEXTS, TEXTS, st.none() | DATES),
)
ENTRIES = st.builds(
    Entry,
    st.just("bir-madde"),
    st.just("event"),
    TEXTS,
    many(TEXTS),
    st.lists(FACTS, max_size=3, unique_by=lambda f: f.id).map(tuple),
)

ODD = ["yes", "No", "~", "null", "1921", "1921-03-16", "1e5", "0x1F", ".inf", "<<", "=", "-", "- madde", "?", "? mı", ": ", "a: b", "son:",
       "a #b", "#b", "'tek'", '"çift"', "“tırnak”", "\\n", "[a]", "{a: b}", "a, b", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a", "---", "...",
       "🙂", "👩\u200d🏫", "İıŞş", "a\u200bb", "\ufeffa", "\x07", "12:30", "1_000", "x" * 5000, "Kars'ın", "1921'de", "k. 5; b, c"]  # fmt: skip


def normal(entry: Entry) -> Entry:
    """Without what a file does not tell."""
    return replace(
        entry,
        facts=tuple(replace(fact, citations=tuple(replace(c, verified=False) for c in fact.citations)) for fact in entry.facts),
    )


def test_the_whole_knowledge_reads_as_it_is_written(tmp_path: Path) -> None:
    entries = read_folder(knowledge_folder()).entries
    for entry in entries:
        path = tmp_path / entry.kind / f"{entry.id}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(to_yaml(entry), encoding="utf-8")
    reading = read_folder(tmp_path)
    assert len(entries) > 300
    assert reading.faults == []
    assert reading.entries == entries
    assert [to_yaml(entry) for entry in reading.entries] == [to_yaml(entry) for entry in entries]


def test_an_example_shows_every_field() -> None:
    assert to_yaml(read_text(EXAMPLE)) == EXAMPLE
    assert all(getattr(read_text(EXAMPLE).facts[0], name) for name in Fact.__dataclass_fields__ if name != "disputes")


@given(ENTRIES)
def test_any_entry_reads_as_it_was_written(entry: Entry) -> None:
    assert read_text(to_yaml(entry)) == entry


@given(TEXTS)
@example("yes")
def test_other_programs_read_texts_as_texts(text: str) -> None:
    entry = Entry("a", "event", text, (text, text), (Fact("a", "a", (), text, (Citation(text, text, (text,)),)),))
    read: dict[str, Any] = yaml.load(to_yaml(entry), Loader=yaml.CSafeLoader)
    assert read["title"] == text
    assert read["aliases"] == [text, text]
    assert read["facts"][0]["citations"] == [{"source": text, "page": text, "evidence": [text]}]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_texts_for_other_programs_too(text: str, tmp_path: Path) -> None:
    clean = " ".join(text.split())
    test_other_programs_read_texts_as_texts.hypothesis.inner_test(clean)
    fact = Fact("tanim", "a", ("what",), text, (Citation("s", text, (text, text), text),), questions=(text,), reason=text)
    (tmp_path / "event").mkdir()
    (tmp_path / "event" / "a.yaml").write_text(to_yaml(Entry("a", "event", text, (), (fact,))), encoding="utf-8")
    reading = Reading([], {}, [])
    entry = read_file(tmp_path / "event" / "a.yaml", reading)
    assert entry is not None
    assert reading.faults == []
    read = entry.facts[0]
    assert {entry.title, read.says, *read.questions, read.reason, read.citations[0].page, *read.citations[0].evidence} == {clean}


def test_what_cannot_be_written_at_all_does_no_harm() -> None:
    assert read_text(to_yaml(Entry("a", "event", "a\ud800b", (), ()))).title == "a?b"


def test_verified_or_not_is_not_written(embedded: Prepared) -> None:
    entry = embedded[0].entries["moskova-antlasmasi"]
    assert to_yaml(entry) == to_yaml(normal(entry))
    assert read_text(to_yaml(entry)) == normal(entry)
