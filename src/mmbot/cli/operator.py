"""The operator's commands: serve, look after the database, carry the knowledge between it and its files."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from mmbot import keeping, operating, publishing
from mmbot.cli.clock import now
from mmbot.cli.embedded import readable_knowledge
from mmbot.cli.outcome import NOT_ANSWERED, OK, WRONG_USE, said_plainly
from mmbot.cli.settings import read_settings
from mmbot.config import BadSettings, Settings, strays
from mmbot.store.broken import StoreAway, StoreBroken


@contextmanager
def _with_settings() -> Iterator[Settings]:
    """The settings; what is wrong with anything that an operator can mend is one line, not a traceback."""
    settings = read_settings()
    with readable_knowledge(), said_plainly(BadSettings, StoreBroken, operating.NothingToServe, publishing.CannotPublish):
        yield settings


def serve() -> int:
    """Serve until asked to stop; returns the exit status. Raises WrongUse."""
    with _with_settings() as settings:
        for stray in strays(os.environ):
            print(f"mmbot: {stray}", file=sys.stderr)
        try:
            return OK if operating.run(settings, now) else WRONG_USE
        except StoreAway as error:  # not WRONG_USE, after which a supervisor does not start it again
            print(f"mmbot: {error}", file=sys.stderr)
            return NOT_ANSWERED


def export(options: argparse.Namespace) -> int:
    """Write what is live to files; with ``--patches`` as patches."""
    with _with_settings() as settings:
        if options.patches:
            well = publishing.export_patches(settings, options.to, options.patches, since=options.since)
        else:
            well = publishing.export(settings, options.to, since=options.since)
    return OK if well else NOT_ANSWERED


def import_(options: argparse.Namespace) -> int:
    """Make revisions of what files say otherwise."""
    with _with_settings() as settings:
        return OK if publishing.import_(settings, now, options.folder, dry_run=options.dry_run) else NOT_ANSWERED


def backup(options: argparse.Namespace) -> int:
    """Copy the database."""
    with _with_settings() as settings:
        keeping.backup(settings, options.file)
    return OK


def restore(options: argparse.Namespace) -> int:
    """Make the database from a copy."""
    with _with_settings() as settings:
        keeping.restore(settings, now, options.file, replace=options.replace)
    return OK
