"""Questions of their own kind: for a time, for the thing itself, for the clauses of a treaty."""

from collections.abc import Sequence
from dataclasses import replace

from mmbot.answering import reckoning_texts as texts
from mmbot.answering.bare_days import asks_only_of_a_day
from mmbot.answering.days import Happened, on_date
from mmbot.answering.decision import Decision, Known
from mmbot.answering.judging import as_typed, judge
from mmbot.answering.phrasing import choices
from mmbot.matching import doers, years
from mmbot.matching.linking import Link
from mmbot.matching.ranking import Ranked
from mmbot.matching.reading import Reading
from mmbot.model import DEFINITION, Ambiguous, Answered, Entry, Fact, Unknown

CLAUSE_KINDS = ("treaty", "document")
MOST_CLAUSES = 12
MOST_OF_CLAUSE = 3
UNMENDED = 0.9  # a name said without a slip of the finger is surer
LONG_ENOUGH = 6
FULL_NAME = 2  # words of a first name and a surname
_CLAUSE_TERMS = frozenset({"=madde", "=hukum"})


def by_date(known: Known, reading: Reading) -> Decision | None:
    """“16 Mart 1921'de ne oldu?”, “Mart 1921'de Moskova'da neler oldu?”: everything of that time."""
    places = all(known.library.entries[found.entry].kind == "place" for found in reading.named)
    kinds = ("what", "list", "places", "any", "who") if places else ("what", "list", "places")
    if asks_only_of_a_day(reading):
        reading = replace(reading, telling=())
    elif reading.asked.polar or reading.asked.kind not in kinds or _dated_name(reading):
        return None
    happened = on_date(known.index, reading)
    more = any(not reading.is_name(word) for word in reading.telling)  # is asked than what happened then
    if reading.dates and more and not (happened and happened.worked_out):
        decision = judge(known, reading, known.ranked(reading))
        if isinstance(decision.answer, Answered):
            return decision
    if happened is None or (more and any(_is_of_another(known, reading, fact) for fact in happened.facts)):
        return None
    siblings = known.library.siblings(happened.facts[0]) if len(happened.facts) == 1 else ()
    answer = Answered(happened.facts, siblings, result=_lead(happened))
    return Decision(answer, reading, entries=(happened.facts[0].entry,))


def _is_of_another(known: Known, reading: Reading, fact: Fact) -> bool:
    terms = known.index.fact(known.index.number_of(fact))
    return any(gate(terms) for gate in doers.gates(known.index, reading))


def _lead(happened: Happened) -> str:
    """Which years a day has something of, and where the rest is found."""
    told = len(happened.facts) + happened.others
    rest = texts.REST_OF_IT.format(told=told, shown=len(happened.facts), when=happened.when) if happened.others else ""
    if len(happened.years) < 2:
        return rest or (texts.OF_THAT_TIME.format(when=happened.when) if happened.worked_out else "")
    years = texts.ITS_YEARS.format(when=happened.when, count=len(happened.years), years=", ".join(map(str, happened.years)))
    return texts.SPACE.join((years, rest)) if rest else years


def _dated_name(reading: Reading) -> bool:
    """Whether a typed date is part of a name (1921 Antlaşması)."""
    telling = {word.place for word in reading.telling}
    return any(found.places - telling for found in reading.named)


def definition(known: Known, reading: Reading) -> Decision | None:
    """“Bekir Sami kimdir?”, “Kafkas Seddi”: the thing itself is asked about, and nothing else is said."""
    if reading.asked.polar or not (reading.asked.definition or reading.asked.kind in ("any", "what")):
        return None
    telling = {word.place for word in reading.telling}
    if not telling:
        return None
    meant = [found for found in reading.named if telling <= found.places]
    if not meant and _is_other_person(known, reading):
        return Decision(Unknown((), as_typed(reading.telling), "words"), reading)
    if not meant or _guessed(reading, meant[0]):
        return None
    meant = surest(_of_kind(known, reading, meant))
    facts = [Ranked(tanim(known, found.entry), found.sureness) for found in meant]
    if len(facts) > 1:
        return Decision(Ambiguous(choices(known.library, facts, count=4)), reading, tuple(facts))
    fact = facts[0].fact
    if any(of_another_year(known.index.fact(known.index.number_of(fact))) for of_another_year in years.gates(known.index, reading)):
        return None
    return Decision(
        Answered((fact,), known.library.siblings(fact), sure=meant[0].sureness > 0.8), reading, tuple(facts), (fact.entry,)
    )


def _is_other_person(known: Known, reading: Reading) -> bool:
    """Whether “Kemal Sunal kimdir?” names somebody of whom only a part of the name is known."""
    if not (reading.asked.definition and reading.asked.person) or len(reading.telling) != FULL_NAME:
        return False
    partly = [found for found in reading.links.values() if known.library.entries[found.entry].kind == "person" and not found.full]
    roles = any(term.startswith("=") and sure == 1.0 for word in reading.telling for term, sure in reading.meanings[word.place])
    return bool(partly) and (not roles or all(word.capital for word in reading.telling))


def _guessed(reading: Reading, found: Link) -> bool:
    """Whether the only word is a short one that had to be mended to become a name (canım is not Carım)."""
    words = [word for word in reading.words if word.place in found.places]
    return found.sureness < UNMENDED and len(words) == 1 and len(words[0].folded) < LONG_ENOUGH


def _of_kind(known: Known, reading: Reading, meant: list[Link]) -> list[Link]:
    """“Kimdir” asks for a person, “nedir” for anything else, where a name fits both."""
    fitting = [found for found in meant if (known.library.entries[found.entry].kind == "person") == reading.asked.person]
    return fitting or meant


def surest(meant: Sequence[Link]) -> list[Link]:
    """Those of *meant* that are said as surely as the surest."""
    top = max((found.sureness for found in meant), default=0.0)
    return [found for found in meant if found.sureness >= top - 0.02]


def tanim(known: Known, entry: str) -> Fact:
    """The fact that says what *entry* is."""
    return next(fact for fact in known.library.entries[entry].facts if fact.id == DEFINITION)


def clause(known: Known, reading: Reading) -> Decision | None:
    """“Moskova Antlaşması madde 3”: what the sources tell of that clause, however the question goes on."""
    if not reading.asked.kind.startswith("clause-"):
        return None
    about = _with_clauses(known, reading)
    told = tuple(fact for fact in about.facts if reading.asked.kind in fact.answers) if about else ()
    if not about or not told:
        return None
    best = {ranked.fact.name: ranked.score for ranked in known.ranked(reading)}
    ordered = sorted(told, key=lambda fact: -best.get(fact.name, 0.0))
    siblings = known.library.siblings(ordered[0]) if len(ordered) == 1 else ()
    return Decision(Answered(tuple(ordered[:MOST_OF_CLAUSE]), siblings), reading, entries=(about.id,))


def clauses(known: Known, reading: Reading) -> Decision | None:
    """“Moskova Antlaşması'nın maddeleri”: the clauses in order, where no fact lists them."""
    asked_for = [word for word in reading.telling if _CLAUSE_TERMS & {term for term, _ in reading.meanings[word.place]}]
    if reading.asked.kind not in ("list", "what", "any") or reading.asked.polar or not asked_for:
        return None
    about = _with_clauses(known, reading)
    if not about or any(word not in asked_for and not reading.is_name(word) for word in reading.telling):
        return None
    listing = next((fact for fact in about.facts if "list" in fact.answers and fact.id.startswith("madde")), None)
    told = tuple(fact for fact in about.facts if any(answer.startswith("clause-") for answer in fact.answers))
    if listing is None and not told:
        return None
    return Decision(Answered((listing,) if listing else told[:MOST_CLAUSES]), reading, entries=(about.id,))


def _with_clauses(known: Known, reading: Reading) -> Entry | None:
    """The treaty or document that the question names."""
    entries = [known.library.entries[found.entry] for found in reading.named]
    found = next((entry for entry in entries if entry.kind in CLAUSE_KINDS), None)
    return found or next((entry for entry in _called_after(known, reading) if entry.kind in CLAUSE_KINDS), None)


def _called_after(known: Known, reading: Reading) -> list[Entry]:
    """What the places that the question names can stand for: “Gümrü'nün 10. maddesi”."""
    from mmbot.answering.reckoning_sides import called_after  # noqa: PLC0415  modules that most questions do not need

    places = [found.places for found in reading.named if known.library.entries[found.entry].kind == "place"]
    cores = [tuple(word for word in reading.words if word.place in place) for place in places]
    return [known.library.entries[entry] for core in cores for entry in called_after(known, core)]
