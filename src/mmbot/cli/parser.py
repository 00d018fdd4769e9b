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


def _add(commands: _Commands, name: str, module: str, told: str) -> _Parser:
    """A command that is carried out by the function of its name in *module*; *told*: what “--help” says of it."""
    parser = commands.add_parser(name, help=told)
    parser.set_defaults(module=module, command="import_" if name == "import" else name)  # Python has taken “import”
    return parser


def _add_asking(commands: _Commands) -> None:
    ask = _add(commands, "ask", "asking", "answer one question, or a file of them")
    ask.add_argument("question", nargs="?", help="a question in Turkish or English")
    ask.add_argument("--batch", metavar="FILE", help="a question a line in (- for standard input), a JSON object a line out")
    ask.add_argument("--why", action="store_true", help="show how the answer was found")
    _add(commands, "chat", "chatting", "a conversation in the terminal")
    today = _add(commands, "today", "days", "what happened on a day of the year")
    today.add_argument("date", nargs="*", help="such as 16 Mart, 16.03.1921 or 1921-03-16; today unless given")


def _add_knowledge(commands: _Commands) -> None:
    facts = _add(commands, "facts", "knowledge", "every fact of the knowledge")
    facts.add_argument("--json", action="store_true", help="a JSON object a line")
    check = _add(commands, "check", "knowledge", "check the knowledge")
    check.add_argument("--sources", metavar="DIR", help="folder with the articles' texts, to look every evidence fragment up")
    check.add_argument("--knowledge", metavar="DIR", help="folder to check instead of the embedded knowledge")
    check.add_argument("--stamp", action="store_true", help="note the citations found, so that answers show them as verified")


def _add_serving(commands: _Commands) -> None:
    _add(commands, "run", "serving", "serve every platform whose token is set")
    doctor = _add(commands, "doctor", "health", "look at configuration, tokens, database, clock and knowledge")
    doctor.add_argument("--alive", action="store_true", help="only whether “mmbot run” gave a sign of life in the last two minutes")


def _add_publishing(commands: _Commands) -> None:
    export = _add(commands, "export", "operator", "write what is live to knowledge files, always in the same bytes")
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
    taking = _add(commands, "import", "operator", "make revisions of what knowledge files say otherwise than what is live")
    taking.add_argument("folder", metavar="DIR", nargs="?", type=Path, help="the program's own knowledge unless given")
    taking.add_argument("--dry-run", action="store_true", help="only tell what would be added, changed and refused")


def _add_keeping(commands: _Commands) -> None:
    backup = _add(commands, "backup", "operator", "copy the database, also while “mmbot run” uses it")
    backup.add_argument("file", metavar="FILE", type=Path, help="the new file")
    restore = _add(commands, "restore", "operator", "make the database from a backup; mmbot must be stopped")
    restore.add_argument("file", metavar="FILE", type=Path, help="what “backup” wrote")
    restore.add_argument("--replace", action="store_true", help="put it in place of the database, which is kept beside it")
