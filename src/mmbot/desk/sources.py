"""“/kaynak”: the sources, their full references, and the same for reference managers."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from mmbot.desk import asking_texts
from mmbot.desk import sources_texts as texts
from mmbot.desk.desk import Desk
from mmbot.desk.finding import legible, plain
from mmbot.desk.per_library import PerLibrary
from mmbot.desk.presses import pressed, shortened, token, tokens
from mmbot.desk.reply import Button, Document, Reply, Rows, line
from mmbot.knowledge.citations import to_bibtex, to_csl_json, to_ris
from mmbot.knowledge.library import Library
from mmbot.model import Source, Visitor
from mmbot.rendering import Block

_ALL = "all"  # no token: tokens are capital letters
SHORT_ENOUGH = 1_000  # characters of a record that is also shown, not only sent as a file


class Format(NamedTuple):
    """A way to give a source out: what the button says, the ending of the file, the text."""

    label: str
    ending: str
    write: Callable[[Source], str]


FORMATS: Mapping[str, Format] = {
    "bibtex": Format("BibTeX", "bib", to_bibtex),
    "ris": Format("RIS", "ris", to_ris),
    "csl": Format("CSL-JSON", "json", to_csl_json),
    "apa": Format("APA", "txt", lambda source: f"{source.reference}\n"),
}


def show_sources(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """The source called *typed*; all of them where nothing is typed or nothing fits."""
    library, language = desk.answering.library, visitor.language
    if not typed.strip():
        return _listed(library, list(library.sources), texts.SOURCES.to(language), visitor)
    found = _called(library, typed.strip())
    if len(found) == 1:
        return _one(library, found[0], visitor)
    if found:
        return _listed(library, found, texts.SOURCES.to(language), visitor)
    return _listed(library, list(library.sources), texts.NO_SOURCE.to(language, typed=legible(typed)), visitor)


def show_reference(desk: Desk, short: str, visitor: Visitor) -> Reply:
    """The button of a source was pressed; “all” leads back to all of them."""
    library = desk.answering.library
    if short == _ALL:
        return show_sources(desk, "", visitor)
    source = tokens(library).source(short)
    return _one(library, source, visitor) if source else line(asking_texts.EXPIRED.to(visitor.language))


def give_format(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """The button of a format was pressed, ``<token of the source>:<format>``: a file, shown too where it is short."""
    library = desk.answering.library
    short, _, name = typed.partition(":")
    source, wanted = tokens(library).source(short), FORMATS.get(name)
    if source is None or wanted is None:
        return line(asking_texts.EXPIRED.to(visitor.language))
    text = wanted.write(library.sources[source])
    shown = Block("code", text.rstrip("\n")) if len(text) <= SHORT_ENOUGH else Block("hint", f"{source}.{wanted.ending}")
    return Reply((shown,), document=Document(f"{source}.{wanted.ending}", text))


def source_buttons(library: Library, sources: Iterable[str]) -> Rows:
    """One row for each of *sources*, which leads to its reference and formats."""
    return tuple((Button(shortened(library.sources[source].short), pressed("reference", token(source))),) for source in sources)


def _listed(library: Library, sources: list[str], heading: str, visitor: Visitor) -> Reply:
    told = [Block("heading", heading)]
    for source in sources:
        values = {"short": library.sources[source].short, "count": _citing(library)[source]}
        told.append(Block("answer", texts.LISTED.to(visitor.language, **values)))
    return Reply(tuple(told), source_buttons(library, sources))


def _one(library: Library, source_id: str, visitor: Visitor) -> Reply:
    source, language = library.sources[source_id], visitor.language
    told = [
        Block("heading", source.short),
        Block("answer", source.reference),
        Block("hint", texts.CITED_BY.to(language, count=_citing(library)[source_id])),
    ]
    if not source.csl.get("author"):
        told.append(Block("note", texts.NO_AUTHOR.to(language)))
    formats = tuple(Button(format_.label, pressed("format", token(source_id), name)) for name, format_ in FORMATS.items())
    return Reply(tuple(told), (formats, (Button(texts.ALL.to(language), pressed("reference", _ALL)),)))


def _called(library: Library, typed: str) -> list[str]:
    """The sources whose id, short form, reference or record (it has the first names) has every word of *typed*."""
    if typed in library.sources:
        return [typed]
    words = plain(typed).split()
    found = []
    for source in library.sources.values():
        text = f" {plain(f'{source.id} {source.short} {source.reference} {to_ris(source)}')}"
        if words and all(f" {word}" in text for word in words):
            found.append(source.id)
    return found


def _count(library: Library) -> Counter[str]:
    return Counter(source for fact in library.facts.values() for source in {citation.source for citation in fact.citations})


_citing = PerLibrary(_count)  # how many facts cite each source
