"""A desk that moderates, on a small knowledge of its own, with its page being served."""

from collections.abc import AsyncIterator, Iterator
from concurrent.futures import Executor
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from web_world import ADMINISTRATOR, MODERATOR, OTHER, World, serving

from fakes import FakeClock
from mmbot.answering.conversation import Answering
from mmbot.app import prepare
from mmbot.desk.desk import Desk
from mmbot.desk.services import SERVICES
from mmbot.desk.standing import Standings
from mmbot.knowledge.vocabulary_file import read_vocabulary
from mmbot.moderation.living import Living
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.roles import Policy, written
from mmbot.store.sqlite import SqliteRecords


@pytest.fixture
def policy() -> Policy:
    return Policy(moderators=frozenset({written(MODERATOR), written(OTHER)}), administrators=frozenset({written(ADMINISTRATOR)}))


@pytest.fixture
def standings(clock: FakeClock) -> Standings:
    """Roles are remembered by the clock of the test."""
    return Standings(lambda: clock().timestamp())


@pytest.fixture
def moderated(folder: Path, clock: FakeClock, tmp_path: Path, policy: Policy, standings: Standings) -> Iterator[Desk]:
    records = SqliteRecords(str(tmp_path / "mmbot.db"))
    library, index = prepare(folder)
    answering = Answering(library, index, clock)
    living = Living(library, read_vocabulary(folder), records.revisions, answering.learn, index)
    moderation = Moderation(records, living, policy)
    yield Desk(answering, records, clock, ZoneInfo("Europe/Istanbul"), SERVICES, moderation=moderation, standings=standings)
    records.close()


@pytest_asyncio.fixture
async def world(moderated: Desk, worker: Executor, clock: FakeClock) -> AsyncIterator[World]:
    async with serving(moderated, worker, clock) as served:
        yield served
