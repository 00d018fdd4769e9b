"""What the desk says about the moderators' page."""

from mmbot.texts import Say

NO_PAGE = Say("Bu botun moderatör sayfası açık değil.", "This bot serves no moderators' page.")
ROLE_OF_A_PLACE = Say(
    "Sayfaya yalnız bot ayarlarıyla ya da bir yönetici tarafından moderatör yapılmış kişiler girebilir; sunucu ve grup rolleri orada görülmez.",
    "Only people who were made moderators in the settings or by an administrator can enter the page; it does not see roles of servers and groups.",
)
LINK = Say(
    "Moderatör sayfası. Bağlantı yalnız sizin içindir; on dakika ve bir kez geçerlidir, kimseye iletmeyin.",
    "The moderators' page. The link is for you alone; it is valid for ten minutes, once. Pass it on to nobody.",
)
OPEN = Say("Sayfayı aç", "Open the page")
SENT = Say("Bağlantıyı özel mesajla gönderdim.", "I have sent you the link in a private message.")
