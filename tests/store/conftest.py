"""Every store there is, for the tests of the contract."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mmbot.store.opening import open_records
from mmbot.store.tables.everything import StoredRecords

# A new store is one line here: it has to pass all of test_contract.py.
STORES: dict[str, Callable[[pytest.FixtureRequest, Path], str]] = {
    "sqlite-memory": lambda _request, _folder: "sqlite:///:memory:",
    "sqlite-file": lambda _request, folder: f"sqlite:///{folder}/mmbot.db",
    "postgres": lambda request, _folder: str(request.getfixturevalue("postgres").emptied()),
}


@pytest.fixture(params=STORES)
def records(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StoredRecords]:
    """An empty store."""
    made = open_records(STORES[request.param](request, tmp_path))
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Where there is no SQLite database yet."""
    return str(tmp_path / "mmbot.db")
