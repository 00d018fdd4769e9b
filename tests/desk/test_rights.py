"""Before which orders the platforms are asked what somebody is: whatever is another for moderators, and nothing else."""

import pytest

from mmbot.desk.commands import COMMANDS
from mmbot.desk.permission import NEEDS
from mmbot.desk.rights import depends_on_role
from mmbot.desk.services import SERVICES

PRESSES = SERVICES.presses


@pytest.mark.parametrize("verb", PRESSES)
def test_every_button_of_moderators_depends_on_a_role_and_no_other(verb: str) -> None:
    service = PRESSES[verb]
    needed = NEEDS.get(f"{service.__module__}.{service.__name__}")
    assert depends_on_role(press=f"{verb}:1") == (needed in {"moderator", "administrator"} or verb == "fill")


def test_commands() -> None:
    assert {command.id for command in COMMANDS if depends_on_role(command=command.id)} == {
        command.id for command in COMMANDS if command.moderators
    }


@pytest.mark.parametrize(
    ("press", "depends"),
    [
        ("propose:fact:AAAAAAAAAA:0", False),
        ("propose:fact:AAAAAAAAAA:7", True),
        ("propose:fact", False),
        ("", False),
        (":::", False),
    ],
)
def test_only_moderators_propose_from_an_unanswered_question(press: str, depends: bool) -> None:
    assert depends_on_role(press=press) == depends_on_role(form=press) == depends
