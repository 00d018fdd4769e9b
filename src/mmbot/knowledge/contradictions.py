"""Find statements that contradict each other without a declared dispute.

A program cannot understand two sentences, but it can see that they say nearly the same words and another day, or
another number.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from mmbot.knowledge import flaw_texts as texts
from mmbot.knowledge.faults import Flaw, filled
from mmbot.model import Fact
from mmbot.turkish import fold, split_words

SAME_MATTER = 0.72  # share of words in common from which two sentences are taken to tell the same
_STEM = 6  # letters by which words are compared here; names of the period differ within them
_MONTH_STEMS = {"ocak", "subat", "mart", "nisan", "mayis", "hazira", "temmuz", "agusto", "eylul", "ekim", "kasim", "aralik"}


def contradictions(facts: Iterable[Fact]) -> Iterator[Flaw]:
    """A flaw for every two facts of one entry that tell the same matter with another date or number."""
    by_entry: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_entry[fact.entry].append(fact)
    for group in by_entry.values():
        for one, other in combinations(group, 2):
            what = contradicts(one, other)
            if what and not _declared(one, other):
                wrong = filled(texts.CONTRADICTS, other=one.name, what=what)
                yield Flaw(other.name, "says", wrong, filled(texts.CONTRADICTS_REMEDY, id=one.id))


def contradicts(one: Fact, other: Fact) -> str:
    """Wherein two facts tell the same matter otherwise (“16 Mart 1921 / 18 Mart 1921”); the empty text where they do not."""
    what = differs(one, other)
    return what if what and same_matter(one, other) else ""


def _declared(one: Fact, other: Fact) -> bool:
    return one.name == other.disputes or other.name == one.disputes or (one.disputes is not None and one.disputes == other.disputes)


def differs(one: Fact, other: Fact) -> str:
    """The dates or numbers of two facts that exclude each other; the empty text where none do."""
    shared = set(one.answers) & set(other.answers)
    if "when" in shared and one.date and other.date and not one.date.overlaps(other.date):
        return f"{one.date} / {other.date}"
    if "how-many" in shared and one.number and other.number:
        (a, b) = (one.number, other.number)
        if a.unit == b.unit and a.value != b.value:
            return f"{a.value:g} / {b.value:g} {a.unit}"
    return ""


def same_matter(one: Fact, other: Fact) -> bool:
    """Whether two facts tell of the same matter, whatever they say of it."""
    if {fold(q) for q in one.questions} & {fold(q) for q in other.questions}:
        return True
    a, b = _content(one), _content(other)
    return bool(a) and len(a & b) / len(a | b) >= SAME_MATTER


def _content(fact: Fact) -> frozenset[str]:
    words = (word[:_STEM] for word in split_words(fact.says) if not word.isdigit())
    return frozenset(word for word in words if word not in _MONTH_STEMS)
