"""The daily post: due once a day at its local time, whatever the clocks do; sent exactly once, whoever sends; telling what is new."""

import logging
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from pathlib import Path
from sqlite3 import OperationalError
from zoneinfo import ZoneInfo

import pytest
from desk_replies import said

from fakes import FakeClock
from mmbot.answering.conversation import Answering
from mmbot.app import Prepared
from mmbot.daily import Calendar
from mmbot.dates import parse_edtf
from mmbot.desk import posting
from mmbot.desk.delivery import Delivered
from mmbot.desk.desk import Desk
from mmbot.desk.posting import CATCH_UP, MOST, Due
from mmbot.desk.records import Subscription
from mmbot.desk.services import SERVICES
from mmbot.knowledge.library import Library, make_library
from mmbot.model import Citation, Entry, Fact, Source
from mmbot.store.opening import open_records
from outages import missing

SOURCES = {"topal-2018": Source("topal-2018", "Topal 2018", "")}
CITED = (Citation("topal-2018", "322", ("16 Mart",), verified=True),)
PLACE = "telegram:1"


def fact(name: str, edtf: str | None, significance: int = 2, **more: object) -> Fact:
    when = parse_edtf(edtf) if edtf else None
    return Fact(name, "olay", ("when",), f"{name} oldu.", CITED, date=when, significance=significance, **more)  # type: ignore[arg-type]


def library(*facts: Fact) -> Library:
    return make_library([Entry("olay", "event", "Olay", (), facts)], SOURCES)


def order(desk: Desk, at: str = "09:00", zone: str = "Europe/Istanbul", place: str = PLACE) -> None:
    desk.records.subscriptions.put(Subscription(place, time.fromisoformat(at), zone))


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+00:00")


def days_due(desk: Desk) -> list[date]:
    return [due.day for due in posting.due(desk)]


def post(desk: Desk, outcome: Delivered = "sent") -> list[Due]:
    """Send what is due, as an adapter does; returns what this desk was the one to send."""
    sent = []
    for due in posting.due(desk):
        if posting.prepare(desk, due) is not None:
            posting.confirm(desk, due, outcome)
            sent.append(due)
    return sent


@pytest.mark.parametrize(
    ("zone", "ordered", "now", "day"),
    [
        pytest.param("Europe/Istanbul", "09:00", "2026-03-16T05:59:59", None, id="a-second-early"),
        pytest.param("Europe/Istanbul", "09:00", "2026-03-16T06:00", "2026-03-16", id="on-the-minute"),
        pytest.param("Europe/Istanbul", "09:00", "2026-03-16T12:00", "2026-03-16", id="six-hours-late"),
        pytest.param("Europe/Istanbul", "09:00", "2026-03-16T12:00:01", None, id="too-late"),
        pytest.param("Europe/Istanbul", "23:00", "2026-03-16T20:00", "2026-03-16", id="late-in-the-evening"),
        pytest.param("Europe/Istanbul", "23:00", "2026-03-16T23:30", "2026-03-16", id="caught-up-after-midnight"),
        pytest.param("Europe/Istanbul", "23:00", "2026-03-17T02:00:01", None, id="too-late-after-midnight"),
        pytest.param("Europe/Istanbul", "00:00", "2026-03-15T21:00", "2026-03-16", id="midnight"),
        pytest.param("Europe/Istanbul", "23:59", "2025-12-31T22:00", "2025-12-31", id="over-new-year"),
        pytest.param("Europe/Istanbul", "09:00", "2024-02-29T06:00", "2024-02-29", id="leap-day"),
        pytest.param("America/Los_Angeles", "21:00", "2026-01-02T05:00", "2026-01-01", id="west"),
        pytest.param("Pacific/Kiritimati", "09:00", "2026-03-15T19:00", "2026-03-16", id="east"),
        # Berlin: the clocks go from 02.00 to 03.00 on 29 March 2026, and from 03.00 back to 02.00 on 25 October.
        pytest.param("Europe/Berlin", "02:30", "2026-03-29T01:29", None, id="left-out-hour-before"),
        pytest.param("Europe/Berlin", "02:30", "2026-03-29T01:30", "2026-03-29", id="left-out-hour"),
        pytest.param("Europe/Berlin", "02:30", "2026-10-25T00:30", "2026-10-25", id="doubled-hour-first"),
        pytest.param("Europe/Berlin", "09:00", "2026-03-29T07:00", "2026-03-29", id="summer-time"),
        pytest.param("Europe/Berlin", "09:00", "2026-03-28T08:00", "2026-03-28", id="winter-time"),
        pytest.param("Yok/Boyle", "09:00", "2026-03-16T06:00", "2026-03-16", id="zone-that-is-none-here"),
    ],
)
def test_a_post_is_due_from_its_local_time_for_six_hours(
    desk: Desk, clock: FakeClock, zone: str, ordered: str, now: str, day: str | None
) -> None:
    order(desk, ordered, zone)
    clock.now = at(now)
    assert days_due(desk) == ([date.fromisoformat(day)] if day else [])


@pytest.mark.parametrize(
    ("zone", "ordered"), [("Europe/Berlin", "02:30"), ("America/New_York", "00:00"), ("Europe/Istanbul", "23:59")]
)
def test_through_a_year_each_day_is_posted_once(desk: Desk, clock: FakeClock, zone: str, ordered: str) -> None:
    order(desk, ordered, zone)
    clock.now = at("2026-02-01T00:00")
    posted: list[date] = []
    for _ in range(5 * 365):
        clock.advance(hours=5)  # not later than CATCH_UP, and at another minute of the day each time
        for due in posting.due(desk):
            assert desk.records.posts.claim(due.place, due.day, clock.now)
            posted.append(due.day)
    assert posted == [posted[0] + timedelta(days=number) for number in range(len(posted))]
    assert len(posted) >= 379


def test_half_hourly_looks_through_the_changes_of_the_clocks_find_each_day_once(desk: Desk, clock: FakeClock) -> None:
    for number, ordered in enumerate(["00:00", "01:30", "02:00", "02:30", "03:00", "23:30"]):
        order(desk, ordered, "Europe/Berlin", f"telegram:{number}")
    for first in ("2026-03-27T00:00", "2026-10-23T00:00"):
        clock.now, posted = at(first), Counter()
        for _ in range(5 * 48):
            clock.advance(minutes=30)
            for due in posting.due(desk):
                posted[due.place, due.day] += desk.records.posts.claim(due.place, due.day, clock.now)
        days = [clock.now.date() - timedelta(days=back) for back in (1, 2, 3, 4)]
        assert [posted[f"telegram:{number}", day] for number in range(6) for day in days] == [1] * 24


def test_hours_are_counted_as_they_pass_also_by_a_clock_of_the_same_zone(desk: Desk, clock: FakeClock) -> None:
    order(desk, "00:30", "Europe/Berlin")
    clock.now = datetime(2026, 10, 25, 5, 45, tzinfo=ZoneInfo("Europe/Berlin"))  # the night had an hour more: 6 h 15 min later
    assert days_due(desk) == []
    clock.now = datetime(2026, 10, 25, 5, 15, tzinfo=ZoneInfo("Europe/Berlin"))
    assert days_due(desk) == [date(2026, 10, 25)]


def test_the_longest_overdue_comes_first(desk: Desk, clock: FakeClock) -> None:
    order(desk, "10:00", place="telegram:1")
    order(desk, "09:00", place="telegram:2")
    clock.now = at("2026-03-16T08:00")
    assert [due.place for due in posting.due(desk)] == ["telegram:2", "telegram:1"]


def test_what_was_claimed_is_not_due_any_more_and_is_not_prepared_twice(desk: Desk, clock: FakeClock) -> None:
    order(desk)
    clock.now = at("2026-03-16T06:00")
    (one,), (same,) = posting.due(desk), posting.due(desk)
    assert posting.prepare(desk, one)
    assert posting.prepare(desk, same) is None
    assert posting.due(desk) == []


def test_a_post_says_the_day_its_facts_and_quietly_how_to_end_it(desk: Desk, clock: FakeClock) -> None:
    order(desk)
    clock.now = at("2026-03-16T06:00")
    (due,) = posting.due(desk)
    reply = posting.prepare(desk, due)
    assert reply
    lines = said(reply).splitlines()
    assert lines[0] == "16 Mart"
    assert lines[1].startswith("• 16 Mart 1921 (tarihi tartışmalı): Moskova Antlaşması")
    assert sum(line.startswith("• ") for line in lines) == MOST
    assert (reply.blocks[-1].role, lines[-1]) == ("hint", "Her gün saat 09.00. Değiştirmek ya da bitirmek için: /abonelik")
    assert not (reply.buttons)
    assert not (reply.only_you)
    assert not (reply.toast)


def test_after_midnight_the_day_is_told_that_it_was_due_for(desk: Desk, clock: FakeClock) -> None:
    order(desk, "23:00")
    clock.now = at("2026-03-16T23:30")  # 02.30 of 17 March
    (due,) = posting.due(desk)
    reply = posting.prepare(desk, due)
    assert reply
    assert said(reply).startswith("16 Mart\n")


def test_a_post_is_in_the_language_of_its_subscription(desk: Desk, clock: FakeClock) -> None:
    desk.records.subscriptions.put(Subscription(PLACE, time(9), language="en"))
    clock.now = at("2026-03-16T06:00")
    (due,) = posting.due(desk)
    reply = posting.prepare(desk, due)
    assert reply
    assert said(reply).startswith("16 March\n")
    assert said(reply).endswith("\nEvery day at 09:00. To change or end it: /abonelik")


def test_what_was_sent_is_noted_with_its_facts(desk: Desk, clock: FakeClock) -> None:
    order(desk)
    clock.now = at("2026-03-16T06:00")
    (due,) = post(desk)
    assert due.facts[0] == "moskova-antlasmasi/imza-tarihi"
    assert desk.records.posts.told_since(PLACE, due.day) == frozenset(due.facts)


def test_where_the_chat_is_gone_the_subscription_ends(desk: Desk, clock: FakeClock, caplog: pytest.LogCaptureFixture) -> None:
    order(desk)
    clock.now = at("2026-03-16T06:00")
    with caplog.at_level(logging.INFO, "mmbot"):
        post(desk, "gone")
    assert desk.records.subscriptions.all() == []
    assert f"The daily post of {PLACE} has ended" in caplog.text


def test_what_could_not_be_sent_now_is_due_again(desk: Desk, clock: FakeClock) -> None:
    order(desk)
    clock.now = at("2026-03-16T06:00")
    assert len(post(desk, "later")) == 1
    clock.advance(minutes=5)
    (due,) = post(desk)
    assert due.day == date(2026, 3, 16)
    assert post(desk) == []


def test_what_is_ended_or_changed_before_it_is_sent_is_not_sent(desk: Desk, clock: FakeClock) -> None:
    order(desk)
    clock.now = at("2026-03-16T06:00")
    (due,) = posting.due(desk)
    desk.records.subscriptions.end(PLACE)
    assert posting.prepare(desk, due) is None
    order(desk, "10:00")
    assert posting.prepare(desk, due) is None
    clock.advance(hours=1)
    assert days_due(desk) == [due.day], "the claim was kept"


def test_an_error_does_not_lose_the_post(desk: Desk, clock: FakeClock) -> None:
    order(desk)
    clock.now = at("2026-03-16T06:00")
    (due,) = posting.due(desk)
    with missing(desk.records, "told"), pytest.raises(OperationalError):
        posting.prepare(desk, due)
    assert posting.prepare(desk, due)


def test_an_empty_knowledge_sends_nothing(desk: Desk, clock: FakeClock) -> None:
    desk.answering.learn(library(), desk.answering.index)
    order(desk)
    clock.now = at("2026-03-16T06:00")
    assert post(desk) == []
    assert posting.due(desk) == []


DAY = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("facts", "told", "chosen", "of_the_day"),
    [
        pytest.param([("a", "1921-03-16", 2), ("b", "1922-03-16", 5)], [], ["b", "a"], True, id="significant-first"),
        pytest.param([(name, "1921-03-16", 2) for name in "abcde"], [], ["a", "b", "c"], True, id="three-at-most"),
        pytest.param([(name, "1921-03-16", 2) for name in "abcde"], ["a", "b"], ["c", "d", "e"], True, id="not-told-yet"),
        pytest.param([("a", "1921-03-16", 5), ("b", "1921-03-16", 1)], ["a"], ["b"], True, id="no-repeat-where-there-is-a-choice"),
        pytest.param([("a", "1921-03-16", 5)], ["a"], ["a"], True, id="repeat-where-there-is-none"),
        pytest.param([("a", "1921-03-15/1921-03-18", 2), ("b", "1921-03-16", 1)], [], ["a", "b"], True, id="span"),
        pytest.param(
            [("a", "1921-03", 2), ("b", "1921-03-15", 5), ("c", "1921-03-17", 5)], [], ["a"], False, id="month-before-days"
        ),
        pytest.param([("b", "1921-03-15", 5), ("c", "1921-03-17", 5)], [], ["b"], False, id="day-before-not-day-after"),
        pytest.param([("c", "1921-03-17", 5), ("d", "1921", 1)], [], ["d"], False, id="year"),
        pytest.param([("c", "1921-03-17", 5), ("d", None, 3), ("e", None, 4), ("f", None, 2)], [], ["e"], False, id="no-date"),
        pytest.param([("c", "1921-03-17", 5), ("f", None, 2)], [], [], False, id="nothing-to-tell"),
    ],
)
def test_which_facts_are_told(
    facts: list[tuple[str, str | None, int]], told: list[str], chosen: list[str], *, of_the_day: bool
) -> None:
    calendar = Calendar(library(*(fact(*one) for one in facts)))
    found = posting.choose(calendar, DAY, lambda _: frozenset(f"olay/{name}" for name in told))
    assert ([one.id for one in found.facts], found.of_the_day) == (chosen, of_the_day)


def test_what_is_disputed_wrong_or_about_is_no_event_of_the_day() -> None:
    facts = (
        fact("a", "1921-03-16", rank="deprecated"),
        fact("b", "1921-03-16", disputes="olay/x"),
        fact("c", "1921-03-16~"),
        fact("d", "1921-03", rank="deprecated"),
        fact("e", None, 5, rank="deprecated"),
    )
    assert posting.choose(Calendar(library(*facts)), DAY, lambda _: frozenset()).facts == ()


def test_what_was_told_longest_ago_is_repeated_first() -> None:
    calendar = Calendar(library(fact("a", "1921-03"), fact("b", "1922-03")))
    told = {"olay/a": DAY - timedelta(days=20), "olay/b": DAY - timedelta(days=40)}
    found = posting.choose(calendar, DAY, lambda since: frozenset(name for name, day in told.items() if day >= since))
    assert [one.id for one in found.facts] == ["b"]


@pytest.mark.parametrize(("day", "told"), [(date(2026, 2, 28), True), (date(2028, 2, 28), False), (date(2028, 2, 29), True)])
def test_a_leap_day_is_told_on_the_28th_where_the_year_has_none(day: date, *, told: bool) -> None:
    found = posting.choose(Calendar(library(fact("a", "1920-02-29"), fact("b", "1921-06-01"))), day, lambda _: frozenset())
    assert (found.of_the_day and [one.id for one in found.facts] == ["a"]) is told


def test_for_more_than_a_year_no_post_is_missing_and_nothing_is_told_twice_within_a_year(desk: Desk, clock: FakeClock) -> None:
    order(desk)
    clock.now = at("2026-01-01T06:00:05")
    last: dict[str, date] = {}
    for _ in range(450):
        (due,) = post(desk)
        assert 0 < len(due.facts) <= MOST
        assert [name for name in due.facts if name in last and due.day - last[name] < timedelta(days=365)] == []
        last |= dict.fromkeys(due.facts, due.day)
        clock.advance(days=1)
    assert last["moskova-antlasmasi/imza-tarihi"] == date(2027, 3, 16)


# --- several who send ---------------------------------------------------------------------------------------------------


@pytest.fixture
def desks(url: str, embedded: Prepared, clock: FakeClock) -> Iterator[list[Desk]]:
    """Four desks on one database, as of four processes."""
    stores = [open_records(url) for _ in range(4)]
    yield [Desk(Answering(*embedded, clock), store, clock, ZoneInfo("Europe/Istanbul"), SERVICES) for store in stores]
    for store in stores:
        store.close()


def test_of_several_desks_one_sends(desks: list[Desk], clock: FakeClock) -> None:
    for number in range(30):
        order(desks[0], place=f"telegram:{number}")
    clock.now = at("2026-03-16T06:00")
    with ThreadPoolExecutor(8) as threads:
        sent = [due.place for dues in threads.map(post, desks * 2) for due in dues]
    assert sorted(sent) == sorted(f"telegram:{number}" for number in range(30))


def test_a_restart_sends_nothing_again(desks: list[Desk], clock: FakeClock) -> None:
    order(desks[0])
    clock.now = at("2026-03-16T06:00")
    assert len(post(desks[0])) == 1
    assert post(desks[1]) == []
    clock.advance(days=1)
    assert [due.day for due in post(desks[1])] == [date(2026, 3, 17)]


SENDER = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo
from mmbot.answering.conversation import Answering
from mmbot.app import prepare
from mmbot.desk import posting
from mmbot.desk.desk import Desk
from mmbot.desk.services import SERVICES
from mmbot.store.opening import open_records

folder, url, days = sys.argv[1:]
now = datetime.fromisoformat("2026-03-16T06:00:00+00:00")
clock = lambda: now
desk = Desk(Answering(*prepare(Path(folder)), clock), open_records(url), clock, ZoneInfo("Europe/Istanbul"), SERVICES)
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(days)):
    for due in posting.due(desk):
        if posting.prepare(desk, due):
            print(due.place, due.day, flush=True)
            posting.confirm(desk, due, "sent")
    now += timedelta(days=1)
"""
PLACES, DAYS = 12, 20


def sender(folder: Path, url: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", SENDER, str(folder), url, str(DAYS)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def finished(process: "subprocess.Popen[str]") -> list[str]:
    out, err = process.communicate("go\n", timeout=60)
    assert (err, process.returncode) == ("", 0)
    return out.splitlines()


@pytest.fixture
def ordered(url: str) -> str:
    records = open_records(url)
    for number in range(PLACES):
        records.subscriptions.put(Subscription(f"telegram:{number}", time(9)))
    records.close()
    return url


def everything() -> list[str]:
    return sorted(f"telegram:{number} {date(2026, 3, 16) + timedelta(days=day)}" for number in range(PLACES) for day in range(DAYS))


def test_two_processes_send_every_post_exactly_once(folder: Path, ordered: str) -> None:
    first, second = sender(folder, ordered), sender(folder, ordered)
    for process in (first, second):
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    sent = [*finished(first), *finished(second)]
    assert sorted(sent) == everything()


def test_a_killed_process_leaves_at_most_one_post_unsent_and_none_twice(folder: Path, ordered: str) -> None:
    killed = sender(folder, ordered)
    assert killed.stdin
    assert killed.stdout
    killed.stdin.write("go\n")
    killed.stdin.flush()
    sent = [killed.stdout.readline().strip() for _ in range(PLACES * DAYS // 3)]
    killed.send_signal(signal.SIGKILL)
    sent += killed.stdout.read().splitlines()  # communicate() would leave out what readline() has fetched beyond its line
    killed.communicate(timeout=60)
    sent += finished(sender(folder, ordered))
    assert len(sent) == len(set(sent))
    assert len(set(everything()) - set(sent)) <= 1
    assert set(sent) <= set(everything())


def test_catch_up_is_shorter_than_a_day() -> None:
    """Otherwise two posts of one place could be due at once."""
    assert timedelta(hours=23) > CATCH_UP
