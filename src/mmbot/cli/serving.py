"""``mmbot run``: it can be asked to stop before the rest of the program is loaded, which takes a second or more."""

import argparse

from mmbot.supervisor import end_on_signals


def run(_options: argparse.Namespace) -> int:
    """Serve until asked to stop."""
    end_on_signals()
    from mmbot.cli.operator import serve  # noqa: PLC0415

    return serve()
