"""The fields of a fact as a draft writes them – texts – and the fact that has them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, cast

from mmbot.dates import BadDate, HistoricDate, parse_edtf
from mmbot.knowledge.files import RANKS
from mmbot.model import ANSWER_TYPES, Citation, EditorNote, Fact, Rank
from mmbot.moderation import refusal_texts as texts
from mmbot.moderation.naming import full_name
from mmbot.moderation.refusals import CannotApply, MissingCitation
from mmbot.moderation.typed import lines, read_number

_CLAUSE = re.compile(r"clause-[1-9]\d{0,2}")
_LISTS = ("people", "places", "about", "questions")
_TEXTS = ("says", "says_en", "reason")
FACT_FIELDS = frozenset({
    *_TEXTS, *_LISTS, "answers", "date", "number", "significance", "rank", "disputes", "note_says", "note_reference", "note_date",
})  # fmt: skip


def demand(fact: Fact) -> None:
    """What the files demand of every fact. Raises CannotApply."""
    if not fact.says:
        raise CannotApply(texts.NO_SENTENCE.format(fact=fact.name))
    if not fact.answers:
        raise CannotApply(texts.ANSWERS_NOTHING.format(fact=fact.name))
    if not fact.citations:
        raise MissingCitation(fact)
    for citation in fact.citations:
        _demand_whole(fact, citation)


def _demand_whole(fact: Fact, citation: Citation) -> None:
    if not (citation.source and citation.page and citation.evidence):
        raise CannotApply(texts.HALF_A_CITATION.format(fact=fact.name))


def with_fields(fact: Fact, fields: Mapping[str, str]) -> Fact:
    """*fact* with *fields* in place of what it had. Raises CannotApply."""
    values: dict[str, Any] = {name: fields[name] for name in _TEXTS if name in fields}
    values |= {name: lines(fields[name]) for name in _LISTS if name in fields}
    if "answers" in fields:
        values["answers"] = _answers(fact, fields["answers"])
    if "date" in fields:
        values["date"] = _date(fact, fields["date"])
    if "number" in fields:
        values["number"] = read_number(fields["number"]) if fields["number"] else None
    if "significance" in fields:
        values["significance"] = _chosen(fact, fields["significance"], ("1", "2", "3", "4", "5"), int)
    if "rank" in fields:
        values["rank"] = _chosen(fact, fields["rank"], RANKS, lambda rank: cast("Rank", rank))
    if "disputes" in fields:
        values["disputes"] = full_name(fields["disputes"], fact.entry) if fields["disputes"] else None
    if any(name.startswith("note_") for name in fields):
        values["editor_note"] = _note(fact, fields)
    return replace(fact, **values)


def _answers(fact: Fact, text: str) -> tuple[str, ...]:
    answers = lines(text)
    for answer in answers:
        if answer not in ANSWER_TYPES and not _CLAUSE.fullmatch(answer):
            raise CannotApply(texts.NO_ANSWER_TYPE.format(fact=fact.name, answer=answer, known=", ".join(ANSWER_TYPES)))
    return answers


def _date(fact: Fact, text: str) -> HistoricDate | None:
    if not text:
        return None
    try:
        return parse_edtf(text)
    except BadDate as error:
        raise CannotApply(texts.FACT_NO_DATE.format(fact=fact.name, typed=text)) from error


def _chosen(fact: Fact, text: str, known: tuple[str, ...], made: Callable[[str], object]) -> object:
    if text not in known:
        raise CannotApply(texts.NOT_ONE_OF.format(fact=fact.name, typed=text, known=", ".join(known)))
    return made(text)


def _note(fact: Fact, fields: Mapping[str, str]) -> EditorNote | None:
    old = fact.editor_note or EditorNote("", "")
    says, reference = fields.get("note_says", old.says), fields.get("note_reference", old.reference)
    if not says and not reference:
        return None
    if not says or not reference:
        raise CannotApply(texts.HALF_A_NOTE.format(fact=fact.name))
    return EditorNote(says, reference, _date(fact, fields["note_date"]) if "note_date" in fields else old.date)
