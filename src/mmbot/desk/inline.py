"""Answers while somebody is still typing to the bot in another chat: nothing is counted, noted or remembered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mmbot.answering.decide import decide
from mmbot.answering.decision import Decision
from mmbot.answering.phrasing import question_for
from mmbot.dates import day_and_month
from mmbot.desk import inline_texts as texts
from mmbot.desk.chronology import calendar_of
from mmbot.desk.desk import Desk
from mmbot.desk.presses import number_in, pressed, token
from mmbot.desk.reply import Reply
from mmbot.desk.suggesting import begun
from mmbot.knowledge.library import Library
from mmbot.model import Ambiguous, Answer, Answered, Choice, Language, Unknown, Visitor
from mmbot.rendering import Block, blocks, day_blocks, fact_blocks

ITEMS_OF_A_PAGE = 10
LONGEST = 120  # characters of a title or description; Telegram shows two lines


@dataclass(frozen=True, slots=True)
class InlineItem:
    """One result: an id (ASCII, at most 64 bytes, its own on the page), what is shown of it, what is sent when it is chosen."""

    id: str
    title: str
    description: str
    reply: Reply
    leads_to: str = (
        ""  # what a button would carry that shows the same in a conversation with the bot, with all that follows from it
    )


@dataclass(frozen=True, slots=True)
class InlinePage:
    """Some results. *offset* asks for the next ones, the empty text where there are none."""

    items: tuple[InlineItem, ...]
    offset: str = ""


def inline(desk: Desk, typed: str, offset: str, visitor: Visitor) -> InlinePage:
    """The results for what was *typed* behind the bot's name, from *offset* (a page's, or anything forged) on.

    A sure answer stands alone; else the best first, then what could be meant. Nothing typed gives the day's events.
    """
    language = visitor.language
    items = _found(desk, typed, language) if typed.strip() else list(_today(desk, language))
    start = number_in(offset, digits=5) or 0
    end = start + ITEMS_OF_A_PAGE
    return InlinePage(tuple(items[start:end]), str(end) if end < len(items) else "")


def _found(desk: Desk, typed: str, language: Language) -> list[InlineItem]:
    library = desk.answering.library
    decision = decide(library, desk.answering.index, typed)
    answer = decision.answer
    if isinstance(answer, Answered) and not answer.facts:  # only arithmetic, such as a date in another calendar
        told = blocks(library, answer, language)
        return [InlineItem("result", _short(typed), _short(told[0].text), Reply(told))]
    if isinstance(answer, Answered):
        lead = answer.facts[0]
        best = _item(library, Choice(question_for(library, lead), lead.name), answer, language)
        return [best] if answer.sure else [best, *_others(library, _able(library, decision), language, besides=lead.name)]
    if isinstance(answer, Ambiguous):
        return list(_others(library, [*answer.choices, *_able(library, decision)], language))
    typing = begun(desk, typed)
    if typing:
        return list(_others(library, typing, language))
    nearest = answer.nearest if isinstance(answer, Unknown) else ()
    return [_nothing(library, answer, language), *_others(library, nearest, language)]


def _able(library: Library, decision: Decision) -> Iterator[Choice]:
    """The facts that could answer, best first."""
    able = (ranked.fact for ranked in decision.ranked if not ranked.unexplained)
    return (Choice(question_for(library, fact), fact.name) for fact in able)


def _others(library: Library, choices: Iterable[Choice], language: Language, *, besides: str = "") -> Iterator[InlineItem]:
    seen = {besides}
    for choice in choices:
        if choice.fact not in seen:
            seen.add(choice.fact)
            fact = library.facts[choice.fact]
            yield _item(library, choice, Answered((fact,), library.siblings(fact)), language)


def _item(library: Library, asked: Choice, answer: Answered, language: Language) -> InlineItem:
    told = blocks(library, answer, language)
    description = next(block.text for block in told if block.role == "answer")
    return InlineItem(token(asked.fact), _short(asked.text), _short(description), Reply(told), pressed("fact", token(asked.fact)))


def _nothing(library: Library, answer: Answer, language: Language) -> InlineItem:
    told = tuple(block for block in blocks(library, answer, language) if block.role == "answer")
    return InlineItem("nothing", texts.NOTHING.to(language), _short(told[0].text), Reply(told))


def _today(desk: Desk, language: Language) -> Iterator[InlineItem]:
    library, today = desk.answering.library, desk.now().date()
    found = calendar_of(library).day(today.month, today.day)
    title = texts.TODAY.to(language, day=day_and_month(today.month, today.day, language))
    told = day_blocks(library, found, language)
    description = _short(found.facts[0].says if found.facts else told[0].text)
    yield InlineItem("day", title, description, Reply(told), pressed("day", f"{today:%m-%d}"))
    for fact in found.facts:
        line = fact_blocks(library, (fact,), language)
        reply = Reply((Block("heading", library.title(fact.entry)), *line))
        yield InlineItem(token(fact.name), str(fact.date), _short(fact.says), reply, pressed("fact", token(fact.name)))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
