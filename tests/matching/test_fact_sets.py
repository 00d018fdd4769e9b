"""Sets of facts as numbers: who tells a term, who is called so, whom it concerns."""

import pytest

from mmbot.matching.fact_sets import FactSets, numbers, union
from mmbot.matching.terms import Postings

# Facts 0 and 1 are of the treaty, 2 of the town, 3 to 5 of the envoy; fact 1 is about the town, fact 4 about the treaty.
TREATY, TOWN, ENVOY = range(2), range(2, 3), range(3, 6)


@pytest.fixture
def sets() -> FactSets:
    return FactSets(
        Postings({"imza": [0, 3], "elci": [4]}),
        {"kars": {"treaty", "town"}, "antlasma": {"treaty"}, "aralov": {"envoy"}},
        {"treaty": TREATY, "town": TOWN, "envoy": ENVOY, "bare": ()},
        {"town": [1], "treaty": [4]},
    )


def facts(found: int) -> list[int]:
    return list(numbers(found))


def test_all_is_every_fact_and_no_more(sets: FactSets) -> None:
    assert facts(sets.all) == [0, 1, 2, 3, 4, 5]


def test_without_facts_there_are_none() -> None:
    nothing = FactSets(Postings({}), {}, {"bare": ()}, {})
    assert nothing.all == nothing.telling("imza") == nothing.of("bare") == 0


@pytest.mark.parametrize(
    ("term", "found"),
    [
        pytest.param("imza", [0, 3], id="told-by-two"),
        pytest.param("elci", [4], id="told-by-one"),
        pytest.param("kars", [], id="only-in-names"),
        pytest.param("londra", [], id="unknown"),
    ],
)
def test_telling_are_those_that_say_it(sets: FactSets, term: str, found: list[int]) -> None:
    assert facts(sets.telling(term)) == found


@pytest.mark.parametrize(
    ("entry", "own", "concerned"),
    [
        pytest.param("treaty", [0, 1], [0, 1, 4], id="its-own-and-one-about-it"),
        pytest.param("town", [2], [1, 2], id="one-of-an-entry-before-it"),
        pytest.param("envoy", [3, 4, 5], [3, 4, 5], id="only-its-own"),
        pytest.param("bare", [], [], id="without-facts"),
        pytest.param("lozan", [], [], id="unknown"),
    ],
)
def test_an_entry_has_its_own_facts_and_those_about_it(sets: FactSets, entry: str, own: list[int], concerned: list[int]) -> None:
    assert facts(sets.of(entry)) == own
    assert facts(sets.concerning(entry)) == concerned


def test_called_are_the_own_facts_of_every_entry_with_the_name(sets: FactSets) -> None:
    assert facts(sets.called("kars")) == [0, 1, 2]
    assert facts(sets.called("imza")) == []


@pytest.mark.parametrize(
    ("term", "found"),
    [
        pytest.param("imza", [0, 3], id="told"),
        pytest.param("antlasma", [0, 1, 4], id="named-and-about-what-is-named"),
        pytest.param("kars", [0, 1, 2, 4], id="borne-by-two"),
        pytest.param("londra", [], id="unknown"),
    ],
)
def test_explaining_are_those_that_tell_it_or_have_to_do_with_its_bearers(sets: FactSets, term: str, found: list[int]) -> None:
    assert facts(sets.explaining(term)) == found
    assert facts(sets.explaining(term)) == found  # kept by then


@pytest.mark.parametrize(
    ("one", "listed"),
    [
        pytest.param(0, [], id="none"),
        pytest.param(1, [0], id="the-first"),
        pytest.param(0b101001, [0, 3, 5], id="the-lowest-first"),
        pytest.param(1 << 2000, [2000], id="one-far-away"),
    ],
)
def test_numbers_lists_the_lowest_first(one: int, listed: list[int]) -> None:
    assert facts(one) == listed


def test_union_has_what_is_in_any() -> None:
    assert union([0b001, 0b101, 0b1000]) == 0b1101
    assert union([]) == 0
