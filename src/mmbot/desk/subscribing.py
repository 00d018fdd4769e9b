"""“/abone” and “/abonelik”: the daily post of a place is ordered, shown, put to another time, ended."""

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

from mmbot.dates.clock_times import read_time, written_time
from mmbot.dates.moments import Moment
from mmbot.desk import posting
from mmbot.desk import subscribing_texts as texts
from mmbot.desk.desk import Desk
from mmbot.desk.presses import pressed
from mmbot.desk.records import Subscription
from mmbot.desk.reply import Button, Reply, Rows, line
from mmbot.model import Language, Visitor
from mmbot.rendering import Block
from mmbot.texts import Say

USUAL = time(9)
TIMES = (time(7), time(9), time(12), time(18), time(21))  # buttons
_END = "end"


def subscribe(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """Order the daily post of this place for the time *typed*, 09.00 unless one is; in a group or channel administrators may."""
    at = read_time(typed) if typed.strip() else USUAL
    if not may_order(visitor):
        return _nameless(at or USUAL, visitor.language) if visitor.anonymous else _refused(visitor.language)
    if at is None:
        return line(texts.NO_TIME.to(visitor.language))
    return _order(desk, at, visitor)


def subscription(desk: Desk, _typed: str, visitor: Visitor) -> Reply:
    """Show the subscription of this place, with buttons for those who may change it."""
    found = desk.records.subscriptions.get(visitor.place)
    if found is None:
        return Reply((Block("answer", texts.NONE.to(visitor.language)),), _times(visitor, None))
    return _state(desk, texts.STANDING, found, visitor)


def change(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """A button was pressed: ``end``, or a time such as ``0900``; what is forged is answered, too."""
    if not may_order(visitor):
        refused = _refused(visitor.language)
        return replace(refused, toast=texts.NOT_YOURS.to(visitor.language), only_you=True)
    if typed == _END:
        desk.records.subscriptions.end(visitor.place)
        ended = Block("answer", texts.ENDED.to(visitor.language))
        return Reply((ended,), _times(visitor, None), toast=ended.text, replaces=True)
    at = read_time(typed) if len(typed) == 4 and typed.isascii() and typed.isdigit() else None
    if at is None:
        return line(texts.EXPIRED.to(visitor.language))
    return replace(_order(desk, at, visitor), replaces=True)


def may_order(visitor: Visitor) -> bool:
    """Whether *visitor* may order or end the daily post where he is: anybody in private, administrators elsewhere."""
    return visitor.private or "admin" in visitor.roles


def _order(desk: Desk, at: time, visitor: Visitor) -> Reply:
    before = desk.records.subscriptions.get(visitor.place)
    by = None if visitor.anonymous else visitor.person
    ordered = Subscription(visitor.place, at, desk.zone.key, visitor.language, by)
    if before and (before.at, before.zone, before.language) == (ordered.at, ordered.zone, ordered.language):
        return _state(desk, texts.AS_BEFORE, before, visitor)
    posting.begin(desk, ordered)
    return _state(desk, texts.CHANGED if before else texts.ORDERED, ordered, visitor)


def _state(desk: Desk, told: Say, found: Subscription, visitor: Visitor) -> Reply:
    language = visitor.language
    place = (texts.PRIVATE if visitor.private else texts.HERE).to(language)
    at = written_time(found.at, language)
    day = posting.next_day(desk, found)
    following = texts.NEXT.to(language, day=_named(day, posting.today(desk, found), language), time=at, zone=found.zone)
    return Reply((Block("answer", told.to(language, place=place, time=at)), Block("hint", following)), _times(visitor, found))


def _named(day: date, today: date, language: Language) -> str:
    written = Moment(day.year, day.month, day.day).written(language)
    near = {today: texts.TODAY, today + timedelta(days=1): texts.TOMORROW}.get(day)
    return f"{near.to(language)}, {written}" if near else written


def _times(visitor: Visitor, found: Subscription | None) -> Rows:
    if not may_order(visitor):
        return ()
    others = [at for at in TIMES if found is None or at != found.at]
    times = tuple(_time_button(at, visitor.language) for at in others)
    end = (Button(texts.END.to(visitor.language), pressed("sub", _END)),)
    return (times, end) if found else (times,)


def _nameless(at: time, language: Language) -> Reply:
    """Whoever writes in the name of his group is nobody; whoever presses a button is somebody, and is asked for there."""
    times = sorted({at, *TIMES})
    rows = tuple(
        tuple(map(partial(_time_button, language=language), times[start : start + 3])) for start in range(0, len(times), 3)
    )
    return Reply((Block("answer", texts.NAMELESS.to(language)),), rows)


def _time_button(at: time, language: Language) -> Button:
    return Button(written_time(at, language), pressed("sub", f"{at:%H%M}"))


def _refused(language: Language) -> Reply:
    return replace(line(texts.NOT_YOURS.to(language)), only_you=True)
