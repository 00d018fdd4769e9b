"""Where each word of the knowledge stands: in what a fact says, in the names of its entry, in the names of entries it is about."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from copy import copy

from mmbot.dates import TypedDate, find_dates
from mmbot.matching.extracting import Extract, Parts, TermReader, extract
from mmbot.matching.fact_sets import FactSets
from mmbot.matching.lexicon import Lexicon
from mmbot.matching.terms import AllFacts, FactTerms, Name, PackedFact, PairTable, Postings, Terms, TermTable, TermWeights
from mmbot.matching.vocabulary import Vocabulary
from mmbot.matching.words import Word, read_words
from mmbot.matching.worked_out import Keeper, unkept
from mmbot.matching.written_questions import QuestionTable, Written, written
from mmbot.model import DEFINITION, Entry, Fact

STALE = 2  # times as many terms in the table as in the knowledge: then the next index gets a table of its own
_ON_DEMAND = ("_completed", "_dates", "sets", "_questions", "weights", "_name_weights", "keeper")


class Index:
    """The whole knowledge, prepared for matching. Immutable after building but for what is worked out on demand; picklable.

    *like* is an index of nearly the same *entries* and just this *vocabulary*: what it has of those that are the same is taken over.
    """

    def __init__(self, entries: Iterable[Entry], vocabulary: Vocabulary, like: "Index | None" = None) -> None:
        near = like.parts(vocabulary) if like else None
        self.vocabulary = vocabulary
        self.entries: Mapping[str, Entry] = {entry.id: entry for entry in entries}
        self._reader = TermReader(vocabulary)
        self._table = near.table if near else TermTable()
        self._packed: list[PackedFact] = []
        self.names: list[Name] = []
        self.names_by_key: dict[str, list[int]] = defaultdict(list)  # by the most telling term of each
        self.entries_with: dict[str, set[str]] = defaultdict(set)
        self.facts_of: dict[str, Sequence[int]] = defaultdict(tuple)
        self.facts_about: dict[str, list[int]] = defaultdict(list)
        self.entry_terms: dict[str, Terms] = {}
        for entry in self.entries.values():
            known = near.extracts[entry.id] if near and near.entries.get(entry.id) == entry else None
            self._add(entry, known or extract(self._reader, self._table, entry))
        self.told = Postings(self._tellers())
        self.written = QuestionTable(self._keys())
        self._pairs = PairTable(packed.pairs for packed in self._packed)
        self._forget()
        for number, name in enumerate(self.names):
            self.names_by_key[max(name.order, key=lambda term: (self.weight(term), term))].append(number)
        self.lexicon = self._lexicon(near.lexicon if near else None)

    def parts(self, vocabulary: Vocabulary) -> "Parts | None":
        """What another index with this *vocabulary* can take over; None where that is nothing."""
        if vocabulary is not self.vocabulary or len(self._table) > STALE * (len(self.told) + len(self.entries_with)):
            return None
        names: dict[str, list[Name]] = defaultdict(list)
        for name in self.names:
            names[name.entry].append(name)
        extracts = {entry: Extract([self._packed[n] for n in self.facts_of[entry]], names[entry]) for entry in self.entries}
        return Parts(self._table, self.entries, extracts, self.lexicon)

    def _add(self, entry: Entry, found: Extract) -> None:
        first = len(self._packed)
        self._packed += found.facts
        self.names += found.names
        self.facts_of[entry.id] = range(first, len(self._packed))
        self.entry_terms[entry.id] = frozenset(term for name in found.names for term in name.order)
        for term in self.entry_terms[entry.id]:
            self.entries_with[term].add(entry.id)
        for number, fact in enumerate(entry.facts, first):
            for link in dict.fromkeys(fact.links):
                self.facts_about[link].append(number)

    def _tellers(self) -> Mapping[str, Sequence[int]]:
        told: dict[str, list[int]] = defaultdict(list)
        for number, packed in enumerate(self._packed):
            for term in next(self._table.unpack(packed.told)):
                told[term].append(number)
        return told

    def _keys(self) -> Iterator[tuple[str, int]]:
        for number, packed in enumerate(self._packed):
            for terms in self._table.unpack(packed.questions):
                yield " ".join(terms), number

    def _lexicon(self, near: Lexicon | None) -> Lexicon:
        words = frozenset(term for term in (*self.told, *self.entries_with) if not term.startswith("="))
        names = self.entries_with.keys()
        return near if near and near.is_of(words, names) else Lexicon(self.vocabulary, words, names)

    def _forget(self) -> None:
        self._completed: dict[int, FactTerms] = {}
        self._dates: dict[int, tuple[TypedDate, ...]] = {}
        self.sets = FactSets(self.told, self.entries_with, self.facts_of, self.facts_about)
        self._questions: dict[int, Written] = {}
        self.weights: Mapping[str, float] = TermWeights(self._count, len(self._packed))
        self._name_weights: dict[int, float] = {}
        self.keeper: Keeper = unkept

    def __getstate__(self) -> dict[str, object]:
        """Leave what is worked out on demand behind when the index is stored."""
        return {name: value for name, value in self.__dict__.items() if name not in _ON_DEMAND}

    def __setstate__(self, state: dict[str, object]) -> None:
        """Take the rest back."""
        self.__dict__.update(state)
        self._forget()

    def over(self, entries: Mapping[str, Entry]) -> "Index":
        """The same index over the same *entries* in another form."""
        made = copy(self)
        made.entries = entries
        return made

    def terms(self, text: str) -> Terms:
        """The terms of a text of the knowledge."""
        return self._reader.terms(text)

    def name_terms(self, word: Word) -> tuple[str, ...]:
        """The terms of a word of a name: there, also common words tell (Suphi *olayı* is not Suphi)."""
        return self._reader.of_name(word)

    def key(self, words: Sequence[Word]) -> str:
        """What two questions of the same words have in common, in whatever order."""
        return self._reader.key(words)

    @property
    def facts(self) -> AllFacts:
        """The terms of every fact, by its number."""
        return AllFacts(self.fact, len(self._packed))

    def fact(self, number: int) -> FactTerms:
        """The terms of the fact with *number*. Raises IndexError where there is none."""
        found = self._completed.get(number)
        if found is None:
            found = self._completed[number] = self._complete(number)
        return found

    def _complete(self, number: int) -> FactTerms:
        packed = self._packed[number]
        fact = self.entries[packed.entry].facts[number - self.facts_of[packed.entry][0]]
        topic, said, predicates, dated, unnamed = map(frozenset, self._table.unpack(packed.sets))
        names = self.entry_terms[packed.entry]
        matter, said = topic - names, said - names
        return FactTerms(
            fact,
            number,
            subject=self._subject(fact),
            links=fact.links,
            topic=topic,
            matter=matter,
            matter_weight=self._weigh(matter),
            said=said,
            said_weight=self._weigh(said),
            predicates=predicates,
            dated=dated,
            unnamed=unnamed,
            kinds=packed.kinds,
            definition=fact.id == DEFINITION,
            nature=(
                "list" in fact.answers,
                fact.rank == "deprecated",
                fact.disputes is not None,
                fact.rank == "preferred",
                fact.significance / 5,
            ),
        )

    def _subject(self, fact: Fact) -> str | None:
        for word in read_words(fact.says) if fact.people else ():
            for person in fact.people:
                if word.capital and word.folded in self.entry_terms.get(person, ()):
                    return person
        return None

    def told_of(self, fact: Fact) -> Terms:
        """The terms of what *fact* says, and those of its entry's names."""
        return self.fact(self.number_of(fact)).said | self.entry_terms[fact.entry]

    def number_of(self, fact: Fact) -> int:
        """The number of *fact*. Raises ValueError where the index does not hold it."""
        entry = self.entries.get(fact.entry)
        for place, other in enumerate(entry.facts if entry else ()):
            if other.id == fact.id:
                return self.facts_of[fact.entry][place]
        raise ValueError(f"{fact.name} is not in the index")

    def tells(self, number: int, term: str) -> bool:
        """Whether the fact with *number* tells *term*: in its sentence, its questions, its id or its date."""
        return number in self.told.get(term)

    def explained(self, term: str) -> int:
        """The facts that explain *term*, bit *n* for fact *n*: they tell it, or their entry or one that they are about is called so."""
        return self.sets.explaining(term)

    def questions(self, number: int) -> Written:
        """The questions written for the fact with *number*."""
        found = self._questions.get(number)
        if found is None:
            packed = self._packed[number]
            found = self._questions[number] = written(self._table.unpack(packed.questions), packed.kinds, self._weigh)
        return found

    def asked_by(self, number: int, key: str) -> Iterator[str]:
        """The questions written for the fact with *number* that have this *key*."""
        questions = zip(self.fact(number).fact.questions, self._table.unpack(self._packed[number].questions), strict=True)
        return (question for question, terms in questions if " ".join(terms) == key)

    def side_by_side(self, ones: Iterable[str], others: Iterable[str]) -> Set[int]:
        """The facts that have one of *ones* with one of *others* behind it in what they say or are asked by."""
        return self._pairs.get(self._table.numbers(ones), self._table.numbers(others))

    def dates(self, number: int) -> tuple[TypedDate, ...]:
        """The dates that the sentence of the fact with *number* tells."""
        found = self._dates.get(number)
        if found is None:
            found = self._dates[number] = tuple(find_dates(self.fact(number).plain))
        return found

    def weight(self, term: str) -> float:
        """How telling *term* is, see TermWeights."""
        return self.weights[term]

    def _count(self, term: str) -> int:
        return self.told.count(term) + len(self.entries_with.get(term, ()))

    def name_weight(self, number: int) -> float:
        """How telling the name with *number* is, all of its terms taken together."""
        found = self._name_weights.get(number)
        if found is None:
            found = self._name_weights[number] = self._weigh(set(self.names[number].order))
        return found

    def _weigh(self, terms: Iterable[str]) -> float:
        return math.fsum(map(self.weights.__getitem__, terms))  # the same in whatever order
