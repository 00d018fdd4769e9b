"""What is answered, asked back and declined, where a likely answer is not the answer."""

from collections.abc import Callable

import pytest

from mmbot.model import Ambiguous, Answer, Answered, Unknown


@pytest.mark.parametrize(
    ("question", "entries"),
    [
        pytest.param(
            "Konferans ne zaman toplandı?", {"londra-konferansi", "moskova-konferansi-1921"}, id="no-name-and-several-conferences"
        ),
        pytest.param("Kâzım kimdir?", {"kazim-karabekir", "kazim-dirik"}, id="bare-first-name"),
        pytest.param("Mustafa kimdir?", {"mustafa-kemal-ataturk", "mustafa-suphi"}, id="a-first-name-of-many"),
        pytest.param("Bekir Sami kimdir?", {"bekir-sami-kunduh", "bekir-sami-gunsav"}, id="two-of-the-same-names"),
        pytest.param("Türk Komünist Fırkası nedir?", {"komunist-partiler", "turk-komunist-firkasi-baku"}, id="several-parties"),
    ],
)
def test_what_several_are_called_is_asked_back(answer: Callable[[str], Answer], question: str, entries: set[str]) -> None:
    found = answer(question)
    assert isinstance(found, Ambiguous)
    assert entries <= {choice.fact.split("/")[0] for choice in found.choices}


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        pytest.param("Kâzım Karabekir kimdir?", "kazim-karabekir/tanim", id="a-whole-name-is-not-asked-back"),
        pytest.param("Suphi kimdir?", "mustafa-suphi/tanim", id="nor-one-that-the-editors-gave-to-one"),
        pytest.param("kars ne zaman?", "kars-antlasmasi/imza-tarihi", id="a-bare-place-is-the-treaty-signed-there"),
        pytest.param("Gümrü'nün 10. maddesiyle Ermeniler neyi kabul etti?", "gumru-antlasmasi/madde-10", id="also-for-its-clauses"),
        pytest.param("yaa sınavda çıkar mı bilmem ama Moskova'da Stalin bizim heyete ne demiş 1921'de?",
                     "moskova-konferansi-1921/stalin-kabulu", id="chatter-before-the-question"),
    ],
)  # fmt: skip
def test_what_the_sources_tell_is_answered(answer: Callable[[str], Answer], question: str, fact: str) -> None:
    found = answer(question)
    assert isinstance(found, Answered)
    assert found.facts[0].name == fact


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("ceka baskininda sinir disi edilen gorevlilerin adlari ne", id="only-that-there-were-some-is-known"),
        pytest.param("Ankara İtilafnamesi'ni Fransa adına kim imzaladı?", id="a-state-is-no-signatory"),
        pytest.param("Terakkiperver Fırka'yı kimler kurdu?", id="a-name-that-begins-like-another-word"),
        pytest.param("Kalinin hiç Türkiye'ye geldi mi?", id="whither-is-not-told"),
        pytest.param("hocam ya Talat Paşa'yı Berlin'de kim vurmuştu?", id="the-deed-is-not-told"),
        pytest.param("Frunze Ankara'da kaç gün kaldı?", id="counted-elsewhere"),
        pytest.param("FRUNZE ANKARA'DA KAÇ GÜN KALDI?", id="counted-elsewhere-in-capitals"),
        pytest.param("Ali Fuat Paşa ÇEKA baskınından sonra Moskova'da kaç yıl daha kaldı?", id="a-stay-is-not-reckoned"),
        pytest.param("Erzurum Kongresi'nde başkanlığa Mustafa Kemal mi seçildi?", id="elected-elsewhere"),
    ],
)
def test_what_the_sources_do_not_tell_is_declined(answer: Callable[[str], Answer], question: str) -> None:
    assert isinstance(answer(question), Unknown | Ambiguous)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("İkinci Dünya Savaşı ne zaman başladı?", id="the-second-is-not-the-first"),
        pytest.param("İkinci Londra Konferansı ne zaman toplandı?", id="there-was-one"),
        pytest.param("Osmanlı padişahı kimdi?", id="an-event-is-nobody"),
        pytest.param("Avrupa Birliği ne zaman kuruldu?", id="another-union"),
        pytest.param("Kafkas Seddi projesi neden hayata geçmedi?", id="a-definition-gives-no-reason"),
        pytest.param("Noterler Birliği kaç yılında kurulmuştur?", id="a-name-is-no-slip-of-another-word"),
        pytest.param("Kars muahedesini Gürcistan parlamentosu ne vakit tasdik etti?", id="another-parliament"),
    ],
)
def test_something_else_is_no_answer(answer: Callable[[str], Answer], question: str) -> None:
    assert isinstance(answer(question), Unknown | Ambiguous)


def test_what_was_asked_for_is_not_what_was_given(answer: Callable[[str], Answer]) -> None:
    found = answer("sovyetler kac altın verdi bize")
    assert not isinstance(found, Answered) or found.facts[0].name != "lenine-mektup/para-istegi"


def test_who_came_first_is_told_with_both_dates(answer: Callable[[str], Answer]) -> None:
    found = answer("Aralov mu Surits mi önce geldi?")
    assert isinstance(found, Answered)
    assert [fact.name for fact in found.facts] == ["sovyet-elcileri/aralov-varis", "sovyet-elcileri/surits-guven-mektubu"]
    assert found.result
