"""What a statement and a clause predicate: whether both tell the same deed, and whether it was done or only said."""

from mmbot.answering.claims_clauses import Clause, is_finite, is_unfinished
from mmbot.answering.claims_statement import Statement
from mmbot.answering.claims_told import Told
from mmbot.answering.claims_words import is_light, same, same_deed
from mmbot.matching.index import Index

_REPORTS = frozenset({"=soyle", "=bildir", "=yaz", "=iste", "=oner", "=kabul", "=kork", "=dusun", "=karar"})
_MADE = ("yapildi", "yapilan", "yapilmis", "akdedil")
_OUTSTANDING = frozenset({"en", "ilk", "tek", "yegane"})
_TIMES = frozenset({"kez", "defa", "kere"})


def reports(index: Index, clause: Clause) -> bool:
    """Whether the verb only tells that something was said, wanted or thought: “verilmesini istedi”."""
    said = any(_REPORTS.intersection(index.vocabulary.meanings(word)) for word in clause.words[-2:])
    return said and any(is_unfinished(word) for word in clause.words[-4:-1])


def stands_out(statement: Statement) -> bool:
    """Whether something is called the first, the only or the most of its kind: then every word that tells the kind matters."""
    following = {word.place - 1: word.folded for word in statement.clause.words}
    return any(word.folded in _OUTSTANDING and following.get(word.place) not in _TIMES for word in statement.clause.words)


def same_predicate(index: Index, statement: Statement, told: Told) -> bool:
    """Whether the verb of *statement* – or what stands for one – tells the same deed as that of the clause, whatever voice and tense."""
    claimed, verb = statement.clause.verb, told.clause.verb
    if (is_finite(claimed) or is_unfinished(claimed)) and is_light(claimed) and is_light(verb):
        return same(index, claimed, verb) or _says_what_is_done(index, statement, told.clause)
    if is_finite(claimed) or is_unfinished(claimed):
        return same_deed(index, claimed, verb) or _is_made(index, statement, told)
    nominal = not is_finite(verb) or verb.folded.endswith(("dir", "dur", "tir", "tur")) or is_light(verb)
    return nominal and any(same(index, claimed, word) for word in told.clause.words[-3:])


def _says_what_is_done(index: Index, statement: Statement, clause: Clause) -> bool:
    """Whether *statement* has the noun that tells the deed before a light verb: who protested against it did not “do” it."""
    noun = clause.words[-2] if len(clause.words) > 1 else None
    return (
        noun is None
        or noun.capital
        or bool(noun.tail)
        or noun.place in clause.values
        or any(same(index, noun, other) for other in statement.clause.words)
    )


def _is_made(index: Index, statement: Statement, told: Told) -> bool:
    """Whether a treaty is signed in the one and made in the other: that is the same of a treaty."""
    if index.entries[told.fact.entry].kind != "treaty":
        return False
    verbs = (statement.clause.verb, told.clause.verb)
    signed = sum("=imza" in index.vocabulary.meanings(verb) for verb in verbs)
    return signed == 1 and any(verb.folded.startswith(_MADE) for verb in verbs)
