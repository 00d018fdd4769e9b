"""What is worked out from dated facts: sums, orders, comparisons, calendars – on the embedded knowledge, and what is left alone."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from mmbot.answering import reckoning_calendars as calendars
from mmbot.answering.decision import Decision, Known
from mmbot.answering.reckoning import reckoned
from mmbot.answering.reckoning_sums import calendar_steps, written_sum
from mmbot.app import Prepared
from mmbot.matching.reading import read
from mmbot.model import Answered
from mmbot.rendering import blocks, plain

Reckon = Callable[[str], Decision | None]


@pytest.fixture(scope="module")
def reckon(embedded: Prepared) -> Reckon:
    known = Known(*embedded)
    return lambda text: reckoned(known, read(known.index, text))


def _answered(reckon: Reckon, question: str) -> Answered:
    decision = reckon(question)
    assert decision is not None, f"{question}: not worked out"
    assert isinstance(decision.answer, Answered)
    return decision.answer


MOSCOW, KARS, GUMRU = "moskova-antlasmasi/imza-tarihi", "kars-antlasmasi/imza-tarihi", "gumru-antlasmasi/imza-tarihi"
MUDROS, MUDANYA = "mondros-mutarekesi/imza-tarihi", "mudanya-mutarekesi/imza-tarihi"
OPENING, LETTER = "tbmmnin-acilisi/tarih", "lenine-mektup/tarih"
DISPUTED = "209–211 gün arası, çünkü “Moskova Antlaşması” için gün tartışmalı (16 Mart 1921 ya da 18 Mart 1921)"


@pytest.mark.parametrize(
    ("question", "said", "facts"),
    [
        pytest.param(
            "Moskova Antlaşması'ndan Kars'a kaç gün geçti?", "16 Mart 1921 → 13 Ekim 1921: 211 gün.", [MOSCOW, KARS], id="from-to"
        ),
        pytest.param("moskova antlasmasindan karsa kac gun gecti", DISPUTED, [MOSCOW, KARS], id="ascii-and-dispute"),
        pytest.param(
            "Moskova Antlaşması ile Kars Antlaşması arasında kaç ay var?", "6 ay 27 gün (211 gün)", [MOSCOW, KARS], id="months"
        ),
        pytest.param(
            "Kars Antlaşması Moskova Antlaşması'ndan kaç gün sonra imzalandı?", DISPUTED, [MOSCOW, KARS], id="subject-first"
        ),
        pytest.param(
            "Moskova Antlaşması Kars'tan kaç gün sonra imzalandı?", "Sıra sorudakinin tersi", [MOSCOW, KARS], id="wrong-order"
        ),
        pytest.param(
            "How many days were there between the Treaty of Moscow and the Treaty of Kars?", DISPUTED, [MOSCOW, KARS], id="english"
        ),
        pytest.param(
            "TBMM açıldıktan kaç gün sonra Lenin'e mektup yazıldı?", "26 Nisan 1920: 3 gün.", [OPENING, LETTER], id="verb-anchor"
        ),
        pytest.param(
            "Lenin'e mektup TBMM'nin açılışından kaç gün sonra yazıldı?",
            "26 Nisan 1920: 3 gün.",
            [OPENING, LETTER],
            id="name-is-not-cut",
        ),
        pytest.param(
            "Mondros ile Mudanya arasında kaç yıl var?",
            "30 Ekim 1918 → 11 Ekim 1922: 3 yıl 11 ay 11 gün (1442 gün).",
            [MUDROS, MUDANYA],
            id="years",
        ),
        pytest.param("Mondros'tan Mudanya'ya kadar kaç gün geçti?", "1442 gün.", [MUDROS, MUDANYA], id="short-names"),
        pytest.param(
            "Gümrü Antlaşması'ndan kaç gün sonra Moskova Antlaşması imzalandı?",
            "103–106 gün, çünkü “Gümrü",
            [GUMRU, MOSCOW],
            id="both-disputed",
        ),
        pytest.param(
            "Sivas Kongresi kaç gün sürdü?",
            "4–11 Eylül 1919: ilk ve son gün sayılırsa 8 gün.",
            ["sivas-kongresi/tarih"],
            id="length",
        ),
        pytest.param(
            "Birinci Dünya Savaşı kaç yıl sürdü?",
            "1914–1918: 4 yıl kadar",
            ["birinci-dunya-savasi/tanim"],
            id="length-in-years-only",
        ),
        pytest.param(
            "ikinci Moskova heyeti yolda kaç gün geçirdi?",
            "19 Aralık 1920 → 18–19 Şubat 1921: 61–62 gün",
            ["ikinci-moskova-heyeti/hareket", "ikinci-moskova-heyeti/varis"],
            id="journey",
        ),
        pytest.param(
            "Kars Antlaşması imzalandıktan kaç gün sonra yürürlüğe girdi?",
            "13 Ekim 1921 → 11 Eylül 1922: 333 gün.",
            [KARS, "kars-antlasmasi/yururluk"],
            id="same-entry",
        ),
        pytest.param(
            "Moskova Antlaşması imzalandıktan kaç gün sonra TBMM'de onaylandı?",
            "16 Mart 1921 → 21 Temmuz 1921: 127 gün.",
            [MOSCOW, "moskova-antlasmasi/tbmm-onayi"],
            id="ratified",
        ),
        pytest.param(
            "Samsun'a çıkıştan TBMM'nin açılışına kadar kaç gün geçti?",
            "340 gün.",
            ["samsuna-cikis/tanim", OPENING],
            id="leap-year",
        ),
        pytest.param(
            "Saltanat kaldırıldıktan kaç ay sonra Cumhuriyet ilan edildi?",
            "11 ay 28 gün (362 gün)",
            ["saltanatin-kaldirilmasi/tanim", "cumhuriyetin-ilani/tarih"],
            id="months-after",
        ),
        pytest.param(
            "Cumhuriyetin ilanından Lenin'in ölümüne kaç gün geçti?",
            "84 gün.",
            ["cumhuriyetin-ilani/tarih", "leninin-hastaligi-ve-olumu/olumu"],
            id="events",
        ),
        pytest.param(
            "Çerkes Ethem ayaklanmasından kaç gün sonra Moskova Antlaşması imzalandı?",
            "Gün sayısı hesaplanamaz: “Çerkes Ethem olayı” için kaynaklar yalnız “Ocak 1921” der.",
            ["cerkes-ethem-ayaklanmasi/bastirilma-tarihi", MOSCOW],
            id="month-refuses-days",
        ),
        pytest.param(
            "hangisi önce, Gümrü mü Moskova mı?",
            "Önce Gümrü Antlaşması, 2–3 Aralık 1920; sonra Moskova Antlaşması, 16 Mart 1921.",
            [GUMRU, MOSCOW],
            id="first-of-places",
        ),
        pytest.param(
            "Mudanya mı Mondros mu daha önce imzalandı?", "Önce Mondros Mütarekesi", [MUDROS, MUDANYA], id="first-with-verb"
        ),
        pytest.param(
            "Gümrü Antlaşması Kars Antlaşması'ndan önce mi sonra mı?", "Önce Gümrü Antlaşması", [GUMRU, KARS], id="before-or-after"
        ),
        pytest.param(
            "Bekir Sami heyeti Ankara'dan ayrıldıktan kaç gün sonra Moskova'ya vardı?",
            "69 gün.",
            ["birinci-moskova-heyeti/hareket", "birinci-moskova-heyeti/varis"],
            id="named-once",
        ),
        pytest.param(
            "Kars Antlaşması'nın imzası ile onayı arasında kaç gün var?",
            "154 gün.",
            [KARS, "kars-antlasmasi/tbmm-onayi"],
            id="two-aspects",
        ),
        pytest.param(
            "Büyük Taarruz'dan kaç gün sonra Mudanya imzalandı?",
            "26 Ağustos 1922 (editör notu) → 11 Ekim 1922: 46 gün.",
            ["buyuk-taarruz/tarih-26-temmuz", MUDANYA],
            id="date-of-a-note",
        ),
        pytest.param("Gümrü mü Kars mı Moskova mı önce?", "Sırasıyla: Gümrü", [GUMRU, MOSCOW, KARS], id="first-of-three"),
        pytest.param("Mondros ile Mudanya'dan hangisi önce imzalandı?", "Önce Mondros", [MUDROS, MUDANYA], id="which-of"),
        pytest.param(
            "Moskova Antlaşması mı İngiliz-Sovyet Ticaret Anlaşması mı önce imzalandı?",
            "aynı güne tarihlidir: 16 Mart 1921. Günlerden biri tartışmalıdır",
            ["ingiliz-sovyet-ticaret-anlasmasi/imza-tarihi", MOSCOW],
            id="same-day-but-disputed",
        ),
        pytest.param(
            "Sakarya Savaşı Moskova Antlaşması'ndan önce mi sonra mı oldu?",
            "sonra Sakarya Savaşı, 23 Ağustos–13 Eylül 1921 (editör notu)",
            [MOSCOW, "sakarya-savasi/tarih"],
            id="date-of-an-editors-note",
        ),
        pytest.param(
            "Moskova Antlaşması madde 8 ile Kars",
            "böyle bir madde anlatmıyor",
            ["moskova-antlasmasi/madde-8"],
            id="clause-without-counterpart",
        ),
        pytest.param(
            "Moskova Antlaşması madde 8 ile Gümrü madde 8 farkı",
            "8. maddeler",
            ["moskova-antlasmasi/madde-8", "gumru-antlasmasi/madde-8"],
            id="clause-of-both",
        ),
    ],
)
def test_worked_out(reckon: Reckon, question: str, said: str, facts: list[str]) -> None:
    answer = _answered(reckon, question)
    assert said in answer.result
    assert [fact.name for fact in answer.facts] == facts


@pytest.mark.parametrize(
    "question",
    [
        "Moskova ile Kars antlaşmalarının farkı",
        "Moskova ve Kars antlaşmalarını karşılaştır",
        "Kars Antlaşması'nın Moskova Antlaşması'ndan farkı nedir?",
    ],
)
def test_treaties_side_by_side(reckon: Reckon, question: str) -> None:
    """Date, place, parties and entry into force of both, eight facts at most, each with its citation."""
    answer = _answered(reckon, question)
    names = {fact.name for fact in answer.facts}
    assert {MOSCOW, KARS, "moskova-antlasmasi/imza-yeri", "kars-antlasmasi/yer"} <= names
    assert {
        "moskova-antlasmasi/taraflar",
        "kars-antlasmasi/taraflar",
        "moskova-antlasmasi/yururluge-giris",
        "kars-antlasmasi/yururluk",
    } <= names
    assert len(answer.facts) == 8
    assert "Moskova Antlaşması" in answer.result
    assert "Kars Antlaşması" in answer.result


def test_what_a_source_has_wrong_is_not_set_beside_what_is_right(embedded: Prepared, reckon: Reckon) -> None:
    text = plain(blocks(embedded[0], _answered(reckon, "Moskova ile Kars antlaşmalarının farkı")))
    assert "• Editör notu (genel kabul): Moskova Antlaşması, onay belgelerinin Kars'ta değiştirildiği 22 Eylül 1921'de" in text
    assert "Kaynaktaki yanlış: Benhür, Moskova Antlaşması'nın TBMM'nin 21 Temmuz 1921'deki onayıyla" in text


def test_only_aspects_that_both_have_are_compared(reckon: Reckon) -> None:
    answer = _answered(reckon, "Mondros ile Mudanya arasındaki fark ne")
    assert len(answer.facts) % 2 == 0
    assert {MUDROS, MUDANYA} <= {fact.name for fact in answer.facts}


def test_the_journey_of_the_first_delegation(embedded: Prepared, reckon: Reckon) -> None:
    """69 days by the dates; who says 71 is told beside it."""
    answer = _answered(reckon, "Bekir Sami heyeti yolda kaç gün geçirdi?")
    assert answer.result == "11 Mayıs 1920 → 19 Temmuz 1920: 69 gün."
    assert "yetmiş bir gün" in plain(blocks(embedded[0], answer))


def test_what_followed(reckon: Reckon) -> None:
    """The treaty's date is cited first, then only facts of the treaty itself, later than it and within a year, in order of time."""
    answer = _answered(reckon, "Moskova Antlaşması'ndan sonra neler oldu?")
    assert answer.facts[0].name == MOSCOW
    days = [fact.date.first for fact in answer.facts[1:] if fact.date]
    assert days == sorted(days)
    assert 2 <= len(days) <= 4
    assert all(date(1921, 3, 18) < day <= date(1922, 3, 18) for day in days)
    assert all("moskova-antlasmasi" in (fact.entry, *fact.links) for fact in answer.facts)


def test_what_a_state_did_after_a_battle(reckon: Reckon) -> None:
    """What is linked with the battle, and what begins with that state; the battle's date is the editors', and said to be."""
    answer = _answered(reckon, "Sakarya Savaşı'ndan sonra Rusya ne yaptı?")
    assert "23 Ağustos–13 Eylül 1921 (editör notu)" in answer.result
    names = [fact.name for fact in answer.facts]
    assert names[:2] == ["sakarya-savasi/tarih", "cicerin-yunan-mezalimi-notasi/tanim"]
    assert "elcilik-yangini-1922/tanim" not in names  # a building of Russia's burnt: that is nothing that Russia did
    assert all(date(1921, 9, 13) < fact.date.first <= date(1922, 9, 13) for fact in answer.facts[1:] if fact.date)


def test_every_sum_shows_its_citations(embedded: Prepared, reckon: Reckon) -> None:
    answer = _answered(reckon, "Mondros'tan Mudanya'ya kaç gün geçti?")
    lines = plain(blocks(embedded[0], answer)).splitlines()
    assert lines[0] == "30 Ekim 1918 → 11 Ekim 1922: 1442 gün."
    assert all(line.startswith("• ") and ", s. " in line for line in lines[1:3])


@pytest.mark.parametrize(
    "question",
    [
        "Moskova Antlaşması ne zaman imzalandı?",
        "Lenin kaç yaşında öldü?",
        "Moskova heyeti kaç kişiydi?",
        "Frunze Trabzon'da kaç gün kaldı?",
        "Moskova'dan Kars'a kaç günde gidilir?",
        "Moskova Antlaşması'nın üzerinden kaç yıl geçti?",
        "Moskova Antlaşması ne kadar sürdü?",
        "Jülyen ve Gregoryen takvim arasında kaç gün fark var?",
        "Varşova Paktı ile Kars Antlaşması arasında kaç gün var?",
        "Moskova Antlaşması'nı Lenin mi imzaladı?",
        "Resmî TKF ile Hafî TKF arasındaki fark nedir?",
        "Rusça ile Türkçe arasındaki fark nedir?",
        "Moskova Antlaşması'nın 8. maddesi nedir?",
        "Doğu harekâtından önce Oltu'da ne oldu?",
        "16 Mart 1337'de ne oldu?",
        "16 Mart 1921'de ne oldu?",
        "Rumi takvim nedir?",
        "1921 miladi kaç?",
    ],
)
def test_left_to_the_general_way(reckon: Reckon, question: str) -> None:
    assert reckon(question) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param(
            "12 Kânunusani 1338 bugünkü takvimle?", "Rumi 12 Kânunusani 1338, miladi takvimle 12 Ocak 1922 gününe", id="reformed"
        ),
        pytest.param("12 Kânun-ı Sani 1338 miladi kaç?", "12 Ocak 1922", id="month-in-parts"),
        pytest.param("16 Mart 1337 miladi olarak ne?", "16 Mart 1921", id="solar-month-is-rumi"),
        pytest.param("31 Mart 1325 miladi takvimde hangi gün?", "13 Nisan 1909", id="thirteen-days"),
        pytest.param("Rumi 1337 hangi yıl?", "Rumi 1337, miladi 1 Ocak 1921–31 Aralık 1921 arasıdır", id="rumi-year"),
        pytest.param(
            "Hicrî 1339 miladi hangi yıl?",
            "15 Eylül 1920–3 Eylül 1921 arasıdır; iki miladi yıla düşer: 1920 ve 1921",
            id="hicri-year",
        ),
        pytest.param("1337 miladi kaç?", "7 Ekim 1918–25 Eylül 1919", id="either-calendar"),
        pytest.param("6 Recep 1339 miladi", "miladi 16 Mart 1921", id="hicri-day"),
        pytest.param("20 Şubat 1332 miladi karşılığı", "diye bir gün yoktur", id="day-left-out-by-the-law"),
        pytest.param("12 Kânunusani 1333 bugünkü takvimle?", "diye bir gün yoktur", id="short-year"),
        pytest.param("16 Mart 1921 rumi takvimle nedir?", "Rumi 16 Mart 1337", id="back-to-rumi"),
        pytest.param("1921 hicri takvimde hangi yıl?", "1339 ve 1340", id="back-to-hicri"),
        pytest.param("Rumi 1250 hangi yıl?", "bir karşılık veremem", id="before-the-calendar"),
    ],
)
def test_calendar_questions(reckon: Reckon, question: str, said: str) -> None:
    assert said in _answered(reckon, question).result


def test_a_conversion_lists_what_happened_that_day(reckon: Reckon) -> None:
    answer = _answered(reckon, "16 Mart 1337 miladi olarak ne?")
    assert MOSCOW in {fact.name for fact in answer.facts}
    assert len(answer.facts) <= 3
    assert all(fact.date and fact.date.first == date(1921, 3, 16) for fact in answer.facts)


def test_a_bare_conversion_cites_nothing(embedded: Prepared, reckon: Reckon) -> None:
    answer = _answered(reckon, "Rumi 1337 hangi yıl?")
    assert answer.facts == ()
    assert plain(blocks(embedded[0], answer)) == answer.result


def test_every_day_of_the_rumi_calendar_comes_back() -> None:
    day = date(1840, 3, 13)
    while day <= date(1925, 12, 31):
        rumi = calendars.to_rumi(day)
        assert rumi is not None
        assert calendars.rumi_day(*rumi) == day
        assert calendars.hicri_day(*calendars.to_hicri(day)) == day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("rumi", "gregorian"),
    [
        pytest.param((1, 3, 1256), date(1840, 3, 13), id="first-day"),
        pytest.param((29, 2, 1315), date(1900, 3, 13), id="julian-leap-day"),
        pytest.param((15, 2, 1332), date(1917, 2, 28), id="last-old-day"),
        pytest.param((16, 2, 1332), None, id="left-out"),
        pytest.param((28, 2, 1333), None, id="before-the-short-year"),
        pytest.param((1, 3, 1333), date(1917, 3, 1), id="first-new-day"),
        pytest.param((1, 1, 1334), date(1918, 1, 1), id="new-year-in-january"),
        pytest.param((31, 12, 1341), date(1925, 12, 31), id="last-day"),
        pytest.param((1, 1, 1342), None, id="given-up"),
        pytest.param((29, 2, 1337), None, id="no-leap-year"),
    ],
)
def test_rumi_days(rumi: tuple[int, int, int], gregorian: date | None) -> None:
    assert calendars.rumi_day(*rumi) == gregorian


def test_rumi_years() -> None:
    assert calendars.rumi_year(1330) == (date(1914, 3, 14), date(1915, 3, 13))
    assert calendars.rumi_year(1332) == (date(1916, 3, 14), date(1917, 2, 28))
    assert calendars.rumi_year(1333) == (date(1917, 3, 1), date(1917, 12, 31))


@pytest.mark.parametrize(
    ("hicri", "gregorian"),
    [
        pytest.param((1, 1, 1300), date(1882, 11, 12), id="1300"),
        pytest.param((1, 1, 1340), date(1921, 9, 4), id="1340"),
        pytest.param((30, 12, 1339), None, id="common-year"),
        pytest.param((30, 12, 1341), date(1923, 8, 13), id="leap-year"),
        pytest.param((1, 13, 1339), None, id="no-such-month"),
    ],
)
def test_hicri_days(hicri: tuple[int, int, int], gregorian: date | None) -> None:
    assert calendars.hicri_day(*hicri) == gregorian


@pytest.mark.parametrize(
    ("begin", "end", "steps"),
    [
        pytest.param(date(1918, 10, 30), date(1922, 10, 11), (3, 11, 11), id="not-yet-four-years"),
        pytest.param(date(1920, 1, 31), date(1920, 2, 29), (0, 1, 0), id="month-end-counts-as-a-month"),
        pytest.param(date(1920, 12, 31), date(1921, 1, 1), (0, 0, 1), id="over-new-year"),
    ],
)
def test_calendar_steps(begin: date, end: date, steps: tuple[int, int, int]) -> None:
    assert calendar_steps(begin, end) == steps


def test_sums_are_written_in_the_unit_asked_for() -> None:
    begin, end = date(1921, 3, 16), date(1921, 10, 13)
    assert written_sum(begin, end, "day") == "211 gün"
    assert written_sum(begin, end, "week") == "30 hafta 1 gün (211 gün)"
    assert written_sum(begin, end, "any") == "6 ay 27 gün (211 gün)"
