"""The fields of a form: what stands in them, whether what was filled in can be taken, and what was shown meanwhile."""

from collections.abc import Iterable, Mapping

from mmbot.desk import filling_texts as texts
from mmbot.desk.reply import Field, Form
from mmbot.model import Language
from mmbot.turkish import fold

SEEN = "~seen"  # among the values of a form: the marks of what was shown meanwhile, divided by blanks; no field is called so


def seen(values: Mapping[str, str]) -> frozenset[str]:
    """The marks of what was shown while *values* were given."""
    return frozenset(values.get(SEEN, "").split())


def having_seen(values: Mapping[str, str], marks: Iterable[str]) -> dict[str, str]:
    """*values* of somebody to whom what has these *marks* was shown, too."""
    return {**values, SEEN: " ".join(sorted(seen(values) | set(marks)))}


def present(form: Form, field: Field) -> str:
    """What stands in *field* of *form* beforehand."""
    return (form.values or {}).get(field.name, field.value)


def taken(field: Field, given: str) -> str:
    """*given* as the field takes it: trimmed; where there are choices, the value of the one named by its value or label."""
    text = given.strip()
    for value, label in field.choices:
        if text == value or (fold(text) and fold(text) == fold(label)):
            return value
    return text


def fault(field: Field, value: str, language: Language) -> str:
    """Why *value* cannot be taken for *field*, said to the person; the empty text where it can."""
    if not value:
        return texts.NEEDED.to(language, label=field.label) if field.required else ""
    if field.choices and value not in dict(field.choices):
        return texts.NOT_A_CHOICE.to(language, label=field.label)
    if len(value) > field.most:
        return texts.TOO_LONG.to(language, label=field.label, most=field.most, count=len(value))
    return ""
