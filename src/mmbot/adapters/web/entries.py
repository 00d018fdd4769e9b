"""The entries: found by name, and each with its facts as a chat tells them."""

from mmbot.adapters.web.visits import Missing, Shown, Visit
from mmbot.desk.browsing import in_order, most_important
from mmbot.desk.finding import find_entries
from mmbot.model import DEFINITION, Answered, Fact
from mmbot.rendering import Block, blocks

MOST_LISTED = 40


def find(visit: Visit) -> Shown:
    """Entries by a name, in any spelling; the most important ones where nothing is looked for."""
    library, searched = visit.moderation.library, visit.query.get("ara", "").strip()
    found = find_entries(library, visit.moderation.living.index, searched) if searched else None
    names = (found.entries or found.near) if found else most_important(library)[:MOST_LISTED]
    values = {
        "searched": searched,
        "entries": [library.entries[name] for name in names],
        "exact": bool(found and found.entries),
        "count": len(library.entries),
    }
    return Shown("entries", values)


def entry(visit: Visit) -> Shown:
    """One entry with all its facts. Raises Missing."""
    visit.moderation.living.catch_up()
    library, name = visit.moderation.library, visit.parts["entry"]
    found = library.entries.get(name)
    if found is None:
        raise Missing(f"“{name}” diye bir madde yayında değil.")
    definition = [fact for fact in found.facts if fact.id == DEFINITION]
    ordered = [*definition, *in_order(library, found)]
    others = [fact for fact in found.facts if fact not in ordered]  # they are told with what they dispute, and can be mended here
    told: list[tuple[Fact, tuple[Block, ...]]] = [
        (fact, blocks(library, Answered((fact,), library.siblings(fact)))) for fact in (*ordered, *others)
    ]
    values = {"entry": found, "told": told, "number": visit.moderation.living.number(name)}
    return Shown("entry", values)
