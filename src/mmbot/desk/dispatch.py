"""Which service answers what: the only module of the desk that an adapter calls.

Nothing raised by a service reaches a person: what is not our own error is logged with its traceback, and one fixed sentence is said.
"""

import logging
from collections.abc import Callable, Mapping

from mmbot.desk import asking
from mmbot.desk import asking_texts as texts
from mmbot.desk.commands import find_command
from mmbot.desk.desk import Desk, Service
from mmbot.desk.presses import read_press
from mmbot.desk.reply import Reply, line
from mmbot.model import Visitor
from mmbot.texts import BROKEN

log = logging.getLogger(__name__)

# What a command is answered by, by the command's id; it gets what was typed behind the command.
SERVICES: Mapping[str, Service] = {
    "sor": asking.ask,
}
# What a pressed button is answered by, by the button's verb; it gets the rest of the button's data.
PRESSES: Mapping[str, Service] = {
    "fact": asking.show_fact,
    "clauses": asking.show_clauses,
    "source": asking.show_source,
    "forward": asking.forward_miss,
    "wait": asking.tell_when_answered,
}


def ask(desk: Desk, text: str, visitor: Visitor) -> Reply:
    """Answer a message that is no command."""
    return _safely(lambda: asking.ask(desk, text, visitor), visitor)


def run(desk: Desk, command: str, typed: str, visitor: Visitor) -> Reply:
    """Carry out *command* (an id or any spelling of its name) with what was *typed* behind it; an unknown one is taken for a question."""
    service = SERVICES.get(command) or SERVICES.get(find_command(command) or "")
    if service is None:
        return ask(desk, f"{command} {typed}".strip(), visitor)
    return _safely(lambda: service(desk, typed, visitor), visitor)


def press(desk: Desk, data: str, visitor: Visitor) -> Reply:
    """Answer the press of a button; *data* may be forged or from long ago."""
    verb, arguments = read_press(data)
    service = PRESSES.get(verb)
    if service is None:
        return line(texts.EXPIRED.to(visitor.language), toast=texts.EXPIRED.to(visitor.language))
    return _safely(lambda: service(desk, ":".join(arguments), visitor), visitor)


def _safely(service: Callable[[], Reply], visitor: Visitor) -> Reply:
    try:
        return service()
    except Exception:
        log.exception("A service of the desk failed")
        return line(BROKEN.to(visitor.language))
