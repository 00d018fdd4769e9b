"""Roles given in chat, linked accounts, and the codes that prove who somebody is."""

import functools
import hashlib
import hmac
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from mmbot.model import Person
from mmbot.moderation.proposals import Role
from mmbot.store.tables.concern import Concern
from mmbot.store.tables.database import Database
from mmbot.store.tables.moments import stored
from mmbot.turkish import fold

VALID = timedelta(minutes=10)
ATTEMPTS = 5
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # without those that people take for another
_SHOWN, _SECRET = 4, 8  # letters by which a code is found, and letters that prove it: 40 bits behind five attempts
_OF_PERSON = "platform = ? AND person = ?"
_GIVE = """
    INSERT INTO roles VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (platform, person)
    DO UPDATE SET role = excluded.role, by_platform = excluded.by_platform, by_person = excluded.by_person, at = excluded.at
"""
_LINK = "INSERT INTO links VALUES (?, ?, ?) ON CONFLICT (platform, person) DO UPDATE SET human = excluded.human"


class StoredAccounts(Concern):
    """See the port.

    A code is kept as a hash, slow to reckon: somebody who reads the file has ten minutes. Each person has one code for a purpose, the
    last one shown. Wrong attempts count against the code that is meant, so nobody locks others out.
    """

    def role(self, person: Person) -> Role | None:
        """Also one that outlasted the person (see ``forget_person``)."""
        query = f"SELECT role FROM roles WHERE {_OF_PERSON}"  # noqa: S608 - a constant
        with self._connection.reading() as database:
            found = database.execute(query, (person.platform, person.id)).fetchone()
            if found is None and database.execute("SELECT 1 FROM roles WHERE person LIKE 'forgotten %' LIMIT 1").fetchone():
                found = database.execute(query, (person.platform, _shadow(person))).fetchone()
        role: Role | None = found[0] if found else None
        return role

    def given(self) -> dict[Person, Role]:
        """Without those that were taken away."""
        with self._connection.reading() as database:
            query = (
                "SELECT platform, person, role FROM roles WHERE role IS NOT NULL AND person NOT LIKE 'forgotten %' ORDER BY 1, 2"
            )
            rows = database.execute(query)
            return {Person(platform, person): role for platform, person, role in rows}

    def give(self, person: Person, role: Role | None, by: Person, at: datetime) -> None:
        """In place of the one he had."""
        with self._connection.writing() as database:
            database.execute("DELETE FROM roles WHERE platform = ? AND person = ?", (person.platform, _shadow(person)))
            values = (person.platform, person.id, role, by.platform, by.id, stored(at))
            database.execute(_GIVE, values)

    def new_code(self, person: Person, purpose: str, at: datetime) -> str:
        """Twelve letters and digits in three groups."""
        code = "".join(secrets.choice(_LETTERS) for _ in range(_SHOWN + _SECRET))
        shown, row = code[:_SHOWN], (person.platform, person.id, stored(at + VALID))
        with self._connection.writing() as database:
            database.execute(f"DELETE FROM codes WHERE purpose = ? AND ({_OF_PERSON} OR shown = ?)", (purpose, *row[:2], shown))  # noqa: S608
            database.execute("INSERT INTO codes VALUES (?, ?, ?, ?, ?, ?, 0)", (purpose, shown, _hash(purpose, code), *row))
        return "-".join(code[start : start + 4] for start in range(0, len(code), 4))

    def redeem(self, code: str, purpose: str, at: datetime) -> Person | None:
        """However it is typed: capitals, without hyphens."""
        typed = "".join(letter for letter in fold(code) if letter.isalnum())[: 2 * (_SHOWN + _SECRET)]
        key = (purpose, typed[:_SHOWN])
        with self._connection.writing() as database:
            query = "SELECT hash, platform, person FROM codes WHERE purpose = ? AND shown = ? AND until > ? AND wrong < ?"
            found = database.execute(query, (*key, stored(at), ATTEMPTS)).fetchone()
            if found is None:
                return None
            if not hmac.compare_digest(found[0], _hash(purpose, typed)):
                database.execute("UPDATE codes SET wrong = wrong + 1 WHERE purpose = ? AND shown = ?", key)
                return None
            database.execute("DELETE FROM codes WHERE purpose = ? AND shown = ?", key)
            return Person(found[1], found[2])

    def link(self, one: Person, other: Person) -> None:
        """With all that either is linked with already."""
        with self._connection.writing() as database:
            people = {*_linked(database, one), *_linked(database, other)}
            human = database.execute("SELECT coalesce(max(human), 0) + 1 FROM links").fetchone()[0]
            for person in people if len(people) > 1 else ():
                database.execute(_LINK, (person.platform, person.id, human))

    def linked(self, person: Person) -> tuple[Person, ...]:
        """Himself alone where nothing is linked."""
        with self._connection.reading() as database:
            return _linked(database, person)

    def unlink(self, person: Person) -> bool:
        """The others stay linked with each other."""
        with self._connection.writing() as database:
            return _unlink(database, person) > 0

    def about_person(self, database: Database, person: Person) -> Mapping[str, Sequence[str]]:
        """His role, the accounts linked with him, codes that wait for him, and whom he gave roles."""
        key = (person.platform, person.id)
        roles = database.execute(f"SELECT role, at FROM roles WHERE {_OF_PERSON}", key).fetchall()  # noqa: S608 - constants
        codes = database.execute(f"SELECT purpose, until FROM codes WHERE {_OF_PERSON} ORDER BY until", key).fetchall()  # noqa: S608
        given = database.execute("SELECT role, at FROM roles WHERE by_platform = ? AND by_person = ? ORDER BY at", key).fetchall()
        return {
            "role": [f"{role or '–'} ({at})" for role, at in roles],
            "link": [f"{other.platform}:{other.id}" for other in _linked(database, person)[1:]],
            "codes": [f"{purpose} ({until})" for purpose, until in codes],
            "decisions": [f"{role or '–'} ({at})" for role, at in given],
        }

    def forget_person(self, database: Database, person: Person) -> int:
        """Who was banned stays so, as a fingerprint that tells nobody who it is: otherwise forgetting would lift every ban."""
        key = (person.platform, person.id)
        taken = "UPDATE roles SET by_platform = NULL, by_person = NULL WHERE by_platform = ? AND by_person = ?"
        count = database.execute(taken, key).rowcount + _unlink(database, person)
        count += database.execute(f"DELETE FROM codes WHERE {_OF_PERSON}", key).rowcount  # noqa: S608 - a constant
        if database.execute(f"SELECT 1 FROM roles WHERE {_OF_PERSON} AND role = 'reader'", key).fetchone():  # noqa: S608
            database.execute(f"DELETE FROM roles WHERE {_OF_PERSON}", (person.platform, _shadow(person)))  # noqa: S608
            count += database.execute(f"UPDATE roles SET person = ? WHERE {_OF_PERSON}", (_shadow(person), *key)).rowcount  # noqa: S608
        return count + database.execute(f"DELETE FROM roles WHERE {_OF_PERSON}", key).rowcount  # noqa: S608

    def purge_old(self, database: Database, now: datetime) -> None:
        """Codes that nobody used in time."""
        database.execute("DELETE FROM codes WHERE until <= ?", (stored(now),))


def _linked(database: Database, person: Person) -> tuple[Person, ...]:
    query = (
        f"SELECT platform, person FROM links WHERE human = (SELECT human FROM links WHERE {_OF_PERSON}) ORDER BY platform, person"  # noqa: S608
    )
    found = [Person(platform, id_) for platform, id_ in database.execute(query, (person.platform, person.id))]
    return (person, *(other for other in found if other != person))


def _unlink(database: Database, person: Person) -> int:
    count = database.execute(f"DELETE FROM links WHERE {_OF_PERSON}", (person.platform, person.id)).rowcount  # noqa: S608 - a constant
    database.execute("DELETE FROM links WHERE human IN (SELECT human FROM links GROUP BY human HAVING count(*) = 1)")
    return count


def _hash(purpose: str, code: str) -> str:
    return hashlib.scrypt(code.encode(), salt=purpose.encode(), n=2**12, r=8, p=1).hex()


@functools.lru_cache(maxsize=256)
def _shadow(person: Person) -> str:
    """A fingerprint of *person* that is no id of anybody: slow, so that nobody tries all ids."""
    return "forgotten " + hashlib.scrypt(person.id.encode(), salt=person.platform.encode(), n=2**12, r=8, p=1).hex()
