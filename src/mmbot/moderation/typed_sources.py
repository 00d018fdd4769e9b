"""“Topal 2018, s. 322, dn. 58”: which source, page and footnote somebody means, and which words stand there."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mmbot.knowledge.flaws import EVIDENCE_WORDS
from mmbot.knowledge.library import Library
from mmbot.knowledge.short_forms import locator
from mmbot.model import Citation, Source
from mmbot.moderation import refusal_texts as texts
from mmbot.moderation.refusals import Unreadable
from mmbot.moderation.typed import tidy, visible
from mmbot.turkish import split_words

_NOTE = re.compile(r"\b(?:dn|dipnot\w*|fn) (\d{1,3})\b")
_MARKED_PAGE = re.compile(r"\b(?:(pdf) )?(?:s|ss|sf|sh|sayfa\w*|p|page) (?:(pdf) )?(\d{1,4})(?: \d{1,4})?\b|\b(pdf) (\d{1,4})\b")
_LAST_NUMBER = re.compile(r"\b(\d{1,4})$")
_PDF = "pdf-"
EXAMPLE = "Topal 2018, s. 322"


def read_source(text: str, library: Library) -> Citation:
    """Source, page and footnote in *text*, without evidence. Raises Unreadable, naming the sources that there are.

    A source that is cited by the pages of its file throughout (``pdf-4``) is so here too.
    """
    folded = " ".join(split_words(text))
    note = _NOTE.search(folded)
    rest = _NOTE.sub(" ", folded).strip()
    marked = _MARKED_PAGE.search(rest)
    number = marked or _LAST_NUMBER.search(rest)
    named = rest[: number.start()] + " " + rest[number.end() :] if number else rest
    source = _source(named, rest, text, library.sources)
    page = _page_number(marked) if marked else number[1] if number else ""
    if not page or (
        not marked and page in split_words(source.short)[-1:] and named.split() == rest.split()[:-1] and rest.endswith(page)
    ):
        raise Unreadable("source", texts.NO_PAGE.format(typed=tidy(text), source=source.short))
    if not page.startswith(_PDF) and _cited_by_file(source.id, library):
        page = _PDF + page
    return Citation(source.id, page, (), note[1] if note else "")


def read_evidence(text: str) -> tuple[str, ...]:
    """Fragments, divided by semicolons or lines. Raises Unreadable for none, or for one of more than six words."""
    fragments = tuple(filter(None, (visible(part).strip('“”". ') for part in re.split(r"[;\n]", text))))
    if not fragments:
        raise Unreadable("evidence", texts.NO_EVIDENCE)
    for fragment in fragments:
        count = len(fragment.split())
        if count > EVIDENCE_WORDS:
            raise Unreadable("evidence", texts.LONG_EVIDENCE.format(fragment=fragment, count=count))
    return fragments


def read_citations(text: str, library: Library, known: Sequence[Citation] = ()) -> tuple[Citation, ...]:
    """Citations, one a line: “Topal 2018, s. 322 | 16 Mart 1921; törenle imzalandı”. Raises Unreadable.

    One that *known* holds already is taken from there, with what a program has found out about it.
    """
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        place, bar, fragments = line.partition("|")
        if not bar:
            raise Unreadable("citations", texts.NO_BAR.format(typed=tidy(line), example=EXAMPLE))
        citation = replace(read_source(place, library), evidence=read_evidence(fragments))
        found.append(next((old for old in known if _claim(old) == _claim(citation)), citation))
    return tuple(dict.fromkeys(found))


def written_source(citation: Citation, library: Library) -> str:
    """What :func:`read_source` would read for *citation*."""
    source = library.sources.get(citation.source)
    return f"{source.short if source else citation.source}, {locator(citation)}"


def written_citations(citations: Iterable[Citation], library: Library) -> str:
    """What :func:`read_citations` would read for *citations*."""
    return "\n".join(f"{written_source(citation, library)} | {'; '.join(citation.evidence)}" for citation in citations)


def _claim(citation: Citation) -> tuple[str, str, str, list[list[str]]]:
    """What makes two citations the same: the punctuation of their fragments does not."""
    return citation.source, citation.page, citation.note, [split_words(fragment) for fragment in citation.evidence]


def _page_number(marked: re.Match[str]) -> str:
    if marked[5]:
        return _PDF + marked[5]
    return (_PDF if marked[1] or marked[2] else "") + marked[3]


def _cited_by_file(source: str, library: Library) -> bool:
    pages = [citation.page for fact in library.facts.values() for citation in fact.citations if citation.source == source]
    return bool(pages) and all(page.startswith(_PDF) for page in pages)


def _source(named: str, whole: str, typed: str, sources: Mapping[str, Source]) -> Source:
    """The one source that has every word of *named* in its id, short form or title; of *whole* where a year is its last word."""
    for words in (set(whole.split()), set(named.split())):
        fitting = [source for source in sources.values() if words and words <= _words_of(source)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            break
    known = ", ".join(sorted(source.short for source in (fitting or sources.values())))
    said = texts.SEVERAL_SOURCES if fitting else texts.NO_SOURCE
    raise Unreadable("source", said.format(typed=tidy(typed), known=known, example=EXAMPLE))


def _words_of(source: Source) -> set[str]:
    return set(split_words(f"{source.id} {source.short} {source.csl.get('title', '')}"))
