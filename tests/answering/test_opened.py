"""A doubted statement is answered by what tells how it was: the part that is doubted is asked openly, and only what tells just that counts."""

from collections.abc import Callable

import pytest

from mmbot.answering.opened_words import as_done
from mmbot.app import Prepared
from mmbot.matching.words import read_words
from mmbot.model import Answer, Answered


def _told(answer: Answer) -> str:
    return answer.facts[0].name if isinstance(answer, Answered) else ""


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        pytest.param("Moskova Antlaşması'nı bizim adımıza İsmet Paşa imzalamadı mı?", "moskova-antlasmasi/imzacilar", id="who"),
        pytest.param("Karabekir Paşa da Moskova Antlaşması'na imza atmamış mıydı?", "moskova-antlasmasi/imzacilar", id="who-too"),
        pytest.param("Litvinov Protokolü'nü Fransa ile İngiltere de imzalamadı mı?", "litvinov-protokolu/taraflar", id="which-states"),
        pytest.param("Moskova Antlaşması'nı Atatürk bizzat gidip imzalamış, doğru mu?", "moskova-antlasmasi/imzacilar", id="himself"),
        pytest.param("Litvinov Protokolü'nü Atatürk Litvinov'la Ankara'da imzaladı, doğru mu?", "litvinov-protokolu/taraflar",
                     id="who-with-whom-and-where"),
        pytest.param("Mudanya görüşmeleri Fransız konsolosunun evinde yapıldı galiba?", "mudanya-mutarekesi/yer", id="where"),
        pytest.param("ÇEKA, Türk ateşeliğini Bakü'de basmamış mıydı?", "ceka-baskini/tarih", id="in-what-town"),
        pytest.param("Mustafa Suphi ile arkadaşları Samsun açıklarında öldürüldü, doğru mu biliyorum?", "suphi-olayi/tanim", id="off-what-coast"),
        pytest.param("Doğu harekâtı Mayıs 1920'de başladı galiba?", "dogu-harekati/baslangic", id="when"),
        pytest.param("İbrahim Abilov Ankara'ya 1923'te gelmemiş miydi?", "ibrahim-abilov/ankaraya-gelisi", id="in-what-year"),
        pytest.param("Kars Antlaşması 1922'de imzalandı sanıyordum, yanlış mı?", "kars-antlasmasi/imza-tarihi", id="not-where-but-when"),
        pytest.param("Ermenistan, Batum Antlaşmaları imzalandıktan sonra mı kuruldu?", "batum-antlasmalari-1918/ermenistanin-kurulusu",
                     id="after-what"),
        pytest.param("Birinci Moskova heyeti on kişilikti değil mi?", "birinci-moskova-heyeti/uye-sayisi", id="how-many"),
        pytest.param("Resmî komünist fırkası yıllarca ayakta kalmış diye okudum, gerçek mi?", "resmi-tkf/suresi", id="how-long"),
        pytest.param("Moskova'ya giden ilk heyetimizi Ruslar törenle karşılamış, öyle mi?", "birinci-moskova-heyeti/karsilanma", id="how"),
        pytest.param("Mdivani'yi Ankara kovduğu için mi gitti?", "sovyet-elcileri/mdivani-ayrilis", id="why"),
        pytest.param("Londra Konferansı'nı Yunanlılar istediği için mi topladılar?", "londra-konferansi/neden-toplandi", id="for-whose-wish"),
        pytest.param("Yeşil Ordu düzenli ordunun bir kolu muydu?", "yesil-ordu/tanim", id="what-sort-of-thing"),
        pytest.param("Eliava Ankara'da görev yapabildi mi", "salva-eliava/tanim", id="whether-he-could"),
    ],
)  # fmt: skip
def test_the_doubted_part_is_told_as_it_was(answer: Callable[[str], Answer], question: str, fact: str) -> None:
    assert _told(answer(question)) == fact


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        pytest.param("Moskova Antlaşması'nı bizim adımıza İsmet Paşa imzalamadı mı?", "İsmet Paşa", id="the-whole-name"),
        pytest.param("Mudanya görüşmeleri Fransız konsolosunun evinde yapıldı galiba?", "Fransız konsolosunun evinde", id="the-whole-place"),
        pytest.param("Mustafa Suphi ile arkadaşları Samsun açıklarında öldürüldü, doğru mu biliyorum?", "Samsun açıklarında",
                     id="the-town-too"),
    ],
)  # fmt: skip
def test_it_is_said_what_the_sources_do_not_say(answer: Callable[[str], Answer], question: str, unsaid: str) -> None:
    told = answer(question)
    assert isinstance(told, Answered)
    assert f"“{unsaid}”" in told.remark


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Moskova Antlaşması'nı Lenin'in annesi mi okudu?", id="a-deed-that-nobody-did"),
        pytest.param("Kâzım Karabekir Moskova'da hastalandı mı?", id="the-illness-of-another"),
        pytest.param("Mdivani Ankara'da evlendi mi?", id="a-wedding"),
        pytest.param("Abilov Ankara'da zehirlendi diyorlar, doğru mu?", id="a-word-that-stands-nowhere"),
        pytest.param("Birinci Moskova heyeti Moskova'ya uçakla vardı, doğru mu?", id="how-it-was-received-is-not-how-it-came"),
        pytest.param("Mdivani Ankara'da çok iyi karşılandı, doğru mu?", id="kars-is-in-no-verb"),
        pytest.param("Kars Antlaşması'nı imzalayan Veli Bey Galatasaraylı mıydı?", id="what-he-was-beside"),
        pytest.param("Moskova Antlaşması çok kötü bir antlaşmaydı, doğru mu?", id="a-judgement"),
        pytest.param("Litvinov Protokolü'nü imzalarken elektrik kesilmiş, öyle mi?", id="what-happened-meanwhile"),
        pytest.param("Halil Paşa Moskova'da tiyatroya gitti diye duydum, doğru mu?", id="where-else-he-went"),
        pytest.param("Enver Paşa Moskova'ya Bekir Sami'den önce mi geldi?", id="before-somebody-else"),
        pytest.param("Stalin Türk heyetine şarap ikram etti galiba?", id="what-was-served"),
    ],
)  # fmt: skip
def test_what_no_source_tells_stays_unanswered(answer: Callable[[str], Answer], question: str) -> None:
    assert _told(answer(question)) == ""


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        pytest.param("1925 Türk-Sovyet antlaşması Moskova'da imzalanmadı mı?", "tarafsizlik-antlasmasi-1925/imza-yeri", id="a-year-that-names"),
        pytest.param("Ali Fuat Paşa ÇEKA olayından sonra Moskova'daki görevine devam etmiş, öyle mi?", "moskova-elcileri/ahmet-muhtar-atanma",
                     id="sure-already"),
    ],
)  # fmt: skip
def test_what_is_sure_stays(answer: Callable[[str], Answer], question: str, fact: str) -> None:
    assert _told(answer(question)) == fact


@pytest.mark.parametrize(
    ("doubted", "done"),
    [
        ("antlaşmayı imzalamamış", "antlaşmayı imzaladı"),
        ("Ankara'ya gelmedi", "Ankara'ya geldi"),
        ("Ankara'ya gelemedi", "Ankara'ya geldi"),
        ("Buhara'ya ulaşabildi", "Buhara'ya ulaştı"),
        ("imza atmamışlar", "imza attı"),
        ("antlaşmayı imzaladı", ""),
        ("Stalin", ""),
    ],
)
def test_a_verb_is_turned_into_the_deed(embedded: Prepared, doubted: str, done: str) -> None:
    _, index = embedded
    assert as_done(index.lexicon, read_words(doubted)) == done
