"""What somebody reads who types what is there already, or what contradicts it."""

from mmbot.texts import Say

SAME = Say("Bunu söyleyen bir bilgi zaten var:", "There is a fact that says this:")
OTHERWISE = Say("Bu, eldeki bir bilgiyle çelişiyor:", "This contradicts a standing fact:")
NEVER_OVERWRITTEN = Say(
    "Eldeki bilginin üzerine yazılmaz: ihtilaf olursa iki anlatım da kaynağıyla kalır.",
    "The standing one is never overwritten: in a dispute both stay, each with its source.",
)
ENTRY_THERE = Say("Bu adla bir madde zaten var: {titles}.", "There is an entry of this name: {titles}.")
THEN = Say(
    "Eksik olan yalnız bir soruluşsa onu soru biçimi yapın; değilse sürdürün.",
    "If only a way to ask is missing, make it a phrasing; if not, go on.",
)
AS_PHRASING = Say("Soru biçimi yap", "Make it a phrasing")
AS_DISPUTE = Say("İhtilaf olarak sürdür", "Go on as a dispute")
SENT_AS_DISPUTE = Say(
    "Gönderirseniz ihtilaf olarak iletilir: iki anlatım da kalır.", "If you send it, it is passed on as a dispute: both stay."
)
SUGGESTED_SAME = Say("Zaten var: {says}", "There already: {says}")
SUGGESTED_OTHERWISE = Say("Çelişiyor: {says}", "Contradicts: {says}")
