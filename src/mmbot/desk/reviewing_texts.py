"""What a moderator reads while reviewing."""

from mmbot.texts import Say

NOTHING = Say("Bekleyen öneri yok.", "No proposal is waiting.")
QUEUE = Say("{count} öneri karar bekliyor:", "{count} proposals are waiting:")
QUEUED = Say("{number} · {kind} · {title} · {age}{state}", "{number} · {kind} · {title} · {age}{state}")
MORE = Say("… ve {count} öneri daha", "… and {count} more")
OPEN = Say("{number} · {kind} · {title}", "{number} · {kind} · {title}")

HEADING = Say("Öneri {number} · {kind} · {title}", "Proposal {number} · {kind} · {title}")
BY = Say("Öneren: {who} · {age}", "Proposed by {who} · {age}")
BY_NOBODY = Say("Öneri: {age}", "Proposed {age}")
WHY = Say("Gerekçesi: {reason}", "Reason given: {reason}")
STALE = Say(
    "⚠ Madde bu arada değişti: öneri {seen}. sürüme göre, şimdi {now}. sürüm var. Bu arada değişen:",
    "⚠ The entry has changed meanwhile: the proposal was made on revision {seen}, now there is {now}. Changed meanwhile:",
)
NOT_APPLICABLE = Say("✖ Uygulanamıyor: {why}", "✖ Cannot be applied: {why}")
PREVIEW = Say("Önizleme – sohbette şöyle görünecek:", "Preview – as a chat will show it:")
DIFFERENCES = Say(
    "Farklar (– eski, + yeni, değişen sözcükler ⟦ ⟧ içinde):", "Differences (– old, + new, words that differ in ⟦ ⟧):"
)
CUT = Say("… {count} satır daha", "… {count} more lines")
CHECKS = Say("Denetimler:", "Checks:")
FINE = Say("✔ kusur yok", "✔ no flaw")
FOUND = Say("✔ dayanak sayfada bulundu: {where}", "✔ evidence found on the page: {where}")
UNSEEN = Say("? kaynak metni elde yok, dayanak aranamadı: {where}", "? source text not at hand, evidence not looked up: {where}")
GOLDEN_SOON = Say("Yanıtı değişecek sorular birazdan gelecek.", "The questions whose answer would change come in a moment.")
GOLDEN_OF = Say("Öneri {number}", "Proposal {number}")
GOLDEN = Say("Yanıtı değişecek sorular ({count}):", "Questions whose answer would change ({count}):")
GOLDEN_NONE = Say("Başka hiçbir sorunun yanıtı değişmiyor.", "No other question's answer would change.")
GOLDEN_LINE = Say("• {question}\n– {before}\n+ {after}", "• {question}\n– {before}\n+ {after}")
REWORDED = Say("• aynı bilgi, yeni metinle: {count} soru", "• the same fact in new words: {count} questions")

APPROVE = Say("Onayla", "Approve")
EDIT = Say("Düzenle ve onayla", "Edit, then approve")
EDIT_OWN = Say("Düzenle", "Edit")
OWN = Say(
    "Bu öneri sizin. Onay için ikinci bir göz gerekir: başka bir moderatör onaylasın.",
    "This proposal is yours. It takes a second pair of eyes: let another moderator approve it.",
)
REJECT = Say("Reddet", "Reject")
POSTPONE = Say("Beklet", "Postpone")
NEXT = Say("Sonraki", "Next")
REBASE = Say("Yeni sürüme uygula", "Carry over to the new revision")
BACK = Say("Kuyruk", "Queue")
UNDO = Say("Geri al", "Undo")

REJECT_TITLE = Say("{number}. öneriyi reddet", "Reject proposal {number}")
REJECT_REASON = Say("Gerekçe (öneren okur)", "Reason (the proposer reads it)")
REJECT_HINT = Say("Ne eksik ya da yanlış? Nasıl düzeltilebilir?", "What is missing or wrong? How can it be mended?")

APPROVED = Say(
    "{number}. öneri onaylandı: {title}, {revision}. sürüm. Yayında.",
    "Proposal {number} approved: {title}, revision {revision}. It is live.",
)
REJECTED = Say(
    "{number}. öneri reddedildi; öneren kişiye gerekçesi yazılacak.", "Proposal {number} rejected; the proposer will read why."
)
POSTPONED = Say("{number}. öneri kuyruğun sonuna alındı.", "Proposal {number} was put at the end of the queue.")
AMENDED = Say(
    "{number}. öneri düzenlendi. Yeni hâli aşağıda; onaylamak için bir kez daha dokunun.",
    "Proposal {number} was edited. See it below; one more tap approves it.",
)
AMENDED_OWN = Say(
    "{number}. öneri düzenlendi. Yeni hâli aşağıda; başka bir moderatör onaylayacak.",
    "Proposal {number} was edited. See it below; another moderator will approve it.",
)
REBASED = Say(
    "{number}. öneri yeni sürüme uygulandı. Yeni hâline bakıp karar verin.",
    "Proposal {number} was carried over to the new revision. Look at it and decide.",
)
LAST = Say("Sırada başka öneri yok.", "No other proposal is waiting.")
