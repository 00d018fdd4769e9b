"""What speaks for a fact as the answer to a question, in numbers between 0 and 1.

The weights that make one score of them are fitted (``weights.py``); what each means is written here.
"""

from collections.abc import Mapping

from mmbot.matching.cover import Cover, closed, cover, dated
from mmbot.matching.gates import is_the_predecessor
from mmbot.matching.index import Index
from mmbot.matching.reading import Reading
from mmbot.matching.sought import STRICT, Sought, sought
from mmbot.matching.terms import FactTerms
from mmbot.matching.words import Word
from mmbot.matching.written_questions import Likeness, likeness
from mmbot.model import Fact

SAME_COUNT = 0.92  # the same for a count: all of them are asked in the same words
SAME_QUESTION = 0.72  # so like a written question of the same kind, the fact answers whatever its own kinds say
NAMES = (
    "cover", "content", "left", "soft", "unknown", "fit", "like", "same", "leading", "own", "linked", "topic", "density", "matched",
    "predicate", "no_predicate", "decisive", "definition", "no_definition", "list", "deprecated", "disputes", "preferred", "significance",
    "polar_left", "strict_left", "other_event", "predecessor", "several", "pairs", "which", "answered",
    "verb_left", "new_person", "unsure", "unlike", "short", "whole",
)  # fmt: skip


class Seen:
    """A fact held against a question. It is looked at as far as somebody asks: most facts have something against them, and no more is asked."""

    __slots__ = ("_closed", "_cover", "_dated", "_kind_fits", "_likeness", "_values", "sought", "terms")

    def __init__(self, sought: Sought, terms: FactTerms) -> None:
        self.sought = sought
        self.terms = terms
        self._kind_fits = sought.reading.asked.fit(terms.fact.answers)
        self._likeness: Likeness | None = None
        self._dated: tuple[float, ...] | None = None
        self._closed: list[Word] | None = None
        self._cover: Cover | None = None
        self._values: tuple[float, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether the fact answers this kind of question."""
        return bool(self._kind_fits or (self.sought.reading.asked.kind in self.terms.kinds and self.fit))

    @property
    def fit(self) -> float:
        """How well the fact answers this kind of question, 0 to 1."""
        same = self.likeness.same
        enough = SAME_COUNT if self.sought.reading.asked.kind == "how-many" else SAME_QUESTION
        return max(self._kind_fits, same if same >= enough else 0.0)

    @property
    def likeness(self) -> Likeness:
        """How much the question is like those written for the fact."""
        if self._likeness is None:
            reading, written = self.sought.reading, self.sought.index.questions(self.terms.number)
            self._likeness = likeness(written, self.sought.said, reading.weight, reading.asked.kind)
        return self._likeness

    @property
    def dated(self) -> tuple[float, ...]:
        """How well the fact explains each date of the question, 0 to 1."""
        if self._dated is None:
            self._dated = dated(self.sought, self.terms)
        return self._dated

    @property
    def closed(self) -> list[Word]:
        """The words for which it meets a closed gate."""
        if self._closed is None:
            self._closed = closed(self.sought, self.terms)
        return self._closed

    @property
    def cover(self) -> Cover:
        """How much of the question the fact explains."""
        if self._cover is None:
            self._cover = cover(self.sought, self.terms, self.dated, self.closed)
        return self._cover

    @property
    def against(self) -> tuple[Word, ...]:
        """The words that stand against the fact."""
        return tuple(self.cover.against)

    @property
    def values(self) -> tuple[float, ...]:
        """The features, in the order of NAMES."""
        if not self._values:
            self._values = _values(self)
        return self._values


class Looks:
    """One question held against facts, each of which is looked at once."""

    def __init__(self, index: Index, reading: Reading) -> None:
        self.index = index
        self.reading = reading
        self.sought = sought(index, reading)
        self._seen: dict[int, Seen] = {}

    def at(self, number: int) -> Seen:
        """What speaks for the fact with *number*, whatever kind of question it answers."""
        seen = self._seen.get(number)
        if seen is None:
            seen = self._seen[number] = Seen(self.sought, self.index.fact(number))
        return seen

    def is_free(self, number: int) -> bool:
        """Whether nothing stands against the fact with *number*: mostly known without a look at it, or at its words."""
        if not self.sought.standing >> number & 1:
            return False
        seen = self.at(number)
        return all(seen.dated) and not seen.closed

    def fitting(self, number: int) -> Seen | None:
        """The same; None where the fact answers another kind of question."""
        seen = self.at(number)
        if self.reading.asked.kind == "who" and not tells_who(seen.terms.fact):
            return None
        return seen if seen.fits else None


def tells_who(fact: Fact) -> bool:
    """Whether *fact* can answer who it was."""
    return "who" in fact.answers or bool(fact.people)


def _values(seen: Seen) -> tuple[float, ...]:
    sought, terms, found, like = seen.sought, seen.terms, seen.cover, seen.likeness
    predicate, kind = sought.reading.predicate, sought.reading.asked.kind
    left = sum(word.top_weight for word in found.left) / (found.weight or 1.0) if found.left else 0.0
    own, leading, linked = _named(sought, terms)
    matched = _weight_in(terms.said, sought.said)
    definition, content = terms.definition, bool(found.content)
    return (
        found.share,
        found.content_share,
        left,
        len(found.soft) / 4,
        len(found.unknown) / 4,
        seen.fit,
        like.nearest,
        like.same,
        leading,
        own,
        linked,
        _topic(sought, terms),
        matched / terms.said_weight if terms.said_weight else 0.0,
        min(1.0, matched / 3),
        not predicate.isdisjoint(terms.predicates),
        not predicate,
        bool(found.left) and any(word.decisive for word in found.left),
        definition and not content,
        definition and content,
        *terms.nature,
        left if sought.reading.asked.polar else 0.0,
        left if kind in STRICT else 0.0,
        kind == "when" and bool(predicate) and predicate.isdisjoint(terms.dated),
        kind == "who" and is_the_predecessor(sought.reading, terms.fact),
        like.several,
        _pairs(sought, terms),
        _which(sought, terms),
        found.content_explained / 4,
        _verb_left(sought, found),
        kind == "who" and not sought.named.issuperset(terms.fact.people),
        found.doubt,
        max(0.0, 0.6 - like.nearest),
        len(sought.words) < 2,
        not (found.left or found.soft or found.unknown),
    )


def _verb_left(sought: Sought, found: Cover) -> bool:
    """Whether the verb of the question is one that the fact does not tell."""
    return sought.verb and (sought.words[-1] in found.left or sought.words[-1] in found.unknown)


def _weight_in(terms: frozenset[str], said: Mapping[str, float]) -> float:
    return sum(map(said.__getitem__, filter(terms.__contains__, said)))


def _named(sought: Sought, terms: FactTerms) -> tuple[float, float, float]:
    """How much of a name of the fact's own entry is said; whether it is the one named; whether the one named is linked with it."""
    entry, links = terms.fact.entry, sought.reading.links
    own = links.get(entry)
    part = own.completeness * own.sureness if own else 0.0
    leading = part if entry in sought.named else 0.0
    linked = 0.0
    for other in terms.links if sought.named else ():
        if other in sought.named:
            linked = max(linked, links[other].sureness)
    return part, leading, linked


def _pairs(sought: Sought, terms: FactTerms) -> float:
    """How many of the words that stand side by side in the question do so in the fact's texts as well."""
    if not sought.pairs:
        return 0.5
    return [terms.number in beside for beside in sought.pairs].count(True) / len(sought.pairs)


def _which(sought: Sought, terms: FactTerms) -> float:
    """Whether the noun behind “hangi” is told: 1 or 0, a half where there is none."""
    if sought.which is None:
        return 0.5
    return float(any(terms.number in told for told in sought.which))


def _topic(sought: Sought, terms: FactTerms) -> float:
    """How much of what the fact's id calls its matter the question says, beyond the name of the entry."""
    if not terms.matter:
        return 0.6 if terms.definition else 0.5
    return _weight_in(terms.matter, sought.said) / terms.matter_weight
