"""What a moderator does with a proposal. Each form carries the mark of what he has looked at."""

from collections.abc import Callable
from dataclasses import replace

from mmbot.adapters.web.forms import Filled, beforehand, read, refused, target_of
from mmbot.adapters.web.looking import Looked, looked, values_of
from mmbot.adapters.web.reviewing import card_page
from mmbot.adapters.web.visits import Go, Outcome, Shown, Visit
from mmbot.desk import verdicts
from mmbot.desk.permission_texts import already_decided
from mmbot.desk.proposal_forms import proposal_form
from mmbot.desk.reply import Form
from mmbot.moderation import deciding, drafting
from mmbot.moderation.beside import Beside
from mmbot.moderation.drafting import Target, draft_from, form_of
from mmbot.moderation.handing_in import WAITING
from mmbot.moderation.proposals import AlreadyDecided, Proposal, StaleRevision
from mmbot.moderation.refusals import Changed, NoSuchProposal, NotAllowed, Refusal

UNMARKED = "-"  # the mark of a form that has none: it fits no proposal


def approve(visit: Visit) -> Outcome:
    """Approve it: it is live when the next page is shown."""
    return _decided(visit, lambda number, mark: verdicts.approve(visit.desk, number, visit.visitor, mark), "approved")


def reject(visit: Visit) -> Outcome:
    """Reject it, with the reason that the proposer will read."""
    reason = visit.typed("reason")
    return _decided(visit, lambda number, mark: verdicts.reject(visit.desk, number, visit.visitor, reason, mark), "rejected")


def postpone(visit: Visit) -> Outcome:
    """Put it at the end of the queue."""
    note, now = visit.typed("reason"), visit.desk.clock()
    return _decided(visit, lambda number, _: deciding.postpone(visit.moderation, number, visit.visitor, now, note), "postponed")


def rebase(visit: Visit) -> Outcome:
    """Carry it over to the newest revision of its entry."""
    return _decided(visit, lambda number, mark: deciding.rebase(visit.moderation, number, visit.visitor, mark), "rebased")


def edit(visit: Visit) -> Outcome:
    """The form of what is proposed, filled in."""
    proposal = deciding.find(visit.moderation, visit.number("id"))
    if proposal.state not in WAITING:
        return card_page(visit, problem=already_decided(proposal, visit.desk.zone, "tr", visit.desk.names))
    return _edit_page(visit, proposal, beforehand(_form(visit, proposal)))


def amend(visit: Visit) -> Outcome:
    """Take what a moderator has made of it; to be looked at again, then approved."""
    proposal = deciding.find(visit.moderation, visit.number("id"))
    filled = read(_form(visit, proposal), visit)
    if visit.typed("denetle"):
        seen = looked(visit, form_of(proposal.draft), filled, _target(visit, proposal))
        return _edit_page(visit, proposal, seen.filled, seen, status=200)
    if filled.faults:
        return _edit_page(visit, proposal, filled)
    try:
        draft = draft_from(form_of(proposal.draft), _target(visit, proposal), filled.values, visit.moderation.library)
        # The id of a new entry was made of its first title, and stays what it was.
        draft = replace(draft, entry=proposal.draft.entry)
        deciding.amend(visit.moderation, proposal.id, draft, visit.visitor, visit.typed("mark") or UNMARKED)
    except AlreadyDecided as error:
        said = already_decided(error.proposal, visit.desk.zone, "tr", visit.desk.names)
        return _edit_page(visit, proposal, replace(filled, faults={"": said}), status=409)
    except Changed as error:
        theirs = beforehand(_form(visit, error.proposal)).values
        others = {name: text for name, text in theirs.items() if text != filled.values[name]}
        return _edit_page(visit, error.proposal, replace(filled, faults={"": str(error)}, others=others), status=409)
    except NotAllowed:
        raise
    except Refusal as error:
        return _edit_page(visit, proposal, refused(filled, error))
    return Go(visit.to("proposal", id=proposal.id, oldu="amended"))


def _decided(visit: Visit, decide: Callable[[int, str], object], told: str) -> Outcome:
    """*decide*; where somebody was quicker or something stands against it, the proposal as it is now, with what was typed."""
    number = visit.number("id")
    try:
        decide(number, visit.typed("mark") or UNMARKED)
    except (NotAllowed, NoSuchProposal):
        raise
    except AlreadyDecided as error:
        return card_page(
            visit, problem=already_decided(error.proposal, visit.desk.zone, "tr", visit.desk.names), typed=visit.typed("reason")
        )
    except (Refusal, StaleRevision) as error:
        return card_page(visit, problem=str(error), typed=visit.typed("reason"))
    return Go(visit.to("proposal" if told == "rebased" else "queue", **({"id": number} if told == "rebased" else {}), oldu=told))


def _form(visit: Visit, proposal: Proposal) -> Form:
    library, target = visit.moderation.library, _target(visit, proposal)
    values = drafting.values_of(proposal.draft, target, library)
    return proposal_form("edit", form_of(proposal.draft), target, library, "tr", values)


def _target(visit: Visit, proposal: Proposal) -> Target:
    draft = proposal.draft
    return target_of(visit.moderation, draft.entry, "" if draft.kind == "fact" else draft.fact)


def _edit_page(visit: Visit, proposal: Proposal, filled: Filled, seen: Looked | None = None, *, status: int = 0) -> Shown:
    own = proposal.draft.fact and f"{proposal.draft.entry}/{proposal.draft.fact}"
    found = seen.beside.without((f"={own}", f"!{own}")) if seen else Beside()
    values = values_of(visit, found) | {"proposal": proposal, "filled": filled, "mark": deciding.mark(proposal)}
    values["flaws"] = seen.flaws if seen else None
    return Shown("edit", values, status or (422 if filled.faults else 200))
