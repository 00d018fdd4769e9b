"""The steps that bring a database to the form that this program knows: numbered, each done once, all or none."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database, Migrations

from mmbot.store.broken import StoreBroken
from mmbot.store.sqlite.connection import Connection
from mmbot.store.sqlite.tables_desk import desk
from mmbot.store.sqlite.tables_moderation import moderation
from mmbot.store.sqlite.troubles import told
from mmbot.store.tables.apart import APART
from mmbot.store.tables.languages import LANGUAGES


def languages(database: Database) -> None:
    """In which language somebody reads what is written to him later."""
    for statement in LANGUAGES:
        database.execute(statement)


def apart(database: Database) -> None:
    """Which unanswered questions are near to nothing."""
    for statement in APART:
        database.execute(statement)


# In the order of their numbers. The names stand in the databases of others: never rename, reorder or change one that was released.
MIGRATIONS = Migrations("mmbot")
MIGRATIONS(name="001_desk")(desk)
MIGRATIONS(name="002_moderation")(moderation)
MIGRATIONS(name="003_languages")(languages)
MIGRATIONS(name="004_apart")(apart)


def migrate(connection: Connection, migrations: Migrations = MIGRATIONS) -> None:
    """Do the steps that the database has not seen. Processes that start together wait for the first of them. Raises StoreBroken."""
    with connection.reading() as database:
        check(database, connection.path, migrations)
    connection.write_ahead()
    with connection.reading() as database:
        if not migrations.pending(database):
            return
    with connection.writing() as database:  # it is asked again what is pending: another process may have been quicker
        check(database, connection.path, migrations)
        migrations.apply(database)


def steps_to_do(path: Path) -> list[str]:
    """The steps that the database in the file *path* has not seen; none where it is new. Only looked at. Raises StoreBroken."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            database = Database(connection, execute_plugins=False)
            check(database, str(path))
            return [step.name for step in MIGRATIONS.pending(database)] if database.table_names() else []
    except sqlite3.Error as error:
        raise told(str(path), error) or error from error


def check(database: Database, path: str, migrations: Migrations = MIGRATIONS) -> None:
    """Raise StoreBroken where the database belongs to another program, or to a newer mmbot."""
    tables = database.table_names()  # asked first: another process may be making all of them just now
    applied = {migration.name for migration in migrations.applied(database)}
    if tables and not applied:
        raise StoreBroken(f"Database “{path}”: it belongs to another program. Give the path of another file; mmbot makes it.")
    # There is no public list of what is registered: all that is pending in an empty database.
    with Database(memory=True, execute_plugins=False) as empty:
        known = {migration.name for migration in migrations.pending(empty)}
    if unknown := sorted(applied - known):
        raise StoreBroken(
            f"Database “{path}”: a newer mmbot has used it (it knows {', '.join(unknown)}). "
            "Install that version again, or restore a backup from before; nothing was changed."
        )
