"""“Denetle”: what would be said of a form as it is filled in, without handing anything in."""

from dataclasses import dataclass

from mmbot.adapters.web.forms import Filled, refused
from mmbot.adapters.web.visits import Visit
from mmbot.moderation.beside import Beside, beside
from mmbot.moderation.drafting import Target, draft_from
from mmbot.moderation.handing_in import foreseen
from mmbot.moderation.refusals import NotAllowed, Refusal, told
from mmbot.rendering import cited


@dataclass(frozen=True, slots=True)
class Looked:
    """A form that was looked at: *filled* with its faults, what stands *beside* it, the *flaws* that it would have."""

    filled: Filled
    beside: Beside
    flaws: list[str]


def looked(visit: Visit, kind: str, filled: Filled, target: Target) -> Looked:
    """Look at the form of *kind* about *target*."""
    found, flaws = beside(visit.moderation, kind, target, filled.values), list[str]()
    if not filled.faults:
        try:
            draft = draft_from(kind, target, filled.values, visit.moderation.library)
            flaws = [told(flaw) for flaw in foreseen(visit.moderation, draft).flaws]
        except NotAllowed:
            raise
        except Refusal as error:
            filled = refused(filled, error)
    return Looked(filled, found, flaws)


def values_of(visit: Visit, found: Beside) -> dict[str, object]:
    """What a template needs to show what was *found*."""
    library = visit.moderation.library
    facts = (*found.same, *(fact for fact, _ in found.otherwise))
    return {
        "found": found,
        "titles": {entry: library.title(entry) for entry in found.entries},
        "cited": {fact.name: cited(library, fact.citations) for fact in facts},
    }
