"""What is different between two states of an entry: fact by fact, field by field, word by word; told in text, not by colour."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from mmbot.knowledge.short_forms import locator
from mmbot.model import Citation, Entry, Fact
from mmbot.moderation.typed import KIND_NAMES, written_number
from mmbot.texts import QUESTION_FORMS

FIELD_NAMES = {
    "title": "ad", "kind": "tür", "aliases": "eş adlar", "says": "bilgi", "says_en": "İngilizcesi", "answers": "yanıtladığı", "date": "tarih",
    "number": "sayı", "people": "kişiler", "places": "yerler", "about": "ilgili maddeler", "questions": "soru biçimleri", "significance": "önem",
    "rank": "sıra", "disputes": "itiraz ettiği", "reason": "gerekçe", "editor_note": "editör notu", "citations": "kaynaklar",
}  # fmt: skip
RANK_NAMES = {"preferred": "öne çıkan", "normal": "olağan", "deprecated": "kaynağın yanlışı"}
_LISTS = frozenset({"aliases", "answers", "people", "places", "about", "questions", "citations"})
_OPEN, _CLOSE = "⟦", "⟧"
_MINUS, _PLUS = "–", "+"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text: the *same* in both, *gone*, or *new*."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field (*label*: its Turkish name) with its texts before and after, empty where there was none.

    *parts* are both texts word by word; of a list, every thing that is gone or new.
    """

    field: str
    label: str
    before: str
    after: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What is different about one fact (*fact*: its id), or about the entry itself, where *fact* is empty."""

    fact: str
    kind: Literal["added", "changed", "removed"]
    fields: tuple[FieldDifference, ...]


def differences(before: Entry | None, after: Entry) -> tuple[Difference, ...]:
    """What *after* has otherwise than *before*, the entry itself first, then its facts in their order."""
    return tuple(_differences(before, after))


def as_lines(found: Iterable[Difference]) -> list[str]:
    """The differences as lines of plain text: “– eski”, “+ yeni”, the words that differ in ⟦ ⟧."""
    return [line for difference in found for line in _lines(difference)]


def _differences(before: Entry | None, after: Entry) -> Iterator[Difference]:
    own = _compared(_entry_values(before), _entry_values(after))
    if own:
        yield Difference("", "changed" if before else "added", own)
    old = {fact.id: fact for fact in before.facts} if before else {}
    new = {fact.id: fact for fact in after.facts}
    for name in dict.fromkeys((*old, *new)):
        one, other = old.get(name), new.get(name)
        fields = _compared(_fact_values(one), _fact_values(other))
        if fields:
            yield Difference(name, "added" if one is None else "removed" if other is None else "changed", fields)


def _entry_values(entry: Entry | None) -> dict[str, tuple[str, ...]]:
    if entry is None:
        return {}
    return {"title": (entry.title,), "kind": (KIND_NAMES[entry.kind],), "aliases": entry.aliases}


def _fact_values(fact: Fact | None) -> dict[str, tuple[str, ...]]:
    """Every field that is set, as people read it."""
    if fact is None:
        return {}
    note = fact.editor_note
    values: dict[str, tuple[str, ...]] = {
        "says": (fact.says,),
        "says_en": (fact.says_en,),
        "answers": tuple(_asked(answer) for answer in fact.answers),
        "date": (str(fact.date) if fact.date else "",),
        "number": (written_number(fact.number) if fact.number else "",),
        "people": fact.people,
        "places": fact.places,
        "about": fact.about,
        "questions": fact.questions,
        "significance": (str(fact.significance) if fact.significance != 2 else "",),
        "rank": (RANK_NAMES[fact.rank] if fact.rank != "normal" else "",),
        "disputes": (fact.disputes or "",),
        "reason": (fact.reason,),
        "editor_note": (f"{note.says} ({note.reference}{f', {note.date}' if note.date else ''})" if note else "",),
        "citations": tuple(map(_cited, fact.citations)),
    }
    return values


def _asked(answer: str) -> str:
    return f"{answer.removeprefix('clause-')}. madde" if answer.startswith("clause-") else QUESTION_FORMS.get(answer, answer)


def _cited(citation: Citation) -> str:
    return f"{citation.source}, {locator(citation)}: {' · '.join(f'“{fragment}”' for fragment in citation.evidence)}"


def _compared(before: dict[str, tuple[str, ...]], after: dict[str, tuple[str, ...]]) -> tuple[FieldDifference, ...]:
    found = []
    for field, label in FIELD_NAMES.items():
        old, new = before.get(field, ()), after.get(field, ())
        old, new = tuple(filter(None, old)), tuple(filter(None, new))
        if old != new:
            parts = _items(old, new) if field in _LISTS else word_parts(" ".join(old), " ".join(new))
            found.append(FieldDifference(field, label, "\n".join(old), "\n".join(new), parts))
    return tuple(found)


def _items(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[Part, ...]:
    gone = [Part("gone", text) for text in old if text not in new]
    return (*gone, *(Part("new", text) for text in new if text not in old))


def word_parts(old: str, new: str) -> tuple[Part, ...]:
    """Two texts word by word.

    >>> [(part.kind, part.text) for part in word_parts("16 Mart 1921", "18 Mart 1921")]
    [('gone', '16'), ('new', '18'), ('same', ' Mart 1921')]
    """
    a, b = re.findall(r"\s+|[^\s]+", old), re.findall(r"\s+|[^\s]+", new)
    parts: list[Part] = []
    for kind, a1, a2, b1, b2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(Part("same", "".join(a[a1:a2])))
            continue
        parts += [Part("gone", "".join(a[a1:a2]))] if a1 < a2 else []
        parts += [Part("new", "".join(b[b1:b2]))] if b1 < b2 else []
    return tuple(parts)


def _lines(difference: Difference) -> Iterator[str]:
    what = {"added": "yeni", "changed": "değişen", "removed": "kalkan"}[difference.kind]
    yield f"■ {f'{what} bilgi: {difference.fact}' if difference.fact else f'{what} madde'}"
    for field in difference.fields:
        yield from _field_lines(field)


def _field_lines(field: FieldDifference) -> Iterator[str]:
    if field.field in _LISTS:
        for part in field.parts:
            yield f"{_PLUS if part.kind == 'new' else _MINUS} {field.label}: {part.text}"
        if not field.parts:
            yield f"{_PLUS} {field.label}: sırası değişti"
        return
    if field.before:
        yield f"{_MINUS} {field.label}: {_marked(field, 'gone')}"
    if field.after:
        yield f"{_PLUS} {field.label}: {_marked(field, 'new')}"


def _marked(field: FieldDifference, kind: str) -> str:
    """One side of a field; where there is another side, what differs is marked."""
    both = bool(field.before and field.after)
    return "".join(
        f"{_OPEN}{part.text.strip()}{_CLOSE}" + (" " if part.text[-1:].isspace() else "")
        if both and part.kind == kind and part.text.strip()
        else part.text
        for part in field.parts
        if part.kind in {"same", kind}
    )
