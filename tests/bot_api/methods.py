"""The table of the Bot API's methods; each module that has some adds them here."""

from collections.abc import Awaitable, Callable

from .params import Params
from .world import World

Handler = Callable[[World, Params], object | Awaitable[object]]

METHODS: dict[str, Handler] = {}


def method(name: str) -> Callable[[Handler], Handler]:
    """Make the decorated function answer *name*; names are told apart without regard to case, as at Telegram."""

    def register(handler: Handler) -> Handler:
        METHODS[name.lower()] = handler
        return handler

    return register
