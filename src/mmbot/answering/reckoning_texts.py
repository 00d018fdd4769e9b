"""Every sentence that says what was worked out from dates. Turkish; the rest of mmbot's sentences are in ``mmbot.texts``."""

from collections.abc import Mapping

ARROW = "{first} → {second}: {sum}."
ARROW_SPAN = "{first} → {second}: {least}–{most} gün, çünkü {reasons}."
ARROW_USUAL = "{first} → {second}: {sum}. Kesin sayı değil, {least}–{most} gün arası, çünkü {reasons}."
UNSURE_DAY = "“{title}” için gün tartışmalı ({days})"
UNCERTAIN_DAY = "“{title}” için gün kesin değil ({days})"
OR = " ya da "
AND = " ve "
STARTS = "{day} (başlangıç)"
BY_NOTE = "{day} (editör notu)"
SAME_DAY = "{first}: ikisi de aynı gün, arada gün yok."
NOT_IN_THIS_ORDER = " Sıra sorudakinin tersi: {second} ({later}), {first} ({earlier}) tarihinden sonradır."
TOO_COARSE = (
    "Gün sayısı hesaplanamaz: {reasons}. Ayı ya da yılı bilinip günü bilinmeyen bir tarihle gün hesabı yapmak uydurma olurdu."
)
TOO_COARSE_FOR_MONTHS = "Ay sayısı hesaplanamaz: {reasons}. Yalnız yılı bilinen bir tarihle ay hesabı yapmak uydurma olurdu."
ONLY_KNOWN = "“{title}” için kaynaklar yalnız “{date}” der"
ABOUT = "yaklaşık {sum}"
LENGTH = "{when}: ilk ve son gün sayılırsa {days} gün."
LENGTH_YEARS = "{when}: {years} yıl kadar; kaynaklar günleri vermediği için gün sayısı hesaplanamaz."
LENGTH_YEARS_ONLY = "{when}: {years} yıl kadar; kaynaklar yalnız yılları verir."

FIRST_THEN = "Önce {first}, {first_date}; sonra {second}, {second_date}."
IN_ORDER = "Sırasıyla: {listed}."
DATED = "{title}, {date}"
BOTH_SAME_DAY = "{first} ile {second} aynı güne tarihlidir: {date}."
ORDER_UNKNOWN = "Hangisinin önce olduğu kaynaklarımdaki tarihlerden çıkmıyor: {listed}."

SIDE_BY_SIDE = "{first} ile {second} yan yana ({aspects}):"
ASPECTS: Mapping[str, str] = {
    "date": "tarih", "place": "yer", "parties": "taraflar", "force": "yürürlük", "ratified": "onay", "signers": "imzacılar",
    "definition": "tanım",
}  # fmt: skip
CLAUSE_BESIDE = "{first}, {number}. madde; {second} için aynı konuda kaynaklarımda geçenler:"
CLAUSE_BOTH = "{first} ile {second}, {number}. maddeler (aynı numara aynı konu demek değildir):"
CLAUSE_ALONE = "{first}, {number}. madde aşağıda; {second} için kaynaklarım böyle bir madde anlatmıyor."

AFTERWARDS = "{title} ({date}) sonrasında, bir yıl içinde kaynaklarımda tarihli ilk bilgiler:"
DONE_AFTERWARDS = "{title} ({date}) sonrasında, bir yıl içinde kaynaklarımda “{whose}” için tarihli başlıca bilgiler:"
DONE_BEFOREHAND = "{title} ({date}) öncesinde, bir yıl içinde kaynaklarımda “{whose}” için tarihli başlıca bilgiler:"
BEFOREHAND = "{title} ({date}) öncesinde, bir yıl içinde kaynaklarımda tarihli son bilgiler:"

RUMI_DAY = "Rumi {typed}, miladi takvimle {day} gününe denktir. {rule}"
RUMI_YEAR = "Rumi {year}, miladi {first}–{last} arasıdır. {rule}"
RUMI_SAME = "(1 Mart 1917 ile 31 Aralık 1925 arasında gün ve ay aynıdır, yıla 584 eklenir.)"
RUMI_EARLIER = "(1 Mart 1917'den önce Rumi takvim Jülyen takvimini izler: 20. yüzyılda aradaki fark 13 gündür.)"
RUMI_EARLIEST = "(1 Mart 1917'den önce Rumi takvim Jülyen takvimini izler: 19. yüzyılda aradaki fark 12 gündür.)"
RUMI_NO_DAY = (
    "Rumi takvimde {typed} diye bir gün yoktur: 15 Şubat 1332'nin ertesi günü 1 Mart 1333 (1 Mart 1917) sayıldı, 1333 yılı da "
    "on ay sürüp 31 Aralık 1917'de bitti."
)
RUMI_OUT_OF_RANGE = "Rumi takvim 1256 ile 1341 (1840–1925) arasında kullanıldı; {typed} için bir karşılık veremem."
HICRI_DAY = (
    "Hicrî {typed}, çizelge hesabıyla miladi {day} gününe denktir; ay hilalin görülmesiyle başladığı için bir gün oynayabilir."
)
HICRI_YEAR = (
    "Hicrî {year}, çizelge hesabıyla miladi {first}–{last} arasıdır; iki miladi yıla düşer: {years} "
    "(uçtaki günler hilale göre bir gün oynayabilir)."
)
HICRI_YEAR_WITHIN = (
    "Hicrî {year}, çizelge hesabıyla bütünüyle miladi {years} yılına düşer: {first}–{last} "
    "(uçtaki günler hilale göre bir gün oynayabilir)."
)
HICRI_NO_DAY = "Hicrî takvimin çizelge hesabında {typed} diye bir gün yoktur."
TO_RUMI_DAY = "Miladi {day}, Rumi {typed} gününe denktir. {rule}"
TO_RUMI_YEAR = "Miladi {year}, Rumi {years} yılıdır. {rule}"
TO_RUMI_TWO_YEARS = "Miladi {year}, iki Rumi yıla düşer: {years}. {rule}"
TO_RUMI_OUT_OF_RANGE = "Rumi takvim 1926'da bırakıldı, 1840'ta başladı; miladi {typed} için bir Rumi karşılık veremem."
TO_HICRI_DAY = (
    "Miladi {day}, çizelge hesabıyla hicrî {typed} gününe denktir; ay hilalin görülmesiyle başladığı için bir gün oynayabilir."
)
TO_HICRI_YEAR = "Miladi {year}, çizelge hesabıyla şu hicrî yıllara düşer: {years}."
HICRI_MONTHS = (
    "Muharrem", "Safer", "Rebiülevvel", "Rebiülahir", "Cemaziyelevvel", "Cemaziyelahir", "Recep", "Şaban", "Ramazan", "Şevval",
    "Zilkade", "Zilhicce",
)  # fmt: skip
RUMI_MONTHS = (
    "Kânunusani", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Teşrinievvel", "Teşrinisani",
    "Kânunuevvel",
)  # fmt: skip
THAT_DAY = "O güne ait kaynaklarımda geçenler:"
DAYS, MONTHS_UNIT, YEARS = "gün", "ay", "yıl"
