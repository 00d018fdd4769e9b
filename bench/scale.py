"""What an answer costs when the knowledge is ten times as large.

python bench/scale.py [--times 10] [--rounds 3]

The other entries are copies of the embedded ones in which every word that tells something – not the everyday ones, not those of the vocabulary –
is a made-up word of the same form, so that names, facts and written questions are as long, as many and as alike as real ones, and the common words
of the field stand in ten times as many facts. Both indexes are asked the same questions in turn; the processor's time counts, which other
processes on the machine disturb least.
"""

import argparse
import random
import re
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from asked import read_questions
from mmbot.answering.decide import decide
from mmbot.app import Prepared, knowledge_folder, prepared
from mmbot.knowledge.library import make_library
from mmbot.matching.index import Index
from mmbot.matching.words import read_words
from mmbot.model import Entry, Fact

_WORD = re.compile(r"[^\W\d_]{4,}")
_SYLLABLES = [one + two for one in "bcçdfghjklmnprsştvyz" for two in "aeıioöuü"]
COMMON = 0.6  # a word less telling than this stays as it is


class Renaming:
    """Other words for those that tell something; the same one always for the same word."""

    def __init__(self, index: Index, number: int) -> None:
        self._index = index
        self._number = number
        self._made: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        return _WORD.sub(lambda match: self._other(match[0]), text)

    def _other(self, typed: str) -> str:
        if typed not in self._made:
            self._made[typed] = self._make(typed)
        return self._made[typed]

    def _make(self, typed: str) -> str:
        word = read_words(typed)[0]
        vocabulary = self._index.vocabulary
        if vocabulary.is_noise(word) or vocabulary.meanings(word) or self._index.weight(word.folded) < COMMON:
            return typed
        chosen = random.Random(f"{self._number} {word.folded[:5]}")  # forms of one word stay forms of one word
        stem = "".join(chosen.choice(_SYLLABLES) for _ in range(3))
        return (stem.capitalize() if word.capital else stem) + word.plain[5:]


def copied(index: Index, entries: list[Entry], number: int) -> Iterator[Entry]:
    other = Renaming(index, number)
    for entry in entries:
        facts = tuple(_fact(fact, other, number) for fact in entry.facts)
        yield Entry(f"{entry.id}-{number}", entry.kind, other(entry.title), tuple(map(other, entry.aliases)), facts)


def _fact(fact: Fact, other: Renaming, number: int) -> Fact:
    def renamed(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"{each}-{number}" for each in ids)

    return replace(
        fact,
        entry=f"{fact.entry}-{number}",
        says=other(fact.says),
        questions=tuple(map(other, fact.questions)),
        people=renamed(fact.people),
        places=renamed(fact.places),
        about=renamed(fact.about),
        disputes=None,
    )


def grown(knowledge: Prepared, times: int) -> Prepared:
    library, index = knowledge
    entries = list(library.entries.values())
    more = [entry for number in range(1, times) for entry in copied(index, entries, number)]
    larger = make_library([*entries, *more], library.sources)
    return larger, Index(larger.entries.values(), index.vocabulary, index)


def measure(knowledge: Prepared, texts: list[str]) -> list[float]:
    times = []
    for text in texts:
        start = time.process_time()
        decide(*knowledge, text)
        times.append((time.process_time() - start) * 1000)
    return times


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--questions", type=int, default=400)
    options = parser.parse_args()
    small = prepared(knowledge_folder())
    begun = time.process_time()
    large = grown(small, options.times)
    print(f"index of {len(large[0].facts)} facts, {len(large[0].entries)} entries: {time.process_time() - begun:.0f} s")
    texts = [question.text for question in read_questions()]
    random.Random(7).shuffle(texts)
    texts = texts[: options.questions]
    same = sum(decide(*small, text).answer == decide(*large, text).answer for text in texts)  # and warms both
    print(f"{same} of {len(texts)} questions answered alike")
    medians, means = [], []
    for _ in range(options.rounds):
        few, many = measure(small, texts), measure(large, texts)
        medians.append(statistics.median(many) / statistics.median(few))
        means.append(statistics.mean(many) / statistics.mean(few))
        print(
            f"median {statistics.median(few):.2f} and {statistics.median(many):.2f} ms, mean {statistics.mean(few):.2f} and {statistics.mean(many):.2f} ms"
        )
    print(
        f"{options.times} times the knowledge: {statistics.median(medians):.2f} times the time by the median, {statistics.median(means):.2f} by the mean (goal 2)"
    )


if __name__ == "__main__":
    main()
