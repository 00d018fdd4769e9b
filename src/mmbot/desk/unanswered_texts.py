"""What the desk says about questions that stayed unanswered."""

from mmbot.texts import Say

CHECK_SPELLING = Say(
    "Türkçe harfleri bilgilere bakarak ekledim; yazımı denetleyin.",
    "I have put the Turkish letters in by the knowledge; please check the spelling.",
)
CHECK_WORDS = Say(
    "Türkçe harfleri ekledim; yazımı denetleyin. Bilgilerde geçmeyen: {words}",
    "I have put the Turkish letters in; please check. Not in the knowledge: {words}",
)

NOTHING = Say("Yanıtsız soru yok.", "No question is unanswered.")
LIST = Say(
    "Yanıtsız sorular ({count} küme), en çok istenen önde:", "Unanswered questions ({count} clusters), the most wanted first:"
)
LISTED = Say("• “{text}” – {asked} kez{about}{forwarded}", "• “{text}” – {asked} times{about}{forwarded}")
ABOUT = Say(" · {title}", " · {title}")
FORWARDED = Say(" · {count} kez iletildi", " · passed on {count} times")
CLUSTER = Say("“{text}” – {asked} kez soruldu{about}{forwarded}", "“{text}” – asked {asked} times{about}{forwarded}")
ALSO = Say("Öbür soruluşları: {texts}", "Other wordings: {texts}")
PHRASING = Say("Soru biçimi yap", "Make it a phrasing")
NEW_FACT = Say("Yeni bilgi", "A new fact")
IGNORE = Say("Yok say", "Ignore")
NEXT = Say("Sonraki", "Next")
WHICH = Say(
    "Hangi bilginin soru biçimi? Aşağıda yoksa /{command} ile bulun.",
    "Which fact does it ask for? If it is not among these, find it with /{command}.",
)
NO_NEAR = Say("Buna yakın bir bilgi yok; yeni bilgi önerin.", "No fact is near to this; propose a new one.")
OTHER_FACT = Say("Başka bir bilgi", "Another fact")
IGNORED = Say("“{text}” ({count} soruluş) bir daha gösterilmeyecek.", "“{text}” ({count} wordings) will not be shown again.")
GONE = Say(
    "Bu soru artık listede yok: yanıtlanmış, yok sayılmış ya da eskimiş.",
    "This question is not on the list any more: answered, ignored or too old.",
)
