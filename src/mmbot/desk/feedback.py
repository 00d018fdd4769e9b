"""“Hata bildir”: what somebody finds wrong with a fact, counted without him."""

from mmbot.desk import asking_texts
from mmbot.desk import feedback_texts as texts
from mmbot.desk.desk import Desk
from mmbot.desk.pacing import asks_too_soon
from mmbot.desk.presses import pressed, tokens
from mmbot.desk.reply import Button, Reply, Rows, line
from mmbot.model import Language, Visitor
from mmbot.rendering import Block


def report(desk: Desk, short: str, visitor: Visitor) -> Reply:
    """“Hata bildir” was pressed: what is wrong with the fact?"""
    library, language = desk.answering.library, visitor.language
    name = tokens(library).fact(short)
    if name is None:
        return line(asking_texts.EXPIRED.to(language))
    told = (Block("answer", texts.WHAT_IS_WRONG.to(language)), Block("hint", f"“{library.facts[name].says}”"))
    return Reply(told, _kinds(short, language), only_you=True)


def complain(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """One of the kinds was chosen, ``<kind>:<token of the fact>``: count it, say thanks, offer to propose a correction."""
    library, language = desk.answering.library, visitor.language
    kind, _, short = typed.partition(":")
    name = tokens(library).fact(short)
    if name is None or kind not in texts.COMPLAINTS:
        return line(asking_texts.EXPIRED.to(language))
    waiting = asks_too_soon(desk, visitor)
    if waiting:
        return waiting
    desk.records.counts.feedback(name, kind)
    thanks = texts.THANKS.to(language, kind=texts.COMPLAINTS[kind].to(language))
    told = (Block("answer", thanks), Block("hint", texts.NO_NAME.to(language)))
    propose = ((Button(texts.PROPOSE.to(language), pressed("propose", short)),),)
    return Reply(told, propose, toast=thanks, replaces=True, only_you=True)


def _kinds(short: str, language: Language) -> Rows:
    buttons = [Button(say.to(language), pressed("complain", kind, short)) for kind, say in texts.COMPLAINTS.items()]
    return (tuple(buttons[:2]), tuple(buttons[2:]))
