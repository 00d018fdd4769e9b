"""The forms of the desk as a page shows them: what stands in each field, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mmbot.adapters.web.visits import Missing, Visit
from mmbot.desk.forms import fault, present, taken
from mmbot.desk.reply import Form
from mmbot.moderation.drafting import Target
from mmbot.moderation.moderating import Moderation
from mmbot.moderation.refusals import Refusal, Unreadable


@dataclass(frozen=True, slots=True)
class Filled:
    """A *form* with the *values* of its fields; *faults* by field, under "" what concerns no single one.

    *others*: what the same fields hold elsewhere by now, where that differs from what was typed.
    """

    form: Form
    values: Mapping[str, str]
    faults: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)


def beforehand(form: Form) -> Filled:
    """*form* as it is shown first."""
    return Filled(form, {one.name: present(form, one) for one in form.fields})


def read(form: Form, visit: Visit) -> Filled:
    """*form* as it was sent, with the faults that can be told from the fields alone."""
    values = {one.name: taken(one, visit.form.get(one.name, "")) for one in form.fields}
    faults = {one.name: why for one in form.fields if (why := fault(one, values[one.name], "tr"))}
    return Filled(form, values, faults)


def refused(filled: Filled, error: Refusal) -> Filled:
    """The form once more with everything that was typed, and *error* at the field that it is about."""
    about = error.field if isinstance(error, Unreadable) and error.field in filled.values else ""
    return Filled(filled.form, filled.values, {about: str(error)})


def target_of(moderation: Moderation, entry: str, fact: str = "") -> Target:
    """What a form is about. Raises Missing where the entry or fact is not there (any more)."""
    found = moderation.living.entry(entry)
    if not fact:
        return Target(found)
    standing = next((one for one in found.facts if one.id == fact), None) if found else None
    if standing is None:
        raise Missing("Bu bilgi yok ya da artık yok.")
    return Target(found, standing)
