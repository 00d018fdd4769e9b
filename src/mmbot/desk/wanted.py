"""What a button that leads to a proposal carries, and the form it opens: the kind, what it is about, an unanswered question."""

from dataclasses import dataclass

from mmbot.desk.desk import Desk
from mmbot.desk.presses import number_in, pressed
from mmbot.desk.targets import entry_behind, fact_behind
from mmbot.moderation.drafting import Target

ANY = "any"  # in place of a kind: it is chosen next
OF_A_FACT = ("change", "phrasing", "dispute", "deprecation")
OF_AN_ENTRY = ("fact", "names")
NONE = "0"  # in place of an unanswered question


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a button or a form's id carries: the kind, the token of an entry or fact, an unanswered question, a page."""

    kind: str
    short: str = ""
    miss: str = NONE
    page: int = 0

    def form_id(self) -> str:
        """The id of the form that it leads to."""
        return pressed("propose", self.kind, self.short or "-", self.miss)


def read_wanted(typed: str) -> Wanted:
    """Whatever a button or form carried; it may be forged."""
    parts = [*typed.split(":"), "", "", "", ""]
    miss = parts[2] if number_in(parts[2], digits=12) is not None else NONE
    return Wanted(parts[0], parts[1] if parts[1] != "-" else "", miss, number_in(parts[3], digits=3) or 0)


def target_of(desk: Desk, wanted: Wanted) -> Target | None:
    """What the form is about; None where that is gone."""
    if wanted.kind == "entry":
        return Target()
    entries, fact = desk.answering.library.entries, fact_behind(desk, wanted.short)
    if wanted.kind in OF_A_FACT:
        return Target(entries[fact.entry], fact) if fact else None
    entry = entry_behind(desk, wanted.short) or (fact.entry if fact else "")
    return Target(entries[entry]) if entry in entries else None
