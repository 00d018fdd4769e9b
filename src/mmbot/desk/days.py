"""“/bugün”: what happened today, or on a day that is named; a longer time is told as a chronology."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from mmbot import texts as said
from mmbot.daily import MOST, Calendar
from mmbot.dates import Period, read_period
from mmbot.dates.moments import Moment
from mmbot.dates.periods import every_year, period_between, period_of
from mmbot.desk import asking
from mmbot.desk import days_texts as texts
from mmbot.desk.chronology import LENGTH_OF_A_PAGE, calendar_of, chron_button, page
from mmbot.desk.desk import Desk
from mmbot.desk.pacing import asks_too_soon
from mmbot.desk.presses import pressed
from mmbot.desk.reply import Button, Reply, Rows, line
from mmbot.desk.small_talk import small_talk
from mmbot.knowledge.library import Library
from mmbot.model import Fact, Language, Visitor
from mmbot.rendering import Block, cited, fact_blocks, only_turkish
from mmbot.turkish import split_words

_Lines = tuple[Block, ...]  # the paragraphs of one fact
# The words for a day in a question, and how each is typed as a date.
_DAYS = {
    "bugun": "bugün", "bugunku": "bugün", "bugunun": "bugün", "dun": "dün", "dunku": "dün", "yarin": "yarın", "yarinki": "yarın",
    "today": "bugün", "yesterday": "dün", "tomorrow": "yarın",
}  # fmt: skip
# All that a question may say besides: another word (Kars, hava) asks for something else.
_ASKING_WORDS = frozenset({
    "ne", "neler", "oldu", "olmus", "olmustu", "oluyor", "yasandi", "yasanmis", "gecti", "olay", "olaylar", "olaylari",
    "hangi", "tarihte", "tarihteki", "tarihi", "tarih", "gun", "gunu", "var", "vardi", "bana", "anlat", "goster",
    "soyle", "yaz", "peki", "what", "happened", "on", "in", "this", "day", "of", "history", "the", "events", "are",
    "were", "tell", "show", "me", "was", "there",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """The events of a day as paragraphs; *found*: they are of that very day; *more*: how many of them did not find room."""

    blocks: tuple[Block, ...]
    found: bool
    more: int = 0


def today(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """The events of the day or time that was *typed*, of today where nothing was."""
    waiting = asks_too_soon(desk, visitor)
    if waiting:
        return waiting
    now = desk.now().date()
    period = read_period(typed, now) if typed.strip() else every_year(now)
    if period is None:
        return line(texts.NO_DATE.to(visitor.language))
    return _shown(calendar_of(desk.answering.library), period, visitor.language)


def turn_day(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """A button that leads to a day was pressed: ``03-16`` or ``1921-03-16``; what is forged is answered, too."""
    period = period_between(typed, typed)
    if period is None or period.day is None:
        return line(texts.EXPIRED.to(visitor.language))
    return replace(_shown(calendar_of(desk.answering.library), period, visitor.language), replaces=True)


def asks_for_today(text: str) -> bool:
    """Whether *text*, typed as a question, asks what happened today or yesterday, and nothing else.

    >>> asks_for_today("Bugün tarihte ne oldu?"), asks_for_today("Bugün Kars'ta ne oldu?"), asks_for_today("bugün hava nasıl")
    (True, False, False)
    """
    if len(text) > 80:
        return False
    words = _day_words(text)
    return not _DAYS.keys().isdisjoint(words) and all(word in _DAYS or word in _ASKING_WORDS for word in words)


def question(desk: Desk, text: str, visitor: Visitor) -> Reply:
    """Answer a question, which may be one for the day’s events, or small talk."""
    talk = small_talk(desk, text, visitor)
    if talk:
        return asks_too_soon(desk, visitor) or talk
    if not asks_for_today(text):
        return asking.ask(desk, text, visitor)
    named = next(word for word in _day_words(text) if word in _DAYS)
    return today(desk, _DAYS[named], visitor)


def _day_words(text: str) -> list[str]:
    words = split_words(text)
    return ["bugun", *words[2:]] if words[:2] == ["bu", "gun"] else words


def tell_day(calendar: Calendar, period: Period, language: Language, *, whole: bool = False) -> Told:
    """The events of a *period* of one day: of every year where it has no year; without any, the nearest, and that it is so.

    *whole* tells all of them, else as many as one message holds.
    """
    day = period.day
    if day is None:
        raise ValueError(f"{period.written()} is no day")
    groups = _groups(calendar, period, day, language)
    count = sum(len(lines) for _, lines in groups)
    if not count:
        return Told(tuple(_instead(calendar, day, language)), found=False)
    told, shown = [Block("heading", period.written(language))], 0
    for label, lines in groups:
        room = LENGTH_OF_A_PAGE - sum(len(block.text) for block in told)
        fitting = lines if whole else lines[: _how_many(lines, room) or (not shown)]  # one at least
        told += [*(label if fitting else ()), *chain.from_iterable(fitting)]
        shown += len(fitting)
    return Told(tuple(told), found=True, more=count - shown)


def _groups(calendar: Calendar, period: Period, day: Moment, language: Language) -> list[tuple[tuple[Block, ...], list[_Lines]]]:
    """What is certain of a day, what went on around it, what is doubtful: each with its label and the paragraphs of every fact."""
    library = calendar.library
    certain = calendar.on(day)
    return [
        ((), [fact_blocks(library, (fact,), language) for fact in certain]),
        (
            (Block("hint", texts.AROUND.to(language)),),
            [fact_blocks(library, (fact,), language) for fact in calendar.spans_over(period)],
        ),
        (
            (Block("hint", texts.DOUBTFUL.to(language)),),
            [tuple(_doubted(library, fact, certain, language)) for fact in calendar.doubtful(period)],
        ),
    ]


def _how_many(lines: list[_Lines], room: int) -> int:
    """How many facts fit into *room* characters."""
    length = 0
    for number, blocks in enumerate(lines):
        length += sum(len(block.text) for block in blocks)
        if number == MOST or length > room:
            return number
    return len(lines)


def _shown(calendar: Calendar, period: Period, language: Language) -> Reply:
    day = period.day
    if day is None:
        return page(calendar, period, 1, language)
    told = tell_day(calendar, period, language)
    apology = only_turkish((*calendar.on(day), *calendar.spans_over(period)), language)
    whole = ((chron_button(texts.MORE.to(language, count=len(calendar.within(period))), period),),) if told.more else ()
    return Reply((*told.blocks, *apology), (*whole, *_neighbours(calendar, day, language)))


def _instead(calendar: Calendar, day: Moment, language: Language) -> Iterator[Block]:
    """What is told where *day* has no event: that, and the same day of other years or the nearest days."""
    month, number = day.month or 1, day.day or 1
    near = calendar.day(month, number)
    if not near.facts:
        yield Block("answer", said.NO_DAYS.to(language))
        return
    if day.year is None:
        yield Block("heading", said.DAY_NEAREST.to(language, day=day.written(language)))
        yield from fact_blocks(calendar.library, near.facts, language)
        return
    yield Block("heading", texts.NO_EVENT.to(language, day=day.written(language)))
    yield Block("hint", (texts.NEAREST if near.nearest else texts.OTHER_YEARS).to(language))
    facts = [calendar.on(other)[0] for other in calendar.around(day)] if near.nearest else near.facts[:2]
    yield from fact_blocks(calendar.library, facts, language)


def _doubted(library: Library, fact: Fact, told: tuple[Fact, ...], language: Language) -> Iterator[Block]:
    """A fact that is contradicted or wrong, with what is said instead and why."""
    yield from fact_blocks(library, (fact,), language)
    if fact.rank == "deprecated" and fact.reason and not fact.editor_note:
        yield Block("note", f"{said.REASON.to(language)}: {fact.reason}")
    preferred = library.facts.get(fact.disputes) if fact.disputes else None
    if preferred and preferred not in told:
        says = preferred.says_en if language == "en" and preferred.says_en else preferred.says
        yield Block("dispute", f"{said.OTHERWISE.to(language)}: {says} ({cited(library, preferred.citations, language)})")


def _neighbours(calendar: Calendar, day: Moment, language: Language) -> Rows:
    """Buttons to the last day with an event before *day* and the first one after it."""
    others = calendar.around(day)
    labels = (texts.BEFORE, texts.AFTER) if len(others) == 2 or (others and others[0] < day) else (texts.AFTER,)
    buttons = [
        Button(label.to(language, day=other.written(language)), pressed("day", period_of(other).ends[0]))
        for label, other in zip(labels, others, strict=False)
    ]
    return (tuple(buttons),) if buttons else ()
