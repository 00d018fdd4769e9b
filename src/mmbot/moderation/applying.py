"""A draft and the entry it is about → the entry as it would be. Pure; nothing is ever deleted."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from mmbot.model import DEFINITION, KINDS, Entry, Fact
from mmbot.moderation import refusal_texts as texts
from mmbot.moderation.fact_fields import FACT_FIELDS, demand, with_fields
from mmbot.moderation.naming import id_from
from mmbot.moderation.proposals import Draft
from mmbot.moderation.refusals import CannotApply
from mmbot.moderation.typed import lines
from mmbot.turkish import fold

ENTRY_FIELDS = frozenset({"title", "aliases"})


def apply(draft: Draft, entry: Entry | None) -> Entry:
    """*entry* with what *draft* proposes; None where there is no such entry yet. Raises CannotApply."""
    if draft.kind == "entry":
        return _new_entry(draft, entry)
    if entry is None or not entry.facts:
        raise CannotApply(texts.NO_ENTRY.format(entry=draft.entry))
    return _APPLIED[draft.kind](draft, entry)


def _new_entry(draft: Draft, entry: Entry | None) -> Entry:
    if entry is not None and entry.facts:
        raise CannotApply(texts.ENTRY_THERE.format(title=entry.title))
    title, kind = draft.fields.get("title", ""), draft.fields.get("kind", "")
    if not title or kind not in KINDS:
        raise CannotApply(texts.ENTRY_BARE.format(entry=draft.entry))
    bare = Fact(DEFINITION, draft.entry, ("what",), "", draft.citations, significance=3)
    fields = {name: value for name, value in draft.fields.items() if name in FACT_FIELDS}
    definition = with_fields(bare, fields)
    demand(definition)
    return Entry(draft.entry, kind, title, lines(draft.fields.get("aliases", "")), (definition,))


def _new_fact(draft: Draft, entry: Entry) -> Entry:
    return replace(entry, facts=(*entry.facts, _made(draft, entry, draft.fact)))


def _made(draft: Draft, entry: Entry, name: str = "") -> Fact:
    says = draft.fields.get("says", "")
    fact_id = name or id_from(says, (fact.id for fact in entry.facts), [entry.title])
    if any(fact.id == fact_id for fact in entry.facts):
        raise CannotApply(texts.FACT_THERE.format(title=entry.title, fact=fact_id))
    fields = {field: value for field, value in draft.fields.items() if field in FACT_FIELDS}
    fact = with_fields(Fact(fact_id, entry.id, ("what",), "", draft.citations), fields)
    demand(fact)
    return fact


def _changed(draft: Draft, entry: Entry) -> Entry:
    unknown = set(draft.fields) - (FACT_FIELDS if draft.fact else ENTRY_FIELDS)
    if unknown:
        raise CannotApply(texts.NO_SUCH_FIELD.format(title=entry.title, fields=", ".join(sorted(unknown))))
    if not draft.fact:
        title = draft.fields.get("title", entry.title)
        aliases = lines(draft.fields["aliases"]) if "aliases" in draft.fields else entry.aliases
        after = replace(entry, title=title or entry.title, aliases=tuple(alias for alias in aliases if alias != title))
    else:
        fact = with_fields(_standing(draft, entry), draft.fields)
        fact = replace(fact, citations=draft.citations or fact.citations)
        demand(fact)
        after = _put(entry, fact)
    return _other_than(entry, after, draft)


def _phrased(draft: Draft, entry: Entry) -> Entry:
    fact = _standing(draft, entry)
    known = {fold(question) for question in fact.questions} | {""}
    asked = {fold(question): question for question in reversed(lines(draft.fields.get("questions", "")))}  # the first of equal ones
    new = tuple(question for folded, question in reversed(asked.items()) if folded not in known)
    if not new:
        raise CannotApply(texts.PHRASED_ALREADY.format(fact=fact.name))
    return _put(entry, replace(fact, questions=fact.questions + new))


def _disputed(draft: Draft, entry: Entry) -> Entry:
    """Both facts stay. The one that leads is preferred, the other disputes it; what disputed the standing one follows."""
    standing = _standing(draft, entry)
    reason = draft.fields.get("reason") or draft.reason
    if not reason:
        raise CannotApply(texts.NO_DISPUTE_REASON.format(fact=standing.name))
    new = replace(
        _made(draft, entry),
        answers=standing.answers if "answers" not in draft.fields else lines(draft.fields["answers"]),
        reason=reason,
    )
    if draft.fields.get("preferred") == "new" or standing.rank == "deprecated":  # a slip of a source leads nothing
        return _led_by(new, standing, entry, reason)
    leading = standing.disputes or standing.name
    if standing.disputes is None and standing.rank != "preferred":
        entry = _put(entry, replace(standing, rank="preferred", reason=standing.reason or reason))
    return replace(entry, facts=(*entry.facts, replace(new, rank="normal", disputes=leading)))


def _led_by(new: Fact, standing: Fact, entry: Entry, reason: str) -> Entry:
    former = standing.disputes or standing.name  # the whole dispute gets another head
    # What was asked of the former head is asked of the new one: who asks it word for word would be told the other first.
    for head in [fact for fact in entry.facts if fact.name == former]:
        new = replace(new, questions=tuple(dict.fromkeys((*new.questions, *head.questions))))
        entry = _put(entry, replace(head, questions=()))
    facts = tuple(
        replace(fact, rank="deprecated" if fact.rank == "deprecated" else "normal", disputes=new.name, reason=fact.reason or reason)
        if former in {fact.name, fact.disputes}
        else fact
        for fact in entry.facts
    )
    return replace(entry, facts=(*facts, replace(new, rank="preferred", disputes=None)))


def _deprecated(draft: Draft, entry: Entry) -> Entry:
    fact = _standing(draft, entry)
    reason = draft.fields.get("reason") or draft.reason
    if not reason:
        raise CannotApply(texts.NO_SLIP_REASON.format(fact=fact.name))
    if not draft.fields.get("note_says") and fact.editor_note is None:
        raise CannotApply(texts.NO_RIGHT_ONE.format(fact=fact.name))
    after = with_fields(fact, {field: value for field, value in draft.fields.items() if field.startswith("note_")})
    return _other_than(entry, _put(entry, replace(after, rank="deprecated", reason=reason)), draft)


def _refused(draft: Draft, entry: Entry) -> Entry:
    raise CannotApply(texts.NO_UNDO.format(title=entry.title, entry=draft.entry))


_APPLIED: Mapping[str, Callable[[Draft, Entry], Entry]] = {
    "fact": _new_fact, "change": _changed, "phrasing": _phrased, "dispute": _disputed, "deprecation": _deprecated, "undo": _refused,
}  # fmt: skip


def _standing(draft: Draft, entry: Entry) -> Fact:
    found = next((fact for fact in entry.facts if fact.id == draft.fact), None)
    if found is None:
        raise CannotApply(texts.NO_SUCH_FACT.format(title=entry.title, fact=draft.fact))
    return found


def _put(entry: Entry, fact: Fact) -> Entry:
    return replace(entry, facts=tuple(fact if other.id == fact.id else other for other in entry.facts))


def _other_than(entry: Entry, after: Entry, draft: Draft) -> Entry:
    if after == entry:
        raise CannotApply(texts.NOTHING_CHANGES.format(what=draft.fact or entry.title))
    return after
