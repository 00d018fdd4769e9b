"""Who may do what: by configuration, by what was given in chat, by Discord role, by being administrator of a Telegram group."""

from dataclasses import dataclass
from typing import get_args

from mmbot.model import Person, Visitor
from mmbot.moderation.proposals import Role
from mmbot.moderation.records import Accounts
from mmbot.moderation.refusals import NotAllowed

ROLES: tuple[Role, ...] = get_args(Role)  # from the one who may least
TELEGRAM_ADMIN = "admin"  # what an adapter puts into the roles of somebody who administers the group that he writes in
ANONYMOUS = Person("telegram", "1087968824")  # every administrator who writes in the name of his group has this id


@dataclass(frozen=True, slots=True)
class Policy:
    """What the operator has set; people are written ``telegram:7``.

    *telegram_groups*: ids of the groups whose administrators moderate. They are named one by one, because whoever adds the bot to a
    group of his own is an administrator there.
    """

    moderators: frozenset[str] = frozenset()
    administrators: frozenset[str] = frozenset()
    discord_roles: frozenset[str] = frozenset()
    telegram_groups: frozenset[str] = frozenset()


def admin_of(group: str) -> str:
    """What an adapter puts into the roles of somebody who administers *group*, wherever he writes.

    >>> admin_of("-100123")
    'admin:-100123'
    """
    return f"{TELEGRAM_ADMIN}:{group}"


def depends_on_places(person: Person, policy: Policy) -> bool:
    """Whether *person* may have a role that only his platform knows of: in a server, or in a group."""
    places = {"discord": policy.discord_roles, "telegram": policy.telegram_groups}
    return bool(places.get(person.platform))


def written(person: Person) -> str:
    """A person as the configuration writes him.

    >>> written(Person("discord", "42"))
    'discord:42'
    """
    return f"{person.platform}:{person.id}"


def role_of(visitor: Visitor, policy: Policy, accounts: Accounts) -> Role:
    """The strongest role that *visitor* has here, by any of his linked accounts; everybody may propose unless that was taken away."""
    if visitor.anonymous or visitor.person == ANONYMOUS:
        return "reader"  # nobody can tell who it is
    people = accounts.linked(visitor.person)
    given = [role for person in people if (role := accounts.role(person))]
    found: list[Role] = [role for role in given if role != "reader"]
    found += [role for person in people if (role := _configured(person, policy))]
    found += ["moderator" for person in people if _by_place(visitor, person, policy)]
    strongest: Role = max(found, key=ROLES.index, default="proposer")
    return "reader" if "reader" in given and not may(strongest, "moderator") else strongest


def may(role: Role, needed: Role) -> bool:
    """Whether *role* is enough for what takes *needed*.

    >>> may("administrator", "moderator"), may("reader", "proposer")
    (True, False)
    """
    return ROLES.index(role) >= ROLES.index(needed)


def require(visitor: Visitor, needed: Role, policy: Policy, accounts: Accounts) -> Role:
    """The role of *visitor*. Raises NotAllowed where it is less than *needed*."""
    role = role_of(visitor, policy, accounts)
    if not may(role, needed):
        anonymous = visitor.anonymous or visitor.person == ANONYMOUS
        raise NotAllowed(needed, anonymous=anonymous, banned=role == "reader" and needed == "proposer")
    return role


def moderates_alone(visitor: Visitor, policy: Policy, accounts: Accounts) -> bool:
    """Whether *visitor* is the only human being who can moderate: then nobody else could approve what he proposes.

    Where a Discord role or the administrators of a group moderate, nobody can count them, and it is taken that there are others.
    """
    if policy.discord_roles or policy.telegram_groups:
        return False
    given = {written(person) for person, role in accounts.given().items() if may(role, "moderator")}
    own = {written(person) for person in accounts.linked(visitor.person)}
    return policy.moderators | policy.administrators | given <= own


def _by_place(visitor: Visitor, person: Person, policy: Policy) -> bool:
    """Whether *person*, who is *visitor* or linked with him, has a role that is named, or administers a group that is."""
    own = person == visitor.person
    held = visitor.roles if own else frozenset(role for other, role in visitor.elsewhere if other == person)
    if person.platform == "discord":
        return bool(held & policy.discord_roles)
    if person.platform != "telegram":
        return False
    administers = not held.isdisjoint(admin_of(group) for group in policy.telegram_groups)
    return administers or (own and TELEGRAM_ADMIN in held and _is_here(visitor, policy))


def _is_here(visitor: Visitor, policy: Policy) -> bool:
    """Whether *visitor* writes in a group that is named."""
    platform, _, chat = visitor.place.partition(":")
    return platform == "telegram" and not visitor.private and chat.split(":")[0] in policy.telegram_groups


def _configured(person: Person, policy: Policy) -> Role | None:
    if written(person) in policy.administrators:
        return "administrator"
    return "moderator" if written(person) in policy.moderators else None
