"""Answers as text that no platform has touched yet: the answer first, what is said against it, the citation last."""

from collections.abc import Iterable
from dataclasses import dataclass

from mmbot import texts
from mmbot.dates import day_and_month
from mmbot.knowledge.library import Library
from mmbot.knowledge.short_forms import page_form
from mmbot.model import Ambiguous, Answer, Answered, Citation, Day, EditorNote, Fact, Sibling, TooSoon, Unknown


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a reply; *role* tells an adapter how to set it: answer, dispute, note, citation, hint or choice."""

    role: str
    text: str


def blocks(library: Library, answer: Answer) -> tuple[Block, ...]:
    """The reply to a question, block by block."""
    match answer:
        case Answered():
            return tuple(_answered(library, answer))
        case Ambiguous(choices):
            return (Block("answer", texts.WHICH), *(Block("choice", choice.text) for choice in choices))
        case Unknown():
            return tuple(_unknown(answer))
        case TooSoon(seconds):
            return (Block("hint", texts.TOO_SOON.format(seconds=seconds)),)


def plain(reply: Iterable[Block]) -> str:
    """The blocks as plain text, for the terminal and for JSON."""
    numbered, lines = 0, []
    for block in reply:
        if block.role == "choice":
            numbered += 1
            lines.append(f"  {numbered}. {block.text}")
        else:
            lines.append(block.text)
    return "\n".join(lines)


def _answered(library: Library, answer: Answered) -> Iterable[Block]:
    if answer.remark:
        yield Block("hint", answer.remark)
    if answer.result:
        yield Block("answer", answer.result)
    if len(answer.facts) > 1 or answer.result:
        for fact in answer.facts:
            yield from _listed(library, fact)
        for sibling in answer.disputed:
            yield Block("dispute", _otherwise(library, sibling))
        return
    fact = answer.facts[0]
    if fact.rank == "deprecated" and fact.editor_note:
        yield Block("answer", _note(fact.editor_note))
        yield Block("dispute", f"{texts.MISTAKE}: {fact.says}{_reason(fact)}")
    else:
        yield Block("answer", fact.says)
        for sibling in answer.disputed:
            yield Block("dispute", _otherwise(library, sibling))
        if fact.editor_note:
            yield Block("note", _note(fact.editor_note))
    yield Block("citation", f"{texts.SOURCE}: {_cited(library, fact.citations)}")


def _listed(library: Library, fact: Fact) -> Iterable[Block]:
    """One of several facts, with its editor's note; a slip of the source is marked as one."""
    text = f"{_dated(fact)}{fact.says} ({_cited(library, fact.citations)})"
    if fact.editor_note and fact.rank == "deprecated":
        yield Block("answer", f"• {_note(fact.editor_note)}")
        yield Block("dispute", f"{texts.MISTAKE}: {text}{_reason(fact)}")
        return
    yield Block("answer", f"• {text}")
    if fact.editor_note:
        yield Block("note", _note(fact.editor_note))


def _otherwise(library: Library, sibling: Sibling) -> str:
    label = texts.MISTAKE if sibling.deprecated else texts.OTHERWISE
    fact = sibling.fact
    return f"{label}: {fact.says} ({_cited(library, fact.citations)}){_reason(fact)}"


def _reason(fact: Fact) -> str:
    return f" {texts.REASON}: {fact.reason}" if fact.reason else ""


def _note(note: EditorNote) -> str:
    return f"{texts.EDITOR_NOTE} ({note.reference}): {note.says}"


def _dated(fact: Fact) -> str:
    return f"{fact.date}: " if fact.date and str(fact.date) not in fact.says else ""


def _cited(library: Library, citations: Iterable[Citation]) -> str:
    """Each source once, with its pages: “Topal 2018, s. 321, 322 (dn. 58) ✔”. The mark stands where every page was verified."""
    by_source: dict[str, list[Citation]] = {}
    for citation in citations:
        by_source.setdefault(citation.source, []).append(citation)
    return "; ".join(_source_cited(library, source, cited) for source, cited in by_source.items())


def _source_cited(library: Library, source: str, citations: list[Citation]) -> str:
    pages: dict[str, list[str]] = {}
    for citation in sorted(citations, key=lambda c: (len(c.page), c.page)):
        pages.setdefault(citation.page, []).extend([citation.note] if citation.note else [])
    written = ", ".join(_page(page, notes, first=number == 0) for number, (page, notes) in enumerate(pages.items()))
    mark = f" {texts.VERIFIED}" if all(citation.verified for citation in citations) else ""
    return f"{library.sources[source].short}, {written}{mark}"


def _page(page: str, notes: list[str], *, first: bool) -> str:
    label = page_form(page) if first else page.removeprefix("pdf-")
    return label + (f" (dn. {', '.join(dict.fromkeys(notes))})" if notes else "")


def _unknown(answer: Unknown) -> Iterable[Block]:
    match answer.reason:
        case "empty":
            yield Block("answer", texts.EMPTY)
            return
        case "too-long":
            yield Block("answer", texts.TOO_LONG)
            return
        case "words":
            yield Block("answer", texts.UNKNOWN_WORDS.format(words=", ".join(answer.words)))
        case "no-clause" if answer.about:
            yield Block("answer", texts.UNKNOWN_CLAUSE.format(title=answer.about))
        case _ if answer.about:
            yield Block("answer", texts.UNKNOWN_ABOUT.format(title=answer.about))
        case _:
            yield Block("answer", texts.UNKNOWN_FACT)
    if answer.nearest:
        yield Block("hint", texts.NEAREST)
        yield from (Block("choice", choice.text) for choice in answer.nearest)


def day_blocks(library: Library, day: Day) -> tuple[Block, ...]:
    """The day's events, one block each with its citation."""
    asked = day_and_month(*day.asked)
    if not day.facts:
        return (Block("answer", texts.NO_DAYS),)
    heading = texts.DAY_NEAREST.format(day=asked) if day.nearest else texts.DAY_HEADING.format(day=asked)
    return (Block("heading", heading), *(block for fact in day.facts for block in _day_lines(library, fact)))


def _day_lines(library: Library, fact: Fact) -> Iterable[Block]:
    mark = f" {texts.DAY_DISPUTED}" if library.siblings(fact) else ""
    yield Block("answer", f"• {fact.date}{mark}: {fact.says} ({texts.SOURCE}: {_cited(library, fact.citations)})")
    if fact.editor_note:
        yield Block("note", _note(fact.editor_note))
