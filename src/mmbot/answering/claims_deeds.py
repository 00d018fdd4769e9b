"""What a statement tells of beside its last verb: “5 Mart'ta güven mektubunu sunarak göreve başladı” tells of two deeds of one day."""

from collections.abc import Iterator

from mmbot.answering.claims_clauses import Clause, is_going_on
from mmbot.answering.claims_statement import TOKEN, Statement, as_typed, lead_of, of_words
from mmbot.matching.index import Index
from mmbot.matching.words import Word


def deeds(index: Index, statement: Statement) -> Iterator[Statement]:
    """Each deed of *statement* as a statement of its own, with the subject and the dates that both share; none where it tells of one only."""
    clause = statement.clause
    cut = next((number for number, word in enumerate(clause.words) if number and _goes_on(clause, number)), None)
    if cut is None:
        return
    first, rest = clause.words[: cut + 1], clause.words[cut + 1 :]
    dated = frozenset(place for dates in clause.dates for place in dates.places)
    shared = tuple(word for word in first if word.place in dated)
    subject = () if rest[0].capital and not rest[0].tail else lead_of(first)
    yield of_words(index, first, _typed(statement, first))
    yield of_words(index, (*(word for word in subject if word not in shared), *shared, *rest), _typed(statement, rest))


def _typed(statement: Statement, words: tuple[Word, ...]) -> str:
    """The part of *statement* in which *words* stand, as it was typed; the words alone where that cannot be told."""
    spans = [found.span() for found in TOKEN.finditer(statement.text)]
    if len(spans) != len(statement.clause.words):
        return as_typed(words)
    first, last = (statement.clause.words.index(word) for word in (words[0], words[-1]))
    return statement.text[spans[first][0] : spans[last][1]]


def _goes_on(clause: Clause, number: int) -> bool:
    """Whether the word so far into *clause* is a converb with something before and behind it; “olarak” is none."""
    word = clause.words[number]
    return number < len(clause.words) - 1 and is_going_on(word) and word.folded != "olarak"
