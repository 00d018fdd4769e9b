"""A statement that somebody wants to have checked: who and what it names, its dates and numbers, whether it denies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mmbot.answering.claims_clauses import Clause, Counted, Dated, clause_of, clauses, is_finite
from mmbot.answering.claims_words import is_negated, mood
from mmbot.matching.index import Index
from mmbot.matching.linking import Link, link, named
from mmbot.matching.question_type import asked
from mmbot.matching.reading import NATIONS
from mmbot.matching.words import Word, read_words
from mmbot.turkish import likeness

THINGS = ("treaty", "conference", "event", "document")
# Only towns exclude each other: a house is in a town, a town in a country.
TOWNS = frozenset({
    "ankara", "istanbul", "moskova", "kars", "gumru", "londra", "paris", "baku", "batum", "trabzon", "erzurum", "tiflis", "erivan",
    "lozan", "roma", "locarno", "berlin", "sivas", "samsun", "odessa", "odesa", "izmir", "mudanya", "cenevre", "gorki", "amasya",
    "sarikamis", "bursa", "selanik", "sofya", "riga", "atina", "bukres", "tahran", "kabil", "pekin", "leningrad", "petrograd",
})  # fmt: skip
TITLES = frozenset({"bey", "beyin", "pasa", "pasanin", "efendi", "hanim", "yoldas"})
# Words that say nothing by themselves. Whatever else a statement holds has to be told by the sources, however common it is.
STOPS = TITLES | {
    "ve", "ile", "bir", "bu", "su", "o", "da", "de", "ise", "olarak", "adina", "namina", "icin", "tarafindan", "arasinda", "tarihinde",
    "tarihli", "gunu", "gununde", "yilinda", "yili", "senesinde", "ayinda", "olan", "uzere", "ki", "dir", "idi", "kisi", "tarihiyle",
    "ayrica", "bunu", "onu", "bunun", "onun",
}  # fmt: skip
TOKEN = re.compile(r"[^\W_]+(?:['’‘`´ʼ][^\W_]+)*")  # noqa: RUF001  as matching.words cuts
SURE_OF_NAME = 0.85
_PLURAL_OBJECT = re.compile(r".{3,}l[ae]r[iu]")
_JOINS = frozenset({"ve", "ama", "fakat"})
_ACTORS = NATIONS | {"=ordu", "=heyet", "=hukumet", "=meclis", "=elci", "=komutan", "=baskan"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A name said in full: the entries that bear it, the places of its words, whether they can do something (people, states)."""

    entries: frozenset[str]
    places: frozenset[int]
    thing: bool
    person: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause to be checked.

    *absorbed* are the places of dates that belong to a name; *grounded* tells whether it says itself who or what it is about: “… ve
    Kars'a geldi” does not.
    """

    text: str
    clause: Clause
    units: tuple[Unit, ...]
    absorbed: frozenset[int]
    negated: bool
    mood: str
    grounded: bool

    @property
    def telling(self) -> tuple[Word, ...]:
        """The words that must be told: all but the commonest, dates and numbers."""
        return tuple(word for word in self.clause.words if word.place not in self.clause.values and word.folded not in STOPS)

    @property
    def dates(self) -> tuple[Dated, ...]:
        """The dates that it gives."""
        return self.clause.dates

    @property
    def numbers(self) -> tuple[Counted, ...]:
        """The numbers that it gives."""
        return self.clause.numbers

    def unit_at(self, place: int) -> Unit | None:
        """The name that the word at *place* belongs to."""
        return next((unit for unit in self.units if place in unit.places), None)

    def names(self, entry: str) -> bool:
        """Whether *entry* is named."""
        return any(entry in unit.entries for unit in self.units)


def statements(index: Index, sentence: str, *, shown: str = "") -> Iterator[Statement]:
    """The statements of *sentence*, which was typed as *shown*: one for each of its verbs; the subject of the first goes on."""
    subject: tuple[Word, ...] = ()
    found = clauses(sentence, shared=False)
    typed = clauses(shown or sentence, shared=False)
    typed = typed if len(typed) == len(found) else found
    for clause, as_shown in zip(found, typed, strict=True):
        words = clause.words if clause.words[0].folded not in _JOINS else clause.words[1:]
        if not words:
            continue
        spoken = as_shown.words if as_shown.words[0].folded not in _JOINS else as_shown.words[1:]
        text = (shown or sentence) if len(found) == 1 else _cut_out(shown or sentence, spoken)
        lead = lead_of(words)
        goes_on = not lead and clause.follows and bool(subject)
        if goes_on:
            words = (*subject, *words)
        subject = lead or (subject if clause.follows else ())
        yield _statement(index, words, text, begins=clause is found[0] or goes_on)


def is_question(sentence: str, words: tuple[Word, ...]) -> bool:
    """Whether something is asked rather than said."""
    want = asked(words)
    return sentence.rstrip().endswith("?") or want.polar or (bool(want.words) and not is_finite(words[-1]))


def _statement(index: Index, words: tuple[Word, ...], text: str, *, begins: bool) -> Statement:
    clause = clause_of(words)
    units, absorbed = _named(index, clause)
    grounded = any(_is_subject(clause, units, word, begins=begins) for word in words[:-1]) or clause.verb.capital
    return Statement(text, clause, units, absorbed, is_negated(words), mood(clause.verb), grounded)


def of_words(index: Index, words: tuple[Word, ...], text: str) -> Statement:
    """The statement that *words* make by themselves, shown as *text*."""
    return _statement(index, words, text, begins=True)


def as_typed(words: tuple[Word, ...]) -> str:
    """*words* as they were typed."""
    return " ".join(f"{word.typed}'{word.tail}" if word.tail else word.typed for word in words)


def without(index: Index, statement: Statement, places: frozenset[int]) -> Statement:
    """*statement* without the words at *places*, a date or a town: what it says besides."""
    words = tuple(word for word in statement.clause.words if word.place not in places)
    return _statement(index, words, statement.text, begins=True)


def _is_subject(clause: Clause, units: tuple[Unit, ...], word: Word, *, begins: bool) -> bool:
    """Whether *word* may say who or what the clause is about: a name in the nominative, or a noun where the clause *begins* a sentence."""
    if word.tail or word.folded in STOPS or word.place in clause.values or _PLURAL_OBJECT.fullmatch(word.folded):
        return False
    unit = next((unit for unit in units if word.place in unit.places), None)
    if unit is None:
        return word.capital or begins
    last = max(unit.places)
    ends = [other for other in clause.words if other.place == last or (other.place == last + 1 and other.folded in TITLES)]
    return not any(other.tail for other in ends)


def _named(index: Index, clause: Clause) -> tuple[tuple[Unit, ...], frozenset[int]]:
    """The names of a clause; and the places of dates that belong to one (“26 Nisan 1920 teklifnamesi”, but not “… 1920'de”)."""
    inner = [dated for dated in clause.dates if not any(word.tail for word in clause.words if word.place in dated.places)]
    outer = frozenset(place for dated in clause.dates for place in dated.places)
    with_dates = outer.difference(*(dated.places for dated in inner))
    for aside in (with_dates, outer) if inner else (outer,):
        words = [word for word in clause.words if word.place not in aside and (word is not clause.verb or word.capital)]
        meanings = {word.place: index.lexicon.resolve(word) for word in words}
        gaps = frozenset(word.place for word in clause.words if word.folded not in STOPS)
        links = link(index, words, meanings, gaps)
        # A name that was misspelt, or put together from here and there, is not taken for one: better unknown than another's.
        found = named({entry: one for entry, one in links.items() if one.joined and one.sureness > SURE_OF_NAME})
        taken = frozenset(place for one in found for place in one.places)
        whole = all(dated.places <= taken or dated.places.isdisjoint(taken) for dated in inner)
        if whole or aside == outer:
            return tuple(_units(index, found)), taken & outer
    return (), frozenset()


def _units(index: Index, found: list[Link]) -> Iterator[Unit]:
    for places in dict.fromkeys(one.places for one in found):
        entries = frozenset(one.entry for one in found if one.places == places)
        kinds = {index.entries[entry].kind for entry in entries}
        yield Unit(entries, places, bool(kinds & set(THINGS)), "person" in kinds)


def lead_of(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The names with which a clause begins, in the nominative: most likely its subject."""
    lead: list[Word] = []
    for word in words:
        if word.tail or word.folded.isdigit() or not (word.capital or word.folded in TITLES):
            return tuple(lead) if not word.tail else ()
        lead.append(word)
    return tuple(lead)


def _cut_out(sentence: str, words: tuple[Word, ...]) -> str:
    """The part of *sentence* in which *words* stand, as it was typed; the words alone where that cannot be told."""
    spans = [found.span() for found in TOKEN.finditer(sentence)]
    if len(spans) <= words[-1].place or len(spans) != len(read_words(sentence)):
        return as_typed(words)
    return sentence[spans[words[0].place][0] : spans[words[-1].place][1]]


def calls(index: Index, statement: Statement, entry: str) -> bool:
    """Whether *entry* is named, or all that it is called by is said: “saltanat … kaldırıldı” calls Saltanatın kaldırılması."""
    if statement.names(entry):
        return True
    terms = {term for word in statement.clause.words for term in index.name_terms(word)}
    words = [word.folded for word in statement.clause.words]
    return any(
        all(_is_said(index, word, terms, words) for word in read_words(name)) for name in index.entries[entry].names if " " in name
    )


def _is_said(index: Index, word: Word, terms: set[str], words: list[str]) -> bool:
    meant = set(index.name_terms(word))
    return meant <= terms or any(likeness(word.folded, other) > SURE_OF_NAME for other in words)


def acts(index: Index, statement: Statement, word: Word) -> bool:
    """Whether *word* names somebody who can do something, so that subject and object must not be confused."""
    unit = statement.unit_at(word.place)
    if unit is not None:
        return not unit.thing
    return (word.capital and word.place > 0) or bool(_ACTORS.intersection(index.vocabulary.meanings(word)))
