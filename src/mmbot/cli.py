"""The command line. Exit status 0: answered; 1: not answered, or faults found; 2: wrong use or configuration."""

import argparse
import io
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from mmbot import __version__

if TYPE_CHECKING:
    from mmbot.answering.conversation import Answering
    from mmbot.model import Answer, Citation, Fact

OK, NOT_ANSWERED, WRONG_USE = 0, 1, 2


class WrongUse(Exception):
    """The command cannot be carried out as given; the message says why and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except WrongUse as error:
        print(f"mmbot: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        # The reader has gone: nothing to say any more, also not when Python flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return status


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = _parser().parse_args(arguments)
    except SystemExit:  # --help and --version
        sys.stdout.flush()
        raise
    return int(options.command(options))


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command."""
        raise WrongUse(f"{message}. See “{self.prog} --help”.")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="mmbot", description="Cited answers about the Turkish National Struggle, 1917–1930.")
    parser.add_argument("--version", action="version", version=f"mmbot {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    ask = commands.add_parser("ask", help="answer one question, or a file of them")
    ask.add_argument("question", nargs="?", help="a question in Turkish or English")
    ask.add_argument("--batch", metavar="FILE", help="a question a line in (- for standard input), a JSON object a line out")
    ask.add_argument("--why", action="store_true", help="show how the answer was found")
    ask.set_defaults(command=_ask)
    commands.add_parser("chat", help="a conversation in the terminal").set_defaults(command=_chat)
    today = commands.add_parser("today", help="what happened on a day of the year")
    today.add_argument("date", nargs="*", help="such as 16 Mart, 16.03.1921 or 1921-03-16; today unless given")
    today.set_defaults(command=_today)
    facts = commands.add_parser("facts", help="every fact of the knowledge")
    facts.add_argument("--json", action="store_true", help="a JSON object a line")
    facts.set_defaults(command=_facts)
    check = commands.add_parser("check", help="check the knowledge")
    check.add_argument("--sources", metavar="DIR", help="folder with the articles' texts, to look every evidence fragment up")
    check.add_argument("--knowledge", metavar="DIR", help="folder to check instead of the embedded knowledge")
    check.add_argument("--stamp", action="store_true", help="note the citations found, so that answers show them as verified")
    check.set_defaults(command=_check)
    return parser


def _answering() -> "Answering":
    from mmbot.app import make_answering  # noqa: PLC0415  each command loads only what it needs
    from mmbot.knowledge.faults import BadKnowledge  # noqa: PLC0415

    try:
        return make_answering(_now)
    except BadKnowledge as error:
        raise WrongUse(f"the knowledge cannot be read: {error} Run “mmbot check”.") from error


def _now() -> datetime:
    return datetime.now().astimezone()


def _ask(options: argparse.Namespace) -> int:
    if (options.question is None) == (options.batch is None):
        raise WrongUse(
            'give one question in quotation marks, or --batch FILE. Example: mmbot ask "Moskova Antlaşması ne zaman imzalandı?"'
        )
    if options.batch is not None:
        return _ask_batch(options.batch)
    from mmbot.answering.explain import explain  # noqa: PLC0415
    from mmbot.model import Answered, Question  # noqa: PLC0415
    from mmbot.rendering import blocks, plain  # noqa: PLC0415

    answering = _answering()
    decision = answering.answer(Question(options.question))
    print(plain(blocks(answering.library, decision.answer)))
    if options.why:
        print("\n" + explain(decision))
    return OK if isinstance(decision.answer, Answered) else NOT_ANSWERED


def _ask_batch(name: str) -> int:
    import json  # noqa: PLC0415

    from mmbot.answering.decide import decide  # noqa: PLC0415

    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise WrongUse(
            f"{name} cannot be read ({error.strerror}). Give a file with a question a line, or - for standard input."
        ) from error
    answering = _answering()
    lines = data.decode("utf-8", errors="replace").replace("\r\n", "\n").removesuffix("\n").split("\n") if data else []
    for line in lines:
        answer = decide(answering.library, answering.index, line).answer
        print(json.dumps(_as_object(answering, line, answer), ensure_ascii=False))
    return OK


def _as_object(answering: "Answering", question: str, answer: "Answer") -> dict[str, Any]:
    from mmbot.model import Ambiguous, Answered, Unknown  # noqa: PLC0415
    from mmbot.rendering import blocks, plain  # noqa: PLC0415

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
        "answer": plain(blocks(answering.library, answer)),
        "facts": [fact.name for fact in facts],
        "disputed": disputed,
        "citations": _citations(citation for fact in facts for citation in fact.citations),
        "suggestions": list(suggestions),
    }


def _citations(citations: Iterable["Citation"]) -> list[dict[str, Any]]:
    return [{"source": c.source, "page": c.page, "evidence": list(c.evidence)} for c in citations]


def _chat(_options: argparse.Namespace) -> int:
    from mmbot.adapters.terminal import converse  # noqa: PLC0415

    try:
        converse(_answering(), sys.stdin, sys.stdout, prompt="> " if sys.stdin.isatty() else "")
    except KeyboardInterrupt:
        print()
    return OK


def _today(options: argparse.Namespace) -> int:
    from mmbot.daily import day  # noqa: PLC0415
    from mmbot.rendering import day_blocks, plain  # noqa: PLC0415

    month, day_of_month = _day_asked(" ".join(options.date))
    library = _answering().library
    found = day(library, month, day_of_month)
    print(plain(day_blocks(library, found)))
    return OK if found.facts and not found.nearest else NOT_ANSWERED


def _day_asked(text: str) -> tuple[int, int]:
    from mmbot.dates import find_day  # noqa: PLC0415

    if text:
        asked = find_day(text)
        if asked is None:
            raise WrongUse(f"“{text}” is no day of the year. Write 16 Mart, 16.03 or 1921-03-16.")
        return asked
    from mmbot.config import BadSettings, load  # noqa: PLC0415

    try:
        settings = load(os.environ, _configuration())
    except BadSettings as error:
        raise WrongUse(str(error)) from error
    now = datetime.now(settings.timezone)
    return now.month, now.day


def _configuration() -> str:
    name = os.environ.get("MMBOT_CONFIG")
    if not name:
        return ""
    try:
        return Path(name).read_text(encoding="utf-8")
    except OSError as error:
        raise WrongUse(f"MMBOT_CONFIG: {name} cannot be read ({error.strerror}). Correct the path, or unset it.") from error
    except UnicodeDecodeError as error:
        raise WrongUse(f"MMBOT_CONFIG: {name} is not UTF-8. Save it as UTF-8.") from error


def _facts(options: argparse.Namespace) -> int:
    import json  # noqa: PLC0415

    library = _answering().library
    for fact in library.facts.values():
        entry = library.entries[fact.entry]
        if not options.json:
            print(f"{fact.name}\t{fact.says}")
            continue
        row = {
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
                {"source": c.source, "page": c.page, "note": c.note, "evidence": list(c.evidence)} for c in fact.citations
            ],
        }
        print(json.dumps(row, ensure_ascii=False))
    return OK


def _check(options: argparse.Namespace) -> int:
    from mmbot.app import knowledge_folder  # noqa: PLC0415
    from mmbot.knowledge.check import check  # noqa: PLC0415
    from mmbot.knowledge.evidence import SourceTexts  # noqa: PLC0415
    from mmbot.knowledge.loading import write_verified  # noqa: PLC0415

    if options.stamp and not options.sources:
        raise WrongUse("--stamp notes what was found in the articles' texts. Give their folder with --sources DIR.")
    folder = Path(options.knowledge) if options.knowledge else knowledge_folder()
    if not folder.is_dir():
        raise WrongUse(f"{folder} is no folder. Give the folder that holds sources.json and the entries.")
    try:
        texts = SourceTexts(Path(options.sources)) if options.sources else None
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(f"--sources: {error}. Give the folder that holds the articles' texts (*.txt, UTF-8).") from error
    report = check(folder, texts)
    for fault in report.faults:
        print(fault, file=sys.stderr)
    for name, figure in report.figures.items():
        print(f"{name}: {figure}")
    print(f"faults: {len(report.faults)}")
    if options.stamp and texts:
        write_verified(folder, report.found)
    return NOT_ANSWERED if report.faults else OK
