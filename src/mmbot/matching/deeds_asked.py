"""What a question asks to have been done, and by whom, to whom, from whom."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mmbot.matching.index import Index
from mmbot.matching.linking import Link
from mmbot.matching.question_type import is_verb
from mmbot.matching.reading import Reading
from mmbot.matching.roles import BARE, FROM, OF, TITLES, TO, WHAT, WITH, Somebody, is_adjective, role_by_end, role_by_tail, side_of
from mmbot.matching.words import Word, read_words

_TENSE = re.compile(r"(?P<stem>.{2,}?)(?:[dt][iu]|m[iu]s|[iu]?yor|y?[ae]c[ae]k)(?:t[iu]|d[iu]|m[iu]s)?(?:l[ae]r)?")
_PASSIVE_STEM = re.compile(r".{2,}(?:[iu]l|[aeiu]n)")
LIGHT = re.compile(
    r"(?:ver|et|ed|yap|ol|cek|dile|gonder|yolla|yaz|sun|ilet|bulun|ac|kes)"
)  # “telgraf çekti”: the noun tells the deed
_NOTHING_BY_ITSELF = re.compile(r"(?:ver|et|ed|yap|ol|cek|dile|bulun|ac|kes)")
_IS_THERE = re.compile(r"(?:var|yok|ol|i)(?:[dm][iu]\w*|mus\w*)")
_QUESTION_WORDS = frozenset({
    "ne",
    "neler",
    "kim",
    "kime",
    "kimi",
    "kimler",
    "hangi",
    "kac",
    "nerede",
    "neden",
    "niye",
    "nasil",
    "zaman",
})
_WHO = frozenset({"kim", "kimler"})
_CLAUSE_END = re.compile(r".{2,}(?:y?[iu]nc[ae]|[dt][iu]kt[ae]n|[dt][iu]g[iu]nd[ae]|y?ken)")
_SENT = frozenset({"=telgraf", "=mektup", "=nota", "=rapor", "=ultimatom", "=oner", "=taslak"})
_HEADS = re.compile(
    r"(?:hukumet|devlet|birlig|heyet|ordu|taraf|cumhuriyet|kuvvet|birlik|basin|halk|milli|meclis|elci|sefir|temsilci|komiser|bakan|vekil|"
    r"asker|donanma|polis|komutan|general|subay|delege|yetkili|yonetici|onder|lider|rusya)"
)
_BODY = re.compile(r"(?:komite|cemiyet|parti|firka|mahkeme|dernek|orgut|teskilat|ocag|gazete|federasyon)")
_TITLE = re.compile(r"(?P<title>bey|pasa|efendi|hanim)(?P<tail>(?:n?[dt][ae]n?|y?l[ae]|n?[iu]n|[yn]?[aeiu])?)")
_TURKISH = frozenset({"bey", "pasa", "efendi", "beyin", "pasanin", "reis", "kahya", "beyler"})
_BEHIND = 7  # words between whose letter it is and the letter
# English, and what two are held against each other for: “Surits Aralov'dan kaç ay sonra geldi?”.
_NOT_READ = frozenset({
    "what", "who", "when", "where", "which", "how", "why", "did", "was", "were", "is", "are", "the", "does", "sonra", "once", "evvel", "beri",
})  # fmt: skip


class Deed(NamedTuple):
    """What is done: the *stem* of the verb, the *groups* of synonyms it is of, and those of the *noun* that tells the deed beside it."""

    stem: str
    groups: frozenset[str]
    noun: frozenset[str]
    passive: bool


class AskedDeed(NamedTuple):
    """Who is asked about: by whom it is done, to whom, from whom, and whom it befalls."""

    doers: tuple[Somebody, ...]
    receivers: tuple[Somebody, ...]
    sources: tuple[Somebody, ...]
    objects: tuple[Somebody, ...]
    deed: Deed

    def in_role(self, role: str) -> tuple[Somebody, ...]:
        """Those to whom, from whom or against whom it is done."""
        return {TO: self.receivers, FROM: self.sources, WHAT: self.objects}[role]


def asked_deed(index: Index, reading: Reading) -> AskedDeed | None:
    """What *reading* asks to have been done, and by whom; None where it asks for yes or no, or names nobody, or has no verb."""
    if reading.asked.polar or reading.asked.definition or any(word.folded in _NOT_READ for word in reading.words):
        return None
    verb = next((word for word in reversed(reading.words[-2:]) if is_verb(word) and _TENSE.fullmatch(word.folded)), None)
    people = () if verb is None or _IS_THERE.fullmatch(verb.folded) else tuple(_people(index, reading, verb.place))
    if verb is None or not people:
        return None
    doers = () if any(word.folded in _WHO for word in reading.words) else _doers(index, reading, people, verb)
    receivers, sources, objects = (tuple(one for one in people if one.role == role) for role in (TO, FROM, WHAT))
    return AskedDeed(doers, receivers, sources, objects, _deed(index, reading, verb))


def _doers(index: Index, reading: Reading, people: Sequence[Somebody], verb: Word) -> tuple[Somebody, ...]:
    """Who is named as the one who does it: bare, and not within “Ermeniler saldırınca”; else whose letter or offer it is."""
    clause = max((word.place for word in reading.words[: verb.place] if _CLAUSE_END.fullmatch(word.folded)), default=-1)
    bare = tuple(one for one in people if one.role == BARE)
    if bare:
        return tuple(one for one in people if one.role in (BARE, WITH) and one.last > clause)
    return tuple(one for one in people if one.role == OF and _wrote(index, reading, one))


def _deed(index: Index, reading: Reading, verb: Word) -> Deed:
    found = _TENSE.fullmatch(verb.folded)
    stem = found["stem"] if found else ""
    before = next((word for word in reversed(reading.words[: verb.place]) if word.folded not in _QUESTION_WORDS), None)
    noun = (
        terms_of(index, before)
        if before is not None and LIGHT.match(stem) and not before.capital and not before.folded.isdigit()
        else frozenset[str]()
    )
    alone = not (noun and _NOTHING_BY_ITSELF.fullmatch(stem))
    groups = frozenset(index.vocabulary.meanings(verb)) if alone else frozenset[str]()
    return Deed(stem, groups, noun, _PASSIVE_STEM.fullmatch(stem) is not None)


def terms_of(index: Index, word: Word) -> frozenset[str]:
    """The terms of *word* as the knowledge writes it."""
    return frozenset(index.vocabulary.meanings(word) or (word.folded,))


def _wrote(index: Index, reading: Reading, one: Somebody) -> bool:
    """Whether it is somebody's letter, note or offer that is asked about, and not what became of it."""
    behind = reading.words[one.last + 1 : one.last + 1 + _BEHIND]
    sent = next((word for word in behind if not _SENT.isdisjoint(index.vocabulary.meanings(word))), None)
    return sent is not None and role_by_end(sent.folded) != TO


def _is_a_body(reading: Reading, found: Link) -> bool:
    """Whether a name of several words is that of a body, and no state's: the Bolsheviks do not act in “Bolşevik Komitesi”."""
    return _BODY.match(reading.words[max(found.places)].folded) is not None


def _people(index: Index, reading: Reading, end: int) -> Iterator[Somebody]:
    """Everybody whom the question names before its verb."""
    taken: set[int] = set()
    for found in reading.named:
        kind = index.entries[found.entry].kind
        if kind == "person":
            one = _person(index, reading, found.entry, max(found.places))
            taken.update(found.places, range(one.first, one.last + 1))
            yield one
        elif len(found.places) > 1 and found.joined and (kind not in ("organisation", "place") or _is_a_body(reading, found)):
            name = read_words(found.written)
            places = range(min(found.places), max(found.places) + 1)
            taken.update(place for place in places if _is_within(reading.words[place], name))
    for word in reading.words[:end]:
        side = side_of(word)
        if side and word.place not in taken and not _is_of_a_thing(reading.words, word):
            last, role = _head(reading.words, word, side[1])
            taken.update(range(word.place, last + 1))
            yield Somebody(frozenset({side[0]}), frozenset(), role, word.place, last)


def _is_within(word: Word, name: Sequence[Word]) -> bool:
    """Whether *word* stands in the *name* as it is written: “Gürcistan Sovyet …” is not “Gürcistan'ın Sovyetleştirilmesi”."""
    return all(other.folded != word.folded or other.tail == word.tail for other in name)


def _is_of_a_thing(words: Sequence[Word], word: Word) -> bool:
    """Whether *word* only tells which thing it is, as in “Türk-Sovyet dostluğu”."""
    after = words[word.place + 1] if word.place + 1 < len(words) else None
    if not is_adjective(word) or after is None or is_adjective(after):
        return after is not None and is_adjective(word) and _is_of_a_thing(words, after)
    return not (
        after.folded in _QUESTION_WORDS or after.capital or _HEADS.match(after.folded) or side_of(after) or after.folded == "ile"
    )


def _head(words: Sequence[Word], word: Word, role: str) -> tuple[int, str]:
    """The place of the word that tells the role of the side that *word* names, and the role: “Türk heyetine”, “Sovyetler Birliği'ni”."""
    if word.place + 1 == len(words):
        return word.place, role
    after = words[word.place + 1]
    if after.folded == "ile":
        return word.place, WITH
    if is_adjective(word) and is_adjective(after):
        return _head(words, after, role)
    if word.tail or not (_HEADS.match(after.folded) or (is_adjective(word) and after.folded not in _QUESTION_WORDS)):
        return word.place, role
    side = side_of(after)
    found = role_by_tail(after.tail) if after.tail else side[1] if side else role_by_end(after.folded)
    return after.place, found


def _person(index: Index, reading: Reading, entry: str, last: int) -> Somebody:
    words, names = reading.words, index.entry_terms[entry]
    first = last
    while last + 1 < len(words) and not words[last].tail and _TITLE.fullmatch(words[last + 1].folded):
        last += 1
    word = words[last]
    title = _TITLE.fullmatch(word.folded)
    ending = title["tail"] if title else _ending(word, names)
    role = role_by_end(word.folded) if ending is None and not word.tail else role_by_tail(word.tail or ending or "")
    if last + 1 < len(words) and words[last + 1].folded in ("ile", "gore") and role in (BARE, TO):
        role = WITH
    return Somebody(side_of_person(index, entry), names - TITLES, role, first, last)


def _ending(word: Word, names: Iterable[str]) -> str | None:
    """What stands behind a name in a word typed without an apostrophe; None where the word is no form of one of *names*."""
    forms = [word.folded[len(name) :] for name in names if word.folded.startswith(name)]
    return min(forms, key=len, default=None)


def side_of_person(index: Index, entry: str) -> frozenset[str]:
    """The side of a person: Turks bear a title in the knowledge, of the others their definition tells it first."""
    return _side_told(index.entries[entry].facts[0].says)


@functools.lru_cache(maxsize=512)
def _side_told(definition: str) -> frozenset[str]:
    words = read_words(definition)
    if any(word.folded in _TURKISH for word in words[:8]):
        return frozenset({"=turk"})
    sides = map(side_of, words)
    return frozenset([next((side[0] for side in sides if side), "")]) - {""}
