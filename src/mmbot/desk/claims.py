"""“/dogru”: a pasted sentence or short paragraph, checked statement by statement against the sources."""

from collections.abc import Iterator, Sequence

from mmbot.answering import claims_texts as texts
from mmbot.answering.claims import LONGEST, MOST_STATEMENTS, Checked, check
from mmbot.answering.decision import Known
from mmbot.desk import asking_texts
from mmbot.desk.commands import called
from mmbot.desk.desk import Desk
from mmbot.desk.pacing import asks_too_soon
from mmbot.desk.presses import pressed, token
from mmbot.desk.reply import Button, Reply, Rows, line
from mmbot.knowledge.library import Library
from mmbot.model import Answered, Fact, Language, Visitor
from mmbot.rendering import Block, blocks

MOST_SOURCES = 5  # buttons in a row, the smaller limit of both platforms
_SHOWN = 160  # characters of a statement that are quoted back


def check_claim(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """Say of each statement *typed* whether the sources support it, contradict it, or do not tell; nothing of it is kept."""
    library, language = desk.answering.library, visitor.language
    if not typed.strip():
        return _asked_for(visitor)
    if len(typed) > LONGEST:
        return line(texts.TOO_LONG.to(language, most=LONGEST))
    waiting = asks_too_soon(desk, visitor)
    if waiting:
        return waiting
    found = check(Known(library, desk.answering.index), typed)
    if not found:
        return _asked_for(visitor)
    return Reply(tuple(_told(library, found, language)), _sources(found, language))


def _asked_for(visitor: Visitor) -> Reply:
    """What can be typed."""
    return line(texts.EMPTY.to(visitor.language, command=called("dogru", visitor.person.platform)))


def _told(library: Library, found: Sequence[Checked], language: Language) -> Iterator[Block]:
    if len(found) > 1:
        yield Block("hint", _counted(found, language))
    for checked in found:
        yield Block("heading", texts.STATEMENT.to(language, text=_quoted(checked.text)))
        yield Block("answer", _verdict(library, checked, language))
        yield from _shown(library, checked.facts, language)
        if checked.rest:
            yield Block("answer", texts.REST_SUPPORTED.to(language, aspects=_aspects(checked.rest_aspects, language)))
            yield from _shown(library, checked.rest, language)
    if len(found) == MOST_STATEMENTS:
        yield Block("hint", texts.MORE.to(language, count=MOST_STATEMENTS))
    yield Block("hint", texts.REMARK.to(language))


def _aspects(kinds: Sequence[str], language: Language) -> str:
    return ", ".join(texts.ASPECTS[kind].to(language) for kind in kinds)


def _shown(library: Library, facts: tuple[Fact, ...], language: Language) -> Sequence[Block]:
    """The facts with what says otherwise; with a result, even a single one is told as one of a list: with its citation behind it."""
    disputed = tuple(sibling for fact in facts for sibling in library.siblings(fact))
    return blocks(library, Answered(facts, disputed, result="."), language)[1:] if facts else ()


def _verdict(library: Library, checked: Checked, language: Language) -> str:
    if checked.noted and checked.verdict in texts.NOTED:
        return texts.NOTED[checked.verdict].to(language)
    if checked.verdict == "contradicted" and checked.aspects:
        return texts.CONTRADICTED_ON.to(language, aspects=_aspects(checked.aspects, language))
    if checked.verdict in texts.VERDICTS:
        return texts.VERDICTS[checked.verdict].to(language)
    if checked.words:
        return texts.UNKNOWN_WORDS.to(language, words=", ".join(checked.words))
    if checked.about:
        return texts.UNKNOWN_ABOUT.to(language, titles="”, “".join(library.title(entry) for entry in checked.about))
    return texts.UNKNOWN.to(language)


def _counted(found: Sequence[Checked], language: Language) -> str:
    supported = sum(checked.verdict == "supported" for checked in found)
    against = sum(checked.verdict in {"contradicted", "disputed"} for checked in found)
    return texts.COUNTED.to(language, count=len(found), supported=supported, against=against, rest=len(found) - supported - against)


def _quoted(text: str) -> str:
    shown = " ".join(text.split()).strip("“”\"' .")
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN].rstrip()}…"


def _sources(found: Sequence[Checked], language: Language) -> Rows:
    """A button for the full citation of each fact that is shown."""
    facts = list(dict.fromkeys(fact.name for checked in found for fact in checked.facts + checked.rest))[:MOST_SOURCES]
    label = asking_texts.SOURCE.to(language)
    buttons = (
        Button(label if len(facts) == 1 else f"{label} {number}", pressed("source", token(name)))
        for number, name in enumerate(facts, 1)
    )
    return (tuple(buttons),) if facts else ()
