"""Keys under which the words of an index are found: their stems, and their beginnings with any one letter left out.

Two words with one slip between them (a letter changed, lost, added, or two swapped) share a key, whatever follows the
first seven letters; so one binary search replaces a comparison with every word (the idea of SymSpell). Two forms of a
word share a stem. Words that a slip or a lost space spoilt beyond that are looked up by the three-letter pieces they share.
"""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import numpy as np

Numbers = np.ndarray[Any, np.dtype[Any]]

_HEAD = 7  # letters of a word that may hold a slip and still be found
_FULL = 6  # base-36 digits that fit into 32 bits
_STEMS = 36**_FULL  # keys of stems begin here
_ROOM = 2**32 - _STEMS
_ANYONES = 3
_SURE = 5  # letters of a stem by which two words that are both not it are surely its forms
_PIECE = 3
_PIECES = 36**_PIECE


def slip_keys(word: str) -> list[int]:
    """The keys that *word* shares with words that are one slip away, and with those that begin alike."""
    head = word[:_HEAD]
    left_out = [int(head[:i] + head[i + 1 :], 36) for i in range(len(head) - (len(head) == _HEAD))] if len(word) > 2 else []
    return [int(word[:_FULL], 36), *left_out]


def form_keys(stems: Sequence[str]) -> list[int]:
    """The keys under which a word with these *stems*, itself the first, finds its other forms.

    A stem of three letters may be anyone's, so by such a stem a form finds only the stem itself, and it its forms.
    """
    keys = [_STEMS + crc32(stem.encode()) % _ROOM for stem in stems]  # `stem_key` written out: this is done for every word
    return [*keys, stem_key(f"~{stems[0]}")] if len(stems[0]) <= _ANYONES else keys


def _own_keys(stems: Sequence[str]) -> list[int]:
    return [stem_key(stem if len(stem) > _ANYONES or not at else f"~{stem}") for at, stem in enumerate(stems)]


def stem_key(stem: str) -> int:
    """The key of a stem; two stems seldom have the same."""
    key: int = _STEMS + crc32(stem.encode()) % _ROOM
    return key


class WordKeys:
    """All keys of a vocabulary, sorted, and beside each the number of its word."""

    def __init__(self, words: Sequence[str], stems: Sequence[Sequence[str]]) -> None:
        """Make the keys of all *words*, each with its *stems*, at once."""
        keys, owners = _slip_keys(words)
        own = np.array([key for some in stems for key in _own_keys(some)], dtype=np.uint32)
        having = np.repeat(np.arange(len(words), dtype=np.int32), [len(some) for some in stems])
        self.forms = Forms(words, stems, own, having)
        flat = np.concatenate([*keys, own]).astype(np.uint32)
        order = np.argsort(flat, kind="stable")
        self._keys, begins = np.unique(flat[order], return_index=True)
        self._bounds = np.append(begins, len(flat)).astype(np.int32)
        self._owners = np.concatenate([*owners, having]).astype(np.int32)[order]

    def owners(self, keys: Sequence[int]) -> list[list[int]]:
        """For every one of *keys* the words that have it."""
        flat = np.array(keys, dtype=np.uint32)
        at = self._keys.searchsorted(flat)
        at[self._keys.take(at, mode="clip") != flat] = len(self._keys)
        begins, ends = self._bounds.take(at).tolist(), self._bounds.take(at + 1, mode="clip").tolist()
        owners = self._owners
        return [owners[begin:end].tolist() if begin < end else [] for begin, end in zip(begins, ends, strict=True)]


class Forms:
    """For every word of a vocabulary, by its number, the words that share a stem with it; made once, as each is asked for often."""

    def __init__(self, words: Sequence[str], stems: Sequence[Sequence[str]], keys: Numbers, owners: Numbers) -> None:
        """Bring together the *owners* of the *keys* of stems; *stems* has those of each of *words*."""
        order = np.argsort(keys, kind="stable")
        known, begins, sizes = np.unique(keys[order], return_index=True, return_counts=True)
        wanted = [form_keys(some) for some in stems]
        asked = np.array([key for some in wanted for key in some], dtype=np.uint32)
        asking = np.repeat(np.arange(len(stems), dtype=np.int32), [len(some) for some in wanted])
        letters = np.array([len(stem) for some, keys in zip(stems, wanted, strict=True) for stem in (*some, some[0])[: len(keys)]])
        groups = np.minimum(known.searchsorted(asked), len(known) - 1)
        kept = np.flatnonzero(known[groups] == asked)
        begins, sizes = begins[groups[kept]], sizes[groups[kept]]
        ends = sizes.cumsum()
        others = owners[order][np.arange(sizes.sum()) + (begins - ends + sizes).repeat(sizes)]
        mine, letters = asking[kept].repeat(sizes), letters[kept].repeat(sizes)
        heads = np.array([word[:2] for word in words], dtype="S2")
        true = np.flatnonzero(heads[mine] == heads[others])  # else they have one key by chance
        mine, others, letters = mine[true], others[true], letters[true]
        _, first = np.unique(mine.astype(np.int64) * len(words) + others, return_index=True)  # the longest stem comes first
        mine, others, letters = mine[first], others[first], letters[first]
        own = np.array([len(some[0]) for some in stems])[mine]
        whole = (np.array([len(word) for word in words])[others] == letters) | (own == letters)
        letters = np.where(mine == others, 0, np.where(whole, letters, -letters))
        self._others, self._letters = others, letters.astype(np.int8)
        self._bounds = np.searchsorted(mine, np.arange(len(words) + 1)).astype(np.int32)

    def often(self, counts: Numbers) -> Numbers:
        """How often the other forms of each word come together, where *counts* tells how often each word comes; a doubtful form counts half."""
        letters = self._letters
        each = counts[self._others] * np.where((letters < 0) & (letters > -_SURE), 0.5, letters != 0)
        sums = np.concatenate(([0.0], each.cumsum()))
        return np.asarray(sums[self._bounds[1:]] - sums[self._bounds[:-1]])

    def of(self, number: int) -> tuple[Numbers, Numbers]:
        """The words that share a stem with the word *number*, and how long that is: less than 0 where it is neither of the two, 0 for the word itself."""
        begin, end = self._bounds[number], self._bounds[number + 1]
        return self._others[begin:end], self._letters[begin:end]


def _slip_keys(words: Sequence[str]) -> tuple[list[Numbers], list[Numbers]]:
    digits = _digits(words, _HEAD)
    lengths = (digits >= 0).sum(axis=1)
    keys, owners = [], []
    for length in range(1, _HEAD + 1):
        rows = np.flatnonzero(lengths == length)
        heads = digits[rows, :length]
        made = [_number(heads[:, :_FULL])]
        if length > 2:
            made += [_number(np.delete(heads, i, axis=1)) for i in range(length - (length == _HEAD))]
        keys += made
        owners += [rows] * len(made)
    return keys, owners


def _digits(words: Sequence[str], length: int) -> Numbers:
    """The first letters of *words* as base-36 digits, a word to a row; -1 behind its end."""
    letters = np.array(words, dtype=f"S{length}").reshape(-1, 1).view(np.uint8).reshape(len(words), length)
    return np.where(letters == 0, -1, letters - np.where(letters >= ord("a"), ord("a") - 10, ord("0")).astype(np.int64))


def _number(digits: Numbers) -> Numbers:
    """Read every row as one number of base 36, as `int(word, 36)` does."""
    powers = 36 ** np.arange(digits.shape[1] - 1, -1, -1, dtype=np.int64)
    return np.asarray(digits @ powers)


class WordPieces:
    """Which words hold which three letters in a row."""

    _LONGEST = 18  # letters of a word that are looked at

    def __init__(self, words: Sequence[str]) -> None:
        """Cut all *words* into pieces at once."""
        digits = _digits(words, self._LONGEST)
        pieces, owners = [], []
        for at in range(self._LONGEST - _PIECE + 1):
            rows = np.flatnonzero(digits[:, at + _PIECE - 1] >= 0)
            pieces.append(_number(digits[rows, at : at + _PIECE]))
            owners.append(rows)
        flat = np.concatenate(pieces)
        order = np.argsort(flat, kind="stable")
        self._owners = np.concatenate(owners).astype(np.int32)[order]
        self._bounds = np.searchsorted(flat[order], np.arange(_PIECES + 1)).astype(np.int32)
        self._counts = np.maximum((digits >= 0).sum(axis=1) - _PIECE + 1, 1).astype(np.float32)

    def like(self, word: str, least: float, most: int) -> list[tuple[int, float, float]]:
        """The words whose pieces *word* holds, at *least* that share of them: (number, their share in it, its share in *word*)."""
        pieces = {int(word[i : i + _PIECE], 36) for i in range(len(word) - _PIECE + 1)}
        bounds = self._bounds
        held = np.bincount(np.concatenate([self._owners[bounds[piece] : bounds[piece + 1]] for piece in pieces]))
        numbers = (held > 1).nonzero()[0]
        often = held[numbers]
        shares = often / self._counts[numbers]
        chosen = (shares >= least).nonzero()[0]
        if len(chosen) > 1:
            chosen = chosen[(-(shares[chosen] * often[chosen])).argsort(kind="stable")[:most]]
        parts = often[chosen] / len(pieces)
        return list(zip(numbers[chosen].tolist(), shares[chosen].tolist(), parts.tolist(), strict=True))
