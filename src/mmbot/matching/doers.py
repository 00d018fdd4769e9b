"""Whose deed a fact tells: that Türkiye gave Georgia an ultimatum does not tell when Georgia gave one, nor when it gave Armenia one."""

import functools
import re
from collections.abc import Callable, Iterator
from functools import partial

from mmbot.matching.deeds_asked import AskedDeed, Deed, asked_deed, side_of_person
from mmbot.matching.deeds_told import doers_of, places_of, subjects_of
from mmbot.matching.index import Index
from mmbot.matching.question_type import is_verb
from mmbot.matching.reading import Reading
from mmbot.matching.roles import FROM, TO, WHAT, Piece, Somebody, pieces, spellings
from mmbot.matching.terms import FactTerms
from mmbot.turkish import fold

# Who gets or loses something is no doer of it: “Türkiye ne aldı?” is answered by what was given to Türkiye.
_RECEIVES = re.compile(r"(?:al|kaybet|kazan|ogren|gor|edin|kurtul|bul|yasa|kork|cekin|bekle|um|yitir|bil|iste|kabul)")
_APOSTROPHE = re.compile("['’‘`´ʼ＇]")  # noqa: RUF001  what keyboards and books really use
_MARK = " \u02bc "  # an apostrophe that nobody types, and survives folding
_POLAR = re.compile(r"m[iu](?:d[iu]r|yd[iu]|ym[iu]s)?")
_INFINITIVE = re.compile(r".{2,}m[ae](?:[kg]\w{0,3})?")
_PARTICIPLE = re.compile(r".{2,}[^dt][ae]n")
_ALIKE = (
    frozenset({"=turk", "=osmanli"}),
    frozenset({"=itilaf", "=ingiliz"}),
    frozenset({"=itilaf", "=fransiz"}),
    frozenset({"=itilaf", "=italyan"}),
)
_OBLIQUE, _LOSES = frozenset({TO, FROM, WHAT}), frozenset({FROM})


def gates(index: Index, reading: Reading) -> Iterator[Callable[[FactTerms], bool]]:
    """What can tell that the fact's deed is another's, or done to another."""
    found = asked_deed(index, reading)
    if found is None:
        return
    if found.doers:
        yield partial(done_by_another, index, found)
    if found.receivers:
        yield partial(done_to_another, index, found, TO)
    if found.sources and found.doers:  # “Aralov'dan … geldi” may be half of a question
        yield partial(done_to_another, index, found, FROM)
    if found.objects and reading.asked.kind == "who":
        yield partial(done_to_another, index, found, WHAT)
    if reading.asked.kind == "when":
        yield partial(only_wished, index, found.deed)
    elif reading.asked.kind == "why":
        yield partial(only_mentioned, index, found.deed)


def done_by_another(index: Index, asked: AskedDeed, terms: FactTerms) -> bool:
    """Whether the fact tells the deed of somebody else than is asked about, or only what was done to the one who is."""
    told = pieces(terms.fact.says)
    mine = [one.role for piece in told for one in piece.people if any(_is(one, doer) for doer in asked.doers)]
    suffering = _LOSES if asked.deed.passive or _RECEIVES.match(asked.deed.stem) else _OBLIQUE
    suffered = bool(mine) and suffering.issuperset(mine)
    if not suffered:
        subjects = list(subjects_of(index, told, asked.deed))
        if not subjects or any(
            not subject or not all(_is_other(index, one, doer, terms) for doer in asked.doers for one in subject)
            for subject in subjects
        ):
            return False
    return not any(_is(one, doer) for doer in asked.doers for one in _asked_of(index, asked.deed, doer, terms))


def only_wished(index: Index, deed: Deed, terms: FactTerms) -> bool:
    """Whether the fact tells the deed only as what was wanted, feared or left undone: “tanımak istemedi” does not tell when it was done."""
    told = [(piece.words, place) for piece in pieces(terms.fact.says) for place in places_of(index, piece, deed)]
    return bool(told) and all(_INFINITIVE.fullmatch(words[place].folded) for words, place in told)


def only_mentioned(index: Index, deed: Deed, terms: FactTerms) -> bool:
    """Whether the fact mentions the deed only beside another: “gelen heyetten telaşlandı” does not tell why it came."""
    told = [(piece.words, place) for piece in pieces(terms.fact.says) for place in places_of(index, piece, deed)]
    return bool(told) and all(_PARTICIPLE.fullmatch(words[place].folded) for words, place in told)


def done_to_another(index: Index, asked: AskedDeed, role: str, terms: FactTerms) -> bool:
    """Whether the fact tells the deed as done to (*role*: or from) somebody else than is asked about, or as done by that one."""
    meant = asked.in_role(role)
    told = [(piece, place) for piece in pieces(terms.fact.says) for place in places_of(index, piece, asked.deed)]
    if not told or not all(_goes_elsewhere(index, piece, place, asked, role, terms) for piece, place in told):
        return False
    written = ((other, piece) for other in meant for piece in _written(terms, other))
    return not any(
        _is(one, other)
        for other, piece in written
        for place in places_of(index, piece, asked.deed)
        for one in _in_role(piece, place, role)
    )


def _goes_elsewhere(index: Index, piece: Piece, place: int, asked: AskedDeed, role: str, terms: FactTerms) -> bool:
    """Whether the deed at *place* is done to others than is asked, or by the one who is asked about as the receiver."""
    meant = asked.in_role(role)
    by = doers_of(index, piece, place, asked.deed)
    if by and not asked.doers and all(_is(one, other) for one in by for other in meant):
        return True
    those = _in_role(piece, place, role)
    return bool(those) and all(_is_other(index, one, other, terms) for one in those for other in meant)


def _in_role(piece: Piece, place: int, role: str) -> list[Somebody]:
    return [one for one in piece.people if one.role == role and one.last < place]


def _written(terms: FactTerms, one: Somebody) -> Iterator[Piece]:
    """The questions written for the fact that ask openly and may name *one*: to see whether they do takes ten times as long."""
    spelt = spellings(one)
    for question, plain in zip(terms.fact.questions, _plain(terms.fact.questions), strict=True):
        if not any(word in plain for word in spelt):
            continue
        yield from (piece for piece in pieces(question) if not any(_POLAR.fullmatch(word.folded) for word in piece.words))


@functools.lru_cache(maxsize=256)
def _plain(texts: tuple[str, ...]) -> tuple[str, ...]:
    """*texts* folded, without apostrophes; all at once, for to fold has a price per call."""
    folded = fold(_MARK.join(texts)).split(_MARK.strip())
    return tuple(_APOSTROPHE.sub("", one) for one in folded) if len(folded) == len(texts) else tuple(map(_plainly, texts))


def _plainly(text: str) -> str:
    return _APOSTROPHE.sub("", fold(text))


def _asked_of(index: Index, deed: Deed, doer: Somebody, terms: FactTerms) -> Iterator[Somebody]:
    """Those of whom a question written for the fact that may name the *doer* asks the *deed*."""
    for piece in _written(terms, doer):
        for place in places_of(index, piece, deed):
            if is_verb(piece.words[place]):
                yield from (one for one in doers_of(index, piece, place, deed) if len(one.sides) < 2)


def _is(one: Somebody, other: Somebody) -> bool:
    """Whether *one*, of whom a fact tells, may be the *other*, who is asked about."""
    if other.names:
        return not one.names.isdisjoint(other.names)
    return not one.sides.isdisjoint(other.sides)


def _is_other(index: Index, one: Somebody, other: Somebody, terms: FactTerms) -> bool:
    """Whether *one* is certainly somebody else than the *other*."""
    if _is(one, other):
        return False
    sides = one.sides
    if one.names:
        known = [
            entry for entry in (*terms.fact.people, terms.fact.entry) if not one.names.isdisjoint(index.entry_terms.get(entry, ()))
        ]
        known = [entry for entry in known if index.entries[entry].kind == "person"]
        if other.names and known:
            return True
        sides = sides.union(*(side_of_person(index, entry) for entry in known))
    return bool(sides) and bool(other.sides) and not any(_allied(side, ours) for side in sides for ours in other.sides)


def _allied(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in _ALIKE)
