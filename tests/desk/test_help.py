"""The help: short, true, in the visitor's language, with questions that are answered."""

from dataclasses import replace

import pytest
from desk_replies import buttons, is_sendable, said

from mmbot.answering.courtesy import EXAMPLES
from mmbot.answering.decide import decide
from mmbot.desk import dispatch
from mmbot.desk.commands import find_command
from mmbot.desk.desk import Desk
from mmbot.model import Answered, Visitor


@pytest.mark.parametrize("command", ["yardim", "yardım", "YARDIM", "start", "help"])
def test_every_way_to_ask_for_help_gives_it(desk: Desk, visitor: Visitor, command: str) -> None:
    reply = dispatch.run(desk, command, "", visitor)
    assert "Millî Mücadele" in said(reply)
    assert "CC BY 4.0" in said(reply)
    assert all(source.short in said(reply) for source in desk.answering.library.sources.values())
    assert len(said(reply)) < 1500
    assert is_sendable(reply)


def test_every_command_that_the_help_names_exists(desk: Desk, visitor: Visitor, english: Visitor) -> None:
    for one in (visitor, english):
        words = said(dispatch.run(desk, "yardim", "", one)).replace(",", " ").replace(":", " ").replace(".", " ").split()
        named = [word.removeprefix("/") for word in words if word.startswith("/")]
        assert len(named) > 5
        assert [name for name in named if find_command(name) is None] == []


def test_the_examples_are_answered_when_pressed_and_when_typed(desk: Desk, visitor: Visitor) -> None:
    reply = dispatch.run(desk, "yardim", "", visitor)
    library, index = desk.answering.library, desk.answering.index
    assert len(list(buttons(reply))) == 3
    for one, name in zip(buttons(reply), EXAMPLES, strict=True):
        assert "Kaynak: " in said(dispatch.press(desk, one.press, visitor))
        answer = decide(library, index, one.label).answer
        assert isinstance(answer, Answered)
        assert name in [fact.name for fact in answer.facts]


def test_telegram_is_told_of_ascii_names_and_groups_of_being_called(
    desk: Desk, visitor: Visitor, other: Visitor, english: Visitor
) -> None:
    private, group, discord = (
        said(dispatch.run(desk, "yardim", "", one)) for one in (visitor, other, replace(english, language="tr"))
    )
    assert "/bugun" in group
    assert "/bugun" not in discord
    assert "yalnız çağrılınca" in group
    assert "yalnız çağrılınca" not in private
    assert "Turkish National Struggle" in said(dispatch.run(desk, "help", "", english))
