"""What is nearly told and yet not: another side's doing, a noun that stands nowhere, the opposite deed, a definition, another year."""

from collections.abc import Callable

import pytest

from mmbot.model import Answer, Answered, Unknown


def _told(answer: Answer) -> str:
    return answer.facts[0].name if isinstance(answer, Answered) else ""


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        pytest.param("Moskova antlaşması bize ne kazandırdı", "moskova-antlasmasi/turkiyenin-kazanimlari", id="we-are-turkey"),
        pytest.param("Moskova Antlaşması'yla Ruslar ne kazandı?", "moskova-antlasmasi/sovyet-rusyanin-kazanimlari", id="they-are-not"),
        pytest.param("9 Aralık notasında Türkler ne istedi?", "aralik-1920-notalari/turk-notasi", id="the-note-of-those-who-asked"),
        pytest.param("Sovyetler Kellogg Paktı'na katılmadı mı?", "kellogg-pakti/sscbnin-katilimi", id="who-joined"),
        pytest.param("Kars Antlaşması'nı bizim adımıza kim imzaladı?", "kars-antlasmasi/imzacilar-turkiye", id="on-our-behalf"),
        pytest.param("Birinci Moskova heyetinde kimler vardı", "birinci-moskova-heyeti/uyeler", id="all-members-not-the-head"),
        pytest.param("Amasya Genelgesi ne diyordu", "amasya-genelgesi/azim-ve-karar", id="its-words-not-its-definition"),
        pytest.param("Atatürk, General Harbord'a Bolşeviklik için ne demişti?", "harbord-notasi/bolsevikligin-yeri", id="his-words"),
        pytest.param("Hasan Fehmi Bey Ruslar için ne dedi gizli oturumda?", "gizli-oturumlar-ekim-1920/hasan-fehmi-malzeme",
                     id="what-he-said-not-that-he-spoke"),
        pytest.param("Salih Hacıoğlu'na ne oldu?", "ankara-istiklal-mahkemesi/salih-hacioglu-karari", id="his-fate-not-who-he-was"),
        pytest.param("Locarno'ya katılan devletlerin adları nelerdi?", "locarno-antlasmasi/katilanlar", id="states-have-names-too"),
        pytest.param("Çiçerin'in ilk adı neydi?", "georgiy-cicerin/on-adi", id="a-first-name-that-is-told"),
        pytest.param("Enver Paşa Moskova'dan ne zaman ayrıldı?", "baku-kongresi/enverin-yola-cikisi", id="left-from-there"),
    ],
)  # fmt: skip
def test_what_is_told_of_just_that_is_answered(answer: Callable[[str], Answer], question: str, fact: str) -> None:
    assert _told(answer(question)) == fact


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Moskova muahedesini Rus tarafı hangi gün tasdik etti?", id="ankaras-assent-is-not-moscows"),
        pytest.param("Tarafsızlık Antlaşması'nı Sovyetler ne zaman onayladı?", id="nor-where-only-the-sentence-says-whose"),
        pytest.param("Karakol metnini Bolşevikler adına kim imzaladı?", id="he-signed-for-the-others"),
        pytest.param("Türkiye Sovyetlere mallar konusunda ne zaman nota verdi?", id="it-was-their-note"),
        pytest.param("Aralov güven mektubunu hangi gün sundu?", id="surits-presented-his"),
    ],
)
def test_the_doing_of_another_is_no_answer(answer: Callable[[str], Answer], question: str) -> None:
    assert isinstance(answer(question), Unknown)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Azerbaycan elçisi Abilov hangi hastalıktan öldü?", id="illness"),
        pytest.param("Elçi Mdivani'nin hastalığı neydi?", id="that-he-was-ill-is-told"),
        pytest.param("Litvinov Protokolü'nü Türkiye adına imzalayanın unvanı neydi?", id="title"),
        pytest.param("Troçki İstanbul'a hangi gemiyle geldi?", id="ship"),
        pytest.param("Manatov'un sınır dışı edilirken bindirildiği geminin ismi neymiş?", id="name-of-a-ship"),
        pytest.param("Albay Stokes'un ön adı neydi?", id="first-name"),
        pytest.param("Yeni Sovyet elçilik binasının mimarının adı nedir?", id="somebody-not-told-of"),
        pytest.param("ÇEKA'nın bastığı ataşelikten sınır dışı edilenlerin isimleri nelerdi?", id="names-of-people"),
        pytest.param("hocam rusların verdiği paranın hepsi kaç milyon rubleydi", id="another-money"),
        pytest.param("Elçilik yangını hangi odada çıktı?", id="a-room"),
        pytest.param("surits turkiyeden sonra hangi ulkeye elci gitti", id="a-country"),
        pytest.param("seyh sait isyani hangi gun basladi", id="a-day-where-a-year-is-told"),
    ],
)
def test_a_noun_that_no_fact_tells_is_no_answer(answer: Callable[[str], Answer], question: str) -> None:
    assert isinstance(answer(question), Unknown)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Surits Ankara'daki görevinden ne zaman ayrıldı?", id="began-is-not-left"),
        pytest.param("Frunze Ankara'dan ne zaman ayrıldı?", id="came-is-not-left"),
        pytest.param("Birinci Moskova heyeti Moskova'dan ne zaman ayrıldı?", id="left-from-elsewhere"),
        pytest.param("Ali Fuat Paşa Moskova elçiliğinden ne zaman alındı?", id="appointed-is-not-dismissed"),
        pytest.param("Ankara'daki Sovyet elçiliği ne zaman kapandı?", id="another-embassy-closed"),
        pytest.param("İsmet Paşa Moskova'ya ne zaman gitti?", id="nobody-went"),
        pytest.param("Gümrü Antlaşması'nı yeniden görüşme teklifi kabul edildi mi", id="the-offer-is-not-its-reply"),
        pytest.param("birinci inönü yunan kaybı", id="a-battle-is-not-its-losses"),
        pytest.param("Frunze heyetinde kimler vardı?", id="another-delegations-members"),
    ],
)
def test_the_opposite_deed_is_no_answer(answer: Callable[[str], Answer], question: str) -> None:
    assert isinstance(answer(question), Unknown)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Ruslar 1921'de ittifaka razı oldu mu?", id="undated-in-an-entry-of-1920"),
        pytest.param("1922'de Enver Paşa ne yaptı?", id="a-definition-that-tells-other-years"),
        pytest.param("1922'de Kars Antlaşması'nı kim imzaladı?", id="signed-in-another-year"),
        pytest.param("1930'da Karahan Türkiye'ye neden geldi?", id="came-in-another-year"),
    ],
)
def test_what_was_so_in_another_year_is_no_answer(answer: Callable[[str], Answer], question: str) -> None:
    assert not isinstance(answer(question), Answered)


def test_a_name_of_another_world_is_no_common_word_of_ours(answer: Callable[[str], Answer]) -> None:
    assert not isinstance(answer("Mars'ta su var mı?"), Answered)  # the knowledge tells of a march: marş
