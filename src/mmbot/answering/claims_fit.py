"""How far one clause of a fact tells what a statement says: which of its words, dates and numbers stay unexplained."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mmbot.answering.claims_clauses import is_finite, is_unfinished
from mmbot.answering.claims_dated import agrees, gives
from mmbot.answering.claims_predicate import reports, same_predicate, stands_out
from mmbot.answering.claims_statement import STOPS, TITLES, Statement, Unit, acts
from mmbot.answering.claims_told import Told
from mmbot.answering.claims_words import Case, cases, fits, is_negated, is_passive, mood, same, same_name
from mmbot.matching.index import Index
from mmbot.matching.words import Word, read_words

_HEDGES = frozenset({"gorunuste", "kismen", "neredeyse", "guya", "sozde", "sanki", "olasi", "belki", "muhtemelen", "kalsin"})
_REPORTED = 0.85  # of what is said, asked for or announced, nothing may be left out: it is not what happened
_NO_HEADS = frozenset({"simdi", "kendi", "yalnizca", "birlikte", "karsi", "gibi", "dolayi", "oteki", "beri", "asiri", "resmi"})
_RESOLVED = frozenset({"=onay", "=karar", "=kabul"})
_ON_BEHALF = frozenset({"adina", "namina", "yerine", "eliyle", "araciligiyla"})
_OFFICES = frozenset({
    "=bakan", "=baskan", "=elci", "=komutan", "=uye", "=vali", "=mebus", "=genelkurmay", "=disisleri", "=icisleri", "=basbakan",
    "=cumhurbaskani", "=temsilci", "=sadrazam", "=padisah", "=katip", "=maslahatguzar", "=konsolos", "=yazar", "=lider",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fit:
    """A statement held against what is told: the places of its words that this leaves unexplained."""

    told: Told
    left: frozenset[int]
    opposed: bool  # one of both denies what the other says


def hold(index: Index, statement: Statement, told: Told) -> Fit | None:
    """Hold *statement* against *told*; None where another deed is told, or not as something that happened."""
    verb = told.clause.verb
    if told.voice and not any(word.folded == "gore" for word in statement.clause.words):
        return None
    if mood(verb) != statement.mood or any(word.folded in _HEDGES for word in told.clause.words):
        return None
    if not same_predicate(index, statement, told):
        return None
    if (reports(index, told.clause) or stands_out(statement)) and covered(index, statement, told) < _REPORTED:
        return None
    left = {word.place for word in statement.telling if not _explains(index, statement, told, word)}
    for unit in statement.units:
        if not _explains_unit(index, unit, statement, told):
            left |= unit.places
    left |= {place for dated in statement.dates if not gives(index, statement, told, dated) for place in dated.places}
    left |= {
        place
        for counted in statement.numbers
        if not _tells_number(index, statement, told, counted.value, counted.unit)
        for place in counted.places
    }
    left |= _said_twice(index, statement, told)
    return Fit(told, frozenset(left), statement.negated != is_negated(told.clause.words))


def _said_twice(index: Index, statement: Statement, told: Told) -> set[int]:
    """Names and dates that the statement says more often than the clause: “Türkiye ile Türkiye arasında”."""
    pool = _pool(told)
    told_dates = [dated.typed for dated in told.clause.dates]
    found = set()
    for number, word in enumerate(statement.telling):
        before = [other for other in statement.telling[:number] if word.capital and other.folded == word.folded]
        if before and sum(same_name(index, word, other) for other in pool) <= len(before):
            found.add(word.place)
    for number, dated in enumerate(statement.dates):
        before_it = [other for other in statement.dates[:number] if agrees(other.typed, dated.typed)]
        if before_it and sum(agrees(dated.typed, other) for other in told_dates) <= len(before_it):
            found |= dated.places
    return found


def _explains(index: Index, statement: Statement, told: Told, word: Word) -> bool:
    if word is statement.clause.verb:
        return True  # the predicate was compared before
    unit = statement.unit_at(word.place)
    if unit is not None:
        return True  # a name is explained as a whole
    doing = acts(index, statement, word)
    return any(
        same_name(index, word, other)
        and (fits(*cases(word, other), acts=doing) or _is_for(statement, told, word, other))
        and _is_near(told, word, other)
        for other in _pool(told)
    )


def _is_for(statement: Statement, told: Told, word: Word, other: Word) -> bool:
    """Whether both stand before “aleyhine” or “lehine”, where the genitive may be left out."""
    following = [
        next((near.folded for near in words if near.place == one.place + 1), "")
        for words, one in ((statement.clause.words, word), (_pool(told), other))
    ]
    return following[0] == following[1] and following[0].startswith(("leh", "aleyh"))


def _pool(told: Told) -> tuple[Word, ...]:
    return (*told.carried, *told.clause.words)


def _is_near(told: Told, word: Word, other: Word) -> bool:
    """Whether *other*, a place or the like, belongs to the verb at the end and not to a participle before it."""
    at = cases(word, other)[0] in (Case.AT, Case.FROM, Case.TO) and other.capital
    return not at or not told.clause.unfinished_after(other.place)


def _explains_unit(index: Index, unit: Unit, statement: Statement, told: Told) -> bool:
    words = [word for word in statement.clause.words if word.place in unit.places]
    spelt = _spelt(index, words, told)
    links = {told.fact.entry, *told.fact.links} & unit.entries
    if spelt:
        return _stands_alike(index, unit, statement, words[-1], spelt, told)
    for entry in links:
        other = _called(index, entry, told)
        if other:
            return _stands_alike(index, unit, statement, words[-1], other, told)
    return unit.thing and told.fact.entry in unit.entries and not _said_elsewhere(index, words, told)


def _spelt(index: Index, words: Sequence[Word], told: Told) -> tuple[Word, ...]:
    """The words of the clause, close together, that spell the name *words*; empty where they do not."""
    wanted = [word for word in words if word.folded not in TITLES] or list(words)
    pool = _pool(told)
    for first in pool:
        if not same_name(index, wanted[0], first):
            continue
        near = [word for word in pool if 0 <= word.place - first.place <= len(words) + 2]
        found = [next((other for other in near if same_name(index, word, other)), None) for word in wanted]
        if all(found):
            return tuple(word for word in found if word)
    return ()


def _called(index: Index, entry: str, told: Told) -> tuple[Word, ...]:
    """The words of the clause that spell any name of *entry*."""
    for name in index.entries[entry].names:
        spelt = _spelt(index, read_words(name), told)
        if spelt:
            return spelt
    return ()


def _said_elsewhere(index: Index, words: Sequence[Word], told: Told) -> bool:
    """Whether the sentence names the thing in another clause than this one, and there as part of something else."""
    return any(same(index, words[-1], word) and cases(words[-1], word)[1] is Case.OF for word in read_words(told.fact.says)[:8])


def _stands_alike(index: Index, unit: Unit, statement: Statement, last: Word, spelt: tuple[Word, ...], told: Told) -> bool:
    """Whether the name does the same in both sentences: subject, “-e”, “-in” …; a part of the thing is not the thing."""
    claimed = _ending(statement.clause.words, last)
    ending = _ending(_pool(told), spelt[-1])
    found = _cases_of(claimed, ending)
    done_to = is_passive(statement.clause.verb) and not is_passive(told.clause.verb) and found == (Case.BARE, Case.OBJECT)
    joined = _is_joined(statement.clause.words, claimed) and _is_joined(_pool(told), ending)  # “Birliği'yle”, “Birliği ile”
    resolved = set(found) == {Case.BARE, Case.AT} and _resolves(index, unit, statement)
    if not (
        fits(*found, acts=not unit.thing) or done_to or joined or resolved
    ):  # “Gümrü işgal edildi”: “Türk ordusu Gümrü'yü işgal etti”
        return False
    following = next((word for word in _pool(told) if word.place == ending.place + 1), None)
    if following is None or ending.tail or _has(index, statement, following):
        return _bears_its_office(index, unit, statement, spelt[0], told)
    if following.folded in _ON_BEHALF or _makes_compound(following):
        return False
    return _bears_its_office(index, unit, statement, spelt[0], told)


def _is_joined(words: Sequence[Word], last: Word) -> bool:
    """Whether a name that ends with *last* is joined by “ile”, behind it or written on to it."""
    return cases(last, last)[0] is Case.WITH or any(word.place == last.place + 1 and word.folded == "ile" for word in words)


def _resolves(index: Index, unit: Unit, statement: Statement) -> bool:
    """“TBMM'de onaylandı”, “TBMM onayladı”: what is resolved in an assembly is resolved by it."""
    deed = {term for word in statement.clause.words[-2:] for term in index.vocabulary.meanings(word)}
    return bool(deed & _RESOLVED) and all(index.entries[entry].kind == "organisation" for entry in unit.entries)


def _bears_its_office(index: Index, unit: Unit, statement: Statement, first: Word, told: Told) -> bool:
    """Whether the office that stands before a person's name does so in the clause as well, or nothing stands there."""
    before = [word for word in statement.telling if word.place == min(unit.places) - 1 and not word.tail]
    nominal = not is_finite(statement.clause.verb)
    offices = [word for word in before if nominal or _OFFICES.intersection(index.vocabulary.meanings(word))]
    if not unit.person or not offices or statement.unit_at(offices[0].place):
        return True
    return any(same(index, offices[0], word) and 0 < first.place - word.place <= 2 for word in _pool(told))


def _cases_of(claimed: Word, ending: Word) -> tuple[Case, Case]:
    if claimed.folded == ending.folded or not (claimed.tail or ending.tail):
        return cases(claimed, ending)
    bare = "" if claimed.capital else None  # of another spelling of the name only the tails can be compared
    one = claimed._replace(folded="x") if bare is not None else claimed
    return cases(one, ending._replace(folded="x"))


def _ending(words: Sequence[Word], last: Word) -> Word:
    """The word that carries the case of a name: a title behind it (“Karabekir Paşa'ya”)."""
    found = last
    for before, word in pairwise(sorted({word.place: word for word in words}.values(), key=lambda word: word.place)):
        if before.place == found.place and not found.tail and (word.folded in TITLES or word.folded.startswith(("pasa", "bey"))):
            found = word
    return found


def _makes_compound(word: Word) -> bool:
    plain = not word.capital and not word.tail and not is_finite(word) and not is_unfinished(word)
    return plain and len(word.folded) > 4 and word.folded[-1] in "iu" and word.folded not in _NO_HEADS


def _has(index: Index, statement: Statement, word: Word) -> bool:
    return any(same(index, word, other) for other in statement.clause.words)


def _tells_number(index: Index, statement: Statement, told: Told, value: float, unit: int) -> bool:
    counted = next(word for word in statement.clause.words if word.place == unit)
    words = {word.place: word for word in told.clause.words}
    return any(held.value == value and same(index, counted, words[held.unit]) for held in told.clause.numbers)


def covered(index: Index, statement: Statement, told: Told) -> float:
    """How much of what the clause tells the statement says, 0 to 1, dates, numbers and the name of the fact's entry aside."""
    names = index.entry_terms[told.fact.entry] if statement.names(told.fact.entry) else frozenset()
    words = [word for word in told.clause.words if word.place not in told.clause.values and word.folded not in STOPS]
    said = [word for word in words if _has(index, statement, word) or set(index.name_terms(word)) & names]
    return len(said) / len(words) if words else 0.0
