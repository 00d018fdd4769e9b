"""What is offered while somebody is still typing: questions, entries, facts, sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from mmbot.answering.phrasing import question_for
from mmbot.desk import noticing_texts as texts
from mmbot.desk.commands import Takes
from mmbot.desk.desk import Desk
from mmbot.desk.finding import importance, plain
from mmbot.desk.per_library import PerLibrary
from mmbot.knowledge.library import Library
from mmbot.matching import PhraseIndex
from mmbot.model import DEFINITION, Choice, Entry, Fact, Visitor
from mmbot.moderation.beside import told_beside

MOST = 25  # choices of an autocompletion in Discord
LONGEST = 100  # characters of a choice's text, and of its value
_STATEMENT = 4  # words from which a text may be a statement
_READ = 100  # characters of what was typed that are looked at
_LOOKED_AT = 60  # phrases of a search; several belong to one fact
_WORTH_IT = 0.25  # likeness below which a phrase is not offered


def suggest(desk: Desk, takes: Takes, typed: str, visitor: Visitor) -> list[Choice]:
    """At most 25 choices for an argument that takes *takes*, best first; a choice's *fact* holds the value to send.

    The value is a fact's name, an entry's id or a source's id; nothing typed gives what matters most. Where a fact is wanted and a
    statement is being typed, what says the same or otherwise stands first, and says so.
    """
    menu = _menus(desk.answering.library).of(takes)
    first = _beside(desk, typed[:_READ], visitor) if takes == "fact" else []
    known = {choice.fact for choice in first}
    return [*first, *(one for one in (menu.offer(typed[:_READ]) if menu else []) if one.fact not in known)][:MOST]


def _beside(desk: Desk, typed: str, visitor: Visitor) -> list[Choice]:
    """The facts that say what *typed* says, and those that say otherwise, where it is long enough for a statement."""
    if desk.moderation is None or len(typed.split()) < _STATEMENT:
        return []
    found, language = told_beside(desk.moderation, typed), visitor.language
    same = [(texts.SUGGESTED_SAME, fact) for fact in found.same]
    otherwise = [(texts.SUGGESTED_OTHERWISE, fact) for fact, _ in found.otherwise]
    return [Choice(_fitted(say.to(language, says=fact.says)), fact.name) for say, fact in (*otherwise, *same)]


def begun(desk: Desk, typed: str) -> list[Choice]:
    """Questions and names that have every word of *typed*, the last one perhaps unfinished; nothing that is only like it."""
    return _menus(desk.answering.library).questions.offer(typed[:_READ], like=False) if plain(typed) else []


@dataclass(frozen=True, slots=True)
class _Offer:
    """A phrase that can be typed, as it is compared (see ``_searched``) and as it is shown, with the value behind it."""

    searched: str
    text: str
    value: str


class _Menu:
    """Everything that can be offered for one kind of argument, the most important first."""

    def __init__(self, offers: Iterable[_Offer], popular: Iterable[Choice] = ()) -> None:
        self._offers = [offer for offer in offers if len(offer.value) <= LONGEST]
        fitting = [choice for choice in popular if len(choice.fact) <= LONGEST]
        self._popular = fitting or [Choice(_fitted(offer.text), offer.value) for offer in self._offers]

    @cached_property
    def _index(self) -> PhraseIndex:
        return PhraseIndex.build((number, offer.text) for number, offer in enumerate(self._offers))

    def offer(self, typed: str, *, like: bool = True) -> list[Choice]:
        wanted = plain(typed)
        if not wanted:
            return self._popular[:MOST]
        found: dict[str, Choice] = {}
        shown: set[str] = set()
        for number in self._numbers(wanted, like=like):
            offer = self._offers[number]
            text = _fitted(offer.text)
            if offer.value not in found and text not in shown:
                found[offer.value] = Choice(text, offer.value)
                shown.add(text)
            if len(found) == MOST:
                break
        return list(found.values())

    def _numbers(self, wanted: str, *, like: bool) -> Iterator[int]:
        """What is *wanted* itself, what begins with it, then what has it, then what has its words, then what is *like* it."""
        begun = f" {wanted}"
        words = [f" {word}" for word in wanted.split()]
        last = words[-1]
        having = [number for number, offer in enumerate(self._offers) if last in offer.searched]
        if len(words) > 1:
            having = [number for number in having if all(word in self._offers[number].searched for word in words)]
        yield from (number for number in having if self._offers[number].searched == begun)
        yield from (number for number in having if self._offers[number].searched.startswith(begun))
        yield from (number for number in having if begun in self._offers[number].searched)
        yield from having
        if like:
            yield from (int(str(hit.id)) for hit in self._index.search(wanted, _LOOKED_AT) if hit.score >= _WORTH_IT)


class _Menus:
    """The menus of one library, each made when it is first needed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._entries = sorted(library.entries.values(), key=importance, reverse=True)

    def of(self, takes: Takes) -> _Menu | None:
        match takes:
            case "question":
                return self.questions
            case "entry":
                return self.entries
            case "fact":
                return self.facts
            case "source":
                return self.sources
        return None

    @cached_property
    def entries(self) -> _Menu:
        names = (_Offer(_searched(name), entry.title, entry.id) for entry in self._entries for name in entry.names)
        return _Menu(names, self._titles())

    @cached_property
    def questions(self) -> _Menu:
        facts = [fact for entry in self._entries for fact in _in_order(entry)]
        facts.sort(key=lambda fact: -fact.significance)
        # The name of a fact is put together whenever it is asked for; its questions share one.
        asked = [
            _Offer(_searched(question), question, name) for fact in facts for name in (fact.name,) for question in fact.questions
        ]
        named = [_Offer(_searched(name), name, f"{entry.id}/{DEFINITION}") for entry in self._entries for name in entry.names]
        return _Menu([*named, *asked], _popular(self._library, facts))

    @cached_property
    def facts(self) -> _Menu:
        return _Menu(_facts_of(self._entries), self._titles())

    @cached_property
    def sources(self) -> _Menu:
        found = self._library.sources.values()
        return _Menu(
            _Offer(_searched(f"{source.short} {source.reference} {source.id}"), source.short, source.id) for source in found
        )

    def _titles(self) -> list[Choice]:
        return [Choice(_fitted(entry.title), entry.id) for entry in self._entries]


def _facts_of(entries: Iterable[Entry]) -> Iterator[_Offer]:
    for entry in entries:
        yield _Offer(_searched(entry.title), entry.title, entry.id)
        for fact in _in_order(entry):
            text = f"{entry.title} – {fact.id}: {fact.says}"
            yield _Offer(_searched(text), text, fact.name)


def _in_order(entry: Entry) -> list[Fact]:
    return sorted(entry.facts, key=lambda fact: -fact.significance)


def _popular(library: Library, facts: Iterable[Fact]) -> Iterator[Choice]:
    """A question each for the most significant fact of the most important entries, what is disputed left out."""
    seen: set[str] = set()
    for fact in facts:
        if fact.entry not in seen and fact.id != DEFINITION and fact.rank != "deprecated" and fact.disputes is None:
            seen.add(fact.entry)
            yield Choice(_fitted(question_for(library, fact)), fact.name)


def _searched(text: str) -> str:
    """*text* as what was typed is looked for in it: a blank stands before every word."""
    return f" {plain(text)}"


def _fitted(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


_menus = PerLibrary(_Menus)
