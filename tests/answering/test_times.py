"""What happened in a time, what lasted how long, what is set side by side or listed: through the whole decision, on the embedded knowledge."""

from collections.abc import Callable
from datetime import date

import pytest

from mmbot.app import Prepared
from mmbot.dates import read_period
from mmbot.model import Answer, Answered
from mmbot.rendering import blocks, plain

Ask = Callable[[str], Answer]
MOST = 8


def _answered(answer: Ask, question: str) -> Answered:
    found = answer(question)
    assert isinstance(found, Answered), f"{question}: {found}"
    return found


def _names(found: Answered) -> list[str]:
    return [fact.name for fact in found.facts]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("Birinci heyet kaç günde vardı?", "11 Mayıs 1920 → 19 Temmuz 1920: 69 gün.", id="in-how-many-days"),
        pytest.param("Moskova heyeti yolda ne kadar kaldı?", "(69 gün)", id="how-long-on-the-way"),
        pytest.param("Heyetin Ankara'dan Moskova'ya yolculuğu kaç gün sürdü?", "69 gün.", id="which-delegation-is-usually-meant"),
        pytest.param("Yusuf Kemal heyeti Moskova'ya kaç günde vardı?", "61–62 gün", id="the-other-delegation"),
        pytest.param("How long did the first delegation travel to Moscow?", "(69 gün)", id="journey-in-english"),
        pytest.param("Lenin'e yazılan mektup kaç günde ulaştı?", "36 gün", id="a-letter-that-was-written"),
        pytest.param("Mdivani Ankara'ya geldikten kaç gün sonra güven mektubunu sundu?", "14 gün", id="verb-in-another-form"),
        pytest.param("Cumhuriyetten kaç gün sonra Lenin öldü?", "84 gün", id="what-was-proclaimed"),
        pytest.param("Çiçerin'in 3 Haziran mektubu kaç günde ulaştı?", "12–13 gün arası", id="a-letter"),
        pytest.param("Londra Konferansı kaç gün sürdü?", "ilk ve son gün sayılırsa 20 gün", id="length-shown-as-a-sum"),
        pytest.param("moskova antlasmasiyla kars antlasmasi arasi kac gun", "211 gün", id="ile-written-on-to-its-word"),
        pytest.param("Gümrü Antlaşması ile Kars Antlaşması arasında ne kadar zaman geçti?", "314–315 gün", id="how-much-time"),
        pytest.param("Natsarenus ile Surits'in güven mektubu arasında kaç gün var?", "726 gün", id="what-is-said-of-both"),
        pytest.param(
            "Büyük Taarruz'dan Mudanya'ya kaç gün geçti?", "26 Ağustos 1922 (editör notu) → 11 Ekim 1922: 46 gün", id="mixed-kinds"
        ),
        pytest.param(
            "How many days after the opening of the Grand National Assembly was the letter to Lenin written?",
            "3 gün.",
            id="english",
        ),
        pytest.param(
            "Elçilikte Natsarenus mu önceydi Aralov mu?", "Önce Sergey Natsarenus, 27 Haziran 1921; sonra", id="in-office"
        ),
        pytest.param(
            "mdivani mi natsarenus mu daha önce elçiydi ankarada", "Önce Budu (Polikarp) Mdivani", id="in-office-lower-case"
        ),
        pytest.param("Moskova Antlaşması mı daha önce imzalandı Kars mı?", "Önce Moskova Antlaşması", id="verb-between"),
        pytest.param("Moskova Antlaşması'ndan önce mi sonra mı Londra Konferansı?", "Önce Londra Konferansı", id="turned-round"),
        pytest.param(
            "Mdivani mi Natsarenus mu önce güven mektubu sundu?",
            "Önce Budu (Polikarp) Mdivani, 5 Mart 1921; sonra",
            id="deed-of-both",
        ),
        pytest.param(
            "saltanatın kaldırılması mı lozan mı önce",
            "Önce Saltanatın kaldırılması, 1 Kasım 1922; sonra Lozan",
            id="place-in-ascii",
        ),
        pytest.param("Sevr Mondros Lozan Mudanya kronolojik sıraya koy", "Sırasıyla: Mondros", id="put-in-order"),
        pytest.param("16 Mart 1921'den sonra neler oldu?", "16 Mart 1921 sonrasında, bir yıl içinde", id="after-a-date"),
        pytest.param("Kasım 1920'den önce neler oldu?", "Kasım 1920 öncesinde, bir yıl içinde", id="before-a-month"),
        pytest.param(
            "After the Treaty of Kars, what happened?", "Kars Antlaşması (13 Ekim 1921) sonrasında", id="after-at-the-beginning"
        ),
        pytest.param("Ankara'ya gelen heyetler", "3 madde var", id="delegations-to-a-town"),
        pytest.param(
            "1925 antlaşması ile 1929 protokolü farkı", "17 Aralık 1929 ek protokolü yan yana", id="called-by-their-years"
        ),
        pytest.param("Eylül 1920'nin başında ne oldu?", "1–10 Eylül 1920", id="beginning-of-a-month"),
        pytest.param("Saltanat mı önce kaldırıldı cumhuriyet mi önce ilan edildi?", "Önce Saltanatın", id="each-with-its-verb"),
        pytest.param("Lenin Cumhuriyet'in ilanından önce mi öldü?", "sonra Lenin'in hastalığı ve ölümü, 21 Ocak 1924", id="died"),
        pytest.param("Was the Treaty of Kars before or after the Treaty of Moscow?", "Önce Moskova", id="order-in-english"),
        pytest.param(
            "Sevr, Gümrü, Moskova, Kars, Lozan tarih sırasıyla",
            "Sırasıyla: Sevr Antlaşması, 10 Ağustos 1920; Gümrü Antlaşması, 2–3 Aralık 1920; Moskova Antlaşması, 16 Mart 1921; "
            "Kars Antlaşması, 13 Ekim 1921; Lozan Antlaşması, 24 Temmuz 1923.",
            id="five-in-order",
        ),
        pytest.param("Moskova ile Kars aynı gün mü imzalandı?", "aynı gün değil. Önce Moskova", id="not-the-same-day"),
        pytest.param(
            "Sevr ile Sovyet-Ermenistan anlaşması aynı gün mü?", "aynı güne tarihlidir: 10 Ağustos 1920", id="the-same-day"
        ),
        pytest.param("16 Mart 1337 hangi gün?", "miladi takvimle 16 Mart 1921", id="which-day-is-a-rumi-one"),
        pytest.param("29 Şubat 1336 miladi karşılığı?", "29 Şubat 1920", id="leap-day"),
        pytest.param("29 Şubat 1337 miladi?", "diye bir gün yoktur: o ay", id="no-leap-day"),
        pytest.param("Rumi takvim ne zaman bırakıldı?", "1 Ocak 1926'dan beri miladi yıl", id="the-change-of-1926"),
        pytest.param("Rumi ile miladi takvim arasında kaç gün fark var?", "sonra 13 gün geriydi", id="thirteen-days"),
        pytest.param("What is 12 Kanunusani 1338 in the Gregorian calendar?", "12 Ocak 1922", id="calendar-in-english"),
        pytest.param("Sakarya Savaşı'ndan sonra Rusya ne yaptı?", "“Rusya” için tarihli başlıca bilgiler", id="what-a-state-did"),
        pytest.param("Moskova Antlaşması'ndan sonra ne oldu?", "sonrasında, bir yıl içinde", id="afterwards-is-no-definition"),
        pytest.param("Moskova Antlaşması madde 8 ile Kars", "böyle bir madde anlatmıyor", id="clause-beside-another-treaty"),
        pytest.param("Gümrü ile Kars'ı karşılaştır", "Gümrü Antlaşması ile Kars Antlaşması yan yana", id="treaties-not-towns"),
        pytest.param("Bekir Sami ile Yusuf Kemal heyetleri", "yan yana (üyeler, hareket, varış)", id="delegations"),
        pytest.param("compare Gümrü and Kars treaties", "yan yana (tarih, yer, taraflar, yürürlük)", id="compared-in-english"),
    ],
)
def test_worked_out_by_the_whole_decision(answer: Ask, question: str, said: str) -> None:
    found = _answered(answer, question)
    assert said in found.result


def test_who_says_71_days_is_told_second(embedded: Prepared, answer: Ask) -> None:
    lines = plain(blocks(embedded[0], _answered(answer, "Birinci heyet kaç günde vardı?"))).splitlines()
    assert "69 gün" in lines[0]
    assert any(line.startswith("Başka anlatım:") and "yetmiş bir gün" in line for line in lines[1:])


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Lenin kaç yaşında öldü?", id="age"),
        pytest.param("Mustafa Kemal 1921'de kaç yaşındaydı?", id="age-in-a-year"),
        pytest.param("Mdivani Ankara'da kaç gün kaldı?", id="hours-are-no-days"),
        pytest.param("Bekir Sami Bey Moskova'da kaç gün kaldı?", id="a-stay"),
        pytest.param("Lozan Konferansı kaç ay sürdü?", id="end-is-not-told"),
        pytest.param("Lenin öldükten kaç gün sonra Mustafa Kemal telgraf çekti?", id="another-telegram-lies-before"),
        pytest.param("1925 antlaşması ile 1929 protokolü arasında kaç yıl var?", id="number-of-something-else"),
        pytest.param("Varşova Paktı'ndan Moskova Antlaşması'na kaç gün geçti?", id="unknown-end"),
        pytest.param("Bugün ne oldu?", id="today-is-not-known-here"),
        pytest.param("Lenin mi Stalin mi önce?", id="people-have-no-order"),
        pytest.param("Enver Paşa Moskova'ya Bekir Sami'den önce mi geldi?", id="where-to-is-asked-of-both"),
        pytest.param("Bekir Sami mi Yusuf Kemal mi Moskova'ya önce vardı?", id="one-of-two-came-from-elsewhere"),
        pytest.param("Frunze Trabzon'dan Ankara'ya kaç günde gitti?", id="a-stay-is-no-journey"),
        pytest.param("1922'den sonra Sovyetler ne yaptı?", id="what-happened-then-is-not-after-it"),
        pytest.param("Londra Konferansı'ndan sonra Bekir Sami'ye ne oldu?", id="definition-is-not-what-became-of-him"),
        pytest.param("Çiçerin mektuba kaç gün sonra cevap verdi?", id="arrival-is-no-answer"),
        pytest.param("29 Şubat 1920'de ne oldu?", id="nothing-on-that-day"),
        pytest.param("Hicri 1337'de neler oldu?", id="hicri-year-is-no-rumi-year"),
        pytest.param("Varşova ile Kars antlaşmalarının farkı", id="unknown-treaty"),
    ],
)
def test_declined(answer: Ask, question: str) -> None:
    assert not isinstance(answer(question), Answered)


@pytest.mark.parametrize(
    ("question", "treaty"),
    [
        pytest.param("Kars'ı Sakarya Savaşı'ndan sonra mı aldık", "kars-antlasmasi/imza-tarihi", id="taken"),
        pytest.param("Enver Paşa Bakü'ye Moskova'dan önce mi gitti?", "moskova-antlasmasi/imza-tarihi", id="gone-to"),
    ],
)
def test_a_town_is_no_treaty(answer: Ask, question: str, treaty: str) -> None:
    assert treaty not in _names(_answered(answer, question))


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        pytest.param("Mart 1921'de neler oldu?", date(1921, 3, 1), date(1921, 3, 31), id="month"),
        pytest.param("1920 yazında Moskova'da ne oluyordu?", date(1920, 6, 1), date(1920, 8, 31), id="season-and-place"),
        pytest.param("1921 kışında neler oldu?", date(1921, 12, 1), date(1922, 2, 28), id="winter"),
        pytest.param("Mart 1921 ile Ekim 1921 arasında neler oldu?", date(1921, 3, 1), date(1921, 10, 31), id="span-of-months"),
        pytest.param("1-15 Mart 1921 arasında neler oldu?", date(1921, 3, 1), date(1921, 3, 15), id="span-of-days"),
        pytest.param("1922'de neler oldu?", date(1922, 1, 1), date(1922, 12, 31), id="year"),
        pytest.param("What happened in the summer of 1920?", date(1920, 6, 1), date(1920, 8, 31), id="season-in-english"),
    ],
)
def test_what_is_told_of_a_time_begins_or_ends_in_it(answer: Ask, question: str, first: date, last: date) -> None:
    found = _answered(answer, question)
    dates = [fact.date for fact in found.facts]
    assert 3 <= len(dates) <= MOST
    assert all(when and (first <= when.first <= last or first <= when.last <= last) for when in dates)
    assert all(fact.rank != "deprecated" and not fact.disputes for fact in found.facts)


def test_where_the_rest_of_a_month_is_found(answer: Ask) -> None:
    """The command that is named must be understood as it stands."""
    found = _answered(answer, "Mart 1921'de neler oldu?")
    assert len(found.facts) == MOST
    command = found.result.rpartition("/kronoloji ")[2]
    period = read_period(command, date(2026, 1, 1))
    assert period is not None
    assert period.ends == ("1921-03", "1921-03")


def test_a_short_month_names_no_command(answer: Ask) -> None:
    assert "/kronoloji" not in _answered(answer, "Mayıs 1923'te ne oldu?").result


@pytest.mark.parametrize(
    ("question", "years"),
    [
        pytest.param("16 Mart'ta neler oldu?", {1920, 1921, 1922}, id="16-march"),
        pytest.param("17 Aralık'ta ne oldu?", {1925, 1929}, id="17-december"),
        pytest.param("3 Aralık'ta neler oldu?", {1917, 1920}, id="3-december"),
    ],
)
def test_a_day_of_every_year_shows_every_year(answer: Ask, question: str, years: set[int]) -> None:
    found = _answered(answer, question)
    assert {year for fact in found.facts if fact.date for year in range(fact.date.first.year, fact.date.last.year + 1)} == years
    assert f"{len(years)} ayrı yılda geçer: {', '.join(map(str, sorted(years)))}." in found.result


@pytest.mark.parametrize(
    ("question", "some", "none"),
    [
        pytest.param(
            "tüm antlaşmaları listele",
            ["moskova-antlasmasi/imza-tarihi", "kars-antlasmasi/imza-tarihi", "lozan-antlasmasi/imza-tarihi"],
            "afganistan-antlasmasi/imza-tarihi",
            id="all",
        ),
        pytest.param(
            "10 Ağustos 1920'de hangi antlaşmalar imzalandı?",
            ["sevr-antlasmasi/imza-tarihi", "sovyet-ermenistan-anlasmasi-1920/tarih"],
            "moskova-antlasmasi/imza-tarihi",
            id="of-a-day",
        ),
        pytest.param(
            "1921'de imzalanan antlaşmalar hangileri?",
            ["moskova-antlasmasi/imza-tarihi", "kars-antlasmasi/imza-tarihi", "ankara-itilafnamesi/imza-tarihi"],
            "gumru-antlasmasi/imza-tarihi",
            id="of-a-year",
        ),
        pytest.param(
            "Ermenistan'la imzalanan antlaşmalar",
            ["gumru-antlasmasi/imza-tarihi", "kars-antlasmasi/imza-tarihi", "batum-antlasmalari-1918/imza-tarihi"],
            "moskova-antlasmasi/imza-tarihi",
            id="of-a-party",
        ),
        pytest.param(
            "Çiçerin hangi antlaşmaları imzaladı?",
            ["moskova-antlasmasi/imza-tarihi", "tarafsizlik-antlasmasi-1925/imza-tarihi"],
            "kars-antlasmasi/imza-tarihi",
            id="of-a-signatory",
        ),
        pytest.param(
            "kim neyi imzaladı?",
            ["gumru-antlasmasi/imzacilar", "moskova-antlasmasi/imzacilar", "kars-antlasmasi/imzacilar"],
            "sevr-antlasmasi/imzalayan",
            id="who-signed-what",
        ),
        pytest.param(
            "Sovyet elçileri sırayla",
            ["sovyet-elcileri/tanim", "sovyet-elcileri/mdivani-guven-mektubu", "sovyet-elcileri/surits-guven-mektubu"],
            "sovyet-elcileri/aralov-varis-26-ocak",
            id="envoys-in-turn",
        ),
        pytest.param(
            "Ankara'nın Moskova elçileri kimlerdi?", ["moskova-elcileri/tanim"], "sovyet-elcileri/tanim", id="the-other-envoys"
        ),
    ],
)
def test_lists_in_order_of_time(answer: Ask, question: str, some: list[str], none: str) -> None:
    found = _answered(answer, question)
    names = _names(found)
    assert set(some) <= set(names)
    assert none not in names
    dated = [fact.date.first for fact in found.facts if fact.date]
    assert dated == sorted(dated)


@pytest.mark.parametrize(
    "question",
    [
        "20 Ekim 1921 tarihinin önemi",
        "20 Ekim 1921 neden önemli?",
        "20 Ekim 1921 deyince akla ne gelir?",
        "20 Ekim 1921 gününün özelliği ne",
        "20 Ekim 1921 tarihinde meydana gelen olay",
        "20.10.1921 tarihinin Türk-Sovyet ilişkilerindeki yeri nedir",
        "20 Ekim 1921 bizim için ne anlama geliyor",
        "20 ekim 1921 napılmış",
        "why is 20 October 1921 important",
    ],
)
def test_a_day_of_which_nothing_else_is_asked_is_told(answer: Ask, question: str) -> None:
    assert _names(_answered(answer, question))[0] == "ankara-itilafnamesi/imza-tarihi"


@pytest.mark.parametrize(
    "question",
    ["20 Ekim 1921 Lenin için neden önemli?", "24 Aralık 1928 tarihinin önemi", "1926 neden önemli?", "1 Nisan 1921'de ne oldu?"],
    ids=["of-somebody", "a-day-with-nothing", "no-day", "a-day-between-two-that-it-may-have-been"],
)
def test_what_else_is_asked_of_a_day_or_of_an_empty_one_is_not(answer: Ask, question: str) -> None:
    assert not isinstance(answer(question), Answered)


def test_a_day_that_only_one_source_gives_is_told_with_what_is_right(answer: Ask) -> None:
    found = _answered(answer, "26 Temmuz 1922'de ne oldu?")
    note = found.facts[0].editor_note
    assert found.facts[0].rank == "deprecated"
    assert note is not None
    assert "26 Ağustos 1922" in note.says
