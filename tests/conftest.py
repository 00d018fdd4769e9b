"""What many tests need: the embedded knowledge, prepared once, and a small knowledge of its own for tests that change it."""

import os
import sys
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for what is no test, such as fakes.py

from fakes import FakeClock
from mmbot.answering.conversation import Answering
from mmbot.answering.decide import decide
from mmbot.app import Prepared, knowledge_folder, prepared
from mmbot.model import Answer
from postgres_server import PostgresServer, programs, serving
from small_knowledge import write_articles, write_knowledge

if TYPE_CHECKING:
    from chromium import Browser


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
def worker() -> Iterator[Executor]:
    """The one thread in which a desk works."""
    with ThreadPoolExecutor(1) as executor:
        yield executor


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A knowledge folder with one faultless entry, to break."""
    return write_knowledge(tmp_path / "knowledge")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with the text of the article that the small knowledge cites."""
    return write_articles(tmp_path / "articles")


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Browser]":
    from chromium import opened  # noqa: PLC0415  its library need not be installed for other tests

    with opened(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture
def browser(chromium: "Browser") -> "Browser":
    """The browser as if it had just been opened."""
    from chromium import fresh  # noqa: PLC0415

    return fresh(chromium)


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
