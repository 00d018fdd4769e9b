"""What the desk says around an answer: buttons, thanks, refusals."""

from collections.abc import Mapping

from mmbot.texts import Say

AWAY = Say(
    "Kayıtlarıma şu an ulaşamıyorum; bu yapılamadı. Birkaç dakika sonra yeniden deneyin. Soru sormayı sürdürebilirsiniz.",
    "I cannot reach my records just now; this was not done. Please try again in some minutes. You can go on asking.",
)

FOLLOW_UPS: Mapping[str, Say] = {
    "who": Say("Kim?", "Who?"), "when": Say("Ne zaman?", "When?"), "where": Say("Nerede?", "Where?"), "why": Say("Neden?", "Why?"),
    "how": Say("Nasıl?", "How?"), "how-many": Say("Kaç?", "How many?"), "what": Say("Nedir?", "What?"), "list": Say("Hangileri?", "Which?"),
}  # fmt: skip
CLAUSES = Say("Maddeleri", "Its articles")
SOURCE = Say("Kaynak", "Source")
REPORT = Say("Hata bildir", "Report a mistake")
FORWARD = Say("Moderatörlere ilet", "Pass on to the moderators")
TELL_ME = Say("Yanıtlanınca haber ver", "Tell me when it is answered")

TOO_FAST = Say(
    "Biraz yavaşlayalım; {seconds} saniye sonra yeniden deneyebilirsiniz.",
    "Let us slow down a little; try again in {seconds} seconds.",
)
FORWARDED = Say("Moderatörlere iletildi. Teşekkürler.", "Passed on to the moderators. Thank you.")
WILL_TELL = Say("Yanıtlanınca size yazacağım.", "I shall write to you when it is answered.")
MISS_GONE = Say(
    "Bu soru artık listede yok; yeniden sorabilirsiniz.", "This question is not on the list any more; please ask again."
)
EXPIRED = Say(
    "Bu düğme artık geçerli değil: bilgi o zamandan beri değişmiş olabilir. Lütfen yeniden sorun.",
    "This button is not valid any more: the knowledge may have changed since. Please ask again.",
)
EVIDENCE = Say("Dayanak", "Evidence")
FOUND = Say("sayfada bulundu ✔", "found on the page ✔")
NOT_FOUND = Say("henüz denetlenmedi", "not checked yet")
