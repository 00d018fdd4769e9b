"""What few facts tell – an origin, an age, kin, a name, a number of something – is no question that any fact about the same thing answers."""

from collections.abc import Callable

import pytest

from mmbot.model import Answer, Answered, Unknown


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("mustafa suphi nereliydi", id="where-he-was-is-not-where-he-was-from"),
        pytest.param("How old was Yusuf Kemal Bey when he signed the Treaty of Moscow?", id="age"),
        pytest.param("Mustafa Suphi'nin karısının başına gelenlerin neler olduğunu anlatır mısınız", id="his-wife"),
        pytest.param("hamidiye odessa seferi kaptanı", id="the-captain-of-the-ship"),
        pytest.param("sovyet elçilik binası ankara mimarı", id="the-architect-of-the-house"),
        pytest.param("Yusuf Kemal Bey'in Trabzon'a döndüğü vapurun adı neydi?", id="a-steamer-without-a-name"),
        pytest.param("İttihatçıları Sivastopol'a götüren Alman gemisinin adı neydi?", id="a-nation-is-no-name-of-a-ship"),
        pytest.param("Hamidiye'yi Odessa'ya götüren kaptanın adı neydi", id="a-captain-without-a-name"),
        pytest.param("ganyanofun villasi mudanyada hangi caddedeydi", id="a-noun-that-nothing-tells"),
        pytest.param("Doğu harekâtında Türk ordusunun kaç askeri vardı?", id="a-month-is-no-number-of-soldiers"),
        pytest.param("brest litovsk osmanlı adına imzalayan", id="parties-are-no-signatory"),
        pytest.param("Ankara Hükümeti'nin Kâbil'e yolladığı ilk sefir kimdi?", id="a-town-of-which-nothing-is-told"),
        pytest.param("Halil Paşa 1920 baharında Moskova'da Troçki ile görüştü mü?", id="somebody-of-whom-nothing-is-told"),
    ],
)
def test_another_fact_about_the_same_is_no_answer(answer: Callable[[str], Answer], question: str) -> None:
    assert not isinstance(answer(question), Answered)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        pytest.param("Vakkas Ferit nereliydi?", "vakkas-ferit/tanim", id="from-malatya"),
        pytest.param("Surits nereliydi?", "yakov-surits/yasami", id="where-he-was-born"),
        pytest.param("Çerkes Ethem'in kardeşleri kimdi?", "cerkes-ethem/kardesleri", id="his-brothers"),
        pytest.param("26 Nisan 1920 mektubunda kaç altın istendi?", "lenine-mektup/para-istegi", id="how-much-gold"),
        pytest.param("Batum olaylarında Türkler kaç şehit verdi?", "batum-olaylari-1921/kayiplar", id="how-many-fell"),
        pytest.param("Tevfik Rüştü Bey'i Odessa'ya götüren geminin adı neydi?", "odessa-gorusmeleri/gidis", id="a-ship-by-name"),
        pytest.param("Gizli komünist fırkası hangi şehirlerde kuruldu?", "hafi-tkf/kurulus", id="towns-without-the-word-town"),
    ],
)
def test_what_tells_it_is_answered(answer: Callable[[str], Answer], question: str, fact: str) -> None:
    found = answer(question)
    assert isinstance(found, Answered)
    assert found.facts[0].name == fact


def test_who_he_was_does_not_tell_what_he_did_then(answer: Callable[[str], Answer]) -> None:
    assert not isinstance(answer("Arif Oruç hapisten çıkınca hangi gazeteyi çıkardı?"), Answered)


def test_what_both_looks_find_and_one_doubts_is_only_offered(answer: Callable[[str], Answer]) -> None:
    found = answer("slm, acaba ankara itilafnamesinde hatay için ne denmişti bilen çıkar mı")
    assert isinstance(found, Unknown)
    assert found.nearest[0].fact.startswith("ankara-")
