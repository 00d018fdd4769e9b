"""One connection to the database, which all threads of a process share, one after the other."""

import logging
import selectors
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import RLock

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from mmbot.store.address import no_postgres_address, postgres_name
from mmbot.store.broken import StoreAway, StoreBroken
from mmbot.store.postgres.statements import Statements, adapt
from mmbot.store.postgres.troubles import not_connected, told
from mmbot.store.tables.database import Database

PATIENCE = 10.0  # seconds to wait while another process writes
SWIFT = 1.0  # the same for what happens with every question: somebody waits for his answer meanwhile
HARDLY = 0.1  # and once it was waited for in vain, until something can be written again: everybody waits behind who waits
LONGEST_SILENCE = 60  # seconds that a process may stop within a transaction before the server ends it: others wait
# Unless the address says otherwise. A server that vanished without a word is noticed within half a minute.
_DEFAULTS = {
    "application_name": "mmbot",
    "connect_timeout": "5",
    "keepalives_idle": "15",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "15000",
}
# Whoever writes holds this lock until the transaction ends. So what one reads within it stays true, as on SQLite, and revisions
# appear in the order of their ids: the catching up of other processes rests on that.
_LOCK = int.from_bytes(b"mmbot")

log = logging.getLogger(__name__)


class Connection:
    """The database at *url*, opened. Raises StoreBroken.

    A connection that was lost is made anew with the next use, but never within a transaction: that fails as a whole. Nothing is kept in
    the session, so a pooler may stand between.
    """

    def __init__(self, url: str, *, patience: float = PATIENCE) -> None:
        self.name = postgres_name(url)
        self._address = _completed(url)
        self._patience = patience
        self._lock = RLock()
        self._within = False  # a transaction of ours
        self._closed = False
        self._in_vain = False  # the last one that waited for the others
        self._away_until, self._away = 0.0, ""
        self._session = self._connected()

    @contextmanager
    def reading(self) -> Iterator[Statements]:
        """See the port."""
        with self._lock, self._clear_errors():
            yield Statements(self._live())

    @contextmanager
    def writing(self, *, swift: bool = False) -> Iterator[Statements]:
        """See the port."""
        with self._lock, self._clear_errors():
            session = self._live()
            with _part(session) if self._within else self._whole(session, self._beginning(swift)):
                yield Statements(session)

    @contextmanager
    def snapshot(self) -> Iterator[Statements]:
        """See the port."""
        with self._lock, self._clear_errors():
            session = self._live()
            with self._whole(session, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"):
                yield Statements(session)

    def last_id(self, database: Database, table: str) -> int:
        """See the port."""
        last, given = database.execute(f"SELECT last_value, is_called FROM {table}_id_seq").fetchone()  # noqa: S608 - our own names
        return int(last) if given else 0

    def give_ids_after(self, database: Database, table: str, last: int) -> None:
        """See the port."""
        database.execute("SELECT setval(?, ?, ?)", (f"{table}_id_seq", max(last, 1), last > 0))

    def close(self) -> None:
        """See the port."""
        with self._lock:
            self._closed = True
            self._session.close()

    def _beginning(self, swift: bool) -> str:
        patience = min(self._patience, HARDLY if self._in_vain else SWIFT if swift else self._patience)
        return (
            "BEGIN ISOLATION LEVEL READ COMMITTED;"
            f"SET LOCAL synchronous_commit TO {'off' if swift else 'on'};"
            f"SET LOCAL lock_timeout TO {patience * 1000:.0f};"
            f"SET LOCAL idle_in_transaction_session_timeout TO '{LONGEST_SILENCE}s';"
            f"SELECT pg_advisory_xact_lock({_LOCK})"
        )

    @contextmanager
    def _whole(self, session: psycopg.Connection, beginning: str) -> Iterator[None]:
        self._within = self._in_vain = True
        try:
            session.execute(beginning.encode())
            self._in_vain = False
            yield
            if session.execute("COMMIT").statusmessage != "COMMIT":  # an error that somebody caught has undone it
                raise StoreBroken(f"Database “{self.name}”: a statement had failed, so nothing was written. The log says more.")
        except BaseException:
            _undo(session)
            raise
        finally:
            self._within = False

    def _live(self) -> psycopg.Connection:
        """The session; a new one where the server has ended it meanwhile."""
        if not self._within and not self._closed and _ended(self._session):
            self._session.close()
            self._session = self._connected_again()
            log.info("database “%s”: connected again", self.name)
        return self._session

    def _connected_again(self) -> psycopg.Connection:
        """A new session. A server that does not even refuse is left alone for four times as long as was waited: all wait behind who tries."""
        begun = time.monotonic()
        if begun < self._away_until:
            raise StoreAway(self._away)
        try:
            return self._connected()
        except StoreAway as error:
            now = time.monotonic()
            self._away_until, self._away = now + 4 * (now - begun), str(error)
            raise

    def _connected(self) -> psycopg.Connection:
        try:
            # Prepared statements would outlive the form of the tables that they were made for.
            session = psycopg.connect(self._address, autocommit=True, prepare_threshold=None)
        except psycopg.Error as error:
            raise not_connected(self.name, error) from error
        try:
            self._refuse_unfit(session)
        except StoreBroken:
            session.close()
            raise
        adapt(session)
        return session

    def _refuse_unfit(self, session: psycopg.Connection) -> None:
        if (encoding := session.info.parameter_status("server_encoding")) != "UTF8":
            made = f"createdb --encoding=UTF8 --template=template0 {session.info.dbname}"
            raise StoreBroken(f"Database “{self.name}”: it keeps texts as {encoding}, which lacks letters. Make it anew: {made}")
        if session.info.parameter_status("in_hot_standby") == "on":
            raise StoreBroken(
                f"Database “{self.name}”: this server is a standby, which only reads. Give the address of the primary."
            )

    @contextmanager
    def _clear_errors(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            trouble = told(self.name, error, lost=self._session.closed and not self._closed)
            if trouble is None:
                raise
            raise trouble from error


def _completed(url: str) -> str:
    try:
        given = conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise no_postgres_address() from None  # libpq repeats what it did not understand
    return make_conninfo("", **(_DEFAULTS | given | {"client_encoding": "utf8"}))


def _ended(session: psycopg.Connection) -> bool:
    """Whether the server has ended *session*. Nothing comes unasked but a farewell, so only where something can be read it is tried."""
    if session.closed:
        return True
    with selectors.DefaultSelector() as waiting:
        waiting.register(session.fileno(), selectors.EVENT_READ)
        if not waiting.select(0):
            return False
    try:
        session.execute("SELECT 1")
    except psycopg.OperationalError:
        return True
    return False


def _undo(session: psycopg.Connection) -> None:
    try:
        session.execute("ROLLBACK")
    except psycopg.Error:  # it may be lost; where it is not, nothing that comes later may join what was begun
        session.close()


@contextmanager
def _part(session: psycopg.Connection) -> Iterator[None]:
    session.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        with suppress(psycopg.Error):  # the connection may be what was lost
            session.execute("ROLLBACK TO part; RELEASE part")
        raise
    session.execute("RELEASE part")
