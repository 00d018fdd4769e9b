"""Whole-process time of ``mmbot ask`` after the first run, as a ratio to starting Python with rapidfuzz and sqlite3, in one run.

As installed: with the bytecode that Python keeps, whatever the environment says of it, and with a cache of its own.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

ASK = [sys.executable, "-m", "mmbot", "ask", "Moskova Antlaşması ne zaman imzalandı?"]
BARE = [sys.executable, "-c", "import rapidfuzz, sqlite3"]
ROUNDS = 15


def seconds(command: list[str], environ: dict[str, str]) -> tuple[float, float]:
    """How long *command* takes, by the clock and of the processor: other processes on the machine disturb the latter least."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environ)
    after = os.times()
    busy = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, busy


def main() -> None:
    asked, bare = [], []
    with tempfile.TemporaryDirectory() as cache:
        environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
            "XDG_CACHE_HOME": cache
        }
        seconds(ASK, environ)  # prepares the knowledge, as the first run does
        for _ in range(ROUNDS):  # in turn, so that a busy machine slows both
            asked.append(seconds(ASK, environ))
            bare.append(seconds(BARE, environ))
    for name, place in (("by the clock", 0), ("of the processor", 1)):
        one, other = (statistics.median(times[place] for times in all_times) * 1000 for all_times in (asked, bare))
        print(f"{name}: mmbot ask {one:.0f} ms; import rapidfuzz, sqlite3 {other:.0f} ms; ratio {one / other:.1f} (goal ≤ 5)")


if __name__ == "__main__":
    main()
