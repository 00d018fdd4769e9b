"""Everything that can be typed: the commands, their arguments, their help."""

import argparse
from pathlib import Path
from typing import NoReturn, TypeAlias

from mmbot import __version__
from mmbot.cli.outcome import WrongUse

_EXAMPLE = 'Example: mmbot ask "Moskova Antlaşması ne zaman imzalandı?"   More of a command: mmbot COMMAND --help'


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command."""
        raise WrongUse(f"{message}. See “{self.prog} --help”.")


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"  # noqa: SLF001  argparse has no public name for it


def _revision(typed: str) -> int:
    """*typed* as a revision's number."""
    if not (typed.isascii() and typed.isdigit()):
        raise argparse.ArgumentTypeError(f"“{typed}” is no revision's number, such as 12")
    return int(typed)


def make_parser() -> argparse.ArgumentParser:
    """A parser whose options name the function of the command: ``command``, in ``mmbot.cli.<module>``. Raises WrongUse."""
    parser = _Parser(prog="mmbot", description="Cited answers about the Turkish National Struggle, 1917–1930.", epilog=_EXAMPLE)
    parser.add_argument("--version", action="version", version=f"mmbot {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_asking(commands)
    _add_knowledge(commands)
    _add_serving(commands)
    _add_publishing(commands)
    _add_keeping(commands)
    return parser


def _add_asking(commands: _Commands) -> None:
    ask = commands.add_parser("ask", help="answer one question, or a file of them")
    ask.add_argument("question", nargs="?", help="a question in Turkish or English")
    ask.add_argument("--batch", metavar="FILE", help="a question a line in (- for standard input), a JSON object a line out")
    ask.add_argument("--why", action="store_true", help="show how the answer was found")
    ask.set_defaults(module="asking", command="ask")
    chat = commands.add_parser("chat", help="a conversation in the terminal")
    chat.set_defaults(module="chatting", command="chat")
    today = commands.add_parser("today", help="what happened on a day of the year")
    today.add_argument("date", nargs="*", help="such as 16 Mart, 16.03.1921 or 1921-03-16; today unless given")
    today.set_defaults(module="days", command="today")


def _add_knowledge(commands: _Commands) -> None:
    facts = commands.add_parser("facts", help="every fact of the knowledge")
    facts.add_argument("--json", action="store_true", help="a JSON object a line")
    facts.set_defaults(module="knowledge", command="facts")
    check = commands.add_parser("check", help="check the knowledge")
    check.add_argument("--sources", metavar="DIR", help="folder with the articles' texts, to look every evidence fragment up")
    check.add_argument("--knowledge", metavar="DIR", help="folder to check instead of the embedded knowledge")
    check.add_argument("--stamp", action="store_true", help="note the citations found, so that answers show them as verified")
    check.set_defaults(module="knowledge", command="check")


def _add_serving(commands: _Commands) -> None:
    run = commands.add_parser("run", help="serve every platform whose token is set")
    run.set_defaults(module="operator", command="run")
    doctor = commands.add_parser("doctor", help="look at configuration, tokens, database, clock and knowledge")
    doctor.add_argument("--alive", action="store_true", help="only whether “mmbot run” gave a sign of life in the last two minutes")
    doctor.set_defaults(module="operator", command="doctor")


def _add_publishing(commands: _Commands) -> None:
    export = commands.add_parser("export", help="write what is live to knowledge files, always in the same bytes")
    export.add_argument(
        "--to", metavar="DIR", type=Path, help="the folder “knowledge” of a clone, or a new one; this repository's unless given"
    )
    export.add_argument(
        "--patches", metavar="DIR", type=Path, help="leave the files; write a patch for “git am” for each approved revision"
    )
    export.add_argument(
        "--since",
        metavar="REVISION",
        type=_revision,
        default=0,
        help="only what was revised after this one (export prints the last)",
    )
    export.set_defaults(module="operator", command="export")
    taking = commands.add_parser("import", help="make revisions of what knowledge files say otherwise than what is live")
    taking.add_argument("folder", metavar="DIR", nargs="?", type=Path, help="the program's own knowledge unless given")
    taking.add_argument("--dry-run", action="store_true", help="only tell what would be added, changed and refused")
    taking.set_defaults(module="operator", command="import_")


def _add_keeping(commands: _Commands) -> None:
    backup = commands.add_parser("backup", help="copy the database, also while “mmbot run” uses it")
    backup.add_argument("file", metavar="FILE", type=Path, help="the new file")
    backup.set_defaults(module="operator", command="backup")
    restore = commands.add_parser("restore", help="make the database from a backup; mmbot must be stopped")
    restore.add_argument("file", metavar="FILE", type=Path, help="what “backup” wrote")
    restore.add_argument("--replace", action="store_true", help="put it in place of the database, which is kept beside it")
    restore.set_defaults(module="operator", command="restore")
