"""Names of the months and seasons, as they are written, typed, and printed in the old calendar."""

import re

from mmbot.turkish import fold

MONTHS = ("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık")
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# By their folded names; Rumi months are those of 1917–1925, which begin and end with the Gregorian ones.
MONTH_NUMBERS = {fold(name): number for names in (MONTHS, ENGLISH_MONTHS) for number, name in enumerate(names, 1)} | {
    "kanunusani": 1, "kanunisani": 1, "tesrinievvel": 10, "tesrinisani": 11, "kanunuevvel": 12, "kanunievvel": 12,
}  # fmt: skip
SHORT_MONTHS = {fold(name)[:3]: number for names in (MONTHS, ENGLISH_MONTHS) for number, name in enumerate(names, 1)} | {"sept": 9}
SEASONS = {
    "ilkbahar": (3, 5), "bahar": (3, 5), "yaz": (6, 8), "sonbahar": (9, 11), "guz": (9, 11), "kis": (12, 2),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2),
}  # fmt: skip


def months_in(language: str) -> tuple[str, ...]:
    """The names of the months for somebody who speaks *language* (tr or en)."""
    return ENGLISH_MONTHS if language == "en" else MONTHS


_TWO_WORD_MONTHS = re.compile(r"\b(kanun|tesrin)[ -]?[iu]?[ -]?(sani|evvel)")


def join_months(folded: str) -> str:
    """A *folded* text with the Rumi months of two words written as one.

    >>> join_months("12 kanun i sani 1338"), join_months("tesrini evvel")
    ('12 kanunusani 1338', 'tesrinievvel')
    """
    return _TWO_WORD_MONTHS.sub(lambda m: f"{m[1]}{'u' if m[1] == 'kanun' else 'i'}{m[2]}", folded)
