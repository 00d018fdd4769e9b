"""The parts of a doubted statement that can be left open: who did it, where, when, how many, how and why."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mmbot.answering.decision import Known
from mmbot.matching.question_type import is_verb
from mmbot.matching.reading import NATIONS, Reading, dates_of
from mmbot.matching.words import Word

BESIDE = "beside"  # the kind of a part that can be left out, but not asked for
_PARTICIPLE = re.compile(r"\w+(?:[dt][iu]kt[ae]n|m[ae]d[ae]n)")
LONGEST_REASON = 5  # words before “için”
_THINGS = frozenset({"treaty", "conference", "event", "document", "organisation", "concept"})
_TITLES = frozenset({"bey", "pasa", "efendi", "hanim", "beyler", "pasalar"})
_NUMBERS = re.compile(
    r"(?:iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on|onbir|oniki|yirmi|otuz|kirk|elli|altmis|yetmis|seksen|doksan|yuz|bin|milyon)(?:lerce|larca)?"
)
_LOCATIVE = re.compile("(?:^|.{3,})[dt][ae]$")
_GENITIVE = re.compile(r"\w{3,}[iu]n$|^n?[iu]n$")
_REASON = frozenset({"icin", "yuzunden", "dolayi", "diye", "nedeniyle", "sebebiyle"})
_ORDER = frozenset({"sonra", "once"})
_LONG = re.compile(r"(?:yil|ay|gun|hafta|saat)l[ae]rc[ae]")
_MANNER = re.compile(r"\w{3,}[ae]r[ae]k|\w{3,}(?<!yl)(?<!my)(?:yl|[bcdfghjklmnprstvyz]l)[ae]")
_ABSTRACT = re.compile(
    r"(?:yil|tarih|gun|ay|is|mesele|konu|dis|bas|son|ic|sira|ara|karsi|hakk|saye|ust|alt|ilk|zaman|donem)\w*[dt][ae]$"
)
_NOBODY = re.compile("(?:l[iu]|[cç][ae])$")  # of a town, a language
_YEAR = re.compile(r"(?:yil|sene|tarih|gun|ay)\w*")
_WHITHER = re.compile("[ny]?[ae]|[dt][ae]n")
# What a thing can be: “… bir şirket miydi?”, “… ordunun bir kolu muydu?”.
_SORTS = re.compile(
    r"(?:dernek|cemiyet|ordu|kol|birlik|parti|firka|orgut|gazete|kongre|servis|sirket|kurum|teskilat|belge|bildiri|antlasma|anlasma|protokol|heyet|savas|harekat|isyan)"
    r"(?:[iu]|s[iu])?(?:y?d[iu]|t[iu])?"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a statement that can be left open: its words, and what kind of answer is asked for instead of them."""

    words: tuple[Word, ...]
    kind: str

    @property
    def places(self) -> frozenset[int]:
        """Where its words stand."""
        return frozenset(word.place for word in self.words)


def parts_of(known: Known, reading: Reading, stated: Sequence[Word]) -> Iterator[Part]:
    """What can be left open of what is *stated* in *reading*: clauses that give a reason first, then names, places, dates, numbers."""
    yield from _sorts(known, reading, stated)
    yield from _reasons(stated, reading.asked.focus)
    kinds = _kinds(known, reading, stated)
    before: list[Word] = []
    for word in stated:
        if before and not _go_together(reading, before[-1], word, kinds):
            yield Part(tuple(before), kinds[before[-1].place])
            before = []
        if word.place in kinds:
            before.append(word)
    if before:
        yield Part(tuple(before), kinds[before[-1].place])


def doubts_why(reading: Reading) -> bool:
    """Whether it is doubted that something was done for that reason: “Mdivani'yi Ankara kovduğu için mi gitti?”."""
    return any(word.place == reading.asked.focus and word.folded in _REASON for word in reading.words)


def _kinds(known: Known, reading: Reading, stated: Sequence[Word]) -> dict[int, str]:
    """What each word of a part that can be left open is asked for with, by its place."""
    held, dated = _of_things(known, reading), _dated(reading, stated)
    kinds = {word.place: _kind_of(known, reading, word, dated) for word in stated if word.place not in held}
    found = {place: kind for place, kind in kinds.items() if kind}
    for word, next_word in reversed(list(pairwise(stated))):
        if found.get(next_word.place) == "where" and word.place not in held and _tells_whose(word, next_word):
            found[word.place] = "where"
    return found


def _dated(reading: Reading, stated: Sequence[Word]) -> frozenset[int]:
    """Where it is said when something was done; the year of “1925 antlaşması” says which, and “yazdı” at the end is no summer."""
    dated = dates_of(reading.words)[1] - ({stated[-1].place} if stated and is_verb(stated[-1]) else set())
    which = {
        word.place
        for word, behind in pairwise(stated)
        if word.place in dated and not word.tail and behind.place not in dated and not _YEAR.match(behind.folded)
    }
    for word, behind in reversed(list(pairwise(stated))):
        if behind.place in which and word.place in dated:
            which.add(word.place)
    return frozenset(dated - which)


def _go_together(reading: Reading, one: Word, other: Word, kinds: Mapping[int, str]) -> bool:
    """Whether two words are one part: of one name or date, but not “Frunze Rusya”."""
    kind = kinds[one.place]
    if other.place != one.place + 1 or kinds.get(other.place) != kind:
        return False
    if kind in ("when", "where") or other.folded in _TITLES:
        return True
    links = [found.places for found in reading.links.values() if found.full]
    return not one.tail and not any((one.place in places) != (other.place in places) for places in links)


def _tells_whose(word: Word, of: Word) -> bool:
    """Whether *word* tells of whom or of what town a place is: “Fransız konsolosunun evinde”, “Samsun açıklarında”."""
    if of.capital or of.tail:
        return False
    return (word.capital and word.tail in ("", "in", "un", "nin", "nun")) or _GENITIVE.search(word.folded) is not None


def _kind_of(known: Known, reading: Reading, word: Word, dated: frozenset[int]) -> str | None:
    if word.place in dated:
        return "when"
    if _LONG.fullmatch(word.folded):
        return "how-long"
    if word.folded.isdigit() or _NUMBERS.fullmatch(word.folded):
        return "how-many"
    if _is_where(word):
        return "where"
    if not word.capital and _MANNER.fullmatch(word.folded):
        return "how"
    return "who" if word.folded in _TITLES or _is_somebody(known, reading, word) else None


def _is_where(word: Word) -> bool:
    told = _LOCATIVE.search(word.tail or word.folded) and (word.tail or word.folded.endswith(("nda", "nde")))
    return bool(told) and not _ABSTRACT.match(word.folded)


def _is_somebody(known: Known, reading: Reading, word: Word) -> bool:
    """Whether *word* names somebody who can have done something: a person, a nation, a name that nobody knows."""
    if _NOBODY.search(word.folded) and not word.tail:
        return False
    if NATIONS.intersection(term for term, _ in reading.meanings.get(word.place, ())):
        return True
    kinds = {
        known.library.entries[found.entry].kind for found in reading.links.values() if found.full and word.place in found.places
    }
    if "person" in kinds:
        return True
    named = word.capital and word.place > 0 and "place" not in kinds
    return named and not _WHITHER.fullmatch(word.tail)


def _of_things(known: Known, reading: Reading) -> frozenset[int]:
    """Where the thing is named that the statement is about; it is not doubted."""
    return frozenset(
        place
        for found in reading.named
        if known.library.entries[found.entry].kind in _THINGS and found.entry != "rsfsc"
        for place in found.places
    )


def _reasons(stated: Sequence[Word], focus: int | None) -> Iterator[Part]:
    """“…, onu kovduğu için mi gitti?” and “… imzalandıktan sonra mı kuruldu?”: why, and when; the shortest clause first."""
    at = next((number for number, word in enumerate(stated) if number and _ends_a_reason(word, focus)), None)
    if at is None:
        return
    clause = _PARTICIPLE.fullmatch(
        stated[at - 1].folded
    )  # “Bekir Sami'den önce mi” compares with another: that can only be left out
    kind = "why" if stated[at].folded in _REASON else "order" if clause else BESIDE
    for first in range(at - 1, max(at - 1 - LONGEST_REASON, 0), -1):
        yield Part(tuple(stated[first : at + 1]), kind)


def _ends_a_reason(word: Word, focus: int | None) -> bool:
    return word.folded in _REASON | _ORDER and (word.folded != "diye" or word.place == focus)


def _sorts(known: Known, reading: Reading, stated: Sequence[Word]) -> Iterator[Part]:
    """What a thing is said to be, where nothing else is said of it: “Yeşil Ordu düzenli ordunun bir kolu muydu?”."""
    held = _of_things(known, reading)
    told = tuple(word for word in stated if word.place not in held)
    sorts = {term for word in told[-1:] for term, _ in reading.meanings.get(word.place, ())}
    named = {term for place in held for term, _ in reading.meanings.get(place, ())}
    if (
        told
        and len(told) < len(stated)
        and sorts.isdisjoint(named)
        and _SORTS.fullmatch(told[-1].folded)
        and told == tuple(stated[-len(told) :])
    ):
        yield Part(told, "what")
