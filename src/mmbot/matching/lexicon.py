"""From a typed word to the terms of the knowledge that it can mean, tolerant of suffixes and slips of the finger.

A term is a group of synonyms (``=antlasma``) or a folded word as it stands in the knowledge (``moskova``).
"""

from collections import defaultdict
from collections.abc import Set
from itertools import pairwise

from mmbot.matching.spellings import Spellings
from mmbot.matching.vocabulary import Vocabulary, make_room
from mmbot.matching.words import Word
from mmbot.turkish import common_prefix, is_suffix, likeness, stems

Meaning = tuple[str, float]  # a term and how surely it is meant, 0 to 1
SURELY = 0.8  # a meaning surer than this counts as said

_BUCKET = 3  # letters that a word and its inflections share at least
_ONE_SLIP, _WRONG_KEY, _TWO_SLIPS = 0.84, 0.74, 0.7
_CERTAIN = 1.0
_STRETCHED = 0.9  # a group of synonyms that the word only begins like
_PERHAPS = 0.88  # a group that the word only belongs to in one of its meanings
_STEM = 6  # letters from which on a stem without its suffixes is looked for behind a slip of its first letter
_WITH_SUFFIX = 0.95  # the likeness of a word with a noun's suffix to the word itself
_POOR = 0.87  # a likeness below which a slip is the better explanation
_LONG_TAIL = 4
_TELLING = 7  # from which length any word is looked for behind a slip; shorter ones only if they are names or in the vocabulary
_SHORT, _LONG = 4, 8  # from which length one slip, two slips are forgiven


_ROWS = (
    "qwertyuiopgu",
    "asdfghjklsi",
    "zxcvbnmoc",
)  # a Turkish Q keyboard, folded: ğ ü end the first row, ş i the second, ö ç the third


def _neighbours() -> frozenset[tuple[str, str]]:
    pairs = {pair for row in _ROWS for pair in pairwise(row)}
    for upper, under in pairwise(_ROWS):
        for place, key in enumerate(under):
            pairs |= {(key, above) for above in upper[place : place + 2]}
    return frozenset(pairs | {(other, one) for one, other in pairs})


BESIDE = tuple(sorted(_neighbours()))  # keys side by side, folded, each pair both ways


def wrong_key(typed: str, meant: str) -> tuple[str, str] | None:
    """The key that one slip hit, and the right one; None where a letter was lost, doubled or swapped instead."""
    if len(typed) != len(meant) or sorted(typed) == sorted(meant):
        return None
    return next(pair for pair in zip(typed, meant, strict=True) if pair[0] != pair[1])


def _sureness(typed: str, meant: str) -> float:
    """How likely one slip turned *meant* into *typed*: a wrong key is mostly one beside the right one; letters are lost or swapped anywhere."""
    wrong = wrong_key(typed, meant)
    return _ONE_SLIP if wrong is None or wrong in BESIDE or set(wrong) <= set("aeiou") else _WRONG_KEY


class Lexicon:
    """All terms of the knowledge, findable from what people type."""

    def __init__(self, vocabulary: Vocabulary, words: Set[str], names: Set[str]) -> None:
        self.vocabulary = vocabulary
        self._names = frozenset(words & names)
        self._buckets: dict[str, list[str]] = defaultdict(list)
        for word in sorted(words):
            self._buckets[word[:_BUCKET]].append(word)
        spelt_out = vocabulary.words()
        mistakable = (word for word in words | spelt_out if word in names or word in spelt_out or len(word) >= _TELLING)
        self._spelt = Spellings(sorted(word for word in mistakable if not word.isdigit() and len(word) >= _SHORT))
        self._resolved: dict[tuple[str, str], tuple[Meaning, ...]] = {}
        self._familiar: dict[tuple[str, str], float] = {}

    def __getstate__(self) -> dict[str, object]:
        """Leave the memory of words looked up behind when the index is stored."""
        return self.__dict__ | {"_resolved": {}, "_familiar": {}}

    def is_of(self, words: Set[str], names: Set[str]) -> bool:
        """Whether it is what would be made of these *words* and *names*."""
        return self._names == words & names and {word for bucket in self._buckets.values() for word in bucket} == words

    def knows(self, word: Word) -> bool:
        """Whether *word* stands in the knowledge, or is a form of a word that does, without any slip."""
        return self._familiarity(word) > 0.0

    def knows_surely(self, word: Word) -> bool:
        """Whether it stands there as it is, or with a suffix more or less: no word that it only begins like (kimelr, kimeydi)."""
        return self._familiarity(word) >= _WITH_SUFFIX

    def _familiarity(self, word: Word) -> float:
        key = (word.plain, word.folded)
        found = self._familiar.get(key)
        if found is None:
            make_room(self._familiar)
            found = self._familiar[key] = self._work_out_familiarity(word)
        return found

    def _work_out_familiarity(self, word: Word) -> float:
        if self.vocabulary.perhaps(word):
            return _CERTAIN
        if self.vocabulary.meanings(word):
            return _STRETCHED if self.vocabulary.is_stretched(word) else _CERTAIN
        return max((likeness(word.folded, known) for known in self._buckets.get(word.folded[:_BUCKET], ())), default=0.0)

    def resolve(self, word: Word) -> tuple[Meaning, ...]:
        """What *word* can mean, most certain first; empty for a word that the knowledge does not have."""
        key = (word.plain, word.folded)
        found = self._resolved.get(key)
        if found is None:
            make_room(self._resolved)
            found = self._resolved[key] = self._resolve(word)
        return found

    def _resolve(self, word: Word) -> tuple[Meaning, ...]:
        return self._of_idiom(word) if word.parts else self._of_word(word)

    def _of_idiom(self, word: Word) -> tuple[Meaning, ...]:
        """What the idiom means, and what its words mean by themselves: the knowledge may have them as well."""
        found: dict[str, float] = {}
        for part in word.parts:
            for term, sure in () if self.vocabulary.is_noise(part) else self.resolve(part):
                found[term] = max(sure, found.get(term, 0.0))
        found.update(dict.fromkeys(self.vocabulary.meanings(word), _WITH_SUFFIX))
        return tuple(sorted(found.items(), key=lambda meaning: (-meaning[1], meaning[0])))

    def _of_word(self, word: Word) -> tuple[Meaning, ...]:
        sure = _STRETCHED if self.vocabulary.is_stretched(word) else _CERTAIN
        found = dict.fromkeys(self.vocabulary.meanings(word), sure)
        for known in self._buckets.get(word.folded[:_BUCKET], ()):
            like = self._likeness(word.folded, known)
            if like > found.get(known, 0.0):
                found[known] = like
        for term in self.vocabulary.perhaps(word):
            found[term] = max(_PERHAPS, found.get(term, 0.0))
        top = max(found.values(), default=0.0)
        long_tail = all(len(word.folded) - len(term) >= _LONG_TAIL for term, like in found.items() if like == top)
        if top < _POOR or (top < _CERTAIN and long_tail):
            # “karşladı” is karşıladı with a letter lost, rather than Kars with a tail of suffixes
            found = {
                term: max(slip.get(term, 0.0), found.get(term, 0.0))
                for slip in (self._slips(word.folded),)
                for term in slip | found
            }
        return tuple(sorted(found.items(), key=lambda meaning: (-meaning[1], meaning[0])))

    def _likeness(self, typed: str, known: str) -> float:
        """As ``turkish.likeness``, but a name takes the suffixes of nouns only (şaka is not Sakarya)."""
        like = likeness(typed, known)
        if like in (0.0, 1.0) or known not in self._names:
            return like
        shared = common_prefix(typed, known)
        tail = typed[shared:] or known[shared:]
        return like if shared == min(len(typed), len(known)) and is_suffix(tail) else min(like, 0.5)

    def _slips(self, folded: str) -> dict[str, float]:
        """Terms that *folded* is a slip of the finger away from, with or without its suffixes."""
        if len(folded) < _SHORT or any(c.isdigit() for c in folded):
            return {}
        best: dict[str, float] = {}
        for stem in stems(folded):
            if stem != folded and len(stem) <= _SHORT:
                continue
            allowed = 2 if len(stem) >= _LONG else 1
            worth = 1.0 if stem == folded else 0.97
            for spelling, distance in self._spelt.near(stem, allowed):
                if stem != folded and len(stem) < _STEM and stem[0] != spelling[0]:
                    continue  # “sokulmayış” is no “okul”
                sure = (_sureness(stem, spelling) if distance == 1 else _TWO_SLIPS) * worth
                for term in self._terms(spelling):
                    if self._plausible(stem, spelling) and sure > best.get(term, 0.0):
                        best[term] = sure
        top = max(best.values(), default=0.0)
        return {term: sure for term, sure in best.items() if sure >= top - 0.05}

    @staticmethod
    def _plausible(stem: str, spelling: str) -> bool:
        """Short names differ from each other by one letter: there, only likely slips count, and in the shortest only swapped letters.

        A first letter too many makes another name of them: Hatay is not Atay.
        """
        if len(spelling) <= _SHORT < len(stem) and stem[0] != spelling[0]:
            return False
        if len(stem) > _SHORT or len(spelling) > _SHORT:
            return len(spelling) >= _TELLING or len(stem) != len(spelling) or _sureness(stem, spelling) == _ONE_SLIP
        return sorted(stem) == sorted(spelling)

    def _terms(self, spelling: str) -> list[str]:
        own = [spelling] if spelling in self._buckets.get(spelling[:_BUCKET], ()) else []
        return own + sorted(self.vocabulary.groups_of(spelling))
