"""The embedded knowledge: faultless, large enough, open about every conflict of its sources, and never answering for a look-alike.

The conflicts (A1–A15) and look-alikes (E1–E12) were found by reading the five articles against one another.
"""

import re
from collections.abc import Callable

import pytest

from mmbot.answering.phrasing import question_for
from mmbot.app import Prepared, knowledge_folder
from mmbot.knowledge.check import check
from mmbot.model import Ambiguous, Answer, Answered
from mmbot.rendering import blocks, plain
from mmbot.turkish import fold

Asking = Callable[[str], Answer]


def test_check_finds_no_fault() -> None:
    assert [str(fault) for fault in check(knowledge_folder()).faults] == []


def test_it_is_large_enough(embedded: Prepared) -> None:
    facts = embedded[0].facts.values()
    figures = {
        "facts": len(facts),
        "disputes": sum(fact.disputes is not None for fact in facts),
        "deprecated or with an editor's note": sum(fact.rank == "deprecated" or fact.editor_note is not None for fact in facts),
        "English texts": sum(bool(fact.says_en) for fact in facts),
    }
    least = {"facts": 1200, "disputes": 60, "deprecated or with an editor's note": 60, "English texts": 150}
    assert {name: figure for name, figure in figures.items() if figure < least[name]} == {}


def test_every_fact_is_cited_and_verified(embedded: Prepared) -> None:
    facts = embedded[0].facts.values()
    assert [fact.name for fact in facts if not fact.citations] == []
    assert [fact.name for fact in facts if not all(citation.verified for citation in fact.citations)] == []


def test_what_a_source_has_wrong_is_never_the_only_thing_said(embedded: Prepared) -> None:
    library = embedded[0]
    wrong = [fact for fact in library.facts.values() if fact.rank == "deprecated"]
    assert len(wrong) >= 40
    assert [fact.name for fact in wrong if not fact.editor_note and not library.siblings(fact)] == []


def test_questions_offered_to_people_are_turkish(embedded: Prepared) -> None:
    library = embedded[0]
    offered = {fact.name: question_for(library, fact) for fact in library.facts.values()}
    english = re.compile(r"(When|Who|What|Where|Why|How|Which|Did|Was|Were|Is|Are)\b")
    assert {name: question for name, question in offered.items() if english.match(question)} == {}


CONFLICTS = [
    ("Moskova taslağı ne zaman parafe edildi?", ["24 Ağustos 1920", "30 Ağustos"], "A1-draft-initialled"),
    ("Sevr Antlaşması ne zaman imzalandı?", ["10 Ağustos 1920", "20 Ağustos", "yanlış"], "A2-sevres"),
    ("Sevr 20 Ağustos'ta mı imzalandı?", ["10 Ağustos 1920", "20 Ağustos"], "A2-sevres-doubted"),
    ("Sevr Antlaşması'nı kim imzaladı?", ["Hadi Paşa", "Rıza Tevfik", "Reşat Halis", "Damat Ferit", "Editör notu"], "A3-signers"),
    ("Sevr'i Damat Ferit mi imzaladı?", ["Hadi Paşa", "Damat Ferit"], "A3-signers-doubted"),
    ("Lozan Antlaşması ne zaman imzalandı?", ["24 Temmuz 1923", "23 Temmuz"], "A4-lausanne"),
    ("Büyük Taarruz ne zaman başladı?", ["26 Ağustos 1922", "26 Temmuz", "Editör notu"], "A5-great-offensive"),
    ("Büyük Taarruz 26 Temmuz'da mı başladı?", ["26 Ağustos 1922", "26 Temmuz"], "A5-great-offensive-doubted"),
    ("Çiçerin'in 3 Haziran 1920 mektubu ne zaman yazıldı?", ["3 Haziran 1920", "2 Haziran"], "A6-chicherins-reply"),
    ("Çiçerin Mustafa Kemal'in mektubuna ne zaman yanıt verdi?", ["3 Haziran 1920", "2 Haziran"], "A6-when-he-replied"),
    ("Gümrü Antlaşması ne zaman imzalandı?", ["2/3 Aralık 1920", "2 Aralık 1920", "3 Aralık 1920"], "A7-gumru"),
    ("Gümrü 2 Aralık'ta mı 3 Aralık'ta mı imzalandı?", ["2/3 Aralık 1920"], "A7-gumru-which-day"),
    ("Moskova Antlaşması ne zaman imzalandı?", ["16 Mart 1921", "18 Mart", "Yusuf Kemal", "Ali Fuat"], "A8-moscow"),
    ("Aralov Ankara'ya ne zaman geldi?", ["Ocak 1922", "26 Ocak", "31 Ocak"], "A9-aralov"),
    ("Natsarenus ne zaman büyükelçi atandı?", ["29 Mart 1921", "2 Mayıs", "3 Mayıs", "27 Haziran 1921"], "A10-natsarenus"),
    ("Ali Fuat Paşa Moskova elçiliğine ne zaman atandı?", ["21 Kasım 1920", "atandı", "görevine başla"], "A10-ali-fuat"),
    ("İlk Sovyet elçisi Eliava mıydı Mdivani miydi?", ["Eliava", "Mdivani", "Upmal"], "A10-first-envoy"),
    ("Mdivani ne zaman elçi oldu?", ["15 Aralık 1920", "27 Kasım"], "A10-mdivani"),
    ("Sivas Kongresi ne zaman toplandı?", ["4–11 Eylül 1919", "2 Eylül"], "A11-sivas"),
    ("İkinci Moskova heyeti Moskova'ya ne zaman ulaştı?", ["18 Şubat 1921", "19 Şubat 1921"], "A12-second-delegation"),
    ("İkinci Moskova heyeti Moskova'ya ne zaman vardı?", ["18 Şubat 1921", "19 Şubat 1921"], "A12-another-verb"),
    ("Kars Antlaşması ne zaman imzalandı?", ["13 Ekim 1921", "Transkafkasya", "16 Mart 1922"], "A13-kars"),
    ("Transkafkasya Muahedenamesi ne zaman imzalandı?", ["13 Ekim 1921", "Transkafkasya"], "A13-transcaucasia"),
    ("Transkafkasya Muahedenamesi nedir?", ["Kars", "Transkafkasya"], "A13-what-transcaucasia-is"),
    ("Lenin'e mektup kime yazıldı?", ["Moskova Hükümeti", "Lenin'e mektubu"], "A14-addressee"),
    ("Lenin'e mektupta ne istendi?", ["asker istenmez", "cephane", "askeri de sayar"], "A14-demands"),
    ("Lenin'e mektupta asker istendi mi?", ["asker istenmez"], "A14-soldiers"),
    ("Rıza Nuri kimdir?", ["Rıza Nur Bey", "“Rıza Nuri”"], "A15-riza-nur"),
    ("Mahmut Şevket kimdir?", ["Memduh Şevket", "Mahmut Şevket"], "A15-memduh-sevket"),
]


@pytest.mark.parametrize(("question", "said"), [pytest.param(*case[:2], id=case[2]) for case in CONFLICTS])
def test_a_conflict_of_the_sources_is_answered_openly(embedded: Prepared, answer: Asking, question: str, said: list[str]) -> None:
    found = answer(question)
    text = plain(blocks(embedded[0], found))
    assert isinstance(found, Answered), text
    assert [words for words in said if words not in text] == [], text


VARIANTS = {
    "budu-mdivani": ["Budu Mdivani", "Medivani", "Budi Medivani", "Midivani"],
    "yusuf-kemal-tengirsenk": ["Tengirşenk", "Yusuf Kemal Tengirşek", "Tenginşenk"],
    "yan-upmal-angarski": ["Upmal Angarski", "Umpal Angarski", "Y.Y. Upmal"],
    "salva-eliava": ["Şalva Eliava", "Chalva Elieva", "Şalva İlyava"],
    "semyon-aralov": ["Semyon Aralov", "Semiyon Aralov", "Semyen Aralov"],
    "behbud-sahtahtinski": ["Behbud Şahtahtinski", "Bahdud Şahtahtinski", "Behbut Şah Tahtineski"],
    "celal-korkmazov": ["Celal Korkmazov", "Celâl Korkmazof"],
    "bekir-sami-kunduh": ["Bekir Sıtkı"],
    "cerkes-ethem": ["Çerkes Ethem", "Çerkez Ethem", "Çerkes Edhem"],
    "ziynetullah-nusirevan": ["Nuşirevan", "Nevşirvan"],
    "serif-manatov": ["Şerif Manatov", "Manatof"],
    "yunus-nadi": ["Yunus Nadi Abalıoğlu", "Yunus Nadi Abalığoğlu"],
    "maksim-litvinov": ["Litvinov", "Litvinof"],
    "stefanos-yerasimos": ["Yerasimos", "Yaresimos", "Yarasimos"],
    "gotthard-jaeschke": ["Jaeschke", "Jaechke"],
    "rozaliyev-ve-moiseyev": ["Rozaliyev", "Rozalinak"],
}
PEOPLE = {
    "bekir-sami-kunduh": "Bekir Sami Kunduh", "bekir-sami-gunsav": "Albay Bekir Sami", "yusuf-kemal-tengirsenk": "Yusuf Kemal",
    "mustafa-kemal-ataturk": "Mustafa Kemal", "kazim-karabekir": "Kâzım Karabekir", "kazim-dirik": "Kâzım Dirik",
    "kazim-ozalp": "Kâzım Özalp", "munir-hikmet-ve-miralay-kazim-beyler": "Miralay Kâzım", "talat-pasa": "Talat Paşa",
    "kucuk-talat-muskara": "Küçük Talat", "nazim-resmor": "Tokat mebusu Nazım", "doktor-nazim": "Dr. Nazım",
    "ahmet-muhtar-mollaoglu": "Ahmet Muhtar", "ali-fethi-okyar": "Ali Fethi", "mustafa-suphi": "Mustafa Suphi",
    "ismail-suphi-soysallioglu": "İsmail Suphi", "tevfik-rustu-aras": "Tevfik Rüştü", "tevfik-biyiklioglu": "Tevfik Bıyıklıoğlu",
    "nuri-killigil": "Nuri Paşa", "suleyman-nuri": "Süleyman Nuri", "suat-davaz": "Suat Bey", "fuat-carim": "Fuat Carım",
    "dr-fuat-sabit": "Dr. Fuat Sabit", "mustafa-nail-bey": "Trabzon mebusu Nail Bey",
    "nail-bey-trabzon-komutani": "Trabzon komutanı Nail Bey",
}  # fmt: skip
WHO_IS = {(name, entry) for entry, names in VARIANTS.items() for name in names} | {(name, entry) for entry, name in PEOPLE.items()}
LOOK_ALIKES = [
    ("Fransa ile Ankara İtilafnamesi ne zaman imzalandı?", "ankara-itilafnamesi", "20 Ekim 1921", "E1-ankara-1921"),
    ("1926 Fransa Ankara Antlaşması ne zaman imzalandı?", "ankara-antlasmasi-1926-suriye", "30 Mayıs 1926", "E1-ankara-syria"),
    (
        "Musul konusunda 1926 Ankara Antlaşması ne zaman imzalandı?",
        "ankara-antlasmasi-1926-irak",
        "5 Haziran 1926",
        "E1-ankara-iraq",
    ),
    ("16 Mart 1920'de ne oldu?", "istanbulun-isgali", "3. Fırka", "E2-16-march-1920"),
    ("16 Mart 1921'de ne oldu?", "moskova-antlasmasi", "İngiliz-Sovyet Ticaret Anlaşması", "E2-16-march-1921"),
    ("16 Mart 1922'de ne oldu?", "kars-antlasmasi", "Ukrayna", "E2-16-march-1922"),
    ("İstanbul ne zaman işgal edildi?", "istanbulun-isgali", "16 Mart 1920", "E2-istanbul"),
    ("İngiliz-Sovyet Ticaret Anlaşması ne zaman imzalandı?", "ingiliz-sovyet-ticaret-anlasmasi", "16 Mart 1921", "E2-anglo-soviet"),
    ("Kars Antlaşması TBMM'de ne zaman onaylandı?", "kars-antlasmasi", "16 Mart 1922", "E2-approval"),
    ("İstanbul Bolşevik Komitesi raporu ne zaman yazıldı?", "istanbul-bolsevik-komitesi", "24 Ağustos 1920", "E3-report"),
    ("Yusuf Kemal Bey Trabzon'a ne zaman geldi?", "birinci-moskova-heyeti", "18 Eylül 1920", "E4-trabzon"),
    ("Sovyet altını Erzurum'a ne zaman ulaştı?", "sovyet-yardimi", "8 Eylül 1920", "E4-gold"),
    ("17 Aralık 1925'te ne oldu?", "tarafsizlik-antlasmasi-1925", "17 Aralık 1925", "E5-treaty"),
    ("17 Aralık 1929'da ne oldu?", "1929-ek-protokolu", "17 Aralık 1929", "E5-protocol"),
    ("16 Aralık 1925'te ne oldu?", "musul-sorunu", "Musul", "E5-mosul"),
    ("16 Aralık 1929'da ne oldu?", "karahan-ziyareti", "Karahan", "E5-karakhan"),
    ("Yusuf Kemal ile Ali Fuat Kars'ta ne zaman buluştu?", "ikinci-moskova-heyeti", "7 Ocak 1921", "E6-kars-meeting"),
    ("Lenin Mustafa Kemal'e ne zaman telgraf çekti?", "aralik-1920-notalari", "7 Ocak 1921", "E6-lenins-telegram"),
    ("3 Aralık 1917'de ne oldu?", "rusya-ve-dogu-muslumanlarina-cagri", "3 Aralık 1917", "E7-1917"),
    ("3 Aralık 1920'de ne oldu?", "gumru-antlasmasi", "Mdivani", "E7-1920"),
    ("Birinci Moskova heyeti ne zaman yola çıktı?", "birinci-moskova-heyeti", "11 Mayıs 1920", "E8-departure"),
    ("Çiçerin Bekir Sami'yi ne zaman protesto etti?", "londra-konferansi", "12 Mart 1921", "E8-protest"),
    ("Londra Konferansı ne zaman sona erdi?", "londra-konferansi", "12 Mart 1921", "E8-end-of-london"),
    ("Türkiye Komünist Teşkilatı nedir?", "turkiye-komunist-teskilati", "Suphi", "E10-suphis-party"),
    ("Resmî Türkiye Komünist Fırkası ne zaman kuruldu?", "resmi-tkf", "18 Ekim 1920", "E10-official"),
    ("Hafî Türkiye Komünist Fırkası nedir?", "hafi-tkf", "gizli", "E10-secret"),
    ("Türkiye Halk İştirâkiyûn Fırkası ne zaman kuruldu?", "thif", "7 Aralık 1920", "E10-peoples"),
    ("Halk Şuralar Fırkası nedir?", "halk-suralar-firkasi", "Enver", "E10-soviets"),
    ("Halk Zümresi nedir?", "halk-zumresi", "mebus", "E10-group"),
    ("Yeşil Ordu nedir?", "yesil-ordu", "Mayıs 1920", "E10-green-army"),
    ("Çiçerin'in 2 Temmuz mektubunu kim getirdi?", "cicerin-2-temmuz-mektubu", "Halil", "E11-july-letter"),
    ("Çiçerin'in 3 Haziran mektubu nedir?", "cicerin-3-haziran-mektubu", "3 Haziran 1920", "E11-june-letter"),
    ("Birinci Moskova heyetine kim başkanlık etti?", "birinci-moskova-heyeti", "Bekir Sami", "E11-first-delegation"),
    ("İkinci Moskova heyetine kim başkanlık etti?", "ikinci-moskova-heyeti", "Yusuf Kemal", "E11-second-delegation"),
    ("Çerkes Ethem ne zaman idama mahkûm edildi?", "ankara-istiklal-mahkemesi", "9 Mayıs 1921", "E12-verdict"),
    ("İstiklal Mahkemesi kararı Meclis'te ne zaman okundu?", "ankara-istiklal-mahkemesi", "12 Mayıs 1921", "E12-read"),
    *((f"{name} kimdir?", entry, "", f"A15-E9-{fold(name)}") for name, entry in sorted(WHO_IS)),
]


@pytest.mark.parametrize(("question", "entry", "said"), [pytest.param(*case[:3], id=case[3]) for case in LOOK_ALIKES])
def test_a_look_alike_is_answered_from_its_own_entry(
    embedded: Prepared, answer: Asking, question: str, entry: str, said: str
) -> None:
    found = answer(question)
    text = plain(blocks(embedded[0], found))
    assert isinstance(found, Answered), text
    assert found.facts[0].entry == entry, text
    assert said in text


def test_a_name_that_two_men_bear_is_asked_back(answer: Asking) -> None:
    found = answer("Bekir Sami kimdir?")
    assert isinstance(found, Ambiguous)
    assert {choice.fact for choice in found.choices} == {"bekir-sami-kunduh/tanim", "bekir-sami-gunsav/tanim"}


@pytest.mark.parametrize("question", ["Türk Komünist Fırkası nedir?", "Türkiye Komünist Fırkası nedir?"])
def test_a_name_that_several_parties_bear_is_not_answered_for_one_silently(answer: Asking, question: str) -> None:
    found = answer(question)
    assert not isinstance(found, Answered) or found.facts[0].entry == "komunist-partiler"


@pytest.mark.parametrize(
    ("question", "twin"),
    [
        pytest.param("Bakü'deki Türk Komünist Fırkası'nı kim kurdu?", "turkiye-komunist-teskilati", id="unionist-party"),
        pytest.param(
            "Lenin'in Mustafa Kemal'e telgrafı ne zaman?", "aralik-1920-notalari/lenine-dagistan-telgrafi", id="from-not-to"
        ),
        pytest.param(
            "Çiçerin Mustafa Kemal'e ne zaman cevap verdi?", "cicerin-3-haziran-mektubu/mustafa-kemalin-yaniti", id="who-replied"
        ),
    ],
)
def test_the_twin_does_not_answer(answer: Asking, question: str, twin: str) -> None:
    found = answer(question)
    led = found.facts[0].name if isinstance(found, Answered) else ""
    assert not led.startswith(twin)
