"""What words of a question mean: idioms of several words, and words that have a meaning of their own besides."""

import pytest

from mmbot.matching.lexicon import Lexicon
from mmbot.matching.vocabulary import Vocabulary
from mmbot.matching.words import read_words

GROUPS = {
    "reddet": ["redd*", "ayak dire*", "geri çevir*", "veto"],
    "kabul": ["kabul*", "yeşil ışık yak*", "ışık"],
    "gönder": ["gönder*", "~postala*", "~kol*"],
    "ziyafet": ["akşam yemeği"],
}
VOCABULARY = Vocabulary(GROUPS, "ne zaman ve geri")
KNOWN = frozenset({"postaladi", "ayak", "dire", "kol", "moskova"})
LEXICON = Lexicon(VOCABULARY, KNOWN, frozenset({"moskova"}))


def read(text: str) -> list[str]:
    return [word.folded for word in VOCABULARY.joined(read_words(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Stalin neden ayak diredi?", ["stalin", "neden", "ayak_diredi"], id="verb"),
        pytest.param("ayak diremişlerdi", ["ayak_diremislerdi"], id="endings"),
        pytest.param("Ayak direyen kimdi", ["ayak_direyen", "kimdi"], id="capital-of-the-first-word"),
        pytest.param("Moskova yeşil ışık yakmış mıydı", ["moskova", "yesil_isik_yakmis", "miydi"], id="three-words"),
        pytest.param("akşam yemeğine", ["aksam_yemegine"], id="noun"),
        pytest.param("ayak direği", ["ayak", "diregi"], id="another-word"),
        pytest.param("ayak", ["ayak"], id="half-of-it"),
        pytest.param("ayak ve diredi", ["ayak", "ve", "diredi"], id="parted"),
        pytest.param("yeşil ışık", ["yesil", "isik"], id="two-of-three"),
        pytest.param("Bay Ayak diredi", ["bay", "ayak", "diredi"], id="name"),
        pytest.param("akşam yemeğiydi diyor", ["aksam_yemegiydi", "diyor"], id="copula"),
    ],
)
def test_the_words_of_an_idiom_are_one(text: str, words: list[str]) -> None:
    assert read(text) == words


def test_words_behind_an_idiom_are_numbered_anew() -> None:
    joined = VOCABULARY.joined(read_words("Lenin ayak diredi ne zaman"))
    assert [word.place for word in joined] == [0, 1, 2, 3]
    assert joined[1].typed == "ayak diredi"


def meant(text: str) -> dict[str, float]:
    (word,) = VOCABULARY.joined(read_words(text))
    return dict(LEXICON.resolve(word))


def test_an_idiom_means_its_group_or_what_its_words_mean() -> None:
    found = meant("ayak diredi")
    assert found["=reddet"] > 0.9
    assert found["ayak"] == 1.0


def test_what_tells_nothing_in_an_idiom_stays_so() -> None:
    assert meant("geri çevirdi") == {"=reddet": meant("geri çevirdi")["=reddet"]}


def test_a_word_with_a_meaning_of_its_own_may_mean_a_group_as_well() -> None:
    found = meant("postaladı")
    assert found["postaladi"] == 1.0
    assert 0.8 < found["=gonder"] < 1.0


def test_what_only_begins_like_such_a_word_does_not_mean_the_group() -> None:
    assert "=gonder" not in meant("kolordu")
    assert "=gonder" in meant("kolları")


def test_in_what_the_knowledge_says_it_is_a_word_of_its_own() -> None:
    (word,) = read_words("postaladı")
    assert VOCABULARY.meanings(word) == ()


def test_no_word_that_begins_like_an_idiom_put_together_is_one() -> None:
    (word,) = read_words("ayakdirek")
    assert VOCABULARY.meanings(word) == ()


def test_a_longer_stem_of_a_group_leaves_a_shorter_one_nothing() -> None:
    vocabulary = Vocabulary({"karar": ["karar*"], "fayda": ["~kâr*", "~getiri"]}, "")
    words = read_words("kararlar kârlar getirisi getirirken")
    assert [set(vocabulary.perhaps(word)) for word in words] == [set(), {"=fayda"}, {"=fayda"}, set()]


def test_an_idiom_is_nothing_that_a_slip_may_have_been_meant_to_be() -> None:
    assert VOCABULARY.words() >= {"redd", "kabul"}
    assert not any(word.startswith("ayak") for word in VOCABULARY.words())
