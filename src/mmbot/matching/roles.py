"""Who stands in a sentence as the one who does something, and who as the one to whom, from whom or with whom it is done.

Turkish says it by the ending of a name or of the noun behind it: “Sovyet Rusya'nın Gürcistan'a savaş açtığını”.
"""

import functools
import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from mmbot.matching.words import Word, count_words, read_words

BARE, OF, TO, FROM, AT, WITH, WHAT, UNCLEAR = "bare", "of", "to", "from", "at", "with", "what", "unclear"
_TAILS = (
    (OF, re.compile("n?[iu]n")),
    (FROM, re.compile("n?[dt][ae]n")),
    (AT, re.compile(r"n?[dt][ae](?:ki\w*)?")),
    (WITH, re.compile("y?l[ae]")),
    (TO, re.compile("[yn]?[ae]")),
    (WHAT, re.compile("[yn]?[iu]")),
)
# The end of a noun that belongs to what stands before it: “hükümetine”, “heyetinden”.
_ENDS = (
    (FROM, re.compile(r".{2,}(?:[iu]n|l[ae]r)[dt][ae]n")),
    (AT, re.compile(r".{2,}(?:[iu]n|l[ae]r)[dt][ae](?:ki\w*)?")),
    (OF, re.compile(r".{2,}(?:[iu]n|l[ae]r)[iu]n")),
    (WITH, re.compile(r".{2,}(?:[iu]y|l[ae]r)l[ae]")),
    (TO, re.compile(r".{2,}(?:[iu]n|l[ae]r)[ae]")),
    (WHAT, re.compile(r".{2,}[iu]n[iu]")),
)
# Spellings of a state and its people, longest first, with the side they are of.
_SIDES = {
    "turkiye": "=turk", "turk": "=turk", "tbmm": "=turk", "osmanli": "=osmanli", "sovyet": "=sovyet", "rusya": "=sovyet", "rus": "=sovyet",
    "sscb": "=sovyet", "bolsevik": "=sovyet", "ermenistan": "=ermeni", "ermeni": "=ermeni", "gurcistan": "=gurcu", "gurcu": "=gurcu",
    "azerbaycan": "=azeri", "yunanistan": "=yunan", "yunan": "=yunan", "ingiltere": "=ingiliz", "ingiliz": "=ingiliz", "fransa": "=fransiz",
    "fransiz": "=fransiz", "almanya": "=alman", "alman": "=alman", "italya": "=italyan", "italyan": "=italyan", "iran": "=iran",
    "ukrayna": "=ukrayna", "abd": "=amerika", "amerika": "=amerika", "amerikali": "=amerika", "afganistan": "=afgan", "polonya": "=polonya",
    "japonya": "=japon", "cin": "=cin", "itilaf": "=itilaf",
}  # fmt: skip
_STATE = re.compile(
    rf"(?P<name>{'|'.join(sorted(_SIDES, key=len, reverse=True))})(?P<people>(?:l[iu])?l[ae]r)?(?P<tail>(?:n?[dt][ae]n?|y?l[ae]|n?[iu]n|[yn]?[aeiu]|c[ae])?)"
)
_ADJECTIVES = frozenset({
    "turk", "sovyet", "rus", "ermeni", "gurcu", "yunan", "ingiliz", "fransiz", "alman", "italyan", "osmanli", "cin", "itilaf", "bolsevik",
})  # fmt: skip
_CAPITALS = {"ankara": "=turk", "moskova": "=sovyet"}
TITLES = frozenset({
    "bey",
    "pasa",
    "efendi",
    "hanim",
    "dr",
    "doktor",
    "yoldas",
    "lord",
    "general",
    "albay",
    "yuzbasi",
    "car",
    "kahya",
})
_ENDS_NAME = frozenset({"bey", "pasa", "efendi", "hanim"})
_NO_PERSON = re.compile(
    r"(?:antlasma|anlasma|muahede|mutareke|kongre|konferans|kurultay|savas|harekat|pakt|protokol|olay|sedd|gazete|makale|nota|mektup|"
    r"misak|mahkeme|bildiri|genelge|cumhuriyet|mecmua|dergi)\w*"
)
_MONTHS = frozenset({
    "ocak", "subat", "mart", "nisan", "mayis", "haziran", "temmuz", "agustos", "eylul", "ekim", "kasim", "aralik",
})  # fmt: skip
_PIECE = re.compile(r"[;:!?]\s|(?<=\w{3})\.\s|[;:]")
_SURNAME = re.compile(r"\((\w+)\)(?= (?:Bey|Paşa|Efendi))")  # “Tevfik Rüştü (Aras) Bey” is one name
_BREAK = re.compile("[,()“”]")
_OF_IT = re.compile(r".{2,}(?:s?[iu]|l[ae]r[iu])")  # “elçisi Surits”: the name tells who


class Somebody(NamedTuple):
    """A state or a person in a sentence: the *sides* its words are of, the *names* in it (folded), its role, and the places of its words."""

    sides: frozenset[str]
    names: frozenset[str]
    role: str
    first: int
    last: int


class Piece(NamedTuple):
    """A part of a sentence between semicolons, with everybody in it in the order in which they stand."""

    words: tuple[Word, ...]
    people: tuple[Somebody, ...]


def role_by_tail(tail: str) -> str:
    """The role of a name with *tail* behind its apostrophe."""
    if not tail:
        return BARE
    return next((role for role, pattern in _TAILS if pattern.fullmatch(tail)), UNCLEAR)


def role_by_end(folded: str) -> str:
    """The role of a noun that belongs to the name before it: “heyetine” is to whom."""
    return next((role for role, pattern in _ENDS if pattern.fullmatch(folded)), BARE)


def side_of(word: Word) -> tuple[str, str] | None:
    """The side that *word* names, with its role as far as the word itself tells it; None where it names none."""
    found = _STATE.fullmatch(word.folded)
    if found is None:
        return None
    return _SIDES[found["name"]], role_by_tail(word.tail or found["tail"])


def is_adjective(word: Word) -> bool:
    """Whether *word* names a side and mostly stands before the noun that tells the role: “Türk heyetine”."""
    return not word.tail and word.folded in _ADJECTIVES


@functools.lru_cache(maxsize=512)
def spellings(one: Somebody) -> tuple[str, ...]:
    """What must stand in a text, folded and without apostrophes, that names *one*: one of the names, or else a spelling of one of the sides."""
    spelt = (*_SIDES.items(), *_CAPITALS.items())
    return tuple(one.names) or tuple(word for word, side in spelt if side in one.sides)


@functools.lru_cache(maxsize=2048)
def pieces(text: str) -> tuple[Piece, ...]:
    """The parts of *text*, as the knowledge writes it, with everybody who is named in them."""
    whole, start, found = read_words(text), 0, []
    for part in _PIECE.split(text):
        words: list[Word] = []
        commas: set[int] = set()
        for chunk in _BREAK.split(_SURNAME.sub(r"\1", part)):
            count = count_words(chunk)
            words += whole[start : start + count]  # cut as a whole: a part that is nothing but names would lose its capitals
            start += count
            commas.add(len(words))
        if words:
            found.append(Piece(tuple(words), tuple(_people(words, commas))))
    return tuple(found)


def _people(words: Sequence[Word], commas: Set[int]) -> Iterator[Somebody]:
    place = 0
    while place < len(words):
        end = _end(words, place, commas) if _begins(words[place]) else place
        if end > place:
            found = _somebody(words, place, end, end in commas)
            if found:
                yield found
        place = max(end, place + 1)


def _begins(word: Word) -> bool:
    return word.capital and not word.folded.isdigit() and word.folded not in _MONTHS


def _end(words: Sequence[Word], first: int, commas: Set[int]) -> int:
    """Where the name that begins at *first* ends: with its last word written large, or the first one that has an ending."""
    end = first
    while end < len(words) and (end == first or end not in commas):
        if words[end].capital and _begins(words[end]):
            end += 1
            if words[end - 1].tail or words[end - 1].folded in _ENDS_NAME or _is_people(words, end - 1):
                break
        elif (
            end + 1 < len(words) and words[end + 1].capital and is_adjective(words[end - 1]) and _OF_IT.fullmatch(words[end].folded)
        ):
            end += 1  # “Sovyet elçisi Surits”
        else:
            break
    return end


def _is_people(words: Sequence[Word], place: int) -> bool:
    """Whether a people is named, and no union of them: “Ruslar Kafkasya'ya …”, but “Sovyetler Birliği”."""
    found = _STATE.fullmatch(words[place].folded)
    if found is None or not found["people"]:
        return False
    return place + 1 == len(words) or not words[place + 1].folded.startswith("birli")


def _somebody(words: Sequence[Word], first: int, end: int, comma: bool) -> Somebody | None:
    run = words[first:end]
    if any(_NO_PERSON.fullmatch(word.folded) for word in run):
        return None
    after = words[end] if end < len(words) and not comma else None
    if after is not None and not run[-1].tail and _NO_PERSON.fullmatch(after.folded):
        return None
    sides = frozenset(found[0] for word in run if (found := side_of(word)))
    last, role = end - 1, _role(run[-1], after)
    if is_adjective(run[-1]) and after is not None:
        last, role = end, role_by_end(after.folded) if not after.tail else role_by_tail(after.tail)
    elif (
        len(run) == 1
        and run[0].folded in _CAPITALS
        and (role == OF or (role == BARE and not (after and _OF_IT.fullmatch(after.folded))))
    ):
        sides = frozenset({_CAPITALS[run[0].folded]})
    names = frozenset(word.folded for word in run if side_of(word) is None and word.folded not in TITLES)
    return Somebody(sides, names, role, first, last)


def _role(word: Word, after: Word | None) -> str:
    if not word.tail and after is not None and after.folded in ("ile", "ve"):
        return WITH if after.folded == "ile" else UNCLEAR
    if word.tail:
        return AT if after is not None and after.folded == "gore" else role_by_tail(word.tail)
    found = side_of(word)
    return found[1] if found else role_by_end(word.folded)
