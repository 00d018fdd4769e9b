"""What lies on the disk: the knowledge, the database, the articles' texts. Looking leaves nothing behind."""

import tempfile
from contextlib import closing, suppress
from pathlib import Path

from mmbot.app import articles, knowledge_folder, prepared
from mmbot.config import BadSettings
from mmbot.knowledge.faults import BadKnowledge
from mmbot.store.address import MEMORY, is_postgres, postgres_name, sqlite_path
from mmbot.store.opening import open_records


class Unwell(Exception):
    """What was looked at cannot be used; the message says why and what to do."""


def look_at_knowledge() -> str:
    """How much there is of it. Raises Unwell."""
    try:
        library, _ = prepared(knowledge_folder())
    except BadKnowledge as error:
        raise Unwell(f"{error} Run “mmbot check”.") from error
    return f"{len(library.entries)} entries, {len(library.facts)} facts, {len(library.sources)} sources"


def look_at_articles(folder: str) -> str:
    """Raises Unwell where there are none in *folder*."""
    try:
        articles(folder)
    except BadSettings as error:
        raise Unwell(str(error).removeprefix("articles: ")) from error
    return f"their texts are in {folder}"


def look_at_database(url: str) -> str:
    """Whether the records at *url* can be read and written. Raises StoreBroken and Unwell.

    A file that is not there is not made: by another user than the bot's (root), it would be one that the bot cannot write.
    """
    if is_postgres(url):
        _write(url)
        return f"PostgreSQL, {postgres_name(url)}, can be opened and written"
    path = sqlite_path(url)
    if path == MEMORY:
        raise Unwell("it is in memory, and forgotten when mmbot ends. Set MMBOT_DATABASE_URL to a file: sqlite:///mmbot.db.")
    return _look_at_file(Path(path))


def _look_at_file(path: Path) -> str:
    from mmbot.store.sqlite import steps_to_do  # noqa: PLC0415  not where PostgreSQL is used

    if not path.exists():
        _try_folder(path.absolute().parent)
        return f"“{path}” is made at the first start"
    if steps_to_do(path):
        return f"“{path}” is an older version's. “mmbot run” brings it up to date; before that: mmbot backup FILE"
    _write(f"sqlite:///{path}")
    return f"“{path}” can be opened and written"


def _try_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise Unwell(f"there is no folder “{folder}”. Make it (mkdir -p), or set MMBOT_DATABASE_URL to another path.")
    try:
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise Unwell(
            f"the folder “{folder}” cannot be written ({error.strerror}). Let the user that runs mmbot write it, or set MMBOT_DATABASE_URL."
        ) from error


def _write(url: str) -> None:
    with closing(open_records(url)) as records, suppress(_OnlyTried), records.together():
        records.notebook.write("doctor", "")
        raise _OnlyTried  # nothing of it stays


class _OnlyTried(Exception):
    pass
