"""The command line as a person or a program meets it: what it prints, where, and with which exit status."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from mmbot.app import Prepared
from mmbot.cli import main
from mmbot.daily import day_table
from mmbot.dates import day_and_month

WHEN = "Moskova Antlaşması ne zaman imzalandı?"
NOT_KNOWN = "Varşova Paktı ne zaman kuruldu?"
ASKED_BACK = "Bekir Sami kimdir?"  # which of the two is not said
Capture = pytest.CaptureFixture[str]


def environment(**more: str) -> dict[str, str]:
    """The test's own environment without what changes how Python writes, and without mmbot's settings."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED" and not name.startswith("MMBOT")}
    # What every UTF-8 locale but C.UTF-8 gives: standard input is read strictly.
    return kept | {"PYTHONIOENCODING": "utf-8:strict"} | more


def run(
    *arguments: str | bytes, typed: str | bytes = b"", env: dict[str, str] | None = None, folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the real command, in *folder* where one is given."""
    data = typed.encode() if isinstance(typed, str) else typed
    command: list[str | bytes] = [sys.executable, "-m", "mmbot", *arguments]
    done = subprocess.run(command, input=data, capture_output=True, cwd=folder, env=env or environment(), check=False, timeout=120)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def status(*arguments: str) -> int:
    """The exit status of a command carried out here."""
    try:
        return main(arguments)
    except SystemExit as stopped:
        return int(stopped.code or 0)


def answers(*arguments: str, typed: str | bytes = b"") -> list[dict[str, object]]:
    done = run(*arguments, typed=typed)
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.split("\n")[:-1]]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["ask", WHEN], 0), (["ask", NOT_KNOWN], 1), (["ask", ASKED_BACK], 1), (["ask", ""], 1),
        (["today", "16", "Mart"], 0), (["today", "1921-03-16"], 0), (["today", "16.03"], 0),
        (["facts"], 0), (["facts", "--json"], 0), (["check"], 0), (["--help"], 0), (["--version"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)  # fmt: skip
def test_exit_status(capsys: Capture, arguments: list[str], expected: int) -> None:
    assert status(*arguments) == expected
    printed = capsys.readouterr()
    assert printed.out.strip()
    assert printed.err == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "COMMAND"), (["aks", WHEN], "ask"), (["ask"], "one question"), (["ask", "iki", "soru"], "soru"), (["ask", "--wy", "x"], "--wy"),
        (["ask", WHEN, "--batch", "x"], "--batch"), (["ask", "--batch", "/yok/sorular.txt"], "/yok/sorular.txt"),
        (["ask", "--batch", "/"], "cannot be read"), (["today", "31", "Nisan"], "31 Nisan"), (["today", "yok"], "yok"),
        (["today", "29 Şubat 1921"], "29 Şubat 1921"), (["check", "--sources", "/yok"], "/yok"), (["check", "--knowledge", "/yok"], "/yok"),
    ],
    ids=lambda value: " ".join(value) or "nothing" if isinstance(value, list) else "",
)  # fmt: skip
def test_wrong_use_is_said_in_one_line(capsys: Capture, arguments: list[str], said: str) -> None:
    assert status(*arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("mmbot: ")
    assert printed.err.count("\n") == 1
    assert said in printed.err


def test_ask_prints_the_answer_and_its_citation() -> None:
    done = run("ask", WHEN)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.match(r"(?s).*16 Mart 1921.*\nKaynak: .*Topal 2018, s\. [\d, ]*322[^\n]*\n$", done.stdout)


def test_why_shows_type_entities_scores_and_runner_up(capsys: Capture) -> None:
    assert status("ask", "--why", WHEN) == 0
    shown = capsys.readouterr().out
    wanted = ("Kaynak: ", "type: when", "entities: moskova-antlasmasi", "best: moskova-antlasmasi/imza-tarihi ", "next: ")
    assert [part for part in wanted if part not in shown] == []


KEYS = {"question": str, "outcome": str, "answer": str, "facts": list, "disputed": bool, "citations": list, "suggestions": list}


def test_batch_answers_every_line_in_order(tmp_path: Path) -> None:
    lines = [WHEN.encode(), b"", NOT_KNOWN.encode(), b"\xff nedir?", ASKED_BACK.encode(), b" ", b"qz\x00wx\x1b", "👨‍👩‍👧".encode()]  # fmt: skip
    (tmp_path / "sorular.txt").write_bytes(b"\n".join(lines) + b"\n")
    rows = answers("ask", "--batch", str(tmp_path / "sorular.txt"))
    assert [row["question"] for row in rows] == [line.decode(errors="replace") for line in lines]
    assert [row["outcome"] for row in rows] == ["answered", *["unknown"] * 3, "ambiguous", *["unknown"] * 3]
    for row in rows:
        assert {key: type(value) for key, value in row.items()} == KEYS
        assert all(isinstance(text, str) for name in ("facts", "suggestions") for text in row[name])  # type: ignore[attr-defined]
    assert rows[0]["facts"] == ["moskova-antlasmasi/imza-tarihi", "moskova-antlasmasi/imza-tarihi-18-mart"]
    assert rows[0]["disputed"] is True
    assert all(set(cited) == {"source", "page", "evidence"} for cited in rows[0]["citations"])  # type: ignore[attr-defined]
    assert "Topal 2018" in str(rows[0]["answer"])
    assert len(rows[4]["suggestions"]) >= 2  # type: ignore[arg-type]
    assert answers("ask", "--batch", "-", typed=b"\n".join(lines)) == rows


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\x85"], ids=ascii)
def test_only_a_line_feed_ends_a_question_of_a_batch(sign: str) -> None:
    rows = answers("ask", "--batch", "-", typed=f"Moskova{sign}Antlaşması ne zaman imzalandı?\r\nKars nedir?\r\n")
    assert len(rows) == 2
    assert rows[1]["question"] == "Kars nedir?"


def test_facts_as_json_are_all_facts(capsys: Capture, embedded: Prepared) -> None:
    assert status("facts", "--json") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.split("\n")[:-1]]
    assert [f"{row['entry']}/{row['fact']}" for row in rows] == list(embedded[0].facts)
    types = {"answers": (list,), "citations": (list,), "date": (str, type(None)), "disputes": (str, type(None))}
    for row in rows:
        assert list(row) == ["entry", "fact", "kind", "title", "answers", "date", "says", "rank", "disputes", "citations"]
        assert [key for key, value in row.items() if type(value) not in types.get(key, (str,))] == []
        assert row["rank"] in {"preferred", "normal", "deprecated"}
        assert row["disputes"] is None or row["disputes"] in embedded[0].facts
        assert row["citations"]
        assert all(list(cited) == ["source", "page", "note", "evidence"] and cited["evidence"] for cited in row["citations"])


def test_today_shows_the_events_of_the_day(capsys: Capture) -> None:
    assert status("today", "16 Mart") == 0
    heading, first, *_ = capsys.readouterr().out.splitlines()
    assert heading == "16 Mart"
    assert re.match(r"• 16 Mart 1921.*Moskova Antlaşması.*\(Kaynak: .*\)$", first)


def test_today_without_an_event_shows_the_nearest_days_and_says_so(capsys: Capture, embedded: Prepared) -> None:
    empty = next(when for when in ((1, number) for number in range(1, 32)) if when not in day_table(embedded[0]))
    assert status("today", day_and_month(*empty)) == 1
    heading, *events = capsys.readouterr().out.splitlines()
    assert heading == f"{day_and_month(*empty)} gününe ait kayıtlı olay yok. En yakın günler:"
    assert len(events) == 2


def test_check_of_good_and_of_broken_knowledge(capsys: Capture, folder: Path, articles: Path) -> None:
    arguments = ["check", "--knowledge", str(folder), "--sources", str(articles)]
    assert status(*arguments) == 0
    assert capsys.readouterr().out.endswith("faults: 0\n")
    path = folder / "treaty" / "ornek-antlasmasi.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("answers: [when]", "anwers: [when]"), encoding="utf-8")
    assert status(*arguments) == 1
    printed = capsys.readouterr()
    assert "treaty/ornek-antlasmasi.yaml:12: " in printed.err
    assert "Did you mean “answers”" in printed.err
    assert "faults: 2\n" in printed.out


@pytest.mark.parametrize(
    "name", ["knowledge/sources.json", "knowledge/verified.json", "knowledge/vocabulary.yaml", "articles/ornek-2000.txt"]
)
def test_check_names_a_file_that_cannot_be_read(folder: Path, articles: Path, name: str) -> None:
    (folder.parent / name).write_bytes(b"\xff{[")
    done = run("check", "--knowledge", str(folder), "--sources", str(articles))
    assert done.returncode in {1, 2}
    assert Path(name).name in done.stderr
    assert "Traceback" not in done.stderr


def test_chat_understands_follow_ups() -> None:
    done = run("chat", typed=f"{WHEN}\npeki kim imzaladı?\nnerede?\n")
    assert (done.returncode, done.stderr) == (0, "")
    welcome_and_when, who, where, bye = done.stdout.strip().split("\n\n")
    assert "16 Mart 1921" in welcome_and_when
    assert re.search(r"Moskova Antlaşması.*imza", who)
    assert "Moskova'da" in where
    assert bye == "Hoşça kalın."


@pytest.mark.parametrize("question", [ASKED_BACK, "Fenerbahçe ne zaman kuruldu?"], ids=["asked-back", "not-known"])
def test_chat_takes_a_choice_by_its_number(question: str) -> None:
    assert re.search(r"(?s)\n  2\. .*\n\n.*\nKaynak: ", run("chat", typed=f"{question}\n2\n").stdout)


ODD = {
    "empty": "", "spaces": "   ", "long": "a" * 10_000, "long-words": "Moskova " * 1_250, "nul": "qw\x00xz nedir?",
    "control": "\x07\x1b[31mqwxz\x7f\x9b", "emoji": "👨‍👩‍👧‍👦🏳️‍🌈", "right-to-left": "\u202eqwxz\u202c", "zero-width": "\u200b\u200d\ufeff",
    "sql": "'; DROP TABLE x;--", "format": "%s {0} {words}", "surrogate": "\ud83d nedir", "digits": "9" * 500, "tags": "x\U000e0041",
}  # fmt: skip


def sensible(reply: str) -> bool:
    """One line of ours first, nothing in it that a terminal would obey, and not long."""
    harmless = all(unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co"} for sign in reply.replace("\n", ""))
    return harmless and bool(re.match(r"\S.*[.?:]$", reply, re.MULTILINE)) and len(reply) < 1_500


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_questions_get_a_sensible_line(capsys: Capture, text: str) -> None:
    assert status("ask", text) == 1
    printed = capsys.readouterr()
    assert sensible(printed.out.rstrip("\n")), ascii(printed.out)
    assert printed.err == ""


def test_chat_goes_on_after_odd_lines() -> None:
    odd = [text.encode(errors="surrogatepass") for text in ODD.values() if text.strip()] + [b"\xff\xfe"]
    done = run("chat", typed=b"\n".join([*odd, WHEN.encode()]) + b"\n")
    assert (done.returncode, done.stderr) == (0, "")
    welcome, rest = done.stdout.split("\n", maxsplit=1)
    *replies, known, bye = rest.strip().split("\n\n")
    assert welcome.startswith("mmbot")
    assert len(replies) == len(odd)
    assert [ascii(reply) for reply in replies if not sensible(reply)] == []
    assert "16 Mart 1921" in known
    assert bye == "Hoşça kalın."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "--to", "{file}"], "--to: {file} is no folder"), (["export", "--to", "{file}/x"], "cannot be used"),
        (["export", "--patches", "{file}"], "--patches: {file} cannot be used"), (["export", "--patches", "p", "--to", "{file}"], "--to: {file} is no folder"),
        (["export", "--since", "-1"], "“-1” is no revision's number"), (["import", "{file}"], "{file} is no folder"), (["import", "/yok"], "/yok"),
        (["backup", "{file}"], "the file exists"), (["backup", "/yok/x"], "no such file"), (["restore", "{file}"], "no SQLite database"),
        (["restore", "/yok"], "no such file"), (["run"], "no platform is configured"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_what_the_operator_can_mend_is_said_in_one_line(tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "file").write_bytes(b"\xff" * 5000)
    given = [argument.format(file=tmp_path / "file") for argument in arguments]
    done = run(*given, env=environment(MMBOT_DATABASE_URL=f"sqlite:///{tmp_path}/mmbot.db"), folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"(no database at .*\n)?mmbot: .*\n", done.stderr)
    assert said.format(file=tmp_path / "file") in done.stderr


@pytest.mark.parametrize("arguments", [["ask", WHEN], ["facts"], ["check"], ["chat"], ["--help"]], ids=lambda words: words[0])
@pytest.mark.parametrize("read", [0, 1], ids=["at-once", "after-a-line"])
def test_a_reader_that_goes_is_no_fault(arguments: list[str], read: int) -> None:
    command = [sys.executable, "-m", "mmbot", *arguments]
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment(), **pipes) as process:
        assert process.stdout
        assert process.stderr
        assert all(process.stdout.readline() for _ in range(read))
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in {0, 141}  # 141: ended by SIGPIPE, as other commands are


@pytest.mark.parametrize("variable", ["XDG_CACHE_HOME", "HOME"])
def test_without_a_folder_to_write_to_it_answers_all_the_same(tmp_path: Path, variable: str) -> None:
    (tmp_path / "file").write_text("in the way of a folder", encoding="utf-8")
    env = {name: value for name, value in environment().items() if name != "XDG_CACHE_HOME"}
    done = run("ask", WHEN, env=env | {variable: str(tmp_path / "file")})
    assert (done.returncode, done.stderr) == (0, "")
    assert "16 Mart 1921" in done.stdout
