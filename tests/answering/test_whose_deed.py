"""Who did it, to whom, from whom: what one did is no answer to what was done to it, nor to what a third did."""

from collections.abc import Callable

import pytest

from mmbot.model import Answer, Answered


def _told(answer: Answer) -> str:
    return answer.facts[0].name if isinstance(answer, Answered) else ""


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Gürcistan Sovyet Rusya'ya ne zaman savaş ilan etti?", id="it-was-war-on-georgia"),
        pytest.param("Gürcistan Türkiye'ye ne zaman ültimatom verdi?", id="it-was-given-an-ultimatum"),
        pytest.param("Stalin Mustafa Kemal Paşa'ya ne zaman mektup yazdı?", id="he-was-written-to"),
        pytest.param("stalin mustafa kemale ne zaman mektup yazdı", id="the-same-without-capitals"),
        pytest.param("Lenin Stalin'e 26 Ekim 1920'de ne telgraf çekti?", id="of-a-day-of-which-the-reverse-is-told"),
        pytest.param("Nureddin Paşa'ya telgrafı kim çekti?", id="he-sent-it"),
        pytest.param("İsmet Paşa Surits'e Moskova Antlaşması'nı yenilemeyi ne zaman önerdi?", id="it-was-offered-to-him"),
        pytest.param("ABD Fransa'ya ne zaman barış antlaşması önerdi?", id="france-offered-it"),
    ],
)
def test_what_was_done_to_somebody_does_not_tell_what_he_did(answer: Callable[[str], Answer], question: str) -> None:
    assert not isinstance(answer(question), Answered)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Batum'u Türkler ne zaman boşalttı?", id="the-british-did"),
        pytest.param("Türkiye ÇEKA baskını için ne zaman özür diledi?", id="the-soviets-did"),
        pytest.param("Yunanistan Türkiye'ye ne zaman anlaşma taslağı sundu?", id="italy-did"),
        pytest.param("Türkiye Sovyetlerin Cenevre'ye çağrılmasını ne zaman önerdi?", id="the-noun-tells-who-offered"),
        pytest.param("Aralov ne zaman elçi atandı?", id="another-was-appointed"),
        pytest.param("Çiçerin'in notasına Türkiye ne cevap verdi?", id="nobody-is-told-to-have-answered"),
    ],
)
def test_what_another_did_is_no_answer(answer: Callable[[str], Answer], question: str) -> None:
    assert not isinstance(answer(question), Answered)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("İtalya Sovyetler Birliği'ne ne zaman anlaşma taslağı sundu?", id="to-turkey-it-did"),
        pytest.param("Rusya Iğdır'ı Osmanlı'dan ne zaman aldı?", id="from-persia-it-did"),
    ],
)
def test_what_was_done_to_another_is_no_answer(answer: Callable[[str], Answer], question: str) -> None:
    assert not isinstance(answer(question), Answered)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Fransa Sovyetler Birliği'ni ne zaman tanıdı?", id="it-did-not-want-to"),
        pytest.param("Sovyetler Birliği ne zaman dağıldı?", id="what-fits-better-was-done-by-others"),
    ],
)
def test_what_is_not_told_to_have_happened_is_no_answer(answer: Callable[[str], Answer], question: str) -> None:
    assert not isinstance(answer(question), Answered)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        pytest.param("Sovyet Rusya Gürcistan'a ne zaman savaş açtı?", "gurcistanin-bolseviklesmesi/savas-ilani-19-subat", id="war"),
        pytest.param("Türkiye Gürcistan'a ne zaman ültimatom verdi?", "ardahan-artvin-alinisi/tanim", id="ultimatum"),
        pytest.param("Mustafa Kemal Paşa 1920'de Stalin'e hangi gün mektup yazdı?", "aralik-1920-notalari/staline-mektup", id="letter"),
        pytest.param("İngilizler Batum'u ne zaman boşalttı?", "elviye-i-selase/gurculere-devir", id="left-by-the-british"),
        pytest.param("Sovyet Hükümeti ÇEKA baskını için ne zaman özür diledi?", "ceka-baskini/ozur", id="apology"),
        pytest.param("Rusya Iğdır'ı ne zaman aldı?", "igdir-tuzluca/rusyaya-gecis-1828", id="taken"),
        pytest.param("Karahan'ı Ankara'da kim karşıladı?", "karahan-ziyareti/ankaraya-varis", id="who-is-asked"),
        pytest.param("kanka türk ermeni işinde ruslar arabuluculuğu kimin ricasıyla üstlenmiş ya",
                     "sovyet-arabuluculugu/cicerin-duyurusu", id="an-adjective-does-nothing"),
        pytest.param("Ermeniler Oltu'ya taarruz edince Hariciye Vekâleti nasıl mukabele etti?",
                     "ermeni-saldirilari-1920/ultimatom", id="the-doer-of-another-clause"),
    ],
)  # fmt: skip
def test_the_deed_of_just_that_one_is_told(answer: Callable[[str], Answer], question: str, fact: str) -> None:
    assert _told(answer(question)) == fact
