"""Where a sentence tells a deed, and by whom it was done."""

import functools
import re
from collections.abc import Iterator, Sequence

from mmbot.matching.deeds_asked import LIGHT, Deed, terms_of
from mmbot.matching.index import Index
from mmbot.matching.question_type import is_verb
from mmbot.matching.roles import BARE, OF, UNCLEAR, WITH, Piece, Somebody
from mmbot.matching.words import Word
from mmbot.turkish import is_verb_ending

_PASSIVE = re.compile(r"(?:[iu]l|[iu]n|n|l)(?![ae]r)(?:[dtmy]|[iu][pnsy]|[ae]|$).*")
_PASSIVE_VERB = re.compile(
    r".{2,}?(?:[iu]l|[aeiu]n)(?:[dt][iu]|m[iu]s|m[ae]s|m[ae]k|[iu]yor|y?[ae]c[ae]|y?[ae]n|y?[ae]r[ae]k|[dt][iu]g)\w*"
)
_SUBORDINATE = re.compile(r".{2,}(?:[dt][iu]g[iu]|y?[ae]c[ae]g[iu]|m[ae]s[iu])\w{0,5}")
_ATTRIBUTE = re.compile(r".{2,}y?[ae]n(?:l[ae]r)?\w{0,3}")
_GOING_ON = re.compile(r".{2,}(?:y?[ae]r[ae]k|y?[iu]p)")
_SENT_BY = re.compile(r"(?:verdigi|cektigi|gonderdigi|yolladigi|yazdigi|sundugu|ilettigi)")
_MOVES = frozenset({"=gelis", "=gidis", "=ziyaret"})
_VAGUE = frozenset({"=soyle", "=yaz", "=iste"})  # groups that hold too much to be one deed
_NEAR, _FAR = 7, 15  # words between whose deed it is and the noun, or the verb, that tells it


def places_of(index: Index, piece: Piece, deed: Deed) -> Iterator[int]:
    """The places of the words with which *piece* tells *deed*."""
    for place, word in enumerate(piece.words):
        if deed.noun:
            if not word.capital and not deed.noun.isdisjoint(terms_of(index, word)):
                yield _with_verb(piece, place, deed)
        elif _is_told(index, word, deed):
            yield place


def _with_verb(piece: Piece, place: int, deed: Deed) -> int:
    """The place of the verb behind the noun at *place*, or of the “çektiği” before it; that of the noun where there is none."""
    after = place + 1
    if after < len(piece.words) and deed.stem and LIGHT.match(piece.words[after].folded):
        return after
    before = range(place - 1, max(-1, place - _NEAR), -1)
    return next((other for other in before if _SENT_BY.fullmatch(piece.words[other].folded)), place)


def _is_told(index: Index, word: Word, deed: Deed) -> bool:
    if word.capital or word.tail:
        return False
    rest = word.folded[len(deed.stem) :] if deed.stem and word.folded.startswith(deed.stem) else None
    if rest is not None and (is_verb_ending(rest) or (rest[:1] in "ae" and is_verb_ending(rest[1:]))):
        return _PASSIVE.fullmatch(rest) is None
    if _told_by(deed.groups).isdisjoint(index.vocabulary.meanings(word)):
        return False
    return (_PASSIVE_VERB.fullmatch(word.folded) is not None) == deed.passive


@functools.lru_cache(maxsize=64)  # asked for every word of every sentence that is looked at
def _told_by(groups: frozenset[str]) -> frozenset[str]:
    """The groups of which a word tells the deed that is of *groups*."""
    clear = groups - _VAGUE
    return clear | _MOVES if clear & _MOVES else clear


def subjects_of(index: Index, told: Sequence[Piece], deed: Deed) -> Iterator[list[Somebody]]:
    """By whom *deed* is done, each time that the pieces of a sentence tell it; who did what was told before goes on where nobody else is named."""
    carried: list[Somebody] = []
    for piece in told:
        for place in places_of(index, piece, deed):
            yield doers_of(index, piece, place, deed) or (carried if is_verb(piece.words[place]) else [])
        carried = [one for one in piece.people if one.role == BARE and (one.sides or _is_person(index, one))][:1] or carried


def doers_of(index: Index, piece: Piece, place: int, deed: Deed) -> list[Somebody]:
    """Who does the *deed* that *piece* tells at *place*; nobody where it does not say."""
    word = piece.words[place]
    before = [one for one in piece.people if one.last < place and (one.sides or _is_person(index, one))]
    if not word.tail and not _SUBORDINATE.fullmatch(word.folded) and (is_verb(word) or _GOING_ON.fullmatch(word.folded)):
        return [one for one in before if one.role in (BARE, UNCLEAR) or (one.role == WITH and not deed.groups & _MOVES)]
    if _ATTRIBUTE.fullmatch(word.folded) and not deed.noun:
        return []
    near = [
        one for one in before if one.role == OF and one.last >= place - (_FAR if _SUBORDINATE.fullmatch(word.folded) else _NEAR)
    ]
    return near[-1:] or [one for one in before if one.role == BARE]


def _is_person(index: Index, one: Somebody) -> bool:
    return any(index.entries[entry].kind == "person" for name in one.names for entry in index.entries_with.get(name, ()))
