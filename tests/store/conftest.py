"""Every store there is, for the tests of the contract."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mmbot.desk.records import Records
from mmbot.store.sqlite import SqliteRecords

# A new store is one line here: it has to pass all of test_contract.py.
STORES: dict[str, Callable[[Path], Records]] = {
    "sqlite-file": lambda folder: SqliteRecords(str(folder / "mmbot.db")),
    "sqlite-memory": lambda _folder: SqliteRecords(":memory:"),
}


@pytest.fixture(params=STORES)
def records(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Records]:
    """An empty store."""
    made = STORES[request.param](tmp_path)
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Where there is no database yet."""
    return str(tmp_path / "mmbot.db")
