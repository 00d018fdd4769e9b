"""What the desk says about figures."""

from mmbot.texts import Say

HEADING = Say("Son {days} gün: {asked} soru", "The last {days} days: {asked} questions")
TOTAL = Say(
    "yanıtlandı {answered} · geri soruldu {ambiguous} · bilinmedi {unknown}",
    "answered {answered} · asked back {ambiguous} · unknown {unknown}",
)
BY_DAY = Say("Günlere göre (yanıtlandı / geri soruldu / bilinmedi):", "By day (answered / asked back / unknown):")
BY_ENTRY = Say("En çok sorulan maddeler:", "Entries asked about most:")
COMPLAINTS = Say("Hata bildirimleri (bugüne dek):", "Reports of mistakes (so far):")
COUNTS = Say("• {name}: {answered} / {ambiguous} / {unknown}", "• {name}: {answered} / {ambiguous} / {unknown}")
COMPLAINT = Say("• {name}: {kinds}", "• {name}: {kinds}")
NOTHING = Say("Son {days} günde hiç soru sayılmadı.", "No question was counted in the last {days} days.")
BAD_DAYS = Say(
    "“{typed}” bir gün sayısı değil. 1–366 arası yazın, örneğin: /istatistik 30",
    "“{typed}” is no number of days. Write 1–366, such as /istatistik 30",
)
