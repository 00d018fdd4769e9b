"""Answers as text that no platform has touched yet: the answer first, what is said against it, the citation last."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mmbot import texts
from mmbot.dates import day_and_month
from mmbot.knowledge.library import Library
from mmbot.knowledge.short_forms import page_form
from mmbot.model import Ambiguous, Answer, Answered, Citation, Day, EditorNote, Fact, Language, Sibling, TooSoon, Unknown
from mmbot.texts import Say

_EXAMPLES_FOR = frozenset({"far", "no-subject", "no-entry", "words"})  # or what is near, if anything is


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a reply; *role* tells an adapter how to set it: heading, answer, dispute, note, citation, hint, choice or code."""

    role: str
    text: str


def blocks(library: Library, answer: Answer, language: Language = "tr") -> tuple[Block, ...]:
    """The reply to a question, block by block, for somebody who speaks *language*."""
    return tuple(_Writer(library, language).reply(answer))


def day_blocks(library: Library, day: Day, language: Language = "tr") -> tuple[Block, ...]:
    """The day's events, one block each with its citation."""
    return tuple(_Writer(library, language).day(day))


def fact_blocks(library: Library, facts: Iterable[Fact], language: Language = "tr") -> tuple[Block, ...]:
    """Dated facts one below the other, as in a chronology: date, whether it is disputed, statement, citation."""
    writer = _Writer(library, language)
    return tuple(block for fact in facts for block in writer.dated_line(fact))


def only_turkish(facts: Iterable[Fact], language: Language) -> tuple[Block, ...]:
    """Said once to somebody who speaks English, where some of *facts* have no English text."""
    missing = language == "en" and not all(fact.says_en for fact in facts)
    return (Block("hint", texts.ONLY_TURKISH.to(language)),) if missing else ()


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


def cited(library: Library, citations: Iterable[Citation], language: Language = "tr") -> str:
    """Each source once, with its pages: “Topal 2018, s. 321, 322 (dn. 58) ✔”. The mark stands where every page was verified."""
    by_source: dict[str, list[Citation]] = {}
    for citation in citations:
        by_source.setdefault(citation.source, []).append(citation)
    return "; ".join(_source_cited(library, source, found, language) for source, found in by_source.items())


@dataclass(frozen=True, slots=True)
class _Writer:
    library: Library
    language: Language

    def say(self, text: Say, **values: object) -> str:
        return text.to(self.language, **values)

    def told(self, text: str) -> str:
        """What was worked out."""
        return texts.in_english(text) if self.language == "en" else text

    def says(self, fact: Fact) -> str:
        """What a fact says; in English where it has an English text and English is spoken."""
        return fact.says_en if self.language == "en" and fact.says_en else fact.says

    def reply(self, answer: Answer) -> Iterator[Block]:
        match answer:
            case Answered():
                yield from self.answered(answer)
            case Ambiguous(choices):
                yield Block("answer", self.say(texts.WHICH))
                yield from (Block("choice", choice.text) for choice in choices)
            case Unknown():
                yield from self.unknown(answer)
            case TooSoon(seconds):
                yield Block("hint", self.say(texts.TOO_SOON, seconds=seconds))

    def answered(self, answer: Answered) -> Iterator[Block]:
        if answer.remark:
            yield Block("hint", self.told(answer.remark))
        if answer.result:
            yield Block("answer", self.told(answer.result))
        if len(answer.facts) > 1 or answer.result:
            for fact in answer.facts:
                yield from self.listed(fact)
            for sibling in answer.disputed:
                yield Block("dispute", self.otherwise(sibling))
        else:
            yield from self.alone(answer.facts[0], answer.disputed)

    def alone(self, fact: Fact, disputed: Iterable[Sibling]) -> Iterator[Block]:
        """One fact that answers by itself, with its citation in a line of its own."""
        if fact.rank == "deprecated" and fact.editor_note:
            yield Block("answer", self.note(fact.editor_note))
            yield Block("dispute", self.mistaken(fact.says, fact))
        else:
            yield Block("answer", self.says(fact))
            for sibling in disputed:
                yield Block("dispute", self.otherwise(sibling))
            if fact.editor_note:
                yield Block("note", self.note(fact.editor_note))
        yield Block("citation", f"{self.say(texts.SOURCE)}: {cited(self.library, fact.citations, self.language)}")

    def listed(self, fact: Fact) -> Iterator[Block]:
        """One of several facts, with its editor's note; a slip of the source is marked as one."""
        text = f"{self.dated(fact)}{self.says(fact)} ({cited(self.library, fact.citations, self.language)})"
        if fact.editor_note and fact.rank == "deprecated":
            yield Block("answer", f"• {self.note(fact.editor_note)}")
            yield Block("dispute", self.mistaken(text, fact))
            return
        yield Block("answer", f"• {text}")
        if fact.editor_note:
            yield Block("note", self.note(fact.editor_note))

    def dated(self, fact: Fact) -> str:
        """The date of a fact that does not say it itself."""
        written = fact.date.written(self.language) if fact.date else ""
        return f"{written}: " if written and written not in self.says(fact) else ""

    def mistaken(self, text: str, fact: Fact) -> str:
        return f"{self.say(texts.MISTAKE)}: {text}{self.reason(fact)}"

    def otherwise(self, sibling: Sibling) -> str:
        label = self.say(texts.MISTAKE if sibling.deprecated else texts.OTHERWISE)
        fact = sibling.fact
        return f"{label}: {self.says(fact)} ({cited(self.library, fact.citations, self.language)}){self.reason(fact)}"

    def reason(self, fact: Fact) -> str:
        return f" {self.say(texts.REASON)}: {fact.reason}" if fact.reason else ""

    def note(self, note: EditorNote) -> str:
        return f"{self.say(texts.EDITOR_NOTE)} ({note.reference}): {note.says}"

    def unknown(self, answer: Unknown) -> Iterator[Block]:
        yield Block("answer", self.unknown_line(answer))
        if answer.nearest and answer.reason not in {"empty", "too-long"}:
            yield Block("hint", self.say(_offer(answer)))
            yield from (Block("choice", choice.text) for choice in answer.nearest)

    def unknown_line(self, answer: Unknown) -> str:
        if answer.reason in texts.UNKNOWN:
            return self.say(texts.UNKNOWN[answer.reason])
        match answer.reason:
            case "words":
                return self.say(texts.UNKNOWN_WORDS, words="”, “".join(answer.words))
            case "no-entry":
                return self.say(texts.UNKNOWN_ENTRY, words=" ".join(answer.words))
            case "no-clause" if answer.about:
                return self.say(texts.UNKNOWN_CLAUSE, title=answer.about)
        return self.say(texts.UNKNOWN_ABOUT, title=answer.about) if answer.about else self.say(texts.UNKNOWN_FACT)

    def day(self, day: Day) -> Iterator[Block]:
        if not day.facts:
            yield Block("answer", self.say(texts.NO_DAYS))
            return
        heading = texts.DAY_NEAREST if day.nearest else texts.DAY_HEADING
        yield Block("heading", self.say(heading, day=day_and_month(*day.asked, self.language)))
        for fact in day.facts:
            yield from self.dated_line(fact)

    def dated_line(self, fact: Fact) -> Iterator[Block]:
        """A fact with its date, as a post or a chronology tells it; a slip of the source is marked as one."""
        mark = self.doubt(fact)
        if fact.rank == "deprecated":
            mark += f" ({self.say(texts.MISTAKE)})"
        source = f"{self.say(texts.SOURCE)}: {cited(self.library, fact.citations, self.language)}"
        date = fact.date.written(self.language) if fact.date else ""
        yield Block("answer", f"• {date}{mark}: {self.says(fact)} ({source})")
        if fact.editor_note:
            yield Block("note", self.note(fact.editor_note))

    def doubt(self, fact: Fact) -> str:
        """What stands behind the date of a fact that others contradict: whether it is the date that they contradict."""
        siblings = self.library.siblings(fact)
        if not siblings:
            return ""
        other_date = any(sibling.fact.date and sibling.fact.date != fact.date for sibling in siblings)
        return f" {self.say(texts.DATE_DISPUTED if other_date else texts.DISPUTED)}"


def _offer(answer: Unknown) -> Say:
    """What stands above the questions that are offered instead."""
    if answer.reason in texts.COURTESIES:
        return texts.EXAMPLES
    return texts.MEANT if answer.reason == "unsure" else texts.CAN_ASK if answer.reason in _EXAMPLES_FOR else texts.NEAREST


def _source_cited(library: Library, source: str, citations: list[Citation], language: Language) -> str:
    pages: dict[str, list[str]] = {}
    for citation in sorted(citations, key=lambda c: (len(c.page), c.page)):
        pages.setdefault(citation.page, []).extend([citation.note] if citation.note else [])
    written = ", ".join(_page(page, notes, language, first=number == 0) for number, (page, notes) in enumerate(pages.items()))
    mark = f" {texts.VERIFIED}" if all(citation.verified for citation in citations) else ""
    return f"{library.sources[source].short}, {written}{mark}"


def _page(page: str, notes: list[str], language: Language, *, first: bool) -> str:
    label = page_form(page, language) if first else page.removeprefix("pdf-")
    return label + (f" ({texts.FOOTNOTE.to(language)} {', '.join(dict.fromkeys(notes))})" if notes else "")
