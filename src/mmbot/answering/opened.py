"""A doubted statement asked openly: “Gümrü Antlaşması Kars'ta imzalanmadı mı?” asks what “Gümrü Antlaşması nerede imzalandı?” asks.

What happened is named with what was done; the part that is doubted – who, where, when, how many, why – is left open in its place, and the
question that comes of it is asked like any other. Its answer counts only where a fact of the thing named was written to tell just that part.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mmbot.answering.claims_words import same_deed
from mmbot.answering.decision import Decision, Known
from mmbot.matching.question_type import is_verb
from mmbot.matching.reading import NATIONS, Reading, dates_of, read
from mmbot.matching.words import Word, read_words
from mmbot.model import Answered, Fact
from mmbot.texts import NOT_SAID_OF

ENOUGH = 0.8  # sureness from which an open question is taken for answered
MOST_WAYS = 8  # open questions tried
_THINGS = frozenset({"treaty", "conference", "event", "document", "organisation", "concept"})
# What is asked for each kind of part, and the kinds of answer that a fact which tells it gives.
_ASKS = {
    "who": "kim", "when": "ne zaman", "order": "ne zaman", "where": "nerede", "how-many": "kaç", "how-long": "ne kadar", "why": "neden", "how": "nasıl",
}  # fmt: skip
_TELLS: Mapping[str, frozenset[str]] = {
    "who": frozenset({"who", "list"}),
    "when": frozenset({"when"}),
    "order": frozenset({"when"}),
    "where": frozenset({"where"}),
    "how-many": frozenset({"how-many"}),
    "how-long": frozenset({"how-many"}),
    "why": frozenset({"why", "how"}),
    "how": frozenset({"how"}),
}
_TITLES = frozenset({"bey", "pasa", "efendi", "hanim", "beyler", "pasalar"})
# What only stresses a doubt, and what says “our side” where the thing named has only one such.
_STRESS = frozenset({
    "bizzat", "kendisi", "kendi", "gidip", "gelip", "hic", "da", "de", "sadece", "yalniz", "yalnizca", "sirf", "tamamen", "yani", "sanki", "aslinda",
    "gercekten", "resmen", "bile", "taraftan", "adimiza", "bizim", "biz", "bizden", "mi", "mu", "miydi", "muydu", "ise", "ki", "tek", "basina",
})  # fmt: skip
_BETWEEN = frozenset({"ile", "ve", "veya"})
_NUMBERS = re.compile(
    r"(?:iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on|onbir|oniki|yirmi|otuz|kirk|elli|altmis|yetmis|seksen|doksan|yuz|bin|milyon)(?:lerce|larca)?"
)
_LOCATIVE = re.compile("(?:^|.{3,})[dt][ae]$")
_GENITIVE = re.compile(r"\w{3,}[iu]n$|^n?[iu]n$")
_REASON = frozenset({"icin", "yuzunden", "dolayi", "diye", "nedeniyle", "sebebiyle"})
_BELIEVED = re.compile(r"diye|(?:bil|hatirl|san|zanned)\w*[iu]yor\w*|(?:duy|oku|ogren|san)(?:m[iu]s)?[td][iu][km]")
_ORDER = frozenset({"sonra", "once"})
_LONG = re.compile(r"(?:yil|ay|gun|hafta|saat)l[ae]rc[ae]")
_MANNER = re.compile(r"\w{3,}[ae]r[ae]k|\w{3,}(?<!yl)(?<!my)(?:yl|[bcdfghjklmnprstvyz]l)[ae]")
_ABSTRACT = re.compile(
    r"(?:yil|tarih|gun|ay|is|mesele|konu|dis|bas|son|ic|sira|ara|karsi|hakk|saye|ust|alt|ilk|zaman|donem)\w*[dt][ae]$"
)
_OF_A_TOWN = re.compile("l[iu]$")
SHORT = 3  # letters of a word that is like too many others to tell a deed
LONGEST_REASON = 5  # words before “için”
_PAST = r"(?:d[iu]|m[iu]s(?:t[iu])?)(?:l[ae]r|k|m)?"
_NEGATED, _ABLE = re.compile(rf"(\w{{2,}})m[ae]{_PAST}"), re.compile(rf"(\w{{2,}}?)y?[ae]bil{_PAST}")
_MEANWHILE = re.compile(r"(?:[dt][iu]g[iu]nd[ae]|[iu]nc[ae]|m[ae]d[ae]n|ken|[dt][iu]kt[ae]n)$")
_LIGHT = re.compile(r"(?:at|koy|et|ed|yap)[dtim]")
_OF_SO_MANY = re.compile(r"l[iu]k(?:[dt][iu])?$")
_YEAR = re.compile(r"(?:yil|sene|tarih|gun|ay)\w*")
_WHITHER = re.compile("[ny]?[ae]|[dt][ae]n")
_WHOM = tuple(
    (re.compile(tail), asking)
    for tail, asking in (("n?[iu]n", "kimin"), ("[ny]?[ae]", "kime"), ("[ny]?[iu]", "kimi"), ("yl[ae]|l[ae]", "kiminle"))
)
_PARTICLE = re.compile(r"m[iu](?:d[iu]r|yd[iu]|ym[iu]s)?")
_BACK = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
_VOICELESS = "fstkçşhp"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a statement that can be left open: its words, and what kind of answer is asked for instead of them."""

    words: tuple[Word, ...]
    kind: str

    @property
    def places(self) -> frozenset[int]:
        """Where its words stand."""
        return frozenset(word.place for word in self.words)


def opened(known: Known, reading: Reading, ask: Callable[[Reading], Decision]) -> Decision | None:
    """The answer to what *reading* doubts, asked openly; None where nothing is doubted in it, or nothing sure is found.

    *ask* answers a reading as if it had been asked by itself.
    """
    if not reading.asked.polar or not (reading.asked.statement or reading.asked.focus is not None):
        return None
    if sum(_PARTICLE.fullmatch(word.folded) is not None for word in reading.words) > 1 or any(
        word.folded == "yoksa" for word in reading.words
    ):
        return None  # “Aralov muydu yoksa Natsarenus mu?” doubts both
    stated = _stated(reading)
    seen: set[str] = set()
    for parts in _ways(known, reading, stated):
        text = _open_question(known, stated, parts)
        if text in seen:
            continue
        seen.add(text)
        if len(seen) > MOST_WAYS:
            break
        asked_so = read(known.index, text)
        decision = ask(asked_so)
        if _tells_it(known, reading, asked_so, decision, parts[0].kind):
            return _with_remark(known, decision, parts)
    return None


def _stated(reading: Reading) -> list[Word]:
    """The words of the statement that is doubted, without “… diye biliyorum” behind it and without what only stresses it."""
    words = [word for word in reading.words if word.place not in reading.asked.words]
    while words and _BELIEVED.fullmatch(words[-1].folded):
        words.pop()
    return [word for word in words if word.folded not in _STRESS]


def _ways(known: Known, reading: Reading, stated: Sequence[Word]) -> Iterator[tuple[Part, ...]]:
    """What may be left open, the first of each being asked for."""
    parts = list(_parts(known, reading, stated))
    if reading.asked.focus is not None and not reading.asked.statement:
        parts = [part for part in parts if reading.asked.focus in part.places]
    for part in parts:
        yield (part,)
    if len(parts) > 1:
        for part in parts:
            yield (part, *(other for other in parts if other.places.isdisjoint(part.places)))


def _parts(known: Known, reading: Reading, stated: Sequence[Word]) -> Iterator[Part]:
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
    if NATIONS.intersection(term for term, _ in reading.meanings.get(word.place, ())):
        return True
    kinds = {
        known.library.entries[found.entry].kind for found in reading.links.values() if found.full and word.place in found.places
    }
    if "person" in kinds:
        return True
    named = word.capital and word.place > 0 and "place" not in kinds
    return named and not _OF_A_TOWN.search(word.folded) and not _WHITHER.fullmatch(word.tail)


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
    kind = "why" if stated[at].folded in _REASON else "order"
    for first in range(at - 1, max(at - 1 - LONGEST_REASON, 0), -1):
        yield Part(tuple(stated[first : at + 1]), kind)


def _ends_a_reason(word: Word, focus: int | None) -> bool:
    return word.folded in _REASON | _ORDER and (word.folded != "diye" or word.place == focus)


def _open_question(known: Known, stated: Sequence[Word], parts: Sequence[Part]) -> str:
    """What asks for the first of *parts*, in its place, and says nothing of the others."""
    gone = frozenset[int]().union(*(part.places for part in parts))
    said: list[str] = []
    for number, word in enumerate(stated):
        if word == parts[0].words[-1]:
            said.append(_asking(parts[0].kind, word, stated[number + 1 :]))
        elif word.place not in gone and not (word.folded in _BETWEEN and _beside(stated, number, gone)):
            said.append(_positive(known, word) if number == len(stated) - 1 else _typed(word))
    return " ".join(said) + "?"


def _asking(kind: str, instead: Word, after: Sequence[Word]) -> str:
    """The words that ask for *kind* *instead* of a word, before what comes *after*."""
    if kind != "who":
        return _ASKS[kind]
    if not after:
        return "kimdi"
    if after[0].folded == "adina":
        return "kimin"
    return next((asking for tail, asking in _WHOM if tail.fullmatch(instead.tail)), "kim")


def _beside(stated: Sequence[Word], number: int, gone: frozenset[int]) -> bool:
    return any(other.place in gone for other in stated[max(0, number - 1) : number + 2])


def _typed(word: Word) -> str:
    return f"{word.typed}'{word.tail}" if word.tail else word.typed


def _positive(known: Known, word: Word) -> str:
    """The verb *word* as it tells that something was done: “imzalamamış” as “imzaladı”, “gelemedi” as “geldi”, “ulaşabildi” as “ulaştı”."""
    found = None if word.tail or word.capital else _NEGATED.fullmatch(word.folded) or _ABLE.fullmatch(word.folded)
    if not found or len(word.plain) != len(word.folded):
        return _typed(word)
    stem = word.plain[: len(found[1])]
    done = [
        _done(one)
        for one in (stem, stem[:-1] if stem[-1] in "ae" else "")
        if len(one) > 1 and any(letter in _BACK for letter in one)
    ]
    return next((one for one in done if known.index.lexicon.knows_surely(read_words(one)[0])), done[0] if done else _typed(word))


def _done(stem: str) -> str:
    vowel = next(letter for letter in reversed(stem) if letter in _BACK)
    return stem + ("t" if stem[-1] in _VOICELESS else "d") + _BACK[vowel]


def _tells_it(known: Known, doubted: Reading, reading: Reading, decision: Decision, kind: str) -> bool:
    """Whether *decision* surely answers *reading* with a fact that was written to tell who, where, when …, of what *doubted* named too."""
    answer, sure = decision.answer, decision.sure
    if not isinstance(answer, Answered) or not answer.facts or answer.remark or sure < ENOUGH:
        return False
    fact, index = answer.facts[0], known.index
    if not _TELLS[kind].intersection(fact.answers):
        return False
    number = index.number_of(fact)
    named = {found.entry for found in doubted.named or reading.named}
    if not reading.named or (
        kind != "why" and fact.entry not in named and all(number not in index.facts_about.get(one, ()) for one in named)
    ):
        return False
    return _tells_the_deed(known, reading, fact) and _tells_the_names(known, reading, fact)


def _tells_the_deed(known: Known, reading: Reading, fact: Fact) -> bool:
    """Whether *fact* says that what *reading* asks about was done, and not only when something else was (“vardığında kimse karşılamadı”)."""
    index, deed = known.index, reading.words[-1]
    if not is_verb(deed) or _OF_SO_MANY.search(deed.folded) or deed.place not in {word.place for word in reading.telling}:
        return True
    said = [word for word in read_words(fact.says) if not _MEANWHILE.search(word.folded) and not word.capital]
    deeds = [
        deed,
        *(word for word in reading.words[-2:-1] if _LIGHT.match(deed.folded)),
    ]  # “imza attı”: the noun tells what was done
    meant = {term for word in deeds for term in index.vocabulary.meanings(word)}
    return any(
        meant.intersection(index.vocabulary.meanings(word)) or (len(word.folded) > SHORT and same_deed(index, deed, word))
        for word in said
    )


def _tells_the_names(known: Known, reading: Reading, fact: Fact) -> bool:
    """Whether *fact* says of whom it tells, where *reading* asks of one beside the thing that it names: Ankara's approval is not Moscow's."""
    said = known.index.terms(fact.says)
    return all(
        said & {term for term, _ in reading.meanings[word.place]}
        for word in reading.telling
        if NATIONS.intersection(term for term, _ in reading.meanings[word.place])
    )


def _with_remark(known: Known, decision: Decision, parts: Sequence[Part]) -> Decision:
    """*decision* with a word on the names, dates and numbers that its fact does not tell of."""
    if not isinstance(decision.answer, Answered):
        return decision
    number = known.index.number_of(decision.answer.facts[0])
    unsaid = [
        part
        for part in parts
        if part.kind not in ("why", "how", "order")
        and not all(any(known.index.tells(number, term) for term, _ in known.index.lexicon.resolve(word)) for word in part.words)
    ]
    if not unsaid:
        return decision
    remark = NOT_SAID_OF.format(words=" ".join(word.typed for part in unsaid for word in part.words))
    return replace(decision, answer=replace(decision.answer, remark=remark))
