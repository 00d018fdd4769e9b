"""Ids of new things, made from what they are called or say."""

import re
from collections.abc import Iterable

from mmbot.turkish import split_words

_WORDS = 4
_LENGTH = 48


def id_from(text: str, taken: Iterable[str], without: Iterable[str] = ()) -> str:
    """An id of ASCII words from *text*, other than those *taken*; words of *without* are left out where others remain.

    >>> id_from("Örnek Antlaşması 16 Mart 1921'de imzalandı.", {"16-mart-1921-imzalandi"}, ["Örnek Antlaşması"])
    '16-mart-1921-imzalandi-2'
    """
    known = {word for name in without for word in split_words(name)}
    words = split_words(text)
    telling = [word for word in words if word not in known] or words
    stem = "-".join(re.sub("[^a-z0-9]", "", word) for word in telling[:_WORDS])[:_LENGTH].strip("-") or "bilgi"
    found, number = stem, 1
    while found in set(taken):
        number += 1
        found = f"{stem}-{number}"
    return found


def full_name(name: str, entry: str) -> str:
    """The name of a fact under which the whole knowledge knows it; *name* may be an id within *entry*."""
    return name if "/" in name else f"{entry}/{name}"
