"""Which orders depend on a role that only a platform knows of: before these it is asked, and before no others."""

from collections.abc import Mapping

from mmbot.desk.commands import COMMANDS
from mmbot.desk.desk import Desk, Service
from mmbot.desk.permission import NEEDS
from mmbot.desk.presses import read_press
from mmbot.desk.services import SERVICES
from mmbot.model import Person, Visitor
from mmbot.moderation.roles import depends_on_places

_COMMANDS = frozenset(command.id for command in COMMANDS if command.moderators)
_MODERATING = frozenset({"moderator", "administrator"})
_FILLS = "fill"  # the next step of a form, which may be a moderator's


def _needs(presses: Mapping[str, Service]) -> frozenset[str]:
    return frozenset(
        verb for verb, service in presses.items() if NEEDS.get(f"{service.__module__}.{service.__name__}") in _MODERATING
    )


_VERBS = _needs(SERVICES.presses) | {_FILLS}


def depends_on_role(*, command: str = "", press: str = "", form: str = "") -> bool:
    """Whether what becomes of a *command* (its id), of what a button carries, or of a form (its id) is another for moderators.

    >>> depends_on_role(command="sor"), depends_on_role(command="inceleme"), depends_on_role(press="approve:1:x"), depends_on_role(form="review:edit:1")
    (False, True, True, True)
    """
    verb, arguments = read_press(press or form)
    about_a_miss = verb == "propose" and len(arguments) > 2 and arguments[2] not in {"", "0"}  # only moderators look at those
    return command in _COMMANDS or verb in _VERBS or about_a_miss


def linked_elsewhere(desk: Desk, visitor: Visitor) -> tuple[Person, ...]:
    """The other accounts of *visitor* whose platforms may grant him something."""
    moderation = desk.moderation
    if moderation is None or visitor.anonymous or not (moderation.policy.discord_roles or moderation.policy.telegram_groups):
        return ()
    nobody: tuple[Person, ...] = ()
    others = desk.outage.spare(lambda: moderation.records.accounts.linked(visitor.person)[1:], nobody)
    return tuple(person for person in others if depends_on_places(person, moderation.policy))
