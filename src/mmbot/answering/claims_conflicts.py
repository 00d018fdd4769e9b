"""Where the sources tell the same of the same thing with another value: another date, place, number, person, party.

Only what happens once can be told otherwise: a second letter, a second visit contradicts nothing.
"""

from collections.abc import Sequence

from mmbot.answering.claims_dated import agrees
from mmbot.answering.claims_fit import Fit, covered
from mmbot.answering.claims_statement import THINGS, TOWNS, Statement, calls
from mmbot.answering.claims_words import Case, cases, same
from mmbot.dates import HistoricDate, TypedDate
from mmbot.matching.index import Index
from mmbot.matching.reading import NATIONS
from mmbot.matching.words import Word
from mmbot.model import DEFINITION, Fact

# What happens once to a treaty, a congress, an envoy in his office.
_ONCE = frozenset({
    "=imza", "=onay", "=yururluk", "=acil", "=kur", "=olum", "=dogum", "=ata", "=guven", "=isgal", "=kaldir", "=secim", "=baskin",
    "=yangin", "=oldur", "=basla", "=topla", "=cumhuriyet", "=kurtar",
})  # fmt: skip
_ONCE_TO_A_PERSON = frozenset({"=olum", "=dogum", "=ata", "=guven", "=secim", "=oldur"})
_OFTEN = frozenset({
    "=telgraf", "=mektup", "=gelis", "=gidis", "=donus", "=gorus", "=soyle", "=yaz", "=nota", "=ziyaret", "=gonder", "=rapor", "=iste",
    "=oner", "=yayin", "=katil", "=yardim",
})  # fmt: skip
_DONE_BY = frozenset({"=imza", "=yonetim", "=komutan", "=baskan", "=secim"})  # facts that tell who did it tell all who did
_FOR = frozenset({"adina", "namina", "icin"})
_ANKARA = frozenset({"tbmm", "ankara"})
_TURNS = {
    "once": "sonra",
    "sonra": "once",
    "lehine": "aleyhine",
    "aleyhine": "lehine",
    "lehinde": "aleyhinde",
    "aleyhinde": "lehinde",
}
ALL_BUT_A_DATE, ONCE_TOLD, TOLD = (
    0.3,
    0.5,
    0.7,
)  # of what the clause tells, the statement must say so much for both to be about the same


def conflict(index: Index, statement: Statement, fit: Fit) -> str | None:
    """What *fit* tells otherwise – ``date``, ``place``, ``number``, ``person`` or ``party`` –, None where nothing."""
    if fit.opposed or not fit.left:
        return None
    if _went_elsewhere(statement, fit):
        return "place"
    if not _is_the_same(index, statement, fit):
        return None
    for kind, places in values(statement):
        if (
            places & fit.left
            and fit.left <= _free(statement, fit) | places | _beside(index, statement, fit, kind)
            and _TELLS[kind](index, statement, fit, places & fit.left)
        ):
            return kind
    return None


def _went_elsewhere(statement: Statement, fit: Fit) -> bool:
    """Whether nothing but the town stays unexplained to which somebody went, and he went to another on that very day."""
    goals = [word for word in statement.clause.words if word.place in fit.left and _goal(word)]
    on_a_day = any(dated.typed.as_date() and not dated.places & fit.left for dated in statement.dates)
    if not on_a_day or len(goals) != 1 or len(fit.left) != 1:
        return False
    told = {_goal(word) for word in fit.told.clause.words if not fit.told.clause.unfinished_after(word.place)} - {None}
    return bool(told) and _goal(goals[0]) not in {word.folded for word in fit.told.clause.words}


def _goal(word: Word) -> str | None:
    """The town to which somebody is said to have gone."""
    return word.folded if word.capital and word.folded in TOWNS and cases(word, word)[0] is Case.TO else None


def _free(statement: Statement, fit: Fit) -> frozenset[int]:
    """The values that another fact may tell: all, where the thing itself is named; else dates and places."""
    things = [unit for unit in statement.units if unit.thing and not unit.places & fit.left]
    kinds = {"date", "place", "person"} if things else {"date", "place"}
    return frozenset().union(*(places for kind, places in values(statement) if kind in kinds))


def _beside(index: Index, statement: Statement, fit: Fit, kind: str) -> frozenset[int]:
    """What may stay unexplained beside a person or a state: in whose name he did it, and that Ankara is called Türkiye."""
    words = statement.clause.words
    if kind == "person":  # whoever did it for nobody at all did not do it for this one either
        ends = [number for number, word in enumerate(words) if word.folded in _FOR and number]
        return frozenset(word.place for end in ends for word in words[max(0, end - 2) : end] if not word.tail)
    if kind == "party" and any(word.folded in _ANKARA for word in fit.told.clause.words):
        return frozenset(word.place for word in words if "=turk" in index.vocabulary.meanings(word))
    return frozenset()


def denial(index: Index, statement: Statement, fit: Fit) -> bool:
    """Whether *fit* tells the opposite: all is explained, and one of both denies it."""
    if not fit.opposed or fit.left:
        return False
    return (statement.negated and any(unit.thing for unit in statement.units)) or covered(index, statement, fit.told) >= TOLD


def values(statement: Statement) -> list[tuple[str, frozenset[int]]]:
    """The values of *statement* that may be told otherwise: the kind of each – date, number, place, person … – and the places of its words."""
    found = [("date", dated.places) for dated in statement.dates if not dated.places & statement.absorbed]
    found += [("number", counted.places) for counted in statement.numbers]
    found += [("place", frozenset({word.place})) for word in statement.clause.words if _town(word)]
    for unit in statement.units:
        if unit.person:
            found.append(("person", unit.places))
    found += [("order", frozenset({word.place})) for word in statement.clause.words if word.folded in _TURNS]
    found += [("party", frozenset({word.place})) for word in statement.clause.words if word.capital and not word.tail]
    return found


def _town(word: Word) -> str | None:
    """The town where something is said to have happened."""
    at = word.capital and cases(word, word)[0] is Case.AT and not word.tail.endswith("ki")
    return word.folded if at and word.folded in TOWNS else None


def _is_the_same(index: Index, statement: Statement, fit: Fit) -> bool:
    """Whether both tell of one and the same event."""
    fact = fit.told.fact
    if statement.units and all(unit.places & fit.left for unit in statement.units):
        return False  # nothing that is named is what the fact tells of
    deeds = {term for word in fit.told.clause.words for term in index.vocabulary.meanings(word)} & _ONCE
    deeds = deeds & {term for word in statement.clause.words for term in index.vocabulary.meanings(word)}
    share = covered(index, statement, fit.told)
    founded = index.entries[fact.entry].kind == "organisation" and "=kur" in deeds
    about = (index.entries[fact.entry].kind in THINGS or founded) and calls(index, statement, fact.entry)
    topic = index.facts[index.number_of(fact)].topic
    if about and deeds and (fact.id == DEFINITION or deeds & topic):
        return True
    told = {term for word in fit.told.clause.words for term in index.vocabulary.meanings(word)}
    once = about or bool(deeds & _ONCE_TO_A_PERSON and any(unit.person for unit in statement.units))
    if not once and told & _OFTEN:
        return False
    if once and fit.left <= frozenset().union(*(dated.places for dated in statement.dates)):
        return share >= ALL_BUT_A_DATE
    return share >= (ONCE_TOLD if once else TOLD)


def _other_date(index: Index, statement: Statement, fit: Fit, places: frozenset[int]) -> bool:
    del index
    when = fit.told.when
    typed = next(dated.typed for dated in statement.dates if dated.places & places)
    if any(agrees(typed, dated.typed) for dated in fit.told.clause.dates):
        return False  # it is told, though perhaps of another matter
    told = [dated.typed for dated in fit.told.clause.dates if not fit.told.clause.unfinished_after(max(dated.places))]
    if when is not None and not told and "when" in fit.told.fact.answers:
        return excludes(when, typed)
    return bool(told) and (when is None or excludes(when, typed)) and all(_apart(typed, other) for other in told)


def excludes(when: HistoricDate, typed: TypedDate) -> bool:
    """Whether *typed* cannot be *when*."""
    return not when.approximate and not typed.matches(when)


def _apart(typed: TypedDate, told: TypedDate) -> bool:
    pairs = ((typed.day, told.day), (typed.month, told.month), (typed.year, told.year))
    return not agrees(typed, told) and any(one is not None and other is not None and one != other for one, other in pairs)


def _other_place(index: Index, statement: Statement, fit: Fit, places: frozenset[int]) -> bool:
    del index
    claimed = {_town(word) for word in statement.clause.words if word.place in places}
    clause = fit.told.clause
    if any(_town(word) in claimed for word in clause.words):
        return False  # it is told, though perhaps of another matter
    told = {_town(word) for word in clause.words if _town(word) and not clause.unfinished_after(word.place)}
    return bool(told) and not told & claimed


def _other_number(index: Index, statement: Statement, fit: Fit, places: frozenset[int]) -> bool:
    claimed = next(counted for counted in statement.numbers if counted.places & places)
    unit = next(word for word in statement.clause.words if word.place == claimed.unit)
    words = {word.place: word for word in fit.told.clause.words}
    told = [held for held in fit.told.clause.numbers if same(index, unit, words[held.unit])]
    return bool(told) and fit.left <= claimed.places and all(held.value != claimed.value for held in told)


def _other_person(index: Index, statement: Statement, fit: Fit, places: frozenset[int]) -> bool:
    fact = fit.told.fact
    unit = next(unit for unit in statement.units if unit.person and unit.places & places)
    deed = {term for word in fit.told.clause.words[-2:] for term in index.vocabulary.meanings(word)} & _DONE_BY
    if not deed or not ({"who"} & set(fact.answers)) or not fact.people or not unit.places <= fit.left:
        return False
    return not _did_it(index, unit.entries, fact, deed)


def _did_it(index: Index, people: frozenset[str], fact: Fact, deed: Sequence[str] | set[str]) -> bool:
    """Whether any fact of the same entry about the same deed is about one of *people*, also a slip of a source."""
    for number in index.facts_of[fact.entry]:
        terms = index.facts[number]
        about = set(terms.fact.people) | {
            entry for entry in people if index.entry_terms[entry] & terms.said and entry in terms.links
        }
        if about & people and terms.fact.rank != "deprecated" and any(index.tells(number, term) for term in deed):
            return True
    return False


def _other_party(index: Index, statement: Statement, fit: Fit, places: frozenset[int]) -> bool:
    """“A ile B arasında”: another state is told in the place of the one that is claimed."""
    if not all(any(word.folded == "arasinda" for word in words) for words in (statement.clause.words, fit.told.clause.words)):
        return False
    claimed = _nations(index, [word for word in statement.clause.words if word.place in places])
    told = _nations(index, fit.told.clause.words)
    left = fit.left - _beside(index, statement, fit, "party")
    return bool(claimed) and left <= places and bool(told - _nations(index, statement.clause.words)) and not claimed & told


def _other_order(index: Index, statement: Statement, fit: Fit, places: frozenset[int]) -> bool:
    """“… açılışından üç gün önce”, where it is told that it was three days after."""
    place = min(places)
    claimed = next(word for word in statement.clause.words if word.place == place)
    before = next((word for word in statement.clause.words if word.place == place - 1), None)
    told = {word.place: word for word in fit.told.clause.words}
    turned = [word for word in told.values() if word.folded == _TURNS[claimed.folded]]
    return before is not None and any(other.place - 1 in told and same(index, before, told[other.place - 1]) for other in turned)


def _nations(index: Index, words: Sequence[Word]) -> set[str]:
    return {term for word in words for term in index.vocabulary.meanings(word)} & NATIONS


_TELLS = {
    "date": _other_date,
    "place": _other_place,
    "number": _other_number,
    "person": _other_person,
    "party": _other_party,
    "order": _other_order,
}
