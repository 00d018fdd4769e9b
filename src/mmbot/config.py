"""Settings: one frozen object, read once from the environment and one TOML file."""

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mmbot.turkish import lower

_SECRET = ("token", "password", "secret")


class BadSettings(Exception):
    """Settings that cannot be used; the message says which, what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can set. Times of day are those of *timezone*."""

    timezone: ZoneInfo


def load(environ: Mapping[str, str], toml_text: str) -> Settings:
    """Settings from *environ* (``MMBOT_…``) and, below it, the text of the TOML file. Raises BadSettings."""
    try:
        table = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as error:
        raise BadSettings(f"The configuration file is no TOML: {error}.") from error
    for key in table:
        _refuse_unknown(key)
    name = environ.get("MMBOT_TIMEZONE") or str(table.get("timezone", "Europe/Istanbul"))
    try:
        return Settings(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadSettings(f"timezone: “{name}” is no time zone. Use a name such as Europe/Istanbul.") from error


def _refuse_unknown(key: str) -> None:
    known = [field.name for field in fields(Settings)]
    if any(word in lower(key) for word in _SECRET):
        raise BadSettings(f"“{key}”: secrets do not belong into the file. Set it in the environment (MMBOT_…).")
    if key not in known:
        near = difflib.get_close_matches(key, known, n=1, cutoff=0.4)
        raise BadSettings(f"“{key}” is no setting. " + (f"Did you mean “{near[0]}”?" if near else f"Known: {', '.join(known)}."))
