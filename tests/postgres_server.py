"""A PostgreSQL server of our own: real, on a free port and a socket in a folder of its own, thrown away afterwards."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

from mmbot.store.opening import open_records
from mmbot.store.tables.carrying import NUMBERED, TABLES

OPTIONS = ("fsync=off", "full_page_writes=off", "max_connections=60", "shared_buffers=32MB", "listen_addresses=127.0.0.1")
DATABASE = "mmbot"


def programs() -> Path | None:
    """The folder of the server's programs; None where it is not installed. Debian keeps them out of the search path."""
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


@dataclass
class PostgresServer:
    """The server whose data and socket are in *folder* and whose *programs* are in another one."""

    folder: Path
    programs: Path
    port: int
    _schemas: Iterator[int] = field(default_factory=count)
    _again: str = ""

    def start(self) -> None:
        options = " ".join(f"-c {option}" for option in (*OPTIONS, f"port={self.port}", f"unix_socket_directories={self.folder}"))
        self.run("pg_ctl", "start", "--wait", "--silent", f"--log={self.folder}/log.txt", f"--options={options}")

    def stop(self, mode: str = "immediate") -> None:
        self.run("pg_ctl", "stop", "--wait", "--silent", f"--mode={mode}")

    def url(self, database: str = DATABASE, **options: str) -> str:
        """The address of *database*, for the server's master, over the socket."""
        given = {"host": str(self.folder), "port": str(self.port)} | options
        return f"postgresql://postgres@/{database}?" + "&".join(f"{name}={quote(value, safe='')}" for name, value in given.items())

    def empty(self) -> str:
        """The address of what is to mmbot an empty database: a schema of its own, which is made in a fraction of the time."""
        name = f"s{next(self._schemas)}"
        self.do(f"CREATE SCHEMA {name}")
        return self.url(options=f"-csearch_path={name}")

    def emptied(self) -> str:
        """The address of a database without records: the same each time, which takes no time to define its tables."""
        if not self._again:
            self._again = self.empty()
            open_records(self._again).close()
        rows = "".join(f"DELETE FROM {table};" for table in TABLES)  # noqa: S608
        ids = "".join(f"ALTER TABLE {table} ALTER COLUMN id RESTART;" for table in NUMBERED)
        self.do(f"SET session_replication_role TO replica; {rows} {ids}", self._again)  # without the triggers that keep revisions
        return self._again

    def do(self, statement: str, url: str = "") -> list[tuple[Any, ...]]:
        """Carry out *statement* beside mmbot."""
        with psycopg.connect(url or self.url(), autocommit=True) as session:
            cursor = session.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def run(self, program: str, *arguments: str) -> None:
        """Run one of the server's programs on its data, as a user without rights: it refuses root."""
        user = _user()
        command = [str(self.programs / program), f"--pgdata={self.folder}/data", *arguments]
        subprocess.run(
            command, check=True, stdout=subprocess.DEVNULL, cwd=self.folder, user=user, extra_groups=[] if user else None
        )


@contextmanager
def serving(programs: Path) -> Iterator[PostgresServer]:
    """A server with an empty database."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as name:
        os.chown(name, _user() or os.getuid(), -1)
        server = PostgresServer(Path(name), programs, port)
        access = ("--username=postgres", "--auth-local=trust", "--auth-host=scram-sha-256")
        server.run("initdb", *access, "--encoding=UTF8", "--locale=C", "--no-sync")
        server.start()
        try:
            server.do(f"CREATE DATABASE {DATABASE}", server.url("postgres"))
            yield server
        finally:
            server.stop()


def _user() -> int | None:
    """Whose rights the server gets; None for ours."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name: user.pw_uid for user in pwd.getpwall()}
    return names.get("postgres", names["nobody"])
