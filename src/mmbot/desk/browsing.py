"""“/madde”: an entry with everything that the sources say of it, a page at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mmbot.desk import asking_texts, finding
from mmbot.desk import browsing_texts as texts
from mmbot.desk.desk import Desk
from mmbot.desk.per_library import PerLibrary
from mmbot.desk.presses import number_in, pressed, shortened, token, tokens
from mmbot.desk.reply import Button, Reply, Rows, line
from mmbot.knowledge.library import Library
from mmbot.model import DEFINITION, Answered, Entry, Fact, Language, Question, Visitor
from mmbot.rendering import Block, blocks, only_turkish
from mmbot.turkish import fold

FACTS_OF_A_PAGE = 6
LENGTH_OF_A_PAGE = 1_600  # characters, so that a page is one message also in Discord (2,000) with its head and foot
MOST_NAMES = 4
_CLAUSE = "clause-"


def show_entry(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """The first page of the entry called *typed*; a question back, or what is like it."""
    library, language = desk.answering.library, visitor.language
    if not typed.strip():
        return Reply((Block("answer", texts.NAME_ONE.to(language)),), entry_buttons(library, most_important(library)[:3]))
    found = finding.find_entries(library, desk.answering.index, typed)
    if len(found.entries) == 1:
        return _page(desk, found.entries[0], 1, visitor)
    if found.entries:
        return Reply((Block("answer", texts.WHICH_ENTRY.to(language)),), entry_buttons(library, found.entries))
    told = [Block("answer", texts.NO_ENTRY.to(language, typed=finding.legible(typed)))]
    told.append(Block("hint", (texts.PERHAPS if found.near else texts.NAME_ONE).to(language)))
    return Reply(tuple(told), entry_buttons(library, found.near))


def turn_page(desk: Desk, typed: str, visitor: Visitor) -> Reply:
    """A button that leads to a page of an entry was pressed: ``<token>:<page>``, the first where there is no number."""
    short, _, number = typed.partition(":")
    entry = tokens(desk.answering.library).entry(short)
    if entry is None:
        return line(asking_texts.EXPIRED.to(visitor.language))
    page = number_in(number, digits=5)
    return replace(_page(desk, entry, 1 if page is None else page, visitor), replaces=True)


def entry_buttons(library: Library, entries: Iterable[str]) -> Rows:
    """One row for each of *entries*, which leads to its first page."""
    return tuple((Button(shortened(library.title(entry)), pressed("entry", token(entry), 1)),) for entry in entries)


def _important(library: Library) -> tuple[str, ...]:
    return tuple(entry.id for entry in sorted(library.entries.values(), key=finding.importance, reverse=True))


most_important = PerLibrary(_important)  # the ids of all entries, the most important first


def _page(desk: Desk, entry_id: str, page: int, visitor: Visitor) -> Reply:
    library, language = desk.answering.library, visitor.language
    entry = library.entries[entry_id]
    pages = _pages(library, entry, language)
    page = min(max(page, 1), len(pages))
    desk.answering.about(entry_id, Question("", visitor.person, visitor.place))
    foot = texts.PAGE.to(language, page=page, pages=len(pages), count=len(entry.facts))
    shown = (
        *_head(library, entry, language, whole=page == 1),
        *pages[page - 1],
        *(only_turkish(entry.facts, language) if page == 1 else ()),
    )
    if len(pages) == 1:
        return Reply(shown)
    return Reply((*shown, Block("hint", foot)), _turns(entry_id, page, len(pages), language))


def _turns(entry: str, page: int, pages: int, language: Language) -> Rows:
    back = Button(texts.BACK.to(language), pressed("entry", token(entry), page - 1))
    on = Button(texts.ON.to(language), pressed("entry", token(entry), page + 1))
    return (((back,) if page > 1 else ()) + ((on,) if page < pages else ()),)


def _head(library: Library, entry: Entry, language: Language, *, whole: bool) -> Iterator[Block]:
    """The title; on the first page also what the entry is, its kind and its other names."""
    yield Block("heading", entry.title)
    if not whole:
        return
    definition = next((fact for fact in entry.facts if fact.id == DEFINITION), None)
    if definition:
        yield from blocks(library, Answered((definition,), library.siblings(definition)), language)
    about = texts.KIND.to(language, kind=texts.KINDS[entry.kind].to(language))
    names = _other_names(entry)
    yield Block("hint", f"{about} · {texts.ALSO_CALLED.to(language, names=', '.join(names))}" if names else about)


def _other_names(entry: Entry) -> list[str]:
    """A few names that are not spellings of one another."""
    seen, names = {fold(entry.title)}, []
    for name in entry.aliases:
        if fold(name) not in seen:
            seen.add(fold(name))
            names.append(name)
    return names[:MOST_NAMES]


def _pages(library: Library, entry: Entry, language: Language) -> list[list[Block]]:
    """What stands on each page; at least one, and no fact is divided."""
    pages: list[list[Block]] = [[]]
    facts, length = 0, sum(len(block.text) for block in _head(library, entry, language, whole=True))
    for fact in in_order(library, entry):
        told = _told(library, fact, language)
        longer = sum(len(block.text) for block in told)
        if facts == FACTS_OF_A_PAGE or (facts and length + longer > LENGTH_OF_A_PAGE):
            pages.append([])
            facts, length = 0, 0
        pages[-1] += told
        facts, length = facts + 1, length + longer
    return pages


def in_order(library: Library, entry: Entry) -> list[Fact]:
    """The facts of *entry* but its definition: dated ones by date, clauses by number, then the others by significance.

    What disputes another fact of the entry is left out: it is told together with that one.
    """
    own = {fact.name for fact in entry.facts}
    facts = [
        fact for fact in entry.facts if fact.id != DEFINITION and not (fact.disputes in own and fact.disputes in library.facts)
    ]
    return sorted(facts, key=_order)


def _order(fact: Fact) -> tuple[int, int, int, str]:
    clauses = [int(answer.removeprefix(_CLAUSE)) for answer in fact.answers if answer.startswith(_CLAUSE)]
    if clauses:
        return 1, min(clauses), 0, fact.name
    if fact.date:
        return 0, fact.date.first.toordinal(), fact.date.last.toordinal(), fact.name
    return 2, -fact.significance, 0, ""  # as the editors ordered them


def _told(library: Library, fact: Fact, language: Language) -> tuple[Block, ...]:
    """*fact* as one of several, what says otherwise right behind it."""
    # An answer that was worked out lists its facts behind the result; of that answer only the list is wanted here.
    _, *listed = blocks(library, Answered((fact,), library.siblings(fact), result=fact.name), language)
    return tuple(listed)
