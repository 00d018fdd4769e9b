"""What the desk says while a form is filled in step by step."""

from mmbot.texts import Say

STEP = Say("{title} ({step}/{steps})", "{title} ({step} of {steps})")
NOW = Say("Şimdiki: {value}", "At present: {value}")
NOW_OPTIONAL = Say("Şimdiki: {value} (boşaltmak için {empties} yazın)", "At present: {value} (write {empties} to empty it)")
WORDS = Say("Yanıtınızı yazın. {words} de yazabilirsiniz.", "Write your answer. You can also write {words}.")
CHOOSE = Say("Birini seçin. {words} de yazabilirsiniz.", "Choose one. You can also write {words}.")
COME = Say(
    "Bunu özel konuşmada dolduralım: bana özelden bir mesaj yazın, oradan sürdürelim.",
    "Let us do this in private: write me a direct message, and we go on there.",
)
BACK = Say("Geri", "Back")
SKIP = Say("Atla", "Skip")
CANCEL = Say("İptal", "Cancel")
GO_ON = Say("Yine de devam", "Go on all the same")
CHOOSE_FIRST = Say("Düğmelerden birine basın ya da “{go_on}” yazın.", "Press one of the buttons, or write “{go_on}”.")
SEND = Say("Yine de gönder", "Send it all the same")
MEND = Say("Formu düzelt", "Mend the form")
CANCELLED = Say("İptal edildi; hiçbir şey gönderilmedi.", "Cancelled; nothing was sent.")
EXPIRED = Say(
    "Yarım kalan formun süresi (30 dakika) doldu; hiçbir şey gönderilmedi. Bir soru sorduysanız yeniden yazın.",
    "The form you had begun has expired (30 minutes); nothing was sent. If this was a question, please ask it again.",
)
GONE = Say("Bu form artık yok; lütfen yeniden başlayın.", "This form is not there any more; please begin again.")
NEEDED = Say("“{label}” boş bırakılamaz.", "“{label}” cannot be left empty.")
TOO_LONG = Say(
    "“{label}” en çok {most} karakter olabilir; yazdığınız {count} karakter.",
    "“{label}” can have {most} characters at most; yours has {count}.",
)
NOT_A_CHOICE = Say("“{label}” için seçeneklerden birini seçin.", "Please choose one of the options for “{label}”.")
