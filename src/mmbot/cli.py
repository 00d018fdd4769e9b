"""The command line. Exit status 0: answered; 1: not answered, or faults found; 2: wrong use or configuration."""

import argparse
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from mmbot import __version__

if TYPE_CHECKING:
    from mmbot.answering.conversation import Answering
    from mmbot.config import Settings
    from mmbot.dates import Period
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
    commands.add_parser("run", help="serve every platform whose token is set").set_defaults(command=_serve)
    doctor = commands.add_parser("doctor", help="look at configuration, tokens, database, clock and knowledge")
    doctor.add_argument("--alive", action="store_true", help="only whether “mmbot run” gave a sign of life in the last two minutes")
    doctor.set_defaults(command=_doctor)
    _add_keeping(commands)
    return parser


def _add_keeping(commands: "argparse._SubParsersAction[_Parser]") -> None:
    export = commands.add_parser("export", help="write what is live to knowledge files, always in the same bytes")
    export.add_argument(
        "--to", metavar="DIR", type=Path, help="the folder “knowledge” of a clone, or a new one; this repository's unless given"
    )
    export.add_argument(
        "--patches", metavar="DIR", type=Path, help="leave the files; write a patch for “git am” for each approved revision"
    )
    export.add_argument(
        "--since", metavar="REVISION", type=int, default=0, help="only what was revised after this one (export prints the last)"
    )
    export.set_defaults(command=_export)
    taking = commands.add_parser("import", help="make revisions of what knowledge files say otherwise than what is live")
    taking.add_argument("folder", metavar="DIR", nargs="?", type=Path, help="the program's own knowledge unless given")
    taking.add_argument("--dry-run", action="store_true", help="only tell what would be added, changed and refused")
    taking.set_defaults(command=_import)
    backup = commands.add_parser("backup", help="copy the database, also while “mmbot run” uses it")
    backup.add_argument("file", metavar="FILE", type=Path, help="the new file")
    backup.set_defaults(command=_backup)
    restore = commands.add_parser("restore", help="make the database from a backup; mmbot must be stopped")
    restore.add_argument("file", metavar="FILE", type=Path, help="what “backup” wrote")
    restore.add_argument("--replace", action="store_true", help="put it in place of the database, which is kept beside it")
    restore.set_defaults(command=_restore)


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
    from mmbot.app import make_terminal_desk  # noqa: PLC0415

    settings = _settings()
    with _said_plainly(), suppress(KeyboardInterrupt):
        desk = make_terminal_desk(settings, _now)
        try:
            converse(desk, sys.stdin, sys.stdout, prompt="> " if sys.stdin.isatty() else "")
        finally:
            desk.records.close()
    return OK


def _today(options: argparse.Namespace) -> int:
    from mmbot.daily import Calendar  # noqa: PLC0415
    from mmbot.desk.chronology import tell  # noqa: PLC0415
    from mmbot.desk.days import tell_day  # noqa: PLC0415
    from mmbot.desk.days_texts import NOTHING  # noqa: PLC0415
    from mmbot.rendering import plain  # noqa: PLC0415

    period = _day_asked(" ".join(options.date))
    calendar = Calendar(_answering().library)
    if period.day:
        told = tell_day(calendar, period, "tr", whole=True)
        print(plain(told.blocks))
        return OK if told.found else NOT_ANSWERED
    events = tell(calendar, period, "tr")
    print(plain(events) if events else NOTHING.to(period=period.written()))
    return OK if events else NOT_ANSWERED


def _day_asked(text: str) -> "Period":
    from mmbot.dates.periods import every_year, read_period  # noqa: PLC0415

    today = datetime.now(_settings().timezone).date()
    period = read_period(text, today) if text.strip() else every_year(today)
    if period is None:
        raise WrongUse(f"“{text}” is no date. Write 16 Mart, 16.03.1921, dün, Mart 1921, 1921 or 18-26 Nisan 1920.")
    return period


def _settings() -> "Settings":
    from mmbot.config import BadSettings, load  # noqa: PLC0415

    try:
        return load(os.environ, _configuration())
    except BadSettings as error:
        raise WrongUse(str(error)) from error


def _serve(_options: argparse.Namespace) -> int:
    from mmbot import operating  # noqa: PLC0415
    from mmbot.store.broken import StoreAway  # noqa: PLC0415

    settings = _settings()
    with _said_plainly():
        try:
            return OK if operating.run(settings, _now) else WRONG_USE
        except StoreAway as error:  # not WRONG_USE, after which a supervisor does not start it again
            print(f"mmbot: {error}", file=sys.stderr)
            return NOT_ANSWERED


def _doctor(options: argparse.Namespace) -> int:
    from mmbot import operating  # noqa: PLC0415

    settings = _settings()
    with _said_plainly():
        return OK if (operating.alive(settings, _now) if options.alive else operating.doctor(settings)) else NOT_ANSWERED


def _export(options: argparse.Namespace) -> int:
    from mmbot import publishing  # noqa: PLC0415

    settings = _settings()
    with _said_plainly():
        if options.patches:
            well = publishing.export_patches(settings, options.to, options.patches, since=options.since)
        else:
            well = publishing.export(settings, options.to, since=options.since)
    return OK if well else NOT_ANSWERED


def _import(options: argparse.Namespace) -> int:
    from mmbot import publishing  # noqa: PLC0415

    settings = _settings()
    with _said_plainly():
        return OK if publishing.import_(settings, _now, options.folder, dry_run=options.dry_run) else NOT_ANSWERED


def _backup(options: argparse.Namespace) -> int:
    from mmbot import keeping  # noqa: PLC0415

    settings = _settings()
    with _said_plainly():
        keeping.backup(settings, options.file)
    return OK


def _restore(options: argparse.Namespace) -> int:
    from mmbot import keeping  # noqa: PLC0415

    settings = _settings()
    with _said_plainly():
        keeping.restore(settings, _now, options.file, replace=options.replace)
    return OK


@contextmanager
def _said_plainly() -> Iterator[None]:
    """What an operator can mend is one line, not a traceback."""
    from mmbot.config import BadSettings  # noqa: PLC0415
    from mmbot.knowledge.faults import BadKnowledge  # noqa: PLC0415
    from mmbot.operating import NothingToServe  # noqa: PLC0415
    from mmbot.publishing import CannotPublish  # noqa: PLC0415
    from mmbot.store.broken import StoreBroken  # noqa: PLC0415

    try:
        yield
    except BadKnowledge as error:
        raise WrongUse(f"the knowledge cannot be read: {error} Run “mmbot check”.") from error
    except (BadSettings, StoreBroken, NothingToServe, CannotPublish) as error:
        raise WrongUse(str(error)) from error


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
