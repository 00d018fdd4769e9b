"""“Bekir Sami heyeti yolda kaç gün geçirdi?”, “Sivas Kongresi kaç gün sürdü?”: how long one thing took, from its own dates."""

from collections.abc import Iterator

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.reckoning_counted import Counted
from mmbot.answering.reckoning_moments import Moment, leading, of_fact
from mmbot.answering.reckoning_sides import Words, entry_of, moment, text_of
from mmbot.dates import days_between
from mmbot.matching.reading import Reading, read
from mmbot.matching.words import read_words
from mmbot.model import Answered

_SENT = frozenset({"yazilan", "gonderilen", "yollanan", "giden", "gelen"})  # “Lenin'e yazılan mektup” is “Lenin'e mektup”
_SET_OUT, _ARRIVED = "hareket etti", "ulaştı"


def journey(known: Known, matter: Words) -> tuple[Moment, Moment] | None:
    """From setting out to arriving, of the one delegation or letter that *matter* names; None where either is not told."""
    for words in _ways_to_name(known, matter):
        out, arrived = (moment(known, words, tuple(read_words(verb))) for verb in (_SET_OUT, _ARRIVED))
        entry = entry_of(known, words)
        out = out or (leading(known, entry) if entry else None)
        if out and arrived and _one_way(out, arrived):
            return out, arrived
    return None


def _one_way(out: Moment, arrived: Moment) -> bool:
    if not out.fact or not arrived.fact or out.fact.entry != arrived.fact.entry or out.fact.name == arrived.fact.name:
        return False
    return out.days <= arrived.days


def _ways_to_name(known: Known, words: Words) -> Iterator[Words]:
    """What is said of the traveller: as it stands, and without the towns from and to which he went."""
    yield words
    bare = tuple(word for word in words if word.folded not in _SENT)
    if bare and bare != words:
        yield bare
    places = {
        place
        for found in read(known.index, text_of(words)).named
        if known.library.entries[found.entry].kind == "place"
        for place in found.places
    }
    kept = tuple(word for number, word in enumerate(words) if number not in places or not word.tail)
    if kept and kept != words:
        yield kept
    entry = entry_of(known, words)
    if entry:
        yield tuple(read_words(known.library.title(entry)))  # “the first delegation to Moscow”


def length(known: Known, reading: Reading, asked: Counted) -> Decision | None:
    """The length of a span of days, both ends counted; of one that is known by years only, the years."""
    entry = entry_of(known, asked.matter) if asked.lasts else None
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
    facts, siblings = (lasted.fact,), known.library.siblings(lasted.fact)
    return Decision(Answered(facts, siblings, result=result), reading, entries=(lasted.fact.entry,))


def _span(known: Known, entry_id: str) -> Moment | None:
    """The span of the thing itself: of its leading date, or of the definition of a war."""
    facts = known.library.entries[entry_id].facts
    definition = next((fact for fact in facts if "when" in fact.answers and "what" in fact.answers), None)
    for found in (leading(known, entry_id), of_fact(known, definition) if definition else None):
        if found is None or found.uncertain:
            continue
        if found.when.first.year != found.when.last.year and found.when.precision == "year":
            return found
        if found.when.precision == "span" and not found.when.approximate:
            return found
    return None
