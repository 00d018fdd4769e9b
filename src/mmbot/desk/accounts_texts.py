"""What the desk says about linked accounts and roles."""

from mmbot.texts import Say

CODE = Say(
    "Kodunuz: {code} – öbür hesabınızdan bana “/bagla {code}” yazın (Discord'da /bağla). On dakika ve bir kez geçerli; kimseye göstermeyin.",
    "Your code: {code} – write “/bagla {code}” to me from your other account (/bağla in Discord). It is valid for ten minutes, once; show it to nobody.",
)
LINKED_WITH = Say("Bağlı hesaplarınız: {accounts}", "Your linked accounts: {accounts}")
UNLINK = Say("Bağlantıyı çöz", "Loosen the link")
UNLINKED = Say("Bu hesabın bağlantısı çözüldü.", "This account is not linked any more.")
NOT_LINKED = Say("Bu hesap zaten bağlı değil.", "This account is not linked anyway.")
ONLY_IN_PRIVATE = Say(
    "Kodu yalnız özel konuşmada veririm: bana özelden /{command} yazın.",
    "I give the code only in private: write /{command} to me in a direct message.",
)
LINKED = Say(
    "Hesaplar bağlandı: {accounts}. Birinin yetkisi öbüründe de geçer.",
    "The accounts are linked: {accounts}. What one may, the other may.",
)
BAD_CODE = Say(
    "Bu kod yanlış, kullanılmış ya da eskimiş. Öbür hesaptan özelden /bagla (Discord'da /bağla) ile yenisini alın.",
    "This code is wrong, used or too old. Get a new one from the other account with /bagla (/bağla in Discord) in private.",
)
OWN_CODE = Say(
    "Bu kod bu hesabın kendi kodu. Öbür hesabınızdan yazın.", "This code is of this very account. Write it from your other one."
)

GIVEN = Say("Sohbette verilen roller: {given}", "Roles given in chat: {given}")
HOW = Say(
    "Rol vermek için: /yetki telegram:7 moderatör · /yetki discord:42 okur · /yetki telegram:7 sil",
    "To give a role: /yetki telegram:7 moderator · /yetki discord:42 reader · /yetki telegram:7 delete",
)
NOT_UNDERSTOOD = Say("“{typed}” anlaşılmadı.", "“{typed}” is not understood.")
GAVE = Say("{who} artık: {role}", "{who} is now: {role}")
TOOK = Say("{who}: sohbette verilen rol alındı; şimdi {role}.", "{who}: the role given in chat was taken; now {role}.")
