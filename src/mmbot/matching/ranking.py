"""Rank the facts that can answer a question.

No single cut-off on the likeness of texts works here (see DESIGN, section 4): every question about a treaty looks like every other.
So a fact must pass gates – it answers this kind of question, and it or its entry explains every telling word – and only then counts
how well it fits.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mmbot.dates import TypedDate, find_dates
from mmbot.matching.gates import is_the_predecessor, names_both, of_another_person
from mmbot.matching.index import FactTerms, Index
from mmbot.matching.reading import Reading
from mmbot.matching.words import Word
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

# Words so common in the field that a question may hold them beside its matter, if something else of it is told.
SOFT = frozenset({
    "=turk", "=sovyet", "=olay", "=iste", "=soyle", "=gun", "=amac", "=bildir", "=once", "=ayni", "=hukumet", "=isim", "=gorev", "=ongor",
})  # fmt: skip
# Kinds of question in which a single word left over is forgiven: there, people tell more than they ask.
STRICT = frozenset({"when", "where", "who", "how-many"})
_FORGIVING = frozenset({"who", "why", "what", "how", "list", "any", "aim"})
LIKE_A_QUESTION = 0.62
# What happens to treaties, people and offices: if the question says one of these and the fact does not, it tells another matter.
_DECISIVE = frozenset({
    "=imza", "=onay", "=yururluk", "=paraf", "=kaldir", "=olum", "=dogum", "=oldur", "=ata", "=kur", "=reddet", "=isgal", "=kurtar", "=gelis", "=gidis",
    "=donus", "=idam", "=mahkum", "=uzat", "=sonra", "=elci", "=bakan", "=baskan", "=komutan", "=anlam", "=kacir", "=yangin", "=baskin", "=yaz",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ranked:
    """A fact with its score (0 to 1), what of it came from where, and the words that it leaves unexplained.

    *forgiven* are words left over that do not stand against the fact.
    """

    fact: Fact
    score: float
    parts: Mapping[str, float] = field(default_factory=dict)
    unexplained: tuple[Word, ...] = ()
    forgiven: tuple[Word, ...] = ()


def rank(index: Index, reading: Reading, *, within: Iterable[str] = ()) -> list[Ranked]:
    """The facts that fit the kind of question, best first. *within* names entries that are meant without being named."""
    context = frozenset(within)
    numbers = _candidates(index, reading, context)
    found = [ranked for number in numbers if (ranked := _score(index, reading, index.facts[number], context))]
    return sorted(found, key=lambda ranked: (len(ranked.unexplained), -ranked.score, -ranked.fact.significance, ranked.fact.name))


def _candidates(index: Index, reading: Reading, context: frozenset[str]) -> frozenset[int]:
    """The facts that explain every telling word but one; where there is none, those that explain the rarest of them."""
    explained = [_explained(index, reading, word) for word in reading.telling if not _soft(reading, word)]
    if not explained:
        explained = [_explained(index, reading, word) for word in reading.telling]
    if context:
        mine = frozenset(number for entry in context for number in (*index.facts_of[entry], *index.facts_about.get(entry, ())))
        return mine.intersection(*explained)
    if not explained:
        return frozenset(number for found in reading.named for number in index.facts_of[found.entry])
    nearly = _all_but_one(explained)
    return nearly or min((numbers for numbers in explained if numbers), key=len, default=frozenset())


def _all_but_one(sets: list[frozenset[int]]) -> frozenset[int]:
    """What is in all of the *sets*, or in all but one of them."""
    if len(sets) == 1:
        return sets[0]
    ordered = sorted(sets, key=len)
    in_all, in_nearly_all = ordered[0], ordered[1]
    in_nearly_all |= in_all
    in_all = ordered[0] & ordered[1]
    for numbers in ordered[2:]:
        in_nearly_all = (in_nearly_all & numbers) | in_all
        in_all &= numbers
    return in_nearly_all


def _explained(index: Index, reading: Reading, word: Word) -> frozenset[int]:
    meanings = reading.meanings[word.place]
    if len(meanings) == 1:
        return index.explained(meanings[0][0])
    return frozenset().union(*(index.explained(term) for term, _ in meanings))


@dataclass(slots=True)
class _Cover:
    """How much of a question a fact explains."""

    weight: float = 0.0
    explained: float = 0.0
    told: int = 0  # telling words explained that are no name
    left: list[Word] = field(default_factory=list)  # known words that are not explained
    against: list[Word] = field(default_factory=list)  # unknown words, names and dates that are not

    @property
    def share(self) -> float:
        return self.explained / self.weight if self.weight else 0.0


def _score(index: Index, reading: Reading, terms: FactTerms, context: frozenset[str]) -> Ranked | None:
    fact = terms.fact
    like, same = _question_likeness(index, reading, terms)
    fit = max(reading.asked.fit(fact.answers), same if same >= SAME_QUESTION else 0.0)
    if not fit:
        return None
    found = _cover(index, reading, terms)
    share = found.share if found.weight else float(fact.entry in context)
    if reading.predicate and not reading.predicate & terms.predicates:
        share *= OTHER_PREDICATE
    own = _own(reading, fact, context)
    topic = _topic(index, reading, terms)
    score = share * fit * (0.52 + 0.2 * own + 0.16 * like + 0.12 * topic) + _standing(fact)
    parts = {"cover": share, "fit": fit, "own": own, "like": like, "topic": topic}
    forgiven = _forgiven(reading, found, like)
    against = (*found.against, *(word for word in found.left if word not in forgiven))
    return Ranked(fact, max(0.0, min(1.0, score)), parts, against, forgiven)


def _standing(fact: Fact) -> float:
    """What a fact's rank and significance weigh between facts that fit as well."""
    ranks = {"preferred": 0.01, "normal": 0.0, "deprecated": -0.05}
    return 0.004 * fact.significance + ranks[fact.rank] - (0.06 if fact.disputes else 0.0)


def _forgiven(reading: Reading, found: _Cover, like: float) -> tuple[Word, ...]:
    """Which of the words left over do not stand against the fact: common ones, and one or two others where the rest is told."""
    if not found.told or found.against:
        return ()
    soft = [word for word in found.left if _soft(reading, word)]
    hard = [word for word in found.left if word not in soft]
    if any(term in _DECISIVE for word in hard for term, _ in reading.meanings[word.place]):
        return tuple(soft)
    allowed = (found.told >= 1) + (found.told >= 3) if reading.asked.kind in _FORGIVING and not reading.asked.polar else 0
    if len(hard) <= allowed + (like >= LIKE_A_QUESTION):
        return (*soft, *hard)
    return tuple(soft)


def _cover(index: Index, reading: Reading, terms: FactTerms) -> _Cover:
    found = _Cover()
    for word in reading.telling:
        _cover_word(index, reading, terms, word, found)
    for before, head in reading.heads:
        if not names_both(index, reading, terms.fact, before, head):
            found.against.append(before)
    for typed in reading.dates:
        worth = _date_worth(index, terms, typed)
        found.weight += 0.8
        found.explained += 0.8 * worth
        if not worth:
            found.against.extend(word for word in reading.words if _covers(reading, typed, word))
    if reading.asked.kind in STRICT and reading.predicate & _DECISIVE and not reading.predicate & terms.predicates:
        found.against.append(reading.telling[-1])
    if of_another_person(index, reading, terms) or is_the_predecessor(reading, terms.fact):
        found.against.append(reading.telling[-1])
    return found


def _cover_word(index: Index, reading: Reading, terms: FactTerms, word: Word, found: _Cover) -> None:
    meanings = reading.meanings[word.place]
    weight = max((index.weight(term) for term, _ in meanings), default=1.0)
    worth = max((sure * _place_worth(index, reading, terms, word, term) for term, sure in meanings), default=0.0)
    if not worth and _soft(reading, word):
        weight *= 0.4
    found.weight += weight
    found.explained += weight * worth
    if worth:
        found.told += not reading.is_name(word)
    elif not meanings or reading.is_name(word):
        found.against.append(word)
    else:
        found.left.append(word)


def _soft(reading: Reading, word: Word) -> bool:
    return any(term in SOFT for term, _ in reading.meanings[word.place])


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


def _covers(reading: Reading, typed: TypedDate, word: Word) -> bool:
    start = sum(len(other.folded) + 1 for other in reading.words[: word.place])
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
