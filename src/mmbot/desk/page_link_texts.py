"""What the desk says about the moderators' page."""

from mmbot.texts import Say

NO_PAGE = Say("Bu botun moderatör sayfası açık değil.", "This bot serves no moderators' page.")
LINK = Say(
    "Moderatör sayfası. Bağlantı yalnız sizin içindir; on dakika ve bir kez geçerlidir, kimseye iletmeyin.",
    "The moderators' page. The link is for you alone; it is valid for ten minutes, once. Pass it on to nobody.",
)
OPEN = Say("Sayfayı aç", "Open the page")
SENT = Say(
    "Bağlantıyı özel mesajla gönderiyorum. Gelmezse önce bota özel mesaj yazın, sonra yeniden isteyin.",
    "I am sending you the link in a private message. If it does not come, write to the bot in private first, then ask again.",
)
