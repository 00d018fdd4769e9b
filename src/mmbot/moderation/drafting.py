"""The values of a form → a draft, and back: what each kind of proposal asks for, whoever draws the form."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from mmbot.knowledge.library import Library
from mmbot.model import Citation, Entry, Fact
from mmbot.moderation import refusal_texts as texts
from mmbot.moderation.naming import id_from
from mmbot.moderation.proposals import Draft
from mmbot.moderation.refusals import CannotApply, Unreadable
from mmbot.moderation.typed import (
    Asked,
    infer_asked,
    lines,
    read_asked,
    read_date,
    read_kind,
    read_number,
    sentence,
    tidy,
    written_asked,
    written_number,
)
from mmbot.moderation.typed_sources import read_citations, read_evidence, read_source, written_citations, written_source

Values = Mapping[str, str]
COMMON = "genel kabul"

# What is asked for, by the form: a kind of proposal, or “names” for a change of the entry itself. None has more than five (Discord's limit).
FIELDS: Mapping[str, tuple[str, ...]] = {
    "entry": ("title", "kind", "says", "source", "evidence"),
    "fact": ("says", "asked", "source", "evidence", "questions"),
    "change": ("says", "asked", "citations", "questions", "reason"),
    "names": ("title", "aliases", "reason"),
    "phrasing": ("questions", "reason"),
    "dispute": ("says", "source", "evidence", "preferred", "reason"),
    "deprecation": ("reason", "note_says", "note_reference", "note_date"),
}
OPTIONAL = frozenset({("fact", "asked"), ("fact", "questions"), ("change", "questions"), ("names", "aliases"), ("phrasing", "reason"),
                      ("deprecation", "note_date")})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """What a proposal is about: an *entry* (None: a new one) and, for some kinds, one of its *fact* s."""

    entry: Entry | None = None
    fact: Fact | None = None


def form_of(draft: Draft) -> str:
    """Which form *draft* is filled into."""
    return "names" if draft.kind == "change" and not draft.fact else draft.kind


def draft_from(form: str, target: Target, values: Values, library: Library) -> Draft:
    """What the *values* of *form* propose about *target*. Raises Unreadable, naming the field, and CannotApply."""
    given = {name: values.get(name, "") for name in FIELDS[form] if name in values or name != "questions"}
    return _DRAFTED[form](target, given, library)


def values_of(draft: Draft, target: Target, library: Library) -> dict[str, str]:
    """The values from which :func:`draft_from` would make *draft*."""
    if draft.kind == "change" and draft.fact:
        return _values_of_change(draft, target, library)
    fields = draft.fields
    values = {
        name: fields[name] for name in ("title", "says", "questions", "preferred", "note_says", "note_reference") if name in fields
    }
    values |= {"reason": draft.reason}
    if draft.kind == "dispute":
        values.setdefault("preferred", "standing")
    if "aliases" in fields:
        values["aliases"] = fields["aliases"]
    if draft.kind == "entry":
        values["kind"] = fields["kind"]
    if draft.kind == "fact":
        values["asked"] = _asked_of(fields)
    if draft.citations:
        values |= {"source": written_source(draft.citations[0], library), "evidence": "; ".join(draft.citations[0].evidence)}
    if fields.get("note_date"):
        values["note_date"] = _spoken(fields["note_date"])
    return values


def present_values(form: str, target: Target, library: Library) -> dict[str, str]:
    """What stands in *form* beforehand: what *target* says now."""
    entry, fact = target.entry, target.fact
    if form == "names" and entry:
        return {"title": entry.title, "aliases": "\n".join(entry.aliases)}
    if form == "change" and fact:
        return _values_of_change(Draft("change", fact.entry, fact.id), target, library)
    if form == "dispute":
        return {"preferred": "standing"}
    if form == "deprecation" and fact:
        note = fact.editor_note
        return {"note_says": note.says, "note_reference": note.reference} if note else {"note_reference": COMMON}
    return {}


def _entry(_target: Target, values: Values, library: Library) -> Draft:
    title = tidy(values["title"])
    fields = {"title": title, "kind": read_kind(values["kind"]), "says": sentence(values["says"])}
    return Draft("entry", id_from(title, library.entries), "", fields, (_citation(values, library),), _reason(values))


def _fact(target: Target, values: Values, library: Library) -> Draft:
    says = sentence(values["says"])
    asked = read_asked(values.get("asked", "")) if values.get("asked", "").strip() else infer_asked(says)
    fields = {"says": says, **_asked_fields(asked)}
    if questions := lines(values.get("questions", "")):
        fields["questions"] = "\n".join(questions)
    return Draft("fact", _standing_entry(target).id, "", fields, (_citation(values, library),), _reason(values))


def _change(target: Target, values: Values, library: Library) -> Draft:
    """Only what differs from the fact as it is: so a change of its date does not undo a change of its sentence."""
    fact = _standing_fact(target)
    asked = read_asked(values["asked"])
    citations = read_citations(values["citations"], library, fact.citations)
    after = replace(fact, says=sentence(values["says"]), answers=asked.answers, date=asked.date, number=asked.number)
    if "questions" in values:
        after = replace(after, questions=lines(values["questions"]))
    fields = {name: text for name, text in _fact_fields(after).items() if text != _fact_fields(fact)[name]}
    return Draft("change", fact.entry, fact.id, fields, citations if citations != fact.citations else (), _reason(values))


def _names(target: Target, values: Values, _library: Library) -> Draft:
    entry = _standing_entry(target)
    title, aliases = tidy(values["title"]), "\n".join(lines(values.get("aliases", "")))
    fields = {"title": title} if title != entry.title else {}
    fields |= {"aliases": aliases} if aliases != "\n".join(entry.aliases) else {}
    return Draft("change", entry.id, "", fields, (), _reason(values))


def _phrasing(target: Target, values: Values, _library: Library) -> Draft:
    fact = _standing_fact(target)
    return Draft("phrasing", fact.entry, fact.id, {"questions": "\n".join(lines(values["questions"]))}, (), _reason(values))


def _dispute(target: Target, values: Values, library: Library) -> Draft:
    fact, says = _standing_fact(target), sentence(values["says"])
    fields = {"says": says, "answers": "\n".join(fact.answers)}
    if fact.date and (told := infer_asked(says).date):
        fields["date"] = told.edtf
    if fact.number and (counted := re.search(rf"(\d[\d.,]*) {re.escape(fact.number.unit)}", says)):
        fields["number"] = f"{counted[1]} {fact.number.unit}"
    if values.get("preferred") == "new":
        fields["preferred"] = "new"
    return Draft("dispute", fact.entry, fact.id, fields, (_citation(values, library),), _reason(values))


def _deprecation(target: Target, values: Values, _library: Library) -> Draft:
    fact = _standing_fact(target)
    fields = {"note_says": sentence(values["note_says"]), "note_reference": tidy(values["note_reference"])}
    if values.get("note_date", "").strip():
        when = read_date(values["note_date"])
        if when is None:
            raise Unreadable("note_date", texts.NO_DATE.format(typed=tidy(values["note_date"])))
        fields["note_date"] = when.edtf
    return Draft("deprecation", fact.entry, fact.id, fields, (), _reason(values))


_DRAFTED: Mapping[str, Callable[[Target, Values, Library], Draft]] = {
    "entry": _entry, "fact": _fact, "change": _change, "names": _names, "phrasing": _phrasing, "dispute": _dispute, "deprecation": _deprecation,
}  # fmt: skip


def _citation(values: Values, library: Library) -> Citation:
    return replace(read_source(values["source"], library), evidence=read_evidence(values["evidence"]))


def _reason(values: Values) -> str:
    return sentence(values.get("reason", ""))


def _standing_entry(target: Target) -> Entry:
    if target.entry is None:
        raise CannotApply(texts.ENTRY_GONE)
    return target.entry


def _standing_fact(target: Target) -> Fact:
    if target.fact is None:
        raise CannotApply(texts.FACT_GONE)
    return target.fact


def _asked_fields(asked: Asked) -> dict[str, str]:
    fields = {"answers": "\n".join(asked.answers)}
    fields |= {"date": asked.date.edtf} if asked.date else {}
    return fields | ({"number": written_number(asked.number)} if asked.number else {})


def _fact_fields(fact: Fact) -> dict[str, str]:
    """The fields that a change can touch, as a draft writes them."""
    return {
        "says": fact.says,
        "answers": "\n".join(fact.answers),
        "date": fact.date.edtf if fact.date else "",
        "number": written_number(fact.number) if fact.number else "",
        "questions": "\n".join(fact.questions),
    }


def _values_of_change(draft: Draft, target: Target, library: Library) -> dict[str, str]:
    fact, fields = _standing_fact(target), draft.fields
    known = _fact_fields(fact) | {name: text for name, text in fields.items() if name in {"answers", "date", "number"}}
    citations = draft.citations or fact.citations
    return {
        "says": fields.get("says", fact.says),
        "asked": _asked_of(known),
        "citations": written_citations(citations, library),
        "questions": fields.get("questions", "\n".join(fact.questions)),
        "reason": draft.reason,
    }


def _asked_of(fields: Mapping[str, str]) -> str:
    date, number = fields.get("date", ""), fields.get("number", "")
    bare = Fact(
        "", "", lines(fields.get("answers", "")), "", (), date=read_date(date), number=read_number(number) if number else None
    )
    return written_asked(bare)


def _spoken(edtf: str) -> str:
    when = read_date(edtf)
    spoken = read_date(str(when)) if when else None
    return str(when) if when and spoken and spoken.edtf == edtf else edtf
