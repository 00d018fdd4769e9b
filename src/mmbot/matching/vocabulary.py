"""Words of the field that mean the same, and words that mean nothing in a question.

The lists themselves are data (``knowledge/vocabulary.yaml``).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from mmbot.matching.words import Word, read_words
from mmbot.turkish import fold, is_ending, is_suffix, is_verb_ending, lower

_LONG_ENOUGH = 5  # letters of a word that can be told from others in spite of a slip
_SHORTEST = 3  # letters that a stem keeps when suffixes are taken off
_LONGEST_IDIOM = 4  # words
_NONE: Set[str] = frozenset()


# “bulamadım, karıştırıyorum, yazcam”: what somebody says of himself is no part of the question.
_FIRST_PERSON = re.compile(r".{3,}(?:[iu]yorum|[dt][iu]m|m[ae]d[iu]m|[ae]c[ae][gk][iu]m|[iu]c[ae]m|m[iu]s[iu]m)")
_ENGLISH_END = re.compile(
    r"e?d|e?s|ings?|[ai]?t?ions?|ments?|[eo]rs?|ly|i?cal|e|[ae]nce|i?t?y|a?ns?|is[tm]s?|able|i?ve|ant|ary|i[sz]e[ds]?|ies|ship|ness|ful"
)
_COPULA = re.compile("[dt][iu]r?")  # Rüştü is no form of Rus


_REMEMBERED = 20_000  # words


def make_room(memory: dict[Any, Any]) -> None:
    """Empty a *memory* of words looked up when it is full: people's typing errors must not fill the bot's."""
    if len(memory) > _REMEMBERED:
        memory.clear()


def swapped(word: str) -> Iterator[str]:
    """What *word* was if two letters beside each other, but not the first, have changed places (“anlatıyro”)."""
    return (word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in range(1, len(word) - 1))


def _as_one(words: Sequence[Word]) -> Word:
    first, last = words[0], words[-1]
    typed, plain, folded = map(" ".join, zip(*((word.typed, word.plain, word.folded) for word in words), strict=True))
    return first._replace(typed=typed, plain=plain, folded=folded.replace(" ", "_"), tail=last.tail, parts=tuple(words))


def _goes_on(words: Sequence[Word], rest: Sequence[str], open_end: bool) -> bool:
    """Whether *words* begin with the *rest* of an idiom, of which only the last word may wear suffixes."""
    if len(words) < len(rest):
        return False
    *middle, last = (word.folded for word in words[: len(rest)])
    if middle != list(rest[:-1]) or not last.startswith(rest[-1]):
        return False
    tail = last[len(rest[-1]) :]
    return not tail or (is_ending(tail) if open_end else is_suffix(tail))


class Vocabulary:
    """Groups of synonyms and noise words, ready for looking words up."""

    def __init__(self, groups: Mapping[str, Iterable[str]], noise: str, helping_verbs: str = "") -> None:
        self._exact: dict[str, set[str]] = {}
        self._beginnings: dict[str, set[str]] = {}
        self._as_written: dict[str, set[str]] = {}
        self._perhaps: dict[str, set[str]] = defaultdict(set)
        self._perhaps_exact: dict[str, set[str]] = defaultdict(set)
        self._idioms: dict[str, list[tuple[tuple[str, ...], bool]]] = defaultdict(list)  # by their first words
        for name, members in groups.items():
            for member in members:
                self._add("=" + fold(name), member)
        self._written = tuple(self._as_written)
        self._noise = frozenset(word.folded for word in read_words(noise))
        self._long_noise: dict[int, list[str]] = {}  # by length: a slip changes it by one
        for written in sorted(self._noise):
            if len(written) >= _LONG_ENOUGH:
                self._long_noise.setdefault(len(written), []).append(written)
        self._noise_beginnings = tuple(fold(written[:-1]) for written in noise.split() if written.endswith("*"))
        self._helping = frozenset(word.folded for word in read_words(helping_verbs))
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}
        self._perhaps_known: dict[str, Set[str]] = {}
        self._noisy: dict[tuple[str, str, str], bool] = {}

    def __getstate__(self) -> dict[str, object]:
        """Leave the memory of words looked up behind when the vocabulary is stored."""
        return self.__dict__ | {"_known": {}, "_noisy": {}, "_perhaps_known": {}}

    def _add(self, group: str, member: str) -> None:
        written, open_end = member.startswith("!"), member.endswith("*")
        stem = member.strip("!*~")
        if " " in stem:
            first, *rest = fold(stem).split()
            self._idioms[first].append((tuple(rest), open_end))
        if member.startswith("~"):
            (self._perhaps if open_end else self._perhaps_exact)[fold(stem)].add(group)
        elif written:
            self._as_written.setdefault(lower(stem), set()).add(group)
        else:
            table = self._beginnings if open_end else self._exact
            table.setdefault(fold(stem).replace(" ", "_"), set()).add(group)

    def is_noise(self, word: Word) -> bool:
        """Whether *word* carries no matter in a question."""
        key = (word.plain, word.folded, word.tail)
        found = self._noisy.get(key)
        if found is None:
            make_room(self._noisy)
            found = self._noisy[key] = self._is_noise(word)
        return found

    def _is_noise(self, word: Word) -> bool:
        if word.plain.startswith(self._written):
            return False
        if (
            word.folded in self._noise
            or word.folded.startswith(self._noise_beginnings)
            or (len(word.folded) == 1 and not word.folded.isdigit())
        ):
            return True
        return (
            not word.tail
            and not self.meanings(word)
            and (self._is_helping(word.folded) or _FIRST_PERSON.fullmatch(word.folded) is not None)
        )

    def is_mistyped_noise(self, word: Word) -> bool:
        """Whether *word*, which nothing else explains, is one slip away from a noise word (“srodu”)."""
        if len(word.folded) < _LONG_ENOUGH or word.capital:
            return False
        # A letter is left out or two are swapped; “bayrağı” with one too many is no “bayağı”.
        near = (self._long_noise.get(length, ()) for length in range(len(word.folded), len(word.folded) + 2))
        if any(process.extractOne(word.folded, noise, scorer=OSA.distance, score_cutoff=1) for noise in near):
            return True
        return len(word.folded) > _LONG_ENOUGH and any(map(self._is_helping, swapped(word.folded)))

    def _is_helping(self, folded: str) -> bool:
        """Whether it is a form of a helping verb (“yapmıştı”, “ediliyordu”)."""
        return any(folded[:cut] in self._helping and is_verb_ending(folded[cut:]) for cut in range(2, len(folded)))

    def joined(self, words: Sequence[Word]) -> Sequence[Word]:
        """*words* with those of an idiom made one word: “ayak” and “diredi” mean together what neither does alone."""
        idioms = self._idioms
        if not any(word.folded in idioms for word in words):
            return words
        found: list[Word] = []
        left = 0  # words that are part of the one before
        for place, word in enumerate(words):
            if left:
                left -= 1
                continue
            left = self._idiom(words[place : place + _LONGEST_IDIOM]) if word.folded in idioms else 0
            found.append((_as_one(words[place : place + left + 1]) if left else word)._replace(place=len(found)))
        return found

    def _idiom(self, words: Sequence[Word]) -> int:
        """How many words behind the first of *words* are one idiom with it; the longest counts."""
        if any(word.tail or (word.capital and word.place) for word in words[:1]):
            return 0
        return max(
            (len(rest) for rest, open_end in self._idioms[words[0].folded] if _goes_on(words[1:], rest, open_end)), default=0
        )

    def perhaps(self, word: Word) -> Set[str]:
        """The groups that *word* may belong to as well as it has a meaning of its own: “karşılık” may be an answer.

        Where more of its letters make it a member of others, it means those: “kararlar” has nothing to do with “kâr”.
        """
        found = self._perhaps_known.get(word.folded)
        if found is None:
            make_room(self._perhaps_known)
            found = self._perhaps_known[word.folded] = self._may_be(word.folded)
        return found

    def _may_be(self, folded: str) -> Set[str]:
        for cut in range(len(folded), _SHORTEST - 1, -1):
            begin, tail = folded[:cut], folded[cut:]
            found = self._perhaps.get(begin) if is_ending(tail) else None
            if found is None and (not tail or is_suffix(tail)):
                found = self._perhaps_exact.get(begin)
            if found:
                return found
            if begin in self._beginnings or (begin in self._exact and (not tail or is_suffix(tail))):
                return _NONE
        return _NONE

    def meanings(self, word: Word) -> tuple[str, ...]:
        """The groups that *word* belongs to, each as ``=name``; empty for a word of its own."""
        key = (word.plain, word.folded)
        found = self._known.get(key)
        if found is None:
            make_room(self._known)
            found = self._known[key] = tuple(sorted(self._look_up(word)))
        return found

    def is_stretched(self, word: Word) -> bool:
        """Whether *word* begins like a member of a group, but goes on as no form of it does (Terakkiperver, Korkmasov)."""
        folded = word.folded
        cuts = [cut for cut in range(len(folded), _SHORTEST - 1, -1) if folded[:cut] in self._beginnings]
        if not cuts or word.plain.startswith(self._written):
            return False
        cut = cuts[0]  # “kuruldu” and “kurulduğu”: a stem may end in the midst of a suffix
        return not any(map(is_ending, (folded[cut:], folded[cut - 2 :]))) and _ENGLISH_END.fullmatch(folded[cut:]) is None

    def _look_up(self, word: Word) -> set[str]:
        if word.plain.startswith(self._written):
            return self._as_written[max((stem for stem in self._written if word.plain.startswith(stem)), key=len)]
        folded = word.folded
        for cut in range(len(folded), _SHORTEST - 1, -1):
            begin, tail = folded[:cut], folded[cut:]
            found = set(self._beginnings.get(begin, ()))
            if not tail or (is_suffix(tail) and (cut > _SHORTEST or not _COPULA.fullmatch(tail))):
                found |= self._exact.get(begin, set())
            if found:
                return found
        return self._exact.get(folded, set())

    def words(self) -> frozenset[str]:
        """Every stem that is spelt out in a group, folded: what a typing error may have been meant to be."""
        return frozenset(stem for stem in (*self._exact, *self._beginnings) if len(stem) >= 4 and "_" not in stem)

    def groups_of(self, stem: str) -> set[str]:
        """The groups in which *stem* (folded) is spelt out."""
        return self._exact.get(stem, set()) | self._beginnings.get(stem, set())
