"""What the desk says to whoever agrees, or grumbles."""

from mmbot.texts import Say

FINE = Say("Tamam. Yeni bir soru yazabilirsiniz.", "Fine. You can write another question.")
NOTHING_BEGUN = Say(
    "Yarım kalmış bir form yok; iptal edilecek bir şey de. Yeni bir soru yazabilirsiniz.",
    "No form is begun, so there is nothing to cancel. You can write a question.",
)
WHICH_ONE = Say(
    "Hangisi? Numarasını yazın ya da düğmesine basın; hiçbiri değilse soruyu başka sözcüklerle yazın.",
    "Which one? Write its number or press its button; if it is none of them, write your question in other words.",
)
SORRY = Say(
    "İşinize yaramadıysam üzgünüm. Soruyu başka sözcüklerle yazmayı deneyin; bir yanıt yanlışsa altındaki “Hata bildir” düğmesine basın.",
    "I am sorry to be of no use. Try other words; if an answer is wrong, press “Report a mistake” below it.",
)
