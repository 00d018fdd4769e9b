"""“/dogru”: a pasted sentence checked statement by statement against the facts, never more than they carry.

Supported: one clause of one fact (or of two of the same entry) explains every telling word, date, number and name. Contradicted: the
same is told of the same with another value, or denied. Everything else is unknown. A false “supported” is the worst outcome.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from mmbot.answering.claims_clauses import sentences
from mmbot.answering.claims_conflicts import conflict, denial, excludes, values
from mmbot.answering.claims_deeds import deeds
from mmbot.answering.claims_fit import Fit, covered, hold
from mmbot.answering.claims_idioms import said_plainly
from mmbot.answering.claims_joined import leads, together
from mmbot.answering.claims_statement import Statement, calls, is_question, statements, without
from mmbot.answering.claims_told import as_said, sentences_of, told_by
from mmbot.answering.decision import Known
from mmbot.matching.words import read_words
from mmbot.model import DEFINITION, Fact

LONGEST = 1000  # characters
MOST_STATEMENTS = 8
_UNNAMED = 0.6  # so much of a clause must a statement say that names nothing
_KINDS = {"date": "when", "place": "where", "person": "who", "number": "how-many", "party": "who", "order": "when"}
_APART = frozenset({"date", "place"})  # what can be left out of a statement without changing the rest
Verdict = Literal["supported", "contradicted", "disputed", "unknown", "question"]


@dataclass(frozen=True, slots=True)
class Checked:
    """A statement with its verdict. *facts* show it; *noted*: an editor's note does, no source.

    ``disputed``: sources tell it so and otherwise, the preferred one leading. Of an unknown one, *words* do not occur in the knowledge at
    all and *about* are the entries that it names. Of a contradicted one, *aspects* are what is told otherwise (date, place, number, person,
    party, order; none of a denial), and *rest* shows what is told as it says (*rest_aspects*).
    """

    text: str
    verdict: Verdict
    facts: tuple[Fact, ...] = ()
    noted: bool = False
    words: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    rest: tuple[Fact, ...] = ()
    rest_aspects: tuple[str, ...] = ()


def check(known: Known, text: str) -> tuple[Checked, ...]:
    """Check *text*, at most 1,000 characters of it, statement by statement in order."""
    return tuple(_check(known, text[:LONGEST]))[:MOST_STATEMENTS]


def _check(known: Known, text: str) -> Iterator[Checked]:
    for sentence in sentences(text):
        words = tuple(read_words(sentence))
        if not words:
            continue
        if is_question(sentence, words):
            yield Checked(sentence, "question")
            continue
        found = tuple(statements(known.index, said_plainly(sentence), shown=sentence))
        word_for_word = _told_word_for_word(known, sentence, found)
        if word_for_word:
            yield word_for_word
            continue
        for statement in found:
            yield from _judged(known, statement)


def _told_word_for_word(known: Known, sentence: str, found: tuple[Statement, ...]) -> Checked | None:
    """What a fact says in just these words, however its clauses hang together."""
    said = as_said(sentence)
    numbers = sorted({number for statement in found for number in _candidates(known, statement)})
    facts = [known.index.facts[number].fact for number in numbers]
    telling = [fact for fact in facts if fact.rank != "deprecated" and said in sentences_of(fact.says)]
    standing = next((fact for fact in telling if not fact.disputes), None)
    if standing:
        return Checked(sentence, "supported", (standing,))
    other = next((fact.disputes for fact in telling if fact.disputes in known.library.facts), None)
    return Checked(sentence, "disputed", (known.library.facts[other],)) if other else None


def _judged(known: Known, statement: Statement) -> list[Checked]:
    """The verdict on *statement*; where it is unknown as a whole, on each deed that it tells of (“sunarak göreve başladı”)."""
    whole = _judge(known, statement)
    apart = [_judge(known, deed) for deed in deeds(known.index, statement)] if whole.verdict == "unknown" else []
    return apart if any(one.verdict != "unknown" for one in apart) else [whole]


def _judge(known: Known, statement: Statement) -> Checked:
    if not statement.telling or not statement.grounded:
        return _unknown(known, statement)
    fits = list(_fits(known, statement))
    whole = [fit for fit in fits if not fit.left and not fit.opposed and _is_about(known, statement, fit)]
    standing = [fit for fit in whole if not fit.told.fact.disputes]
    if standing:
        best = max(standing, key=lambda fit: (not fit.told.noted, leads(statement, fit)))
        return Checked(statement.text, "supported", (best.told.fact,), noted=best.told.noted)
    both = together(statement, fits)
    if both:
        return Checked(statement.text, "supported", both)
    return _otherwise(known, statement, fits, whole) or _told_by_one(known, statement, whole) or _unknown(known, statement)


def _told_by_one(known: Known, statement: Statement, whole: list[Fit]) -> Checked | None:
    """What only a source tells that others dispute."""
    named = next((fit.told.fact.disputes for fit in whole if fit.told.fact.disputes in known.library.facts), None)
    return Checked(statement.text, "disputed", (known.library.facts[named],)) if named else None


def _is_about(known: Known, statement: Statement, fit: Fit) -> bool:
    """Whether it is clear what a statement without any name is about."""
    named = bool(statement.units) or calls(known.index, statement, fit.told.fact.entry)
    return named or covered(known.index, statement, fit.told) >= _UNNAMED


def _otherwise(known: Known, statement: Statement, fits: list[Fit], whole: list[Fit]) -> Checked | None:
    """What stands against *statement*; what is told both ways is disputed."""
    denied = [fit for fit in fits if denial(known.index, statement, fit)]
    against = {id(fit): conflict(known.index, statement, fit) for fit in fits} if not denied else {}
    found = denied or [fit for fit in fits if against[id(fit)]]
    if not found:
        return None
    best = max(found, key=lambda fit: _tells_best(statement, fit, against.get(id(fit))))
    fact = best.told.fact
    if fact.disputes and fact.disputes in known.library.facts:
        fact = known.library.facts[fact.disputes]
    told_so = _dated_so(known, statement, fact) if against.get(id(best)) == "date" else None
    besides = _besides_the_date(known, statement) if told_so else None
    if besides:
        return besides
    if told_so or (whole and not denied):
        return Checked(statement.text, "disputed", (told_so or fact,))
    return _with_the_rest(
        known, statement, Checked(statement.text, "contradicted", (fact,), best.told.noted), against.get(id(best))
    )


def _besides_the_date(known: Known, statement: Statement) -> Checked | None:
    """What is contradicted of *statement* besides its date, of which the sources differ: the wrong town beside a disputed day."""
    dates = frozenset(place for kind, places in values(statement) if kind == "date" for place in places)
    if not any(kind == "place" for kind, _ in values(statement)):
        return None
    rest = _judge(known, without(known.index, statement, dates))
    return rest if rest.verdict == "contradicted" else None


def _with_the_rest(known: Known, statement: Statement, checked: Checked, aspect: str | None) -> Checked:
    """*checked*, with what is told otherwise and what is told as the statement says: the right day in the wrong town."""
    if aspect is None:
        return checked
    (fact,) = checked.facts
    told = replace(checked, aspects=(aspect,), facts=(_written_for(known, statement, fact, aspect),))
    wrong = frozenset(place for kind, places in values(statement) if kind == aspect for place in places)
    if not wrong:  # a town that somebody went to
        return told
    kept = tuple(kind for kind, places in values(statement) if kind in _APART - {aspect} and not places & wrong)
    rest = _judge(known, without(known.index, statement, wrong)) if aspect in _APART and kept else None
    if rest and rest.verdict == "contradicted":
        return replace(told, aspects=(aspect, *rest.aspects), facts=tuple(dict.fromkeys((*told.facts, *rest.facts))))
    supported = rest and rest.verdict in ("supported", "disputed")
    return replace(told, rest=rest.facts, rest_aspects=tuple(dict.fromkeys(kept))) if rest and supported else told


def _written_for(known: Known, statement: Statement, fact: Fact, aspect: str) -> Fact:
    """The fact of the same entry that was written to tell just that; *fact*, a definition, where there is none."""
    said = {term for word in statement.clause.words for term in known.index.vocabulary.meanings(word)}
    for number in known.index.facts_of[fact.entry] if fact.id == DEFINITION and aspect in _APART else ():
        terms = known.index.facts[number]
        stands = terms.fact.rank != "deprecated" and not terms.fact.disputes and terms.fact.id != DEFINITION
        if stands and terms.fact.answers[:1] == (_KINDS[aspect],) and terms.topic & said:
            return terms.fact
    return fact


def _tells_best(statement: Statement, fit: Fit, kind: str | None) -> tuple[object, ...]:
    """What makes one contradiction better than another: that it was written to tell just this, and of what was named."""
    fact = fit.told.fact
    answers = kind is not None and _KINDS[kind] in fact.answers
    return (
        answers,
        statement.names(fact.entry),
        -len(fit.left),
        kind == "person" and "list" in fact.answers,
        fact.rank == "preferred",
        fact.significance,
    )


def _dated_so(known: Known, statement: Statement, fact: Fact) -> Fact | None:
    """The preferred fact of a date that any standing fact of the entry gives as *statement* does; None where none does."""
    typed = [dated.typed for dated in statement.dates]
    said = {term for word in statement.clause.words for term in known.index.vocabulary.meanings(word)}
    for number in known.index.facts_of[fact.entry] if typed else ():
        terms = known.index.facts[number]
        when = terms.fact.date
        contested = terms.fact.rank != "deprecated" and any(not one.deprecated for one in known.library.siblings(terms.fact))
        if when is None or not contested or not terms.topic & said:
            continue
        if when.precision in ("day", "span") and not any(excludes(when, one) for one in typed):
            return known.library.facts.get(terms.fact.disputes or "", terms.fact)
    return None


def _fits(known: Known, statement: Statement) -> Iterator[Fit]:
    for number in sorted(_candidates(known, statement)):
        fact = known.index.facts[number].fact
        for told in told_by(fact, known.library.title(fact.entry)):
            fit = hold(known.index, statement, told)
            if fit:
                yield fit


def _candidates(known: Known, statement: Statement) -> set[int]:
    """The numbers of the facts that may tell of it: of the entries named, about them, and those with two of its words."""
    index, found = known.index, set[int]()
    for unit in statement.units:
        for entry in unit.entries:
            found.update(index.facts_of.get(entry, ()), index.facts_about.get(entry, ()))
    hits: Counter[int] = Counter()
    for word in statement.telling:
        hits.update(set().union(*(index.told.get(term, ()) for term, _ in index.lexicon.resolve(word)[:2])))
    return found.union(number for number, count in hits.items() if count >= min(2, len(statement.telling)))


def _unknown(known: Known, statement: Statement) -> Checked:
    words = tuple(word.typed for word in statement.telling if not known.index.lexicon.resolve(word))
    about = tuple(dict.fromkeys(entry for unit in statement.units for entry in sorted(unit.entries)))
    return Checked(statement.text, "unknown", words=words, about=about)
