"""The whole of mmbot on a small knowledge: a town of people before the strict Bot API server."""

import logging
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))  # for town.py

from town import Town

from bot_api import BotApi
from fakes import FakeClock


@pytest.fixture
async def town(
    folder: Path, articles: Path, clock: FakeClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[Town]:
    """Nothing that mmbot sent was refused, nothing failed, and the token stands nowhere. With MMBOT_SHOW_SCRIPT the talk is printed."""
    caplog.set_level(logging.INFO)
    async with BotApi() as api:
        town = Town(api, folder, articles, clock, tmp_path / "mmbot.db")
        yield town
        if os.environ.get("MMBOT_SHOW_SCRIPT"):
            print("", *town.script, sep="\n")
        # To write the same over a message is no fault: mmbot does not know what stands there.
        assert town.refused or [one for one in api.refusals() if "is not modified" not in one] == []
        assert not api.leaks()
        assert api.token not in caplog.text
        assert "Traceback" not in caplog.text
