"""How a command can end."""

from collections.abc import Iterator
from contextlib import contextmanager

OK, NOT_ANSWERED, WRONG_USE = 0, 1, 2  # exit statuses


class WrongUse(Exception):
    """The command cannot be carried out as given; the message says why and what to do."""


@contextmanager
def said_plainly(*kinds: type[Exception]) -> Iterator[None]:
    """Errors of these *kinds*, which a person can mend, are wrong use: one line, not a traceback."""
    try:
        yield
    except kinds as error:
        raise WrongUse(str(error)) from error
