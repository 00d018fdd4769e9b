"""“Tüm antlaşmalar”, “10 Ağustos 1920'de hangi antlaşmalar imzalandı?”, “kim neyi imzaladı?”, “Sovyet elçileri sırayla”: lists from facts."""

import re
from collections.abc import Iterator

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.decision import Decision, Known
from mmbot.answering.judging import judge
from mmbot.answering.reckoning_between import disputed
from mmbot.answering.reckoning_moments import Moment, leading
from mmbot.matching.reading import Reading
from mmbot.matching.words import Word
from mmbot.model import DEFINITION, Answered, Fact

MOST, LEAST = 12, 2  # treaties of one answer; one alone is no list
_IN_TURN = 12
_TREATIES = re.compile("(?:antlasma|anlasma|muahede|ahitname)l[ae]r[a-z]{0,6}|treaties|agreements")
_WHO_WHAT = re.compile(
    r"\b(?:kim(?:ler)? (?:neyi|hangi|neleri)|hangi (?:antlasma|anlasma)\w* kim(?:ler)?|who signed (?:what|which))\b"
)
_TURNS = re.compile("sirayla|sirasiyla|sirala[a-z]*|kronolojik|sirasi")
_LISTS = frozenset({
    "tum", "butun", "hepsi", "hepsini", "hangi", "hangileri", "hangileridir", "neler", "nelerdir", "nedir", "listele",
    "listesi", "sirala", "say", "imzalanan", "imzalandi", "imzalanmis", "imzalanmistir", "imzaladigi", "imzaladi", "yapilan",
    "yapildi", "yaptigi", "var", "vardir", "list", "all", "which", "signed", "were", "goster", "the", "of", "olan", "bana",
    "tarih", "tarihli", "sirasiyla", "sirayla", "arasinda", "arasindaki", "ile", "ve", "adina", "tarafindan",
})  # fmt: skip
_SIGNED = ("imza", "tarih", "paraf", "kabul")  # how ids of the facts begin that date a treaty
_TELLS_OF_IT = ("tanim", "taraf", "imzaci")  # ids of the facts by which a treaty is chosen


def listed(known: Known, reading: Reading) -> Decision | None:
    """A list of treaties, of who signed them, or of what belongs to a list in order of time; None where no list is asked."""
    if reading.asked.polar or reading.asked.kind not in ("list", "what", "any", "who"):
        return None
    folded = " ".join(word.folded for word in reading.words)
    if _WHO_WHAT.search(folded) and "imza" in folded + "signed" and not reading.named:
        return _who_signed(known, reading)
    if any(_TURNS.fullmatch(word.folded) for word in reading.words):
        found = _in_turn(known, reading)
        if found:
            return found
    asks = any(_TREATIES.fullmatch(word.folded) for word in reading.words) and (
        any(word.folded in _LISTS for word in reading.words) or _only_of_a_time(reading)
    )
    return _treaties(known, reading) if asks and not _told(known, reading) else None


def _only_of_a_time(reading: Reading) -> bool:
    """“1921 antlaşmaları”: nothing is said but the plural and a year."""
    return bool(reading.dates) and all(_TREATIES.fullmatch(word.folded) or word.folded.isdigit() for word in reading.words)


def _told(known: Known, reading: Reading) -> bool:
    """Whether a fact is such a list itself."""
    answer = judge(known, reading, known.ranked(reading)).answer
    if not isinstance(answer, Answered):
        return False
    return "list" in answer.facts[0].answers and known.library.entries[answer.facts[0].entry].kind != "treaty"


def _treaties(known: Known, reading: Reading) -> Decision | None:
    wanted = [word for word in reading.telling if word.folded not in _LISTS and not _TREATIES.fullmatch(word.folded)]
    found = sorted(_signed(known, reading, wanted), key=lambda one: one.days)
    if len(found) < LEAST:
        return None
    shown = found
    if len(found) > MOST:
        weight = {one.name: -(one.fact.significance if one.fact else 0) for one in found}
        kept = {one.name for one in sorted(found, key=lambda one: weight[one.name])[:MOST]}
        shown = [one for one in found if one.name in kept]
    others = "; ".join(one.name for one in found if one not in shown)
    text = texts.FIRST_TREATIES if others else texts.ALL_TREATIES
    facts = tuple(one.fact for one in shown if one.fact)
    result = text.format(count=len(found), shown=len(shown), others=others)
    return Decision(Answered(facts, disputed(known, facts) if len(facts) < _IN_TURN else (), result=result), reading, entries=())


def _signed(known: Known, reading: Reading, wanted: list[Word]) -> Iterator[Moment]:
    """The treaties of which all that is *wanted* is told, with the date of each."""
    for entry in known.library.entries.values():
        found = leading(known, entry.id) if entry.kind == "treaty" else None
        if (
            found is None
            or found.fact is None
            or found.fact.rank == "deprecated"
            or found.noted
            or not _dates_the_signing(found.fact)
        ):
            continue
        if all(typed.matches(found.when) for typed in reading.dates) and all(
            _is_of(known, reading, entry.id, word) for word in wanted
        ):
            yield found


def _dates_the_signing(fact: Fact) -> bool:
    """Whether *fact* dates the treaty itself, and not what was expected or said of it."""
    return fact.id == DEFINITION or fact.id.startswith(_SIGNED)


def _is_of(known: Known, reading: Reading, entry: str, word: Word) -> bool:
    telling = [
        fact for fact in known.library.entries[entry].facts if fact.id.startswith(_TELLS_OF_IT) and fact.rank != "deprecated"
    ]
    terms = frozenset[str]().union(*(known.index.terms(fact.says) for fact in telling))
    return any(term in terms for term, _ in reading.meanings[word.place])


def _who_signed(known: Known, reading: Reading) -> Decision | None:
    """The facts that list the signatories, in order of the treaties' dates."""
    found = [
        (moment.days, fact)
        for entry in known.library.entries.values()
        for fact in entry.facts
        if entry.kind == "treaty" and fact.id == "imzacilar" and fact.rank != "deprecated" and (moment := leading(known, entry.id))
    ]
    facts = tuple(fact for _, fact in sorted(found, key=lambda pair: pair[0]))
    return Decision(Answered(facts, result=texts.WHO_SIGNED), reading, entries=()) if len(facts) >= LEAST else None


def _in_turn(known: Known, reading: Reading) -> Decision | None:
    """What is a list by itself (“Sovyet elçileri”), with its dated facts in order of time."""
    telling = {word.place for word in reading.telling if not _TURNS.fullmatch(word.folded)}
    named = [found.entry for found in reading.named if telling and telling <= found.places]
    entry = next((known.library.entries[one] for one in named if known.library.entries[one].kind == "concept"), None)
    if entry is None:
        return None
    definition = next(fact for fact in entry.facts if fact.id == DEFINITION)
    dated = [
        fact
        for fact in entry.facts
        if fact.date and fact.rank != "deprecated" and not fact.disputes and fact.date.precision != "year"
    ]
    if len(dated) < LEAST + 1:
        return None
    dated.sort(key=_first_day)
    facts = (definition, *dated[:_IN_TURN])
    return Decision(
        Answered(facts, disputed(known, facts), result=texts.IN_TURN.format(title=entry.title)), reading, entries=(entry.id,)
    )


def _first_day(fact: Fact) -> tuple[object, ...]:
    return (fact.date.first, fact.date.last) if fact.date else ()
