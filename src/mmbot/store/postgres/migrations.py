"""The steps that bring a database to the form that this program knows: numbered, each done once, all or none."""

from collections.abc import Callable, Sequence

from mmbot.store.broken import StoreBroken
from mmbot.store.postgres.connection import Connection
from mmbot.store.postgres.statements import Statements
from mmbot.store.postgres.tables_desk import desk
from mmbot.store.postgres.tables_moderation import moderation
from mmbot.store.tables.apart import APART
from mmbot.store.tables.database import Database
from mmbot.store.tables.languages import LANGUAGES

Step = tuple[str, Callable[[Statements], None]]


def languages(database: Statements) -> None:
    """In which language somebody reads what is written to him later."""
    for statement in LANGUAGES:
        database.define(statement)


def apart(database: Statements) -> None:
    """Which unanswered questions are near to nothing."""
    for statement in APART:
        database.define(statement)


# In the order of their numbers. The names stand in the databases of others: never rename, reorder or change one that was released.
STEPS: Sequence[Step] = (("001_desk", desk), ("002_moderation", moderation), ("003_languages", languages), ("004_apart", apart))


def migrate(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Do the steps that the database has not seen. Processes that start together wait for the first of them. Raises StoreBroken."""
    with connection.reading() as database:
        if not pending(database, connection.name, steps):
            return
    with connection.writing() as database:  # it is asked again what is pending: another process may have been quicker
        database.define(
            "CREATE TABLE IF NOT EXISTS mmbot_migrations (name TEXT PRIMARY KEY, at TIMESTAMPTZ NOT NULL DEFAULT now())"
        )
        for name, step in pending(database, connection.name, steps):
            step(database)
            database.execute("INSERT INTO mmbot_migrations (name) VALUES (?)", (name,))


def pending(database: Database, where: str, steps: Sequence[Step]) -> list[Step]:
    """The *steps* that the database has not seen. Raises StoreBroken where it belongs to another program, or to a newer mmbot."""
    tables = {name for (name,) in database.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")}
    if tables and "mmbot_migrations" not in tables:
        raise StoreBroken(f"Database “{where}”: it belongs to another program. Give an empty database (createdb mmbot).")
    applied = {name for (name,) in database.execute("SELECT name FROM mmbot_migrations")} if tables else set()
    if unknown := sorted(applied - {name for name, _ in steps}):
        raise StoreBroken(
            f"Database “{where}”: a newer mmbot has used it (it knows {', '.join(unknown)}). "
            "Install that version again, or restore a backup into an empty database; nothing was changed."
        )
    return [(name, step) for name, step in steps if name not in applied]
