"""What many tests need: the embedded knowledge, prepared once, and a small knowledge of its own for tests that change it."""

import os
import sys
from collections.abc import Callable, Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for fakes.py

from fakes import FakeClock
from mmbot.answering.conversation import Answering
from mmbot.answering.decide import decide
from mmbot.app import Prepared, knowledge_folder, prepared
from mmbot.model import Answer
from postgres_server import PostgresServer, programs, serving

ENTRY = """\
id: ornek-antlasmasi
kind: treaty
title: Örnek Antlaşması
aliases: [Örnek Muahedesi]
facts:
  - id: tanim
    answers: [what]
    says: Örnek Antlaşması, sınamalar için yazılmış bir antlaşmadır.
    citations:
      - {source: ornek-2000, page: "1", evidence: [örnek antlaşması]}
  - id: imza-tarihi
    answers: [when]
    date: 1921-03-16
    says: Örnek Antlaşması 16 Mart 1921'de imzalandı.
    citations:
      - {source: ornek-2000, page: "2", evidence: [16 Mart 1921]}
"""
SOURCES = '[{"id": "ornek-2000", "type": "article-journal", "title": "Örnek", "author": [{"family": "Örnek"}], "issued": {"date-parts": [[2000]]}}]'
ARTICLE = """\
=== 1
Bu sayfada örnek antlaşması anlatılır ve cümle bir sonraki say-
=== 2
faya taşar; antlaşma 16 Mart 1921’de imzalanmış ve uzun bir cümleyle okurlara böylece duyurulmuştur.
--- notes
5 Bir dipnot.
"""


@pytest.fixture(scope="session")
def embedded() -> Prepared:
    """The embedded knowledge and its index."""
    return prepared(knowledge_folder())


@pytest.fixture(scope="session")
def answer(embedded: Prepared) -> Callable[[str], Answer]:
    """Answers one question from the embedded knowledge, without a conversation."""
    library, index = embedded
    return lambda text: decide(library, index, text).answer


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 3, 16, 9, 0, tzinfo=UTC))


@pytest.fixture
def answering(embedded: Prepared, clock: FakeClock) -> Answering:
    return Answering(*embedded, clock)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A knowledge folder with one faultless entry, to break."""
    (tmp_path / "knowledge" / "treaty").mkdir(parents=True)
    (tmp_path / "knowledge" / "sources.json").write_text(SOURCES, encoding="utf-8")
    (tmp_path / "knowledge" / "vocabulary.yaml").write_text("groups: {antlaşma: [antlaşma*]}\nnoise: ne zaman\n", encoding="utf-8")
    (tmp_path / "knowledge" / "treaty" / "ornek-antlasmasi.yaml").write_text(ENTRY, encoding="utf-8")
    return tmp_path / "knowledge"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with the text of the article that the small knowledge cites."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "ornek-2000.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "articles"


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server for all tests that want one."""
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    with serving(found) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database for several processes, in which there is nothing yet: of either kind in turn."""
    return f"sqlite:///{tmp_path}/mmbot.db" if request.param == "sqlite" else str(request.getfixturevalue("postgres").emptied())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With MMBOT_TESTS_NEED_ALL nothing is left out unseen: what is skipped has failed."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("MMBOT_TESTS_NEED_ALL"):
        report.outcome, report.longrepr = (
            "failed",
            f"{item.nodeid} was left out, which MMBOT_TESTS_NEED_ALL forbids: {report.longrepr}",
        )
    return report
