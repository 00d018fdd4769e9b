"""A moderator proposes something himself: from an unanswered question, or from an entry."""

from dataclasses import replace

from mmbot.adapters.web.forms import Filled, beforehand, read, refused, target_of
from mmbot.adapters.web.looking import looked, values_of
from mmbot.adapters.web.visits import Go, Missing, Outcome, Shown, Visit, whole
from mmbot.desk.asked_before import with_question
from mmbot.desk.proposal_forms import proposal_form
from mmbot.desk.reply import Form
from mmbot.desk.wanted import OF_A_FACT
from mmbot.moderation import handing_in
from mmbot.moderation.beside import Beside, beside
from mmbot.moderation.clusters import Cluster, cluster_of
from mmbot.moderation.drafting import FIELDS, Target, draft_from
from mmbot.moderation.refusals import NotAllowed, Refusal

ASKED = frozenset({"fact", "phrasing"})  # the forms in which an unanswered question is filled in


def form(visit: Visit) -> Outcome:
    """The form of a kind of proposal, about an entry or fact; an unanswered question may stand in it."""
    kind, target = _wanted(visit)
    return _page(visit, beforehand(_form(visit, kind, target)), target)


def hand_in(visit: Visit) -> Outcome:
    """Take the form: it waits for another moderator then. With *denetle* it is only looked at, with *tasi* it came from another form."""
    kind, target = _wanted(visit)
    filled = read(_form(visit, kind, target), visit)
    if visit.typed("tasi"):
        present = beforehand(filled.form).values
        values = {name: text or present[name] for name, text in filled.values.items()}
        return _page(visit, replace(filled, values=values, faults={}), target)
    if visit.typed("denetle"):
        seen = looked(visit, kind, filled, target)
        return _page(visit, seen.filled, target, seen.beside, status=200, flaws=seen.flaws)
    if filled.faults:
        return _page(visit, filled, target)
    cluster = _cluster(visit)
    try:
        draft = draft_from(kind, target, filled.values, visit.moderation.library)
        found = beside(visit.moderation, kind, target, filled.values)
        differs = kind != "change" or handing_in.becomes_dispute(visit.moderation, draft)
        if differs and (unseen := found.without(visit.typed("seen").split())).marks:
            return _page(visit, filled, target, unseen, status=422)
        misses = cluster.ids if cluster else ()
        handed = handing_in.hand_in(visit.moderation, draft, visit.visitor, visit.desk.clock(), misses)
    except NotAllowed:
        raise
    except Refusal as error:
        return _page(visit, refused(filled, error), target)
    return Go(visit.to("proposal", id=handed.proposal.id, oldu="disputed" if handed.disputes else "handed-in"))


def _wanted(visit: Visit) -> tuple[str, Target]:
    """Which form about what. Raises Missing."""
    kind, (entry, _, fact) = visit.parts["kind"], visit.query.get("konu", "").partition("/")
    if kind not in FIELDS or (kind in OF_A_FACT) != bool(fact):
        raise Missing("Böyle bir öneri formu yok.")
    if kind == "entry":
        return kind, Target()
    target = target_of(visit.moderation, entry, fact)
    if target.entry is None:
        raise Missing("Bu madde yok ya da artık yok.")
    return kind, target


def _form(visit: Visit, kind: str, target: Target) -> Form:
    form = proposal_form("propose", kind, target, visit.moderation.library, "tr")
    cluster = _cluster(visit)
    return with_question(visit.desk, form, cluster.text, "tr") if cluster and kind in ASKED else form


def _cluster(visit: Visit) -> Cluster | None:  # type: ignore[type-arg]  # of whatever the records keep
    number = visit.query.get("yanitsiz", "")
    return cluster_of(visit.desk.records.misses.open(), whole(number)) if number else None


def _page(
    visit: Visit,
    filled: Filled,
    target: Target,
    found: Beside | None = None,
    *,
    status: int = 0,
    flaws: list[str] | None = None,
) -> Shown:
    """The form; *found*: what stands beside what was typed. *flaws*: of a form that was looked at, what would be wrong with it."""
    cluster, shown = _cluster(visit), found or Beside()
    values = values_of(visit, shown) | {
        "filled": filled,
        "target": target,
        "seen": " ".join(sorted({*visit.typed("seen").split(), *shown.marks})),
        "flaws": flaws,
        "kind": visit.parts["kind"],
        "to_other": {"yanitsiz": cluster.id} if cluster else {},
        "here": visit.to("propose", kind=visit.parts["kind"], **visit.query),
        "cluster": cluster,
    }
    return Shown("propose", values, status or (422 if filled.faults else 200))
