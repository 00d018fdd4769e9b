"""How the questions came out: numbers without people."""

from datetime import timedelta

from mmbot.adapters.web.visits import Shown, Visit
from mmbot.moderation.figures import figures as added_up

SPANS = (7, 30, 90, 365)  # days


def figures(visit: Visit) -> Shown:
    """Of the last so many days, today among them."""
    wanted = visit.query.get("gun", "30")
    days = int(wanted) if wanted in {str(span) for span in SPANS} else 30
    since = visit.desk.now().date() - timedelta(days=days - 1)
    counts = visit.desk.records.counts
    library = visit.moderation.library
    return Shown(
        "statistics",
        {
            "figures": added_up(counts.outcomes(since), counts.complaints()),
            "days": days,
            "spans": SPANS,
            "titles": {entry.id: entry.title for entry in library.entries.values()},
            "facts": library.facts,
        },
    )
