"""Every sentence that is said to a person in chat about an answer, in one place; what the desk says is in its ``…_texts`` modules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mmbot.model import Courtesy, Language


@dataclass(frozen=True, slots=True)
class Say:
    """One sentence in the languages that mmbot speaks; values stand in it as ``{name}``."""

    tr: str
    en: str

    def to(self, language: Language = "tr", **values: object) -> str:
        """The sentence for somebody who speaks *language*, with its *values*."""
        text = self.en if language == "en" else self.tr
        return text.format(**values) if values else text


class Told(str):
    """A sentence in Turkish that knows itself in English, too: what is worked out need not know who asked.

    What is put together of such parts (``format``, ``join``, ``+``) is put together in both languages; a date is written in each.

    >>> Told("{day} ({count} gün)", "{day} ({count} days)").format(day=Told("16 Mart", "16 March"), count=3).en
    '16 March (3 days)'
    """

    __slots__ = ("en",)
    en: str

    def __new__(cls, tr: str, en: str = "") -> "Told":  # noqa: D102  the sentence in both languages
        told = super().__new__(cls, tr)
        told.en = en or tr
        return told

    def format(self, **values: object) -> "Told":  # type: ignore[override]  # values have names here
        """Both with the same *values*, each in its language."""
        return Told(str.format(self, **values), self.en.format(**{name: in_english(value) for name, value in values.items()}))

    def join(self, parts: Iterable[str], /) -> "Told":
        """Both, between the *parts*."""
        listed = list(parts)
        return Told(str.join(self, listed), self.en.join(map(in_english, listed)))

    def __add__(self, other: str) -> "Told":
        return Told(str.__add__(self, other), self.en + in_english(other))


def spoken(value: str, language: Language) -> str:
    """*value* as somebody reads it who speaks *language*."""
    return in_english(value) if language == "en" else str(value)


def in_english(value: object) -> str:
    """*value* as somebody reads it who speaks English; Turkish where there is nothing else."""
    if isinstance(value, Told):
        return value.en
    written = getattr(value, "written", None)
    return str(written("en")) if written else str(value)


QUESTION_FORMS: Mapping[str, str] = {
    "what": "nedir", "when": "ne zaman", "where": "nerede", "who": "kim", "why": "neden", "how": "nasıl",
    "how-many": "kaç", "list": "hangileri", "clause": "ne der",
}  # fmt: skip

SOURCE = Say("Kaynak", "Source")
FOOTNOTE = Say("dn.", "n.")
VERIFIED = "✔"
OTHERWISE = Say("Başka anlatım", "Told otherwise")
MISTAKE = Say("Kaynaktaki yanlış", "A slip of the source")
REASON = Say("Gerekçe", "Reason")
EDITOR_NOTE = Say("Editör notu", "Editor's note")
NOT_SAID_OF = Told("Kaynaklarım bunu “{words}” için söylemiyor.", "My sources do not say this of “{words}”.")
UNDERSTOOD_AS = Told("Sorunuzu şöyle anladım: {question}", "I understood your question as: {question}")
ONLY_THE_FIRST = Told(
    "İki şey sordunuz; yalnız ilkini yanıtlayabiliyorum. İkincisini ayrıca yazın.",
    "You asked two things; I can answer only the first. Please write the second by itself.",
)
ONLY_TURKISH = Say(
    "Bilgilerin bir bölümünün yalnızca Türkçe metni var.",
    "Part of this I have in Turkish only; the citation is the same.",
)

UNKNOWN_WORDS = Say(
    "“{words}” kaynaklarımda geçmiyor; bu soruya dayanaklı bir yanıt veremiyorum.",
    "“{words}” does not occur in my sources; I cannot give a cited answer to this question.",
)
UNKNOWN_FACT = Say("Bu sorunun yanıtını kaynaklarımda bulamadım.", "I found no answer to this question in my sources.")
UNKNOWN_ABOUT = Say(
    "“{title}” kaynaklarımda var, ama bu sorunun yanıtını bulamadım.",
    "My sources tell of “{title}”, but I found no answer to this question in them.",
)
UNKNOWN_FAR = Say(
    "Bu sorunun yanıtını kaynaklarımda bulamadım. Konum Millî Mücadele ve Türk-Sovyet ilişkileridir (1917–1930).",
    "I found no answer to this question in my sources. My subject is the Turkish National Struggle and Turkish–Soviet relations (1917–1930).",
)
UNKNOWN_SUBJECT = Say(
    "Neyi ya da kimi sorduğunuzu anlayamadım. Soruya bir ad ekleyin: bir antlaşma, kişi, yer ya da olay.",
    "I do not see what or whom you are asking about. Add a name to your question: of a treaty, a person, a place or an event.",
)
UNKNOWN_ENTRY = Say("“{words}” üzerine kaynaklarımda bilgi yok.", "My sources tell nothing of “{words}”.")
UNKNOWN_CLAUSE = Say(
    "“{title}” için bu maddenin ne dediği kaynaklarımda yok.", "My sources do not say what this article of “{title}” says."
)
UNKNOWN_UNSURE = Say(
    "Ne sorduğunuzdan emin olamadım; yanlış yanıt vermek istemem.",
    "I am not sure what you are asking, and do not want to answer wrongly.",
)
EMPTY = Say(
    "Bir soru yazın; örneğin: Moskova Antlaşması ne zaman imzalandı?",
    "Write a question, such as: When was the Treaty of Moscow signed?",
)
TOO_LONG = Say(
    "Bu metin bir soru için çok uzun. Sorunuzu bir iki cümleyle yazın.",
    "This text is too long for a question. Write it in a sentence or two.",
)
COURTESIES: Mapping[Courtesy, Say] = {
    "greeting": Say(
        "Merhaba! Millî Mücadele ve Türk-Sovyet ilişkileri (1917–1930) üzerine sorun; yanıtı kaynağıyla veririm.",
        "Hello! Ask about the Turkish National Struggle and Turkish–Soviet relations (1917–1930); I answer with the source.",
    ),
    "thanks": Say("Rica ederim. Başka bir sorunuz olursa yazın.", "You are welcome. Write whenever you have another question."),
    "good-bye": Say("Hoşça kalın, yine beklerim.", "Good-bye, come again."),
    "about-me": Say(
        "Ben mmbot: Millî Mücadele ve Türk-Sovyet ilişkileri (1917–1930) üzerine soruları beş akademik makaleye dayanarak yanıtlayan "
        "bir programım. Her bilginin kaynağını, sayfasıyla gösteririm; kaynaklarımda olmayan şeyi söylemem.",
        "I am mmbot, a program that answers questions about the Turkish National Struggle and Turkish–Soviet relations (1917–1930) "
        "from five academic articles. I show the source and page of every statement; what is not in my sources I do not say.",
    ),
}
# Why nothing is answered, where the sentence is always the same.
UNKNOWN: Mapping[str, Say] = {
    "empty": EMPTY, "too-long": TOO_LONG, "unsure": UNKNOWN_UNSURE, "far": UNKNOWN_FAR, "no-subject": UNKNOWN_SUBJECT,
    **{str(kind): said for kind, said in COURTESIES.items()},
}  # fmt: skip
EXAMPLES = Say("Örneğin:", "For example:")
CAN_ASK = Say("Şunları sorabilirsiniz:", "You can ask, for example:")
NEAREST = Say("Yanıtlayabildiğim yakın sorular:", "Questions near to it that I can answer:")
MEANT = Say("Şunlardan birini mi soruyorsunuz?", "Do you mean one of these?")
WHICH = Say("Hangisini soruyorsunuz?", "Which one do you mean?")
TOO_SOON = Say(
    "Biraz yavaşlayalım; {seconds} saniye sonra yeniden sorabilirsiniz.",
    "Let us slow down a little; ask again in {seconds} seconds.",
)

DAY_HEADING = Say("{day}", "{day}")
DAY_NEAREST = Say("{day} gününe ait kayıtlı olay yok. En yakın günler:", "No event is recorded for {day}. The nearest days:")
NO_DAYS = Say("Kayıtlı günlük olay yok.", "No events of days are recorded.")
DATE_DISPUTED = Say("(tarihi tartışmalı)", "(date disputed)")
DISPUTED = Say("(tartışmalı)", "(disputed)")

CHAT_WELCOME = Say(
    "mmbot – Millî Mücadele ve Türk-Sovyet ilişkileri (1917–1930). Sorunuzu yazın; çıkmak için boş satır ya da Ctrl-D.",
    "mmbot – the Turkish National Struggle and Turkish–Soviet relations (1917–1930). Ask; an empty line or Ctrl-D ends.",
)
CHAT_BYE = Say("Hoşça kalın.", "Good-bye.")
BROKEN = Say(
    "Beklenmeyen bir hata oldu; kaydedildi. Lütfen soruyu başka türlü sormayı deneyin.",
    "Something went wrong; it has been recorded. Please try to ask in another way.",
)
