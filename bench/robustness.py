"""How answers stand up to noise, and to questions of other worlds.

python bench/robustness.py [--noisy 20000] [--foreign 5000]

Noisy: the questions of the set that are answered right, each with letters lost, slips of the finger, other suffixes, case or small talk – what
does not change which fact is meant – until there are enough; how many are still answered right, and how many wrongly. Questions that must be
declined are in it too. Foreign: questions of everyday domains (`turkish_phrases.py`); how many are answered at all.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from asked import Asked, ask_all, read_questions
from mmbot.answering.decide import decide
from mmbot.app import Prepared, knowledge_folder, prepared
from mmbot.model import Answered
from turkish_noise import NOISES
from turkish_phrases import Writer

KINDS = ("letters", "typo", "typos", "suffix", "case")


def noisy(questions: list[Asked], count: int) -> list[tuple[str, Asked]]:
    """*count* questions with noise, each with the kind of noise; the same ones in every run."""
    made: list[tuple[str, Asked]] = []
    for number in range(count):
        question, kind = questions[number % len(questions)], KINDS[number // len(questions) % len(KINDS)]
        text = NOISES[kind](question.text, random.Random(f"{number} {question.text}"))
        made.append((kind, Asked(text, question.facts, question.kind, question.source, question.near)))
    return made


def report_noisy(knowledge: Prepared, count: int) -> None:
    questions = read_questions()
    failed = {question.text for _, question, _ in ask_all(questions, knowledge).failures}
    right = [question for question in questions if question.text not in failed and question.text.rstrip("?!. ")]
    by_kind: dict[str, list[Asked]] = defaultdict(list)
    for kind, question in noisy(right, count):
        by_kind[kind].append(question)
    total: Counter[str] = Counter()
    certain: Counter[str] = Counter()
    for kind, asked in by_kind.items():
        outcome = ask_all(asked, knowledge)
        total.update(outcome.counts)
        certain.update(outcome.certain)
        print(f"  {kind}: {outcome}")
        if "--failures" in sys.argv:
            for verdict, question, said in outcome.failures:
                if verdict == "wrong":
                    print(f"    {question.text} → {said}, not {', '.join(question.facts[:2]) or 'anything'}")
    everything = total.total()
    print(
        f"noisy: {everything} of {len(right)} questions; right {100 * total['right'] / everything:.2f} % (goal 96), "
        f"wrong {100 * total['wrong'] / everything:.2f} % (goal at most 0.3)"
    )
    given = certain["right"] + certain["wrong"]
    print(f"given as certain: {given}, of them right {100 * certain['right'] / max(1, given):.2f} % (goal 99.5)")


def report_foreign(knowledge: Prepared, count: int) -> None:
    texts = [request.wordings[0] for request in Writer("test", seed=3).requests(count)]
    answered = [text for text in texts if isinstance(decide(*knowledge, text).answer, Answered)]
    print(f"foreign: {len(texts)} questions, {100 * len(answered) / len(texts):.2f} % answered (goal at most 0.2)")
    for text in answered[:20]:
        print(f"  {text}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--noisy", type=int, default=20_000)
    parser.add_argument("--foreign", type=int, default=5_000)
    parser.add_argument("--failures", action="store_true")
    options = parser.parse_args()
    knowledge = prepared(knowledge_folder())
    report_noisy(knowledge, options.noisy)
    report_foreign(knowledge, options.foreign)


if __name__ == "__main__":
    main()
