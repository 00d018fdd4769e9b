"""“/kronoloji”: the events of a month, a year or a span in order of date, a page at a time.

A page is found again by what its button carries – both ends of the period and the number – so buttons stay valid for ever.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mmbot.daily import Calendar
from mmbot.dates import Period, read_period
from mmbot.dates.moments import Moment
from mmbot.dates.periods import period_between, period_of
from mmbot.desk import days_texts as texts
from mmbot.desk.desk import Desk
from mmbot.desk.pacing import asks_too_soon
from mmbot.desk.per_library import PerLibrary
from mmbot.desk.presses import number_in, pressed
from mmbot.desk.reply import Button, Reply, Rows, line
from mmbot.knowledge.library import Library
from mmbot.model import Fact, Language, Visitor
from mmbot.rendering import Block, fact_blocks, only_turkish

FACTS_OF_A_PAGE = 6
LENGTH_OF_A_PAGE = 1_600  # characters, so that a page is one message also in Discord (2,000): a turned page replaces it
YEARS = range(1917, 1931)
_MOST_YEARS = 20  # buttons
_IN_A_ROW = 5
_MONTHS_IN_A_ROW = 4

calendar_of = PerLibrary(Calendar)


def chronology(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """The first page of the period that was *typed*; without one, how to ask, with the years to choose from."""
    calendar, language = calendar_of(desk.answering.library), visitor.language
    waiting = asks_too_soon(desk, visitor)
    if waiting:
        return waiting
    if not typed.strip():
        return Reply((Block("answer", texts.HOW.to(language)),), _year_buttons(_known_years(calendar)))
    period = read_period(typed, desk.now().date())
    if period is None:
        return Reply((Block("answer", texts.NO_DATE.to(language)),), _year_buttons(_known_years(calendar)))
    return page(calendar, period, 1, language)


def turn(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """A button that leads to a page was pressed: ``<from>:<to>:<page>``; what is forged is answered, too."""
    first, last, number, *_ = [*typed.split(":"), "", "", ""]
    period, shown = period_between(first, last), number_in(number, digits=5)
    if period is None or shown is None:
        return line(texts.EXPIRED.to(visitor.language))
    return replace(page(calendar_of(desk.answering.library), period, shown, visitor.language), replaces=True)


def page(calendar: Calendar, period: Period, number: int, language: Language) -> Reply:
    """One page of *period*; a *number* that it has not is taken for the nearest that it has."""
    facts, written = calendar.within(period), period.written(language)
    if not facts:
        told = (Block("answer", texts.NOTHING.to(language, period=written)), Block("hint", texts.YEARS.to(language)))
        return Reply(told, _year_buttons(_known_years(calendar)))
    pages = _pages(calendar.library, facts, language)
    number = min(max(number, 1), len(pages))
    title = texts.TITLE_PAGED if len(pages) > 1 else texts.TITLE
    heading = Block("heading", title.to(language, period=written, count=len(facts), page=number, pages=len(pages)))
    grouped = _grouped(calendar.library, pages[number - 1], period, language)
    apology = only_turkish(pages[number - 1], language)
    return Reply(
        (heading, *grouped, *apology), (*_turns(period, number, len(pages), language), *_others(calendar, period, facts, language))
    )


def tell(calendar: Calendar, period: Period, language: Language) -> tuple[Block, ...]:
    """All of *period* at once; nothing where it has no event."""
    facts = calendar.within(period)
    heading = Block("heading", texts.TITLE.to(language, period=period.written(language), count=len(facts)))
    return (heading, *_grouped(calendar.library, facts, period, language)) if facts else ()


def chron_button(label: str, period: Period, number: int = 1) -> Button:
    """A button that leads to a page of *period*."""
    return Button(label, pressed("chron", *period.ends, number))


def _pages(library: Library, facts: Iterable[Fact], language: Language) -> list[list[Fact]]:
    pages: list[list[Fact]] = [[]]
    length = 0
    for fact in facts:
        added = sum(len(block.text) for block in fact_blocks(library, (fact,), language))
        if pages[-1] and (len(pages[-1]) == FACTS_OF_A_PAGE or length + added > LENGTH_OF_A_PAGE):
            pages.append([])
            length = 0
        pages[-1].append(fact)
        length += added
    return pages


def _grouped(library: Library, facts: Sequence[Fact], period: Period, language: Language) -> Iterator[Block]:
    """The facts of a page, under their months where the period has several; what is known less finely is said to be so."""
    before: Block | None = None
    for fact in facts:
        label = _label(fact, period, language)
        if label != before and not (label.role == "heading" and label.text == period.written(language)):
            yield label
        before = label
        yield from fact_blocks(library, (fact,), language)


def _label(fact: Fact, period: Period, language: Language) -> Block:
    """Under which month *fact* stands: the one in which it begins, or the first of *period* that it goes on in."""
    when = fact.date
    if when is None:
        return Block("heading", "")
    if when.precision in {"month", "year"}:
        return Block("hint", (texts.MONTH_ONLY if when.precision == "month" else texts.YEAR_ONLY).to(language))
    begun = min((max(first, when.first) for first, last in period.spans(when) if when.first <= last and first <= when.last))
    return Block("heading", Moment(begun.year, begun.month).written(language))


def _turns(period: Period, number: int, pages: int, language: Language) -> Rows:
    back = (chron_button(texts.BACK.to(language), period, number - 1),) if number > 1 else ()
    on = (chron_button(texts.ON.to(language), period, number + 1),) if number < pages else ()
    return ((*back, *on),) if pages > 1 else ()


def _others(calendar: Calendar, period: Period, facts: Iterable[Fact], language: Language) -> Rows:
    """Ways to a part of *period*, or from a month to its year."""
    first, last = period.first, period.last
    if first.year is None or last.year is None:
        return ()
    if first.year != last.year:
        return _year_buttons([year for year in calendar.years() if first.year <= year <= last.year][:_MOST_YEARS])
    if first.month is not None or last.month is not None:
        year = period_of(Moment(first.year))
        return ((chron_button(year.written(language), year),),)
    months = sorted({fact.date.first.month for fact in facts if fact.date and fact.date.precision != "year"})
    wholes = [period_of(Moment(first.year, month)) for month in months]
    return _rows([chron_button(whole.first.written(language, with_year=False), whole) for whole in wholes], _MONTHS_IN_A_ROW)


def _known_years(calendar: Calendar) -> list[int]:
    return [year for year in calendar.years() if year in YEARS]


def _year_buttons(years: Iterable[int]) -> Rows:
    return _rows([chron_button(str(year), period_of(Moment(year))) for year in years], _IN_A_ROW)


def _rows(buttons: Sequence[Button], width: int) -> Rows:
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))
