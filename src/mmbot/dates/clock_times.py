"""Times of day as people type them: 09.00, 9, 21:30, sabah 8, akşam dokuz buçuk, 9 pm."""

import re
from datetime import time

from mmbot.turkish import fold, is_suffix

LONGEST_TEXT = 60
_MORNING, _NOON, _AFTERNOON, _EVENING, _NIGHT = "morning", "noon", "afternoon", "evening", "night"
# The longer phrase first: “öğleden sonra” holds “öğle”.
_PARTS = (
    (re.compile(r"\bogleden sonra\b|\bafternoon\b|\bp ?m\b"), _AFTERNOON),
    (re.compile(r"\bgece yaris[a-z]*|\bmidnight\b"), "midnight"),
    (re.compile(r"\bogle[a-z]*|\bnoon\b"), _NOON),
    (re.compile(r"\bsabah[a-z]*|\bmorning\b|\ba ?m\b"), _MORNING),
    (re.compile(r"\baksam[a-z]*|\bevening\b"), _EVENING),
    (re.compile(r"\bgece[a-z]*|\bnight\b"), _NIGHT),
)
_ALONE = {_MORNING: 9, _NOON: 12, _AFTERNOON: 15, _EVENING: 19, _NIGHT: 22, "midnight": 0}
_NUMBERS = {
    "bir": 1, "iki": 2, "uc": 3, "dort": 4, "bes": 5, "alti": 6, "yedi": 7, "sekiz": 8, "dokuz": 9, "on": 10, "onbir": 11, "oniki": 12,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_HALF = frozenset({"bucuk", "bucukta", "bucuga"})
_NOISE = frozenset({
    "saat", "saati", "saatte", "saatinde", "her", "gun", "at", "in", "the", "every", "day", "o", "clock", "daily", "da", "de",
    "a", "e", "olsun", "lutfen", "please",
})  # fmt: skip
_TENS = re.compile(r"\bon (bir|iki)")  # on bir, on iki
_HALF_OF_DAY = re.compile(r"(\d)([ap]m?)\b")  # 9am, 9p
_DIGITS = re.compile(r"(\d{1,4})[^a-z0-9]?([a-z]*)")


def read_time(text: str) -> time | None:
    """The time of day that *text* names, to the minute; None where it names none.

    >>> read_time("21.30"), read_time("sabah 8"), read_time("akşam dokuz buçuk"), read_time("25:00")
    (datetime.time(21, 30), datetime.time(8, 0), datetime.time(21, 30), None)
    """
    if len(text) > LONGEST_TEXT:
        return None
    folded = _HALF_OF_DAY.sub(r"\1 \2", _TENS.sub(r"on\1", fold(text)))
    part = ""
    for pattern, name in _PARTS:
        folded, found = pattern.subn(" ", folded)
        part = part or (name if found else "")
    words = [word for word in folded.replace("'", " ").split() if word not in _NOISE]
    half = len(words) > 1 and words[-1] in _HALF
    numbers = [_number(word) for word in (words[:-1] if half else words)]
    return _time(numbers, part, half=half)


def written_time(at: time, language: str = "tr") -> str:
    """*at* as it is written in Turkish (09.00) or English (09:00)."""
    return f"{at.hour:02}{':' if language == 'en' else '.'}{at.minute:02}"


def _number(word: str) -> str | None:
    digits = _DIGITS.fullmatch(word)
    if digits:
        return digits[1] if not digits[2] or is_suffix(digits[2]) else None
    stems = [name for name in _NUMBERS if word == name or (word.startswith(name) and is_suffix(word[len(name) :]))]
    return str(_NUMBERS[max(stems, key=len)]) if stems else None


def _time(numbers: list[str | None], part: str, *, half: bool) -> time | None:
    match numbers:
        case []:
            return time(_ALONE[part]) if part and not half else None
        case [str(hour)] if len(hour) > 2 and not half:  # 0900, 930
            return _clock(int(hour[:-2]), int(hour[-2:]), part)
        case [str(hour)] if len(hour) <= 2:
            return _clock(int(hour), 30 if half else 0, part)
        case [str(hour), str(minute)] if len(hour) <= 2 and len(minute) == 2 and not half:
            return _clock(int(hour), int(minute), part)
    return None


def _clock(hour: int, minute: int, part: str) -> time | None:
    later = part in {_AFTERNOON, _EVENING} or (part == _NIGHT and hour >= 6) or (part == _NOON and hour <= 5)
    if later and 1 <= hour <= 11:
        hour += 12
    elif hour == 12 and part in {_MORNING, _NIGHT, "midnight"}:
        hour = 0
    if hour == 24 and minute == 0:
        hour = 0
    return time(hour, minute) if hour <= 23 and minute <= 59 else None
