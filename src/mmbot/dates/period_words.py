"""The words of a typed period, each read as what it can be: a number, a year, a month, a season, a cut between two dates."""

import difflib
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mmbot.dates.months import MONTH_NUMBERS, SEASONS, SHORT_MONTHS, join_months
from mmbot.dates.typed import gregorian
from mmbot.turkish import fold, is_suffix

# number: of a day, a month, or the end of a year (1919-22); decade: its first year; part: its third (başı, ortası, sonu); cut: what stands between two dates.
Kind = Literal["number", "year", "decade", "month", "season", "part", "cut"]
_DASHES = re.compile(r"[-‐-―−~/…]|\.\.+")  # noqa: RUF001  what keyboards and books really use
_IZAFET = re.compile(r"[-‐-–]([ıiuü])(?=[-\s])")  # Kânun-ı Sani, Teşrin-i Evvel: no cut  # noqa: RUF001
_CUT_WORDS = frozenset({"ile", "ila", "to", "until", "till", "through", "and"})
_FROM = re.compile(r"[dt][ae]n")
# What may stand around a date and tells nothing more: 16 Mart 1921 günü neler oldu, the events of March 1921.
_NOISE_STEMS = ("tarih", "gun", "yil", "sene", "ay", "donem", "olay", "mevsim", "neler", "pazartesi", "sali", "carsamba",
                "persembe", "cuma", "cumartesi", "pazar")  # fmt: skip
_NOISE = frozenset({
    "arasi", "arasinda", "arasindaki", "arasindan", "kadar", "itibaren", "ne", "oldu", "olmus", "olmustu", "olan", "olanlar",
    "yasandi", "gecti", "tarihte", "bana", "goster", "anlat", "soyle", "listele", "the", "of", "on", "in", "from", "between",
    "what", "happened", "history", "events", "show", "me", "year", "month", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday",
})  # fmt: skip
# The thirds of a month or a year: “Eylül 1920'nin başında”, “1921 sonlarında”, “early 1921”.
PARTS = {
    **dict.fromkeys(("basi", "basinda", "basindaki", "baslari", "baslarinda", "early", "beginning", "start"), 0),
    **dict.fromkeys(("ortasi", "ortasinda", "ortalari", "ortalarinda", "mid", "middle"), 1),
    **dict.fromkeys(("sonu", "sonunda", "sonundaki", "sonlari", "sonlarinda", "late", "end"), 2),
}  # fmt: skip
_NUMBER = re.compile(r"(\d{1,4})[^a-z0-9]?([a-z]*)")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_LONGEST_FIRST = sorted(MONTH_NUMBERS, key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: what it is, and the number that it stands for; *months* are those of a season."""

    kind: Kind
    value: int = 0
    months: tuple[int, int] = (1, 12)


def read_words(text: str) -> list[Word] | None:
    """The telling words of *text*, or None where one of them has no place in a date.

    >>> [(word.kind, word.value) for word in read_words("18–26 Nisan 1920 tarihlerinde") or ()]
    [('number', 18), ('cut', 0), ('number', 26), ('month', 4), ('year', 1920)]
    """
    found: list[Word] = []
    for number, part in enumerate(_DASHES.split(_IZAFET.sub(r" \1 ", text))):
        if number:
            found.append(Word("cut"))
        for typed in join_months(fold(part)).split():
            if _is_noise(typed):
                continue
            words = list(_read(typed))
            if not words:
                return None
            found.extend(words)
    return found


def _is_noise(word: str) -> bool:
    if word in _NOISE:
        return True
    return any(word == stem or (word.startswith(stem) and is_suffix(word[len(stem) :])) for stem in _NOISE_STEMS)


def _read(typed: str) -> Iterator[Word]:
    if typed in _CUT_WORDS:
        yield Word("cut")
        return
    if typed in PARTS:
        yield Word("part", PARTS[typed])
        return
    number = _NUMBER.fullmatch(typed)
    found, tail = _read_number(number[1], number[2]) if number else _read_name(typed)
    if found:
        yield found
        if _FROM.fullmatch(tail):  # 1919'dan 1922'ye
            yield Word("cut")


def _read_number(digits: str, tail: str) -> tuple[Word | None, str]:
    decade = tail[:3] in {"ler", "lar"} or tail == "s"
    if not (not tail or tail in _ORDINALS or is_suffix(tail) or decade):
        return None, tail
    match len(digits):
        case 4 if decade:
            return (Word("decade", int(digits)) if digits.endswith("0") else None), tail
        case 4:
            return Word("year", gregorian(int(digits))), tail
        case 1 | 2:
            return Word("number", int(digits)), tail
    return None, tail


@functools.lru_cache(maxsize=2048)  # what is near to a month takes long to see, and every question has the same words
def _read_name(typed: str) -> tuple[Word | None, str]:
    stem, *tails = re.split(r"[^a-z0-9]", typed)
    if stem in SHORT_MONTHS:
        return Word("month", SHORT_MONTHS[stem]), "".join(tails)
    for name in (*_LONGEST_FIRST, *SEASONS):
        tail = typed.removeprefix(name).lstrip("'’")
        if typed.startswith(name) and (not tail or is_suffix(tail)):
            return _named(name), tail
    near = difflib.get_close_matches(stem, MONTH_NUMBERS, n=1, cutoff=0.8) if 4 <= len(stem) <= 14 else []
    return (_named(near[0]) if near else None), ""


def _named(name: str) -> Word:
    return Word("month", MONTH_NUMBERS[name]) if name in MONTH_NUMBERS else Word("season", months=SEASONS[name])
