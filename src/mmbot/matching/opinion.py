"""A second look at the few facts that are most likely, in which no word decides: everything counts, for or against, by fitted weights.

The gates of `ranking` keep false answers out, and true ones that are put in other words as well. Here those facts come together that fit
best by their words and those that are most alike by pieces of letters. What leaves a name or a date unexplained (Moskova's copies are not
those of Kars), tells another matter (`gates`) or answers another kind of question stays out where nothing is doubted. How sure the best of
them is was learnt from questions that were asked with everything like them taken out of the knowledge (``bench/fit_opinion.py``).
"""

import math
import re
from collections.abc import Sequence
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from mmbot.matching.features import NAMES, Looks, Seen, tells_who
from mmbot.matching.opinion_weights import BIAS, ORDER, SURENESS
from mmbot.matching.ranking import LIKE_WRITTEN, NEARLY_WRITTEN, Ranked, same_matter
from mmbot.matching.reading import Reading
from mmbot.matching.terms import FactTerms
from mmbot.model import Fact

if TYPE_CHECKING:
    from mmbot.matching.pieces import Weights

MOST_ALIKE, MOST_FITTING = 6, 4  # facts that are looked at; more of them changed nothing
_RIVALS = 8  # of the most alike, among which the next other matter is looked for
GAP = 3.0
OF_FACT = (
    *NAMES, "other_kind", "against", "names_against", "dates_against", "others_against", "missed", "unasked", "left_most", "unknown_most",
    "alike_nearest", "alike_whole", "behind_nearest", "behind_whole", "behind", "lead", "nearly_written", "polar_against",
)  # fmt: skip
KINDS = ("what", "when", "who", "how-many", "where", "why", "how", "list", "any", "places", "aim")
OF_QUESTION = (*KINDS, "polar", "english", "length", "unknown", "dates", "named", "weight", "definition")
OF_BEST = (*OF_FACT, "score", "gap", "share", *OF_QUESTION)
_ENGLISH = frozenset({"what", "who", "when", "where", "which", "how", "why", "did", "was", "were", "is", "are", "the", "does"})
_WHERE = re.compile("[yn]?[ae]|n?[dt][ae]n?")
_SAME, _FIT = NAMES.index("same"), NAMES.index("fit")
_OTHER_KIND, _VERB_LEFT = OF_FACT.index("other_kind"), OF_FACT.index("verb_left")
_AGAINST = [OF_FACT.index(name) for name in ("others_against", "names_against", "dates_against")]


class Opinion(NamedTuple):
    """What seems to be meant, best first, and how probably the first is, 0 to 1; 0 where something else seemed to be that cannot."""

    likely: tuple[Ranked, ...]
    sure: float

    @property
    def best(self) -> Ranked:
        """The fact that seems to be meant."""
        return self.likely[0]


class Looked(NamedTuple):
    """A fact with its features, in the order of OF_FACT."""

    terms: FactTerms
    values: tuple[float, ...]
    seen: Seen


def opinion(looks: Looks, good: Sequence[Ranked]) -> Opinion | None:
    """What most probably is asked for; *good* are the facts that fit by their words, best first."""
    found = examine(looks, good)
    if not found:
        return None
    scores = [sum(map(mul, ORDER, looked.values)) for looked in found]
    values = best_values(
        [looked.terms.fact for looked in found], [looked.values for looked in found], scores, of_question(looks.reading)
    )
    order = sorted(range(len(found)), key=scores.__getitem__, reverse=True)
    likely = [place for place in order if not _is_barred(looks, found[place])]
    if not likely:
        return None
    sure = 1 / (1 + math.exp(-sum(map(mul, SURENESS, values)) - BIAS)) if likely[0] == order[0] else 0.0
    return Opinion(tuple(_as_ranked(found[place], scores[place]) for place in likely), sure)


def _is_barred(looks: Looks, looked: Looked) -> bool:
    """Whether the fact tells of somebody or something else than is asked, or answers another kind of question; what is doubted may be another."""
    values, reading = looked.values, looks.reading
    if reading.asked.polar:
        # Whether it was he that was elected: nobody tells of an election.
        if reading.asked.focus is not None and values[_VERB_LEFT]:
            return True
        if reading.asked.focus is None and not reading.asked.statement and _leaves_somebody(looks, looked):
            return True
    elif any(values[against] for against in _AGAINST) or _leaves_a_place(looked):
        return True
    return not (values[_FIT] or values[_OTHER_KIND])


def _leaves_a_place(looked: Looked) -> bool:
    """Whether a place is named to which, from which or at which it was, and the fact tells nothing of it: “Kâbil'e yolladığı ilk sefir”."""
    left = (sought.word for sought in (*looked.seen.cover.left, *looked.seen.cover.unknown))
    return any(word.capital and word.place > 0 and _WHERE.fullmatch(word.tail) for word in left)


def _leaves_somebody(looks: Looks, looked: Looked) -> bool:
    """Whether somebody is named with whom a thing is said to have been done, and the fact tells nothing of him: “Troçki ile görüştü mü?”."""
    against = {word.place for word in looked.seen.against}
    told = (looked.terms.fact.entry, *looked.terms.links)
    return any(
        found.entry not in told and looks.index.entries[found.entry].kind == "person" and not against.isdisjoint(found.places)
        for found in looks.reading.named
    )


def examine(looks: Looks, good: Sequence[Ranked]) -> list[Looked]:
    """The facts that are worth it, each with what speaks for and against it."""
    from mmbot.matching.pieces import pieces_of  # noqa: PLC0415  it needs numpy, which a written question does not

    index, reading = looks.index, looks.reading
    near = pieces_of(index).likeness(" ".join(word.folded for word in reading.words))
    both = near.nearest + near.whole
    alike = _most_alike(both)
    fitting = [index.number_of(candidate.fact) for candidate in good[:MOST_FITTING]]
    tops = float(near.nearest.max()), float(near.whole.max()), float(both.max())
    found = []
    rivals = [(index.fact(number).fact, float(both[number])) for number in alike]
    for number in dict.fromkeys([*alike[:MOST_ALIKE], *fitting]):
        seen = looks.at(number)
        terms = seen.terms
        rival = next((like for fact, like in rivals if not same_matter(fact, terms.fact)), 0.0)
        here = float(near.nearest[number]), float(near.whole[number]), float(both[number])
        likeness = (*here[:2], *(one - top for one, top in zip(here, tops, strict=True)), max(-0.5, min(0.5, here[2] - rival)))
        found.append(Looked(terms, (*seen.values, *_against(reading, seen), *likeness, *_joint(reading, seen)), seen))
    return found


def _most_alike(both: "Weights") -> list[int]:
    """The numbers of the facts that are most alike, best first; a part is sorted, for it is a fifth of the work."""
    top = both.argpartition(max(0, len(both) - _RIVALS))[-_RIVALS:]
    numbers: list[int] = top[both[top].argsort()[::-1]].tolist()
    return numbers


def _against(reading: Reading, seen: Seen) -> tuple[float, ...]:
    """What would close a gate, and what the nearest written question has beyond the one asked, and the other way round."""
    against = seen.against
    names = sum(reading.is_name(word) for word in against)
    dates = sum(word.folded.isdigit() or word.place not in reading.meanings for word in against)
    left = max((word.top_weight for word in seen.cover.left), default=0.0)
    unknown = max((word.top_weight for word in seen.cover.unknown), default=0.0)
    return (
        reading.asked.kind == "who" and not tells_who(seen.terms.fact),
        min(3, len(against)),
        names > 0,
        dates > 0,
        len(against) > names + dates,
        *_beyond(reading.weight, seen),
        left,
        max(left, unknown),
    )


def _beyond(said: float, seen: Seen) -> tuple[float, float]:
    """The share of the nearest written question that is not said, and the share of what is said that it lacks."""
    shared = seen.likeness.shared
    if not shared:
        return 1.0, 1.0
    weight = seen.sought.index.questions(seen.terms.number).weights[seen.likeness.question]
    return (weight - shared) / max(weight, 0.1), (said - shared) / max(said, 0.1)


def _joint(reading: Reading, seen: Seen) -> tuple[float, float]:
    nearly = NEARLY_WRITTEN * max(0.0, seen.values[_SAME] - LIKE_WRITTEN)
    return nearly, min(3, len(seen.against)) if reading.asked.polar else 0.0


def of_question(reading: Reading) -> tuple[float, ...]:
    """What the question itself is like, in the order of OF_QUESTION."""
    asked = reading.asked
    return (
        *(asked.kind == kind for kind in KINDS),
        asked.polar,
        any(word.folded in _ENGLISH for word in reading.words),
        min(len(reading.telling), 10) / 10,
        len(reading.unknown),
        len(reading.dates),
        bool(reading.named),
        reading.weight / 5,
        asked.definition,
    )


def best_values(
    facts: Sequence[Fact], rows: Sequence[Sequence[float]], scores: Sequence[float], question: Sequence[float]
) -> tuple[float, ...]:
    """What tells how sure the best of *facts* is, in the order of OF_BEST. *rows* are their features, *scores* how they are ordered."""
    place = max(range(len(scores)), key=scores.__getitem__)
    others = [score for fact, score in zip(facts, scores, strict=True) if not same_matter(fact, facts[place])]
    gap = min(1.0, (scores[place] - max(others)) / GAP) if others else 1.0
    odds = sum(math.exp(score - scores[place]) for score in scores)
    share = 1 - sum(math.exp(score - scores[place]) for score in others) / odds
    return (*rows[place], scores[place] / 10, gap, share, *question)


def _as_ranked(looked: Looked, score: float) -> Ranked:
    cover = looked.seen.cover
    left = tuple(word.word for word in (*cover.left, *cover.unknown))
    return Ranked(looked.terms.fact, score, looked.seen.values, looked.seen.against, left)
