"""The two moments whose distance a question asks for: “A'dan kaç gün sonra B oldu?”, “A ile B arasında”, “imzalandıktan kaç gün sonra onaylandı?”."""

import re
from collections.abc import Iterator

from mmbot.answering.decision import Known
from mmbot.answering.reckoning_counted import Counted, without_filling
from mmbot.answering.reckoning_moments import Moment
from mmbot.answering.reckoning_sides import DATED_KINDS, Words, entry_of, moment, pair, signed, splits, text_of
from mmbot.matching.reading import Reading, read
from mmbot.matching.words import Word, read_words

AFTER = frozenset({"sonra", "sonraydi", "sonradir", "after"})
BETWEEN = frozenset({"arasinda", "arasindaki", "arasi", "aralarinda", "between"})
_BEFORE = frozenset({"once", "onceydi", "oncedir", "evvel", "before"})
_ABLATIVE = re.compile("[dt][ae]n")
_DONE_BEFORE = re.compile(".{2,}[dt][iu]kt[ae]n")  # “açıldıktan”
_WITH = re.compile(".*[a-z]yl[ae]")  # “antlaşmasıyla”: ile, written on to its word
_JOINS = frozenset({"ile", "ve", "and"})
_HALF_NAMED = 0.6  # share of a name from which it is meant: “Cumhuriyet ilan edildi”
_UNTIL = frozenset({"kadar", "dek", "degin"})
_WAS = frozenset({"was", "were", "did", "is"})

Pair = tuple[Moment, Moment, bool | None]


def pairs(known: Known, reading: Reading, asked: Counted) -> Iterator[Pair]:
    """The two moments that are meant, in every way to read the question that makes sense; with them whether the second follows."""
    before, after = asked.before, asked.after
    if after and after[0].folded in AFTER | _BEFORE:
        follows = after[0].folded in AFTER
        if (before and _is_from(before[-1])) or after[0].folded == "once":
            yield from ((one, other, follows) for one, other in _after_what(known, reading, before, after[1:], follows=follows))
            yield from ((one, other, follows) for one, other in _of_one_thing(known, before, after[1:]))
        elif not before:
            yield from ((one, other, follows) for one, other in _in_english(known, after[1:]))
        else:  # “Moskova Antlaşması kaç gün sonra onaylandı?”
            yield from ((one, other, follows) for one, other in _of_one_thing(known, before, after[1:]))
        return
    for one, other in _beside(known, reading, without_filling(before + after)):
        found = pair(known, (one, other))
        if found:
            yield found[0], found[1], None
        yield from ((first, second, None) for first, second in _of_one_thing(known, one, other))


def _in_english(known: Known, words: Words) -> Iterator[tuple[Moment, Moment]]:
    """“How many days after A was B?”."""
    for number, word in enumerate(words):
        if word.folded in _WAS and 0 < number < len(words) - 1:
            found = pair(known, (words[:number], words[number + 1 :])) or pair(known, (words[:number], words[number + 1 : -1]))
            if found:
                yield found[0], found[1]


def _after_what(known: Known, reading: Reading, before: Words, rest: Words, *, follows: bool) -> Iterator[tuple[Moment, Moment]]:
    """“A'dan kaç gün sonra B oldu?”, “B A'dan kaç gün sonra oldu?”.

    What somebody did – a telegram, a visit – has to lie on that side of the anchor: there are others.
    """
    ways = [(before, rest, ()), (before, rest[:-1], rest[-1:])] if len(rest) > 1 else []
    ways += [(anchor, core, rest) for core, anchor in splits(reading, before)]
    for anchor, core, verbs in ways:
        if not _has_its_own_subject(known, anchor, core):
            continue
        found = pair(known, (anchor, core)) if not verbs else _with_verbs(known, anchor, core, verbs)
        if (
            found
            and _is_of_the_same(known, (anchor, found[0]), (*core, *verbs), found[1])
            and ((found[0].days <= found[1].days) is follows or not _names_somebody(known, (*core, *verbs)))
        ):
            yield found[0], found[1]


def _has_its_own_subject(known: Known, anchor: Words, core: Words) -> bool:
    """Whether *anchor* says itself what happened to what: of “Kars Antlaşması TBMM'de onaylandıktan”, “TBMM'de onaylandıktan” does not."""
    if not core or not anchor or core[0].place > anchor[0].place or not _DONE_BEFORE.fullmatch(anchor[-1].folded):
        return True
    if len(anchor) == 1:
        return False
    places = next((found.places for found in read(known.index, text_of(anchor)).named if 0 in found.places), {0})
    return not anchor[max(places)].tail


def _is_of_the_same(known: Known, anchored: tuple[Words, Moment], rest: Words, found: Moment) -> bool:
    """Whether *found* may follow on the anchor: where *rest* names nobody and no thing, it goes on about whom or what the anchor names."""
    anchor, first = anchored
    if found.fact is None:
        return True
    kinds = ("person", *DATED_KINDS)
    reading = read(known.index, text_of(rest))
    own = {one.entry for one in read(known.index, text_of(anchor)).named if known.library.entries[one.entry].kind in kinds}
    if first.fact and known.library.entries[first.fact.entry].kind in DATED_KINDS:
        own.add(first.fact.entry)
    link = reading.links.get(found.fact.entry)
    others = any(known.library.entries[one.entry].kind in kinds for one in reading.named)
    others = others or bool(link and link.completeness >= _HALF_NAMED)
    names = known.index.entry_terms[found.fact.entry]
    called = any(term in names for word in reading.telling if not word.tail for term in _plain_terms(reading, word))
    return not own or others or called or not own.isdisjoint((found.fact.entry, *found.fact.links))


def _plain_terms(reading: Reading, word: Word) -> Iterator[str]:
    """The names that *word* can be; a word of the field that everybody uses (mektup, güven) is none."""
    return (term for term, _ in reading.meanings[word.place][:1] if not term.startswith("="))


def _names_somebody(known: Known, words: Words) -> bool:
    """Whether a person is named, who did more than one thing."""
    return any(known.library.entries[found.entry].kind == "person" for found in read(known.index, text_of(words)).named)


def _with_verbs(known: Known, anchor: Words, core: Words, verbs: Words) -> tuple[Moment, ...] | None:
    """The anchor as it stands, the other thing with the verb that ends the sentence; both as things named only where the anchor alone is none.

    The verb is not the anchor's: what was signed in the matter of Mosul is not “Musul kararından … imzalandı”.
    """
    first, second = moment(known, anchor), moment(known, core, verbs) or signed(known, core, verbs)
    if first and second is None and verbs[-1].folded.startswith("imza"):
        second = moment(known, core)
    if first:
        return (first, second) if second else None
    return pair(known, (anchor, core), verbs)


def _of_one_thing(known: Known, before: Words, rest: Words) -> Iterator[tuple[Moment, Moment]]:
    """“Moskova Antlaşması imzalandıktan kaç gün sonra onaylandı?”: two dates of what is named once."""
    first = moment(known, before)
    if first is None or first.fact is None or not rest or read(known.index, text_of(rest)).dates:
        return
    somebody = _names_somebody(known, rest)
    for subject in (_as_said(known, before), title_words(known, _subject(known, before)), title_words(known, first.fact.entry)):
        second = moment(known, subject, rest) if subject else None
        if second is None or second.fact is None or not _is_of_the_same(known, (before, first), rest, second):
            continue
        turned = not somebody and (_is_from(before[-1]) or _DONE_BEFORE.fullmatch(before[-1].folded))
        if second.fact.entry == first.fact.entry and (first.days <= second.days or turned):
            yield first, second


def title_words(known: Known, entry: str | None) -> Words:
    """The words of an entry's title; none where there is no entry."""
    return tuple(read_words(known.library.title(entry))) if entry else ()


def _as_said(known: Known, words: Words) -> Words:
    """The person whom the beginning of *words* names, as he is called there: a title may say more than any fact does."""
    entry = _subject(known, words)
    if entry is None or known.library.entries[entry].kind != "person":
        return ()
    return next(words[:cut] for cut in range(1, len(words) + 1) if entry_of(known, words[:cut]) == entry)


def _subject(known: Known, words: Words) -> str | None:
    """The entry that the beginning of *words* names: of “Moskova Antlaşması imzalandıktan”, the treaty."""
    return next((entry for cut in range(len(words), 0, -1) if (entry := entry_of(known, words[:cut]))), None)


def _beside(known: Known, reading: Reading, words: Words) -> Iterator[tuple[Words, Words]]:
    """“A ile B arasında”, “A'yla B arasında”, “A'dan B'ye kadar”, “A ile B'nin güven mektubu arasında”."""
    if any(word.folded in BETWEEN for word in words):
        sides = _without(words, BETWEEN)
        joined = [number for number, word in enumerate(sides) if word.folded in _JOINS and 0 < number < len(sides) - 1]
        for number in joined:
            one, other = sides[:number], sides[number + 1 :]
            yield one, other
            yield from (((*one, *other[cut:]), other) for cut in range(1, len(other)) if _subject(known, other[:cut]))
        for number, word in enumerate(sides[:-1]) if not joined else ():
            if _WITH.fullmatch(word.folded + word.tail):
                yield sides[: number + 1], sides[number + 1 :]
        if not joined:
            yield from splits(reading, sides)
        return
    for number, word in enumerate(words[:-1]):
        if _is_from(word):
            yield words[: number + 1], _without(words[number + 1 :], _UNTIL)


def _is_from(word: Word) -> bool:
    return _ABLATIVE.search((word.tail or word.folded)[-3:]) is not None


def _without(words: Words, left_out: frozenset[str]) -> Words:
    return tuple(word for word in words if word.folded not in left_out)
