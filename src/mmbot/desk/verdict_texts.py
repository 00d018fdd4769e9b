"""What is written to those whom a decision concerns, in the language in which they proposed or asked to be told."""

from mmbot.texts import Say

APPROVED = Say(
    "{number}. öneriniz onaylandı ve yayında: {title}. Teşekkürler.",
    "Your proposal {number} was approved and is live: {title}. Thank you.",
)
REJECTED = Say(
    "{number}. öneriniz ({title}) kabul edilmedi. Gerekçe: {reason} Düzeltip yeniden önerebilirsiniz: /{command}",
    "Your proposal {number} ({title}) was not accepted. Reason: {reason} You can mend it and propose it again: /{command}",
)
UNDONE = Say(
    "“{title}” maddesinde önerinizle yapılan değişiklik geri alındı.",
    "What your proposal had changed in “{title}” was undone.",
)
ANSWERED_NOW = Say(
    "Daha önce yanıtlayamadığım sorunuzun artık bir yanıtı var:",
    "There is an answer now to the question that I could not answer before:",
)
