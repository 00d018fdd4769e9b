"""Sums of weights for all facts at once, the candidates that they give, and a ranking that is only scored as far as somebody looks."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mmbot.app import Prepared
from mmbot.matching.candidates import MOST_CANDIDATES, Sums, candidates
from mmbot.matching.features import Looks
from mmbot.matching.ranking import Ranked, Ranking, rank
from mmbot.matching.reading import read
from mmbot.model import Fact

FACTS = 40


def bits(numbers: set[int]) -> int:
    return sum(1 << number for number in numbers)


def numbers(facts: int) -> list[int]:
    return [number for number in range(facts.bit_length()) if facts >> number & 1]


@given(
    st.lists(st.tuples(st.sets(st.integers(0, FACTS)), st.sampled_from([0.05, 0.25, 0.3, 0.5, 1.0, 10.0])), max_size=8),
    st.integers(1, FACTS),
)
def test_the_heaviest_are_those_with_the_greatest_sums_and_of_equal_ones_the_first(
    given_to: list[tuple[set[int], float]], count: int
) -> None:
    sums, expected = Sums(), Counter[int]()
    for facts, weight in given_to:
        sums.add(bits(facts), weight)
        expected.update({fact: round(weight * 4096) for fact in facts})
    heaviest = sorted(expected, key=lambda fact: (-expected[fact], fact))[:count]
    assert numbers(sums.heaviest(count)) == sorted(heaviest)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        pytest.param("Moskova Antlaşması ne zaman imzalandı?", "moskova-antlasmasi/imza-tarihi", id="its-own-question"),
        pytest.param("tarih imza moskova antlaşması", "moskova-antlasmasi/imza-tarihi", id="its-words"),
    ],
)
def test_the_fact_that_explains_most_is_a_candidate(embedded: Prepared, question: str, fact: str) -> None:
    index = embedded[1]
    found = candidates(index, read(index, question))
    assert 0 < len(found) <= MOST_CANDIDATES
    assert fact in {index.fact(number).fact.name for number in found}


def test_what_a_term_explains_is_what_tells_it_and_what_belongs_to_an_entry_of_its_name(embedded: Prepared) -> None:
    index = embedded[1]
    explained = set(numbers(index.explained("moskova")))
    assert index.told.get("moskova") <= explained
    assert {*index.facts_of["moskova-antlasmasi"], *index.facts_about["moskova-antlasmasi"]} <= explained
    assert index.explained("yokböylebirsöz") == 0


def test_facts_with_something_against_them_come_last_and_are_not_scored_for_the_first(embedded: Prepared) -> None:
    index = embedded[1]
    found = rank(Looks(index, read(index, "Moskova Antlaşması'nı kim imzaladı?")))
    assert found[0] == found.good[0]
    assert "_all" not in vars(found), "nobody has looked so far"
    assert not any(one.unexplained for one in found.good)
    assert [bool(one.unexplained) for one in found] == sorted(bool(one.unexplained) for one in found)
    assert len(found) > len(found.good)


def test_a_ranking_is_a_sequence_of_all(embedded: Prepared) -> None:
    facts: list[Fact] = list(embedded[0].facts.values())[:4]
    ranked = [Ranked(fact, 1.0) for fact in facts]
    found = Ranking(ranked[:2], lambda: ranked[2:])
    assert (list(found), len(found), found[3], found[:3], found[1:]) == (ranked, 4, ranked[3], tuple(ranked[:3]), tuple(ranked[1:]))
    assert not Ranking(())
    assert Ranking((), lambda: ranked)
