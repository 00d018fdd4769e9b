"""The queue, and one proposal with everything that a moderator looks at before deciding."""

from dataclasses import replace
from functools import partial

from mmbot.adapters.web.visits import Shown, Visit
from mmbot.desk.cards import GOLDEN_ASKED
from mmbot.desk.permission_texts import already_decided
from mmbot.model import Citation
from mmbot.moderation import reviewing
from mmbot.moderation.deciding import is_for_others
from mmbot.moderation.golden import MOST
from mmbot.moderation.handing_in import WAITING
from mmbot.moderation.refusals import told

OF_A_PAGE = 50


def queue(visit: Visit) -> Shown:
    """What waits, oldest first, what was postponed last."""
    found, page = reviewing.queue(visit.moderation, visit.desk.clock()), visit.page()
    shown = found[(page - 1) * OF_A_PAGE : page * OF_A_PAGE]
    return Shown("queue", {"queue": shown, "count": len(found), "page": page, "older": len(found) > page * OF_A_PAGE})


def proposal(visit: Visit) -> Shown:
    """One proposal. Raises NoSuchProposal, Missing."""
    return card_page(visit)


def questions(visit: Visit) -> Shown:
    """The proposal with every question asked anew that might be answered otherwise, not only those nearest to it."""
    return card_page(visit, asked=MOST)


def card_page(visit: Visit, *, problem: str = "", typed: str = "", asked: int = GOLDEN_ASKED) -> Shown:
    """One proposal; *problem*: why what was just tried is not done, with the reason that was *typed*."""
    moderation = visit.moderation
    card = reviewing.card(moderation, visit.number("id"))
    waiting = card.proposal.state in WAITING
    values = {
        "card": card,
        "waiting_here": waiting,
        "decided": "" if waiting else already_decided(card.proposal, visit.desk.zone, "tr", visit.desk.names),
        "flaws": [told(flaw) for flaw in card.checks.flaws],
        "found": _places(card.checks.found),
        "unseen": _places(card.checks.unseen),
        "asked": asked,
        "more_to_ask": asked < MOST,
        "own": is_for_others(moderation, card.proposal, visit.visitor),
        "misses": [miss.folded for one in card.proposal.misses if (miss := visit.desk.records.misses.get(one))],
        "next": reviewing.following(moderation, card.proposal.id),
        "age": visit.desk.clock() - card.proposal.at,
        "problem": problem,
        "typed": typed,
    }
    slow = {"golden": partial(reviewing.golden_changes, moderation, card, asked)} if waiting else {}
    return Shown("proposal", values, 409 if problem else 200, slow)


def _places(citations: tuple[Citation, ...]) -> list[Citation]:
    """Each page once."""
    return list(dict.fromkeys(replace(citation, evidence=(), verified=False) for citation in citations))
