"""Rank the facts that can answer a question.

No single cut-off on the likeness of texts works here (see DESIGN, section 4): every question about a treaty looks like every other.
So a fact must pass gates – it answers this kind of question, and it or its entry explains every telling word – and only then counts
how well it fits.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mmbot.dates import TypedDate, find_dates
from mmbot.matching.index import FactTerms, Index
from mmbot.matching.lexicon import Meaning
from mmbot.matching.linking import Link, link, named
from mmbot.matching.question_type import Asked, asked, is_verb
from mmbot.matching.question_words import mend
from mmbot.matching.words import Word, read_words
from mmbot.model import DEFINITION, Fact
from mmbot.turkish import fold

# How well a word is explained by where it stands.
IN_NAMED = 1.0  # in the name by which the fact's own entry is called
IN_TOLD = 0.95  # in what the fact says, or in one of its questions
IN_LINKED = 0.88  # in the name of an entry that the fact is about
IN_TOLD_ONLY = 0.8  # the name of an entry that the fact mentions but is not about
IN_PARTLY_NAMED = 0.7  # in a name of its entry that is said in part
IN_ENTRY_DATE = 0.8  # a year by which the entry is known though this fact tells another matter

OTHER_PREDICATE = 0.72  # the fact mentions what is asked, but it does not tell that it happened
SAME_QUESTION = 0.72  # so like a written question of the same kind, the fact answers whatever its own kinds say
SURELY = 0.8  # a meaning surer than this counts as said

_CLASSES = frozenset({
    "=antlasma", "=mutareke", "=ihtilal", "=kongre", "=konferans", "=savas", "=harekat", "=cemiyet", "=parti", "=gazete", "=ayaklanma", "=protokol",
})  # fmt: skip
_NATIONS = frozenset({"=turk", "=sovyet", "=ermeni", "=gurcu", "=azeri", "=yunan", "=ingiliz", "=fransiz", "=alman", "=italyan"})
_ORDER = {"sonra": "sonra", "sonraki": "sonra", "ardindan": "sonra", "once": "once", "onceki": "once"}
_ABLATIVE = re.compile("(?:^|.{3})[dt][ae]n$")
_DIED_IN_ASCII = frozenset({"oldu", "olmus", "olmustu", "olmustur"})
_OF_ONE_PERSON = frozenset({"=olum", "=dogum", "=gelis", "=gidis", "=donus", "=ata"})
_SUFFERED = frozenset({"=oldur"})
SOFT = frozenset({"=turk", "=sovyet", "=olay"})  # so common that a question may hold them beside the matter


@dataclass(frozen=True, slots=True)
class Reading:
    """A question read: its words, the telling ones, what they can mean, the entries named, the dates, the kind of answer wanted."""

    words: tuple[Word, ...]
    telling: tuple[Word, ...]
    meanings: Mapping[int, tuple[Meaning, ...]]
    links: Mapping[str, Link]
    named: tuple[Link, ...]
    dates: tuple[TypedDate, ...]
    asked: Asked
    said: frozenset[str] = frozenset()
    weight: float = 0.0
    predicate: frozenset[str] = frozenset()
    heads: tuple[tuple[Word, Word], ...] = ()

    def is_name(self, word: Word) -> bool:
        """Whether *word* is part of a name said in full."""
        return any(word.place in found.places for found in self.named)

    @property
    def unknown(self) -> tuple[Word, ...]:
        """Telling words that the knowledge does not have at all."""
        return tuple(word for word in self.telling if not self.meanings[word.place])


@dataclass(frozen=True, slots=True)
class Ranked:
    """A fact with its score (0 to 1), what of it came from where, and the words that it leaves unexplained."""

    fact: Fact
    score: float
    parts: Mapping[str, float] = field(default_factory=dict)
    unexplained: tuple[Word, ...] = ()


def read(index: Index, text: str) -> Reading:
    """Read the question *text*."""
    words = mend(read_words(text), lambda word: index.vocabulary.is_noise(word) or index.lexicon.knows(word))
    want = asked(words)
    dates, dated = _dates(words)
    skip = want.words | dated
    telling = tuple(word for word in words if word.place not in skip and not index.vocabulary.is_noise(word))
    meanings = {word.place: index.lexicon.resolve(word) for word in telling}
    meanings |= {word.place: (("=" + order, 1.0),) for word, order in _before_and_after(words)}
    telling = tuple(word for word in words if word.place in meanings)
    others = {
        word.place: index.lexicon.resolve(word) for word in words if word.place not in meanings and word.place not in want.words
    }
    links = link(index, words, meanings | others, frozenset(meanings))
    died = _perhaps_died(index, words, telling, named(links), want)
    if died:
        telling, meanings = (*telling, died), {**meanings, died.place: (("=olum", 1.0),)}
    said = frozenset(term for found in meanings.values() for term, sure in found if sure > SURELY)
    years = {word.folded for word in words if word.place in dated and word.folded.isdigit()}
    weight = sum(max((index.weight(term) for term, _ in meanings[word.place]), default=1.0) for word in telling)
    weight += sum(map(index.weight, years))
    predicate = frozenset(term for term, _ in meanings[telling[-1].place]) if telling and is_verb(telling[-1]) else frozenset()
    heads = tuple(_heads(telling, meanings))
    return Reading(words, telling, meanings, links, tuple(named(links)), dates, want, said | years, weight, predicate, heads)


def _heads(telling: Sequence[Word], meanings: Mapping[int, tuple[Meaning, ...]]) -> Iterator[tuple[Word, Word]]:
    """Words that stand before “antlaşması”, “kongresi” … and tell which: (Fransız, ihtilali)."""
    for before, word in pairwise(telling):
        terms = {term for term, _ in meanings[before.place]}
        if word.place == before.place + 1 and _CLASSES & {term for term, _ in meanings[word.place]}:
            if not any(term.startswith("=") for term in terms) or terms & _NATIONS:
                yield before, word


def _before_and_after(words: Sequence[Word]) -> Iterator[tuple[Word, str]]:
    """The “sonra” of “Ali Fuat Paşa'dan sonra” changes what is asked; elsewhere such a word tells nothing."""
    for before, word in pairwise(words):
        if word.folded in _ORDER and _ABLATIVE.search(before.tail or before.folded):
            yield word, _ORDER[word.folded]


def _perhaps_died(index: Index, words: Sequence[Word], telling: Sequence[Word], names: Sequence[Link], want: Asked) -> Word | None:
    """The “oldu” of “lenin ne zaman oldu”: without Turkish letters, “öldü” (died) reads like “oldu” (happened), which nobody asks of a person."""
    if (
        want.kind not in ("when", "where", "how")
        or not names
        or any(index.entries[found.entry].kind != "person" for found in names)
    ):
        return None
    if any(all(word.place not in found.places for found in names) for word in telling):
        return None
    return next((word for word in words if word.folded in _DIED_IN_ASCII and word not in telling), None)


def _dates(words: Sequence[Word]) -> tuple[tuple[TypedDate, ...], frozenset[int]]:
    """The dates among *words*, with the places of the words that they consist of."""
    text, starts = "", []
    for word in words:
        starts.append(len(text))
        text += word.folded + " "
    dates = tuple(find_dates(text))
    places = {place for place, start in enumerate(starts) for typed in dates if typed.start <= start < typed.end}
    return dates, frozenset(places)


def rank(index: Index, reading: Reading, *, within: Iterable[str] = ()) -> list[Ranked]:
    """The facts that fit the kind of question, best first. *within* names entries that are meant without being named."""
    context = frozenset(within)
    numbers = _candidates(index, reading, context)
    found = [ranked for number in numbers if (ranked := _score(index, reading, index.facts[number], context))]
    return sorted(found, key=lambda ranked: (len(ranked.unexplained), -ranked.score, -ranked.fact.significance, ranked.fact.name))


def _candidates(index: Index, reading: Reading, context: frozenset[str]) -> frozenset[int]:
    """The facts that explain every telling word; where there is none, those that explain the rarest of them."""
    explained = [_explained(index, reading, word) for word in reading.telling if not _soft(index, reading, word)]
    if context:
        mine = frozenset(number for entry in context for number in (*index.facts_of[entry], *index.facts_about.get(entry, ())))
        return mine.intersection(*explained)
    if not explained:
        named = [number for found in reading.named for number in index.facts_of[found.entry]]
        return frozenset(named)
    every = frozenset.intersection(*explained)
    return every or min((numbers for numbers in explained if numbers), key=len, default=frozenset())


def _explained(index: Index, reading: Reading, word: Word) -> frozenset[int]:
    meanings = reading.meanings[word.place]
    if len(meanings) == 1:
        return index.explained(meanings[0][0])
    return frozenset().union(*(index.explained(term) for term, _ in meanings))


def _score(index: Index, reading: Reading, terms: FactTerms, context: frozenset[str]) -> Ranked | None:
    fact = terms.fact
    like, same = _question_likeness(index, reading, terms)
    fit = max(reading.asked.fit(fact.answers), same if same >= SAME_QUESTION else 0.0)
    if not fit:
        return None
    weight_sum = explained_sum = 0.0
    unexplained: list[Word] = []
    for word in reading.telling:
        weight, worth = _worth(index, reading, terms, word)
        weight_sum += weight
        explained_sum += weight * worth
        if not worth and not _soft(index, reading, word):
            unexplained.append(word)
    for before, head in reading.heads:
        if not _names_both(index, reading, fact, before, head):
            unexplained.append(before)
    for typed in reading.dates:
        worth = _date_worth(index, terms, typed)
        weight_sum += 0.8
        explained_sum += 0.8 * worth
        if not worth:
            unexplained.extend(word for word in reading.words if _covers(reading.words, typed, word))
    cover = explained_sum / weight_sum if weight_sum else (1.0 if fact.entry in context else 0.0)
    own = _own(reading, fact, context)
    topic = _topic(index, reading, terms)
    if reading.predicate and not reading.predicate & terms.predicates:
        cover *= OTHER_PREDICATE
    if _of_another_person(index, reading, terms) or _is_the_predecessor(reading, fact):
        unexplained.append(reading.telling[-1])
    score = cover * fit * (0.52 + 0.2 * own + 0.16 * like + 0.12 * topic)
    score += 0.004 * fact.significance - (0.05 if fact.rank == "deprecated" else 0.0) + (0.01 if fact.rank == "preferred" else 0.0)
    if fact.disputes:
        score -= 0.06
    parts = {"cover": cover, "fit": fit, "own": own, "like": like, "topic": topic}
    return Ranked(fact, max(0.0, min(1.0, score)), parts, tuple(unexplained))


def _of_another_person(index: Index, reading: Reading, terms: FactTerms) -> bool:
    """Whether something that one person does or suffers is asked for, and the fact tells it of another than the one named."""
    people = {found.entry for found in reading.named if index.entries[found.entry].kind == "person"}
    if not people:
        return False
    if reading.predicate & _SUFFERED:
        return not (terms.topic | index.entry_terms[terms.fact.entry]) & reading.predicate
    if not reading.predicate & _OF_ONE_PERSON or terms.subject in people:
        return False
    names = index.entry_terms[terms.fact.entry]
    said = (term for word in reading.telling if reading.is_name(word) for term, _ in reading.meanings[word.place])
    return not any(term in names for term in said)


def _names_both(index: Index, reading: Reading, fact: Fact, before: Word, head: Word) -> bool:
    """Whether “Fransız” and “ihtilali” stand together: in the names of the fact's entry or of one that it is about, or in what it says."""
    one = {term for term, _ in reading.meanings[before.place]}
    other = {term for term, _ in reading.meanings[head.place]}
    if any(
        one & names and other & names
        for names in (index.entry_terms.get(entry, frozenset()) for entry in (fact.entry, *fact.links))
    ):
        return True
    texts = (fact.says, fact.says_en, *fact.questions)
    return any(one & set(a) and other & set(b) for text in texts for a, b in pairwise(index.term_sequence(text)))


def _is_the_predecessor(reading: Reading, fact: Fact) -> bool:
    """Whether it is asked who came after (or before) somebody, and the fact is about that somebody."""
    if reading.asked.kind != "who" or not reading.said & {"=sonra", "=once"}:
        return False
    return any(found.entry in (fact.entry, *fact.people[:1]) for found in reading.named)


def _soft(index: Index, reading: Reading, word: Word) -> bool:
    meanings = reading.meanings[word.place]
    return any(term in SOFT for term, _ in meanings)


def _worth(index: Index, reading: Reading, terms: FactTerms, word: Word) -> tuple[float, float]:
    """The weight of *word* in the question and how well *terms* explains it (0 where not at all)."""
    meanings = reading.meanings[word.place]
    if not meanings:
        return 1.0, 0.0
    weight = max(index.weight(term) for term, _ in meanings)
    return weight, max(sure * _place_worth(index, reading, terms, word, term) for term, sure in meanings)


def _place_worth(index: Index, reading: Reading, terms: FactTerms, word: Word, term: str) -> float:
    fact = terms.fact
    own = reading.links.get(fact.entry)
    if own and own.full and word.place in own.places:
        return IN_NAMED
    told = index.tells(terms.number, term)
    if told and not reading.is_name(word):
        return IN_TOLD
    if any((linked := reading.links.get(entry)) and linked.full and word.place in linked.places for entry in fact.links):
        return IN_LINKED
    if told:
        return IN_TOLD_ONLY
    if not reading.is_name(word) and term in index.entry_terms[fact.entry]:
        return IN_PARTLY_NAMED
    return 0.0


def _date_worth(index: Index, terms: FactTerms, typed: TypedDate) -> float:
    if terms.fact.date and typed.matches(terms.fact.date):
        return IN_NAMED
    if any(_agrees(typed, told) for told in find_dates(fold(terms.fact.says))):
        return IN_TOLD
    if typed.day is None and typed.month is None and index.tells(terms.number, str(typed.year)):
        return IN_TOLD
    dates = (index.facts[number].fact for number in index.facts_of[terms.fact.entry])
    if any(fact.date and fact.rank != "deprecated" and typed.matches(fact.date) for fact in dates):
        return IN_ENTRY_DATE
    return 0.0


def _agrees(typed: TypedDate, told: TypedDate) -> bool:
    pairs = ((typed.day, told.day), (typed.month, told.month), (typed.year, told.year))
    return all(asked_for is None or asked_for == given for asked_for, given in pairs) and typed.months is None


def _covers(words: Sequence[Word], typed: TypedDate, word: Word) -> bool:
    start = sum(len(other.folded) + 1 for other in words[: word.place])
    return typed.start <= start < typed.end


def _own(reading: Reading, fact: Fact, context: frozenset[str]) -> float:
    """How clearly the question is about the fact's own entry, or about one that it is linked with."""
    leading = {found.entry for found in reading.named}
    own = reading.links.get(fact.entry)
    best = 1.0 if fact.entry in context else 0.0
    if own:
        part = own.completeness * own.sureness
        best = max(best, part if fact.entry in leading else 0.6 * part)
    for entry in fact.links:
        linked = reading.links.get(entry)
        if linked and entry in leading:
            best = max(best, 0.75 * linked.completeness * linked.sureness)
    return best


def _question_likeness(index: Index, reading: Reading, terms: FactTerms) -> tuple[float, float]:
    """How much the question is like one that is written down for the fact, 0 to 1: like any, and like any of the same kind."""
    if not terms.questions:
        return 0.0, 0.0
    best = same = 0.0
    for question, kind in terms.questions:
        shared = sum(index.weight(term) for term in question & reading.said)
        whole = sum(index.weight(term) for term in question) + reading.weight
        like = min(1.0, 2 * shared / whole) if whole else 0.0
        best = max(best, like)
        if kind == reading.asked.kind:
            same = max(same, like)
    return best, same


def _topic(index: Index, reading: Reading, terms: FactTerms) -> float:
    """How much of what the fact's id calls its matter the question says, beyond the name of the entry."""
    matter = terms.topic - index.entry_terms[terms.fact.entry]
    if not matter:
        return 0.6 if terms.fact.id == DEFINITION else 0.5
    return sum(index.weight(term) for term in matter & reading.said) / sum(index.weight(term) for term in matter)
