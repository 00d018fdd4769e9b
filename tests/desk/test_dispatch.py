"""One entrance for every adapter: commands in any spelling, buttons of any kind, and no traceback for anybody."""

import logging

import pytest
from desk_replies import buttons, is_sendable, said

from fakes import serve
from mmbot.desk import dispatch
from mmbot.desk.commands import COMMANDS, Command, find_command
from mmbot.desk.desk import Desk
from mmbot.desk.limits import unlimited
from mmbot.desk.presses import pressed
from mmbot.desk.reply import Button, Reply, line
from mmbot.desk.services import SERVICES
from mmbot.model import Visitor
from mmbot.rendering import Block

FORGED = ["", ":", "::", ":::::", "x", "fact", "fact:", "fact:x", "fact:" + "A" * 59, "💣" * 16, "\x00" * 64, "forward:1e9", "entry:::", "fill:0", "day:", "day:99-99",
          "chron:", "sub:", "forget:", "complain::", "format::", "reference:", "' OR 1=1", "x" * 500]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_has_names_that_the_platforms_take(command: Command) -> None:
    assert command.id.isascii()
    assert find_command(command.id) == find_command(command.name) == command.id
    assert 1 <= len(command.description.tr) <= 100
    assert 1 <= len(command.description.en) <= 100


@pytest.mark.parametrize("typed", ["kaynak", "KAYNAK", "Kaynak"])
def test_a_command_is_found_in_any_spelling(desk: Desk, visitor: Visitor, typed: str) -> None:
    assert said(dispatch.run(desk, typed, "", visitor)).startswith("Kaynaklar")


def test_what_is_no_command_is_taken_for_a_question(desk: Desk, visitor: Visitor) -> None:
    assert "16 Mart 1921" in said(dispatch.run(desk, "Moskova", "Antlaşması ne zaman imzalandı?", visitor))
    assert "Bir soru yazın" in said(dispatch.run(desk, "", "", visitor))


@pytest.mark.parametrize("data", FORGED)
def test_forged_buttons_are_answered(desk: Desk, visitor: Visitor, data: str, caplog: pytest.LogCaptureFixture) -> None:
    reply = dispatch.press(desk, data, visitor)
    assert said(reply) or reply.toast
    assert is_sendable(reply)
    assert not caplog.records  # a forged button is no error of ours


@pytest.mark.parametrize("verb", SERVICES.presses)
@pytest.mark.parametrize("argument", ["", "x", "0", "-1", "²", "9" * 40, "x:y:z"])
def test_every_kind_of_button_survives_any_argument(
    desk: Desk, visitor: Visitor, verb: str, argument: str, caplog: pytest.LogCaptureFixture
) -> None:
    reply = dispatch.press(desk, f"{verb}:{argument}", visitor)
    assert said(reply) or reply.toast
    assert not caplog.records


@pytest.mark.parametrize("service", SERVICES.commands)
@pytest.mark.parametrize(
    "typed", ["", "x" * 4096, "<b>&", "%s {0}", "\u202e\u200b", "🙂" * 50, "'; DROP TABLE x;--", "31 Şubat 1921"]
)
def test_every_command_survives_any_text(
    desk: Desk, visitor: Visitor, service: str, typed: str, caplog: pytest.LogCaptureFixture
) -> None:
    reply = dispatch.run(desk, service, typed, visitor)
    assert said(reply) or reply.form
    assert is_sendable(reply)
    assert not caplog.records


def test_every_button_offered_is_answered(desk: Desk, visitor: Visitor) -> None:
    """Press whatever is offered, and what is offered then, without ever meeting a dead end."""
    desk.limits, desk.press_limits = unlimited(), unlimited()
    waiting = [dispatch.run(desk, service, typed, visitor) for service in SERVICES.commands for typed in ("", "Kars Antlaşması")]
    seen: set[str] = set()
    while waiting and len(seen) < 150:
        for one in buttons(waiting.pop(0)):
            if one.press and one.press not in seen:
                seen.add(one.press)
                reply = dispatch.press(desk, one.press, visitor)
                assert "artık geçerli değil" not in said(reply), one
                assert is_sendable(reply), one
                waiting.append(reply)
    assert len({data.partition(":")[0] for data in seen}) > 8


def test_an_error_of_ours_is_logged_and_one_sentence_is_said(
    desk: Desk, visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> Reply:
        raise RuntimeError("the secret of the disk")

    serve(desk, commands={"kaynak": fail}, presses={"fact": fail})
    desk.answering = None  # type: ignore[assignment]  # no suggestion can be found
    with caplog.at_level(logging.ERROR):
        for reply in (dispatch.run(desk, "kaynak", "", visitor), dispatch.press(desk, "fact:x", visitor)):
            assert "Beklenmeyen bir hata" in said(reply)
            assert "secret" not in said(reply)
        assert dispatch.suggest(desk, "entry", "m", visitor) == []
        assert dispatch.inline(desk, "m", "", visitor).items == ()
    assert [record.exc_info is not None for record in caplog.records] == [True] * 4


def test_a_button_that_nothing_answers_is_not_shown(desk: Desk, visitor: Visitor) -> None:
    rows = (
        (Button("Bu var", pressed("fact", "x")), Button("Bu yok", "nosuch:1")),
        (Button("Bu da yok", "nosuch:2"),),
        (Button("Sayfa", url="https://example.org"),),
    )
    serve(desk, commands={"kaynak": lambda *_: Reply((Block("answer", "x"),), rows)})
    assert [one.label for one in buttons(dispatch.run(desk, "kaynak", "", visitor))] == ["Bu var", "Sayfa"]


def test_a_line_has_one_paragraph() -> None:
    assert line("x", role="hint").blocks == (Block("hint", "x"),)
