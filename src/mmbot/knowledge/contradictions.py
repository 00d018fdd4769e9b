"""Find statements that contradict each other without a declared dispute.

A program cannot understand two sentences, but it can see that they say nearly the same words and another day, or
another number.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from mmbot.knowledge.faults import Fault
from mmbot.knowledge.files import Reading
from mmbot.model import Fact
from mmbot.turkish import fold, split_words

SAME_MATTER = 0.72  # share of words in common from which two sentences are taken to tell the same
_STEM = 6  # letters by which words are compared here; names of the period differ within them
_MONTH_STEMS = {"ocak", "subat", "mart", "nisan", "mayis", "hazira", "temmuz", "agusto", "eylul", "ekim", "kasim", "aralik"}


def contradictions(reading: Reading, facts: Mapping[str, Fact]) -> Iterator[Fault]:
    """A fault for every two facts of one entry that tell the same matter with another date or number."""
    by_entry: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts.values():
        by_entry[fact.entry].append(fact)
    for group in by_entry.values():
        for one, other in combinations(group, 2):
            what = _differs(one, other)
            if what and not _declared(one, other) and _same_matter(one, other):
                remedy = f"Declare it: one rank: preferred, the other disputes: {one.id}, both with a reason – or word them apart"
                yield reading.at(other.name, "says", f"contradicts {one.name} ({what}) without a declared dispute", remedy)


def _declared(one: Fact, other: Fact) -> bool:
    return one.name == other.disputes or other.name == one.disputes or (one.disputes is not None and one.disputes == other.disputes)


def _differs(one: Fact, other: Fact) -> str:
    shared = set(one.answers) & set(other.answers)
    if "when" in shared and one.date and other.date and not one.date.overlaps(other.date):
        return f"{one.date} / {other.date}"
    if "how-many" in shared and one.number and other.number:
        (a, b) = (one.number, other.number)
        if a.unit == b.unit and a.value != b.value:
            return f"{a.value:g} / {b.value:g} {a.unit}"
    return ""


def _same_matter(one: Fact, other: Fact) -> bool:
    if {fold(q) for q in one.questions} & {fold(q) for q in other.questions}:
        return True
    a, b = _content(one), _content(other)
    return bool(a) and len(a & b) / len(a | b) >= SAME_MATTER


def _content(fact: Fact) -> frozenset[str]:
    words = (word[:_STEM] for word in split_words(fact.says) if not word.isdigit())
    return frozenset(word for word in words if word not in _MONTH_STEMS)
