"""The words of an index, found again when they are misspelt, wear other suffixes, or are said with another word."""

import math
from array import array
from collections.abc import Iterable, Sequence, Set
from typing import Any, NamedTuple

import numpy as np

from mmbot.matching.phrase_keys import Numbers, WordKeys, WordPieces, form_keys, slip_keys
from mmbot.matching.phrase_likeness import NEAR, form_similarity, perhaps, slip_similarities, word_similarity
from mmbot.matching.phrase_stems import form_stems, is_form_ending
from mmbot.matching.phrase_synonyms import SYNONYMS, sense_of, senses_of
from mmbot.matching.phrase_words import FUNCTION, FUNCTION_WORDS, LIGHT, is_light, misspelt_function_word

_SLIPPED = 0.93  # how like a function word with a slip is to it; what is liker is no function word
_UNKNOWN = 0.6  # weight of a word that nothing in the index is like
_MEMORY = 4096  # words whose neighbours are remembered
_LIKELY = 0.75  # surer than this, a word is not taken for two written as one
_SPOILT = 0.7  # a word of which the likest is less like is looked up by its pieces
_HELD = 0.5  # share of the pieces of a word that a spoilt one must hold
_HOLDERS = 12
_PIECEMEAL = 0.85  # how sure a word is of which all pieces are there


Likeness = dict[int, float]  # words of a lexicon, by number, and for each a share of 1


class Near(NamedTuple):
    """What a word of a query may stand for."""

    similar: Likeness  # how similar each is
    shares: Likeness  # how much of the word each explains, where it may be several written together
    weight: float  # of the word itself: what the likeliest of them weighs
    best: float  # how similar the likeliest is, other words for it apart
    own: Set[int]  # those that are more than another word for it
    read: int  # how often all of them come in the index
    numbers: Numbers  # the words of `similar`
    worth: Numbers  # what finding each of them in a phrase tells


def _only(similar: Likeness, weight: float, read: int = 0) -> Near:
    return Near(similar, {}, weight, max(similar.values(), default=0.0), similar.keys(), read, _NONE, _NONE)


_NONE = np.zeros(0, np.int32)
_STRANGE = _only({}, 0.0)


class Lexicon:
    """A vocabulary with a number for each word, and how much each word tells, 0 to 1: the rarer, the more."""

    def __init__(self, words: Sequence[str], counts: Numbers, phrases: int) -> None:
        """Take *words*, each of which comes *counts* times in so many *phrases*."""
        self.words = words
        self.numbers = {word: number for number, word in enumerate(words)}
        self._counts = array("i", counts.astype(np.int32).tobytes())
        stems = [form_stems.__wrapped__(word) for word in words]  # past the cache: a whole index would only push the rest out
        self._keys, self._pieces = WordKeys(words, stems), WordPieces(words)
        self.weights = _weights(words, stems, counts, self._keys.forms.often(counts), phrases)
        self._senses = senses_of(stems)
        self._sense_of = {number: sense for sense, numbers in self._senses.items() for number in numbers}
        self._synonyms: dict[str, Likeness] = {}
        self._remembered: dict[str, Near] = {}
        self._plain: dict[str, Near] = {}

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_remembered": {}, "_plain": {}, "_synonyms": {}}

    def near(self, words: Sequence[str]) -> list[Near]:
        """For each of *words* the known words that it may stand for."""
        remembered = self._remembered
        if len(remembered) > _MEMORY:
            remembered.clear()
        strange = []
        for word in words:
            if word not in remembered:
                number = self.numbers.get(word, -1)
                if number >= 0:
                    remembered[word] = self._known(word, number)
                else:
                    strange.append(word)
        if strange:
            remembered.update(zip(strange, map(self._near, strange, self._slips(strange)), strict=True))
        return [remembered[word] for word in words]

    def plain(self, words: Sequence[str]) -> list[Near]:
        """The same, quickly: a known word stands for nothing but itself, and what a strange one stands for is left open."""
        numbers, plain = self.numbers, self._plain
        if len(plain) > _MEMORY:
            plain.clear()
        for word in words:
            if word not in plain:
                number = numbers.get(word, -1)
                plain[word] = _STRANGE if number < 0 else _only({number: 1.0}, self.weights[number], self._counts[number])
        return [plain[word] for word in words]

    def among(self, words: Sequence[str], numbers: Sequence[int]) -> list[Near]:
        """What strange *words* may stand for, if each is one of the words *numbers*."""
        likely = perhaps(words, numbers, self.words)
        return [self._among(word, some) for word, some in zip(words, likely, strict=True)]

    def _among(self, word: str, numbers: Sequence[int]) -> Near:
        likely = numbers if word[0] >= "a" else ()  # a number is no slip of another
        likeness = {number: word_similarity(word, self.words[number]) for number in likely}
        similar = {number: similarity for number, similarity in likeness.items() if similarity >= NEAR}
        function = misspelt_function_word(word) if max(similar.values(), default=0.0) < _SLIPPED else ""
        if function in self.numbers:
            similar[self.numbers[function]] = _SLIPPED
        if not similar:
            return _STRANGE
        likeliest = max(similar, key=similar.__getitem__)
        return _only(similar, self.weights[likeliest])

    def mended(self, words: Sequence[str]) -> list[str]:
        """*words* with spaces where they belong: strange words split into two known ones, or joined to their neighbour."""
        known = self.numbers
        strange = [word for word in words if word not in known]
        if not strange:
            return list(words)
        found = dict(zip(strange, self.near(strange), strict=True))
        mended: list[str] = []
        for word in words:
            near = found.get(word)
            if not near or (near.best >= _LIKELY and not near.shares):
                mended.append(word)
            elif mended and mended[-1] + word in known and not (mended[-1] in known and len(word) > 2):
                mended[-1] += word
            else:
                mended += self._split(word)
        return mended

    def _split(self, word: str) -> list[str]:
        known = self.numbers
        for cut in range(len(word) - 2, 1, -1):
            if word[:cut] in known and word[cut:] in known and not is_form_ending(word[cut:]):
                return [word[:cut], word[cut:]]
        return [word]

    def _near(self, word: str, similar: Likeness) -> Near:
        """What a strange *word* may stand for besides the words *similar* to it: a function word, words written together, other words for it."""
        best = max(similar.values(), default=0.0)
        function = misspelt_function_word(word) if best < _SLIPPED else ""
        if function:
            best = similar[self.numbers.get(function, -1)] = _SLIPPED
        shares: Likeness = {}
        if len(word) > 3 and best < _SPOILT and word[0] >= "a":
            for number, held, share in self._pieces.like(word, _HELD, _HOLDERS):
                if held * _PIECEMEAL > similar.get(number, 0.0):
                    similar[number], shares[number] = held * _PIECEMEAL, share
        likeliest = max(similar, key=similar.__getitem__, default=-1)
        weight = self.weights[likeliest] if likeliest >= 0 else _unknown_weight(function or word)
        if shares:  # what little it holds of a common word does not make it one
            weight = max(weight, _UNKNOWN)
        similar.pop(-1, None)  # a function word that no phrase has
        return self._made(self._meant(sense_of(form_stems(word))), similar, shares, weight, best)

    def _made(self, others: Likeness, similar: Likeness, shares: Likeness, weight: float, best: float) -> Near:
        """The words *similar* to one, and *others* that mean the same, with what may be reckoned beforehand."""
        own = similar.keys()
        if others:
            similar = others | similar
            for number in others.keys() & own:
                similar[number] = max(similar[number], others[number])
        numbers = np.fromiter(similar, np.int32, len(similar))
        worth = np.fromiter(similar.values(), np.float64, len(similar))
        worth *= worth
        worth *= weight
        if shares:
            worth *= [shares.get(number) or 1.0 for number in similar]
        return Near(similar, shares, weight, best, own, sum(map(self._counts.__getitem__, similar)), numbers, worth)

    def _slips(self, strange: Sequence[str]) -> list[Likeness]:
        keys = [form_keys(form_stems(word)) for word in strange]
        slips = [slip_keys(word) if word[0] >= "a" else [] for word in strange]  # a number is no slip of another
        owners = iter(self._keys.owners([key for form, slip in zip(keys, slips, strict=True) for key in (*form, *slip)]))
        found = []
        for word, form, slip in zip(strange, keys, slips, strict=True):
            stems = form_stems(word)
            shared = zip(map(len, (*stems, stems[0])), [next(owners) for _ in form], strict=False)
            similar = self._forms(word, len(stems[0]), shared)
            others = {number for _ in slip for number in next(owners)}.difference(similar)
            for number, likeness in zip(others, slip_similarities(word, [self.words[number] for number in others]), strict=True):
                if likeness >= NEAR:
                    similar[number] = likeness
            found.append(similar)
        return found

    def _known(self, word: str, number: int) -> Near:
        """What a *word* of the index, with its *number*, may stand for: itself, its forms, other words for it."""
        weight = self.weights[number]
        if word in FUNCTION_WORDS or word[0] < "a":
            others, likeness = np.array([number], np.int32), np.ones(1)
        else:
            others, letters = self._keys.forms.of(number)
            likeness = _FORMS[letters]
        similar = dict(zip(others.tolist(), likeness.tolist(), strict=True))
        sense = self._sense_of.get(number, "")
        if sense:
            return self._made(self._meant(sense), similar, {}, weight, 1.0)
        read = sum(map(self._counts.__getitem__, similar))
        return Near(similar, {}, weight, 1.0, similar.keys(), read, others, likeness * likeness * weight)

    def _forms(self, word: str, longest: int, shared: Iterable[tuple[int, list[int]]]) -> Likeness:
        """Those of the words that share stems of so many letters with *word*, whose own stem has the *longest*."""
        if word in FUNCTION_WORDS or word[0] < "a":
            return {}
        words, beginning, similar = self.words, word[:2], dict[int, float]()
        for letters, numbers in shared:
            whole = form_similarity(letters, whole=True)
            form = whole if letters == longest else form_similarity(letters, whole=False)
            for number in numbers:
                if number not in similar:
                    other = words[number]
                    if other[:2] == beginning:  # else it has the same key by chance
                        similar[number] = whole if len(other) == letters else form
        return similar

    def _meant(self, sense: str) -> Likeness:
        """The words that mean what the stem *sense* means, and how nearly."""
        if sense and sense not in self._synonyms:
            senses = self._senses
            self._synonyms[sense] = {
                number: likeness for stem, likeness in SYNONYMS[sense].items() if stem in senses for number in senses[stem]
            }
        return self._synonyms[sense] if sense else {}


# How like two words are that share a stem of so many letters, as `Forms.of` tells it; less than 0 count from the end.
_FORMS = np.array([1.0, *[form_similarity(abs(n), whole=n > 0) for n in (*range(1, 128), *range(-128, 0))]])


def _weights(
    words: Sequence[str], stems: Sequence[Sequence[str]], counts: Numbers, others: Numbers, phrases: int
) -> "array[float]":
    """The rarer, the more: a word that comes *counts* times, and its other forms *others* times. “Öğrenirim” is rare, its verb is not."""
    functions = [number for number, word in enumerate(words) if word in FUNCTION_WORDS]
    others[functions] = 0  # each of them asks something else
    weights = np.log(1 + phrases / np.maximum(counts + others, 1)) / math.log(2 + phrases)
    light = [number for number, (word, some) in enumerate(zip(words, stems, strict=True)) if is_light(word, some)]
    weights[functions] *= FUNCTION
    weights[light] *= LIGHT
    return array("f", weights.astype(np.float32).tobytes())


def _unknown_weight(word: str) -> float:
    """A word that nothing in the index is like may be a name, but may be a slip or small talk as well."""
    if word in FUNCTION_WORDS:
        return FUNCTION / 2
    return _UNKNOWN if len(word) > 1 else _UNKNOWN / 2
