"""The Turkish alphabet, the form in which words are compared, and the suffixes that words wear.

Everything that changes the case of a text or looks at word endings lives here. Standard library only.
"""

import functools
import re
import unicodedata

_LOWER = str.maketrans("Iİ", "ıi")
_ASCII = str.maketrans("çğıöşüâîûêôáéíóúèëäñ", "cgiosuaiueoaeioueean")
_APOSTROPHES = "'’‘`´ʼ＇"  # noqa: RUF001  what keyboards and books really use
_JOINERS = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")  # soft hyphen, zero width, direction marks
_NO_LETTERS = re.compile(r"[^a-z0-9" + _APOSTROPHES + "]+")
_WORD = re.compile(r"[a-z0-9]+(?:[" + _APOSTROPHES + r"][a-z0-9]+)*")
_VOWELS = "aeiou"


def lower(text: str) -> str:
    """Lower-case *text* the Turkish way: ``I`` becomes ``ı`` and ``İ`` becomes ``i``.

    >>> lower("ISPARTA İSTANBUL")
    'ısparta istanbul'
    """
    return unicodedata.normalize("NFC", text).translate(_LOWER).lower()


def upper_first(text: str) -> str:
    """Write the first letter of *text* large, for a sentence that begins with it.

    >>> upper_first("imza")
    'İmza'
    """
    return text[:1].replace("i", "İ").replace("ı", "I").upper() + text[1:]


def fold(text: str) -> str:
    """Reduce *text* to the form in which two spellings of a name are equal.

    People type without Turkish letters, so those letters become ASCII; punctuation, symbols and invisible
    characters become spaces. Use the result for comparing only; never show it to anyone.

    >>> fold("Kâzım KARABEKİR")
    'kazim karabekir'
    """
    return _folded_word(text) if len(text) <= _LONGEST_WORD else _folded(text)


_LONGEST_WORD = 40  # characters; what people write in whole sentences is not held in memory


@functools.lru_cache(maxsize=16384)
def _folded_word(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFC", text).translate(_LOWER).lower().translate(_ASCII)
    if not text.isascii():
        # Compatibility forms once the dotted İ is gone: full-width letters, ligatures, superscripts.
        text = unicodedata.normalize("NFKD", _JOINERS.sub("", text))
        text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(_NO_LETTERS.sub(" ", text).split())


# What can stand behind a noun, in folded letters: derivation, plural, possessive, case, -ki, copula, in this order.
_POSSESSIVE = "[iu]m[iu]z|[iu]n[iu]z|[iu]?m|[iu]?n|s?[iu]"
_CASE = "y?[iu]|n[iu]|n?[iu]n|[yn]?[ae]|n?[dt][ae]n?|y?l[ae]|n?c[ae]"
_COPULA = "y?ken|[dt][iu]r(?:l[ae]r)?|y?[dt][iu](?:l[ae]r)?|y?m[iu]s(?:t[iu])?"
_NOUN = (
    f"(?:l[iu][kg]|c[iu](?:l[iu][kg])?|l[iu]|s[iu]z)?(?:l[ae]r)?(?:{_POSSESSIVE})?(?:{_CASE})?"
    f"(?:ki(?:l[ae]r)?(?:n?[iu]n|n?[iu]|n?[dt][ae]n?|n?[ae]|y?l[ae])?)?(?:{_COPULA})?"
)
# What can stand behind a verb stem: -la-, voice, negation, then a tense, participle or verbal noun that nouns can follow.
_VERB = (
    "(?:l[ae])?(?:[iu]?[lns]|t|[dt][iu]r)*(?:m[ae])?"
    "(?:[dt][iu]|m[iu]s|[iu]?yor|y?[ae]c[ae][kg]|y?[ae]n|y?[ae]r[ae]k|[aeiu]?r|m[ae]z|[dt][iu][kg]|m[ae]k?|y?[iu]p|y?[iu]s|s[ae])"
)
_NOUN_CHAIN = re.compile(_NOUN)
_VERB_CHAIN = re.compile(f"{_VERB}{_NOUN}(?:l[ae]r|k|m|n|n[iu]z)?")
_ANY_CHAIN = re.compile(f"{_NOUN}|{_VERB}{_NOUN}(?:l[ae]r|k|m|n|n[iu]z)?")
_SOFTENED = {"b": "p", "c": "c", "d": "t", "g": "k"}


@functools.lru_cache(maxsize=16384)
def is_suffix(tail: str) -> bool:
    """Whether *tail* (folded) can be a chain of noun suffixes, as written behind an apostrophe.

    >>> is_suffix("nin"), is_suffix("dekiler"), is_suffix("an")
    (True, True, False)
    """
    return 0 < len(tail) <= 12 and _NOUN_CHAIN.fullmatch(tail) is not None


@functools.lru_cache(maxsize=16384)
def is_ending(tail: str) -> bool:
    """Whether *tail* (folded) can stand behind a noun or a verb stem; the empty tail can.

    >>> is_ending("lanmisti"), is_ending("grad")
    (True, False)
    """
    return not tail or (len(tail) <= 14 and _ANY_CHAIN.fullmatch(tail) is not None)


@functools.lru_cache(maxsize=16384)
def is_verb_ending(tail: str) -> bool:
    """Whether *tail* (folded) is what stands behind a verb stem.

    >>> is_verb_ending("mistir"), is_verb_ending("lik")
    (True, False)
    """
    return len(tail) <= 14 and _VERB_CHAIN.fullmatch(tail) is not None


def split_words(text: str) -> list[str]:
    """Fold *text* and cut it into words, suffixes behind an apostrophe removed.

    >>> split_words("Kars'ın 1921'deki durumu; Kur'an")
    ['kars', '1921', 'durumu', 'kuran']
    """
    return [_without_tail(word) for word in _WORD.findall(fold(text))]


def _without_tail(word: str) -> str:
    parts = re.split("[" + _APOSTROPHES + "]", word)
    kept = parts[0]
    for part in parts[1:]:
        if (len(kept) >= 2 or kept.isdigit()) and is_suffix(part):
            break
        kept += part
    return kept


def common_prefix(one: str, other: str) -> int:
    """How many letters *one* and *other* begin alike."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


@functools.lru_cache(maxsize=16384)
def likeness(one: str, other: str) -> float:
    """How surely two folded words are forms of one word, 0 to 1; 1 only for the same letters.

    Snowball's Turkish stemmer changes names inconsistently (moskova → moskov, but moskovanın → moskova), so
    two words are compared with each other instead: what follows their common beginning must be endings.

    >>> likeness("moskova", "moskovadaki") > 0.9
    True
    >>> likeness("imzalandi", "imzalanmisti") > 0.8
    True
    >>> likeness("baku", "bakan"), likeness("surits", "suriye")
    (0.0, 0.0)
    """
    if one == other:
        return 1.0
    if one.isdigit() or other.isdigit():
        return 0.0
    shared = common_prefix(one, other)
    tail, other_tail = one[shared:], other[shared:]
    if tail and other_tail:
        shared, tail, other_tail = _unsoften(shared, tail, other_tail)
    if not tail or not other_tail:
        return _inflected(shared, tail or other_tail)
    if shared >= 4 and is_ending(tail) and is_ending(other_tail):
        return 0.86 if shared >= 5 else 0.8
    return 0.0


def _unsoften(shared: int, tail: str, other_tail: str) -> tuple[int, str, str]:
    """Treat kitab-ı and kitap as alike: the last consonant of a stem softens before a vowel."""
    for soft, hard in ((tail, other_tail), (other_tail, tail)):
        if hard == _SOFTENED.get(soft[0]) and soft[1:2] and soft[1] in _VOWELS:
            return shared + 1, soft[1:], ""
    return shared, tail, other_tail


def _inflected(stem_length: int, tail: str) -> float:
    if stem_length >= 3 and is_suffix(tail):
        return 0.95
    if stem_length >= 4 and is_ending(tail):
        return 0.9
    return 0.0


def stems(word: str) -> list[str]:
    """Every beginning of *word* that may be its stem, longest first, the word itself among them.

    >>> stems("moskovada")
    ['moskovada', 'moskovad', 'moskova']
    """
    cuts = range(len(word), 3, -1)
    return [word[:cut] for cut in cuts if is_ending(word[cut:])]


# --- writing suffixes -------------------------------------------------------------------------------------------------

_BACK_VOWELS = "aıouâû"
_ALL_VOWELS = "aeıioöuüâîû"
_HARD = "çfhkpsşt"


def with_ending(stem: str, tail: str) -> str:
    """*stem*, as it is spelled, with the folded *tail* spelled as its suffix: by the harmony of vowels, ç after hard sounds, ğ between vowels.

    >>> with_ending("Kars", "in"), with_ending("Türk", "ceden"), with_ending("imzala", "mistir"), with_ending("Gümrü", "nun")
    ('Karsın', 'Türkçeden', 'imzalamıştır', 'Gümrünün')
    """
    spelled = stem
    for number, letter in enumerate(tail):
        vowels = [c for c in lower(spelled) if c in _ALL_VOWELS]
        back = bool(vowels) and vowels[-1] in _BACK_VOWELS
        following = tail[number + 1 : number + 2]
        if letter in "iu":
            large = back and spelled[-2:] not in {"ak", "ek"}  # -ki keeps its i: buradaki
            spelled += {"i": "ı" if large else "i", "u": "u" if back else "ü"}[letter]
        elif letter == "c" and spelled[-1:] in _HARD:
            spelled += "ç"
        elif letter == "g" and spelled[-1:] in _ALL_VOWELS and following and following in _VOWELS:
            spelled += "ğ"
        else:
            spelled += "ş" if letter == "s" and re.search("m[ıiuü]$", spelled) and number > 1 else letter
    return spelled
