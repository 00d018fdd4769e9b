"""Mend slips of the finger in question words, before the kind of question is read off them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from mmbot.matching.words import Word

_WORDS = (
    "zaman", "nerede", "nereye", "nereden", "neden", "nicin", "nasil", "kimdir", "kimler", "kimin", "hangi", "nedir", "neler", "nelerdir",
    "tarihte", "tarihinde", "madde", "maddesi", "maddeler", "maddeleri", "kimlerle", "kimlere", "kiminle", "kimdi", "neydi", "nelerdi",
    "nasildi", "nereleri", "neresi", "when", "where", "which",
)  # fmt: skip
# What is too short to be told by its likeness. None of these is a word, though some look like the form of one.
_SHORT = {
    "kmi": "kim", "kimm": "kim", "knm": "kim", "kimlr": "kimler", "kacc": "kac", "nzaman": "nezaman",
    "zmn": "zaman", "nrde": "nerede", "nered": "nerede", "nden": "neden", "ndn": "neden", "ney": "ne", "hagi": "hangi", "hngi": "hangi",
    "nsl": "nasil", "nasl": "nasil", "ndir": "nedir", "nedr": "nedir",
}  # fmt: skip


def mend(words: Sequence[Word], known: Callable[[Word], bool]) -> tuple[Word, ...]:
    """*words* with each that is not *known* and one slip away from a question word replaced by it."""
    return tuple(word if known(word) and word.folded not in _SHORT else _mended(word) for word in words)


def _mended(word: Word) -> Word:
    meant = _SHORT.get(word.folded)
    if meant is None and len(word.folded) >= 4:
        meant = next((right for right in _WORDS if OSA.distance(word.folded, right, score_cutoff=1) <= 1), None)
    return word if meant is None else replace(word, typed=meant, plain=meant, folded=meant)
