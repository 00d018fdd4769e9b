"""Who changed what, when and why – of an entry, of everything –, and back."""

from mmbot.adapters.web.visits import Go, Missing, Outcome, Shown, Visit, whole
from mmbot.desk import verdicts
from mmbot.moderation.history import history
from mmbot.moderation.proposals import StaleRevision
from mmbot.moderation.refusals import Refusal

OF_A_PAGE = 30


def everything(visit: Visit) -> Shown:
    """The revisions of all entries, newest first."""
    revisions = visit.moderation.records.revisions
    newest = max((revision.id for revision in revisions.latest().values()), default=0)
    page = visit.page()
    last = newest - OF_A_PAGE * (page - 1)
    found = [revision for revision in revisions.since(max(0, last - OF_A_PAGE)) if revision.id <= last]
    return Shown("history", {"revisions": found[::-1], "page": page, "older": last > OF_A_PAGE})


def of_entry(visit: Visit) -> Shown:
    """The revisions of one entry, with what each has changed. Raises Missing."""
    return _entry_page(visit)


def undo(visit: Visit) -> Outcome:
    """Back to an earlier revision, as a new one."""
    entry = visit.parts["entry"]
    try:
        verdicts.undo(visit.desk, entry, visit.visitor, seen=whole(visit.typed("seen")), to=whole(visit.typed("target")))
    except (Refusal, StaleRevision) as error:
        return _entry_page(visit, problem=str(error))
    return Go(visit.to("entry_history", entry=entry, oldu="undone"))


def _entry_page(visit: Visit, problem: str = "") -> Shown:
    entry, moderation = visit.parts["entry"], visit.moderation
    moderation.living.catch_up()
    found = moderation.living.entry(entry)
    if found is None:
        raise Missing(f"“{entry}” diye bir madde yok.")
    values = {
        "entry": found,
        "steps": history(moderation, entry, visit.query.get("bilgi", "")) if moderation.living.number(entry) else [],
        "fact": visit.query.get("bilgi", ""),
        "number": moderation.living.number(entry),
        "from_files": moderation.living.base(entry) is not None,
        "problem": problem,
    }
    return Shown("entry_history", values, 409 if problem else 200)
