"""The SQL of the tables as psycopg wants it, and texts as PostgreSQL can keep them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import psycopg
from psycopg.abc import Buffer
from psycopg.types.string import StrDumperUnknown, TextLoader

_PLACE = re.compile(r"\?|(?<!:):(\w+)|%")
# PostgreSQL keeps no NUL, but a forged button may bring one: it is written as two characters that no keyboard makes.
_NUL, _MARK = "\0", "\x1a"


class Statements:
    """A session, to send the SQL of the tables to (see the port)."""

    def __init__(self, session: psycopg.Connection) -> None:
        self._session = session

    def execute(self, sql: str, parameters: Any = (), /) -> psycopg.Cursor[Any]:  # noqa: ANN401 - a sequence, or a mapping
        """Carry out one statement."""
        return self._session.execute(_translated(sql), parameters)

    def query(self, sql: str, parameters: Any = (), /) -> Iterator[dict[str, Any]]:  # noqa: ANN401
        """The rows that it finds, by the names of their columns."""
        cursor = self.execute(sql, parameters)
        names = [column.name for column in cursor.description or ()]
        return (dict(zip(names, row, strict=True)) for row in cursor.fetchall())

    def define(self, sql: str) -> None:
        """Carry out one statement that defines something. Texts compare and sort as SQLite's do, wherever the server comes from."""
        self._session.execute(sql.replace(" TEXT", ' TEXT COLLATE "C"').encode())


@cache
def _translated(sql: str) -> bytes:
    """*sql* with the places of its values as psycopg marks them. As bytes: psycopg takes no text that was put together.

    >>> _translated("SELECT * FROM a WHERE b LIKE 'c %' AND d = ? AND e = :e")
    b"SELECT * FROM a WHERE b LIKE 'c %%' AND d = %s AND e = %(e)s"
    """
    marks = {"?": "%s", "%": "%%"}
    return _PLACE.sub(lambda found: marks.get(found[0]) or f"%({found[1]})s", sql).encode()


def adapt(session: psycopg.Connection) -> None:
    """Let *session* keep any text."""
    session.adapters.register_dumper(str, _AnyTextDumper)
    session.adapters.register_loader("text", _AnyTextLoader)


class _AnyTextDumper(StrDumperUnknown):
    def dump(self, obj: str) -> Buffer | None:
        return super().dump(obj.replace(_MARK, f"{_MARK}1").replace(_NUL, f"{_MARK}0"))


class _AnyTextLoader(TextLoader):
    def load(self, data: Buffer) -> bytes | str:
        text = str(data, "utf-8")
        return text.replace(f"{_MARK}0", _NUL).replace(f"{_MARK}1", _MARK) if _MARK in text else text
