"""Who is signed in: a random number in a cookie, of which the database knows only the hash.

The cookie also says who it is. The hash is of the whole cookie, so that nobody can change it; and the database holds no person.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import get_args

from mmbot.desk.records import Notebook
from mmbot.model import Person, Platform

KEPT = timedelta(hours=12)
MOST = 500  # sessions at once; the oldest ends where there would be more
_KEY = "web-sessions"
_BYTES = 32
_LONGEST = 200  # characters of a cookie


class Sessions:
    """The sessions of all processes on one database: kept in *notebook*; *together* makes one transaction of what is done in it."""

    def __init__(self, notebook: Notebook, together: Callable[[], AbstractContextManager[None]]) -> None:
        self._notebook = notebook
        self._together = together

    def begin(self, person: Person, now: datetime) -> str:
        """The cookie of a new session of *person*."""
        cookie = f"{secrets.token_urlsafe(_BYTES)}.{person.platform}.{person.id}"
        with self._together():
            running = dict(self._running(now))
            running[_hash(cookie)] = (now + KEPT).isoformat()
            newest = sorted(running.items(), key=lambda one: one[1])[-MOST:]
            self._notebook.write(_KEY, json.dumps(dict(newest)))
        return cookie

    def person(self, cookie: str, now: datetime) -> Person | None:
        """Whose session *cookie* is; None where it is forged, ended or over."""
        if len(cookie) > _LONGEST or _hash(cookie) not in dict(self._running(now)):
            return None
        _, platform, person = cookie.split(".", 2)
        found: dict[str, Platform] = {name: name for name in get_args(Platform)}
        return Person(found[platform], person)

    def end(self, cookie: str, now: datetime) -> None:
        """End the session of *cookie*, if there is one."""
        with self._together():
            running = {name: until for name, until in self._running(now) if name != _hash(cookie)}
            self._notebook.write(_KEY, json.dumps(running))

    def _running(self, now: datetime) -> Iterator[tuple[str, str]]:
        """Hash and end of every session that is not over."""
        stored: dict[str, str] = json.loads(self._notebook.read(_KEY) or "{}")
        yield from ((name, until) for name, until in stored.items() if datetime.fromisoformat(until) > now)


def form_token(cookie: str) -> str:
    """What a form of the holder of *cookie* carries, so that no other site can send it in his name."""
    return hmac.new(cookie.encode(), b"form", hashlib.sha256).hexdigest()


def is_form_token(token: str, cookie: str) -> bool:
    """Whether *token* is that of *cookie*."""
    return hmac.compare_digest(token.encode(), form_token(cookie).encode())


def _hash(cookie: str) -> str:
    return hashlib.sha256(cookie.encode()).hexdigest()
