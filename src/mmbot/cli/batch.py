"""``mmbot ask --batch``: a question a line in, a JSON object a line out."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mmbot.answering.decide import decide
from mmbot.cli.embedded import open_answering
from mmbot.cli.outcome import OK, WrongUse
from mmbot.knowledge.library import Library
from mmbot.model import Ambiguous, Answer, Answered, Fact, Unknown
from mmbot.rendering import blocks, plain


def answer_all(name: str) -> int:
    """Answer every line of the file *name* (``-``: standard input), in order, each as if it were the first question. Raises WrongUse."""
    questions = list(_questions(name))
    answering = open_answering()
    for question in questions:
        answer = decide(answering.library, answering.index, question, answering.today()).answer
        print(json.dumps(_row(answering.library, question, answer), ensure_ascii=False))
    return OK


def _questions(name: str) -> Iterator[str]:
    """Only a line feed ends a line: str.splitlines would also cut a question at a form feed."""
    try:
        read = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise WrongUse(
            f"{name} cannot be read ({error.strerror}). Give a file with a question a line, or - for standard input."
        ) from error
    if read:
        yield from read.decode("utf-8", errors="replace").replace("\r\n", "\n").removesuffix("\n").split("\n")


def _row(library: Library, question: str, answer: Answer) -> dict[str, Any]:
    facts: tuple[Fact, ...] = ()
    suggestions: tuple[str, ...] = ()
    disputed = False
    match answer:
        case Answered():
            outcome = "answered"
            facts = (*answer.facts, *(sibling.fact for sibling in answer.disputed))
            disputed = bool(answer.disputed) or any(fact.rank == "deprecated" for fact in answer.facts)
        case Ambiguous():
            outcome, suggestions = "ambiguous", tuple(choice.text for choice in answer.choices)
        case Unknown():
            outcome, suggestions = "unknown", tuple(choice.text for choice in answer.nearest)
        case _:
            outcome = "unknown"
    return {
        "question": question,
        "outcome": outcome,
        "answer": plain(blocks(library, answer)),
        "facts": [fact.name for fact in facts],
        "disputed": disputed,
        "citations": [
            {"source": cited.source, "page": cited.page, "evidence": list(cited.evidence)}
            for fact in facts
            for cited in fact.citations
        ],
        "suggestions": list(suggestions),
    }
