"""Fit the weights of the second look, and write ``src/mmbot/matching/opinion_weights.py``.

Each question of the set, and of the *worded* files, is asked of an index out of which everything like it was taken, so that it is as new
as a stranger's: many have become phrasings since. *Fresh* files are questions of people who had not seen the knowledge, and no phrasing was
made from them; they are asked as it is, and count more. When to answer is also learnt from each question with its right facts taken away:
then the best of the others must be refused. Deterministic.

    python bench/fit_opinion.py [--dry-run] [--worded FILE …] [--fresh FILE …]

The weights in use are those of ``--worded bench/other_words.jsonl`` and, as one *fresh* file, ``bench/strangers.jsonl``,
``bench/later_strangers.jsonl`` and ``bench/newer_strangers.jsonl``.
"""

import argparse
import sys
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from asked import Asked, read_file, read_questions
from fit import descend
from mmbot.app import knowledge_folder
from mmbot.knowledge.library import Library
from mmbot.knowledge.loading import load_library
from mmbot.knowledge.vocabulary_file import read_vocabulary
from mmbot.matching.features import Looks
from mmbot.matching.index import Index
from mmbot.matching.opinion import OF_BEST, OF_FACT, best_values, examine, of_question
from mmbot.matching.ranking import rank, same_matter
from mmbot.matching.reading import read
from mmbot.matching.words import remembered
from mmbot.model import Entry, Fact
from mmbot.turkish import fold

OUT = Path(__file__).parents[1] / "src" / "mmbot" / "matching" / "opinion_weights.py"
FOLDS = 5
ALIKE = 85  # per cent of likeness from which a phrasing is taken out
TAKEN_AWAY, TO_DECLINE = 0.3, 4.0  # how much such an example weighs beside a question that has an answer
FRESH = 4.0  # how much a fresh question weighs, with or without an answer
STEPS = {"order": 800, "sure": 800}
SHRINK = {"order": 0.0003, "sure": 0.05}
BEHIND, LEAD = OF_FACT.index("behind_nearest"), OF_FACT.index("lead")
ALIKENESS = OF_FACT.index("alike_nearest"), OF_FACT.index("alike_whole")


@dataclass(frozen=True)
class Example:
    """One question: its candidates with their features, which of them are right, and what the question is like."""

    asked: Asked
    fold: int | None
    facts: tuple[Fact, ...]
    rows: np.ndarray
    right: np.ndarray
    question: tuple[float, ...]


def fold_of(question: Asked) -> int:
    return len(question.text.encode()) * 7919 % 104729 % FOLDS


def without(entries: Iterable[Entry], texts: frozenset[str]) -> list[Entry]:
    """*entries* without the phrasings *texts*."""
    return [
        replace(
            entry, facts=tuple(replace(fact, questions=tuple(q for q in fact.questions if q not in texts)) for fact in entry.facts)
        )
        for entry in entries
    ]


def honest(library: Library, folder: Path, asked: list[Asked]) -> Iterator[tuple[int, Index, list[Asked]]]:
    """Each part of the questions with an index that has nothing like them."""
    vocabulary = read_vocabulary(folder)
    phrasings = sorted({question for fact in library.facts.values() for question in fact.questions})
    folded = [fold(text) for text in phrasings]
    for part in range(FOLDS):
        mine = [question for question in asked if fold_of(question) == part]
        like = process.cdist([fold(q.text) for q in mine], folded, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, dtype=np.uint8)
        texts = frozenset(phrasings[place] for place in np.flatnonzero(like.max(axis=0)))
        with remembered():
            yield part, Index(without(library.entries.values(), texts), vocabulary), mine


def example(index: Index, question: Asked, part: int | None) -> Example | None:
    reading = read(index, question.text)
    looks = Looks(index, reading)
    found = examine(looks, rank(looks).good) if reading.words else []
    if not found or reading.asked.kind.startswith("clause-"):
        return None
    facts = tuple(looked.terms.fact for looked in found)
    right = np.array([fact.name in question.facts for fact in facts])
    return Example(question, part, facts, np.array([looked.values for looked in found], dtype=float), right, of_question(reading))


def bereft(one: Example) -> Example | None:
    """*one* without its right facts: nothing of what is left is the answer."""
    matters = [fact for fact, right in zip(one.facts, one.right, strict=True) if right]
    kept = np.array([not any(same_matter(fact, other) for other in matters) for fact in one.facts])
    if not one.asked.facts or not kept.any():
        return None
    rows = one.rows[kept].copy()
    likeness = np.column_stack((rows[:, ALIKENESS[0]], rows[:, ALIKENESS[1]], rows[:, ALIKENESS[0]] + rows[:, ALIKENESS[1]]))
    rows[:, BEHIND : BEHIND + 3] = likeness - likeness.max(axis=0)
    for place, here in enumerate(likeness[:, 2]):
        rows[place, LEAD] = np.clip(here - max(np.delete(likeness[:, 2], place), default=0.0), -0.5, 0.5)
    facts = tuple(fact for fact, stays in zip(one.facts, kept, strict=True) if stays)
    return replace(one, facts=facts, rows=rows, right=np.zeros(len(facts), bool))


def fit_order(data: list[Example]) -> np.ndarray:
    """Weights under which the right candidates of each question score above the others (softmax likelihood)."""
    data = [one for one in data if one.right.any() and not one.right.all()]
    rows, right = np.concatenate([one.rows for one in data]), np.concatenate([one.right for one in data])
    sizes = [len(one.right) for one in data]
    starts, owner = np.cumsum([0, *sizes])[:-1], np.repeat(np.arange(len(data)), sizes)

    def gradient(weights: np.ndarray) -> np.ndarray:
        scores = rows @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        good = np.where(right, odds, 0)
        every, good = odds / np.add.reduceat(odds, starts)[owner], good / np.add.reduceat(good, starts)[owner]
        slope: np.ndarray = rows.T @ (every - good) / len(data) + SHRINK["order"] * weights
        return slope

    return descend(gradient, rows.shape[1], STEPS["order"])


def best_of(one: Example, order: np.ndarray) -> tuple[tuple[float, ...], bool, str]:
    scores = list(one.rows @ order)
    best = scores.index(max(scores))
    return best_values(one.facts, one.rows.tolist(), scores, one.question), bool(one.right[best]), one.facts[best].name


def fit_sureness(data: list[Example], order: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and bias that tell how probably the best candidate is right (logistic likelihood)."""
    seen = [(best_of(one, order), FRESH if one.fold is None else 1.0 if one.asked.facts else TO_DECLINE) for one in data]
    seen += [(best_of(other, order), TAKEN_AWAY) for other in map(bereft, data) if other]
    rows, right = np.array([best[0] for best, _ in seen], dtype=float), np.array([best[1] for best, _ in seen])
    share = np.array([weight for _, weight in seen])
    share /= share.sum()
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread < 1e-9] = 1.0
    rows = np.column_stack(((rows - mean) / spread, np.ones(len(rows))))

    def gradient(weights: np.ndarray) -> np.ndarray:
        probable = 1 / (1 + np.exp(-rows @ weights))
        slope: np.ndarray = rows.T @ ((probable - right) * share) + SHRINK["sure"] * np.append(weights[:-1], 0)
        return slope

    weights = descend(gradient, rows.shape[1], STEPS["sure"])
    own = weights[:-1] / spread
    return own, float(weights[-1] - own @ mean)


def fit(data: list[Example]) -> tuple[np.ndarray, np.ndarray, float]:
    order = fit_order(data)
    return order, *fit_sureness(data, order)


def report(data: list[Example]) -> None:
    """How many are answered right at how many wrong ones, each asked with weights that were learnt from the others."""
    judged = []
    for part in (*range(FOLDS), None):
        order, sureness, bias = fit([one for one in data if one.fold != part])
        for one in data:
            if one.fold == part:
                values, right, _ = best_of(one, order)
                judged.append((1 / (1 + np.exp(-(np.array(values, dtype=float) @ sureness + bias))), right, one))
    for name, chosen in (
        ("set", [j for j in judged if j[2].fold is not None]),
        ("fresh", [j for j in judged if j[2].fold is None]),
    ):
        answerable = sum(bool(one.asked.facts) for *_, one in chosen)
        print(
            f"{name}: {len(chosen)} questions, {answerable} with an answer, of which first {sum(right for _, right, _ in chosen)}"
        )
        for enough in (0.9, 0.8, 0.7, 0.6, 0.5):
            given = [right for sure, right, _ in chosen if sure >= enough]
            print(f"  from {enough}: right {100 * sum(given) / max(1, answerable):.1f} %, wrong {len(given) - sum(given)}")


def written(order: np.ndarray, sureness: np.ndarray, bias: float) -> str:
    def numbers(values: np.ndarray) -> str:
        return textwrap.fill(", ".join(f"{value:.3f}" for value in values), 120, subsequent_indent="    ")

    return f'''"""Weights of the second look, fitted by ``bench/fit_opinion.py`` on questions with known answers. Do not edit by hand."""

# How features order facts, see opinion.OF_FACT.
ORDER = (
    {numbers(order)},
)  # fmt: skip
# How they and what the question is like tell whether the best fact is the answer, see opinion.OF_BEST.
SURENESS = (
    {numbers(sureness)},
)  # fmt: skip
BIAS = {bias:.3f}
'''


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")
    parser.add_argument("--worded", nargs="*", default=[], metavar="FILE", help="questions that may have become phrasings")
    parser.add_argument("--fresh", nargs="*", default=[], metavar="FILE", help="questions that no phrasing was made from")
    options = parser.parse_args()
    folder = knowledge_folder()
    library = load_library(folder)
    worded = [question for path in options.worded for question in read_file(Path(path))]
    data = [
        found
        for part, index, asked in honest(library, folder, [*read_questions(), *worded])
        for q in asked
        if (found := example(index, q, part))
    ]
    whole = Index(library.entries.values(), read_vocabulary(folder))
    data += [found for path in options.fresh for q in read_file(Path(path)) if (found := example(whole, q, None))]
    report(data)
    order, sureness, bias = fit(data)
    for name, weight, value in zip(OF_BEST, [*order, *[0.0] * (len(OF_BEST) - len(order))], sureness, strict=True):
        print(f"  {name:16} order {weight:+.2f}  sure {value:+.2f}")
    if not options.dry_run:
        OUT.write_text(written(order, sureness, bias), encoding="utf-8")


if __name__ == "__main__":
    main()
