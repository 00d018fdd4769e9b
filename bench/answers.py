"""Questions a second through ``decide()`` on the embedded knowledge: the question set, in order, without any cache of answers."""

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from asked import read_questions
from mmbot.answering.decide import decide
from mmbot.app import knowledge_folder, prepared


def main() -> None:
    library, index = prepared(knowledge_folder())
    texts = [question.text for question in read_questions()]
    cold = _measure(library, index, texts)
    warm = _measure(library, index, texts)
    for name, times in (("first time each word is seen", cold), ("again", warm)):
        ordered = sorted(times)
        print(
            f"{name}: {len(times) / sum(times):.0f} questions/s, median {statistics.median(times) * 1000:.2f} ms, "
            f"p99 {ordered[int(len(ordered) * 0.99)] * 1000:.2f} ms ({len(library.facts)} facts)"
        )


def _measure(library: object, index: object, texts: list[str]) -> list[float]:
    times = []
    for text in texts:
        start = time.process_time()  # not the clock's: other processes on the machine disturb it least
        decide(library, index, text)
        times.append(time.process_time() - start)
    return times


if __name__ == "__main__":
    main()
