"""Where each word of the knowledge stands: in what a fact says, in the names of its entry, in the names of entries it is about."""

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, product

from mmbot.dates import TypedDate, find_dates
from mmbot.matching.lexicon import Lexicon
from mmbot.matching.question_type import asked
from mmbot.matching.terms import FactTerms, Name, Terms, TermTable, Written
from mmbot.matching.vocabulary import Vocabulary
from mmbot.matching.words import Word, read_words
from mmbot.model import Entry, Fact
from mmbot.turkish import fold

_CLAUSE = frozenset({"=madde", "=hukum"})  # what a fact about a clause need not say of itself
_JOINING = frozenset({"ve", "ile", "the", "of", "in", "and", "at", "de", "da", "bir", "bu", "icin"})
_INDEFINITE = frozenset({"bazi", "birkac", "kimi"})
_CLAUSE_END = re.compile(r"[.;:,?!()“”–]| ve ")


def _ends(text: str) -> Iterator[str]:
    """The last two words of every clause of *text*."""
    for clause in _CLAUSE_END.split(text):
        yield from clause.split()[-2:]


class Index:
    """The whole knowledge, prepared for matching. Immutable after building; picklable."""

    def __init__(self, entries: Iterable[Entry], vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.entries: Mapping[str, Entry] = {entry.id: entry for entry in entries}
        self.facts: list[FactTerms] = []
        self.written: dict[str, list[int]] = defaultdict(list)  # the facts that have a question of just these terms
        self._table = TermTable()
        self.told: dict[str, set[int]] = defaultdict(set)
        self.names: list[Name] = []
        self.names_by_key: dict[str, list[int]] = defaultdict(list)  # by the most telling term of each
        self.entries_with: dict[str, set[str]] = defaultdict(set)
        self.facts_of: dict[str, list[int]] = defaultdict(list)
        self.facts_about: dict[str, list[int]] = defaultdict(list)
        self.entry_terms: dict[str, Terms] = {}
        for entry in self.entries.values():
            self._add_facts(entry)
        self._weights = self._weigh()
        self._explained: dict[str, frozenset[int]] = {}
        self._questions: dict[int, Written] = {}
        self._dates: dict[int, tuple[TypedDate, ...]] = {}
        self._pairs: dict[int, frozenset[int]] = {}
        for entry in self.entries.values():
            self._add_names(entry)
        self.facts = [self._completed(terms) for terms in self.facts]
        self.lexicon = Lexicon(vocabulary, (term for term in self._weights if not term.startswith("=")), self.entries_with)

    def terms(self, text: str) -> Terms:
        """The terms of a text of the knowledge."""
        return frozenset(term for word in read_words(text) for term in self._terms_of(word))

    def term_sequence(self, text: str) -> list[tuple[str, ...]]:
        """The terms of each word of a text of the knowledge, in order."""
        return [self.vocabulary.meanings(word) or (word.folded,) for word in read_words(text)]

    def _terms_of(self, word: Word) -> tuple[str, ...]:
        if self.vocabulary.is_noise(word):
            return ()
        return self.vocabulary.meanings(word) or (word.folded,)

    def name_terms(self, word: Word) -> tuple[str, ...]:
        """The terms of a word of a name: there, also common words tell (Suphi *olayı* is not Suphi)."""
        return self.vocabulary.meanings(word)[:1] or (() if word.folded in _JOINING else (word.folded,))

    def _add_facts(self, entry: Entry) -> None:
        for fact in entry.facts:
            number = len(self.facts)
            questions = tuple((self.terms(question), asked(read_words(question)).kind) for question in fact.questions)
            topic = self.terms(fact.id.replace("-", " "))
            note = fact.editor_note.says if fact.editor_note else ""
            said = self.terms(f"{fact.says} {fact.says_en} {fact.date or ''} {note}")
            told = said.union(
                topic, _CLAUSE if any(answer.startswith("clause-") for answer in fact.answers) else (), *(t for t, _ in questions)
            )
            ends = self.terms(" ".join(_ends(fact.says))).union(topic, *(self.terms(" ".join(_ends(q))) for q in fact.questions))
            self.facts.append(
                FactTerms(
                    fact,
                    number,
                    subject=None,
                    links=fact.links,
                    topic=topic,
                    matter=topic,
                    matter_weight=0.0,
                    said=self.terms(fact.says),
                    said_weight=0.0,
                    predicates=ends,
                    dated=self._dated(fact, topic),
                    unnamed=self._unnamed(fact.says),
                    packed=self._table.pack(terms for terms, _ in questions),
                    kinds=tuple(kind for _, kind in questions),
                    pairs=self._table.pack_pairs(self._side_by_side(fact)),
                )
            )
            for term in told:
                self.told[term].add(number)
            for question in fact.questions:
                self.written[self.key(read_words(question))].append(number)
            self.facts_of[entry.id].append(number)
            for link in dict.fromkeys(fact.links):
                self.facts_about[link].append(number)

    def _dated(self, fact: Fact, topic: Terms) -> Terms:
        asked_when = [question for question in fact.questions if asked(read_words(question)).kind in ("when", "any")]
        last = [*_ends(fact.says)][-2:]
        return self.terms(" ".join(last)).union(topic, *(self.terms(" ".join(_ends(question))) for question in asked_when))

    def _side_by_side(self, fact: Fact) -> Iterator[tuple[str, str]]:
        for text in (fact.says, fact.says_en, *fact.questions):
            for one, other in pairwise(self.term_sequence(text)):
                yield from product(one, other)

    def _unnamed(self, text: str) -> Terms:
        return frozenset(
            term for before, word in pairwise(read_words(text)) if before.folded in _INDEFINITE for term in self._terms_of(word)
        )

    def _add_names(self, entry: Entry) -> None:
        for written in dict.fromkeys(entry.names):
            order = tuple(term for word in read_words(written) for term in self.name_terms(word))
            terms = frozenset(order)
            if not terms:
                continue
            number = len(self.names)
            self.names.append(Name(entry.id, terms, order, sum(map(self.weight, terms)), written))
            self.names_by_key[max(terms, key=lambda term: (self.weight(term), term))].append(number)
            for term in terms:
                self.entries_with[term].add(entry.id)
        self.entry_terms[entry.id] = self._terms_of_names(entry)

    def _terms_of_names(self, entry: Entry) -> Terms:
        return frozenset(term for written in entry.names for word in read_words(written) for term in self.name_terms(word))

    def key(self, words: Sequence[Word]) -> str:
        """What two questions of the same words have in common, in whatever order."""
        return " ".join(sorted({term for word in words for term in self._terms_of(word)}))

    def number_of(self, fact: Fact) -> int:
        """The number of *fact*. Raises ValueError where the index does not hold it."""
        return next(number for number in self.facts_of[fact.entry] if self.facts[number].fact.id == fact.id)

    def tells(self, number: int, term: str) -> bool:
        """Whether the fact with *number* tells *term*: in its sentence, its questions, its id or its date."""
        return number in self.told.get(term, ())

    def explained(self, term: str) -> frozenset[int]:
        """The numbers of the facts that explain *term*: they tell it, or their entry or one that they are about is called so."""
        found = self._explained.get(term)
        if found is None:
            numbers = set(self.told.get(term, ()))
            for entry in self.entries_with.get(term, ()):
                numbers.update(self.facts_of.get(entry, ()), self.facts_about.get(entry, ()))
            found = self._explained[term] = frozenset(numbers)
        return found

    def questions(self, number: int) -> Written:
        """The questions written for the fact with *number*."""
        found = self._questions.get(number)
        if found is None:
            holding: dict[str, list[int]] = defaultdict(list)
            weights = []
            for question, terms in enumerate(self._table.unpack(self.facts[number].packed)):
                weights.append(sum(map(self.weight, terms)))
                for term in terms:
                    holding[term].append(question)
            found = self._questions[number] = Written(weights, dict(holding))
        return found

    def pairs(self, number: int) -> frozenset[int]:
        """The numbers (see `pair`) of the words that stand side by side in what the fact with *number* says or is asked by."""
        found = self._pairs.get(number)
        if found is None:
            found = self._pairs[number] = frozenset(array("I", self.facts[number].pairs))
        return found

    def pair(self, one: str, other: str) -> int | None:
        """The number of two terms that stand side by side; None where one of them is not known."""
        return self._table.pair(one, other)

    def dates(self, number: int) -> tuple[TypedDate, ...]:
        """The dates that the sentence of the fact with *number* tells."""
        found = self._dates.get(number)
        if found is None:
            found = self._dates[number] = tuple(find_dates(fold(self.facts[number].fact.says)))
        return found

    def __getstate__(self) -> dict[str, object]:
        """Leave what is worked out on demand behind when the index is stored."""
        return self.__dict__ | {"_explained": {}, "_pairs": {}, "_questions": {}, "_dates": {}}

    def _completed(self, terms: FactTerms) -> FactTerms:
        """*terms* with what needs the names and weights of the whole knowledge."""
        names = self.entry_terms[terms.fact.entry]
        said, matter = terms.said - names, terms.topic - names
        return replace(
            terms,
            subject=self._subject(terms.fact),
            said=said,
            said_weight=sum(map(self.weight, said)),
            matter=matter,
            matter_weight=sum(map(self.weight, matter)),
        )

    def _subject(self, fact: Fact) -> str | None:
        for word in read_words(fact.says):
            for person in fact.people:
                if word.folded in self.entry_terms.get(person, ()) and word.capital:
                    return person
        return None

    def _weigh(self) -> dict[str, float]:
        """How telling each term is, 0 to 1: a word of one fact is, a word of every second fact is not."""
        counts = Counter({term: len(numbers) for term, numbers in self.told.items()})
        for entry in self.entries.values():
            counts.update(self._terms_of_names(entry))
        top = math.log(len(self.facts) + 2)
        return {term: max(0.05, math.log((len(self.facts) + 2) / (count + 0.5)) / top) for term, count in counts.items()}

    def weight(self, term: str) -> float:
        """How telling *term* is, 0.05 to 1; a term that the knowledge does not have tells most."""
        return self._weights.get(term, 1.0)
