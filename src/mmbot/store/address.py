"""The address of a database, as it is set in ``MMBOT_DATABASE_URL``."""

import re
from urllib.parse import unquote

from mmbot.store.broken import StoreBroken

MEMORY = ":memory:"
_PREFIX = "sqlite:///"
_POSTGRES = "postgresql://"


def sqlite_path(url: str) -> str:
    """The path in *url*: three slashes and a path from the working directory, four and one from the root; MEMORY for a database in memory.

    Raises StoreBroken where it is no address of an SQLite database.

    >>> sqlite_path("sqlite:///mmbot.db"), sqlite_path("sqlite:////var/lib/mmbot/mmbot.db"), sqlite_path("sqlite:///:memory:")
    ('mmbot.db', '/var/lib/mmbot/mmbot.db', ':memory:')
    """
    path = url.removeprefix(_PREFIX)
    if path == url or not path.strip():
        # The address is not repeated: one of another database may hold a password.
        raise StoreBroken(
            "MMBOT_DATABASE_URL: this is no address of an SQLite database. Write sqlite:///mmbot.db or sqlite:////var/lib/mmbot.db."
        )
    if "?" in path or "#" in path:
        raise StoreBroken(
            "MMBOT_DATABASE_URL: the address of an SQLite database has no options. Leave out everything from “?” or “#” on."
        )
    if path.endswith("/"):
        raise StoreBroken(f"MMBOT_DATABASE_URL: “{path}” is a folder. Add the name of a file, such as {path}mmbot.db.")
    return path


def is_postgres(url: str) -> bool:
    """Whether *url* is that of a PostgreSQL database."""
    return url.startswith(_POSTGRES)


def postgres_name(url: str) -> str:
    """What messages call the PostgreSQL database at *url*: host, port and name, without user and password.

    Raises StoreBroken where a part of the password could be taken for another part of the address, and so be told.

    >>> postgres_name("postgresql://mmbot:geheim@db.example.org:5433/mmbot?sslmode=require"), postgres_name("postgresql:///mmbot")
    ('db.example.org:5433/mmbot', 'mmbot')
    """
    authority, rest = re.fullmatch("([^/?#]*)(.*)", url.removeprefix(_POSTGRES), re.DOTALL).groups()  # type: ignore[union-attr]  # fits all
    if authority.count("@") > 1 or "@" in rest or "#" in rest or any(letter.isspace() for letter in url):
        raise no_postgres_address()
    host, name = authority.rpartition("@")[2], unquote(rest.partition("?")[0].removeprefix("/"))
    return f"{host}/{name}" if host else name


def password_of(url: str) -> str:
    """The password in *url* as it stands there; empty where there is none."""
    user, _, _ = url.removeprefix(_POSTGRES).rpartition("@") if is_postgres(url) else ("", "", "")
    return user.partition(":")[2]


def no_postgres_address() -> StoreBroken:
    """What to raise where an address of PostgreSQL is not understood. Nothing of it is repeated."""
    return StoreBroken(
        "MMBOT_DATABASE_URL: this is no address of a PostgreSQL database. Write postgresql://USER:PASSWORD@HOST:PORT/DATABASE, "
        "and in the password %40 for @, %2F for /, %3A for :, %3F for ?, %23 for #, %25 for %."
    )
