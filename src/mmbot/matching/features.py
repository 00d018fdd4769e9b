"""What speaks for a fact as the answer to a question, in numbers between 0 and 1.

The weights that make one score of them are fitted (``weights.py``); what each means is written here.
"""

from dataclasses import dataclass
from itertools import pairwise

from mmbot.matching.cover import DECISIVE, STRICT, Cover, cover, is_decisive
from mmbot.matching.gates import is_the_predecessor
from mmbot.matching.index import FactTerms, Index
from mmbot.matching.reading import Reading
from mmbot.matching.words import Word
from mmbot.model import DEFINITION, Fact

SAME_COUNT = 0.92  # the same for a count: all of them are asked in the same words
SAME_QUESTION = 0.72  # so like a written question of the same kind, the fact answers whatever its own kinds say
NAMES = (
    "cover", "content", "left", "soft", "unknown", "fit", "like", "same", "leading", "own", "linked", "topic", "density", "matched",
    "predicate", "no_predicate", "decisive", "definition", "no_definition", "list", "deprecated", "disputes", "preferred", "significance",
    "polar_left", "strict_left", "other_event", "predecessor", "several", "pairs", "which", "answered",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """The features of a fact for a question, in the order of NAMES, and the words that stand against it."""

    values: tuple[float, ...]
    against: tuple[Word, ...]
    cover: Cover


def look(index: Index, reading: Reading, terms: FactTerms, context: frozenset[str]) -> Seen | None:
    """See what speaks for *terms*; None where it answers another kind of question."""
    fact = terms.fact
    like, same, several = question_likeness(index, reading, terms)
    enough = SAME_COUNT if reading.asked.kind == "how-many" else SAME_QUESTION
    fit = max(reading.asked.fit(fact.answers), same if same >= enough else 0.0)
    if not fit or (reading.asked.kind == "who" and "who" not in fact.answers and not fact.people):
        return None
    found = cover(index, reading, terms)
    total = found.weight or 1.0
    left = sum(_weight(index, reading, word) for word in found.left) / total
    own, leading, linked = _named(reading, fact, context)
    matched = sum(index.weight(term) for term in terms.said & reading.said)
    definition = fact.id == DEFINITION
    values = (
        found.share,
        found.content_share,
        left,
        len(found.soft) / 4,
        len(found.unknown) / 4,
        fit,
        like,
        same,
        leading,
        own,
        linked,
        _topic(index, reading, terms),
        matched / terms.said_weight if terms.said_weight else 0.0,
        min(1.0, matched / 3),
        float(bool(reading.predicate & terms.predicates)),
        float(not reading.predicate),
        float(any(is_decisive(reading, word) for word in found.left)),
        float(definition and not found.content),
        float(definition and bool(found.content)),
        float("list" in fact.answers),
        float(fact.rank == "deprecated"),
        float(fact.disputes is not None),
        float(fact.rank == "preferred"),
        fact.significance / 5,
        left if reading.asked.polar else 0.0,
        left if reading.asked.kind in STRICT else 0.0,
        float(reading.asked.kind in STRICT and bool(reading.predicate & DECISIVE) and not reading.predicate & terms.predicates),
        float(is_the_predecessor(reading, fact)),
        several,
        _pairs(index, reading, terms),
        _which(index, reading, terms),
        found.content_explained / 4,
    )
    return Seen(values, tuple(found.against), found)


def _weight(index: Index, reading: Reading, word: Word) -> float:
    return max(index.weight(term) for term, _ in reading.meanings[word.place])


def _named(reading: Reading, fact: Fact, context: frozenset[str]) -> tuple[float, float, float]:
    """How much of a name of the fact's own entry is said; whether it is the one named; whether the one named is linked with it."""
    named = {found.entry for found in reading.named}
    own = reading.links.get(fact.entry)
    part = own.completeness * own.sureness if own else 0.0
    if fact.entry in context:
        part = 1.0
    leading = part if fact.entry in named or fact.entry in context else 0.0
    linked = max((reading.links[entry].sureness for entry in fact.links if entry in named), default=0.0)
    return part, leading, linked


def question_likeness(index: Index, reading: Reading, terms: FactTerms) -> tuple[float, float, float]:
    """How much the question is like those written down for the fact, 0 to 1.

    Like the nearest of any kind, like the nearest of the same kind, and like the three nearest on average.
    """
    if not terms.kinds:
        return 0.0, 0.0, 0.0
    likes, same = [], 0.0
    for question, kind in zip(index.questions(terms.number), terms.kinds, strict=True):
        shared = sum(map(index.weight, question & reading.said))
        whole = sum(map(index.weight, question)) + reading.weight
        like = min(1.0, 2 * shared / whole) if whole else 0.0
        likes.append(like)
        if kind == reading.asked.kind:
            same = max(same, like)
    likes.sort(reverse=True)
    return likes[0], same, sum(likes[:3]) / 3


def _pairs(index: Index, reading: Reading, terms: FactTerms) -> float:
    """How many of the words that stand side by side in the question do so in the fact's texts as well."""
    asked_for = [(one, other) for one, other in pairwise(reading.telling) if not (reading.is_name(one) and reading.is_name(other))]
    if not asked_for:
        return 0.5
    pairs = index.pairs(terms.number)
    found = sum(
        any((a, b) in pairs for a, _ in reading.meanings[one.place] for b, _ in reading.meanings[other.place])
        for one, other in asked_for
    )
    return found / len(asked_for)


def _which(index: Index, reading: Reading, terms: FactTerms) -> float:
    """Whether the noun behind “hangi” is told: 1 or 0, a half where there is none."""
    for before, word in pairwise(reading.words):
        if before.folded in ("hangi", "which", "what", "kac") and word.place in reading.meanings:
            return float(any(index.tells(terms.number, term) for term, _ in reading.meanings[word.place]))
    return 0.5


def _topic(index: Index, reading: Reading, terms: FactTerms) -> float:
    """How much of what the fact's id calls its matter the question says, beyond the name of the entry."""
    matter = terms.topic - index.entry_terms[terms.fact.entry]
    if not matter:
        return 0.6 if terms.fact.id == DEFINITION else 0.5
    return sum(index.weight(term) for term in matter & reading.said) / sum(index.weight(term) for term in matter)
