"""What a question names only to leave it out: “haziran değil temmuz mektubu”, “Moskova'daki değil”, “imzasını sormuyorum”."""

import re

from mmbot.matching.tokens import Tokens

_LONGEST = 4  # tokens of what is meant instead, of which as many are left out
_POLAR = re.compile(r"m[iu]\w*")
_NOT_ASKED = re.compile(r"sormuyorum|sormadim|kastetmiyorum|demiyorum|istemiyorum")
_EITHER = frozenset({"ya", "da", "veya", "yahut", "ile", "ne", "ve"})
_ONLY = frozenset({"tek", "bir", "sadece", "yalniz", "yalnizca"})  # “tek değil birkaç antlaşma” leaves none out
_GENITIVE = re.compile(r".+n[iu]n")
_ACCUSATIVE = re.compile(r".+[iu]")
# The ends of a noun, as far as they must be alike in what is left out and what is meant; the first that fits counts.
_CASES = tuple(
    map(
        re.compile,
        (
            r".{2,}n?[dt][ae]ki(?:n[iu])?",
            r".{2,}n?[dt][ae]n",
            r".{2,}n?[dt][ae]",
            r".{2,}n[iu]n",
            r".{2,}[yn]?[iu]",
            r".{2,}[yn]?[ae]",
        ),
    )
)


def without_excluded(text: str) -> str:
    """*text* without what it says that it does not mean."""
    if "değil" not in text and "degil" not in text and "mıyorum" not in text and "muyorum" not in text:
        return text
    tokens = Tokens(text)
    for place, word in enumerate(tokens.words):
        if word == "degil" and place:
            left = _before_not(tokens, place)
        elif _NOT_ASKED.fullmatch(word) and place:
            left = _not_asked(tokens, place)
        else:
            continue
        if left.strip():
            return left
    return text


def _before_not(tokens: Tokens, place: int) -> str:
    """Without what stands before the “değil” at *place*, where another thing stands behind it or the question before it."""
    then = place + 1
    if then < len(tokens) and tokens.words[then] in ("de", "da"):
        then += 1
    if then >= len(tokens):
        return _last_part(tokens, place)
    length = _length(tokens, tokens.words[place - 1], then)
    doubted = any(
        map(_POLAR.fullmatch, tokens.words[then : then + length + 1])
    )  # “Lenin değil Çiçerin mi imzaladı?”: it is that he did
    if tokens.divides(place) or doubted or tokens.words[place - 1] in _ONLY:
        return tokens.text
    first = place - length
    while first > 0 and tokens.words[first - 1].isdigit():
        first -= 1
    return tokens.cut(_with_alternative(tokens, max(first, 0)), then)


def _with_alternative(tokens: Tokens, first: int) -> int:
    """Where what is left out begins, together with what stands before “ya da”: “Ankara'da ya da Moskova'da değil”."""
    before = first
    while before > 0 and tokens.words[before - 1] in _EITHER:
        before -= 1
    return before - 1 if 0 < before < first else first


def _length(tokens: Tokens, last: str, then: int) -> int:
    """How many tokens from *then* on are what is meant: up to the first that ends like *last*; one where none does."""
    case = _case(last)
    for number, word in enumerate(tokens.words[then : then + _LONGEST], start=1):
        if _case(word) == case or tokens.divides(then + number - 1):
            return number
    return 1


def _case(word: str) -> int:
    return next((number for number, pattern in enumerate(_CASES) if pattern.fullmatch(word)), len(_CASES))


def _last_part(tokens: Tokens, place: int) -> str:
    """Without a short last part that ends with “değil”: “…, Moskova'daki değil?”."""
    first = next((before + 1 for before in range(place - 1, -1, -1) if tokens.divides(before)), 0)
    return tokens.cut(first, place + 1) if 0 < place - first < _LONGEST else tokens.text


def _not_asked(tokens: Tokens, place: int) -> str:
    """Without “antlaşmanın imzasını sormuyorum”, where something else is asked."""
    if place + 1 >= len(tokens) or not _ACCUSATIVE.fullmatch(tokens.words[place - 1]):
        return tokens.text
    first = place - 1
    while first > 0 and _GENITIVE.fullmatch(tokens.words[first - 1]):
        first -= 1
    return tokens.cut(first, place + 1)
