"""What a question asks of every fact, prepared once: each telling word with the facts that tell it.

A question is held against forty facts; whatever does not depend on the fact is worked out here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from mmbot.dates import TypedDate
from mmbot.matching.fact_sets import union
from mmbot.matching.gates import Gate, Head, gates, heads, whereabouts
from mmbot.matching.index import Index
from mmbot.matching.question_type import is_verb
from mmbot.matching.reading import Reading
from mmbot.matching.terms import NOWHERE
from mmbot.matching.words import Word

SURE_ENOUGH = 0.8  # a doubted word less surely understood than this is not understood
IN_TOLD = 0.95  # how well a word is explained that stands in what the fact says, or in one of its questions
SOFT_WEIGHT = 0.4  # of the weight of a common word that is not explained
A_FORM = 0.93  # likeness from which a word is a plain inflection of another
# Words so common in the field that a question may hold them beside its matter.
SOFT = frozenset({
    "=turk", "=sovyet", "=olay", "=iste", "=soyle", "=gun", "=amac", "=bildir", "=once", "=ayni", "=hukumet", "=isim", "=gorev", "=ongor", "=ver", "=ilk",
})  # fmt: skip
# What happens to treaties, people and offices: if the question says one of these and the fact does not, it tells another matter.
DECISIVE = frozenset({
    "=imza", "=onay", "=yururluk", "=paraf", "=kaldir", "=olum", "=dogum", "=oldur", "=ata", "=kur", "=reddet", "=isgal", "=kurtar", "=gelis", "=gidis",
    "=donus", "=idam", "=mahkum", "=uzat", "=sonra", "=elci", "=bakan", "=baskan", "=komutan", "=anlam", "=kacir", "=yangin", "=baskin", "=yaz", "=birak",
})  # fmt: skip
STRICT = frozenset({"when", "where", "who", "how-many"})
_MOVES = frozenset({"=gelis", "=gidis", "=donus", "=gonder", "=kacir", "=ziyaret"})
_ASIDE = re.compile(r".{3,}(?:[dt][iu]g[iu](?:nd[ae])?|[aeiu]n[ae]n|[lrs][ae]n|id[ae]n|m[ae]d[ae]n|[iu]nc[ae]|[dt][iu]kt[ae]n)")
_WHITHER = re.compile("[yn]?[ae]|[yn]?[dt][ae]n")
_WHICH = ("hangi", "which", "what", "kac")


class SoughtWord(NamedTuple):
    """A telling word of the question.

    *meanings* are its terms, most certain first, each with the facts that tell it; *told* are those that tell the first, *sure* how certain
    that is, and *worth* how well the word is explained by what they tell. *weight* is how telling it is if explained, *weight_left* if not,
    *top_weight* the same of its most telling meaning; *name* that it is part of a name said in full; *misread* that it is understood too
    uncertainly to count; *demanded* that it stands against a fact that does not explain it; *doubt* how uncertain it is what it means.
    """

    word: Word
    place: int
    meanings: tuple[tuple[str, float, Set[int]], ...]
    told: Set[int]
    sure: float
    worth: float
    weight: float
    weight_left: float
    top_weight: float
    name: bool
    soft: bool
    decisive: bool
    misread: bool
    demanded: bool
    doubt: float


@dataclass(frozen=True, slots=True)
class Sought:
    """A question as facts are held against it."""

    index: Index
    reading: Reading
    words: tuple[SoughtWord, ...]
    standing: int  # the facts that explain all of them without which a fact is no answer, see FactSets
    verb: bool  # whether the last of them is the verb
    full: Mapping[str, frozenset[int]]  # where the entries stand whose names are said in full
    named: frozenset[str]
    said: Mapping[str, float]  # the terms said, with their weights
    pairs: tuple[Set[int], ...]  # of words that stand side by side, the facts that have them so
    heads: tuple[Head, ...]
    gates: tuple[Gate, ...]  # what can tell that a fact is of another matter
    dates: tuple[tuple[TypedDate, tuple[Word, ...]], ...]  # the dates of the question, each with its words
    which: tuple[Set[int], ...] | None  # the facts that tell the noun behind “hangi”; None where there is none
    decisive: bool  # whether it says what happens to treaties, people and offices


def sought(index: Index, reading: Reading) -> Sought:
    """Prepare *reading* for being held against facts."""
    full = {entry: found.places for entry, found in reading.links.items() if found.full}
    named = frozenset(found.entry for found in reading.named)
    said = {term: index.weights[term] for term in sorted(reading.said)}
    words = tuple(_word(index, reading, word) for word in reading.telling)
    standing = _standing(index, words, full)
    verb = bool(words) and is_verb(words[-1].word)
    against, dates = gates(index, reading, whereabouts(reading)), tuple(_dated(reading))
    pairs, which, decisive = _pairs(index, reading), _which(index, reading), not reading.predicate.isdisjoint(DECISIVE)
    return Sought(
        index,
        reading,
        words,
        standing,
        verb,
        full,
        named,
        said,
        pairs,
        tuple(heads(index, reading)),
        against,
        dates,
        which,
        decisive,
    )


def _standing(index: Index, words: Sequence[SoughtWord], full: Mapping[str, frozenset[int]]) -> int:
    """The facts that explain every demanded one of *words*, as far as that can be told from where their terms stand."""
    sets = index.sets
    facts = sets.all
    for word in words:
        if word.demanded:
            told = union(sets.telling(term) for term, _, _ in word.meanings)
            named = union(sets.concerning(entry) for entry, places in full.items() if word.place in places)
            called = 0 if word.name else union(sets.called(term) for term, _, _ in word.meanings)
            facts &= 0 if word.misread else told | named | called
    return facts


def _dated(reading: Reading) -> Iterator[tuple[TypedDate, tuple[Word, ...]]]:
    starts = list(accumulate((len(word.folded) + 1 for word in reading.words), initial=0))
    for typed in reading.dates:
        yield typed, tuple(word for word in reading.words if typed.start <= starts[word.place] < typed.end)


def _word(index: Index, reading: Reading, word: Word) -> SoughtWord:
    meanings = tuple([(term, sure, index.told.get(term)) for term, sure in reading.meanings[word.place]])
    terms = [term for term, _, _ in meanings]
    told, sure = (meanings[0][2], meanings[0][1]) if meanings else (NOWHERE, 0.0)
    name, weight = reading.is_name(word), reading.weights[word.place]
    soft = (not SOFT.isdisjoint(terms) and not _is_whither(reading, word)) or _is_aside(reading, word)
    misread = _is_misread_name(index, reading, word) or _is_misread_doubt(reading, word)
    return SoughtWord(
        word,
        word.place,
        meanings,
        NOWHERE if misread else told,
        sure,
        sure * IN_TOLD,
        weight,
        weight * SOFT_WEIGHT if soft else weight,
        max(map(index.weights.__getitem__, terms), default=1.0),
        name,
        soft,
        not DECISIVE.isdisjoint(terms),
        misread,
        name or misread or _must_be_known(reading, word),
        1.0 - sure,
    )


def _is_whither(reading: Reading, word: Word) -> bool:
    """Whether *word* tells where somebody went or came from: “Türkiye'ye geldi mi?” is about the country, however common the word."""
    return bool(reading.predicate & _MOVES) and _WHITHER.fullmatch(word.tail) is not None


def _is_aside(reading: Reading, word: Word) -> bool:
    """Whether *word* is a verb that only tells more of a noun or of the time: “*yollanan* telgraf”, “Moskova'ya *gelmeden*”."""
    return word != reading.telling[-1] and not word.capital and not word.tail and _ASIDE.fullmatch(word.folded) is not None


def _is_misread_doubt(reading: Reading, word: Word) -> bool:
    """Whether *word* is the doubted one and hardly understood."""
    return word.place == reading.asked.focus and max((sure for _, sure in reading.meanings[word.place]), default=0.0) < SURE_ENOUGH


def _is_misread_name(index: Index, reading: Reading, word: Word) -> bool:
    """Whether *word* is written like a name and was only taken for a form of another word (Sunal for sunan, Korkmaz for kork-)."""
    term, sure = next(iter(reading.meanings[word.place]), ("", 1.0))
    if not word.capital or word.place == 0 or sure >= A_FORM or reading.is_name(word):
        return False
    return not term.startswith("=") or index.vocabulary.is_stretched(word)


def _must_be_known(reading: Reading, word: Word) -> bool:
    """Whether nothing can be answered without *word*: an unknown name or number, a doubted word, the verb that says what happened."""
    meanings = reading.meanings[word.place]
    if not meanings or (word.place == reading.asked.focus and meanings[0][1] < SURE_ENOUGH):
        unknown_deed = word == reading.telling[-1] and is_verb(word) and _follows_who(reading, word)  # “kim vurmuştu?”
        return word.capital or word.folded.isdigit() or word.place == reading.asked.focus or unknown_deed
    if word.place not in reading.name_places and _is_whither(reading, word) and reading.asked.polar:
        return True
    if word.place == reading.asked.focus and word != reading.telling[-1]:  # “zehirlenerek mi öldü?”
        return True
    return bool(reading.predicate) and word == reading.telling[-1] and any(term in DECISIVE for term, _ in meanings)


def _follows_who(reading: Reading, word: Word) -> bool:
    return word.place > 0 and reading.words[word.place - 1].folded.startswith("kim")


def _pairs(index: Index, reading: Reading) -> tuple[Set[int], ...]:
    return tuple(
        index.side_by_side([term for term, _ in reading.meanings[one.place]], [term for term, _ in reading.meanings[other.place]])
        for one, other in pairwise(reading.telling)
        if not (reading.is_name(one) and reading.is_name(other))
    )


def _which(index: Index, reading: Reading) -> tuple[Set[int], ...] | None:
    for before, word in pairwise(reading.words):
        if before.folded in _WHICH and word.place in reading.meanings:
            return tuple(index.told.get(term) for term, _ in reading.meanings[word.place])
    return None
