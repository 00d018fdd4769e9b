"""Mend a mistyped question by the questions that are written down, and by their words.

A slip in a word that only this question has – or a space in the wrong place – leaves nothing to look up. Among thirteen thousand written
questions the one that was meant can still be found, and where every difference to it is a slip of the finger, it was meant.
Otherwise each word that occurs nowhere is taken for the one that is a slip away from it: a guess, so the answer to it must be sure.
"""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from weakref import WeakKeyDictionary

from rapidfuzz import process
from rapidfuzz.distance import OSA

from mmbot.matching.index import Index
from mmbot.matching.words import read_words
from mmbot.turkish import fold, is_suffix, upper_first

LOOKED_AT = 3  # written questions that are compared
MOST_SLIPS = 4  # in the whole question
SHARE = 0.12  # of its letters
SHORTEST = 4  # letters of a word that is respelled
STEM = 4  # letters that forms of one word have in common

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_prepared: "WeakKeyDictionary[Index, _Written]" = WeakKeyDictionary()  # an index is replaced whole, and this with it


def mended(index: Index, text: str) -> str | None:
    """The written question that *text* is, but for slips of the finger; None where it is another one, or the same."""
    return _written(index).meant(text)


def respelled(index: Index, text: str) -> str | None:
    """*text* with each word that occurs nowhere replaced by the word a slip away from it; None where there is none."""
    written = _written(index)
    spelled = _WORD.sub(lambda match: written.respelled(match[0]), text)
    return None if spelled == text else spelled


def _written(index: Index) -> "_Written":
    written = _prepared.get(index)
    if written is None:
        written = _prepared[index] = _Written(index)
    return written


class _Written:
    """The written questions of one index, and every word in them."""

    def __init__(self, index: Index) -> None:
        from mmbot.matching.phrases import PhraseIndex  # noqa: PLC0415  numpy takes longer to import than an answer to find

        questions = dict.fromkeys(question for terms in index.facts for question in terms.fact.questions)
        self._phrases = PhraseIndex.build((question, question) for question in questions)
        texts = [text for terms in index.facts for text in (*terms.fact.questions, terms.fact.says, terms.fact.says_en)]
        texts += [name for entry in index.entries.values() for name in entry.names]
        self._meanings = index.vocabulary.meanings
        self._words = Counter(word for text in texts for word in fold(text).split())
        self._beginning: dict[tuple[str, int], list[str]] = {}  # with which letter, and how long they are
        for word in sorted(self._words):
            if _can_be_meant(index, word):
                self._beginning.setdefault((word[0], len(word)), []).append(word)

    def respelled(self, typed: str) -> str:
        """*typed*, or the word that it is one slip away from; of several, the one that is written most often."""
        stem, apostrophe, tail = typed.partition("'") if "'" in typed else typed.partition("’")
        folded = fold(stem)
        if folded in self._words or not folded.isalpha() or len(folded) < SHORTEST:
            return typed
        near = [word for word in self._near(folded) if not _inflected(folded, word)]
        if not near or any(map(self._meanings, read_words(stem))):  # “vurmuştu” is a word, whether it is written anywhere or not
            return typed
        meant = max(near, key=lambda word: (self._words[word], word))
        return (upper_first(meant) if stem[0].isupper() else meant) + apostrophe + tail

    def _near(self, folded: str) -> Iterator[str]:
        """The words a slip away from *folded*; the first letter is right, or swapped with the second."""
        for first in dict.fromkeys(folded[:2]):
            for length in (len(folded) - 1, len(folded), len(folded) + 1):
                words = self._beginning.get((first, length), [])
                for word, _, _ in process.extract(folded, words, scorer=OSA.distance, score_cutoff=1, limit=None):
                    if first == folded[0] or word[:2] == folded[1::-1]:
                        yield word

    def meant(self, text: str) -> str | None:
        typed = fold(text).split()
        for hit in self._phrases.search(text, LOOKED_AT):
            words = fold(str(hit.id)).split()
            if typed != words and self._only_slips(typed, words):
                return str(hit.id)
        return None

    def _only_slips(self, typed: list[str], words: list[str]) -> bool:
        joined, whole = "".join(typed), "".join(words)
        allowed = min(MOST_SLIPS, int(SHARE * len(whole)))
        if _digits(typed) != _digits(words) or OSA.distance(joined, whole, score_cutoff=allowed) > allowed:
            return False
        return all(self._is_slip(one, other) for one, other in _differences(typed, words))

    def _is_slip(self, typed: list[str], words: list[str]) -> bool:
        """Whether *typed* stands for *words*. A word that is itself one, and not a form of the other, was meant as it stands."""
        one, other = "".join(typed), "".join(words)
        if OSA.distance(one, other) > _allowed(max(len(one), len(other))):
            return False
        if len(typed) == len(words) == 1:
            return one not in self._words or one[:STEM] == other[:STEM]
        return True  # a space in the wrong place


def _inflected(typed: str, word: str) -> bool:
    """Whether both are one stem with an ending: then nothing slipped (kalemle is not kaleme)."""
    stem = next(
        (place for place, (one, other) in enumerate(zip(typed, word, strict=False)) if one != other), min(len(typed), len(word))
    )
    return stem >= STEM and all(not end or is_suffix(end) for end in (typed[stem:], word[stem:]))


def _can_be_meant(index: Index, word: str) -> bool:
    """Whether a slip may be mended to *word*: not to one that says nothing, for then the mended word would simply be left out."""
    return len(word) >= SHORTEST and word.isalpha() and not any(map(index.vocabulary.is_noise, read_words(word)))


def _differences(typed: list[str], words: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Where the two differ: word by word where they are as many, else all of the place at once."""
    for kind, begin, end, start, stop in SequenceMatcher(None, typed, words, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if end - begin == stop - start:
            yield from (([one], [other]) for one, other in zip(typed[begin:end], words[start:stop], strict=True) if one != other)
        else:
            yield typed[begin:end], words[start:stop]


def _allowed(length: int) -> int:
    return 0 if length < 3 else 1 if length < 6 else 2 if length < 12 else 3


def _digits(words: list[str]) -> list[str]:
    return [c for word in words for c in word if c.isdigit()]
