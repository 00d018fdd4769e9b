"""Fit the weights of the matcher's features on questions with known answers, and write ``src/mmbot/matching/weights.py``.

What teaches it: the question set, any further files of that form, and – for ordering only, with little weight, because other facts
may answer them as well – phrasings written for the facts, a share of which is taken out of the index so that they are asked as new.
A question of the set that has become a phrasing is no evidence of what happens with new ones, so it hardly counts. When to answer is also
learnt from each question with all its right facts taken away: then the best of the others must be refused. Deterministic.

    python bench/fit.py [--dry-run] [--questions FILE …]
"""

import argparse
import hashlib
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from asked import read_file, read_questions
from mmbot.app import knowledge_folder
from mmbot.knowledge.library import Library
from mmbot.knowledge.loading import load_library
from mmbot.knowledge.vocabulary_file import read_vocabulary
from mmbot.matching.candidates import candidates
from mmbot.matching.features import NAMES, Looks
from mmbot.matching.index import Index
from mmbot.matching.ranking import GAP, LIKE_WRITTEN, NEARLY_WRITTEN, WRITTEN
from mmbot.matching.reading import read
from mmbot.matching.words import read_words
from mmbot.model import Entry

OUT = Path(__file__).parents[1] / "src" / "mmbot" / "matching" / "weights.py"
HELD_OUT = 6  # every sixth phrasing of a fact is asked instead of indexed
PHRASING, QUESTION, IS_PHRASING, TO_DECLINE, TAKEN_AWAY = 0.05, 2.0, 0.5, 3.0, 0.3  # how much an example weighs
STEPS = {"order": 600, "answer": 1500}
SHRINK = {"order": 0.0003, "answer": 0.0005}
SAME = NAMES.index("same")


@dataclass(frozen=True)
class Example:
    """One question: the features of its candidates, their facts, and which are right. *answered* weighs it for when to answer, 0 for not at all."""

    features: np.ndarray
    facts: tuple[str, ...]
    right: np.ndarray
    weight: float
    answered: float
    declined: bool = False

    def scores(self, weights: np.ndarray) -> np.ndarray:
        return self.features @ weights + NEARLY_WRITTEN * np.maximum(0.0, self.features[:, SAME] - LIKE_WRITTEN)


def held_out(text: str) -> bool:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % HELD_OUT == 0


def example(index: Index, text: str, names: Iterable[str], weight: float, answered: float) -> Example | None:
    reading = read(index, text)
    looks, right_names = Looks(index, reading), frozenset(names)
    rows, facts = [], []
    for number in candidates(index, reading):
        seen = looks.fitting(number)
        if seen and not seen.against:
            rows.append(seen.values)
            facts.append(index.facts[number].fact.name)
    if not rows:
        return None
    right = np.array([name in right_names for name in facts])
    return Example(np.array(rows), tuple(facts), right, weight, answered, declined=not right_names)


def questions(index: Index, files: list[str]) -> Iterator[Example]:
    asked = [*read_questions(), *(question for path in files for question in read_file(Path(path)))]
    for question in asked:
        is_phrasing = bool(question.facts) and bool(index.written.get(index.key(read_words(question.text))))
        answered = TO_DECLINE if not question.facts else IS_PHRASING if is_phrasing else QUESTION
        found = example(index, question.text, question.facts, 0.0 if is_phrasing else QUESTION, answered)
        if found:
            yield found


def phrasings(library: Library, index: Index) -> Iterator[Example]:
    for fact in library.facts.values():
        names = [fact.name, *(sibling.fact.name for sibling in library.siblings(fact))]
        for question in filter(held_out, fact.questions):
            found = example(index, question, names, PHRASING, 0.0)
            if found:
                yield found


def without_held_out(entry: Entry) -> Entry:
    facts = tuple(replace(fact, questions=tuple(q for q in fact.questions if not held_out(q))) for fact in entry.facts)
    return replace(entry, facts=facts)


def descend(gradient: Callable[[np.ndarray], np.ndarray], size: int, steps: int) -> np.ndarray:
    """Where Adam arrives from zero."""
    weights, first, second = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, steps + 1):
        slope = gradient(weights)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def fit_ordering(data: list[Example]) -> np.ndarray:
    """Weights under which the right candidates of each question score above the others (softmax likelihood)."""
    data = [one for one in data if one.weight and one.right.any() and not one.right.all()]
    rows, right = np.concatenate([one.features for one in data]), np.concatenate([one.right for one in data])
    sizes = [len(one.right) for one in data]
    starts, owner = np.cumsum([0, *sizes])[:-1], np.repeat(np.arange(len(data)), sizes)
    share = np.array([one.weight for one in data])
    share /= share.sum()
    given = NEARLY_WRITTEN * np.maximum(0.0, rows[:, SAME] - LIKE_WRITTEN)

    def gradient(weights: np.ndarray) -> np.ndarray:
        scores = rows @ weights + given
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        good = np.where(right, odds, 0)
        every, good = odds / np.add.reduceat(odds, starts)[owner], good / np.add.reduceat(good, starts)[owner]
        slope: np.ndarray = rows.T @ ((every - good) * share[owner]) + SHRINK["order"] * weights
        return slope

    return descend(gradient, rows.shape[1], STEPS["order"])


def best_of(
    one: Example, ordering: np.ndarray, rivals: dict[str, frozenset[str]], *, taken_away: bool
) -> tuple[np.ndarray, float] | None:
    """What tells whether the best candidate is the answer, and whether it is; *taken_away* leaves the right ones out."""
    scores, kept = one.scores(ordering), np.flatnonzero(~one.right if taken_away else np.ones(len(one.right), bool))
    if not len(kept):
        return None
    order = sorted(kept, key=lambda place: (one.features[place][SAME] < WRITTEN, -scores[place]))
    best = order[0]
    others = [place for place in order[1:] if one.facts[place] not in rivals[one.facts[best]]]
    gap = min(1.0, (scores[best] - scores[others[0]]) / GAP) if others else 1.0
    return np.append(one.features[best], [scores[best] / 10, max(0.0, gap), 1.0]), float(one.right[best])


def fit_answering(data: list[Example], ordering: np.ndarray, rivals: dict[str, frozenset[str]]) -> tuple[np.ndarray, float]:
    """Weights and bias that tell how probably the best candidate is right (logistic likelihood)."""
    seen: list[tuple[tuple[np.ndarray, float] | None, float]] = []
    for one in data:
        if one.answered:
            seen.append((best_of(one, ordering, rivals, taken_away=False), one.answered))
            if not one.declined:
                seen.append((best_of(one, ordering, rivals, taken_away=True), TAKEN_AWAY * one.answered / QUESTION))
    found = [(best, weight) for best, weight in seen if best]
    rows, right = np.array([best[0] for best, _ in found]), np.array([best[1] for best, _ in found])
    share = np.array([weight for _, weight in found])
    share /= share.sum()

    def gradient(weights: np.ndarray) -> np.ndarray:
        probable = 1 / (1 + np.exp(-rows @ weights))
        slope: np.ndarray = rows.T @ ((probable - right) * share) + SHRINK["answer"] * np.append(weights[:-1], 0)
        return slope

    weights = descend(gradient, rows.shape[1], STEPS["answer"])
    return weights[:-1], float(weights[-1])


def report(name: str, data: list[Example], ordering: np.ndarray) -> None:
    possible = [one for one in data if one.right.any()]
    first = sum(one.right[int(np.argmax(one.scores(ordering)))] for one in possible)
    print(
        f"{name}: {len(data)} questions, {len(possible)} with a right candidate, {100 * first / max(1, len(possible)):.1f} % of those first"
    )


def written(ordering: np.ndarray, answering: np.ndarray, bias: float) -> str:
    def numbers(values: np.ndarray) -> str:
        return textwrap.fill(", ".join(f"{value:.3f}" for value in values), 120, subsequent_indent="    ")

    return f'''"""Weights of the features, fitted by ``bench/fit.py`` on questions with known answers. Do not edit by hand."""

# How features order facts.
WEIGHTS = (
    {numbers(ordering)},
)  # fmt: skip
# How features, the score (in tenths) and the margin to the next fact tell whether the best fact is the answer.
ANSWERS = (
    {numbers(answering)},
)  # fmt: skip
BIAS = {bias:.3f}
'''


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")
    parser.add_argument("--knowledge", default=str(knowledge_folder()))
    parser.add_argument("--questions", nargs="*", default=[], metavar="FILE", help="further question files to learn from")
    options = parser.parse_args()
    folder = Path(options.knowledge)
    library, vocabulary = load_library(folder), read_vocabulary(folder)
    asked = list(questions(Index(library.entries.values(), vocabulary), options.questions))
    partial = Index([without_held_out(entry) for entry in library.entries.values()], vocabulary)
    data = [*asked, *phrasings(library, partial)]
    rivals = {
        fact.name: frozenset([fact.name, *(sibling.fact.name for sibling in library.siblings(fact))])
        for fact in library.facts.values()
    }
    ordering = fit_ordering(data)
    answering, bias = fit_answering(asked, ordering, rivals)
    report("questions", asked, ordering)
    report("phrasings held out", data[len(asked) :], ordering)
    for name, order, answer in zip((*NAMES, "score", "margin"), [*ordering, 0, 0], answering, strict=True):
        print(f"  {name:14} order {order:+.2f}  answer {answer:+.2f}")
    if not options.dry_run:
        OUT.write_text(written(ordering, answering, bias), encoding="utf-8")


if __name__ == "__main__":
    main()
