"""What is said of a checked statement."""

from collections.abc import Mapping

from mmbot.texts import Say

VERDICTS: Mapping[str, Say] = {
    "supported": Say("Destekleniyor. Kaynaklarım bunu söylüyor:", "Supported. My sources say so:"),
    "contradicted": Say("Çelişiyor. Kaynaklarım başka söylüyor:", "Contradicted. My sources say otherwise:"),
    "disputed": Say(
        "Kaynaklar ayrılıyor. Böyle anlatan da var, başka anlatan da:", "Disputed. It is told like this, and otherwise as well:"
    ),
    "question": Say(
        "Bu bir soru; denetlenecek bir cümle değil. Yanıtı için: /sor", "This is a question, not a statement. Ask it: /sor"
    ),
}
NOTED = {
    "supported": Say("Kaynaklarımda değil, ama editör notunda böyle:", "Not told by my sources, but by an editor's note:"),
    "contradicted": Say("Çelişiyor. Editör notu başka söylüyor:", "Contradicted. An editor's note says otherwise:"),
}
ASPECTS: Mapping[str, Say] = {
    "date": Say("tarih", "date"), "place": Say("yer", "place"), "number": Say("sayı", "number"), "person": Say("kişi", "person"),
    "party": Say("taraf", "party"), "order": Say("sıra", "order"),
}  # fmt: skip
CONTRADICTED_ON = Say("Çelişiyor ({aspects}). Kaynaklarım başka söylüyor:", "Contradicted ({aspects}). My sources say otherwise:")
REST_SUPPORTED = Say("Gerisi destekleniyor ({aspects}):", "The rest is supported ({aspects}):")
UNKNOWN_WORDS = Say("Kaynaklarımda yok: “{words}” hiç geçmiyor.", "Not in my sources: “{words}” does not occur at all.")
UNKNOWN_ABOUT = Say(
    "Kaynaklarım buna yetmiyor: “{titles}” var, ama bu cümleyi ne destekleyen ne de yanlışlayan bir bilgi buldum.",
    "My sources are not enough: they tell of “{titles}”, but nothing that supports or contradicts this statement.",
)
UNKNOWN = Say("Kaynaklarımda yok: bu cümleyi ne destekleyen ne de yanlışlayan bir bilgi buldum.",
              "Not in my sources: I found nothing that supports or contradicts this statement.")  # fmt: skip
STATEMENT = Say("“{text}”", "“{text}”")
COUNTED = Say(
    "{count} cümle: {supported} destekleniyor, {against} çelişiyor ya da tartışmalı, {rest} kaynaklarımdan çıkmıyor.",
    "{count} statements: {supported} supported, {against} contradicted or disputed, {rest} not to be told from my sources.",
)
MORE = Say("Yalnız ilk {count} cümleye baktım.", "I looked at the first {count} statements only.")
REMARK = Say(
    "Her cümleyi tek tek bilgilerle karşılaştırdım. “Kaynaklarımda yok” yanlış demek değildir.",
    "Each statement was held against single facts. “Not in my sources” does not mean false.",
)
EMPTY = Say(
    "Denetlenecek cümleyi yazın; örneğin: /{command} Moskova Antlaşması 18 Mart 1921'de imzalandı.",
    "Write the statement to be checked, such as: /{command} Moskova Antlaşması 18 Mart 1921'de imzalandı.",
)
TOO_LONG = Say(
    "Metin çok uzun: en çok {most} karakter denetleyebilirim. Daha kısa bir bölümünü yapıştırın.",
    "The text is too long: I can check {most} characters at most. Paste a shorter part of it.",
)
