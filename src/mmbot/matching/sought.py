"""What a question asks of every fact, prepared once: each telling word with the facts that tell it.

A question is held against forty facts; whatever does not depend on the fact is worked out here.
"""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import accumulate, pairwise

from mmbot.dates import TypedDate
from mmbot.matching.gates import Gate, Head, gates, heads, whereabouts
from mmbot.matching.index import Index
from mmbot.matching.question_type import is_verb
from mmbot.matching.reading import Reading
from mmbot.matching.words import Word

SURE_ENOUGH = 0.8  # a doubted word less surely understood than this is not understood
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


@dataclass(frozen=True, slots=True)
class SoughtWord:
    """A telling word of the question.

    *meanings* are its terms, most certain first, each with the facts that tell it; *weight* is how telling it is if explained, *top_weight*
    the same of its most telling meaning; *name* that it is part of a name said in full; *misread* that it is understood too uncertainly to
    count; *needed* that nothing can be answered without it.
    """

    word: Word
    place: int
    meanings: tuple[tuple[str, float, Set[int]], ...]
    weight: float
    top_weight: float
    name: bool
    soft: bool
    decisive: bool
    misread: bool
    needed: bool

    @property
    def demanded(self) -> bool:
        """Whether it stands against a fact that does not explain it."""
        return self.name or self.misread or self.needed


@dataclass(frozen=True, slots=True)
class Sought:
    """A question as facts are held against it."""

    index: Index
    reading: Reading
    words: tuple[SoughtWord, ...]
    demanded: tuple[SoughtWord, ...]  # those of them without which a fact is no answer
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
    said = {term: index.weight(term) for term in sorted(reading.said)}
    words = tuple(_word(index, reading, word) for word in reading.telling)
    demanded = tuple(word for word in words if word.demanded)
    verb = bool(words) and is_verb(words[-1].word)
    against, dates = gates(index, reading, whereabouts(reading)), tuple(_dated(reading))
    pairs, which, decisive = _pairs(index, reading), _which(index, reading), not reading.predicate.isdisjoint(DECISIVE)
    return Sought(
        index,
        reading,
        words,
        demanded,
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


def _dated(reading: Reading) -> Iterator[tuple[TypedDate, tuple[Word, ...]]]:
    starts = list(accumulate((len(word.folded) + 1 for word in reading.words), initial=0))
    for typed in reading.dates:
        yield typed, tuple(word for word in reading.words if typed.start <= starts[word.place] < typed.end)


def _word(index: Index, reading: Reading, word: Word) -> SoughtWord:
    terms = reading.meanings[word.place]
    return SoughtWord(
        word,
        word.place,
        tuple((term, sure, index.told.get(term)) for term, sure in terms),
        reading.weights[word.place],
        max((index.weight(term) for term, _ in terms), default=1.0),
        reading.is_name(word),
        (any(term in SOFT for term, _ in terms) and not _is_whither(reading, word)) or _is_aside(reading, word),
        any(term in DECISIVE for term, _ in terms),
        _is_misread_name(index, reading, word) or _is_misread_doubt(reading, word),
        _must_be_known(reading, word),
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
