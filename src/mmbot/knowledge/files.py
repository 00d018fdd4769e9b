"""Entries from YAML files and back: ``knowledge/<kind>/<entry-id>.yaml``, one entry a file."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import yaml

from mmbot.dates import BadDate, HistoricDate, parse_edtf
from mmbot.knowledge.faults import BadKnowledge, Fault, nearest
from mmbot.knowledge.yaml_nodes import Reader
from mmbot.model import ANSWER_TYPES, DEFINITION, KINDS, Citation, EditorNote, Entry, Fact, Number, Rank

ENTRY_KEYS = {"id", "kind", "title", "aliases", "facts"}
FACT_KEYS = {
    "id", "answers", "says", "says_en", "date", "number", "people", "places", "about", "questions", "significance", "rank",
    "disputes", "reason", "editor_note", "citations",
}  # fmt: skip
CITATION_KEYS = {"source", "page", "note", "evidence"}
NOTE_KEYS = {"says", "reference", "date"}
NUMBER_KEYS = {"value", "unit"}
RANKS = ("preferred", "normal", "deprecated")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CLAUSE = re.compile(r"clause-[1-9]\d{0,2}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands, for faults found after reading: the file and the line of the fact and of its fields."""

    file: str
    line: int
    fields: dict[str, int]


@dataclass(slots=True)
class Reading:
    """What was read: entries, where each fact and entry stands, and the faults."""

    entries: list[Entry]
    places: dict[str, Place]
    faults: list[Fault]

    def at(self, name: str, field: str, wrong: str, remedy: str) -> Fault:
        """A fault of the fact or entry *name*, in its *field*."""
        place = self.places[name]
        key = re.split(r"[.\[]", field)[0]
        return Fault(place.file, place.fields.get(key, place.line), f"{name}.{field}" if field else name, wrong, remedy)


def read_folder(folder: Path) -> Reading:
    """Read every entry below *folder*, in the order of their paths. Faults are collected, none is raised."""
    reading = Reading([], {}, [])
    for path in sorted(folder.glob("*/*.yaml")):
        entry = read_file(path, reading)
        if entry:
            reading.entries.append(entry)
    return reading


def read_file(path: Path, reading: Reading) -> Entry | None:
    """Read the entry in *path* and note its places and faults in *reading*; None where it cannot be used."""
    file = f"{path.parent.name}/{path.name}"
    reader = Reader(file)
    root = reader.load(path)
    entry = _entry(reader, root, path, reading.places) if root is not None else None
    reading.faults += reader.faults
    return entry


def read_text(text: str) -> Entry:
    """The entry that *text* is, written by ``to_yaml`` and checked long ago: faults are not looked for.

    Raises BadKnowledge where it is no entry at all.
    """
    reader = Reader("text")
    root = reader.parse(text)
    entry = _entry(reader, root, Path("text"), {}) if root is not None else None
    if entry is None:
        raise BadKnowledge(reader.faults)
    return entry


def _entry(reader: Reader, root: yaml.Node, path: Path, places: dict[str, Place]) -> Entry | None:
    fields = reader.mapping(root, "", ENTRY_KEYS)
    if not fields:
        return None
    entry_id = _slug(reader, fields.get("id"), root, "id")
    if entry_id and entry_id != path.stem:
        reader.fault(fields["id"], "id", f"“{entry_id}” is not the file's name", f"Rename the file to {entry_id}.yaml")
    kind = reader.text(fields.get("kind"), "kind")
    if kind not in KINDS:
        reader.fault(fields.get("kind", root), "kind", f"“{kind}” is no kind of entry", nearest(kind, KINDS))
    elif kind != path.parent.name:
        reader.fault(fields["kind"], "kind", f"“{kind}” is not the folder's name", f"Move the file to {kind}/")
    title = reader.text(fields.get("title"), "title")
    if not title:
        reader.fault(fields.get("title", root), "title", "is missing", "Write the name that people should see")
    places[entry_id] = Place(reader.file, 1, _lines(fields))
    facts = [_fact(reader, node, entry_id, name, places) for node, name in reader.items(fields.get("facts"), "facts")]
    if DEFINITION not in {fact.id for fact in facts}:
        reader.fault(root, "facts", f"no fact “{DEFINITION}”", "Add the fact that says what this entry is, answers: [what]")
    return Entry(entry_id, kind, title, reader.texts(fields.get("aliases"), "aliases"), tuple(facts))


def _lines(fields: dict[str, yaml.Node]) -> dict[str, int]:
    return {name: node.start_mark.line + 1 for name, node in fields.items()}


def _slug(reader: Reader, node: yaml.Node | None, parent: yaml.Node, where: str) -> str:
    text = reader.text(node, where)
    if not _SLUG.fullmatch(text):
        reader.fault(node or parent, where, f"“{text}” is no id", "Use small ASCII letters, digits and hyphens: moskova-antlasmasi")
    return text


def _fact(reader: Reader, node: yaml.Node, entry: str, where: str, places: dict[str, Place]) -> Fact:
    fields = reader.mapping(node, where, FACT_KEYS)
    fact_id = _slug(reader, fields.get("id"), node, f"{where}.id")
    where = f"{entry}/{fact_id}"
    if where in places:
        reader.fault(node, where, "stands twice", "Give one of the two facts another id")
    places[where] = Place(reader.file, node.start_mark.line + 1, _lines(fields))
    says = reader.text(fields.get("says"), f"{where}.says")
    if not says:
        reader.fault(node, f"{where}.says", "is missing", "Write the statement in one to three sentences")
    return Fact(
        id=fact_id,
        entry=entry,
        answers=_answers(reader, fields.get("answers"), node, where),
        says=says,
        citations=_citations(reader, fields.get("citations"), node, where),
        says_en=reader.text(fields.get("says_en"), f"{where}.says_en"),
        date=_date(reader, fields.get("date"), f"{where}.date"),
        number=_number(reader, fields.get("number"), f"{where}.number"),
        people=reader.texts(fields.get("people"), f"{where}.people"),
        places=reader.texts(fields.get("places"), f"{where}.places"),
        about=reader.texts(fields.get("about"), f"{where}.about"),
        questions=reader.texts(fields.get("questions"), f"{where}.questions"),
        significance=_significance(reader, fields.get("significance"), f"{where}.significance"),
        rank=_rank(reader, fields.get("rank"), f"{where}.rank"),
        disputes=_full_name(reader.text(fields.get("disputes"), f"{where}.disputes"), entry),
        reason=reader.text(fields.get("reason"), f"{where}.reason"),
        editor_note=_editor_note(reader, fields.get("editor_note"), f"{where}.editor_note"),
    )


def _full_name(disputes: str, entry: str) -> str | None:
    if not disputes:
        return None
    return disputes if "/" in disputes else f"{entry}/{disputes}"


def _answers(reader: Reader, node: yaml.Node | None, parent: yaml.Node, where: str) -> tuple[str, ...]:
    answers = reader.texts(node, f"{where}.answers")
    if not answers:
        reader.fault(node or parent, f"{where}.answers", "is missing", "Say which question it answers, e.g. answers: [when]")
    for answer in answers:
        if answer not in ANSWER_TYPES and not _CLAUSE.fullmatch(answer):
            remedy = nearest(answer, (*ANSWER_TYPES, "clause-1"))
            reader.fault(node or parent, f"{where}.answers", f"“{answer}” is no kind of question", remedy)
    return answers


def _date(reader: Reader, node: yaml.Node | None, where: str) -> HistoricDate | None:
    text = reader.text(node, where)
    if node is None:
        return None
    try:
        return parse_edtf(text)
    except BadDate as error:
        reader.fault(node, where, str(error).split(";")[0], "Write EDTF: 1921-03-16, 1921-03, 1921, 1920-04-18/1920-04-26")
        return None


def _number(reader: Reader, node: yaml.Node | None, where: str) -> Number | None:
    if node is None:
        return None
    fields = reader.mapping(node, where, NUMBER_KEYS)
    value = reader.text(fields.get("value"), f"{where}.value")
    try:
        return Number(float(value), reader.text(fields.get("unit"), f"{where}.unit"))
    except ValueError:
        reader.fault(node, where, f"“{value}” is no number", "Write {value: 71, unit: gün}, decimals with a point")
        return None


def _significance(reader: Reader, node: yaml.Node | None, where: str) -> int:
    text = reader.text(node, where) or "2"
    if text not in {"1", "2", "3", "4", "5"}:
        reader.fault(cast("yaml.Node", node), where, f"“{text}” is no significance", "Write a number from 1 to 5")
        return 2
    return int(text)


def _rank(reader: Reader, node: yaml.Node | None, where: str) -> Rank:
    text = reader.text(node, where) or "normal"
    if text not in RANKS:
        reader.fault(cast("yaml.Node", node), where, f"“{text}” is no rank", nearest(text, RANKS))
        return "normal"
    return cast("Rank", text)


def _editor_note(reader: Reader, node: yaml.Node | None, where: str) -> EditorNote | None:
    if node is None:
        return None
    fields = reader.mapping(node, where, NOTE_KEYS)
    says, reference = reader.text(fields.get("says"), f"{where}.says"), reader.text(fields.get("reference"), f"{where}.reference")
    if not says or not reference:
        reader.fault(node, where, "lacks says or reference", "Write both; the reference is a work, or “genel kabul”")
    return EditorNote(says, reference, _date(reader, fields.get("date"), f"{where}.date"))


def _citations(reader: Reader, node: yaml.Node | None, parent: yaml.Node, where: str) -> tuple[Citation, ...]:
    found = tuple(_citation(reader, item, f"{where}.{name}") for item, name in reader.items(node, "citations"))
    if not found:
        remedy = "Add at least one source with its page and a fragment that stands there"
        reader.fault(node or parent, f"{where}.citations", "is missing", remedy)
    return found


def _citation(reader: Reader, node: yaml.Node, where: str) -> Citation:
    fields = reader.mapping(node, where, CITATION_KEYS)
    read = {key: reader.text(fields.get(key), f"{where}.{key}") for key in ("source", "page", "note")}
    for key in ("source", "page"):
        if not read[key]:
            reader.fault(node, f"{where}.{key}", "is missing", 'Write {source: topal-2018, page: "322", evidence: [16 Mart 1921]}')
    evidence = reader.texts(fields.get("evidence"), f"{where}.evidence")
    if not evidence:
        reader.fault(node, f"{where}.evidence", "is missing", "Add a fragment of at most six words that stands on that page")
    return Citation(read["source"], read["page"], evidence, read["note"])
