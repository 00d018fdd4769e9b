"""A conversation in the terminal: everything that the desk can do, with buttons chosen by their numbers."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from mmbot import texts
from mmbot.desk import dispatch
from mmbot.desk.commands import find_command
from mmbot.desk.desk import Desk
from mmbot.desk.presses import shortened
from mmbot.desk.reply import Button, Reply
from mmbot.model import Person, Visitor
from mmbot.rendering import Block
from mmbot.turkish import fold

VISITOR = Visitor(Person("terminal", "local"), "terminal:local", private=True)


def converse(desk: Desk, lines: Iterable[str], out: TextIO, *, prompt: str = "", visitor: Visitor = VISITOR) -> None:
    """Answer each of *lines* on *out* – questions, commands, numbers of buttons, fields of a form – until an empty one or their end."""
    print(texts.CHAT_WELCOME.to(visitor.language), file=out)
    _ask_for_more(out, prompt)
    buttons: list[Button] = []
    for line in lines:
        if not line.strip():
            break
        reply = _replied(desk, line.strip("\r\n"), buttons, visitor)
        # After a file, say, the numbers above it still stand there to be chosen.
        buttons = [button for row in reply.buttons for button in row if button.press] or buttons
        print("\n".join(_written(reply)), end="\n\n", file=out)
        _ask_for_more(out, prompt)
    print(texts.CHAT_BYE.to(visitor.language), file=out)


def _replied(desk: Desk, line: str, buttons: list[Button], visitor: Visitor) -> Reply:
    typed = line.strip()
    if typed.isascii() and typed.isdigit() and len(typed) < 4 and 1 <= int(typed) <= len(buttons):
        reply = dispatch.press(desk, buttons[int(typed) - 1].press, visitor)
    elif typed.startswith("/"):
        reply = _ordered(desk, typed, visitor)
    else:
        reply = dispatch.ask(desk, line, visitor)
    return _with_form(desk, reply, visitor)


def _ordered(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """What the command *typed* does; of one that there is not, which there are."""
    command, _, rest = typed[1:].partition(" ")
    if find_command(command) is None and fold(command):
        return dispatch.run(desk, "yardim", f"/{command}", visitor)
    return dispatch.run(desk, command, rest.strip(), visitor)


def _with_form(desk: Desk, reply: Reply, visitor: Visitor) -> Reply:
    """*reply*, or where it has a form: its paragraphs and the form's first question."""
    if reply.form is None:
        return reply
    begun = dispatch.begin(desk, reply.form, visitor)
    return Reply((*reply.blocks, *begun.blocks), (*reply.buttons, *begun.buttons), reply.document)


def _written(reply: Reply) -> Iterator[str]:
    """The lines of *reply*: paragraphs, the file, a line for each row of buttons."""
    labels = {button.label for row in reply.buttons for button in row}
    for block in reply.blocks:
        yield from _paragraph(block, labels, reply)
    if reply.document:
        yield f"--- {reply.document.name}"
        yield reply.document.text.rstrip("\n")
        yield "---"
    if not reply.blocks and reply.toast:
        yield reply.toast
    number = 0
    for row in reply.buttons:
        shown = []
        for button in row:
            number += bool(button.press)
            shown.append(f"{number}. {button.label}" if button.press else f"{button.label}: {button.url}")
        yield "  " + "   ".join(shown)


def _paragraph(block: Block, labels: set[str], reply: Reply) -> Iterator[str]:
    if block.role == "choice" and shortened(block.text) in labels:
        return  # its button says the same, with the number
    if block.role == "code" and reply.document:
        return  # the file has it
    yield f"  • {block.text}" if block.role == "choice" else block.text


def _ask_for_more(out: TextIO, prompt: str) -> None:
    if prompt:
        print(prompt, end="", flush=True, file=out)
