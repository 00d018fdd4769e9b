"""The prepared knowledge is kept between two runs, entry by entry, and made anew when something changed."""

import os
from pathlib import Path

import pytest

from mmbot import app
from mmbot.answering.decide import decide
from mmbot.app import prepared
from mmbot.knowledge.faults import BadKnowledge
from mmbot.knowledge.kept import KeptEntries

NAME = "ornek-antlasmasi"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "mmbot"


def _never(*_: object, **__: object) -> app.Prepared:
    raise AssertionError("prepared anew")


def test_the_second_time_it_is_loaded_and_the_same(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library, index = prepared(folder)
    monkeypatch.setattr(app, "prepare", _never)
    loaded, again = prepared(folder)
    assert loaded == library
    assert list(loaded.facts) == list(library.facts)
    assert list(again.facts) == list(index.facts)
    question = "Örnek Antlaşması ne zaman imzalandı?"
    assert decide(loaded, again, question).answer == decide(library, index, question).answer
    assert len(list(cache.glob("*.pickle"))) == 1


def test_another_process_prepares_it_for_one_that_runs_for_long(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "prepare", _never)
    app.prepare_aside(folder)
    assert list(prepared(folder)[0].entries) == [NAME]
    monkeypatch.setattr("mmbot.app.subprocess.run", _never)
    app.prepare_aside(folder)  # it is there
    assert len(list(cache.glob("*.pickle"))) == 1


def test_knowledge_that_cannot_be_prepared_is_told_by_the_process_itself(
    folder: Path, cache: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "treaty" / f"{NAME}.yaml").write_text("kind: [", encoding="utf-8")
    app.prepare_aside(folder)
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


def test_what_was_kept_for_another_state_is_not_taken(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(folder)
    monkeypatch.setattr("mmbot.app.zlib.crc32", lambda _: 7)  # the same checksum for every state
    prepared(folder)
    os.utime(folder / "sources.json", (0, 0))
    monkeypatch.setattr(app, "prepare", lambda _: ("made", "anew"))
    monkeypatch.setattr(app, "_store", lambda *_: None)
    assert prepared(folder) == ("made", "anew")
    assert cache.is_dir()


def test_a_broken_file_is_made_anew(folder: Path, cache: Path) -> None:
    library, _ = prepared(folder)
    for path in cache.glob("*.pickle"):
        path.write_bytes(path.read_bytes()[:200])
    assert prepared(folder)[0] == library
    assert isinstance(prepared(folder)[0].entries, KeptEntries)
