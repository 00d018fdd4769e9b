"""What the desk says about what an entry has been, and about undoing."""

from mmbot.texts import Say

PROPOSED_BY = Say("{who} (öneren {proposer})", "{who} (proposed by {proposer})")

HISTORY = Say("“{title}” – {count} sürüm", "“{title}” – {count} revisions")
UNTOUCHED = Say(
    "“{title}” bu botta hiç değiştirilmedi; ilk hâlinde.", "“{title}” was never changed in this bot; it is as it was at first."
)
STEP = Say("{number}. sürüm · {when} · {who}: {why}", "Revision {number} · {when} · {who}: {why}")
OF_FILES = Say("(dosyalardan)", "(from the files)")
OLDER = Say("Daha eski", "Older")
UNDO = Say("Son değişikliği geri al", "Undo the last change")
RESTORE = Say("{number}. sürüme dön", "Back to revision {number}")
FIRST_STATE = Say("İlk hâline dön", "Back to the first state")
WOULD_UNDO = Say(
    "“{title}”, {number}. sürüm geri alınacak. Şöyle olacak:", "“{title}”, revision {number} will be undone. It will be like this:"
)
UNDONE = Say("“{title}”: {why} Yeni sürüm {number}, yayında.", "“{title}”: {why} The new revision is {number}, and live.")
REDO = Say("Geri almayı geri al", "Undo the undoing")
WHICH = Say("Hangi madde?", "Which entry?")
NAME_ONE = Say("Bir madde adı yazın; örneğin: Moskova Antlaşması", "Write the name of an entry, such as: Moskova Antlaşması")
NO_ENTRY = Say(
    "“{typed}” ile bir madde bulamadım. Adını başka türlü yazın; örneğin: Moskova Antlaşması",
    "I found no entry by “{typed}”. Write its name in another way, such as: Moskova Antlaşması",
)
CUT = Say("… {count} satır daha", "… {count} more lines")
