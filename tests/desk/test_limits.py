"""How often one may ask: some at once, then one after the seconds that were told, person and place apart."""

from datetime import UTC, datetime, timedelta

import pytest

from mmbot.desk.limits import MOST_BUCKETS, Limits, unlimited

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


def test_some_at_once_then_one_after_the_seconds_told() -> None:
    some = Limits(person=(3, 5.0), place=(100, 0.1))
    assert [some.wait("p", "c", NOW) for _ in range(4)] == [0, 0, 0, 5]
    assert some.wait("p", "c", NOW + timedelta(seconds=2)) == 3
    assert some.wait("p", "c", NOW + timedelta(seconds=5)) == 0
    assert some.wait("p", "c", NOW + timedelta(seconds=5)) == 5


@pytest.mark.parametrize("step", [0.1, 0.3, 0.7, 1 / 3, 0.001])
def test_asking_again_and_again_does_not_make_one_wait_longer_than_told(step: float) -> None:
    some = Limits(person=(1, 3.0), place=(100, 0.1))
    assert some.wait("p", "c", NOW) == 0
    told, waited = some.wait("p", "c", NOW), 0.0
    while waited + step < told - 0.01:
        waited += step
        assert some.wait("p", "c", NOW + timedelta(seconds=waited)) >= 1
    assert some.wait("p", "c", NOW + timedelta(seconds=told)) == 0


def test_a_place_fills_up_by_all_who_ask_there() -> None:
    some = Limits(person=(2, 60.0), place=(3, 10.0))
    assert [some.wait(f"p{n}", "group", NOW) for n in range(4)] == [0, 0, 0, 10]
    assert some.wait("p3", "elsewhere", NOW) == 0  # what was refused has not been counted against him


def test_a_person_is_the_same_in_every_place() -> None:
    some = Limits(person=(2, 60.0), place=(3, 10.0))
    assert [some.wait("p", place, NOW) for place in "abc"] == [0, 0, 60]


def test_a_clock_that_is_set_back_locks_nobody_out() -> None:
    some = Limits(person=(1, 3.0), place=(9, 1.0))
    assert some.wait("p", "c", NOW) == 0
    assert some.wait("p", "c", NOW - timedelta(hours=1)) == 3
    assert some.wait("p", "c", NOW - timedelta(hours=1) + timedelta(seconds=3)) == 0


def test_only_so_many_are_remembered() -> None:
    some, many = Limits(person=(1, 3.0), place=(1_000_000, 0.1)), MOST_BUCKETS + 50
    assert all(some.wait(f"p{n}", "c", NOW) == 0 for n in range(many))
    assert len(some._buckets) == MOST_BUCKETS
    assert some.wait(f"p{many - 1}", "c", NOW) == 3


def test_in_a_terminal_nobody_waits() -> None:
    some = unlimited()
    assert not any(some.wait("p", "c", NOW) for _ in range(1_000))
