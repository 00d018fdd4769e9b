"""The settings, from the environment and from the file that MMBOT_CONFIG names."""

import os
from pathlib import Path

from mmbot.cli.outcome import WrongUse, said_plainly
from mmbot.config import BadSettings, Settings, load


def read_settings() -> Settings:
    """The settings that hold for this command. Raises WrongUse."""
    with said_plainly(BadSettings):
        return load(os.environ, _configuration())


def _configuration() -> str:
    name = os.environ.get("MMBOT_CONFIG")
    if not name:
        return ""
    try:
        return Path(name).read_text(encoding="utf-8")
    except OSError as error:
        raise WrongUse(f"MMBOT_CONFIG: {name} cannot be read ({error.strerror}). Correct the path, or unset it.") from error
    except UnicodeDecodeError as error:
        raise WrongUse(f"MMBOT_CONFIG: {name} is not UTF-8. Save it as UTF-8.") from error
