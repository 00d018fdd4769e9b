"""What is kept about people, and what they can do about it (KVKK, articles 10 and 11)."""

from collections.abc import Mapping

from mmbot.texts import Say

PRIVACY = Say("Gizlilik", "Privacy")
NOT_KEPT = Say(
    "Tutulmayan: Mesajlarınızın metni, adınız, kimin ne sorduğu. Takip sorusu anlaşılsın diye son konunun maddesi on dakika bellekte "
    "durur; son yanıtlar da, kimin sorduğu bilinmeden, yeniden aranmasın diye bellekte durur. Öneri verenlerin ve "
    "moderatörlerin adı, moderatörler kimin önerdiğini görsün diye, program çalıştığı sürece yalnız bellekte durur. Bunlar hiçbir yere yazılmaz.",
    "Not kept: the text of your messages, your name, who asked what. So that a follow-up is understood, the entry you asked about last "
    "stays in memory for ten minutes. The latest answers stay in memory too, without who asked. What those are called who propose or moderate stays in memory "
    "while the program runs, so that moderators see who has proposed. None of this is written anywhere.",
)
KEPT = Say("Tutulan, neden ve ne kadar:", "Kept, why and how long:")
KEPT_LINES = (
    Say(
        "• Yanıtsız sorular: harfleri sadeleştirilmiş olarak, kimin sorduğu yazılmadan; bilgi eklemek için, son sorulduğundan sonra 90 gün.",
        "• Unanswered questions: in simplified letters, without who asked; to add knowledge, for 90 days after they were last asked.",
    ),
    Say(
        "• “Yanıtlanınca haber ver”: hesap numaranız, yazılacak yer ve dil; size yazılana ya da soru silinene kadar.",
        "• “Tell me when it is answered”: your account number, where to write and in which language; until you were told or the question is deleted.",
    ),
    Say(
        "• Günlük gönderi aboneliği: sohbetin numarası, saati, dili ve aboneliği başlatanın hesap numarası; bitirilene kadar. Gönderilen "
        "günler ve bilgiler, yinelenmesin diye iki yıl.",
        "• A daily post: the number of the chat, the time, the language and the account number of whoever ordered it; until it is ended. "
        "The days and facts posted, for two years, so that nothing is repeated.",
    ),
    Say(
        "• Yarım kalan form: yazdıklarınız ve hesap numaranız; 30 dakika.",
        "• A form you have begun: what you wrote and your account number; 30 minutes.",
    ),
    Say(
        "• Öneriler ve moderatör kararları: metin, hesap numarası ve yazışma dili; bilginin geçmişi izlenebilsin diye. “/unut” ile metin kalır, kişi silinir.",
        "• Proposals and decisions of moderators: the text, the account number and the language of letters; so that the history of the knowledge can be followed. "
        "With “/unut” the text stays, the person is deleted.",
    ),
    Say(
        "• Yetki ve bağlı hesap: hesap numaraları; kaldırılana kadar. Bağlama kodu: 10 dakika. Engellenen bir hesabın yalnız parmak izi "
        "kalır, yoksa “/unut” engeli kaldırırdı.",
        "• Roles and linked accounts: account numbers; until they are taken back. A code for linking: 10 minutes. Of a banned account "
        "only a fingerprint stays, or “/unut” would lift the ban.",
    ),
    Say(
        "• Size iletilecek bildirimler: teslim edilene kadar, en çok 3 gün. İşlenmiş ileti numaraları (içeriksiz): aynı iletiye iki kez yanıt verilmesin diye 3 gün.",
        "• Notices for you: until they are delivered, 3 days at most. Numbers of handled messages (without content): 3 days, so that none is answered twice.",
    ),
    Say(
        "• Sayılar: günde kaç soru, hangi madde üzerine, kaç hata bildirimi; kişi olmadan.",
        "• Figures: how many questions a day, about which entry, how many reports; without people.",
    ),
)
WHO = Say(
    "Veri sorumlusu bu botu işleten kişi ya da topluluktur; ona botun profilindeki ya da bu topluluğun yöneticilerindeki iletişim yoluyla "
    "ulaşabilirsiniz. Veriler botun kendi veritabanındadır, kimseyle paylaşılmaz. Telegram ve Discord kendi kurallarına göre ayrıca kayıt tutar.",
    "Responsible is whoever runs this bot; reach them by the contact in the bot's profile or through the administrators of this community. "
    "The data is in the bot's own database and is shared with nobody. Telegram and Discord keep records of their own, by their rules.",
)
RIGHTS = Say(
    "Haklarınız (KVKK md. 11): öğrenme, düzeltme ve silme isteme, itiraz, Kişisel Verileri Koruma Kurulu'na şikâyet. /verilerim hakkınızda "
    "tutulan her şeyi gösterir, /unut siler.",
    "Your rights (KVKK, article 11): to know, to have corrected or deleted, to object, to complain to the Turkish data protection board. "
    "/verilerim shows everything kept about you, /unut deletes it.",
)
SHOW_MINE = Say("Verilerim", "My data")
DELETE = Say("Verilerimi sil", "Delete my data")

MINE = Say("Hakkınızda tutulanlar", "What is kept about you")
NOTHING_KEPT = Say("Hakkınızda hiçbir kayıt yok.", "Nothing is kept about you.")
ONLY_IN_PRIVATE = Say(
    "Bunu yalnız özel konuşmada gösteririm; bana özelden /verilerim yazın.",
    "I show this only in private; write /verilerim to me in a direct message.",
)
KINDS: Mapping[str, Say] = {
    "subscriptions": Say("Abonelik", "Daily post"), "posts": Say("Gönderilen günler", "Days posted"),
    "waiting": Say("Haber verilecek sorular", "Questions you wait for"), "drafts": Say("Yarım kalan form", "A form begun"),
    "outbox": Say("Size iletilecek bildirimler", "Notices for you"), "proposals": Say("Öneriler", "Proposals"),
    "link": Say("Bağlı hesaplar", "Linked accounts"),
    "revisions": Say("Yaptığınız değişiklikler", "Changes you made"), "decisions": Say("Kararlarınız", "Your decisions"),
    "role": Say("Yetkiniz", "Your role"), "codes": Say("Bekleyen kodlar", "Codes not used yet"),
}  # fmt: skip
MORE = Say("• … ve {count} kayıt daha", "• … and {count} more")

SURE = Say(
    "Hakkınızdaki bütün kayıtlar silinecek: abonelikleriniz biter, haber bekleyen sorularınız ve yarım formunuz silinir, önerilerinizden "
    "adınız kalkar, yetkiniz ve hesap bağlantınız silinir. Geri alınamaz. Emin misiniz?",
    "Everything kept about you will be deleted: your daily posts end, what you wait for and any form you began are deleted, your name is "
    "taken off your proposals, your role and links are deleted. This cannot be undone. Are you sure?",
)
YES = Say("Evet, sil", "Yes, delete")
NO = Say("Hayır, kalsın", "No, keep it")
FORGOTTEN = Say("Silindi: {count} kayıt.", "Deleted: {count} records.")
NOTHING_TO_FORGET = Say("Silinecek bir kayıt yoktu.", "There was nothing to delete.")
LEFT = Say("Hiçbir şey silinmedi.", "Nothing was deleted.")
NOT_YOURS = Say(
    "Bu düğme başkasının; kendi verileriniz için /unut yazın.", "This button is somebody else's; write /unut for your own data."
)
