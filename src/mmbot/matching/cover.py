"""How much of a question a fact explains, word by word and date by date."""

from dataclasses import dataclass, field

from mmbot.dates import TypedDate, find_dates
from mmbot.matching.gates import names_both, of_another_person, tells_the_opposite
from mmbot.matching.index import FactTerms, Index
from mmbot.matching.reading import Reading
from mmbot.matching.words import Word
from mmbot.turkish import fold

# How well a word is explained by where it stands.
IN_NAMED = 1.0  # in the name by which the fact's own entry is called
IN_TOLD = 0.95  # in what the fact says, or in one of its questions
IN_LINKED = 0.88  # in the name of an entry that the fact is about
IN_TOLD_ONLY = 0.8  # the name of an entry that the fact mentions but is not about
IN_PARTLY_NAMED = 0.7  # in a name of its entry that is said in part
IN_ENTRY_DATE = 0.8  # a year by which the entry is known though this fact tells another matter
SURE_ENOUGH = 0.8  # a doubted word less surely understood than this is not understood
A_FORM = 0.93  # likeness from which a word is a plain inflection of another
DATE_WEIGHT = 0.8
SOFT_WEIGHT = 0.4

STRICT = frozenset({"when", "where", "who", "how-many"})
# Words so common in the field that a question may hold them beside its matter.
SOFT = frozenset({
    "=turk", "=sovyet", "=olay", "=iste", "=soyle", "=gun", "=amac", "=bildir", "=once", "=ayni", "=hukumet", "=isim", "=gorev", "=ongor",
})  # fmt: skip
# What happens to treaties, people and offices: if the question says one of these and the fact does not, it tells another matter.
DECISIVE = frozenset({
    "=imza", "=onay", "=yururluk", "=paraf", "=kaldir", "=olum", "=dogum", "=oldur", "=ata", "=kur", "=reddet", "=isgal", "=kurtar", "=gelis", "=gidis",
    "=donus", "=idam", "=mahkum", "=uzat", "=sonra", "=elci", "=bakan", "=baskan", "=komutan", "=anlam", "=kacir", "=yangin", "=baskin", "=yaz", "=birak",
})  # fmt: skip
DECIDES: dict[str,frozenset[str]]= {}


@dataclass(slots=True)
class Cover:
    """How much of a question a fact explains. Weights are those of the index, summed."""

    weight: float = 0.0
    explained: float = 0.0
    content: float = 0.0  # of the words that are no names
    content_explained: float = 0.0
    told: int = 0  # telling words explained that are no name
    left: list[Word] = field(default_factory=list)  # known words that are not explained
    soft: list[Word] = field(default_factory=list)  # common ones among them
    unknown: list[Word] = field(default_factory=list)  # words that the knowledge does not have
    against: list[Word] = field(default_factory=list)  # names and dates that are not, and what speaks for another matter

    @property
    def share(self) -> float:
        """The part of the question that is explained, 0 to 1; 1 where nothing was to explain."""
        return self.explained / self.weight if self.weight else 1.0

    @property
    def content_share(self) -> float:
        """The same of the words that are no names."""
        return self.content_explained / self.content if self.content else 1.0


def cover(index: Index, reading: Reading, terms: FactTerms) -> Cover:
    """What *terms* explains of *reading*, and what stands against it."""
    found = Cover()
    for word in reading.telling:
        _cover_word(index, reading, terms, word, found)
    for before, head in reading.heads:
        if not names_both(index, reading, terms, before, head):
            found.against.append(before)
    for typed in reading.dates:
        _cover_date(index, reading, terms, typed, found)
    if reading.predicate & DECIDES.get(reading.asked.kind, DECISIVE) and not reading.predicate & terms.predicates:
        found.against.append(reading.telling[-1])
    if of_another_person(index, reading, terms) or tells_the_opposite(reading, terms):
        found.against.append(reading.telling[-1])
    return found


def is_soft(reading: Reading, word: Word) -> bool:
    """Whether *word* is one of the field's common ones."""
    return any(term in SOFT for term, _ in reading.meanings[word.place])


def is_decisive(reading: Reading, word: Word) -> bool:
    """Whether *word* says what happened, so that a fact without it tells another matter."""
    return any(term in DECISIVE for term, _ in reading.meanings[word.place])


def _cover_word(index: Index, reading: Reading, terms: FactTerms, word: Word, found: Cover) -> None:
    meanings = reading.meanings[word.place]
    misread = _is_misread_name(reading, word) or _is_misread_doubt(reading, word)
    worth = (
        0.0 if misread else max((sure * _place_worth(index, reading, terms, word, term) for term, sure in meanings), default=0.0)
    )
    name, soft = reading.is_name(word), is_soft(reading, word)
    weight = reading.weights[word.place] * (SOFT_WEIGHT if soft and not worth else 1.0)
    found.weight += weight
    found.explained += weight * worth
    if not name:
        found.content += weight
        found.content_explained += weight * worth
    if worth:
        found.told += not name
    elif name or misread or _must_be_known(reading, word):
        found.against.append(word)
    else:
        (found.unknown if not meanings else found.soft if soft else found.left).append(word)


def _must_be_known(reading: Reading, word: Word) -> bool:
    """Whether nothing can be answered without *word*: an unknown name or number, a doubted word, the verb that says what happened."""
    meanings = reading.meanings[word.place]
    if not meanings or (word.place == reading.asked.focus and meanings[0][1] < SURE_ENOUGH):
        return word.capital or word.folded.isdigit() or word.place == reading.asked.focus
    if word.place == reading.asked.focus and word != reading.telling[-1]:  # “zehirlenerek mi öldü?”
        return True
    return bool(reading.predicate) and word == reading.telling[-1] and is_decisive(reading, word)


def _is_misread_doubt(reading: Reading, word: Word) -> bool:
    """Whether *word* is the doubted one and hardly understood."""
    return word.place == reading.asked.focus and max((sure for _, sure in reading.meanings[word.place]), default=0.0) < SURE_ENOUGH


def _is_misread_name(reading: Reading, word: Word) -> bool:
    """Whether *word* is written like a name and was only taken for a form of another word (Sunal for sunan)."""
    term, sure = next(iter(reading.meanings[word.place]), ("", 1.0))
    return word.capital and word.place > 0 and sure < A_FORM and not term.startswith("=") and not reading.is_name(word)


def _cover_date(index: Index, reading: Reading, terms: FactTerms, typed: TypedDate, found: Cover) -> None:
    worth = _date_worth(index, terms, typed)
    found.weight += DATE_WEIGHT
    found.explained += DATE_WEIGHT * worth
    if not worth:
        found.against.extend(word for word in reading.words if _covers(reading, typed, word))


def _place_worth(index: Index, reading: Reading, terms: FactTerms, word: Word, term: str) -> float:
    fact = terms.fact
    own = reading.links.get(fact.entry)
    if own and own.full and word.place in own.places:
        return IN_NAMED
    told = index.tells(terms.number, term)
    if told and not reading.is_name(word):
        return IN_TOLD
    for entry in fact.links:
        linked = reading.links.get(entry)
        if linked and linked.full and word.place in linked.places:
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


def _covers(reading: Reading, typed: TypedDate, word: Word) -> bool:
    start = sum(len(other.folded) + 1 for other in reading.words[: word.place])
    return typed.start <= start < typed.end
