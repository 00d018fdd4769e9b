"""The daily post: what is due, what it says, and what became of it.

Whoever sends claims the post of a place and a day first, in the records; of two processes one wins. A post whose sender died between
claim and delivery is not sent again: nobody can tell any more whether it arrived, and a post too few is better than one twice.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mmbot.daily import Calendar
from mmbot.dates.clock_times import written_time
from mmbot.dates.moments import Moment
from mmbot.dates.periods import every_year, period_of
from mmbot.desk import subscribing_texts as texts
from mmbot.desk.chronology import calendar_of
from mmbot.desk.delivery import Delivered
from mmbot.desk.desk import Desk
from mmbot.desk.records import Subscription
from mmbot.desk.reply import Reply
from mmbot.knowledge.library import Library
from mmbot.model import DEFINITION, Answered, Fact, Language
from mmbot.rendering import Block, blocks, fact_blocks

log = logging.getLogger(__name__)

CATCH_UP = timedelta(hours=6)  # how late a post may be sent, after an outage
MOST = 3
_DAYS_BACK = 45  # from which a day without an event borrows what its own post did not tell
# Days in which a post must not have told a fact already. On its day, a year later, it may be told again.
_NOT_WITHIN = (364, 180, 90, 30, 10)


@dataclass(slots=True)
class Due:
    """A post to be sent: the subscription, and the day that it tells of. ``prepare`` notes the *facts* told for ``confirm``."""

    subscription: Subscription
    day: date
    at: datetime
    facts: tuple[str, ...] = field(default=())

    @property
    def place(self) -> str:
        """Where it goes."""
        return self.subscription.place


@dataclass(frozen=True, slots=True)
class Chosen:
    """The facts of a post; *of_the_day*: they happened on this day, else near to it."""

    facts: tuple[Fact, ...]
    of_the_day: bool


def due(desk: Desk) -> list[Due]:
    """What is to be sent now, the longest overdue first: its time has come, at most six hours ago, and nobody has claimed it."""
    found = [late for subscription in desk.records.subscriptions.all() for late in _due_of(desk, subscription)]
    return sorted(found, key=lambda one: (one.at, one.place))


def prepare(desk: Desk, due: Due) -> Reply | None:
    """The post, claimed for this process; None where another has claimed it or the subscription is another by now."""
    posts = desk.records.posts
    if not posts.claim(due.place, due.day, desk.clock()):
        return None
    try:
        if desk.records.subscriptions.get(due.place) != due.subscription:
            posts.release(due.place, due.day)
            return None
        chosen = choose(calendar_of(desk.answering.library), due.day, partial(posts.told_since, due.place))
    except Exception:
        posts.release(due.place, due.day)
        raise
    due.facts = tuple(fact.name for fact in chosen.facts)
    return _post(desk, due, chosen) if chosen.facts else None


def confirm(desk: Desk, due: Due, delivered: Delivered) -> None:
    """Note what became of a prepared post: it was sent, the place is gone, or it is to be tried again."""
    match delivered:
        case "sent":
            desk.records.posts.sent(due.place, due.day, due.facts)
        case "gone":
            desk.records.subscriptions.end(due.place)
            log.info("The daily post of %s has ended: the chat is gone, or does not let the bot write", due.place)
        case "later":
            desk.records.posts.release(due.place, due.day)


def begin(desk: Desk, subscription: Subscription) -> None:
    """Order *subscription*. Its first post is the next one: a time of today that has passed is not caught up."""
    for missed in _due_of(desk, subscription):
        desk.records.posts.claim(missed.place, missed.day, desk.clock())
    desk.records.subscriptions.put(subscription)


def next_day(desk: Desk, subscription: Subscription) -> date:
    """The day of the next post of *subscription*."""
    day = today(desk, subscription)
    while desk.records.posts.claimed(subscription.place, day) or desk.clock() - _instant(desk, subscription, day) > CATCH_UP:
        day += timedelta(days=1)
    return day


def today(desk: Desk, subscription: Subscription) -> date:
    """The date where *subscription* counts its days."""
    return desk.clock().astimezone(_zone(desk, subscription)).date()


def choose(calendar: Calendar, day: date, told_since: Callable[[date], frozenset[str]]) -> Chosen:
    """The facts for the post of *day*: what was told within a year is not repeated while there is a choice, the most significant first.

    A day without an event of its own tells one thing of this month, of the days before, of a year, or something without a date: nothing
    of days to come, whose posts would then have to repeat it. Where all of that was told, too, it is what was told longest ago.
    """
    own = _own(calendar, day)
    near: list[Fact] = []
    for days in _NOT_WITHIN:
        told = told_since(day - timedelta(days=days))
        fresh = [fact for fact in own if fact.name not in told]
        if fresh:
            return Chosen(tuple(fresh[:MOST]), of_the_day=True)
        near = near or _near(calendar, day)
        other = next((fact for fact in near if fact.name not in told), None)
        if other:
            return Chosen((other,), of_the_day=False)
    return Chosen(tuple((own or near)[:1]), of_the_day=bool(own))


def _due_of(desk: Desk, subscription: Subscription) -> list[Due]:
    now = desk.clock()
    local = today(desk, subscription)
    days = ((day, _instant(desk, subscription, day)) for day in (local - timedelta(days=1), local))
    return [
        Due(subscription, day, at)
        for day, at in days
        if timedelta() <= now - at <= CATCH_UP and not desk.records.posts.claimed(subscription.place, day)
    ]


def _instant(desk: Desk, subscription: Subscription, day: date) -> datetime:
    """When the post of *day* is due. A time that a change of the clocks leaves out comes as much later, one that it doubles the first time."""
    return datetime.combine(day, subscription.at, tzinfo=_zone(desk, subscription)).astimezone(UTC)


def _zone(desk: Desk, subscription: Subscription) -> ZoneInfo:
    try:
        return ZoneInfo(subscription.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # of a database that came from another machine
        return desk.zone


def _own(calendar: Calendar, day: date) -> list[Fact]:
    """What happened on *day*, or went on then; on 28 February also what the 29th of this year cannot tell."""
    days = [Moment(None, day.month, day.day)]
    if (day.month, day.day) == (2, 28) and not Moment(day.year, 2, 29).exists:
        days.append(Moment(None, 2, 29))
    facts = [fact for one in days for fact in calendar.on(one)]
    facts += [fact for fact in calendar.spans_over(every_year(day)) if _may_be_posted(fact)]
    return sorted(facts, key=lambda fact: -fact.significance)


def _near(calendar: Calendar, day: date) -> list[Fact]:
    """What happened some time in this month of the year, on the days before, in some year; then what has no date: in this order."""
    month = [fact for fact in calendar.within(period_of(Moment(None, day.month))) if fact.date and fact.date.precision == "month"]
    before = [day - timedelta(days=back) for back in range(1, _DAYS_BACK + 1)]
    days = [fact for other in before for fact in calendar.on(Moment(None, other.month, other.day))]
    return [*_telling(month), *days, *_telling(calendar.known_by_year()), *_telling(calendar.undated())]


def _telling(facts: Iterable[Fact]) -> list[Fact]:
    return sorted((fact for fact in facts if _may_be_posted(fact)), key=lambda fact: -fact.significance)


def _may_be_posted(fact: Fact) -> bool:
    return (
        fact.rank != "deprecated" and fact.disputes is None and fact.id != DEFINITION and not (fact.date and fact.date.approximate)
    )


def _post(desk: Desk, due: Due, chosen: Chosen) -> Reply:
    language = due.subscription.language
    written = Moment(None, due.day.month, due.day.day).written(language)
    heading = written if chosen.of_the_day else texts.INSTEAD.to(language, day=written)
    told = [block for fact in chosen.facts for block in _told(desk.answering.library, fact, language)]
    quiet = texts.HOW_TO_END.to(language, time=written_time(due.subscription.at, language))
    return Reply((Block("heading", heading), *told, Block("hint", quiet)))


def _told(library: Library, fact: Fact, language: Language) -> tuple[Block, ...]:
    if fact.date:
        return fact_blocks(library, (fact,), language)
    return (Block("heading", library.title(fact.entry)), *blocks(library, Answered((fact,), library.siblings(fact)), language))
