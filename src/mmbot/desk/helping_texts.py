"""The help: what can be asked, which commands there are, where the knowledge comes from."""

from collections.abc import Mapping

from mmbot.texts import Say

WHAT = Say(
    "mmbot, Millî Mücadele ve Türk-Sovyet ilişkileri (1917–1930) üzerine soruları yanıtlar ve her bilginin kaynağını, sayfasıyla "
    "gösterir. Kaynaklarında olmayan şeyi söylemez.",
    "mmbot answers questions about the Turkish National Struggle and Turkish–Soviet relations (1917–1930) and shows for every "
    "statement the source and the page. What is not in its sources it does not say.",
)
NO_COMMAND = Say("{typed} diye bir komutum yok; şunları yapabilirim:", "I have no command {typed}; this is what I can do:")
ASK_HERE = Say(
    "Sorunuzu olduğu gibi yazın; ardından “peki kim imzaladı?” diye sürdürebilirsiniz.",
    "Just write your question; you can go on with “and who signed it?”.",
)
ASK_IN_GROUP = Say(
    "Burada yalnız çağrılınca konuşurum: /sor ve sorunuz, adımı anarak ya da bana yanıt vererek.",
    "Here I speak only when called: /sor and your question, by mentioning me or by replying to me.",
)
COMMANDS = Say(
    "/bugün – bugün ya da bir tarihte ne oldu (/bugün 16 Mart)\n"
    "/kronoloji – bir ay, yıl ya da dönem (/kronoloji Mart 1921)\n"
    "/doğru-mu – bir cümle kaynaklara uyuyor mu (/doğru-mu Kars Antlaşması 1922'de imzalandı)\n"
    "/madde – bir antlaşma, kişi, olay … (/madde Kars Antlaşması)\n"
    "/kaynak – kaynaklar; künye, BibTeX, RIS, CSL",
    "/bugün – what happened today or on a date (/bugün 16 March)\n"
    "/kronoloji – a month, a year or a span (/kronoloji March 1921)\n"
    "/doğru-mu – does a statement agree with the sources (/doğru-mu Kars Antlaşması 1922'de imzalandı)\n"
    "/madde – a treaty, person, event … (/madde Kars Antlaşması)\n"
    "/kaynak – the sources; reference, BibTeX, RIS, CSL",
)
COMMANDS_IN_CHAT = Say(
    "/abone – her gün günün olayları (/abone 09.00)\n"
    "/öner – bilgi ya da düzeltme öner\n"
    "/gizlilik, /verilerim, /unut – hakkınızda tutulanlar",
    "/abone – the day's events daily (/abone 09:00)\n"
    "/öner – propose a fact or a correction\n"
    "/gizlilik, /verilerim, /unut – what is kept about you",
)
ASCII = Say(
    "Gruplarda Telegram yalnız Türkçe harfsiz adları iletir: /bugun, /dogru, /oner, /yardim.",
    "In groups Telegram passes on only names without Turkish letters: /bugun, /dogru, /oner, /yardim.",
)
FROM_A_MESSAGE: Mapping[str, Say] = {
    "telegram": Say(
        "Bir yanıtıma /oner diye yanıt verirseniz o bilgi için öneri yaparsınız.",
        "Reply to an answer of mine with /oner to propose a correction of it.",
    ),
    "discord": Say(
        "Bir mesajın menüsünde (Uygulamalar): “Bu mesajı sor”, “Düzeltme öner”.",
        "In the menu of a message (Apps): “Ask this message”, “Propose a correction”.",
    ),
}
SOURCES = Say("Kaynaklar: {sources}.", "Sources: {sources}.")
LICENCE = Say(
    "✔: dayanağı o sayfada bulundu. Bilgiler CC BY 4.0, program MIT lisanslıdır.",
    "✔: its evidence was found on that page. The knowledge is under CC BY 4.0, the program under MIT.",
)
TRY = Say("Deneyin:", "Try:")
