"""The embedded knowledge, and what answers from it."""

from collections.abc import Iterator
from contextlib import contextmanager

from mmbot.answering.conversation import Answering
from mmbot.app import make_answering
from mmbot.cli.clock import now
from mmbot.cli.outcome import WrongUse
from mmbot.knowledge.faults import BadKnowledge


def open_answering() -> Answering:
    """What answers from the embedded knowledge. Raises WrongUse."""
    with readable_knowledge():
        return make_answering(now)


@contextmanager
def readable_knowledge() -> Iterator[None]:
    """Knowledge with faults is wrong use: one line, and where to learn of all of them."""
    try:
        yield
    except BadKnowledge as error:
        raise WrongUse(f"the knowledge cannot be read: {error} Run “mmbot check”.") from error
