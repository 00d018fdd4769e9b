"""Fit the weights of the matcher's features on questions with known answers, and write ``src/mmbot/matching/weights.py``.

Two kinds of questions teach it: the question set without the third that is kept back, and phrasings written for the facts – of each
fact a share is taken out of the index, so that they are asked as new. Deterministic: no random numbers but a hash of the text.

    python bench/fit.py [--dry-run]
"""

import argparse
import hashlib
import sys
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from asked import read_questions
from mmbot.app import knowledge_folder
from mmbot.knowledge.loading import load_library
from mmbot.knowledge.vocabulary_file import read_vocabulary
from mmbot.matching.features import NAMES, look
from mmbot.matching.index import Index
from mmbot.matching.ranking import candidates
from mmbot.matching.reading import read
from mmbot.model import Entry

OUT = Path(__file__).parents[1] / "src" / "mmbot" / "matching" / "weights.py"
HELD_OUT = 4  # every fourth phrasing of a fact is asked instead of indexed
STEPS = 1500
SHRINK = 0.0003


@dataclass(frozen=True)
class Example:
    """One question: the features of its candidates, and which of them are right."""

    features: np.ndarray
    right: np.ndarray
    weight: float
    scored: bool  # whether it also teaches when to answer


def held_out(text: str) -> bool:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % HELD_OUT == 0


def examples(index: Index, asked: Iterable[tuple[str, frozenset[str]]], weight: float, *, scored: bool) -> Iterator[Example]:
    for text, names in asked:
        reading = read(index, text)
        rows, right = [], []
        for number in candidates(index, reading, frozenset()):
            seen = look(index, reading, index.facts[number], frozenset())
            if seen and not seen.against:
                rows.append(seen.values)
                right.append(index.facts[number].fact.name in names)
        if rows:
            yield Example(np.array(rows), np.array(right), weight, scored)


def without_held_out(entry: Entry) -> Entry:
    facts = tuple(replace(fact, questions=tuple(q for q in fact.questions if not held_out(q))) for fact in entry.facts)
    return replace(entry, facts=facts)


def fit_ranking(data: list[Example]) -> np.ndarray:
    """Weights under which the right candidates of each question score above the others (softmax likelihood, Adam)."""
    data = [example for example in data if example.right.any() and not example.right.all()]
    rows = np.concatenate([example.features for example in data])
    right = np.concatenate([example.right for example in data])
    starts = np.cumsum([0] + [len(example.right) for example in data])[:-1]
    owner = np.repeat(np.arange(len(data)), [len(example.right) for example in data])
    share = np.array([example.weight for example in data])
    share /= share.sum()
    weights, first, second = np.zeros(rows.shape[1]), np.zeros(rows.shape[1]), np.zeros(rows.shape[1])
    for step in range(1, STEPS + 1):
        scores = rows @ weights
        scores -= np.maximum.reduceat(scores, starts)[owner]
        odds = np.exp(scores)
        every = odds / np.add.reduceat(odds, starts)[owner]
        good = np.where(right, odds, 0)
        good = good / np.add.reduceat(good, starts)[owner]
        gradient = rows.T @ ((every - good) * share[owner]) + SHRINK * weights
        first, second = 0.9 * first + 0.1 * gradient, 0.999 * second + 0.001 * gradient**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def fit_answering(data: list[Example], ranking: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and bias that tell how probably the best candidate is right (logistic likelihood, Adam)."""
    best = [
        (
            example.features[top := int(np.argmax(example.features @ ranking))],
            example.right[top],
            example.weight,
            margin(example, ranking),
        )
        for example in data
        if example.scored
    ]
    rows = np.array([np.append(features, [features @ ranking / 10, gap]) for features, _, _, gap in best])
    right = np.array([float(answer) for _, answer, _, _ in best])
    share = np.array([weight for _, _, weight, _ in best])
    share /= share.sum()
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    weights, first, second = np.zeros(rows.shape[1]), np.zeros(rows.shape[1]), np.zeros(rows.shape[1])
    for step in range(1, STEPS + 1):
        probable = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ ((probable - right) * share) + SHRINK * np.append(weights[:-1], 0)
        first, second = 0.9 * first + 0.1 * gradient, 0.999 * second + 0.001 * gradient**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights[:-1], float(weights[-1])


def margin(example: Example, ranking: np.ndarray) -> float:
    scores = np.sort(example.features @ ranking)[::-1]
    return float(min(1.0, (scores[0] - scores[1]) / 3)) if len(scores) > 1 else 1.0


def report(name: str, data: list[Example], ranking: np.ndarray) -> None:
    possible = [example for example in data if example.right.any()]
    first = sum(example.right[int(np.argmax(example.features @ ranking))] for example in possible)
    print(
        f"{name}: {len(data)} questions, {len(possible)} with a right candidate, {100 * first / max(1, len(possible)):.1f} % of those ranked first"
    )


def written(ranking: np.ndarray, answering: np.ndarray, bias: float) -> str:
    def numbers(values: np.ndarray) -> str:
        return textwrap.fill(", ".join(f"{value:.3f}" for value in values), 120, subsequent_indent="    ")

    return f'''"""Weights of the features, fitted by ``bench/fit.py`` on questions with known answers. Do not edit by hand."""

# How features order facts.
WEIGHTS = (
    {numbers(ranking)},
)  # fmt: skip
# How features, the score (in tenths) and the margin to the next fact tell whether the best fact is the answer.
ANSWERS = (
    {numbers(answering)},
)  # fmt: skip
BIAS = {bias:.3f}
'''


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")
    parser.add_argument("--knowledge", default=str(knowledge_folder()))
    options = parser.parse_args()
    folder = Path(options.knowledge)
    library, vocabulary = load_library(folder), read_vocabulary(folder)
    index = Index(library.entries.values(), vocabulary)
    partial = Index([without_held_out(entry) for entry in library.entries.values()], vocabulary)
    questions = [(q.text, frozenset(q.facts)) for q in read_questions() if not q.kept_back]
    phrasings = [
        (q, frozenset([f.name, *(s.fact.name for s in library.siblings(f))]))
        for f in library.facts.values()
        for q in f.questions
        if held_out(q)
    ]
    data = list(examples(index, questions, 2.0, scored=True)) + list(examples(partial, phrasings, 1.0, scored=False))
    ranking = fit_ranking(data)
    answering, bias = fit_answering(data, ranking)
    report("question set, open part", [example for example in data if example.scored], ranking)
    report("phrasings held out", [example for example in data if not example.scored], ranking)
    for name, value in sorted(zip(NAMES, ranking, strict=True), key=lambda pair: -abs(pair[1])):
        print(f"  {name} {value:+.2f}")
    print("answering:", dict(zip((*NAMES, "score", "margin"), np.round(answering, 2), strict=True)), bias)
    if not options.dry_run:
        OUT.write_text(written(ranking, answering, bias), encoding="utf-8")


if __name__ == "__main__":
    main()
