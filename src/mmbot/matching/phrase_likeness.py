"""How surely two words are one word: the same stem with other suffixes, or slips of the finger on a Turkish keyboard."""

from collections.abc import Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from mmbot.matching.phrase_stems import form_stems, is_form_ending

_ONE, _TWO = 0.4, 1.6  # what one slip and two slips take from a word of one letter; from a longer one, that much less
_FAR = 1.0  # what a letter takes that lies nowhere near the right one on the keyboard
FAINT = 0.5  # half of the letters; means nothing unless all other words fit
_BEGIN, _SLIPS = 3, 3  # letters that two words must begin with to be compared, if they do not differ in so few
NEAR = 0.55  # below this, two words have nothing to do with each other
# Two forms of a stem of so many letters; a short one may be another word's.
_FORMS = {4: 0.84}
_LONG_FORM = 0.88
_WHOLE = {2: 0.8, 3: 0.92}  # one of the two is the stem itself
_LONG_WHOLE = 0.94

_ROWS = ("qwertyuiopgu", "asdfghjklsi", "zxcvbnmoc")  # the Q keyboard, folded; the ı between u and o is an i


def _neighbours() -> dict[str, str]:
    near = dict.fromkeys("abcdefghijklmnopqrstuvwxyz", "")
    for above, row in enumerate(_ROWS):
        for column, key in enumerate(row):
            near[key] += row[max(0, column - 1) : column] + row[column + 1 : column + 2]
            for other in _ROWS[max(0, above - 1) : above] + _ROWS[above + 1 : above + 2]:
                near[key] += other[max(0, column - 1) : column + 2]
    return near


_NEIGHBOURS = _neighbours()


def form_similarity(letters: int, *, whole: bool) -> float:
    """How surely two words that share a stem of so many *letters* are forms of it; *whole*: one of them is the stem itself."""
    return _WHOLE.get(letters, _LONG_WHOLE) if whole else _FORMS.get(letters, _LONG_FORM)


def word_similarity(one: str, other: str) -> float:
    """How surely two words are one: forms of it, or it with slips."""
    slips = slip_similarity(one, other)
    if slips < _LONG_WHOLE and one[:2] == other[:2]:
        mine, others = form_stems(one), form_stems(other)
        for stem in mine:
            if stem in others:
                return max(slips, form_similarity(len(stem), whole=stem in (mine[0], others[0])))
    return slips


def perhaps(words: Sequence[str], numbers: Sequence[int], known: Sequence[str]) -> list[list[int]]:
    """For each of *words* those of *numbers* whose *known* words may be it with slips or another ending.

    Quick, and wide enough for `slip_similarity`: all are compared in one call.
    """
    others = [known[number] for number in numbers]
    if not words or not others:
        return [[] for _ in words]
    near = process.cdist(words, others, scorer=OSA.distance, score_cutoff=_SLIPS, dtype=np.int8) <= _SLIPS
    return [
        [
            number
            for number, other, slips in zip(numbers, others, row, strict=True)
            if (slips or other[:_BEGIN] == begin) and other[0] >= "a"
        ]
        for begin, row in zip([word[:_BEGIN] for word in words], near.tolist(), strict=True)
    ]


def slip_similarities(word: str, others: Sequence[str]) -> list[float]:
    """`slip_similarity` of *word* with each of *others*, the letters of all compared in one call."""
    if not others:
        return []
    distances = process.cdist([word], others, scorer=OSA.distance, score_cutoff=_SLIPS, dtype=np.int8)[0].tolist()
    return [_slipped(word, other, slips) for other, slips in zip(others, distances, strict=True)]


def slip_similarity(one: str, other: str) -> float:
    """How surely one word is the other with up to three slips of the finger, or with a slip and another ending."""
    return _slipped(one, other, OSA.distance(one, other, score_cutoff=_SLIPS))


def _slipped(one: str, other: str, slips: int) -> float:
    """The same where it is known already that so many *slips* make one of the other; more than `_SLIPS`: too many."""
    if len(one) > len(other):
        one, other = other, one
    letters = len(one)
    if slips == 1 and letters > 1:
        return 1 - (_FAR if letters == len(other) and _far(one, other) else _ONE) / (letters + 1)
    if slips == 2 and letters > 4:
        return 1 - _TWO / (letters + 1)
    if letters > 4 and len(other) > letters:
        spoilt = min(_ending_slips(one, other, letters + more) for more in (0, 1, -1))
        if spoilt == 1 or (spoilt == 2 and letters > 6):
            return 0.7 if spoilt == 1 else 0.6
    if (slips == 3 and letters > 7) or (letters > 4 and 2 * Prefix.similarity(one, other) > max(letters, 9)):
        return 0.6
    return FAINT if 2 * slips <= len(other) and slips <= 3 else 0.0


def _ending_slips(one: str, other: str, letters: int) -> int:
    """How many slips of the finger make *one* of the first *letters* of *other*, if what follows may be an ending; 3: too many."""
    return OSA.distance(one, other[:letters], score_cutoff=2) if is_form_ending(other[letters:]) else 3


def _far(one: str, other: str) -> bool:
    """Whether the one letter in which two words differ lies elsewhere on the keyboard."""
    at = Prefix.similarity(one, other)
    return one[at + 1 :] == other[at + 1 :] and other[at] not in _NEIGHBOURS.get(one[at], "")
