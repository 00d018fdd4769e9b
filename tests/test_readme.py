"""What the two READMEs tell people to type is the same in both, and exists."""

import re
import shlex
from pathlib import Path

import pytest

from mmbot.cli import main

ROOT = Path(__file__).parents[1]
ENGLISH, TURKISH = ROOT / "README.md", ROOT / "README.tr.md"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TARGET = re.compile(r"^([a-z][\w-]*):", re.MULTILINE)
_TABLE_COMMAND = re.compile(r"^\| `([a-z]+)[^`]*` \|", re.MULTILINE)


def blocks(readme: Path) -> list[str]:
    return _BLOCK.findall(readme.read_text(encoding="utf-8"))


def lines(readme: Path) -> list[str]:
    return [line for block in blocks(readme) for line in block.splitlines()]


def commands(readme: Path) -> list[list[str]]:
    """The arguments of every ``mmbot`` command."""
    split = [shlex.split(line) for line in lines(readme)]
    return [words[1:] for words in split if words[0].endswith("mmbot")]


def understood(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> bool:
    """Whether the command line knows *arguments*: with --help it describes the command and does nothing."""
    with pytest.raises(SystemExit) as stopped:
        main([*arguments, "--help"])
    return stopped.value.code == 0 and "usage: mmbot" in capsys.readouterr().out


def test_both_readmes_have_the_same_commands_in_the_same_order() -> None:
    assert len(blocks(ENGLISH)) >= 4
    assert blocks(ENGLISH) == blocks(TURKISH)


@pytest.mark.parametrize("readme", [ENGLISH, TURKISH], ids=["english", "turkish"])
def test_every_mmbot_command_exists(readme: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = commands(readme)
    assert len(named) >= 5
    assert [arguments for arguments in named if not understood(arguments, capsys)] == []


@pytest.mark.parametrize("readme", [ENGLISH, TURKISH], ids=["english", "turkish"])
def test_the_table_of_commands_lists_every_command(readme: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = set(re.findall(r"^    ([a-z]+) ", capsys.readouterr().out, re.MULTILINE))
    assert {"ask", "chat", "today", "facts", "check"} <= listed
    assert set(_TABLE_COMMAND.findall(readme.read_text(encoding="utf-8"))) == listed


@pytest.mark.parametrize("readme", [ENGLISH, TURKISH], ids=["english", "turkish"])
def test_every_make_target_exists(readme: Path) -> None:
    targets = set(_TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", readme.read_text(encoding="utf-8"), re.MULTILINE))
    assert {"ask", "chat", "test", "check"} <= named
    assert named - targets == set()


@pytest.mark.parametrize("readme", [ENGLISH, TURKISH], ids=["english", "turkish"])
def test_every_file_named_exists(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    named = set(re.findall(r"\]\(([^)#:]+)\)", text)) | set(re.findall(r"\b(?:tests|knowledge|bench|deploy)/[\w./-]+\w", text))
    assert len(named) >= 4
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


@pytest.mark.parametrize("readme", [ENGLISH, TURKISH], ids=["english", "turkish"])
def test_the_keys_of_the_json_objects_are_told(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    keys = [
        "question",
        "outcome",
        "answer",
        "facts",
        "disputed",
        "citations",
        "suggestions",
        "entry",
        "fact",
        "kind",
        "title",
        "answers",
    ]
    keys += ["date", "says", "rank", "disputes", "source", "page", "note", "evidence"]
    assert [key for key in keys if f'"{key}"' not in text] == []
