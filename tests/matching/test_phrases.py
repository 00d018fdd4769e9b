"""PhraseIndex: its contract, Turkish spelling, and a small gate on generated questions."""

import pickle
import sys
from collections.abc import Hashable
from pathlib import Path

import pytest

from mmbot.matching import PhraseIndex
from mmbot.matching.phrase_likeness import slip_similarities, slip_similarity
from mmbot.matching.phrase_stems import form_stems
from mmbot.matching.phrase_synonyms import SYNONYMS
from mmbot.matching.phrase_words import FUNCTION_WORDS, is_light, phrase_words

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from turkish_noise import NOISES, Trial, auroc, trial

PHRASES = [
    ("nufus-ankara", "Ankara'nın nüfusu kaçtır?"),
    ("nufus-istanbul", "İstanbul'un nüfusu ne kadar?"),
    ("nufus-istanbul", "İstanbul'da kaç kişi yaşıyor?"),
    ("gol", "Türkiye'nin en büyük gölü hangisidir?"),
    ("kart", "Kredi kartı başvurusu için gerekli belgeler nelerdir?"),
    ("isparta", "Isparta gülü hangi ayda toplanır?"),
    ("kongre-1919", "1919 yılında Sivas'ta toplanan kongrenin başkanı kimdi?"),
    ("muze", "Arkeoloji müzesi pazartesi günleri açık mı?"),
    ("yol", "Bursa'dan Çanakkale'ye otobüsle kaç saat sürer?"),
    ("yol-geri", "Çanakkale'den Bursa'ya otobüsle kaç saat sürer?"),
]


@pytest.fixture(scope="module")
def index() -> PhraseIndex:
    return PhraseIndex.build(PHRASES)


@pytest.fixture(scope="module")
def asked() -> Trial:
    return trial("test", 1500, per_kind=60)


@pytest.fixture(scope="module")
def large(asked: Trial) -> PhraseIndex:
    return PhraseIndex.build(asked.pairs)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("İSTANBUL'UN NÜFUSU NE KADAR", "nufus-istanbul", id="turkish-capitals"),
        pytest.param("ISPARTA GULU HANGI AYDA TOPLANIR", "isparta", id="capital-dotless-i-without-turkish-letters"),
        pytest.param("istanbul'un nüfusu", "nufus-istanbul", id="lower-case-of-other-languages"),
        pytest.param("turkiyenin en buyuk golu", "gol", id="lost-letters"),
        pytest.param("kredı kartı baçvurusu belhe", "kart", id="slips"),
        pytest.param("müzeler pazartesi açık mıydı", "muze", id="other-suffixes"),
        pytest.param("kredikartı başvurusu", "kart", id="space-lost"),
        pytest.param("Ankaran ınnüfusu kaç", "nufus-ankara", id="space-moved"),
        pytest.param("başkanı kimdi Sivas'ta 1919 yılında toplanan kongrenin", "kongre-1919", id="other-order"),
        pytest.param("1919da sivasta toplanan kongre", "kongre-1919", id="number-with-suffix"),
        pytest.param("Bursa'dan Çanakkale'ye otobüs kaç saat", "yol", id="there"),
        pytest.param("Çanakkale'den Bursa'ya otobüs kaç saat", "yol-geri", id="and-back"),
        pytest.param("hocam istanbulda kaç kişi yaşıyor acaba", "nufus-istanbul", id="small-talk"),
    ],
)
def test_finds_what_is_meant(index: PhraseIndex, typed: str, found: str) -> None:
    assert index.search(typed)[0].id == found


@pytest.mark.parametrize(
    ("noisy", "near_miss"),
    [
        pytest.param("ankaranin nufsu kac", "Rize'nin nüfusu kaçtır?", id="another-city"),
        pytest.param(
            "1919 yilinda sivasda toplanan kongrnin baskani",
            "1925 yılında Sivas'ta toplanan kongrenin başkanı kimdi?",
            id="another-year",
        ),
        pytest.param(
            "1919 yılında Sivas kongre başkanı", "1919 yılında Bitlis'te toplanan kongrenin başkanı kimdi?", id="another-place"
        ),
        pytest.param(
            "kredi karti basvurusu icin gerkli belgeler", "Pasaport başvurusu için gerekli belgeler nelerdir?", id="another-thing"
        ),
        pytest.param("Arkeolji müzesi pazartesileri açık mı", "Arkeoloji müzesi çarşamba günleri açık mı?", id="another-day"),
    ],
)
def test_a_near_miss_scores_lower_than_noise(index: PhraseIndex, noisy: str, near_miss: str) -> None:
    assert index.search(noisy)[0].score > max([hit.score for hit in index.search(near_miss)], default=0)


TWINS = [
    ("klima", "Klimam neden çok yakıyor?"),
    ("araba", "Arabam neden çok yakıyor?"),
    ("koltuk", "Koltuk nereye iade edilir?"),
    ("kitap", "Kitap nereye iade edilir?"),
    ("nehir", "Bu nehirde gezilecek yerler nerelerdir?"),
    ("sehir", "Bu şehirde gezilecek yerler nerelerdir?"),
    ("kis", "Kışın lastik ne zaman takılır?"),
    ("is", "İş kazası nereye bildirilir?"),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("otomobilim niye çok yakıyor", "araba", id="another-word-for-it"),
        pytest.param("taşıtın çok yakmasının sebebi", "araba", id="other-words-and-forms"),
        pytest.param("kitaplarimizi nereye iade edebiliriz", "kitap", id="far-inflected"),
        pytest.param("kitabı nereye iade etmeliyim", "kitap", id="softened-stem"),
        pytest.param("bu şehri gezmek", "sehir", id="vowel-that-falls-out"),
        pytest.param("işteyken kaza", "is", id="stem-of-two-letters"),
        pytest.param("yakiyorarabamcok", "araba", id="words-written-together"),
    ],
)
def test_forms_and_other_words_are_understood(typed: str, found: str) -> None:
    assert PhraseIndex.build(TWINS).search(typed)[0].id == found


def test_a_form_that_another_phrase_has_is_a_form_of_its_stem_of_three_letters() -> None:
    index = PhraseIndex.build([("kod", "Kod ne işe yarar?"), ("kodu", "Posta kodu kaç hane?")])
    assert index.search("kodu ne işe yarar")[0].score > 0.8


def test_a_phrase_that_has_one_word_of_the_query_twice_holds_no_more_of_it() -> None:
    begins, ends = (
        ["kara", "ak", "gök", "kızıl", "boz", "sarı", "ulu", "çatal"],
        ["dere", "pınar", "hisar", "kaya", "ova", "köy", "tepe", "yayla", "burun", "kışla"],
    )
    places = [begin + end for begin in begins for end in ends]
    index = PhraseIndex.build((f"{a} {b}", f"{a} ile {b} arasındaki sınır kaç kilometredir?") for a in places for b in places)
    assert index.search("ulupınar ile sarıtepe arasındaki sınır kaç kilometredir")[0].id == "ulupınar sarıtepe"


@pytest.mark.parametrize("word", ["lazim", "edersem", "ettigim", "olabilir", "olmaliydi", "istemiyorum", "vardir", "yapabilirim"])
def test_words_that_say_only_that_something_is_done_or_wished_are_light(word: str) -> None:
    assert is_light(word, form_stems(word))


@pytest.mark.parametrize("word", ["etki", "olum", "edebiyat", "varis", "yoksulluk", "istanbul", "mi"])
def test_words_that_begin_alike_are_not_light(word: str) -> None:
    assert not is_light(word, form_stems(word))


def test_the_question_particle_is_one_word_in_all_persons_and_water_is_a_thing() -> None:
    assert phrase_words("Su içebilir miyim, alıyor musunuz, geldi mi") == ["su", "icebilir", "mi", "aliyor", "mi", "geldi", "mi"]
    assert "su" not in FUNCTION_WORDS


def test_two_slips_and_an_ending_together_are_seen_through() -> None:
    assert slip_similarity("koutupyanenin", "kutuphane") > 0 == slip_similarity("koutupyanenin", "kaplumbaga")


def test_slips_of_many_words_are_those_of_each() -> None:
    words = ["kutuphane", "kutuphanesi", "kutu", "kupon", "tuphane", "kutphane", "belediye"]
    assert slip_similarities("kutuphnae", words) == [slip_similarity("kutuphnae", word) for word in words]
    assert slip_similarities("kutuphnae", []) == []


def test_a_word_like_none_chooses_among_phrases_that_are_else_alike() -> None:
    things = [
        "elma",
        "armut",
        "kiraz",
        "erik",
        "incir",
        "muz",
        "ayva",
        "kavun",
        "karpuz",
        "domates",
        "biber",
        "kabak",
        "turp",
        "nar",
    ]
    built = PhraseIndex.build((thing, f"{thing} hakkında bilgi verir misiniz?") for thing in things)
    assert built.search("domzets hakkında bilgi verir misiniz")[0].id == "domates"


def test_a_phrase_found_as_typed_does_not_hide_those_that_come_near() -> None:
    near = ("kart-iptal", "Kredi kartı iptali için gerekli belgeler nelerdir?")
    built = PhraseIndex.build([*PHRASES, near])
    for typed in ("Kredi kartı başvurusu için gerekli belgeler nelerdir?", "Kredi kartı başvurusu için gerkli belgeler nelerdir?"):
        assert [hit.id for hit in built.search(typed)] == ["kart", "kart-iptal"]


def test_of_phrases_with_the_same_rare_words_the_one_that_is_typed_comes_first() -> None:
    ends = [
        "nedir",
        "ne zaman kutlanır",
        "nasıl kutlanır",
        "kaç gün sürer",
        "kimler için önemlidir",
        "neden önemlidir",
        "tatil midir",
    ]
    more = [f"{end} ve {other}" for end in ends for other in ends if end != other]
    built = PhraseIndex.build((text, text) for text in [f"Nevruz bayramı {end}?" for end in [*more, *ends]])
    assert built.search("nevruz bayrami nedr")[0].id == "Nevruz bayramı nedir?"


def test_synonyms_are_written_as_they_are_compared() -> None:
    assert "nehir" not in SYNONYMS  # a stem without the vowel that falls out
    assert all(stem.isascii() and stem.islower() for stem in SYNONYMS)
    assert SYNONYMS["nehr"]["irmak"] == SYNONYMS["irmak"]["nehr"] > SYNONYMS["bas"].get("nehr", 0.0)


def test_a_slip_is_surer_than_another_word_and_that_than_another_thing() -> None:
    index = PhraseIndex.build(TWINS)
    slip, other, thing = (index.search(f"{word} neden çok yakıyor")[0].score for word in ("arbam", "otomobilim", "ütüm"))
    assert slip > other > thing


@pytest.mark.parametrize("typed", ["kitap nerye iade edilir", "kitap nereyeler iade edilir", "kitap nreeye iade edilir"])
def test_a_misspelt_question_word_costs_little(typed: str) -> None:
    assert PhraseIndex.build([*TWINS, *PHRASES]).search(typed)[0].score > 0.9


def test_another_year_is_no_slip() -> None:
    built = PhraseIndex.build([("1884", "1884 Kırklareli depreminde kaç kişi öldü?")])
    assert built.search("1887 Kırklareli depreminde kaç kişi öldü")[0].score < 0.6


def test_the_same_words_score_one(index: PhraseIndex) -> None:
    for id_, phrase in PHRASES:
        assert index.search(phrase)[0].id == id_
        assert index.search(phrase)[0].score == pytest.approx(1)


@pytest.mark.parametrize("ids", [(1, 2), (-5, 2**62), (2**70, 1), (True, 7), ("bir", 2), ((1, 2), None)])
def test_an_id_comes_back_as_it_was_given(ids: tuple[Hashable, Hashable]) -> None:
    index = PhraseIndex.build(zip(ids, ("Kütüphaneye nasıl üye olunur?", "Pasaport nereden alınır?"), strict=True))
    found = [index.search(query)[0].id for query in ("kutuphaneye uye olmak", "pasaport nereden")]
    assert found == list(ids)
    assert [type(id_) for id_ in found] == [type(id_) for id_ in ids]


def test_a_rare_form_of_a_common_verb_tells_less_than_a_rare_noun() -> None:
    common = [(form, f"{thing} {form}?") for thing in ("Şifre", "Borç", "Adres") for form in ("öğrenirim", "öğrenmek", "öğrenildi")]
    index = PhraseIndex.build([*common, ("botoks", "Botoks kaç ay etkili oluyor?"), ("öğrenmişti", "Kimler öğrenmişti?")])
    assert index.search("botoks öğrenmişti")[0].id == "botoks"


def test_every_id_comes_once_and_the_best_first(index: PhraseIndex) -> None:
    hits = index.search("İstanbul'da nüfus: kaç kişi yaşıyor, ne kadar?")
    scores = [hit.score for hit in hits]
    assert len({hit.id for hit in hits}) == len(hits)
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_limit(large: PhraseIndex, asked: Trial) -> None:
    query = asked.queries["typo"][0][0]
    assert large.search(query, limit=0) == []
    assert large.search(query, limit=3) == large.search(query)[:3]
    assert len(large.search(query)) <= 10


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param("", id="empty"),
        pytest.param(" \t\n", id="blank"),
        pytest.param("???!", id="punctuation"),
        pytest.param("😀😀", id="emoji"),
        pytest.param("\0\0", id="nul"),
        pytest.param("مرحبا", id="right-to-left"),
        pytest.param("\u200b\u200d\ufeff", id="zero-width"),
        pytest.param("\u02bc", id="mark-of-the-batch"),
        pytest.param("\ud800", id="lone-surrogate"),
    ],
)
def test_input_without_words_finds_nothing_and_breaks_nothing(index: PhraseIndex, odd: str) -> None:
    assert index.search(odd) == []
    built = PhraseIndex.build([("odd", odd), ("even", "İzmir'in ilçeleri")])
    assert [hit.id for hit in built.search(f"{odd} izmir ilceleri {odd}")] == ["even"]


@pytest.mark.parametrize("long", ["a" * 10_000, "ankara " * 1_500, " ".join(map(str, range(2_500))), "x'" * 5_000])
def test_very_long_input(index: PhraseIndex, long: str) -> None:
    index.search(long)
    assert PhraseIndex.build([("long", long)]).search(long)


@pytest.mark.parametrize("pairs", [[], [("a", "")], [("a", "?"), ("b", "😀")]])
def test_an_index_of_nothing_finds_nothing(pairs: list[tuple[str, str]]) -> None:
    assert PhraseIndex.build(pairs).search("Ankara") == []


def test_nothing_fits(index: PhraseIndex) -> None:
    assert index.search("zxqw vbnm") == []


def test_same_question_same_answer_also_after_pickling(asked: Trial, large: PhraseIndex) -> None:
    again, copy = PhraseIndex.build(iter(asked.pairs)), pickle.loads(pickle.dumps(large))  # noqa: S301  our own bytes
    queries = [query for some in asked.queries.values() for query, _ in some[:5]]
    expected = [large.search(query) for query in queries]
    assert expected[::-1] == [again.search(query) for query in queries[::-1]]
    assert expected[::-1] == [copy.search(query) for query in queries[::-1]]


def test_quality_on_generated_questions(asked: Trial, large: PhraseIndex) -> None:
    """Noise is seen through, and a threshold tells it from questions that are not in the index."""
    right: dict[str, float] = {}
    tops: dict[str, list[float]] = {}
    for kind, queries in asked.queries.items():
        found = [large.search(query) for query, _ in queries]
        right[kind] = sum(bool(hits) and hits[0].id == str(at) for hits, (_, at) in zip(found, queries, strict=True)) / len(queries)
        tops[kind] = [hits[0].score if hits else 0.0 for hits in found]
    light = [kind for kind in NOISES if kind != "mix"]
    assert sum(right[kind] for kind in light) / len(light) >= 0.99
    assert right["mix"] >= 0.88
    assert right["paraphrase"] >= 0.85
    assert auroc([top for kind in light for top in tops[kind]], tops["near"]) >= 0.99
