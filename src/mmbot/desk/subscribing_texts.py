"""What the desk says about the daily post."""

from mmbot.texts import Say

NO_TIME = Say(
    "Bunu bir saat olarak okuyamadım. Şöyle yazabilirsiniz: /abone 09.00 · /abone 9 · /abone 21:30 · /abone sabah 8",
    "I cannot read this as a time. You can write: /abone 09:00 · /abone 9 · /abone 9 pm · /abone 21:30",
)
ORDERED = Say("Abonelik başladı: {place}, her gün saat {time}.", "Subscribed: {place}, every day at {time}.")
CHANGED = Say("Saat değişti: {place}, her gün saat {time}.", "Time changed: {place}, every day at {time}.")
AS_BEFORE = Say("Abonelik zaten böyle: {place}, her gün saat {time}.", "It is so already: {place}, every day at {time}.")
STANDING = Say("Abonelik: {place}, her gün saat {time}.", "Subscription: {place}, every day at {time}.")
NEXT = Say("Sonraki gönderi: {day}, saat {time} ({zone}).", "Next post: {day} at {time} ({zone}).")
NONE = Say(
    "Burada abonelik yok. Günün olaylarını her gün almak için bir saat seçin ya da /abone 09.00 yazın.",
    "There is no subscription here. To get the day's events daily, choose a time or write /abone 09:00.",
)
ENDED = Say(
    "Abonelik bitti; burada artık günlük gönderi olmayacak.", "The subscription has ended; there will be no daily post here."
)
NOT_YOURS = Say(
    "Günlük gönderiyi burada yalnızca yöneticiler başlatabilir, değiştirebilir ve bitirebilir. Benimle özel sohbette siz de abone olabilirsiniz.",
    "Only administrators may start, change or end the daily post here. In a private chat with me you can subscribe yourself.",
)
NAMELESS = Say(
    "Grup adına (anonim) yazıyorsunuz; kim olduğunuzu göremiyorum. Aşağıdan bir saat seçin: düğmeye kimin bastığını görürüm, yöneticiyse geçer.",
    "You write in the group's name (anonymously); I cannot see who you are. Choose a time below: I see who presses a button, and administrators may.",
)
EXPIRED = Say(
    "Bu düğme artık geçerli değil. Aboneliği görmek için /abonelik yazın.",
    "This button is not valid any more. Write /abonelik to see the subscription.",
)
PRIVATE = Say("bu sohbet", "this chat")
HERE = Say("bu grup ya da kanal", "this group or channel")
TODAY = Say("bugün", "today")
TOMORROW = Say("yarın", "tomorrow")
END = Say("Aboneliği bitir", "End the subscription")

INSTEAD = Say(
    "{day} gününe ait kayıtlı olay yok. Kaynaklardan bir bilgi:", "No event is recorded for {day}. From the sources instead:"
)
HOW_TO_END = Say(
    "Her gün saat {time}. Değiştirmek ya da bitirmek için: /abonelik", "Every day at {time}. To change or end it: /abonelik"
)
