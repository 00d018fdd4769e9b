"""The address of a database, as it is set in ``MMBOT_DATABASE_URL``."""

from mmbot.store.broken import StoreBroken

MEMORY = ":memory:"
_PREFIX = "sqlite:///"


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
