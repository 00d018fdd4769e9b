"""Spell the words of a question anew that were typed with slips of the finger, where no written question is likely enough.

A word that is written nowhere – or only where it stands for a far more frequent one – is taken for the word that is a slip away. Letters
that went over a space go back first (“o nüçüncü”). Which of two words was meant shows only when the question is answered, so there are
several ways; the answer tells how it was understood.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from mmbot.matching.index import Index
from mmbot.matching.lexicon import BESIDE, wrong_key
from mmbot.matching.mending import MOST_OF_NOTHING, Written, as_typed, is_inflected, written_of
from mmbot.matching.words import read_words
from mmbot.turkish import fold, upper_first

SHORTEST = 4  # letters of a word that is spelled anew
_LEAST, _LONG = 2, 10  # letters of one that only asks, and of one that is no form of a word though it begins so
_SURELY, _LIKELY = 6, 0.6  # letters of a word that is hardly another one, and how unlikely a slip in it may be
_CLEARLY = 0.5  # how much less likely any other word must be
_TELLING = 5  # letters of a word of which one wrong letter leaves enough
_GUESS = 1.0  # how unlikely a slip is that makes one word of another
_TWO_SLIPS = 8  # letters of a word that two slips may have spoilt
_WAYS = 4
_CHOICES = 2  # words that are tried for one
# How often a word stands in the knowledge that may be misspelt there, and how often the one that was meant.
_RARE, _FAR_COMMONER = 2, 15
_WORD = re.compile(r"(?<![\w'’])[^\W\d_]+(?:['’][^\W\d_]+)*")
_PARTICLES = ("mi", "mu", "miydi", "muydu", "midir", "mudur")
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True)
class Spelled:
    """The *text* as it was probably meant.

    *likely*: every change is one that fingers make in a long word, and no other word was as near. *guessed*: a word may have been another.
    """

    text: str
    likely: bool = False
    guessed: bool = False


@dataclass(frozen=True)
class _Change:
    """A word of the text, from *start* to *end*, and what may have been meant, best first, each with how unlikely it is."""

    start: int
    end: int
    meant: tuple[tuple[float, str], ...]


def spelled_anew(index: Index, text: str) -> Iterator[Spelled]:
    """The ways to spell *text* anew, likeliest first; none where every word is one."""
    written = written_of(index)
    plain = _spaces_put_right(written, text)
    changes = [change for match in _WORD.finditer(plain) if (change := _change(index, written, match))]
    if not changes:
        if plain != text:
            yield Spelled(plain, likely=True)
        return
    yield _spelled(plain, changes, [0] * len(changes))
    second = [number for number, change in enumerate(changes) if len(change.meant) > 1]
    for number in second[: _WAYS - 1]:
        yield _spelled(plain, changes, [int(place == number) for place in range(len(changes))])


def _spelled(text: str, changes: Sequence[_Change], chosen: Sequence[int]) -> Spelled:
    taken = [change.meant[number][0] for change, number in zip(changes, chosen, strict=True)]
    likely = max(taken) < _LIKELY and all(map(_is_clear, changes))
    return Spelled(_changed(text, changes, chosen), likely, guessed=max(taken) >= _GUESS)


def _is_clear(change: _Change) -> bool:
    """Whether the word is too long to be another one by chance, and no other is nearly as likely."""
    (cost, _), *others = change.meant
    return change.end - change.start >= _SURELY and all(other >= cost + _CLEARLY for other, _ in others)


def _changed(text: str, changes: Sequence[_Change], chosen: Sequence[int]) -> str:
    """*text* with the words that were *chosen* for each change; a capital stays."""
    for change, number in reversed(list(zip(changes, chosen, strict=True))):
        meant = change.meant[number][1]
        text = text[: change.start] + (upper_first(meant) if text[change.start].isupper() else meant) + text[change.end :]
    return text


def _change(index: Index, written: Written, match: re.Match[str]) -> _Change | None:
    """What the word of *match* was meant to be; what stands behind an apostrophe stays. None where it is a word, or like none."""
    stem = re.split("['’]", match[0])[0]
    folded = fold(stem)
    if (
        len(folded) < _LEAST
        or not folded.isalpha()
        or _is_word(written, folded)
        or any(map(index.vocabulary.is_noise, read_words(stem)))
    ):
        return None
    if len(folded) < _LONG and any(map(index.vocabulary.meanings, read_words(stem))):
        return None  # “vurmuştu” is a word, whether it is written anywhere or not
    found = (*_meant(index, written, folded), *_asks(written, folded))
    meant = sorted((cost + _deliberate(stem, folded, word), word) for cost, word in found)
    likeliest = tuple((cost, as_typed(written, stem, folded, word)) for cost, word in meant[:_CHOICES])
    return _Change(match.start(), match.start() + len(stem), likeliest) if likeliest else None


def _deliberate(stem: str, folded: str, meant: str) -> float:
    """How unlikely it is that a letter of *stem* which only Turkish has (“kaşarı”) is one of *meant*: its key lies elsewhere."""
    if not len(stem) == len(folded) == len(meant) or sorted(folded) == sorted(meant):
        return 0.0
    return float(any(one != other and not letter.isascii() for letter, one, other in zip(stem, folded, meant, strict=True)))


def _asks(written: Written, folded: str) -> Iterator[tuple[float, str]]:
    """The words that nearly every question is made of, and its particles, that *folded* may be a slip of: a guess, for they tell nothing."""
    if len(folded) > MOST_OF_NOTHING:
        return
    for word in (*written.everywhere, *_PARTICLES):
        if (
            OSA.distance(folded, word, score_cutoff=1) == 1
            and not is_inflected(written, folded, word)
            and _unlikely(folded, word) < _GUESS
            and (len(word) > 2 or folded[0] in "im")
        ):
            yield _GUESS + _unlikely(folded, word), word


def _meant(index: Index, written: Written, folded: str) -> Iterator[tuple[float, str]]:
    """The words that *folded* may be a slip of, each with how unlikely it is: what fingers do, and how rare the word is."""
    if len(folded) < SHORTEST:
        return
    most = 2 if len(folded) >= _TWO_SLIPS else 1
    for word, slips in written.around(folded, most):
        if word == folded or is_inflected(written, folded, word) or all(map(index.vocabulary.is_noise, read_words(word))):
            continue
        if slips > 1 and (word[0] != folded[0] or written.often(word) <= _RARE):
            continue
        yield slips - 1 + _unlikely(folded, word) + 0.5 / written.often(word), word


def _unlikely(typed: str, meant: str) -> float:
    """How unlikely fingers make *typed* of *meant*: keys side by side, letters lost, doubled or swapped are likely, and rarely the first one."""
    first = 0.3 if typed[0] != meant[0] else 0.0
    wrong = wrong_key(typed, meant)
    if wrong is None:
        return first + (0.2 if len(typed) != len(meant) else 0.0)
    return first + (0.0 if wrong in BESIDE else 0.8) + (0.5 if len(typed) < _TELLING else 0.0)


def _is_word(written: Written, folded: str) -> bool:
    """Whether *folded* was meant as it stands: it is written, and is not just how somebody once typed another word."""
    often = written.often(folded)
    if often > _RARE or (often and written.is_told(folded)):
        return True
    return often > 0 and not any(
        _is_how_one_types(folded, word) and written.often(word) >= _FAR_COMMONER for word, _ in written.around(folded, 1)
    )


def _is_how_one_types(typed: str, word: str) -> bool:
    """Whether *typed* only has two letters of *word* swapped, or lacks a vowel of it: what an ending does not do."""
    if len(typed) == len(word):
        return typed != word and sorted(typed) == sorted(word)
    if len(typed) != len(word) - 1:
        return False
    place = next((number for number, letter in enumerate(typed) if letter != word[number]), len(typed))
    return word[place] in _VOWELS and 0 < place < len(typed)


def _spaces_put_right(written: Written, text: str) -> str:
    """*text* with each letter that went over a space put back: “ayn ıgün”, “Ankar aile”; both must then be words, and not both before."""
    tokens = text.split(" ")
    for place in range(len(tokens) - 1):
        first, second = tokens[place], tokens[place + 1]
        if not (first.isalpha() and second.isalpha()) or (_is_whole(written, first) and _is_whole(written, second)):
            continue
        for left, right in ((first + second[0], second[1:]), (first[:-1], first[-1] + second)):
            if left and right and _is_whole(written, left) and _is_whole(written, right):
                tokens[place : place + 2] = left, right
                break
    return " ".join(tokens)


def _is_whole(written: Written, token: str) -> bool:
    return written.often(fold(token)) > _RARE
