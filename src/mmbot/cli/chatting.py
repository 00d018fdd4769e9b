"""``mmbot chat``: a conversation in the terminal."""

import argparse
import sys
from contextlib import suppress

from mmbot.adapters.terminal import converse
from mmbot.app import make_terminal_desk
from mmbot.cli.clock import now
from mmbot.cli.embedded import readable_knowledge
from mmbot.cli.outcome import OK
from mmbot.cli.settings import read_settings


def chat(_options: argparse.Namespace) -> int:
    """Talk until an empty line, the end of the input or Ctrl-C."""
    settings = read_settings()
    with readable_knowledge(), suppress(KeyboardInterrupt):
        desk = make_terminal_desk(settings, now)
        try:
            converse(desk, sys.stdin, sys.stdout, prompt="> " if sys.stdin.isatty() else "")
        finally:
            desk.records.close()
    return OK
