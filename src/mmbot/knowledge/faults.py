"""What can be wrong with knowledge, said so that an editor can mend it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from mmbot.knowledge import flaw_texts as texts
from mmbot.texts import Say


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: the file and line where it stands, the field, what is wrong, and what to do."""

    file: str
    line: int
    field: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.wrong}. {self.remedy}."


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a fact or an entry, wherever it is kept.

    *name* is its name, *field* the field as the files call it; *wrong* and *remedy* are without a full stop, their values filled in.
    """

    name: str
    field: str
    wrong: Say
    remedy: Say


def filled(say: Say, **values: object) -> Say:
    """*say* with its *values*, in both languages."""
    return Say(say.tr.format(**values), say.en.format(**values))


class BadKnowledge(Exception):
    """Knowledge that cannot be used. ``faults`` holds every fault found, the message the first of them."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{faults[0]}" + (f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""))
        self.faults = faults


def nearest(wrong: str, known: Iterable[str]) -> str:
    """Advice that names the known word nearest to *wrong*, or all where none is near."""
    return advice(wrong, known).en


def advice(wrong: str, known: Iterable[str]) -> Say:
    """The same in both languages."""
    known = sorted(known)
    close = difflib.get_close_matches(wrong, known, n=1, cutoff=0.5)
    if close:
        return filled(texts.DID_YOU_MEAN, near=close[0])
    return filled(texts.ONE_OF, known=", ".join(known)) if len(known) <= 20 else texts.CHECK_SPELLING
