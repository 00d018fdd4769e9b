"""The prepared knowledge is kept between two runs, entry by entry, and made anew when something changed."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from mmbot.answering.decide import decide
from mmbot.app import BESIDE, Prepared, prepare_all, prepare_aside, prepared
from mmbot.knowledge.faults import BadKnowledge
from mmbot.knowledge.kept import KeptEntries
from mmbot.matching.index import Index
from mmbot.matching.mending import mended
from mmbot.matching.pieces import pieces_of
from mmbot.matching.worked_out import Keeper

NAME = "ornek-antlasmasi"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "mmbot"


def is_loaded(made: Prepared) -> bool:
    """Whether it comes from the cache; what was made anew has all its entries at hand."""
    return isinstance(made[0].entries, KeptEntries)


def test_the_second_time_it_is_loaded_and_the_same(folder: Path, cache: Path) -> None:
    library, index = first = prepared(folder)
    loaded, again = second = prepared(folder)
    assert [is_loaded(first), is_loaded(second)] == [False, True]
    assert loaded == library
    assert list(loaded.facts) == list(library.facts)
    assert list(again.facts) == list(index.facts)
    question = "Örnek Antlaşması ne zaman imzalandı?"
    assert decide(loaded, again, question).answer == decide(library, index, question).answer
    assert len({path.name.partition(".")[0] for path in cache.glob("*.pickle")}) == 1


def test_another_process_prepares_it_for_one_that_runs_for_long(folder: Path, cache: Path) -> None:
    prepare_aside(folder)
    found = prepared(folder)
    assert is_loaded(found)
    assert list(found[0].entries) == [NAME]
    prepare_aside(folder, python="there is no such program")  # it is there: none is started
    assert len(list(cache.glob("*.pickle"))) == 1 + len(BESIDE)


def test_what_was_worked_out_is_kept_beside_and_the_same(folder: Path, cache: Path) -> None:
    _, index = prepared(folder)
    question = "Örnek Antlaşmsı ne zman imzalandi?"
    before = mended(index, question), pieces_of(index).likeness(question).nearest.tolist()
    assert {path.name.split(".")[1] for path in cache.glob("*.*.pickle")} == set(BESIDE)
    _, again = prepared(folder)
    again.keeper = partial(_only_kept, again.keeper)
    assert (mended(again, question), pieces_of(again).likeness(question).nearest.tolist()) == before


def _only_kept(keeper: Keeper, name: str, _make: Callable[[], object]) -> object:
    def never() -> object:
        raise AssertionError(f"{name} is made anew")

    return keeper(name, never)


def test_what_is_kept_beside_and_broken_is_made_anew(folder: Path, cache: Path) -> None:
    prepare_all(folder)
    for path in cache.glob("*.*.pickle"):
        path.write_bytes(path.read_bytes()[:200])
    made = pieces_of(prepared(folder)[1])
    assert made.likeness("Örnek Antlaşması").whole.any()


def test_what_was_worked_out_of_other_knowledge_is_not_taken(folder: Path, cache: Path) -> None:
    _, index = prepared(folder)
    entry = replace(index.entries[NAME], title="Zeplin Antlaşması")
    changed = Index([entry], index.vocabulary, index)
    assert pieces_of(changed) is not pieces_of(index)
    assert pieces_of(changed).likeness("zeplin").whole.any()
    assert not pieces_of(index).likeness("zeplin").whole.any()
    assert cache.is_dir()


def test_knowledge_that_cannot_be_prepared_is_told_by_the_process_itself(
    folder: Path, cache: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "treaty" / f"{NAME}.yaml").write_text("kind: [", encoding="utf-8")
    prepare_aside(folder)
    assert not list(cache.glob("*.pickle"))
    assert capfd.readouterr() == ("", "")
    with pytest.raises(BadKnowledge, match=NAME):
        prepared(folder)


def test_an_entry_is_made_once_for_library_and_index(folder: Path, cache: Path) -> None:
    prepared(folder)
    library, index = prepared(folder)
    assert isinstance(library.entries, KeptEntries)
    assert library.entries[NAME] is library.entries[NAME]
    assert index.entries[NAME] is library.entries[NAME]
    assert library.fact(f"{NAME}/{library.entries[NAME].facts[0].id}") is library.entries[NAME].facts[0]
    assert (library.fact(f"{NAME}/yok"), library.fact("yok/yok"), "yok" in library.entries) == (None, None, False)
    assert len(library.entries) == len(list(library.entries)) == 1
    assert cache.is_dir()


def test_a_changed_file_is_read(folder: Path, cache: Path) -> None:
    prepared(folder)
    path = folder / "treaty" / f"{NAME}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Örnek Antlaşması", "Misal Antlaşması"), encoding="utf-8")
    assert prepared(folder)[0].entries[NAME].title == "Misal Antlaşması"
    assert len(list(cache.glob("*.pickle"))) == 2


def test_what_was_kept_for_another_state_is_not_taken(folder: Path, cache: Path) -> None:
    prepared(folder)
    (before,) = cache.glob("*.pickle")
    os.utime(folder / "sources.json", (0, 0))
    prepared(folder)
    (after,) = set(cache.glob("*.pickle")) - {before}
    after.write_bytes(before.read_bytes())  # as if both states had the same checksum
    assert not is_loaded(prepared(folder))
    assert is_loaded(prepared(folder))


def test_a_broken_file_is_made_anew(folder: Path, cache: Path) -> None:
    library, _ = prepared(folder)
    for path in cache.glob("*.pickle"):
        path.write_bytes(path.read_bytes()[:200])
    assert not is_loaded(prepared(folder))
    loaded = prepared(folder)
    assert is_loaded(loaded)
    assert loaded[0] == library
