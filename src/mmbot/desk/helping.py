"""“/yardim”, also “/start” and “/help”: what mmbot can do, with three questions to press."""

from collections.abc import Iterator

from mmbot.answering import courtesy
from mmbot.answering.phrasing import spoken
from mmbot.desk import helping_texts as texts
from mmbot.desk.asking import choice_buttons
from mmbot.desk.desk import Desk
from mmbot.desk.presses import shortened
from mmbot.desk.reply import Reply
from mmbot.desk.suggesting import suggest
from mmbot.knowledge.library import Library
from mmbot.model import Choice, Visitor
from mmbot.rendering import Block

MOST_EXAMPLES = 3


def help_(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """What mmbot can do, for this visitor in this place; *typed* may be a command that there is not (“/foo”)."""
    unknown = (Block("note", texts.NO_COMMAND.to(visitor.language, typed=shortened(typed))),) if typed.startswith("/") else ()
    return Reply((*unknown, *_told(desk.answering.library, visitor)), choice_buttons(examples(desk, visitor)))


def examples(desk: Desk, visitor: Visitor) -> list[Choice]:
    """Three questions that are answered; others where the knowledge does not have the usual ones."""
    usual = courtesy.examples(desk.answering.library)
    others = (
        [choice for choice in suggest(desk, "question", "", visitor) if choice not in usual] if len(usual) < MOST_EXAMPLES else []
    )
    return [*spoken(desk.answering.library, [*usual, *others][:MOST_EXAMPLES], visitor.language)]


def _told(library: Library, visitor: Visitor) -> Iterator[Block]:
    language = visitor.language
    yield Block("answer", texts.WHAT.to(language))
    yield Block("answer", (texts.ASK_HERE if visitor.private else texts.ASK_IN_GROUP).to(language))
    chat = "" if visitor.person.platform == "terminal" else "\n" + texts.COMMANDS_IN_CHAT.to(language)
    yield Block("answer", texts.COMMANDS.to(language) + chat)
    if visitor.person.platform == "telegram":
        yield Block("hint", texts.ASCII.to(language))
    if visitor.person.platform in texts.FROM_A_MESSAGE:
        yield Block("hint", texts.FROM_A_MESSAGE[visitor.person.platform].to(language))
    yield Block("citation", texts.SOURCES.to(language, sources=", ".join(source.short for source in library.sources.values())))
    yield Block("hint", texts.LICENCE.to(language))
    yield Block("hint", texts.TRY.to(language))
