"""An entry as the text of its file: the one way to write it, so that the same entry is always the same bytes.

Reading what was written gives an equal entry. Which citations are verified stands in a file of its own (see ``loading``).
"""

import re
from collections.abc import Iterable, Iterator

from mmbot.model import Citation, EditorNote, Entry, Fact, Number

_WRONG_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|\.\.\.|<<$|=$")
_WRONG_INSIDE = re.compile(r":(?= |$)| #")
_WRONG_IN_FLOW = re.compile(r"[,\[\]{}:?]")
# What a program that reads YAML would not take for a text: numbers, dates, yes and no. A text without any letter may be one of them.
_NO_TEXT = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null|~|[-+]?\.(?:inf|nan)|[-+]?[\d.][\d_.,:/ eE+-]*~?|0[xob][\da-f_]+|\d{4}-\d\d?-\d\d?[t ].*)",
    re.IGNORECASE | re.ASCII,
)
_ESCAPES = {"\\": "\\\\", '"': '\\"'}
# Nobody sees these, and YAML does not take all of them. Named one by one: what is printable differs between versions of Python.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]")


def to_yaml(entry: Entry) -> str:
    """The text of the file of *entry*: keys in a fixed order, what is not said left out, a line feed at the end.

    Within a text, white space becomes single spaces, as it does in reading.

    >>> print(to_yaml(Entry("kars", "place", "Kars", ("Kars: şehir",), ())), end="")
    id: kars
    kind: place
    title: Kars
    aliases:
      - "Kars: şehir"
    facts: []
    """
    lines = [f"id: {_scalar(entry.id)}", f"kind: {_scalar(entry.kind)}", f"title: {_scalar(entry.title)}"]
    lines += _block("aliases", entry.aliases)
    lines.append("facts:" if entry.facts else "facts: []")
    for fact in entry.facts:
        first, *others = _fact_lines(fact)
        lines += [f"  - {first}", *(f"    {line}" for line in others)]
    return "\n".join(lines) + "\n"


def _fact_lines(fact: Fact) -> Iterator[str]:
    yield f"id: {_scalar(fact.id)}"
    yield f"answers: {_flow(fact.answers)}"
    if fact.date:
        yield f"date: {_date(fact.date.edtf)}"
    if fact.number:
        yield f"number: {_number(fact.number)}"
    yield from _said(says=fact.says, says_en=fact.says_en)
    if fact.significance != 2:
        yield f"significance: {fact.significance}"
    for name, links in (("people", fact.people), ("places", fact.places), ("about", fact.about)):
        if links:
            yield f"{name}: {_flow(links)}"
    yield from _block("questions", fact.questions)
    if fact.rank != "normal" or fact.disputes:  # of two readings, each says how it stands
        yield f"rank: {fact.rank}"
    yield from _said(disputes=_short_name(fact), reason=fact.reason)
    if fact.editor_note:
        yield from ("editor_note:", *(f"  {line}" for line in _note_lines(fact.editor_note)))
    yield from ("citations:", *(f"  - {_citation(citation)}" for citation in fact.citations))


def _said(**texts: str) -> Iterator[str]:
    """A line for each of *texts* that says something."""
    yield from (f"{name}: {_scalar(text)}" for name, text in texts.items() if text)


def _short_name(fact: Fact) -> str:
    """The fact that is disputed; within the entry its id is enough."""
    return (fact.disputes or "").removeprefix(f"{fact.entry}/")


def _note_lines(note: EditorNote) -> Iterator[str]:
    yield from _said(says=note.says, reference=note.reference)
    if note.date:
        yield f"date: {_date(note.date.edtf)}"


def _citation(citation: Citation) -> str:
    said = {"source": citation.source, "page": citation.page, "note": citation.note}
    parts = [f"{name}: {_scalar(text, flow=True)}" for name, text in said.items() if text]
    return "{" + ", ".join((*parts, f"evidence: {_flow(citation.evidence)}")) + "}"


def _date(edtf: str) -> str:
    """A date with a month cannot be taken for a number."""
    return edtf if "-" in edtf else _quoted(edtf)


def _number(number: Number) -> str:
    value = int(number.value) if number.value.is_integer() else number.value
    return f"{{value: {value!r}, unit: {_scalar(number.unit, flow=True)}}}"


def _block(name: str, texts: Iterable[str]) -> list[str]:
    lines = [f"  - {_scalar(text)}" for text in texts]
    return [f"{name}:", *lines] if lines else []


def _flow(texts: Iterable[str]) -> str:
    return "[" + ", ".join(_scalar(text, flow=True) for text in texts) + "]"


def _scalar(text: str, *, flow: bool = False) -> str:
    """*text* as it is where no reader could mistake it, in quotation marks otherwise; *flow*: inside brackets."""
    text = " ".join(text.encode("utf-8", "replace").decode().split())  # a lone surrogate cannot be written at all
    unsafe = (
        _UNSEEN.search(text)
        or _WRONG_START.match(text)
        or _WRONG_INSIDE.search(text)
        or (flow and _WRONG_IN_FLOW.search(text))
        or _NO_TEXT.fullmatch(text)
    )
    return _quoted(text) if unsafe or not text else text


def _quoted(text: str) -> str:
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}" if _UNSEEN.match(character) else _ESCAPES.get(character, character)
