"""Who may what, tried and not looked up: every command and every button, by everybody. ``python tests/loop/permission_matrix.py`` prints it."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from fakes import FakeClock
from mmbot.desk import dispatch, page_link_texts, privacy_texts, subscribing_texts
from mmbot.desk.commands import COMMANDS
from mmbot.desk.limits import unlimited
from mmbot.desk.reply import Reply
from mmbot.model import Person, Visitor
from mmbot.moderation.roles import ANONYMOUS, Policy
from moderated import TREATY, World, fact, open_world, said

SOURCES = (
    '[{"id": "ornek-2000", "type": "book", "title": "Örnek", "author": [{"family": "Örnek"}], "issued": {"date-parts": [[2000]]}}]'
)
ENTRY = """\
id: ornek-antlasmasi
kind: treaty
title: Örnek Antlaşması
facts:
  - id: tanim
    answers: [what]
    says: Örnek Antlaşması, sınamalar için yazılmış bir antlaşmadır.
    citations:
      - {source: ornek-2000, page: "1", evidence: [örnek antlaşması]}
  - id: imza-tarihi
    answers: [when]
    date: 1921-03-16
    says: Örnek Antlaşması 16 Mart 1921'de imzalandı.
    citations:
      - {source: ornek-2000, page: "2", evidence: [16 Mart 1921]}
"""
GROUP, OTHER = "telegram:-1001", "telegram:-1002"
POLICY = Policy(frozenset({"telegram:8"}), frozenset({"telegram:1"}), frozenset({"700"}), frozenset({"-1001"}))


def _alone(number: str) -> Visitor:
    return Visitor(Person("telegram", number), f"telegram:{number}", private=True)


def _among(number: str, place: str, *roles: str) -> Visitor:
    return Visitor(Person("telegram", number), place, roles=frozenset(roles))


PEOPLE: dict[str, Visitor] = {
    "reader": _alone("66"),  # whom an administrator has taken the right to propose from
    "proposer": _alone("7"),
    "moderator": _alone("8"),
    "administrator": _alone("1"),
    "member of a group": _among("7", GROUP),
    "admin of a named group": _among("9", GROUP, "admin"),
    "admin of another group": _among("9", OTHER, "admin"),
    "anonymous admin": replace(_among(ANONYMOUS.id, GROUP), anonymous=True),
    "Discord role": Visitor(Person("discord", "42"), "discord:5", roles=frozenset({"700"})),
}
MAY, MAY_NOT, ELSEWHERE = "yes", "–", "private"
_REFUSALS = {
    "Bu, yalnız": MAY_NOT,
    "Öneri yapma izniniz kaldırılmış": MAY_NOT,
    subscribing_texts.NOT_YOURS.tr: MAY_NOT,
    page_link_texts.ROLE_OF_A_PLACE.tr: MAY_NOT,
    "Kim olduğunuz görünmüyor": ELSEWHERE,  # he is asked to come into a private chat
    privacy_texts.ONLY_IN_PRIVATE.tr: ELSEWHERE,
}


@contextmanager
def _world() -> Iterator[World]:
    """A small knowledge that is moderated: one proposal, one unanswered question, one who may only read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "knowledge"
        (folder / "treaty").mkdir(parents=True)
        (folder / "sources.json").write_text(SOURCES, encoding="utf-8")
        (folder / "vocabulary.yaml").write_text("groups: {antlaşma: [antlaşma*]}\nnoise: ne zaman\n", encoding="utf-8")
        (folder / "treaty" / f"{TREATY}.yaml").write_text(ENTRY, encoding="utf-8")
        clock = FakeClock(datetime(2026, 3, 16, 9, tzinfo=UTC))
        for world in open_world(folder, None, clock, POLICY):
            world.desk.limits, world.desk.page_url = unlimited(), "http://127.0.0.1:8080"
            world.records.accounts.give(PEOPLE["reader"].person, "reader", PEOPLE["administrator"].person, clock())
            world.hand_in(fact(), Visitor(Person("discord", "77"), "discord:5", private=True))
            world.records.misses.note("sevr ne zaman", "", clock())
            yield world


def outcome(reply: Reply) -> str:
    """What somebody got: what he asked for, a refusal, or the advice to do it in private."""
    text = said(reply)
    return next((what for beginning, what in _REFUSALS.items() if text.startswith(beginning)), MAY)


def matrix() -> dict[str, dict[str, str]]:
    """By command and by button, and there by person, what comes of it."""
    found: dict[str, dict[str, str]] = {}
    for person, visitor in PEOPLE.items():
        with _world() as world:
            for command in COMMANDS:
                reply = dispatch.run(world.desk, command.id, "Örnek Antlaşması", visitor)
                found.setdefault(f"/{command.id}", {})[person] = outcome(reply)
            for verb in dispatch.PRESSES:
                reply = dispatch.press(world.desk, f"{verb}:1", visitor)
                found.setdefault(f"[{verb}]", {})[person] = outcome(reply)
    return found


def table(found: dict[str, dict[str, str]]) -> str:
    """As Markdown."""
    lines = [f"| | {' | '.join(PEOPLE)} |", f"|---|{'---|' * len(PEOPLE)}"]
    lines += [f"| `{name}` | {' | '.join(cells[person] for person in PEOPLE)} |" for name, cells in found.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(matrix()))
