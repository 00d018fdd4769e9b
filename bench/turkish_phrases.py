"""Turkish questions in any number: frames and vocabulary of many domains, with correct suffixes.

A `Request` is one thing one may ask, in several wordings. Half of the vocabulary and half of the frames are for tuning
("dev"), the other half for reporting ("test"); they share nothing but everyday words.
"""

import random
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_BACK, _ROUND, _HARD = "aıou", "ouöü", "çfhkpsşt"

FIRST_NAMES = [
    "Ahmet",
    "Mehmet",
    "Mustafa",
    "Ali",
    "Hüseyin",
    "Hasan",
    "İbrahim",
    "İsmail",
    "Osman",
    "Yusuf",
    "Murat",
    "Ömer",
    "Ramazan",
    "Halil",
    "Süleyman",
    "Abdullah",
    "Mahmut",
    "Recep",
    "Salih",
    "Fatih",
    "Kadir",
    "Emre",
    "Kemal",
    "Yaşar",
    "Bekir",
    "Cengiz",
    "Levent",
    "Barış",
    "Onur",
    "Tolga",
    "Serkan",
    "Volkan",
    "Çağlar",
    "Özgür",
    "Şükrü",
    "İlhan",
    "Necip",
    "Orhan",
    "Nazım",
    "Tevfik",
    "Ziya",
    "Ferit",
    "Cahit",
    "Peyami",
    "Reşat",
    "Fatma",
    "Ayşe",
    "Emine",
    "Hatice",
    "Zeynep",
    "Elif",
    "Meryem",
    "Şerife",
    "Zehra",
    "Sultan",
    "Hanife",
    "Merve",
    "Büşra",
    "Esra",
    "Gülsüm",
    "Nurten",
    "Sevim",
    "Türkan",
    "Aylin",
    "Derya",
    "Pınar",
    "İnci",
    "Şule",
    "Çiğdem",
    "Gönül",
    "Halide",
    "Sabiha",
    "Afife",
    "Müzeyyen",
    "Safiye",
    "Adile",
    "Filiz",
    "Nermin",
    "Füsun",
    "Tomris",
]
LAST_NAMES = [
    "Yılmaz",
    "Kaya",
    "Demir",
    "Çelik",
    "Şahin",
    "Yıldız",
    "Öztürk",
    "Aydın",
    "Özdemir",
    "Arslan",
    "Doğan",
    "Kılıç",
    "Aslan",
    "Çetin",
    "Kara",
    "Koç",
    "Kurt",
    "Özkan",
    "Şimşek",
    "Polat",
    "Korkmaz",
    "Çakır",
    "Erdoğan",
    "Acar",
    "Güneş",
    "Aksoy",
    "Bulut",
    "Taş",
    "Keskin",
    "Tekin",
    "Avcı",
    "Işık",
    "Turan",
    "Gül",
    "Sarı",
    "Ateş",
    "Uysal",
    "Karaca",
    "Tunç",
    "Bozkurt",
    "Duman",
    "Ünal",
    "Sağlam",
    "Güler",
    "Karakaya",
    "Tanrıöver",
    "Adıvar",
    "Karaosmanoğlu",
    "Tanpınar",
    "Dağlarca",
    "Kısakürek",
    "Beyatlı",
    "Ersoy",
    "Safa",
    "Güntekin",
    "Seyfettin",
    "Karay",
    "Sertel",
    "Dıranas",
    "Uşaklıgil",
    "Gökalp",
    "Akçura",
    "Berkand",
    "Pamuk",
    "Atay",
    "Livaneli",
    "Şafak",
    "Toptaş",
    "Hikmetoğlu",
    "Cansever",
    "Uyar",
    "Süreya",
    "Anday",
    "Rıfat",
    "Külebi",
    "Necatigil",
    "Hisar",
    "Esendal",
    "Balıkçıoğlu",
    "Tahiroğlu",
    "Baykurt",
    "Makal",
    "Apaydın",
    "Akbal",
    "Buğra",
    "Tarancı",
    "Ergin",
    "Barlas",
    "Okyar",
    "Gürsel",
    "Sunay",
    "Zorlu",
    "Polatkan",
    "Köprülü",
    "Menemencioğlu",
    "Saraçoğlu",
    "Peker",
    "Günaltay",
    "Üregil",
    "Sabancıgil",
    "Eczacıoğlu",
    "Bezmen",
    "Simavi",
    "Nadiroğlu",
]
CITIES = [
    "Adana",
    "Adıyaman",
    "Afyonkarahisar",
    "Ağrı",
    "Amasya",
    "Antalya",
    "Artvin",
    "Aydın",
    "Balıkesir",
    "Bilecik",
    "Bingöl",
    "Bitlis",
    "Bolu",
    "Burdur",
    "Bursa",
    "Çanakkale",
    "Çankırı",
    "Çorum",
    "Denizli",
    "Diyarbakır",
    "Edirne",
    "Elazığ",
    "Erzincan",
    "Erzurum",
    "Eskişehir",
    "Gaziantep",
    "Giresun",
    "Gümüşhane",
    "Hakkari",
    "Hatay",
    "Isparta",
    "Mersin",
    "İstanbul",
    "İzmir",
    "Kastamonu",
    "Kayseri",
    "Kırklareli",
    "Kırşehir",
    "Kocaeli",
    "Konya",
    "Kütahya",
    "Malatya",
    "Manisa",
    "Kahramanmaraş",
    "Mardin",
    "Muğla",
    "Muş",
    "Nevşehir",
    "Niğde",
    "Ordu",
    "Rize",
    "Sakarya",
    "Samsun",
    "Siirt",
    "Sinop",
    "Sivas",
    "Tekirdağ",
    "Tokat",
    "Trabzon",
    "Tunceli",
    "Şanlıurfa",
    "Uşak",
    "Van",
    "Yozgat",
    "Zonguldak",
    "Aksaray",
    "Bayburt",
    "Karaman",
    "Kırıkkale",
    "Batman",
    "Şırnak",
    "Bartın",
    "Ardahan",
    "Iğdır",
    "Yalova",
    "Karabük",
    "Kilis",
    "Osmaniye",
    "Düzce",
    "Alanya",
    "Bodrum",
    "Fethiye",
    "Marmaris",
    "Kuşadası",
    "Edremit",
    "Ayvalık",
    "Gebze",
    "İnegöl",
    "Akhisar",
    "Bergama",
    "Tarsus",
    "İskenderun",
    "Elbistan",
    "Ereğli",
    "Akşehir",
    "Beyşehir",
    "Merzifon",
    "Ünye",
    "Safranbolu",
    "Ürgüp",
    "Göreme",
    "Ahlat",
    "Doğubayazıt",
]
COUNTRIES = [
    "Almanya",
    "Fransa",
    "İtalya",
    "İspanya",
    "Portekiz",
    "Yunanistan",
    "Bulgaristan",
    "Romanya",
    "Macaristan",
    "Polonya",
    "Ukrayna",
    "Gürcistan",
    "Azerbaycan",
    "Kazakistan",
    "Özbekistan",
    "Kırgızistan",
    "İran",
    "Irak",
    "Suriye",
    "Mısır",
    "Tunus",
    "Cezayir",
    "Fas",
    "Nijerya",
    "Kenya",
    "Etiyopya",
    "Hindistan",
    "Pakistan",
    "Çin",
    "Japonya",
    "Endonezya",
    "Malezya",
    "Avustralya",
    "Kanada",
    "Meksika",
    "Brezilya",
    "Arjantin",
    "Şili",
    "Peru",
    "Kolombiya",
    "Küba",
    "İsveç",
    "Norveç",
    "Finlandiya",
    "Danimarka",
    "Hollanda",
    "Belçika",
    "İsviçre",
    "Avusturya",
    "İrlanda",
    "İzlanda",
    "Moğolistan",
    "Vietnam",
    "Tayland",
]
WORKS = """Sessiz Ev|Kuyucaklı Yolcu|Mavi Sürgün Yılları|Bozkır Türküsü|Son Vapur|Kırık Ayna|Dağların Ardı|Yalnız Çınar|Gece Treni|Kayıp Mektup|Taşra Sıkıntısı|Beyaz Gemiler|Uzak
Kıyılar|Kül Rengi Sabah|Sarı Defter|Yedi Kapı|Çalıkuşunun Dönüşü|Rüzgârın Çocukları|Bir Şehrin Hafızası|Kardelen Mevsimi|Demir Köprü|Zeytin Dalı|Akşam Güneşi|Fırtına Öncesi|Yaban
Gülü|Suskunlar Meclisi|Tuz ve Ekmek|Göçmen Kuşlar|Eski Konak|İpek Mendil|Ay Işığında Saklambaç|Kervansaray|Kızıl Toprak|Saatçinin Kızı|Deniz Feneri|Bulut Avcısı""".replace(
    "\n", " "
).split("|")
INSTITUTIONS = """Merkez Bankası|Ziraat Odası|Sayıştay|Danıştay|Yargıtay|Anayasa Mahkemesi|Türk Dil Kurumu|Devlet Su İşleri|Karayolları Genel Müdürlüğü|Meteoroloji Genel
Müdürlüğü|Nüfus Müdürlüğü|Tapu Dairesi|Vergi Dairesi|Sosyal Güvenlik Kurumu|Yükseköğretim Kurulu|Kızılay|Yeşilay|Türk Hava Yolları|Devlet Demiryolları|Devlet Tiyatroları|Milli Kütüphane|Arkeoloji
Müzesi|Orman Bakanlığı|Sağlık Bakanlığı|Rekabet Kurumu|Tüketici Hakem Heyeti|Noterler Birliği|Barolar Birliği|Futbol Federasyonu|Basketbol Federasyonu|Afet Koordinasyon Merkezi|Ticaret
Odası|Esnaf Kefalet Kooperatifi|Patent Enstitüsü|Standartlar Enstitüsü|İstatistik Kurumu""".replace("\n", " ").split("|")
THINGS = """fotosentez|enflasyon|mitoz bölünme|kuantum dolanıklığı|karadelik|yapay zekâ|blokzincir|elektromanyetik dalga|tektonik levha|sera etkisi|asit yağmuru|ozon tabakası|atom numarası|periyodik
tablo|sodyum klorür|hidrolik pres|buhar makinesi|transistör|yarı iletken|fiber optik kablo|güneş paneli|rüzgâr türbini|nükleer santral|kolesterol|hemoglobin|bağışıklık sistemi|antikor|insülin direnci|tiroit
bezi|böbrek taşı|migren|zatürre|anemi|astım krizi|reflü|kızamık|suçiçeği|verem|sıtma|kuduz aşısı|tansiyon ilacı|antibiyotik direnci|kemik erimesi|romatizma|egzama|sedef hastalığı|katarakt|akrep burcu|divan
edebiyatı|aruz ölçüsü|hece vezni|tasavvuf|minyatür sanatı|hat sanatı|ebru|çini|karagöz oyunu|orta oyunu|meddah|mehter takımı|tımar sistemi|kapitülasyon|lonca teşkilatı|devşirme usulü|saltanat|meşrutiyet
|kabotaj|gümrük birliği|stopaj|katma değer|cari açık|faiz oranı|hisse senedi|tahvil|repo|emekli aylığı|kıdem tazminatı|ihbar süresi|nafaka|velayet|miras payı|tapu harcı|kira sözleşmesi|icra takibi|haciz|arabuluculuk
|temyiz|istinaf|uzlaştırma|ofsayt|penaltı|korner|smaç|libero|hentbol sahası|maraton|dekatlon|eskrim|okçuluk|güreş minderi|satranç açılışı|yoğunluk|kaldırma kuvveti|sürtünme|ivme|momentum|entropi|logaritma
|türev|integral|olasılık|üçgen|karekök|asal sayı|paralelkenar""".replace("\n", "").split("|")
SERVICES = (
    """kredi kartı|internet bankacılığı şifresi|havale|döviz hesabı|vadeli mevduat|konut kredisi|ihtiyaç kredisi|otomatik ödeme talimatı|kimlik kartı|pasaport|sürücü belgesi|ikametgâh belgesi|öğrenci
belgesi|diploma|transkript|yatay geçiş|burs|yurt kaydı|sınav sonucu|staj raporu|mezuniyet başvurusu|muayene randevusu|tahlil sonucu|reçete|rapor|sigorta poliçesi|hasar dosyası|kargo|iade talebi|fatura|abonelik|modem|hat taşıma
|numara değişikliği|elektrik sayacı|doğalgaz aboneliği|su borcu|emlak vergisi|motorlu taşıtlar vergisi|trafik cezası|araç muayenesi|noter vekâleti|uçak bileti|bagaj hakkı|otel rezervasyonu|vize başvurusu|telefon garantisi|bilgisayar
yazılımı|yazıcı kartuşu|üyelik hesabı|hediye çeki|indirim kodu|işsizlik maaşı|emeklilik başvurusu|evlilik cüzdanı|askerlik tecili|adli sicil kaydı"""
    .replace("\n", " ")
    .replace(" |", "|")
    .split("|")
)
ANIMALS = """kaplumbağa|baykuş|yarasa|kirpi|sincap|leylek|yunus|ahtapot|denizatı|karınca|bal arısı|kelebek|akrep|bukalemun|timsah|zürafa|gergedan|su aygırı|kanguru|koala|penguen|kutup ayısı|vaşak|karakulak|toy kuşu|kelaynak|caretta
|kangal köpeği|Van kedisi|tiftik keçisi|çam ağacı|zeytin ağacı|lale|kardelen|nergis|ısırgan otu|kekik|adaçayı|çınar|sedir""".replace(
    "\n", ""
).split("|")
FOODS = """mercimek çorbası|mantı|karnıyarık|imambayıldı|baklava|künefe|lahmacun|içli köfte|aşure|sütlaç|kazandibi|börek|gözleme|menemen|yaprak sarma|hamsi tava|kuru fasulye|pilav|tarhana|pişmaniye|lokum|turşu|ayran aşı|keşkek|cağ kebabı
|çiğ köfte|zerde|höşmerim|su muhallebisi|pekmez""".replace("\n", "").split("|")
EVENTS = [
    "kongre",
    "fuar",
    "festival",
    "sergi",
    "konferans",
    "deprem",
    "yangın",
    "seçim",
    "referandum",
    "grev",
    "şampiyona",
    "yarışma",
    "miting",
    "sempozyum",
    "tören",
    "kurultay",
    "olimpiyat",
    "sel felaketi",
    "salgın",
    "kuşatma",
]
ADJECTIVES = [
    "uluslararası",
    "geleneksel",
    "büyük",
    "ulusal",
    "bölgesel",
    "tarihî",
    "yıllık",
    "olağanüstü",
    "bilimsel",
    "kültürel",
    "ekonomik",
    "askerî",
]

# Surnames and small places are mostly two everyday words in one; so are these, in the hundreds that a real index holds.
NAME_HEADS = [
    "Ak",
    "Kara",
    "Gök",
    "Sarı",
    "Kızıl",
    "Demir",
    "Taş",
    "Çelik",
    "Altın",
    "Gümüş",
    "Kurt",
    "Koç",
    "Aslan",
    "Er",
    "Öz",
    "Tan",
    "Gün",
    "Ay",
    "Yıldız",
    "Bay",
    "Bey",
    "Can",
    "Dağ",
    "Deniz",
    "El",
    "Eren",
    "Gül",
    "Güven",
    "Has",
    "İl",
    "İnan",
    "Kaya",
    "Kır",
    "Koca",
    "Kut",
    "Oğuz",
    "Ok",
    "Or",
    "Sağ",
    "Sal",
    "Sel",
    "Son",
    "Soy",
    "Şen",
    "Tek",
    "Temür",
    "Tok",
    "Top",
    "Tür",
    "Uç",
    "Ulu",
    "Yağ",
    "Yal",
    "Yav",
    "Yeni",
    "Yol",
    "Yurt",
    "Zafer",
    "Çalı",
    "Çam",
    "Çay",
    "İnce",
    "Uzun",
    "Doğru",
    "Karaca",
    "Eski",
    "Orta",
    "Derin",
]
NAME_TAILS = [
    "oğlu",
    "dağ",
    "soy",
    "kaya",
    "taş",
    "su",
    "tepe",
    "han",
    "alp",
    "er",
    "göz",
    "baş",
    "kan",
    "ay",
    "bulut",
    "türk",
    "man",
    "yürek",
    "kol",
    "tay",
    "bay",
    "gün",
    "ışık",
    "can",
    "tan",
    "demir",
    "bilek",
    "yiğit",
    "sever",
    "bilir",
    "eser",
    "öz",
    "kurt",
    "ateş",
    "çı",
    "lı",
    "el",
    "maz",
    "bağ",
    "dal",
]
PLACE_TAILS = [
    "köy",
    "hisar",
    "pınar",
    "ova",
    "dere",
    "kaya",
    "çay",
    "su",
    "kale",
    "burun",
    "tepe",
    "ağaç",
    "saray",
    "şehir",
    "han",
    "bahçe",
    "kent",
    "ören",
    "yaka",
    "göl",
    "dağ",
    "yayla",
    "koy",
    "ada",
    "viran",
    "kavak",
]
NOUNS = [
    "anahtar",
    "araba",
    "ayakkabı",
    "balkon",
    "banka",
    "baraj",
    "bayrak",
    "belge",
    "bıçak",
    "bilet",
    "bina",
    "bisiklet",
    "borsa",
    "boya",
    "bulut",
    "cadde",
    "cam",
    "cephe",
    "ceza",
    "çadır",
    "çanta",
    "çarşı",
    "çatı",
    "çeşme",
    "çiftçi",
    "çiçek",
    "çocuk",
    "damar",
    "dava",
    "defter",
    "delik",
    "demokrasi",
    "denetim",
    "depo",
    "dergi",
    "ders",
    "devlet",
    "dil",
    "dilekçe",
    "din",
    "diyet",
    "doku",
    "dolap",
    "dosya",
    "duvar",
    "düğün",
    "dünya",
    "düşman",
    "eczane",
    "ekonomi",
    "ekran",
    "elbise",
    "eleman",
    "emek",
    "enerji",
    "ev",
    "evrak",
    "fabrika",
    "felsefe",
    "fırın",
    "fikir",
    "fotoğraf",
    "gazete",
    "geçit",
    "gelenek",
    "gemi",
    "genç",
    "gezegen",
    "gıda",
    "giriş",
    "gol",
    "gömlek",
    "gönüllü",
    "görev",
    "gösteri",
    "göz",
    "grup",
    "gül",
    "hak",
    "halı",
    "halk",
    "hasta",
    "hastane",
    "hava",
    "hayvan",
    "hedef",
    "heykel",
    "hız",
    "hukuk",
    "hücre",
    "ırmak",
    "ışık",
    "ilaç",
    "ilçe",
    "ilişki",
    "imza",
    "internet",
    "işçi",
    "işletme",
    "kabile",
    "kadın",
    "kale",
    "kalp",
    "kamera",
    "kanal",
    "kanun",
    "kapı",
    "kaptan",
    "karar",
    "kasa",
    "kaynak",
    "kemik",
    "kent",
    "kılıç",
    "kıta",
    "kitap",
    "klasör",
    "komşu",
    "koltuk",
    "konser",
    "konut",
    "koyun",
    "köprü",
    "köy",
    "kredi",
    "kral",
    "kulüp",
    "kural",
    "kurum",
    "kuyu",
    "kütüphane",
    "lamba",
    "liman",
    "lisans",
    "mahkeme",
    "makine",
    "mal",
    "marka",
    "masa",
    "maden",
    "mektup",
    "memur",
    "merdiven",
    "metal",
    "mevsim",
    "millet",
    "mimar",
    "misafir",
    "motor",
    "mutfak",
    "müdür",
    "müze",
    "nehir",
    "nesil",
    "nota",
    "okul",
    "oran",
    "ordu",
    "orman",
    "otel",
    "oyun",
    "ödev",
    "ödül",
    "öğrenci",
    "öğretmen",
    "ölçü",
    "örgüt",
    "paket",
    "para",
    "parça",
    "park",
    "parti",
    "patron",
    "peynir",
    "plan",
    "plaka",
    "polis",
    "pompa",
    "proje",
    "radyo",
    "rakip",
    "rapor",
    "rekor",
    "renk",
    "resim",
    "ressam",
    "robot",
    "ruh",
    "sağlık",
    "sahne",
    "salon",
    "sanat",
    "sanayi",
    "sandık",
    "savaş",
    "saray",
    "saat",
    "seçmen",
    "sefer",
    "sergi",
    "ses",
    "sınır",
    "silah",
    "sinema",
    "sistem",
    "siyaset",
    "sokak",
    "spor",
    "su",
    "suç",
    "sürücü",
    "süt",
    "şair",
    "şarkı",
    "şehir",
    "şeker",
    "şiir",
    "şirket",
    "tablo",
    "takım",
    "takvim",
    "tarım",
    "tarla",
    "taş",
    "tavan",
    "tavuk",
    "tekne",
    "telefon",
    "televizyon",
    "teori",
    "ticaret",
    "tohum",
    "toprak",
    "torun",
    "tren",
    "tuz",
    "turist",
    "türkü",
    "tüzük",
    "uçak",
    "uydu",
    "uzay",
    "ülke",
    "ürün",
    "üye",
    "vakıf",
    "vali",
    "vapur",
    "vergi",
    "virüs",
    "yağmur",
    "yakıt",
    "yapı",
    "yaprak",
    "yarış",
    "yasa",
    "yatırım",
    "yazar",
    "yazı",
    "yemek",
    "yıldız",
    "yol",
    "yolcu",
    "yüzyıl",
    "zeka",
    "zehir",
    "zincir",
    "zirve",
]
VERBS = [
    "aç",
    "ak",
    "al",
    "anlat",
    "ara",
    "art",
    "at",
    "ayır",
    "bak",
    "bas",
    "bekle",
    "belirle",
    "besle",
    "bil",
    "birleş",
    "bit",
    "boşalt",
    "böl",
    "bul",
    "büyü",
    "çağır",
    "çalış",
    "çek",
    "çevir",
    "çiz",
    "çöz",
    "dağıt",
    "dayan",
    "değiş",
    "denetle",
    "destekle",
    "dik",
    "doldur",
    "don",
    "dön",
    "dur",
    "düzenle",
    "düş",
    "ekle",
    "engelle",
    "eri",
    "etkile",
    "geç",
    "geliş",
    "genişle",
    "gir",
    "giy",
    "gönder",
    "gör",
    "götür",
    "ver",
    "hazırla",
    "hesapla",
    "hızlan",
    "ısın",
    "iç",
    "ilerle",
    "incele",
    "işle",
    "iz",
    "kaldır",
    "kapan",
    "karşıla",
    "katıl",
    "kazan",
    "kes",
    "kır",
    "kız",
    "koru",
    "kork",
    "koş",
    "kullan",
    "kur",
    "kurtar",
    "kuru",
    "oku",
    "onar",
    "oyna",
    "öde",
    "öğren",
    "öl",
    "ölç",
    "ört",
    "öt",
    "paylaş",
    "piş",
    "sağla",
    "sakla",
    "sat",
    "say",
    "seç",
    "sev",
    "sil",
    "sor",
    "sök",
    "sula",
    "sustur",
    "sür",
    "tanı",
    "tanımla",
    "taşı",
    "tat",
    "topla",
    "tut",
    "uç",
    "uyar",
    "uygula",
    "uyu",
    "uza",
    "üret",
    "vur",
    "yan",
    "yaklaş",
    "yap",
    "yarat",
    "yasakla",
    "yayımla",
    "yaz",
    "yen",
    "yık",
    "yıka",
    "yönet",
    "yükle",
    "yürü",
    "yüz",
    "zorla",
]

# One line is one request; | separates its wordings. {p} person, {q} another, {c} city, {u} country, {w} work, {i} institution, {t} thing,
# {s} service, {a} animal or plant, {f} food, {e} event, {j} adjective, {y} year, {n} number; .g .a .d .l .b .s = 's, accusative, to, in, from, possessive.
FRAMES = """
{p} ne zaman doğdu?|{p.g} doğum tarihi nedir?|{p} hangi yıl dünyaya gelmiştir?
{p} nerede öldü?|{p} hangi şehirde hayatını kaybetti?|{p.g} ölüm yeri neresidir?
{p} {c} milletvekilliğini hangi yıllarda yaptı?|{p} ne zaman {c} milletvekili olarak görev aldı?
{p} {y} yılında hangi ödülü kazandı?|{y} yılında {p.d} verilen ödülün adı nedir?
{p.g} {w} adlı romanı hangi yayınevinden çıktı?|{w} romanını {p} hangi yayınevinde bastırdı?
{p.g} {c.l} yaptırdığı cami hangi yüzyıla aittir?|{c.l} {p} tarafından inşa edilen cami kaç yılında yapılmıştır?
{w} filminde {p} hangi karakteri canlandırıyor?|{p} {w} filminde kimi oynadı?
{w} dizisinin yönetmeni kimdir?|{w} dizisini kim yönetti?
{w} kitabının yazarı kimdir?|{w} adlı kitabı kim yazdı?|{w} hangi yazarın eseridir?
{w} adlı albümde kaç şarkı bulunmaktadır?|{w} albümü kaç parçadan oluşuyor?
{p} ile {q} arasındaki anlaşmazlığın sebebi neydi?|{p} neden {q} ile ters düştü?
{p} kiminle evlendi?|{p.g} eşi kimdir?
{p} {i.s} başına ne zaman getirildi?|{p} hangi tarihte {i} başkanlığına atandı?
{p.g} babasının mesleği neydi?|{p.g} babası ne iş yapıyordu?
{p} hangi üniversiteden mezun oldu?|{p} nerede okudu?
{c.g} nüfusu ne kadardır?|{c.l} kaç kişi yaşıyor?
{c.g} en yüksek dağı hangisidir?|{c.l} bulunan en yüksek zirvenin adı nedir?
{c.b} {d.d} otobüsle kaç saat sürer?|{c} {d} arası otobüs yolculuğu ne kadar zaman alır?
{c} ilinin plaka kodu kaçtır?|{c.g} trafik plakası hangi sayıyla başlar?
{c} {y} yılında hangi devletin egemenliğine girdi?|{y} yılında {c.a} ele geçiren devlet hangisidir?
{c.l} düzenlenen {j} {e} hangi ay yapılır?|{j} {e} {c.l} ne zaman gerçekleştiriliyor?
{c} Kalesi kim tarafından yaptırılmıştır?|{c} Kalesi'ni hangi hükümdar inşa ettirdi?
{c.g} meşhur yemeği {f} nasıl hazırlanır?|{c} usulü {f} tarifi
{c.l} gezilecek tarihî yerler nerelerdir?|{c.l} turistler hangi tarihî mekânları ziyaret edebilir?
{c} Üniversitesi kaç yılında kuruldu?|{c} Üniversitesi'nin kuruluş tarihi nedir?
{c} Havalimanı şehir merkezine kaç kilometre uzaklıktadır?|{c} şehir merkezinden havalimanına mesafe ne kadar?
{u.g} resmî para birimi nedir?|{u.l} hangi para kullanılır?
{u} ile {v} arasındaki sınır kaç kilometredir?|{u} ve {v} sınırının uzunluğu nedir?
{u.d} gitmek için vize gerekiyor mu?|{u} Türk vatandaşlarından vize istiyor mu?
{u.g} {y} yılındaki ihracatı ne kadardı?|{y} yılında {u} kaç dolarlık mal sattı?
{u} bağımsızlığını hangi tarihte ilan etti?|{u} ne zaman bağımsız oldu?
{u} Millî Takımı {y} Dünya Kupası'nda kaçıncı oldu?|{y} Dünya Kupası'nı {u} hangi sırada bitirdi?
{i.s} görevleri nelerdir?|{i} ne iş yapar?
{i} kaç yılında kurulmuştur?|{i} ne zaman faaliyete geçti?
{i.d} nasıl şikâyet başvurusu yapılır?|{i.d} şikâyet dilekçesi nereden verilir?
{i} {c} şubesinin telefon numarası nedir?|{c.l} {i} şubesine nasıl ulaşabilirim?
{i} {y} raporuna göre {t} neden arttı?|{y} yılında {t} artışının sebebi {i} tarafından nasıl açıklandı?
{t} nedir?|{t} ne demek?|{t} ne anlama gelir?
{t} nasıl hesaplanır?|{t} hesaplama yöntemi nedir?
{t} ile {x} arasındaki fark nedir?|{t} {x.b} hangi yönüyle ayrılır?
{t} konusunda ilk çalışmayı yapan bilim insanı kimdir?|{t} üzerine ilk araştırmayı kim yürüttü?
{t} belirtileri nelerdir?|{t} olduğunu nasıl anlarız?
{t} hangi durumlarda uygulanmaz?|{t} için istisnalar nelerdir?
{t} günlük hayatta nerelerde kullanılır?|{t} kavramına gündelik yaşamdan örnek verir misiniz?
{t} {y} yılında neden yasaklandı?|{y} yılındaki {t} yasağının gerekçesi nedir?
{a} kaç yıl yaşar?|{a.g} ortalama ömrü ne kadardır?
{a} ne ile beslenir?|{a.g} besin kaynakları nelerdir?
{a} Türkiye'de en çok hangi bölgede görülür?|{a.g} ülkemizdeki yayılış alanı neresidir?
{a} neden koruma altına alındı?|{a.g} nesli niçin tehlikede?
{f} yapımında hangi malzemeler kullanılır?|{f} için gereken malzemeler
{f} kaç kaloridir?|bir porsiyon {f} ne kadar kalori içerir?
{f} fırında kaç derecede pişirilir?|{f} pişirirken fırın ısısı ne olmalı?
{s} başvurusu için gerekli evraklar nelerdir?|{s} almak için hangi belgeler isteniyor?
{s} işlemi kaç gün sürer?|{s} ne kadar zamanda sonuçlanır?
{s} iptal etmek istiyorum, ne yapmalıyım?|{s} iptali nasıl yapılır?
{s} ücreti {y} yılında kaç lira oldu?|{y} {s} fiyatı ne kadar?
{s} kayboldu, nereye başvurmalıyım?|{s.a} kaybettim ne yapacağım?
{s} bilgilerimi telefondan güncelleyebilir miyim?|{s} bilgileri mobil uygulamadan değiştirilebiliyor mu?
{s} için yaş sınırı var mı?|{s} kaç yaşından itibaren alınabilir?
{s} neden reddedildi?|{s} başvurum hangi sebeple kabul edilmedi?
{n} sayılı kanunun {m}. maddesi neyi düzenler?|{n} sayılı yasanın {m}. maddesinde ne yazar?
{n} metre engelli koşuda dünya rekoru kime ait?|{n} metre engellide rekoru kim elinde tutuyor?
{y} {c} depreminde kaç kişi hayatını kaybetti?|{c.l} {y} yılında meydana gelen depremin can kaybı kaçtır?
{y} yılında {c.l} yapılan {j} {e} nasıl sonuçlandı?|{c.l} {y} tarihli {j} {e} sonucu ne oldu?
{y} yılının en çok izlenen filmi {w} nerede çekildi?|{w} filminin çekimleri hangi mekânlarda yapıldı?
{y} - {z} sezonunda {c} Spor ligi kaçıncı sırada tamamladı?|{c} Spor {y} - {z} sezonunu kaçıncı bitirdi?
{p} {y} yılında {c.l} hangi görevi üstlendi?|{y} senesinde {p} {c.l} ne olarak çalışıyordu?
{p.g} {t} hakkındaki görüşü neydi?|{p} {t} konusunda ne düşünüyordu?
{p} {u.d} neden sürgüne gönderildi?|{p.g} {u} sürgününün sebebi nedir?
{p.g} kurduğu {N} {k} mi?|{N} {p} tarafından mı kuruldu, {k} mi?
{M.a} {k} kişi kimdir?|{M.a} kim {k}?
{N.g} {M.d} karşı {k} neden önemlidir?|{N} {M.d} neden {k}?
{N} hangi durumda {M.a} {k}?|{M.a} {k} {N} var mı?
{O} köyünde {N} {k} mi?|{O} köyü {N} {k}
{O} Mahallesi'ndeki {N.g} {M.s} kim {k}?|{O} Mahallesi {N} {M} kimdir {k}
{N} ve {M} arasında {y} yılında ne {k}?|{y} yılında {N} ile {M} nasıl {k}?
{p.g} {N} üzerine yazdığı makalede {M} nasıl {k}?|{p} {N} makalesinde {M.a} nasıl {k}
{O.b} gelen {N} {M.a} {k} mi?|{M.a} {k} {N} {O.b} mi geldi?
{O} Barajı'nda {k} {N} kaç metredir?|{k} {N} {O} Barajı'nda ne kadar
{p} {N.a} {k} sonra {O.d} mi yerleşti?|{N.a} {k} {p} {O.d} ne zaman yerleşti
{N.g} içinde {M} bulunduran ve {k} {x} hangisidir?|{M} içeren {N} {x} {k}
{p} hangi hastalık yüzünden tedavi gördü?|{p.g} hastalığı neydi?
""".strip().split("\n")

# Longer questions as they stand on help pages, and the short way in which people ask the same.
HELP = """
{s} başvurumun durumunu internet üzerinden kimlik numaramla nasıl takip edebilirim, sonuç ne zaman belli olur?|{s} başvuru takibi nasıl yapılıyor
Yurt dışındayken {s} ile ilgili bir sorun yaşarsam {i} yetkililerine hangi kanallardan ulaşabilirim?|yurt dışında {s} sorunu kime bildirilir
{s} ücretini yanlışlıkla iki kez ödedim, fazla ödenen tutarın iadesi için nereye dilekçe vermem gerekir?|iki kere ödenen {s} parası geri alınır mı
{i} tarafından verilen {s} belgesinin süresi dolduğunda yenileme işlemini hangi tarihe kadar yaptırmalıyım?|{s} süresi doldu yenileme
{s} sözleşmesini taahhüt süresi bitmeden feshedersem cayma bedeli ödemek zorunda kalır mıyım?|taahhüt bitmeden {s} bozulursa ceza var mı
{c} merkez dışında yaşayanlar {s} işlemlerini kendi ilçelerinde tamamlayabilir mi, yoksa il müdürlüğüne mi gitmeleri gerekir?|{c} ilçelerinde {s} yaptırılabilir mi
On sekiz yaşından küçük çocuğum adına {s} talebinde bulunmak istersem velisi olarak hangi belgeleri imzalamalıyım?|çocuğum için {s} belgeleri
{t} şikâyeti olan hastalar hangi bölüme başvurmalı ve muayeneden önce nelere dikkat etmelidir?|{t} için hangi doktora gidilir
{i} çağrı merkezini aradığımda {s} hakkında bilgi almak için hangi tuşlara basmam gerekiyor?|{i} telefonda {s} hangi tuş
{s} şifremi üç kez hatalı girdiğim için hesabım kilitlendi, blokeyi nasıl kaldırabilirim?|{s} kilitlendi nasıl açılır
Evlendikten sonra soyadım değişti, {s} üzerindeki bilgilerimin güncellenmesi için ne yapmam gerekiyor?|soyadı değişince {s} güncelleme
{s} kampanyasından yararlanabilmek için daha önce {i} müşterisi olmam şart mı?|{s} kampanyası kimler için
Engelli vatandaşlar {s} ücretlerinden muaf tutuluyor mu, indirim oranı yüzde kaçtır?|engelliye {s} indirimi var mı
{s} teslim edilirken paketin hasarlı olduğunu fark ettim, tutanak tutturmadan iade hakkımı kullanabilir miyim?|hasarlı {s} iade edilir mi
""".strip().split("\n")

SOFT = {"ç": "c", "k": "ğ", "p": "b"}
SWAP = {"q": "p", "d": "c", "v": "u", "x": "t", "z": "y", "m": "n", "M": "N"}
TENSES = [
    "di",
    "mişti",
    "ir",
    "ecek",
    "meli",
    "mekteydi",
    "dikten",
    "en",
    "mesi",
    "dığı",
    "iyor",
    "ebilir",
    "memiş",
    "erek",
    "ilmesi",
    "ilen",
]


def inflect(word: str, case: str) -> str:
    """*word* with a suffix: g genitive, a accusative, d dative, l locative, b ablative, s possessed genitive.

    >>> inflect("Kars", "l"), inflect("kitap", "a"), inflect("Sinop", "g")
    ("Kars'ta", 'kitabı', "Sinop'un")
    """
    name = word[0].isupper()
    sounds = [c for c in word.lower().replace("â", "a").replace("î", "i") if c in "aıoueiöü"]
    last = sounds[-1] if sounds else "e"
    wide = "a" if last in _BACK else "e"
    narrow = {"aı": "ı", "ou": "u", "ei": "i", "öü": "ü"}[next(g for g in ("aı", "ou", "ei", "öü") if last in g)]
    open_ = word[-1] in "aıoueiöüâî"
    tail = {
        "g": ("n" if open_ else "") + narrow + "n",
        "a": ("y" if open_ else "") + narrow,
        "d": ("y" if open_ else "") + wide,
        "l": ("t" if word[-1] in _HARD else "d") + wide,
        "b": ("t" if word[-1] in _HARD else "d") + wide + "n",
        "s": ("n" + narrow + "n") if open_ else narrow + "n",
    }[case]
    if not name and len(sounds) > 1 and tail[0] in "aeıiuü" and word[-1] in SOFT:
        word = word[:-1] + SOFT[word[-1]]
    return f"{word}'{tail}" if name else word + tail


def fit(stem: str, tail: str) -> str:
    """*tail*, written with e and i, in the vowels that follow *stem*."""
    vowels = [c for c in stem if c in "aıoueiöü"]
    back, round_ = vowels[-1] in _BACK, vowels[-1] in _ROUND
    narrow = ("u" if back else "ü") if round_ else ("ı" if back else "i")
    tail = ("y" + tail if tail[0] in "ie" else tail) if stem[-1] in "aıoueiöü" else tail
    return "".join({"e": "a" if back else "e", "i": narrow, "ı": narrow}.get(c, c) for c in tail)


@dataclass(frozen=True)
class Request:
    """One thing to ask: its wordings, and the slots that were filled."""

    wordings: tuple[str, ...]
    frame: str
    slots: tuple[tuple[str, str], ...]


def half(words: list[str], part: str) -> list[str]:
    """The words of *part*, "dev" or "test"; a word is in one of them only."""
    return [word for word in words if (zlib.crc32(word.encode()) >> 3) % 2 == (part == "test")]


class Writer:
    """Writes requests of one part ("dev" or "test") in an endless, repeatable row."""

    def __init__(self, part: str, seed: int = 0) -> None:
        self.random = random.Random(f"{part}{seed}")
        self.frames, self.help = FRAMES[part == "test" :: 2], HELP[part == "test" :: 2]
        vocabulary = {
            "c": CITIES,
            "u": COUNTRIES,
            "w": WORKS,
            "i": INSTITUTIONS,
            "t": THINGS,
            "s": SERVICES,
            "a": ANIMALS,
            "f": FOODS,
            "e": EVENTS,
        }
        self.vocabulary = {kind: half(words, part) for kind, words in vocabulary.items()} | {"j": ADJECTIVES}
        self.vocabulary |= {"N": half(NOUNS, part), "O": [h + t for h in half(NAME_HEADS, part) for t in PLACE_TAILS]}
        self.vocabulary["k"] = [verb + fit(verb, tense) for verb in half(VERBS, part) for tense in TENSES]
        self.last_made = [h + t for h in half(NAME_HEADS, part) for t in NAME_TAILS]
        self.first, self.last = half(FIRST_NAMES, part), half(LAST_NAMES, part)

    def slot(self, kind: str) -> str:
        """A word or name of *kind*."""
        kind = SWAP.get(kind, kind)
        if kind == "p":
            last = self.last if self.random.random() < 0.4 else self.last_made
            return f"{self.random.choice(self.first)} {self.random.choice(last)}"
        if kind == "y":
            return str(self.random.choice((self.random.randint(1850, 2024), self.random.randint(1990, 2024))))
        if kind == "n":
            return str(self.random.randint(2, 6500))
        return self.random.choice(self.vocabulary[kind]).strip()

    def request(self, frames: list[str] | None = None) -> Request:
        """The next request, from *frames* if given."""
        frame = self.random.choice(frames or self.frames)
        return self.fill(frame, {kind: self.slot(kind) for kind in "pqcduvwitxsafejynmzNMOk"})

    def fill(self, frame: str, slots: dict[str, str]) -> Request:
        """The request that *frame* makes of *slots*."""
        wordings = []
        for wording in frame.split("|"):
            for kind, word in slots.items():
                for case in "gadlbs":
                    if f"{{{kind}.{case}}}" in wording:
                        wording = wording.replace(f"{{{kind}.{case}}}", inflect(word, case))
                wording = wording.replace(f"{{{kind}}}", word)
            wordings.append(wording[0].replace("i", "İ").upper() + wording[1:])
        used = tuple((kind, word) for kind, word in slots.items() if f"{{{kind}" in frame.split("|", maxsplit=1)[0])
        return Request(tuple(wordings), frame, used)

    def requests(self, count: int, frames: list[str] | None = None) -> Iterator[Request]:
        """*count* requests no two of which may be asked in the same words."""
        seen: set[str] = set()
        while count:
            request = self.request(frames)
            if seen.isdisjoint(request.wordings):
                seen.update(request.wordings)
                count -= 1
                yield request
