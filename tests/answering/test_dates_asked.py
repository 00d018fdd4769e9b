"""Dates asked about in many ways: sums, orders, weekdays, the time until today, old calendars, what came after; the right answers were worked out by hand."""

from datetime import date

import pytest

from mmbot.answering.decide import decide
from mmbot.app import Prepared
from mmbot.model import Answered

TODAY = date(2026, 11, 21)


def _told(embedded: Prepared, question: str) -> Answered:
    answer = decide(*embedded, question, TODAY).answer
    assert isinstance(answer, Answered), f"{question}: {answer}"
    return answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("Sevr'den Lozan'a kaç gün geçti?", "1078 gün", id="two-treaties"),
        pytest.param("mudnaya ile mondros arasi kac yil", "3 yıl 11 ay 11 gün (1442 gün)", id="typo"),
        pytest.param("Lozan Antlaşması'ndan kaç gün sonra Cumhuriyet ilan edildi?", "97 gün", id="treaty-then-event"),
        pytest.param("Kars Antlaşması TBMM'de onaylandıktan kaç gün sonra yürürlüğe girdi?", "179 gün", id="subject-of-both"),
        pytest.param("Moskova Antlaşması kaç gün sonra onaylandı?", "127 gün. Kesin sayı değil, 125–127", id="own-date-left-out"),
        pytest.param("Abilov Ankara'ya geldikten kaç gün sonra güven mektubunu sundu?", "2 gün.", id="the-same-envoy"),
        pytest.param(
            "Surits Aralov'dan kaç ay sonra geldi?", "en az 16 ay 23 gün (508 gün), en çok 16 ay 28 gün", id="months-of-a-span"
        ),
        pytest.param("İstanbul'un işgalinden kaç hafta sonra TBMM açıldı?", "5 hafta 3 gün (38 gün)", id="weeks"),
        pytest.param(
            "tbmm acilisindan cumhuriyetin ilanina kadar gecen sure", "3 yıl 6 ay 6 gün (1284 gün)", id="how-long-without-how"
        ),
        pytest.param("Heyet 71 günde mi vardı?", "11 Mayıs 1920 → 19 Temmuz 1920: 69 gün.", id="number-doubted"),
        pytest.param("Sivas Kongresi 8 gün mü sürdü?", "ilk ve son gün sayılırsa 8 gün", id="length-doubted"),
        pytest.param(
            "Frunze Trabzon'a geldikten kaç gün sonra Ankara'ya vardı?", "kaynaklar yalnız “Aralık 1921” der", id="month-refuses"
        ),
        pytest.param("ÇEKA baskını mı elçilik yangını mı önce oldu?", "Önce ÇEKA", id="nearly-the-whole-name"),
        pytest.param(
            "Saltanatın kaldırılması, Cumhuriyetin ilanı ve Lozan'ı kronolojik sırala",
            "Sırasıyla: Saltanatın kaldırılması, 1 Kasım 1922; Lozan Antlaşması, 24 Temmuz 1923; Cumhuriyet'in ilanı, 29 Ekim 1923.",
            id="object-of-the-sorting",
        ),
        pytest.param(
            "Erzurum Kongresi, Sivas Kongresi, TBMM'nin açılışı hangi sırayla oldu?", "Sırasıyla: Erzurum", id="two-congresses"
        ),
        pytest.param(
            "Moskova Antlaşması haftanın hangi günü imzalandı?",
            "16 Mart 1921 Çarşamba ya da 18 Mart 1921 Cuma",
            id="weekday-disputed",
        ),
        pytest.param("TBMM haftanın hangi günü açıldı?", "23 Nisan 1920 Cuma", id="weekday"),
        pytest.param("29 ekim 1923 hangi gündü haftanın", "29 Ekim 1923 Pazartesi", id="weekday-of-a-date"),
        pytest.param("What day of the week was the Treaty of Kars signed?", "13 Ekim 1921 Perşembe", id="weekday-in-english"),
        pytest.param(
            "Lenin öleli kaç yıl oldu?",
            "21 Ocak 1924 → 21 Kasım 2026: 102 yıl 10 ay (37560 gün). (21 Kasım 2026 bugündür.)",
            id="since-he-died",
        ),
        pytest.param("Moskova Antlaşması'nın üzerinden kaç yıl geçti?", "105 yıl 8 ay 5 gün", id="until-today"),
        pytest.param("bugün Kars Antlaşması'nın kaçıncı yılı?", "105 yıl 1 ay 8 gün", id="which-year-of-it"),
        pytest.param("How many years ago was the Treaty of Moscow signed?", "105 yıl", id="years-ago"),
        pytest.param("Moskova Antlaşması'nın 100. yılı ne zamandı?", "16 Mart 2021 ya da 18 Mart 2021", id="anniversary"),
        pytest.param(
            "Kars Antlaşması Rumi takvimle hangi gün imzalandı?",
            "Rumi takvimle 13 Teşrinievvel 1337",
            id="thing-in-the-old-calendar",
        ),
        pytest.param("teşrinievvel hangi ay?", "Ekim ayıdır", id="old-month"),
        pytest.param("13 Teşrinievvel 1337 hangi gün?", "13 Ekim 1921", id="old-day"),
        pytest.param(
            "What happened after the Battle of Sakarya?",
            "Sakarya Savaşı (23 Ağustos–13 Eylül 1921 (editör notu)) sonrasında",
            id="after-in-english",
        ),
        pytest.param("sakaryadan sonra rusya ne yaptı", "“Rusya” için tarihli başlıca bilgiler", id="after-a-place"),
        pytest.param("Lozan'dan sonra ne oldu?", "Lozan Antlaşması (24 Temmuz 1923) sonrasında", id="after-a-place-is-the-treaty"),
        pytest.param("tüm kongreler", "4 madde var; tarih sırasıyla", id="all-congresses"),
        pytest.param("mütarekeler hangileri", "2 madde var", id="all-armistices"),
        pytest.param("1921 antlaşmaları", "4 antlaşma bu soruya uyuyor", id="treaties-of-a-year"),
        pytest.param(
            "Birinci ve ikinci Moskova heyeti arasındaki fark", "yan yana (üyeler, hareket, varış)", id="a-noun-in-common"
        ),
    ],
)
def test_what_is_worked_out(embedded: Prepared, question: str, said: str) -> None:
    assert said in _told(embedded, question).result


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Mustafa Kemal Samsun'a çıktığında kaç yaşındaydı?", id="age"),
        pytest.param("Hatay ne zaman Türkiye'ye katıldı?", id="hatay-is-not-atay"),
        pytest.param("Türkiye'nin başkenti neresi", id="capital"),
        pytest.param("hava nasıl", id="a-lone-common-word"),
        pytest.param("Çanakkale Savaşı kaç gün sürdü?", id="unknown-battle"),
        pytest.param("Montrö ile Lozan arasında kaç yıl var?", id="unknown-treaty"),
    ],
)
def test_declined(embedded: Prepared, question: str) -> None:
    assert not isinstance(decide(*embedded, question, TODAY).answer, Answered)


def test_a_note_that_was_sent_is_not_its_writer(embedded: Prepared) -> None:
    answer = decide(*embedded, "Ahmet Muhtar Bey Moskova'ya Ali Fuat Paşa'dan önce mi gönderildi?", TODAY).answer
    assert not isinstance(answer, Answered) or all(fact.entry != "aralik-1920-notalari" for fact in answer.facts)


def test_without_a_clock_nothing_is_counted_until_today(embedded: Prepared) -> None:
    assert not isinstance(decide(*embedded, "Moskova Antlaşması'nın üzerinden kaç yıl geçti?").answer, Answered)


def test_who_wrote_it_is_told_to_whoever_names_another(embedded: Prepared) -> None:
    answer = _told(embedded, "Moskova Hatıraları'nı Yusuf Kemal mi yazdı?")
    assert answer.facts[0].name == "ali-fuat-cebesoy/anilari"
    assert "Yusuf Kemal" in answer.remark


def test_the_place_is_told_to_whoever_doubts_it(embedded: Prepared) -> None:
    assert _told(embedded, "Moskova Antlaşması Ankara'da mı imzalandı?").facts[0].name == "moskova-antlasmasi/imza-yeri"


def test_a_gazette_is_told_by_what_it_is_and_not_by_what_it_wrote(embedded: Prepared) -> None:
    assert {fact.id for fact in _told(embedded, "gazeteler hangileri").facts} == {"tanim"}


NAMES = {
    "Mondros Mütarekesi": "1918-10-30", "Sivas Kongresi": "1919-09-04", "İstanbul'un işgali": "1920-03-16", "Sevr Antlaşması": "1920-08-10",
    "Doğu harekâtı": "1920-09-28", "Kars'ın kurtuluşu": "1920-10-30", "Birinci İnönü": "1921-01-10", "Londra Konferansı": "1921-02-21",
    "Kars Antlaşması": "1921-10-13", "Ankara İtilafnamesi": "1921-10-20", "Ukrayna antlaşması": "1922-01-02", "ÇEKA baskını": "1922-04-22",
    "Elçilik yangını": "1922-08-15", "Saltanatın kaldırılması": "1922-11-01", "İzmir İktisat Kongresi": "1923-02-17",
    "Lenin'in ölümü": "1924-01-21", "Kellogg Paktı": "1928-08-27", "Litvinov Protokolü": "1929-02-09",
}  # fmt: skip


@pytest.mark.parametrize("step", range(1, 6))
def test_the_days_between_any_two_are_right(embedded: Prepared, step: int) -> None:
    names = list(NAMES)
    for one, other in zip(names, names[step:], strict=False):
        days = (date.fromisoformat(NAMES[other]) - date.fromisoformat(NAMES[one])).days
        assert f": {days} gün" in _told(embedded, f"{one} ile {other} arasında kaç gün var?").result
