"""Who may do what, by which way he came to it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mmbot.model import Person, Visitor
from mmbot.moderation.proposals import Role
from mmbot.moderation.refusals import NotAllowed
from mmbot.moderation.roles import ANONYMOUS, Policy, moderates_alone, require, role_of
from mmbot.store.sqlite import SqliteRecords
from moderated import ANOTHER, CHIEF, MODERATOR, POLICY, PROPOSER, in_group

NOW = datetime(2026, 3, 16, 9, tzinfo=UTC)
ROLE_7 = Policy(discord_roles=frozenset({"700"}))
ADMINS = Policy(telegram_groups=frozenset({"-100"}))
OPERATOR = Person("telegram", "1")


@pytest.fixture
def records() -> Iterator[SqliteRecords]:
    made = SqliteRecords(":memory:")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("visitor", "policy", "role"),
    [
        pytest.param(PROPOSER, POLICY, "proposer", id="anybody"),
        pytest.param(MODERATOR, POLICY, "moderator", id="configured"),
        pytest.param(CHIEF, POLICY, "administrator", id="configured-administrator"),
        pytest.param(Visitor(Person("telegram", "42"), "x"), POLICY, "proposer", id="same-number-other-platform"),
        pytest.param(in_group(ANOTHER, "700"), ROLE_7, "moderator", id="discord-role"),
        pytest.param(in_group(ANOTHER, "701"), ROLE_7, "proposer", id="other-discord-role"),
        pytest.param(in_group(PROPOSER, "700"), ROLE_7, "proposer", id="discord-role-on-telegram"),
        pytest.param(in_group(PROPOSER, "admin"), ADMINS, "moderator", id="telegram-admin"),
        pytest.param(in_group(PROPOSER, "admin"), POLICY, "proposer", id="telegram-admin-not-configured"),
        pytest.param(
            replace(in_group(PROPOSER, "admin"), place="telegram:-100:7"), ADMINS, "moderator", id="telegram-admin-in-a-topic"
        ),
        pytest.param(replace(in_group(PROPOSER, "admin"), place="telegram:-1001"), ADMINS, "proposer", id="admin-of-his-own-group"),
        pytest.param(replace(PROPOSER, roles=frozenset({"admin"})), ADMINS, "proposer", id="telegram-admin-in-private"),
        pytest.param(in_group(ANOTHER, "admin"), ADMINS, "proposer", id="telegram-admin-on-discord"),
        pytest.param(replace(in_group(PROPOSER, "admin"), anonymous=True), ADMINS, "reader", id="anonymous"),
        pytest.param(replace(MODERATOR, anonymous=True), POLICY, "reader", id="anonymous-moderator"),
        pytest.param(Visitor(ANONYMOUS, "x", roles=frozenset({"admin"})), ADMINS, "reader", id="the-anonymous-id"),
        pytest.param(
            Visitor(ANONYMOUS, "x"), Policy(frozenset({"telegram:1087968824"})), "reader", id="the-anonymous-id-configured"
        ),
    ],
)
def test_role(visitor: Visitor, policy: Policy, role: Role, records: SqliteRecords) -> None:
    assert role_of(visitor, policy, records.accounts) == role


@pytest.mark.parametrize(
    ("given", "linked", "role"),
    [
        pytest.param("moderator", False, "moderator", id="given"),
        pytest.param("reader", False, "reader", id="banned"),
        pytest.param("moderator", True, "moderator", id="given-to-the-other-account"),
        pytest.param("reader", True, "reader", id="banned-by-the-other-account"),
        pytest.param(None, True, "proposer", id="taken"),
    ],
)
def test_role_given_in_chat(given: Role | None, linked: bool, role: Role, records: SqliteRecords) -> None:
    person = ANOTHER.person if linked else PROPOSER.person
    if linked:
        records.accounts.link(PROPOSER.person, ANOTHER.person)
    records.accounts.give(person, given, OPERATOR, NOW)
    assert role_of(PROPOSER, POLICY, records.accounts) == role


@pytest.mark.parametrize(
    ("elsewhere", "linked", "role"),
    [
        pytest.param({(ANOTHER.person, "700")}, True, "moderator", id="a-discord-role-of-a-linked-account"),
        pytest.param({(ANOTHER.person, "701")}, True, "proposer", id="another-role"),
        pytest.param({(ANOTHER.person, "700")}, False, "proposer", id="not-linked-any-more"),
        pytest.param({(ANOTHER.person, "admin:-100")}, True, "proposer", id="what-Discord-does-not-have"),
        pytest.param({(Person("telegram", "77"), "700")}, True, "proposer", id="of-somebody-else"),
    ],
)
def test_a_role_of_a_linked_account(elsewhere: set[tuple[Person, str]], linked: bool, role: Role, records: SqliteRecords) -> None:
    if linked:
        records.accounts.link(PROPOSER.person, ANOTHER.person)
    policy = Policy(discord_roles=frozenset({"700"}), telegram_groups=frozenset({"-100"}))
    assert role_of(replace(PROPOSER, elsewhere=frozenset(elsewhere)), policy, records.accounts) == role


def test_a_configured_moderator_cannot_be_banned_in_chat(records: SqliteRecords) -> None:
    records.accounts.give(MODERATOR.person, "reader", OPERATOR, NOW)
    assert role_of(MODERATOR, POLICY, records.accounts) == "moderator"


@pytest.mark.parametrize(
    ("visitor", "needed", "advice"),
    [
        (PROPOSER, "moderator", "yalnız moderatörlerin"),
        (MODERATOR, "administrator", "yalnız yöneticilerin"),
        (replace(MODERATOR, anonymous=True), "moderator", "özel mesajla"),
        (replace(MODERATOR, anonymous=True), "proposer", "özel mesajla"),
    ],
)
def test_refusal_says_what_to_do(visitor: Visitor, needed: Role, advice: str, records: SqliteRecords) -> None:
    with pytest.raises(NotAllowed, match=advice):
        require(visitor, needed, POLICY, records.accounts)


@pytest.mark.parametrize(
    ("policy", "linked", "alone"),
    [
        pytest.param(Policy(frozenset({"discord:42"})), False, True, id="one"),
        pytest.param(POLICY, False, False, id="several"),
        pytest.param(Policy(frozenset({"discord:42", "telegram:7"})), True, True, id="two-accounts-of-one"),
        pytest.param(Policy(frozenset({"discord:42", "telegram:7"})), False, False, id="two-accounts-not-linked"),
        pytest.param(
            Policy(frozenset({"discord:42"}), discord_roles=frozenset({"1"})), False, False, id="a-role-that-nobody-can-count"
        ),
        pytest.param(
            Policy(frozenset({"discord:42"}), telegram_groups=frozenset({"-100"})), False, False, id="administrators-of-groups"
        ),
    ],
)
def test_who_moderates_alone(policy: Policy, linked: bool, alone: bool, records: SqliteRecords) -> None:
    if linked:
        records.accounts.link(MODERATOR.person, PROPOSER.person)
    assert moderates_alone(MODERATOR, policy, records.accounts) is alone


def test_a_second_moderator_given_in_chat_ends_moderating_alone(records: SqliteRecords) -> None:
    policy = Policy(frozenset({"discord:42"}))
    records.accounts.give(PROPOSER.person, "reader", OPERATOR, NOW)
    assert moderates_alone(MODERATOR, policy, records.accounts)
    records.accounts.give(PROPOSER.person, "moderator", OPERATOR, NOW)
    assert not moderates_alone(MODERATOR, policy, records.accounts)
