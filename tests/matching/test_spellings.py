"""Words a slip or two away from what was typed."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from mmbot.matching.spellings import Spellings

WORDS = (
    "ankara",
    "anakara",
    "kars",
    "karsi",
    "lozan",
    "mondros",
    "moskova",
    "mudanya",
    "mudanyali",
    "sivas",
    "trabzon",
    "trabzonlu",
)


@pytest.mark.parametrize(
    ("typed", "slips", "found"),
    [
        pytest.param("moskova", 1, {("moskova", 0)}, id="as-it-is-written"),
        pytest.param("moskva", 1, {("moskova", 1)}, id="a-letter-left-out"),
        pytest.param("mosskova", 1, {("moskova", 1)}, id="a-letter-too-many"),
        pytest.param("moslova", 1, {("moskova", 1)}, id="a-wrong-key"),
        pytest.param("mokosva", 1, set(), id="swapped-across-another-is-more-than-one"),
        pytest.param("mosokva", 1, {("moskova", 1)}, id="two-neighbours-swapped"),
        pytest.param("trbzno", 1, set(), id="two-slips-are-more-than-one"),
        pytest.param("trbzno", 2, {("trabzon", 2)}, id="two-slips"),
        pytest.param("kars", 1, {("kars", 0), ("karsi", 1)}, id="of-both-lengths"),
        pytest.param("ankara", 1, {("ankara", 0), ("anakara", 1)}, id="a-repeated-letter"),
        pytest.param("xyzxyz", 2, set(), id="like-none"),
        pytest.param("aaaaaa", 1, set(), id="only-letters-that-all-have"),
        pytest.param("konstantiniyye", 2, set(), id="longer-than-any"),
    ],
)
def test_near_are_the_words_within_so_many_slips(typed: str, slips: int, found: set[tuple[str, int]]) -> None:
    assert set(Spellings(WORDS).near(typed, slips)) == found


def test_of_one_length_the_nearest_comes_first() -> None:
    found = [word for word, _ in Spellings(["kasit", "karis", "karsi"]).near("karsi", 2)]
    assert found == ["karsi", "karis", "kasit"]


def test_of_one_length_eight_are_enough() -> None:
    words = [f"kar{letter}" for letter in "abcdefghijkl"]
    found = list(Spellings([*words, "kars"]).near("kars", 1))
    assert len(found) == 8
    assert found[0] == ("kars", 0)


def test_what_lacks_too_many_letters_is_found_by_none_and_what_repeats_them_is_compared() -> None:
    """The sieve looks at which letters a word has, not how often: it may let too much through, and nothing too little."""
    assert dict(Spellings(["abab", "aabb", "bbbb"]).near("abab", 1)) == {"abab": 0, "aabb": 1}


@given(st.sets(st.text("abc", min_size=1, max_size=6), max_size=8), st.text("abc", min_size=1, max_size=6), st.integers(1, 2))
def test_what_the_sieve_leaves_out_is_too_far_away(words: set[str], typed: str, slips: int) -> None:
    expected = {word: distance for word in words if (distance := OSA.distance(typed, word)) <= slips}
    assert dict(Spellings(sorted(words)).near(typed, slips)) == expected


def test_what_was_stored_finds_the_same() -> None:
    spellings = Spellings(WORDS)
    before = list(spellings.near("mondoros", 1))
    assert before == [("mondros", 1)]
    stored = pickle.loads(pickle.dumps(spellings))  # noqa: S301  just made here
    assert list(stored.near("mondoros", 1)) == before
