"""The ways in which the Bot API says no; the texts are those of the Bot API server."""


class Refused(Exception):
    """A request that is answered with `ok: false`: HTTP status *code*, *description* and response *parameters*."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(description: str) -> Refused:
    """400: the request itself is wrong."""
    return Refused(400, f"Bad Request: {description}")


def forbidden(description: str) -> Refused:
    """403: the bot may not do this there."""
    return Refused(403, f"Forbidden: {description}")


def conflict(description: str) -> Refused:
    """409: two ways of fetching updates at once."""
    return Refused(409, f"Conflict: {description}")


def too_many(seconds: int) -> Refused:
    """429: come back after *seconds*."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def upgraded(new_id: int) -> Refused:
    """400 with the id of the supergroup that a group has become."""
    return Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=new_id)
