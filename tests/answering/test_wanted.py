"""What a sentence must tell to answer: a state that is named, a cause, an end, what came after, the thing that is counted, the office, the deed."""

from collections.abc import Callable

import pytest

from mmbot.model import Answer, Answered


def _told(answer: Answer) -> str:
    return answer.facts[0].name if isinstance(answer, Answered) else ""


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Polonya Batum Limanı'ndan yararlanma hakkını nasıl aldı?", id="a-state-that-the-fact-never-mentions"),
        pytest.param("Moskova Antlaşması'nı Ukrayna ne zaman onayladı?", id="nor-its-assent"),
        pytest.param("Sabri Bey'in Moskova ziyaretinin amacı neydi?", id="who-he-was-is-no-purpose"),
        pytest.param("Çin heyeti Türkiye'ye neden geldi?", id="why-others-were-alarmed"),
        pytest.param("Ticaret ve Seyrisefain Antlaşması ne zaman sona erdi?", id="signed-is-not-ended"),
        pytest.param("Gümrü Antlaşması imzalandıktan sonra ne oldu?", id="the-thing-itself-is-not-what-came-after"),
        pytest.param("İkinci Moskova heyetinde kaç kişi vardı?", id="other-delegations"),
        pytest.param("İlk TBMM Hükümeti'nde Dâhiliye Vekili kimdi?", id="another-office"),
        pytest.param("Çerkes Ethem'i kim tutukladı?", id="condemned-is-not-arrested"),
        pytest.param("Bakü Kongresi'nde Sovyetleri kim temsil etti?", id="others-were-represented"),
        pytest.param("Moskova Büyükelçiliği personelinin maaşı ne kadardı?", id="how-many-they-were-is-no-pay"),
        pytest.param("TBMM'nin son dış politika kararı nedir?", id="the-first-is-not-the-last"),
    ],
)
def test_what_does_not_tell_it_is_no_answer(answer: Callable[[str], Answer], question: str) -> None:
    assert not isinstance(answer(question), Answered)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        pytest.param("Ukrayna antlaşmasını TBMM ne zaman onayladı?", "ukrayna-antlasmasi/onay", id="our-assent"),
        pytest.param("Sabri Bey Moskova'yı ne zaman ziyaret etti?", "sabri-bey-moskova-ziyareti/tarih", id="when"),
        pytest.param("Moskova Antlaşması'ndan sonra hangi sorunlar çıktı?", "moskova-antlasmasi/uygulama-sorunlari", id="after"),
        pytest.param("Birinci Moskova heyeti kaç kişiydi?", "birinci-moskova-heyeti/uye-sayisi", id="of-that-delegation"),
        pytest.param("Frunze Türkiye'ye kaç kişilik heyetle geldi?", "frunze-heyeti/heyet-buyuklugu", id="of-his"),
        pytest.param("İlk TBMM Hükümeti'nde İktisat Vekili kimdi?", "icra-vekilleri-heyeti/bekir-sami-hariciye", id="that-office"),
        pytest.param("Bakü Kongresi'nde TBMM'yi kim temsil etti?", "baku-kongresi/tbmm-gozlemcisi", id="who-is-told-of"),
        pytest.param("Gümrü Antlaşması neden yürürlüğe girmedi?", "gumru-antlasmasi/yururluge-girmedi", id="why-as-it-is-written"),
        pytest.param("Padişahlık ne zaman sona erdi?", "saltanatin-kaldirilmasi/tanim", id="what-was-abolished-ended"),
        pytest.param("Son Osmanlı Mebusan Meclisi ne zaman toplandı?", "mebusan-meclisi/toplanma", id="the-last"),
    ],
)
def test_what_tells_it_is_answered(answer: Callable[[str], Answer], question: str, fact: str) -> None:
    assert _told(answer(question)) == fact
