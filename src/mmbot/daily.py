"""What happened on a day of the year, for “/bugün” and the daily post."""

from collections import defaultdict

from mmbot.dates import nearest_days
from mmbot.knowledge.library import Library
from mmbot.model import DEFINITION, Day, Fact

DayOfYear = tuple[int, int]
MOST = 6


def day_table(library: Library) -> dict[DayOfYear, list[Fact]]:
    """The facts of every day of the year (month, day) that has one, the most significant first.

    Only facts of one certain day count; what an entry is, is told only on a day of which it has nothing else.
    """
    table: dict[DayOfYear, list[Fact]] = defaultdict(list)
    for fact in library.facts.values():
        if fact.is_day_event and fact.date:
            table[fact.date.first.month, fact.date.first.day].append(fact)
    for facts in table.values():
        told = {(fact.entry, fact.date) for fact in facts if fact.id != DEFINITION}
        facts[:] = [fact for fact in facts if fact.id != DEFINITION or (fact.entry, fact.date) not in told]
        facts.sort(key=lambda fact: (fact.id == DEFINITION, -fact.significance, fact.date.first if fact.date else None, fact.name))
    return dict(table)


def day(library: Library, month: int, day_of_month: int) -> Day:
    """The facts of one day of the year; where there are none, those of the nearest days."""
    table = day_table(library)
    asked = (month, day_of_month)
    if asked in table:
        return Day(asked, tuple(table[asked][:MOST]))
    near = nearest_days(set(table), month, day_of_month)
    return Day(asked, tuple(table[other][0] for other in near), nearest=True)
