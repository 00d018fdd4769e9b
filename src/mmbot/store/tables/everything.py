"""All records in one database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from mmbot.desk import records as ports
from mmbot.moderation import records as moderation
from mmbot.store.tables.accounts import StoredAccounts
from mmbot.store.tables.carrying import carry
from mmbot.store.tables.counts import StoredCounts
from mmbot.store.tables.database import Connection
from mmbot.store.tables.drafts import StoredDrafts
from mmbot.store.tables.misses import StoredMisses
from mmbot.store.tables.notebook import StoredNotebook
from mmbot.store.tables.outbox import StoredOutbox
from mmbot.store.tables.people import StoredPeople
from mmbot.store.tables.posts import StoredPosts
from mmbot.store.tables.proposals import StoredProposals
from mmbot.store.tables.revisions import StoredRevisions
from mmbot.store.tables.subscriptions import StoredSubscriptions

_C = TypeVar("_C", bound=Connection)


class StoredRecords:
    """The records behind *connection*, in whose database *migrate* makes the tables, or brings them up to date. Raises what that raises.

    Every method of every part raises StoreBroken where the database fails it; then nothing was written.
    """

    def __init__(self, connection: _C, migrate: Callable[[_C], None]) -> None:
        try:
            migrate(connection)
        except BaseException:
            connection.close()
            raise
        self._connection: Connection = connection
        posts, misses, counts = StoredPosts(connection), StoredMisses(connection), StoredCounts(connection)
        drafts, outbox, notebook = StoredDrafts(connection), StoredOutbox(connection), StoredNotebook(connection)
        revisions, proposals, accounts = StoredRevisions(connection), StoredProposals(connection), StoredAccounts(connection)
        others = (posts, misses, counts, drafts, outbox, notebook, revisions, proposals, accounts)
        subscriptions = StoredSubscriptions(connection, others)
        self._concerns = (subscriptions, *others)
        self.subscriptions: ports.Subscriptions = subscriptions
        self.posts: ports.Posts = posts
        self.misses: ports.Misses = misses
        self.counts: ports.Counts = counts
        self.drafts: ports.Drafts = drafts
        self.outbox: ports.Outbox = outbox
        self.notebook: ports.Notebook = notebook
        self.revisions: moderation.Revisions = revisions
        self.proposals: moderation.Proposals = proposals
        self.accounts: moderation.Accounts = accounts
        self.people: ports.People = StoredPeople(connection, self._concerns)

    @contextmanager
    def together(self) -> Iterator[None]:
        """What this thread writes inside is one transaction."""
        with self._connection.writing():
            yield

    def purge(self, now: datetime) -> None:
        """Every part deletes what has become too old."""
        with self._connection.writing() as database:
            for concern in self._concerns:
                concern.purge_old(database, now)

    def carry_into(self, empty: "StoredRecords", name: str) -> int:
        """Copy everything, as of one moment, into the database of *empty*, called *name*; how many rows that were. Raises StoreBroken."""
        return carry(self._connection, empty._connection, name)  # noqa: SLF001 - of its own class

    def close(self) -> None:
        """Close the database. A second time does nothing."""
        self._connection.close()
