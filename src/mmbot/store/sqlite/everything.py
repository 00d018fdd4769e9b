"""All records in one SQLite database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from mmbot.desk import records as ports
from mmbot.moderation import records as moderation
from mmbot.store.sqlite.accounts import SqliteAccounts
from mmbot.store.sqlite.connection import PATIENCE, Connection
from mmbot.store.sqlite.counts import SqliteCounts
from mmbot.store.sqlite.drafts import SqliteDrafts
from mmbot.store.sqlite.migrations import migrate
from mmbot.store.sqlite.misses import SqliteMisses
from mmbot.store.sqlite.notebook import SqliteNotebook
from mmbot.store.sqlite.outbox import SqliteOutbox
from mmbot.store.sqlite.people import SqlitePeople
from mmbot.store.sqlite.posts import SqlitePosts
from mmbot.store.sqlite.proposals import SqliteProposals
from mmbot.store.sqlite.revisions import SqliteRevisions
from mmbot.store.sqlite.subscriptions import SqliteSubscriptions


class SqliteRecords:
    """The records in the file *path* (or ``:memory:``), made or brought up to date where that is needed. Raises StoreBroken.

    Every method of every part raises StoreBroken where the database fails it; then nothing was written. *patience* is how many
    seconds to wait for a lock that another process holds.
    """

    def __init__(self, path: str, *, patience: float = PATIENCE) -> None:
        self._connection = connection = Connection(path, patience=patience)
        try:
            migrate(connection)
        except BaseException:
            connection.close()
            raise
        posts, misses, counts = SqlitePosts(connection), SqliteMisses(connection), SqliteCounts(connection)
        drafts, outbox, notebook = SqliteDrafts(connection), SqliteOutbox(connection), SqliteNotebook(connection)
        revisions, proposals, accounts = SqliteRevisions(connection), SqliteProposals(connection), SqliteAccounts(connection)
        others = (posts, misses, counts, drafts, outbox, notebook, revisions, proposals, accounts)
        subscriptions = SqliteSubscriptions(connection, others)
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
        self.people: ports.People = SqlitePeople(connection, self._concerns)

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

    def close(self) -> None:
        """Close the file. A second time does nothing."""
        self._connection.close()
