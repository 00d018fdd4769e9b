"""Who may what, tried and not looked up: every command, button and form, by everybody. ``python tests/loop/permission_matrix.py`` prints it."""

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
from mmbot.desk import asking_texts, dispatch, privacy_texts, subscribing_texts
from mmbot.desk.commands import COMMANDS
from mmbot.desk.limits import unlimited
from mmbot.desk.presses import token
from mmbot.desk.reply import Reply
from mmbot.model import Person, Visitor
from mmbot.moderation.drafting import FIELDS
from mmbot.moderation.proposals import Role
from mmbot.moderation.roles import ANONYMOUS, TELEGRAM_ADMIN, Policy, admin_of, role_of
from moderated import TREATY, World, fact, open_world, said
from small_knowledge import write_knowledge

FACT, OF_A_FACT = f"{TREATY}/imza-tarihi", {"change", "phrasing", "dispute", "deprecation"}
GROUP, OTHER = "telegram:-1001", "telegram:-1002"
POLICY = Policy(
    frozenset({"telegram:8", "discord:88"}), frozenset({"telegram:1", "discord:11"}), frozenset({"700"}), frozenset({"-1001"})
)


def _alone(number: str, *roles: str) -> Visitor:
    return Visitor(Person("telegram", number), f"telegram:{number}", private=True, roles=frozenset(roles))


def _among(number: str, place: str, *roles: str) -> Visitor:
    return Visitor(Person("telegram", number), place, roles=frozenset(roles))


def _discord(number: str, *roles: str, private: bool = False) -> Visitor:
    return Visitor(Person("discord", number), "discord:5", private=private, roles=frozenset(roles))


# On both platforms: everybody by himself, and in a group or server with what he is there. The ways to a role are all of issue and settings:
# configured, given or taken in chat, by a role of the server, by administering a group that is named, by an account that is linked.
PEOPLE: dict[str, Visitor] = {
    "T reader": _alone("66"),  # whom an administrator has taken the right to propose from
    "T proposer": _alone("7"),
    "T moderator": _alone("8"),
    "T administrator": _alone("1"),
    "T given moderator": _alone("20"),
    "T linked with a moderator": _alone("21"),
    "T admin of the named group, in private": _alone("9", admin_of("-1001")),
    "T admin of another group, in private": _alone("9", admin_of("-1002")),
    "T member": _among("7", GROUP),
    "T moderator in a group": _among("8", GROUP),
    "T admin of the named group": _among("9", GROUP, TELEGRAM_ADMIN),
    "T admin of another group": _among("9", OTHER, TELEGRAM_ADMIN),
    "T anonymous admin": replace(_among(ANONYMOUS.id, GROUP), anonymous=True),
    "D reader": _discord("66"),
    "D proposer": _discord("7", private=True),
    "D moderator": _discord("88", private=True),
    "D administrator": _discord("11", private=True),
    "D member": _discord("7"),
    "D moderating role": _discord("42", "700"),
    "D another role": _discord("42", "701"),
    "D administers the server": _discord("42", TELEGRAM_ADMIN),
    "D with the role of a Telegram admin": _discord("42", admin_of("-1001")),
}
NOT_BUILT = asking_texts.EXPIRED.tr  # what is said of a form that is not made for somebody
MAY, MAY_NOT, ELSEWHERE = "yes", "–", "private"
_REFUSALS = {
    "Bu, yalnız": MAY_NOT,
    "Öneri yapma izniniz kaldırılmış": MAY_NOT,
    subscribing_texts.NOT_YOURS.tr: MAY_NOT,
    subscribing_texts.NAMELESS.tr: MAY_NOT,  # not so; by a button, where one sees who presses
    "Kim olduğunuz görünmüyor": ELSEWHERE,  # he is asked to come into a private chat
    privacy_texts.ONLY_IN_PRIVATE.tr: ELSEWHERE,
}


@contextmanager
def _world() -> Iterator[World]:
    """A small knowledge that is moderated: one proposal, one unanswered question, one who may only read."""
    with tempfile.TemporaryDirectory() as name:
        folder = write_knowledge(Path(name) / "knowledge")
        clock = FakeClock(datetime(2026, 3, 16, 9, tzinfo=UTC))
        for world in open_world(folder, None, clock, POLICY):
            world.desk.limits, world.desk.press_limits, world.desk.page_url = unlimited(), unlimited(), "http://127.0.0.1:8080"
            accounts, chief = world.records.accounts, PEOPLE["T administrator"].person
            for person, role in (("T reader", "reader"), ("D reader", "reader"), ("T given moderator", "moderator")):
                accounts.give(PEOPLE[person].person, role, chief, clock())
            accounts.link(PEOPLE["T linked with a moderator"].person, PEOPLE["D moderator"].person)
            world.hand_in(fact(), Visitor(Person("discord", "77"), "discord:5", private=True))
            world.records.misses.note("sevr ne zaman", "", clock())
            yield world


# A form of each kind: its id. What is filled in is not enough for any of them, so that nothing changes.
FORMS = {f"propose:{kind}": f"propose:{kind}:{token(FACT if kind in OF_A_FACT else TREATY)}:0" for kind in FIELDS} | {
    "propose:find": "propose:find:fact:0",
    "review:edit": "review:edit:1:x",
    "review:reject": "review:reject:1:x",
}


def outcome(reply: Reply) -> str:
    """What somebody got: what he asked for, a refusal, or the advice to do it in private."""
    text = said(reply)
    return next((what for beginning, what in _REFUSALS.items() if text.startswith(beginning)), MAY)


def matrix() -> dict[str, dict[str, str]]:
    """By command, button and form, and there by person, what comes of it."""
    found: dict[str, dict[str, str]] = {}
    for person, visitor in PEOPLE.items():
        with _world() as world:
            for command in COMMANDS:
                reply = dispatch.run(world.desk, command.id, "Örnek Antlaşması", visitor)
                found.setdefault(f"/{command.id}", {})[person] = outcome(reply)
            for name, form in FORMS.items():
                reply = dispatch.submit(world.desk, form, {"about": "Örnek Antlaşması", "reason": "Olmaz."}, visitor)
                found.setdefault(f"<{name}>", {})[person] = MAY_NOT if said(reply) == NOT_BUILT else outcome(reply)
            for verb in world.desk.services.presses:  # last: one of them loosens a link
                reply = dispatch.press(world.desk, f"{verb}:1", visitor)
                found.setdefault(f"[{verb}]", {})[person] = outcome(reply)
    return found


def roles() -> list[tuple[Role, Visitor]]:
    """The role of each of PEOPLE."""
    with _world() as world:
        return [(role_of(visitor, POLICY, world.records.accounts), visitor) for visitor in PEOPLE.values()]


def table(found: dict[str, dict[str, str]]) -> str:
    """As Markdown."""
    lines = [f"| | {' | '.join(PEOPLE)} |", f"|---|{'---|' * len(PEOPLE)}"]
    lines += [f"| `{name}` | {' | '.join(cells[person] for person in PEOPLE)} |" for name, cells in found.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(matrix()))
