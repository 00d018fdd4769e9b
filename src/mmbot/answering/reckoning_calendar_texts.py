"""What is said of the calendars that were in use before the Gregorian one, Rumi and Hicrî, in both languages."""

from mmbot.answering.reckoning_calendars import Typed
from mmbot.texts import Told

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


def old_day(typed: Typed, *, rumi: bool) -> Told:
    """A day of the Rumi calendar in words, or of the Hicrî one.

    >>> old_day((16, 3, 1337), rumi=True)
    '16 Mart 1337'
    """
    months = RUMI_MONTHS if rumi else HICRI_MONTHS
    return OLD_DAY.format(day=typed[0], month=months[typed[1] - 1], year=typed[2])
