"""“/bağla” and “/yetki”."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fakes import FakeClock
from mmbot.model import Visitor
from mmbot.moderation.roles import role_of
from moderated import ANOTHER, CHIEF, MODERATOR, PROPOSER, World, in_group, open_world, said


@pytest.fixture
def world(folder: Path, articles: Path, clock: FakeClock) -> Iterator[World]:
    yield from open_world(folder, articles, clock)


def code_for(world: World, visitor: Visitor) -> str:
    found = re.search(r"Kodunuz: (\S+)", said(world.run("bağla", "", visitor)))
    assert found
    return found[1]


def role(world: World, visitor: Visitor) -> str:
    return role_of(visitor, world.moderation.policy, world.records.accounts)


def test_two_accounts_of_one_person(world: World) -> None:
    assert role(world, PROPOSER) == "proposer"
    linked = world.run("bagla", code_for(world, MODERATOR), PROPOSER)
    assert "discord:42" in said(linked)
    assert role(world, PROPOSER) == "moderator"
    again = world.run("bağla", "", PROPOSER)
    assert "Bağlı hesaplarınız: telegram:7, discord:42" in said(again)
    assert "çözüldü" in said(world.press(again, "Bağlantıyı çöz", PROPOSER))
    assert role(world, PROPOSER) == "proposer"


def test_a_code_is_given_only_in_private(world: World) -> None:
    assert "Kodunuz" not in said(world.run("bağla", "", in_group(MODERATOR)))


@pytest.mark.parametrize("spoilt", ["used", "late", "wrong", "own", "nonsense"])
def test_a_code_that_does_not_hold(world: World, spoilt: str) -> None:
    code = code_for(world, MODERATOR)
    visitor = MODERATOR if spoilt == "own" else PROPOSER
    if spoilt == "used":
        world.run("bağla", code, ANOTHER)
    if spoilt == "late":
        world.clock.advance(minutes=11)
    typed = {"wrong": code[:-1] + ("a" if code[-1] != "a" else "b"), "nonsense": "'; DROP TABLE links;--"}.get(spoilt, code)
    assert "yenisini alın" in said(world.run("bağla", typed, visitor)) or spoilt == "own"
    assert role(world, PROPOSER) == "proposer"


def test_guessing_codes_runs_into_the_limit(world: World) -> None:
    code = code_for(world, MODERATOR)
    for _ in range(20):
        world.run("bağla", "aaaa-bbbb-cccc", PROPOSER)
    assert "yavaşlayalım" in said(world.run("bağla", code, PROPOSER))
    assert role(world, PROPOSER) == "proposer"


@pytest.mark.parametrize("command", ["bağla"])
def test_an_account_that_many_share_is_not_linked(world: World, command: str) -> None:
    anonymous = replace(in_group(PROPOSER, "admin"), anonymous=True)
    assert "özel mesajla" in said(world.run(command, code_for(world, MODERATOR), anonymous))


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("telegram:7 moderatör", "moderator"),
        ("telegram:7 MODERATOR", "moderator"),
        ("yönetici telegram:7", "administrator"),
        ("telegram:7 okur", "reader"),
        ("telegram:7 kral", "proposer"),
        ("7 moderatör", "proposer"),
        ("", "proposer"),
    ],
)
def test_roles_are_given_in_chat(world: World, typed: str, after: str) -> None:
    reply = world.run("yetki", typed, CHIEF)
    assert said(reply)
    assert role(world, PROPOSER) == after


def test_a_role_is_taken_again(world: World) -> None:
    world.run("yetki", "telegram:7 moderatör", CHIEF)
    assert "telegram:7 (moderatör)" in said(world.run("yetki", "", CHIEF))
    assert "alındı; şimdi öneri verebilir" in said(world.run("yetki", "telegram:7 sil", CHIEF))
    assert role(world, PROPOSER) == "proposer"


def test_moderators_give_no_roles(world: World) -> None:
    world.run("yetki", "telegram:7 moderatör", MODERATOR)
    assert role(world, PROPOSER) == "proposer"
