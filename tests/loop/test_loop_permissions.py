"""The whole table of who may what, as ``permission_matrix.py`` prints it. What is refused, and how, is tried in tests/desk/test_permissions.py."""

import pytest
from permission_matrix import ELSEWHERE, MAY, MAY_NOT, PEOPLE, matrix

from mmbot.desk.commands import COMMANDS
from mmbot.desk.dispatch import PRESSES, SERVICES

# A letter for each of PEOPLE, in order: yes, no, “do it in private”.
# reader, proposer, moderator, administrator; in a group: member, administrator where these moderate, administrator elsewhere, anonymous; Discord role
FOR_ALL = "yyyyyyyyy"
ALONE = "yyyyppppp"
PROPOSING = "nyyyyyypy"
MODERATING = "nnyynynpy"
KNOWN = "yyyyyyypy"
ORDERING = "yyyynyynn"  # a Discord role moderates, and does not administer the server
EXPECTED = {
    FOR_ALL: "/sor /dogru /bugun /kronoloji /madde /kaynak /abonelik /yardim /gizlilik /unut [fact] [clauses] [source] [forward] [wait] [entry] [reference]"
    " [format] [report] [complain] [unremember] [forget] [fill] [day] [chron]",
    ALONE: "/verilerim [mine]",
    KNOWN: "/bagla [unlink]",
    ORDERING: "/abone [sub]",
    PROPOSING: "/oner [propose] [withdraw]",
    MODERATING: "/inceleme /ekle /duzenle /gecmis /geri_al /yanitsiz /istatistik [review] [review_next] [approve] [revise] [reject] [postpone]"
    " [rebase] [history] [unsure] [undo] [missed] [missed_near] [missed_ignore]",
    "nnyynnnnn": "/sayfa",  # the page sees no roles of a place
    "nnnynnnpn": "/yetki",
}
LETTERS = {MAY: "y", MAY_NOT: "n", ELSEWHERE: "p"}


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    return {name: "".join(LETTERS[cells[person]] for person in PEOPLE) for name, cells in matrix().items()}


def test_everybody_may_what_the_table_says_and_nothing_else(found: dict[str, str]) -> None:
    assert found == {name: cells for cells, names in EXPECTED.items() for name in names.split()}


def test_the_table_is_of_everything_that_can_be_called(found: dict[str, str]) -> None:
    assert set(found) == {f"/{command.id}" for command in COMMANDS} | {f"[{verb}]" for verb in PRESSES}
    assert {command.id for command in COMMANDS} == set(SERVICES)


def test_the_menus_hide_what_only_moderators_may(found: dict[str, str]) -> None:
    """And nothing else: a menu that hides too much keeps people from what they may."""
    hidden = {f"/{command.id}" for command in COMMANDS if command.moderators}
    assert hidden == {name for name, cells in found.items() if name.startswith("/") and cells[1] == "n"}
