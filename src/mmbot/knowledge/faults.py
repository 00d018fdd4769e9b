"""What can be wrong with knowledge, said so that an editor can mend it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


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


class BadKnowledge(Exception):
    """Knowledge that cannot be used. ``faults`` holds every fault found, the message the first of them."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{faults[0]}" + (f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""))
        self.faults = faults


def nearest(wrong: str, known: Iterable[str]) -> str:
    """Advice that names the known word nearest to *wrong*, or all where none is near."""
    known = sorted(known)
    close = difflib.get_close_matches(wrong, known, n=1, cutoff=0.5)
    if close:
        return f"Did you mean “{close[0]}”"
    return "Use one of " + ", ".join(known) if len(known) <= 20 else "Check the spelling"
