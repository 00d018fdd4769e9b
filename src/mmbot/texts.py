"""Every sentence that is said to a person in chat, in one place."""

from collections.abc import Mapping

QUESTION_FORMS: Mapping[str, str] = {
    "what": "nedir", "when": "ne zaman", "where": "nerede", "who": "kim", "why": "neden", "how": "nasıl",
    "how-many": "kaç", "list": "hangileri", "clause": "ne der",
}  # fmt: skip

SOURCE = "Kaynak"
VERIFIED = "✔"
OTHERWISE = "Başka anlatım"
MISTAKE = "Kaynaktaki yanlış"
REASON = "Gerekçe"
EDITOR_NOTE = "Editör notu"
COMMON_KNOWLEDGE = "genel kabul"
NOT_SAID_OF = "Kaynaklarım bunu “{words}” için söylemiyor."
UNDERSTOOD_AS = "Sorunuzu şöyle anladım: {question}"

UNKNOWN_WORDS = "“{words}” kaynaklarımda geçmiyor; bu soruya dayanaklı bir yanıt veremiyorum."
UNKNOWN_FACT = "Bu sorunun yanıtı kaynaklarımda yok."
UNKNOWN_ABOUT = "“{title}” kaynaklarımda var, ama bu sorunun yanıtı yok."
UNKNOWN_CLAUSE = "“{title}” için bu maddenin ne dediği kaynaklarımda yok."
EMPTY = "Bir soru yazın; örneğin: Moskova Antlaşması ne zaman imzalandı?"
TOO_LONG = "Bu metin bir soru için çok uzun. Sorunuzu bir iki cümleyle yazın."
NEAREST = "Yanıtlayabildiğim yakın sorular:"
WHICH = "Hangisini soruyorsunuz?"
TOO_SOON = "Biraz yavaşlayalım; {seconds} saniye sonra yeniden sorabilirsiniz."

DAY_HEADING = "{day}"
DAY_NEAREST = "{day} gününe ait kayıtlı olay yok. En yakın günler:"
NO_DAYS = "Kayıtlı günlük olay yok."
DAY_DISPUTED = "(tarihi tartışmalı)"

CHAT_WELCOME = "mmbot – Millî Mücadele ve Türk-Sovyet ilişkileri (1917–1930). Sorunuzu yazın; çıkmak için boş satır ya da Ctrl-D."
CHAT_BYE = "Hoşça kalın."
BROKEN = "Beklenmeyen bir hata oldu; kaydedildi. Lütfen soruyu başka türlü sormayı deneyin."
