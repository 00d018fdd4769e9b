"""What is said because of where it is said: what a chat cannot carry, how one goes on in private."""

from mmbot.texts import Say

ONLY_WRITTEN = Say(
    "Yalnızca yazılı soruları yanıtlayabiliyorum. Sorunuzu yazın; örneğin: Moskova Antlaşması ne zaman imzalandı?",
    "I can answer only what is written. Write your question, such as: When was the Treaty of Moscow signed?",
)
HELLO = Say(
    "Merhaba! Millî Mücadele ve Türk-Sovyet ilişkileri (1917–1930) üzerine soruları kaynağını göstererek yanıtlarım.\n"
    "Sormak için: /sor Moskova Antlaşması ne zaman imzalandı?\nYardım: /yardim",
    "Hello! I answer questions about the Turkish National Struggle and Turkish–Soviet relations (1917–1930) and show where it is written.\n"
    "To ask: /sor When was the Treaty of Moscow signed?\nHelp: /yardim",
)
MORE = Say("Kaynağı gör, devamını sor", "See the source, ask more")
ASK_ALONE = Say("Özel sohbette sorun", "Ask in a private chat")
OPEN_PRIVATE = Say("Özel sohbeti aç", "Open our private chat")
