"""What the desk says around the events of a day, a month, a year."""

from mmbot.texts import Say

NO_DATE = Say(
    "Bunu bir tarih olarak okuyamadım. Şöyle yazabilirsiniz: 16 Mart · 16.03.1921 · dün · Mart 1921 · 1921 · 18-26 Nisan 1920 · 1920 yazı",
    "I cannot read this as a date. You can write: 16 March · 16.03.1921 · yesterday · March 1921 · 1921 · 18-26 April 1920 · summer 1920",
)
AROUND = Say("Bu günü içine alanlar:", "Going on that day:")
DOUBTFUL = Say("Bu güne konan, ama tartışmalı ya da yanlış olanlar:", "Placed on this day, but disputed or mistaken:")
NO_EVENT = Say("{day} gününe ait kayıtlı olay yok.", "No event is recorded for {day}.")
OTHER_YEARS = Say("Aynı gün, başka yıllarda:", "The same day in other years:")
NEAREST = Say("En yakın günler:", "The nearest days:")
MORE = Say("Hepsi ({count})", "All ({count})")
BEFORE = Say("◀ {day}", "◀ {day}")
AFTER = Say("{day} ▶", "{day} ▶")

HOW = Say(
    "Bir ay, yıl ya da dönem yazın: /kronoloji Mart 1921 · /kronoloji 1921 · /kronoloji Mart 1920 – Mayıs 1921 · /kronoloji 1920 yazı. "
    "Ya da bir yıl seçin:",
    "Write a month, a year or a span: /kronoloji March 1921 · /kronoloji 1921 · /kronoloji March 1920 – May 1921 · /kronoloji summer 1920. "
    "Or choose a year:",
)
TITLE = Say("{period} – {count} kayıt", "{period} – recorded: {count}")
TITLE_PAGED = Say("{period} – {count} kayıt (sayfa {page}/{pages})", "{period} – recorded: {count} (page {page} of {pages})")
NOTHING = Say("{period} için kayıtlı olay yok.", "Nothing is recorded for {period}.")
YEARS = Say("Olayı olan yıllar:", "Years with events:")
MONTH_ONLY = Say("Yalnızca ayı bilinenler:", "Known by the month only:")
YEAR_ONLY = Say("Yalnızca yılı bilinenler:", "Known by the year only:")
BACK = Say("◀ Önceki", "◀ Back")
ON = Say("Sonraki ▶", "Next ▶")
EXPIRED = Say(
    "Bu düğme artık geçerli değil. Lütfen tarihi yeniden yazın; örneğin /bugün 16 Mart ya da /kronoloji Mart 1921.",
    "This button is not valid any more. Please write the date again, such as /bugün 16 March or /kronoloji March 1921.",
)
