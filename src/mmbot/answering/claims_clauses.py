"""Sentences cut into clauses: what stands around one verb. A statement is held against one clause of a fact, never against all its words.

“Ali Fuat Paşa'ya göre antlaşma 16 Mart'ta imzalandı; Çiçerin … rica etti” does not say that Çiçerin signed it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mmbot.dates import TypedDate, find_dates
from mmbot.matching.words import Word, read_words

_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!…](?=\s+[\"“]?[A-ZÇĞİÖŞÜÂÎ0-9])|[\n\r]+|(?<=[^\W\d_]{2}[?!…])")
_PIECE = re.compile(r"[;:,()–]\s|\s–\s|[()]")
_TENSE = (
    r"(?:[dt][iu](?:l[ae]r)?|m[iu]s(?:l[ae]r)?|m[iu]st[iu]r?(?:l[ae]r)?|[iu]yor(?:du|l[ae]r)?|[ae]c[ae]k(?:t[iu]|l[ae]r)?|[dt][iu]r|"
    r"m[ae]l[iu](?:yd[iu])?|[ai]?[ae]r|[iu]r|m[ae]z)"
)
_FINITE = re.compile(f".{{2,}}{_TENSE}")
_NOUN_IN_TI = re.compile(r".*[aeiu]t[iu]")  # behind a vowel the past tense has a d: “hükümeti” is no verb
_PARTICIPLE = re.compile(r".{2,}y?[ae]n")
_ABLATIVE = re.compile(r".+[dt][ae]n")
_NO_NAME = 9  # letters from which on a word written large can be a verb: “Bolşevikleştirildi”, “Vekilidir”
_NO_PARTICIPLES = frozenset({
    "guven", "zaman", "neden", "duzen", "vatan", "meydan", "plan", "sultan", "uzman", "komutan", "bakan", "yeniden", "hemen",
    "tamamen", "resmen", "fiilen", "zaten", "yakindan", "mahzen", "insan", "divan", "roman", "duman", "liman", "ferman",
    "dusman", "alan", "yaban", "ruzgaren", "toren", "isyan", "beyan", "baskan", "heyecan", "yalan", "destan", "orman", "tavan",
    "kazan", "ekran", "aynen", "ismen", "madden", "manen", "esasen", "gecen", "ilan", "bazen", "erken", "derken",
})  # fmt: skip
# A verb that is no end of a sentence: what stands before it may belong to it and not to the verb at the end.
_UNFINISHED = re.compile(
    r".{2,}(?:[dt][iu]g[iu]\w{0,6}|y?[ae]c[ae]g[iu]\w{0,6}|y?[ae]r[ae]k|y?[iu]p|(?<!s)y?[iu]nc[ae]|[dt][iu]kt[ae]n|y?ken|(?<!na)m[ae]s[iu]\w{0,5}|m[ae]d[ae]n)"
)
# Nouns that only look like such a verb: “mektup” is no converb, and “ticaret anlaşması” no verbal noun.
_NOUNS = frozenset({
    "olarak",
    "mektup",
    "grup",
    "sahip",
    "katip",
    "galip",
    "rakip",
    "garip",
    "gerek",
    "durak",
    "tarak",
    "bayrak",
    "toprak",
    "ortak",
    "yaprak",
})
_NOUN_IN_MASI = re.compile(r"(?:antlas|anlas|calis|acikla|gorus|yazis|catis|konus)m[ae]s[iu]\w{0,5}")
_GOING_ON = re.compile(r".{2,}(?:y?[ae]r[ae]k|(?<=[^aeiu])[iu]p|y[iu]p)")
_TIMES = frozenset({"kez", "kere", "defa", "gun", "ay", "yil", "hafta", "saat"})
_NUMBERS = {
    "bir": 1, "iki": 2, "uc": 3, "dort": 4, "bes": 5, "alti": 6, "yedi": 7, "sekiz": 8, "dokuz": 9, "on": 10, "yirmi": 20,
    "otuz": 30, "kirk": 40, "elli": 50, "altmis": 60, "yetmis": 70, "seksen": 80, "doksan": 90, "yuz": 100, "bin": 1_000,
    "milyon": 1_000_000, "milyar": 1_000_000_000,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and the places of its words."""

    typed: TypedDate
    places: frozenset[int]


@dataclass(frozen=True, slots=True)
class Counted:
    """A number, the places of its words, and the place of the word behind it: what is counted."""

    value: float
    places: frozenset[int]
    unit: int


@dataclass(frozen=True, slots=True)
class Clause:
    """The words around one verb, which is the last of them; their places count within the sentence.

    *follows*: the first words belong to the clause before as well, whose subject goes on.
    """

    words: tuple[Word, ...]
    dates: tuple[Dated, ...]
    numbers: tuple[Counted, ...]
    follows: bool = False

    @property
    def values(self) -> frozenset[int]:
        """The places of its dates and numbers."""
        dates = frozenset(place for dated in self.dates for place in dated.places)
        return dates.union(*(counted.places for counted in self.numbers))

    @property
    def verb(self) -> Word:
        """The word that says what happened."""
        return self.words[-1]

    def unfinished_after(self, place: int) -> bool:
        """Whether another verb stands between *place* and the end, to which the word there may belong."""
        return any(word.place > place and is_unfinished(word) for word in self.words[:-1])


def sentences(text: str) -> list[str]:
    """*text* cut into sentences; “8. madde”, “Dr. Nazım” and “16.03.1921” stay whole.

    >>> sentences("Kars Antlaşması'nın 8. maddesi kaldırıldı. Dr. Nazım öldü")
    ["Kars Antlaşması'nın 8. maddesi kaldırıldı", 'Dr. Nazım öldü']
    """
    return [part.strip(" \t-•") for part in _SENTENCE_END.split(text) if part.strip(" \t-•.")]


def clauses(sentence: str, *, participles: bool = False, shared: bool = True) -> list[Clause]:
    """The clauses of *sentence*; with *participles* also what ends in one (“… imzalanan ve …” of a definition).

    A part before a semicolon without a verb of its own is ended by the next verb (“A adına B; C adına D imzaladı”) where
    verbs are *shared*; else it is part of the next clause.
    """
    words = _with_capitals(read_words(sentence))
    ends = _ends(sentence, words, participles=participles)
    found: list[Clause] = []
    start, goes_on = 0, True
    waiting: list[tuple[Word, ...]] = []
    for number, word in enumerate(words):
        if number not in ends and number != len(words) - 1:
            continue
        part = tuple(words[start : number + 1])
        start = number + 1
        if not _is_end(word, participles=participles) and number != len(words) - 1:
            waiting.append(part)
            continue
        if not shared:
            part = (*(before for other in waiting for before in other), *part)
        found += [clause_of((*other, word)) for other in waiting if shared]
        found.append(replace(clause_of(part), follows=bool(found) and not waiting and goes_on))
        goes_on = (
            ends.get(number) == "ve"
        )  # behind a comma the subject may be another: “Stalin onu saf dışı bıraktı, 1929'da geldi”
        waiting = []
    return found


def _with_capitals(words: list[Word]) -> list[Word]:
    """*words* as they were written: of a question in which nearly all are large that is not told, of a sentence with a small verb it is."""
    if not words or words[-1].typed[:1].isupper():
        return words
    return [word._replace(capital=word.typed[:1].isupper()) for word in words]


def _ends(sentence: str, words: Sequence[Word], *, participles: bool) -> dict[int, str]:
    """The numbers of the words behind which a clause can end, with the mark there: semicolons, and verbs before a comma or “ve”."""
    found: dict[int, str] = {}
    count = 0
    for part in re.split(r"([;,:]\s|\sve\s|\sama\s|\sfakat\s)", sentence):
        mark = part.strip()
        if mark in {";", ":"}:
            found[count - 1] = mark
        elif mark in {",", "ve", "ama", "fakat"}:
            if count and _is_end(words[count - 1], participles=participles):
                found[count - 1] = mark
            count += mark != ","
        else:
            count += len(read_words(part))
    return {number: mark for number, mark in found.items() if 0 <= number < len(words)}


def _is_end(word: Word, *, participles: bool) -> bool:
    return is_finite(word) or (participles and is_participle(word))


def is_finite(word: Word) -> bool:
    """Whether *word* looks like the verb of a sentence."""
    if word.tail or (word.capital and len(word.folded) < _NO_NAME):
        return False
    return _FINITE.fullmatch(word.folded) is not None and not _NOUN_IN_TI.fullmatch(word.folded)


def is_participle(word: Word) -> bool:
    """Whether *word* looks like “imzalanan”."""
    plain = not word.tail and not word.capital
    looks_so = _PARTICIPLE.fullmatch(word.folded) is not None and not _ABLATIVE.fullmatch(word.folded)
    return plain and looks_so and word.folded not in _NO_PARTICIPLES


def is_unfinished(word: Word) -> bool:
    """Whether *word* looks like a participle or converb, which can have words of its own."""
    if word.tail or word.capital or word.folded in _NOUNS or _NOUN_IN_MASI.fullmatch(word.folded):
        return False
    return _UNFINISHED.fullmatch(word.folded) is not None or is_participle(word)


def is_going_on(word: Word) -> bool:
    """Whether *word* is a converb that tells what the subject did besides: “sunarak”, “dönüp”."""
    return not word.tail and not word.capital and _GOING_ON.fullmatch(word.folded) is not None


def clause_of(words: Sequence[Word]) -> Clause:
    """*words* with the dates and numbers among them."""
    dates = tuple(_dates(words))
    dated = frozenset(place for date in dates for place in date.places)
    return Clause(tuple(words), dates, tuple(_numbers([word for word in words if word.place not in dated])))


def _dates(words: Sequence[Word]) -> Iterator[Dated]:
    text, starts = "", []
    for word in words:
        starts.append((len(text), word.place))
        text += word.folded + " "
    for typed in find_dates(text):
        yield Dated(typed, frozenset(place for start, place in starts if typed.start <= start < typed.end))


def _numbers(words: Sequence[Word]) -> Iterator[Counted]:
    value: float = 0.0
    places: list[int] = []
    for word in words:
        number = float(word.folded) if word.folded.isdigit() else _NUMBERS.get(word.folded)
        once = word.folded == "bir" and not places
        if number is not None and not word.capital and (not once or _follows(words, word) in _TIMES):
            value = _added(value, number) if places else number
            places.append(word.place)
        elif places:
            yield Counted(value, frozenset(places), word.place)
            value, places = 0.0, []


def _follows(words: Sequence[Word], word: Word) -> str:
    return next((other.folded for other in words if other.place == word.place + 1), "")


def _added(value: float, number: float) -> float:
    """“on” “beş” is 15, “beş” “milyon” is 5,000,000."""
    return value * number if number > value else value + number
