"""The commands about the knowledge itself: ``mmbot facts`` and ``mmbot check``."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from mmbot.app import knowledge_folder
from mmbot.cli.embedded import open_answering
from mmbot.cli.outcome import NOT_ANSWERED, OK, WrongUse
from mmbot.knowledge.check import check as check_folder
from mmbot.knowledge.evidence import SourceTexts
from mmbot.knowledge.loading import write_verified
from mmbot.model import Entry, Fact


def facts(options: argparse.Namespace) -> int:
    """Print every fact, a line each."""
    library = open_answering().library
    for fact in library.facts.values():
        if options.json:
            print(json.dumps(_row(library.entries[fact.entry], fact), ensure_ascii=False))
        else:
            print(f"{fact.name}\t{fact.says}")
    return OK


def _row(entry: Entry, fact: Fact) -> dict[str, Any]:
    return {
        "entry": fact.entry,
        "fact": fact.id,
        "kind": entry.kind,
        "title": entry.title,
        "answers": list(fact.answers),
        "date": fact.date.edtf if fact.date else None,
        "says": fact.says,
        "rank": fact.rank,
        "disputes": fact.disputes,
        "citations": [
            {"source": cited.source, "page": cited.page, "note": cited.note, "evidence": list(cited.evidence)}
            for cited in fact.citations
        ],
    }


def check(options: argparse.Namespace) -> int:
    """Print every fault on standard error, then the figures; with ``--stamp`` note what was found in the articles."""
    if options.stamp and not options.sources:
        raise WrongUse("--stamp notes what was found in the articles' texts. Give their folder with --sources DIR.")
    folder = Path(options.knowledge) if options.knowledge else knowledge_folder()
    if not folder.is_dir():
        raise WrongUse(f"{folder} is no folder. Give the folder that holds sources.json and the entries.")
    articles = _articles(options.sources)
    report = check_folder(folder, articles)
    for fault in report.faults:
        print(fault, file=sys.stderr)
    for name, figure in report.figures.items():
        print(f"{name}: {figure}")
    print(f"faults: {len(report.faults)}")
    if options.stamp and articles:
        write_verified(folder, report.found)
    return NOT_ANSWERED if report.faults else OK


def _articles(folder: str | None) -> SourceTexts | None:
    try:
        return SourceTexts(Path(folder)) if folder else None
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(f"--sources: {error}. Give the folder that holds the articles' texts (*.txt, UTF-8).") from error
