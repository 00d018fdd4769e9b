"""What may overwrite what between files and a database, and what an export writes."""

from dataclasses import replace
from pathlib import Path

import pytest

from mmbot.app import knowledge_folder
from mmbot.knowledge.exchange import file_of, judge, plan_export, read_exchange, state_mark, told
from mmbot.knowledge.faults import BadKnowledge
from mmbot.knowledge.files import read_folder
from mmbot.knowledge.loading import fingerprint, mark_verified
from mmbot.knowledge.writing import to_yaml
from mmbot.model import Entry

NORMALISED = True  # “mmbot export” has written every file of knowledge/: none may stray


def saying(entry: Entry, text: str) -> Entry:
    return replace(entry, facts=(replace(entry.facts[0], says=text), *entry.facts[1:]))


@pytest.fixture
def entry(folder: Path) -> Entry:
    return read_folder(folder).entries[0]


@pytest.mark.skipif(not NORMALISED, reason="the files are written in one form by “mmbot export” first")
def test_every_file_of_the_knowledge_is_in_the_one_form() -> None:
    strays = [
        file_of(entry)
        for entry in read_folder(knowledge_folder()).entries
        if (knowledge_folder() / file_of(entry)).read_bytes() != to_yaml(entry).encode()
    ]
    assert strays == []


BASE, FIRST, SECOND, EDITED = range(4)


@pytest.mark.parametrize(
    ("file", "states", "rests_on", "imported", "verdict"),
    [
        pytest.param(BASE, [], None, False, "same", id="as-the-program-has-it"),
        pytest.param(EDITED, [], None, False, "take", id="edited-and-never-revised"),
        pytest.param(SECOND, [SECOND, FIRST], None, False, "same", id="as-the-database-has-it"),
        pytest.param(FIRST, [SECOND, FIRST], None, False, "behind", id="an-older-state"),
        pytest.param(BASE, [FIRST], None, False, "behind", id="not-exported-yet"),
        pytest.param(EDITED, [FIRST], None, False, "behind", id="edited-beside-the-database"),
        pytest.param(EDITED, [SECOND, FIRST], [FIRST], False, "behind", id="edited-on-an-older-state"),
        pytest.param(EDITED, [SECOND, FIRST], [SECOND, FIRST], False, "take", id="edited-on-the-newest-state"),
        pytest.param(EDITED, [FIRST, SECOND, FIRST], [FIRST], False, "behind", id="edited-before-an-undo"),
        pytest.param(EDITED, [FIRST, SECOND, FIRST], [FIRST, SECOND, FIRST], False, "take", id="edited-after-an-undo"),
        pytest.param(BASE, [FIRST], [FIRST], False, "take", id="put-back-on-purpose"),
        pytest.param(EDITED, [FIRST], None, True, "take", id="edited-after-an-import"),
        pytest.param(BASE, [FIRST], None, True, "behind", id="before-the-last-import"),
    ],
)
def test_what_an_import_does_with_a_file(
    entry: Entry, file: int, states: list[int], rests_on: list[int] | None, imported: bool, verdict: str
) -> None:
    texts = [entry, *(saying(entry, text) for text in ("Bir.", "İki.", "Elle."))]
    mark = None if rests_on is None else state_mark([texts[state] for state in rests_on])
    assert judge(texts[file], texts[BASE], [texts[state] for state in states], mark, imported=imported) == verdict


def test_a_new_entry_is_taken(entry: Entry) -> None:
    assert judge(entry, None, [], None, imported=False) == "take"


def test_verified_or_not_is_no_difference(entry: Entry) -> None:
    base = mark_verified(entry, {fingerprint(citation) for fact in entry.facts for citation in fact.citations})
    assert base != entry
    assert judge(entry, base, [], None, imported=False) == "same"


def test_an_export_writes_the_newest_states_and_every_other_file_in_one_form(folder: Path, entry: Entry) -> None:
    other = replace(entry, id="baska", title="Başka", facts=tuple(replace(fact, entry="baska") for fact in entry.facts))
    (folder / "treaty" / "baska.yaml").write_text(to_yaml(other).replace("title: Başka", 'title: "Başka"'), encoding="utf-8")
    new = mark_verified(saying(entry, "Yeni."), {fingerprint(entry.facts[0].citations[0])})
    plan = plan_export(read_exchange(folder), {entry.id: entry}, {entry.id: [saying(entry, "Yeni.")]}, {entry.id: new})
    assert plan.behind == []
    assert plan.texts == {
        "treaty/ornek-antlasmasi.yaml": to_yaml(new),
        "treaty/baska.yaml": to_yaml(other),
        "verified.json": f'{{\n"found": [\n"{fingerprint(entry.facts[0].citations[0])}"\n]\n}}\n',
        "revisions.json": f'{{\n"ornek-antlasmasi": "{state_mark([new])}"\n}}\n',
    }


def test_an_export_does_not_write_over_what_somebody_has_edited(folder: Path, entry: Entry) -> None:
    states = [saying(entry, "İki."), saying(entry, "Bir.")]
    (folder / "treaty" / "ornek-antlasmasi.yaml").write_text(to_yaml(saying(entry, "Elle.")), encoding="utf-8")
    plan = plan_export(read_exchange(folder), {entry.id: entry}, {entry.id: states}, {entry.id: states[0]})
    assert plan.behind == [entry.id]
    assert plan.texts == {"treaty/ornek-antlasmasi.yaml": to_yaml(saying(entry, "Elle."))}


def test_an_entry_that_is_undone_or_of_another_kind_leaves_no_file_behind(folder: Path, entry: Entry) -> None:
    for state, expected in (
        (replace(entry, facts=()), {"treaty/ornek-antlasmasi.yaml": None}),
        (replace(entry, kind="event"), {"treaty/ornek-antlasmasi.yaml": None, "event/ornek-antlasmasi.yaml": to_yaml(replace(entry, kind="event"))}),
    ):  # fmt: skip
        plan = plan_export(read_exchange(folder), {}, {entry.id: [state, entry]}, {entry.id: state})
        assert {file: text for file, text in plan.texts.items() if "/" in file} == expected


def test_what_is_told_of_an_import(entry: Entry) -> None:
    fact = entry.facts[0]
    after = replace(
        entry, title="Başka", facts=(replace(fact, says="Yeni.", questions=("Ne?",)), replace(fact, id="ek", says="Ek."))
    )
    assert list(told(entry, after)) == [
        "change treaty/ornek-antlasmasi.yaml: title",
        "  + ornek-antlasmasi/ek: Ek.",
        "  ~ ornek-antlasmasi/tanim: says, questions",
        "  - ornek-antlasmasi/imza-tarihi: Örnek Antlaşması 16 Mart 1921'de imzalandı.",
    ]
    assert list(told(None, after)) == ["add treaty/ornek-antlasmasi.yaml: “Başka”, 2 facts"]


@pytest.mark.parametrize("text", ["[", "[1]", '"x"'])
def test_a_broken_list_of_states_is_told(folder: Path, text: str) -> None:
    (folder / "revisions.json").write_text(text, encoding="utf-8")
    with pytest.raises(BadKnowledge, match=r"revisions\.json:1: file: is not what “export” wrote"):
        read_exchange(folder)
