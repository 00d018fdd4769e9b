"""Mend a mistyped question by the questions that are written down, and by their words.

A slip in a word that only this question has – or a space in the wrong place – leaves nothing to look up. Among the written
questions the one that was meant can still be found, and where every difference to it is a slip of the finger, it was meant.
What is likely to be asked gives the words that those which occur nowhere were meant to be; other words are spelled anew in `respelling`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Set
from difflib import SequenceMatcher
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from mmbot.matching.index import Index
from mmbot.matching.lexicon import BESIDE, wrong_key
from mmbot.matching.words import read_words
from mmbot.matching.worked_out import WorkedOut
from mmbot.model import Fact
from mmbot.turkish import fold, is_suffix, lower, upper_first

LOOKED_AT = 3  # written questions that are compared
MOST_SLIPS = 4  # in the whole question
SHARE = 0.12  # of its letters
SHORTEST = 4  # letters of a word that is respelled
_TWO_SLIPS = 7  # letters of a word that two slips may have spoilt, where it is one of few
_LEAST = 3  # letters of a word that is respelled by one of few
# Letters of a word that may stand for one which tells nothing: a longer one might have told something (“kjarısı”).
MOST_OF_NOTHING = 5
_EVERYWHERE = 120  # words that nearly every question is made of
STEM = 4  # letters that forms of one word have in common

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
_PLACES = 1 << 16  # more than a fact has questions


def mended(index: Index, text: str) -> str | None:
    """The written question that *text* is, but for slips of the finger; None where it is another one, or the same."""
    written, typed = written_of(index), fold(text).split()
    for number, place in written.likest(text):
        question = index.fact(number).fact.questions[place]
        words = fold(question).split()
        if typed != words and written.only_slips(typed, words):
            return question
    return None


def _each_word(text: str, respelled_: Callable[[str], str | None]) -> str | None:
    """*text* with the stem of each word as it is *respelled_*, its capital and what stands behind an apostrophe kept; None where all stay."""

    def one(match: re.Match[str]) -> str:
        stem, apostrophe, tail = match[0].partition("'") if "'" in match[0] else match[0].partition("’")
        meant = respelled_(stem)
        return match[0] if meant is None else (upper_first(meant) if stem[0].isupper() else meant) + apostrophe + tail

    spelled = _WORD.sub(one, text)
    return None if spelled == text else spelled


def is_unwritten(index: Index, folded: str) -> bool:
    """Whether the *folded* word is written nowhere."""
    return not written_of(index).has(folded)


def respelled_by(index: Index, text: str, fact: Fact) -> str | None:
    """*text* with each word that occurs nowhere replaced by the word of *fact*, or of nearly every question, that it was meant to be.

    So few words may lie two slips away, and be short: “zmna”, “ldü”, “Mohwros”. None where no word is replaced.
    """
    written = written_of(index)
    near = _words_of(index, fact) | written.everywhere
    return _each_word(text, lambda stem: _respelled_by(index, written, near, stem, fold(stem)))


def _words_of(index: Index, fact: Fact) -> frozenset[str]:
    return frozenset(fold(" ".join((*fact.questions, fact.says, fact.says_en, *index.entries[fact.entry].names))).split())


def _respelled_by(index: Index, written: "Written", words: Set[str], stem: str, folded: str) -> str | None:
    if len(folded) < _LEAST or written.has(folded) or not folded.isalpha() or any(map(index.vocabulary.is_noise, read_words(stem))):
        return None
    slips = 2 if len(folded) >= _TWO_SLIPS else 1
    near = [
        (distance, abs(len(word) - len(folded)), -written.often(word), word)
        for word, distance, _ in process.extract(folded, words, scorer=OSA.distance, score_cutoff=slips, limit=None)
        if word.isalpha()
        and _is_likely_slip(folded, word, distance)
        and (len(folded) <= MOST_OF_NOTHING or not all(map(index.vocabulary.is_noise, read_words(word))))
    ]
    return as_typed(written, stem, folded, min(near)[3]) if near else None


def _is_likely_slip(typed: str, meant: str, distance: float) -> bool:
    """Whether a finger makes *typed* of *meant*: it hits a key beside the right one, leaves one out, doubles or swaps; elsewhere it is another word."""
    if distance > 1:
        return typed[0] == meant[0]
    wrong = wrong_key(typed, meant)
    return wrong is None or wrong in BESIDE


def as_typed(written: "Written", stem: str, folded: str, meant: str) -> str:
    """*meant* as it is spelt; with the letters of *stem*, where two of them have only changed places: “ödlü” is öldü, and no oldu."""
    differing = [place for place, (one, other) in enumerate(zip(folded, meant, strict=False)) if one != other]
    if len(folded) != len(stem) or sorted(folded) != sorted(meant) or len(differing) != 2:
        return written.spelt(meant)
    letters = list(stem)
    first, second = differing
    letters[first], letters[second] = letters[second], letters[first]
    return "".join(letters)


class Written:
    """The written questions of one index, and every word in them."""

    def __init__(self, index: Index) -> None:
        from mmbot.matching.phrases import PhraseIndex  # noqa: PLC0415  numpy takes longer to import than an answer to find

        facts = [fact for entry in index.entries.values() for fact in entry.facts]
        questions: dict[str, int] = {}
        for number, fact in enumerate(facts):
            for place, question in enumerate(fact.questions):
                questions.setdefault(question, number * _PLACES + place)
        self._phrases = PhraseIndex.build((number, question) for question, number in questions.items())
        told = [text for fact in facts for text in (fact.says, fact.says_en)]
        told += [name for entry in index.entries.values() for name in entry.names]
        self._told = frozenset(fold("\n".join(told)).split())  # at once, for what is folded one by one would stay in memory
        everything = "\n".join((*told, *(text for fact in facts for text in fact.questions)))
        self._words = Counter(fold(everything).split())
        often: dict[str, str] = {
            fold(spelt): spelt for spelt, _ in reversed(Counter(_LETTERS.findall(lower(everything))).most_common())
        }
        self._spelt = {folded: spelt for folded, spelt in often.items() if folded != spelt}
        self._of_length: dict[int, list[str]] = {}
        for word in sorted(self._words):
            if len(word) >= SHORTEST and word.isalpha():
                self._of_length.setdefault(len(word), []).append(word)

    def has(self, word: str) -> bool:
        """Whether *word* is written anywhere."""
        return word in self._words

    def often(self, word: str) -> int:
        """How often *word* is written."""
        return self._words[word]

    @cached_property
    def everywhere(self) -> frozenset[str]:
        """The words that are written most often: most of them ask."""
        return frozenset(word for word, _ in self._words.most_common(_EVERYWHERE))

    def spelt(self, word: str) -> str:
        """The folded *word* with the letters that it is spelt with most often."""
        return self._spelt.get(word, word)

    def is_told(self, word: str) -> bool:
        """Whether *word* stands in what is told, or in a name: there it is spelt right."""
        return word in self._told

    def around(self, folded: str, slips: int) -> Iterator[tuple[str, int]]:
        """The words at most *slips* away from *folded*, each with how far."""
        for length in range(len(folded) - slips, len(folded) + slips + 1):
            words = self._of_length.get(length, [])
            for word, distance, _ in process.extract(folded, words, scorer=OSA.distance, score_cutoff=slips, limit=None):
                yield word, int(distance)

    def likest(self, text: str) -> Iterator[tuple[int, int]]:
        """The questions that are most like *text*: the number of the fact, and the place among its questions."""
        for hit in self._phrases.search(text, LOOKED_AT):
            yield divmod(int(str(hit.id)), _PLACES)

    def only_slips(self, typed: list[str], words: list[str]) -> bool:
        """Whether what is *typed* stands for *words* but for slips of the finger."""
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


written_of = WorkedOut("written", Written)


def is_inflected(written: Written, typed: str, word: str) -> bool:
    """Whether both are one stem, itself a word, with an ending: then nothing slipped (kalemle is not kaleme)."""
    stem = next(
        (place for place, (one, other) in enumerate(zip(typed, word, strict=False)) if one != other), min(len(typed), len(word))
    )
    if stem < STEM or not all(not end or is_suffix(end) for end in (typed[stem:], word[stem:])):
        return False
    return any(written.has(typed[:length]) for length in range(STEM, stem + 1))


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
