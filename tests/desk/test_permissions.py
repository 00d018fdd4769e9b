"""Every command, every button and every form, for everybody: who may, and what he is told who may not."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fakes import FakeClock
from mmbot.desk import dispatch
from mmbot.desk.limits import unlimited
from mmbot.desk.permission import NEEDS, NoModeration
from mmbot.desk.presses import token
from mmbot.desk.reply import Reply
from mmbot.desk.services import SERVICES
from mmbot.model import Visitor
from mmbot.moderation.proposals import Role
from mmbot.moderation.roles import ROLES, Policy, may
from moderated import ANOTHER, CHIEF, MODERATOR, PROPOSER, SECOND, TREATY, World, fact, in_group, open_world, phrasing, said

POLICY = Policy(
    frozenset({"discord:42", "telegram:8"}), frozenset({"telegram:1"}), frozenset({"700"}), telegram_groups=frozenset({"-100"})
)
BANNED = Visitor(PROPOSER.person.__class__("telegram", "66"), "telegram:66", private=True)
PEOPLE: dict[str, tuple[Visitor, Role]] = {
    "banned": (BANNED, "reader"),
    "anybody": (PROPOSER, "proposer"),
    "moderator": (MODERATOR, "moderator"),
    "administrator": (CHIEF, "administrator"),
    "discord-role": (in_group(ANOTHER, "700"), "moderator"),
    "telegram-admin": (in_group(PROPOSER, "admin"), "moderator"),
    "anonymous-admin": (replace(in_group(PROPOSER, "admin"), anonymous=True), "reader"),
    "anonymous-moderator": (replace(SECOND, anonymous=True), "reader"),
}
COMMANDS: dict[str, Role] = {
    "oner": "proposer", "bagla": "reader", "inceleme": "moderator", "ekle": "moderator", "duzenle": "moderator", "gecmis": "moderator",
    "geri_al": "moderator", "yanitsiz": "moderator", "istatistik": "moderator", "sayfa": "moderator", "yetki": "administrator",
}  # fmt: skip
PRESSES: dict[str, Role] = {
    "propose": "proposer", "withdraw": "proposer", "review": "moderator", "review_next": "moderator", "approve": "moderator",
    "revise": "moderator", "reject": "moderator", "postpone": "moderator", "rebase": "moderator", "history": "moderator",
    "unsure": "moderator", "undo": "moderator", "missed": "moderator", "missed_near": "moderator", "missed_ignore": "moderator",
    "unlink": "reader",
}  # fmt: skip
FORMS: dict[str, Role] = {
    f"propose:fact:{token(TREATY)}:0": "proposer",
    "review:reject:1:x": "moderator",
    "review:edit:1:x": "moderator",
}
DENIED = ("Bu, yalnız", "Kim olduğunuz görünmüyor", "Öneri yapma izniniz kaldırılmış")


@pytest.fixture
def world(folder: Path, articles: Path, clock: FakeClock) -> Iterator[World]:
    for opened in open_world(folder, articles, clock, POLICY):
        opened.records.accounts.give(BANNED.person, "reader", CHIEF.person, clock())
        opened.hand_in(fact(), ANOTHER)
        opened.hand_in(phrasing(), ANOTHER)
        opened.records.misses.note("sevr ne zaman", "", clock())
        yield opened


def allowed(visitor: Visitor, role: Role, needed: Role) -> bool:
    """Who is anonymous may do nothing at all that is about somebody."""
    return may(role, needed) and not visitor.anonymous


def is_denied(reply: Reply) -> bool:
    return said(reply).startswith(DENIED)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_carried_out_only_for_who_may(world: World, command: str, person: str) -> None:
    visitor, role = PEOPLE[person]
    for typed in ("", "Örnek Antlaşması"):
        reply = dispatch.run(world.desk, command, typed, visitor)
        assert is_denied(reply) is not allowed(visitor, role, COMMANDS[command]), said(reply)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("verb", PRESSES)
def test_a_button_is_answered_only_for_who_may(world: World, verb: str, person: str) -> None:
    """A button that somebody forges, or that was drawn for another, is checked when it is pressed."""
    visitor, role = PEOPLE[person]
    before = snapshot(world)
    for argument in ("", "1", f"{token(TREATY)}:0"):
        reply = dispatch.press(world.desk, f"{verb}:{argument}", visitor)
        assert is_denied(reply) is not allowed(visitor, role, PRESSES[verb]), said(reply)
    if not may(role, PRESSES[verb]):
        assert snapshot(world) == before


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_made_and_taken_only_for_who_may(world: World, form: str, person: str) -> None:
    visitor, role = PEOPLE[person]
    before = snapshot(world)
    values = {
        "says": "Örnek Antlaşması Van'da imzalandı.",
        "source": "Örnek 2000, s. 1",
        "evidence": "örnek antlaşması",
        "reason": "Olmaz.",
    }
    service = SERVICES.forms[form.partition(":")[0]]
    assert (service.build(world.desk, form, visitor) is not None) is may(role, FORMS[form])
    dispatch.submit(world.desk, form, values, visitor)
    service.submit(world.desk, form, values, visitor)  # also without having been asked for the form
    if not may(role, FORMS[form]):
        assert snapshot(world) == before


def test_every_service_of_moderation_is_in_these_tables() -> None:
    listed = {name: COMMANDS[name] for name in COMMANDS} | PRESSES
    services = dict(SERVICES.commands) | dict(SERVICES.presses)
    guarded = {
        name: NEEDS[f"{service.__module__}.{service.__name__}"]
        for name, service in services.items()
        if f"{service.__module__}.{service.__name__}" in NEEDS
    }
    assert guarded == listed
    modules = {
        f"mmbot.desk.{name}"
        for name in ("proposing", "reviewing", "history", "editing", "unanswered", "statistics", "accounts", "page_link")
    }
    assert {name for name, service in services.items() if service.__module__ in modules} == set(listed)
    assert set(listed.values()) == set(ROLES)
    assert set(SERVICES.forms) == {form.partition(":")[0] for form in FORMS}


@pytest.mark.parametrize("name", ["moderator", "anonymous-moderator", "anybody"])
def test_nothing_is_moderated_where_nobody_moderates(world: World, name: str) -> None:
    world.desk.moderation, world.desk.limits, world.desk.press_limits = None, unlimited(), unlimited()
    visitor, _ = PEOPLE[name]
    for command in COMMANDS:
        assert said(dispatch.run(world.desk, command, "", visitor)) == str(NoModeration())
    for verb in PRESSES:
        assert said(dispatch.press(world.desk, f"{verb}:1", visitor)) == str(NoModeration())


FORGED_ARGUMENTS = [
    "",
    ":",
    "-1",
    "0",
    "²",
    "9" * 50,
    "1:x:y:z",
    "fact",
    "fact:-",
    "fact::1",
    "any:x",
    "find",
    "💣",
    "\x00",
    "' OR 1=1",
    "1:",
    ":1",
]
FORGED_FORMS = [
    "propose", "propose:", "propose:fact", "propose:fact:x:y", "propose:change:AAAAAAAAAA:0", "propose:find:x:1", "propose:dispute:-:9999999",
    "review", "review:edit", "review:reject:²:x", "review:edit:99:x", "review:x:1:y", "propose:entry:-:0:again",
]  # fmt: skip


@pytest.mark.parametrize("verb", PRESSES)
def test_forged_buttons_do_no_harm(world: World, verb: str, caplog: pytest.LogCaptureFixture) -> None:
    before = snapshot(world)
    for argument in FORGED_ARGUMENTS:
        reply = dispatch.press(world.desk, f"{verb}:{argument}", CHIEF)
        assert said(reply) or reply.form, argument
        assert not caplog.records, argument
        if verb != "postpone":  # “postpone:1:…” is what the button carries
            assert snapshot(world) == before, argument


def test_forged_forms_do_no_harm(world: World, caplog: pytest.LogCaptureFixture) -> None:
    before = snapshot(world)
    for form in FORGED_FORMS:
        reply = dispatch.submit(world.desk, form, {"about": "x", "says": "\x00", "reason": ""}, CHIEF)
        assert said(reply) or reply.form, form
        assert not caplog.records, form
        assert snapshot(world) == before, form


def snapshot(world: World) -> object:
    """Everything that a press could change."""
    proposals = [world.records.proposals.get(number) for number in range(1, 9)]
    return (proposals, world.records.revisions.latest(), world.records.misses.open(), world.records.accounts.given())


@pytest.mark.parametrize(
    ("visitor", "command", "told"),
    [
        (PROPOSER, "inceleme", "This is for moderators only."), (MODERATOR, "yetki", "This is for administrators only."),
        (replace(PROPOSER, anonymous=True), "oner", "I cannot see who you are"), (MODERATOR, "inceleme 99", "There is no proposal “99”."),
    ],
)  # fmt: skip
def test_whoever_speaks_english_is_refused_in_english(world: World, visitor: Visitor, command: str, told: str) -> None:
    name, _, typed = command.partition(" ")
    assert told in said(world.run(name, typed, replace(visitor, language="en")))
