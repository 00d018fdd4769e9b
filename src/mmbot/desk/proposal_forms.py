"""The forms of proposals, the same for somebody who proposes and for the moderator who edits what was proposed."""

from collections.abc import Mapping

from mmbot.desk import proposing_texts as texts
from mmbot.desk.reply import Field, Form, Reply
from mmbot.knowledge.flaws import SAYS_LENGTH
from mmbot.knowledge.library import Library
from mmbot.model import Language
from mmbot.moderation.drafting import FIELDS, OPTIONAL, Target, present_values
from mmbot.moderation.refusals import Refusal, Unreadable
from mmbot.moderation.typed import KIND_NAMES
from mmbot.rendering import Block

TITLE = 45  # characters of a form's title in Discord
_LENGTHS = {"says": SAYS_LENGTH, "questions": 3900, "citations": 3900, "aliases": 3900, "title": 120, "asked": 120, "source": 200}
_LONG = frozenset({"says", "questions", "citations", "aliases", "reason", "note_says"})


def proposal_form(
    form_id: str, kind: str, target: Target, library: Library, language: Language, values: Mapping[str, str] | None = None
) -> Form:
    """The form of *kind* (see ``drafting.FIELDS``) about *target*; *values* stand in it in place of what *target* says now."""
    present = present_values(kind, target, library) if values is None else values
    title = texts.TITLES[kind].to(language, title=target.entry.title if target.entry else "")
    fields = tuple(_field(kind, name, present.get(name, ""), language) for name in FIELDS[kind])
    return Form(form_id, title if len(title) <= TITLE else f"{title[: TITLE - 1]}…", fields)


def again(form: Form, values: Mapping[str, str], error: Refusal, language: Language) -> Reply:
    """What was wrong, and the form once more with everything that was typed."""
    told = (Block("note", error.to(language)), Block("hint", texts.MEND.to(language)))
    begins = error.field if isinstance(error, Unreadable) else ""
    given = {one.name: values.get(one.name, "") for one in form.fields}
    return Reply(told, form=Form(form.id, form.title, form.fields, given, begins), only_you=True)


def find_form(form_id: str, language: Language) -> Form:
    """The form that asks which entry or fact is meant."""
    label, hint = texts.FIELDS["about"]
    return Form(form_id, texts.TITLES["find"].to(language), (Field("about", label.to(language), hint.to(language)),))


def _field(kind: str, name: str, value: str, language: Language) -> Field:
    label, hint = texts.FIELDS[name]
    return Field(
        name,
        label.to(language),
        hint.to(language),
        required=(kind, name) not in OPTIONAL,
        long=name in _LONG,
        most=_LENGTHS.get(name, 400),
        value=value,
        choices=_choices(name, language),
    )


def _choices(name: str, language: Language) -> tuple[tuple[str, str], ...]:
    if name == "kind":
        return tuple(KIND_NAMES.items())
    if name == "preferred":
        return (("standing", texts.STANDING_LEADS.to(language)), ("new", texts.NEW_LEADS.to(language)))
    return ()
