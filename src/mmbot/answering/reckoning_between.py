"""“Moskova Antlaşması'ndan Kars'a kaç gün geçti?”: the time between two things, and how long one of them lasted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.judging import judge
from mmbot.answering.reckoning_sides import Moment, Words, entry_of, leading, moment, of_fact, pair, signed, splits, text_of
from mmbot.answering.reckoning_sums import in_order, sum_of
from mmbot.dates import days_between
from mmbot.matching.reading import Reading, read
from mmbot.matching.words import Word, read_words
from mmbot.model import Answered, Fact, Sibling

_UNITS = {
    "gun": "day",
    "hafta": "week",
    "ay": "month",
    "yil": "year",
    "sene": "year",
    "days": "day",
    "weeks": "week",
    "months": "month",
    "years": "year",
}
_UNIT = re.compile("(gun|hafta|ay|yil|sene)(?:d[ae]|l[iu]k|d[iu]r)?")
_ABLATIVE = re.compile("[dt][ae]n")
_LOCATIVE = re.compile("[dt][ae]")
_BETWEEN = frozenset({"arasinda", "arasindaki", "arasi", "aralarinda", "between"})
_JOINS = frozenset({"ile", "ve", "and"})
_AFTER, _BEFORE = (
    frozenset({"sonra", "sonraydi", "sonradir", "after"}),
    frozenset({"once", "onceydi", "oncedir", "evvel", "before"}),
)
_UNTIL = frozenset({"kadar", "dek", "degin"})
_LASTED = re.compile("surdu|surmus(?:tu|tur)?|surer|suruyor(?:du)?|last|lasted")
_TIMES = frozenset({"saat", "gün", "hafta", "ay", "yıl"})
_ON_THE_WAY = re.compile("yolda|yol|yolculu[kg][a-z]{0,6}")
_FILLING = frozenset({
    "gecti", "gecmis", "gecmistir", "gecer", "geciyor", "gecirdi", "gecirmis", "var", "vardi", "vardir", "bulunur", "bulunuyor",
    "fark", "farki", "zaman", "sure", "toplam", "tam", "acaba", "peki", "oldu", "olmus", "devam", "etti", "etmis", "passed",
    "were", "there", "are", "the", "did", "pass", "was", "it", "kaldi", "kalmis",
})  # fmt: skip
_SET_OUT, _ARRIVED = "hareket etti", "ulaştı"


@dataclass(frozen=True, slots=True)
class _Counted:
    """A question for a number of days, months or years: the words before “kaç gün”, those behind it, the unit."""

    before: Words
    after: Words
    unit: str


def between(known: Known, reading: Reading, within: tuple[str, ...]) -> Decision | None:
    """The time between two dated things, or how long one lasted, with both dates' facts; None where it is another question."""
    asked = _counted(reading.words)
    if asked is None or _stays(reading.words) or _known_number(known, reading, within):
        return None
    if _travels(reading.words):
        return _journey(known, reading, asked)
    for first, second, follows in _pairs(known, reading, asked, within):
        if first.fact is None or second.fact is None or first.fact.name != second.fact.name:
            return _decision(known, reading, (first, second), asked.unit, follows)
    return _length(known, reading, asked)


def _stays(words: Words) -> bool:
    """“Moskova'da kaç yıl kaldı?” is about one person's stay, of which no two dates tell."""
    return words[-1].folded.startswith("kal") and any(_LOCATIVE.fullmatch(word.tail) for word in words)


def _counted(words: Words) -> _Counted | None:
    """Where “kaç gün” (ay, yıl, ne kadar zaman, how many days) stands."""
    for number, (word, following) in enumerate(pairwise(words)):
        unit = _UNIT.fullmatch(following.folded)
        if word.folded == "kac" and unit:
            return _Counted(words[:number], words[number + 2 :], _UNITS[unit[1]])
        if word.folded == "ne" and following.folded == "kadar" and _of_time(words[number + 2 :]):
            rest = words[number + 2 :]
            return _Counted(words[:number], rest[rest[0].folded in ("zaman", "sure", "vakit") :], "any")
        if word.folded == "how" and following.folded == "many" and words[number + 2 :] and words[number + 2].folded in _UNITS:
            return _Counted(words[:number], words[number + 3 :], _UNITS[words[number + 2].folded])
    return None


def _of_time(rest: Words) -> bool:
    return bool(rest) and (
        rest[0].folded in ("zaman", "sure", "vakit", "sonra", "once") or _LASTED.fullmatch(rest[0].folded) is not None
    )


def _known_number(known: Known, reading: Reading, within: tuple[str, ...]) -> bool:
    """Whether a fact holds the time that is asked for; then nothing needs working out. A number of people or clauses is another matter."""
    answer = judge(known, reading, known.ranked(reading, within), within).answer
    if not isinstance(answer, Answered):
        return False
    number = answer.facts[0].number
    if "how-many" not in answer.facts[0].answers:
        return False
    return number is None or number.unit.split()[0] in _TIMES


def _pairs(
    known: Known, reading: Reading, asked: _Counted, within: tuple[str, ...]
) -> Iterator[tuple[Moment, Moment, bool | None]]:
    """The two moments that are meant, in every way to read the question that makes sense; with them whether the second follows."""
    before, after = asked.before, asked.after
    if after and after[0].folded in _AFTER | _BEFORE:
        if before and _is_from(before[-1]):
            follows = after[0].folded in _AFTER
            yield from ((one, other, follows) for one, other in _after_what(known, reading, before, after[1:]))
            yield from ((one, other, follows) for one, other in _of_one_thing(known, before, after[1:], within))
        return
    for one, other in _beside(reading, _without(before + after, _FILLING)):
        found = pair(known, (one, other))
        if found:
            yield found[0], found[1], None
        yield from ((first, second, None) for first, second in _of_one_thing(known, one, other, within))


def _after_what(known: Known, reading: Reading, before: Words, rest: Words) -> Iterator[tuple[Moment, Moment]]:
    """“A'dan kaç gün sonra B oldu?”, “B A'dan kaç gün sonra oldu?”."""
    ways = [(before, rest, ()), (before, rest[:-1], rest[-1:])] if len(rest) > 1 else []
    ways += [(anchor, core, rest) for core, anchor in splits(reading, before)]
    for anchor, core, verbs in ways:
        found = pair(known, (anchor, core)) if not verbs else _with_verbs(known, anchor, core, verbs)
        if found:
            yield found[0], found[1]


def _with_verbs(known: Known, anchor: Words, core: Words, verbs: Words) -> tuple[Moment, ...] | None:
    """The anchor as it stands, the other thing with the verb that ends the sentence; else both as things named."""
    first, second = moment(known, anchor), moment(known, core, verbs) or signed(known, core, verbs)
    if first and second:
        return first, second
    return pair(known, (anchor, core), verbs)


def _of_one_thing(known: Known, before: Words, rest: Words, within: tuple[str, ...]) -> Iterator[tuple[Moment, Moment]]:
    """“Moskova Antlaşması imzalandıktan kaç gün sonra onaylandı?”: two dates of what is named once, or was talked about before."""
    told = next(iter(within), None) if not read(known.index, text_of(before)).named else None
    first = moment(known, _title(known, told), before) if told else moment(known, before)
    if first is None or first.fact is None or not rest or read(known.index, text_of(rest)).dates:
        return
    for subject in (_subject(known, before), first.fact.entry):
        second = moment(known, _title(known, subject), rest) if subject else None
        if second and second.fact and second.fact.entry == first.fact.entry:
            yield first, second


def _title(known: Known, entry: str) -> Words:
    return tuple(read_words(known.library.title(entry)))


def _subject(known: Known, words: Words) -> str | None:
    """The entry that the beginning of *words* names: of “Moskova Antlaşması imzalandıktan”, the treaty."""
    return next((entry for cut in range(len(words), 0, -1) if (entry := entry_of(known, words[:cut]))), None)


def _beside(reading: Reading, words: Words) -> Iterator[tuple[Words, Words]]:
    """“A ile B arasında”, “A'dan B'ye kadar”."""
    places = [number for number, word in enumerate(words) if word.folded in _BETWEEN]
    if places:
        sides = _without(words, _BETWEEN)
        for number, word in enumerate(sides):
            if word.folded in _JOINS and 0 < number < len(sides) - 1:
                yield sides[:number], sides[number + 1 :]
        if not any(word.folded in _JOINS for word in sides):
            yield from splits(reading, sides)
        return
    for number, word in enumerate(words[:-1]):
        if _is_from(word):
            yield words[: number + 1], _without(words[number + 1 :], _UNTIL)


def _is_from(word: Word) -> bool:
    return _ABLATIVE.search((word.tail or word.folded)[-3:]) is not None


def _without(words: Words, left_out: frozenset[str]) -> Words:
    return tuple(word for word in words if word.folded not in left_out)


def _travels(words: Words) -> bool:
    return any(_ON_THE_WAY.fullmatch(word.folded) for word in words)


def _journey(known: Known, reading: Reading, asked: _Counted) -> Decision | None:
    """“… heyeti yolda kaç gün geçirdi?”: from setting out to arriving."""
    words = tuple(word for word in _without(asked.before + asked.after, _FILLING) if not _ON_THE_WAY.fullmatch(word.folded))
    words = tuple(word for word in words if not _LASTED.fullmatch(word.folded))
    out, arrived = (moment(known, words, tuple(read_words(verb))) for verb in (_SET_OUT, _ARRIVED))
    if not out or not arrived or not out.fact or not arrived.fact or out.fact.entry != arrived.fact.entry:
        return None
    if out.fact.name == arrived.fact.name or arrived.days < out.days:
        return None
    return _decision(known, reading, (out, arrived), asked.unit, follows=True)


def _length(known: Known, reading: Reading, asked: _Counted) -> Decision | None:
    """“Sivas Kongresi kaç gün sürdü?”: the length of a span, both ends counted."""
    words = _without(asked.before + asked.after, _FILLING)
    if not any(_LASTED.fullmatch(word.folded) for word in words) and not any(word.folded == "devam" for word in asked.after):
        return None
    entry = entry_of(known, tuple(word for word in words if not _LASTED.fullmatch(word.folded)))
    lasted = _span(known, entry) if entry else None
    if lasted is None or lasted.fact is None:
        return None
    when = lasted.when
    shown = texts.BY_NOTE.format(day=when) if lasted.noted else when
    if when.precision == "span":
        result = texts.LENGTH.format(when=shown, days=days_between(when.first, when.last) + 1)
    else:
        text = texts.LENGTH_YEARS_ONLY if asked.unit == "year" else texts.LENGTH_YEARS
        result = text.format(when=shown, years=when.last.year - when.first.year)
    return Decision(
        Answered((lasted.fact,), known.library.siblings(lasted.fact), result=result), reading, entries=(lasted.fact.entry,)
    )


def _span(known: Known, entry_id: str) -> Moment | None:
    """The span of the thing itself: of its leading date, or of the definition of a war."""
    definition = next(
        (fact for fact in known.library.entries[entry_id].facts if "when" in fact.answers and "what" in fact.answers), None
    )
    for found in (leading(known, entry_id), of_fact(known, definition) if definition else None):
        if found and not found.uncertain and found.when.first.year != found.when.last.year and found.when.precision == "year":
            return found
        if found and not found.uncertain and found.when.precision == "span" and not found.when.approximate:
            return found
    return None


def _decision(known: Known, reading: Reading, both: tuple[Moment, Moment], unit: str, follows: bool | None) -> Decision:
    first, second = in_order(*both)
    result = sum_of(first, second, unit)
    turned = follows is not None and both != ((first, second) if follows else (second, first))
    if turned and first.days != second.days:
        result += texts.NOT_IN_THIS_ORDER.format(second=second.name, later=second.when, first=first.name, earlier=first.when)
    facts = tuple(found.fact for found in (first, second) if found.fact)
    return Decision(Answered(facts, disputed(known, facts), result=result), reading, entries=_entries(facts))


def disputed(known: Known, facts: tuple[Fact, ...]) -> tuple[Sibling, ...]:
    """What says otherwise than any of *facts*, each once."""
    found = {sibling.fact.name: sibling for fact in facts for sibling in known.library.siblings(fact)}
    return tuple(sibling for name, sibling in found.items() if name not in {fact.name for fact in facts})


def _entries(facts: tuple[Fact, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.entry for fact in facts))
