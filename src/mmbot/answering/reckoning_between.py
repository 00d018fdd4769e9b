"""“Moskova Antlaşması'ndan Kars'a kaç gün geçti?”: the time between two things, and how long one of them lasted."""

import re
from collections.abc import Iterator

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.judging import NEARLY_WRITTEN, judge
from mmbot.answering.reckoning_counted import Counted, counted, without_filling
from mmbot.answering.reckoning_lasting import journey, length
from mmbot.answering.reckoning_moments import Moment
from mmbot.answering.reckoning_sides import Words, entry_of, moment, pair, signed, splits, text_of
from mmbot.answering.reckoning_sums import in_order, sum_of
from mmbot.matching.reading import Reading, read
from mmbot.matching.words import Word, read_words
from mmbot.model import Answered, Fact, Sibling

_ABLATIVE = re.compile("[dt][ae]n")
_LOCATIVE = re.compile("[dt][ae]")
_WITH = re.compile(".*[a-z]yl[ae]")  # “antlaşmasıyla”: ile, written on to its word
_BETWEEN = frozenset({"arasinda", "arasindaki", "arasi", "aralarinda", "between"})
_JOINS = frozenset({"ile", "ve", "and"})
_AFTER, _BEFORE = (
    frozenset({"sonra", "sonraydi", "sonradir", "after"}),
    frozenset({"once", "onceydi", "oncedir", "evvel", "before"}),
)
_UNTIL = frozenset({"kadar", "dek", "degin"})
_UNITS_TOLD = {"day": "gün", "week": "hafta", "month": "ay", "year": "yıl"}
_TIMES = frozenset({"saat", "gün", "hafta", "ay", "yıl"})
_WAS = frozenset({"was", "were", "did", "is"})
_DECLINES = 2.0  # no confidence reaches it

Pair = tuple[Moment, Moment, bool | None]


def between(known: Known, reading: Reading) -> Decision | None:
    """The time between two dated things, or how long one lasted, with both dates' facts; None where it is another question."""
    asked = counted(reading.words)
    if asked is None or (_stays(reading.words) and not asked.travels):
        return _declined_stay(known, reading, asked)
    if asked.travels:
        way = journey(known, asked.matter) or journey(known, _meant(known, reading))
        if way:
            return _decision(known, reading, way, asked.unit, follows=True)
    if not _known_number(known, reading, asked):
        for first, second, follows in _pairs(known, reading, asked):
            if first.fact is None or second.fact is None or first.fact.name != second.fact.name:
                return _decision(known, reading, (first, second), asked.unit, follows)
        lasted = length(known, reading, asked)
        if lasted:
            return lasted
    return _without_another_number(known, reading, asked)


def _meant(known: Known, reading: Reading) -> Words:
    """The title of what the question is about, as far as a number that the sources dispute answers it."""
    answer = judge(known, reading, known.ranked(reading)).answer
    disputed = isinstance(answer, Answered) and answer.facts[0].number and answer.facts[0].disputes
    return _title(known, answer.facts[0].entry) if isinstance(answer, Answered) and disputed else ()


def _stays(words: Words) -> bool:
    """“Moskova'da kaç yıl kaldı?” is about one person's stay, of which no two dates tell."""
    return words[-1].folded.startswith("kal") and any(_LOCATIVE.fullmatch(word.tail) for word in words)


def _declined_stay(known: Known, reading: Reading, asked: Counted | None) -> Decision | None:
    return _without_another_number(known, reading, asked) if asked else None


def _without_another_number(known: Known, reading: Reading, asked: Counted) -> Decision | None:
    """Decline what would be answered with a number of something else: of people, or of hours where days are asked for."""
    ranked = known.ranked(reading)
    answer = judge(known, reading, ranked).answer
    if not isinstance(answer, Answered) or "how-many" not in answer.facts[0].answers:
        return None
    another = any(word.folded in _BETWEEN for word in reading.words) and ranked[0].same < NEARLY_WRITTEN
    if _tells_time(answer.facts[0], asked.unit) and not another:
        return None
    return judge(known, reading, ranked, enough=_DECLINES)


def _tells_time(fact: Fact, unit: str) -> bool:
    """Whether *fact* holds a length of time in the *unit* that is asked for, or one said in words."""
    if fact.number is not None:
        return fact.number.unit.split()[0] == _UNITS_TOLD.get(unit) or (unit == "any" and fact.number.unit.split()[0] in _TIMES)
    told = {word.folded for word in read_words(fact.says)}
    return bool(told & {"gun", "hafta", "ay", "yil", "bucuk", "gunde"}) or fact.date is not None


def _known_number(known: Known, reading: Reading, asked: Counted) -> bool:
    """Whether a fact holds the time that is asked for; then nothing needs working out.

    A number of people or clauses is another matter, and so is one that the sources dispute or that only the dates of a span give.
    """
    ranked = known.ranked(reading)
    answer = judge(known, reading, ranked).answer
    if not isinstance(answer, Answered) or "how-many" not in answer.facts[0].answers:
        return False
    fact = answer.facts[0]
    if any(word.folded in _BETWEEN for word in reading.words) and ranked[0].same < NEARLY_WRITTEN:
        return False
    if fact.number is None:
        return not (asked.lasts and fact.date and fact.date.precision == "span") and _tells_time(fact, asked.unit)
    return fact.number.unit.split()[0] in _TIMES and not fact.disputes


def _pairs(known: Known, reading: Reading, asked: Counted) -> Iterator[Pair]:
    """The two moments that are meant, in every way to read the question that makes sense; with them whether the second follows."""
    before, after = asked.before, asked.after
    if after and after[0].folded in _AFTER | _BEFORE:
        follows = after[0].folded in _AFTER
        if (before and _is_from(before[-1])) or after[0].folded == "once":
            yield from ((one, other, follows) for one, other in _after_what(known, reading, before, after[1:], follows=follows))
            yield from ((one, other, follows) for one, other in _of_one_thing(known, before, after[1:]))
        elif not before:
            yield from ((one, other, follows) for one, other in _in_english(known, after[1:]))
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
        found = pair(known, (anchor, core)) if not verbs else _with_verbs(known, anchor, core, verbs)
        if found and ((found[0].days <= found[1].days) is follows or not _names_somebody(known, (*core, *verbs))):
            yield found[0], found[1]


def _names_somebody(known: Known, words: Words) -> bool:
    """Whether a person is named, who did more than one thing."""
    return any(known.library.entries[found.entry].kind == "person" for found in read(known.index, text_of(words)).named)


def _with_verbs(known: Known, anchor: Words, core: Words, verbs: Words) -> tuple[Moment, ...] | None:
    """The anchor as it stands, the other thing with the verb that ends the sentence; else both as things named."""
    first, second = moment(known, anchor), moment(known, core, verbs) or signed(known, core, verbs)
    if first and second:
        return first, second
    return pair(known, (anchor, core), verbs)


def _of_one_thing(known: Known, before: Words, rest: Words) -> Iterator[tuple[Moment, Moment]]:
    """“Moskova Antlaşması imzalandıktan kaç gün sonra onaylandı?”: two dates of what is named once."""
    first = moment(known, before)
    if first is None or first.fact is None or not rest or read(known.index, text_of(rest)).dates:
        return
    somebody = _names_somebody(known, rest)
    for subject in (_subject(known, before), first.fact.entry):
        second = moment(known, _title(known, subject), rest) if subject else None
        if second and second.fact and second.fact.entry == first.fact.entry and (first.days <= second.days or not somebody):
            yield first, second


def _title(known: Known, entry: str) -> Words:
    return tuple(read_words(known.library.title(entry)))


def _subject(known: Known, words: Words) -> str | None:
    """The entry that the beginning of *words* names: of “Moskova Antlaşması imzalandıktan”, the treaty."""
    return next((entry for cut in range(len(words), 0, -1) if (entry := entry_of(known, words[:cut]))), None)


def _beside(known: Known, reading: Reading, words: Words) -> Iterator[tuple[Words, Words]]:
    """“A ile B arasında”, “A'yla B arasında”, “A'dan B'ye kadar”, “A ile B'nin güven mektubu arasında”."""
    if any(word.folded in _BETWEEN for word in words):
        sides = _without(words, _BETWEEN)
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
