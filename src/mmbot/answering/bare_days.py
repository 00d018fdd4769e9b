"""Whether a question names a day and asks of nothing else: “20 Ekim 1921 tarihinin önemi nedir?”, “… deyince akla ne gelir?”.

However it is put – when, why, what –, what is asked for is what happened on that day.
"""

import re

from mmbot.dates import find_dates
from mmbot.dates.months import join_months
from mmbot.matching.reading import Reading

# How the words of such a question begin, and those that are whole.
_BEGIN = (
    "olay", "olmus", "olup", "gelisme", "onem", "anlam", "ozel", "tarih", "yasan", "gerceklesm", "gerceklest", "meydana", "gelen", "gelmis",
    "gelmist", "geliyor", "yapil", "napil", "hatirla", "anlat", "aciklar", "soyle", "anil", "iliski", "acisin", "bakimin", "vuku", "cereyan", "misin", "musun",
)  # fmt: skip
_WHOLE = (
    "ne", "neler", "nelerdir", "neyin", "neyi", "nedir", "neydi", "neden", "niye", "nicin", "hangi", "olur", "oldu", "noldu", "var", "vardi", "gun", "gunu",
    "gunun", "gununun", "gunde", "gununde", "deyince", "denince", "diyince", "akla", "aklimiza", "gelir", "geldi", "ifade", "eder", "ediyor", "bizim", "icin",
    "hocam", "acaba", "ya", "de", "da", "te", "ta", "bir", "bi", "ki", "gibi", "ile", "bana", "bize", "lutfen", "yeri", "yerini", "turk", "sovyet", "turkiye",
    "milli", "mucadele", "mucadelede", "mucadelenin", "kurtulus", "savasi", "savasinda", "savasinin", "etti", "edilen", "what", "happened", "was", "is",
    "important", "on", "why", "the", "date", "did", "significance", "of",
)  # fmt: skip
_ASKS_OF_IT = re.compile(rf"(?:(?:{'|'.join(_BEGIN)})\w*|{'|'.join(_WHOLE)})")


def asks_only_of_a_day(reading: Reading) -> bool:
    """Whether *reading* names days of the calendar, and no word besides says what of them is asked."""
    if not reading.dates or any(typed.day is None for typed in reading.dates):
        return False
    text = join_months(" ".join(word.folded for word in reading.words))
    for typed in reversed(find_dates(text)):
        text = text[: typed.start] + text[typed.end :]
    return all(map(_ASKS_OF_IT.fullmatch, text.split()))
