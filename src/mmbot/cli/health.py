"""``mmbot doctor``. What a container engine asks every minute, ``--alive``, loads none of what the rest needs."""

import argparse
import os

from mmbot.alive import alive
from mmbot.cli.clock import now
from mmbot.cli.outcome import NOT_ANSWERED, OK, said_plainly
from mmbot.cli.settings import read_settings
from mmbot.store.broken import StoreBroken


def doctor(options: argparse.Namespace) -> int:
    """Say what is well and what is not; with ``--alive`` only whether the bot runs."""
    settings = read_settings()
    with said_plainly(StoreBroken):
        if options.alive:
            return OK if alive(settings, now) else NOT_ANSWERED
    from mmbot.doctor import examine  # noqa: PLC0415

    well = True
    for finding in examine(settings, os.environ, now):
        print(finding, flush=True)
        well = well and finding.well
    return OK if well else NOT_ANSWERED
