"""What a fact tells, clause by clause, with what belongs to a clause though it stands before it: its subject, whose view it is."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mmbot.answering.claims_clauses import Clause, clause_of, clauses, is_going_on, is_participle, is_unfinished, sentences
from mmbot.answering.claims_idioms import said_plainly
from mmbot.answering.claims_statement import lead_of
from mmbot.dates import HistoricDate, written_day
from mmbot.matching.words import Word, read_words
from mmbot.model import DEFINITION, Fact

# Who a source is: “Topal'a göre” is our source speaking, “Karabekir'e göre” somebody in it.
_SOURCE_VOICES = ("topal", "benhur", "makale", "notu", "madde", "antlasma", "anlasma", "talimat", "teklifname")
_HAPPENED = {"imza-tarihi": "imzalandı", "tarih": "oldu"}  # ids of the facts that date a thing itself, with what it did
_HELD = re.compile(".*(?:Kongresi|Konferansı|Kurultayı|Savaşı)")  # what is held from one day to another
_LONGEST_NAME = 5  # words
_OTHERS = frozenset({"onu", "ona", "onun", "onlar", "onlari", "onlara", "kendisini", "kendisine", "bunu", "buna"})
_LEAST_SAID = 2  # words
_GENITIVE = re.compile("n?[iu]n")
_WRITINGS = ("mektup", "telgraf", "nota", "tezkere", "rapor")
_WROTE = frozenset({"yazdigi", "cektigi", "gonderdigi", "yolladigi"})
_HAVING_DONE = re.compile(".{2,}[dt][iu]kt[ae]n")  # “geldikten sonra” says that he came
_PLACE_OF = frozenset({"yer", "yeri"})


@dataclass(frozen=True, slots=True)
class Told:
    """One clause that a fact tells. *carried* are words of the sentence that belong to it too: its subject, whose view it is.

    *noted*: it is an editor's note that tells it. *voice*: the word that says whose view it is, where that is nobody of our sources.
    """

    fact: Fact
    clause: Clause
    carried: tuple[Word, ...]
    when: HistoricDate | None
    noted: bool = False
    voice: str = ""


def as_said(sentence: str) -> tuple[str, ...]:
    """The words of *sentence* with their endings, for comparing it word for word."""
    return tuple(f"{word.folded}'{word.tail}" for word in read_words(sentence))


@functools.lru_cache(maxsize=4096)
def sentences_of(says: str) -> frozenset[tuple[str, ...]]:
    """The sentences of what a fact says, as `as_said` gives them; one of a word or two tells too little."""
    return frozenset(said for sentence in sentences(says) if len(said := as_said(sentence)) > _LEAST_SAID)


def told_by(fact: Fact, title: str) -> Iterator[Told]:
    """Every clause of *fact*, and of the editor's note on it; a slip of a source is not told."""
    if fact.rank != "deprecated":
        yield from _told(fact, fact.says, fact.date)
        yield from _dated(fact, title)
    if fact.editor_note:
        for told in _told(fact, fact.editor_note.says, fact.editor_note.date):
            yield replace(told, noted=True)


def _dated(fact: Fact, title: str) -> Iterator[Told]:
    """“Moskova Antlaşması'nın resmî tarihi 16 Mart 1921'dir” says when it was signed; what dates a raid says when it happened."""
    verb, name = _HAPPENED.get(fact.id), title.partition(" (")[0]
    lasted = fact.id == "tarih" and fact.date and fact.date.precision == "span" and not fact.disputes
    if lasted and fact.date and fact.rank != "deprecated" and _HELD.fullmatch(name):
        for day, began in ((fact.date.first, "başladı"), (fact.date.last, "bitti")):
            yield Told(fact, clause_of(read_words(f"{name} {written_day(day)}'de {began}")), (), None)
    if verb and fact.date and (fact.date.is_day or fact.id != "tarih") and not fact.disputes and fact.rank != "deprecated":
        yield Told(fact, clause_of(read_words(f"{name} {fact.date}'de {verb}")), (), fact.date)


def _told(fact: Fact, says: str, when: HistoricDate | None) -> Iterator[Told]:
    for clause, carried, voice in _cut(says, fact.id == DEFINITION):
        yield Told(fact, clause, carried, when, voice=voice)


@functools.lru_cache(maxsize=4096)
def _cut(says: str, definition: bool) -> tuple[tuple[Clause, tuple[Word, ...], str], ...]:
    found = []
    for sentence in sentences(said_plainly(says)):
        words = read_words(sentence)
        view, voice = _view(words)
        subject: tuple[Word, ...] = ()
        defined = _defined(sentence) if definition else ()
        for clause in clauses(sentence, participles=definition):
            own = lead_of(clause.words)
            carried = (*view, *(subject if clause.follows and not own else ()))
            carried += defined if not own and not subject and _goes_on(clause) else ()
            subject = own or (subject if clause.follows else ())
            found += [(one, carried, voice) for one in (clause, *_variants(clause, definition=definition))]
    return tuple(found)


def _defined(sentence: str) -> tuple[Word, ...]:
    """What a definition defines: its first words, before the comma; nothing where they are more than a name."""
    words = tuple(read_words(sentence.partition(",")[0]))
    return words if "," in sentence and len(words) <= _LONGEST_NAME and not any(word.tail for word in words) else ()


def _goes_on(clause: Clause) -> bool:
    """Whether a clause of a definition has no subject of its own: it begins with a date or a case, and speaks of nobody as “him”."""
    first = clause.words[0]
    begins_so = bool(first.tail) or first.place in clause.values or first.capital
    return begins_so and not any(word.folded in _OTHERS for word in clause.words)


def _view(words: Sequence[Word]) -> tuple[tuple[Word, ...], str]:
    """“X'e göre”, which goes on through a sentence; with it whose view it is, where that is nobody of our sources."""
    for number, word in enumerate(words):
        if word.folded == "gore" and number:
            source = words[number - 1].folded.startswith(_SOURCE_VOICES)
            return tuple(words[: number + 1]), "" if source else words[number - 1].folded
    return (), ""


def _variants(clause: Clause, *, definition: bool) -> Iterator[Clause]:
    """Other ways in which a clause says what happened: “… imzalanan antlaşmadır”, “imzalandığı yer Paris'tir”."""
    words = clause.words
    if definition:
        for number in range(max(1, len(words) - 5), len(words) - 1):
            if is_participle(words[number]) and not any(word.capital for word in words[number + 1 :]):
                yield replace(clause_of(words[: number + 1]), follows=clause.follows)
    for number in range(2, len(words) - 1):
        if is_going_on(words[number]) or (_HAVING_DONE.fullmatch(words[number].folded) and words[number + 1].folded == "sonra"):
            yield replace(clause_of(words[: number + 1]), follows=clause.follows)
    if len(words) > 3 and words[-2].folded in _PLACE_OF and is_unfinished(words[-3]):
        named = tuple(word._replace(tail="") if _GENITIVE.fullmatch(word.tail) else word for word in words[:-3])
        yield clause_of((*named, words[-1]._replace(tail="da"), words[-3]))
    yield from _written(words)


def _written(words: Sequence[Word]) -> Iterator[Clause]:
    """“Stalin'e yazdığı mektupta …” also says that he wrote him a letter."""
    for number, word in enumerate(words[1:-1], 1):
        form = next((bare for bare in _WRITINGS if words[number + 1].folded.startswith(bare[:5])), None)
        if form and word.folded in _WROTE:
            finite = word.folded.removesuffix("gi")
            noun = words[number + 1]._replace(typed=form, plain=form, folded=form, tail="")
            yield clause_of((*words[:number], noun, word._replace(typed=finite, plain=finite, folded=finite)))
