"""How PhraseIndex grows, beside rapidfuzz and SQLite FTS5: `python bench/phrases.py [SIZE …]` (1000 10000 100000 1000000)."""

import argparse

from peers import PEERS, measure
from turkish_noise import trial

BESIDE = ("mmbot PhraseIndex", "SQLite FTS5 unicode61", "rapidfuzz token_sort")
SLOW = 100_000  # above this, comparing with every phrase takes too long to be worth a row


def main() -> None:
    """Print a row for every size and peer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--queries", type=int, default=20, help="per kind of noise")
    chosen = parser.parse_args()
    print("| phrases | index | noisy Hit@1 | median ms | p99 ms | build s | MB |\n|---|---|---|---|---|---|---|")
    for size in chosen.sizes:
        asked = trial("test", size, chosen.queries)
        for name in BESIDE:
            if size > SLOW and name.startswith("rapidfuzz"):
                continue
            row = measure(PEERS[name][1], asked).row()
            print(f"| {size:,} | {name} | {row[0]} | {row[4]} | {row[5]} | {row[7]} | {row[6]} |", flush=True)


if __name__ == "__main__":
    main()
