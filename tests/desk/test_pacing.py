"""How often one may order and press: a kind word for one person too fast, no hindrance for others and for who moderates."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from desk_replies import said

from fakes import FakeClock
from mmbot.desk import dispatch
from mmbot.desk.commands import COMMANDS
from mmbot.desk.desk import Desk
from mmbot.desk.limits import Limits
from mmbot.desk.reply import Reply
from mmbot.model import Visitor
from moderated import MODERATOR, PROPOSER, World, open_world

KIND = "Biraz yavaşlayalım"


@pytest.fixture
def world(folder: Path, articles: Path, clock: FakeClock) -> Iterator[World]:
    yield from open_world(folder, articles, clock)


@pytest.mark.parametrize("command", [command.id for command in COMMANDS])
def test_every_command_asks_for_patience(desk: Desk, visitor: Visitor, other: Visitor, clock: FakeClock, command: str) -> None:
    desk.limits = Limits((2, 3.0), (100, 0.01))
    told = [dispatch.run(desk, command, "Kars", visitor) for _ in range(3)]
    assert [KIND in said(reply) for reply in told] == [False, False, True]
    assert told[-1].only_you
    assert KIND not in said(dispatch.run(desk, command, "Kars", other))
    clock.advance(seconds=3)
    assert KIND not in said(dispatch.run(desk, command, "Kars", visitor))


def test_a_place_is_not_flooded_by_many(desk: Desk, other: Visitor) -> None:
    desk.limits = Limits((100, 0.01), (3, 60.0))
    people = [replace(other, person=replace(other.person, id=str(number))) for number in range(4)]
    assert [KIND in said(dispatch.run(desk, "madde", "Kars", one)) for one in people] == [False, False, False, True]


def test_buttons_may_be_pressed_faster_but_not_for_ever(desk: Desk, visitor: Visitor, clock: FakeClock) -> None:
    told = [dispatch.press(desk, "day:03-16", visitor) for _ in range(40)]
    patient = [KIND in said(reply) for reply in told]
    assert patient == sorted(patient)
    assert 15 < patient.index(True) < 40
    assert KIND in told[-1].toast
    clock.advance(seconds=1)
    assert KIND not in said(dispatch.press(desk, "day:03-16", visitor))


def test_who_moderates_is_not_hindered_in_it(world: World) -> None:
    world.desk.limits = world.desk.press_limits = Limits((2, 60.0), (2, 60.0))
    for _ in range(5):
        assert KIND not in said(world.run("inceleme", "", MODERATOR))
        assert KIND not in said(dispatch.press(world.desk, "review:1", MODERATOR))
    for _ in range(3):
        refused = said(world.run("inceleme", "", PROPOSER))
    assert KIND in refused


def test_a_button_pressed_twice_in_impatience_answers_once(desk: Desk, visitor: Visitor, other: Visitor, clock: FakeClock) -> None:
    assert said(dispatch.press(desk, "day:03-16", visitor, "5"))
    assert dispatch.press(desk, "day:03-16", visitor, "5") == Reply()
    assert said(dispatch.press(desk, "day:03-17", visitor, "5")), "another button"
    assert said(dispatch.press(desk, "day:03-16", visitor, "6")), "another message"
    assert said(dispatch.press(desk, "day:03-16", other, "5")), "somebody else"
    clock.advance(seconds=3)
    assert said(dispatch.press(desk, "day:03-16", visitor, "5"))
