"""Words that people use for one another in everyday Turkish questions, folded stems, and how like they are.

A word may be in several groups. Kept to what is common in any field; a field's own synonyms belong to its phrases.
"""

from mmbot.matching.phrase_stems import form_stems

SAME, ALIKE, AKIN = 0.88, 0.75, 0.6  # the same thing; nearly the same; what asks for the same, or goes with it

_GROUPS = {
    SAME: """
    araba otomobil oto arac tasit vasita, doktor hekim tabip, okul mektep, ogretmen hoca muallim, ogrenci talebe, ucret
    bedel fiyat, ev konut hane, yil sene, sehir kent, baskent payitaht, ulke memleket, devlet hukumet, dunya yeryuzu, insan
    kisi birey sahis, kadin bayan, erkek bay, cocuk evlat, bebek yavru, anne ana, es koca kari hanim, evlen nikah evlilik,
    boya boyama, hediye armagan, isci calisan personel eleman, maas aylik ucret, para nakit, gider masraf harcama, sirket
    firma, kurum kurulus muessese, magaza dukkan, musteri alici, urun mal esya, indirim iskonto tenzilat, siparis ismarla,
    kargo gonderi paket, teslim ulas, iade geri, fatura makbuz, sozlesme kontrat mukavele, belge evrak vesika dokuman, sifre
    parola, telefon cep, bilgisayar pc, internet ag, fotograf resim foto, ekran monitor, hata sorun problem ariza, yardim
    destek, cozum care, oner tavsiye, hasta rahatsiz, hastalik rahatsizlik, ilac deva, agri sanci, tedavi iyiles, ameliyat
    operasyon, asi asilama, belirti semptom bulgu, hamile gebe, kilo agirlik, zayifla kilo incel, sisman kilolu, diyet
    rejim, besin gida yiyecek, tarif yapilis, malzeme icerik, mac karsilasma musabaka, takim kulup ekip, sampiyon birinci,
    yazar muellif, sair ozan, muzik musiki, savas harp muharebe, baris sulh, anlasma antlasma sozlesme muahede, padisah
    sultan hukumdar, kral hukumdar, baskan lider reis, cumhurbaskan reisicumhur, milletvekil vekil mebus, hakim yargic,
    sanik zanli, tanik sahit, suc kabahat, ceza mueyyide, kanun yasa, kural kaide ilke, sart kosul, zorunlu mecburi sart,
    gerek lazim icap, iste talep, dilekce basvuru muracaat, basvur muracaat, iptal vazgec, feshet sonlandir iptal, degistir
    yenile, duzelt onar tamir, tamir onarim, boz arizali kirik, bozul arizalan, kaybet kayip yitir, kaybol kayip yitir, bul
    tespit, bildir haber ihbar, sor danis, anla kavra, acikla anlat izah, calis ugras, bit son tamamla, bitir tamamla
    sonlandir, sur devam, dur kes, durdur onle engelle kes, onle engelle, art yuksel cogal, artir yukselt cogalt, azal dus
    eksil, azalt dusur indir, buyu gelis, gelis ilerle, kur olustur, yap insa, uret imal yap, kullan yararlan faydalan,
    yararlan faydalan, fayda yarar, zarar ziyan, zararli tehlike sakinca, tehlike risk, onem ehemmiyet, onemli muhim, unlu
    meshur, unlu tanin, buyuk iri kocaman, kucuk ufak, hizli cabuk surat, yavas agir, eski kadim, guzel hos, iyi uygun, kotu
    fena, kolay basit, zor guc cetin, ucuz hesapli, parasiz bedava ucretsiz, zengin varlikli, fakir yoksul, mutlu mesut,
    uzgun mutsuz, kork urk, sev begen, sinir hudut, mesafe uzaklik, derinlik derin, yukseklik yuksek, genislik genis, nehir
    irmak akarsu, kopek it, kedi pisi, yagmur yagis, sonbahar guz, ilkbahar bahar, deprem zelzele sarsinti, sel taskin,
    oldur katlet, yasa hayat omur yasam, omur yasam, tarih gecmis, once evvel, sonra ardindan, daima her, amac gaye hedef,
    sonuc netice, neden sebep gerekce, niye neden, etki tesir, fark ayrim, ornek misal, tur cesit tip, sira dizi, sayi adet,
    tane adet, miktar tutar, boyut ebat, tat lezzet, leke iz, ucak ucus, havalimani havaalani, tren demiryolu, gez gor
    dolas, otel konaklama, kirala kira, kiraci kira, tasin tasi nakil, gonder yolla, getir ulastir, al satin edin, sat
    satis, ode yatir, sinav imtihan, not puan, mezun bitir, kayit kaydol, uye abone, ac acil, kapat kapan, kilit bloke
    kilitle, yukle kur, izle seyret takip, cevir tercume, anlam mana, isim ad, kelime sozcuk soz, soru sual, cevap yanit,
    milli ulusal, halk millet ulus, toplum cemiyet, din inanc, cami mescit, vatandas yurttas, yurtdisi yabanci, yabanci
    ecnebi, yer mekan, bolge yore, zaman vakit, sure muddet, muayene kontrol, akil zeka, dusunce fikir gorus, hatirla unut,
    kanit delil, mucit icat bul, icat bulus kesif, kesfet bul, kuruldu kurulus, kurucu kur, besteci bestele, yonetmen yonet,
    yonet idare, yonetici idareci mudur, kahraman karakter
    """,
    ALIKE: """
    is meslek, kazanc gelir, borc kredi, vergi harc, garanti teminat, kimlik nufus cuzdan, ehliyet surucu, pasaport seyahat,
    mail eposta mektup, goruntu resim, program yazilim uygulama, dosya belge, hastane klinik, pisir pis hazirla, spor
    egzersiz antrenman idman, film sinema, sarki parca turku, kitap eser, ressam sanatci, gazete dergi, ordu asker, secim
    oy, mahkeme dava, avukat vekil, hak yetki, cal hirsiz, ara telefon, ogret anlat, basla giris, deniz okyanus, dag tepe
    zirve, orman agac, bitki cicek, hayvan canli, hava iklim, sicak isi, isik aydinlik, dog dogum, ses gurultu, temizle
    yika, kapi giris, yolculuk seyahat gezi, tatil izin, bagaj valiz canta, gonderil havale, odeme yatirma, universite
    fakulte, uyelik abonelik, giris gir, cikis cik, indir yukle, sil kaldir, dil lisan, para ucret fiyat tutar bedel lira
    kac, masraf ucret maliyet para, maas gelir kazanc, arttir artir, uyuyama uykusuz, sene yil tarih, kapsa karsila icer,
    olustur meydan olus, gerceklestir yap, gerceklesti oldu yapildi, ogrenebilir bil sorgula, sorgula ogren bak, goruntule
    bak gor, yolla gonder ilet, nakil tasi, sertifika belge diploma, fiyat lira, kalabalik nufus, sure kac, odenek maas
    aylik, yap hazirla, yol yontem sekil usul, sir puf
    """,
    AKIN: """
    zaman tarih yil gun saat ay hangi, zaman saat, zaman sure, nerede yer sehir neresi, nereye kurum kime, kim kisi, kac
    kadar sayi miktar, nasil yol yontem sekil, neden yuzunden icin, kadar sure, dakika saat sure, gun ay hafta yil, ne hangi
    nedir
    """,
}


def _table() -> dict[str, dict[str, float]]:
    """For every stem the stems that may stand for it, and how like they are."""
    table: dict[str, dict[str, float]] = {}
    for likeness, groups in _GROUPS.items():
        for group in map(str.split, groups.split(",")):
            for word in group:
                others = table.setdefault(form_stems(word)[0], {})
                others.update({
                    stem: max(likeness, others.get(stem, 0.0)) for stem in (form_stems(o)[0] for o in group if o != word)
                })
    return table


SYNONYMS = _table()
