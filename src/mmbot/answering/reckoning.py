"""Questions whose answer is worked out: how long between, which first, what after, what differs, which day in another calendar.

Tried before every other way to answer, so each kind must recognise its own form and leave any other question alone.
"""

from mmbot.answering.decision import Decision, Known
from mmbot.answering.reckoning_after import afterwards
from mmbot.answering.reckoning_between import between
from mmbot.answering.reckoning_compare import clause_compared, compared
from mmbot.answering.reckoning_conversion import converted
from mmbot.answering.reckoning_kinds import all_of_a_kind, delegations
from mmbot.answering.reckoning_lists import listed
from mmbot.answering.reckoning_old_dates import in_old_calendar
from mmbot.answering.reckoning_order import ordered, undecided
from mmbot.answering.reckoning_today import until_today
from mmbot.answering.reckoning_weekday import weekday
from mmbot.matching.reading import Reading


def reckoned(known: Known, reading: Reading) -> Decision | None:
    """The worked-out answer to a question of one of these kinds; None for every other question."""
    for attempt in (
        converted,
        in_old_calendar,
        weekday,
        until_today,
        between,
        ordered,
        clause_compared,
        compared,
        all_of_a_kind,
        delegations,
        listed,
        afterwards,
        undecided,
    ):
        decision = attempt(known, reading)
        if decision:
            return decision
    return None
