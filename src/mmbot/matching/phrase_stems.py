"""What is left of a word when its suffixes are taken off: light, and with every reading kept.

No dictionary tells whether “kadın” is a stem or “kad” with a suffix; so a word has several stems, and two words are
forms of one when they share a stem. All letters are folded (see `mmbot.turkish.fold`).
"""

import functools
import re

_POSSESSIVE = "l[ae]r[iu]|[iu]m[iu]z|[iu]n[iu]z|[iu]?m|[iu]?n|s?[iu]"
_CASE = "y?[iu]|n[iu]|n?[iu]n|[yn]?[ae]|n?[dt][ae]n?|y?l[ae]|n?c[ae]"
_PERSON = "y?[iu]m|s[iu]n(?:[iu]z)?|y?[iu]z|n[iu]z|l[ae]r|[kmn]"
_COPULA = f"(?:y?ken|[dt][iu]r(?:l[ae]r)?|y?[dt][iu]|y?m[iu]s(?:t[iu]r?)?|y?s[ae])?(?:{_PERSON})?"
_NOUN = (
    f"(?:l[iu][kg]|c[iu](?:l[iu][kg])?|l[iu](?:l[iu][kg])?|s[iu]z(?:l[iu][kg])?|s[ae]l)?(?:l[ae]r)?(?:{_POSSESSIVE})?(?:{_CASE})?"
    f"(?:ki(?:l[ae]r)?(?:n?[iu]n|n?[iu]|n?[dt][ae]n?)?)?{_COPULA}"
)
_VOICE = "(?:l[ae][ns]?)?(?:[iu]?[lns]|[iu]?t|[dt][iu]r|[iu]r)*"
_MOOD = "(?:y?[ae]?m[ae])?(?:y?[ae]bil)?"
_TENSE = (
    "[dt][iu]|m[iu]s|m?[iu]?yor|y?[ae]c[ae][kg]|y?[ae]n|y?[ae]r[ae]k|[aeiu]?r|m[ae]z|[dt][iu][gk]|m[ae]k?|m[ae]l[iu]|"
    "y?[iu]p|y?[iu]nc[ae]|y?[iu]s|s[ae]|y?[iu]c[iu]|y?[iu]m|y?[ae]l[iu]|m[ae]d[ae]n"
)
_NOUN_ENDING, _ENDING = re.compile(_NOUN), re.compile(f"{_NOUN}|{_VOICE}{_MOOD}(?:{_TENSE}){_NOUN}|{_VOICE}{_MOOD}")
_SOFT = {"b": "p", "d": "t", "g": "k"}
_SHORTEST, _LONGEST_ENDING = 3, 14
_SHORT = frozenset("ev is su ay il ad el at ac et ot in on uc us un".split())  # noqa: SIM905  nouns of two letters


@functools.lru_cache(maxsize=16384)  # most words of an index end as others do
def is_form_ending(tail: str) -> bool:
    """Whether *tail* can stand behind a stem, of a noun or a verb; the empty tail can.

    >>> is_form_ending("mayabilirmis"), is_form_ending("miyor"), is_form_ending("grad")
    (True, True, False)
    """
    return len(tail) <= _LONGEST_ENDING and _ENDING.fullmatch(tail) is not None


@functools.lru_cache(maxsize=4096)
def is_noun_ending(tail: str) -> bool:
    """Whether *tail* can stand behind a noun; the empty tail can."""
    return len(tail) <= _LONGEST_ENDING and _NOUN_ENDING.fullmatch(tail) is not None


@functools.lru_cache(maxsize=4096)
def form_stems(word: str) -> tuple[str, ...]:
    """All stems that *word* may have, longest first, the last letter hardened as at the end of a word.

    >>> form_stems("kitabimdan")
    ('kitabimdan', 'kitabimda', 'kitabimt', 'kitabim', 'kitabi', 'kitap')
    """
    cuts = range(len(word) - 1, _SHORTEST - 1, -1)
    found = [hardened(word), *[hardened(word[:cut]) for cut in cuts if is_form_ending(word[cut:])]]
    if word[:2] in _SHORT and is_noun_ending(word[2:]):
        found.append(word[:2])
    return tuple(dict.fromkeys(found))


def hardened(stem: str) -> str:
    """*stem* with its last letter hardened (kitab → kitap), without the vowel that falls out before suffixes (şehir → şehr)."""
    last = stem[-1]
    if len(stem) == 5 and stem[3] in "iu" and last in "rlmnzkps" and stem[2] not in "aeiou":
        return stem[:3] + last
    return stem[:-1] + _SOFT[last] if last in _SOFT and len(stem) > 2 else stem
