"""Questions that stayed unanswered, those that ask the same together; what can be made of them."""

from mmbot.adapters.web.visits import Go, Missing, Outcome, Shown, Visit
from mmbot.desk.records import Miss
from mmbot.desk.suggesting import suggest
from mmbot.desk.targets import meant_by
from mmbot.model import Fact
from mmbot.moderation import clusters as clustering
from mmbot.moderation.clusters import Cluster

OF_A_PAGE = 30
MOST_OFFERED = 8


def clusters(visit: Visit) -> Shown:
    """All of them: those that somebody forwarded first, then the most frequent."""
    found, page = clustering.clusters(visit.desk.records.misses.open()), visit.page()
    shown = found[(page - 1) * OF_A_PAGE : page * OF_A_PAGE]
    values = {
        "clusters": shown,
        "count": len(found),
        "page": page,
        "now": visit.desk.clock(),
        "older": len(found) > page * OF_A_PAGE,
    }
    return Shown("unanswered", {**values, "titles": _titles(visit, shown)})


def cluster(visit: Visit) -> Shown:
    """One of them, with facts that it may be asking for. Raises Missing."""
    found = _found(visit)
    searched = visit.query.get("ara", "").strip()
    return Shown(
        "cluster",
        {
            "cluster": found,
            "titles": _titles(visit, [found]),
            "searched": searched,
            "facts": _facts(visit, searched or found.text, "" if searched else found.entry),
            "entries": _entries(visit, searched, found),
            "now": visit.desk.clock(),
        },
    )


def ignore(visit: Visit) -> Outcome:
    """Nobody will answer these, however often they are asked."""
    visit.desk.records.misses.settle(_found(visit).ids)
    return Go(visit.to("unanswered", oldu="ignored"))


def _found(visit: Visit) -> Cluster[Miss]:
    found = clustering.cluster_of(visit.desk.records.misses.open(), visit.number("id"))
    if found is None:
        raise Missing("Bu soru artık yanıtsız değil: yanıtlanmış, yoksayılmış ya da süresi dolmuş.")
    return found


def _titles(visit: Visit, found: list[Cluster[Miss]]) -> dict[str, str]:
    """The titles of the entries that the questions are about, as far as they are still there."""
    entries = visit.moderation.library.entries
    return {one.entry: entries[one.entry].title for one in found if one.entry in entries}


def _facts(visit: Visit, text: str, entry: str) -> list[Fact]:
    """Facts that *text* may be asking for, the most likely first, then others of *entry*."""
    library = visit.moderation.library
    offered = suggest(visit.desk, "question", text, visit.visitor) + suggest(visit.desk, "fact", text, visit.visitor)
    own = library.entries[entry].facts if entry in library.entries else ()
    names = dict.fromkeys((*meant_by(visit.desk, text).facts, *(choice.fact for choice in offered), *(fact.name for fact in own)))
    return [library.facts[name] for name in names if name in library.facts][:MOST_OFFERED]


def _entries(visit: Visit, searched: str, found: Cluster[Miss]) -> list[tuple[str, str]]:
    """Entries that a new fact may belong to: id and title."""
    entries, meant = visit.moderation.library.entries, meant_by(visit.desk, searched or found.text)
    of_facts = (name.partition("/")[0] for name in meant.facts)
    ids = dict.fromkeys((found.entry, *meant.entries, *of_facts, *meant.near))
    return [(name, entries[name].title) for name in ids if name in entries][:MOST_OFFERED]
