"""PhraseIndex beside its peers, one run, same phrases and queries: `python bench/peers.py [--size 8000] [--only NAME …]`.

Install the peers with `pip install -r bench/requirements.txt`; one that is missing is named and left out. The phrases
and queries are the "test" halves of `turkish_phrases` (“frames”: many phrases that differ in a name) and of
`turkish_everyday` (“everyday”: varied words, pairs worded by hand), on which nothing was tuned. Writes bench/RESULTS.md.
"""

import argparse
import ctypes
import gc
import importlib
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import turkish_everyday
import turkish_noise
from mmbot.matching import PhraseIndex
from mmbot.turkish import split_words
from turkish_noise import NOISES, Trial, auroc

Best = tuple[int, float]  # the phrase found (-1: none) and its score
Search = Callable[[str], Best]
NOTHING: Best = (-1, 0.0)


def folded(text: str) -> str:
    """The text as every peer gets it: Turkish letters folded, suffixes behind an apostrophe removed."""
    return " ".join(split_words(text))


def phrase_index(phrases: Sequence[str]) -> Search:
    """The one under test; it folds for itself."""
    index = PhraseIndex.build(enumerate(phrases))

    def search(query: str) -> Best:
        hits = index.search(query)
        return (int(str(hits[0].id)), hits[0].score) if hits else NOTHING

    return search


def rapidfuzz_with(scorer: str) -> Callable[[Sequence[str]], Search]:
    """`process.extractOne` over all phrases."""

    def build(phrases: Sequence[str]) -> Search:
        from rapidfuzz import fuzz, process  # noqa: PLC0415  every peer is optional

        choices = [folded(phrase) for phrase in phrases]
        compare = getattr(fuzz, scorer)

        def search(query: str) -> Best:
            found = process.extractOne(folded(query), choices, scorer=compare)
            return (found[2], found[1]) if found else NOTHING

        return search

    return build


def sqlite_with(tokenizer: str, parts: Callable[[str], list[str]]) -> Callable[[Sequence[str]], Search]:
    """FTS5; any of the *parts* of a query may match, ranked by bm25."""

    def build(phrases: Sequence[str]) -> Search:
        base = sqlite3.connect(":memory:")
        base.execute(f"CREATE VIRTUAL TABLE t USING fts5(x, tokenize='{tokenizer}')")
        base.executemany("INSERT INTO t(rowid, x) VALUES (?, ?)", ((n, folded(phrase)) for n, phrase in enumerate(phrases)))

        def search(query: str) -> Best:
            match = " OR ".join(f'"{part}"' for part in dict.fromkeys(parts(folded(query))))
            row = (
                match
                and base.execute("SELECT rowid, bm25(t) FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT 10", (match,)).fetchone()
            )
            return (row[0], -row[1]) if row else NOTHING

        return search

    return build


def _trigrams(text: str) -> list[str]:
    return [text[i : i + 3] for i in range(len(text) - 2)]


def bm25s_index(phrases: Sequence[str]) -> Search:
    """bm25s, Lucene's variant, its default."""
    import bm25s  # noqa: PLC0415  every peer is optional

    index = bm25s.BM25()
    index.index([folded(phrase).split() for phrase in phrases], show_progress=False)

    def search(query: str) -> Best:
        words = folded(query).split()
        if not words:
            return NOTHING
        found, scores = index.retrieve([words], k=10, show_progress=False)
        return int(found[0, 0]), float(scores[0, 0])

    return search


def tantivy_index(phrases: Sequence[str]) -> Search:
    """Tantivy; every word is a fuzzy term of distance 1, a swap counting as one."""
    import tantivy  # noqa: PLC0415  every peer is optional

    schema = tantivy.SchemaBuilder().add_text_field("text").add_integer_field("number", stored=True).build()
    index = tantivy.Index(schema)
    writer = index.writer()
    for number, phrase in enumerate(phrases):
        writer.add_document(tantivy.Document(text=folded(phrase), number=number))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(query: str) -> Best:
        terms = [
            (tantivy.Occur.Should, tantivy.Query.fuzzy_term_query(schema, "text", word, distance=1, transposition_cost_one=True))
            for word in folded(query).split()
        ]
        hits = searcher.search(tantivy.Query.boolean_query(terms), 10).hits if terms else []
        return (searcher.doc(hits[0][1])["number"][0], hits[0][0]) if hits else NOTHING

    return search


def sklearn_index(phrases: Sequence[str]) -> Search:
    """Cosine of tf-idf over character n-grams, 3 to 5."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415  every peer is optional

    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    matrix = vectors.fit_transform([folded(phrase) for phrase in phrases]).T.tocsr()

    def search(query: str) -> Best:
        scores = (vectors.transform([folded(query)]) @ matrix).toarray()[0]
        return int(scores.argmax()), float(scores.max())

    return search


PEERS: dict[str, tuple[str, Callable[[Sequence[str]], Search]]] = {
    "mmbot PhraseIndex": ("mmbot", phrase_index),
    "tantivy, fuzzy terms": ("tantivy", tantivy_index),
    "bm25s": ("bm25s", bm25s_index),
    "SQLite FTS5 unicode61": ("sqlite3", sqlite_with("unicode61", str.split)),
    "SQLite FTS5 trigram": ("sqlite3", sqlite_with("trigram", _trigrams)),
    "scikit-learn char n-grams 3–5": ("sklearn", sklearn_index),
    "rapidfuzz token_set": ("rapidfuzz", rapidfuzz_with("token_set_ratio")),
    "rapidfuzz token_sort": ("rapidfuzz", rapidfuzz_with("token_sort_ratio")),
    "rapidfuzz WRatio": ("rapidfuzz", rapidfuzz_with("WRatio")),
}
LARGE = 20_000  # from here on, a peer that compares with every phrase takes minutes
COLUMNS = (
    "noisy Hit@1", "heavy mix", "AUROC near", "noisy median ms", "median ms", "p99 ms", "index MB", "build s",
    "paraphrase Hit@1", "knowledge Hit@1", "FAQ Hit@1", "service Hit@1", "answer Hit@1",
)  # fmt: skip
PAIRS = ("paraphrase", "knowledge", "faq", "service", "answer")  # the last columns, as their queries are called


@dataclass
class Run:
    """What one peer did: per kind its hits, the top scores, the times in ms."""

    build: float
    memory: float
    hits: dict[str, list[bool]] = field(default_factory=dict)
    tops: dict[str, list[float]] = field(default_factory=dict)
    times: dict[str, list[float]] = field(default_factory=dict)

    def row(self) -> list[str]:
        """The figures in the order of `COLUMNS`."""
        noisy = [hit for kind in NOISES if kind != "mix" for hit in self.hits[kind]]
        tops = [top for kind in NOISES if kind != "mix" for top in self.tops[kind]]
        times = sorted(time for some in self.times.values() for time in some)
        noisy_times = sorted(time for kind in NOISES for time in self.times[kind])
        return [
            *(f"{sum(hits) / len(hits):.3f}" for hits in (noisy, self.hits["mix"])),
            f"{auroc(tops, self.tops['near']):.4f}",
            f"{noisy_times[len(noisy_times) // 2]:.2f}",
            f"{times[len(times) // 2]:.2f}",
            f"{times[int(len(times) * 0.99)]:.2f}",
            f"{self.memory:.0f}",
            f"{self.build:.2f}",
            *(f"{sum(hits) / len(hits):.3f}" if hits else "–" for hits in map(self.hits.get, PAIRS)),
        ]


def resident() -> float:
    """Megabytes of this process in memory, what was freed given back."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    pages = int(re.split(r"\s", Path("/proc/self/statm").read_text())[1])
    return pages * 4096 / 1e6


def measure(build: Callable[[Sequence[str]], Search], asked: Trial) -> Run:
    """Build once, ask everything. Times are of the processor: what else the machine does counts little."""
    build(asked.phrases[:50])  # imports are not part of the build
    before, start = resident(), time.process_time()
    search = build(asked.phrases)
    run = Run(time.process_time() - start, 0.0)
    run.memory = resident() - before
    for kind, queries in asked.queries.items():
        run.hits[kind], run.tops[kind], run.times[kind] = [], [], []
        for query, right in queries:
            start = time.process_time()
            found, score = search(query)
            run.times[kind].append((time.process_time() - start) * 1000)
            run.hits[kind].append(found == right)
            run.tops[kind].append(score)
    return run


def table(rows: dict[str, list[str]]) -> str:
    """A Markdown table of *rows*."""
    lines = [f"| peer | {' | '.join(COLUMNS)} |", "|---" * (len(COLUMNS) + 1) + "|"]
    return "\n".join(lines + [f"| {name} | {' | '.join(row)} |" for name, row in rows.items()])


TRIALS = {"everyday": turkish_everyday.trial, "frames": turkish_noise.trial}


def installed(wanted: Sequence[str] | None) -> Iterator[tuple[str, Callable[[Sequence[str]], Search]]]:
    """The peers whose name holds one of *wanted* (all if none is), as far as they can be imported."""
    for name, (module, build) in PEERS.items():
        if wanted and not any(part in name for part in wanted):
            continue
        try:
            importlib.import_module(module)
        except ImportError:
            print(f"{name}: not installed, left out", file=sys.stderr)
            continue
        yield name, build


def compared(asked: Trial, wanted: Sequence[str] | None) -> str:
    """The table of all *wanted* peers on one trial."""
    rows = {}
    for name, build in installed(wanted):
        rows[name] = measure(build, asked).row()
        print(len(asked.phrases), name, *rows[name], sep=" | ", flush=True)
    return table(rows)


def help_pages(part: str, wanted: Sequence[str] | None) -> str:
    """Hit@1 where only help pages are in the index: their questions otherwise worded, and questions to their answers."""
    trials = turkish_everyday.help_pages(part)
    lines = ["| peer | question to question | question to answer |", "|---|---|---|"]
    for name, build in installed(wanted):
        hits = [measure(build, asked).hits[section] for section, asked in trials.items()]
        lines.append(f"| {name} | {' | '.join(f'{sum(some) / len(some):.3f}' for some in hits)} |")
    return "\n".join(lines)


def plain_pairs(part: str, size: int, wanted: Sequence[str] | None) -> str:
    """Hit@1 of pairs in which whoever asks keeps about half of the words, and the median of the times."""
    asked = turkish_everyday.plain(part, size)
    lines = ["| peer | paraphrase Hit@1 | FAQ Hit@1 | median ms | p99 ms |", "|---|---|---|---|---|"]
    for name, build in installed(wanted):
        run = measure(build, asked)
        times = sorted(time for some in run.times.values() for time in some)
        hits = " | ".join(f"{sum(run.hits[kind]) / len(run.hits[kind]):.3f}" for kind in ("paraphrase", "faq"))
        lines.append(f"| {name} | {hits} | {times[len(times) // 2]:.2f} | {times[int(len(times) * 0.99)]:.2f} |")
        print(lines[-1], flush=True)
    return "\n".join(lines)


def main() -> None:
    """Run the peers that install and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, nargs="+", default=[8000])
    parser.add_argument("--data", nargs="+", default=list(TRIALS), choices=list(TRIALS))
    parser.add_argument("--queries", type=int, default=100, help="per kind of noise")
    parser.add_argument("--quick", nargs="*", default=["mmbot", "tantivy", "bm25s", "unicode61"], help="peers above 20,000")
    parser.add_argument("--only", nargs="*", help="peers whose name holds one of these")
    parser.add_argument("--part", default="test", choices=["dev", "test"])
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "RESULTS.md")
    chosen = parser.parse_args()
    text = [
        "# PhraseIndex beside its peers",
        "",
        "Made by `bench/peers.py`; all peers get Turkish-folded text. One run, one machine: compare within a table only.",
        "Times are processor time of the whole process, threads summed. A dash: that trial has no such questions.",
        "Noisy median: of the queries with noise, the heavy mix among them; median and p99: of all, near misses and other words too.",
        "What the trials are: `bench/turkish_everyday.py`, `bench/turkish_phrases.py`.",
    ]
    for size in chosen.size:
        for data in chosen.data:
            asked = TRIALS[data](chosen.part, size, chosen.queries)
            total = sum(map(len, asked.queries.values()))
            text += ["", f"## {size:,} phrases, {data}, {total:,} queries ({chosen.part} half)", ""]
            text.append(compared(asked, chosen.quick if size > LARGE else chosen.only))
            chosen.out.write_text("\n".join(text) + "\n", encoding="utf-8")
    size = min(chosen.size[0], LARGE)
    text += ["", f"## Plain paraphrases, {size:,} phrases ({chosen.part} half)", "", plain_pairs(chosen.part, size, chosen.only)]
    text += ["", f"## Help pages by themselves, Hit@1 ({chosen.part} half)", "", help_pages(chosen.part, chosen.only)]
    chosen.out.write_text("\n".join(text) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
