"""An index that takes over what another one has of the same entries is the index that is built from nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mmbot.answering.decide import decide
from mmbot.app import Prepared
from mmbot.knowledge.library import make_library
from mmbot.matching.index import Index
from mmbot.matching.terms import PairTable, TermTable
from mmbot.matching.vocabulary import Vocabulary
from mmbot.matching.words import read_words
from mmbot.model import Entry, Fact

SMALL = 8  # entries of the embedded knowledge, those with the fewest facts
QUESTIONS = (
    "Kars Antlaşması ne zaman imzalandı?",
    "zeplin nedir?",
    "Zeplin Paşa kimdir?",
    "zeplinler kaçta uçtu",
    "Yeni şey nedir?",
)
Edit = Callable[[list[Entry], int, str], list[Entry]]


def _put(entries: list[Entry], place: int, entry: Entry) -> list[Entry]:
    return [entry if number == place else other for number, other in enumerate(entries)]


def _of_first(entry: Entry, **values: object) -> Entry:
    first, *others = entry.facts
    return replace(entry, facts=(replace(first, **values), *others))  # type: ignore[arg-type]


def other_sentence(entries: list[Entry], place: int, word: str) -> list[Entry]:
    return _put(entries, place, _of_first(entries[place], says=f"{entries[place].facts[0].says} {word} Ankara'ya geldi."))


def another_question(entries: list[Entry], place: int, word: str) -> list[Entry]:
    fact = entries[place].facts[0]
    return _put(entries, place, _of_first(entries[place], questions=(*fact.questions, f"{word} ne zaman uçtu?")))


def another_name(entries: list[Entry], place: int, word: str) -> list[Entry]:
    return _put(entries, place, replace(entries[place], aliases=(*entries[place].aliases, f"{word} Paşa")))


def another_person(entries: list[Entry], place: int, _word: str) -> list[Entry]:
    return _put(entries, place, _of_first(entries[place], people=(entries[place - 1].id,)))


def another_fact(entries: list[Entry], place: int, word: str) -> list[Entry]:
    entry = entries[place]
    fact = Fact(f"yeni-{len(entry.facts)}", entry.id, ("what",), f"{word} bir uçaktır.", entry.facts[0].citations)
    return _put(entries, place, replace(entry, facts=(*entry.facts, fact)))


def one_fact_less(entries: list[Entry], place: int, _word: str) -> list[Entry]:
    entry = entries[place]
    return _put(entries, place, replace(entry, facts=entry.facts[:-1])) if len(entry.facts) > 1 else entries


def another_entry(entries: list[Entry], place: int, word: str) -> list[Entry]:
    name = f"yeni-{len(entries)}-{place}"
    fact = Fact("tanim", name, ("what",), f"{word} yeni bir şeydir.", entries[place].facts[0].citations, about=(entries[place].id,))
    return [*entries[:place], Entry(name, "concept", f"Yeni {word}", (), (fact,)), *entries[place:]]


def one_entry_less(entries: list[Entry], place: int, _word: str) -> list[Entry]:
    return entries[:place] + entries[place + 1 :] if len(entries) > 2 else entries


EDITS: tuple[Edit, ...] = (
    other_sentence,
    another_question,
    another_name,
    another_person,
    another_fact,
    one_fact_less,
    another_entry,
    one_entry_less,
)


def content(index: Index) -> list[object]:
    """All that an index tells, without the numbers that its table gave to the terms."""
    terms = sorted({*index.told, *index.entries_with})
    questions = [question for terms in index.facts for question in terms.fact.questions]
    return [
        list(index.facts),
        [index.questions(number) for number in range(len(index.facts))],
        _side_by_side(index),
        [(term, index.weight(term), index.told.get(term), index.explained(term)) for term in terms],
        [list(index.written.get(index.key(read_words(question)))) for question in questions],
        [(name, index.name_weight(number)) for number, name in enumerate(index.names)],
        (index.names_by_key, index.entries_with, index.facts_of, index.facts_about, index.entry_terms, index.entries),
        [index.lexicon.resolve(word) for question in (*QUESTIONS, *questions[:40]) for word in read_words(question)],
    ]


def _side_by_side(index: Index) -> dict[str, list[int]]:
    terms = sorted({term for fact in index.facts for term in fact.said | fact.predicates})
    found = {one: sorted(index.side_by_side([one], terms)) for one in terms}
    assert any(found.values())
    return found


def decisions(index: Index, prepared: Prepared) -> list[object]:
    library = make_library(index.entries.values(), prepared[0].sources)
    asked = [
        decide(library, index, question)
        for question in (*QUESTIONS, *(fact.questions[0] for fact in library.facts.values() if fact.questions))
    ]
    return [(decision.answer, decision.sure, tuple(decision.ranked)) for decision in asked]


@pytest.fixture(scope="session")
def small(embedded: Prepared) -> list[Entry]:
    entries = sorted(embedded[0].entries.values(), key=lambda entry: (len(entry.facts), entry.id))
    return entries[:SMALL]


def _edited(index: Index, edits: Sequence[tuple[Edit, int, str]]) -> Index:
    for edit, place, word in edits:
        entries = list(index.entries.values())
        index = Index(edit(entries, place % len(entries), word), index.vocabulary, index)
    return index


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    edits=st.lists(
        st.tuples(st.sampled_from(EDITS), st.integers(0, 20), st.sampled_from(["Zeplin", "zeplin", "Moskova", "Lenin"])),
        min_size=1,
        max_size=5,
    )
)
def test_after_any_edits_it_is_the_one_built_from_nothing(
    embedded: Prepared, small: list[Entry], edits: list[tuple[Edit, int, str]]
) -> None:
    vocabulary = embedded[1].vocabulary
    edited = _edited(Index(small, vocabulary), edits)
    fresh = Index(edited.entries.values(), vocabulary)
    assert content(edited) == content(fresh)
    assert decisions(edited, embedded) == decisions(fresh, embedded)


@pytest.mark.parametrize("edit", EDITS)
def test_the_index_that_it_is_like_stays_as_it_was(embedded: Prepared, small: list[Entry], edit: Edit) -> None:
    index = Index(small, embedded[1].vocabulary)
    before = content(index)
    _edited(index, [(edit, 3, "Zeplin")])
    assert content(index) == before


def test_only_what_was_changed_is_read_anew(embedded: Prepared) -> None:
    library, index = embedded
    changed = another_name([library.entries["moskova-antlasmasi"]], 0, "Zeplin")[0]
    made = Index({**library.entries, changed.id: changed}.values(), index.vocabulary, index)
    known = {id(name) for name in index.names}
    assert {name.entry for name in made.names if id(name) not in known} == {changed.id}


def test_nothing_is_taken_over_from_a_table_full_of_what_is_gone(embedded: Prepared, small: list[Entry]) -> None:
    whole = embedded[1]
    few = Index(small, whole.vocabulary, whole)
    assert few._table is whole._table
    again = Index(small, whole.vocabulary, few)
    assert again._table is not whole._table
    assert content(again) == content(few)


def test_nothing_is_taken_over_from_another_vocabulary(embedded: Prepared, small: list[Entry]) -> None:
    other = Index(small, Vocabulary({"zeplin": ["zeplin", "uçak"]}, ""))
    assert content(Index(small, embedded[1].vocabulary, other)) == content(Index(small, embedded[1].vocabulary))


def test_a_table_numbers_more_terms_than_two_bytes_hold() -> None:
    table, terms = TermTable(), [f"{number:06}" for number in range(70_000)]
    assert list(table.unpack(table.pack([terms, terms[-1:]]))) == [terms, terms[-1:]]
    packed = [table.pack_pairs([(terms[0], terms[-1])]), table.pack_pairs([(terms[-1], terms[0]), (terms[0], terms[-1])])]
    first, last = table.numbers([terms[0], "yok", terms[-1]])
    pairs = PairTable(packed)
    assert (pairs.get([first], [last]), pairs.get([last], [first])) == ({0, 1}, {1})
    assert not pairs.get([first, last + 1], [first])
    assert not PairTable([]).get([first], [last])
