"""Threads and processes that use one database at the same time, and processes that die in the middle."""

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mmbot.desk.records import Records
from mmbot.model import Person
from mmbot.store.opening import open_records
from mmbot.store.sqlite import SqliteRecords

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
ROUNDS = 150

PRELUDE = """
import sys
from datetime import UTC, datetime, timedelta
from mmbot.model import Person
from mmbot.store.opening import open_records
NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
def say(what): print(what, flush=True)
def ready(): say("ready"); sys.stdin.readline()
"""
RACES = {
    "claims": "if records.posts.claim('telegram:1', NOW.date() + timedelta(number), NOW): say(number)",
    "updates": "if records.notebook.first_times('telegram', [str(number)], NOW) == [True]: say(number)",
    "parcels": "parcel = records.outbox.take('telegram', NOW); say(parcel.body) if parcel else None",
    "waiting": "for person, place, _ in records.misses.settle([number + 1], fact='a/b'): say(person.id)",
}
KILLED = """
records = open_records(sys.argv[1])
number = int(sys.argv[2])
while True:
    number += 1
    records.posts.sent('telegram:1', NOW.date() + timedelta(number), [f'a/{fact}' for fact in range(20)])
    records.notebook.write('last', str(number))
    say(number)
"""


def run(program: str, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", PRELUDE + program, *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def said_by(program: str, url: str, *, processes: int) -> list[list[str]]:
    """What each of so many processes said, which began together."""
    running = [run(program, url) for _ in range(processes)]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = []
    for process in running:
        out, err = process.communicate(timeout=60)
        assert (err, process.returncode) == ("", 0)
        said.append(out.split())
    return said


@pytest.mark.parametrize("race", RACES)
def test_of_processes_that_race_exactly_one_wins(url: str, race: str) -> None:
    records = open_records(url)
    for number in range(ROUNDS):
        records.outbox.put("telegram", "telegram:1", str(number), NOW)
        records.misses.wait(records.misses.note(f"soru {number}", "", NOW), person=_person(number), place="telegram:1")
    program = f"records = open_records(sys.argv[1]); ready()\nfor number in range({ROUNDS}):\n    {RACES[race]}"
    said = said_by(program, url, processes=2)
    assert sorted(int(number) for won in said for number in won) == list(range(ROUNDS))
    records.close()


def _person(number: int) -> Person:
    return Person("telegram", str(number))


def test_processes_that_start_together_on_a_new_file(url: str) -> None:
    program = "ready(); records = open_records(sys.argv[1])\nfor _ in range(20): records.counts.feedback('a/1', 'date')"
    said_by(program, url, processes=6)
    records = open_records(url)
    assert records.counts.complaints() == [("a/1", "date", 120)]
    records.close()


def test_one_process_sees_at_once_what_another_wrote(url: str) -> None:
    here, there = open_records(url), open_records(url)
    here.notebook.write("a", "b")
    assert there.notebook.read("a") == "b"
    here.close()
    there.close()


def test_opening_a_file_twice_does_not_take_away_the_lock_that_protects_its_log(path: str) -> None:
    first, second = SqliteRecords(path), SqliteRecords(path)
    first.notebook.write("a", "b")
    _, err = run("open_records(sys.argv[1]).close()", f"sqlite:///{path}").communicate(timeout=60)
    assert not err
    assert Path(f"{path}-wal").exists(), "the other process took itself for the last one and threw the log away"
    assert second.notebook.read("a") == "b"
    first.close()
    second.close()


def test_every_method_can_be_called_from_any_thread(records: Records) -> None:
    def work(number: int) -> bool:
        records.counts.feedback("a/1", "date")
        records.misses.note("soru", "", NOW)
        records.people.data_of(_person(number))
        return records.posts.claim("telegram:1", NOW.date() + timedelta(number // 8), NOW)

    with ThreadPoolExecutor(8) as threads:
        won = list(threads.map(work, range(400)))
    assert sum(won) == 50
    assert records.counts.complaints() == [("a/1", "date", 400)]
    assert [miss.count for miss in records.misses.open()] == [400]


def test_what_was_returned_outlives_a_kill_and_what_was_begun_leaves_no_half(url: str) -> None:
    last = 0
    for _ in range(3):
        process = run(KILLED, url, str(last))
        assert process.stdout is not None
        for _ in range(40):
            last = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        out, _err = process.communicate()
        last = int(out.split()[-1]) if out.split() else last
        records = open_records(url)
        with records._connection.reading() as database:
            days, facts = (database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("posts", "told"))  # noqa: S608
            if url.startswith("sqlite"):
                assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        written = int(records.notebook.read("last"))
        records.close()
        assert written >= last
        assert facts == days * 20
        last = written


def test_a_parcel_that_died_with_its_process_is_not_delivered_again(url: str) -> None:
    records = open_records(url)
    records.outbox.put("telegram", "telegram:1", "x", NOW)
    process = run("records = open_records(sys.argv[1]); say(records.outbox.take('telegram', NOW).body); ready()", url)
    assert process.stdout is not None
    assert process.stdout.readline() == "x\n"
    process.kill()
    process.communicate()
    assert records.outbox.take("telegram", NOW + timedelta(hours=1)) is None
    records.close()
