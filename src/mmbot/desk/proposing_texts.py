"""What the desk says to somebody who proposes: kinds, forms, thanks."""

from collections.abc import Mapping

from mmbot.texts import Say

KINDS: Mapping[str, Say] = {
    "fact": Say("Yeni bilgi", "A new fact"), "change": Say("Düzeltme", "A correction"), "phrasing": Say("Soru biçimi", "A phrasing"),
    "dispute": Say("İhtilaf", "A dispute"), "deprecation": Say("Kaynak yanlışı", "A slip of the source"), "entry": Say("Yeni madde", "A new entry"),
    "names": Say("Ad ve eş adlar", "Title and aliases"),
}  # fmt: skip
EXPLAINED = Say(
    "• Yeni bilgi: bir maddeye, kaynağıyla bir cümle.\n"
    "• Düzeltme: bir bilginin cümlesi, tarihi, kaynağı ya da soruları.\n"
    "• Soru biçimi: bir bilginin başka türlü soruluşu.\n"
    "• İhtilaf: başka bir kaynak başka söylüyor; iki anlatım da kalır.\n"
    "• Kaynak yanlışı: kaynak açıkça yanılıyor; doğrusu editör notu olur.\n"
    "• Yeni madde: burada hiç olmayan bir antlaşma, kişi, olay …",
    "• A new fact: a sentence with its source, for an entry.\n"
    "• A correction: of a fact's sentence, date, source or questions.\n"
    "• A phrasing: another way to ask for a fact.\n"
    "• A dispute: another source says otherwise; both stay.\n"
    "• A slip of the source: it is plainly wrong; what is right becomes an editor's note.\n"
    "• A new entry: a treaty, person, event … that is not here at all.",
)
WHAT = Say("Ne önermek istersiniz?", "What do you want to propose?")
ABOUT_FACT = Say("Şu bilgi için ne önermek istersiniz?\n“{says}”", "What do you want to propose for this?\n“{says}”")
ABOUT_ENTRY = Say("“{title}”: bir bilgi seçin ya da yenisini önerin.", "“{title}”: choose a fact, or propose a new one.")
WHICH_FACT = Say("Hangi bilgi?", "Which fact?")
WHICH_ENTRY = Say("Hangi madde?", "Which entry?")
NOT_FOUND = Say(
    "“{typed}” ile bir madde bulamadım. Adını başka türlü yazın ya da yeni madde önerin.",
    "I found no entry by “{typed}”. Write its name in another way, or propose a new entry.",
)
MORE = Say("Öbürleri", "More")

TITLES: Mapping[str, Say] = {
    "fact": Say("Yeni bilgi: {title}", "A new fact: {title}"), "change": Say("Düzeltme: {title}", "A correction: {title}"),
    "phrasing": Say("Soru biçimi: {title}", "A phrasing: {title}"), "dispute": Say("İhtilaf: {title}", "A dispute: {title}"),
    "deprecation": Say("Kaynak yanlışı: {title}", "A slip of the source: {title}"), "entry": Say("Yeni madde", "A new entry"),
    "names": Say("Adlar: {title}", "Names: {title}"), "find": Say("Hangi madde ya da bilgi?", "Which entry or fact?"),
}  # fmt: skip
# label and hint of each field
FIELDS: Mapping[str, tuple[Say, Say]] = {
    "says": (Say("Bilgi (1–3 cümle, kendi sözlerinizle)", "The statement (1–3 sentences, own words)"),
             Say("Örnek: Moskova Antlaşması 16 Mart 1921'de imzalandı.", "In Turkish, such as: Moskova Antlaşması 16 Mart 1921'de imzalandı.")),
    "asked": (Say("Hangi soruyu yanıtlar? Tarih, sayı?", "Which question does it answer? Date, number?"),
              Say("Örnek: ne zaman, 16 Mart 1921 · kim · nerede · kaç, 71 gün · 3. madde", "Such as: ne zaman, 16 Mart 1921 · kim · nerede · kaç, 71 gün · 3. madde")),
    "source": (Say("Kaynak ve sayfa", "Source and page"), Say("Örnek: Topal 2018, s. 322, dn. 58", "Such as: Topal 2018, s. 322, dn. 58")),
    "evidence": (Say("Dayanak: o sayfadan en çok 6 sözcük", "Evidence: at most 6 words from that page"),
                 Say("Bir tarih, ad ya da deyiş; birden çoksa “;” ile ayırın", "A date, a name, a phrase; several are divided by “;”")),
    "citations": (Say("Kaynaklar: her satıra kaynak, sayfa | dayanak", "Sources: source, page | evidence, one a line"),
                  Say("Örnek: Topal 2018, s. 322 | 16 Mart 1921; törenle imzalandı", "Such as: Topal 2018, s. 322 | 16 Mart 1921; törenle imzalandı")),
    "questions": (Say("Soru biçimleri, her satıra bir tane", "Phrasings of the question, one a line"),
                  Say("Örnek: Moskova Antlaşması ne zaman imzalandı?", "Such as: Moskova Antlaşması ne zaman imzalandı?")),
    "reason": (Say("Gerekçe", "Reason"), Say("Neden? Moderatörler ve geçmişe bakanlar okur", "Why? Moderators read it, and the history keeps it")),
    "title": (Say("Ad", "Title"), Say("İnsanların göreceği ad", "The name that people should see")),
    "kind": (Say("Tür", "Kind"), Say("Antlaşma, kişi, olay, kuruluş …", "Treaty, person, event, organisation …")),
    "aliases": (Say("Eş adlar, her satıra bir tane", "Aliases, one a line"), Say("İnsanların yazdığı öbür adlar", "Other names that people type")),
    "preferred": (Say("Hangisi öne çıksın?", "Which one should lead?"), Say("Yanıtta önce o söylenir; öteki de söylenir", "It is told first; the other one too")),
    "note_says": (Say("Doğrusu (bir cümle)", "What is right (a sentence)"), Say("Editör notu olarak gösterilir", "It is shown as an editor's note")),
    "note_reference": (Say("Dayandığı eser ya da “genel kabul”", "The work it rests on, or “genel kabul”"), Say("", "")),
    "note_date": (Say("Doğru tarih (varsa)", "The right date (if any)"), Say("Örnek: 26 Ağustos 1922", "Such as: 26 Ağustos 1922")),
    "about": (Say("Madde, bilgi ya da bir soru", "An entry, a fact or a question"), Say("Örnek: Moskova Antlaşması", "Such as: Moskova Antlaşması")),
}  # fmt: skip
STANDING_LEADS = Say("Şimdiki bilgi", "The present one")
NEW_LEADS = Say("Yeni anlatım", "The new one")

MEND = Say(
    "Şunu düzeltip yeniden gönderin; yazdıklarınız duruyor.", "Please mend this and send it again; what you wrote is still there."
)
THANKS = Say(
    "Teşekkürler. {number}. öneri moderatörlere ulaştı ({kind}: {title}); karar verilince size yazacağım.",
    "Thank you. Proposal {number} is with the moderators ({kind}: {title}); I shall write to you when it is decided.",
)
BECAME_DISPUTE = Say(
    "Bu, eldeki bir bilgiyle çelişiyor; üzerine yazılmaz, ihtilaf olarak iletildi. Eldeki: “{says}”",
    "This contradicts a standing fact; nothing is overwritten, it was passed on as a dispute. The standing one: “{says}”",
)
FLAWS = Say("Onaydan önce düzelmesi gerekenler:", "To be mended before approval:")
WITHDRAW = Say("Geri çek", "Withdraw")
WITHDRAWN = Say("{number}. öneri geri çekildi.", "Proposal {number} was withdrawn.")
REVIEW = Say("İncele", "Review")
