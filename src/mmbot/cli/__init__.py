"""The command line: what can be typed (``parser``), how a command ends (``program``), and the commands, by subject."""

from mmbot.cli.program import main

__all__ = ["main"]
