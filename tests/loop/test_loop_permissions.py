"""The whole table of who may what, as ``permission_matrix.py`` prints it. What is refused, and how, is tried in tests/desk/test_permissions.py."""

import pytest
from permission_matrix import ELSEWHERE, MAY, MAY_NOT, PEOPLE, matrix, roles

from mmbot.desk.commands import COMMANDS
from mmbot.desk.services import SERVICES
from mmbot.moderation.drafting import FIELDS
from mmbot.moderation.roles import ROLES

# A letter for each of PEOPLE, in order: yes, no, “do it in private”. In Telegram in private, then in groups; in Discord.
FOR_ALL = "yyyyyyyy yyyyy yyyy yyyyy"
ALONE = "yyyyyyyy ppppp pyyy ppppp"
KNOWN = "yyyyyyyy yyyyp yyyy yyyyy"
ORDERING = "yyyyyyyy nnyyn nyyy nnnyn"  # a Discord role moderates, and does not administer the server
PROPOSING = "nyyyyyyy yyyyp nyyy yyyyy"
FILLING = "nyyyyyyy yyyyn nyyy yyyyy"  # a form is not even made for whoever may not fill it in
MODERATING = "nnyyyyyn nyynp nnyy nynnn"
DECIDING = "nnyyyyyn nyynn nnyy nynnn"
EXPECTED = {
    FOR_ALL: "/sor /dogru /bugun /kronoloji /madde /kaynak /abonelik /yardim /gizlilik /unut [fact] [clauses] [source] [forward] [wait] [entry] [reference]"
    " [format] [report] [complain] [unremember] [forget] [fill] [day] [chron]",
    ALONE: "/verilerim [mine]",
    KNOWN: "/bagla [unlink]",
    ORDERING: "/abone [sub]",
    PROPOSING: "/oner [propose] [withdraw]",
    FILLING: "<propose:entry> <propose:fact> <propose:change> <propose:names> <propose:phrasing> <propose:dispute> <propose:deprecation> <propose:find>",
    MODERATING: "/inceleme /ekle /duzenle /gecmis /geri_al /yanitsiz /istatistik /sayfa [review] [review_next] [approve] [revise] [reject] [postpone]"
    " [rebase] [history] [unsure] [undo] [missed] [missed_near] [missed_ignore]",
    DECIDING: "<review:edit> <review:reject>",
    "nnnynnnn nnnnp nnny nnnnn": "/yetki",
}
LETTERS = {MAY: "y", MAY_NOT: "n", ELSEWHERE: "p"}


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    return {name: "".join(LETTERS[cells[person]] for person in PEOPLE) for name, cells in matrix().items()}


def test_everybody_may_what_the_table_says_and_nothing_else(found: dict[str, str]) -> None:
    assert found == {name: cells.replace(" ", "") for cells, names in EXPECTED.items() for name in names.split()}


def test_the_table_is_of_everything_that_can_be_called(found: dict[str, str]) -> None:
    """A new command, button, form, kind of proposal or role fails here until somebody has said who may."""
    forms = {f"<propose:{kind}>" for kind in (*FIELDS, "find")} | {"<review:edit>", "<review:reject>"}
    assert set(found) == {f"/{command.id}" for command in COMMANDS} | {f"[{verb}]" for verb in SERVICES.presses} | forms
    assert {command.id for command in COMMANDS} == set(SERVICES.commands)
    assert {name.strip("<").partition(":")[0] for name in forms} == set(SERVICES.forms)


def test_the_people_of_the_table_have_every_role_on_both_platforms() -> None:
    for platform in ("telegram", "discord"):
        assert {role for role, person in roles() if person.person.platform == platform} == set(ROLES)


def test_the_menus_hide_what_only_moderators_may(found: dict[str, str]) -> None:
    """And nothing else: a menu that hides too much keeps people from what they may."""
    hidden = {f"/{command.id}" for command in COMMANDS if command.moderators}
    assert hidden == {name for name, cells in found.items() if name.startswith("/") and cells[1] == "n"}
