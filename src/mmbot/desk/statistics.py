"""“/istatistik”: how questions came out, by day and entry; what people complain about. Without people."""

from collections.abc import Iterator
from datetime import timedelta

from mmbot.dates import written_day
from mmbot.desk import statistics_texts as texts
from mmbot.desk.desk import Desk
from mmbot.desk.feedback_texts import COMPLAINTS
from mmbot.desk.permission import for_role
from mmbot.desk.presses import shortened
from mmbot.desk.reply import Reply, line
from mmbot.model import Language, Visitor
from mmbot.moderation.figures import Figures, figures
from mmbot.rendering import Block
from mmbot.turkish import fold

DAYS = 7
MOST_DAYS = 366
LISTED_DAYS = 14


@for_role("moderator")
def statistics(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """The figures of the last week, or of as many days as *typed* says."""
    days = _days(typed)
    if days is None:
        return line(texts.BAD_DAYS.to(visitor.language, typed=shortened(typed.strip())), role="note").said_to_one()
    since = desk.now().date() - timedelta(days=days - 1)
    found = figures(desk.records.counts.outcomes(since), desk.records.counts.complaints())
    return Reply(tuple(_blocks(desk, found, days, visitor.language)), only_you=True)


def _days(typed: str) -> int | None:
    words = fold(typed).split()
    if not words:
        return DAYS
    number = words[0]
    return int(number) if number.isdigit() and len(number) <= 3 and 1 <= int(number) <= MOST_DAYS else None


def _blocks(desk: Desk, found: Figures, days: int, language: Language) -> Iterator[Block]:
    if not found.asked:
        yield Block("answer", texts.NOTHING.to(language, days=days))
    else:
        yield Block("heading", texts.HEADING.to(language, days=days, asked=found.asked))
        yield Block("answer", texts.TOTAL.to(language, **found.total))
        by_day = [texts.COUNTS.to(language, name=written_day(day, language), **counts) for day, counts in found.days[:LISTED_DAYS]]
        yield Block("answer", "\n".join([texts.BY_DAY.to(language), *by_day]))
    library = desk.answering.library
    if found.entries:
        names = [(library.title(entry) if entry in library.entries else entry, counts) for entry, counts in found.entries]
        by_entry = [texts.COUNTS.to(language, name=name, **counts) for name, counts in names]
        yield Block("answer", "\n".join([texts.BY_ENTRY.to(language), *by_entry]))
    if found.complaints:
        by_fact = [texts.COMPLAINT.to(language, name=fact, kinds=_kinds(kinds, language)) for fact, kinds in found.complaints]
        yield Block("answer", "\n".join([texts.COMPLAINTS.to(language), *by_fact]))


def _kinds(kinds: dict[str, int], language: Language) -> str:
    return " · ".join(f"{COMPLAINTS[kind].to(language) if kind in COMPLAINTS else kind} {count}" for kind, count in kinds.items())
