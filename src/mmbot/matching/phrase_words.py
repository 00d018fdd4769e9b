"""Cut phrases into the words that are compared, many phrases at once."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from mmbot.matching.phrase_stems import hardened, is_form_ending
from mmbot.turkish import fold, is_suffix, split_words

_MARK = "\u02bc"  # an apostrophe that nobody types; survives folding; stands between texts that are folded in one go
_BATCH = 4096
FUNCTION = 0.4  # what a function word weighs beside another word as rare
_TAIL = re.compile(r"(?<=[a-z]{4})[^a-z0-9 ][a-z]{1,5}\b")  # behind an apostrophe, even where a slip spoilt the suffix
_NUMBER = re.compile(r"(^[0-9]{2,}|[0-9]{3,})(?![0-9])")  # what is written on to it, by habit or slip, is another word

# Words that nearly every question may hold. They tell two phrases apart only when nothing else does.
FUNCTION_WORDS = frozenset(
    """
    abi acaba ait ama arkadaslar ancak arasinda ayni bana bazi ben beni benim bile bilen bilgi bir biraz biri biz bize bizim bu buna bunda bundan
    bunlar bunu bunun cok cunku da daha dahi de defa degil diye en fakat falan gibi gore hakkinda halen hangi hangileri hangisi
    hani hem hep hepsi her hic hocam icin iken ile ilgili kanka ise iste kac kactir kadar kendi ki kim kimdi kimdir kime kimin kimler
    kimlerdir lutfen ma madem merhaba mrb mi midir misin misiniz miydi mu mudur muydu nasil nasildir ne neden nedeni nedir neler nelerdir
    nerde nerdedir nerden nere nerede nerededir nereden nereli nerenin neresi nereye neye neyi nicin niye o olan olarak oldu
    oldugu olmak olur onlar onu onun orada oysa pardon peki sadece sana selam slm sen seni senin sey siz size sizin sonra soyle soyler soyleyin suna
    sunu tarafindan uzere ve veya veyahut ya yahut yani yapilir yapmak yine yoksa zaten tesekkurler
    """.split()  # noqa: SIM905  so many words read better as text
)

LIGHT = 0.5  # what a word weighs beside another as rare that says only that something is done or wished
_LIGHT_STEMS = frozenset(
    map(
        hardened,
        """
        yap yapil edebil edil ediyor etmek gereki gerek lazim mumkun istiyor bulunu gercekles gerceklest almak alabil
        """.split(),  # noqa: SIM905  the same
    )
)
_AUXILIARY = re.compile(
    "e(?:d(?:er|iyor|il|ebil|ece|en|ip)|t(?:me|ti|se|sin|mis))|ol(?:ma|ac|ur|sa|sun|up|abil|uyor|mus)|ist(?:er|edi|iyor|emi|eyen)"
    "|(?:olan(?:lar)?|eden(?:ler)?|var(?:dir|mi)?|yok(?:tur)?)$"
)


def is_light(word: str, stems: Sequence[str]) -> bool:
    """Whether *word*, which has these *stems*, says only that something is done or wished: “edersem”, “olabilir”, “lazım”.

    >>> [is_light(word, (word,)) for word in ("ettigim", "olmali", "etki", "olum")]
    [True, True, False, False]
    """
    return word not in FUNCTION_WORDS and (_AUXILIARY.match(word) is not None or not _LIGHT_STEMS.isdisjoint(stems))


# Ways to write one question word.
_SAME = {
    form: word
    for word, forms in {
        "bir": "bi",
        "ne": "nedir neydi neler nelerdir",
        "kim": "kimdir kimdi kimler kimlerdir",
        "nerede": "nerde nerededir nerdedir neresi neresidir nere",
        "nereden": "nerden",
        "neden": "nicin niye",
        "kac": "kactir kacti",
        "nasil": "nasildir",
        "hangi": "hangisi hangisidir hangileri hangileridir",
        "mi": "mu midir mudur miyim miyiz muyum muyuz misin misiniz musun musunuz",
    }.items()
    for form in forms.split()
}


_LETTERS = 4  # a shorter word may be too much else


def _without_each(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


_SLIPS: dict[str, list[str]] = {}
_FORMS = FUNCTION_WORDS | _SAME.keys()
for _word in sorted(_FORMS):
    if len(_word) >= _LETTERS:
        for _slip in _without_each(_word):
            _SLIPS.setdefault(_slip, []).append(_word)


def misspelt_function_word(word: str) -> str:
    """The function word that *word* is with one slip or an ending, in its one writing; empty if there is none.

    >>> misspelt_function_word("hngisidir"), misspelt_function_word("kalem")
    ('hangi', '')
    """
    if len(word) < _LETTERS:
        return ""
    for i in range(len(word) + 1):
        for known in _SLIPS.get(word[:i] + word[i + 1 :], ()):
            if OSA.distance(word, known) == 1:
                return _SAME.get(known, known)
    for cut in range(len(word) - 1, _LETTERS - 1, -1):  # “kimdirler”
        if word[:cut] in _FORMS and is_form_ending(word[cut:]):
            return _SAME.get(word[:cut], word[:cut])
    return ""


def phrase_words(text: str) -> list[str]:
    """The words of one phrase: folded, without the suffixes behind an apostrophe or a number.

    >>> phrase_words("TBMM'nin 1921deki İstanbul'dxa temsilcisi, 4x4, r1920yılı")
    ['tbmm', '1921', 'istanbul', 'temsilcisi', '4x4', 'r', '1920', 'yili']
    """
    return _cut(fold(text))


def words_of_each(texts: Sequence[str]) -> list[list[str]]:
    """`phrase_words` for every one of *texts*, about ten times as fast: folding has a price per call."""
    words: list[list[str]] = []
    for start in range(0, len(texts), _BATCH):
        words += _words_of_batch(texts[start : start + _BATCH])
    return words


def _words_of_batch(texts: Sequence[str]) -> list[list[str]]:
    together = f"\n{_MARK}\n".join(texts)
    folded = fold(f"{together}\n")
    pieces = f"{folded} ".split(f"{_MARK} ")
    if len(pieces) != len(texts):  # a text holds the mark itself
        return [phrase_words(text) for text in texts]
    return [_cut(piece) for piece in pieces]


def _cut(folded: str) -> list[str]:
    words = folded.split()
    if not folded.isascii() or not all(map(str.isalpha, words)):
        words = [part for word in words for part in ([word] if word.isascii() and word.isalpha() else _parts(word))]
    return [_SAME.get(word, word) for word in words]


def _parts(word: str) -> list[str]:
    """The words in one that holds digits or apostrophes."""
    return [part for bare in split_words(_TAIL.sub("", word)) for part in _parted(bare)]


def _parted(word: str) -> list[str]:
    """Part a number from what is written on to it: a suffix goes, a word stays."""
    if word.isalpha() or word.isdigit():
        return [word]
    before, *rest = _NUMBER.split(word)
    if not rest:
        return [word]
    number, after = rest[0], "".join(rest[1:])
    return [part for part in (before, number, "" if len(after) < 4 or is_suffix(after) else after) if part]
