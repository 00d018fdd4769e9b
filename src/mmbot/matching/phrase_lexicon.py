"""The words of an index, found again when they are misspelt or wear other suffixes.

Every word is entered under a few keys: its first six letters, and its first seven letters with each one left out.
Two words with one slip between them (a letter changed, lost, added, or two swapped) share a key, whatever follows the
first seven letters; so one binary search replaces a comparison with every word (the idea of SymSpell). Shorter
beginnings are keys as well, for words whose stem is short.
"""

import math
from array import array
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from rapidfuzz.distance import OSA, Prefix

from mmbot.matching.phrase_words import FUNCTION, FUNCTION_WORDS
from mmbot.turkish import is_ending

Numbers = np.ndarray[Any, np.dtype[Any]]

_HEAD = 7  # letters of a word that may hold a slip and still be found
_FULL = 6  # base-36 digits that fit into 32 bits
_STEM = 5  # a beginning shared by forms of a word with a short stem
_ONE, _TWO = 0.4, 1.6  # what one slip and two slips take from a word of one letter; from a longer one, that much less
_UNKNOWN = 0.6  # weight of a word that nothing in the index is like
_MEMORY = 4096  # words whose neighbours are remembered
_FAINT = 0.5  # half of the letters; means nothing unless all other words fit
_KNOWN = 0.8  # a word of the index is seldom a slip of another one
_LIKELY = 0.75  # surer than this, a word is not taken for two written as one
NEAR = 0.55  # below this, two words have nothing to do with each other


def word_keys(word: str, *, known: bool) -> list[int]:
    """The keys under which *word* is looked up; a *known* word is seldom a slip, so only its other forms are wanted."""
    keys = [int(word[:_FULL], 36)]
    if len(word) > _STEM:
        keys.append(int(word[:_STEM], 36))
    if len(word) > 3 and not known:
        head = word[:_HEAD]
        keys += [int(head[:i] + head[i + 1 :], 36) for i in range(len(head) - (len(head) == _HEAD))]
    return keys


def word_similarity(one: str, other: str, trust: float = 1.0) -> float:
    """How surely two words are the same word with slips or other suffixes, 0 to 1; slips count as far as one *trusts* in them."""
    if one == other:
        return 1.0
    if one[0] < "a" or other[0] < "a":  # a digit
        return 0.0
    shared: int = Prefix.similarity(one, other)
    if shared > 2:  # forms of one stem: what follows the common beginning must be endings
        whole = shared == len(one) or shared == len(other)
        if (whole or shared > 3) and is_ending(one[shared:]) and is_ending(other[shared:]):
            return 0.94 if whole else 0.88
    return trust * _slip_similarity(one, other, shared)


def _slip_similarity(one: str, other: str, shared: int) -> float:
    """How surely one word is the other with up to three slips of the finger, or with a slip and another ending."""
    if len(one) > len(other):
        one, other = other, one
    letters = len(one)
    slips = OSA.distance(one, other, score_cutoff=3)
    if slips == 1 and letters > 1:
        return 1 - _ONE / (letters + 1)
    if slips == 2 and letters > 4:
        return 1 - _TWO / (letters + 1)
    if letters > 4 and is_ending(other[letters:]) and OSA.distance(one, other[:letters], score_cutoff=1) == 1:
        return 0.7
    if (slips == 3 and letters > 7) or (letters > 4 and 2 * shared > max(letters, 9)):
        return 0.6
    return _FAINT if 2 * slips <= len(other) and slips <= 3 else 0.0


class Near(NamedTuple):
    """What a word of a query may stand for."""

    similar: dict[int, float]  # words of the lexicon, by number, and how similar each is
    values: list[float]  # what it is worth that a phrase has it
    weight: float  # of the word itself: what the likeliest of them weighs


class Lexicon:
    """A vocabulary with a number for each word, and how much each word tells, 0 to 1: the rarer, the more."""

    def __init__(self, words: Sequence[str], counts: Numbers, phrases: int) -> None:
        """Take *words*, each of which comes *counts* times in so many *phrases*."""
        self.words = words
        self.numbers = {word: number for number, word in enumerate(words)}
        self.weights = _weights(words, counts, phrases)
        self._keys, self._owners = _all_keys(words)
        self._remembered: dict[str, Near] = {}

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_remembered": {}}

    def near(self, words: Sequence[str]) -> list[Near]:
        """For each of *words* the numbers of the known words that it may stand for, with their similarity."""
        remembered = self._remembered
        missing = [word for word in words if word not in remembered]
        if missing:
            if len(remembered) > _MEMORY:
                remembered = self._remembered = {word: remembered[word] for word in words if word in remembered}
            remembered.update(zip(missing, self._find(missing), strict=True))
        return [remembered[word] for word in words]

    def mended(self, words: Sequence[str]) -> list[str]:
        """*words* with spaces where they belong: strange words split into two known ones, or joined to their neighbour."""
        known = self.numbers
        if all(word in known for word in words):
            return list(words)
        mended: list[str] = []
        for word, near in zip(words, self.near(words), strict=True):
            if word in known or max(near.similar.values(), default=0.0) >= _LIKELY:
                mended.append(word)
            elif mended and mended[-1] + word in known and not (mended[-1] in known and len(word) > 2):
                mended[-1] += word
            else:
                mended += self._split(word)
        return mended

    def _split(self, word: str) -> list[str]:
        known = self.numbers
        for cut in range(len(word) - 2, 1, -1):
            if word[:cut] in known and word[cut:] in known and not is_ending(word[cut:]):
                return [word[:cut], word[cut:]]
        return [word]

    def _find(self, words: Sequence[str]) -> list[Near]:
        keys = [word_keys(word, known=word in self.numbers) for word in words]
        flat = np.array([key for some in keys for key in some], dtype=np.uint32)
        starts = self._keys.searchsorted(flat, "left").tolist()
        ends = self._keys.searchsorted(flat, "right").tolist()
        found = []
        position = 0
        for word, some in zip(words, keys, strict=True):
            owners: set[int] = set()
            for i in range(position, position + len(some)):
                if starts[i] < ends[i]:
                    owners.update(self._owners[starts[i] : ends[i]].tolist())
            position += len(some)
            found.append(self._similar(word, owners))
        return found

    def _similar(self, word: str, numbers: set[int]) -> Near:
        if word in FUNCTION_WORDS and word in self.numbers:
            numbers = {self.numbers[word]}
        trust = self.trust(word)
        scored = [(number, word_similarity(word, self.words[number], trust)) for number in sorted(numbers)]
        similar = {number: similarity for number, similarity in scored if similarity >= NEAR}
        weight = self.weights[max(similar, key=similar.__getitem__)] if similar else _unknown_weight(word)
        return Near(similar, [weight * similarity**2 for similarity in similar.values()], weight)

    def trust(self, word: str) -> float:
        """How far to believe that *word* is a slip of another; a word that is known itself seldom is."""
        return _KNOWN if word in self.numbers else 1.0


def _weights(words: Sequence[str], counts: Numbers, phrases: int) -> "array[float]":
    weights = np.log(1 + phrases / np.maximum(counts, 1)) / math.log(2 + phrases)
    functions = [number for number, word in enumerate(words) if word in FUNCTION_WORDS]
    weights[functions] *= FUNCTION
    return array("f", weights.astype(np.float32).tobytes())


def _unknown_weight(word: str) -> float:
    """A word that nothing in the index is like may be a name, but may be a slip or small talk as well."""
    if word in FUNCTION_WORDS:
        return FUNCTION / 2
    return _UNKNOWN if len(word) > 1 else _UNKNOWN / 2


def _all_keys(words: Sequence[str]) -> tuple[Numbers, Numbers]:
    """The keys of all *words*, sorted, and beside each the number of its word."""
    letters = np.array(words, dtype=f"S{_HEAD}").reshape(-1, 1).view(np.uint8).reshape(len(words), _HEAD)
    digits = (letters - np.where(letters >= ord("a"), ord("a") - 10, ord("0"))).astype(np.int64)
    lengths = (letters > 0).sum(axis=1)
    keys, owners = [], []
    for length in range(1, _HEAD + 1):
        rows = np.flatnonzero(lengths == length)
        heads = digits[rows, :length]
        made = [_number(heads[:, :_FULL])]
        if length > 3:
            made += [_number(np.delete(heads, i, axis=1)) for i in range(length - (length == _HEAD))]
        if length > _STEM:
            made.append(_number(heads[:, :_STEM]))
        keys += made
        owners += [rows] * len(made)
    flat = np.concatenate(keys).astype(np.uint32)
    order = np.argsort(flat, kind="stable")
    return flat[order], np.concatenate(owners).astype(np.int32)[order]


def _number(digits: Numbers) -> Numbers:
    """Read every row as one number of base 36, as `int(word, 36)` does."""
    powers = 36 ** np.arange(digits.shape[1] - 1, -1, -1, dtype=np.int64)
    return np.asarray(digits @ powers)
