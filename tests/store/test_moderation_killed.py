"""An approval happens whole or not at all: whatever moment the process is killed at, and whoever else approves at the same time."""

import random
import signal
import time

import pytest
from test_concurrency import NOW, run, said_by

from mmbot.model import Person
from mmbot.moderation.proposals import Draft
from mmbot.store.opening import open_records

PROGRAM = """
import os, random, signal
from dataclasses import replace
from mmbot.model import Citation, Entry, Fact
from mmbot.moderation.proposals import AlreadyDecided, Draft, StaleRevision
AYSE = Person("telegram", sys.argv[2])
FACT = Fact("tanim", "ornek", ("what",), "Söz.", (Citation("s", "1", ("söz",), verified=True),))
records = open_records(sys.argv[1])
def approve(number):
    entry = f"madde-{number % 3}"
    with records.together():
        seen = records.revisions.number(entry)
        made = Entry(entry, "treaty", f"{number}", (), (replace(FACT, entry=entry),))
        records.proposals.approve(number, made, seen, AYSE, NOW, f"öneri {number}")
        records.outbox.put("telegram", "telegram:7", f"{number}", NOW)
"""
LOOP = """
while True:
    proposal = records.proposals.add(Draft("change", "x", reason="çünkü"), 0, AYSE, NOW)
    approve(proposal.id)
    say(proposal.id)
"""
# A child is killed just before its Nth statement: between any two of them.
FAULT = """
def trace(connection, told):
    if sys.argv[1].startswith("sqlite"):
        return connection._database.conn.set_trace_callback(told)
    import psycopg
    before = psycopg.Cursor.execute
    def execute(cursor, *arguments, **options):
        told()
        return before(cursor, *arguments, **options)
    psycopg.Cursor.execute = execute
number = 0
records.close()
while True:
    number += 1
    if not (child := os.fork()):
        records = open_records(sys.argv[1])
        proposal = records.proposals.add(Draft("change", "x", reason="çünkü"), 0, AYSE, NOW)
        left = number
        def count(*_):
            global left
            left -= 1
            if not left: os.kill(os.getpid(), signal.SIGKILL)
        trace(records._connection, count)
        approve(proposal.id)
        os._exit(0)
    say(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    sys.stdin.readline()
"""
RACE = """
ready()
for number in range(1, 41):
    try: approve(number)
    except AlreadyDecided: continue
    say(number)
"""


def inconsistencies(url: str) -> list[str]:
    """What is half done in the database at *url*."""
    records = open_records(url)
    with records._connection.reading() as database:
        sound = database.execute("PRAGMA integrity_check").fetchone()[0] if url.startswith("sqlite") else "ok"
        states = dict(database.execute("SELECT id, state FROM proposals").fetchall())
        told = [int(body) for (body,) in database.execute("SELECT body FROM outbox")]
    revisions = records.revisions.since(0)
    made = [revision.proposal for revision in revisions]
    numbers: dict[str, int] = {}
    wrong = [] if sound == "ok" else [sound]
    for revision in revisions:
        numbers[revision.entry.id] = numbers.get(revision.entry.id, 0) + 1
        if revision.number != numbers[revision.entry.id]:
            wrong.append(f"{revision.entry.id} {revision.number} leaves one out")
    wrong += [
        f"{id_} {state}, {made.count(id_)} revisions" for id_, state in states.items() if made.count(id_) != (state == "approved")
    ]
    wrong += [f"{id_} told {told.count(id_)}" for id_ in states if told.count(id_) != made.count(id_)]
    records.close()
    return wrong


def test_killed_at_random_moments_nothing_is_half_done(url: str) -> None:
    open_records(url).close()
    chance, last = random.Random(7), 0  # noqa: S311 - so that a failure can be seen again
    for _ in range(8):
        process = run(PROGRAM + LOOP, url, "7")
        assert process.stdout is not None
        last = max(last, int(process.stdout.readline()))
        time.sleep(chance.random() / 20)
        process.send_signal(signal.SIGKILL)
        said, _ = process.communicate()
        last = max([last, *map(int, said.split()[:-1])])  # the last line may be cut
        assert inconsistencies(url) == []
        records = open_records(url)
        assert sum(revision.proposal <= last for revision in records.revisions.since(0) if revision.proposal) >= last - 8
        records.close()
    assert last > 8


def test_killed_before_any_statement_of_an_approval(url: str) -> None:
    killing, killed = run(PROGRAM + FAULT, url, "7"), 0
    assert killing.stdout is not None
    assert killing.stdin is not None
    while killing.stdout.readline() == f"{-signal.SIGKILL}\n":
        killed += 1
        assert inconsistencies(url) == []
        killing.stdin.write("go on\n")
        killing.stdin.flush()
    killing.kill()
    killing.communicate()
    assert inconsistencies(url) == []
    records = open_records(url)
    assert 8 <= killed <= 40, "as many statements as an approval has"
    assert len(records.revisions.since(0)) == 1
    assert len(records.proposals.queue()) == killed
    records.close()


@pytest.mark.parametrize("processes", [2, 4])
def test_of_those_who_approve_the_same_proposal_exactly_one_wins(url: str, processes: int) -> None:
    records = open_records(url)
    for _ in range(40):
        records.proposals.add(Draft("change", "x", reason="çünkü"), 0, Person("telegram", "1"), NOW)
    records.close()
    said = said_by(PROGRAM.replace("sys.argv[2]", "'7'") + RACE, url, processes=processes)
    assert sorted(int(number) for won in said for number in won) == list(range(1, 41))
    assert inconsistencies(url) == []


def test_an_entry_that_two_change_at_once_is_never_overwritten_unseen(url: str) -> None:
    program = PROGRAM.replace("sys.argv[2]", "'7'") + (
        "ready()\nfor _ in range(40):\n    seen = records.revisions.number('madde')\n"
        "    try: records.revisions.append(Entry('madde', 'treaty', 'x', (), (FACT,)), seen, AYSE, NOW, ''); say(seen + 1)\n"
        "    except StaleRevision: pass\n"
    )
    said = said_by(program, url, processes=2)
    won = sorted(int(number) for each in said for number in each)
    assert won == list(range(1, len(won) + 1))
    assert len(won) >= 40
