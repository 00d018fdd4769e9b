"""What is shown to somebody who is still typing: facts that say the same, or otherwise, with what can be made of it."""

from collections.abc import Iterable, Iterator

from mmbot.desk import noticing_texts as texts
from mmbot.desk.desk import Desk
from mmbot.desk.presses import pressed, shortened, token
from mmbot.desk.reply import Button, Rows
from mmbot.knowledge.library import Library
from mmbot.model import Fact, Language, Visitor
from mmbot.moderation.beside import Beside
from mmbot.rendering import Block, cited
from mmbot.texts import Say


def notice_blocks(desk: Desk, found: Beside, visitor: Visitor) -> tuple[Block, ...]:
    """What was *found*, each fact with its citation."""
    return tuple(_blocks(desk.answering.library, found, visitor.language))


def notice_rows(desk: Desk, kind: str, found: Beside, visitor: Visitor, miss: str) -> Rows:
    """A button for each way on that leads elsewhere; *miss* is the unanswered question that the proposal is to answer, "0" for none."""
    language = visitor.language
    rows: list[tuple[Button, ...]] = []
    if kind != "phrasing":
        rows += [(_button(texts.AS_PHRASING, "phrasing", fact, miss, language, len(found.same) > 1),) for fact in found.same]
    if kind != "dispute":
        rows += [
            (_button(texts.AS_DISPUTE, "dispute", fact, miss, language, len(found.otherwise) > 1),) for fact, _ in found.otherwise
        ]
    titles = ((entry, desk.answering.library.title(entry)) for entry in found.entries)
    return (*rows, *((Button(shortened(title), pressed("propose", token(entry))),) for entry, title in titles))


def _button(say: Say, kind: str, fact: Fact, miss: str, language: Language, several: bool) -> Button:
    label = say.to(language) + (f": {fact.says}" if several else "")
    return Button(shortened(label), pressed("propose", kind, token(fact.name), miss))


def _blocks(library: Library, found: Beside, language: Language) -> Iterator[Block]:
    if found.entries:
        titles = ", ".join(f"“{library.title(entry)}”" for entry in found.entries)
        yield Block("note", texts.ENTRY_THERE.to(language, titles=titles))
    if found.same:
        yield Block("note", f"{texts.SAME.to(language)}\n{_listed(library, ((fact, '') for fact in found.same), language)}")
    if found.otherwise:
        yield Block("note", f"{texts.OTHERWISE.to(language)}\n{_listed(library, found.otherwise, language)}")
        yield Block("hint", texts.NEVER_OVERWRITTEN.to(language))


def _listed(library: Library, facts: Iterable[tuple[Fact, str]], language: Language) -> str:
    return "\n".join(
        f"• “{fact.says}”{f' ({what})' if what else ''} – {cited(library, fact.citations, language)}" for fact, what in facts
    )
