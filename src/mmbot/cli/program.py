"""One command from its words to its exit status: 0 answered; 1 not answered, or faults found; 2 wrong use or configuration."""

import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from mmbot import memory
from mmbot.cli.outcome import OK, WRONG_USE, WrongUse
from mmbot.cli.parser import make_parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    memory.look_seldom()  # before the modules are loaded: what that makes stays
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        status = _run(arguments)
        sys.stdout.flush()
        if arguments is None:  # the process ends with the command, so nobody needs its garbage looked through
            gc.freeze()
    except WrongUse as error:
        print(f"mmbot: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        # The reader has gone: nothing to say any more, also not when Python flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return status


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = make_parser().parse_args(arguments)
    except SystemExit:  # --help and --version
        sys.stdout.flush()
        raise
    # Only the command's own module is loaded: a question should not wait for the libraries of the chat platforms.
    command = getattr(import_module(f"mmbot.cli.{options.module}"), options.command)
    return int(command(options))
