"""What speaks for a fact as the answer to a question, in numbers between 0 and 1.

The weights that make one score of them are fitted (``weights.py``); what each means is written here.
"""

from collections.abc import Mapping
from typing import NamedTuple

from mmbot.matching.cover import Cover, cover
from mmbot.matching.gates import is_the_predecessor
from mmbot.matching.sought import STRICT, Sought
from mmbot.matching.terms import FactTerms, Written
from mmbot.matching.words import Word
from mmbot.model import DEFINITION, Fact

SAME_COUNT = 0.92  # the same for a count: all of them are asked in the same words
SAME_QUESTION = 0.72  # so like a written question of the same kind, the fact answers whatever its own kinds say
NAMES = (
    "cover", "content", "left", "soft", "unknown", "fit", "like", "same", "leading", "own", "linked", "topic", "density", "matched",
    "predicate", "no_predicate", "decisive", "definition", "no_definition", "list", "deprecated", "disputes", "preferred", "significance",
    "polar_left", "strict_left", "other_event", "predecessor", "several", "pairs", "which", "answered",
    "verb_left", "new_person", "unsure", "unlike", "short", "whole",
)  # fmt: skip


class Seen(NamedTuple):
    """The features of a fact for a question, in the order of NAMES, and the words that stand against it."""

    values: tuple[float, ...]
    against: tuple[Word, ...]
    cover: Cover


def look(sought: Sought, terms: FactTerms) -> Seen | None:
    """See what speaks for *terms*; None where it answers another kind of question."""
    if sought.reading.asked.kind == "who" and not tells_who(terms.fact):
        return None
    seen = _look(sought, terms, any_kind=False)
    if seen:
        sought.seen[terms.number] = seen
    return seen


def look_anyway(sought: Sought, terms: FactTerms) -> Seen:
    """See what speaks for *terms*, whatever kind of question it answers; what was looked at before is not looked at again."""
    seen = sought.seen.get(terms.number) or _look(sought, terms, any_kind=True)
    assert seen  # noqa: S101  for the type alone
    return seen


def tells_who(fact: Fact) -> bool:
    """Whether *fact* can answer who it was."""
    return "who" in fact.answers or bool(fact.people)


def _look(sought: Sought, terms: FactTerms, *, any_kind: bool) -> Seen | None:
    fact, reading = terms.fact, sought.reading
    asked, predicate = reading.asked, reading.predicate
    kind = asked.kind
    like, same, several = question_likeness(sought, terms)
    enough = SAME_COUNT if kind == "how-many" else SAME_QUESTION
    fit = max(asked.fit(fact.answers), same if same >= enough else 0.0)
    if not fit and not any_kind:
        return None
    found = cover(sought, terms)
    left = sum(word.top_weight for word in found.left) / (found.weight or 1.0) if found.left else 0.0
    own, leading, linked = _named(sought, terms)
    matched = _weight_in(terms.said, sought.said)
    definition, content = fact.id == DEFINITION, bool(found.content)
    plain = not found.left and not found.soft and not found.unknown
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
        _topic(sought, terms),
        matched / terms.said_weight if terms.said_weight else 0.0,
        min(1.0, matched / 3),
        not predicate.isdisjoint(terms.predicates),
        not predicate,
        bool(found.left) and any(word.decisive for word in found.left),
        definition and not content,
        definition and content,
        "list" in fact.answers,
        fact.rank == "deprecated",
        fact.disputes is not None,
        fact.rank == "preferred",
        fact.significance / 5,
        left if asked.polar else 0.0,
        left if kind in STRICT else 0.0,
        kind == "when" and bool(predicate) and predicate.isdisjoint(terms.dated),
        is_the_predecessor(reading, fact),
        several,
        _pairs(sought, terms),
        _which(sought, terms),
        found.content_explained / 4,
        _verb_left(sought, found),
        kind == "who" and not sought.named.issuperset(fact.people),
        found.doubt,
        max(0.0, 0.6 - like),
        len(sought.words) < 2,
        plain,
    )
    return Seen(values, tuple(found.against), found)


def _verb_left(sought: Sought, found: Cover) -> bool:
    """Whether the verb of the question is one that the fact does not tell."""
    return sought.verb and (sought.words[-1] in found.left or sought.words[-1] in found.unknown)


def _weight_in(terms: frozenset[str], said: Mapping[str, float]) -> float:
    total = 0.0
    for term, weight in said.items():
        if term in terms:
            total += weight
    return total


def _named(sought: Sought, terms: FactTerms) -> tuple[float, float, float]:
    """How much of a name of the fact's own entry is said; whether it is the one named; whether the one named is linked with it."""
    entry, links = terms.fact.entry, sought.reading.links
    own = links.get(entry)
    part = own.completeness * own.sureness if own else 0.0
    leading = part if entry in sought.named else 0.0
    linked = max([links[other].sureness for other in terms.links if other in sought.named], default=0.0)
    return part, leading, linked


def question_likeness(sought: Sought, terms: FactTerms) -> tuple[float, float, float]:
    """How much the question is like those written down for the fact, 0 to 1.

    Like the nearest of any kind, like the nearest of the same kind, and like the three nearest on average.
    """
    if not terms.kinds:
        return 0.0, 0.0, 0.0
    weight, written = sought.reading.weight, sought.index.questions(terms.number)
    shared = shared_with(sought, written)
    likes = [2 * common / (own + weight) if common else 0.0 for common, own in zip(shared, written.weights, strict=True)]
    same = max([likes[question] for question in written.of_kind.get(sought.reading.asked.kind, ())], default=0.0)
    likes.sort(reverse=True)
    nearest = [min(1.0, like) for like in likes[:3]]
    return nearest[0], min(1.0, same), sum(nearest) / 3


def shared_with(sought: Sought, written: Written) -> list[float]:
    """The weight of what each of the *written* questions has in common with the one asked."""
    shared = [0.0] * len(written.weights)
    holding = written.holding
    for term, worth in sought.said.items():
        if term in holding:
            for question in holding[term]:
                shared[question] += worth
    return shared


def _pairs(sought: Sought, terms: FactTerms) -> float:
    """How many of the words that stand side by side in the question do so in the fact's texts as well."""
    if not sought.pairs:
        return 0.5
    pairs = sought.index.pairs(terms.number)
    return sum(not pairs.isdisjoint(meant) for meant in sought.pairs) / len(sought.pairs)


def _which(sought: Sought, terms: FactTerms) -> float:
    """Whether the noun behind “hangi” is told: 1 or 0, a half where there is none."""
    if sought.which is None:
        return 0.5
    return float(any(terms.number in told for told in sought.which))


def _topic(sought: Sought, terms: FactTerms) -> float:
    """How much of what the fact's id calls its matter the question says, beyond the name of the entry."""
    if not terms.matter:
        return 0.6 if terms.fact.id == DEFINITION else 0.5
    return _weight_in(terms.matter, sought.said) / terms.matter_weight
