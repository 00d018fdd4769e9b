"""The entrance for every adapter: finds the service of the desk that answers, and calls it.

Nothing raised by a service reaches a person: what is not our own error is logged with its traceback, and one fixed sentence is said.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TypeVar

from mmbot.answering.decide import decide
from mmbot.desk import asking_texts as texts
from mmbot.desk import filling, suggesting
from mmbot.desk import inline as inline_results
from mmbot.desk.commands import COMMANDS, Takes, find_command
from mmbot.desk.desk import Desk
from mmbot.desk.following import follow
from mmbot.desk.forms import fault, taken
from mmbot.desk.inline import InlinePage
from mmbot.desk.pacing import orders_too_soon, presses_too_soon
from mmbot.desk.permission import visitor_may
from mmbot.desk.presses import read_press
from mmbot.desk.records import NotKept
from mmbot.desk.reply import Button, Form, Reply, line
from mmbot.desk.targets import about_message
from mmbot.model import Choice, Visitor
from mmbot.texts import BROKEN

log = logging.getLogger(__name__)

T = TypeVar("T")
_MEASURED = frozenset({"sor", "bugun", "kronoloji", "dogru"})  # they count themselves, for they are reached in other ways, too
_FOR_MODERATORS = frozenset(command.id for command in COMMANDS if command.moderators)


def ask(desk: Desk, text: str, visitor: Visitor, under: Sequence[str] = ()) -> Reply:
    """Answer a message that is no command. *under*: what the buttons carry of the older answer that it replies to.

    To somebody who fills in a form in private it is what was asked for.
    """
    return _safely(desk, lambda: _ask(desk, text, visitor, under), visitor)


def _ask(desk: Desk, text: str, visitor: Visitor, under: Sequence[str]) -> Reply:
    filled = filling.take(desk, text, visitor) if visitor.private else None
    if filled is not None:
        return filled
    follow(desk, under, visitor)
    return desk.services.commands["sor"](desk, text, visitor)


def run(desk: Desk, command: str, typed: str, visitor: Visitor) -> Reply:
    """Carry out *command* (an id or any spelling of its name) with what was *typed* behind it; an unknown one is taken for a question."""
    known = command if command in desk.services.commands else find_command(command)
    if known is None:
        return ask(desk, f"{command} {typed}".strip(), visitor)
    return _safely(desk, lambda: _run(desk, known, typed, visitor), visitor)


def _run(desk: Desk, command: str, typed: str, visitor: Visitor) -> Reply:
    return _order_too_soon(desk, command, visitor) or desk.services.commands[command](desk, typed, visitor)


def _order_too_soon(desk: Desk, command: str, visitor: Visitor) -> Reply | None:
    """Nobody who moderates is hindered in it."""
    if command in _MEASURED or (command in _FOR_MODERATORS and visitor_may(desk, visitor, "moderator")):
        return None
    return orders_too_soon(desk, visitor)


def propose(desk: Desk, text: str, visitor: Visitor, under: Sequence[str] = ()) -> Reply:
    """Propose something about a message that says *text*. *under*: what its buttons carry, where it is an answer of the bot."""
    return _safely(desk, lambda: _run(desk, "oner", about_message(desk, text, under), visitor), visitor)


def press(desk: Desk, data: str, visitor: Visitor, message: str = "") -> Reply:
    """Answer the press of a button; *data* may be forged or from long ago.

    *message* is the number of the message that has the button: of two presses in impatience the second gets nothing more.
    """
    if message and desk.repeats.again(visitor.place, message, visitor.person.id, data, now=desk.clock()):
        return Reply()
    verb, arguments = read_press(data)
    service = desk.services.presses.get(verb)
    if service is None:
        return line(texts.EXPIRED.to(visitor.language), toast=texts.EXPIRED.to(visitor.language))
    return _safely(desk, lambda: presses_too_soon(desk, visitor) or service(desk, ":".join(arguments), visitor), visitor)


def begin(desk: Desk, form: Form, visitor: Visitor) -> Reply:
    """Ask for the fields of *form* one after the other, for a platform that has no forms; ``ask`` and ``press`` take the answers."""
    return _safely(desk, lambda: filling.begin(desk, form, visitor), visitor)


def submit(desk: Desk, form_id: str, values: Mapping[str, str], visitor: Visitor) -> Reply:
    """Take the *values* of a form that was filled in at once; what came with it may be forged."""
    return _safely(desk, lambda: _submit(desk, form_id, values, visitor), visitor)


def _submit(desk: Desk, form_id: str, values: Mapping[str, str], visitor: Visitor) -> Reply:
    service = desk.services.form(form_id)
    form = service.build(desk, form_id, visitor) if service else None
    if service is None or form is None:
        return line(texts.EXPIRED.to(visitor.language)).said_to_one()
    given = {field.name: taken(field, values.get(field.name, "")) for field in form.fields}
    faults = [why for field in form.fields if (why := fault(field, given[field.name], visitor.language))]
    if faults:
        return line("\n".join(faults), role="note").said_to_one()
    return service.submit(desk, form_id, given, visitor)


def together(desk: Desk) -> AbstractContextManager[None]:
    """What is called inside, for many people at once, is written down together where it need not be at once."""
    return desk.tally.together(desk.records.counts, desk.outage)


def rest(reply: Reply, visitor: Visitor) -> Reply:
    """What comes after *reply* has been shown; empty where nothing does. Takes seconds, and needs not be called in the desk's thread."""
    return _guarded(reply.later, line(BROKEN.to(visitor.language))) if reply.later else Reply()


def suggest(desk: Desk, takes: Takes, typed: str, visitor: Visitor) -> list[Choice]:
    """At most 25 choices for an argument that is being typed; see ``suggesting.suggest``."""
    return _guarded(lambda: suggesting.suggest(desk, takes, typed, visitor), [])


def warm(desk: Desk) -> None:
    """Build what is otherwise built for the first question and the first suggestion, which would take a second or more."""

    def once() -> None:
        decide(desk.answering.library, desk.answering.index, "Moskova Antlaşması kaç gün önce imzalandı?")
        suggesting.begun(desk, "moskova")

    _guarded(once, None)


def inline(desk: Desk, typed: str, offset: str, visitor: Visitor) -> InlinePage:
    """Results for what is being typed to the bot in another chat; see ``inline.inline``."""
    return _guarded(lambda: inline_results.inline(desk, typed, offset, visitor), InlinePage(()))


def _safely(desk: Desk, service: Callable[[], Reply], visitor: Visitor) -> Reply:
    def answered() -> Reply:
        try:
            return _answerable(desk, service())
        except NotKept as error:
            desk.outage.notice(error)
            return line(texts.AWAY.to(visitor.language)).said_to_one()

    return _guarded(answered, line(BROKEN.to(visitor.language)))


def _answerable(desk: Desk, reply: Reply) -> Reply:
    """*reply* without buttons that nothing here answers, such as one for proposing where nobody moderates."""
    rows = (tuple(button for button in row if _is_answered(desk, button)) for row in reply.buttons)
    return replace(reply, buttons=tuple(row for row in rows if row))


def _is_answered(desk: Desk, button: Button) -> bool:
    return bool(button.url) or read_press(button.press)[0] in desk.services.presses


def _guarded(service: Callable[[], T], otherwise: T) -> T:
    try:
        return service()
    except Exception:
        log.exception("A service of the desk failed")
        return otherwise
