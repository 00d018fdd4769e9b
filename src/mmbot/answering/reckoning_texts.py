"""Every sentence that says what was worked out from dates, in both languages; the rest of mmbot's sentences are in ``mmbot.texts``."""

from collections.abc import Mapping
from datetime import date

from mmbot.dates import written_day
from mmbot.texts import Told

ARROW = Told("{first} → {second}: {sum}.")
ARROW_SPAN = Told(
    "{first} → {second}: {least}–{most} gün, çünkü {reasons}.", "{first} → {second}: {least}–{most} days, because {reasons}."
)
ARROW_SPAN_OF_SUMS = Told(
    "{first} → {second}: en az {low}, en çok {high}, çünkü {reasons}.",
    "{first} → {second}: {low} at least, {high} at most, because {reasons}.",
)
ARROW_USUAL = Told(
    "{first} → {second}: {sum}. Kesin sayı değil, {least}–{most} gün arası, çünkü {reasons}.",
    "{first} → {second}: {sum}. Not the exact number, which is between {least} and {most} days, because {reasons}.",
)
UNSURE_DAY = Told("“{title}” için gün tartışmalı ({days})", "the day of “{title}” is disputed ({days})")
UNCERTAIN_DAY = Told("“{title}” için gün kesin değil ({days})", "the day of “{title}” is not certain ({days})")
OR = Told(" ya da ", " or ")
AND = Told(" ve ", " and ")
COMMA, SEMICOLON, SPACE = Told(", "), Told("; "), Told(" ")
STARTS = Told("{day} (başlangıç)", "{day} (beginning)")
BY_NOTE = Told("{day} (editör notu)", "{day} (editor's note)")
SAME_DAY = Told("{first}: ikisi de aynı gün, arada gün yok.", "{first}: both on the same day, no day between them.")
NOT_IN_THIS_ORDER = Told(
    " Sıra sorudakinin tersi: {second} ({later}), {first} ({earlier}) tarihinden sonradır.",
    " The order is not that of the question: {second} ({later}) is later than {first} ({earlier}).",
)
TOO_COARSE = Told(
    "Gün sayısı hesaplanamaz: {reasons}. Ayı ya da yılı bilinip günü bilinmeyen bir tarihle gün hesabı yapmak uydurma olurdu.",
    "The days cannot be counted: {reasons}. To count days from a date that is known by its month or year only would be inventing them.",
)
TOO_COARSE_FOR_MONTHS = Told(
    "Ay sayısı hesaplanamaz: {reasons}. Yalnız yılı bilinen bir tarihle ay hesabı yapmak uydurma olurdu.",
    "The months cannot be counted: {reasons}. To count months from a date that is known by its year only would be inventing them.",
)
ONLY_KNOWN = Told("“{title}” için kaynaklar yalnız “{date}” der", "of “{title}” the sources say only “{date}”")
ABOUT = Told("yaklaşık {sum}", "about {sum}")
LENGTH = Told("{when}: ilk ve son gün sayılırsa {days} gün.", "{when}: {days} days, with the first and the last.")
LENGTH_YEARS = Told(
    "{when}: {years} yıl kadar; kaynaklar günleri vermediği için gün sayısı hesaplanamaz.",
    "{when}: some {years} years; the sources do not give the days, so days cannot be counted.",
)
LENGTH_YEARS_ONLY = Told(
    "{when}: {years} yıl kadar; kaynaklar yalnız yılları verir.", "{when}: some {years} years; the sources give only the years."
)

FIRST_THEN = Told(
    "Önce {first}, {first_date}; sonra {second}, {second_date}.", "First {first}, {first_date}; then {second}, {second_date}."
)
IN_ORDER = Told("Sırasıyla: {listed}.", "In this order: {listed}.")
DATED = Told("{title}, {date}")
BOTH_SAME_DAY = Told(
    "{first} ile {second} aynı güne tarihlidir: {date}.", "{first} and {second} are dated on the same day: {date}."
)
ORDER_UNKNOWN = Told(
    "Hangisinin önce olduğu kaynaklarımdaki tarihlerden çıkmıyor: {listed}.",
    "The dates in my sources do not tell which of them came first: {listed}.",
)

DISPUTED_DAY = Told(" Günlerden biri tartışmalıdır; başka anlatım aşağıda.", " One of the days is disputed; see below.")
NOT_THE_SAME_DAY = Told("Kaynaklarıma göre aynı gün değil. {result}", "Not the same day by my sources. {result}")

SIDE_BY_SIDE = Told("{first} ile {second} yan yana ({aspects}):", "{first} and {second} side by side ({aspects}):")
ASPECTS: Mapping[str, Told] = {
    "date": Told("tarih", "date"), "place": Told("yer", "place"), "parties": Told("taraflar", "parties"), "force": Told("yürürlük", "entry into force"),
    "members": Told("üyeler", "members"), "departure": Told("hareket", "departure"), "arrival": Told("varış", "arrival"),
    "reception": Told("karşılanma", "reception"), "ratified": Told("onay", "ratification"), "signers": Told("imzacılar", "signers"),
    "definition": Told("tanım", "definition"),
}  # fmt: skip
CLAUSE_BESIDE = Told(
    "{first}, {number}. madde; {second} için aynı konuda kaynaklarımda geçenler:",
    "{first}, article {number}; what my sources tell of the same matter for {second}:",
)
CLAUSE_BOTH = Told(
    "{first} ile {second}, {number}. maddeler (aynı numara aynı konu demek değildir):",
    "{first} and {second}, article {number} of each (the same number is not the same matter):",
)
CLAUSE_ALONE = Told(
    "{first}, {number}. madde aşağıda; {second} için kaynaklarım böyle bir madde anlatmıyor.",
    "{first}, article {number}, is below; of {second} my sources tell no such article.",
)

AFTERWARDS = Told(
    "{title} ({date}) sonrasında, bir yıl içinde kaynaklarımda tarihli başlıca bilgiler:",
    "After {title} ({date}), what matters most that my sources date within a year:",
)
DONE_AFTERWARDS = Told(
    "{title} ({date}) sonrasında, bir yıl içinde kaynaklarımda “{whose}” için tarihli başlıca bilgiler:",
    "After {title} ({date}), what matters most of “{whose}” that my sources date within a year:",
)
DONE_BEFOREHAND = Told(
    "{title} ({date}) öncesinde, bir yıl içinde kaynaklarımda “{whose}” için tarihli başlıca bilgiler:",
    "Before {title} ({date}), what matters most of “{whose}” that my sources date within a year:",
)
BEFOREHAND = Told(
    "{title} ({date}) öncesinde, bir yıl içinde kaynaklarımda tarihli başlıca bilgiler:",
    "Before {title} ({date}), what matters most that my sources date within a year:",
)

RUMI_DAY = Told(
    "Rumi {typed}, miladi takvimle {day} gününe denktir. {rule}", "Rumi {typed} is {day} of the Gregorian calendar. {rule}"
)
RUMI_YEAR = Told(
    "Rumi {year}, miladi {first}–{last} arasıdır. {rule}", "Rumi {year} lasts from {first} to {last} (Gregorian). {rule}"
)
RUMI_SAME = Told(
    "(1 Mart 1917 ile 31 Aralık 1925 arasında gün ve ay aynıdır, yıla 584 eklenir.)",
    "(Between 1 March 1917 and 31 December 1925 day and month are the same; 584 is added to the year.)",
)
RUMI_EARLIER = Told(
    "(1 Mart 1917'den önce Rumi takvim Jülyen takvimini izler: 20. yüzyılda aradaki fark 13 gündür.)",
    "(Before 1 March 1917 the Rumi calendar follows the Julian one: in the 20th century 13 days apart.)",
)
RUMI_EARLIEST = Told(
    "(1 Mart 1917'den önce Rumi takvim Jülyen takvimini izler: 19. yüzyılda aradaki fark 12 gündür.)",
    "(Before 1 March 1917 the Rumi calendar follows the Julian one: in the 19th century 12 days apart.)",
)
RUMI_NO_DAY = Told(
    "Rumi takvimde {typed} diye bir gün yoktur: 15 Şubat 1332'nin ertesi günü 1 Mart 1333 (1 Mart 1917) sayıldı, 1333 yılı da "
    "on ay sürüp 31 Aralık 1917'de bitti.",
    "There is no {typed} in the Rumi calendar: the day after 15 Şubat 1332 was counted as 1 Mart 1333 (1 March 1917), and the year 1333 "
    "lasted ten months, until 31 December 1917.",
)
RUMI_NO_SUCH_DAY = Told(
    "Rumi takvimde {typed} diye bir gün yoktur: o ay o kadar gün sürmedi.",
    "There is no {typed} in the Rumi calendar: that month did not have so many days.",
)
RUMI_RULES = Told(
    "Rumi takvim 1 Mart 1256'dan (13 Mart 1840) 15 Şubat 1332'ye (28 Şubat 1917) kadar Jülyen takvimini izledi: miladi takvimden Mart 1900'e dek "
    "12, sonra 13 gün geriydi. 1 Mart 1333'ten (1 Mart 1917) 31 Aralık 1341'e (31 Aralık 1925) kadar gün ve ay miladi takvimle aynıdır, yıla 584 "
    "eklenir. 1 Ocak 1926'dan beri miladi yıl kullanılır (26 Aralık 1925 tarihli 698 sayılı kanun). Bu takvim bilgisidir, beş makalede geçmez.",
    "From 1 Mart 1256 (13 March 1840) to 15 Şubat 1332 (28 February 1917) the Rumi calendar followed the Julian one: 12 days behind the Gregorian "
    "calendar until March 1900, then 13. From 1 Mart 1333 (1 March 1917) to 31 December 1925 day and month are the same; 584 is added to the year. "
    "Since 1 January 1926 the Gregorian year is used (law no. 698 of 26 December 1925). This is a matter of calendars; the five articles do not tell it.",
)
RUMI_OUT_OF_RANGE = Told(
    "Rumi takvim 1256 ile 1341 (1840–1925) arasında kullanıldı; {typed} için bir karşılık veremem.",
    "The Rumi calendar was used from 1256 to 1341 (1840–1925); I can give nothing for {typed}.",
)
HICRI_DAY = Told(
    "Hicrî {typed}, çizelge hesabıyla miladi {day} gününe denktir; ay hilalin görülmesiyle başladığı için bir gün oynayabilir.",
    "{typed} of the Hijri calendar is, by the tables, {day} (Gregorian); a month begins when its crescent is seen, so it may be a day off.",
)
HICRI_YEAR = Told(
    "Hicrî {year}, çizelge hesabıyla miladi {first}–{last} arasıdır; iki miladi yıla düşer: {years} "
    "(uçtaki günler hilale göre bir gün oynayabilir).",
    "Hijri {year} lasts, by the tables, from {first} to {last} (Gregorian); it falls into two Gregorian years: {years} "
    "(its ends may be a day off, by the crescent).",
)
HICRI_YEAR_WITHIN = Told(
    "Hicrî {year}, çizelge hesabıyla bütünüyle miladi {years} yılına düşer: {first}–{last} "
    "(uçtaki günler hilale göre bir gün oynayabilir).",
    "Hijri {year} falls, by the tables, wholly into the Gregorian year {years}: {first}–{last} (its ends may be a day off, by the crescent).",
)
HICRI_NO_DAY = Told(
    "Hicrî takvimin çizelge hesabında {typed} diye bir gün yoktur.", "There is no {typed} in the tables of the Hijri calendar."
)
TO_RUMI_DAY = Told("Miladi {day}, Rumi {typed} gününe denktir. {rule}", "{day} (Gregorian) is Rumi {typed}. {rule}")
TO_RUMI_YEAR = Told("Miladi {year}, Rumi {years} yılıdır. {rule}", "Gregorian {year} is the Rumi year {years}. {rule}")
TO_RUMI_TWO_YEARS = Told(
    "Miladi {year}, iki Rumi yıla düşer: {years}. {rule}", "Gregorian {year} falls into two Rumi years: {years}. {rule}"
)
TO_RUMI_OUT_OF_RANGE = Told(
    "Rumi takvim 1926'da bırakıldı, 1840'ta başladı; miladi {typed} için bir Rumi karşılık veremem.",
    "The Rumi calendar began in 1840 and was given up in 1926; I can give nothing for {typed} (Gregorian).",
)
TO_HICRI_DAY = Told(
    "Miladi {day}, çizelge hesabıyla hicrî {typed} gününe denktir; ay hilalin görülmesiyle başladığı için bir gün oynayabilir.",
    "{day} (Gregorian) is, by the tables, {typed} of the Hijri calendar; a month begins when its crescent is seen, so it may be a day off.",
)
TO_HICRI_YEAR = Told(
    "Miladi {year}, çizelge hesabıyla şu hicrî yıllara düşer: {years}.",
    "Gregorian {year} falls, by the tables, into these Hijri years: {years}.",
)
HICRI_MONTHS = (
    Told("Muharrem", "Muharram"), Told("Safer", "Safar"), Told("Rebiülevvel", "Rabi al-Awwal"), Told("Rebiülahir", "Rabi al-Thani"),
    Told("Cemaziyelevvel", "Jumada al-Awwal"), Told("Cemaziyelahir", "Jumada al-Thani"), Told("Recep", "Rajab"), Told("Şaban", "Shaban"),
    Told("Ramazan", "Ramadan"), Told("Şevval", "Shawwal"), Told("Zilkade", "Dhu al-Qadah"), Told("Zilhicce", "Dhu al-Hijjah"),
)  # fmt: skip
# Printed so in both languages.
RUMI_MONTHS = (
    "Kânunusani", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Teşrinievvel", "Teşrinisani",
    "Kânunuevvel",
)  # fmt: skip
ITS_YEARS = Told(
    "{when}, kaynaklarımda {count} ayrı yılda geçer: {years}.", "My sources have {when} in {count} different years: {years}."
)
REST_OF_IT = Told(
    "{when} için bu soruya uyan {told} bilgi var; en önemli {shown} tanesi aşağıda. O zamanın hepsi: /kronoloji {when}",
    "{told} facts of {when} fit this question; the {shown} that matter most are below. All of that time: /kronoloji {when}",
)
OF_THAT_TIME = Told("{when}, kaynaklarımda:", "{when}, in my sources:")
ALL_TREATIES = Told(
    "Kaynaklarımda imza tarihi belli {count} antlaşma bu soruya uyuyor; tarih sırasıyla:",
    "{count} treaties of which my sources date the signing fit this question; in order of time:",
)
FIRST_TREATIES = Told(
    "Kaynaklarımda imza tarihi belli {count} antlaşma bu soruya uyuyor; en önemli {shown} tanesi tarih sırasıyla aşağıda. Ötekiler: {others}.",
    "{count} treaties of which my sources date the signing fit this question; the {shown} that matter most are below, in order of time. The others: {others}.",
)
ALL_OF_KIND = Told(
    "Kaynaklarımda bu soruya uyan {count} madde var; tarih sırasıyla, tarihsizler sonda:",
    "{count} entries of my sources fit this question; in order of time, those without a date last:",
)
FIRST_OF_KIND = Told(
    "Kaynaklarımda bu soruya uyan {count} madde var; ilk {shown} tanesi tarih sırasıyla aşağıda. Ötekiler: {others}.",
    "{count} entries of my sources fit this question; the first {shown} are below, in order of time. The others: {others}.",
)
WHO_SIGNED = Told(
    "Kaynaklarımın imzacılarını saydığı antlaşmalar, tarih sırasıyla:",
    "The treaties of which my sources list the signatories, in order of time:",
)
IN_TURN = Told("{title}, tarihli bilgilerle:", "{title}, with what is dated:")
THAT_DAY = Told("O güne ait kaynaklarımda geçenler:", "What my sources tell of that day:")
OLD_DAY = Told("{day} {month} {year}")
OLD_MONTH = Told(
    "{old}, Rumi takvimde {month} ayıdır (1 Mart 1917'den 1925'in sonuna kadar günleri de miladi takvimle aynıdır).",
    "{old} is the month of {month} in the Rumi calendar (from 1 March 1917 to the end of 1925 its days are the Gregorian ones too).",
)
IN_OLD_CALENDAR = Told("{title}, {day}: {calendar} {days}.", "{title}, {day}: {calendar} {days}.")
RUMI_NAME = Told("Rumi takvimle", "in the Rumi calendar")
HICRI_NAME = Told(
    "hicrî takvimle (çizelge hesabı, bir gün oynayabilir)", "in the Hijri calendar (by the tables, perhaps a day off)"
)
NO_OLD_DAY = Told(
    "Gün çevrilemez: “{title}” için kaynaklar yalnız “{date}” der.",
    "The day cannot be converted: of “{title}” the sources say only “{date}”.",
)
WEEKDAYS = (
    Told("Pazartesi", "Monday"), Told("Salı", "Tuesday"), Told("Çarşamba", "Wednesday"), Told("Perşembe", "Thursday"), Told("Cuma", "Friday"),
    Told("Cumartesi", "Saturday"), Told("Pazar", "Sunday"),
)  # fmt: skip
DAY_AND_WEEKDAY = Told("{day} {weekday}", "{weekday}, {day}")
WEEKDAY = Told(
    "{title}: {days}{noted}. (Haftanın günü takvim hesabıdır.)", "{title}: {days}{noted}. (The weekday is calendar arithmetic.)"
)
WEEKDAY_OF_DATE = Told("{days}. (Haftanın günü takvim hesabıdır.)", "{days}. (The weekday is calendar arithmetic.)")
NOTED = Told(" (editör notu)", " (editor's note)")
TO = Told(" – ")
NO_WEEKDAY = Told(
    "Haftanın günü söylenemez: “{title}” için kaynaklar yalnız “{date}” der.",
    "The weekday cannot be told: of “{title}” the sources say only “{date}”.",
)
TODAY = Told(" ({day} bugündür.)", " ({day} is today.)")
ANNIVERSARY = Told("{title}, {number}. yıl dönümü: {days}.", "{title}, anniversary no. {number}: {days}.")
NO_ANNIVERSARY = Told(
    "Yıl dönümünün günü söylenemez: “{title}” için kaynaklar yalnız “{date}” der.",
    "The day of the anniversary cannot be told: of “{title}” the sources say only “{date}”.",
)
WITH_DAYS = Told("{sum} ({days})")
_UNITS = {"day": ("gün", "day"), "week": ("hafta", "week"), "month": ("ay", "month"), "year": ("yıl", "year")}


def counted(number: int, unit: str) -> Told:
    """A number of days, weeks, months or years.

    >>> counted(3, "year"), counted(1, "day").en
    ('3 yıl', '1 day')
    """
    turkish, english = _UNITS[unit]
    return Told(f"{number} {turkish}", f"{number} {english}" if number == 1 else f"{number} {english}s")


def day_of(day: date) -> Told:
    """A day in words."""
    return Told(written_day(day), written_day(day, "en"))
