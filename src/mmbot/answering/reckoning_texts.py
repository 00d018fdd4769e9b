"""What is said of what was worked out from dates, in both languages; of the old calendars: ``reckoning_calendar_texts``."""

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

TITLE_AND_DATE = Told("{title} ({date})")
AFTERWARDS = Told(
    "{since} sonrasında, bir yıl içinde kaynaklarımda tarihli başlıca bilgiler:",
    "After {since}, what matters most that my sources date within a year:",
)
DONE_AFTERWARDS = Told(
    "{since} sonrasında, bir yıl içinde kaynaklarımda “{whose}” için tarihli başlıca bilgiler:",
    "After {since}, what matters most of “{whose}” that my sources date within a year:",
)
DONE_BEFOREHAND = Told(
    "{since} öncesinde, bir yıl içinde kaynaklarımda “{whose}” için tarihli başlıca bilgiler:",
    "Before {since}, what matters most of “{whose}” that my sources date within a year:",
)
BEFOREHAND = Told(
    "{since} öncesinde, bir yıl içinde kaynaklarımda tarihli başlıca bilgiler:",
    "Before {since}, what matters most that my sources date within a year:",
)

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
