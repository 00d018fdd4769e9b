"""Whole-process time of ``mmbot ask`` after the first run, as a ratio to starting Python with rapidfuzz and sqlite3, in one run."""

import statistics
import subprocess
import sys
import time

ASK = [sys.executable, "-m", "mmbot", "ask", "Moskova Antlaşması ne zaman imzalandı?"]
BARE = [sys.executable, "-c", "import rapidfuzz, sqlite3"]
ROUNDS = 15


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    seconds(ASK)  # prepares the knowledge, as the first run does
    asked, bare = [], []
    for _ in range(ROUNDS):  # in turn, so that a busy machine slows both
        asked.append(seconds(ASK))
        bare.append(seconds(BARE))
    ratio = statistics.median(asked) / statistics.median(bare)
    print(
        f"mmbot ask: {statistics.median(asked) * 1000:.0f} ms; import rapidfuzz, sqlite3: {statistics.median(bare) * 1000:.0f} ms; ratio {ratio:.1f} (goal ≤ 5)"
    )


if __name__ == "__main__":
    main()
