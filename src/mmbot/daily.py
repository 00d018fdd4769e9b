"""What happened on a day of the year, for “/bugün” and the daily post."""

from collections import defaultdict

from mmbot.dates import nearest_days
from mmbot.knowledge.library import Library
from mmbot.model import DEFINITION, Day, Fact

DayOfYear = tuple[int, int]
MOST = 6


def day_table(library: Library) -> dict[DayOfYear, list[Fact]]:
    """The facts of every day of the year (month, day) that has one, the most significant first.

    Only facts of one certain day count; a fact that another one disputes is told with that one, a deprecated one not at all.
    """
    table: dict[DayOfYear, list[Fact]] = defaultdict(list)
    for fact in library.facts.values():
        if fact.date and fact.date.is_day and fact.rank != "deprecated" and not fact.disputes and fact.id != DEFINITION:
            table[fact.date.first.month, fact.date.first.day].append(fact)
    for facts in table.values():
        facts.sort(key=lambda fact: (-fact.significance, fact.date.first if fact.date else None, fact.name))
    return dict(table)


def day(library: Library, month: int, day_of_month: int) -> Day:
    """The facts of one day of the year; where there are none, those of the nearest days."""
    table = day_table(library)
    asked = (month, day_of_month)
    if asked in table:
        return Day(asked, tuple(table[asked][:MOST]))
    near = nearest_days(set(table), month, day_of_month)
    return Day(asked, tuple(table[other][0] for other in near), nearest=True)
