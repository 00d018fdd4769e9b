"""What one entry brings into the index: the terms of its facts and names. Nothing here looks at any other entry."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from mmbot.matching.lexicon import Lexicon
from mmbot.matching.question_type import asked
from mmbot.matching.terms import Name, PackedFact, Terms, TermTable
from mmbot.matching.vocabulary import Vocabulary
from mmbot.matching.words import Word, read_words
from mmbot.model import Entry, Fact

_CLAUSE = frozenset({"=madde", "=hukum"})  # what a fact about a clause need not say of itself
_JOINING = frozenset({"ve", "ile", "the", "of", "in", "and", "at", "de", "da", "bir", "bu", "icin"})
_INDEFINITE = frozenset({"bazi", "birkac", "kimi"})
_CLAUSE_END = re.compile(r"[.;:,?!()“”–]| ve ")


class Extract(NamedTuple):
    """The terms of one entry."""

    facts: Sequence[PackedFact]
    names: Sequence[Name]


class Parts(NamedTuple):
    """What an index has of each entry alone."""

    table: TermTable
    entries: Mapping[str, Entry]
    extracts: Mapping[str, Extract]
    lexicon: Lexicon


class TermReader:
    """Reads terms off texts as the knowledge has them: a group of synonyms, or the folded word."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def of(self, word: Word) -> tuple[str, ...]:
        """The terms of *word*; none where it is noise."""
        return () if self.vocabulary.is_noise(word) else self.vocabulary.meanings(word) or (word.folded,)

    def of_name(self, word: Word) -> tuple[str, ...]:
        """The terms of a word of a name: there, also common words tell (Suphi *olayı* is not Suphi)."""
        return self.vocabulary.meanings(word)[:1] or (() if word.folded in _JOINING else (word.folded,))

    def terms(self, text: str) -> Terms:
        """The terms of *text*."""
        return frozenset(term for word in read_words(text) for term in self.of(word))

    def sequence(self, text: str) -> list[tuple[str, ...]]:
        """The terms of each word of *text*, in order, noise as well."""
        return [self.vocabulary.meanings(word) or (word.folded,) for word in read_words(text)]

    def key(self, words: Sequence[Word]) -> str:
        """What two questions of the same words have in common, in whatever order."""
        parts = (part for word in words for part in word.parts or (word,))
        return " ".join(sorted({term for part in parts for term in self.of(part)}))


def extract(reader: TermReader, table: TermTable, entry: Entry) -> Extract:
    """The terms of *entry*, packed with *table*."""
    return Extract([_packed(reader, table, fact) for fact in entry.facts], list(_names(reader, entry)))


def _packed(reader: TermReader, table: TermTable, fact: Fact) -> PackedFact:
    questions = [reader.terms(question) for question in fact.questions]
    kinds = [asked(read_words(question)).kind for question in fact.questions]
    topic = reader.terms(fact.id.replace("-", " "))
    ends = [reader.terms(" ".join(_ends(question))) for question in fact.questions]
    at_its_date = [end for end, kind in zip(ends, kinds, strict=True) if kind in ("when", "any")]
    clause = _CLAUSE if any(answer.startswith("clause-") for answer in fact.answers) else ()
    note = fact.editor_note.says if fact.editor_note else ""
    said = reader.terms(f"{fact.says} {fact.says_en} {fact.date or ''} {note}")
    predicates = reader.terms(" ".join(_ends(fact.says))).union(topic, *ends)
    dated = reader.terms(" ".join([*_ends(fact.says)][-2:])).union(topic, *at_its_date)
    return PackedFact(
        fact.entry,
        sets=table.pack((topic, reader.terms(fact.says), predicates, dated, _unnamed(reader, fact.says))),
        told=table.pack([said.union(topic, clause, *questions)]),
        questions=table.pack(questions),
        kinds=tuple(kinds),
        pairs=table.pack_pairs(_side_by_side(reader, fact)),
    )


def _ends(text: str) -> Iterator[str]:
    """The last two words of every clause of *text*."""
    for clause in _CLAUSE_END.split(text):
        yield from clause.split()[-2:]


def _side_by_side(reader: TermReader, fact: Fact) -> Iterator[tuple[str, str]]:
    for text in (fact.says, fact.says_en, *fact.questions):
        for one, other in pairwise(reader.sequence(text)):
            yield from product(one, other)


def _unnamed(reader: TermReader, text: str) -> Terms:
    return frozenset(
        term for before, word in pairwise(read_words(text)) if before.folded in _INDEFINITE for term in reader.of(word)
    )


def _names(reader: TermReader, entry: Entry) -> Iterator[Name]:
    for written in dict.fromkeys(entry.names):
        order = tuple(term for word in read_words(written) for term in reader.of_name(word))
        if order:
            yield Name(entry.id, order, written)
