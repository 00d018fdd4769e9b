"""Mend slips of the finger in question words and other short words of every question, before the kind of question is read off them."""

import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from mmbot.matching.lexicon import BESIDE
from mmbot.matching.words import Word
from mmbot.turkish import fold

_WORDS = (
    "zaman", "nezaman", "nerede", "nereye", "nereden", "neden", "nicin", "nasil", "kimdir", "kimler", "kimin", "hangi", "nedir", "neler", "nelerdir",
    "tarihte", "tarihinde", "madde", "maddesi", "maddeler", "maddeleri", "kimlerle", "kimlere", "kiminle", "kimdi", "neydi", "nelerdi",
    "nasildi", "nereleri", "neresi", "when", "where", "which",
)  # fmt: skip
# Words of which each likely slip is written down: they are too short, or too like others, to be told by their likeness.
_OFTEN = (
    *_WORDS, "kim", "kimi", "kime", "kimden", "kimleri", "kimlerin", "kimlerdi", "kimlerdir", "kac", "kacta", "kisi", "niye", "neyi", "neyin",
    "neydi", "nerde", "hangisi", "hangileri", "tarih", "tarihi", "icin", "gore", "kadar", "diye", "hakkinda", "degil", "dogru", "acaba",
    "miydi", "muydu", "midir", "mudur",
)  # fmt: skip
_DONE = ("oldu", "olmus", "yasandi", "yapildi", "yapti", "etti", "dedi", "demis", "diyor", "diyordu")  # “ne …”, “neler …”
_COUNTED = ("kisi", "saat", "gun", "yil", "tane", "kere", "hafta", "madde", "milyon")  # “kaç …”
_ALIKE = 4  # letters of a word that is told by its likeness
_LONG = 6  # letters from which on a doubled one is a slip: not in şiir, saat, maaş
# “kurdı”: after a rounded vowel the ending is rounded too, and the keys are neighbours.
_UNHARMONIC = re.compile(r"(?<=[oöuü])([^\Waeıioöuü\d_]{1,2}[dtm])ı(?=ş?$)")
# What is too short to be told by its likeness. None of these is a word, though some look like the form of one.
_SHORT = {
    "kmi": "kim", "kimm": "kim", "knm": "kim", "kimlr": "kimler", "kacc": "kac", "nzaman": "nezaman",
    "zmn": "zaman", "zamn": "zaman", "zman": "zaman", "nrde": "nerede", "nered": "nerede", "nden": "neden", "ndn": "neden", "ney": "ne",
    "hagi": "hangi", "hngi": "hangi", "nsl": "nasil", "nasl": "nasil", "ndir": "nedir", "nedr": "nedir",
}  # fmt: skip
# Words that a slip of another looks like.
_WORDS_THEMSELVES = frozenset((
    "nede",
    "nerede",
    "kimse",
    "kimi",
    "zama",
    "kadir",
    "gor",
    "made",
    "tarihe",
    "nesi",
    "ici",
    "diyo",
    "deli",
))
_BEHIND = {"ne": _DONE, "neler": _DONE, "kac": _COUNTED}
_WHY = frozenset({"neden", "niye", "nicin"})
_PREDICATES = {"onemli": ("önemlidir", "onemlidir"), "onemliydi": ("önemlidir", "onemlidir")}


def mend(words: Sequence[Word], known: Callable[[Word], bool], surely: Callable[[Word], bool]) -> tuple[Word, ...]:
    """*words* with the slips in them mended that no word of a question's matter can be.

    What is not *known* is taken for the question word that is one slip away. What is not *surely* known – it only begins like a word – is
    taken for the common word of which it is a likely slip, and what has a letter doubled for the word without.
    """
    mended: list[Word] = []
    for word in words:
        before = mended[-1].folded if mended else ""
        mended.append(_mended(word, before, known, surely))
    if mended and any(word.folded in _WHY for word in mended[:-1]):
        mended[-1] = _whole(mended[-1])
    return tuple(mended)


def _whole(word: Word) -> Word:
    """“Neden önemli?” as “neden önemlidir?”: a word that says nothing elsewhere (“önemli bir soru”) is there all that is said."""
    meant = _PREDICATES.get(word.folded)
    return word._replace(typed=meant[0], plain=meant[0], folded=meant[1]) if meant else word


def _mended(word: Word, before: str, known: Callable[[Word], bool], surely: Callable[[Word], bool]) -> Word:
    round_ended = _rounded(word)
    if round_ended and surely(round_ended):
        return round_ended
    meant = _SHORT.get(word.folded) or _in_its_place(word.folded, before)
    if meant is None and not surely(word):
        meant = None if word.capital and word.place else _slips(_OFTEN).get(word.folded)
        if meant is None and not known(word) and len(word.folded) >= _ALIKE:
            meant = next((right for right in _WORDS if OSA.distance(word.folded, right, score_cutoff=1) <= 1), None)
        if meant is None:
            return next(filter(surely, _undoubled(word)), word)
    return word if meant is None else word._replace(typed=meant, plain=meant, folded=meant)


def _rounded(word: Word) -> Word | None:
    if not word.plain.endswith(("ı", "ış")):
        return None
    plain = _UNHARMONIC.sub(r"\1u", word.plain)
    return None if plain == word.plain else word._replace(typed=plain, plain=plain, folded=fold(plain))


def _in_its_place(folded: str, before: str) -> str | None:
    """What *folded* means behind “ne”, “neler” and “kaç”, where only few words stand: “ne old”, “kaç sat”."""
    after = _BEHIND.get(before)
    return _slips(after).get(folded) if after else None


def _undoubled(word: Word) -> Iterator[Word]:
    """*word* without one of two equal letters that stand side by side, for each such two."""
    if len(word.plain) != len(word.folded) or len(word.folded) < _LONG:
        return
    for place, (one, other) in enumerate(pairwise(word.folded)):
        if one == other:
            plain = word.plain[:place] + word.plain[place + 1 :]
            yield word._replace(typed=plain, plain=plain, folded=word.folded[:place] + word.folded[place + 1 :])


@functools.cache
def _slips(words: tuple[str, ...]) -> Mapping[str, str]:
    """What likely slips make of *words*, and of which word; none of them is a word itself."""
    found: dict[str, str] = {}
    for word in words:
        for slip in _slips_of(word):
            found.setdefault(slip, word)
    return {slip: word for slip, word in found.items() if slip not in words and slip not in _WORDS_THEMSELVES}


def _slips_of(word: str) -> Iterator[str]:
    for place, letter in enumerate(word):
        before, after = word[:place], word[place + 1 :]
        yield before + letter + letter + after
        yield before + after[:1] + letter + after[1:]
        if place and (after or len(word) > _ALIKE or word in _DONE):
            yield before + after
        if place and len(word) >= _ALIKE:
            yield from (before + key + after for one, key in BESIDE if one == letter)
