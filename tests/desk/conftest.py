"""A desk with the embedded knowledge, a store in memory and a clock that moves only when told to; and who comes to it."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest

from fakes import FakeClock
from mmbot.answering.conversation import Answering
from mmbot.desk.desk import Desk
from mmbot.desk.services import SERVICES
from mmbot.model import Person, Visitor
from mmbot.store.sqlite import SqliteRecords


@pytest.fixture
def records() -> Iterator[SqliteRecords]:
    made = SqliteRecords(":memory:")
    yield made
    made.close()


@pytest.fixture
def desk(answering: Answering, records: SqliteRecords, clock: FakeClock) -> Desk:
    return Desk(answering, records, clock, ZoneInfo("Europe/Istanbul"), SERVICES)


@pytest.fixture
def visitor() -> Visitor:
    """Somebody in a private conversation on Telegram."""
    return Visitor(Person("telegram", "7"), "telegram:7", private=True)


@pytest.fixture
def other() -> Visitor:
    """Somebody else, in a group."""
    return Visitor(Person("telegram", "8"), "telegram:-100123")


@pytest.fixture
def english() -> Visitor:
    """Somebody who speaks English, in a channel on Discord."""
    return Visitor(Person("discord", "42"), "discord:9", language="en")
