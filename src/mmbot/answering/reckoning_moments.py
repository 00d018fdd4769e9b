"""A dated thing of a question, and the date of each: what a fact tells, the editors' where that is a slip or coarser."""

from dataclasses import dataclass
from datetime import date

from mmbot.answering.decision import Known
from mmbot.dates import HistoricDate
from mmbot.model import Fact

LEADING = (
    "imza",
    "paraf",
    "tarih",
    "acilis",
    "baslangic",
    "baslama",
    "kabul",
    "kurulus",
    "ilan",
)  # ids of the date of a thing itself


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated thing of a question. *fact* is None for a date that was typed; *noted* tells that the date is an editor's note's.

    *rivals* are facts of the same rank or lower that put it on another day and are no slips.
    """

    name: str
    when: HistoricDate
    fact: Fact | None = None
    rivals: tuple[Fact, ...] = ()
    noted: bool = False

    @property
    def uncertain(self) -> bool:
        """Whether the day is disputed or only known as one of two."""
        return bool(self.rivals) or (self.when.precision == "span" and (self.when.last - self.when.first).days == 1)

    @property
    def has_day(self) -> bool:
        """Whether a day is known, or the few that it can be."""
        return self.when.precision in ("day", "span") and not self.when.approximate

    @property
    def days(self) -> tuple[date, date]:
        """The earliest and latest day that it can be; what lasted longer counts from its first day."""
        if not self.uncertain:
            return self.when.first, (self.when.first if self.has_day else self.when.last)
        dates = [self.when, *(rival.date for rival in self.rivals if rival.date)]
        return min(when.first for when in dates), max(when.last for when in dates)


def leading(known: Known, entry_id: str) -> Moment | None:
    """The date of the thing itself: of signing, opening, beginning; None where no fact gives it."""
    entry = known.library.entries[entry_id]
    facts = [fact for fact in entry.facts if "when" in fact.answers and _date(fact) and not fact.disputes]
    if not facts:
        return None
    best = max(facts, key=lambda fact: (fact.rank != "deprecated", fact.id.startswith(LEADING), fact.significance))
    return of_named(known, best, entry.title)


def of_fact(known: Known, fact: Fact) -> Moment | None:
    """The moment that *fact* tells; None where it has no date."""
    return of_named(known, fact, known.library.title(fact.entry))


def _date(fact: Fact) -> HistoricDate | None:
    """The date of a fact; the editors' where the fact's own is a slip of its source, or coarser."""
    note = fact.editor_note.date if fact.editor_note else None
    own = None if fact.rank == "deprecated" else fact.date
    return note if note and (own is None or own.precision in ("month", "year")) else own


def of_named(known: Known, fact: Fact, name: str) -> Moment | None:
    """The moment of *fact* under the *name* that the question gives it; None where it has no date."""
    if (when := _date(fact)) is None:
        return None
    noted = when != fact.date
    siblings = () if noted else (sibling.fact for sibling in known.library.siblings(fact))
    rivals = (one for one in siblings if one.rank == "normal" and "when" in one.answers)
    return Moment(name, when, fact, tuple(one for one in rivals if one.date and one.date.precision in ("day", "span")), noted)
