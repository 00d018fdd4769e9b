"""Each way in which a PostgreSQL database can fail is told: which, what is wrong, what to do, and never the password."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import psycopg
import pytest

from mmbot.desk.records import Records
from mmbot.model import Citation, Entry, Fact, Person
from mmbot.moderation.proposals import Draft
from mmbot.store.address import password_of, postgres_name
from mmbot.store.broken import StoreAway, StoreBroken
from mmbot.store.opening import open_records
from mmbot.store.postgres import PostgresRecords
from mmbot.store.tables.everything import StoredRecords
from postgres_server import PostgresServer

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
AYSE = Person("telegram", "7")
FACT = Fact("tanim", "ornek", ("what",), "Söz.", (Citation("s", "1", ("söz",)),))
ENTRY = Entry("ornek", "treaty", "Örnek", (), (FACT,))
PASSWORD = "geheim%40wort"
AWAY = r"Database “mmbot”: the connection was lost \(.+\)\. See that the server runs; mmbot connects again by itself"


@pytest.fixture
def url(postgres: PostgresServer) -> str:
    return postgres.emptied()


@pytest.fixture
def records(url: str) -> Iterator[StoredRecords]:
    made = open_records(url)
    yield made
    made.close()


def end_sessions(postgres: PostgresServer) -> None:
    """As an administrator does, a server that restarts, or a firewall that has seen no traffic for too long."""
    postgres.do("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'mmbot'")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("postgresql:///mmbot", "mmbot"),
        ("postgresql://db/mmbot", "db/mmbot"),
        ("postgresql://mmbot:geheim@db.example.org:5433/mmbot?sslmode=require", "db.example.org:5433/mmbot"),
        (f"postgresql://mmbot:{PASSWORD}@[::1]:5433/my%20bot", "[::1]:5433/my bot"),
    ],
)
def test_a_database_is_named_without_its_password(url: str, name: str) -> None:
    assert postgres_name(url) == name


@pytest.mark.parametrize(
    "password", ["ge@heim", "ge/heim", "ge#heim", "ge?heim", "ge heim", "12/geheim", "geheim@5432/x", "ge%heim"]
)
def test_a_password_that_breaks_the_address_is_not_told(password: str) -> None:
    with pytest.raises(StoreBroken) as caught:
        open_records(f"postgresql://mmbot:{password}@127.0.0.1:1/mmbot")
    assert "no address of a PostgreSQL database. Write postgresql://USER:PASSWORD@HOST:PORT/DATABASE" in str(caught.value)
    assert "heim" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("option", ["sslmode=geheim", "geheim=1", "connect_timeout=geheim"])
def test_a_wrong_option_is_told(option: str) -> None:
    with pytest.raises(StoreBroken, match=r"no address of a PostgreSQL database|it cannot be connected to"):
        open_records(f"postgresql://127.0.0.1:1/mmbot?{option}")


@pytest.mark.parametrize(
    ("url", "password"), [(f"postgresql://a:{PASSWORD}@b/c", PASSWORD), ("postgresql://a@b/c", ""), ("sqlite:///a:b@c", "")]
)
def test_what_has_to_be_blanked(url: str, password: str) -> None:
    assert password_of(url) == password


@pytest.mark.parametrize(
    ("user", "password", "told"),
    [
        ("bot", "falsch", "password authentication failed"),
        ("bot", "", "no password supplied"),
        ("nobody", PASSWORD, "authentication failed"),
    ],
)
def test_who_is_not_let_in_is_told_so_without_his_password(postgres: PostgresServer, user: str, password: str, told: str) -> None:
    postgres.do("DROP ROLE IF EXISTS bot; CREATE ROLE bot LOGIN PASSWORD 'geheim@wort'")
    with pytest.raises(StoreAway) as caught:
        open_records(f"postgresql://{user}{password and ':' + password}@127.0.0.1:{postgres.port}/mmbot")
    assert f"Database “127.0.0.1:{postgres.port}/mmbot”: it cannot be connected to (" in str(caught.value)
    assert told in str(caught.value)
    assert "right host, database, user and password" in str(caught.value)
    assert "falsch" not in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_a_user_without_rights_is_told_what_he_needs(postgres: PostgresServer) -> None:
    postgres.do(
        "DROP ROLE IF EXISTS bot; CREATE ROLE bot LOGIN PASSWORD 'geheim@wort'; CREATE SCHEMA IF NOT EXISTS closed; GRANT USAGE ON SCHEMA closed TO bot"
    )
    with pytest.raises(StoreBroken, match=r"mmbot”: the user has too few rights\. Let him own the database"):
        open_records(f"postgresql://bot:{PASSWORD}@127.0.0.1:{postgres.port}/mmbot?options=-csearch_path%3Dclosed")


def test_nobody_at_the_other_end() -> None:
    with pytest.raises(
        StoreAway, match=r"Database “127\.0\.0\.1:1/mmbot”: it cannot be connected to \(.*refused.*\)\. See that the server runs"
    ):
        open_records("postgresql://mmbot@127.0.0.1:1/mmbot")


def test_a_database_that_keeps_other_letters(postgres: PostgresServer) -> None:
    postgres.do("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0")
    with pytest.raises(StoreBroken, match=r"it keeps texts as LATIN1, .* createdb --encoding=UTF8 --template=template0 latin"):
        open_records(postgres.url("latin"))


def test_without_the_driver_it_is_said_how_to_install_it() -> None:
    program = (
        "import sys; sys.modules['psycopg'] = None\nfrom mmbot.store.opening import open_records\nopen_records('postgresql://h/d')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "StoreBroken: MMBOT_DATABASE_URL: the driver for PostgreSQL cannot be loaded" in done.stderr
    assert "pip install 'psycopg[binary]'" in done.stderr


def test_an_idle_connection_that_was_ended_is_not_noticed(
    records: StoredRecords, postgres: PostgresServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    for write in (True, False):
        end_sessions(postgres)
        if write:
            records.notebook.write("a", "b")
        assert records.notebook.read("a") == "b"
    assert caplog.text.count("database “mmbot”: connected again") == 2


def test_a_server_that_restarts_is_told_and_waited_for(records: StoredRecords, postgres: PostgresServer) -> None:
    records.notebook.write("a", "b")
    postgres.stop("fast")
    try:
        for _ in range(2):
            with pytest.raises(StoreAway, match=r"Database “mmbot”: it cannot be connected to"):
                records.notebook.write("a", "c")
    finally:
        postgres.start()
    assert records.notebook.read("a") == "b"
    records.notebook.write("a", "c")
    assert records.notebook.read("a") == "c"


def test_what_was_begun_on_a_lost_connection_is_not_finished_on_another(records: StoredRecords, postgres: PostgresServer) -> None:
    def begin() -> None:
        with records.together():
            records.notebook.write("a", "half")
            end_sessions(postgres)
            with pytest.raises(StoreAway, match=AWAY):
                records.notebook.write("a", "other half")
            records.notebook.write("a", "alone")

    with pytest.raises(StoreAway, match=AWAY):
        begin()
    assert records.notebook.read("a") == ""


def test_ended_by_the_server_before_any_statement_an_approval_is_whole_or_not(
    url: str, postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As killing mmbot there (test_moderation_killed), but it lives on and goes on."""
    execute = psycopg.Cursor.execute
    left = 0

    def counted(*arguments: object, **options: object) -> object:
        nonlocal left
        left -= 1
        if left == 0:
            end_sessions(postgres)
        return execute(*arguments, **options)  # type: ignore[arg-type]

    records, failed = open_records(url), 0
    monkeypatch.setattr(psycopg.Cursor, "execute", counted)
    for number in range(1, 40):
        proposal = records.proposals.add(Draft("change", "ornek", reason="çünkü"), 0, AYSE, NOW)
        left = number
        try:
            with records.together():
                records.proposals.approve(proposal.id, ENTRY, 0, AYSE, NOW, "")
                records.outbox.put("telegram", "telegram:7", "x", NOW)
        except StoreAway:
            failed += 1
        left = 0
        if failed < number:
            break
        assert half_done(records) == (0, 0, failed)
    assert failed >= 8, "as many statements as an approval has"
    assert half_done(records) == (1, 1, failed)
    records.close()


def half_done(records: StoredRecords) -> tuple[int, int, int]:
    """Revisions, letters, and proposals that wait."""
    with records._connection.reading() as database:
        letters = database.execute("SELECT count(*) FROM outbox").fetchone()[0]
    return len(records.revisions.since(0)), letters, len(records.proposals.queue())


def test_a_lock_that_somebody_holds_is_not_waited_for_forever(url: str) -> None:
    holder, waiter = open_records(url), PostgresRecords(url, patience=0.1)
    with holder.together():
        with pytest.raises(
            StoreBroken, match=r"mmbot”: another process has been writing for too long\. See whether an mmbot hangs"
        ):
            waiter.notebook.write("a", "b")
        assert waiter.notebook.read("a") == "", "reading goes on"
    waiter.notebook.write("a", "b")
    assert holder.notebook.read("a") == "b"
    for each in (holder, waiter):
        each.close()


def test_what_is_read_while_another_writes_is_not_half_of_it(url: str) -> None:
    here, there = open_records(url), open_records(url)
    with here.together():
        here.notebook.write("a", "b")
        assert there.notebook.read("a") == ""
        assert here.notebook.read("a") == "b"
    assert there.notebook.read("a") == "b"
    for each in (here, there):
        each.close()


def test_a_database_that_becomes_read_only(url: str) -> None:
    readonly = open_records(url + "%20-cdefault_transaction_read_only%3Don")
    with pytest.raises(StoreBroken, match=r"mmbot”: it cannot be written: this server is a standby, or the user may only read"):
        readonly.notebook.write("a", "b")
    assert readonly.notebook.read("a") == ""
    readonly.close()


def test_a_fault_of_ours_is_not_told_as_the_operators(records: StoredRecords) -> None:
    with pytest.raises(psycopg.errors.UndefinedTable), records._connection.reading() as database:
        database.execute("SELECT * FROM nowhere")
    assert records.notebook.read("a") == "", "it goes on"


def test_what_was_undone_by_a_fault_that_somebody_hid_is_not_taken_for_written(records: StoredRecords) -> None:
    with (
        pytest.raises(StoreBroken, match="a statement had failed, so nothing was written"),
        records._connection.writing() as database,
        pytest.raises(psycopg.Error),
    ):
        database.execute("SELECT * FROM nowhere")


def test_after_the_end_nothing_is_connected_again(url: str) -> None:
    records: Records = open_records(url)
    records.close()
    with pytest.raises(psycopg.OperationalError, match="closed"):
        records.notebook.read("a")
