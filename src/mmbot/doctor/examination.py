"""Everything, one thing after the other: what the machine has first, then what the platforms say."""

from collections.abc import Iterator, Mapping
from functools import partial

from mmbot import __version__
from mmbot.alive import lives
from mmbot.config import Settings, strays
from mmbot.doctor.finding import Finding, tried
from mmbot.doctor.kept import look_at_articles, look_at_database, look_at_knowledge
from mmbot.doctor.listening import listening
from mmbot.doctor.platforms import platforms
from mmbot.model import Clock


def examine(settings: Settings, environ: Mapping[str, str], clock: Clock) -> Iterator[Finding]:
    """Look at each thing in turn: *settings* as they were read from *environ*, and all that they name. Nothing is changed or made."""
    yield Finding("mmbot", True, __version__)
    yield from _configuration(environ)
    yield tried("knowledge", look_at_knowledge)
    yield tried("database", partial(look_at_database, settings.database_url))
    if settings.articles:
        yield tried("articles", partial(look_at_articles, settings.articles))
    yield from listening(settings, partial(lives, settings, clock))
    yield from platforms(settings)
    yield _moderators(settings)


def _configuration(environ: Mapping[str, str]) -> Iterator[Finding]:
    stray = strays(environ)
    yield from (Finding("configuration", False, each) for each in stray)
    if not stray:
        yield Finding("configuration", True, environ.get("MMBOT_CONFIG") or "the environment alone; MMBOT_CONFIG names no file")


def _moderators(settings: Settings) -> Finding:
    named = len(settings.moderators | settings.administrators)
    groups = (
        ("others by a Discord role", settings.discord_moderator_roles),
        ("a Telegram group's administrators", settings.telegram_moderator_groups),
    )
    found = [f"{named} by name"] * bool(named) + [words for words, given in groups if given]
    if found:
        return Finding("moderators", True, ", ".join(found))
    return Finding("moderators", False, "nobody can review proposals. Set MMBOT_MODERATORS, such as telegram:7,discord:42.")
